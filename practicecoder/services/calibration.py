"""Drift of certified coders: checks slipped into their queues, departures over time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from practicecoder.domain.certification import Recalibration
from practicecoder.domain.coding import CodingRole
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import NotAllowedError
from practicecoder.services.certified import certified_coders
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.segments import new_seed
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import settings_of
from practicecoder.services.training_recordings import Giving, TrainingRecordingService
from practicecoder.services.training_trials import (
    Trial,
    certificates_by_coder,
    days_of,
    has_met,
    is_usable,
    made_while_certified,
    ratings_of,
    trials_by_coder,
)
from practicecoder.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.drift import CoderDrift, DriftReport
    from practicecoder.scoring.results import NotEstimable

LONGEST_TEXT = 500
"""Longest note on a recalibration in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCheck:
    """When a certified coder is to be checked again.

    ``last_on`` is the day of the last check or, without one, of the certificate. ``is_waiting``: a
    check is in the coder's queue already.
    """

    coder_id: CoderId
    last_on: date
    due_on: date
    is_waiting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksGiven:
    """Checks that were slipped into queues. ``without`` have met every training recording."""

    given: tuple[tuple[CoderId, SessionId], ...]
    without: tuple[CoderId, ...]
    seed: int
    change: StudyChange

    def sentence(self) -> str:
        """Say what was done."""
        if not self.given and not self.without:
            return "No check is due."
        n = len(self.given)
        parts = [f"Slipped {n} check{'' if n == 1 else 's'} into the queues."]
        if self.without:
            parts.append(
                f"No training recording is left for {', '.join(self.without)}: make another one."
            )
        return " ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDrift:
    """Departures of all coders on one dimension."""

    item: str
    label: str
    report: DriftReport | NotEstimable

    def of(self, coder_id: CoderId) -> CoderDrift | None:
        """One coder's departures; None if they have none."""
        coders = getattr(self.report, "coders", ())
        return next((coder for coder in coders if coder.coder_id == coder_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """Every dimension in the codebook's order, and the days of recalibration."""

    items: tuple[ItemDrift, ...]
    recalibrations: tuple[Recalibration, ...]

    @property
    def n_slopes(self) -> int:
        """How many slopes there are over coders and dimensions; print it beside any of them."""
        return sum(getattr(item.report, "n_slopes", 0) for item in self.items)


class CalibrationService:
    """Checks certified coders on training recordings, and follows their departures.

    A check is a training recording like any other. Trials of a coder from the day after the first
    certificate on tell of drift; those of a coder who never had one all do.
    """

    def __init__(self, context: StudyContext) -> None:
        self._context = context
        self._recordings = TrainingRecordingService(context)

    # Checks

    def due_checks(self, on: date) -> tuple[DueCheck, ...]:
        """Certified coders who are to be checked on a day or were before, by code.

        Empty where the study does not check its coders.
        """
        with self._context.store.reading() as unit:
            return self._due(unit, on)

    def schedule(
        self,
        *,
        actor: CoderId | None,
        coder_ids: Sequence[CoderId] | None = None,
        seed: int | None = None,
    ) -> ChecksGiven:
        """Slip a check into the queue of everyone who is due and waits for none.

        All coders get the same recording as far as they have not met it, so that they can be
        compared; which one is chosen by lot.

        Parameters
        ----------
        actor
            A lead.
        coder_ids
            Coders to check whether they are due or not; None for those who are due.
        seed
            Of the lot; None for one that is chosen and kept with the assignment.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, or somebody is no coder.
        """
        used = new_seed() if seed is None else seed
        lot = random.Random(used)
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, "checks coders")
            due = self._due(unit, self._context.now().date())
            wanted = (
                [check.coder_id for check in due if not check.is_waiting]
                if coder_ids is None
                else sorted(set(coder_ids))
            )
            ready = _ready(unit)
            order = lot.sample(ready, len(ready))
            met = has_met(unit)
            giving = Giving(actor=actor, lot=lot, reason=f"check, seed {used}")
            given: list[tuple[CoderId, SessionId]] = []
            for coder in wanted:
                session = next((s for s in order if not met(coder, s)), None)
                if session is not None:
                    self._recordings.give_trial(unit, session, coder, giving)
                    given.append((coder, session))
        return ChecksGiven(
            given=tuple(given),
            without=tuple(c for c in wanted if c not in dict(given)),
            seed=used,
            change=StudyChange(
                kinds=frozenset({ChangeKind.ASSIGNMENTS}),
                session_ids=frozenset(session for _, session in given),
            ),
        )

    # Drift

    def drift(self) -> Drift:
        """Departures from the reference by dimension and coder, with the recalibrations."""
        from practicecoder.scoring.reliability.drift import calibration_ratings, drift

        codebook = self._context.codebook
        with self._context.store.reading() as unit:
            checks = self._checks(unit)
            recalibrations = unit.calibration.all()
        trials = [trial for own in checks.values() for trial in own]
        references = {t.reference.session_id: t.reference for t in trials}
        by_item = calibration_ratings(
            codebook,
            ratings_of(codebook, [trial.coding for trial in trials]),
            ratings_of(codebook, list(references.values())),
            days_of(checks),
        )
        return Drift(
            items=tuple(
                ItemDrift(
                    item=item,
                    label=codebook.label(item),
                    report=drift(
                        ratings,
                        codebook.dimension(item).scale.values,
                        step=codebook.dimension(item).scale.step,
                    ),
                )
                for item, ratings in by_item.items()
            ),
            recalibrations=recalibrations,
        )

    # Recalibration

    def recalibrate(self, held_on: date, text: str, *, actor: CoderId | None) -> Recalibration:
        """Note a day on which coders were brought together again.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, the day is to come, or the text is missing or too long.
        """
        words = text.strip()
        if not words or len(words) > LONGEST_TEXT:
            raise NotAllowedError(
                f"Say in 1 to {LONGEST_TEXT} characters what was done. Nothing was noted."
            )
        now = self._context.now()
        if held_on > now.date():
            raise NotAllowedError("The day of a recalibration cannot be to come.")
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "notes recalibrations")
            made = Recalibration(
                recalibration_id=new_id(),
                held_on=held_on,
                text=words,
                recorded_at=now,
                recorded_by=lead.coder_id,
            )
            unit.calibration.add(made)
            unit.history.add(self._entry(lead.coder_id, made, new=held_on.isoformat()))
        return made

    def take_back(self, recalibration_id: str, *, actor: CoderId | None) -> StudyChange:
        """Remove a recalibration that was noted by mistake.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, or there is no such note.
        """
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "removes recalibrations")
            found = next(
                (r for r in unit.calibration.all() if r.recalibration_id == recalibration_id),
                None,
            )
            if found is None:
                raise NotAllowedError("This recalibration is no longer in the study.")
            unit.calibration.remove(recalibration_id)
            unit.history.add(self._entry(lead.coder_id, found, old=found.held_on.isoformat()))
        return StudyChange(kinds=frozenset({ChangeKind.CERTIFICATES}))

    def recalibrations(self) -> tuple[Recalibration, ...]:
        """Every recalibration in the order of their days."""
        with self._context.store.reading() as unit:
            return unit.calibration.all()

    # Inside

    def _due(self, unit: UnitOfWork, on: date) -> tuple[DueCheck, ...]:
        days = settings_of(unit.study.load()).check_days
        if not days:
            return ()
        ref = self._context.codebook.ref
        checks, granted = self._checks(unit), certificates_by_coder(unit, ref)
        submitted = {
            (c.coder_id, c.session_id)
            for c in unit.codings.all(locked_only=True)
            if c.role is CodingRole.TRAINING
        }
        waiting = {
            a.coder_id
            for a in unit.assignments.all()
            if a.role is CodingRole.TRAINING and (a.coder_id, a.session_id) not in submitted
        }
        found = []
        for coder in sorted(certified_coders(unit, ref, on)):
            made = [trial.submitted_at.date() for trial in checks.get(coder, ())]
            made += [c.granted_on for c in granted[coder] if c.is_valid(on)]
            due_on = max(made) + timedelta(days=days)
            if due_on <= on:
                found.append(
                    DueCheck(
                        coder_id=coder,
                        last_on=max(made),
                        due_on=due_on,
                        is_waiting=coder in waiting,
                    )
                )
        return tuple(found)

    def _checks(self, unit: UnitOfWork) -> dict[CoderId, tuple[Trial, ...]]:
        ref = self._context.codebook.ref
        granted = certificates_by_coder(unit, ref)
        return {
            coder: made_while_certified(trials, granted.get(coder, ()))
            for coder, trials in trials_by_coder(unit, ref).items()
        }

    def _entry(
        self,
        actor: CoderId,
        recalibration: Recalibration,
        *,
        old: str | None = None,
        new: str | None = None,
    ) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=HistoryKind.RECALIBRATED,
            item=recalibration.recalibration_id,
            old=old,
            new=new,
            reason=recalibration.text,
        )


def _ready(unit: UnitOfWork) -> list[SessionId]:
    """Sessions with a submitted reference coding, in order of their code."""
    usable = {s.session_id for s in unit.sessions.all() if is_usable(s)}
    return sorted(
        {
            c.session_id
            for c in unit.codings.all(locked_only=True)
            if c.role is CodingRole.REFERENCE and c.session_id in usable
        }
    )
