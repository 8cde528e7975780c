"""Changes of rights in words: people, roles, passphrases, encryption; other acts are left out."""

from __future__ import annotations

import pytest

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.services.rights_story import rights_lines
from practicecoder.services.session_story import ERASED
from tests.builders import LEAD, NOW


def an_entry(
    item: str,
    new: str | None,
    *,
    old: str | None = None,
    kind: HistoryKind = HistoryKind.RIGHTS_CHANGED,
    erased: bool = False,
) -> HistoryEntry:
    return HistoryEntry(
        entry_id="e", at=NOW, actor=LEAD, kind=kind, item=item, old=old, new=new, erased=erased
    )


@pytest.mark.parametrize(
    ("item", "new", "words"),
    [
        ("passphrase:C1", "added", "Passphrase of C1 added"),
        ("passphrase:C1", "changed", "Passphrase of C1 changed"),
        ("passphrase:C1", "removed", "Passphrase of C1 taken away"),
        ("recovery_code", "made", "New recovery code made"),
        ("encryption", "begun", "Encrypting of the study begun"),
    ],
)
def test_what_opens_a_study_is_told(item: str, new: str, words: str) -> None:
    (line,) = rights_lines([an_entry(item, new)])

    assert (line.text, line.who, line.before, line.after) == (words, LEAD, "", "")


def test_roles_are_told_before_and_after_whatever_the_code() -> None:
    (line,) = rights_lines([an_entry("roles:a:b", None, old="analyst coder")])

    assert line.text == "Roles of a:b changed"
    assert (line.before, line.after) == ("coder, analyst", "no access")


def test_other_acts_are_left_out_and_what_was_erased_says_so() -> None:
    added = an_entry("C1", "coder", kind=HistoryKind.PERSON_ADDED)
    rating = an_entry("empathy", "4", kind=HistoryKind.RATING)
    gone = an_entry("", None, erased=True)

    lines = rights_lines([added, rating, gone])

    assert [line.text for line in lines] == ["C1 added", ERASED]
    assert lines[0].after == "coder"


def test_what_a_later_program_recorded_is_told_as_it_stands() -> None:
    (line,) = rights_lines([an_entry("made_up_right", "given")])

    assert line.text == "made_up_right: given"
