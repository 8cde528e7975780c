"""A small real study to work with: two visits with sound facts, one lead, two coders."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.domain.ids import BlindCode, CoderId, Fingerprint, SessionId, WorkerId
from practicecoder.domain.people import Coder, Worker
from practicecoder.domain.sessions import Phase, PracticeSession, Purpose, Recording
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import create_study, open_study
from tests import builders
from tests.services.packets_made_up import a_lab

LEAD, FIRST, SECOND = CoderId("L1"), CoderId("C1"), CoderId("C2")
NOW = datetime(2026, 10, 6, 14, 2, 7, tzinfo=UTC)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = create_study(
        tmp_path / "study", title="Test study", codebook=library.find("swim7"), now=lambda: NOW
    )
    with made.context.store.transaction() as unit:
        for coder in (FIRST, SECOND):
            unit.people.add_coder(Coder(coder_id=coder))
        unit.people.add_worker(Worker(worker_id=WorkerId("W-1")))
        for number in (1, 2):
            recording = Recording(
                fingerprint=Fingerprint(f"{number:064x}"),
                stored_name=f"{number:064x}.flac",
                duration_ms=60_000,
                sample_count=60_000 * 24,
                sample_rate=24_000,
                channels=1,
                codec="flac",
                size_bytes=1000,
            )
            unit.sessions.add_recording(recording)
            unit.sessions.add(
                PracticeSession(
                    session_id=SessionId(f"OFFICE-A-{number}"),
                    blind_code=BlindCode(f"S-BLIND{number}"),
                    worker_id=WorkerId("W-1"),
                    phase=Phase.PRE,
                    days_since_implementation=-3,
                    purpose=Purpose.BOTH,
                    recording=recording,
                )
            )
    both = (SessionId("OFFICE-A-1"), SessionId("OFFICE-A-2"))
    made.sessions.assign(both, FIRST, actor=LEAD, seed=1)
    made.sessions.assign(both[:1], SECOND, actor=LEAD, seed=1)
    yield made
    made.close()


@pytest.fixture(scope="session")
def packet_laboratory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study to make packets of, to be copied."""
    folder = tmp_path_factory.mktemp("packet-laboratory")
    a_lab(folder).close()
    return folder / "lab"


@pytest.fixture
def lab(packet_laboratory: Path, tmp_path: Path) -> Iterator[StudyServices]:
    """A laboratory of two sessions and two coders, whose packets are made and merged."""
    shutil.copytree(packet_laboratory, tmp_path / "lab")
    services = open_study(tmp_path / "lab", now=lambda: builders.NOW)
    yield services
    services.close()
