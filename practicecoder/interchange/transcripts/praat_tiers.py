"""Takes a Praat TextGrid apart, long or short: only numbers, quoted texts and flags count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from practicecoder.interchange.sheet import Problems
from practicecoder.interchange.transcripts.times import Resolution, TimeError, seconds_ms

MOST_IN_TIER = 800_000
AS_TEXT = "Save it in Praat with Save as text file."

_TOKEN = re.compile(
    r'(?P<text>"(?:[^"]|"")*+")|(?P<open>")|(?P<note>![^\n]*)|(?P<flag><[a-z]+>)'
    r"|(?P<number>[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?s?(?=\s|$))|(?P<word>[^\s\"]+)",
    re.ASCII,
)
_MOST_TIERS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """An interval, or a point if ``end_ms`` is None; ``text`` as it stands there."""

    start_ms: int
    end_ms: int | None
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PraatTier:
    """A tier of intervals or of points."""

    name: str
    has_points: bool
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextGrid:
    """All tiers, where they end (None: not to be read), and the finest step of the times."""

    tiers: tuple[PraatTier, ...]
    end_ms: int | None
    resolution_ms: int | None


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    value: str = field(repr=False)
    line: int


class _WrongError(Exception):
    """The file does not go on as it should; nothing after this can be trusted."""

    def __init__(self, what: str, line: int | None) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


def read_tiers(text: str, problems: Problems) -> TextGrid:
    """Take a TextGrid apart; what is not sound is noted and left out.

    Where the file stops making sense, that is noted and there are no tiers.
    """
    reader = _Reader(text, problems)
    try:
        tiers = reader.read()
    except _WrongError as error:
        problems.add(error.what, line=error.line, fix=AS_TEXT)
        tiers = []
    return TextGrid(
        tiers=tuple(tiers), end_ms=reader.end_ms, resolution_ms=reader.resolution.step_ms
    )


def _tokens(text: str) -> Iterator[_Token]:
    line, at = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        match match.lastgroup:
            case "text":
                yield _Token("text", match["text"][1:-1].replace('""', '"'), line)
            case "number" | "flag" as kind:
                yield _Token(kind, match[0], line)
            case "open":
                raise _WrongError("A text in quotation marks has no end.", line)


class _Reader:
    def __init__(self, text: str, problems: Problems) -> None:
        self.resolution = Resolution()
        self.end_ms: int | None = None
        self._tokens = _tokens(text)
        self._problems = problems
        self._line: int | None = None

    def read(self) -> list[PraatTier]:
        kind = self._next("text")
        if "chronological" in kind:
            raise _WrongError("This is a chronological TextGrid.", self._line)
        if not kind.startswith("ooTextFile") or self._next("text") != "TextGrid":
            raise _WrongError("This is no TextGrid.", self._line)
        self._time()
        self.end_ms = self._time()
        if self._next("flag") != "<exists>":
            return []
        tiers = [self._tier(number) for number in range(1, self._count(_MOST_TIERS) + 1)]
        if next(self._tokens, None) is not None:
            raise _WrongError("There is more in the file than its tiers.", self._line)
        return tiers

    def _tier(self, number: int) -> PraatTier:
        kind = self._next("text")
        name = self._next("text")
        self._time(), self._time()
        count = self._count(MOST_IN_TIER)
        if kind not in ("TextTier", "IntervalTier"):
            raise _WrongError("A tier is neither of intervals nor of points.", self._line)
        has_points = kind == "TextTier"
        found = self._points(count) if has_points else self._intervals(number, count)
        return PraatTier(name=name, has_points=has_points, stretches=tuple(found))

    def _points(self, count: int) -> Iterator[Stretch]:
        for _ in range(count):
            at_ms, text = self._time(), self._next("text")
            if at_ms is not None:
                yield Stretch(start_ms=at_ms, end_ms=None, text=text)

    def _intervals(self, tier: int, count: int) -> Iterator[Stretch]:
        before: int | None = None
        for number in range(1, count + 1):
            start_ms, end_ms, text = self._time(), self._time(), self._next("text")
            key = f"tier {tier}, interval {number}"
            if start_ms is None or end_ms is None:
                continue
            if end_ms < start_ms:
                self._add("The interval ends before it begins.", key)
            elif before is not None and start_ms != before:
                lies = "overlaps" if start_ms < before else "leaves a hole after"
                self._add(f"The interval {lies} the one before.", key)
            else:
                yield Stretch(start_ms=start_ms, end_ms=end_ms, text=text)
            before = end_ms

    def _next(self, kind: str) -> str:
        token = next(self._tokens, None)
        if token is None:
            raise _WrongError("The file ends early.", self._line)
        self._line = token.line
        if token.kind != kind:
            wanted = {"text": "a text in quotation marks", "number": "a number"}.get(
                kind, "a flag"
            )
            raise _WrongError(f"Here should stand {wanted}.", token.line)
        return token.value

    def _time(self) -> int | None:
        """Read the next time; None if it is no time, which is then noted."""
        text = self._next("number").removesuffix("s")
        try:
            ms = seconds_ms(text, may_have_exponent=True)
        except TimeError as error:
            self._problems.add(str(error), line=self._line)
            return None
        self.resolution.see(text if "e" not in text.casefold() else "0.001")
        return ms

    def _count(self, most: int) -> int:
        text = self._next("number")
        if not text.isdecimal() or len(text) > 9:
            raise _WrongError("Here should stand how many follow.", self._line)
        if int(text) > most:
            raise _WrongError(f"More than {most} are too many.", self._line)
        return int(text)

    def _add(self, what: str, key: str) -> None:
        self._problems.add(what, line=self._line, key=key)
