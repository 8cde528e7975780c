"""Codings side by side in words: ratings, why a dimension comes first, evidence."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Evidence, Polarity, Rating, RatingState
from practicecoder.domain.spans import clock
from practicecoder.services.comparing import Difference, DimensionComparison
from practicecoder.ui.languages import Words, translate

NOT_RATED = "–"
NOT_APPLICABLE = "N/A"
POLARITY_SIGNS = {Polarity.STRENGTH: "▲", Polarity.TO_BUILD: "■", Polarity.NEUTRAL: "●"}
POLARITY_WORDS = Words(
    {
        Polarity.STRENGTH: "strength",
        Polarity.TO_BUILD: "to build",
        Polarity.NEUTRAL: "neutral",
    }
)
_APART = Words(
    {
        0.0: "no levels apart",
        1.0: "one level apart",
        2.0: "two levels apart",
        3.0: "three levels apart",
        4.0: "four levels apart",
        5.0: "five levels apart",
        6.0: "six levels apart",
        7.0: "seven levels apart",
        8.0: "eight levels apart",
        9.0: "nine levels apart",
    }
)


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
            text = _tr("not yet rated")
        case RatingState.NOT_APPLICABLE:
            reason = codebook.reason(rating.na_reason or "").label
            text = _tr("not applicable: {0}").format(reason)
        case RatingState.RATED:
            text = level_in_words(codebook, dimension_id, rating.value or 0)
    flag = f"\n{_tr('The coder was unsure.')}" if rating.unsure else ""
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
        return _tr("{0}; {1} unsure").format(words, listed(comparison.unsure))
    return words


def evidence_in_short(pieces: Sequence[Evidence]) -> str:
    """First piece of evidence in one line, and how many more there are.

    Examples
    --------
    "▲ 14:05 +2 “You know him best.”", "none noted"
    """
    if not pieces:
        return no_evidence()
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


def no_evidence() -> str:
    """What stands where no evidence was noted, ``"none noted"``."""
    return _tr("none noted")


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
    return _tr("{0} and {1}").format(", ".join(first), last) if first else last


def _difference_in_words(comparison: DimensionComparison) -> str:
    match comparison.difference:
        case Difference.APPLICABILITY:
            return _tr("N/A against rated")
        case Difference.FAR | Difference.NEAR:
            return _levels_apart(comparison.levels_apart or 0)
        case Difference.LEFT_OPEN:
            open_for = [
                label
                for label, rating in comparison.ratings.items()
                if rating.state is RatingState.NOT_YET_RATED
            ]
            return _tr("left open by {0}").format(listed(open_for))
        case Difference.REASONS:
            return _tr("different reasons")
        case Difference.EQUAL:
            return _tr("equal")


def _levels_apart(apart: float) -> str:
    return _APART.get(apart) or _tr("{0} levels apart").format(f"{apart:g}")


def _tr(text: str) -> str:
    return translate("Comparison", text)
