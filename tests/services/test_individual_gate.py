"""No path puts a research-only session into a report about one person."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import practicecoder
from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Purpose, SessionState
from practicecoder.errors import NotAllowedError
from practicecoder.services.context import StudyServices
from practicecoder.services.feedback_series import (
    refuse_unless_reportable,
    reportable,
    series_of,
)
from practicecoder.services.final_sessions import FinalSession, final_sessions
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

BEHIND_THE_GATE = {
    "services/feedback_series.py",
    "services/feedback_source.py",
    "services/team_data.py",
}
"""Who asks which sessions may be reported: the gate itself, reports to workers, team reports."""
RESEARCH = SessionId("V-0002")


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudyServices]:
    """Three coded sessions of one worker, the second for research only."""
    made = a_study(tmp_path_factory.mktemp("gate") / "study")
    add_people(made, Coder(coder_id=ANNA))
    purposes = (Purpose.BOTH, Purpose.RESEARCH, Purpose.SUPERVISION)
    add_sessions(made, *(a_session(n, purpose=p) for n, p in enumerate(purposes, start=1)))
    for number in (1, 2, 3):
        add_coding(made, SessionId(f"V-{number:04d}"), ANNA, ratings_of(made.codebook, [3] * 7))
    yield made
    made.close()


@pytest.fixture(scope="module")
def coded(services: StudyServices) -> tuple[FinalSession, ...]:
    return final_sessions(services.context)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(Purpose), st.sampled_from(SessionState)), min_size=3, max_size=3
    )
)
def test_whatever_purposes_sessions_have_none_for_research_enters(
    coded: tuple[FinalSession, ...], drawn: list[tuple[Purpose, SessionState]]
) -> None:
    sessions = [
        replace(found, session=replace(found.session, purpose=purpose, state=state))
        for found, (purpose, state) in zip(coded, drawn, strict=True)
    ]
    allowed = {
        one.session.session_id
        for one in sessions
        if one.session.purpose is not Purpose.RESEARCH
        and one.session.state not in (SessionState.WITHDRAWN, SessionState.UNUSABLE)
    }
    entries = reportable(sessions)
    assert {entry.session.session_id for entry in entries} == allowed
    for entry in entries:
        assert {e.session.session_id for e in series_of(entry, entries) or ()} <= allowed
    for one in sessions:
        if one.session.session_id not in allowed:
            with pytest.raises(NotAllowedError):
                refuse_unless_reportable(one.session.session_id, sessions)


def test_only_these_ask_which_sessions_may_be_reported() -> None:
    package = Path(practicecoder.__file__).parent
    gates = {"reportable", "refuse_unless_reportable", "may_report_individually"}
    asking = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(
            isinstance(node, ast.Call) and getattr(node.func, "id", "") in gates
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
    }
    assert asking == BEHIND_THE_GATE


def test_every_act_about_one_worker_refuses_a_research_session(
    services: StudyServices, tmp_path: Path
) -> None:
    acts = (
        lambda: services.supervision.worker_report_data(RESEARCH),
        lambda: services.supervision.write_worker_report(RESEARCH, tmp_path, actor=LEAD),
        lambda: services.releases.release(RESEARCH, actor=LEAD),
        lambda: services.reels.plan(RESEARCH, actor=LEAD),
        lambda: services.reels.write(RESEARCH, tmp_path / "reel.wav", actor=LEAD),
    )
    for act in acts:
        with pytest.raises(NotAllowedError, match="research"):
            act()
    assert list(tmp_path.iterdir()) == []
