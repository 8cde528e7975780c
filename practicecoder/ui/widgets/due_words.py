"""How far due dates are, in the language of the window."""

from __future__ import annotations

from practicecoder.ui.languages import translate


def due_in_words(days_left: int | None) -> str:
    """How far a due date is.

    Examples
    --------
    >>> due_in_words(3), due_in_words(1), due_in_words(0), due_in_words(-2), due_in_words(None)
    ('due in 3 days', 'due tomorrow', 'due today', 'overdue by 2 days', '')
    """
    match days_left:
        case None:
            return ""
        case 0:
            return _tr("due today")
        case 1:
            return _tr("due tomorrow")
        case -1:
            return _tr("overdue by 1 day")
        case _ if days_left < 0:
            return _tr("overdue by {} days").format(-days_left)
        case _:
            return _tr("due in {} days").format(days_left)


def _tr(text: str) -> str:
    return translate("Sessions", text)
