"""What can be done in a window at this moment, as entries of the palette."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget
from shiboken6 import isValid

from practicecoder.ui.actions import ACTIONS, ActionGroup, ActionId
from practicecoder.ui.palette.matching import Fit, fit

_ORDER = [group.value for group in ActionGroup]
_OURS = frozenset(action_id.value for action_id in ActionId)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An act that can be done: its name, words, group and first key, and what does it."""

    name: str
    words: str
    group: str
    key: str
    action: QAction

    @property
    def can_run(self) -> bool:
        """Whether it still can be done."""
        return isValid(self.action) and self.action.isEnabled() and self.action.isVisible()


def entries_of(window: QWidget) -> tuple[Entry, ...]:
    """Acts of the window and of the page that is shown, each once, in order of the groups."""
    found: dict[str, Entry] = {}
    for action in window.findChildren(QAction):
        if action.objectName() in _OURS and _is_at_hand(action):
            action_id = ActionId(action.objectName())
            if action_id is not ActionId.PALETTE:
                found.setdefault(action_id.value, _entry(action, ACTIONS[action_id].group.value))
    if isinstance(window, QMainWindow):
        for group, action in _in_menus(window):
            if action.objectName() not in _OURS:
                found.setdefault(f"{group}/{action.text()}", _entry(action, group))
    return tuple(sorted(found.values(), key=_group_order))


def ranked(entries: Sequence[Entry], typed: str, recent: Sequence[str]) -> tuple[Entry, ...]:
    """Entries that what was typed fits, best first; equals as they were used last."""
    places = {name: place for place, name in enumerate(recent)}
    fitting = [(entry, found) for entry in entries if (found := _fit(typed, entry)) is not None]
    fitting.sort(key=lambda pair: (pair[1], places.get(pair[0].name, len(places))))
    return tuple(entry for entry, _ in fitting)


def _fit(typed: str, entry: Entry) -> Fit | None:
    if not typed.strip():
        return Fit(0, 0)
    own = fit(typed, entry.words)
    if own is not None:
        return own
    with_group = fit(typed, f"{entry.group} {entry.words}")
    return None if with_group is None else Fit(with_group.kind + 4, with_group.spread)


def _entry(action: QAction, group: str) -> Entry:
    words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
    name = action.objectName() if action.objectName() in _OURS else f"{group}/{action.text()}"
    return Entry(
        name=name,
        words=words,
        group=group,
        key=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        action=action,
    )


def _is_at_hand(action: QAction) -> bool:
    """Whether the action can be triggered where it belongs: its owner is shown and enabled."""
    owner = action.parent()
    return (
        action.isEnabled()
        and action.isVisible()
        and isinstance(owner, QWidget)
        and owner.isVisible()
        and owner.isEnabled()
    )


def _in_menus(window: QMainWindow) -> Iterator[tuple[str, QAction]]:
    for title in window.menuBar().actions():
        menu = title.menu()
        if isinstance(menu, QMenu):
            yield from ((title.text().replace("&", ""), action) for action in _leaves(menu))


def _leaves(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _leaves(below)
        elif action.text() and action.isEnabled() and action.isVisible():
            yield action


def _group_order(entry: Entry) -> int:
    return _ORDER.index(entry.group) if entry.group in _ORDER else len(_ORDER)
