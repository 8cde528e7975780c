from __future__ import annotations

from contextlib import closing

import pytest

from practicecoder.domain.coding import Coding, Rating
from practicecoder.domain.coding_changes import CodingChange, RatingChange, applied
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.study_folder import StudyStore
from tests.storage.conftest import AT

ERASED = (
    "UPDATE history SET erased = 1, session_id = NULL, item = '', old = NULL, new = NULL,"
    " reason = '', salt = NULL"
)


@pytest.fixture
def coded(store: StudyStore, coding: Coding) -> StudyStore:
    with store.transaction() as unit:
        unit.codings.add(coding)
    for value in (2, 4):
        changes: list[CodingChange] = [RatingChange("d1", Rating.rated(value))]
        after = applied(coding, changes)
        with store.transaction() as unit:
            unit.record_changes(coding, changes, at=AT, actor=coding.coder_id)
            coding = unit.codings.save(after, expected_version=coding.version, changes=changes)
    return store


def alter(store: StudyStore, *statements: str) -> list[str]:
    with closing(connect_sqlite(store.path / "study.db", "rw")) as connection:
        connection.execute("DROP TRIGGER history_no_delete")
        for statement in statements:
            connection.execute(statement)
    return [problem.what for problem in store.check()]


def test_erasing_is_accepted_only_with_a_withdrawal_on_record(coded: StudyStore) -> None:
    (told,) = alter(coded, ERASED)

    assert "entry 1 was erased, and no withdrawal is on record" in told


def test_a_coding_whose_whole_history_is_gone_is_missed(coded: StudyStore) -> None:
    told = alter(coded, "DELETE FROM history", "DELETE FROM history_heads")

    assert any("Whole chains" in what or "what its history adds up to" in what for what in told)


def test_an_end_that_was_cut_off_is_told(coded: StudyStore) -> None:
    told = alter(
        coded,
        "DELETE FROM history WHERE position = 2",
        "UPDATE ratings SET value = 2",
    )

    (only,) = told
    assert only.startswith("The history of the primary coding of session S1 by C1: its end is")


def test_the_record_of_an_end_is_sealed(coded: StudyStore) -> None:
    (told,) = alter(coded, "UPDATE history_heads SET length = 9 WHERE chain <> 'chains'")

    assert "the record of its end was altered" in told


def test_the_number_of_chains_is_sealed(coded: StudyStore) -> None:
    (told,) = alter(coded, "UPDATE history_heads SET length = 9 WHERE chain = 'chains'")

    assert "Whole chains of the history were removed or put in" in told


def test_a_printed_head_that_is_gone_is_told(coded: StudyStore) -> None:
    with coded.reading() as unit:
        (head,) = unit.history.printed_heads(unit.codings.ids()).values()

    assert coded.check([head]) == ()
    (problem,) = coded.check(["0000 1111 2222 3333"])
    assert "is not in the history of this study" in problem.what
