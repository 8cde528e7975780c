"""The evidence reel: only with consent, only shared moments, each in its place."""

from __future__ import annotations

import hashlib
import io
import json
import wave
from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from practicecoder.audio.reel import PAUSE_MS, TONE_MS, between, reel_bytes
from practicecoder.domain.coding import Evidence, Polarity
from practicecoder.domain.coding_changes import EvidenceChange
from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.feedback import ReadMoment
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Purpose, Recording
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError, StudyError
from practicecoder.services.context import StudyServices
from practicecoder.services.evidence_reel import stretches
from practicecoder.services.feedback_series import RESEARCH_ONLY
from practicecoder.storage.audio_store import fingerprint_of
from tests.audio.watching import files_with, pieces_of
from tests.builders import (
    ANNA,
    LEAD,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

RATE, SECONDS = 8_000, 60
VISIT, RESEARCH = SessionId("V-0001"), SessionId("V-0002")


def pitches() -> NDArray[np.int16]:
    """A minute in which every second has a pitch of its own: 200 Hz and 20 more each second."""
    at = np.arange(RATE * SECONDS)
    hertz = 200 + 20 * (at // RATE)
    return np.asarray(8_000 * np.sin(2 * np.pi * hertz * at / RATE), dtype=np.int16)


def pitch(samples: NDArray[np.int16], rate: int) -> float:
    size = np.abs(np.fft.rfft(samples * np.hanning(samples.size)))
    return float(size.argmax() * rate / samples.size)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    """A visit of one minute with two shared moments and one that is not, and one for research."""
    made = a_study(tmp_path / "study")
    add_visits(made, tmp_path)
    yield made
    made.close()


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[StudyServices]:
    """The same in an encrypted study."""
    made = a_study(tmp_path / "study", passphrase="four made up words")
    add_visits(made, tmp_path)
    yield made
    made.close()


def add_visits(made: StudyServices, tmp_path: Path) -> None:
    add_people(made, Coder(coder_id=ANNA))
    source = tmp_path / "made up.wav"
    with wave.open(str(source), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(pitches().astype("<i2").tobytes())
    fingerprint = fingerprint_of(source)
    recording = Recording(
        fingerprint=fingerprint,
        stored_name=made.context.store.audio.adopt(source, fingerprint, ".wav"),
        duration_ms=SECONDS * 1_000,
        sample_count=RATE * SECONDS,
        sample_rate=RATE,
        channels=1,
        codec="pcm_s16le",
        size_bytes=1,
    )
    add_sessions(
        made,
        a_session(1, recording=recording),
        a_session(2, purpose=Purpose.RESEARCH),
    )
    for number, values in ((1, [3] * 7), (2, [3] * 7)):
        session_id = SessionId(f"V-{number:04d}")
        add_coding(made, session_id, ANNA, ratings_of(made.codebook, values))
    for evidence_id, second, share in (("one", 8, True), ("two", 45, True), ("own", 30, False)):
        evidence = Evidence(
            evidence_id=evidence_id,
            span=TimeSpan(second * 1_000, second * 1_000),
            dimension_ids=("empathy",),
            polarity=Polarity.STRENGTH,
            share=share,
        )
        with made.context.store.transaction() as unit:
            (coding,) = unit.codings.of_session(VISIT)
            unit.codings.save(
                replace(coding, evidence=(*coding.evidence, evidence)),
                expected_version=coding.version,
                changes=(EvidenceChange(evidence_id, evidence),),
            )


def agree(services: StudyServices, *, given: bool = True) -> None:
    services.consents.record([VISIT], {ConsentUse.LISTENING: given}, actor=LEAD)


def test_without_consent_there_is_no_reel(services: StudyServices, tmp_path: Path) -> None:
    target = tmp_path / "reel.wav"
    with pytest.raises(NotAllowedError, match="is not recorded as given"):
        services.reels.write(VISIT, target)
    services.consents.record(
        [VISIT], {use: True for use in ConsentUse if use is not ConsentUse.LISTENING}, actor=LEAD
    )
    with pytest.raises(NotAllowedError, match="is not recorded as given"):
        services.reels.write(VISIT, target)
    agree(services)
    agree(services, given=False)
    with pytest.raises(NotAllowedError, match="is not recorded as given"):
        services.reels.write(VISIT, target)
    assert not target.exists()


def test_a_session_for_research_only_has_no_reel(services: StudyServices) -> None:
    services.consents.record([RESEARCH], {ConsentUse.LISTENING: True}, actor=LEAD)
    with pytest.raises(NotAllowedError, match=RESEARCH_ONLY[:40]):
        services.reels.plan(RESEARCH)


def test_each_moment_is_heard_from_5_s_before_to_10_s_after_with_a_tone_between(
    services: StudyServices, tmp_path: Path
) -> None:
    agree(services)

    reel = services.reels.plan(VISIT)
    file = services.reels.write(VISIT, tmp_path)

    assert reel.spans == (TimeSpan(3_000, 18_000), TimeSpan(40_000, 55_000))
    assert file.name == "moments_W-001_S-BLIND1.wav"
    content = file.read_bytes()
    with wave.open(io.BytesIO(content)) as sound:
        rate = sound.getframerate()
        samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2")
    gap_ms = TONE_MS + 2 * PAUSE_MS
    assert samples.size == pytest.approx((30_000 + gap_ms) * rate / 1_000, abs=rate / 100)
    for heard_ms, hertz in ((500, 260), (14_500, 540), (15_500 + gap_ms, 1_000)):
        at = round((heard_ms - 200) * rate / 1_000)
        assert pitch(samples[at : at + round(0.4 * rate)], rate) == pytest.approx(hertz, abs=5)
    middle = round((15_000 + gap_ms / 2) * rate / 1_000)
    tone = samples[middle - rate // 20 : middle + rate // 20]
    assert 0 < np.abs(tone).max() < 3_000
    with services.context.store.reading() as unit:
        (entry,) = (e for e in unit.history.all() if e.kind is HistoryKind.REEL_MADE)
    assert json.loads(entry.new or "") == {
        "moments": 2,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def test_a_moment_that_was_left_out_is_not_heard(services: StudyServices) -> None:
    agree(services)
    services.feedback.read_moment(VISIT, ReadMoment(evidence_id="two"), actor=LEAD)

    assert services.reels.plan(VISIT).spans == (TimeSpan(3_000, 18_000),)


def test_the_tone_is_soft_and_begins_and_ends_in_quiet() -> None:
    sound = between(8_000)
    assert sound.size == round((TONE_MS + 2 * PAUSE_MS) * 8)
    assert 0 < np.abs(sound).max() < 0.1 * 32_767
    assert np.abs(np.concatenate([sound[:100], sound[-100:]])).max() == 0


@given(
    st.lists(st.integers(0, 600_000), min_size=1, max_size=8),
    st.integers(1_000, 600_000),
)
def test_stretches_are_in_order_apart_and_within_the_recording(
    starts: list[int], duration_ms: int
) -> None:
    found = stretches([TimeSpan(s, s) for s in starts], TimeSpan(0, duration_ms))
    assert all(span.start_ms >= 0 and span.end_ms <= duration_ms for span in found)
    assert all(a.end_ms < b.start_ms for a, b in pairwise(found))
    within = [s for s in starts if s < duration_ms]
    assert all(any(span.start_ms <= s <= span.end_ms for span in found) for s in within)


def share(services: StudyServices, *seconds: int) -> None:
    """Share these moments and no others."""
    with services.context.store.transaction() as unit:
        (coding,) = unit.codings.of_session(VISIT)
        moments = tuple(
            Evidence(
                evidence_id=f"at {second}",
                span=TimeSpan(second * 1_000, second * 1_000),
                dimension_ids=("empathy",),
                polarity=Polarity.STRENGTH,
                share=True,
            )
            for second in seconds
        )
        unit.codings.save(
            replace(coding, evidence=moments),
            expected_version=coding.version,
            changes=(
                *(EvidenceChange(m.evidence_id, None) for m in coding.evidence),
                *(EvidenceChange(m.evidence_id, m) for m in moments),
            ),
        )


def test_moments_at_both_ends_are_heard_as_far_as_there_is_sound(
    services: StudyServices, tmp_path: Path
) -> None:
    agree(services)
    share(services, 0, 59)

    reel = services.reels.plan(VISIT)
    assert reel.spans == (TimeSpan(0, 10_000), TimeSpan(54_000, 60_000))
    with wave.open(str(services.reels.write(VISIT, tmp_path))) as sound:
        length = sound.getnframes() / sound.getframerate()
    assert length == pytest.approx(16 + (TONE_MS + 2 * PAUSE_MS) / 1_000, abs=0.05)


def test_very_many_moments_are_heard_once_each(services: StudyServices, tmp_path: Path) -> None:
    agree(services)
    share(services, *range(60))

    reel = services.reels.plan(VISIT)
    assert (reel.n_moments, reel.spans) == (60, (TimeSpan(0, 60_000),))
    assert services.reels.write(VISIT, tmp_path).stat().st_size == 44 + 2 * RATE * SECONDS


def test_moments_beyond_the_recording_are_told_in_a_sentence(
    services: StudyServices, tmp_path: Path
) -> None:
    agree(services)
    share(services, 90, 120)
    with pytest.raises(NotAllowedError, match="beyond the end of the recording"):
        services.reels.write(VISIT, tmp_path / "reel.wav")
    assert not (tmp_path / "reel.wav").exists()


def test_a_reel_that_is_cancelled_leaves_nothing(services: StudyServices, tmp_path: Path) -> None:
    agree(services)
    with pytest.raises(CancelledError):
        services.reels.write(VISIT, tmp_path / "reel.wav", cancelled=lambda: True)
    assert not (tmp_path / "reel.wav").exists()
    with services.context.store.reading() as unit:
        assert all(e.kind is not HistoryKind.REEL_MADE for e in unit.history.all())


def test_the_same_reel_has_the_same_bytes_and_no_tag(
    services: StudyServices, tmp_path: Path
) -> None:
    agree(services)
    one = services.reels.write(VISIT, tmp_path / "one.wav").read_bytes()
    assert services.reels.write(VISIT, tmp_path / "two.wav").read_bytes() == one
    assert one[:4] + one[8:16] + one[36:40] == b"RIFFWAVEfmt data"  # nothing but format and sound


def test_a_reel_of_an_encrypted_study_is_the_same_and_leaves_its_folder_sealed(
    sealed: StudyServices, tmp_path: Path
) -> None:
    agree(sealed)
    plain_reel = reel_bytes(tmp_path / "made up.wav", sealed.reels.plan(VISIT).spans)
    pieces = pieces_of(plain_reel, n_pieces=60)
    outside = tmp_path / "outside"
    outside.mkdir()

    with pytest.raises(StudyError, match="Choose another place"):
        sealed.reels.write(VISIT, sealed.path / "reel.wav")
    file = sealed.reels.write(VISIT, outside)

    assert file.read_bytes() == plain_reel
    assert files_with([sealed.path], pieces) == []
    assert list(outside.iterdir()) == [file]
