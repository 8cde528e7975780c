"""Reads the JSON of speech recognition: openai-whisper, WhisperX and whisper.cpp."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from practicecoder.interchange.sheet import Problems, refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import (
    MOST_LINES,
    RawLine,
    Understood,
    folded,
    repeated_text_notice,
)
from practicecoder.interchange.transcripts.markup import Json, parse_json
from practicecoder.interchange.transcripts.times import Resolution, TimeError, decimal_ms

_CPP_SPEAKER = re.compile(r"\s*\((?P<name>speaker [0-9?]{1,2})\)\s*(?P<text>.*)", re.DOTALL)


def read_whisper(content: Content, text: Text) -> Understood:
    """Read segments; words inside them are not looked at.

    Raises
    ------
    ImportedDataError
        With every segment that is not sound.
    """
    document = parse_json(text.text, file=content.file)
    document = document if isinstance(document, dict) else {}
    of_cpp = isinstance(document.get("transcription"), list)
    segments = document.get("transcription" if of_cpp else "segments")
    if not isinstance(segments, list):
        raise refused(
            content.file,
            'The JSON has no list "segments" or "transcription".',
            fix="Choose a file that Whisper wrote.",
        )
    if len(segments) > MOST_LINES:
        raise refused(content.file, f"The transcript has more than {MOST_LINES} segments.")
    problems = Problems(content.file)
    resolution = Resolution()
    lines = tuple(_lines(segments, problems, resolution, of_cpp=of_cpp))
    problems.stop_if_any()
    if not lines:
        raise refused(content.file, "There is no segment with words.")
    program = "whisper.cpp" if of_cpp else "Whisper"
    key = "transcription" if of_cpp else "segments"
    return Understood(
        lines=lines,
        because=f'It is JSON with a list "{key}", as {program} writes it.',
        notices=repeated_text_notice(lines),
        resolution_ms=resolution.step_ms,
    )


def _lines(
    segments: list[Json], problems: Problems, resolution: Resolution, *, of_cpp: bool
) -> Iterator[RawLine]:
    for number, segment in enumerate(segments, start=1):
        key = f"segment {number}"
        if not isinstance(segment, dict) or not isinstance(segment.get("text"), str):
            problems.add("The segment has no text.", key=key)
            continue
        try:
            start_ms, end_ms = _span(segment, resolution, of_cpp=of_cpp)
        except TimeError as error:
            problems.add(str(error), key=key)
            continue
        speaker, text = _voice(segment, of_cpp=of_cpp)
        if text:
            yield RawLine(start_ms=start_ms, end_ms=end_ms, speaker=speaker, text=text)


def _span(
    segment: Mapping[str, Json], resolution: Resolution, *, of_cpp: bool
) -> tuple[int | None, int | None]:
    if of_cpp:
        offsets = segment.get("offsets")
        if not isinstance(offsets, dict):
            raise TimeError("The segment has no offsets.")
        times = [_ms(offsets.get(key), -3, resolution) for key in ("from", "to")]
    else:
        times = [_ms(segment.get(key), 0, resolution) for key in ("start", "end")]
    start_ms, end_ms = times
    if start_ms is not None and end_ms is not None and end_ms < start_ms:
        raise TimeError("The segment ends before it begins.")
    return start_ms, end_ms if start_ms is not None else None


def _ms(value: Json, shift: int, resolution: Resolution) -> int | None:
    """Milliseconds of a number whose point is ``shift`` places off seconds; None for none."""
    if value is None:
        return None
    if not isinstance(value, Decimal):
        raise TimeError("The time is not a number.")
    exponent = value.as_tuple().exponent
    resolution.see_decimals(-exponent - shift if isinstance(exponent, int) else 0)
    return decimal_ms(value.scaleb(shift))


def _voice(segment: Mapping[str, Json], *, of_cpp: bool) -> tuple[str, str]:
    text = str(segment["text"])
    match = _CPP_SPEAKER.fullmatch(text) if of_cpp else None
    if match is not None:
        return folded(match["name"]), folded(match["text"])
    speaker = segment.get("speaker")
    return folded(speaker) if isinstance(speaker, str) else "", folded(text)
