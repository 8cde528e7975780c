"""Finds what a file in another format will not hold of given codings, and says it in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from practicecoder.interchange.foreign.values import CodedRecording, ForeignData, ForeignEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Bytes of a file, and what of the codings they do not hold; one sentence for each kind."""

    data: bytes = field(repr=False)
    loses: tuple[str, ...] = ()


class Losses:
    """Gathers what is lost; each method looks for one kind in all codings."""

    def __init__(self, data: ForeignData) -> None:
        self.sentences: list[str] = []
        self._recordings = data.recordings

    @property
    def _events(self) -> Iterable[ForeignEvent]:
        return (event for one in self._recordings for event in one.events)

    def add(self, count: int, one: str, many: str) -> None:
        """Tell of a number of things; ``many`` holds ``{}`` for the number. Nothing if none."""
        if count:
            self.sentences.append(one if count == 1 else many.format(count))

    def ratings(self) -> None:
        """Ratings, with their reasons."""
        count = sum(len(one.ratings) for one in self._recordings)
        self.add(count, "1 rating is not written.", "{} ratings are not written.")

    def links(self) -> None:
        """Links from marks to ratings."""
        count = sum(len(event.items) for event in self._events)
        self.add(
            count,
            "1 link from a mark to a rating is not written.",
            "{} links from marks to ratings are not written.",
        )

    def session_notes(self) -> None:
        """Notes on the whole session."""
        count = sum(note.at_ms is None for one in self._recordings for note in one.notes)
        self.add(
            count,
            "1 note on the session is not written.",
            "{} notes on the session are not written.",
        )

    def timed_notes(self) -> None:
        """Notes on a moment that belong to no mark."""
        count = sum(note.at_ms is not None for one in self._recordings for note in one.notes)
        self.add(
            count, "1 note on a moment is not written.", "{} notes on moments are not written."
        )

    def coders(self) -> None:
        """Who coded."""
        count = sum(one.coder is not None for one in self._recordings)
        self.add(count, "The coder is not written.", "The coders are not written.")

    def sessions(self) -> None:
        """Names of sessions, for formats that leave them to the name of the file."""
        count = len(self._recordings)
        self.add(
            count,
            "The session is told by the name of the file alone.",
            "The sessions are told by the names of the files alone.",
        )

    def media(self) -> None:
        """Which recordings belong to the codings."""
        count = sum(bool(medium.name) for one in self._recordings for medium in one.media)
        self.add(
            count,
            "The name of the recording is not written.",
            "The names of {} recordings are not written.",
        )

    def lengths(self) -> None:
        """How long recordings are."""
        count = sum(one.length_ms is not None for one in self._recordings)
        self.add(
            count,
            "The length of the recording is not written.",
            "The lengths of {} recordings are not written.",
        )

    def offsets(self) -> None:
        """Where recordings begin that do not begin with the codings."""
        count = sum(medium.offset_ms != 0 for one in self._recordings for medium in one.media)
        self.add(
            count,
            "1 recording begins later than the times, which is not written.",
            "{} recordings begin later than the times, which is not written.",
        )

    def speakers(self) -> None:
        """Who spoke at each mark."""
        count = sum(bool(event.speaker) for event in self._events)
        self.add(
            count,
            "The speaker of 1 mark is not written.",
            "The speakers of {} marks are not written.",
        )

    def notes_of_marks(self) -> None:
        """Notes of marks."""
        count = sum(bool(event.note) for event in self._events)
        self.add(
            count, "The note of 1 mark is not written.", "The notes of {} marks are not written."
        )

    def ends(self) -> None:
        """Ends of spans."""
        count = sum(event.end_ms is not None for event in self._events)
        self.add(
            count, "The end of 1 span is not written.", "The ends of {} spans are not written."
        )

    def empty_spans(self, becomes: str) -> None:
        """Spans that end where they begin."""
        count = sum(event.end_ms == event.start_ms for event in self._events)
        self.add(
            count,
            f"1 span without length becomes {becomes}.",
            f"{{}} spans without length become {becomes}.",
        )

    def uncoded(self) -> None:
        """Marks without a code."""
        count = sum(not event.code for event in self._events)
        self.add(
            count,
            "1 mark without a code is not written.",
            "{} marks without a code are not written.",
        )

    def fine_times(self, step_ms: int) -> None:
        """Times between the steps that the format knows."""
        count = sum(event.start_ms % step_ms != 0 for event in self._events)
        self.add(
            count,
            f"1 time is rounded to {step_ms} ms.",
            f"{{}} times are rounded to {step_ms} ms.",
        )

    def attributes(self) -> None:
        """What the former program told beyond what others know."""
        count = sum(len(event.attributes) for event in self._events)
        count += sum(len(one.attributes) for one in self._recordings)
        self.add(
            count,
            "1 detail that only the former program knows is not written.",
            "{} details that only the former program knows are not written.",
        )

    def written(self, data: bytes | str) -> Written:
        """Bytes with everything that was found to be lost."""
        raw = data.encode() if isinstance(data, str) else data
        return Written(data=raw, loses=tuple(self.sentences))


def the_only(data: ForeignData) -> CodedRecording:
    """Coding of a file that holds one."""
    if len(data.recordings) != 1:
        raise ValueError("the format holds one coding a file")
    return data.recordings[0]


def seconds_text(ms: int, *, places: int = 3) -> str:
    """Seconds with so many decimals.

    Examples
    --------
    >>> seconds_text(2_400), seconds_text(67_100, places=6)
    ('2.400', '67.100000')
    """
    return f"{ms // 1000}.{ms % 1000:03}".ljust(places - 3 + len(f"{ms // 1000}.000"), "0")
