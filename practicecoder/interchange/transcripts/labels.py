"""Finds speakers written before the words, as in "Name: text", without taking speech for names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from practicecoder.interchange.transcripts.forms import RawLine, folded
from practicecoder.interchange.transcripts.names import (
    MOST_NAME_CHARACTERS,
    begins_sentence,
    looks_like_name,
)
from practicecoder.interchange.transcripts.roles import is_role_word

_LABEL = re.compile(r"(?:>>+\s*)?(?P<name>[^:]{1,120}?)\s?:(?:\s+(?P<text>.*))?", re.DOTALL)
_CHEVRONS = re.compile(r">>+\s*")
_MOST_LINES_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Rows of talk that share one time. ``speaker`` is None where only a label can tell it.

    ``line`` is where it stands in the file, from 1.
    """

    start_ms: int | None
    end_ms: int | None = None
    speaker: str | None = None
    rows: tuple[str, ...] = field(repr=False)
    line: int


def label_of(row: str) -> tuple[str, str] | None:
    """Words before the first colon and the talk behind it; None without such a beginning."""
    match = _LABEL.fullmatch(row)
    if match is None:
        return None
    name = folded(match["name"])
    return (name, match["text"] or "") if name else None


class Labels:
    """Which beginnings of rows name speakers, judged over the whole file.

    A beginning that looks like a name counts if the file labels its talk at all: most passages
    begin so, one such beginning comes twice, or one is a role such as "Worker". Others, such as
    long names or names in small letters, count if they come twice and begin no sentence.
    """

    def __init__(self, rows: Iterable[str]) -> None:
        rows = list(rows)
        found = Counter(label[0] for label in map(label_of, rows) if label)
        named = {name: n for name, n in found.items() if looks_like_name(name)}
        is_labelled = (
            sum(named.values()) * 2 > len(rows)
            or any(n > 1 for n in named.values())
            or any(is_role_word(name) for name in named)
        )
        often = {name for name, n in found.items() if n > 1 and _may_be_name(name)}
        self._names = frozenset(often | (set(named) if is_labelled else set()))
        self.is_used = bool(self._names)

    def split(self, row: str) -> tuple[str | None, str]:
        """Speaker and talk of a row; the speaker is None if the row begins with no label."""
        label = label_of(row)
        if label is not None and label[0] in self._names:
            return label
        if _CHEVRONS.match(row):  # captions mark a change of speaker so
            return "", _CHEVRONS.sub("", row, count=1)
        return None, row

    def is_doubtful(self, row: str) -> bool:
        """Whether a row begins with something that looks like a name and was taken for talk."""
        label = label_of(row)
        return label is not None and label[0] not in self._names and looks_like_name(label[0])


def _may_be_name(name: str) -> bool:
    if begins_sentence(name):
        return False
    has_letter = any(character.isalpha() for character in name)
    if len(name) > MOST_NAME_CHARACTERS:
        return has_letter and not name.startswith(("http", "www"))
    return has_letter and len(name.split()) == 1 and name.casefold() not in ("http", "https")


def split_passages(passages: Sequence[Passage]) -> tuple[tuple[RawLine, ...], tuple[str, ...]]:
    """Turn passages into lines, one for each voice in a passage, and tell what was doubtful."""
    open_rows = [row for p in passages if p.speaker is None for row in p.rows]
    labels = Labels(open_rows)
    lines: list[RawLine] = []
    doubtful: list[int] = []
    n_voices: Counter[int] = Counter()
    for passage in passages:
        voices = _voices(passage, labels)
        n_voices[passage.line] += len(voices)
        lines += voices
        if passage.speaker is None and any(map(labels.is_doubtful, passage.rows)):
            doubtful.append(passage.line)
    n_shared = sum(n > 1 for n in n_voices.values())
    n_empty = sum(not n for n in n_voices.values())
    notices = (*doubt_notice(doubtful), *_shared_notice(n_shared), *_empty_notice(n_empty))
    return tuple(lines), notices


def _voices(passage: Passage, labels: Labels) -> list[RawLine]:
    turns: list[tuple[str, list[str]]] = [(passage.speaker or "", [])]
    for row in passage.rows:
        speaker, text = (None, row) if passage.speaker is not None else labels.split(row)
        if speaker is not None:
            turns.append((speaker, []))
        turns[-1][1].append(text)
    return [
        RawLine(
            start_ms=passage.start_ms, end_ms=passage.end_ms, speaker=folded(speaker), text=text
        )
        for speaker, rows in turns
        if (text := folded(" ".join(rows)))
    ]


def doubt_notice(lines: Sequence[int]) -> tuple[str, ...]:
    """Tell where words before a colon were taken for talk although they look like a name."""
    if not lines:
        return ()
    places = ", ".join(map(str, lines[:_MOST_LINES_TOLD]))
    more = " and others" if len(lines) > _MOST_LINES_TOLD else ""
    word = "line" if len(lines) == 1 else "lines"
    notice = (
        f"Words before a colon in {word} {places}{more} were taken for talk, not for a speaker. "
        "Check that they are no name."
    )
    return (notice,)


def _shared_notice(n_shared: int) -> tuple[str, ...]:
    if not n_shared:
        return ()
    what = "1 cue holds" if n_shared == 1 else f"{n_shared} cues hold"
    return (f"{what} several voices; each voice has the time of the whole cue.",)


def _empty_notice(n_empty: int) -> tuple[str, ...]:
    if not n_empty:
        return ()
    what = "1 cue has" if n_empty == 1 else f"{n_empty} cues have"
    return (f"{what} no words and gave no line.",)
