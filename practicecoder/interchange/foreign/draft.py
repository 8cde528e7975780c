"""Gathers what a reader understands of a file, and everything that it does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.values import (
    CodedRecording,
    ForeignCode,
    ForeignData,
    ForeignItem,
    stem,
)
from practicecoder.interchange.sheet import Problems, refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.times import (
    Resolution,
    TimeError,
    clock_ms,
    decimal_ms,
    seconds_ms,
)

MOST_EVENTS = 200_000
"""Marks that one file may hold."""


class Draft:
    """What was found so far in one file.

    ``problems`` are faults of the file, ``notices`` sentences on what was understood otherwise
    than it stands there, ``resolution`` the finest step of its times. ``byte_rates``: see
    :class:`ForeignData`.
    """

    def __init__(self, content: Content, text: Text | None = None) -> None:
        self.file = content.file
        self.problems = Problems(content.file)
        self.resolution = Resolution()
        self.byte_rates: tuple[int, ...] = ()
        self._digest = content.digest
        self._encoding = text.encoding if text is not None else ""
        self._notices = dict.fromkeys(text.notices if text is not None else ())

    @property
    def file_stem(self) -> str:
        """The file's name without its ending, for files that do not name a session."""
        return stem(self.file)

    def tell(self, notice: str) -> None:
        """Add a sentence, unless it was told before."""
        self._notices[notice] = None

    def tell_count(self, count: int, one: str, many: str) -> None:
        """Tell of a number of things; ``many`` holds ``{}`` for the number. Nothing if none."""
        if count:
            self.tell(one if count == 1 else many.format(count))

    def clock(
        self, text: str, *, line: int | None = None, key: str = "", last_mark: str = ".,"
    ) -> int | None:
        """Milliseconds of a clock time with hours; None, with a problem noted, if it is none."""

        def read() -> int:
            if text.count(":") != (3 if last_mark == ":" else 2):
                raise TimeError("This is not a time with hours, minutes and seconds.")
            return clock_ms(text, last_mark=last_mark)

        ms = self._time(read, line, key)
        if ms is not None:
            self.resolution.see(text.replace(":", ".") if last_mark == ":" else text)
        return ms

    def seconds(
        self, text: str, *, line: int | None = None, key: str = "", exponent: bool = False
    ) -> int | None:
        """Milliseconds of a number of seconds; None, with a problem noted, if it is none."""
        ms = self._time(lambda: seconds_ms(text, may_have_exponent=exponent), line, key)
        if ms is not None:
            self.resolution.see("0.001" if "e" in text.casefold() else text)
        return ms

    def decimal(self, value: object, *, key: str = "") -> int | None:
        """Milliseconds of a number of seconds out of JSON; None, with a problem noted, if none."""

        def read() -> int:
            if not isinstance(value, Decimal):
                raise TimeError("Here should stand a number of seconds.")
            return decimal_ms(value)

        ms = self._time(read, None, key)
        if ms is not None and isinstance(value, Decimal):
            exponent = value.as_tuple().exponent
            self.resolution.see_decimals(-exponent if isinstance(exponent, int) else 3)
        return ms

    def _time(self, read: Callable[[], int], line: int | None, key: str) -> int | None:
        try:
            return read()
        except TimeError as error:
            self.problems.add(str(error), line=line, key=key)
            return None

    def refuse_too_many(self, n_events: int) -> None:
        """Refuse more marks than one file may hold; best asked before they are read one by one.

        Raises
        ------
        ImportedDataError
            If there are more.
        """
        if n_events > MOST_EVENTS:
            raise refused(self.file, f"The file has more than {MOST_EVENTS} marks.")

    def finished(
        self,
        kind: ForeignFormat,
        *,
        because: str,
        version: str = "",
        recordings: Sequence[CodedRecording] = (),
        codes: Sequence[ForeignCode] = (),
        items: Sequence[ForeignItem] = (),
    ) -> ForeignData:
        """Everything that was found.

        A coder who appears twice with one session is a problem, as nothing tells which counts.

        Raises
        ------
        ImportedDataError
            If it is more than one file may hold.
        """
        self.refuse_too_many(sum(len(one.events) for one in recordings))
        self._note_repeats(recordings)
        return ForeignData(
            format=kind,
            version=version,
            because=because,
            recordings=tuple(recordings),
            codes=tuple(codes),
            items=tuple(items),
            notices=tuple(self._notices),
            problems=self.problems.told,
            resolution_ms=self.resolution.step_ms,
            byte_rates=self.byte_rates,
            encoding=self._encoding,
            digest=self._digest,
        )

    def _note_repeats(self, recordings: Sequence[CodedRecording]) -> None:
        seen: set[tuple[str, str | None]] = set()
        for one in recordings:
            key = (one.session, one.coder)
            if key in seen:
                who = f"coder {quoted(one.coder)}" if one.coder is not None else "nobody by name"
                self.problems.add(
                    f"Session {quoted(one.session)} was coded twice by {who}.",
                    fix="Keep one of them.",
                )
            seen.add(key)
