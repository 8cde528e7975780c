"""Who holds a certificate for the study's codebook, and the check where a study asks for one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from practicecoder.domain.certification import Certificate
from practicecoder.domain.coding import CodebookRef, Coding
from practicecoder.domain.ids import CoderId
from practicecoder.errors import NotAllowedError
from practicecoder.services.study_settings import certificates_required
from practicecoder.storage.unit_of_work import UnitOfWork


def certified_coders(unit: UnitOfWork, codebook: CodebookRef, on: date) -> frozenset[CoderId]:
    """Coders with a certificate for this version of a codebook that is valid on a day."""
    asked = (codebook.codebook_id, codebook.version)
    return frozenset(
        certificate.coder_id
        for certificate in unit.certificates.all()
        if (certificate.codebook.codebook_id, certificate.codebook.version) == asked
        and certificate.is_valid(on)
    )


def was_certified(coding: Coding, certificates: Iterable[Certificate]) -> bool:
    """Whether the coder held a certificate for the coding's codebook on the day of submission."""
    if coding.submitted_at is None:
        return False
    day, used = coding.submitted_at.date(), coding.codebook
    return any(
        certificate.coder_id == coding.coder_id
        and (certificate.codebook.codebook_id, certificate.codebook.version)
        == (used.codebook_id, used.version)
        and certificate.is_valid(day)
        for certificate in certificates
    )


def refuse_uncertified(
    unit: UnitOfWork, coders: Iterable[CoderId], codebook: CodebookRef, on: date
) -> None:
    """Refuse coders without a certificate where the study asks for one.

    Raises
    ------
    NotAllowedError
        If a coder holds none that is valid on the day.
    """
    if not certificates_required(unit.study.load()):
        return
    without = sorted(set(coders) - certified_coders(unit, codebook, on))
    if without:
        raise NotAllowedError(
            f"This study asks for certificates, and {', '.join(without)} "
            f"{'has' if len(without) == 1 else 'have'} none that is valid. Nothing was assigned."
        )
