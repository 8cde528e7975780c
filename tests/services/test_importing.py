"""Imports: a sheet's sessions with sound, people and queues; ratings as submitted codings."""

from __future__ import annotations

import math
import struct
import wave
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from practicecoder.audio.cache import CacheKind
from practicecoder.codebook import library
from practicecoder.domain.coding import CodingRole, RatingState
from practicecoder.domain.history import HistoryKind, Origin
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.sessions import Phase, PhaseRule, SessionState
from practicecoder.errors import ImportedDataError, ReadOnlyStudyError
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import QueueState
from practicecoder.services.studies import create_study, open_study, study_info
from tests.odd_sounds import film

SHEET = """\
session_id,worker_id,office_id,session_date,implementation_date,session_type,purpose,audio,coder_id
V1,W1,North,2026-03-01,2026-02-01,visit,both,sound/one.wav,C1;C2
V2,W2,North,2026-01-02,,visit,research,,C1
"""


def tone(path: Path, hertz: float, seconds: float = 1.0) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    rate = 8_000
    samples = (
        int(9_000 * math.sin(2 * math.pi * hertz * n / rate)) for n in range(int(rate * seconds))
    )
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(b"".join(struct.pack("<h", s) for s in samples))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[StudyServices]:
    made = create_study(tmp_path / "study", title="Empty", codebook=library.find("swim7"))
    yield made
    made.close()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    tone(tmp_path / "incoming" / "sound" / "one.wav", 440)
    path = tmp_path / "incoming" / "sheet.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_a_sheet_brings_sessions_sound_people_and_queues(
    empty: StudyServices, sheet: Path
) -> None:
    said: list[float] = []
    summary = empty.importing.add_sessions(
        sheet, actor=CoderId("L1"), progress=lambda share, _: said.append(share)
    )

    assert summary.sentence() == "Added 2 sessions, 1 recording, 2 new coders."
    assert said[-1] == pytest.approx(1.0)
    with empty.context.store.reading() as unit:
        first = unit.sessions.find(SessionId("V1"))
        second = unit.sessions.find(SessionId("V2"))
        history = [e.kind for e in unit.history.all()]
    assert first is not None
    assert second is not None
    assert (first.days_since_implementation, first.phase) == (28, Phase.POST)
    assert (second.days_since_implementation, second.phase) == (-30, Phase.PRE)
    assert first.phase_rule is PhaseRule.VISIT_DATE
    assert first.session_date == date(2026, 3, 1)
    assert first.recording is not None
    assert first.recording.duration_ms == 1_000
    assert "one" not in first.recording.stored_name
    assert history.count(HistoryKind.SESSION_ADDED) == 2
    assert len(empty.sessions.queue(CoderId("C1"))) == 2
    desk = empty.coding.open_desk(first.blind_code, CoderId("C2"))
    assert desk.recording is not None
    assert desk.recording.path.is_file()
    assert desk.fingerprint is not None
    assert desk.cache.file(desk.fingerprint, CacheKind.PEAKS).path.is_file()
    assert empty.context.store.check() == ()


def test_the_same_recording_cannot_belong_to_two_sessions(
    empty: StudyServices, sheet: Path
) -> None:
    empty.importing.add_sessions(sheet, actor=None)
    again = sheet.with_name("again.csv")
    again.write_text("session_id,audio\nV3,sound/one.wav\n", encoding="utf-8")

    with pytest.raises(ImportedDataError, match="same as that of V1"):
        empty.importing.add_sessions(again, actor=None)
    assert study_info(empty).n_sessions == 2


def test_a_session_that_is_there_already_stops_the_whole_sheet(
    empty: StudyServices, sheet: Path
) -> None:
    empty.importing.add_sessions(sheet, actor=None)
    more = sheet.with_name("more.csv")
    more.write_text("session_id\nV9\nV1\n", encoding="utf-8")

    with pytest.raises(ImportedDataError) as caught:
        empty.importing.add_sessions(more, actor=None)
    assert [p.line for p in caught.value.problems] == [3]
    assert study_info(empty).n_sessions == 2


def test_a_contradicting_implementation_date_is_refused(empty: StudyServices, sheet: Path) -> None:
    empty.importing.add_sessions(sheet, actor=None)
    more = sheet.with_name("more.csv")
    more.write_text(
        "session_id,office_id,implementation_date\nV9,North,2026-02-02\n", encoding="utf-8"
    )

    with pytest.raises(ImportedDataError, match="went live on 2026-02-01"):
        empty.importing.add_sessions(more, actor=None)


def test_imported_ratings_are_submitted_codings_on_record(
    empty: StudyServices, sheet: Path, tmp_path: Path
) -> None:
    empty.importing.add_sessions(sheet, actor=None)
    table = tmp_path / "ratings.csv"
    table.write_text(
        "session_id,coder_id,item,value,na_reason\n"
        "V1,C1,empathy,4,\n"
        "V1,C1,evocation,,no_behaviour_change\n"
        "V1,C9,empathy,3,\n",
        encoding="utf-8",
    )

    summary = empty.importing.import_ratings(table, actor=CoderId("L1"))

    assert summary.new_coders == (CoderId("C9"),)
    assert summary.sentence() == "Added 2 codings, 3 ratings, 1 new coder."
    with empty.context.store.reading() as unit:
        codings = {c.coder_id: c for c in unit.codings.of_session(SessionId("V1"))}
        session = unit.sessions.find(SessionId("V1"))
        origins = {
            e.origin
            for e in unit.history.of_coding(codings[CoderId("C1")].coding_id)
            if e.kind is HistoryKind.RATING
        }
    first, ninth = codings[CoderId("C1")], codings[CoderId("C9")]
    assert first.is_locked
    assert {first.role, ninth.role} == {CodingRole.PRIMARY, CodingRole.DOUBLE}
    assert first.rating("evocation").state is RatingState.NOT_APPLICABLE
    assert first.answers == {"behaviour_change_discussed": False}
    assert ninth.rating("autonomy").state is RatingState.NOT_YET_RATED
    assert session is not None
    assert session.state is SessionState.IN_CODING  # C2 was to code it, and has not yet
    assert origins == {Origin.IMPORT}


def ratings_sheet(folder: Path, *rows: str) -> Path:
    path = folder / "ratings.csv"
    path.write_text("\n".join(["session_id,coder_id,item,value,na_reason", *rows, ""]), "utf-8")
    return path


def test_imported_ratings_fill_the_place_that_was_planned_for_their_coder(
    empty: StudyServices, sheet: Path, tmp_path: Path
) -> None:
    empty.importing.add_sessions(sheet, actor=None)
    second_first = ratings_sheet(tmp_path, "V1,C2,empathy,4,", "V2,C9,empathy,4,")

    empty.importing.import_ratings(second_first, actor=None)

    with empty.context.store.reading() as unit:
        roles = {
            c.coder_id: c.role
            for code in ("V1", "V2")
            for c in unit.codings.of_session(SessionId(code))
        }
        session = unit.sessions.find(SessionId("V1"))
    assert roles == {CoderId("C2"): CodingRole.DOUBLE, CoderId("C9"): CodingRole.DOUBLE}
    (row,) = empty.sessions.queue(CoderId("C2"))
    assert row.state is QueueState.SUBMITTED
    assert session is not None
    assert session.state is SessionState.IN_CODING  # C1 has still to code it


def test_a_rating_implies_the_answer_that_allowed_it(
    empty: StudyServices, sheet: Path, tmp_path: Path
) -> None:
    empty.importing.add_sessions(sheet, actor=None)
    empty.importing.import_ratings(ratings_sheet(tmp_path, "V1,C1,evocation,4,"), actor=None)

    with empty.context.store.reading() as unit:
        (coding,) = unit.codings.of_session(SessionId("V1"))
    assert coding.answers == {"behaviour_change_discussed": True}


def test_counts_are_refused_and_not_lost_without_a_word(tmp_path: Path) -> None:
    study = create_study(tmp_path / "m", title="Counts", codebook=library.find("miti-4.2.1"))
    sessions = tmp_path / "sessions.csv"
    sessions.write_text("session_id\nV1\n", encoding="utf-8")
    study.importing.add_sessions(sessions, actor=None)
    table = ratings_sheet(
        tmp_path, "V1,C1,empathy,4,", "V1,C1,sr,7,", "V1,C2,sr,5,", "V1,C2,affirm,,"
    )

    with pytest.raises(ImportedDataError, match="counts from a sheet: sr") as caught:
        study.importing.import_ratings(table, actor=None)

    assert len(caught.value.problems) == 1
    assert study_info(study).n_codings == 0
    study.importing.import_ratings(
        ratings_sheet(tmp_path, "V1,C1,empathy,4,", "V1,C1,sr,,"), actor=None
    )
    assert study_info(study).n_codings == 1
    study.close()


def test_withdrawn_sessions_take_no_ratings(
    empty: StudyServices, sheet: Path, tmp_path: Path
) -> None:
    empty.importing.add_sessions(sheet, actor=None)
    with empty.context.store.transaction() as unit:
        session = unit.sessions.find(SessionId("V2"))
        assert session is not None
        withdrawn = replace(session, state=SessionState.WITHDRAWN)
        unit.sessions.save(withdrawn, expected_version=session.version)

    with pytest.raises(ImportedDataError, match="withdrawn"):
        empty.importing.import_ratings(ratings_sheet(tmp_path, "V2,C1,empathy,4,"), actor=None)

    assert study_info(empty).n_codings == 0


def test_recordings_that_an_end_by_force_left_half_taken_in_are_cleared_away(
    empty: StudyServices, sheet: Path
) -> None:
    left = empty.path / "incoming-left"
    left.mkdir()
    (left / "copy.wav").write_bytes(b"half a recording")

    empty.importing.add_sessions(sheet, actor=None)

    assert not list(empty.path.glob("incoming-*"))


def test_nothing_is_imported_into_a_study_opened_for_reading(
    empty: StudyServices, sheet: Path
) -> None:
    path = empty.path
    empty.close()
    reader = open_study(path, read_only=True)
    with pytest.raises(ReadOnlyStudyError):
        reader.importing.add_sessions(sheet, actor=None)
    reader.close()


def test_what_intake_noticed_about_a_recording_is_told_with_its_session(
    empty: StudyServices, tmp_path: Path
) -> None:
    film(tmp_path / "film.mp4", tracks=2)
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("session_id,audio\nV7,film.mp4\n", encoding="utf-8")

    summary = empty.importing.add_sessions(sheet, actor=None)

    (notice,) = summary.notices
    assert notice.startswith("V7: The file has 2 sound tracks")
