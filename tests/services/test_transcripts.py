from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from practicecoder.domain.coding import Coding, CodingState
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.transcripts import SpeakerRole, Transcript
from practicecoder.domain.withdrawal import WithdrawalChoice
from practicecoder.errors import (
    ExportError,
    ImportedDataError,
    NotAllowedError,
    ReadOnlyStudyError,
)
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from practicecoder.services.transcripts import TranscriptPreview
from practicecoder.services.withdrawal import WithdrawalRequest
from tests.builders import ANNA, LEAD, a_session, a_study, add_people, add_sessions

SESSION = SessionId("V-0001")
NAME = "Zephyrine Quillfeather"
"""A made-up name that occurs nowhere else."""
WORKER, PARENT = SpeakerRole.WORKER, SpeakerRole.PARENT
ROLES = {"Social worker": WORKER, NAME: PARENT}
TALK = f"""WEBVTT

00:00:01.000 --> 00:00:04.000
<v Social worker>How did that go, Zephyrine?</v>

00:00:05.000 --> 00:00:09.500
<v {NAME}>Not great. They call me Mrs Quillfeather there.</v>
"""


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study")
    add_people(made, Coder(coder_id=ANNA))
    add_sessions(made, a_session(1))
    made.sessions.assign((SESSION,), ANNA, actor=LEAD)
    yield made
    made.close()


@pytest.fixture
def coding(services: StudyServices) -> Coding:
    return services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA).coding


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talk.vtt"
    path.write_text(TALK, encoding="utf-8")
    return path


@pytest.fixture
def preview(services: StudyServices, coding: Coding, file: Path) -> TranscriptPreview:
    return services.transcripts.preview(coding, services.transcripts.read(file), ROLES)


def stored(services: StudyServices) -> Transcript | None:
    with services.context.store.reading() as unit:
        return unit.transcripts.find(SESSION)


def kinds_on_record(services: StudyServices) -> list[HistoryKind]:
    with services.context.store.reading() as unit:
        return [entry.kind for entry in unit.history.all() if "transcript" in entry.kind]


def lock(services: StudyServices, coding: Coding) -> None:
    service = services.coding
    reached = service.answer(coding, "behaviour_change_discussed", False).after
    for dimension_id in services.codebook.dimension_ids:
        if dimension_id != "evocation":
            reached = service.rate(reached, dimension_id, 3).after
    locked = service.submit(reached, short_listen_reason="A test").after
    assert locked.state is CodingState.LOCKED


# Before anything is stored


def test_a_role_is_suggested_only_where_the_file_says_it(
    services: StudyServices, file: Path
) -> None:
    first, second = services.transcripts.speakers(services.transcripts.read(file))

    assert (first.word, first.n_lines, first.suggested) == ("Social worker", 1, WORKER)
    assert (second.word, second.n_lines, second.suggested) == (NAME, 1, None)


def test_lines_without_a_speaker_come_last_and_are_unknown(
    services: StudyServices, tmp_path: Path
) -> None:
    file = tmp_path / "talk.srt"
    file.write_text(
        "1\n00:00:01,000 --> 00:00:02,000\nthe door opens\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\nWorker: Hello.\n\n"
        "3\n00:00:05,000 --> 00:00:06,000\nWorker: How are you?\n",
        encoding="utf-8",
    )

    found = services.transcripts.speakers(services.transcripts.read(file))

    assert [(s.word, s.n_lines, s.suggested) for s in found] == [
        ("Worker", 2, WORKER),
        ("", 1, SpeakerRole.UNKNOWN),
    ]


def test_pseudonyms_are_numbered_where_a_role_has_several(
    services: StudyServices, file: Path
) -> None:
    read = services.transcripts.read(file)

    names = services.transcripts.pseudonyms(read, dict.fromkeys(read.speakers, PARENT))

    assert names == {"Social worker": "Parent 1", NAME: "Parent 2"}


def test_a_preview_shows_lines_by_the_blind_code_and_stores_nothing(
    services: StudyServices, coding: Coding, preview: TranscriptPreview
) -> None:
    first, second = preview.transcript.lines

    assert preview.transcript.session_id == coding.session_id != SESSION
    assert (first.speaker, first.role, first.text) == (
        "Worker",
        WORKER,
        "How did that go, [Parent]?",
    )
    assert second.text == "Not great. They call me Mrs [Parent] there."
    assert stored(services) is None
    assert kinds_on_record(services) == []


def test_an_offset_moves_lines_and_may_take_them_out_of_the_recording(
    services: StudyServices, coding: Coding, file: Path
) -> None:
    read = services.transcripts.read(file)

    moved = services.transcripts.preview(coding, read, ROLES, offset_ms=-4_500)

    assert [(line.start_ms, line.end_ms) for line in moved.transcript.lines] == [(500, 5_000)]
    assert any("before the recording begins" in notice for notice in moved.notices)
    with pytest.raises(ImportedDataError, match="outside the recording"):
        services.transcripts.preview(coding, read, ROLES, offset_ms=10_000_000)


# Storing


def test_an_imported_transcript_is_read_back_by_its_coding(
    services: StudyServices, coding: Coding, preview: TranscriptPreview
) -> None:
    change = services.transcripts.add(coding, preview)

    assert change.concerns(ChangeKind.TRANSCRIPTS)
    assert change.session_ids == {SESSION}
    assert services.transcripts.of_coding(coding) == preview.transcript


def test_no_name_is_left_anywhere_in_the_study(
    services: StudyServices, coding: Coding, preview: TranscriptPreview
) -> None:
    services.transcripts.add(coding, preview)
    folder = services.path
    services.close()

    held = b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())

    assert b"How did that go, [Parent]?" in held
    for part in NAME.split():
        assert part.casefold().encode() not in held.lower()


def test_the_history_tells_of_a_transcript_and_not_its_words(
    services: StudyServices, coding: Coding, preview: TranscriptPreview
) -> None:
    services.transcripts.add(coding, preview)
    services.transcripts.remove(coding)

    with services.context.store.reading() as unit:
        added, removed = (e for e in unit.history.all() if "transcript" in e.kind)
    assert (added.kind, added.actor, added.session_id) == (
        HistoryKind.TRANSCRIPT_ADDED,
        ANNA,
        SESSION,
    )
    assert (added.item, added.new) == ("vtt", preview.transcript.source_digest)
    assert removed.kind is HistoryKind.TRANSCRIPT_REMOVED
    for entry in (added, removed):
        assert "great" not in repr(entry)


def test_a_second_import_replaces_the_first_on_record(
    services: StudyServices, coding: Coding, preview: TranscriptPreview, file: Path
) -> None:
    services.transcripts.add(coding, preview)
    read = services.transcripts.read(file)
    other = services.transcripts.preview(coding, read, ROLES, offset_ms=1_000)

    services.transcripts.add(coding, other)

    assert services.transcripts.of_coding(coding) == other.transcript
    assert kinds_on_record(services) == [HistoryKind.TRANSCRIPT_ADDED] * 2


def test_a_removed_transcript_is_gone_and_cannot_be_removed_again(
    services: StudyServices, coding: Coding, preview: TranscriptPreview
) -> None:
    services.transcripts.add(coding, preview)

    services.transcripts.remove(coding)

    assert services.transcripts.of_coding(coding) is None
    with pytest.raises(NotAllowedError, match="no transcript"):
        services.transcripts.remove(coding)


def test_a_locked_coding_reads_its_transcript_and_changes_nothing(
    services: StudyServices, coding: Coding, preview: TranscriptPreview
) -> None:
    services.transcripts.add(coding, preview)
    lock(services, coding)

    with pytest.raises(NotAllowedError, match="locked"):
        services.transcripts.add(coding, preview)
    with pytest.raises(NotAllowedError, match="locked"):
        services.transcripts.remove(coding)

    assert services.transcripts.of_coding(coding) == preview.transcript


def test_a_study_opened_to_read_shows_the_transcript_and_takes_none(
    services: StudyServices, coding: Coding, preview: TranscriptPreview
) -> None:
    services.transcripts.add(coding, preview)
    services.close()
    reading = open_study(services.path, read_only=True)

    assert reading.transcripts.of_coding(coding) == preview.transcript
    with pytest.raises(ReadOnlyStudyError):
        reading.transcripts.add(coding, preview)
    reading.close()


# By the session's own code


def test_a_lead_adds_a_transcript_by_the_sessions_own_code(
    services: StudyServices, coding: Coding, file: Path
) -> None:
    transcripts = services.transcripts
    preview = transcripts.preview_for(SESSION, transcripts.read(file), ROLES)

    transcripts.add_to_session(SESSION, preview, actor=LEAD)

    found = transcripts.of_coding(coding)
    assert found is not None
    assert found.session_id == coding.session_id
    assert found.lines == preview.transcript.lines


def test_only_a_lead_adds_to_a_session_and_only_to_one_that_is_there(
    services: StudyServices, preview: TranscriptPreview, file: Path
) -> None:
    transcripts, nowhere = services.transcripts, SessionId("V-9999")

    with pytest.raises(NotAllowedError, match="Only a lead"):
        transcripts.add_to_session(SESSION, preview, actor=ANNA)
    with pytest.raises(NotAllowedError, match="Only a lead"):
        transcripts.add_to_session(SESSION, preview, actor=CoderId("NOBODY"))
    with pytest.raises(NotAllowedError, match="no session V-9999"):
        transcripts.add_to_session(nowhere, preview, actor=None)
    with pytest.raises(NotAllowedError, match="no session V-9999"):
        transcripts.preview_for(nowhere, transcripts.read(file), ROLES)
    assert stored(services) is None


def test_of_a_withdrawn_session_no_transcript_is_taken(
    services: StudyServices, coding: Coding, preview: TranscriptPreview
) -> None:
    services.withdrawal.withdraw(
        WithdrawalRequest(
            session_id=SESSION,
            choice=WithdrawalChoice.ERASE_RECORDING,
            reason="asked",
            confirmation=SESSION,
        ),
        actor=LEAD,
    )
    with pytest.raises(NotAllowedError, match="was withdrawn"):
        services.transcripts.add_to_session(SESSION, preview, actor=LEAD)
    with pytest.raises(NotAllowedError, match="was withdrawn"):
        services.transcripts.add(coding, preview)
    assert stored(services) is None


def test_a_transcript_that_is_there_is_replaced_only_if_that_was_asked_for(
    services: StudyServices, preview: TranscriptPreview
) -> None:
    add = services.transcripts.add_to_session
    add(SESSION, preview, actor=None)

    with pytest.raises(NotAllowedError, match="already"):
        add(SESSION, preview, actor=None)
    add(SESSION, preview, actor=None, replace_existing=True)

    assert kinds_on_record(services) == [HistoryKind.TRANSCRIPT_ADDED] * 2


# Writing


@pytest.mark.parametrize("ending", ["vtt", "srt"])
def test_what_is_written_holds_pseudonyms_and_reads_back(
    services: StudyServices,
    coding: Coding,
    preview: TranscriptPreview,
    tmp_path: Path,
    ending: str,
) -> None:
    services.transcripts.add(coding, preview)
    out = tmp_path / f"written.{ending}"

    services.transcripts.write(coding, out)

    words = out.read_text(encoding="utf-8")
    assert "Quillfeather" not in words
    read = services.transcripts.read(out)
    assert [(line.start_ms, line.end_ms, line.speaker, line.text) for line in read.lines] == [
        (line.start_ms, line.end_ms, line.speaker, line.text) for line in preview.transcript.lines
    ]


def test_what_cannot_be_written_leaves_nothing_behind(
    services: StudyServices, coding: Coding, preview: TranscriptPreview, tmp_path: Path
) -> None:
    write = services.transcripts.write
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(ExportError, match="no transcript"):
        write(coding, folder / "a.vtt")
    services.transcripts.add(coding, preview)

    with pytest.raises(ExportError, match="neither"):
        write(coding, folder / "a.txt")
    with pytest.raises(ExportError, match="another place"):
        write(coding, folder / "missing" / "a.vtt")

    assert list(folder.iterdir()) == []
