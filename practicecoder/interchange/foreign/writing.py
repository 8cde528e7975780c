"""Writes codings in the format of another program, after saying what it will not hold."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace
from datetime import datetime
from itertools import count

from practicecoder.interchange.foreign.audacity_writing import write_audacity
from practicecoder.interchange.foreign.boris_writing import write_boris
from practicecoder.interchange.foreign.cacti_sqlite_writing import write_casaa_sqlite
from practicecoder.interchange.foreign.cacti_writing import (
    write_casaa_text,
    write_config,
    write_globals,
)
from practicecoder.interchange.foreign.elan_writing import EPOCH, write_eaf
from practicecoder.interchange.foreign.formats import ForeignFormat, Holds
from practicecoder.interchange.foreign.losses import Written
from practicecoder.interchange.foreign.own_tables import (
    write_event_table,
    write_rating_table,
    write_talk_table,
)
from practicecoder.interchange.foreign.praat_writing import write_textgrid
from practicecoder.interchange.foreign.sdis_writing import write_sdis
from practicecoder.interchange.foreign.talk import write_srt_talk, write_vtt_talk
from practicecoder.interchange.foreign.values import ForeignData

Writer = Callable[[ForeignData], Written]

_WRITERS: dict[ForeignFormat, Writer] = {
    ForeignFormat.CACTI_CONFIG: write_config,
    ForeignFormat.CASAA_SQLITE: write_casaa_sqlite,
    ForeignFormat.CASAA_TEXT: write_casaa_text,
    ForeignFormat.CACTI_GLOBALS: write_globals,
    ForeignFormat.TEXTGRID: write_textgrid,
    ForeignFormat.AUDACITY: write_audacity,
    ForeignFormat.SDIS: write_sdis,
    ForeignFormat.EVENTS: write_event_table,
    ForeignFormat.RATINGS: write_rating_table,
    ForeignFormat.TRANSCRIPT: write_talk_table,
    ForeignFormat.VTT: write_vtt_talk,
    ForeignFormat.SRT: write_srt_talk,
}


def write_foreign(
    data: ForeignData, kind: ForeignFormat, *, written_at: datetime = EPOCH
) -> Written:
    """Write codings that go into one file of the kind; see :func:`parts_for`.

    Parameters
    ----------
    written_at
        Date that the file shall bear, in formats that have one.

    Raises
    ------
    ImportedDataError
        If the format cannot express them, with what to change.
    ValueError
        If the kind is not written, or one file cannot hold so many codings.
    """
    if not kind.is_written:
        raise ValueError(f"{kind} is not written")
    if kind is ForeignFormat.EAF:
        return write_eaf(data, written_at=written_at)
    if kind is ForeignFormat.BORIS:
        return write_boris(data, written_at=written_at)
    return _WRITERS[kind](data)


def parts_for(data: ForeignData, kind: ForeignFormat) -> dict[str, ForeignData]:
    """Part codings into as many as files are needed, by a name for each without its ending."""
    match kind.holds:
        case Holds.ALL:
            return {"codings": data}
        case Holds.SESSION:
            return {
                session: replace(
                    data,
                    recordings=tuple(one for one in data.recordings if one.session == session),
                )
                for session in data.sessions
            }
        case Holds.CODING:
            parts: dict[str, ForeignData] = {}
            for one in data.recordings:
                name = " ".join(filter(None, (one.session, one.coder)))
                parts[_free_name(name, parts)] = replace(data, recordings=(one,))
            return parts


def _free_name(name: str, taken: Container[str]) -> str:
    """Name, or the first of ``name (2)``, ``name (3)`` that is free."""
    further = (f"{name} ({number})" for number in count(2))
    return name if name not in taken else next(free for free in further if free not in taken)
