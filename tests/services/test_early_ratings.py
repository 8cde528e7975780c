from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from practicecoder.domain.coding import Listen
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.spans import TimeSpan, covered_share
from practicecoder.services.early_ratings import early_ratings

START = datetime(2026, 10, 6, 14, 0, tzinfo=UTC)
SEGMENT = TimeSpan(0, 100_000)


def listen(start_s: int, end_s: int, *, minute: int) -> Listen:
    return Listen(
        span=TimeSpan(start_s * 1000, end_s * 1000),
        speed=1.0,
        at=START + timedelta(minutes=minute),
    )


def rated(item: str, *, minute: int, new: str = '{"state":"rated","value":3}') -> HistoryEntry:
    return HistoryEntry(
        entry_id=f"{item}-{minute}",
        at=START + timedelta(minutes=minute),
        actor=None,
        kind=HistoryKind.RATING,
        item=item,
        new=new,
    )


def test_a_rating_before_the_end_is_early_and_one_after_it_is_not() -> None:
    listens = [listen(0, 50, minute=1), listen(50, 96, minute=3)]
    entries = [rated("empathy", minute=2), rated("autonomy", minute=4)]

    assert early_ratings(entries, listens, SEGMENT, enough=0.95) == {"empathy"}


def test_a_rating_changed_after_the_end_is_no_longer_early() -> None:
    listens = [listen(0, 100, minute=3)]

    assert early_ratings([rated("empathy", minute=2)], listens, SEGMENT, enough=0.95) == {
        "empathy"
    }
    later = [rated("empathy", minute=2), rated("empathy", minute=5)]
    assert early_ratings(later, listens, SEGMENT, enough=0.95) == frozenset()


def test_a_rating_taken_back_is_not_early() -> None:
    entries = [
        rated("empathy", minute=1),
        rated("empathy", minute=2, new='{"state":"not_yet_rated"}'),
    ]

    assert early_ratings(entries, [], SEGMENT, enough=0.95) == frozenset()


def test_everything_is_early_where_the_end_was_never_heard_and_nothing_without_sound() -> None:
    entries = [rated("empathy", minute=9)]

    assert early_ratings(entries, [listen(0, 90, minute=1)], SEGMENT, enough=0.95) == {"empathy"}
    assert early_ratings(entries, [], None, enough=0.95) == frozenset()


@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=12),
    st.integers(0, 13),
)
def test_early_is_what_the_share_heard_until_then_says(
    spans: list[tuple[int, int]], minute: int
) -> None:
    listens = [listen(min(pair), max(pair), minute=number) for number, pair in enumerate(spans)]
    before = [one.span for one in listens if one.at <= START + timedelta(minutes=minute)]

    early = early_ratings([rated("empathy", minute=minute)], listens, SEGMENT, enough=0.95)

    assert bool(early) == (covered_share(before, SEGMENT) < 0.95)
