"""Sessions whose phase says one thing and whose days since implementation another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.scoring.frames import DAYS, OFFICE, PHASE, numbers

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseContradiction:
    """One session labelled before at day 0 or later, or after at a day before 0.

    ``rule`` is how the phase came to be stored; empty where the table does not say.
    """

    session_id: str
    office: str
    phase: str
    days: int
    rule: str


def phase_contradictions(frame: pd.DataFrame) -> tuple[PhaseContradiction, ...]:
    """Every contradiction of a session table, in its order; none without phase or days.

    Raises
    ------
    ImportedDataError
        If the column of days holds texts.
    """
    if not {PHASE, DAYS} <= set(frame.columns):
        return ()
    days = numbers(frame, DAYS)
    odd = ((frame[PHASE] == "pre") & (days >= 0)) | ((frame[PHASE] == "post") & (days < 0))
    return tuple(
        PhaseContradiction(
            session_id=_text(frame, "session_id", row) or f"row {row + 1}",
            office=_text(frame, OFFICE, row),
            phase=str(frame[PHASE].iloc[row]),
            days=int(days.iloc[row]),
            rule=_text(frame, "phase_rule", row).replace("_", " "),
        )
        for row in range(len(frame))
        if bool(odd.iloc[row])
    )


def _text(frame: pd.DataFrame, column: str, row: int) -> str:
    """Text of a cell; empty where blank or where there is no such column."""
    if column not in frame or not bool(frame[column].notna().iloc[row]):
        return ""
    return str(frame[column].iloc[row])
