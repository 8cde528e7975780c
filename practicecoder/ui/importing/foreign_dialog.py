"""What importing codings has in common, into an open study or into one of their own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from practicecoder.errors import Problem
from practicecoder.interchange.foreign.folder import FolderOfCodings
from practicecoder.interchange.foreign.values import NO_HINTS, Hints
from practicecoder.services.foreign_codings import PreviewCoding
from practicecoder.ui.importing.coded_part import CodedPart
from practicecoder.ui.importing.matches_part import Match, MatchesPart, Section
from practicecoder.ui.importing.preview_dialog import PreviewDialog, Shown
from practicecoder.ui.importing.source_part import SourcePart

_BYTES = "bytes"
SIZE, ABREAST = (1240, 700), 980
"""Size in pixels, and the width from which words and codings stand side by side."""

P = TypeVar("P", bound=Shown)


class ForeignDialog(PreviewDialog[P]):
    """Reads files, asks what their words stand for, and shows what would come of it."""

    def __init__(
        self, heading: str, here: str, accept: str, parent: QWidget, *, takes_files: bool
    ) -> None:
        super().__init__(heading, accept, parent)
        self._paths: tuple[Path, ...] = ()
        self._hints = NO_HINTS
        self.found: FolderOfCodings | None = None
        self.source = SourcePart(here, self, takes_files=takes_files)
        self.matches = MatchesPart(self)
        self.coded = CodedPart(self)
        self._lay_out(
            (self.source, self.matches, self.source.notices),
            (self.coded,),
            size=SIZE,
            abreast_from=ABREAST,
        )
        self.source.chosen.connect(self.read)
        self.source.folders_are_coders.toggled.connect(lambda _on: self.read(self._paths))
        self.matches.changed.connect(self._take)
        self._show()

    def read(self, paths: Sequence[Path]) -> None:
        """Read a folder, or files of one folder, in place of what was read before."""
        if not paths:
            return
        self._give_up()
        if tuple(paths) != self._paths:
            self._hints = NO_HINTS
        self._paths, self.found, self.preview = tuple(paths), None, None
        self._busy = self.tr("The files are being read…")
        self.coded.show_codings((), ())
        self._show()
        folder = self.folder
        only = None if paths[0].is_dir() else tuple(path.name for path in paths)
        as_coders, hints = self.source.folders_are_coders.isChecked(), self._hints
        self._run(lambda: self.read_source(folder, only, as_coders, hints), self._take_found)

    @property
    def folder(self) -> Path:
        """Folder in which the files lie."""
        first = self._paths[0]
        return first if first.is_dir() else first.parent

    # What the two kinds of import do in their own way

    def read_source(
        self, folder: Path, only: Sequence[str] | None, as_coders: bool, hints: Hints
    ) -> FolderOfCodings:
        """Read the files, in another thread."""
        raise NotImplementedError

    def begin(self, found: FolderOfCodings) -> None:
        """Take up files that were read: what their words are likely to be."""
        raise NotImplementedError

    def sections(self) -> tuple[Section, ...]:
        """What is asked about the files."""
        raise NotImplementedError

    def told(self, kind: str, word: str, said: str) -> None:
        """Take what somebody said about a word."""
        raise NotImplementedError

    def make_preview(self) -> P:
        """Make the preview of what was said, in another thread."""
        raise NotImplementedError

    def codings(self, preview: P) -> tuple[PreviewCoding, ...]:
        """Codings that would be stored."""
        raise NotImplementedError

    def facts(self, found: FolderOfCodings) -> str:
        """What was found, in a sentence."""
        raise NotImplementedError

    # A preview of codings

    def refresh(self) -> None:
        """Make the preview anew; what was still being made is given up."""
        if self.found is not None:
            self._make_preview(self.make_preview)

    def missing(self) -> str:
        """Wait for files."""
        return self.tr("Choose a folder, or drop one here.") if self.found is None else ""

    def show_parts(self) -> None:
        """Show where codings come from, and ask what their words stand for."""
        found, preview = self.found, self.preview
        self.source.show_source(
            self._paths,
            "" if found is None else self.facts(found),
            () if preview is None else preview.notices,
        )
        self.matches.setVisible(found is not None)
        if found is not None:
            self.matches.show_sections((self._finer_times(found), *self.sections()))
        self.parts.second.setVisible(found is not None)

    def show_preview(self, preview: P) -> None:
        """Show the codings, and what stands in the way."""
        self.coded.show_codings(self.codings(preview), preview.problems)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong in place of the codings."""
        self.coded.show_codings((), problems)

    def nothing_to_do(self, preview: P) -> str:
        """Say so where no coding would come of it."""
        return "" if self.codings(preview) else self.tr("There is nothing to add.")

    # Inside

    def _take_found(self, found: FolderOfCodings) -> None:
        self.found = found
        self._busy = ""
        self.begin(found)
        self.refresh()

    def _take(self, kind: str, word: str, said: str) -> None:
        if kind == _BYTES:
            rate = int(said) if said.isdecimal() and said != "0" else None
            self._hints = Hints(bytes_per_second=rate)
            self.read(self._paths)
            return
        self.told(kind, word, said)
        self.refresh()

    def _finer_times(self, found: FolderOfCodings) -> Section:
        """Ask whether positions in bytes make whole seconds finer, where one rate fits all."""
        fitting = [f.data.byte_rates for f in found.files if f.data is not None]
        rates = {rate for some in fitting for rate in some}
        chosen = self._hints.bytes_per_second
        offered = rates if chosen is None else {chosen}
        if len(offered) != 1:
            return Section(_BYTES, "")
        rate = str(next(iter(offered)))
        match = Match(
            word="",
            told=self.tr("Times are whole seconds; {0} bytes a second fit all of them").format(
                rate
            ),
            said="0" if chosen is None else rate,
            choices=(
                ("0", self.tr("Keep whole seconds")),
                (rate, self.tr("Take finer times from the bytes")),
            ),
        )
        return Section(_BYTES, self.tr("Times"), (match,))
