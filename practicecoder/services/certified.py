"""Who holds a certificate for the study's codebook, and the check where a study asks for one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from practicecoder.domain.coding import CodebookRef
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
