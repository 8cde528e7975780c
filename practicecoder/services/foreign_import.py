"""Import of other programs' codings into a study: read a folder, show what it gives, take it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from practicecoder.codebook.model import Codebook
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession
from practicecoder.errors import ImportedDataError, Problem, ReadOnlyStudyError
from practicecoder.interchange.codings_mapping import NOT_TAKEN, CodingsMapping
from practicecoder.interchange.foreign.folder import FolderOfCodings, read_folder
from practicecoder.interchange.foreign.values import NO_HINTS, Hints, stem
from practicecoder.interchange.item_names import ItemNames
from practicecoder.interchange.session_sheet import SheetRow
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.foreign_codings import CodingMaker, PreviewCoding, content_changes
from practicecoder.services.import_summary import ImportSummary, add_unknown_coders
from practicecoder.services.import_writing import (
    NewCoding,
    rating_changes,
    steps_of,
    write_codings,
)
from practicecoder.services.rights import require
from practicecoder.services.session_import import Progress, SessionImport
from practicecoder.services.session_states import NOT_TO_BE_CODED
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import counts_optional_codes
from practicecoder.storage.unit_of_work import UnitOfWork

FOREIGN_MAPPING = "foreign_mapping"
"""Key of the study's setting that keeps what codes and items stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingsPreview:
    """What an import of codings would store; it can be accepted if there is no problem."""

    name: str
    mapping: CodingsMapping
    codings: tuple[PreviewCoding, ...]
    new_sessions: tuple[SheetRow, ...]
    new_coders: tuple[CoderId, ...]
    digests: tuple[str, ...]
    notices: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def sentence(self) -> str:
        """Say in one sentence what an import would add."""
        counts = (
            (len(self.new_sessions), "session"),
            (len(self.codings), "coding"),
            (sum(len(one.marks) for one in self.codings), "mark"),
            (sum(one.n_ratings for one in self.codings), "rating"),
            (len(self.new_coders), "new coder"),
        )
        parts = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n]
        if not parts:
            return "There is nothing to add."
        return f"Will add {', '.join(parts)}; changes nothing that is there."


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a study has already; a study that is yet to be made has nothing.

    ``imported`` are digests of files that were imported before.
    """

    sessions: Mapping[SessionId, PracticeSession] = field(default_factory=dict)
    coded: frozenset[tuple[SessionId, CoderId]] = frozenset()
    coders: frozenset[CoderId] = frozenset()
    imported: frozenset[str] = frozenset()


def codings_preview(
    folder: Path,
    found: FolderOfCodings,
    mapping: CodingsMapping,
    codebook: Codebook,
    known: Known,
    *,
    with_optional: bool = True,
) -> CodingsPreview:
    """Tell what an import would store in a study with a codebook; nothing is written.

    ``with_optional``: codes that the codebook calls optional are counted too.
    """
    maker = CodingMaker(codebook, folder.name, mapping, with_optional=with_optional)
    problems = [*found.problems, *maker.check_words(found)]
    codings = tuple(maker.codings(found))
    for one in codings:
        session = known.sessions.get(one.session_id)
        where = f"Session {one.session_id}"
        if (one.session_id, one.coder_id) in known.coded:
            what = f"{where} was already coded by {one.coder_id}."
            maker.add(what, "Take the file out; codings are never overwritten.")
        if session is None:
            continue
        if session.state in NOT_TO_BE_CODED:
            words = session.state.replace("_", " ")
            maker.add(f"{where} takes no codings: it is {words}.", "Take the file out.")
        if session.recording is not None:
            maker.check_times(one, session.recording.duration_ms)
    for (session_id, coder_id), several in Counter(
        (one.session_id, one.coder_id) for one in codings
    ).items():
        if several > 1:
            what = f"{several} codings of session {session_id} would be by {coder_id}."
            maker.add(what, "Tell them apart by coder or session.")
    digests = [file.data.digest for file in found.files if file.data is not None]
    notices = list(found.as_data().notices)
    if before := sum(digest in known.imported for digest in digests):
        notices.insert(0, f"{before} of the files were imported before.")
    notices += _left_out(found, mapping)
    wanted = dict.fromkeys(
        one.session_id for one in codings if one.session_id not in known.sessions
    )
    sounds = {stem(place.name): folder / place for place in found.sounds}
    named = {mapping.sessions.get(word, word): sounds[word] for word in sounds}
    return CodingsPreview(
        name=folder.name,
        mapping=mapping,
        codings=codings,
        new_sessions=tuple(
            SheetRow(line=number, session_id=session_id, audio=named.get(session_id))
            for number, session_id in enumerate(wanted, start=1)
        ),
        new_coders=tuple(
            dict.fromkeys(one.coder_id for one in codings if one.coder_id not in known.coders)
        ),
        digests=tuple(digests),
        notices=tuple(notices),
        problems=(*problems, *maker.problems),
    )


class ForeignImport:
    """Takes codings of other programs into the study."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def read(
        self,
        folder: Path,
        *,
        hints: Hints = NO_HINTS,
        folders_are_coders: bool = False,
        only: Collection[str] | None = None,
    ) -> FolderOfCodings:
        """Read a folder of files, or the files in it with some names, as one body of codings.

        Raises
        ------
        ImportedDataError
            If it holds nothing that can be read.
        """
        return read_folder(folder, hints=hints, folders_are_coders=folders_are_coders, only=only)

    def session_ids(self) -> tuple[SessionId, ...]:
        """Sessions of the study, in order."""
        with self._context.store.reading() as unit:
            return tuple(session.session_id for session in unit.sessions.all())

    def match_sessions(self, folder: Path, found: FolderOfCodings) -> dict[str, SessionId]:
        """Sessions of the study that those of a folder are likely to be, by the folder's words.

        They are recognised by their codes, whatever the case and the signs between; else by a
        recording in the folder with just as many samples as one of the study alone has; else by a
        length that one alone has. Words without a match are left out.
        """
        from practicecoder.services.session_matching import matched_sessions

        with self._context.store.reading() as unit:
            sessions = unit.sessions.all()
        return matched_sessions(folder, found, sessions)

    def suggest(self, found: FolderOfCodings) -> CodingsMapping:
        """What codes and items stand for: as last accepted in this study, else by their names.

        Codes and items that nothing is known of are not in it.
        """
        from practicecoder.interchange.mapping_shelf import codings_mapping_of

        with self._context.store.reading() as unit:
            stored = unit.study.load().settings.get(FOREIGN_MAPPING, "")
        known = codings_mapping_of(stored)
        names = ItemNames(self._context.codebook)
        data = found.as_data()
        codes = {word: names.counts.find(word) for word in data.used_codes}
        items = {word: names.dimensions.find(word) for word in data.rated_items}
        return replace(
            known,
            codes={
                word: known.codes.get(word, match.item if match else NOT_TAKEN)
                for word, match in codes.items()
                if match is not None or word in known.codes
            },
            items={
                word: known.items.get(word, match.item if match else NOT_TAKEN)
                for word, match in items.items()
                if match is not None or word in known.items
            },
        )

    def blank(self, found: FolderOfCodings) -> CodingsMapping:
        """Mapping with every code, item, coder and session of a folder, none of them taken."""
        data = found.as_data()
        return CodingsMapping(
            codes=dict.fromkeys(data.used_codes, NOT_TAKEN),
            items=dict.fromkeys(data.rated_items, NOT_TAKEN),
            coders={word: word for word in found.coders},
            sessions={word: word for word in found.sessions},
        )

    def preview(
        self, folder: Path, found: FolderOfCodings, mapping: CodingsMapping
    ) -> CodingsPreview:
        """Tell what would be stored, with every problem of files, mapping and study at once."""
        with self._context.store.reading() as unit:
            known = Known(
                sessions={s.session_id: s for s in unit.sessions.all()},
                coded=frozenset(
                    (session_id, one.coder_id)
                    for session_id, several in unit.bulk.standings().items()
                    for one in several
                ),
                coders=frozenset(c.coder_id for c in unit.people.coders()),
                imported=frozenset(
                    e.item for e in unit.history.all() if e.kind is HistoryKind.IMPORTED
                ),
            )
        return codings_preview(
            folder,
            found,
            mapping,
            self._context.codebook,
            known,
            with_optional=counts_optional_codes(self._context.record),
        )

    def accept(
        self,
        preview: CodingsPreview,
        *,
        actor: CoderId | None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ImportSummary:
        """Store what a preview shows, all of it or nothing, and remember codes and items.

        ``actor`` is the lead who imports; None for the command line.

        Raises
        ------
        ImportedDataError
            With the problems of the preview, or those of recordings.
        NotAllowedError
            If the actor is not a lead.
        ReadOnlyStudyError
            If the study is open for reading only.
        """
        from practicecoder.interchange.mapping_shelf import codings_mapping_json

        if self._context.store.read_only:
            raise ReadOnlyStudyError
        if preview.problems:
            raise ImportedDataError(preview.problems)
        codebook = self._context.codebook

        def add_codings(unit: UnitOfWork) -> None:
            if actor is not None:
                require(unit, actor, Role.LEAD, "imports codings")
            add_unknown_coders(unit, preview.new_coders)
            new = [
                NewCoding(
                    session_id=one.session_id,
                    coder_id=one.coder_id,
                    changes=(*rating_changes(codebook, one.ratings), *content_changes(one)),
                )
                for one in preview.codings
            ]
            write_codings(unit, self._context, new, actor, steps_of(progress, len(new)))
            unit.history.add_all(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=actor,
                    kind=HistoryKind.IMPORTED,
                    item=digest,
                    new="foreign",
                )
                for digest in dict.fromkeys(preview.digests)
            )
            remembered = replace(preview.mapping, coders={}, sessions={}, coder="")
            unit.study.update_settings({FOREIGN_MAPPING: codings_mapping_json(remembered)})

        summary = SessionImport(self._context).add_rows(
            preview.new_sessions,
            preview.name,
            actor=actor,
            progress=progress,
            cancelled=cancelled,
            also=add_codings,
        )
        return replace(
            summary,
            n_codings=len(preview.codings),
            n_marks=sum(len(one.marks) for one in preview.codings),
            n_ratings=sum(one.n_ratings for one in preview.codings),
            new_coders=preview.new_coders,
            change=StudyChange(
                kinds=summary.change.kinds | {ChangeKind.CODINGS},
                session_ids=frozenset(one.session_id for one in preview.codings),
            ),
        )


def _left_out(found: FolderOfCodings, mapping: CodingsMapping) -> Iterator[str]:
    """Sentences on codes and items that the mapping leaves out."""
    events = (event.code for one in found.recordings for event in one.events)
    ratings = (rating.item for one in found.recordings for rating in one.ratings)
    for what, words, told in (
        ("marks with the code", events, mapping.codes),
        ("ratings of the item", ratings, mapping.items),
    ):
        for word, number in sorted(Counter(words).items()):
            if told.get(word) == NOT_TAKEN and word:
                yield f"{number} {what} {word!a} are not taken."


def with_words_of(mapping: CodingsMapping, other: CodingsMapping) -> CodingsMapping:
    """Mapping in which what another one says counts first."""
    return CodingsMapping(
        codes={**mapping.codes, **other.codes},
        items={**mapping.items, **other.items},
        missing={**mapping.missing, **other.missing},
        coders={**mapping.coders, **other.coders},
        sessions={**mapping.sessions, **other.sessions},
        coder=other.coder or mapping.coder,
        defaults=other.defaults or mapping.defaults,
    )
