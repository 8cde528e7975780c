"""Reads CACTI's text files of codes: two generations of .casaa, .parse, and exported code lists.

Told apart by the number of fields in a row, after jhouck/CACTI, tags 0.20 to 0.60.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.byte_rates import BytePosition, fitting_rates
from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    CodedRecording,
    ForeignCode,
    ForeignData,
    ForeignEvent,
    Hints,
    Medium,
    name_in_path,
    stem,
)
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import folded

AUDIO_FILE = "Audio File:"

_LIST_ROW = re.compile(r"[0-9]{1,2}:[0-9]{1,2}:[0-9.,]+ \S.*")
_TABS = re.compile(r"\t\t+")
_NUMBER = re.compile(r"[0-9]{1,9}")
_POSITION = re.compile(r"-?[0-9]{1,15}")
_N_SPAN, _N_CODED_SPAN, _N_MOMENT = 5, 7, 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a CACTI file by its fields, which tabs part."""

    line: int
    fields: tuple[str, ...]


def rows_of(text: Text) -> tuple[Row, ...]:
    """Rows below the first line; tabs that follow each other part only once, as in CACTI."""
    return tuple(
        Row(number, tuple(field.strip(" ") for field in _TABS.sub("\t", line).split("\t")))
        for number, line in enumerate(text.lines[1:], start=2)
        if line.strip()
    )


def cacti_text_kind(text: Text) -> ForeignFormat | None:
    """Kind of a file that begins with the line for the sound; None if no row tells.

    One row that fits tells, so that the others are found at fault and not the whole file.
    """
    for row in rows_of(text):
        if len(row.fields) in (_N_SPAN, _N_CODED_SPAN):
            return ForeignFormat.CASAA_LEGACY
        if len(row.fields) == _N_MOMENT:
            return ForeignFormat.CASAA_TEXT
        if len(row.fields) == 1 and _LIST_ROW.fullmatch(row.fields[0]):
            return ForeignFormat.CACTI_CODELIST
    return None


def read_casaa_text(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read codes at moments, as CACTI 0.30 to 0.60 wrote them."""
    del hints
    draft = Draft(content, text)
    session, media = _opening(text, draft)
    events: list[ForeignEvent] = []
    codes: dict[str, str] = {}
    for row in rows_of(text):
        if len(row.fields) != _N_MOMENT:
            draft.problems.add(f"The row has {len(row.fields)} fields and not 3.", line=row.line)
            continue
        mark, number, code = row.fields
        at_ms = draft.clock(mark, line=row.line)
        if _is_code(number, code, row.line, codes, draft) and at_ms is not None:
            events.append(ForeignEvent(start_ms=at_ms, code=folded(code)))
    events.sort(key=lambda event: event.start_ms)
    _tell_of_tabs(text, draft)
    return draft.finished(
        ForeignFormat.CASAA_TEXT,
        because="It names a sound file, and its rows hold a time, a number and a code.",
        recordings=[CodedRecording(session=session, media=media, events=tuple(events))],
        codes=_declared(codes),
    )


def read_codelist(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read an exported list of codes at moments."""
    del hints
    draft = Draft(content, text)
    session, media = _opening(text, draft)
    events: list[ForeignEvent] = []
    for number, line in enumerate(text.lines[1:], start=2):
        if not line.strip():
            continue
        mark, _, code = line.partition(" ")
        if not folded(code):
            draft.problems.add("The row is not a time, a blank and a code.", line=number)
            continue
        at_ms = draft.clock(mark, line=number)
        if at_ms is not None:
            events.append(ForeignEvent(start_ms=at_ms, code=folded(code)))
    events.sort(key=lambda event: event.start_ms)
    return draft.finished(
        ForeignFormat.CACTI_CODELIST,
        because="It names a sound file, and its rows hold a time, a blank and a code.",
        recordings=[CodedRecording(session=session, media=media, events=tuple(events))],
    )


def read_casaa_legacy(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read spans with whole seconds and positions in bytes, as CACTI wrote them up to 0.20.

    Where ``hints.bytes_per_second`` is given, times come from the bytes.
    """
    draft = Draft(content, text)
    session, media = _opening(text, draft)
    codes: dict[str, str] = {}
    spans = [_Span(*found) for found in _spans(text, codes, draft)]
    positions = [position for span in spans for position in span.positions()]
    draft.byte_rates = rates = fitting_rates(positions)
    rate = hints.bytes_per_second
    if rate is not None and not all(position.fits(rate) for position in positions):
        draft.problems.add(
            f"With {rate} bytes a second the positions do not give the printed times.",
            fix=_offer(rates, len(positions)) or "Leave the bytes aside; times are whole seconds.",
        )
        rate = None
    if rate is None:
        draft.resolution.see_decimals(0)
        if offer := _offer(rates, len(positions)):
            draft.tell(f"Times are whole seconds. {offer}")
    else:
        draft.resolution.see_decimals(3)
        draft.tell(f"Times come from positions in the sound at {rate} bytes a second.")
    n_open = sum(span.end_ms is None for span in spans)
    draft.tell_count(n_open, "1 span has no end.", "{} spans have no end.")
    _tell_of_tabs(text, draft)
    return draft.finished(
        ForeignFormat.CASAA_LEGACY,
        because="It names a sound file, and its rows hold a number, two times and two positions.",
        recordings=[
            CodedRecording(
                session=session, media=media, events=tuple(span.event(rate) for span in spans)
            )
        ],
        codes=_declared(codes),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    start_ms: int
    end_ms: int | None
    start_byte: int | None
    end_byte: int | None
    code: str

    def positions(self) -> Iterator[BytePosition]:
        if self.start_byte is not None:
            yield BytePosition(self.start_byte, self.start_ms // 1000)
        if self.end_byte is not None and self.end_ms is not None:
            yield BytePosition(self.end_byte, self.end_ms // 1000)

    def event(self, rate: int | None) -> ForeignEvent:
        start_ms, end_ms = self.start_ms, self.end_ms
        if rate is not None and self.start_byte is not None:
            start_ms = BytePosition(self.start_byte, 0).at_ms(rate)
        if rate is not None and self.end_byte is not None and end_ms is not None:
            end_ms = BytePosition(self.end_byte, 0).at_ms(rate)
        return ForeignEvent(start_ms=start_ms, end_ms=end_ms, code=self.code)


def _spans(
    text: Text, codes: dict[str, str], draft: Draft
) -> Iterator[tuple[int, int | None, int | None, int | None, str]]:
    for row in rows_of(text):
        if len(row.fields) not in (_N_SPAN, _N_CODED_SPAN):
            what = f"The row has {len(row.fields)} fields and neither 5 nor 7."
            draft.problems.add(what, line=row.line)
            continue
        start_ms = _whole_seconds(row.fields[1], row.line, draft)
        has_end = row.fields[2].casefold() != "null"
        end_ms = _whole_seconds(row.fields[2], row.line, draft) if has_end else None
        coded = row.fields[_N_SPAN:]
        if coded and not _is_code(coded[0], coded[1], row.line, codes, draft):
            continue
        if start_ms is None or (has_end and end_ms is None):
            continue
        if end_ms == 0 and start_ms > 0:
            end_ms = None  # so CACTI writes an end that was never set
        if end_ms is not None and end_ms < start_ms:
            draft.problems.add("The span ends before it begins.", line=row.line)
            continue
        start_byte, end_byte = (_position(field, row.line, draft) for field in row.fields[3:5])
        yield start_ms, end_ms, start_byte, end_byte, folded(coded[1]) if coded else ""


def _whole_seconds(text: str, line: int, draft: Draft) -> int | None:
    ms = draft.clock(text, line=line)
    if ms is not None and ms % 1000:
        draft.problems.add("Times of this generation are whole seconds.", line=line)
        return None
    return ms


def _position(text: str, line: int, draft: Draft) -> int | None:
    if text.casefold() == "null" or text == "-1":
        return None
    if not _POSITION.fullmatch(text) or int(text) < 0:
        draft.problems.add("The position in bytes is not a whole number.", line=line)
        return None
    return int(text)


def _offer(rates: tuple[int, ...], n_times: int) -> str:
    if len(rates) != 1:
        return ""
    return (
        f"{rates[0]} bytes a second fit all {n_times} times; accept that to have times to the "
        "thousandth."
    )


def _opening(text: Text, draft: Draft) -> tuple[str, tuple[Medium, ...]]:
    """Session and medium by the first line."""
    first = text.lines[0]
    if not first.startswith(AUDIO_FILE):
        raise refused(
            draft.file,
            f"The first line does not begin with {AUDIO_FILE}",
            line=1,
            fix="Choose a file as CACTI wrote it.",
        )
    return session_and_media(first.removeprefix(AUDIO_FILE), draft)


def session_and_media(path: str, draft: Draft) -> tuple[str, tuple[Medium, ...]]:
    """Session and medium by the path of the sound; without one the file's name is the session."""
    name = name_in_path(path.strip())
    if not name:
        draft.tell("The file names no sound; the session is called as the file.")
        return draft.file_stem, ()
    return stem(name), (Medium(name=name),)


def _is_code(number: str, code: str, line: int, codes: dict[str, str], draft: Draft) -> bool:
    """Whether number and name are sound and agree with earlier rows; if so they are kept."""
    code = folded(code)
    if not _NUMBER.fullmatch(number) or not code:
        draft.problems.add("The row has no code with a number.", line=line)
        return False
    if codes.setdefault(number, code) != code:
        what = f"Number {number} stands for {quoted(codes[number])} in an earlier row."
        draft.problems.add(what, line=line)
        return False
    return True


def _declared(codes: dict[str, str]) -> list[ForeignCode]:
    return [ForeignCode(code=code, key=number) for number, code in codes.items()]


def _tell_of_tabs(text: Text, draft: Draft) -> None:
    n_rows = sum(bool(_TABS.search(line)) for line in text.lines[1:])
    draft.tell_count(
        n_rows,
        "In 1 row several tabs follow each other; they were taken for one, as CACTI does.",
        "In {} rows several tabs follow each other; they were taken for one, as CACTI does.",
    )
