"""Which codings agreement is computed from: days, codebook version, coders, blinding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from practicecoder.domain.coding import Coding
from practicecoder.domain.ids import CoderId
from practicecoder.errors import NotAllowedError
from practicecoder.services.blinding import blinding_was_lost
from practicecoder.services.session_states import withdrawn_sessions
from practicecoder.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementScope:
    """Choice among independent, locked codings; None and the empty set choose all.

    Days are those of submission, ends included. ``leave_out_unblinded`` leaves out codings whose
    coder recognised someone, or learned the office or the phase.
    """

    first_day: date | None = None
    last_day: date | None = None
    codebook_version: str | None = None
    coder_ids: frozenset[CoderId] = frozenset()
    leave_out_unblinded: bool = False

    def holds(self, coding: Coding) -> bool:
        """Whether a coding is chosen, its blinding apart."""
        day = _day(coding)
        if self.first_day is not None and (day is None or day < self.first_day):
            return False
        if self.last_day is not None and (day is None or day > self.last_day):
            return False
        if self.codebook_version not in (None, coding.codebook.version):
            return False
        return not self.coder_ids or coding.coder_id in self.coder_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeChoices:
    """What there is to choose from, and what a choice left."""

    scope: AgreementScope
    first_day: date | None
    last_day: date | None
    codebook_versions: tuple[str, ...]
    coder_ids: tuple[CoderId, ...]
    n_codings: int
    n_chosen: int
    n_unblinded: int
    """Unblinded codings among those that days, version and coders choose."""

    @property
    def sentence(self) -> str:
        """The choice in words; it goes wherever the numbers go."""
        scope = self.scope
        parts = [f"{self.n_chosen} of {_codings(self.n_codings)}"]
        if scope.first_day is not None or scope.last_day is not None:
            first, last = scope.first_day or self.first_day, scope.last_day or self.last_day
            parts.append(f"submitted {first} to {last}")
        if scope.codebook_version is not None:
            parts.append(f"codebook version {scope.codebook_version}")
        if scope.coder_ids:
            parts.append(f"coders {', '.join(sorted(scope.coder_ids))}")
        told = f"Scope: {', '.join(parts)}."
        if not self.n_unblinded:
            return told
        unblinded = f"{self.n_unblinded} unblinded coding{'' if self.n_unblinded == 1 else 's'}"
        how = "left out" if scope.leave_out_unblinded else "included"
        return f"{told} {unblinded} {how}."


def independent_codings(unit: UnitOfWork) -> tuple[Coding, ...]:
    """Independent, locked codings of sessions that were not withdrawn, by session and coder."""
    withdrawn = withdrawn_sessions(unit.sessions.all())
    found = (
        coding
        for coding in unit.codings.all(locked_only=True)
        if coding.role.is_independent and coding.session_id not in withdrawn
    )
    return tuple(sorted(found, key=lambda c: (c.session_id, c.coder_id)))


def chosen(
    codings: Sequence[Coding], scope: AgreementScope
) -> tuple[tuple[Coding, ...], ScopeChoices]:
    """Codings of a scope, and what there was to choose from."""
    held = [coding for coding in codings if scope.holds(coding)]
    blinded = [coding for coding in held if not blinding_was_lost(coding)]
    kept = blinded if scope.leave_out_unblinded else held
    days = sorted(day for coding in codings if (day := _day(coding)) is not None)
    choices = ScopeChoices(
        scope=scope,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        codebook_versions=tuple(sorted({coding.codebook.version for coding in codings})),
        coder_ids=tuple(sorted({coding.coder_id for coding in codings})),
        n_codings=len(codings),
        n_chosen=len(kept),
        n_unblinded=len(held) - len(blinded),
    )
    return tuple(kept), choices


def refuse_what_finds_nothing(choices: ScopeChoices) -> None:
    """Refuse a scope that names what no coding has: it was misspelt, or the days are reversed.

    Raises
    ------
    NotAllowedError
        With one sentence.
    """
    scope = choices.scope
    first, last = scope.first_day, scope.last_day
    if first is not None and last is not None and last < first:
        raise NotAllowedError("The period ends before it begins. Change one of its days.")
    unknown = sorted(scope.coder_ids - set(choices.coder_ids))
    if unknown:
        raise NotAllowedError(
            f"There is no submitted coding of {', '.join(unknown)}. Check the codes of the coders."
        )
    if scope.codebook_version not in (None, *choices.codebook_versions):
        raise NotAllowedError(
            f"There is no submitted coding by version {scope.codebook_version} of the codebook. "
            f"There are: {', '.join(choices.codebook_versions) or 'none'}."
        )


def _day(coding: Coding) -> date | None:
    return coding.submitted_at.date() if coding.submitted_at is not None else None


def _codings(n: int) -> str:
    return f"{n} submitted coding{'' if n == 1 else 's'}"
