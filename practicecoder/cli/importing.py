"""Commands that take a laboratory's tables and other programs' codings into a study."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.output import complain, print_table, progress_printer, say
from practicecoder.cli.unlocking import open_study
from practicecoder.errors import ImportedDataError, Problem
from practicecoder.interchange.column_mapping import (
    ANY_COLUMN,
    ColumnMapping,
    DayOrder,
    Meaning,
)

if TYPE_CHECKING:
    from practicecoder.domain.ids import CoderId
    from practicecoder.services.table_import import ImportPreview

commands = typer.Typer(rich_markup_mode=None)

StudyFolder = Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")]
Lead = Annotated[
    str | None, typer.Option("--as", metavar="CODE", help="Code of the lead who imports.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Tell what would be stored and store nothing.")
]
SHOWN = 10


@commands.command("import-table")
def import_table(
    folder: StudyFolder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, Excel, SPSS or Parquet.")],
    dictionary: Annotated[
        Path | None, typer.Option(help="REDCap's data dictionary, as CSV.")
    ] = None,
    cell: Annotated[
        list[str] | None,
        typer.Option(
            metavar="[COLUMN:]TEXT=MEANING",
            help="What a text stands for: a reason's id, a phase, or nothing for not yet rated; "
            "may be repeated.",
        ),
    ] = None,
    coder: Annotated[
        list[str] | None,
        typer.Option(metavar="WORD=CODE", help="Code of a coder of the file; may be repeated."),
    ] = None,
    days: Annotated[
        DayOrder | None, typer.Option(help="Which number of a day comes first.")
    ] = None,
    add_sessions: Annotated[
        bool, typer.Option("--add-sessions", help="Add sessions that the study lacks.")
    ] = False,
    dry_run: DryRun = False,
    lead: Lead = None,
) -> None:
    """Import sessions or ratings from a laboratory's own table, all of it or nothing."""
    with closing(open_study(folder, read_only=dry_run)) as services:
        tables, memory = services.importing.tables, services.importing.memory
        table = tables.read(file)
        kept = memory.find(table.sheet.columns) if dictionary is None else None
        mapping = _told(kept or tables.understand(table, dictionary), cell, coder, days)
        preview = tables.preview(table, mapping, add_sessions=add_sessions)
        _show_table(preview)
        if dry_run:
            _tell_problems(preview.problems)
            return
        if preview.problems:
            raise ImportedDataError(preview.problems)
        summary = tables.accept(preview, actor=_lead(lead), progress=progress_printer())
        memory.keep(mapping)
    say(summary.sentence())
    for notice in summary.notices:
        complain(notice)


@commands.command("import-codings")
def import_codings(
    folder: StudyFolder,
    source: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Files of CACTI, BORIS, ELAN, Praat and others."),
    ],
    mapping_file: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE", help="What codes, items and coders stand for."),
    ] = None,
    write_map: Annotated[
        Path | None,
        typer.Option(
            "--write-map", metavar="FILE", help="Write what is known of them, to be completed."
        ),
    ] = None,
    folders_are_coders: Annotated[
        bool,
        typer.Option("--folders-are-coders", help="A file's folder names its coder."),
    ] = False,
    dry_run: DryRun = False,
    lead: Lead = None,
) -> None:
    """Import a folder of other programs' codings: sessions, marks, ratings, all or nothing."""
    from practicecoder.interchange.codings_mapping import (
        codings_mapping_text,
        read_codings_mapping,
    )
    from practicecoder.services.foreign_import import with_words_of

    with closing(open_study(folder, read_only=dry_run)) as services:
        codings = services.importing.codings
        found = codings.read(source, folders_are_coders=folders_are_coders)
        mapping = codings.suggest(found)
        if mapping_file is not None:
            mapping = with_words_of(mapping, read_codings_mapping(mapping_file))
        if write_map is not None:
            _write(write_map, codings_mapping_text(mapping, codings.blank(found)))
        preview = codings.preview(source, found, mapping)
        for notice in preview.notices:
            complain(notice)
        print_table(
            ["session", "coder", "marks", "ratings"],
            [
                [one.session_id, one.coder_id, str(len(one.marks)), str(one.n_ratings)]
                for one in preview.codings
            ],
        )
        say(preview.sentence())
        if dry_run:
            _tell_problems(preview.problems)
            return
        if preview.problems:
            raise ImportedDataError(preview.problems)
        summary = codings.accept(preview, actor=_lead(lead), progress=progress_printer())
    say(summary.sentence())
    for notice in summary.notices:
        complain(notice)


def _show_table(preview: ImportPreview) -> None:
    say(f"{preview.table.file}: {preview.table.because}")
    print_table(
        ["column", "taken for", "why"],
        [
            [use.column, _use_in_words(use.meaning, use.item, use.coder), use.because]
            for use in preview.mapping.columns
        ],
    )
    print_table(
        ["line", *preview.headings],
        [[str(row.line), *row.cells] for row in preview.rows[:SHOWN]],
    )
    for notice in preview.notices:
        complain(notice)
    say(preview.sentence())


def _use_in_words(meaning: Meaning, item: str, coder: str) -> str:
    words = meaning.replace("_", " ") if meaning is not Meaning.NOTHING else "(not taken)"
    return " ".join(part for part in (words, item, f"by {coder}" if coder else "") if part)


def _tell_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        complain(problem.sentence())
    if problems:
        raise typer.Exit(1)


def _told(
    mapping: ColumnMapping,
    cells: Sequence[str] | None,
    coders: Sequence[str] | None,
    days: DayOrder | None,
) -> ColumnMapping:
    """Mapping with what was said on the command line."""
    for place, meaning in _pairs(cells, "--cell"):
        column, colon, text = place.rpartition(":")
        known = {use.column for use in mapping.columns}
        where = column if colon and column in known else ANY_COLUMN
        mapping = mapping.with_cell(where, text if where else place, meaning)
    named = {**mapping.coders, **dict(_pairs(coders, "--coder"))}
    return replace(mapping, coders=named, day_order=days or mapping.day_order)


def _pairs(given: Sequence[str] | None, option: str) -> Iterator[tuple[str, str]]:
    for text in given or ():
        word, equals, meaning = text.rpartition("=")
        if not equals:
            raise typer.BadParameter(f"{option} needs an equals sign: {text}")
        yield word, meaning


def _lead(lead: str | None) -> CoderId | None:
    from practicecoder.domain.ids import CoderId

    return None if lead is None else CoderId(lead)


def _write(path: Path, text: str) -> None:
    if path.exists():
        what = f"{path.name} is there already."
        raise ImportedDataError([Problem(what=what, fix="Choose another name.")])
    path.write_text(text, encoding="utf-8")
    say(f"Wrote {path}.")
