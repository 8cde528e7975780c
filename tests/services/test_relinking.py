"""Recordings are found again by their content, and a wrong file is never taken for one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from practicecoder.audio.intake import Intake, take_in
from practicecoder.codebook import library
from practicecoder.domain.ids import BlindCode, CoderId, SessionId
from practicecoder.domain.sessions import PracticeSession, Recording
from practicecoder.errors import RecordingError
from practicecoder.services.context import StudyServices
from practicecoder.services.relinking import SoundState
from practicecoder.services.studies import create_study, open_study
from tests.ui.coding.made_up import write_talk

WORDS = "seven made-up words for one test"


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_talk(tmp_path_factory.mktemp("talk") / "visit.wav")


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def template(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, talk: Path
) -> tuple[Path, str | None]:
    """A study with one session, plain or encrypted, and what opens it."""
    place = tmp_path_factory.mktemp("template")
    secret = WORDS if request.param == "encrypted" else None
    services = create_study(
        place / "study",
        title="Made up",
        codebook=library.find("swim7"),
        made_up=True,
        passphrase=secret,
    )
    intake: Intake = take_in(talk, place, key=services.context.new_sound_key())
    services.context.keep_sound(intake.file, intake.recording)
    with services.context.store.transaction() as unit:
        unit.sessions.add_recording(intake.recording)
        unit.sessions.add(
            PracticeSession(
                session_id=SessionId("S-1"),
                blind_code=BlindCode("QKXM"),
                recording=intake.recording,
            )
        )
    services.close()
    return place / "study", secret


@pytest.fixture
def services(template: tuple[Path, str | None], tmp_path: Path) -> Iterator[StudyServices]:
    folder, secret = template
    copy = Path(shutil.copytree(folder, tmp_path / "study"))
    services = open_study(copy, secret=secret)
    yield services
    services.close()


@pytest.fixture
def recording(services: StudyServices) -> Recording:
    with services.context.store.reading() as unit:
        (only,) = unit.sessions.recordings()
    return only


def stored(services: StudyServices, recording: Recording) -> Path:
    sound = services.context.sound_of(recording)
    assert sound is not None
    return sound.path


def alter(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.chmod(0o600)
    file.write_bytes(content)


def test_a_whole_missing_and_altered_recording_are_told_apart(
    services: StudyServices, recording: Recording
) -> None:
    file = stored(services, recording)
    states = [services.relinking.state_of(recording.fingerprint)]
    alter(file)
    states.append(services.relinking.state_of(recording.fingerprint))
    file.unlink()
    states.append(services.relinking.state_of(recording.fingerprint))

    assert states == [SoundState.WHOLE, SoundState.ALTERED, SoundState.MISSING]


def test_sound_that_was_deleted_is_not_taken_in_again(
    services: StudyServices, recording: Recording, talk: Path
) -> None:
    services.retention.delete_sound([SessionId("S-1")], actor=CoderId("L1"))
    with pytest.raises(RecordingError, match="was deleted from the study"):
        services.relinking.relink(recording.fingerprint, talk)

    assert not services.context.store.audio.holds(recording.stored_name)


@pytest.mark.parametrize("is_copy", [True, False], ids=["working copy", "original"])
def test_sound_that_is_deleted_during_a_search_is_not_taken_in_again(
    services: StudyServices, recording: Recording, talk: Path, tmp_path: Path, is_copy: bool
) -> None:
    folder = tmp_path / "found"
    folder.mkdir()
    shutil.copy(stored(services, recording) if is_copy else talk, folder)
    stored(services, recording).unlink()

    def deleted_when_files_are_compared(_share: float, text: str) -> None:
        if text.startswith("comparing"):
            services.retention.delete_sound([SessionId("S-1")], actor=CoderId("L1"))

    found = services.relinking.search(folder, progress=deleted_when_files_are_compared)
    assert not found.n_found
    assert not services.context.store.audio.holds(recording.stored_name)


def test_the_file_that_was_added_is_taken_in_again(
    services: StudyServices, recording: Recording, talk: Path, tmp_path: Path
) -> None:
    stored(services, recording).unlink()
    renamed = Path(shutil.copy(talk, tmp_path / "called something else.dat"))
    services.relinking.relink(recording.fingerprint, renamed)

    assert services.relinking.state_of(recording.fingerprint) is SoundState.WHOLE
    assert renamed.read_bytes() == talk.read_bytes()


def test_an_altered_copy_is_replaced_by_a_whole_one(
    services: StudyServices, recording: Recording, tmp_path: Path
) -> None:
    kept = Path(shutil.copy(stored(services, recording), tmp_path / "kept"))
    alter(stored(services, recording))
    services.relinking.relink(recording.fingerprint, kept)

    assert services.relinking.state_of(recording.fingerprint) is SoundState.WHOLE
    assert kept.is_file()


def test_another_recording_is_refused_in_one_sentence(
    services: StudyServices, recording: Recording, tmp_path: Path
) -> None:
    stored(services, recording).unlink()
    other = write_talk(tmp_path / "other.wav")
    alter(other)
    with pytest.raises(RecordingError) as refused:
        services.relinking.relink(recording.fingerprint, other)

    assert len(refused.value.problems) == 1
    assert services.relinking.state_of(recording.fingerprint) is SoundState.MISSING
    assert not list(services.path.glob("incoming-*"))


def test_a_folder_is_searched_whatever_the_files_are_called(
    services: StudyServices, recording: Recording, talk: Path, tmp_path: Path
) -> None:
    deep = tmp_path / "sounds" / "by year" / "2025"
    deep.mkdir(parents=True)
    (deep / "notes.txt").write_text("no sound", encoding="utf-8")
    shutil.copy(talk, deep / "renamed.bin")
    stored(services, recording).unlink()
    shares: list[float] = []
    found = services.relinking.search(
        tmp_path / "sounds", progress=lambda share, _: shares.append(share)
    )

    assert (found.n_wanted, found.n_found, found.n_left, found.n_files) == (1, 1, 0, 2)
    assert found.sentence() == "Found 1 of 1 recordings among 2 files."
    assert shares == sorted(shares)
    assert services.relinking.not_whole() == ()


def test_a_moved_copy_is_found_without_decoding(
    services: StudyServices,
    recording: Recording,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.move(stored(services, recording), elsewhere / "moved.bin")

    def never(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr("practicecoder.audio.intake.take_in", never)
    assert services.relinking.search(elsewhere).n_found == 1


def test_nothing_is_looked_through_while_nothing_is_missing(
    services: StudyServices, tmp_path: Path
) -> None:
    found = services.relinking.search(tmp_path)

    assert found.n_files == 0
    assert found.sentence() == "No recording is missing."


def test_a_search_can_be_cancelled(
    services: StudyServices, recording: Recording, talk: Path
) -> None:
    stored(services, recording).unlink()

    def stop(share: float, _: str) -> None:
        if share >= 0.3:
            raise CancelledError

    with pytest.raises(CancelledError):
        services.relinking.search(talk.parent, progress=stop)

    assert services.relinking.state_of(recording.fingerprint) is SoundState.MISSING
    assert not list(services.path.glob("incoming-*"))
