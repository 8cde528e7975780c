"""Commands with their keys as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass

from practicecoder.ui.actions import ActionGroup, ActionId
from practicecoder.ui.keys.bare import Region
from practicecoder.ui.keys.keymap import Keymap, Target, group_of, words_of
from practicecoder.ui.languages import ACTION_WORDS, translate
from practicecoder.ui.tables import Column

_ORDER = [*(group.value for group in ActionGroup), *(region.value for region in Region)]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRow:
    """A command: where it works, what it does, its keys, and whether somebody chose them."""

    target: Target
    group: str
    words: str
    keys: str
    is_changed: bool


COLUMNS = (
    Column[KeyRow](
        title="Where",
        text=lambda row: translate(ACTION_WORDS, row.group),
        sort_key=lambda row: _ORDER.index(row.group),
        muted=lambda _: True,
    ),
    Column[KeyRow](title="What it does", text=lambda row: row.words),
    Column[KeyRow](
        title="Keys",
        text=lambda row: row.keys,
        cell_tooltip=lambda row: row.keys,
        bold=lambda _: True,
    ),
    Column[KeyRow](title="Chosen", text=lambda row: _tr("by you") if row.is_changed else ""),
)
KEYS_COLUMN = 2
"""Column that takes the room the others leave."""


def key_rows(keymap: Keymap, base: Keymap) -> tuple[KeyRow, ...]:
    """Every command in order of the groups; changed is what differs from the preset."""
    rows = [
        KeyRow(
            target=target,
            group=group_of(target),
            words=words_of(target),
            keys=keymap.words_of_keys(target),
            is_changed=keymap.keys_of(target) != base.keys_of(target),
        )
        for target in keymap.targets()
    ]
    rows.sort(key=lambda row: _ORDER.index(row.group))
    return tuple(rows)


def place_of(target: Target) -> str:
    """Command with the place where it works, for sentences."""
    if isinstance(target, ActionId):
        return f"“{words_of(target)}”"
    region = translate(ACTION_WORDS, target.region.value)
    return f"“{words_of(target)}” ({region.lower()})"


def _tr(text: str) -> str:
    return translate("Keys", text)
