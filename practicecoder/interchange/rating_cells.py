"""Reads one rating out of the cells for its value and its reason."""

from __future__ import annotations

from practicecoder.codebook.faults import near_match, quoted
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import NOT_YET_RATED, Rating
from practicecoder.interchange.cells import CellError, number
from practicecoder.interchange.sheet import Problems, Row, Sheet

CODERS_DIFFER = "coders_differ"
"""Reason of a final value that lacks because coders differ on whether the dimension applies."""


class RatingReader:
    """Reads ratings by the rules of a codebook and notes what is wrong with them."""

    def __init__(
        self, codebook: Codebook, sheet: Sheet, problems: Problems, *, finals_allowed: bool
    ) -> None:
        self._codebook = codebook
        self._sheet = sheet
        self._problems = problems
        self._finals_allowed = finals_allowed
        self._counts = frozenset(codebook.count_ids)
        self._reasons = {
            item: self._reasons_of(item) for item in (*codebook.dimension_ids, *codebook.count_ids)
        }
        self._codes = {reason.export_code: reason.reason_id for reason in codebook.reasons}

    def read(self, row: Row, item: str, value_column: str, reason_column: str) -> Rating | None:
        """Rating of a dimension or count; None, with a problem noted, if it cannot be read."""
        try:
            return self._rating(row, item, value_column, reason_column)
        except CellError as error:
            column = error.column or value_column
            self._problems.add(str(error), line=row.line, key=column, fix=error.fix)
            return None

    def _rating(self, row: Row, item: str, value_column: str, reason_column: str) -> Rating:
        text, reason = row.text(value_column), row.text(reason_column)
        unsure = self._unsure(row)
        if text:
            value = number(text, decimal_comma=self._sheet.decimal_comma)
            coded = self._coded_reason(value_column, value)
            if coded and reason in ("", coded):
                column = reason_column if reason else value_column
                reason, text, reason_column = coded, "", column
        if text and reason:
            raise CellError("The cell has a value, and a reason is given beside it.")
        if reason:
            return Rating.not_applicable(self._checked_reason(item, reason, reason_column))
        if not text:
            return NOT_YET_RATED
        return Rating.rated(self._checked_value(item, value, text), unsure=unsure)

    def _unsure(self, row: Row) -> bool:
        text = row.text("unsure")
        if text not in ("", "0", "1"):
            raise CellError("The column unsure holds 0 or 1.", column="unsure")
        return text == "1"

    def _coded_reason(self, column: str, value: float) -> str:
        """Reason that an SPSS file states by a number; empty if the number is a value."""
        if self._sheet.user_missing is None:
            return ""
        reason = self._codes.get(int(value), "") if value.is_integer() else ""
        ranges = self._sheet.user_missing.get(column, ())
        if not reason and any(low <= value <= high for low, high in ranges):
            raise CellError(
                f"{value:g} is declared as missing, and no reason of the codebook has this code."
            )
        return reason

    def _checked_value(self, item: str, value: float, text: str) -> float:
        if item in self._counts:
            if value < 0:
                raise CellError(f"{quoted(text)} is no count: it is below 0.")
            if not value.is_integer() and not self._finals_allowed:
                raise CellError(f"{quoted(text)} is no count: it is not whole.")
            return value
        scale = self._codebook.dimension(item).scale
        if not scale.admits_final(value):
            raise CellError(f"{text} is not on the scale from {scale.minimum} to {scale.maximum}.")
        if value not in scale and not self._finals_allowed:
            raise CellError(f"{text} is no level of the scale; coders give whole levels.")
        return value

    def _checked_reason(self, item: str, reason: str, column: str) -> str:
        allowed = self._reasons[item]
        if reason in allowed:
            return reason
        if reason in {known.reason_id for known in self._codebook.reasons}:
            raise CellError(f"The reason {reason} may not be given on {item}.", column=column)
        fix = near_match(reason, allowed)
        raise CellError(f"There is no reason {quoted(reason)}.", fix, column=column)

    def _reasons_of(self, item: str) -> tuple[str, ...]:
        if item in self._counts:
            found = [r for r in self._codebook.reasons if r.dimension_ids is None]
        else:
            found = list(self._codebook.reasons_for(item))
        extra = (CODERS_DIFFER,) if self._finals_allowed else ()
        return (*(reason.reason_id for reason in found), *extra)
