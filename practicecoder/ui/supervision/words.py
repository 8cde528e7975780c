"""Words of the supervision page: days, states, what comes next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from practicecoder.domain.consent import ConsentUse
from practicecoder.services.feedback_view import FeedbackStatus, SupervisedSession, Supervisee
from practicecoder.ui.languages import Words, translate

STATUS_WORDS = Words(
    {
        FeedbackStatus.NOT_BEGUN: "not begun",
        FeedbackStatus.DRAFT: "draft",
        FeedbackStatus.RELEASED: "released",
        FeedbackStatus.CHANGED: "released, response added since",
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
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


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


def _tr(text: str) -> str:
    return translate("Supervision", text)
