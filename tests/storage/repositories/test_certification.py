from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from practicecoder.domain.certification import Certificate, Recalibration
from practicecoder.domain.ids import CoderId
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import ConflictError
from practicecoder.storage.database import Database

C1, C2 = CoderId("C1"), CoderId("C2")
HELD = Recalibration(
    recalibration_id="b",
    held_on=date(2026, 3, 1),
    text="made-up “words”",
    recorded_at=datetime(2026, 3, 4, 5, 6, 7, 891_011, tzinfo=UTC),
    recorded_by=C1,
)


@pytest.fixture
def certificate(record: StudyRecord) -> Certificate:
    return Certificate(
        certificate_id="b",
        coder_id=C1,
        codebook=record.codebook,
        granted_on=date(2026, 1, 31),
        expires_on=date(2027, 1, 31),
        rule="made-up rule",
        result="made-up result",
        n_recordings=10,
    )


def add(database: Database, *certificates: Certificate) -> None:
    with database.transaction() as unit:
        for certificate in certificates:
            unit.certificates.add(certificate)


def test_certificates_come_back_as_they_were_granted_and_in_that_order(
    database: Database, certificate: Certificate
) -> None:
    ended = replace(
        certificate,
        certificate_id="c",
        granted_on=date(2026, 1, 1),
        ended_on=date(2026, 1, 30),
        ended_because="made-up reason",
    )
    other = replace(certificate, certificate_id="a", coder_id=C2, granted_on=date(2026, 5, 1))
    add(database, other, certificate, ended)
    with database.reading() as unit:
        assert unit.certificates.all() == (ended, certificate, other)
        assert unit.certificates.of_coder(C1) == (ended, certificate)
        assert unit.certificates.of_coder(CoderId("none")) == ()


def test_a_certificate_is_ended(database: Database, certificate: Certificate) -> None:
    other = replace(certificate, certificate_id="other", coder_id=C2)
    ended = replace(certificate, ended_on=date(2026, 2, 1), ended_because="made-up reason")
    add(database, certificate, other)
    with database.transaction() as unit:
        unit.certificates.save(ended)
    with database.reading() as unit:
        assert unit.certificates.all() == (ended, other)


def test_only_a_certificate_that_is_there_can_be_saved(
    database: Database, certificate: Certificate
) -> None:
    with pytest.raises(KeyError), database.transaction() as unit:
        unit.certificates.save(certificate)


def test_a_certificate_is_granted_once(database: Database, certificate: Certificate) -> None:
    add(database, certificate)
    with pytest.raises(ConflictError):
        add(database, replace(certificate, result="forged"))


def test_recalibrations_come_in_the_order_of_their_days(database: Database) -> None:
    later = replace(HELD, recalibration_id="a", held_on=date(2026, 4, 1), recorded_by=C2)
    with database.transaction() as unit:
        unit.calibration.add(later)
        unit.calibration.add(HELD)
    with database.reading() as unit:
        assert unit.calibration.all() == (HELD, later)


def test_a_recalibration_is_removed(database: Database) -> None:
    kept = replace(HELD, recalibration_id="kept")
    with database.transaction() as unit:
        unit.calibration.add(HELD)
        unit.calibration.add(kept)
        unit.calibration.remove(HELD.recalibration_id)
    with database.reading() as unit:
        assert unit.calibration.all() == (kept,)
    with pytest.raises(KeyError), database.transaction() as unit:
        unit.calibration.remove(HELD.recalibration_id)
