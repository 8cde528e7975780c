"""Words that the lead's tables and dialogs share."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.domain.sessions import Phase

PHASE_WORDS = {Phase.PRE: "before", Phase.POST: "after", Phase.TRANSITION: "transition"}
STRATUM_WORDS = {
    "office": "office",
    "phase": "phase",
    "behaviour_change": "behaviour change discussed",
}
"""What a draw can be balanced over, as dialogs call it."""


def sessions_in_words(number: int) -> str:
    """Return ``"1 session"``, ``"2 sessions"``."""
    return f"{number} session{'' if number == 1 else 's'}"


def stratum_in_words(strata: Sequence[str], values: Sequence[str]) -> str:
    """A stratum of a draw, ``"north, before"``; ``"all"`` where nothing is balanced."""
    parts = [_value(name, value) for name, value in zip(strata, values, strict=True)]
    return ", ".join(parts) if parts else "all"


def _value(name: str, value: str) -> str:
    if name == "phase" and value:
        return PHASE_WORDS[Phase(value)]
    if name == "behaviour_change":
        words = {"true": "behaviour change", "false": "no behaviour change"}
        return words.get(value, "behaviour change not known")
    return value or f"{name} not known"
