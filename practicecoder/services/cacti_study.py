"""A study of its own out of a CACTI archive: read, show what was understood, then make it."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.codebook.loader import parse_codebook
from practicecoder.codebook.model import Codebook
from practicecoder.domain.ids import CoderId
from practicecoder.errors import CodebookError, ImportedDataError, Problem
from practicecoder.interchange.codings_mapping import CodingsMapping, Defaults
from practicecoder.interchange.foreign.cacti_codebook import CactiCodebook, cacti_codebook
from practicecoder.interchange.foreign.folder import FolderOfCodings, read_folder
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    ForeignCode,
    ForeignItem,
    Hints,
)
from practicecoder.services.foreign_import import CodingsPreview, Known, codings_preview
from practicecoder.services.import_summary import ImportSummary
from practicecoder.services.session_import import Progress

if TYPE_CHECKING:
    from practicecoder.services.context import StudyServices

CACTI = frozenset(
    {
        ForeignFormat.CACTI_CONFIG,
        ForeignFormat.CASAA_SQLITE,
        ForeignFormat.CASAA_TEXT,
        ForeignFormat.CASAA_LEGACY,
        ForeignFormat.CACTI_GLOBALS,
        ForeignFormat.CACTI_CODELIST,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveChoices:
    """What a person says about an archive.

    ``coder`` stands in where nothing names one; ``coders`` and ``sessions`` are codes of the study
    by the archive's own words. ``defaults`` None: nobody decided what ratings are that CACTI may
    have filled in.
    """

    codebook_id: str = "cacti"
    title: str = "CACTI archive"
    coder: str = ""
    coders: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    defaults: Defaults | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePreview:
    """What a study of the archive would be; it can be made if there is no problem.

    ``understood`` counts the archive's files by their kind, in words. ``codebook`` is None where
    none can be made of it. ``codings`` is what the study would hold.
    """

    folder: Path
    understood: tuple[str, ...]
    codebook: Codebook | None
    codings: CodingsPreview | None
    notices: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def sentence(self) -> str:
        """Say in one sentence what would be made."""
        if self.codebook is None or self.codings is None:
            return "No study can be made of it yet."
        book = self.codebook
        found = self.codings.sentence().removesuffix("; changes nothing that is there.")
        return (
            f"A study with a codebook of {len(book.counts)} codes and {len(book.dimensions)} "
            f"rated dimensions. {found.removesuffix('.')}."
        )


def read_archive(
    folder: Path, *, folders_are_coders: bool = False, hints: Hints = NO_HINTS
) -> FolderOfCodings:
    """Read every file of an archive; ``hints`` are what a person knows about all of them.

    Raises
    ------
    ImportedDataError
        If it holds nothing that CACTI wrote.
    """
    found = read_folder(folder, hints=hints, folders_are_coders=folders_are_coders)
    if not any(file.data is not None and file.data.format in CACTI for file in found.files):
        what = "The folder holds no file of CACTI."
        fix = "Make a study first, and import codings of other programs into it."
        raise ImportedDataError([Problem(what=what, fix=fix, file=folder.name)])
    return found


def preview_archive(
    folder: Path, found: FolderOfCodings, choices: ArchiveChoices
) -> ArchivePreview:
    """Tell what study would be made of an archive; nothing is written."""
    made = cacti_codebook(
        _codes(found),
        _items(found),
        codebook_id=choices.codebook_id,
        title=choices.title,
        used=found.as_data().used_codes,
        zero_is_unrated=choices.defaults is Defaults.NOT_YET_RATED,
    )
    understood, problems = tuple(_understood(found)), list(made.problems)
    book = _parsed(made, choices, problems)
    if book is None:
        return ArchivePreview(
            folder=folder,
            understood=understood,
            codebook=None,
            codings=None,
            notices=made.notices,
            problems=(*found.problems, *problems),
        )
    codings = codings_preview(folder, found, _mapping(found, made, choices), book, Known())
    if not codings.codings and not codings.problems:
        what = "The archive holds no coding of a session."
        problems.append(Problem(what=what, fix="Choose the folder with the .casaa files."))
    return ArchivePreview(
        folder=folder,
        understood=understood,
        codebook=book,
        codings=codings,
        notices=(*made.notices, *codings.notices),
        problems=(*problems, *codings.problems),
    )


def make_study(  # noqa: PLR0913 - all that a study is made of
    preview: ArchivePreview,
    path: Path,
    *,
    title: str,
    lead: CoderId,
    passphrase: str | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[StudyServices, ImportSummary]:
    """Make the study that a preview shows, with all of the archive in it, or nothing.

    Raises
    ------
    ImportedDataError
        With the problems of the preview, or those of recordings.
    StudyExistsError, StudyLocationError, WeakPassphraseError, NotAllowedError
        As for any new study.
    """
    from practicecoder.services.studies import create_study

    if preview.problems or preview.codebook is None or preview.codings is None:
        raise ImportedDataError(preview.problems)
    was_there = path.exists()
    services = create_study(
        path, title=title, codebook=preview.codebook, lead=lead, passphrase=passphrase
    )
    try:
        known = {person.coder_id for person in services.people.coders()}
        fresh = tuple(one for one in preview.codings.new_coders if one not in known)
        codings = replace(preview.codings, new_coders=fresh)
        summary = services.importing.codings.accept(
            codings, actor=lead, progress=progress, cancelled=cancelled
        )
    except BaseException:
        services.close()
        _take_away(path, keep_folder=was_there)
        raise
    return services, summary


def _take_away(path: Path, *, keep_folder: bool) -> None:
    """Remove a study that was begun this moment; its folder was empty before or not there."""
    if not keep_folder:
        shutil.rmtree(path, ignore_errors=True)
        return
    for inside in path.iterdir():
        if inside.is_dir():
            shutil.rmtree(inside, ignore_errors=True)
        else:
            inside.unlink(missing_ok=True)


def _codes(found: FolderOfCodings) -> list[ForeignCode]:
    """Codes in the order of the configuration, then those that only other files or marks have."""
    known = {code.code: code for code in found.codes}
    configured = (
        code.code
        for file in found.files
        if file.data is not None and file.data.format is ForeignFormat.CACTI_CONFIG
        for code in file.data.codes
    )
    declared = {name: known[name] for name in dict.fromkeys([*configured, *known])}
    for one in found.recordings:
        for event in one.events:
            if event.code:
                bare = ForeignCode(code=event.code, speaker=event.speaker)
                declared.setdefault(event.code, bare)
    return list(declared.values())


def _items(found: FolderOfCodings) -> list[ForeignItem]:
    """Items that are declared, and those that only ratings have, with the values they were given.

    An item without bounds gets those of CACTI, made wider by what was given.
    """
    declared = {item.item: item for item in found.items}
    given: dict[str, list[int]] = {}
    for one in found.recordings:
        for rating in one.ratings:
            declared.setdefault(rating.item, ForeignItem(item=rating.item))
            if rating.value is not None and rating.value.isascii() and rating.value.isdigit():
                given.setdefault(rating.item, []).append(int(rating.value))
    return [_bounded(item, given.get(item.item, [])) for item in declared.values()]


def _bounded(item: ForeignItem, given: list[int]) -> ForeignItem:
    if item.minimum is not None and item.maximum is not None:
        return item
    return replace(item, minimum=min([1, *given]), maximum=max([5, *given]))


def _parsed(
    made: CactiCodebook, choices: ArchiveChoices, problems: list[Problem]
) -> Codebook | None:
    try:
        return parse_codebook(made.text, f"{choices.codebook_id}.toml")
    except CodebookError as error:
        problems.extend(replace(one, line=None) for one in error.problems)
        return None


def _mapping(
    found: FolderOfCodings, made: CactiCodebook, choices: ArchiveChoices
) -> CodingsMapping:
    return CodingsMapping(
        codes=made.codes,
        items=made.items,
        coders={word: choices.coders.get(word, word) for word in found.coders},
        sessions=choices.sessions,
        coder=choices.coder,
        defaults=choices.defaults,
    )


def _understood(found: FolderOfCodings) -> Iterator[str]:
    kinds = Counter(file.data.format for file in found.files if file.data is not None)
    for kind, number in sorted(kinds.items()):
        yield f"{number} × {kind.label}"
    if found.sounds:
        yield f"{len(found.sounds)} × recording"
    unread = sum(file.data is None for file in found.files)
    if unread:
        yield f"{unread} × not understood"
