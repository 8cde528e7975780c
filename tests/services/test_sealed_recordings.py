"""In an encrypted study sound is on the disk encrypted or not at all, whatever is done with it."""

from __future__ import annotations

import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from practicecoder.audio.cache import CacheKind
from practicecoder.audio.peaks_cache import load_peaks
from practicecoder.audio.peaks_making import cached_peaks
from practicecoder.audio.spectrogram import spectrogram
from practicecoder.audio.speech_activity import cached_speech
from practicecoder.codebook import library
from practicecoder.domain.ids import CoderId
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import ImportedDataError
from practicecoder.interchange.session_sheet import read_session_sheet
from practicecoder.services.coding import CodingDesk
from practicecoder.services.context import StudyServices
from practicecoder.services.session_import import SessionImport
from practicecoder.services.studies import create_study, open_study
from tests.audio.watching import Watch, files_with, pieces_of

PASSPHRASE = "four made up words"
CODER = CoderId("C1")
SECONDS, RATE = 20, 16_000


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    folder = tmp_path / "recorder"
    folder.mkdir()
    for number in (1, 2):
        at = np.arange(SECONDS * RATE) / RATE
        samples = (9_000 * np.sin(2 * np.pi * (200 + 30 * number * at) * at)).astype("<i2")
        with wave.open(str(folder / f"{number}.wav"), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(RATE)
            sound.writeframes(samples.tobytes())
    path = folder / "sheet.csv"
    path.write_text("session_id,audio,coder_id\nV1,1.wav,C1\n", encoding="utf-8")
    return path


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyServices]:
    made = create_study(
        tmp_path / "study",
        title="Sealed",
        codebook=library.find("swim7"),
        passphrase=PASSPHRASE,
    )
    yield made
    made.close()


def desk_of(study: StudyServices) -> CodingDesk:
    (row,) = study.sessions.queue(CODER)
    return study.coding.open_desk(row.blind_code, CODER)


def test_sound_is_encrypted_from_the_sheet_to_the_desk(
    study: StudyServices, sheet: Path, temporary: Path
) -> None:
    source = (sheet.parent / "1.wav").read_bytes()
    pieces = pieces_of(source, n_pieces=60)

    with Watch([study.path, temporary], pieces) as watch:
        study.importing.add_sessions(sheet, actor=CoderId("L1"))
        desk = desk_of(study)
        assert desk.recording is not None
        assert desk.fingerprint is not None
        kept = desk.cache.file(desk.fingerprint, CacheKind.PEAKS)
        peaks = load_peaks(kept, desk.fingerprint)
        assert peaks is not None
        kept.path.unlink()
        again = cached_peaks(desk.recording, desk.fingerprint, desk.cache)
        speech = cached_speech(desk.recording, desk.fingerprint, desk.cache)
        spectrogram(desk.recording, TimeSpan(0, 5_000), width=20, height=20)

    np.testing.assert_array_equal(again.levels[0], peaks.levels[0])
    assert speech.duration_ms == SECONDS * 1_000
    assert watch.caught == set()
    drawn = pieces_of(peaks.levels[0].astype("<i2").tobytes())
    assert files_with([study.path, temporary], (*drawn, desk.fingerprint.encode())) == []
    with desk.recording.open() as sound:
        assert source[-4_000:] in sound.read()
    assert not any(desk.fingerprint in path.name for path in study.path.rglob("*"))
    assert list(temporary.iterdir()) == []
    assert study.context.store.check() == ()


def test_an_import_that_is_refused_leaves_no_sound_and_no_key(
    study: StudyServices, sheet: Path
) -> None:
    def refuse(_: object) -> None:
        raise ImportedDataError(())

    rows = "session_id,audio\nV1,1.wav\nV2,2.wav\n"
    sheet.write_text(rows, encoding="utf-8")
    with pytest.raises(ImportedDataError):
        SessionImport(study.context).add_rows(
            read_session_sheet(sheet), sheet.name, actor=None, also=refuse
        )

    assert study.context.store.audio.stored_names() == ()
    assert list((study.path / "audio").iterdir()) == []
    assert list((study.path / "cache").iterdir()) == []
    assert study.importing.add_sessions(sheet, actor=None).n_recordings == 2


def test_a_desk_opens_after_the_study_was_closed_and_unlocked(
    study: StudyServices, sheet: Path
) -> None:
    study.importing.add_sessions(sheet, actor=None)
    first = desk_of(study).recording
    study.close()

    again = open_study(study.path, secret=PASSPHRASE)
    try:
        assert desk_of(again).recording == first
        assert first is not None
        assert "key" not in repr(desk_of(again).recording)
    finally:
        again.close()
