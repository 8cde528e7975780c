"""A new study out of a CACTI archive: what was understood first, then where the study goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practicecoder.interchange.codings_mapping import Defaults
from practicecoder.interchange.foreign.folder import FolderOfCodings
from practicecoder.interchange.foreign.values import Hints
from practicecoder.services.cacti_study import (
    ArchiveChoices,
    ArchivePreview,
    make_study,
    preview_archive,
    read_archive,
)
from practicecoder.services.foreign_codings import PreviewCoding
from practicecoder.ui.importing.codings_dialog import (
    coder_matches,
    default_matches,
    kinds_in_words,
)
from practicecoder.ui.importing.foreign_dialog import ForeignDialog
from practicecoder.ui.importing.matches_part import Match, Section
from practicecoder.ui.importing.questions_part import UNSAID
from practicecoder.ui.languages import translate
from practicecoder.ui.start.new_study import NewStudy, NewStudyDialog
from practicecoder.ui.widgets.long_work import LongWork

if TYPE_CHECKING:
    from practicecoder.services.context import StudyServices
    from practicecoder.services.import_summary import ImportSummary


class ArchiveDialog(ForeignDialog[ArchivePreview]):
    """Configuration, codings and sound of CACTI become a study of their own, all or nothing."""

    made = Signal(object)
    """Services of the study that was made."""

    def __init__(self, parent: QWidget) -> None:
        self.choices = ArchiveChoices()
        self._read_before: Path | None = None
        super().__init__(
            translate("Importing", "New study from a CACTI archive"),
            translate(
                "Importing",
                "Drop the archive's folder here: the configuration, .casaa and .globals files of "
                "any version, and the recordings",
            ),
            translate("Importing", "Make a study…"),
            parent,
            takes_files=False,
        )

    def read_source(
        self, folder: Path, only: Sequence[str] | None, as_coders: bool, hints: Hints
    ) -> FolderOfCodings:
        """Read the archive."""
        del only
        return read_archive(folder, folders_are_coders=as_coders, hints=hints)

    def begin(self, found: FolderOfCodings) -> None:
        """Begin with nothing said, unless the same archive was only read anew."""
        del found
        if self.folder != self._read_before:
            self.choices = ArchiveChoices(title=self.folder.name or ArchiveChoices().title)
        self._read_before = self.folder

    def facts(self, found: FolderOfCodings) -> str:
        """Kinds of files, and the codebook that is made of them."""
        book = None if self.preview is None else self.preview.codebook
        if book is None:
            return kinds_in_words(found)
        words = self.tr("Codebook: {0} codes ({1}); {2} rated dimensions ({3}).").format(
            len(book.counts),
            ", ".join(count.label for count in book.counts),
            len(book.dimensions),
            ", ".join(
                f"{one.label} {one.scale.minimum}–{one.scale.maximum}" for one in book.dimensions
            ),
        )
        return f"{kinds_in_words(found)} {words}"

    def sections(self) -> tuple[Section, ...]:
        """Who coded, what may be defaults, and what sessions are called."""
        found, said = self.found, self.choices
        if found is None:
            return ()
        sessions = (
            Match(word=word, told=word, said=said.sessions.get(word, word), hint=word)
            for word in found.sessions
        )
        return (
            Section(
                "coder", self.tr("Coders"), tuple(coder_matches(found, said.coder, said.coders))
            ),
            Section("default", self.tr("Ratings"), tuple(default_matches(found, said.defaults))),
            Section("session", self.tr("Sessions"), tuple(sessions)),
        )

    def told(self, kind: str, word: str, said: str) -> None:
        """Take what somebody said about a word."""
        text = "" if said == UNSAID else said
        if kind == "default":
            self.choices = replace(self.choices, defaults=Defaults(text) if text else None)
        elif kind == "session":
            self.choices = replace(
                self.choices, sessions={**self.choices.sessions, word: text or word}
            )
        elif word:
            self.choices = replace(
                self.choices, coders={**self.choices.coders, word: text or word}
            )
        else:
            self.choices = replace(self.choices, coder=text)

    def make_preview(self) -> ArchivePreview:
        """Tell what study would be made."""
        assert self.found is not None
        return preview_archive(self.folder, self.found, self.choices)

    def codings(self, preview: ArchivePreview) -> tuple[PreviewCoding, ...]:
        """Codings that the study would hold."""
        return () if preview.codings is None else preview.codings.codings

    def accept(self) -> None:
        """Ask for the place of the study, then make it."""
        preview = self.preview
        if preview is None or not self.accept_button.isEnabled():
            return
        dialog = NewStudyDialog(self, only=preview.codebook, title=self.choices.title)
        dialog.wanted.connect(lambda wanted: self.make(preview, wanted))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def make(self, preview: ArchivePreview, wanted: NewStudy) -> None:
        """Make the study of a preview where it is wanted."""

        def done(made: tuple[StudyServices, ImportSummary]) -> None:
            super(ArchiveDialog, self).accept()
            self.made.emit(made[0])

        LongWork(
            self.tr("Making the study"),
            lambda progress, cancelled: make_study(
                preview,
                wanted.folder,
                title=wanted.title,
                lead=wanted.lead,
                passphrase=wanted.passphrase,
                progress=progress,
                cancelled=cancelled,
            ),
            self,
            on_success=done,
            on_failure=self._fail,
        )
