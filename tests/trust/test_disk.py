"""The simulated disk forgets what it may forget, and nothing else."""

from __future__ import annotations

import random

import pytest

from tests.trust.disk import (
    SECTOR,
    Cut,
    Disk,
    Fate,
    FolderSynced,
    Made,
    Operation,
    Removed,
    Renamed,
    Synced,
    Written,
    torn,
)

OLD = b"o" * (3 * SECTOR)
NEW = b"n" * (3 * SECTOR)


def disk(*operations: Operation) -> Disk:
    made = Disk(contents={0: OLD}, names={"study.db": 0})
    for operation in operations:
        made.take(operation)
    return made


def states(made: Disk, fate: Fate, n: int = 60) -> list[dict[str, bytes]]:
    return [dict(made.after_power_cut(fate, random.Random(seed))) for seed in range(n)]


@pytest.mark.parametrize("fate", Fate)
def test_what_was_synced_survives_whatever_happens(fate: Fate) -> None:
    made = disk(Written(0, 0, NEW), Synced(0))

    assert made.is_settled
    assert states(made, fate) == [{"study.db": NEW}] * 60


def test_what_was_not_synced_may_be_lost_or_kept() -> None:
    made = disk(Written(0, 0, NEW))

    assert not made.is_settled
    assert states(made, Fate.LOST, 1) == [{"study.db": OLD}]
    assert states(made, Fate.KEPT, 1) == [{"study.db": NEW}]


def test_a_later_write_may_survive_an_earlier_one() -> None:
    made = disk(Written(0, 0, b"1"), Written(0, 1, b"2"))

    seen = {state["study.db"][:2] for state in states(made, Fate.REORDERED)}

    assert seen == {b"oo", b"1o", b"o2", b"12"}
    assert {state["study.db"][:2] for state in states(made, Fate.IN_ORDER)} == {
        b"oo",
        b"1o",
        b"12",
    }


def test_a_write_is_torn_between_sectors_only() -> None:
    made = disk(Written(0, 0, NEW))

    seen = {state["study.db"] for state in states(made, Fate.TORN)}

    assert len(seen) == 8
    assert all(len(set(content[:SECTOR])) == 1 for content in seen)


def test_pieces_of_a_torn_write_make_up_the_whole() -> None:
    pieces = torn(Written(0, 100, NEW))

    assert [piece.at for piece in pieces if isinstance(piece, Written)] == [100, 512, 1024, 1536]
    assert b"".join(piece.content for piece in pieces if isinstance(piece, Written)) == NEW


def test_a_file_that_was_cut_may_come_back_whole() -> None:
    made = disk(Cut(0, 0))

    assert states(made, Fate.LOST, 1) == [{"study.db": OLD}]
    assert states(made, Fate.KEPT, 1) == [{"study.db": b""}]


def test_a_hole_before_what_survived_holds_anything() -> None:
    made = disk(Written(0, len(OLD), NEW), Written(0, len(OLD) + len(NEW), b"end"))

    holes = {
        state["study.db"][len(OLD) : -3]
        for state in states(made, Fate.REORDERED)
        if state["study.db"].endswith(b"end")
    }

    assert NEW in holes
    assert len(holes) > 2


def test_names_come_back_and_go_until_their_folder_is_synced() -> None:
    removed = disk(Removed("study.db"))
    made = disk(Made("study.db-journal", 1), Written(1, 0, b"journal"), Synced(1))

    assert states(removed, Fate.LOST, 1) == [{"study.db": OLD}]
    assert states(removed, Fate.KEPT, 1) == [{}]
    assert states(made, Fate.LOST, 1) == [{"study.db": OLD}]
    removed.take(FolderSynced("."))
    assert states(removed, Fate.LOST, 1) == [{}]


def test_syncing_one_folder_leaves_the_names_of_another_open() -> None:
    made = disk(Made("backups/study-1.db", 1), FolderSynced("."))

    assert states(made, Fate.LOST, 1) == [{"study.db": OLD}]
    made.take(FolderSynced("backups"))
    assert states(made, Fate.LOST, 1) == [{"study.db": OLD, "backups/study-1.db": b""}]


def test_a_renaming_puts_the_one_file_or_the_other_there() -> None:
    made = disk(Made("study.db.new", 1), FolderSynced("."), Written(1, 0, NEW), Synced(1))
    made.take(Renamed("study.db.new", "study.db"))

    assert states(made, Fate.LOST, 1) == [{"study.db": OLD, "study.db.new": NEW}]
    assert states(made, Fate.KEPT, 1) == [{"study.db": NEW}]
