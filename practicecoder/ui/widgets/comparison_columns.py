"""Lines and columns of a table that shows codings side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import NOT_YET_RATED, Rating, RatingState
from practicecoder.services.comparing import DimensionComparison
from practicecoder.ui.icons import Icon, Ink, icon
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import CENTRE, Column
from practicecoder.ui.widgets.comparison_words import (
    NOT_RATED,
    evidence_explained,
    evidence_in_short,
    rating_explained,
    rating_in_short,
    why_first,
)

FOLD = ""
"""Key of the line under which equal dimensions are folded; no dimension has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """A dimension, or without a comparison the line that shows and folds the equal ones.

    ``agreed`` and ``decision`` are what a meeting came to. ``n_equal`` and ``n_agreed`` count the
    equal dimensions of a fold, and those of them that are agreed.
    """

    comparison: DimensionComparison | None
    agreed: Rating = NOT_YET_RATED
    decision: str = ""
    n_equal: int = 0
    n_agreed: int = 0
    is_open: bool = False

    @property
    def key(self) -> str:
        """Dimension, or FOLD."""
        return FOLD if self.comparison is None else self.comparison.dimension_id

    @property
    def is_agreed(self) -> bool:
        """Whether something was agreed on."""
        return self.agreed.state is not RatingState.NOT_YET_RATED


def comparison_columns(
    codebook: Codebook, headings: Mapping[str, str], *, with_agreed: bool
) -> tuple[Column[ComparisonLine], ...]:
    """Columns for codings by label; ``headings`` are the words over each of them."""
    return (
        Column(title="Dimension", text=_dimension, bold=lambda line: line.comparison is not None),
        *(_rating(codebook, label, words) for label, words in headings.items()),
        Column(
            title="Why first",
            text=lambda line: "" if line.comparison is None else why_first(line.comparison),
            tooltip="Widest differences come first",
            muted=lambda line: line.comparison is None or line.comparison.is_equal,
        ),
        *(_evidence(label, words) for label, words in headings.items()),
        *((_agreed(codebook),) if with_agreed else ()),
    )


def evidence_columns(headings: Mapping[str, str]) -> dict[int, str]:
    """Numbers of the columns with evidence, and the label each belongs to."""
    first = len(headings) + 2
    return dict(enumerate(headings, start=first))


def _dimension(line: ComparisonLine) -> str:
    if line.comparison is not None:
        return line.comparison.label
    return f"{'▾' if line.is_open else '▸'} {_tr('{0} equal').format(line.n_equal)}"


def _rating(codebook: Codebook, label: str, words: str) -> Column[ComparisonLine]:
    def text(line: ComparisonLine) -> str:
        return "" if line.comparison is None else rating_in_short(line.comparison.ratings[label])

    def explained(line: ComparisonLine) -> str:
        if line.comparison is None:
            return ""
        rating = line.comparison.ratings[label]
        return rating_explained(codebook, line.comparison.dimension_id, rating)

    return Column(
        title=words,
        text=text,
        alignment=CENTRE,
        cell_tooltip=explained,
        bold=lambda line: line.comparison is not None and not line.comparison.is_equal,
        tooltip=_tr("Rating of {0}; a question mark stands for unsure").format(
            " ".join(words.split())
        ),
    )


def _evidence(label: str, words: str) -> Column[ComparisonLine]:
    def text(line: ComparisonLine) -> str:
        if line.comparison is None:
            return ""
        return evidence_in_short(line.comparison.evidence[label])

    return Column(
        title=_tr("Evidence {0}").format(" ".join(words.split())),
        text=text,
        cell_tooltip=lambda line: (
            "" if line.comparison is None else evidence_explained(line.comparison.evidence[label])
        ),
        muted=lambda line: line.comparison is None or not line.comparison.evidence[label],
        tooltip="What was noted for the dimension; a click plays it",
    )


def _agreed(codebook: Codebook) -> Column[ComparisonLine]:
    def text(line: ComparisonLine) -> str:
        if line.comparison is None:
            return _tr("{0} of {1}").format(line.n_agreed, line.n_equal)
        return rating_in_short(line.agreed)

    def explained(line: ComparisonLine) -> str:
        if line.comparison is None:
            return ""
        words = rating_explained(codebook, line.comparison.dimension_id, line.agreed)
        words = words if line.is_agreed else _tr("not agreed yet")
        if not line.decision:
            return words
        return f"{words}\n{_tr('Decision: {0}').format(line.decision)}"

    return Column(
        title="Agreed",
        text=text,
        alignment=CENTRE,
        cell_tooltip=explained,
        bold=lambda line: line.is_agreed,
        muted=lambda line: text(line) == NOT_RATED or line.comparison is None,
        icon=lambda line: icon(Icon.NOTE, Ink.MUTED, size=16) if line.decision else None,
        tooltip="What was agreed; a digit agrees on a level",
    )


def _tr(text: str) -> str:
    return translate("Comparison", text)
