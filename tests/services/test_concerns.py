from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from practicecoder.domain.coding import Coding
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder
from practicecoder.errors import NotAllowedError
from practicecoder.services.context import StudyServices
from practicecoder.services.exporting import PackageOrder
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

SESSION = SessionId("V-0001")
WORDS = "A child said that it was left alone at night."


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study")
    add_people(made, Coder(coder_id=ANNA))
    add_sessions(made, a_session(1))
    made.sessions.assign((SESSION,), ANNA, actor=LEAD)
    yield made
    made.close()


@pytest.fixture
def coding(services: StudyServices) -> Coding:
    return services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA).coding


def test_a_concern_reaches_the_lead_with_the_sessions_own_code(
    services: StudyServices, coding: Coding
) -> None:
    services.concerns.raise_concern(coding, f"  {WORDS} ", at_ms=65_000)

    (concern,) = services.concerns.for_lead(LEAD)

    assert (concern.session_id, concern.coder_id, concern.at_ms) == (SESSION, ANNA, 65_000)
    assert concern.text == WORDS
    assert not concern.is_seen


def test_only_a_lead_reads_and_answers_concerns(services: StudyServices, coding: Coding) -> None:
    services.concerns.raise_concern(coding, WORDS, at_ms=None)
    (concern,) = services.concerns.for_lead(LEAD)

    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.concerns.for_lead(ANNA)
    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.concerns.mark_seen(concern.concern_id, actor=ANNA, action="told the team")
    with pytest.raises(NotAllowedError, match="what is done"):
        services.concerns.mark_seen(concern.concern_id, actor=LEAD, action=" ")


def test_an_answered_concern_stands_after_the_others(
    services: StudyServices, coding: Coding
) -> None:
    for text in ("first", "second"):
        services.concerns.raise_concern(coding, text, at_ms=None)
    first = next(c for c in services.concerns.for_lead(LEAD) if c.text == "first")

    services.concerns.mark_seen(first.concern_id, actor=LEAD, action="told the team")

    unseen, seen = services.concerns.for_lead(LEAD)
    assert (unseen.text, seen.text) == ("second", "first")
    assert (seen.seen_by, seen.action) == (LEAD, "told the team")


def test_a_concern_without_words_is_refused(services: StudyServices, coding: Coding) -> None:
    with pytest.raises(NotAllowedError, match="Nothing was sent"):
        services.concerns.raise_concern(coding, "  ", at_ms=None)

    assert services.concerns.for_lead(LEAD) == ()


def test_the_history_tells_of_a_concern_and_not_its_words(
    services: StudyServices, coding: Coding
) -> None:
    services.concerns.raise_concern(coding, WORDS, at_ms=None)
    (concern,) = services.concerns.for_lead(LEAD)
    services.concerns.mark_seen(concern.concern_id, actor=LEAD, action="told the team")

    with services.context.store.reading() as unit:
        entries = unit.history.of_session(SESSION)

    kinds = [entry.kind for entry in entries]
    assert HistoryKind.CONCERN_RAISED in kinds
    assert HistoryKind.CONCERN_SEEN in kinds
    assert not any(WORDS in f"{e.old}{e.new}{e.reason}{e.item}" for e in entries)


def test_no_export_holds_a_concern(
    services: StudyServices, coding: Coding, tmp_path: Path
) -> None:
    services.concerns.raise_concern(coding, WORDS, at_ms=None)

    written = services.exporting.export(
        tmp_path / "package", PackageOrder(evidence=True, analysis=False)
    )

    assert written
    assert not any(WORDS.encode() in file.read_bytes() for file in written)


def test_a_concern_is_in_no_file_of_an_export(services: StudyServices, tmp_path: Path) -> None:
    ratings = ratings_of(services.codebook, [3] * len(services.codebook.dimension_ids))
    add_sessions(services, a_session(2))
    add_coding(services, SessionId("V-0002"), ANNA, ratings)
    coding = services.coding.open_desk(services.sessions.queue(ANNA)[0].blind_code, ANNA).coding
    services.concerns.raise_concern(coding, WORDS, at_ms=65_000)
    (concern,) = services.concerns.for_lead(LEAD)
    services.concerns.mark_seen(concern.concern_id, actor=LEAD, action="told the office")

    files = services.exporting.export(
        tmp_path / "package", PackageOrder(evidence=True, analysis=False), actor=LEAD
    )

    written = b"".join(file.read_bytes() for file in files)
    assert b"V-0002" in written
    for words in (WORDS, "told the office", concern.concern_id):
        assert words.encode() not in written
