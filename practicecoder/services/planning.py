"""Plans of coding: drawn, looked at, carried out whole, and changed when a coder leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from practicecoder.domain.allocation import AllocationPlan, Assignment
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import NotAllowedError
from practicecoder.scoring.allocation import STRATA, Unplaced, allocate, replace_coder
from practicecoder.scoring.reliability.uncertainty import Conditions
from practicecoder.services.certified import certified_coders, refuse_uncertified
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.due_dates import record_due, refuse_past
from practicecoder.services.plan_preview import PlanPreview, PlanRequest
from practicecoder.services.plannable import plannable
from practicecoder.services.rights import require
from practicecoder.services.segments import new_seed
from practicecoder.services.session_states import settle_session
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import certificates_required
from practicecoder.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Sessions that a coder has been given and not submitted: those begun, and the others."""

    begun: tuple[SessionId, ...]
    unbegun: tuple[SessionId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderReplaced:
    """What the replacement of a coder did. ``stayed`` are sessions that had been begun."""

    moved: tuple[Assignment, ...]
    stayed: tuple[SessionId, ...]
    unplaced: tuple[Unplaced, ...]
    seed: int
    change: StudyChange

    def sentence(self) -> str:
        """Say what was done."""
        parts = [f"Gave {_sessions(len(self.moved))} to others."]
        if self.stayed:
            parts.append(f"{_sessions(len(self.stayed))} begun, left as before.")
        if self.unplaced:
            parts.append(f"{_sessions(len(self.unplaced))} that nobody else may code, left too.")
        return " ".join(parts)


class PlanningService:
    """Gives sessions to coders by a draw that is on record and can be made again."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def preview(self, request: PlanRequest) -> PlanPreview:
        """Draw a plan and say what it would do; nothing is stored.

        Raises
        ------
        NotAllowedError
            If the request cannot be drawn: no or unknown coders, a share that is none, more coders
            for a session than there are.
        """
        with self._context.store.reading() as unit:
            return self._drawn(unit, request, new_seed() if request.seed is None else request.seed)

    def carry_out(self, preview: PlanPreview, *, actor: CoderId | None) -> StudyChange:
        """Give out the sessions as the preview showed them, all of them or none.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, there is nothing to give, a coder lacks the certificate
            that the study asks for, the day named is over, or the study changed since the
            preview, such as by a coding that was begun.
        """
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "plans coding")
            due = preview.request.due
            refuse_past(
                None if due is None else due.first, self._context.now().astimezone().date()
            )
            self._refuse_uncertified(unit, preview.request.coders)
            if not preview.allocation.assignments:
                raise NotAllowedError("This plan gives nobody a session. Nothing was assigned.")
            if self._drawn(unit, preview.request, preview.seed).allocation != preview.allocation:
                raise NotAllowedError(
                    "Something changed since this plan was drawn, such as a coding that was "
                    "begun. Nothing was assigned. Look at the plan again."
                )
            plan = self._plan(preview, lead.coder_id)
            unit.plans.add(plan)
            unit.history.add(
                self._entry(
                    HistoryKind.PLANNED,
                    lead.coder_id,
                    item=plan.plan_id,
                    new=" ".join(
                        filter(None, (preview.allocation.sentence, preview.due_sentence))
                    ),
                )
            )
            for assignment in preview.assignments:
                self._assign(unit, assignment, lead.coder_id)
        return _changed(a.session_id for a in preview.allocation.assignments)

    def plans(self) -> tuple[AllocationPlan, ...]:
        """Every plan that was carried out, oldest first."""
        with self._context.store.reading() as unit:
            return unit.plans.all()

    def certified(self) -> frozenset[CoderId]:
        """Coders who hold a valid certificate for the study's codebook."""
        with self._context.store.reading() as unit:
            return certified_coders(unit, self._context.codebook.ref, self._context.now().date())

    def holding(self, coder_id: CoderId) -> Holding:
        """Return what a coder has been given and not yet submitted."""
        with self._context.store.reading() as unit:
            own = [a for a in unit.assignments.of_coder(coder_id) if a.role.is_independent]
            codings = {(c.session_id, c.role): c for c in unit.codings.of_coder(coder_id)}
        begun = [codings.get((a.session_id, a.role)) for a in own]
        return Holding(
            begun=tuple(c.session_id for c in begun if c is not None and not c.is_locked),
            unbegun=tuple(a.session_id for a, c in zip(own, begun, strict=True) if c is None),
        )

    def replace_coder(
        self,
        leaving: CoderId,
        others: Sequence[CoderId],
        *,
        actor: CoderId | None,
        reason: str,
        seed: int | None = None,
    ) -> CoderReplaced:
        """Give a coder's sessions that were not begun to others, who then have about equal loads.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, no reason was given, nobody else was named, or a coder is
            unknown or lacks the certificate that the study asks for.
        """
        if not reason.strip():
            raise NotAllowedError("Replacing a coder needs a reason. It is kept on record.")
        takers = sorted(set(others) - {leaving})
        if not takers:
            raise NotAllowedError("Choose at least one other coder. Nothing was changed.")
        used = new_seed() if seed is None else seed
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "replaces a coder")
            if unit.people.coder(leaving) is None:
                raise NotAllowedError(f"There is no coder {leaving} in this study.")
            _refuse_unknown(unit, takers)
            self._refuse_uncertified(unit, takers)
            every = unit.assignments.all()
            codings = unit.codings.all()
            met: defaultdict[SessionId, set[CoderId]] = defaultdict(set)
            for coding in codings:
                met[coding.session_id].add(coding.coder_id)
            for assignment in every:
                if not assignment.role.is_independent:
                    met[assignment.session_id].add(assignment.coder_id)
            begun = {c.session_id for c in codings if c.coder_id == leaving}
            outcome = replace_coder(
                leaving,
                [a for a in every if a.role.is_independent],
                takers,
                begun=begun,
                may_not={session_id: frozenset(coders) for session_id, coders in met.items()},
                seed=used,
            )
            for old, added in zip(outcome.removed, outcome.added, strict=True):
                unit.assignments.remove(old.session_id, leaving)
                taken = self._entry(
                    HistoryKind.UNASSIGNED,
                    lead.coder_id,
                    item=leaving,
                    reason=reason.strip(),
                    session_id=old.session_id,
                )
                unit.history.add(replace(taken, old=old.role))
                self._assign(
                    unit,
                    replace(added, due_on=old.due_on),
                    lead.coder_id,
                    reason=f"in place of {leaving}",
                )
        return CoderReplaced(
            moved=outcome.added,
            stayed=tuple(sorted(begun & {a.session_id for a in every if a.coder_id == leaving})),
            unplaced=outcome.unplaced,
            seed=used,
            change=_changed(a.session_id for a in outcome.added),
        )

    # Inside

    def _drawn(self, unit: UnitOfWork, request: PlanRequest, seed: int) -> PlanPreview:
        _check(unit, request)
        codebook, record = self._context.codebook, unit.study.load()
        found = plannable(unit, codebook, request.session_ids)
        allocation = allocate(
            found.sessions,
            request.coders,
            double_share=request.double_share,
            coders_per_double=request.coders_per_double,
            seed=seed,
            strata=request.strata,
            next_position=found.next_position,
        )
        certified = certified_coders(unit, codebook.ref, self._context.now().date())
        usual = Conditions().min_double_coded
        return PlanPreview(
            request=replace(request, seed=seed),
            allocation=allocation,
            left=found.left,
            without_segment=found.without_segment,
            lengths_ms=found.lengths_ms,
            double_elsewhere=found.double_elsewhere,
            double_wanted=int(record.settings.get("min_double_coded", usual)),
            uncertified=tuple(sorted(set(request.coders) - certified)),
            certificates_required=certificates_required(record),
        )

    def _plan(self, preview: PlanPreview, lead: CoderId) -> AllocationPlan:
        request, allocation = preview.request, preview.allocation
        return AllocationPlan(
            plan_id=new_id(),
            made_at=self._context.now(),
            made_by=lead,
            seed=allocation.seed,
            double_share=request.double_share,
            coders_per_double=request.coders_per_double,
            coders=request.coders,
            strata=request.strata,
            n_sessions=allocation.n_sessions,
            n_double=len(allocation.double),
        )

    def _assign(
        self, unit: UnitOfWork, assignment: Assignment, lead: CoderId, *, reason: str = ""
    ) -> None:
        unit.assignments.add(assignment)
        unit.history.add(
            self._entry(
                HistoryKind.ASSIGNED,
                lead,
                item=assignment.coder_id,
                new=assignment.role,
                reason=reason,
                session_id=assignment.session_id,
            )
        )
        record_due(unit, [assignment], actor=lead, at=self._context.now())
        settle_session(unit, assignment.session_id)

    def _refuse_uncertified(self, unit: UnitOfWork, coders: Sequence[CoderId]) -> None:
        today = self._context.now().date()
        refuse_uncertified(unit, coders, self._context.codebook.ref, today)

    def _entry(
        self,
        kind: HistoryKind,
        actor: CoderId,
        *,
        item: str,
        new: str | None = None,
        reason: str = "",
        session_id: SessionId | None = None,
    ) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=kind,
            item=item,
            new=new,
            reason=reason,
            session_id=session_id,
        )


def _check(unit: UnitOfWork, request: PlanRequest) -> None:
    coders = set(request.coders)
    if not coders or len(coders) < len(request.coders):
        raise NotAllowedError("A plan needs coders, each named once.")
    _refuse_unknown(unit, request.coders)
    if not 0 <= request.double_share <= 1:
        raise NotAllowedError("The share of double coding lies between 0 and 1.")
    if request.double_share and not 2 <= request.coders_per_double <= len(coders):
        raise NotAllowedError(
            f"{request.coders_per_double} coders are to code a session together, and "
            f"{len(coders)} {'is' if len(coders) == 1 else 'are'} chosen. Choose more coders, or "
            "a share of 0."
        )
    if not 0 <= request.expected_reliability < 1:
        raise NotAllowedError("An expected reliability is at least 0 and below 1.")
    if not set(request.strata) <= set(STRATA):
        raise NotAllowedError(f"A draw is balanced over {', '.join(STRATA)}, or some of these.")


def _refuse_unknown(unit: UnitOfWork, coders: Sequence[CoderId]) -> None:
    people = {person.coder_id: person for person in unit.people.coders()}
    for coder in coders:
        if coder not in people or not people[coder].is_a(Role.CODER):
            raise NotAllowedError(f"There is no coder {coder} in this study.")


def _changed(session_ids: Iterable[SessionId]) -> StudyChange:
    kinds = frozenset({ChangeKind.ASSIGNMENTS, ChangeKind.SESSIONS})
    return StudyChange(kinds=kinds, session_ids=frozenset(session_ids))


def _sessions(number: int) -> str:
    return f"{number} session{'' if number == 1 else 's'}"
