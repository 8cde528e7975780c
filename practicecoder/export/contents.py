"""Which files a package holds, in the order in which its manifest lists them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from practicecoder.errors import ExportError
from practicecoder.export.analysis.charts import figure_files
from practicecoder.export.analysis.files import analysis_files
from practicecoder.export.analysis.methods import methods_text
from practicecoder.export.analysis.outside import agreement_is_told, outside_tables
from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.analysis.tables import analysis_tables
from practicecoder.export.citation import citation
from practicecoder.export.data import PackageData, Profile
from practicecoder.export.datapackage import datapackage
from practicecoder.export.dictionary import data_dictionary
from practicecoder.export.dictionary_page import dictionary_page
from practicecoder.export.files import (
    PackageFile,
    check_room,
    in_formats,
    of_json,
    of_table,
    of_text,
)
from practicecoder.export.names import LONGEST_FILE_LABEL
from practicecoder.export.readme import outside_readme, readme
from practicecoder.export.table import Step, Table
from practicecoder.export.tables import all_tables

OUTSIDE_FORMATS = ("csv", "xlsx")
"""Formats of a package without rows."""

_WORKBOOK = {Profile.TEAM: "data/workbook.xlsx", Profile.OUTSIDE: "analysis/workbook.xlsx"}
_SHEETS = {"sessions": "sessions", "ratings_long": "ratings", "data_dictionary": "dictionary"}


def package_files(
    data: PackageData, formats: Sequence[str], results: AnalysisResults | None = None
) -> tuple[PackageFile, ...]:
    """Every file but the manifest; without results there is no analysis."""
    analysed = () if results is None else analysis_tables(results)
    tables = (*all_tables(data), *analysed)
    check_room(tables, formats)
    csv_of = partial(of_table, byte_order_mark=data.byte_order_mark)
    dictionary = data_dictionary(tables, data.codebook)
    text = readme(data, tables, formats) + "\n"
    label = data.marked_title(n_bytes=LONGEST_FILE_LABEL)
    return (
        of_text("README.txt", text),
        of_text("CITATION.cff", citation(data)),
        *(csv_of(table) for table in tables if table.folder == "data"),
        *in_formats(tables, formats, label=label, note=_note(data)),
        *([_workbook(data, (*tables, dictionary), text)] if "xlsx" in formats else []),
        *(() if results is None else analysis_files(data, results, analysed)),
        csv_of(dictionary),
        of_text(
            "docs/data_dictionary.html",
            dictionary_page(dictionary, title=data.marked_title(": data dictionary")),
        ),
        of_text("docs/codebook.toml", data.codebook.text),
        of_json("datapackage.json", datapackage(data, tables)),
    )


def outside_files(
    data: PackageData, formats: Sequence[str], results: AnalysisResults
) -> tuple[PackageFile, ...]:
    """Every file but the manifest of a package for outside: aggregates, and no row of anybody.

    Raises
    ------
    ExportError
        If nothing may be told, or a format of rows was asked for.
    """
    rows_wanted = [name for name in formats if name not in OUTSIDE_FORMATS]
    if rows_wanted:
        raise ExportError(
            f"The package for outside holds no rows, so {', '.join(rows_wanted)} cannot be "
            f"written. There are {' and '.join(OUTSIDE_FORMATS)}."
        )
    tables = outside_tables(data, results)
    csv_of = partial(of_table, byte_order_mark=data.byte_order_mark)
    dictionary = data_dictionary(tables, data.codebook)
    text = outside_readme(data, tables) + "\n"
    return (
        of_text("README.txt", text),
        of_text("CITATION.cff", citation(data)),
        *(csv_of(table) for table in tables),
        *([_workbook(data, (*tables, dictionary), text)] if "xlsx" in formats else []),
        of_text("analysis/methods.md", methods_text(data, results)),
        *(figure_files(data, results) if agreement_is_told(data) else ()),
        csv_of(dictionary),
        of_text("docs/codebook.toml", data.codebook.text),
        of_json("datapackage.json", datapackage(data, tables)),
    )


def _note(data: PackageData) -> str:
    book = data.codebook
    return (
        f"practicecoder {data.versions.get('practicecoder', '')}; codebook {book.codebook_id} "
        f"{book.version}, SHA-256 {book.digest}"
    )


def _workbook(data: PackageData, tables: Sequence[Table], text: str) -> PackageFile:
    def write(path: Path, step: Step) -> None:
        from practicecoder.export.writers.xlsx_writer import write_workbook

        sheets = [
            (_SHEETS.get(table.name, table.name), table)
            for table in tables
            if table.name in _SHEETS or table.folder == "analysis"
        ]
        write_workbook(path, sheets, readme=text, made_at=data.made_at, step=step)

    return PackageFile(name=_WORKBOOK[data.profile], write=write)
