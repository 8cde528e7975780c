from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Segment, SegmentChoice
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError
from practicecoder.services.context import StudyServices
from practicecoder.services.segments import first_segment, segment_sentence
from tests.builders import ANNA, LEAD, a_recording, a_session, a_study, add_people, add_sessions

LONG, SHORT, SILENT = SessionId("V-0001"), SessionId("V-0002"), SessionId("V-0003")
TWENTY_MINUTES = 20 * 60_000


@pytest.fixture
def services(tmp_path: Path) -> StudyServices:
    made = a_study(tmp_path / "study", codebook_id="miti-4.2.1")
    add_people(made, Coder(coder_id=ANNA))
    add_sessions(
        made,
        a_session(1),
        a_session(2, recording=a_recording(2, minutes=12)),
        a_session(3, recording=None),
    )
    return made


def segment_of(services: StudyServices, session_id: SessionId) -> Segment | None:
    with services.context.store.reading() as unit:
        session = unit.sessions.find(session_id)
    assert session is not None
    return session.segment


@given(
    duration_ms=st.integers(1, 4 * 3_600_000),
    length_ms=st.integers(1, 3_600_000),
    seed=st.integers(0, 2**53 - 1),
)
def test_a_window_lies_in_its_recording_and_has_its_length_where_there_is_room(
    duration_ms: int, length_ms: int, seed: int
) -> None:
    segment = Segment.drawn(duration_ms, length_ms=length_ms, seed=seed)

    assert 0 <= segment.span.start_ms <= segment.span.end_ms <= duration_ms
    assert segment.span.duration_ms == min(length_ms, duration_ms)
    assert segment.is_shorter_than(length_ms) == (duration_ms < length_ms)
    assert segment == Segment.drawn(duration_ms, length_ms=length_ms, seed=seed)


def test_starts_are_spread_over_the_whole_room() -> None:
    starts = [
        Segment.drawn(3_600_000, length_ms=TWENTY_MINUTES, seed=seed).span.start_ms
        for seed in range(2_000)
    ]

    tenths = [start * 10 // (40 * 60_000 + 1) for start in starts]

    assert all(150 <= tenths.count(tenth) <= 250 for tenth in range(10))


def test_a_draw_gives_windows_and_says_what_it_left(services: StudyServices) -> None:
    drawing = services.segments.draw([LONG, SHORT, SILENT], actor=LEAD, seed=7)

    assert drawing.drawn == (LONG, SHORT)
    assert drawing.shorter == (SHORT,)
    assert drawing.left == ((SILENT, "no recording"),)
    long = segment_of(services, LONG)
    assert long is not None
    assert long.choice is SegmentChoice.RANDOM
    assert long.span.duration_ms == TWENTY_MINUTES
    assert segment_of(services, SHORT) == Segment(
        span=TimeSpan(0, 12 * 60_000), choice=SegmentChoice.RANDOM, seed=drawn_seed(services)
    )


def drawn_seed(services: StudyServices) -> int | None:
    segment = segment_of(services, SHORT)
    return None if segment is None else segment.seed


def test_the_same_seed_draws_the_same_windows(tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        made = a_study(tmp_path / name, codebook_id="miti-4.2.1")
        add_sessions(made, a_session(1), a_session(2))
        made.segments.draw([SHORT, LONG], actor=LEAD, seed=42)
        found.append([segment_of(made, LONG), segment_of(made, SHORT)])
        made.close()

    assert found[0] == found[1]


def test_a_window_is_drawn_again_only_by_a_lead_with_a_reason(services: StudyServices) -> None:
    services.segments.draw([LONG], actor=LEAD, seed=1)
    before = segment_of(services, LONG)

    with pytest.raises(NotAllowedError, match="reason"):
        services.segments.draw_again(LONG, SegmentChoice.RANDOM, actor=LEAD, reason=" ")
    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.segments.draw_again(LONG, SegmentChoice.RANDOM, actor=ANNA, reason="noise")
    assert services.segments.draw([LONG], actor=LEAD, seed=2).left == ((LONG, "drawn already"),)
    assert segment_of(services, LONG) == before
    services.segments.draw_again(LONG, SegmentChoice.RANDOM, actor=LEAD, reason="noise", seed=3)

    after = segment_of(services, LONG)
    assert after is not None
    assert after != before
    with services.context.store.reading() as unit:
        entries = [e for e in unit.history.of_session(LONG) if e.kind is HistoryKind.SEGMENT_DRAWN]
    assert [e.reason for e in entries] == ["", "noise"]
    assert entries[1].old == entries[0].new


def test_a_window_stays_once_a_coder_has_begun(services: StudyServices) -> None:
    services.sessions.assign((LONG,), ANNA, actor=LEAD)
    services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA)

    with pytest.raises(NotAllowedError, match="begun"):
        services.segments.draw_again(LONG, SegmentChoice.WHOLE, actor=LEAD, reason="noise")
    assert services.segments.draw([LONG], actor=LEAD).left == ((LONG, "coding has begun"),)


def test_a_codebook_of_whole_recordings_draws_nothing(tmp_path: Path) -> None:
    made = a_study(tmp_path / "study", codebook_id="distance-travelled")
    with pytest.raises(NotAllowedError, match="whole recordings"):
        made.segments.draw([], actor=CoderId("L1"))
    assert first_segment(made.codebook, 60_000) is None
    made.close()


def test_a_random_default_is_drawn_when_a_session_is_taken_in(services: StudyServices) -> None:
    segment = first_segment(services.codebook, 50 * 60_000)

    assert segment is not None
    assert segment.choice is SegmentChoice.RANDOM
    assert segment.seed is not None


def test_the_sentence_says_which_stretch_is_coded() -> None:
    window = Segment(span=TimeSpan(730_000, 1_930_000), choice=SegmentChoice.RANDOM, seed=1)
    short = Segment(span=TimeSpan(0, 720_000), choice=SegmentChoice.RANDOM, seed=1)

    assert segment_sentence(None, 3_130_000, None) == ""
    assert (
        segment_sentence(window, 3_130_000, TWENTY_MINUTES)
        == "Segment 12:10 to 32:10 of 52:10, drawn at random"
    )
    assert (
        segment_sentence(short, 720_000, TWENTY_MINUTES)
        == "Whole recording (12:00): shorter than 20 minutes"
    )


def test_a_preview_says_what_a_draw_would_do_and_stores_nothing(services: StudyServices) -> None:
    preview = services.segments.preview()

    assert (preview.to_draw, preview.shorter) == ((LONG, SHORT), (SHORT,))
    assert preview.left == ((SILENT, "no recording"),)
    assert segment_of(services, LONG) is None
    drawing = services.segments.draw(preview.to_draw, actor=LEAD, seed=7)
    assert (drawing.drawn, drawing.shorter) == (preview.to_draw, preview.shorter)
    assert services.segments.preview([LONG]).left == ((LONG, "drawn already"),)


def test_several_are_drawn_again_or_none(services: StudyServices) -> None:
    services.segments.draw([LONG, SHORT], actor=LEAD, seed=1)
    before = segment_of(services, LONG)

    with pytest.raises(NotAllowedError, match="no recording"):
        services.segments.draw_again(
            [LONG, SILENT], SegmentChoice.RANDOM, actor=LEAD, reason="noise"
        )
    assert segment_of(services, LONG) == before

    services.segments.draw_again(
        [LONG, SHORT], SegmentChoice.RANDOM, actor=LEAD, reason="noise", seed=5
    )
    seeds = {segment.seed for s in (LONG, SHORT) if (segment := segment_of(services, s))}
    assert len(seeds) == 2
