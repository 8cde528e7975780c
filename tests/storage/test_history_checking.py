from __future__ import annotations

from contextlib import closing

import pytest

from practicecoder.domain.coding import Coding, Rating
from practicecoder.domain.coding_changes import CodingChange, RatingChange, applied
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import BlindCode, SessionId
from practicecoder.domain.sessions import PracticeSession
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.repositories import chains
from practicecoder.storage.study_folder import StudyStore
from tests.storage.conftest import AT

ERASED = (
    "UPDATE history SET erased = 1, session_id = NULL, item = '', old = NULL, new = NULL,"
    " reason = '', salt = NULL WHERE coding_id IS NOT NULL"
)
FIRST, LAST = (
    f"position = (SELECT {which}(position) FROM history WHERE coding_id IS NOT NULL)"
    for which in ("min", "max")
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
    """What the check says of the history; of tables it tells besides."""
    with closing(connect_sqlite(store.path / "study.db", "rw")) as connection:
        connection.execute("DROP TRIGGER IF EXISTS history_no_delete")
        for statement in statements:
            connection.execute(statement)
    told = [problem.what for problem in store.check()]
    return [what for what in told if not what.startswith(("The table of", "The rules of"))]


def test_erasing_is_accepted_only_with_a_withdrawal_on_record(coded: StudyStore) -> None:
    (told,) = alter(coded, ERASED)

    assert "entry 1 was erased, and no withdrawal is on record" in told


def test_a_withdrawal_excuses_no_erasing_in_another_session(coded: StudyStore) -> None:
    """Else whoever alters ratings would erase what was recorded of them."""
    told = alter(
        coded,
        "INSERT INTO coders (coder_id) VALUES ('L9')",
        "INSERT INTO withdrawals (withdrawal_id, at, by, choice, receipt) VALUES"
        " ('w', '2026-01-01 00:00:00.000000', 'L9', 'erase_all', '{}')",
        ERASED,
        "UPDATE ratings SET value = 5",
    )
    (only,) = [what for what in told if "record of withdrawals" not in what]
    assert "2 of its entries were erased, and its session was not withdrawn" in only


def test_a_coding_whose_whole_history_is_gone_is_missed(coded: StudyStore) -> None:
    told = alter(coded, "DELETE FROM history", "DELETE FROM history_heads")

    assert any("Whole chains" in what or "what its history adds up to" in what for what in told)


def test_an_end_that_was_cut_off_is_told(coded: StudyStore) -> None:
    told = alter(
        coded,
        f"DELETE FROM history WHERE {LAST}",
        "UPDATE ratings SET value = 2",
    )

    (only,) = told
    assert only.startswith("The history of the primary coding of session S1 by C1: its end is")


@pytest.mark.parametrize(
    "moved",
    [
        "INSERT INTO coders (coder_id) VALUES ('C9'); UPDATE codings SET coder_id = 'C9'",
        "UPDATE codings SET session_id = 'S9'",
    ],
)
def test_a_coding_that_was_given_to_another_coder_or_session_is_told(
    coded: StudyStore, coding: Coding, moved: str
) -> None:
    with coded.transaction() as unit:
        unit.sessions.add(PracticeSession(session_id=SessionId("S9"), blind_code=BlindCode("S-9")))
        unit.history.add(
            HistoryEntry(
                entry_id="begun",
                at=AT,
                actor=coding.coder_id,
                kind=HistoryKind.CODING_STARTED,
                item=coding.coder_id,
                coding_id=coding.coding_id,
                session_id=coding.session_id,
            )
        )
    assert alter(coded) == []
    (told,) = alter(coded, *moved.split(";"))
    assert "is not what its history adds up to" in told


def test_the_record_of_an_end_is_sealed(coded: StudyStore) -> None:
    (told,) = alter(coded, "UPDATE history_heads SET length = 9 WHERE chain LIKE 'coding:%'")

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


def test_an_entry_put_in_before_the_first_is_told(coded: StudyStore) -> None:
    told = alter(
        coded,
        "INSERT INTO history (position, entry_id, at, kind, item, new, reason, origin, coding_id)"
        " SELECT -7, 'forged', at, kind, item, new, reason, origin, coding_id"
        f" FROM history WHERE {LAST}",
    )

    assert any("was put in past the program" in what for what in told)


def test_an_entry_put_in_far_behind_the_last_is_told_as_soon(coded: StudyStore) -> None:
    told = alter(
        coded,
        "INSERT INTO history (position, entry_id, at, kind, item, reason, origin)"
        f" SELECT {2**62}, 'forged', at, 'session_added', '', '', origin"
        f" FROM history WHERE {LAST}",
    )

    assert any("no chain leads to" in what for what in told)


def test_an_intermediate_value_that_was_altered_is_told(coded: StudyStore) -> None:
    told = alter(
        coded,
        "DROP TRIGGER history_no_update",
        f"UPDATE history SET new = old WHERE {FIRST}",
    )

    assert any("entry 1 does not say any more what was recorded" in what for what in told)


def test_a_coding_that_is_reopened_past_the_program_is_told(
    coded: StudyStore, coding: Coding
) -> None:
    submitted = HistoryEntry(
        entry_id="e-submitted",
        at=AT,
        actor=coding.coder_id,
        kind=HistoryKind.SUBMITTED,
        coding_id=coding.coding_id,
        session_id=coding.session_id,
    )
    with coded.transaction() as unit:
        unit.history.add(submitted)

    assert alter(coded, "UPDATE codings SET state = 'locked'") == []
    (told,) = alter(coded, "UPDATE codings SET state = 'open'")
    assert "is not what its history adds up to" in told


def test_more_entries_than_are_read_at_once_are_all_verified(
    coded: StudyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chains, "PORTION", 1)

    assert coded.check() == ()
    (told,) = alter(
        coded,
        "DROP TRIGGER history_no_update",
        f"UPDATE history SET reason = 'forged' WHERE {LAST}",
    )

    assert "entry 2 does not say any more what was recorded" in told
