from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from practicecoder.domain.coding import Coding, CodingRole, Rating
from practicecoder.domain.history import HistoryEntry, HistoryKind, ReceivedEntry
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.errors import ConflictError, NotAllowedError
from practicecoder.storage.database import Database
from practicecoder.storage.history import replay, value_text
from practicecoder.storage.history_checking import check_history

AT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
CODING, OTHER = CodingId("coding-1"), CodingId("coding-2")


def entry(name: str, value: int = 1, *, at: int = 0, **fields: object) -> HistoryEntry:
    made = HistoryEntry(
        entry_id=name,
        at=AT + timedelta(seconds=at),
        actor=CoderId("C1"),
        kind=HistoryKind.RATING,
        item="d1",
        new=value_text(Rating.rated(value)),
        coding_id=CODING,
        session_id=SessionId("S1"),
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # fields are named by the tests


def received(one: HistoryEntry, parent: str | None, other: str | None = None) -> ReceivedEntry:
    return ReceivedEntry(entry=one, parent_id=parent, other_parent_id=other)


HERE = (entry("a"), entry("b", 2, at=10))
LAPTOP = (received(entry("c", 3, at=20), "b"), received(entry("d", 4, at=30), "c"))
HOME = (received(entry("e", 5, at=25), "b"), received(entry("f", 1, at=26), "e"))
SETTLING = entry("s", at=40, kind=HistoryKind.FORK_SETTLED, item="", new=None)


@pytest.fixture
def begun(database: Database) -> Database:
    with database.transaction() as unit:
        unit.history.add_all(HERE)
    return database


def receive(database: Database, entries: Sequence[ReceivedEntry]) -> tuple[HistoryEntry, ...]:
    with database.transaction() as unit:
        return unit.history.add_received(entries)


def problems(database: Database) -> list[str]:
    return [problem.what for problem in check_history(database).problems]


def names(entries: Sequence[HistoryEntry]) -> str:
    return "".join(one.entry_id for one in entries)


def of_coding(database: Database) -> str:
    with database.reading() as unit:
        return names(unit.history.of_coding(CODING))


def test_work_that_continues_what_is_here_joins_its_line(begun: Database) -> None:
    assert names(receive(begun, LAPTOP)) == "cd"
    assert of_coding(begun) == "abcd"
    with begun.reading() as unit:
        assert unit.history.forks() == ()
    assert problems(begun) == []


def test_the_same_work_is_taken_once(begun: Database) -> None:
    receive(begun, LAPTOP)

    assert receive(begun, LAPTOP) == ()
    assert of_coding(begun) == "abcd"
    assert problems(begun) == []


def test_work_of_two_machines_is_a_fork_that_keeps_both(begun: Database) -> None:
    receive(begun, HOME)
    receive(begun, LAPTOP)
    with begun.reading() as unit:
        (fork,) = unit.history.forks()
        everything = unit.history.links_of_coding(CODING)

    assert (names(fork.common), [names(b) for b in fork.branches]) == ("ab", ["cd", "ef"])
    assert fork.heads == ("d", "f")
    assert of_coding(begun) == "abcd"
    assert {one.entry.entry_id for one in everything} == set("abcdef")
    assert problems(begun) == []


def test_what_is_received_first_decides_nothing(database: Database) -> None:
    parts: list[tuple[ReceivedEntry, ...]] = [LAPTOP, HOME, (received(entry("g", at=27), "e"),)]
    forks = set()
    for number, order in enumerate(itertools.permutations(parts)):
        coding = CodingId(f"coding-{number}")

        def here(name: str | None, coding: CodingId = coding) -> str | None:
            return None if name is None else f"{coding}-{name}"

        with database.transaction() as unit:
            unit.history.add_all(
                replace(one, entry_id=here(one.entry_id) or "", coding_id=coding) for one in HERE
            )
        waiting = [
            [
                received(
                    replace(one.entry, entry_id=here(one.entry.entry_id) or "", coding_id=coding),
                    here(one.parent_id),
                )
                for one in part
            ]
            for part in order
        ]
        # a part whose parent comes with another part is sent together with that part
        if order.index(parts[2]) < order.index(parts[1]):
            waiting = [[*itertools.chain.from_iterable(waiting)]]
        for part in waiting:
            receive(database, part)
        with database.reading() as unit:
            fork = unit.history.fork_of(coding)
        assert fork is not None
        forks.add(tuple(names(b).replace(f"{coding}-", "") for b in fork.branches))

    assert forks == {("cd", "ef", "eg")}
    assert problems(database) == []


def test_own_work_goes_on_in_the_branch_in_force(begun: Database) -> None:
    receive(begun, HOME)
    receive(begun, LAPTOP)
    with begun.transaction() as unit:
        unit.history.add(entry("g", at=50))

    assert of_coding(begun) == "abcdg"
    assert problems(begun) == []


@pytest.mark.parametrize(("kept", "other", "path"), [("d", "f", "abcds"), ("f", "d", "abefs")])
def test_a_fork_is_settled_by_an_entry_that_names_both(
    begun: Database, kept: str, other: str, path: str
) -> None:
    receive(begun, (*LAPTOP, *HOME))
    with begun.transaction() as unit:
        unit.history.settle(SETTLING, kept=kept, other=other)
    with begun.reading() as unit:
        assert unit.history.forks() == ()
        entries = unit.history.of_coding(CODING)

    assert names(entries) == path
    assert replay(entries).ratings["d1"] == Rating.rated(4 if kept == "d" else 1)
    assert problems(begun) == []


@pytest.mark.parametrize(("kept", "other"), [("d", "b"), ("d", "d"), ("d", "unheard of")])
def test_only_heads_can_be_settled(begun: Database, kept: str, other: str) -> None:
    receive(begun, (*LAPTOP, *HOME))
    with pytest.raises(ConflictError), begun.transaction() as unit:
        unit.history.settle(SETTLING, kept=kept, other=other)


def test_late_work_on_the_branch_that_was_given_up_is_a_fork_again(begun: Database) -> None:
    receive(begun, (*LAPTOP, *HOME))
    with begun.transaction() as unit:
        unit.history.settle(SETTLING, kept="f", other="d")
    receive(begun, [received(entry("z", at=60), "d")])
    with begun.reading() as unit:
        fork = unit.history.fork_of(CODING)

    assert fork is not None
    assert [names(branch) for branch in fork.branches] == ["efs", "cdz"]
    assert of_coding(begun) == "abefs"
    assert problems(begun) == []


def test_work_whose_beginning_is_missing_is_refused_as_a_whole(begun: Database) -> None:
    loose = received(entry("y"), "unheard of")
    with pytest.raises(NotAllowedError, match="not in this study"):
        receive(begun, [*LAPTOP, loose])

    assert of_coding(begun) == "ab"


def test_acts_about_no_coding_join_the_end_of_their_chain(begun: Database) -> None:
    concern = entry("k", coding_id=None, kind=HistoryKind.CONCERN_RAISED)

    assert names(receive(begun, [received(concern, "unheard of")])) == "k"
    assert receive(begun, [received(concern, None)]) == ()
    assert problems(begun) == []


def test_a_coding_that_two_machines_began_is_a_fork(database: Database) -> None:
    receive(database, [received(entry("m", at=9), None), received(entry("n", at=5), None)])
    with database.reading() as unit:
        (fork,) = unit.history.forks()

    assert (fork.common, fork.heads) == ((), ("n", "m"))
    assert of_coding(database) == "n"
    assert problems(database) == []


def test_heads_are_printed_in_groups(begun: Database) -> None:
    with begun.reading() as unit:
        before = unit.history.printed_heads([CODING, OTHER])
    with begun.transaction() as unit:
        unit.history.add(entry("g"))
    with begun.reading() as unit:
        after = unit.history.printed_heads([CODING])

    assert list(before) == [CODING]
    assert [len(group) for group in before[CODING].split()] == [4, 4, 4, 4]
    assert after[CODING] != before[CODING]
    assert check_history(begun, printed=before.values()).found_heads == set(before.values())


def test_values_may_be_members_of_closed_sets(database: Database) -> None:
    with database.transaction() as unit:
        unit.history.add(
            entry(
                "a", kind=HistoryKind.ASSIGNED, old=CodingRole.PRIMARY, new=CodingRole.DOUBLE,
                coding_id=None,
            )
        )  # fmt: skip

    assert problems(database) == []


def test_two_windows_write_to_one_chain(open_window: Callable[[], Database]) -> None:
    first, second = open_window(), open_window()
    for number in range(4):
        for window in (first, second):
            with window.transaction() as unit:
                unit.history.add(entry(f"{number}-{window is first}"))

    assert problems(first) == []


def test_without_a_key_entries_are_recorded_unbound_and_sealed_later(
    database: Database, coding: Coding
) -> None:
    with database.transaction() as unit:
        unit.codings.add(coding)
    seal, database.seal = database.seal, None
    with database.transaction() as unit:
        unit.history.add_all(
            replace(one, kind=HistoryKind.CODING_STARTED, item=coding.coder_id, new=None)
            for one in HERE
        )
    with pytest.raises(RuntimeError, match="no key"):
        receive(database, LAPTOP)
    database.seal = seal
    assert "is not sealed" in " ".join(problems(database))
    with database.transaction() as unit:
        assert unit.history.seal_unsealed(AT) == 2
    with database.reading() as unit:
        last = unit.history.all()[-1]

    assert (last.kind, last.new, last.actor) == (HistoryKind.HISTORY_SEALED, "2", None)
    assert of_coding(database) == "ab"
    assert problems(database) == []
