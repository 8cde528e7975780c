"""Sound ends on its day: which is due, its deletion, and what is left of the session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.retention import KeepSound, RetentionRule
from practicecoder.errors import NotAllowedError
from practicecoder.services.context import StudyServices
from practicecoder.services.retention import DueDeletion
from tests.builders import (
    ANNA,
    BEN,
    LEAD,
    NOW,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

FIRST, SECOND = SessionId("V-0001"), SessionId("V-0002")
TODAY = NOW.date()


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    """One session that was submitted today, one that nobody has coded; visits on 2026-03-15."""
    made = a_study(tmp_path / "study")
    add_people(made, Coder(coder_id=ANNA), Coder(coder_id=BEN))
    add_sessions(made, a_session(1), a_session(2), a_session(3, recording=None))
    add_coding(made, FIRST, ANNA, ratings_of(made.codebook, [3] * 7))
    for number in (1, 2):
        (made.context.store.audio_dir / f"{number:064x}.flac").write_bytes(b"sound")
        (made.context.store.cache_dir / f"{number:064x}.peaks").write_bytes(b"peaks")
    yield made
    made.close()


def keep(services: StudyServices, rule: RetentionRule) -> None:
    settings = replace(services.settings.current(), retention=rule)
    services.settings.change(settings, actor=LEAD)


def due(services: StudyServices) -> dict[SessionId, DueDeletion]:
    return {one.session.session_id: one for one in services.retention.due()}


def test_nothing_is_due_unless_somebody_said_until_when(services: StudyServices) -> None:
    assert services.retention.due() == ()


@pytest.mark.parametrize(
    ("months", "days_over"), [(6, 21), (7, None), (12, None)], ids=["over", "not yet", "long"]
)
def test_sound_is_due_months_after_the_visit(
    services: StudyServices, months: int, days_over: int | None
) -> None:
    keep(services, RetentionRule(keep=KeepSound.AFTER_VISIT, months=months))
    found = due(services)
    assert {k: v.days_over for k, v in found.items()} == (
        {} if days_over is None else {FIRST: days_over, SECOND: days_over}
    )


def test_what_is_not_submitted_waits_where_submission_counts(services: StudyServices) -> None:
    services.retention.keep_until([SECOND], None, actor=LEAD)
    keep(services, RetentionRule(keep=KeepSound.AFTER_SUBMISSION, months=1))
    assert due(services) == {}
    later = NOW.replace(month=12)
    services.context.now = lambda: later
    assert set(due(services)) == {FIRST}
    services.sessions.assign((FIRST,), BEN, actor=LEAD)
    assert due(services) == {}


def test_a_day_of_its_own_comes_before_the_rule(services: StudyServices) -> None:
    keep(services, RetentionRule(keep=KeepSound.UNTIL_DAY, day=date(2026, 10, 5)))
    assert set(due(services)) == {FIRST, SECOND}
    services.retention.keep_until([FIRST], date(2027, 1, 1), actor=LEAD)
    assert set(due(services)) == {SECOND}
    services.retention.keep_until([FIRST], TODAY, actor=LEAD)
    assert set(due(services)) == {SECOND}  # the last day itself is not over


def test_deleted_sound_leaves_everything_that_was_coded(services: StudyServices) -> None:
    before = services.analysis.table()
    services.retention.keep_until([FIRST], date(2026, 10, 1), actor=LEAD)
    services.retention.delete_sound([FIRST], actor=LEAD)
    store = services.context.store
    assert not (store.audio_dir / f"{1:064x}.flac").exists()
    assert not (store.cache_dir / f"{1:064x}.peaks").exists()
    assert (store.audio_dir / f"{2:064x}.flac").exists()
    rows = {row.session.session_id: row.session for row in services.sessions.lead_table()}
    assert rows[FIRST].audio_deleted_at == NOW
    assert rows[FIRST].recording is not None
    assert not rows[FIRST].has_sound
    assert due(services) == {}
    assert services.analysis.table().equals(before)
    missing = [p for p in store.check() if "missing" in p.what]
    assert missing == []


def test_the_coding_page_says_that_the_sound_was_deleted(services: StudyServices) -> None:
    blind = next(row.blind_code for row in services.sessions.queue(ANNA))
    assert not services.coding.open_desk(blind, ANNA).sound_deleted
    services.retention.delete_sound([FIRST], actor=LEAD)
    desk = services.coding.open_desk(blind, ANNA)
    assert desk.sound_deleted
    assert desk.recording is None


@pytest.mark.parametrize("actor", [ANNA, None])
def test_only_a_lead_deletes_or_names_a_day(services: StudyServices, actor: None) -> None:
    with pytest.raises(NotAllowedError, match="lead"):
        services.retention.delete_sound([FIRST], actor=actor)
    with pytest.raises(NotAllowedError, match="lead"):
        services.retention.keep_until([FIRST], TODAY, actor=actor)
    assert (services.context.store.audio_dir / f"{1:064x}.flac").exists()


def test_all_or_none(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="never in the study"):
        services.retention.delete_sound([FIRST, SessionId("V-0003")], actor=LEAD)
    services.retention.delete_sound([FIRST], actor=LEAD)
    with pytest.raises(NotAllowedError, match="deleted already"):
        services.retention.delete_sound([SECOND, FIRST], actor=LEAD)
    assert (services.context.store.audio_dir / f"{2:064x}.flac").exists()


def test_the_sheet_names_the_day(services: StudyServices, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("session_id,audio_until\nV-0007,2027-03-31\n", encoding="utf-8")
    services.importing.add_sessions(sheet, actor=LEAD)
    rows = {row.session.session_id: row.session for row in services.sessions.lead_table()}
    assert rows[SessionId("V-0007")].audio_until == date(2027, 3, 31)


def test_a_rule_without_its_day_is_refused(services: StudyServices) -> None:
    with pytest.raises(NotAllowedError, match="last day"):
        keep(services, RetentionRule(keep=KeepSound.UNTIL_DAY))
