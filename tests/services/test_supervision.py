"""Feedback reports: one gate, own series, only shared and clean evidence, on record."""

from __future__ import annotations

import ast
import hashlib
import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest

import practicecoder
from practicecoder.codebook import library
from practicecoder.domain.certification import Certificate
from practicecoder.domain.coding import (
    Coding,
    Evidence,
    Note,
    Polarity,
    Rating,
    ScoreBasis,
)
from practicecoder.domain.coding_changes import CodingChange, EvidenceChange, NoteChange
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, WorkerId, new_id
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Purpose, SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError, ReadOnlyStudyError, StudyError
from practicecoder.reports.data import (
    LikelyRange,
    NoRange,
    NoRangeReason,
    ReportStatus,
    WorkerReportData,
)
from practicecoder.scoring.finals import FinalValues
from practicecoder.scoring.results import Estimate, Score
from practicecoder.services.context import StudyServices
from practicecoder.services.feedback_series import RESEARCH_ONLY
from practicecoder.services.final_sessions import final_sessions
from practicecoder.services.studies import open_study
from tests.builders import (
    ANNA,
    BEN,
    NOW,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

MADE_ON = date(2026, 11, 20)
THIRD = SessionId("V-0003")
CANARY = "Canaryname"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    """Four visits of one worker (the second for research only) and one of another."""
    made = a_study(tmp_path / "study", title="Invented study")
    add_people(made, Coder(coder_id=ANNA), Coder(coder_id=BEN))
    for number, month in ((1, 3), (2, 4), (3, 5), (4, 6)):
        purpose = Purpose.RESEARCH if number == 2 else Purpose.BOTH
        add_sessions(made, a_session(number, session_date=date(2026, month, 15), purpose=purpose))
    other = a_session(5, worker_id=WorkerId("W-002"), session_date=date(2026, 3, 1))
    add_sessions(made, other)
    _code(made, 1, ANNA, [2, 3, 2, None, 3, 2, 4])
    _code(made, 2, ANNA, [5, 5, 5, 5, 5, 5, 5])
    _code(made, 3, ANNA, [3, 3, 2, None, 4, 2, 3])
    _code(made, 5, ANNA, [1, 1, 1, 1, 1, 1, 1])
    yield made
    made.close()


def _code(
    services: StudyServices, number: int, coder: CoderId, values: Sequence[int | None]
) -> Coding:
    session_id = SessionId(f"V-{number:04d}")
    return add_coding(services, session_id, coder, ratings_of(services.codebook, values))


def _add_to_coding(services: StudyServices, number: int, *changes: CodingChange) -> None:
    with services.context.store.transaction() as unit:
        (coding,) = unit.codings.of_session(SessionId(f"V-{number:04d}"))
        for change in changes:
            match change:
                case EvidenceChange(_, Evidence() as new):
                    after = replace(coding, evidence=(*coding.evidence, new))
                case NoteChange(_, Note() as note):
                    after = replace(coding, notes=(*coding.notes, note))
                case _:
                    raise AssertionError(change)
            coding = unit.codings.save(after, expected_version=coding.version, changes=(change,))


def _evidence(
    minute: int,
    dimension: str,
    polarity: Polarity,
    *,
    quote: str = "",
    note: str = "",
    share: bool = True,
) -> EvidenceChange:
    evidence = Evidence(
        evidence_id=new_id(),
        span=TimeSpan(minute * 60_000, minute * 60_000 + 5_000),
        dimension_ids=(dimension,),
        polarity=polarity,
        quote=quote,
        note=note,
        share=share,
    )
    return EvidenceChange(evidence.evidence_id, evidence)


# -- who may have one ----------------------------------------------------------------------


def test_only_sessions_with_purpose_worker_and_locked_coding_are_listed(
    services: StudyServices,
) -> None:
    found = services.supervision.worker_reports()

    assert [(f.worker_id, f.session_id, f.ordinal) for f in found] == [
        ("W-001", "V-0001", 1),
        ("W-001", "V-0003", 2),
        ("W-002", "V-0005", 1),
    ]
    assert {f.basis for f in found} == {ScoreBasis.SINGLE}
    assert {f.reported_at for f in found} == {None}


def test_a_report_says_where_a_coder_held_no_certificate_in_date(services: StudyServices) -> None:
    assert not services.supervision.worker_report_data(THIRD).training  # nobody is certified here
    day = NOW.date()

    def certify(coder: CoderId, until: date) -> None:
        certificate = Certificate(
            certificate_id=new_id(),
            coder_id=coder,
            codebook=services.codebook.ref,
            granted_on=date(2026, 1, 1),
            expires_on=until,
            rule="",
            result="",
            n_recordings=10,
        )
        with services.context.store.transaction() as unit:
            unit.certificates.add(certificate)

    certify(ANNA, day)  # ended as the day began
    assert services.supervision.worker_report_data(THIRD).training
    certify(ANNA, day + timedelta(days=1))
    assert not services.supervision.worker_report_data(THIRD).training
    _code(services, 3, BEN, [3, 3, 2, None, 4, 2, 3])
    assert services.supervision.worker_report_data(THIRD).training


def test_a_research_only_session_is_refused_with_the_reason(
    services: StudyServices, tmp_path: Path
) -> None:
    target = tmp_path / "report.pdf"

    with pytest.raises(NotAllowedError) as refused:
        services.supervision.write_worker_report(SessionId("V-0002"), target)

    assert refused.value.user_message == RESEARCH_ONLY
    assert "DPA 2018 s.19" in RESEARCH_ONLY
    assert not target.exists()


def test_a_session_without_submitted_coding_is_refused(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="locked codings only"):
        services.supervision.worker_report_data(SessionId("V-0004"))
    add_coding(services, SessionId("V-0004"), ANNA, {"empathy": Rating.rated(3)}, submitted=False)
    with pytest.raises(NotAllowedError, match="locked codings only"):
        services.supervision.worker_report_data(SessionId("V-0004"))


def test_an_unknown_session_is_refused(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="no session V-9"):
        services.supervision.worker_report_data(SessionId("V-9"))


def test_a_session_without_worker_is_refused(services: StudyServices) -> None:
    add_sessions(services, a_session(6, worker_id=None))
    _code(services, 6, ANNA, [3] * 7)

    with pytest.raises(NotAllowedError, match="names no worker"):
        services.supervision.worker_report_data(SessionId("V-0006"))


@pytest.mark.parametrize("state", [SessionState.WITHDRAWN, SessionState.UNUSABLE])
def test_a_session_out_of_use_is_refused_and_leaves_the_series(
    services: StudyServices, state: SessionState
) -> None:
    with services.context.store.transaction() as unit:
        first = unit.sessions.find(SessionId("V-0001"))
        assert first is not None
        unit.sessions.save(replace(first, state=state), expected_version=first.version)

    with pytest.raises(NotAllowedError, match=state.value):
        services.supervision.worker_report_data(SessionId("V-0001"))
    assert services.supervision.worker_report_data(THIRD).ordinal == 1


def test_only_the_supervision_service_asks_the_gate() -> None:
    package = Path(practicecoder.__file__).parent
    asking = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(
            isinstance(node, ast.Call)
            and getattr(node.func, "id", "") == "may_report_individually"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
    }

    assert asking == {"services/feedback_series.py"}


def test_every_report_about_a_person_is_built_behind_the_gate() -> None:
    package = Path(practicecoder.__file__).parent
    building = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "WorkerReportData(" in path.read_text(encoding="utf-8")
    }

    assert building == {"services/feedback_data.py"}


# -- what stands in it ---------------------------------------------------------------------


def test_the_numbers_are_the_studys_final_values(services: StudyServices) -> None:
    data = services.supervision.worker_report_data(THIRD)
    final = next(f for f in final_sessions(services.context) if f.session.session_id == THIRD)
    assert isinstance(final.final, FinalValues)
    scores = final.final.scores(services.codebook)

    for score in data.scores:
        found = next(
            scores[s.score_id] for s in services.codebook.scores if s.label == score.label
        )
        assert score.value == (found.value if isinstance(found, Score) else None)
    assert [d.value for d in data.dimensions] == [3, 3, 2, None, 4, 2, 3]


def test_groups_follow_the_codebook_with_their_scores(services: StudyServices) -> None:
    data = services.supervision.worker_report_data(THIRD)

    shape = [
        (g.score.label if g.score else None, g.heading and bool(g.heading), len(g.dimensions))
        for g in data.groups
    ]
    assert shape == [
        ("Care and engagement", True, 3),
        (None, "", 1),
        ("Good authority", True, 3),
        ("MI spirit", "", 0),
    ]
    spirit = data.scores[-1]
    assert spirit.value is None
    assert spirit.not_given == (
        "MI spirit is not shown, because evocation was not rated: no behaviour change was "
        "discussed."
    )
    evocation = data.groups[1].dimensions[0]
    assert evocation.not_rated == "No behaviour change was discussed"


def test_the_series_holds_earlier_reportable_visits_of_the_same_worker_only(
    services: StudyServices,
) -> None:
    data = services.supervision.worker_report_data(THIRD)

    assert data.ordinal == 2
    assert [d.earlier for d in data.dimensions] == [(2,), (3,), (2,), (None,), (3,), (2,), (4,)]
    (care_before,) = data.scores[0].earlier
    assert care_before == pytest.approx(7 / 3)
    assert "5" not in "".join(str(d.earlier) for d in data.dimensions)


def test_without_dates_the_days_at_one_office_give_the_order(services: StudyServices) -> None:
    add_sessions(
        services,
        *(
            a_session(n, worker_id=WorkerId("W-9"), session_date=None, days_since_implementation=d)
            for n, d in ((11, 40), (12, -5))
        ),
    )
    for number, level in ((11, 4), (12, 2)):
        _code(services, number, ANNA, [level] * 7)

    data = services.supervision.worker_report_data(SessionId("V-0011"))

    assert data.ordinal == 2
    assert data.dimensions[0].earlier == (2,)


def test_an_unknown_order_is_not_guessed(services: StudyServices) -> None:
    add_sessions(
        services,
        *(
            a_session(
                n, worker_id=WorkerId("W-9"), session_date=None, days_since_implementation=None
            )
            for n in (11, 12)
        ),
    )
    for number in (11, 12):
        _code(services, number, ANNA, [3] * 7)

    data = services.supervision.worker_report_data(SessionId("V-0012"))

    assert data.ordinal is None
    assert {d.earlier for d in data.dimensions} == {()}


def test_two_coders_give_their_mean_and_say_so(services: StudyServices) -> None:
    _code(services, 3, BEN, [4, 3, 3, None, 4, 3, 4])

    data = services.supervision.worker_report_data(THIRD)

    assert data.basis is ScoreBasis.MEAN
    assert data.provenance.n_coders == 2
    empathy = data.dimensions[2]
    assert empathy.value == 2.5
    assert empathy.words == "between ‘heard a little’ and ‘mixed’"
    assert empathy.level_text == "Between level 2 and level 3."


def test_coders_who_differ_on_applicability_leave_it_unrated(services: StudyServices) -> None:
    _code(services, 3, BEN, [3, 3, 2, 4, 4, 2, 3])

    evocation = services.supervision.worker_report_data(THIRD).dimensions[3]

    assert evocation.value is None
    assert evocation.not_rated == "the coders differ on whether it applies"


def test_a_score_without_several_parts_names_them(services: StudyServices) -> None:
    add_sessions(services, a_session(6, session_date=date(2026, 8, 1)))
    _code(services, 6, ANNA, [None, None, 3, None, 3, 3, 3])

    care, authority, spirit = services.supervision.worker_report_data(SessionId("V-0006")).scores

    assert care.not_given == (
        "Care and engagement is not shown, because collaboration and autonomy were not rated."
    )
    assert authority.value == 3
    assert "collaboration, autonomy and evocation were not rated" in spirit.not_given


def test_levels_are_described_in_the_words_of_the_codebook(services: StudyServices) -> None:
    data = services.supervision.worker_report_data(THIRD)
    collaboration = services.codebook.dimension("collaboration")

    assert data.dimensions[0].level_text == collaboration.level(3).text
    assert data.dimensions[0].words == "mixed"


def test_made_up_draft_and_marking_come_from_the_study(services: StudyServices) -> None:
    data = services.supervision.worker_report_data(THIRD)

    assert data.made_up
    assert data.status is ReportStatus.DRAFT
    assert data.proposed
    assert data.provenance.study == "Invented study"
    assert data.provenance.codebook_is_draft


@pytest.mark.parametrize("codebook_id", [book.codebook_id for book in library.built_in()])
def test_every_built_in_codebook_gives_a_report(codebook_id: str, tmp_path: Path) -> None:
    services = a_study(tmp_path / "study", codebook_id=codebook_id)
    try:
        add_people(services, Coder(coder_id=ANNA))
        add_sessions(services, a_session(1, session_type="group"))
        levels = [
            dimension.scale.values[place % len(dimension.scale.values)]
            for place, dimension in enumerate(services.codebook.dimensions)
        ]
        _code(services, 1, ANNA, levels)
        data = services.supervision.worker_report_data(SessionId("V-0001"))
        written = services.supervision.write_worker_report(
            SessionId("V-0001"), tmp_path / "report.pdf", made_on=MADE_ON
        )
    finally:
        services.close()

    assert [d.label for d in data.dimensions] == [d.label for d in services.codebook.dimensions]
    assert [d.value for d in data.dimensions] == levels
    assert data.noun.one == "group session"
    with pikepdf.open(written) as pdf:
        assert len(pdf.pages) >= 2


# -- evidence ------------------------------------------------------------------------------


def test_strengths_are_proposed_by_own_change_then_level(services: StudyServices) -> None:
    _add_to_coding(
        services,
        3,
        _evidence(1, "child_focus", Polarity.STRENGTH, quote="about a day"),
        _evidence(2, "collaboration", Polarity.STRENGTH, quote="what would help"),
        _evidence(3, "autonomy", Polarity.STRENGTH, note="Left the time to her"),
        _evidence(4, "purposefulness", Polarity.STRENGTH, quote="two things today"),
        _evidence(5, "empathy", Polarity.NEUTRAL, quote="neither"),
    )

    data = services.supervision.worker_report_data(THIRD)

    # Purposefulness and collaboration both rose by one; the higher level comes first.
    assert [s.dimension for s in data.strengths] == ["Purposefulness", "Collaboration"]
    assert data.strengths[0].behaviour == "A moment of purposefulness"
    assert data.strengths[0].moments[0].quote == "two things today"
    assert data.to_build == ()


def test_the_thing_to_build_is_where_the_rating_fell_most(services: StudyServices) -> None:
    _add_to_coding(
        services,
        3,
        _evidence(1, "clarity_about_concerns", Polarity.TO_BUILD, quote="issues"),
        _evidence(2, "child_focus", Polarity.TO_BUILD, quote="the kids"),
        _evidence(3, "child_focus", Polarity.TO_BUILD, quote="them lot"),
        _evidence(4, "child_focus", Polarity.TO_BUILD, quote="all of them"),
    )

    (item,) = services.supervision.worker_report_data(THIRD).to_build

    assert item.dimension == "Child focus"  # fell from 4 to 3; clarity stayed at the lower 2
    assert [moment.quote for moment in item.moments] == ["the kids", "them lot"]
    assert item.try_this == ""


def test_identifying_words_are_taken_out_of_shared_evidence(services: StudyServices) -> None:
    _add_to_coding(
        services,
        3,
        _evidence(1, "empathy", Polarity.STRENGTH, quote="Ring me on 01632 960001", note="Asked"),
        _evidence(2, "empathy", Polarity.STRENGTH, quote=f"{CANARY} is hungry"),
        _evidence(3, "empathy", Polarity.STRENGTH, quote="Mornings are hard"),
    )

    data = services.supervision.worker_report_data(THIRD, names=[CANARY])

    told = [(m.quote, m.note) for m in data.dimensions[2].moments]
    assert told == [("", "Asked [removed]"), ("", "[removed]"), ("Mornings are hard", "")]


def test_canaries_never_reach_data_text_or_bytes(services: StudyServices, tmp_path: Path) -> None:
    hidden = [f"Hidden{n}canary" for n in range(6)]
    _add_to_coding(
        services,
        3,
        _evidence(1, "empathy", Polarity.STRENGTH, quote=hidden[0], note=hidden[1], share=False),
        _evidence(2, "empathy", Polarity.STRENGTH, quote=f"{CANARY} said", note="plain"),
        NoteChange("n" * 32, Note(note_id="n" * 32, text=hidden[2])),
    )
    _add_to_coding(services, 2, _evidence(3, "empathy", Polarity.STRENGTH, quote=hidden[3]))
    _add_to_coding(services, 5, _evidence(3, "empathy", Polarity.STRENGTH, quote=hidden[4]))
    target = tmp_path / "report.pdf"

    data = services.supervision.worker_report_data(THIRD, names=[CANARY])
    services.supervision.write_worker_report(THIRD, target, made_on=MADE_ON, names=[CANARY])

    forbidden = [*hidden, CANARY, "W-002", "V-0003", "North", "0003.flac"]
    told = subprocess.run(
        ["pdftotext", str(target), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    with pikepdf.open(target) as pdf:
        pdf.save(
            tmp_path / "plain.pdf",
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
        )
    raw = (tmp_path / "plain.pdf").read_bytes()
    for word in forbidden:
        assert word not in repr(data)
        assert word not in told
        assert word.encode() not in raw
        assert word.encode("utf-16-be") not in raw
    assert "plain [removed]" in told
    assert b"plain" in raw  # what is in the file can be found this way


def test_the_coders_code_is_nowhere_in_the_report(tmp_path: Path) -> None:
    coder = CoderId("CODER-ZEBRA")
    services = a_study(tmp_path / "study")
    try:
        add_people(services, Coder(coder_id=coder))
        add_sessions(services, a_session(1))
        _code(services, 1, coder, [3] * 7)
        assert "ZEBRA" not in repr(services.supervision.worker_report_data(SessionId("V-0001")))
    finally:
        services.close()


# -- how sure ------------------------------------------------------------------------------


def _double_coded(folder: Path, n: int, differences: Sequence[int]) -> StudyServices:
    """Study of ``n`` visits coded twice; the second coder differs in a fixed pattern."""
    services = a_study(folder)
    add_people(services, Coder(coder_id=ANNA), Coder(coder_id=BEN))
    for number in range(1, n + 1):
        worker = WorkerId(f"W-{number:03d}")
        add_sessions(services, a_session(number, worker_id=worker))
        first = [1 + (number + place) % 4 for place in range(7)]
        _code(services, number, ANNA, first)
        second = [
            min(max(level + differences[(number + place) % len(differences)], 1), 5)
            for place, level in enumerate(first)
        ]
        _code(services, number, BEN, second)
    add_sessions(services, a_session(n + 1, worker_id=WorkerId("W-900")))
    _code(services, n + 1, ANNA, [3, 3, 2, 3, 4, 3, 3])
    return services


def _scores(services: StudyServices, number: int) -> WorkerReportData:
    return services.supervision.worker_report_data(SessionId(f"V-{number:04d}"))


def test_fourteen_double_codings_are_too_few_for_a_range(tmp_path: Path) -> None:
    services = _double_coded(tmp_path / "study", 14, (0, 1, 0))
    try:
        data = _scores(services, 15)
    finally:
        services.close()

    uncertainty = data.scores[0].uncertainty
    assert uncertainty == NoRange(reason=NoRangeReason.UNKNOWN, n_double_coded=14, n_needed=15)
    assert data.scores[0].words == ""
    assert data.agreement == ()


def test_fifteen_double_codings_that_agree_give_a_range(tmp_path: Path) -> None:
    services = _double_coded(tmp_path / "study", 15, (0, 1, 0, 0, -1))
    try:
        data = _scores(services, 16)
        table = services.reliability.table()
    finally:
        services.close()

    care = data.scores[0]
    limits = care.uncertainty
    assert isinstance(limits, LikelyRange)
    sem = table.item("care_engagement").statistics["sem"]
    assert isinstance(sem, Estimate)
    assert limits.sem == sem.value
    assert limits.low == pytest.approx(8 / 3 - 1.2816 * limits.sem, abs=1e-3)
    assert limits.high == pytest.approx(8 / 3 + 1.2816 * limits.sem, abs=1e-3)
    assert limits.n_double_coded == 15
    assert limits.change80 is None  # nothing before to compare with
    assert care.words
    assert {a.n for a in data.agreement} == {15}
    assert all(0 <= a.exact <= a.within_one <= 1 for a in data.agreement)


def test_the_change_that_matters_rests_on_both_visits(tmp_path: Path) -> None:
    services = _double_coded(tmp_path / "study", 15, (0, 1, 0, 0, -1))
    try:
        later = a_session(20, worker_id=WorkerId("W-900"), session_date=date(2026, 9, 1))
        add_sessions(services, later)
        _code(services, 20, ANNA, [4, 3, 3, 3, 4, 3, 3])
        single = _scores(services, 20).scores[0].uncertainty
        _code(services, 20, BEN, [4, 3, 3, 3, 4, 3, 3])
        mean = _scores(services, 20).scores[0].uncertainty
    finally:
        services.close()

    assert isinstance(single, LikelyRange)
    assert isinstance(mean, LikelyRange)
    assert single.change80 == pytest.approx(1.2816 * 2**0.5 * single.sem, abs=1e-3)
    one_coder = mean.sem * 2**0.5
    assert mean.change80 == pytest.approx(1.2816 * one_coder * 1.5**0.5, abs=1e-3)


def test_coders_who_never_differ_give_no_range_but_a_plain_reason(tmp_path: Path) -> None:
    services = _double_coded(tmp_path / "study", 15, (0,))
    try:
        data = _scores(services, 16)
    finally:
        services.close()

    assert data.scores[0].uncertainty == NoRange(reason=NoRangeReason.NOT_ESTIMABLE)
    assert {a.exact for a in data.agreement} == {1.0}


def test_low_agreement_is_named_with_its_limits(tmp_path: Path) -> None:
    services = _double_coded(tmp_path / "study", 15, (3, -3, 0, -2, 2))
    try:
        data = _scores(services, 16)
    finally:
        services.close()

    missing = data.scores[0].uncertainty
    assert isinstance(missing, NoRange)
    assert missing.reason is NoRangeReason.TOO_LOW
    assert missing.icc_low is not None
    assert missing.icc_low < 0.4


def test_the_study_may_ask_for_more_double_codings(tmp_path: Path) -> None:
    services = _double_coded(tmp_path / "study", 15, (0, 1, 0, 0, -1))
    with services.context.store.transaction() as unit:
        unit.study.update_settings({"min_double_coded": "16"})
    services.close()
    services = open_study(tmp_path / "study")
    try:
        missing = _scores(services, 16).scores[0].uncertainty
    finally:
        services.close()

    assert isinstance(missing, NoRange)
    assert (missing.reason, missing.n_needed) == (NoRangeReason.UNKNOWN, 16)


# -- on record -----------------------------------------------------------------------------


def test_a_report_is_recorded_with_the_digest_of_its_file(
    services: StudyServices, tmp_path: Path
) -> None:
    written = services.supervision.write_worker_report(THIRD, tmp_path, made_on=MADE_ON)

    assert written == tmp_path / "feedback_W-001_S-BLIND3.pdf"
    with services.context.store.reading() as unit:
        (entry,) = [e for e in unit.history.of_session(THIRD) if e.kind is HistoryKind.REPORTED]
    digest = hashlib.sha256(written.read_bytes()).hexdigest()
    assert json.loads(entry.new or "") == {"sha256": digest, "status": "draft"}
    listed = {f.session_id: f.reported_at for f in services.supervision.worker_reports()}
    assert listed[THIRD] == NOW
    assert listed[SessionId("V-0001")] is None


def test_the_same_study_gives_the_same_bytes(services: StudyServices, tmp_path: Path) -> None:
    one = services.supervision.write_worker_report(THIRD, tmp_path / "1.pdf", made_on=MADE_ON)
    two = services.supervision.write_worker_report(THIRD, tmp_path / "2.pdf", made_on=MADE_ON)

    assert one.read_bytes() == two.read_bytes()


def test_a_report_that_cannot_be_written_is_not_recorded(
    services: StudyServices, tmp_path: Path
) -> None:
    with pytest.raises(StudyError, match="could not be written"):
        services.supervision.write_worker_report(THIRD, tmp_path / "missing" / "report.pdf")

    with services.context.store.reading() as unit:
        assert not [e for e in unit.history.all() if e.kind is HistoryKind.REPORTED]


def test_a_study_open_for_reading_makes_no_reports(
    services: StudyServices, tmp_path: Path
) -> None:
    services.close()
    reading = open_study(tmp_path / "study", read_only=True)
    target = tmp_path / "report.pdf"
    try:
        with pytest.raises(ReadOnlyStudyError):
            reading.supervision.write_worker_report(THIRD, target)
    finally:
        reading.close()
    assert not target.exists()


def test_all_reports_go_into_a_folder_with_progress(
    services: StudyServices, tmp_path: Path
) -> None:
    told: list[tuple[float, str]] = []

    written = services.supervision.write_all(
        tmp_path / "out" / "reports",
        progress=lambda share, text: told.append((share, text)),
        made_on=MADE_ON,
    )

    assert [path.name for path in written] == [
        "feedback_W-001_S-BLIND1.pdf",
        "feedback_W-001_S-BLIND3.pdf",
        "feedback_W-002_S-BLIND5.pdf",
    ]
    assert all(path.read_bytes().startswith(b"%PDF") for path in written)
    assert [share for share, _ in told] == [0, pytest.approx(1 / 3), pytest.approx(2 / 3), 1]
    assert "W-0" not in str(told)


def test_a_study_with_nothing_to_report_says_so(tmp_path: Path) -> None:
    services = a_study(tmp_path / "study")
    try:
        with pytest.raises(NotAllowedError, match="may have a report yet"):
            services.supervision.write_all(tmp_path / "out")
    finally:
        services.close()
    assert not (tmp_path / "out").exists()


def test_every_report_of_the_demonstration_study_has_two_pages(
    demonstration: Path, tmp_path: Path
) -> None:
    services = open_study(demonstration)
    try:
        written = services.supervision.write_all(tmp_path / "reports", made_on=MADE_ON)
    finally:
        services.close()

    assert len(written) == 6
    for report in written:
        with pikepdf.open(report) as pdf:
            assert len(pdf.pages) == 2, report.name
