"""Reads times as transcript files write them: decimal arithmetic, half up, whole milliseconds."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

MOST_MS = 999 * 3_600_000
"""No recording is longer; a time beyond it is a fault of the file."""

_CLOCK = re.compile(
    r"(?:(?P<h>[0-9]{1,4}):)?(?P<m>[0-9]{1,2}):(?P<s>[0-9]{1,2})"
    r"(?:(?P<mark>[.,:])(?P<f>[0-9]{1,9}))?"
)
_SECONDS = re.compile(r"[0-9]{1,12}(?:\.(?P<f>[0-9]{1,40}))?(?:[eE][+-]?[0-9]{1,3})?")
_EXPONENT = re.compile(r"[eE]")


class TimeError(ValueError):
    """Text that is no time; the message is a sentence for a person and quotes nothing."""


class Resolution:
    """Finest step of the times that were seen; ``step_ms`` is None before the first."""

    def __init__(self) -> None:
        self.step_ms: int | None = None

    def see(self, text: str) -> None:
        """Take note of how many decimals a time is written with."""
        mark = max(text.rfind("."), text.rfind(","))
        self.see_decimals(len(text) - mark - 1 if mark >= 0 else 0)

    def see_decimals(self, decimals: int) -> None:
        """Take note of a time in seconds with so many decimals."""
        step_ms = 10 ** (3 - min(max(decimals, 0), 3))
        if self.step_ms is None or step_ms < self.step_ms:
            self.step_ms = step_ms


def clock_ms(text: str, *, last_mark: str = ".,") -> int:
    """Read ``H:MM:SS``, ``MM:SS`` or ``M:SS`` with an optional fraction of a second.

    Sixty seconds are taken, as some programs round up to them; more minutes or seconds are not.

    Parameters
    ----------
    last_mark
        Characters that may stand before the fraction.

    Examples
    --------
    >>> clock_ms("1:02:03.25"), clock_ms("0:0:5.100"), clock_ms("00:00:60.0")
    (3723250, 5100, 60000)
    """
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise TimeError("This is not a time; write it as 00:01:23.400.")
    if match["f"] is not None and match["mark"] not in last_mark:
        raise TimeError("The fraction of the second does not stand after a point or a comma.")
    if match["mark"] == ":" and match["h"] is None:
        raise TimeError("The time has a fraction and no hours.")
    seconds = Decimal(f"{match['s']}.{match['f'] or 0}")
    if int(match["m"]) > 59:
        raise TimeError("The time has more than 59 minutes.")
    if seconds > 60:
        raise TimeError("The time has more than 60 seconds.")
    minutes = int(match["h"] or 0) * 60 + int(match["m"])
    return decimal_ms(minutes * 60 + seconds)


def seconds_ms(text: str, *, may_have_exponent: bool = False) -> int:
    """Read seconds written as a decimal number with a point.

    Examples
    --------
    >>> seconds_ms("2.400000"), seconds_ms("0.0005"), seconds_ms("1.1")
    (2400, 1, 1100)
    """
    if not _SECONDS.fullmatch(text) or (_EXPONENT.search(text) and not may_have_exponent):
        raise TimeError("This is not a number of seconds.")
    return decimal_ms(Decimal(text))


def decimal_ms(seconds: Decimal) -> int:
    """Whole milliseconds of a number of seconds, half up."""
    if seconds < 0:
        raise TimeError("The time is before the beginning.")
    if seconds > MOST_MS // 1000:
        raise TimeError("The time is beyond 999 hours.")
    return int((seconds * 1000).quantize(Decimal(1), rounding=ROUND_HALF_UP))
