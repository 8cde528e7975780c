"""Trials of coders against reference codings, and the attempts at a certificate that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from practicecoder.domain.certification import Certificate, PassRule
from practicecoder.domain.coding import CodebookRef, Coding, CodingRole, ItemRating
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId
from practicecoder.domain.sessions import PracticeSession
from practicecoder.errors import NotAllowedError
from practicecoder.services.session_states import NOT_TO_BE_CODED
from practicecoder.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from practicecoder.codebook.model import Codebook
    from practicecoder.scoring.reliability.reference import ReferenceResult, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A submitted training coding of a session whose reference coding is submitted too."""

    blind_code: BlindCode
    coding: Coding
    reference: Coding

    @property
    def coder_id(self) -> CoderId:
        """Who was tried."""
        return self.coding.coder_id

    @property
    def submitted_at(self) -> datetime:
        """When the trial was submitted (aware UTC)."""
        assert self.coding.submitted_at is not None  # trials are submitted
        return self.coding.submitted_at


def blinded(trial: Trial) -> Trial:
    """The trial as its coder may have it: neither the lead's code nor whose reference it was."""
    session_id = SessionId(trial.blind_code)
    reference = Coding(
        coding_id=CodingId("reference"),
        session_id=session_id,
        coder_id=CoderId("reference"),
        codebook=trial.reference.codebook,
        role=trial.reference.role,
        state=trial.reference.state,
        ratings=trial.reference.ratings,
    )
    return replace(trial, coding=replace(trial.coding, session_id=session_id), reference=reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Trials that are judged together.

    An attempt ends when a certificate is granted on it, or when it has as many recordings as the
    rule asks for and does not reach it; the next trial begins another. Every attempt is kept.
    ``certificate`` is the one granted on it.
    """

    number: int
    trials: tuple[Trial, ...]
    result: ReferenceResult
    verdict: Verdict
    certificate: Certificate | None = None
    is_over: bool = False


def trials_by_coder(unit: UnitOfWork, codebook: CodebookRef) -> dict[CoderId, tuple[Trial, ...]]:
    """Every coder's trials with this version of a codebook, in the order of their submission."""
    sessions = {s.session_id: s for s in unit.sessions.all() if s.state not in NOT_TO_BE_CODED}
    locked = [
        coding
        for coding in unit.codings.all(locked_only=True)
        if coding.session_id in sessions and _same_version(coding.codebook, codebook)
    ]
    references = {c.session_id: c for c in locked if c.role is CodingRole.REFERENCE}
    found: dict[CoderId, list[Trial]] = {}
    for coding in locked:
        if coding.role is CodingRole.TRAINING and coding.session_id in references:
            trial = Trial(
                blind_code=sessions[coding.session_id].blind_code,
                coding=coding,
                reference=references[coding.session_id],
            )
            found.setdefault(coding.coder_id, []).append(trial)
    return {
        coder: tuple(sorted(trials, key=lambda t: (t.submitted_at, t.blind_code)))
        for coder, trials in found.items()
    }


def has_trial(of_session: Sequence[Coding], coder_id: CoderId, codebook: CodebookRef) -> bool:
    """Whether a session has a coder's trial and its reference, both submitted."""
    locked = [c for c in of_session if c.is_locked and _same_version(c.codebook, codebook)]
    tried = any(c.role is CodingRole.TRAINING and c.coder_id == coder_id for c in locked)
    return tried and any(c.role is CodingRole.REFERENCE for c in locked)


def result_of(codebook: Codebook, trials: Sequence[Trial]) -> ReferenceResult:
    """Agreement of one coder's trials with their references."""
    from practicecoder.scoring.reliability.reference import against_reference

    return against_reference(
        codebook,
        ratings_of(codebook, [trial.coding for trial in trials]),
        ratings_of(codebook, [trial.reference for trial in trials]),
    )


def ratings_of(codebook: Codebook, codings: Sequence[Coding]) -> list[ItemRating]:
    """Ratings of codings as rows."""
    return [
        ItemRating(
            session_id=coding.session_id,
            coder_id=coding.coder_id,
            item=dimension,
            rating=coding.rating(dimension),
        )
        for coding in codings
        for dimension in codebook.dimension_ids
    ]


def attempts_of(
    codebook: Codebook,
    trials: Sequence[Trial],
    certificates: Sequence[Certificate],
    rule: PassRule,
) -> tuple[Attempt, ...]:
    """Attempts in their order; the last one is open unless it is over.

    Parameters
    ----------
    trials
        Of one coder, in the order of their submission.
    certificates
        Of that coder, for the codebook's version. The attempt of a certificate are the latest
        trials of its day or before, as many as it says.
    rule
        What is asked for.
    """
    from practicecoder.scoring.reliability.reference import judge

    attempts: list[Attempt] = []

    def add(
        held: Sequence[Trial], *, is_over: bool, certificate: Certificate | None = None
    ) -> None:
        result = result_of(codebook, held)
        attempts.append(
            Attempt(
                number=len(attempts) + 1,
                trials=tuple(held),
                result=result,
                verdict=judge(rule, result),
                certificate=certificate,
                is_over=is_over,
            )
        )

    def add_ungranted(on: Sequence[Trial]) -> None:
        held: list[Trial] = []
        for trial in on:
            held.append(trial)
            if len(held) >= rule.recordings and _is_failed(codebook, held, rule):
                add(held, is_over=True)
                held = []
        if held:
            add(held, is_over=False)

    left = list(trials)
    for certificate in sorted(certificates, key=lambda c: (c.granted_on, c.certificate_id)):
        until = [t for t in left if t.submitted_at.date() <= certificate.granted_on]
        left = left[len(until) :]
        place = max(len(until) - certificate.n_recordings, 0)
        add_ungranted(until[:place])
        if until[place:]:
            add(until[place:], is_over=True, certificate=certificate)
    add_ungranted(left)
    return tuple(attempts)


def _is_failed(codebook: Codebook, trials: Sequence[Trial], rule: PassRule) -> bool:
    """Whether trials are as many as the rule asks for, and do not reach it."""
    from practicecoder.scoring.reliability.reference import judge

    result = result_of(codebook, trials)
    is_enough = result.overall.n_recordings >= rule.recordings
    return is_enough and not judge(rule, result).passed


def made_while_certified(
    trials: Sequence[Trial], certificates: Sequence[Certificate]
) -> tuple[Trial, ...]:
    """Trials of one coder that tell of drift: those made after the day of the first certificate.

    A coder who never had a certificate has no other trials than those in training; all count.
    """
    if not certificates:
        return tuple(trials)
    first = min(certificate.granted_on for certificate in certificates)
    return tuple(trial for trial in trials if trial.submitted_at.date() > first)


def certificates_by_coder(
    unit: UnitOfWork, codebook: CodebookRef
) -> dict[CoderId, tuple[Certificate, ...]]:
    """Certificates for this version of a codebook, in the order in which they were granted."""
    found: dict[CoderId, tuple[Certificate, ...]] = {}
    for certificate in unit.certificates.all():
        if _same_version(certificate.codebook, codebook):
            found[certificate.coder_id] = (*found.get(certificate.coder_id, ()), certificate)
    return found


def days_of(trials: Mapping[CoderId, Sequence[Trial]]) -> dict[tuple[str, str], date]:
    """Days of submission by session and coder."""
    return {
        (trial.coding.session_id, coder): trial.submitted_at.date()
        for coder, own in trials.items()
        for trial in own
    }


def has_met(unit: UnitOfWork) -> Callable[[CoderId, SessionId], bool]:
    """Whether a coder was given a session in any role, or has a coding of it."""
    met = {(a.coder_id, a.session_id) for a in unit.assignments.all()}
    met |= {(c.coder_id, c.session_id) for c in unit.codings.all()}
    return lambda coder, session: (coder, session) in met


def is_usable(session: PracticeSession) -> bool:
    """Whether a session may be coded at all."""
    return session.state not in NOT_TO_BE_CODED


def _same_version(one: CodebookRef, other: CodebookRef) -> bool:
    return (one.codebook_id, one.version) == (other.codebook_id, other.version)


def refuse_known_trial(coding: Coding, of_session: Sequence[Coding]) -> None:
    """Refuse to open a trial whose reference its coder can see, or a reference tried against.

    Raises
    ------
    NotAllowedError
        If the coding is one of these.
    """
    locked = {other.role for other in of_session if other.is_locked}
    if not {CodingRole.TRAINING, CodingRole.REFERENCE} <= locked:
        return
    if coding.role is CodingRole.TRAINING:
        raise NotAllowedError(
            "This is a trial, and its coder can see the reference. It stays as it is; give the "
            "coder another training recording instead."
        )
    if coding.role is CodingRole.REFERENCE:
        raise NotAllowedError("Coders were tried against this reference, so it stays as it is.")
