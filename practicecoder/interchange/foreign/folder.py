"""Reads a folder of other programs' files as one body of codings: an archive, as labs keep it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath

from practicecoder.codebook.faults import quoted
from practicecoder.errors import ImportedDataError, Problem
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.reading import read_foreign
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    CodedRecording,
    ForeignCode,
    ForeignData,
    ForeignEvent,
    ForeignItem,
    ForeignRating,
    Hints,
)
from practicecoder.interchange.sheet import refused

MOST_FILES = 20_000
SOUND_ENDINGS = frozenset({".wav", ".mp3", ".m4a", ".mp4", ".flac", ".ogg", ".wma", ".aac"})
KEPT_BY_CACTI = ".casaa.txt.bak"
"""Ending of the text file that CACTI 0.80 keeps when it turns one into a database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file of the folder. ``place`` is its path in it; ``data`` None if it could not be read.

    ``problems`` are why it could not be read, or what is wrong in it.
    """

    place: PurePosixPath
    data: ForeignData | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderOfCodings:
    """All files of a folder, and what they hold together.

    ``recordings`` join what several files tell of one session and coder: CACTI keeps codes and
    ratings apart. ``sounds`` are recordings in the folder, ``notices`` what was left out.
    """

    files: tuple[FoundFile, ...]
    recordings: tuple[CodedRecording, ...] = ()
    codes: tuple[ForeignCode, ...] = ()
    items: tuple[ForeignItem, ...] = ()
    sounds: tuple[PurePosixPath, ...] = ()
    notices: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def sessions(self) -> tuple[str, ...]:
        """Sessions, each once, in order of their names."""
        return tuple(sorted({one.session for one in self.recordings}))

    @property
    def coders(self) -> tuple[str, ...]:
        """Coders that are named, each once, in order."""
        return tuple(sorted({one.coder for one in self.recordings if one.coder is not None}))

    def as_data(self) -> ForeignData:
        """All of it as if it came from one file, of the format that most files have."""
        data = [file.data for file in self.files if file.data is not None]
        formats = Counter(one.format for one in data)
        steps = [one.resolution_ms for one in data if one.resolution_ms is not None]
        notices = [f"{f.place}: {told}" for f in self.files if f.data for told in f.data.notices]
        return ForeignData(
            format=formats.most_common(1)[0][0],
            because=f"Most of its {len(self.files)} files are of this kind.",
            recordings=self.recordings,
            codes=self.codes,
            items=self.items,
            notices=(*self.notices, *notices),
            problems=self.problems,
            resolution_ms=max(steps, default=None),
        )


def read_folder(
    folder: Path,
    *,
    hints: Hints = NO_HINTS,
    folders_are_coders: bool = False,
    only: Collection[str] | None = None,
) -> FolderOfCodings:
    """Read every file in a folder and in the folders in it.

    Parameters
    ----------
    hints
        What a person knows about all of the files.
    folders_are_coders
        Whether the folder that a file lies in names its coder, where the file names none.
    only
        Names of files in the folder that alone are read, beside recordings; None: every file.

    Raises
    ------
    ImportedDataError
        If it is no folder, holds too many files, or nothing that can be read.
    """
    places = _places(folder) if only is None else _chosen(folder, only)
    sounds = [place for place in places if place.suffix.casefold() in SOUND_ENDINGS]
    kept = [place for place in places if _is_kept_copy(place, places)]
    aside = {*sounds, *kept}
    settings = [_read(folder, place, hints) for place in places if place.suffix == ".xml"]
    hints = _with_default(hints, settings)
    files = [_read(folder, place, hints) for place in places if place not in aside]
    if not any(file.data is not None for file in files):
        raise refused(folder.name, "The folder holds no file of a program that is read.")
    notices = [f"{place} was left out: it is what CACTI keeps of an older file." for place in kept]
    unread = [file for file in files if file.data is None]
    joined = _Joined(files, folders_are_coders=folders_are_coders)
    return FolderOfCodings(
        files=tuple(files),
        recordings=joined.recordings(),
        codes=joined.codes,
        items=joined.items,
        sounds=tuple(sounds),
        notices=(*notices, *joined.notices),
        problems=(
            *(problem for file in unread for problem in file.problems),
            *(problem for file in files if file.data is not None for problem in file.problems),
            *joined.problems,
        ),
    )


def _places(folder: Path) -> list[PurePosixPath]:
    if not folder.is_dir():
        raise refused(folder.name, "There is no such folder.")
    try:
        found = [
            PurePosixPath(path.relative_to(folder).as_posix())
            for path in islice(folder.rglob("*"), MOST_FILES * 2)
            if path.is_file() and not path.name.startswith(".")
        ]
    except OSError as error:
        raise refused(folder.name, f"The folder cannot be read: {error.strerror}.") from error
    if len(found) > MOST_FILES:
        raise refused(folder.name, f"The folder holds more than {MOST_FILES} files.")
    return sorted(found)


def _chosen(folder: Path, only: Collection[str]) -> list[PurePosixPath]:
    """Files that were chosen, and recordings beside them."""
    try:
        beside = [path.name for path in folder.iterdir() if path.is_file()]
    except OSError as error:
        raise refused(folder.name, f"The folder cannot be read: {error.strerror}.") from error
    sounds = {one for one in beside if PurePosixPath(one).suffix.casefold() in SOUND_ENDINGS}
    return sorted(map(PurePosixPath, {*only, *sounds}))


def _is_kept_copy(place: PurePosixPath, places: Sequence[PurePosixPath]) -> bool:
    name = place.name
    if not name.casefold().endswith(KEPT_BY_CACTI):
        return False
    return place.with_name(name[: -len(".txt.bak")]) in places


def _read(folder: Path, place: PurePosixPath, hints: Hints) -> FoundFile:
    try:
        data = read_foreign(folder / place, hints=hints, lenient=True)
    except ImportedDataError as error:
        return FoundFile(place=place, problems=_placed(error.problems, place))
    return FoundFile(place=place, data=data, problems=_placed(data.problems, place))


def _with_default(hints: Hints, settings: Sequence[FoundFile]) -> Hints:
    """Hints with the default of ratings, if configurations give one and the same to all."""
    found = {item.default for file in settings if file.data for item in file.data.items}
    default = next(iter(found)) if len(found) == 1 else None
    return hints if hints.default_rating is not None else replace(hints, default_rating=default)


def _placed(problems: Iterable[Problem], place: PurePosixPath) -> tuple[Problem, ...]:
    return tuple(replace(problem, file=str(place)) for problem in problems)


class _Joined:
    """Joins what the files hold."""

    def __init__(self, files: Sequence[FoundFile], *, folders_are_coders: bool) -> None:
        self.notices: list[str] = []
        self.problems: list[Problem] = []
        self._folders_are_coders = folders_are_coders
        self._files = list(self._without_doubles(files))
        data = [file.data for file in self._files if file.data is not None]
        settings = [one for one in data if one.format is ForeignFormat.CACTI_CONFIG]
        rest = [one for one in data if one.format is not ForeignFormat.CACTI_CONFIG]
        declared = [*settings, *rest]
        self.codes = tuple({c.code: c for one in reversed(declared) for c in one.codes}.values())
        self.items = tuple({i.item: i for one in reversed(declared) for i in one.items}.values())
        self._speakers = {c.code: c.speaker for one in settings for c in one.codes}
        self._defaults = {i.item: i.default for one in settings for i in one.items}

    def recordings(self) -> tuple[CodedRecording, ...]:
        groups: dict[tuple[str, str | None], list[tuple[FoundFile, CodedRecording]]] = {}
        for file in self._files:
            for one in file.data.recordings if file.data is not None else ():
                coder = one.coder if one.coder is not None else self._coder_of(file)
                groups.setdefault((one.session, coder), []).append((file, one))
        return tuple(
            self._settled(self._join(session, coder, parts))
            for (session, coder), parts in sorted(
                groups.items(), key=lambda group: (group[0][0], group[0][1] or "")
            )
        )

    def _without_doubles(self, files: Sequence[FoundFile]) -> Iterator[FoundFile]:
        seen: dict[str, PurePosixPath] = {}
        for file in files:
            digest = file.data.digest if file.data is not None else ""
            if digest and digest in seen:
                self.notices.append(f"{file.place} is the same file as {seen[digest]}.")
                continue
            seen[digest] = file.place
            yield file

    def _coder_of(self, file: FoundFile) -> str | None:
        folder = file.place.parent.name
        return folder if self._folders_are_coders and folder else None

    def _join(
        self,
        session: str,
        coder: str | None,
        parts: Sequence[tuple[FoundFile, CodedRecording]],
    ) -> CodedRecording:
        """One coding out of the files that hold parts of it; two that hold the same are a fault.

        Uncoded spans give way to coded marks: CACTI parsed a session first and coded it then.
        """
        coded = [part for part in parts if any(event.code for event in part[1].events)]
        uncoded = [part for part in parts if part[1].events]
        rated = [part for part in parts if part[1].ratings]
        marked = coded or uncoded
        for what, several in (("marks", marked), ("ratings", rated)):
            if len(several) > 1:
                self._add_double(what, session, coder, [file.place for file, _ in several])
        first = parts[0][1]
        return replace(
            first,
            session=session,
            coder=coder,
            media=next((one.media for _, one in parts if one.media), ()),
            events=marked[0][1].events if marked else (),
            ratings=rated[0][1].ratings if rated else (),
            notes=tuple(dict.fromkeys(note for _, one in parts for note in one.notes)),
            attributes={k: v for _, one in parts for k, v in one.attributes.items()},
        )

    def _add_double(
        self, what: str, session: str, coder: str | None, places: Sequence[PurePosixPath]
    ) -> None:
        who = f" by coder {quoted(coder)}" if coder is not None else ""
        self.problems.append(
            Problem(
                what=f"The {what} of session {quoted(session)}{who} stand in several files: "
                f"{', '.join(map(str, places))}. The first was taken.",
                fix="Keep one, or let folders name the coders.",
            )
        )

    def _settled(self, one: CodedRecording) -> CodedRecording:
        """Coding with speakers and defaults as the configurations tell."""
        return replace(
            one,
            events=tuple(_spoken(event, self._speakers) for event in one.events),
            ratings=tuple(_marked(rating, self._defaults) for rating in one.ratings),
        )


def _spoken(event: ForeignEvent, speakers: Mapping[str, str]) -> ForeignEvent:
    return event if event.speaker else replace(event, speaker=speakers.get(event.code, ""))


def _marked(rating: ForeignRating, defaults: Mapping[str, int | None]) -> ForeignRating:
    default = defaults.get(rating.item)
    if default is None:
        return rating
    return replace(rating, may_be_default=rating.value == str(default))
