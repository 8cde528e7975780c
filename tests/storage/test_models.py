"""The database keeps its own promises, whoever writes to it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from practicecoder.storage.base import Base
from practicecoder.storage.laboratory_models import (
    CertificateRow,
    ConcernRow,
    DecisionRow,
    PlanRow,
    RecalibrationRow,
    TranscriptLineRow,
    TranscriptRow,
)
from practicecoder.storage.models import (
    AssignmentRow,
    CodingRow,
    EvidenceDimensionRow,
    EvidenceRow,
    ListenRow,
    MarkRow,
    NoteRow,
    RatingRow,
    RecordingRow,
    SessionRow,
)

AT = datetime(2026, 1, 1, tzinfo=UTC)
CODING = {
    "coding_id": "coding-1",
    "session_id": "S1",
    "coder_id": "C1",
    "codebook_id": "made_up",
    "codebook_version": "1.0",
    "codebook_digest": "0" * 64,
    "role": "primary",
    "state": "open",
    "position_ms": 0,
    "short_listen_reason": "",
    "version": 1,
}
RATING = {"coding_id": "coding-1", "dimension_id": "d1", "note": "", "unsure": False}
EVIDENCE = {
    "evidence_id": "e1",
    "coding_id": "coding-1",
    "start_ms": 10,
    "end_ms": 20,
    "polarity": "neutral",
    "quote": "",
    "note": "",
    "share": False,
}
SESSION = {
    "session_id": "S3",
    "blind_code": "blind-S3",
    "phase_rule": "as_entered",
    "session_type": "visit",
    "worker_role": "",
    "purpose": "research",
    "state": "received",
    "made_up": True,
    "version": 1,
}
RECORDING = {
    "fingerprint": "f" * 64,
    "stored_name": f"{'f' * 64}.wav",
    "duration_ms": 1000,
    "sample_count": 8000,
    "sample_rate": 8000,
    "channels": 1,
    "codec": "pcm",
    "size_bytes": 16_044,
}
MARK = {"mark_id": "m1", "coding_id": "coding-1", "count_id": "question", "at_ms": 5}
TRANSCRIPT = {
    "session_id": "S1",
    "source_format": "vtt",
    "source_digest": "a" * 64,
    "offset_ms": 0,
    "added_at": AT,
}
LINE = {
    "session_id": "S1",
    "position": 0,
    "start_ms": 5,
    "text": "made up",
    "role": "parent",
    "speaker": "",
}
CONCERN = {
    "concern_id": "concern-1",
    "session_id": "S1",
    "coder_id": "C1",
    "text": "made up",
    "raised_at": AT,
    "action": "",
}
CODEBOOK = {key: CODING[key] for key in ("codebook_id", "codebook_version", "codebook_digest")}
DECISION = {
    **CODEBOOK,
    "decision_id": "decision-1",
    "item": "d1",
    "text": "made up",
    "decided_at": AT,
    "decided_by": "C1",
}
CERTIFICATE = {
    **CODEBOOK,
    "certificate_id": "certificate-1",
    "coder_id": "C1",
    "granted_on": date(2026, 1, 2),
    "expires_on": date(2027, 1, 2),
    "rule": "made up",
    "result": "made up",
    "n_recordings": 10,
    "ended_because": "",
}
RECALIBRATION = {
    "recalibration_id": "recalibration-1",
    "held_on": date(2026, 1, 2),
    "text": "made up",
    "recorded_at": AT,
    "recorded_by": "C1",
}
PLAN = {
    "plan_id": "plan-1",
    "made_at": AT,
    "made_by": "C1",
    "seed": 1,
    "double_share": 0.2,
    "coders_per_double": 2,
    "coders": "[]",
    "strata": "[]",
    "n_sessions": 5,
    "n_double": 1,
}
LISTEN = {"coding_id": "coding-1", "start_ms": 0, "end_ms": 5, "speed": 1.0, "at": AT}


def refused(scratch: Connection, row: type[Base], *values: dict[str, object]) -> str:
    """Write all rows but the last, which has to be refused; return why."""
    if row not in (SessionRow, RecordingRow):
        scratch.execute(insert(CodingRow).values(**CODING))
    for accepted in values[:-1]:
        scratch.execute(insert(row).values(**accepted))
    with pytest.raises(IntegrityError) as error, scratch.begin_nested():
        scratch.execute(insert(row).values(**values[-1]))
    return str(error.value.orig).casefold()


@pytest.mark.parametrize(
    "values",
    [
        {"state": "rated", "value": 3.0},
        {"state": "rated", "value": -12.5},
        {"state": "not_applicable", "na_reason": "no_child_present"},
        {"state": "not_yet_rated"},
    ],
)
def test_each_state_of_a_rating_can_be_stored(
    scratch: Connection, values: dict[str, object]
) -> None:
    scratch.execute(insert(CodingRow).values(**CODING))
    scratch.execute(insert(RatingRow).values(**RATING, **values))


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"state": "rated"}, "ck_ratings_value_iff_rated"),
        ({"state": "not_yet_rated", "value": 3.0}, "ck_ratings_value_iff_rated"),
        (
            {"state": "not_applicable", "na_reason": "none", "value": 3.0},
            "ck_ratings_value_iff_rated",
        ),
        ({"state": "not_applicable"}, "ck_ratings_reason_iff_not_applicable"),
        (
            {"state": "rated", "value": 3.0, "na_reason": "none"},
            "ck_ratings_reason_iff_not_applicable",
        ),
        (
            {"state": "not_yet_rated", "na_reason": "none"},
            "ck_ratings_reason_iff_not_applicable",
        ),
    ],
)
def test_the_states_of_a_rating_never_mix(
    scratch: Connection, values: dict[str, object], rule: str
) -> None:
    assert rule in refused(scratch, RatingRow, {**RATING, **values})


def test_a_dimension_has_one_rating(scratch: Connection) -> None:
    first = {**RATING, "state": "rated", "value": 3.0}

    assert "ratings" in refused(scratch, RatingRow, first, {**first, "value": 4.0})


@pytest.mark.parametrize(
    ("row", "values"),
    [
        (CodingRow, {**CODING, "coding_id": "coding-2"}),
        (CodingRow, {**CODING, "session_id": "S2"}),
        (SessionRow, {**SESSION, "blind_code": "blind-S1"}),
        (SessionRow, {**SESSION, "session_id": "S1"}),
    ],
    ids=["coding of a pair and role", "coding id", "blind code", "session id"],
)
def test_what_is_there_once_cannot_be_there_twice(
    scratch: Connection, row: type[Base], values: dict[str, object]
) -> None:
    assert "unique" in refused(scratch, row, values)


@pytest.mark.parametrize(
    ("row", "values"),
    [
        (EvidenceRow, EVIDENCE),
        (NoteRow, {"note_id": "n1", "coding_id": "coding-1", "text": "made up"}),
        (MarkRow, MARK),
        (
            AssignmentRow,
            {"session_id": "S1", "coder_id": "C1", "role": "primary", "position": 0},
        ),
        (RecordingRow, RECORDING),
        (TranscriptRow, TRANSCRIPT),
        (ConcernRow, CONCERN),
        (DecisionRow, DECISION),
        (CertificateRow, CERTIFICATE),
        (RecalibrationRow, RECALIBRATION),
        (PlanRow, PLAN),
    ],
)
def test_ids_are_unique(scratch: Connection, row: type[Base], values: dict[str, object]) -> None:
    assert "unique" in refused(scratch, row, values, values)


def test_an_assignment_is_unique_whatever_its_role(scratch: Connection) -> None:
    first = {"session_id": "S1", "coder_id": "C1", "role": "primary", "position": 0}

    assert "unique" in refused(scratch, AssignmentRow, first, {**first, "role": "double"})


@pytest.mark.parametrize("role", ["consensus", "reference"])
def test_a_session_has_one_consensus_and_one_reference(scratch: Connection, role: str) -> None:
    first = {**CODING, "coding_id": "coding-2", "role": role}
    second = {**first, "coding_id": "coding-3", "coder_id": "C2"}

    assert "unique" in refused(scratch, CodingRow, first, second)


def test_a_session_may_have_several_codings_of_other_roles(scratch: Connection) -> None:
    scratch.execute(insert(CodingRow).values(**CODING))
    for coding_id, coder_id, role in [("2", "C2", "primary"), ("3", "C1", "double")]:
        row = {**CODING, "coding_id": coding_id, "coder_id": coder_id, "role": role}
        scratch.execute(insert(CodingRow).values(**row))


@pytest.mark.parametrize(
    ("row", "values", "rule"),
    [
        (EvidenceRow, {**EVIDENCE, "end_ms": 9}, "ck_evidence_span"),
        (EvidenceRow, {**EVIDENCE, "start_ms": -1}, "ck_evidence_span"),
        (ListenRow, {**LISTEN, "end_ms": -1}, "ck_listens_span"),
        (ListenRow, {**LISTEN, "speed": 0.0}, "ck_listens_speed"),
        (SessionRow, {**SESSION, "segment_start_ms": 5}, "ck_sessions_segment_is_whole"),
        (SessionRow, {**SESSION, "segment_seed": 5}, "ck_sessions_segment_is_whole"),
        (
            SessionRow,
            {**SESSION, "segment_start_ms": 5, "segment_end_ms": 4, "segment_choice": "whole"},
            "ck_sessions_segment_order",
        ),
        (RecordingRow, {**RECORDING, "duration_ms": -1}, "ck_recordings_length"),
        (MarkRow, {**MARK, "end_ms": 4}, "ck_marks_span"),
        (ConcernRow, {**CONCERN, "at_ms": -1}, "ck_concerns_moment"),
        (
            CertificateRow,
            {**CERTIFICATE, "expires_on": date(2026, 1, 1)},
            "ck_certificates_days",
        ),
        (
            CodingRow,
            {**CODING, "coding_id": "2", "coder_id": "C2", "position_ms": -1},
            "ck_codings_position",
        ),
    ],
)
def test_impossible_times_are_refused(
    scratch: Connection, row: type[Base], values: dict[str, object], rule: str
) -> None:
    assert rule in refused(scratch, row, values)


@pytest.mark.parametrize(
    "values", [{"start_ms": -1}, {"end_ms": 4}], ids=["before the beginning", "turned round"]
)
def test_impossible_lines_are_refused(scratch: Connection, values: dict[str, int]) -> None:
    scratch.execute(insert(TranscriptRow).values(**TRANSCRIPT))

    assert "ck_transcript_lines_span" in refused(scratch, TranscriptLineRow, {**LINE, **values})


@pytest.mark.parametrize(
    ("row", "values", "rule"),
    [
        (ConcernRow, {**CONCERN, "seen_by": "C2"}, "ck_concerns_seen_by_somebody"),
        (ConcernRow, {**CONCERN, "seen_at": AT}, "ck_concerns_seen_by_somebody"),
        (CertificateRow, {**CERTIFICATE, "n_recordings": -1}, "ck_certificates_number"),
        (PlanRow, {**PLAN, "double_share": 1.1}, "ck_plans_share"),
        (PlanRow, {**PLAN, "double_share": -0.1}, "ck_plans_share"),
        (PlanRow, {**PLAN, "coders_per_double": 1}, "ck_plans_coders_per_double"),
        (PlanRow, {**PLAN, "n_double": 6}, "ck_plans_numbers"),
        (PlanRow, {**PLAN, "n_double": -1}, "ck_plans_numbers"),
    ],
)
def test_impossible_acts_of_the_laboratory_are_refused(
    scratch: Connection, row: type[Base], values: dict[str, object], rule: str
) -> None:
    assert rule in refused(scratch, row, values)


def test_what_is_not_said_of_marks_and_codings_is_empty(scratch: Connection) -> None:
    scratch.execute(insert(CodingRow).values(**CODING))
    scratch.execute(insert(MarkRow).values(**MARK))

    assert scratch.execute(select(MarkRow.end_ms, MarkRow.speaker, MarkRow.note)).one() == (
        None,
        "",
        "",
    )
    assert scratch.execute(select(CodingRow.counting, CodingRow.unblinded)).one() == (None, False)


@pytest.mark.parametrize(
    ("row", "values"),
    [
        (RatingRow, {**RATING, "state": "not_yet_rated", "coding_id": "none"}),
        (TranscriptRow, {**TRANSCRIPT, "session_id": "none"}),
        (TranscriptLineRow, LINE),
        (ConcernRow, {**CONCERN, "session_id": "none"}),
        (ConcernRow, {**CONCERN, "coder_id": "none"}),
        (ConcernRow, {**CONCERN, "seen_by": "none", "seen_at": AT}),
        (DecisionRow, {**DECISION, "decided_by": "none"}),
        (DecisionRow, {**DECISION, "session_id": "none"}),
        (DecisionRow, {**DECISION, "codebook_digest": "none"}),
        (CertificateRow, {**CERTIFICATE, "coder_id": "none"}),
        (CertificateRow, {**CERTIFICATE, "codebook_id": "none"}),
        (RecalibrationRow, {**RECALIBRATION, "recorded_by": "none"}),
        (PlanRow, {**PLAN, "made_by": "none"}),
        (EvidenceRow, {**EVIDENCE, "coding_id": "none"}),
        (EvidenceDimensionRow, {"evidence_id": "none", "dimension_id": "d1", "position": 0}),
        (CodingRow, {**CODING, "coding_id": "2", "coder_id": "none"}),
        (CodingRow, {**CODING, "coding_id": "2", "coder_id": "C2", "codebook_version": "9"}),
        (SessionRow, {**SESSION, "worker_id": "none"}),
        (SessionRow, {**SESSION, "recording": "none"}),
    ],
)
def test_nothing_refers_to_what_is_not_there(
    scratch: Connection, row: type[Base], values: dict[str, object]
) -> None:
    assert "foreign key" in refused(scratch, row, values)


def test_every_constraint_has_a_name() -> None:
    nameless = [
        (table.name, constraint)
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if not constraint.name
    ]

    assert nameless == []
