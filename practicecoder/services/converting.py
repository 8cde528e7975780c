"""Converts a file of codings or talk into another program's format, or refuses with reasons."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from practicecoder.errors import ExportError, ImportedDataError, Problem
from practicecoder.interchange.foreign.cacti_text import AUDIO_FILE
from practicecoder.interchange.foreign.defaults import without_defaults
from practicecoder.interchange.foreign.formats import ForeignFormat, Holds
from practicecoder.interchange.foreign.lab_sheet import (
    NO_SHEET_HINTS,
    SheetHints,
    read_lab_sheet,
)
from practicecoder.interchange.foreign.own_tables import TABLE_READERS
from practicecoder.interchange.foreign.reading import read_foreign
from practicecoder.interchange.foreign.talk import from_transcript
from practicecoder.interchange.foreign.values import NO_HINTS, ForeignData, Hints, stem
from practicecoder.interchange.foreign.writing import parts_for, write_foreign
from practicecoder.interchange.transcripts.content import read_content
from practicecoder.interchange.transcripts.forms import TranscriptFormat
from practicecoder.interchange.transcripts.reading import read_transcript

PROBLEMS_FILE = "problems.csv"

_TALK_ENDINGS = (".vtt", ".srt", ".docx")
_MAYBE_TALK_ENDINGS = (".txt", ".json", ".eaf", ".textgrid")
_SHEET_ENDINGS = (".xlsx", ".sav", ".parquet")
_TEXT_SHEET_ENDINGS = (".csv", ".tsv")
_TARGET_ENDINGS = {
    ".casaa": ForeignFormat.CASAA_SQLITE,
    ".globals": ForeignFormat.CACTI_GLOBALS,
    ".global": ForeignFormat.CACTI_GLOBALS,
    ".boris": ForeignFormat.BORIS,
    ".eaf": ForeignFormat.EAF,
    ".textgrid": ForeignFormat.TEXTGRID,
    ".sds": ForeignFormat.SDIS,
    ".vtt": ForeignFormat.VTT,
    ".srt": ForeignFormat.SRT,
    ".xml": ForeignFormat.CACTI_CONFIG,
}
_NOT_IN_NAMES = '<>:"/\\|?*'

SourceKind = ForeignFormat | TranscriptFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is told about a conversion beyond its two places.

    ``source`` and ``target``: None, they are found out. ``coder`` stands in where the file names
    none; in a file with one coding it and ``session`` count before what the file says.
    ``folders_are_coders``: in a folder, that in which a file lies names its coder.
    ``sheet`` explains a lab's own sheet. ``items`` are new names of rated items by the file's own.
    ``speakers`` are new words by the file's own. ``defaults_unrated``: ratings that may be
    defaults are not yet rated. ``lenient``: faulty parts are left out and listed beside the
    result. ``written_at`` is the date that the result bears.
    """

    written_at: datetime
    source: SourceKind | None = None
    target: ForeignFormat | None = None
    hints: Hints = NO_HINTS
    coder: str | None = None
    session: str | None = None
    speakers: Mapping[str, str] = field(default_factory=dict)
    defaults_unrated: bool = False
    lenient: bool = False
    sheet: SheetHints = NO_SHEET_HINTS
    items: Mapping[str, str] = field(default_factory=dict)
    overwrite: bool = False
    folders_are_coders: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """What came of it: ``files`` that were written, and what their format does not hold."""

    read: ForeignData
    target: ForeignFormat
    files: tuple[Path, ...]
    loses: tuple[str, ...]


def convert_file(source: Path, target: Path, wishes: Wishes) -> Converted:
    """Convert one file into one other, or into a folder of several.

    Parameters
    ----------
    source
        The file, or a folder of files that are taken together.
    target
        The file to write. If it is a folder that is there, each coding (or session, or all, as
        the format holds them) gets a file in it.

    Raises
    ------
    ImportedDataError
        With every problem of the source, and of what the target's format cannot express.
    ExportError
        If the result cannot be written; nothing half-written is left.
    """
    kind = wishes.target or target_kind(target)
    data = _shaped(_read(source, kind, wishes), source.name, wishes)
    _check_fits(data, kind, source.name)
    parts = parts_for(data, kind)
    if not parts:
        raise _refused(source.name, "There is nothing in it that could be converted.")
    places = _places(parts, target, kind, source)
    written = {
        place: write_foreign(parts[name], kind, written_at=wishes.written_at)
        for name, place in places.items()
    }
    files = {place: one.data for place, one in written.items()}
    if data.problems:
        folder = target if target.is_dir() else target.parent
        files[folder / PROBLEMS_FILE] = _problems_table(data.problems)
    _save(files, source, overwrite=wishes.overwrite)
    return Converted(
        read=data,
        target=kind,
        files=tuple(files),
        loses=tuple(dict.fromkeys(loss for one in written.values() for loss in one.loses)),
    )


def target_kind(target: Path) -> ForeignFormat:
    """Format that the ending of a name stands for.

    Raises
    ------
    ImportedDataError
        If it stands for none or for several.
    """
    found = _TARGET_ENDINGS.get(target.suffix.casefold())
    if found is None:
        kinds = ", ".join(kind for kind in ForeignFormat if kind.is_written)
        raise _refused(
            target.name,
            "The ending does not say which format to write.",
            f"Say it with --to: {kinds}.",
        )
    return found


def _read(source: Path, target: ForeignFormat, wishes: Wishes) -> ForeignData:
    if source.is_dir():
        return _read_folder(source, wishes)
    kind = wishes.source
    wants_talk = target.is_talk and kind in (None, ForeignFormat.EAF, ForeignFormat.TEXTGRID)
    if isinstance(kind, TranscriptFormat) or _is_talk(source, kind, wants_talk=wants_talk):
        form = TranscriptFormat(kind) if kind is not None else None
        read = read_transcript(source, format=form)
        return from_transcript(read, file=source.name, session=stem(source.name))
    table = kind
    if kind is None and _is_sheet(source):
        table = _table_kind(source)
    if table in (ForeignFormat.SHEET, ForeignFormat.REDCAP):
        return _strict(read_lab_sheet(source, wishes.sheet), wishes)
    if table in TABLE_READERS:
        return TABLE_READERS[ForeignFormat(table)](source)
    return read_foreign(
        source,
        format=ForeignFormat(kind) if kind is not None else None,
        hints=wishes.hints,
        lenient=wishes.lenient,
    )


def _read_folder(folder: Path, wishes: Wishes) -> ForeignData:
    from practicecoder.interchange.foreign.folder import read_folder

    found = read_folder(
        folder, hints=wishes.hints, folders_are_coders=wishes.folders_are_coders
    ).as_data()
    return _strict(found, wishes)


def _strict(data: ForeignData, wishes: Wishes) -> ForeignData:
    """Data as they are; unless faults are to be left out, an error with all of them."""
    if data.problems and not wishes.lenient:
        raise ImportedDataError(data.problems)
    return data


def _is_talk(source: Path, kind: SourceKind | None, *, wants_talk: bool) -> bool:
    if kind in (ForeignFormat.VTT, ForeignFormat.SRT):
        return True
    ending = source.suffix.casefold()
    if kind is not None or ending in _TALK_ENDINGS:
        return kind is None or wants_talk
    return (
        wants_talk
        and ending in _MAYBE_TALK_ENDINGS
        and not read_content(source).data.startswith(AUDIO_FILE.encode())
    )


def _is_sheet(source: Path) -> bool:
    """Whether a file holds a table of ours or of a lab, by its ending and first characters."""
    ending = source.suffix.casefold()
    if ending in _TEXT_SHEET_ENDINGS:
        head = read_content(source).data[:200].removeprefix(b"\xef\xbb\xbf")
        return not head.startswith((b"#", b"SUM_", b"PCT_", b"RATIO_"))
    return ending in _SHEET_ENDINGS


def _table_kind(source: Path) -> ForeignFormat:
    from practicecoder.interchange.sheet_files import read_sheet

    columns = set(read_sheet(source).columns)
    own = {
        ForeignFormat.EVENTS: {"session_id", "coder_id", "code"},
        ForeignFormat.TRANSCRIPT: {"session_id", "start_ms", "text"},
        ForeignFormat.RATINGS: {"session_id", "coder_id", "item", "value"},
    }
    found = [kind for kind, needed in own.items() if needed <= columns]
    return found[0] if found else ForeignFormat.SHEET


def _shaped(data: ForeignData, file: str, wishes: Wishes) -> ForeignData:
    """Codings with what the person tells in place of what the file says."""
    if wishes.defaults_unrated:
        data = without_defaults(data)
    several = len(data.recordings) > 1
    if several and wishes.session is not None:
        raise _refused(file, f"It holds {len(data.recordings)} codings, so no one session fits.")
    if several and wishes.coder is not None and data.coders:
        raise _refused(file, f"It names coders ({', '.join(data.coders)}), so no one coder fits.")
    _check_known(wishes.speakers, data.speakers, "speaker", file)
    _check_known(wishes.items, data.rated_items, "item", file)
    recordings = tuple(
        replace(
            one,
            ratings=tuple(
                replace(rating, item=wishes.items.get(rating.item, rating.item))
                for rating in one.ratings
            ),
            coder=one.coder if wishes.coder is None else wishes.coder,
            session=one.session if wishes.session is None else wishes.session,
            events=tuple(
                replace(event, speaker=wishes.speakers.get(event.speaker, event.speaker))
                for event in one.events
            ),
        )
        for one in data.recordings
    )
    codes = tuple(
        replace(code, speaker=wishes.speakers.get(code.speaker, code.speaker))
        for code in data.codes
    )
    return replace(data, recordings=recordings, codes=codes)


def _check_known(given: Mapping[str, str], known: Sequence[str], what: str, file: str) -> None:
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise _refused(file, f"It names no {what} {unknown[0]!a}.", "Write it as the file does.")


def _check_fits(data: ForeignData, kind: ForeignFormat, file: str) -> None:
    if not kind.is_written:
        raise _refused(file, f"{kind.label.capitalize()} is read only.", "Choose another format.")
    if data.format.is_talk and not kind.takes_talk:
        raise _refused(file, f"It holds talk and no codes, so it cannot become {kind.label}.")
    if kind.is_talk and not data.format.is_talk:
        raise _refused(file, f"It holds codes and no talk, so it cannot become {kind.label}.")


def _places(
    parts: Mapping[str, ForeignData], target: Path, kind: ForeignFormat, source: Path
) -> dict[str, Path]:
    if not target.is_dir():
        if len(parts) > 1:
            what = "sessions" if kind.holds is Holds.SESSION else "codings"
            raise _refused(
                source.name,
                f"It holds {len(parts)} {what}, and {kind.label} holds one.",
                "Give a folder that is there; each gets a file in it.",
            )
        return dict.fromkeys(parts, target)
    whole = stem(source.name)
    names = {name: whole if kind.holds is Holds.ALL else name for name in parts}
    places = {name: target / f"{_file_name(text)}{kind.suffix}" for name, text in names.items()}
    if len({place.name.casefold() for place in places.values()}) < len(places):
        raise _refused(source.name, "Two codings would be written into files of one name.")
    return places


def _file_name(text: str) -> str:
    """Text as a name of a file on any system."""
    letters = (c if c.isprintable() and c not in _NOT_IN_NAMES else "_" for c in text)
    return "".join(letters).strip(". ")[:100] or "coding"


def _save(files: Mapping[Path, bytes], source: Path, *, overwrite: bool) -> None:
    """Write all files beside their places, then give them their names.

    Raises
    ------
    ExportError
        If one cannot be written or is there already; then none of them is left.
    """
    for place in files:
        is_replaced = overwrite and place.is_file() and not place.samefile(source)
        if place.exists() and not is_replaced:
            raise ExportError(f"{place} is there already. Choose another place, or --overwrite.")
    making = {place: place.with_name(f".{place.name}.making") for place in files}
    done: list[Path] = []
    try:
        for place, data in files.items():
            making[place].write_bytes(data)
        for place in files:
            making[place].replace(place)
            done.append(place)
    except OSError as error:
        for left in (*making.values(), *([] if overwrite else done)):
            with suppress(OSError):
                left.unlink()
        raise ExportError(
            f"{next(iter(files))} cannot be written: {error.strerror}. Choose another place."
        ) from error


def _problems_table(problems: Sequence[Problem]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("file", "line", "key", "what", "fix"))
    writer.writerows((p.file, p.line, p.key, p.what, p.fix) for p in problems)
    return text.getvalue().encode()


def _refused(file: str, what: str, fix: str = "") -> ImportedDataError:
    return ImportedDataError([Problem(what=what, fix=fix, file=file)])
