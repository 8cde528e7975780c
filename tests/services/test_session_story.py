from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from practicecoder.domain.coding import Coding, Listen, Note, Rating, RatingState
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CodingId, SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import SegmentChoice
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import ExportError, NotAllowedError
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import Flag, SessionRow
from practicecoder.services.session_story import StoryLine, segment_told
from practicecoder.services.story_file import write_story
from practicecoder.storage.engine import connect_sqlite
from tests.builders import (
    ANNA,
    BEN,
    LEAD,
    NOW,
    a_recording,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

SESSION = SessionId("V-0001")


@dataclass
class Clock:
    """A clock that goes on a minute with every look."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study", codebook_id="swim7", now=Clock())
    add_people(made, Coder(coder_id=ANNA), Coder(coder_id=BEN))
    add_sessions(made, a_session(1), a_session(2))
    yield made
    made.close()


def coded(
    services: StudyServices, level: float, *, short_listen_reason: str = "broken end"
) -> Coding:
    """Anna's coding of the first session with every dimension at one level, submitted."""
    blind_code = services.sessions.queue(ANNA)[0].blind_code
    coding = services.coding.open_desk(blind_code, ANNA).coding
    for question in services.codebook.questions:
        if question.is_needed(coding.answers):
            coding = services.coding.answer(coding, question.question_id, _answer(question)).after
    for dimension_id in services.codebook.dimension_ids:
        if coding.rating(dimension_id).state is not RatingState.NOT_APPLICABLE:
            coding = services.coding.rate(coding, dimension_id, level).after
    return services.coding.submit(coding, short_listen_reason=short_listen_reason).after


def _answer(question: object) -> bool | str:
    kind = question.answer_type.value  # type: ignore[attr-defined]  # a question of the codebook
    return True if kind == "bool" else "leave the car at home"


def unlocked(services: StudyServices, coding: Coding, reason: str) -> None:
    services.coding.unlock(coding.coding_id, actor=LEAD, reason=reason)


def row_of(services: StudyServices, session_id: SessionId) -> SessionRow:
    return next(r for r in services.sessions.lead_table() if r.session.session_id == session_id)


def test_the_first_submitted_version_outlives_an_unlock(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    first = coded(services, 2)
    unlocked(services, first, "the wrong segment was coded")
    second = coded(services, 4)

    version = services.stories.first_submitted(CodingId(second.coding_id), actor=LEAD)

    assert version is not None
    assert version.number == 1
    assert version.submitted_at is not None
    assert second.submitted_at is not None
    assert version.submitted_at < second.submitted_at
    assert version.short_listen_reason == "broken end"
    assert version.content.ratings["empathy"] == Rating.rated(2)
    (told,) = services.stories.of(SESSION, actor=LEAD).codings
    assert [v.content.ratings["empathy"].value for v in told.versions] == [2, 4]
    assert ("Empathy", "2", "4") in [(d.what, d.before, d.after) for d in told.since_first]


def test_what_is_being_changed_is_shown_only_once_it_is_submitted(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    first = coded(services, 2)
    unlocked(services, first, "a slip of the key")
    opened = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA).coding
    services.coding.rate(opened, "empathy", 5)

    (told,) = services.stories.of(SESSION, actor=LEAD).codings

    assert len(told.versions) == 1
    assert told.since_first == ()


def test_a_coding_never_submitted_has_no_version(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    coding = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA).coding

    assert services.stories.first_submitted(coding.coding_id, actor=LEAD) is None
    (told,) = services.stories.of(SESSION, actor=LEAD).codings
    assert told.versions == ()
    assert told.early == ()


def test_ratings_that_came_locked_are_their_own_first_version(services: StudyServices) -> None:
    values: list[int | None] = [3] * len(services.codebook.dimension_ids)
    coding = add_coding(services, SESSION, ANNA, ratings_of(services.codebook, values))
    unlocked(services, coding, "typing error in the sheet")
    opened = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA).coding
    services.coding.rate(opened, "empathy", 5)

    version = services.stories.first_submitted(coding.coding_id, actor=LEAD)

    assert version is not None
    assert version.content.ratings["empathy"] == Rating.rated(3)


def test_nothing_is_said_of_listening_where_ratings_came_from_a_sheet(
    services: StudyServices, tmp_path: Path
) -> None:
    sheet = tmp_path / "ratings.csv"
    lines = "\n".join(f"{SESSION},A,{d},3," for d in services.codebook.dimension_ids)
    sheet.write_text(f"session_id,coder_id,item,value,na_reason\n{lines}\n")
    services.importing.import_ratings(sheet, actor=LEAD)

    (told,) = services.stories.of(SESSION, actor=LEAD).codings

    assert (told.heard_share, told.early) == (None, ())
    assert len(told.versions) == 1
    assert told.versions[0].content.ratings["empathy"] == Rating.rated(3)


def test_evidence_and_notes_that_changed_are_told_by_number(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    first = coded(services, 3)
    unlocked(services, first, "a note was forgotten")
    opened = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA).coding
    noted = services.coding.put_note(opened, Note(note_id="n1", text="quiet", at_ms=5)).after
    services.coding.submit(noted, short_listen_reason="as before")

    (told,) = services.stories.of(SESSION, actor=LEAD).codings

    assert [(d.what, d.before, d.after) for d in told.since_first] == [("Notes", "0", "1")]


def test_the_story_of_a_session_is_told_in_order_with_reasons(tmp_path: Path) -> None:
    made = a_study(tmp_path / "other", codebook_id="miti-4.2.1", now=Clock())
    add_people(made, Coder(coder_id=ANNA))
    add_sessions(made, a_session(1, recording=a_recording(1, minutes=50)))
    made.segments.draw([SESSION], actor=LEAD, seed=1)
    made.segments.draw_again(SESSION, SegmentChoice.RANDOM, actor=LEAD, reason="noise", seed=9)
    made.sessions.assign((SESSION,), ANNA, actor=LEAD)
    made.coding.open_desk(made.sessions.queue(ANNA)[0].blind_code, ANNA)

    lines = made.stories.of(SESSION, actor=LEAD).lines

    assert [line.text.split(":")[0] for line in lines] == [
        "Segment",
        "Segment chosen again",
        "Given to A as primary coder",
        "Primary coding of A begun",
    ]
    assert [line.reason for line in lines] == ["", "noise", "", ""]
    assert [line.who for line in lines] == [LEAD, LEAD, LEAD, ANNA]
    assert lines[1].text.endswith(")")
    assert "seed 9 (before:" in lines[1].text
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    made.close()


def test_a_concern_is_told_without_its_words(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    coding = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA).coding
    services.concerns.raise_concern(coding, "left alone at night", at_ms=3)

    story = services.stories.of(SESSION, actor=LEAD)

    assert [line.text for line in story.lines][-1] == "Concern raised"
    assert "alone" not in repr(story.lines)


def test_ratings_given_before_listening_are_named(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    blind_code = services.sessions.queue(ANNA)[0].blind_code
    desk = services.coding.open_desk(blind_code, ANNA)
    coded(services, 3)

    (told,) = services.stories.of(SESSION, actor=LEAD).codings
    assert "Empathy" in told.early
    assert told.heard_share == 0

    unlocked(services, desk.coding, "to listen")
    opened = services.coding.open_desk(blind_code, ANNA).coding
    assert desk.segment is not None
    whole = Listen(span=desk.segment, speed=1.0, at=services.context.now())
    heard = services.coding.listened(opened, [whole], 0)
    services.coding.submit(services.coding.rate(heard, "empathy", 4).after)

    (told,) = services.stories.of(SESSION, actor=LEAD).codings
    assert "Empathy" not in told.early
    assert "Purposefulness" in told.early
    assert told.heard_share == 1


def test_only_a_lead_reads_stories(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    coding = coded(services, 2)

    for actor in (ANNA, None):
        with pytest.raises(NotAllowedError, match="Only a lead"):
            services.stories.of(SESSION, actor=actor)
        with pytest.raises(NotAllowedError, match="Only a lead"):
            services.stories.first_submitted(coding.coding_id, actor=actor)


def test_an_unlock_is_told_with_its_reason(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    unlocked(services, coded(services, 2), "the wrong segment was coded")

    line = services.stories.of(SESSION, actor=LEAD).lines[-1]

    assert (line.text, line.reason) == (
        "Primary coding of A unlocked",
        "the wrong segment was coded",
    )
    with services.context.store.reading() as unit:
        kinds = [e.kind for e in unit.history.of_session(SESSION)]
    assert kinds.count(HistoryKind.SUBMITTED) == 1


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("0-3000000 ms, whole", "00:00 to 50:00, whole recording"),
        ("60000-1260000 ms, random, seed 12", "01:00 to 21:00, drawn at random, seed 12"),
        ("something else", "something else"),
    ],
)
def test_segments_of_the_history_are_put_into_words(stored: str, told: str) -> None:
    assert segment_told(stored) == told


# Flags of the lead's table


def test_flags_follow_from_codings_and_concerns(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    assert row_of(services, SESSION).flags == frozenset()
    coding = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA).coding
    coding = services.coding.set_unblinded(coding, True).after
    coding = services.coding.rate(coding, "empathy", 3).after
    coding = services.coding.set_unsure(coding, "empathy", True).after
    services.concerns.raise_concern(coding, "left alone", at_ms=None)

    row = row_of(services, SESSION)
    assert row.flags == {Flag.UNBLINDED, Flag.UNSURE, Flag.CONCERN}
    assert (row.unsure, row.concerns, row.concerns_unseen) == (1, 1, 1)
    coded(services, 3)

    (concern,) = services.concerns.for_lead(LEAD)
    services.concerns.mark_seen(concern.concern_id, actor=LEAD, action="told the office")
    row = row_of(services, SESSION)
    assert Flag.SHORT_LISTEN in row.flags
    assert row.coders[0].short_listen_reason == "broken end"
    assert (row.concerns, row.concerns_unseen) == (1, 0)
    assert row_of(services, SessionId("V-0002")).flags == frozenset()


def test_a_session_whose_whole_was_heard_has_no_flag(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    desk = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA)
    assert desk.segment is not None
    whole = Listen(span=TimeSpan(0, desk.segment.end_ms), speed=1.0, at=NOW)
    services.coding.listened(desk.coding, [whole], 0)
    coded(services, 3, short_listen_reason="")

    assert row_of(services, SESSION).flags == frozenset()


def changes(services: StudyServices) -> list[tuple[str, str, str]]:
    story = services.stories.of(SESSION, actor=LEAD)
    return [(line.text, line.before, line.after) for line in story.changes]


def test_every_change_is_told_once_the_coding_was_submitted(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    desk = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA)
    act = services.coding.rate(desk.coding, "empathy", 5)
    services.coding.undo(act.after, act)
    assert changes(services) == []
    first = coded(services, 2)
    unlocked(services, first, "a slip of the key")
    opened = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA).coding
    services.coding.rate(opened, "empathy", 5)

    told = [change for change in changes(services) if "Empathy" in change[0]]
    assert told == [
        ("Rating of Empathy", "", "5"),
        ("Taken back: Rating of Empathy", "5", "not yet rated"),
        ("Rating of Empathy", "not yet rated", "2"),
    ]


def test_the_story_says_whether_its_history_verifies(services: StudyServices) -> None:
    services.sessions.assign((SESSION,), ANNA, actor=LEAD)
    coded(services, 2)
    assert services.stories.of(SESSION, actor=LEAD).faults == ()
    with closing(connect_sqlite(services.path / "study.db", "rw")) as connection:
        connection.execute("DROP TRIGGER history_no_update")
        connection.execute("UPDATE history SET reason = 'forged' WHERE kind = 'submitted'")
    (fault,) = services.stories.of(SESSION, actor=LEAD).faults or ()

    assert "altered" in fault


def test_the_story_is_a_file_that_is_safe_to_open(tmp_path: Path) -> None:
    lines = [StoryLine(at=NOW, who="L1", text="Unlocked", reason="=1+1", before="2", after="é")]
    write_story(lines, tmp_path / "story.csv")

    assert (tmp_path / "story.csv").read_text("utf-8").splitlines() == [
        "at_utc,who,what,before,after,reason",
        "2026-10-06T14:02:07+00:00,L1,Unlocked,2,é,'=1+1",
    ]
    with pytest.raises(ExportError, match="could not be written"):
        write_story(lines, tmp_path / "no such folder" / "story.csv")
