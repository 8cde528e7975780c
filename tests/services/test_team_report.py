"""Team reports: own workers only, one gate, nobody found out, on record."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

import practicecoder
from practicecoder.domain.coding import Evidence, Note, Polarity
from practicecoder.domain.coding_changes import EvidenceChange, NoteChange
from practicecoder.domain.consent import Consent, ConsentUse
from practicecoder.domain.feedback import (
    Feedback,
    Goal,
    ReadMoment,
    Release,
    ReleaseKind,
    Supervision,
)
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId, OfficeId, SessionId, WorkerId, new_id
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.sessions import Purpose, SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError, ReadOnlyStudyError
from practicecoder.reports.data import ReportStatus
from practicecoder.reports.team.data import TeamReportData, TeamVariant
from practicecoder.scoring.results import Estimate, Interval, NotEstimable
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from practicecoder.services.team_scope import TeamScope
from tests.builders import (
    ANNA,
    LEAD,
    NOW,
    OFFICES,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

SUE, TOM = CoderId("SUPER-SUE"), CoderId("SUPER-TOM")
NORTH, SOUTH, EAST = OFFICES
SENIOR = TeamScope(variant=TeamVariant.SENIOR)
FAMILY_WORDS = "Canaryfamily words"
UNSHARED = "Canaryunshared note"
QUOTE = "You asked what the children had said about it."
CODER_CODES = ("CODER-ANNA-9", "CODER-BEN-9")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    """A small laboratory that a test may change."""
    made = _small(tmp_path / "study")
    yield made
    made.close()


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudyServices]:
    """The same for tests that only look."""
    made = _small(tmp_path_factory.mktemp("standing") / "study")
    yield made
    made.close()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudyServices]:
    """Twelve workers at one office, three and nine at others; only to be looked at."""
    workers = {NORTH: 12, SOUTH: 3, EAST: 9}
    made = _laboratory(tmp_path_factory.mktemp("large") / "study", workers)
    yield made
    made.close()


def _small(folder: Path) -> StudyServices:
    """Three workers with two visits each; the supervisor Sue has two of them, Tom has none."""
    made = a_study(folder, title="Invented study")
    supervisor = frozenset({Role.SUPERVISOR})
    add_people(
        made,
        Coder(coder_id=CoderId(CODER_CODES[0])),
        Coder(coder_id=CoderId(CODER_CODES[1])),
        Coder(coder_id=ANNA),
        Coder(coder_id=SUE, roles=supervisor),
        Coder(coder_id=TOM, roles=supervisor),
    )
    number = 0
    for worker in ("W-001", "W-002", "W-003"):
        for month in (3, 5):
            number += 1
            _visit(made, number, worker, date(2026, month, 10 + number), number % 5 + 1)
    with made.context.store.transaction() as unit:
        for worker in ("W-001", "W-002"):
            unit.supervisions.add(Supervision(worker_id=WorkerId(worker), supervisor_id=SUE))
    return made


def _visit(
    services: StudyServices,
    number: int,
    worker: str,
    day: date | None,
    level: int,
    *,
    office: OfficeId = NORTH,
    purpose: Purpose = Purpose.BOTH,
) -> SessionId:
    session = a_session(
        number,
        worker_id=WorkerId(worker),
        session_date=day,
        office_id=office,
        purpose=purpose,
        recording=None,
    )
    add_sessions(services, session)
    coder = CoderId(CODER_CODES[number % 2])
    add_coding(services, session.session_id, coder, ratings_of(services.codebook, [level] * 7))
    return session.session_id


def _laboratory(folder: Path, workers: dict[OfficeId, int]) -> StudyServices:
    """So many workers at each office, with one visit each."""
    made = a_study(folder, title="Invented study")
    add_people(made, *(Coder(coder_id=CoderId(code)) for code in CODER_CODES))
    number = 0
    for office, count in workers.items():
        for worker in range(count):
            number += 1
            day = date(2026, 3, 1 + number % 28)
            _visit(made, number, f"W-{office}-{worker}", day, 1 + number % 5, office=office)
    return made


def _evidence(services: StudyServices, session: SessionId, **changes: object) -> str:
    evidence = Evidence(
        evidence_id=new_id(),
        span=TimeSpan(60_000, 65_000),
        dimension_ids=("empathy",),
        polarity=Polarity.STRENGTH,
        quote=QUOTE,
        share=True,
    )
    evidence = replace(evidence, **changes)  # type: ignore[arg-type]  # names are the fields'
    note = Note(note_id=new_id(), text=UNSHARED)
    with services.context.store.transaction() as unit:
        (coding,) = unit.codings.of_session(session)
        changed = replace(
            coding, evidence=(*coding.evidence, evidence), notes=(*coding.notes, note)
        )
        unit.codings.save(
            changed,
            expected_version=coding.version,
            changes=(
                EvidenceChange(evidence.evidence_id, evidence),
                NoteChange(note.note_id, note),
            ),
        )
    return evidence.evidence_id


def _released(
    services: StudyServices,
    session: SessionId,
    *evidence_ids: str,
    printed: bool = True,
    in_force: bool = True,
    consent: bool = True,
    feedback: Feedback | None = None,
) -> None:
    """Put feedback down, release its report, and record consent to quote."""
    base = feedback or Feedback(session_id=session)
    moments = {
        evidence_id: ReadMoment(evidence_id=evidence_id, quote=QUOTE, printed=printed)
        for evidence_id in evidence_ids
    }
    with services.context.store.transaction() as unit:
        unit.feedback.put(replace(base, moments=moments, family_voice=FAMILY_WORDS))
        release = Release(
            release_id=new_id(),
            kind=ReleaseKind.WORKER,
            session_id=session,
            released_at=NOW,
            released_by=LEAD,
            file_name="made-up.pdf",
            sha256="0" * 64,
            content=b"made up",
        )
        unit.releases.add(release)
        if not in_force:
            unit.releases.end(release.release_id, at=NOW, because="made up")
        unit.consents.put(
            Consent(
                session_id=session,
                use=ConsentUse.QUOTES,
                given=consent,
                recorded_at=NOW,
                recorded_by=LEAD,
            )
        )


# -- who may have it -----------------------------------------------------------------------


def test_a_supervisor_gets_own_workers_and_nobody_else(standing: StudyServices) -> None:
    data = standing.team_report.data(actor=SUE)

    assert [one.worker for one in data.courses] == ["W-001", "W-002"]
    assert (data.n_sessions, data.n_workers) == (4, 2)
    assert data.scope == "The workers of one supervisor"
    assert {v.worker for s in data.summaries for v in s.values} == {"W-001", "W-002"}


def test_a_lead_gets_everybody_or_the_team_of_a_supervisor(standing: StudyServices) -> None:
    assert standing.team_report.data(actor=LEAD).n_workers == 3
    assert standing.team_report.data(TeamScope(supervisor_id=SUE), LEAD).n_workers == 2


def test_the_command_line_reads_as_a_lead(standing: StudyServices) -> None:
    assert standing.team_report.data().n_workers == 3


@pytest.mark.parametrize(
    ("scope", "actor", "why"),
    [
        (TeamScope(), ANNA, "supervisor"),
        (TeamScope(), TOM, "Nobody is entered"),
        (TeamScope(supervisor_id=TOM), SUE, "own workers alone"),
        (TeamScope(supervisor_id=CoderId("nobody")), LEAD, "no person nobody"),
        (TeamScope(office_id=OfficeId("West")), LEAD, "no office West"),
        (TeamScope(office_id=SOUTH), LEAD, "no office South"),
        (
            TeamScope(first_day=date(2026, 5, 1), last_day=date(2026, 4, 1)),
            LEAD,
            "ends before it begins",
        ),
        (TeamScope(first_day=date(2030, 1, 1)), LEAD, "No session of this team"),
        (TeamScope(outside=True), LEAD, "senior variant"),
    ],
)
def test_what_may_not_be_had_is_refused_with_a_sentence(
    standing: StudyServices, scope: TeamScope, actor: CoderId, why: str
) -> None:
    with pytest.raises(NotAllowedError, match=why):
        standing.team_report.data(scope, actor)


def test_only_reportable_sessions_are_in_it(services: StudyServices) -> None:
    _visit(services, 11, "W-001", date(2026, 4, 1), 5, purpose=Purpose.RESEARCH)
    withdrawn = _visit(services, 12, "W-001", date(2026, 4, 2), 5)
    open_one = a_session(13, worker_id=WorkerId("W-001"), recording=None)
    add_sessions(services, open_one)
    ratings = ratings_of(services.codebook, [5] * 7)
    add_coding(services, open_one.session_id, ANNA, ratings, submitted=False)
    with services.context.store.transaction() as unit:
        session = unit.sessions.find(withdrawn)
        assert session is not None
        gone = replace(session, state=SessionState.WITHDRAWN)
        unit.sessions.save(gone, expected_version=session.version)

    assert services.team_report.data(actor=SUE).n_sessions == 4


def test_team_reports_are_built_in_one_place_behind_the_gate() -> None:
    package = Path(practicecoder.__file__).parent
    building = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "TeamReportData(" in path.read_text(encoding="utf-8")
    }

    assert building == {"services/team_data.py"}
    source = (package / "services/team_data.py").read_text(encoding="utf-8")
    assert "reportable(sessions, refused_feedback(" in source


# -- what stands in it ---------------------------------------------------------------------


def test_the_mean_is_that_of_worker_means(standing: StudyServices) -> None:
    care = standing.team_report.data(actor=LEAD).summaries[0]

    # Levels are 2 3, 4 5 and 1 2: means 2.5, 4.5, 1.5.
    assert isinstance(care.mean, Estimate)
    assert care.mean.value == pytest.approx(8.5 / 3)
    assert care.mean.n == 3
    assert isinstance(care.mean.interval, Interval)
    assert care.n_sessions == 6
    assert isinstance(care.smallest_change, NotEstimable)


def test_a_new_high_scoring_worker_changes_no_course_of_others(services: StudyServices) -> None:
    before = services.team_report.data(actor=LEAD)

    _visit(services, 21, "W-000", date(2026, 4, 9), 5)

    after = services.team_report.data(actor=LEAD)
    assert [one.worker for one in after.courses] == ["W-000", "W-001", "W-002", "W-003"]
    assert after.courses[1:] == before.courses


def test_a_period_is_compared_with_the_one_before(standing: StudyServices) -> None:
    scope = TeamScope(first_day=date(2026, 5, 1), last_day=date(2026, 6, 30))

    care = standing.team_report.data(scope, LEAD).summaries[0]

    assert isinstance(care.change, Estimate)
    assert care.change.value == pytest.approx(1.0)  # each second visit was one level higher
    assert care.change.n == 3
    assert standing.team_report.data(actor=LEAD).summaries[0].change is None


def test_undated_visits_count_without_a_place_in_time(services: StudyServices) -> None:
    _visit(services, 31, "W-001", None, 3)

    data = services.team_report.data(actor=SUE)

    assert (data.n_sessions, data.n_undated) == (5, 1)
    assert sum(len(one.courses[0].points) for one in data.courses) == 4
    assert services.team_report.data(TeamScope(first_day=date(2026, 1, 1)), SUE).n_sessions == 4


def test_shared_moments_are_counted_by_dimension_and_polarity(services: StudyServices) -> None:
    first = SessionId("V-0001")
    _evidence(services, first, dimension_ids=("empathy", "autonomy"))
    _evidence(services, first, polarity=Polarity.TO_BUILD, span=TimeSpan(70_000, 71_000))
    _evidence(services, first, share=False, span=TimeSpan(80_000, 81_000))

    counts = {row.dimension: row for row in services.team_report.data(actor=SUE).evidence}

    assert (counts["Empathy"].strengths, counts["Empathy"].to_build) == ("1", "1")
    assert (counts["Autonomy"].strengths, counts["Autonomy"].to_build) == ("1", "0")


def test_a_quote_needs_a_tick_a_release_and_consent(services: StudyServices) -> None:
    session = SessionId("V-0001")
    moment = _evidence(services, session)
    assert services.team_report.data(actor=SUE).quotes == ()

    _released(services, session, moment)

    assert services.team_report.data(actor=SUE).quotes == (QUOTE,)
    # A name of a list that a person did not see when ticking takes the quote out.
    assert services.team_report.data(actor=SUE, names=["You"]).quotes != (QUOTE,)


def test_a_quote_that_lacks_one_of_them_is_not_told(services: StudyServices) -> None:
    first, second, third = (SessionId(f"V-{number:04d}") for number in (1, 3, 4))
    _released(services, first, _evidence(services, first), printed=False)
    _released(services, second, _evidence(services, second), in_force=False)
    _released(services, third, _evidence(services, third), consent=False)

    assert services.team_report.data(actor=SUE).quotes == ()


def test_only_strengths_are_quoted_and_one_of_each_worker(services: StudyServices) -> None:
    strength, build = Polarity.STRENGTH, Polarity.TO_BUILD
    for number, polarity in ((1, strength), (2, strength), (3, build)):
        session = SessionId(f"V-{number:04d}")
        _released(services, session, _evidence(services, session, polarity=polarity))

    assert len(services.team_report.data(actor=SUE).quotes) == 1


def test_goals_are_told_as_n_of_n(services: StudyServices) -> None:
    first, second = SessionId("V-0001"), SessionId("V-0002")
    _released(
        services, first, feedback=Feedback(session_id=first, goal=Goal(goal="Ask the children"))
    )
    _released(
        services, second, feedback=Feedback(session_id=second, last_goal_outcome="Done twice")
    )

    goals = services.team_report.data(actor=SUE).goals

    assert goals is not None
    assert (goals.agreed, goals.released) == ("1", "2")
    assert (goals.reviewed, goals.due) == ("1", "1")


def test_a_goal_is_due_when_its_day_has_come(services: StudyServices) -> None:
    session = SessionId("V-0002")
    goal = Goal(goal="Ask the children", review_on=date(2026, 9, 1))
    _released(services, session, feedback=Feedback(session_id=session, goal=goal))

    early = services.team_report.data(actor=SUE, made_on=date(2026, 8, 31)).goals
    late = services.team_report.data(actor=SUE, made_on=date(2026, 9, 1)).goals

    assert early is not None
    assert late is not None
    assert (early.due, late.due, late.reviewed) == ("0", "1", "0")


def test_workers_without_a_visit_count_as_none(services: StudyServices) -> None:
    with services.context.store.transaction() as unit:
        unit.supervisions.add(Supervision(worker_id=WorkerId("W-003"), supervisor_id=TOM))
    _visit(services, 41, "W-001", date(2026, 12, 1), 3)

    found = services.team_report.data(actor=SUE).frequency

    assert found is not None
    assert found.until == date(2026, 12, 1)
    assert dict(found.counts) == {"0": "1", "1": "1", "2": "0", "3": "0", "4 or more": "0"}


def test_months_and_go_live_are_those_of_the_sessions(standing: StudyServices) -> None:
    data = standing.team_report.data(actor=SUE)

    assert [p.month.month for p in data.months[0].chart.points] == [3, 5]
    assert [(one.day, one.office) for one in data.go_live] == [(date(2026, 3, 1), "")]


# -- the senior variant --------------------------------------------------------------------


def test_fewer_than_five_workers_have_no_senior_report(standing: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="at least 5 workers"):
        standing.team_report.data(SENIOR, LEAD)


def test_small_offices_are_hidden_and_cannot_be_subtracted(large: StudyServices) -> None:
    data = large.team_report.data(SENIOR, LEAD)

    care = {row.group: row for row in data.groups if row.measure.label == "Care and engagement"}
    assert care["South"].hidden == "hidden: fewer than 5 workers"
    assert care["East"].hidden == "hidden: could be found by subtraction"
    assert (care["North"].n_workers, care["All"].n_workers) == (12, 24)
    assert data.courses == ()
    assert data.quotes == ()
    assert all(summary.values == () for summary in data.summaries)


def test_outside_ten_workers_are_needed(large: StudyServices) -> None:
    nine = replace(SENIOR, office_id=EAST)

    assert large.team_report.data(nine, LEAD).n_workers == 9
    assert large.team_report.data(nine, LEAD).groups == ()  # one office is the whole
    with pytest.raises(NotAllowedError, match="at least 10 workers"):
        large.team_report.data(replace(nine, outside=True), LEAD)


def test_the_senior_report_holds_no_code_of_a_worker(large: StudyServices, tmp_path: Path) -> None:
    target = large.team_report.write(SENIOR, tmp_path / "senior.pdf", LEAD)

    content = _everything_in(target)
    assert "W-North" not in content
    assert "W-South" not in content


# -- the file ------------------------------------------------------------------------------


def test_nothing_secret_is_in_text_metadata_or_bytes(
    services: StudyServices, tmp_path: Path
) -> None:
    session = SessionId("V-0001")
    shared = _evidence(services, session)
    _evidence(services, session, share=False, quote="Canaryquote", span=TimeSpan(90_000, 91_000))
    _released(services, session, shared)
    services.team_report.release(TeamScope(), SUE)

    for name in ("team.pdf", "team.docx"):
        content = _everything_in(services.team_report.write(TeamScope(), tmp_path / name, SUE))
        assert QUOTE in content
        for canary in (
            *CODER_CODES,
            SUE,
            FAMILY_WORDS,
            UNSHARED,
            "Canaryquote",
            "V-0001",
            "S-BLIND",
            "W-003",
        ):
            assert canary not in content, (name, canary)
        assert "W-001" in content


def test_a_draft_is_on_record_with_its_digest(services: StudyServices, tmp_path: Path) -> None:
    path = services.team_report.write(TeamScope(), tmp_path, SUE, date(2026, 11, 20))

    assert path.name == "team_2026-11-20.pdf"
    with services.context.store.reading() as unit:
        (entry,) = [e for e in unit.history.all() if e.kind is HistoryKind.REPORTED]
    assert (entry.item, entry.actor, entry.session_id) == ("team", SUE, None)
    assert json.loads(entry.new or "") == {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "status": "draft",
        "variant": "team",
    }


def test_the_same_study_makes_the_same_bytes(services: StudyServices, tmp_path: Path) -> None:
    one, other = (
        services.team_report.write(TeamScope(), tmp_path / name, SUE).read_bytes()
        for name in ("one.pdf", "other.pdf")
    )

    assert one == other


def test_a_release_keeps_the_file_and_is_on_record(
    services: StudyServices, tmp_path: Path
) -> None:
    release = services.team_report.release(TeamScope(), SUE)

    with services.context.store.reading() as unit:
        kept = unit.releases.find(release.release_id)
        (entry,) = [e for e in unit.history.all() if e.kind is HistoryKind.RELEASED]
    assert kept == release
    assert (release.kind, release.session_id) == (ReleaseKind.TEAM, None)
    assert release.sha256 == hashlib.sha256(release.content).hexdigest()
    assert json.loads(entry.new or "")["sha256"] == release.sha256
    assert entry.actor == SUE
    path = tmp_path / "released.pdf"
    path.write_bytes(release.content)
    assert "DRAFT" not in _text_of(path)
    assert services.team_report.data(actor=SUE).status is ReportStatus.DRAFT


def test_a_coder_releases_nothing(standing: StudyServices) -> None:
    with pytest.raises(NotAllowedError):
        standing.team_report.release(TeamScope(), ANNA)
    with standing.context.store.reading() as unit:
        assert unit.releases.all() == ()


def test_a_study_open_for_reading_writes_no_report(
    services: StudyServices, tmp_path: Path
) -> None:
    place = services.path
    services.close()
    reading = open_study(place, read_only=True)

    with pytest.raises(ReadOnlyStudyError):
        reading.team_report.write(TeamScope(), tmp_path / "t.pdf", LEAD)
    assert reading.team_report.data(actor=LEAD).n_workers == 3
    reading.close()
    assert not (tmp_path / "t.pdf").exists()


def test_the_table_twin_holds_every_dot(standing: StudyServices) -> None:
    from practicecoder.reports.team.tables import strip_tables

    data: TeamReportData = standing.team_report.data(actor=LEAD)

    means, dots = strip_tables(data)
    assert len(dots.rows) == data.n_sessions
    assert [row.cells[0] for row in dots.rows] == sorted(row.cells[0] for row in dots.rows)
    assert means.rows[0].cells[0] == "Care and engagement"


def _text_of(path: Path) -> str:
    told = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return " ".join(told.stdout.split())


def _everything_in(path: Path) -> str:
    """Text, metadata and every byte of a file, unpacked."""
    if path.suffix == ".docx":
        import zipfile

        with zipfile.ZipFile(path) as parts:
            return "\n".join(parts.read(n).decode("latin-1") for n in parts.namelist())
    plain = path.with_suffix(".plain.pdf")
    with pikepdf.open(path) as pdf:
        meta = " ".join(str(value) for value in pdf.docinfo.values())
        pdf.save(
            plain,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return "\n".join((_text_of(path), meta, plain.read_bytes().decode("latin-1")))
