"""Tells whether a few words are somebody's name, or begin a sentence that happens to go on."""

from __future__ import annotations

import re

from practicecoder.interchange.transcripts.roles import is_role_word
from practicecoder.interchange.transcripts.vocabulary import (
    PARTICLES,
    SENTENCE_STARTERS,
    SOUNDS,
)

MOST_NAME_CHARACTERS = 60
_MOST_WORDS = 6

_NO_NAME = re.compile(r'[?!:;"<>{}|=*/\\]|\.\s|\.\.')
_LETTER = re.compile(r"[^\W\d_]")
_GENERIC = re.compile(
    r"(?:unknown )?(?:speaker|participant|voice|person|spk|guest|interviewer|interviewee)"
    r"[ _#-]*(?:[0-9]{1,3}|[a-z])?",
    re.IGNORECASE,
)


def looks_like_name(words: str) -> bool:
    """Whether words could be a speaker's label by their look alone.

    Examples
    --------
    >>> looks_like_name("Speaker 1"), looks_like_name("I said"), looks_like_name("10")
    (True, False, False)
    """
    words = words.strip()
    if not words or len(words) > MOST_NAME_CHARACTERS or not _LETTER.search(words):
        return False
    if is_role_word(words) or _GENERIC.fullmatch(words):
        return True
    if _NO_NAME.search(re.sub(r"\b(?:Dr|Mrs|Mr|Ms|Prof|St)\.", "", words)) or words.endswith(","):
        return False
    parts = words.split()
    if len(parts) > _MOST_WORDS or begins_sentence(words):
        return False
    return all(_is_name_part(part) for part in parts)


def begins_sentence(words: str) -> bool:
    """Whether the first word is one that sentences begin with and names do not."""
    first = words.split()[0].casefold().replace("’", "'")
    return first.strip(",.") in SENTENCE_STARTERS


def is_sound(words: str) -> bool:
    """Whether bracketed words tell of a sound, as "(laughs)" does."""
    return all(word.casefold() in SOUNDS for word in words.split())


def _is_name_part(part: str) -> bool:
    if part.casefold() in PARTICLES:
        return True
    first = next((character for character in part if character.isalnum()), "")
    return bool(first) and not first.islower()
