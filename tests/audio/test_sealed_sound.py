"""An encrypted recording gives what a plain one gives, and nothing plain is ever on the disk."""

from __future__ import annotations

import errno
import io
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from practicecoder.audio.cache import CacheKind, SoundCache
from practicecoder.audio.decode_worker import look_or_copy
from practicecoder.audio.intake import Intake, take_in
from practicecoder.audio.messages import CopyPlace, Job
from practicecoder.audio.peaks_making import cached_peaks, peaks_of
from practicecoder.audio.probe import inspect, sniff
from practicecoder.audio.reel import reel_bytes
from practicecoder.audio.sources import size_of
from practicecoder.audio.spectrogram import Spectrogram, spectrogram
from practicecoder.audio.speech_activity import cached_speech, find_speech
from practicecoder.audio.speech_to_text import find_model, is_installed, transcribe
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import RecordingError
from practicecoder.vault.encrypted_file import EncryptedWriter
from practicecoder.vault.sound_file import SoundFile
from tests.audio.conftest import sweep
from tests.audio.tiny_speech_model import make_model, write_speech
from tests.audio.watching import Watch, files_with, pieces_of

MakeSound = Callable[..., Path]
SHAPES = ["wav", "flac", "mp3", "m4a", "alac", "ogg", "opus", "webm", "aac"]
KEY, OTHER_KEY = secrets.token_bytes(32), secrets.token_bytes(32)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder for temporary files of this process and of every process it starts."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def plain_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder for what a plain study would hold, which nobody watches."""
    return tmp_path_factory.mktemp("plain")


def content_of(sound: SoundFile) -> bytes:
    with sound.open() as file:
        return file.read()


def sealed(path: Path, target: Path) -> SoundFile:
    with EncryptedWriter(target, KEY) as writer:
        writer.write(path.read_bytes())
    return SoundFile(target, KEY)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sealed_intake_holds_the_very_bytes_of_a_plain_one(
    make_sound: MakeSound, work_dir: Path, plain_dir: Path, shape: str
) -> None:
    source = make_sound(shape, seconds=4, channels=2)

    plain, intake = take_in(source, plain_dir), take_in(source, work_dir, key=KEY)

    assert intake.recording == plain.recording
    assert intake.warnings == plain.warnings
    assert content_of(intake.file) == plain.file.path.read_bytes()
    assert size_of(intake.file) == plain.recording.size_bytes
    np.testing.assert_array_equal(intake.peaks.levels[0], plain.peaks.levels[0])
    pieces = pieces_of(plain.file.path.read_bytes())
    assert len(pieces) > 5
    assert files_with([plain_dir], pieces) == [plain.file.path]
    assert files_with([work_dir], pieces) == []


@pytest.mark.parametrize("shape", ["wav", "mp3", "m4a", "opus"])
def test_whatever_is_made_of_a_recording_is_the_same_when_it_is_sealed(
    make_sound: MakeSound, work_dir: Path, plain_dir: Path, shape: str
) -> None:
    plain = take_in(make_sound(shape, seconds=4), plain_dir).file
    sound = sealed(plain.path, work_dir / "meaningless")
    span = TimeSpan(1_000, 2_500)

    assert sniff(sound) is sniff(plain)
    assert inspect(sound) == inspect(plain)
    assert find_speech(sound) == find_speech(plain)
    np.testing.assert_array_equal(peaks_of(sound).levels[0], peaks_of(plain).levels[0])
    assert reel_bytes(sound, [span]) == reel_bytes(plain, [span])
    picture, expected = (spectrogram(one, span, width=20, height=16) for one in (sound, plain))
    assert isinstance(picture, Spectrogram)
    assert isinstance(expected, Spectrogram)
    np.testing.assert_array_equal(picture.levels, expected.levels)


def test_nothing_plain_is_on_the_disk_at_any_moment(
    make_sound: MakeSound, tmp_path: Path, temporary: Path, plain_dir: Path
) -> None:
    study = tmp_path / "study"
    work, cache = study / "work", SoundCache(folder=study / "cache", key=KEY)
    work.mkdir(parents=True)
    source = make_sound("wav", seconds=90, rate=16_000)
    plain = take_in(source, plain_dir)
    pieces = (
        *pieces_of(plain.file.path.read_bytes(), n_pieces=40),
        *pieces_of(sweep(90, 16_000).astype("<i2").tobytes(), n_pieces=40),
        *pieces_of(plain.peaks.levels[0].astype("<i2").tobytes()),
        plain.recording.fingerprint.encode(),
    )

    with Watch([study, temporary], pieces) as watch:
        intake = take_in(source, work, key=KEY)
        file = SoundFile(intake.file.path.replace(study / "meaningless"), KEY)
        fingerprint = intake.recording.fingerprint
        cached_peaks(file, fingerprint, cache)
        cached_speech(file, fingerprint, cache)
        spectrogram(file, TimeSpan(0, 9_000), width=50, height=50)
        reel_bytes(file, [TimeSpan(0, 9_000)])

    assert watch.seen["meaningless"] > 2_000_000
    assert len(list((study / "cache").iterdir())) == len(CacheKind)
    assert watch.caught == set()
    assert not any(fingerprint in name for name in watch.seen)


def test_the_watch_catches_a_plain_copy(
    make_sound: MakeSound, work_dir: Path, plain_dir: Path
) -> None:
    source = make_sound("wav", seconds=90, rate=16_000)
    pieces = pieces_of(take_in(source, plain_dir).file.path.read_bytes())

    with Watch([work_dir], pieces) as watch:
        intake = take_in(source, work_dir)

    assert intake.file.path.name in watch.caught


@pytest.mark.skipif(not is_installed(), reason="the extra speech is not installed")
def test_speech_becomes_text_without_anything_plain_on_the_disk(
    tmp_path: Path, temporary: Path, plain_dir: Path
) -> None:
    study = tmp_path / "study"
    study.mkdir()
    model = find_model(make_model(tmp_path / "model"))
    plain = write_speech(plain_dir / "speech.ogg")
    sound = sealed(plain, study / "meaningless")

    def text_of(recording: SoundFile) -> list[str]:
        lines = transcribe(
            recording,
            model,
            language="en",
            on_progress=lambda _: None,
            cancelled=lambda: False,
        )
        return [line.text for line in lines]

    with Watch([study, temporary], pieces_of(plain.read_bytes(), n_pieces=40)) as watch:
        found = text_of(sound)

    assert found, "the same words are not to be expected: this model guesses"
    assert watch.caught == set()


@pytest.mark.skipif(sys.platform != "linux", reason="reads what a process was started with")
def test_no_key_and_no_place_stands_where_other_programs_can_read_it(
    make_sound: MakeSound, work_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bytes] = []
    real = subprocess.Popen

    def start(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        process: subprocess.Popen[bytes] = real(*arguments, **options)  # type: ignore[call-overload]
        for part in ("cmdline", "environ"):
            told.append(Path(f"/proc/{process.pid}/{part}").read_bytes())
        return process

    monkeypatch.setattr(subprocess, "Popen", start)
    intake = take_in(make_sound("wav"), work_dir, key=KEY)
    inspect(intake.file)

    assert len(told) == 4
    secret = (KEY, KEY.hex().encode(), os.fsencode(intake.file.path.name), b"sound.wav")
    assert not any(piece in text for piece in secret for text in told)
    assert KEY.hex() not in repr(intake)
    assert repr(KEY) not in repr(intake)


@pytest.mark.parametrize("at", [0.0, 0.4, 1.0])
def test_an_altered_recording_is_refused_in_words(
    make_sound: MakeSound, work_dir: Path, at: float
) -> None:
    intake = take_in(make_sound("wav", seconds=4), work_dir, key=KEY)
    content = bytearray(intake.file.path.read_bytes())
    content[int(at * (len(content) - 1))] ^= 1
    intake.file.path.write_bytes(content)

    for use in (inspect, find_speech, peaks_of):
        with pytest.raises(RecordingError, match="altered or is damaged"):
            use(intake.file)


def test_another_key_opens_nothing(make_sound: MakeSound, work_dir: Path) -> None:
    intake = take_in(make_sound("opus"), work_dir, key=KEY)

    with pytest.raises(RecordingError, match="altered or is damaged"):
        inspect(SoundFile(intake.file.path, OTHER_KEY))


def test_a_cut_off_file_leaves_nothing_behind(make_sound: MakeSound, work_dir: Path) -> None:
    source = make_sound("mp3", seconds=4)
    source.write_bytes(source.read_bytes()[:-100])

    with pytest.raises(RecordingError, match="cut off"):
        take_in(source, work_dir, key=KEY)

    assert list(work_dir.iterdir()) == []


@pytest.mark.parametrize("shape", ["wav", "mp3", "flac"])
def test_a_full_disk_is_told_as_that_and_leaves_nothing(
    make_sound: MakeSound, work_dir: Path, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    real = EncryptedWriter.write

    def write(writer: EncryptedWriter, content: bytes) -> int:
        if writer.tell() > 10_000:
            raise OSError(errno.ENOSPC, "no room")
        return real(writer, content)

    monkeypatch.setattr(EncryptedWriter, "write", write)
    source = make_sound(shape, seconds=5)
    job = Job(
        source=SoundFile(source),
        kind=sniff(source),
        copy_into=CopyPlace(folder=work_dir, key=KEY),
        wants_bins=False,
    )

    with pytest.raises(OSError, match="no room"):
        look_or_copy(job, io.BytesIO())
    assert list(work_dir.iterdir()) == []


@pytest.fixture
def intake(make_sound: MakeSound, work_dir: Path) -> Intake:
    return take_in(make_sound("wav", seconds=2), work_dir, key=KEY)


def test_sealed_caches_are_believed_by_their_key_alone(intake: Intake, tmp_path: Path) -> None:
    cache = SoundCache(folder=tmp_path / "cache", key=KEY)
    fingerprint = intake.recording.fingerprint
    shares: list[float] = []
    first = cached_speech(intake.file, fingerprint, cache, on_progress=shares.append)
    shares.clear()

    assert cached_speech(intake.file, fingerprint, cache, on_progress=shares.append) == first
    assert shares == []
    kept = cache.file(fingerprint, CacheKind.SPEECH)
    foreign = SoundCache(folder=cache.folder, key=OTHER_KEY).file(fingerprint, CacheKind.SPEECH)
    assert kept.path.name != foreign.path.name
    kept.path.write_bytes(kept.path.read_bytes()[:-1] + b"?")
    assert cached_speech(intake.file, fingerprint, cache, on_progress=shares.append) == first
    assert shares


def test_names_of_a_sealed_cache_tell_nothing_and_all_of_them_are_forgotten(
    intake: Intake, tmp_path: Path
) -> None:
    cache = SoundCache(folder=tmp_path / "cache", key=KEY)
    fingerprint = intake.recording.fingerprint
    cached_peaks(intake.file, fingerprint, cache)
    cached_speech(intake.file, fingerprint, cache)

    names = [path.name for path in cache.folder.iterdir()]
    assert len(names) == len(CacheKind)
    assert all(len(name) == 64 and name != fingerprint for name in names)

    cache.forget(fingerprint)
    assert list(cache.folder.iterdir()) == []
