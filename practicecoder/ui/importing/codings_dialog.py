"""The import of other programs' codings into the study that is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.interchange.codings_mapping import NOT_TAKEN, CodingsMapping, Defaults
from practicecoder.interchange.foreign.folder import FolderOfCodings
from practicecoder.interchange.foreign.values import Hints
from practicecoder.services.context import StudyServices
from practicecoder.services.foreign_codings import PreviewCoding
from practicecoder.services.foreign_import import CodingsPreview
from practicecoder.services.import_summary import ImportSummary
from practicecoder.ui.importing.foreign_dialog import ForeignDialog
from practicecoder.ui.importing.matches_part import Match, Section
from practicecoder.ui.importing.questions_part import UNSAID
from practicecoder.ui.languages import translate
from practicecoder.ui.widgets.long_work import LongWork


class CodingsImportDialog(ForeignDialog[CodingsPreview]):
    """Codings of BORIS, ELAN, Praat, Audacity, Datavyu, Label Studio and CACTI, all or nothing."""

    imported = Signal(object)
    """The ImportSummary of what was stored."""

    def __init__(self, services: StudyServices, actor: CoderId | None, parent: QWidget) -> None:
        self._services = services
        self._actor = actor
        self.mapping = CodingsMapping()
        self._sessions: tuple[SessionId, ...] = ()
        self._likely: dict[str, SessionId] = {}
        here = translate(
            "Importing",
            "Drop a folder or files here: codings of BORIS, ELAN, Praat, Audacity, Datavyu, "
            "Label Studio or CACTI",
        )
        super().__init__(
            translate("Importing", "Import codings from other programs"),
            here,
            translate("Importing", "Import"),
            parent,
            takes_files=True,
        )

    def read_source(
        self, folder: Path, only: Sequence[str] | None, as_coders: bool, hints: Hints
    ) -> FolderOfCodings:
        """Read the files and find likely sessions for them."""
        codings = self._services.importing.codings
        found = codings.read(folder, folders_are_coders=as_coders, only=only, hints=hints)
        self._likely = codings.match_sessions(folder, found)
        self._sessions = codings.session_ids()
        return found

    def begin(self, found: FolderOfCodings) -> None:
        """Begin with what the study remembers and with likely sessions."""
        mapping = self._services.importing.codings.suggest(found)
        self.mapping = replace(
            mapping,
            sessions={word: str(match) for word, match in self._likely.items()},
            coders={word: word for word in found.coders},
        )

    def facts(self, found: FolderOfCodings) -> str:
        """Kinds of files and what they hold together."""
        return kinds_in_words(found)

    def sections(self) -> tuple[Section, ...]:
        """Who, which session, which code and which dimension."""
        found = self.found
        if found is None:
            return ()
        return (
            Section("coder", self.tr("Coders"), tuple(self._coders(found))),
            Section("session", self.tr("Sessions"), tuple(self._session_matches(found))),
            Section("default", self.tr("Ratings"), tuple(self._ratings(found))),
            Section("missing", self.tr("Values"), tuple(self._values(found))),
            Section("code", self.tr("Codes"), tuple(self._codes(found))),
            Section("item", self.tr("Rated items"), tuple(self._items(found))),
        )

    def told(self, kind: str, word: str, said: str) -> None:
        """Take what somebody said about a word."""
        mapping, unsaid = self.mapping, said == UNSAID
        if kind == "coder" and not word:
            self.mapping = replace(mapping, coder="" if unsaid else said)
            return
        if kind == "default":
            self.mapping = replace(mapping, defaults=None if unsaid else Defaults(said))
            return
        key = _TABLE_OF[kind]
        table: dict[str, str] = {**getattr(mapping, key)}
        table.pop(word, None)
        if not unsaid:
            table[word] = said
        self.mapping = mapping_with(mapping, key, table)

    def make_preview(self) -> CodingsPreview:
        """Tell what would be stored."""
        assert self.found is not None
        codings = self._services.importing.codings
        return codings.preview(self.folder, self.found, self.mapping)

    def codings(self, preview: CodingsPreview) -> tuple[PreviewCoding, ...]:
        """Codings that would be stored."""
        return preview.codings

    def accept(self) -> None:
        """Store what is shown."""
        preview = self.preview
        if preview is None or not self.accept_button.isEnabled():
            return

        def done(summary: ImportSummary) -> None:
            super(CodingsImportDialog, self).accept()
            self.imported.emit(summary)

        LongWork(
            self.tr("Importing codings"),
            lambda progress, cancelled: self._services.importing.codings.accept(
                preview, actor=self._actor, progress=progress, cancelled=cancelled
            ),
            self,
            on_success=done,
            on_failure=self._fail,
        )

    # Inside

    def _coders(self, found: FolderOfCodings) -> Iterator[Match]:
        yield from coder_matches(found, self.mapping.coder, self.mapping.coders)

    def _session_matches(self, found: FolderOfCodings) -> Iterator[Match]:
        known = tuple((str(one), str(one)) for one in self._sessions)
        for word in found.sessions:
            as_new = (word, self.tr("A session to be added: {0}").format(word))
            choices = known if word in self._sessions else (as_new, *known)
            said = self.mapping.sessions.get(word, word)
            yield Match(word=word, told=word, said=said, choices=choices)

    def _ratings(self, found: FolderOfCodings) -> Iterator[Match]:
        yield from default_matches(found, self.mapping.defaults)

    def _values(self, found: FolderOfCodings) -> Iterator[Match]:
        """Texts of ratings that are no level of what they are taken for."""
        book = self._services.codebook
        odd: Counter[str] = Counter()
        for one in found.recordings:
            for rating in one.ratings:
                item = self.mapping.items.get(rating.item, NOT_TAKEN)
                text = rating.value
                if item not in book.dimension_ids or text is None:
                    continue
                number = float(text) if text.replace(".", "", 1).isdecimal() else None
                if number is None or number not in book.dimension(item).scale:
                    odd[text] += 1
        reasons = tuple((reason.reason_id, reason.label) for reason in book.reasons)
        choices = (("", self.tr("Not yet rated")), *reasons)
        for text, number_of in sorted(odd.items()):
            told = self.tr("“{0}” (ratings: {1})").format(text, number_of)
            said = self.mapping.missing.get(text, UNSAID)
            yield Match(word=text, told=told, said=said, choices=choices)

    def _codes(self, found: FolderOfCodings) -> Iterator[Match]:
        numbers = Counter(event.code for one in found.recordings for event in one.events)
        counts = ((count.count_id, count.label) for count in self._services.codebook.counts)
        choices = ((NOT_TAKEN, self.tr("(not taken)")), *counts)
        for word in found.as_data().used_codes:
            told = self.tr("{0} (marks: {1})").format(word, numbers[word])
            said = self.mapping.codes.get(word, UNSAID)
            yield Match(word=word, told=told, said=said, choices=choices)

    def _items(self, found: FolderOfCodings) -> Iterator[Match]:
        numbers = Counter(rating.item for one in found.recordings for rating in one.ratings)
        rated = ((d.dimension_id, d.label) for d in self._services.codebook.dimensions)
        choices = ((NOT_TAKEN, self.tr("(not taken)")), *rated)
        for word in found.as_data().rated_items:
            told = self.tr("{0} (ratings: {1})").format(word, numbers[word])
            said = self.mapping.items.get(word, UNSAID)
            yield Match(word=word, told=told, said=said, choices=choices)


_TABLE_OF = {
    "coder": "coders",
    "session": "sessions",
    "code": "codes",
    "item": "items",
    "missing": "missing",
}


def mapping_with(mapping: CodingsMapping, key: str, table: dict[str, str]) -> CodingsMapping:
    """Mapping with one of its tables in place of another."""
    match key:
        case "coders":
            return replace(mapping, coders=table)
        case "sessions":
            return replace(mapping, sessions=table)
        case "codes":
            return replace(mapping, codes=table)
        case "items":
            return replace(mapping, items=table)
        case _:
            return replace(mapping, missing=table)


def kinds_in_words(found: FolderOfCodings) -> str:
    """How many files of which kind there are, and of how many sessions."""
    kinds = Counter(file.data.format.label for file in found.files if file.data is not None)
    files = ", ".join(f"{number} × {kind}" for kind, number in sorted(kinds.items()))
    sessions = translate("Importing", "Sessions: {0}. Recordings beside them: {1}.")
    return f"{files}. {sessions.format(len(found.sessions), len(found.sounds))}"


def coder_matches(
    found: FolderOfCodings, coder: str, coders: Mapping[str, str]
) -> Iterator[Match]:
    """Who coded where nothing says it, and codes for those who are named."""
    nameless = any(one.coder is None and (one.events or one.ratings) for one in found.recordings)
    if nameless:
        told = translate("Importing", "Where no file says who coded")
        hint = translate("Importing", "code of the coder")
        yield Match(word="", told=told, said=coder or UNSAID, hint=hint)
    for word in found.coders:
        said = coders.get(word, word)
        yield Match(word=word, told=word, said=said, hint=word)


def default_matches(found: FolderOfCodings, defaults: Defaults | None) -> Iterator[Match]:
    """What becomes of ratings that the program may have filled in, if there are any."""
    number = sum(r.may_be_default for one in found.recordings for r in one.ratings)
    if number:
        told = translate("Importing", "Ratings that the program may have filled in: {0}")
        choices = (
            (Defaults.KEEP.value, translate("Importing", "They were given: keep them")),
            (Defaults.NOT_YET_RATED.value, translate("Importing", "Not yet rated")),
        )
        said = UNSAID if defaults is None else defaults.value
        yield Match(word="", told=told.format(number), said=said, choices=choices)
