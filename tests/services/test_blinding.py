"""A coder sees a random code, the sound, and the codebook: nothing else, wherever it hides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodingRole, CountingMode, Evidence, Listen, Note, Rating
from practicecoder.domain.ids import BlindCode, CoderId, OfficeId, SessionId, WorkerId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Phase
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import Transcript, TranscriptLine
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from tests.builders import (
    LEAD,
    NOW,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)
from tests.services.training_laboratory import try_out

ME, OTHER = CoderId("ME"), CoderId("CANARY-CODER")
SESSION = SessionId("CANARY-SESSION")
BLIND = BlindCode("S-7Q4K2")
DAYS, DAY = 98_761, date(2031, 7, 29)
DUE = NOW.date() + timedelta(days=9)
WORDS = "canary words of the other coder"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study")
    with made.context.store.transaction() as unit:
        unit.study.update_settings({"optional_counts": "yes"})
    made.close()
    made = open_study(tmp_path / "study", now=lambda: NOW)
    add_people(made, Coder(coder_id=ME), Coder(coder_id=OTHER))
    add_sessions(
        made,
        a_session(
            1,
            session_id=SESSION,
            blind_code=BLIND,
            worker_id=WorkerId("CANARY-WORKER"),
            office_id=OfficeId("CANARY-OFFICE"),
            phase=Phase.POST,
            session_date=DAY,
            days_since_implementation=DAYS,
            session_type="CANARY-TYPE",
            worker_role="CANARY-ROLE",
        ),
    )
    add_coding(made, SESSION, OTHER, ratings_of(made.codebook, [3, 2, 2, None, 3, 2, 4]))
    add_sessions(made, a_session(2, worker_id=WorkerId("CANARY-WORKER-2")))
    source = add_coding(made, SessionId("V-0002"), OTHER, ratings_of(made.codebook, [3] * 7))
    made.training_recordings.take_over(source.coding_id, actor=LEAD)
    with made.context.store.transaction() as unit:
        unit.transcripts.put(
            Transcript(
                session_id=SESSION,
                lines=(TranscriptLine(start_ms=0, end_ms=900, text="How was the week?"),),
                source_format="vtt",
                source_digest="0" * 64,
                offset_ms=0,
                added_at=datetime(2031, 7, 30, tzinfo=UTC),
            )
        )
    made.sessions.assign((SESSION,), ME, actor=LEAD, due_on=DUE)
    yield made
    made.close()


def everything_given(services: StudyServices) -> Iterator[tuple[str, object]]:
    """Do all that a coder does, and give whatever the services give back."""
    coding_service, counting = services.coding, services.counting
    yield "queue", services.sessions.queue(ME)
    yield "next", services.sessions.next_in_queue(ME)
    desk = coding_service.open_desk(BLIND, ME)
    yield "desk", desk
    now = datetime(2031, 8, 1, tzinfo=UTC)
    heard = coding_service.listened(
        desk.coding, [Listen(span=TimeSpan(0, 60_000), speed=1.0, at=now)], 60_000
    )
    yield "listened", heard
    act = coding_service.rate(heard, "empathy", 3)
    yield "rate", act
    undone = coding_service.undo(act.after, act)
    yield "undo", undone
    act = coding_service.redo(undone.after, act)
    yield "redo", act
    act = coding_service.rule_out(act.after, "autonomy", "inaudible")
    yield "rule out", act
    act = coding_service.clear_rating(act.after, "autonomy")
    yield "clear", act
    act = coding_service.set_unsure(act.after, "empathy", True)
    yield "unsure", act
    act = coding_service.answer(act.after, "behaviour_change_discussed", False)
    yield "answer", act
    act = coding_service.put_evidence(
        act.after,
        Evidence(evidence_id="e1", span=TimeSpan(5, 5), dimension_ids=("empathy",)),
    )
    yield "evidence", act
    act = coding_service.put_note(act.after, Note(note_id="n1", text="a note"))
    yield "note", act
    act = coding_service.set_unblinded(act.after, True)
    yield "unblinded", act
    act = counting.choose_mode(act.after, CountingMode.TALLY)
    yield "counting", act
    yield "transcript", services.transcripts.of_coding(act.after)
    yield "concern", services.concerns.raise_concern(act.after, "a worry", at_ms=5)
    yield "missing", coding_service.missing(act.after)
    yield "unheard", coding_service.unheard(act.after)
    for dimension_id in services.codebook.dimension_ids:
        if act.after.rating(dimension_id) == Rating():
            act = coding_service.rate(act.after, dimension_id, 3)
    submitted = coding_service.submit(act.after, short_listen_reason="a short visit")
    yield "submit", submitted
    yield "queue afterwards", services.sessions.queue(ME)
    yield "desk afterwards", coding_service.open_desk(BLIND, ME)
    yield "meetings", services.consensus.meetings(ME)
    yield "meeting", services.consensus.open(BLIND, ME)
    yield "addenda", services.decisions.addenda()
    trial = try_out(services, ME, 2)
    yield "training", services.training.progress(ME)
    yield "trial", services.training.compare(trial, ME, actor=ME)


def leaves(value: object, where: str) -> Iterator[tuple[str, object]]:
    """Every single value inside a value, with the way to it."""
    if isinstance(value, Codebook):
        return  # the codebook's own text, which every coder may read
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), f"{where}.{field.name}")
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from leaves(key, f"{where} key")
            yield from leaves(inside, f"{where}[{key!r}]")
    elif isinstance(value, tuple | list | set | frozenset):
        for inside in value:
            yield from leaves(inside, f"{where}[]")
    else:
        yield where, value


def betrays(value: Any) -> bool:
    """Whether a single value tells what a coder may not know."""
    if isinstance(value, Phase) or value in (CodingRole.DOUBLE, DAYS, DAY):
        return True
    text = str(value)
    if text == "V-0002":
        return True
    return "CANARY" in text or WORDS in text or DAY.isoformat() in text or str(DAYS) in text


def test_nothing_that_reaches_a_coder_tells_what_coders_may_not_know(
    services: StudyServices,
) -> None:
    seen = [leaf for name, given in everything_given(services) for leaf in leaves(given, name)]

    assert len(seen) > 300
    assert [where for where, value in seen if betrays(value)] == []


def test_the_walk_itself_finds_what_is_hidden(services: StudyServices) -> None:
    # a walk that found nothing in the lead's table would prove nothing about the coder's page
    found = [value for _, value in leaves(services.sessions.lead_table(), "") if betrays(value)]

    assert SESSION in found
    assert OTHER in found
    assert Phase.POST in found
    assert DAYS in found
    assert DAY in found
    assert CodingRole.DOUBLE in found


def test_a_double_coded_session_looks_like_any_other(services: StudyServices) -> None:
    add_sessions(services, a_session(3))
    services.sessions.assign((SessionId("V-0003"),), ME, actor=LEAD, due_on=DUE)
    doubled, single = (
        services.coding.open_desk(code, ME) for code in (BLIND, BlindCode("S-BLIND3"))
    )

    assert (doubled.coding.role, doubled.coding.state) == (single.coding.role, single.coding.state)
    rows = {row.blind_code: row for row in services.sessions.queue(ME)}
    assert replace(rows[BLIND], blind_code=BlindCode("S-BLIND3")) == rows[BlindCode("S-BLIND3")]
