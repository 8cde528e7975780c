"""Keys that cannot mean what they should: taken twice, or the system's own."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from practicecoder.ui.actions import ACTIONS, ActionGroup, ActionId
from practicecoder.ui.keys.bare import BareId
from practicecoder.ui.keys.keymap import Keymap, Target, words_of
from practicecoder.ui.keys.texts import is_character, native, portable
from practicecoder.ui.languages import translate


class ClashKind(StrEnum):
    """Why a key cannot be used."""

    TWICE = "twice"
    SYSTEM = "system"
    TYPING = "typing"
    """It would take a key away from text fields, buttons or lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A key that cannot be used, and the targets that claim it; one where it is the key itself."""

    kind: ClashKind
    key: str
    targets: tuple[Target, ...]

    @property
    def sentence(self) -> str:
        """What is wrong, in a sentence."""
        names = [f"“{words_of(target)}”" for target in self.targets]
        key = native(self.key)
        if self.kind is ClashKind.TWICE:
            first, *others = names
            owners = first
            for other in others:
                owners = _tr("{0} and of {1}").format(owners, other)
            return _tr("{0} is the key of {1}.").format(key, owners)
        if self.kind is ClashKind.SYSTEM:
            told = _tr("{0} belongs to the system and cannot be a key of {1}.")
        else:
            told = _tr("{0} is needed in text fields and lists and cannot be a key of {1}.")
        return told.format(key, names[0])


_ON_CODING_PAGE = frozenset(
    {
        ActionGroup.LISTENING,
        ActionGroup.EVIDENCE,
        ActionGroup.RATING,
        ActionGroup.EDITING,
    }
)
_ELSEWHERE = frozenset({ActionId.REFRESH})
"""Actions of pages that are never shown together with the coding page."""
_SYSTEM = re.compile(r"Alt\+[A-Z]|(?:Shift\+)?F10|Alt\+F4|Alt\+Tab|Ctrl\+Alt\+Del|Meta(?:\+.*)?")
_SAVE = "Ctrl+S"
_NAMED = (
    "Space|Return|Enter|Tab|Backtab|Backspace|Del|Left|Right|Up|Down|Home|End|PgUp|PgDown|Ins|Menu"
)
_TYPED = re.compile(
    rf"(?:Shift\+)?(?:.|{_NAMED})|Ctrl\+(?:[ACVX]|Ins)|Shift\+(?:Ins|Del)"
    r"|Ctrl\+(?:Shift\+)?(?:Left|Right|Home|End|Backspace|Del)"
)
_BARE_SYSTEM = re.compile(r"Tab|Shift\+Backtab|Backtab|Esc|Menu|F\d+|.*(?:Ctrl|Alt|Meta)\+.*")


def clashes_of(keymap: Keymap) -> tuple[Clash, ...]:
    """Everything that is wrong with a keymap, in order of the keys."""
    found: list[Clash] = []
    users: defaultdict[str, list[Target]] = defaultdict(list)
    for target in keymap.targets():
        for key in keymap.keys_of(target):
            users[key].append(target)
            forbidden = forbidden_key(target, key)
            if forbidden is not None:
                found.append(Clash(kind=forbidden, key=key, targets=(target,)))
    for key, targets in users.items():
        for number, one in enumerate(targets):
            together = [other for other in targets[number + 1 :] if can_meet(one, other)]
            found += [
                Clash(kind=ClashKind.TWICE, key=key, targets=(one, other)) for other in together
            ]
    return tuple(sorted(found, key=lambda clash: clash.key))


def others_with(keymap: Keymap, target: Target, key: str) -> tuple[Target, ...]:
    """Targets that have a key already and can be reached together with this one."""
    wanted = portable(key)
    return tuple(
        other
        for other in keymap.targets()
        if other != target and wanted in keymap.keys_of(other) and can_meet(target, other)
    )


def taken_over(keymap: Keymap, target: Target, key: str) -> Keymap:
    """Keymap in which a target has a key besides its own, and nobody else has it."""
    for other in others_with(keymap, target, key):
        keymap = keymap.without(other, key)
    return keymap.changed(target, (*keymap.keys_of(target), key))


def forbidden_key(target: Target, key: str) -> ClashKind | None:
    """Why a key cannot belong to a target whoever else has it; None if it can."""
    if isinstance(target, BareId):
        return ClashKind.SYSTEM if _BARE_SYSTEM.fullmatch(key) else None
    if _SYSTEM.fullmatch(key) or (key == _SAVE and target is not ActionId.SAVE):
        return ClashKind.SYSTEM
    if is_character(key) or _TYPED.fullmatch(key):
        return ClashKind.TYPING
    return None


def can_meet(one: Target, other: Target) -> bool:
    """Whether two targets can be reached at the same moment."""
    if isinstance(one, BareId) and isinstance(other, BareId):
        return one.region is other.region
    return not (_is_elsewhere(one) and _is_of_coding(other)) and not (
        _is_elsewhere(other) and _is_of_coding(one)
    )


def _is_elsewhere(target: Target) -> bool:
    return isinstance(target, ActionId) and target in _ELSEWHERE


def _is_of_coding(target: Target) -> bool:
    if isinstance(target, BareId):
        return True
    return ACTIONS[target].group in _ON_CODING_PAGE or target is ActionId.CODEBOOK_PAGE


def _tr(text: str) -> str:
    return translate("Keys", text)
