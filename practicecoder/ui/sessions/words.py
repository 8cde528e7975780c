"""Words that the lead's tables and dialogs share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from practicecoder.codebook.model import Codebook
from practicecoder.domain.sessions import Phase

PHASE_WORDS = {Phase.PRE: "before", Phase.POST: "after", Phase.TRANSITION: "transition"}


def sessions_in_words(number: int) -> str:
    """Return ``"1 session"``, ``"2 sessions"``."""
    return f"{number} session{'' if number == 1 else 's'}"


def subject_of(codebook: Codebook) -> str:
    """What a question of the codebook decides about, ``"evocation"``; empty if there is none."""
    labels = [d.label.lower() for d in codebook.dimensions if d.not_applicable_when is not None]
    return ", ".join(labels)


def strata_in_words(codebook: Codebook) -> Mapping[str, str]:
    """What a draw can be balanced over in a study, as dialogs call it."""
    words = {"office": "office", "phase": "phase"}
    subject = subject_of(codebook)
    return {**words, "behaviour_change": f"whether {subject} applies"} if subject else words


def stratum_in_words(strata: Sequence[str], values: Sequence[str], subject: str) -> str:
    """A stratum of a draw, ``"north, before"``; ``"all"`` where nothing is balanced."""
    parts = [_value(name, value, subject) for name, value in zip(strata, values, strict=True)]
    told = [part for part in parts if part]
    return ", ".join(told) if told else "all"


def _value(name: str, value: str, subject: str) -> str:
    if name == "phase" and value:
        return PHASE_WORDS[Phase(value)]
    if name == "behaviour_change":
        words = {"true": f"{subject} applies", "false": f"{subject} does not apply"}
        return words.get(value, "")
    return value or f"{name} not known"
