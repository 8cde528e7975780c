"""Measures that were taken elsewhere: read, looked at, and taken into the study."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.outcomes import Outcome
from practicecoder.domain.people import Role
from practicecoder.errors import ImportedDataError, NotAllowedError, Problem, ReadOnlyStudyError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.session_states import withdrawn_sessions
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

_STAND_FOR_MISSING = frozenset({-9.0, -99.0, -999.0, -9999.0, 99.0, 999.0, 9999.0})
_FAR_OUT = 3.0
"""A number is taken for a code of missing only this many ranges away from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePreview:
    """One measure of a sheet. ``n_replaced`` numbers of the study would give way to it.

    ``suspected`` are numbers that look like codes for missing values.
    """

    measure: str
    n: int
    minimum: float
    maximum: float
    mean: float
    n_replaced: int
    suspected: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomesPreview:
    """What a sheet would add; nothing of it is stored yet.

    ``n_without`` sessions of the study have no row or no number; ``left`` columns are passed over.
    """

    measures: tuple[MeasurePreview, ...]
    outcomes: tuple[Outcome, ...]
    n_sessions: int
    n_without: int
    left: tuple[str, ...]

    def notices(self) -> tuple[str, ...]:
        """Whole sentences about what to look at before the numbers are taken in."""
        told = []
        if self.left:
            told.append(f"Passed over, as the study holds it itself: {', '.join(self.left)}.")
        if self.n_without:
            are = "session has" if self.n_without == 1 else "sessions have"
            told.append(f"{self.n_without} {are} none of these measures.")
        for one in self.measures:
            if one.suspected:
                numbers = ", ".join(f"{value:g}" for value in one.suspected)
                told.append(
                    f"{one.measure} holds {numbers}, far from its other numbers. If that means "
                    "missing, leave the cells blank."
                )
            if one.n_replaced:
                told.append(f"{one.measure}: {one.n_replaced} numbers of the study are replaced.")
        return tuple(told)


class OutcomeService:
    """Keeps measures beside the scores, one number for each session and measure."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def all(self) -> tuple[Outcome, ...]:
        """Every number of the study, in order of measure and session."""
        with self._context.store.reading() as unit:
            return unit.outcomes.all()

    def measures(self) -> tuple[str, ...]:
        """Names of the measures that the study holds, in order."""
        return tuple(dict.fromkeys(outcome.measure for outcome in self.all()))

    def preview(self, sheet: Path) -> OutcomesPreview:
        """Read a sheet and say what it would add; nothing is written.

        Raises
        ------
        ImportedDataError
            With every problem of the sheet at once.
        """
        from practicecoder.interchange.outcomes_table import read_outcomes

        with self._context.store.reading() as unit:
            sessions = unit.sessions.all()
            held: dict[str, int] = defaultdict(int)
            for outcome in unit.outcomes.all():
                held[outcome.measure] += 1
        known = {session.session_id for session in sessions}
        table = read_outcomes(sheet, self._context.codebook, known)
        _refuse_withdrawn(sheet, table.outcomes, withdrawn_sessions(sessions))
        by_measure: dict[str, list[float]] = defaultdict(list)
        for outcome in table.outcomes:
            by_measure[outcome.measure].append(outcome.value)
        with_some = {outcome.session_id for outcome in table.outcomes}
        return OutcomesPreview(
            measures=tuple(
                _previewed(name, by_measure[name], held.get(name, 0)) for name in table.measures
            ),
            outcomes=table.outcomes,
            n_sessions=len(with_some),
            n_without=len(known - with_some),
            left=table.left,
        )

    def add(
        self, preview: OutcomesPreview, *, actor: CoderId | None, replace_existing: bool = False
    ) -> StudyChange:
        """Take the numbers of a preview into the study, all of them or none.

        Parameters
        ----------
        preview
            What was read and looked at.
        actor
            The lead or analyst who adds them; None for the program itself.
        replace_existing
            Whether measures that the study holds give way.

        Raises
        ------
        ImportedDataError
            If a measure is held already and may not be replaced, or a session is there no more.
        NotAllowedError
            If the person is neither lead nor analyst.
        ReadOnlyStudyError
            If the study was opened for reading.
        """
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        with self._context.store.transaction() as unit:
            _require_lead_or_analyst(unit, actor)
            held = {outcome.measure for outcome in unit.outcomes.all()}
            _refuse(preview, held if not replace_existing else set(), _sessions(unit))
            now = self._context.now()
            for one in preview.measures:
                mine = [o for o in preview.outcomes if o.measure == one.measure]
                unit.outcomes.put_measure(one.measure, mine)
                unit.history.add(
                    HistoryEntry(
                        entry_id=new_id(),
                        at=now,
                        actor=actor,
                        kind=HistoryKind.OUTCOMES_ADDED,
                        item=one.measure,
                        new=json.dumps({"sessions": len(mine), "replaced": one.n_replaced}),
                    )
                )
        return StudyChange(kinds=frozenset({ChangeKind.SESSIONS}))


def _previewed(name: str, values: Sequence[float], n_held: int) -> MeasurePreview:
    return MeasurePreview(
        measure=name,
        n=len(values),
        minimum=min(values),
        maximum=max(values),
        mean=math.fsum(values) / len(values),
        n_replaced=n_held,
        suspected=_suspected(values),
    )


def _suspected(values: Sequence[float]) -> tuple[float, ...]:
    """Numbers that often stand for missing values, where they lie far from all others."""
    codes = sorted(_STAND_FOR_MISSING & set(values))
    others = [value for value in values if value not in _STAND_FOR_MISSING]
    if not others:
        return ()
    low, high = min(others), max(others)
    room = _FAR_OUT * max(high - low, 1.0)
    return tuple(c for c in codes if c < low - room or c > high + room or (c < 0 <= low))


def _sessions(unit: UnitOfWork) -> set[SessionId]:
    sessions = unit.sessions.all()
    return {session.session_id for session in sessions} - withdrawn_sessions(sessions)


def _require_lead_or_analyst(unit: UnitOfWork, actor: CoderId | None) -> None:
    if actor is None:
        return
    person = unit.people.coder(actor)
    if person is None or not (person.is_a(Role.LEAD) or person.is_a(Role.ANALYST)):
        raise NotAllowedError(
            "Only a lead or an analyst adds measures. Choose the code of one first."
        )


def _refuse_withdrawn(
    sheet: Path, outcomes: Iterable[Outcome], withdrawn: frozenset[SessionId]
) -> None:
    found = sorted({outcome.session_id for outcome in outcomes} & withdrawn)
    if found:
        raise ImportedDataError(
            [
                Problem(
                    what=f"session {session_id} was withdrawn from this study.",
                    fix="Take the row out. Its people did not agree to any further use.",
                    file=sheet.name,
                    key="session_id",
                )
                for session_id in found
            ]
        )


def _refuse(preview: OutcomesPreview, held: set[str], sessions: set[SessionId]) -> None:
    problems = [
        Problem(
            what=f"the study holds the measure {one.measure} already.",
            fix="Give the column another name, or ask for it to be replaced.",
            key=one.measure,
        )
        for one in preview.measures
        if one.measure in held
    ]
    gone = sorted({o.session_id for o in preview.outcomes} - sessions)
    problems += [
        Problem(what=f"session {session_id} is not in the study.", key="session_id")
        for session_id in gone
    ]
    if problems:
        raise ImportedDataError(problems)
