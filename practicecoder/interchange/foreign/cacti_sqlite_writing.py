"""Writes a .casaa file of CACTI 0.80 and later."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing

from practicecoder.interchange.foreign.cacti_config import SPEAKERS
from practicecoder.interchange.foreign.cacti_numbers import (
    CactiCode,
    cacti_codes,
    cacti_speaker,
    item_numbers,
    kept_marks,
    mark_text,
    notes_text,
    tell_of_marks,
    tell_of_ratings,
    whole_value,
)
from practicecoder.interchange.foreign.cacti_sqlite import AUDIO_PATH, GLOBAL_NOTES, VERSION
from practicecoder.interchange.foreign.cacti_writing import sound_name, tell_of_sound
from practicecoder.interchange.foreign.losses import Losses, Written, the_only
from practicecoder.interchange.foreign.values import CodedRecording, ForeignData

# TEXT where CACTI says "string", whose numeric affinity turns a code 007 into 7.
_SCHEMA = f"""
CREATE TABLE speakers (speaker_id INTEGER PRIMARY KEY NOT NULL, speaker_name TEXT NOT NULL UNIQUE);
CREATE TABLE codes (code_id INTEGER PRIMARY KEY NOT NULL, code_name TEXT NOT NULL UNIQUE,
  speaker_id INTEGER, FOREIGN KEY (speaker_id) REFERENCES speakers (speaker_id));
CREATE TABLE utterances (utterance_id TEXT PRIMARY KEY NOT NULL UNIQUE,
  time_marker TEXT NOT NULL, code_id INTEGER, annotation TEXT,
  FOREIGN KEY (code_id) REFERENCES codes (code_id));
CREATE TABLE ratings (rating_id INTEGER PRIMARY KEY NOT NULL, rating_name TEXT NOT NULL UNIQUE,
  response_value INTEGER NOT NULL);
CREATE TABLE utterances_ratings (utterance_id TEXT, rating_id INTEGER,
  FOREIGN KEY (utterance_id) REFERENCES utterances (utterance_id),
  FOREIGN KEY (rating_id) REFERENCES ratings (rating_id));
CREATE TABLE attributes (name, value);
PRAGMA user_version = {VERSION};
"""


def write_casaa_sqlite(data: ForeignData) -> Written:
    """Write one coding with its ratings, the links between them, and the notes.

    Raises
    ------
    ImportedDataError
        With every speaker for whom CACTI has no word.
    """
    recording = the_only(data)
    codes = cacti_codes(data)
    losses = Losses(data)
    tell_of_sound(losses)
    tell_of_marks(recording, codes, losses)
    tell_of_ratings(recording.ratings, losses)
    coded = [event for event in recording.events if event.code]
    losses.add(
        sum(event.speaker != codes[event.code].speaker for event in coded),
        "The speaker of 1 mark becomes that of its code.",
        "The speakers of {} marks become those of their codes.",
    )
    losses.add(
        len({word for word in data.speakers if cacti_speaker(word) != word}),
        f"1 word for a speaker becomes {' or '.join(SPEAKERS)}.",
        f"{{}} words for speakers become {' or '.join(SPEAKERS)}.",
    )
    losses.add(
        sum(not codes[code].speaker for code in {event.code for event in coded}),
        f"1 code has no speaker; CACTI takes it for {SPEAKERS[0]}.",
        f"{{}} codes have no speaker; CACTI takes them for {SPEAKERS[0]}.",
    )
    rated = {rating.item for rating in recording.ratings}
    linked = {item for event in kept_marks(recording, codes).values() for item in event.items}
    losses.add(
        len(linked - rated),
        "1 item that marks are linked to has no rating; it becomes 0.",
        "{} items that marks are linked to have no rating; they become 0.",
    )
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(_SCHEMA)
        _fill(connection, recording, codes, item_numbers(data))
        connection.commit()
        return losses.written(connection.serialize())


def _fill(
    connection: sqlite3.Connection,
    recording: CodedRecording,
    codes: Mapping[str, CactiCode],
    items: Mapping[str, int],
) -> None:
    numbers = {speaker: number for number, speaker in enumerate(SPEAKERS)}
    marks = kept_marks(recording, codes)
    linked = {item for event in marks.values() for item in event.items}
    values = {one.item: whole_value(one) for one in recording.ratings}
    tables: dict[str, Sequence[tuple[int | str | None, ...]]] = {
        "speakers": [(number, speaker) for speaker, number in numbers.items()],
        "codes": [(c.number, c.code, numbers.get(c.speaker)) for c in codes.values()],
        "utterances": [
            (key, mark_text(event.start_ms), codes[event.code].number, event.note)
            for key, event in marks.items()
        ],
        "ratings": [
            (number, item, values.get(item, 0))
            for item, number in items.items()
            if item in values or item in linked
        ],
        "utterances_ratings": [
            (key, items[item]) for key, event in marks.items() for item in event.items
        ],
        "attributes": [(AUDIO_PATH, sound_name(recording)), (GLOBAL_NOTES, notes_text(recording))],
    }
    for table, rows in tables.items():
        if rows:
            places = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
