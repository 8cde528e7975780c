"""Words of the supervision page: days, states, what comes next."""

from __future__ import annotations

from datetime import date

from practicecoder.domain.consent import ConsentUse
from practicecoder.services.feedback_view import (
    Course,
    FeedbackStatus,
    Series,
    SupervisedSession,
    Supervisee,
)
from practicecoder.ui.languages import Words, days, translate

STATUS_WORDS = Words(
    {
        FeedbackStatus.NOT_BEGUN: "not begun",
        FeedbackStatus.DRAFT: "draft",
        FeedbackStatus.RELEASED: "released",
        FeedbackStatus.CHANGED: "released, changed since",
    }
)
USE_WORDS = Words(
    {
        ConsentUse.CODING: "Coding",
        ConsentUse.FEEDBACK: "Feedback to the worker",
        ConsentUse.TRAINING: "Training of coders",
        ConsentUse.QUOTES: "Quoting",
        ConsentUse.LISTENING: "Listening together in supervision",
    }
)


def day_in_words(day: date | None) -> str:
    """Day as people write it, with its year; a sentence where it is not known."""
    if day is None:
        return _tr("no date")
    return days.day_in_words(day)


def state_in_words(supervisee: Supervisee) -> str:
    """What comes next with a worker: a draft, a goal, or nothing that waits."""
    if not supervisee.sessions:
        return _tr("no session yet")
    if supervisee.drafts:
        return _tr("draft")
    if any(s.status is FeedbackStatus.NOT_BEGUN for s in supervisee.sessions[:1]):
        return _tr("new session")
    if supervisee.open_goal is not None:
        return _tr("goal open")
    return _tr("released")


def due_in_words(supervisee: Supervisee) -> str:
    """When the next session is wanted."""
    if supervisee.next_due is None:
        return _tr("Next session: no date is known")
    return _tr("Next session due {}").format(day_in_words(supervisee.next_due))


def goal_in_words(session: SupervisedSession) -> str:
    """Goal of a session and whether it was looked at again."""
    if not session.goal.goal:
        return ""
    reviewed = _tr("reviewed") if session.goal_reviewed else _tr("open")
    return f"{session.goal.goal} ({reviewed})"


def values_in_words(course: Course, series: Series) -> tuple[str, ...]:
    """Value of each session, or why there is none."""
    return tuple(
        _tr("after the worker's own view")
        if held_back
        else _tr("not rated")
        if value is None
        else f"{value:.2f}"
        for value, held_back in zip(course.values, series.held_back, strict=True)
    )


def _tr(text: str) -> str:
    return translate("Supervision", text)
