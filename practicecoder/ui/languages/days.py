"""Days with the name of their month in the language of the window."""

from __future__ import annotations

from datetime import date

from practicecoder.ui.languages import Words

MONTHS = Words(
    {
        1: "January",
        2: "February",
        3: "March",
        4: "April",
        5: "May",
        6: "June",
        7: "July",
        8: "August",
        9: "September",
        10: "October",
        11: "November",
        12: "December",
    }
)
SHORT_MONTHS = Words(
    {
        1: "Jan",
        2: "Feb",
        3: "Mar",
        4: "Apr",
        5: "May",
        6: "Jun",
        7: "Jul",
        8: "Aug",
        9: "Sep",
        10: "Oct",
        11: "Nov",
        12: "Dec",
    }
)


def day_in_words(day: date, *, in_full: bool = False) -> str:
    """Day with its month in words, abbreviated or in full.

    Examples
    --------
    >>> day_in_words(date(2026, 9, 3)), day_in_words(date(2026, 9, 3), in_full=True)
    ('03 Sep 2026', '03 September 2026')
    """
    months = MONTHS if in_full else SHORT_MONTHS
    return f"{day:%d} {months[day.month]} {day:%Y}"
