"""Words that the lead's tables and dialogs share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook
from practicecoder.domain.people import Office
from practicecoder.domain.sessions import Phase
from practicecoder.ui.languages import Words

PHASE_WORDS = Words({Phase.PRE: "before", Phase.POST: "after", Phase.TRANSITION: "transition"})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class StratumWords:
    """How the strata of a draw are called in a study: its offices, and what may not apply."""

    subject: str
    offices: Mapping[str, str]

    @classmethod
    def of(cls, codebook: Codebook, offices: Iterable[Office]) -> StratumWords:
        """Words of a study."""
        by_value = {str(office.office_id).lower(): str(office.office_id) for office in offices}
        return cls(subject=subject_of(codebook), offices=by_value)

    def told(self, strata: Sequence[str], values: Sequence[str]) -> str:
        """A stratum, ``"North, before"``; ``"all"`` where nothing is balanced or known."""
        parts = [self._value(name, value) for name, value in zip(strata, values, strict=True)]
        return ", ".join(part for part in parts if part) or "all"

    def _value(self, name: str, value: str) -> str:
        if name == "behaviour_change":
            applies = {
                "true": f"{self.subject} applies",
                "false": f"{self.subject} does not apply",
            }
            return applies.get(value, "")
        if not value:
            return f"{name} not known"
        return PHASE_WORDS[Phase(value)] if name == "phase" else self.offices.get(value, value)
