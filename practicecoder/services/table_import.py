"""Import of a laboratory's table: read, understand, show what would be stored, and only then take.

Nothing is written before :meth:`TableImport.accept`, and that writes all of it or nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from practicecoder.domain.coding import Rating
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import ImportedDataError, Problem, ReadOnlyStudyError
from practicecoder.interchange.column_mapping import ColumnMapping, Meaning
from practicecoder.interchange.mapped_table import MappedTable, PlacedRating
from practicecoder.interchange.session_sheet import SheetRow
from practicecoder.interchange.sheet import Sheet
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.import_preview import PreviewRow, headings_of, preview_rows
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
from practicecoder.storage.unit_of_work import UnitOfWork

Key = tuple[SessionId, CoderId]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """A table that was read. ``because`` says how; ``digest`` is the SHA-256 of the file."""

    path: Path
    sheet: Sheet
    digest: str
    because: str

    @property
    def file(self) -> str:
        """Name of the file."""
        return self.path.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """What an import would store. It can be accepted if there is no problem.

    ``rows`` are the first rows as they would be stored and all with a problem; ``n_rows`` is how
    many there are. ``new_sessions`` would be added with the table, ``new_coders`` as well.
    """

    table: ReadTable
    mapping: ColumnMapping
    found: MappedTable
    headings: tuple[str, ...]
    rows: tuple[PreviewRow, ...]
    n_rows: int
    new_sessions: tuple[SheetRow, ...]
    new_coders: tuple[CoderId, ...]
    unknown_sessions: tuple[SessionId, ...]
    notices: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def n_codings(self) -> int:
        """Codings that would be added."""
        return len(grouped(self.found.ratings))

    def sentence(self) -> str:
        """Say in one sentence what an import would add."""
        counts = (
            (len(self.new_sessions), "session"),
            (sum(row.audio is not None for row in self.new_sessions), "recording"),
            (self.n_codings, "coding"),
            (len(self.found.ratings), "rating"),
            (len(self.new_coders), "new coder"),
        )
        parts = [_number(n, word) for n, word in counts if n]
        if not parts:
            return "There is nothing to add."
        return f"Will add {', '.join(parts)}; changes nothing that is there."


def grouped(ratings: Iterable[PlacedRating]) -> Mapping[Key, dict[str, Rating]]:
    """Ratings by dimension, for each session and coder."""
    found: dict[Key, dict[str, Rating]] = defaultdict(dict)
    for one in ratings:
        rating = one.rating
        found[rating.session_id, rating.coder_id][rating.item] = rating.rating
    return found


class TableImport:
    """Takes tables of sessions and ratings into the study."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def read(self, path: Path, *, heading: int | None = None) -> ReadTable:
        """Read a table (.csv, .tsv, .xlsx, .sav, .parquet) as it stands.

        ``heading`` is the line of the headings, from 1; None finds it below titles.

        Raises
        ------
        ImportedDataError
            If the file cannot be read as a table.
        """
        from practicecoder.interchange.sheet_files import read_sheet
        from practicecoder.interchange.understanding import is_redcap

        sheet = read_sheet(path, heading=heading)
        kind = _KINDS[path.suffix.casefold()]
        if is_redcap(sheet):
            kind = f"{kind}, an export of REDCap"
        size = f"{_number(len(sheet.rows), 'row')} and {_number(len(sheet.columns), 'column')}"
        below = sheet.heading_line if sheet.heading_line != 1 else None
        where = "" if below is None else f" Its headings are in line {below}."
        return ReadTable(
            path=path,
            sheet=sheet,
            digest=sha256(path.read_bytes()).hexdigest(),
            because=f"{kind}: {size}.{where}",
        )

    def understand(self, table: ReadTable, dictionary: Path | None = None) -> ColumnMapping:
        """Suggest what the columns mean.

        Parameters
        ----------
        table
            What was read.
        dictionary
            REDCap's data dictionary, which explains cells that were never shown to a coder.

        Raises
        ------
        ImportedDataError
            If the dictionary cannot be read.
        """
        from practicecoder.interchange.understanding import read_dictionary, understood

        words = read_dictionary(dictionary) if dictionary is not None else None
        return understood(table.sheet, self._context.codebook, words)

    def preview(
        self, table: ReadTable, mapping: ColumnMapping, *, add_sessions: bool = False
    ) -> ImportPreview:
        """Tell what would be stored, with every problem of the table and of the study at once.

        ``add_sessions``: sessions of ratings that the study lacks are added, with what the table
        tells about them.
        """
        from practicecoder.interchange.mapped_table import mapped

        codebook = self._context.codebook
        found = mapped(table.sheet, mapping, codebook, table.path.parent)
        with self._context.store.reading() as unit:
            states = {s.session_id: s.state for s in unit.sessions.all()}
            coded = {(c.session_id, c.coder_id) for c in unit.codings.all()}
            coders = {c.coder_id for c in unit.people.coders()}
            before = [
                e.at
                for e in unit.history.all()
                if e.kind is HistoryKind.IMPORTED and e.item == table.digest
            ]
        problems = list(found.problems)
        notices = list(found.notices)
        if before:
            notices.insert(0, f"The same file was imported before, on {before[-1]:%Y-%m-%d}.")
        new, unknown = self._new_sessions(found, set(states), add_sessions=add_sessions)
        problems += SessionImport(self._context).clashes(new, table.file)
        if not add_sessions:
            problems += [_no_session(one, table.file, states) for one in _first(found, unknown)]
        problems += _not_codable(found, table.file, states, coded)
        named = dict.fromkeys(
            [c for row in new for c in row.coder_ids]
            + [one.rating.coder_id for one in found.ratings]
        )
        problems = [_in_file(problem, mapping) for problem in problems]
        problems.sort(key=lambda problem: problem.line or 0)
        rows, n_rows = preview_rows(table.sheet, mapping, found, problems, codebook)
        return ImportPreview(
            table=table,
            mapping=mapping,
            found=found,
            headings=headings_of(mapping, codebook),
            rows=rows,
            n_rows=n_rows,
            new_sessions=new,
            new_coders=tuple(c for c in named if c not in coders),
            unknown_sessions=unknown,
            notices=tuple(notices),
            problems=tuple(problems),
        )

    def accept(
        self,
        preview: ImportPreview,
        *,
        actor: CoderId | None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ImportSummary:
        """Store what a preview shows, all of it or nothing.

        ``actor`` is the lead who imports; None for the command line.

        Raises
        ------
        ImportedDataError
            With the problems of the preview, or those of its recordings.
        NotAllowedError
            If the actor is not a lead.
        ReadOnlyStudyError
            If the study is open for reading only.
        """
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        if preview.problems:
            raise ImportedDataError(preview.problems)
        codings = grouped(preview.found.ratings)

        def add_codings(unit: UnitOfWork) -> None:
            if actor is not None:
                require(unit, actor, Role.LEAD, "imports tables")
            add_unknown_coders(unit, preview.new_coders)
            new = [
                NewCoding(
                    session_id=key[0],
                    coder_id=key[1],
                    changes=rating_changes(
                        self._context.codebook, ratings, preview.found.answers.get(key)
                    ),
                    is_draft=key in preview.found.drafts,
                )
                for key, ratings in sorted(codings.items())
            ]
            write_codings(unit, self._context, new, actor, steps_of(progress, len(new)))
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=actor,
                    kind=HistoryKind.IMPORTED,
                    item=preview.table.digest,
                    new=preview.found.form.value,
                )
            )

        summary = SessionImport(self._context).add_rows(
            preview.new_sessions,
            preview.table.file,
            actor=actor,
            progress=progress,
            cancelled=cancelled,
            also=add_codings,
        )
        kinds = summary.change.kinds | ({ChangeKind.CODINGS} if codings else frozenset())
        return replace(
            summary,
            n_codings=len(codings),
            n_ratings=len(preview.found.ratings),
            new_coders=preview.new_coders,
            change=StudyChange(
                kinds=kinds,
                session_ids=summary.change.session_ids | {session for session, _ in codings},
            ),
        )

    def _new_sessions(
        self, found: MappedTable, known: set[SessionId], *, add_sessions: bool
    ) -> tuple[tuple[SheetRow, ...], tuple[SessionId, ...]]:
        """Sessions that would be added, and those of ratings that the study does not have."""
        if not found.form.holds_ratings:
            return found.sessions, ()
        rated = {one.rating.session_id: one.line for one in reversed(found.ratings)}
        unknown = tuple(sorted(set(rated) - known))
        if not add_sessions:
            return (), unknown
        told = {row.session_id: row for row in found.sessions}
        bare = (SheetRow(line=rated[one], session_id=one) for one in unknown if one not in told)
        return (*(told[one] for one in unknown if one in told), *bare), unknown


_KINDS = {
    ".csv": "Delimited text",
    ".tsv": "Delimited text",
    ".txt": "Delimited text",
    ".xlsx": "Excel workbook",
    ".sav": "SPSS file",
    ".parquet": "Parquet file",
}


def _in_file(problem: Problem, mapping: ColumnMapping) -> Problem:
    """Problem of the study under the heading that the file has for it."""
    if problem.key not in set(Meaning) or problem.key in {use.column for use in mapping.columns}:
        return problem
    column = mapping.column_of(Meaning(problem.key))
    return replace(problem, key=column or None)


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _first(found: MappedTable, sessions: Iterable[SessionId]) -> list[PlacedRating]:
    """First rating of each of some sessions."""
    wanted = set(sessions)
    first: dict[SessionId, PlacedRating] = {}
    for one in found.ratings:
        if one.rating.session_id in wanted:
            first.setdefault(one.rating.session_id, one)
    return list(first.values())


def _no_session(one: PlacedRating, file: str, known: Iterable[SessionId]) -> Problem:
    from practicecoder.codebook.faults import near_match

    near = near_match(one.rating.session_id, known, likeness=0.85)
    return Problem(
        what=f"session {one.rating.session_id} is not in the study.",
        fix=near or "Add the session first, or let the import add it.",
        file=file,
        line=one.line,
        key="session_id",
    )


def _not_codable(
    found: MappedTable, file: str, states: Mapping[SessionId, str], coded: set[Key]
) -> list[Problem]:
    """Problems of ratings that the study cannot take, one for each session and coder."""
    first: dict[Key, PlacedRating] = {}
    for one in found.ratings:
        first.setdefault((one.rating.session_id, one.rating.coder_id), one)
    problems = []
    for (session_id, coder_id), one in first.items():
        state = states.get(session_id)
        if state in NOT_TO_BE_CODED:
            what = f"session {session_id} takes no ratings: it is {state.replace('_', ' ')}."
            fix, key = "Take its rows out.", "session_id"
        elif (session_id, coder_id) in coded:
            what = f"{coder_id} has already coded session {session_id}."
            fix, key = "Take the row out; ratings in the study are never overwritten.", "coder_id"
        else:
            continue
        problems.append(Problem(what=what, fix=fix, file=file, line=one.line, key=key))
    return problems
