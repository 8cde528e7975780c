"""The export of a real study: what it holds, and that it is on record."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from practicecoder.domain.coding import CodingRole, Evidence, Listen
from practicecoder.domain.coding_changes import EvidenceChange, applied
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import ExportError, ReadOnlyStudyError
from practicecoder.export.data import Profile
from practicecoder.services.context import StudyServices
from practicecoder.services.exporting import PackageOrder
from practicecoder.services.studies import open_study
from practicecoder.services.tables import load_ratings, load_session_table
from tests.builders import (
    ANALYST,
    ANNA,
    LEAD,
    NOW,
    a_laboratory,
    a_session,
    a_study,
    add_people,
    add_sessions,
)

DATA_ONLY = PackageOrder(analysis=False)


@pytest.fixture
def laboratory(tmp_path: Path) -> Iterator[StudyServices]:
    services = a_laboratory(tmp_path / "study", n_sessions=15)
    yield services
    services.close()


def everything(folder: Path) -> str:
    return "".join(p.read_text("utf-8") for p in sorted(folder.rglob("*")) if p.is_file())


def test_an_export_is_written_and_entered_in_the_history(
    laboratory: StudyServices, tmp_path: Path
) -> None:
    told: list[float] = []
    written = laboratory.exporting.export(
        tmp_path / "out",
        PackageOrder(purpose="a made-up paper", analysis=False),
        actor=ANALYST,
        progress=lambda share, _text: told.append(share),
    )
    assert all(path.is_file() for path in written)
    assert told == sorted(told)
    assert told[-1] == 1.0
    with laboratory.context.store.reading() as unit:
        (entry,) = [e for e in unit.history.all() if e.kind is HistoryKind.EXPORTED]
    assert (entry.actor, entry.at) == (ANALYST, laboratory.context.now())
    digest = hashlib.sha256((tmp_path / "out" / "manifest.json").read_bytes()).hexdigest()
    document = json.loads(entry.new or "")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    head = document.pop("history_head")
    assert len(head.replace(" ", "")) == 16
    assert manifest["history_heads"]["study"] == head == laboratory.exporting.register()[0].head
    assert manifest["history_heads"]["codings"] == sorted(manifest["history_heads"]["codings"])
    rows = document.pop("rows")
    files = document.pop("files")
    assert files == {
        str(path.relative_to(tmp_path / "out")): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in written
    }
    assert rows["sessions"] == 15
    assert rows["ratings_long"] == len(
        (tmp_path / "out" / "data" / "ratings_long.csv").read_text("utf-8").splitlines()[1:]
    )
    assert document == {
        "profile": "team",
        "purpose": "a made-up paper",
        "formats": ["csv"],
        "manifest_sha256": digest,
        "sessions": 15,
        "evidence": False,
    }


def test_the_register_lists_the_latest_export_first(
    laboratory: StudyServices, tmp_path: Path
) -> None:
    assert laboratory.exporting.register() == ()
    laboratory.exporting.export(tmp_path / "a", DATA_ONLY)
    laboratory.exporting.export(
        tmp_path / "b", replace(DATA_ONLY, purpose="a talk", evidence=True), actor=ANALYST
    )
    latest, first = laboratory.exporting.register()
    assert (first.actor, first.purpose, first.evidence) == (None, "", False)
    assert (latest.actor, latest.purpose, latest.evidence) == (ANALYST, "a talk", True)
    assert latest.profile == "team"
    assert latest.n_rows == sum(latest.rows.values()) > 15
    manifest = (tmp_path / "b" / "manifest.json").read_bytes()
    assert latest.sha256 == hashlib.sha256(manifest).hexdigest()


def test_stopping_leaves_neither_files_nor_an_entry(
    laboratory: StudyServices, tmp_path: Path
) -> None:
    def stop(share: float, _text: str) -> None:
        if share > 0.5:
            raise CancelledError

    with pytest.raises(CancelledError):
        laboratory.exporting.export(tmp_path / "out", DATA_ONLY, progress=stop)
    assert {path.name for path in tmp_path.iterdir()} == {"study"}
    assert laboratory.exporting.register() == ()


def test_a_refused_export_leaves_neither_files_nor_an_entry(
    laboratory: StudyServices, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ExportError, match="is not an empty folder"):
        laboratory.exporting.export(taken)
    with pytest.raises(ExportError, match="There is no format ods"):
        laboratory.exporting.export(tmp_path / "out", PackageOrder(formats=("csv", "ods")))
    with laboratory.context.store.reading() as unit:
        assert all(entry.kind is not HistoryKind.EXPORTED for entry in unit.history.all())
    assert {path.name for path in tmp_path.iterdir()} == {"study", "taken"}


def test_an_export_that_cannot_be_put_in_place_is_not_on_record(
    laboratory: StudyServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", full_disk)
        with pytest.raises(ExportError, match="No space left"):
            laboratory.exporting.export(tmp_path / "out", DATA_ONLY)
    with laboratory.context.store.reading() as unit:
        assert all(entry.kind is not HistoryKind.EXPORTED for entry in unit.history.all())
    assert {path.name for path in tmp_path.iterdir()} == {"study"}


def test_a_study_open_for_reading_cannot_export(laboratory: StudyServices, tmp_path: Path) -> None:
    laboratory.close()
    reader = open_study(tmp_path / "study", read_only=True)
    with pytest.raises(ReadOnlyStudyError):
        reader.exporting.export(tmp_path / "out", DATA_ONLY)
    reader.close()
    assert not (tmp_path / "out").exists()


def test_the_tables_give_what_the_study_gives(laboratory: StudyServices, tmp_path: Path) -> None:
    laboratory.exporting.export(tmp_path / "out", DATA_ONLY)
    data = tmp_path / "out" / "data"
    _, ratings = load_ratings(data / "ratings_long.csv", None)
    assert ratings == laboratory.reliability.ratings()
    own = laboratory.analysis.table()
    _, frame = load_session_table(data / "sessions.csv", None)
    coded = frame[frame["score_basis"].notna()].reset_index(drop=True)
    assert coded[list(own.columns)].astype(own.dtypes).equals(own)


def test_statistics_of_the_tables_equal_those_of_the_study(
    laboratory: StudyServices, tmp_path: Path
) -> None:
    from practicecoder.scoring.frames import compare_frame, trend_frame
    from practicecoder.scoring.reliability.table import reliability_table

    laboratory.exporting.export(tmp_path / "out", DATA_ONLY)
    data = tmp_path / "out" / "data"
    book, ratings = load_ratings(data / "ratings_long.csv", None)
    assert reliability_table(book, ratings).as_json() == laboratory.reliability.table().as_json()
    _, frame = load_session_table(data / "sessions.csv", None)
    compared = compare_frame(frame, "good_authority").as_json()
    assert compared["test"] == laboratory.analysis.compare("good_authority").as_json()["test"]
    followed = trend_frame(frame, "good_authority", by="office_id").as_json()
    assert followed["overall"] == laboratory.analysis.trend("good_authority").as_json()["overall"]


def test_withdrawn_sessions_leave_no_trace(laboratory: StudyServices, tmp_path: Path) -> None:
    with laboratory.context.store.transaction() as unit:
        session = unit.sessions.all()[0]
        unit.sessions.save(
            replace(session, state=SessionState.WITHDRAWN), expected_version=session.version
        )
    laboratory.exporting.export(tmp_path / "out", DATA_ONLY)
    text = everything(tmp_path / "out")
    assert session.session_id not in text
    assert "Withdrawn sessions left out of every table: 1." in text


def test_recordings_dates_blind_codes_and_open_codings_stay_in_the_study(
    laboratory: StudyServices, tmp_path: Path
) -> None:
    laboratory.exporting.export(tmp_path / "out", DATA_ONLY)
    text = everything(tmp_path / "out")
    with laboratory.context.store.reading() as unit:
        sessions = unit.sessions.all()
        open_ids = {c.session_id for c in unit.codings.all() if not c.is_locked}
    assert open_ids
    rows = (tmp_path / "out" / "data" / "ratings_long.csv").read_text("utf-8").splitlines()
    assert not open_ids & {row.split(",")[0] for row in rows}
    for session in sessions:
        assert session.blind_code not in text
        assert session.recording is not None
        assert session.recording.fingerprint not in text
        assert str(session.session_date) not in text
    assert "2026-03-01" not in text


def test_only_shared_evidence_leaves_and_never_what_identifies(
    laboratory: StudyServices, tmp_path: Path
) -> None:
    def piece(number: int, quote: str, *, share: bool) -> EvidenceChange:
        span = TimeSpan(number * 1000, number * 1000 + 500)
        evidence = Evidence(
            evidence_id=f"e{number}",
            span=span,
            dimension_ids=("empathy",),
            quote=quote,
            share=share,
        )
        return EvidenceChange(evidence.evidence_id, evidence)

    changes = (
        piece(1, "Mornings are hard.", share=True),
        piece(2, "Ring Anna on 01632 960 001.", share=True),
        piece(3, "Never to be shown.", share=False),
        piece(4, "Rowan said no.", share=True),
    )
    with laboratory.context.store.transaction() as unit:
        coding = next(
            c for c in unit.codings.all(locked_only=True) if c.role is CodingRole.PRIMARY
        )
        unit.codings.save(
            applied(coding, changes), expected_version=coding.version, changes=changes
        )
        unit.record_changes(coding, changes, at=laboratory.context.now(), actor=coding.coder_id)
    laboratory.exporting.export(tmp_path / "plain", DATA_ONLY)
    assert "Mornings" not in everything(tmp_path / "plain")
    laboratory.exporting.export(
        tmp_path / "with", PackageOrder(evidence=True, names=("Rowan",), analysis=False)
    )
    table = (tmp_path / "with" / "data" / "evidence.csv").read_text("utf-8")
    assert table.count("\n") == 4
    assert "Mornings are hard." in table
    assert table.count("[removed]") == 2
    assert not any(word in everything(tmp_path / "with") for word in ("Anna", "Never", "Rowan"))


def test_ratings_given_before_the_end_was_heard_are_told_early(tmp_path: Path) -> None:
    clock = (NOW + timedelta(minutes=minute) for minute in count())
    services = a_study(tmp_path / "study", now=lambda: next(clock))
    add_people(services, Coder(coder_id=ANNA))
    add_sessions(services, a_session(1))
    services.sessions.assign((SessionId("V-0001"),), ANNA, actor=LEAD)
    desk = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA)
    assert desk.segment is not None
    act = services.coding.rate(desk.coding, "empathy", 2)
    heard = Listen(span=desk.segment, speed=1.0, at=services.context.now())
    coding = services.coding.listened(act.after, [heard], 0)
    coding = services.coding.answer(coding, "behaviour_change_discussed", False).after
    for dimension_id in ("collaboration", "autonomy", "purposefulness"):
        coding = services.coding.rate(coding, dimension_id, 3).after
    for dimension_id in ("clarity_about_concerns", "child_focus"):
        coding = services.coding.rule_out(coding, dimension_id, "inaudible").after
    services.coding.submit(coding)

    services.exporting.export(tmp_path / "out", DATA_ONLY)
    with (tmp_path / "out" / "data" / "ratings_long.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        early = {row["item"]: row["early"] for row in csv.DictReader(file)}

    assert early["empathy"] == "1"
    assert early["collaboration"] == early["purposefulness"] == "0"
    assert early["evocation"] == early["child_focus"] == ""
    services.close()


def test_imported_ratings_say_nothing_about_listening(
    laboratory: StudyServices, tmp_path: Path
) -> None:
    laboratory.exporting.export(tmp_path / "out", DATA_ONLY)

    with (tmp_path / "out" / "data" / "ratings_long.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        assert {row["early"] for row in csv.DictReader(file)} == {""}


def test_aggregates_of_few_workers_are_refused_and_not_on_record(
    laboratory: StudyServices, tmp_path: Path
) -> None:
    outside = PackageOrder(profile=Profile.OUTSIDE, evidence=True)
    assert laboratory.exporting.package_data(outside).evidence is None
    with pytest.raises(ExportError, match="fewer than 10 different workers"):
        laboratory.exporting.export(tmp_path / "out", outside)
    assert laboratory.exporting.register() == ()
    assert {path.name for path in tmp_path.iterdir()} == {"study"}
