"""Words that the lead's tables and dialogs share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook
from practicecoder.domain.people import Office
from practicecoder.domain.sessions import Phase
from practicecoder.ui.languages import Words, translate

PHASE_WORDS = Words({Phase.PRE: "before", Phase.POST: "after", Phase.TRANSITION: "transition"})


def sessions_in_words(number: int) -> str:
    """Return ``"1 session"``, ``"2 sessions"``."""
    return _tr("1 session") if number == 1 else _tr("{} sessions").format(number)


def subject_of(codebook: Codebook) -> str:
    """What a question of the codebook decides about, ``"evocation"``; empty if there is none."""
    labels = [d.label.lower() for d in codebook.dimensions if d.not_applicable_when is not None]
    return ", ".join(labels)


def strata_in_words(codebook: Codebook) -> Mapping[str, str]:
    """What a draw can be balanced over in a study, as dialogs call it."""
    words = {"office": _tr("office"), "phase": _tr("phase")}
    subject = subject_of(codebook)
    if not subject:
        return words
    return {**words, "behaviour_change": _tr("whether {} applies").format(subject)}


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
        return ", ".join(part for part in parts if part) or _tr("all")

    def _value(self, name: str, value: str) -> str:
        if name == "behaviour_change":
            applies = {
                "true": _tr("{} applies").format(self.subject),
                "false": _tr("{} does not apply").format(self.subject),
            }
            return applies.get(value, "")
        if not value:
            unknown = {"office": _tr("office not known"), "phase": _tr("phase not known")}
            return unknown.get(name, _tr("{} not known").format(name))
        return PHASE_WORDS[Phase(value)] if name == "phase" else self.offices.get(value, value)


def _tr(text: str) -> str:
    return translate("Sessions", text)
