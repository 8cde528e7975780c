"""Codings of other programs in one neutral form; everything is text until somebody maps it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from practicecoder.errors import Problem
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.transcripts.forms import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A recording as the file names it: its name without the folder, which may hold names.

    The name is empty where the file tells only a length. ``offset_ms`` is where it begins on the
    time line of the codings, negative if before it; ``length_ms`` is None where the file does not
    tell.
    """

    name: str
    offset_ms: int = 0
    length_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignEvent:
    """A mark: a moment, or a span if it has an end.

    ``code`` is empty where the file parts the talk without coding it. ``items`` are ratings that
    the mark is evidence for. ``track`` is the file's tier, column or player. ``attributes`` keep
    what else the file tells, under its own names.
    """

    start_ms: int
    end_ms: int | None = None
    code: str = ""
    speaker: str = ""
    note: str = field(default="", repr=False)
    items: tuple[str, ...] = ()
    track: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignRating:
    """A rating as it is written. ``value`` is None where the file holds none.

    ``may_be_default``: the program fills this value in by itself, so it may be no judgement.
    """

    item: str
    value: str | None
    reason: str = ""
    may_be_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignNote:
    """Free text on the session, or on the moment ``at_ms``."""

    text: str = field(repr=False)
    at_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedRecording:
    """What one coder gave one session. ``coder`` is None where the file names nobody."""

    session: str
    coder: str | None = None
    media: tuple[Medium, ...] = ()
    events: tuple[ForeignEvent, ...] = ()
    ratings: tuple[ForeignRating, ...] = ()
    notes: tuple[ForeignNote, ...] = field(default=(), repr=False)
    attributes: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def length_ms(self) -> int | None:
        """Where the last medium ends, if the file tells its length."""
        ends = [m.offset_ms + m.length_ms for m in self.media if m.length_ms is not None]
        return max(ends, default=None)

    @property
    def last_ms(self) -> int:
        """End of the last mark or of the recording, whichever is later."""
        ends = [max(event.start_ms, event.end_ms or 0) for event in self.events]
        ends += [note.at_ms or 0 for note in self.notes]
        return max([self.length_ms or 0, *ends])


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignCode:
    """A code that the file declares. ``key`` is the number or key that stands for it there."""

    code: str
    speaker: str = ""
    key: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignItem:
    """A rated item that the file declares; bounds and default are None where it gives none."""

    item: str
    label: str = ""
    key: str = ""
    minimum: int | None = None
    maximum: int | None = None
    default: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignData:
    """A file of another program, understood.

    ``version`` is the generation or version of the format, empty where it has none. ``because``
    says how it was recognised, ``notices`` what was not taken over as it stands, in sentences.
    ``problems`` are faults of the file; what they concern is left out. ``resolution_ms`` is the
    finest step of its times, None without times. ``byte_rates`` are numbers of bytes a second
    that would make whole seconds finer. ``digest`` is the SHA-256 of the file.
    """

    format: ForeignFormat
    version: str = ""
    because: str = ""
    recordings: tuple[CodedRecording, ...] = ()
    codes: tuple[ForeignCode, ...] = ()
    items: tuple[ForeignItem, ...] = ()
    notices: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    resolution_ms: int | None = None
    byte_rates: tuple[int, ...] = ()
    encoding: str = ""
    digest: str = ""

    @property
    def sessions(self) -> tuple[str, ...]:
        """Sessions in the file's order, each once."""
        return tuple(dict.fromkeys(one.session for one in self.recordings))

    @property
    def coders(self) -> tuple[str, ...]:
        """Coders that the file names, each once."""
        found = (one.coder for one in self.recordings)
        return tuple(dict.fromkeys(coder for coder in found if coder is not None))

    @property
    def speakers(self) -> tuple[str, ...]:
        """Words for speakers in the marks, each once, without the empty one."""
        return _once(event.speaker for one in self.recordings for event in one.events)

    @property
    def used_codes(self) -> tuple[str, ...]:
        """Codes in the marks, each once, without the empty one."""
        return _once(event.code for one in self.recordings for event in one.events)

    @property
    def rated_items(self) -> tuple[str, ...]:
        """Items of the ratings, each once."""
        return _once(rating.item for one in self.recordings for rating in one.ratings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a person tells about a file because the file does not.

    ``codes`` are known codes, which part a label's code from its note. ``bytes_per_second``
    turns positions in bytes into times. ``default_rating`` is the value that the program fills
    in; None: unknown.
    """

    codes: Collection[str] | None = None
    bytes_per_second: int | None = None
    default_rating: int | None = None


NO_HINTS = Hints()


def several_lines(text: str) -> str:
    """Text whose lines are each tidied, without empty lines around it."""
    return "\n".join(folded(line) for line in text.split("\n")).strip()


def name_in_path(path: str) -> str:
    r"""Last part of a path of any system.

    Examples
    --------
    >>> name_in_path("C:\\audio\\HF-0042.wav"), name_in_path("file:///./HF-0042.wav")
    ('HF-0042.wav', 'HF-0042.wav')
    """
    return folded(path.replace("\\", "/").rstrip("/").rpartition("/")[2])


def stem(name: str) -> str:
    """Name without its ending.

    Examples
    --------
    >>> stem("HF-0042.wav"), stem("HF.0042"), stem(".wav")
    ('HF-0042', 'HF.0042', '.wav')
    """
    head, _, ending = name.rpartition(".")
    return (
        head if head and ending.isascii() and ending.isalnum() and not ending.isdigit() else name
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
