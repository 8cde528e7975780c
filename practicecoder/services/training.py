"""Training and certificates: trials compared with the reference, progress, who may code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from practicecoder.domain.certification import Certificate, PassRule
from practicecoder.domain.coding import RatingState
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import BlindCode, CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError
from practicecoder.services.certified import certified_coders
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.coding_acts import segment_of
from practicecoder.services.comparing import DimensionComparison, compare
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import certificates_required, pass_rule
from practicecoder.services.training_trials import (
    Attempt,
    Trial,
    attempts_of,
    blinded,
    certificates_by_coder,
    has_trial,
    is_usable,
    result_of,
    trials_by_coder,
)
from practicecoder.services.training_words import (
    certification_in_words,
    result_in_words,
    rule_in_words,
)
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.vault.sound_file import SoundFile

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.reference import ReferenceResult, Verdict

EXPIRES_SOON_DAYS = 30
"""Within so many days of its end a certificate is shown as expiring."""
CODER, REFERENCE = "coder", "reference"
"""Labels of the two codings in a comparison."""


class CertificateState(StrEnum):
    """Where a coder stands."""

    NONE = "none"
    VALID = "valid"
    EXPIRING = "expiring"
    """Valid, for thirty days or less."""
    EXPIRED = "expired"
    ENDED = "ended"
    """A lead ended the last one before its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialComparison:
    """A trial beside its reference; ratings and evidence under ``"coder"`` and ``"reference"``.

    ``session_id`` is None for whoever is not a lead. The shares of ``result`` are over the
    dimensions of this one recording. ``recording`` and ``segment`` are None without sound.
    """

    blind_code: BlindCode
    session_id: SessionId | None
    coder_id: CoderId
    reference_by: CoderId | None
    rows: tuple[DimensionComparison, ...]
    result: ReferenceResult
    recording: SoundFile | None
    segment: TimeSpan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialRow:
    """A trial in a list. ``n_compared`` are the ratings that both gave."""

    blind_code: BlindCode
    attempt: int
    submitted_on: date
    n_compared: int
    n_exact: int
    n_within_one: int
    n_applicability: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderProgress:
    """One coder's attempts and certificates.

    ``certificate`` is the one that counts: the valid one that lasts longest, else the last one.
    """

    coder_id: CoderId
    rule: PassRule
    attempts: tuple[Attempt, ...]
    certificates: tuple[Certificate, ...]
    certificate: Certificate | None
    state: CertificateState

    @property
    def attempt(self) -> Attempt | None:
        """The latest attempt."""
        return self.attempts[-1] if self.attempts else None

    @property
    def n_trials(self) -> int:
        """How many trials there were over all attempts."""
        return sum(len(attempt.trials) for attempt in self.attempts)

    @property
    def verdict(self) -> Verdict | None:
        """Whether the latest attempt reaches the rule, with reasons."""
        return None if self.attempt is None else self.attempt.verdict

    @property
    def may_be_granted(self) -> bool:
        """Whether the latest attempt is open and reaches the rule."""
        attempt = self.attempt
        return attempt is not None and not attempt.is_over and attempt.verdict.passed


class TrainingService:
    """Compares trials with their reference, and grants and ends certificates."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    # Trials

    def compare(
        self, blind_code: BlindCode, coder_id: CoderId, *, actor: CoderId | None
    ) -> TrialComparison:
        """Lay a submitted trial beside its reference.

        Raises
        ------
        NotAllowedError
            If the trial is not submitted or there is no submitted reference, or the actor is
            neither the coder nor a lead. The words are the same for all of these, so that they
            do not tell which sessions are trials.
        """
        codebook = self._context.codebook
        nothing = NotAllowedError(f"There is no comparison of {blind_code} to show here.")
        with self._context.store.reading() as unit:
            person = None if actor is None else unit.people.coder(actor)
            is_lead = person is not None and person.is_a(Role.LEAD)
            if not is_lead and (person is None or actor != coder_id):
                raise nothing
            own = trials_by_coder(unit, codebook.ref).get(coder_id, ())
            trial = next((t for t in own if t.blind_code == blind_code), None)
            session = unit.sessions.find_blind(blind_code)
        if trial is None or session is None:
            raise nothing
        return TrialComparison(
            blind_code=blind_code,
            session_id=session.session_id if is_lead else None,
            coder_id=coder_id,
            reference_by=trial.reference.coder_id if is_lead else None,
            rows=compare(codebook, {CODER: trial.coding, REFERENCE: trial.reference}),
            result=result_of(codebook, [trial]),
            recording=self._context.sound_of(session.sound),
            segment=segment_of(session),
        )

    def has_comparison(self, blind_code: BlindCode, coder_id: CoderId) -> bool:
        """Whether a coder may compare a session with its reference: it was a trial, submitted."""
        with self._context.store.reading() as unit:
            session = unit.sessions.find_blind(blind_code)
            if session is None or not is_usable(session):
                return False
            codings = unit.codings.of_session(session.session_id)
        return has_trial(codings, coder_id, self._context.codebook.ref)

    # Progress

    def progress(self, coder_id: CoderId) -> CoderProgress:
        """Attempts of a coder with their verdicts, and the certificate, for the coder's own eyes.

        Trials bear the code that coders see, and nothing tells whose the references are.
        """
        with self._context.store.reading() as unit:
            found = self._progress(unit, coder_id)
        attempts = tuple(
            replace(attempt, trials=tuple(blinded(trial) for trial in attempt.trials))
            for attempt in found.attempts
        )
        return replace(found, attempts=attempts)

    def overview(self) -> tuple[CoderProgress, ...]:
        """Everyone who codes, in order of code; for leads."""
        with self._context.store.reading() as unit:
            trials = trials_by_coder(unit, self._context.codebook.ref)
            granted = certificates_by_coder(unit, self._context.codebook.ref)
            coders = [
                person.coder_id
                for person in unit.people.coders()
                if Role.CODER in person.roles
                or person.coder_id in trials
                or person.coder_id in granted
            ]
            rule = pass_rule(unit.study.load())
        return tuple(
            self._told(coder, trials.get(coder, ()), granted.get(coder, ()), rule)
            for coder in coders
        )

    # Certificates

    def grant(self, coder_id: CoderId, *, actor: CoderId | None) -> Certificate:
        """Grant a certificate for the study's codebook on the latest attempt.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, nobody has that code, or the attempt does not reach the
            pass rule; there is no way around the rule but to change it for everyone.
        """
        today = self._context.now().date()
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "grants certificates")
            if unit.people.coder(coder_id) is None:
                raise NotAllowedError(f"There is no coder {coder_id} in this study.")
            progress = self._progress(unit, coder_id)
            attempt = progress.attempt
            if attempt is None or attempt.certificate is not None:
                raise NotAllowedError(
                    f"{coder_id} has no trials since the last certificate. It was not granted."
                )
            if not progress.may_be_granted:
                raise NotAllowedError(
                    f"{coder_id} does not reach the pass rule, so no certificate was granted.\n"
                    + "\n".join(attempt.verdict.reasons)
                )
            certificate = Certificate(
                certificate_id=new_id(),
                coder_id=coder_id,
                codebook=self._context.codebook.ref,
                granted_on=today,
                expires_on=today + timedelta(days=progress.rule.valid_days),
                rule=rule_in_words(progress.rule),
                result=result_in_words(attempt.result.overall),
                n_recordings=len(attempt.trials),
            )
            unit.certificates.add(certificate)
            unit.history.add(
                self._entry(HistoryKind.CERTIFIED, lead.coder_id, coder_id, certificate, "")
            )
        return certificate

    def end(self, certificate_id: str, *, reason: str, actor: CoderId | None) -> StudyChange:
        """End a certificate before its day.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, no reason was given, or the certificate is not valid.
        """
        if not reason.strip():
            raise NotAllowedError("Ending a certificate needs a reason. It is kept with it.")
        today = self._context.now().date()
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "ends certificates")
            found = next(
                (c for c in unit.certificates.all() if c.certificate_id == certificate_id), None
            )
            if found is None or not found.is_valid(today):
                raise NotAllowedError("Only a certificate that is valid can be ended.")
            unit.certificates.save(replace(found, ended_on=today, ended_because=reason.strip()))
            unit.history.add(
                self._entry(
                    HistoryKind.CERTIFICATE_ENDED,
                    lead.coder_id,
                    found.coder_id,
                    found,
                    reason.strip(),
                )
            )
        return StudyChange(kinds=frozenset({ChangeKind.CERTIFICATES}))

    def is_certified(self, coder_id: CoderId, on: date) -> bool:
        """Whether a coder holds a valid certificate for the study's codebook on a day."""
        return coder_id in self.certified_coders(on)

    def certified_coders(self, on: date) -> frozenset[CoderId]:
        """Coders with a valid certificate for the study's codebook on a day."""
        with self._context.store.reading() as unit:
            return certified_coders(unit, self._context.codebook.ref, on)

    def certification_sentence(self, coder_ids: Sequence[CoderId], on: date) -> str:
        """Who of some coders was certified on a day, for reports."""
        ref = self._context.codebook.ref
        with self._context.store.reading() as unit:
            certified = certified_coders(unit, ref, on)
            practised = certificates_required(unit.study.load()) or bool(unit.certificates.all())
        return certification_in_words(ref, coder_ids, certified, on, is_practised=practised)

    # Inside

    def _progress(self, unit: UnitOfWork, coder_id: CoderId) -> CoderProgress:
        ref = self._context.codebook.ref
        return self._told(
            coder_id,
            trials_by_coder(unit, ref).get(coder_id, ()),
            certificates_by_coder(unit, ref).get(coder_id, ()),
            pass_rule(unit.study.load()),
        )

    def _told(
        self,
        coder_id: CoderId,
        trials: Sequence[Trial],
        certificates: Sequence[Certificate],
        rule: PassRule,
    ) -> CoderProgress:
        today = self._context.now().date()
        counting = _counting(certificates, today)
        return CoderProgress(
            coder_id=coder_id,
            rule=rule,
            attempts=attempts_of(self._context.codebook, trials, certificates, rule),
            certificates=tuple(certificates),
            certificate=counting,
            state=state_of(counting, today),
        )

    def _entry(
        self,
        kind: HistoryKind,
        actor: CoderId,
        coder_id: CoderId,
        certificate: Certificate,
        reason: str,
    ) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=kind,
            item=coder_id,
            new=certificate.certificate_id,
            reason=reason,
        )


def state_of(certificate: Certificate | None, on: date) -> CertificateState:
    """State of the certificate that counts on a day."""
    if certificate is None:
        return CertificateState.NONE
    if certificate.is_valid(on):
        left = (certificate.expires_on - on).days
        return CertificateState.EXPIRING if left <= EXPIRES_SOON_DAYS else CertificateState.VALID
    return CertificateState.EXPIRED if certificate.ended_on is None else CertificateState.ENDED


def certificate_document(progress: CoderProgress) -> dict[str, object]:
    """One coder's certificate and latest attempt as plain values.

    ``trials`` counts those of the latest attempt; ``reached`` says whether it reaches the pass
    rule and is None without a trial.
    """
    certificate, attempt = progress.certificate, progress.attempt
    return {
        "coder": progress.coder_id,
        "state": progress.state.value,
        "granted_on": None if certificate is None else certificate.granted_on.isoformat(),
        "expires_on": None if certificate is None else certificate.expires_on.isoformat(),
        "ended_because": "" if certificate is None else certificate.ended_because,
        "attempt": None if attempt is None else attempt.number,
        "trials": 0 if attempt is None else len(attempt.trials),
        "result": "" if attempt is None else result_in_words(attempt.result.overall),
        "reached": None if attempt is None else attempt.verdict.passed,
        "reasons": [] if attempt is None else list(attempt.verdict.reasons),
    }


def rows_of(steps: Mapping[str, float], attempts: Sequence[Attempt]) -> tuple[TrialRow, ...]:
    """Trials of attempts as rows, the latest first.

    ``steps`` has the distance of two levels on the scale of each dimension.
    """
    rows = []
    for attempt in attempts:
        for trial in attempt.trials:
            apart, split = [], 0
            for dimension, step in steps.items():
                mine, theirs = trial.coding.rating(dimension), trial.reference.rating(dimension)
                if mine.value is not None and theirs.value is not None:
                    apart.append(abs(mine.value - theirs.value) / step)
                elif {mine.state, theirs.state} == {RatingState.RATED, RatingState.NOT_APPLICABLE}:
                    split += 1
            rows.append(
                TrialRow(
                    blind_code=trial.blind_code,
                    attempt=attempt.number,
                    submitted_on=trial.submitted_at.date(),
                    n_compared=len(apart),
                    n_exact=sum(levels == 0 for levels in apart),
                    n_within_one=sum(levels <= 1 for levels in apart),
                    n_applicability=split,
                )
            )
    return tuple(reversed(rows))


def _counting(certificates: Sequence[Certificate], on: date) -> Certificate | None:
    valid = [c for c in certificates if c.is_valid(on)]
    return max(valid or certificates, key=lambda c: c.expires_on, default=None)
