"""Who may code since when, and the days on which coders were brought together again."""

from __future__ import annotations

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.orm import Session

from practicecoder.domain.certification import Certificate, Recalibration
from practicecoder.domain.coding import CodebookRef
from practicecoder.domain.ids import CoderId
from practicecoder.storage.laboratory_models import CertificateRow, RecalibrationRow


class CertificateRepository:
    """The study's certificates, in the order of the days on which they were granted."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Certificate, ...]:
        """Every certificate, ended and expired ones too."""
        return self._fetch(select(CertificateRow))

    def of_coder(self, coder_id: CoderId) -> tuple[Certificate, ...]:
        """Every certificate of a coder."""
        return self._fetch(select(CertificateRow).where(CertificateRow.coder_id == coder_id))

    def add(self, certificate: Certificate) -> None:
        """Add a certificate; its coder and its codebook must be there."""
        self._db.execute(
            insert(CertificateRow).values(
                certificate_id=certificate.certificate_id, **_columns(certificate)
            )
        )

    def save(self, certificate: Certificate) -> None:
        """Store a certificate as it is by its id; KeyError if there is none."""
        updated = self._db.connection().execute(
            update(CertificateRow)
            .where(CertificateRow.certificate_id == certificate.certificate_id)
            .values(**_columns(certificate))
        )
        if updated.rowcount != 1:
            raise KeyError(certificate.certificate_id)

    def _fetch(self, query: Select[CertificateRow]) -> tuple[Certificate, ...]:
        ordered = query.order_by(CertificateRow.granted_on, CertificateRow.certificate_id)
        return tuple(
            Certificate(
                certificate_id=row.certificate_id,
                coder_id=CoderId(row.coder_id),
                codebook=CodebookRef(
                    codebook_id=row.codebook_id,
                    version=row.codebook_version,
                    digest=row.codebook_digest,
                ),
                granted_on=row.granted_on,
                expires_on=row.expires_on,
                rule=row.rule,
                result=row.result,
                n_recordings=row.n_recordings,
                ended_on=row.ended_on,
                ended_because=row.ended_because,
            )
            for row in self._db.scalars(ordered).all()
        )


class CalibrationRepository:
    """The study's recalibrations, in the order of the days on which they were held."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Recalibration, ...]:
        """Every recalibration."""
        query = select(RecalibrationRow).order_by(
            RecalibrationRow.held_on, RecalibrationRow.recalibration_id
        )
        return tuple(
            Recalibration(
                recalibration_id=row.recalibration_id,
                held_on=row.held_on,
                text=row.text,
                recorded_at=row.recorded_at,
                recorded_by=CoderId(row.recorded_by),
            )
            for row in self._db.scalars(query).all()
        )

    def add(self, recalibration: Recalibration) -> None:
        """Add a recalibration; whoever recorded it must be there."""
        self._db.execute(
            insert(RecalibrationRow).values(
                recalibration_id=recalibration.recalibration_id,
                held_on=recalibration.held_on,
                text=recalibration.text,
                recorded_at=recalibration.recorded_at,
                recorded_by=recalibration.recorded_by,
            )
        )

    def remove(self, recalibration_id: str) -> None:
        """Remove a recalibration that was entered by mistake; KeyError if there is none."""
        removed = self._db.connection().execute(
            delete(RecalibrationRow).where(RecalibrationRow.recalibration_id == recalibration_id)
        )
        if removed.rowcount != 1:
            raise KeyError(recalibration_id)


def _columns(certificate: Certificate) -> dict[str, object]:
    return {
        "coder_id": certificate.coder_id,
        "codebook_id": certificate.codebook.codebook_id,
        "codebook_version": certificate.codebook.version,
        "codebook_digest": certificate.codebook.digest,
        "granted_on": certificate.granted_on,
        "expires_on": certificate.expires_on,
        "rule": certificate.rule,
        "result": certificate.result,
        "n_recordings": certificate.n_recordings,
        "ended_on": certificate.ended_on,
        "ended_because": certificate.ended_because,
    }
