"""What workers call a session of a type."""

from __future__ import annotations

from collections.abc import Mapping

from practicecoder.reports.data import SessionNoun

NOUNS: Mapping[str, SessionNoun] = {
    "visit": SessionNoun(one="visit", many="visits"),
    "home_visit": SessionNoun(one="visit", many="visits"),
    "office_meeting": SessionNoun(one="meeting", many="meetings"),
    "group": SessionNoun(one="group session", many="group sessions"),
    "case_discussion": SessionNoun(one="discussion", many="discussions"),
}
"""What the worker calls a session of a type; other types are spelt out."""


def noun_of(session_type: str) -> SessionNoun:
    """What the worker calls a session of this type."""
    plain = session_type.replace("_", " ").strip() or "session"
    return NOUNS.get(plain.replace(" ", "_"), SessionNoun(one=plain, many=f"{plain}s"))
