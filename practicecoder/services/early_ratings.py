"""Ratings that were given before the segment had been heard: allowed, and told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from practicecoder.domain.coding import Listen
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.spans import TimeSpan, covered_share


def early_ratings(
    entries: Iterable[HistoryEntry],
    listens: Sequence[Listen],
    segment: TimeSpan | None,
    *,
    enough: float,
) -> frozenset[str]:
    """Dimension ids whose last change came before enough of the segment had been played.

    ``enough`` is the share of the segment, 0 to 1, after which a rating is no longer early. The
    result follows from the history and from what was heard, and is stored nowhere. Without sound
    no rating is early. A dimension whose last change took the rating back is not early either.
    """
    if segment is None:
        return frozenset()
    last: dict[str, HistoryEntry] = {
        entry.item: entry for entry in entries if entry.kind is HistoryKind.RATING
    }
    decided = [e for e in last.values() if e.new is not None and '"not_yet_rated"' not in e.new]
    heard_at = _when_enough(sorted(listens, key=lambda listen: listen.at), segment, enough)
    return frozenset(e.item for e in decided if heard_at is None or e.at < heard_at.at)


def _when_enough(listens: Sequence[Listen], segment: TimeSpan, enough: float) -> Listen | None:
    """Return the listen with which enough was heard; None if that never came."""
    low, high = 0, len(listens)
    if covered_share([listen.span for listen in listens], segment) < enough:
        return None
    while low < high:
        middle = (low + high) // 2
        if covered_share([one.span for one in listens[: middle + 1]], segment) >= enough:
            high = middle
        else:
            low = middle + 1
    return listens[low] if listens else None
