"""Codings side by side in words: ratings, why a dimension comes first, evidence."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Evidence, Polarity, Rating, RatingState
from practicecoder.domain.spans import clock
from practicecoder.services.comparing import Difference, DimensionComparison
from practicecoder.ui.languages import Words

NOT_RATED = "–"
NOT_APPLICABLE = "N/A"
NO_EVIDENCE = "none noted"
POLARITY_SIGNS = {Polarity.STRENGTH: "▲", Polarity.TO_BUILD: "■", Polarity.NEUTRAL: "●"}
POLARITY_WORDS = Words(
    {
        Polarity.STRENGTH: "strength",
        Polarity.TO_BUILD: "to build",
        Polarity.NEUTRAL: "neutral",
    }
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def rating_in_short(rating: Rating) -> str:
    """Rating as it stands in a narrow column; a question mark stands for unsure.

    Examples
    --------
    >>> rating_in_short(Rating.rated(4, unsure=True)), rating_in_short(Rating())
    ('4 ?', '–')
    """
    match rating.state:
        case RatingState.NOT_YET_RATED:
            text = NOT_RATED
        case RatingState.NOT_APPLICABLE:
            text = NOT_APPLICABLE
        case RatingState.RATED:
            text = f"{rating.value:g}"
    return f"{text} ?" if rating.unsure else text


def rating_explained(codebook: Codebook, dimension_id: str, rating: Rating) -> str:
    """Rating with the words of its level or its reason, its flag and its note."""
    match rating.state:
        case RatingState.NOT_YET_RATED:
            text = "not yet rated"
        case RatingState.NOT_APPLICABLE:
            text = f"not applicable: {codebook.reason(rating.na_reason or '').label}"
        case RatingState.RATED:
            text = level_in_words(codebook, dimension_id, rating.value or 0)
    flag = "\nThe coder was unsure." if rating.unsure else ""
    note = f"\n{rating.note}" if rating.note else ""
    return f"{text}{flag}{note}"


def level_in_words(codebook: Codebook, dimension_id: str, value: float) -> str:
    """Level with its name and text; a value between two levels stands alone."""
    level = next(
        (each for each in codebook.dimension(dimension_id).levels if each.value == value), None
    )
    words = [] if level is None else [level.name, " ".join(level.text.split())]
    return f"{value:g}  {'. '.join(part.rstrip('.') for part in words if part)}".strip()


def why_first(comparison: DimensionComparison) -> str:
    """Why a dimension stands where it does: how its codings differ, and who was unsure.

    Examples
    --------
    "two levels apart; B unsure", "N/A against rated", "equal"
    """
    words = _difference_in_words(comparison)
    if comparison.unsure:
        return f"{words}; {listed(comparison.unsure)} unsure"
    return words


def evidence_in_short(pieces: Sequence[Evidence]) -> str:
    """First piece of evidence in one line, and how many more there are.

    Examples
    --------
    "▲ 14:05 +2 “You know him best.”", "none noted"
    """
    if not pieces:
        return NO_EVIDENCE
    first = pieces[0]
    words = f"“{first.quote}”" if first.quote else first.note
    more = f"+{len(pieces) - 1}" if len(pieces) > 1 else ""
    parts = (POLARITY_SIGNS[first.polarity], span_in_words(first), more, words)
    return " ".join(part for part in parts if part)


def evidence_explained(pieces: Sequence[Evidence]) -> str:
    """Every piece of evidence with all that its coder wrote, one a line."""
    return "\n".join(
        f"{span_in_words(e)}, {POLARITY_WORDS[e.polarity]}"
        + "".join(f": {part}" for part in (e.quote and f"“{e.quote}”", e.note) if part)
        for e in pieces
    )


def span_in_words(piece: Evidence) -> str:
    """Moment or span of a piece of evidence."""
    start, end = clock(piece.span.start_ms), clock(piece.span.end_ms)
    return start if start == end else f"{start}–{end}"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence.

    Examples
    --------
    >>> listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])
    ('A', 'A and B', 'A, B and C')
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _difference_in_words(comparison: DimensionComparison) -> str:
    match comparison.difference:
        case Difference.APPLICABILITY:
            return "N/A against rated"
        case Difference.FAR | Difference.NEAR:
            return f"{_levels(comparison.levels_apart or 0)} apart"
        case Difference.LEFT_OPEN:
            open_for = [
                label
                for label, rating in comparison.ratings.items()
                if rating.state is RatingState.NOT_YET_RATED
            ]
            return f"left open by {listed(open_for)}"
        case Difference.REASONS:
            return "different reasons"
        case Difference.EQUAL:
            return "equal"


def _levels(apart: float) -> str:
    count = int(apart)
    if count != apart or count >= len(_NUMBERS):
        return f"{apart:g} levels"
    return f"{_NUMBERS[count]} level{'' if count == 1 else 's'}"
