"""What was changed about who may do what, in words: people, roles, passphrases, encryption."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.people import Role
from practicecoder.services.passphrases import CODE_ITEM, PASSPHRASE_ITEM
from practicecoder.services.people import ROLES_ITEM
from practicecoder.services.session_story import ERASED, StoryLine
from practicecoder.services.study_keys import ENCRYPTION_ITEM

NO_ACCESS = "no access"


def roles_in_words(text: str | None) -> str:
    """Roles as the history holds them, in the order of the program, or that there is no access.

    Examples
    --------
    >>> roles_in_words("analyst coder"), roles_in_words(None)
    ('coder, analyst', 'no access')
    """
    held = (text or "").split()
    return ", ".join(role for role in Role if role in held) or NO_ACCESS


def rights_lines(entries: Iterable[HistoryEntry]) -> tuple[StoryLine, ...]:
    """Tell entries about rights, in their order; others are left out."""
    return tuple(
        _line(entry)
        for entry in entries
        if entry.kind in (HistoryKind.PERSON_ADDED, HistoryKind.RIGHTS_CHANGED)
    )


def _line(entry: HistoryEntry) -> StoryLine:
    before = after = ""
    if entry.erased:
        text = ERASED
    elif entry.kind is HistoryKind.PERSON_ADDED:
        text, after = f"{entry.item} added", roles_in_words(entry.new)
    elif entry.item.startswith(ROLES_ITEM):
        text = f"Roles of {entry.item.removeprefix(ROLES_ITEM)} changed"
        before, after = roles_in_words(entry.old), roles_in_words(entry.new)
    else:
        text = _OPENED.get(entry.item.partition(":")[0], _as_it_stands)(entry)
    return StoryLine(
        at=entry.at,
        who=entry.actor or "",
        text=text,
        reason=entry.reason,
        before=before,
        after=after,
    )


_DONE = {"added": "added", "changed": "changed", "removed": "taken away"}


def _passphrase_line(entry: HistoryEntry) -> str:
    whose = entry.item.removeprefix(PASSPHRASE_ITEM)
    return f"Passphrase of {whose} {_DONE.get(entry.new or '', 'changed')}"


def _as_it_stands(entry: HistoryEntry) -> str:
    return f"{entry.item}: {entry.new or ''}".rstrip(": ")


_OPENED: Mapping[str, Callable[[HistoryEntry], str]] = {
    PASSPHRASE_ITEM.rstrip(":"): _passphrase_line,
    CODE_ITEM: lambda _: "New recovery code made",
    ENCRYPTION_ITEM: lambda _: "Encrypting of the study begun",
}
"""What is told of entries about what opens a study, by the first word of the item."""
