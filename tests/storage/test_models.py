"""The database keeps its own promises, whoever writes to it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from practicecoder.storage.base import Base
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
        (
            MarkRow,
            {"mark_id": "m1", "coding_id": "coding-1", "count_id": "question", "at_ms": 5},
        ),
        (
            AssignmentRow,
            {"session_id": "S1", "coder_id": "C1", "role": "primary", "position": 0},
        ),
        (RecordingRow, RECORDING),
    ],
)
def test_ids_are_unique(scratch: Connection, row: type[Base], values: dict[str, object]) -> None:
    assert "unique" in refused(scratch, row, values, values)


def test_an_assignment_is_unique_whatever_its_role(scratch: Connection) -> None:
    first = {"session_id": "S1", "coder_id": "C1", "role": "primary", "position": 0}

    assert "unique" in refused(scratch, AssignmentRow, first, {**first, "role": "double"})


def test_a_session_has_one_consensus(scratch: Connection) -> None:
    first = {**CODING, "coding_id": "coding-2", "role": "consensus"}
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
    ("row", "values"),
    [
        (RatingRow, {**RATING, "state": "not_yet_rated", "coding_id": "none"}),
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
