"""Codebooks: those that come with the program, those the study keeps, and their differences."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from practicecoder.codebook import library
from practicecoder.codebook.differences import Difference, differences
from practicecoder.codebook.loader import parse_codebook, read_codebook
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodebookRef
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import NotAllowedError, Problem
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext

MOST_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCodebook:
    """A codebook and what it is to the study.

    ``is_kept``: its text is part of the study. ``is_in_force``: further codings are made by it.
    ``n_codings`` were made by this very text, open ones too.
    """

    codebook: Codebook
    is_kept: bool
    is_in_force: bool
    n_codings: int


def check_file(file: Path) -> tuple[Problem, ...]:
    """Every fault of a codebook file at once, with line and key; none if it can be used."""
    return library.check_file(file)


def compare_with_file(codebook: Codebook, file: Path) -> tuple[Difference, ...]:
    """What a file says otherwise than a codebook.

    Raises
    ------
    CodebookError
        With every fault of the file.
    """
    return differences(codebook, read_codebook(file))


class CodebookService:
    """Lists codebooks and takes a further version of the study's own into use."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def all(self) -> tuple[KnownCodebook, ...]:
        """Codebooks of the study, the one in force first, then those of the program."""
        with self._context.store.reading() as unit:
            kept = unit.study.codebooks()
            numbers = unit.codings.numbers_by_codebook()
        in_force = self._context.record.codebook
        found = {
            ref: KnownCodebook(
                codebook=parse_codebook(text, f"{ref.codebook_id} {ref.version}"),
                is_kept=True,
                is_in_force=ref == in_force,
                n_codings=numbers.get(ref, 0),
            )
            for ref, text in kept
        }
        for book in library.built_in():
            found.setdefault(
                book.ref,
                KnownCodebook(codebook=book, is_kept=False, is_in_force=False, n_codings=0),
            )
        return tuple(sorted(found.values(), key=_place))

    def take_over(self, file: Path, *, actor: CoderId | None) -> StudyChange:
        """Have further codings made by another version of the study's codebook.

        Codings that there are keep the version they were made by. Only wordings may differ:
        otherwise codings of the two versions would stand side by side and mean different things.
        Whoever has the study open reads the new wordings once it is opened again.

        Raises
        ------
        CodebookError
            With every fault of the file.
        NotAllowedError
            If the actor is not a lead, it is another codebook, its version is taken by another
            text, or more than wordings differ.
        """
        codebook = read_codebook(file)
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, "takes a codebook into use")
            record = unit.study.load()
            kept = unit.study.codebooks()
            before = next(text for ref, text in kept if ref == record.codebook)
            self._refuse(parse_codebook(before, "the codebook in force"), codebook, kept)
            unit.study.add_codebook(codebook.ref, codebook.text)
            unit.study.use_codebook(codebook.ref)
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=actor,
                    kind=HistoryKind.CODEBOOK_CHANGED,
                    item=codebook.codebook_id,
                    old=json.dumps([record.codebook.version, record.codebook.digest]),
                    new=json.dumps([codebook.version, codebook.digest]),
                )
            )
            self._context.record = unit.study.load()
        self._context.codebook = codebook
        return StudyChange(kinds=frozenset({ChangeKind.STUDY, ChangeKind.CODINGS}))

    def _refuse(
        self, before: Codebook, after: Codebook, kept: Sequence[tuple[CodebookRef, str]]
    ) -> None:
        if after.codebook_id != before.codebook_id:
            raise NotAllowedError(
                f"This study is coded with {before.codebook_id}, and the file is "
                f"{after.codebook_id}. Make a study of its own for it."
            )
        for ref, _ in kept:
            if ref.version == after.version and ref.digest != after.digest:
                raise NotAllowedError(
                    f"Version {after.version} is in use with other words, and used versions stay "
                    "as they are. Give the file another version."
                )
        weighty = [d for d in differences(before, after) if d.of_substance]
        if weighty:
            told = "; ".join(f"{d.item} ({d.part})" for d in weighty[:MOST_TOLD])
            more = f" and {len(weighty) - MOST_TOLD} more" if len(weighty) > MOST_TOLD else ""
            raise NotAllowedError(
                f"More than wordings differ: {told}{more}. Codings of the two versions would mean "
                "different things. Make a study of its own for it."
            )


def _place(known: KnownCodebook) -> tuple[bool, bool, str, str]:
    book = known.codebook
    return (not known.is_in_force, not known.is_kept, book.codebook_id, book.version)
