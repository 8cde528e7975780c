"""Reads CACTI's global ratings with the coder's notes, in both ways they were written."""

from __future__ import annotations

import re

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.cacti_text import AUDIO_FILE, session_and_media
from practicecoder.interchange.foreign.defaults import tell_of_defaults, with_default_marked
from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    CodedRecording,
    ForeignData,
    ForeignNote,
    ForeignRating,
    Hints,
    Medium,
    several_lines,
)
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import folded

TITLE = "Global Ratings"
NOTES = "Notes:"

_RATING = re.compile(r"(?P<item>[^\t]*[^\t:\s])\s*:\t+\s*(?P<value>[^\t]*)")
_VALUE = re.compile(r"-?[0-9]{1,6}")


def read_globals(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read the ratings of one session; what follows ``Notes:`` is one note, however long.

    CACTI's own conversion loses notes on the line of ``Notes:``; they are kept here.
    """
    draft = Draft(content, text)
    session = draft.file_stem
    media: tuple[Medium, ...] = ()
    ratings: dict[str, ForeignRating] = {}
    notes = ""
    n_blank = 0
    lines = text.lines
    for number, line in enumerate(lines[1:], start=2):
        if line.startswith(NOTES):
            rest = [line.removeprefix(NOTES), *lines[number:]]
            notes = several_lines("\n".join(rest))
            break
        if line.startswith(AUDIO_FILE):
            session, media = session_and_media(line.removeprefix(AUDIO_FILE), draft)
        elif line.strip():
            _add_rating(line, number, ratings, draft)
        else:
            n_blank += 1
    if not ratings:
        draft.tell("The file holds no rating.")
    found = with_default_marked(ratings.values(), hints.default_rating)
    tell_of_defaults(found, hints.default_rating, draft)
    return draft.finished(
        ForeignFormat.CACTI_GLOBALS,
        version="up to 0.20" if n_blank > 1 else "0.30 to 0.60",
        because=f"Its first line is {TITLE}.",
        recordings=[
            CodedRecording(
                session=session,
                media=media,
                ratings=found,
                notes=(ForeignNote(text=notes),) if notes else (),
            )
        ],
    )


def _add_rating(line: str, number: int, ratings: dict[str, ForeignRating], draft: Draft) -> None:
    match = _RATING.fullmatch(line.rstrip())
    if match is None or not _VALUE.fullmatch(match["value"].strip()):
        draft.problems.add(
            "The line is not a name, a colon, a tab and a whole number.", line=number
        )
        return
    item = folded(match["item"])
    if item in ratings:
        draft.problems.add(f"{quoted(item)} is rated twice.", line=number, fix="Keep one.")
        return
    ratings[item] = ForeignRating(item=item, value=match["value"].strip())
