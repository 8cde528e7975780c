"""Suggests who a speaker is from the file's word, and gives pseudonyms that say no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.interchange.transcripts.vocabulary import (
    CHILD,
    LABEL_WORDS,
    OTHER_PROFESSIONAL,
    PARENT,
    ROLE_MODIFIERS,
    WORKER,
)

_PHRASES = {
    "young person": SpeakerRole.CHILD,
    "health visitor": SpeakerRole.OTHER_PROFESSIONAL,
    "health worker": SpeakerRole.OTHER_PROFESSIONAL,
    "youth worker": SpeakerRole.OTHER_PROFESSIONAL,
    "hospital worker": SpeakerRole.OTHER_PROFESSIONAL,
    "recovery worker": SpeakerRole.OTHER_PROFESSIONAL,
    "police officer": SpeakerRole.OTHER_PROFESSIONAL,
}
_POSSESSIVE = re.compile(r"(?:'|’)s$")
_SEGMENTS = re.compile(r"[()\[\]/|]|\s[-–—]\s")
_TITLES = {
    SpeakerRole.WORKER: "Worker",
    SpeakerRole.PARENT: "Parent",
    SpeakerRole.CHILD: "Child",
    SpeakerRole.OTHER_PROFESSIONAL: "Professional",
    SpeakerRole.UNKNOWN: "Speaker",
}


def suggest_role(speaker: str) -> SpeakerRole:
    """Role that a speaker's label states; unknown unless the label says it in plain words.

    A label that holds anything else, such as a person's name, is not guessed at: "Anna Child" is
    nobody's role. A part in brackets counts by itself: "A. B. (Social Worker)" is a worker.

    Examples
    --------
    >>> str(suggest_role("Social Worker")), str(suggest_role("Mum 2")), str(suggest_role("Kim"))
    ('worker', 'parent', 'unknown')
    """
    found = {_role_of(part) for part in _SEGMENTS.split(speaker.replace("_", " "))}
    found.discard(SpeakerRole.UNKNOWN)
    return found.pop() if len(found) == 1 else SpeakerRole.UNKNOWN


def is_role_word(words: str) -> bool:
    """Whether words as a whole name a role and no person."""
    return _role_of(words.replace("_", " ")) is not SpeakerRole.UNKNOWN


def pseudonyms(roles: Mapping[str, SpeakerRole]) -> Mapping[str, str]:
    """Name every speaker by role; numbered, in the mapping's order, where a role has several.

    The file's empty word for a speaker stays empty.

    Examples
    --------
    >>> sorted(pseudonyms({"Kim": SpeakerRole.PARENT, "Lou": SpeakerRole.WORKER}).values())
    ['Parent', 'Worker']
    """
    counts = Counter(role for speaker, role in roles.items() if speaker)
    used: Counter[SpeakerRole] = Counter()
    found: dict[str, str] = {}
    for speaker, role in roles.items():
        if not speaker:
            found[speaker] = ""
            continue
        used[role] += 1
        number = f" {used[role]}" if counts[role] > 1 else ""
        found[speaker] = f"{_TITLES[role]}{number}"
    return found


def role_title(role: SpeakerRole) -> str:
    """Word for a role as transcripts show it."""
    return _TITLES[role]


def _role_of(words: str) -> SpeakerRole:
    """Role named by words that all are role words or go with them; the last one is the head."""
    told = " ".join(words.casefold().split()).strip(" .:,")
    head = re.split(r" (?:of|to|for) ", told, maxsplit=1)[0]
    for phrase, role in _PHRASES.items():
        if re.sub(r"\s*[0-9]+$", "", head).endswith(phrase):
            return role if _only_known(told) else SpeakerRole.UNKNOWN
    if not _only_known(told):
        return SpeakerRole.UNKNOWN
    found = SpeakerRole.UNKNOWN
    for word in head.split():
        for role, known in _ROLE_WORDS.items():
            if word in known:
                found = role
    return found


_ROLE_WORDS = {
    SpeakerRole.WORKER: WORKER,
    SpeakerRole.PARENT: PARENT,
    SpeakerRole.CHILD: CHILD,
    SpeakerRole.OTHER_PROFESSIONAL: OTHER_PROFESSIONAL,
}
_PHRASE_WORDS = frozenset(word for phrase in _PHRASES for word in phrase.split())
_LINKS = frozenset({"of", "to", "for"})
_KNOWN = frozenset().union(*_ROLE_WORDS.values(), ROLE_MODIFIERS, _PHRASE_WORDS, _LINKS)
ORDINARY_WORDS = _KNOWN | LABEL_WORDS
"""Words in speakers' labels that tell of nobody; they stay where they occur in the talk."""


def _only_known(words: str) -> bool:
    return all(
        word.isdecimal() or _POSSESSIVE.sub("", word) in _KNOWN or word in _KNOWN
        for word in words.split()
    )
