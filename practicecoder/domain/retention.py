"""Until when the sound of sessions may be kept."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from practicecoder.domain.sessions import PracticeSession


class KeepSound(StrEnum):
    """What the last day of a session's sound is reckoned from, unless it has a day of its own."""

    NO_DAY = "no_day"
    AFTER_VISIT = "after_visit"
    AFTER_SUBMISSION = "after_submission"
    """From the last submission of a coding, so not before everything planned was submitted."""
    UNTIL_DAY = "until_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """The rule of a study. ``months`` counts for the two that are reckoned, ``day`` for the other.

    A day is the last on which sound may be kept: it is due for deletion on the day after.
    """

    keep: KeepSound = KeepSound.NO_DAY
    months: int = 12
    day: date | None = None

    def last_day(self, session: PracticeSession, submitted_on: date | None) -> date | None:
        """Last day of a session's sound; None while there is none.

        Parameters
        ----------
        session
            The session; a day of its own comes before the rule.
        submitted_on
            Day of the last submission; None while a coding that was begun or planned is open.
        """
        if session.audio_until is not None:
            return session.audio_until
        match self.keep:
            case KeepSound.AFTER_VISIT if session.session_date is not None:
                return months_after(session.session_date, self.months)
            case KeepSound.AFTER_SUBMISSION if submitted_on is not None:
                return months_after(submitted_on, self.months)
            case KeepSound.UNTIL_DAY:
                return self.day
            case _:
                return None


def months_after(day: date, months: int) -> date:
    """Day so many months later, or the last day of that month if it is shorter.

    Examples
    --------
    >>> months_after(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
