"""Reads the .casaa files of CACTI 0.80 and later, which are SQLite databases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from practicecoder.interchange.foreign.cacti_text import session_and_media
from practicecoder.interchange.foreign.defaults import tell_of_defaults, with_default_marked
from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.sqlite_file import (
    Cell,
    SqliteFile,
    as_text,
    opened,
    shown,
)
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    CodedRecording,
    ForeignCode,
    ForeignData,
    ForeignEvent,
    ForeignItem,
    ForeignNote,
    ForeignRating,
    Hints,
    several_lines,
)
from practicecoder.interchange.transcripts.content import Content
from practicecoder.interchange.transcripts.forms import folded

VERSION = 1
AUDIO_PATH, GLOBAL_NOTES = "AUDIO_FILE_PATH", "GLOBAL_NOTES"


def read_casaa_sqlite(content: Content, hints: Hints = NO_HINTS) -> ForeignData:
    """Read marks, ratings, the links between them, and the notes of one session.

    Times are the beginnings of utterances to a tenth of a second. Text columns of these files
    turn what looks like a number into one; such names are told.

    Raises
    ------
    ImportedDataError
        If the file is no sound database of CACTI.
    """
    draft = Draft(content)
    with opened(content) as file:
        if file.version > VERSION:
            draft.tell(f"The database is of version {file.version}; versions to 1 are known.")
        reader = _Reader(file, draft)
        recording, codes, items = reader.read(hints)
        version = file.version
    return draft.finished(
        ForeignFormat.CASAA_SQLITE,
        version=f"database version {version}",
        because="It is a database of SQLite with CACTI's tables.",
        recordings=[recording],
        codes=codes,
        items=items,
    )


class _Reader:
    def __init__(self, file: SqliteFile, draft: Draft) -> None:
        self._file = file
        self._draft = draft
        self._n_numbers = 0

    def read(
        self, hints: Hints
    ) -> tuple[CodedRecording, Sequence[ForeignCode], Sequence[ForeignItem]]:
        codes = self._codes()
        ratings = self._ratings()
        events = self._events(codes, self._links(ratings))
        attributes = {
            as_text(name): as_text(value)
            for name, value in self._file.rows("attributes", ("name", "value"))
        }
        session, media = session_and_media(attributes.get(AUDIO_PATH, ""), self._draft)
        notes = several_lines(attributes.get(GLOBAL_NOTES, "").replace("\r\n", "\n"))
        found = with_default_marked(ratings.values(), hints.default_rating)
        tell_of_defaults(found, hints.default_rating, self._draft)
        self._draft.tell_count(
            self._n_numbers,
            "1 name or note is stored as a number and may have lost zeros or its form.",
            "{} names or notes are stored as numbers and may have lost zeros or their form.",
        )
        recording = CodedRecording(
            session=session,
            media=media,
            events=events,
            ratings=found,
            notes=(ForeignNote(text=notes),) if notes else (),
        )
        items = [ForeignItem(item=one.item, key=str(key)) for key, one in ratings.items()]
        return recording, list(codes.values()), items

    def _text(self, cell: Cell) -> str:
        if isinstance(cell, int | float):
            self._n_numbers += 1
        return as_text(cell)

    def _name(self, cell: Cell) -> str:
        return folded(self._text(cell))

    def _codes(self) -> dict[int, ForeignCode]:
        speakers = {
            key: self._name(name)
            for key, name in self._file.rows("speakers", ("speaker_id", "speaker_name"))
        }
        found: dict[int, ForeignCode] = {}
        for key, name, speaker in self._file.rows("codes", ("code_id", "code_name", "speaker_id")):
            if speaker is not None and speaker not in speakers:
                self._add(f"Code {shown(name)} belongs to a speaker that is not there.")
            if isinstance(key, int):
                found[key] = ForeignCode(
                    code=self._name(name), speaker=speakers.get(speaker, ""), key=str(key)
                )
        return found

    def _ratings(self) -> dict[int, ForeignRating]:
        found: dict[int, ForeignRating] = {}
        columns = ("rating_id", "rating_name", "response_value")
        for key, name, value in self._file.rows("ratings", columns):
            if not isinstance(key, int) or not isinstance(value, int):
                self._add(f"The rating of {shown(name)} is not a whole number.")
                continue
            found[key] = ForeignRating(item=self._name(name), value=str(value))
        return found

    def _links(self, ratings: Mapping[int, ForeignRating]) -> dict[str, list[str]]:
        """Items that an utterance is evidence for, by its id."""
        found: dict[str, list[str]] = {}
        columns = ("utterance_id", "rating_id")
        for utterance, key in self._file.rows("utterances_ratings", columns):
            rating = ratings.get(key) if isinstance(key, int) else None
            if rating is None:
                self._add(f"Utterance {shown(utterance)} is linked to a rating that is not there.")
            else:
                found.setdefault(as_text(utterance), []).append(rating.item)
        return found

    def _events(
        self, codes: Mapping[int, ForeignCode], links: dict[str, list[str]]
    ) -> tuple[ForeignEvent, ...]:
        found: list[tuple[int, str, ForeignEvent]] = []
        columns = ("utterance_id", "time_marker", "code_id", "annotation")
        for utterance, mark, key, annotation in self._file.rows("utterances", columns):
            place = as_text(utterance)
            linked = links.pop(place, [])
            code = codes.get(key) if isinstance(key, int) else None
            at_ms = self._draft.clock(as_text(mark), key=shown(utterance))
            if code is None:
                self._add(f"Utterance {shown(utterance)} has a code that is not there.")
            elif at_ms is not None:
                event = ForeignEvent(
                    start_ms=at_ms,
                    code=code.code,
                    speaker=code.speaker,
                    note=several_lines(self._text(annotation)),
                    items=tuple(dict.fromkeys(linked)),
                )
                found.append((at_ms, place, event))
        for place in links:
            self._add(f"A link belongs to utterance {shown(place)}, which is not there.")
        return tuple(event for _, _, event in sorted(found, key=lambda one: one[:2]))

    def _add(self, what: str) -> None:
        self._draft.problems.add(what)
