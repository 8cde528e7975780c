"""The text that explains a package to whoever opens its folder."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from practicecoder.codebook.model import CodebookStatus
from practicecoder.domain.coding import ScoreBasis
from practicecoder.export.cautions import cautions
from practicecoder.export.data import PackageData
from practicecoder.export.missing import missing_codes
from practicecoder.export.table import Table

MADE_UP = "MADE-UP DATA. Every session, person and number in this package is invented."

_SEVERAL = {
    ScoreBasis.MEAN: "the mean of independent codings where there are several",
    ScoreBasis.SINGLE: "the primary coding where there are several",
    ScoreBasis.CONSENSUS: "the primary coding where there are several",
}


_TEAM = (
    "Profile: team. It holds rows about single sessions by pseudonym. It is for those inside the "
    "study's data agreement and is not for publication."
)
_LEFT_OUT = (
    "Names, recordings, dates of sessions, free text of answers and unshared notes are not in it. "
    "Days since implementation are; they are not to be joined with the offices' dates."
)
_LEFT_OUT_BUT_DATES = (
    "Names, recordings, free text of answers and unshared notes are not in it. The days of "
    "sessions are, as was asked for: with them a person who knows a visit can find its row."
)
_BLANKS = (
    "CSV in UTF-8, comma, decimal point. A blank is missing; the column <id>_na beside it says "
    "why. CSV has no codes such as -9 for missing values; days_since_implementation has none in "
    "any format, as it can truly be -9."
)
_DIFFER = (
    "A dimension on which coders differ whether it applies is blank (coders_differ) until there "
    "is a consensus. Scores follow the codebook and need the parts that it names; nothing is "
    "rounded."
)
_RELIABILITY = "Reliability is computed from reliability_long.csv, never from sessions.csv."
_APOSTROPHE = (
    "A text that begins with = + - @ or a line break has an apostrophe in front of it, so that no "
    "spreadsheet takes it for a formula. Numbers are never changed."
)
_MARK = (
    "CSV files begin with a byte order mark, as was asked for, so that Excel reads them as UTF-8."
)
_AS_THEY_ARE = (
    "score, reliability, compare and trend of practicecoder read the tables in data as they are."
)


_FORMATS = {
    "sav": "SPSS (.sav): ratings have user-missing codes with labels; other blanks are "
    "system-missing. phase is 0 (pre) or 1 (post), so that T-TEST takes it.",
    "dta": "Stata (.dta): ratings have extended missing values such as .a, with labels; other "
    "blanks are system-missing.",
    "parquet": "Parquet: blanks are null; labels are in the metadata of the columns.",
    "xlsx": "Excel (workbook.xlsx): texts are never formulas or links; numbers have 16 digits.",
}


_ANALYSIS = (
    "analysis/methods.md: how the numbers came about, in words.",
    "analysis/tables_apa.docx: tables for a paper.",
    (
        "analysis/replicate.py, replicate.R, replicate.sps: compute the numbers again from data; "
        "the first two say whether they agree."
    ),
    "figures: each as SVG, PDF and PNG, with its points (_data.csv) and a text (.alt.txt).",
)


_OUTSIDE = (
    "Profile: outside. It holds aggregates only: no rows about single sessions, no ids, dates or "
    "words of anybody. Offices have other names than in the study."
)
_HIDDEN = (
    "Cells that rest on fewer than 10 different workers are hidden, empty ones too, and further "
    "cells so that none can be found by subtraction; the column reason says so. Of scores that "
    "would need more hidden, only the whole is told. Sessions without a worker, office or phase "
    "on record are left out. Medians, lowest and highest values are values of persons and are not "
    "told."
)


def outside_readme(data: PackageData, tables: Sequence[Table]) -> str:
    """Content of ``README.txt`` of a package without rows."""
    who = [_OUTSIDE] if not data.made_up else [_OUTSIDE, "Nothing in it is about a real person."]
    return _page(
        data,
        (
            ("What this is", _what(data)),
            ("Who may use it", who),
            ("Files", _listed(tables)),
            (
                "Also here",
                [
                    "analysis/methods.md: how the numbers came about, in words.",
                    *(line for line in _also() if "data_dictionary" not in line),
                    "docs/data_dictionary.csv: every variable of the tables.",
                ],
            ),
            ("How to read the tables", [_HIDDEN]),
            ("How to cite", _cite(data)),
        ),
    )


def readme(data: PackageData, tables: Sequence[Table], formats: Sequence[str] = ()) -> str:
    """Content of ``README.txt``; the first table is the analysis table."""
    return _page(
        data,
        (
            ("What this is", _what(data)),
            ("Who may use it", _who(data)),
            ("Files", _listed(tables)),
            ("Also here", [*_also(), *(_ANALYSIS if any(_is_result(t) for t in tables) else ())]),
            ("How to read the tables", [*_how(data), *_codes(data, formats)]),
            ("What to keep in mind", list(cautions(data, tables[0]))),
            ("How to cite", _cite(data)),
        ),
    )


def _page(data: PackageData, sections: Sequence[tuple[str, Sequence[str]]]) -> str:
    title = f"{data.study_title}: analysis package"
    parts = [title, "=" * len(title), ""]
    if data.made_up:
        parts += [MADE_UP, ""]
    for heading, paragraphs in sections:
        parts += [heading, "-" * len(heading)]
        for paragraph in paragraphs:
            parts.append(
                textwrap.fill(
                    paragraph,
                    96,
                    subsequent_indent="  ",
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            )
        parts.append("")
    return "\n".join(parts)


def _listed(tables: Sequence[Table]) -> list[str]:
    return [f"{table.file}: {table.title} ({len(table.rows)} rows)." for table in tables]


def _what(data: PackageData) -> list[str]:
    book = data.codebook
    draft = " This codebook is a draft." if book.status is CodebookStatus.DRAFT else ""
    return [
        (
            f"Written by practicecoder {data.versions.get('practicecoder', '')} on "
            f"{data.made_at:%Y-%m-%d %H:%M} UTC."
        ),
        (
            f"Codebook: {book.title} ({book.codebook_id}, version {book.version}, SHA-256 "
            f"{book.digest}).{draft}"
        ),
        f"Wording of the codebook: {book.wording.replace(chr(10), ' ')} Licence: {book.licence}.",
    ]


def _who(data: PackageData) -> list[str]:
    if data.made_up:
        return ["Anybody: nothing in it is about a real person."]
    return [_TEAM, _LEFT_OUT_BUT_DATES if data.exact_dates else _LEFT_OUT]


def _also() -> list[str]:
    return [
        "docs/data_dictionary.csv and .html: every variable, with values and derivation.",
        "docs/codebook.toml: the coding scheme. To use it, name the file by its id.",
        "datapackage.json: the same description for programs (Data Package, version 2).",
        "CITATION.cff: how to cite, for programs.",
        "manifest.json: every file with its SHA-256, rows and columns.",
    ]


def _how(data: PackageData) -> list[str]:
    basis = (
        f"Values in sessions.csv: a consensus where there is one, else {_SEVERAL[data.several]}, "
        "else the single coding; score_basis says which."
    )
    mark = [_MARK] if data.byte_order_mark else []
    return [_BLANKS, *mark, basis, _DIFFER, _RELIABILITY, _APOSTROPHE, _AS_THEY_ARE]


def _is_result(table: Table) -> bool:
    return table.folder == "analysis"


def _codes(data: PackageData, formats: Sequence[str]) -> list[str]:
    """What the formats other than CSV do with missing values."""
    said = [words for name, words in _FORMATS.items() if name in formats]
    if "sav" in formats or "dta" in formats:
        codes = missing_codes(data.codebook)
        listed_codes = "; ".join(f"{c.spss} (.{c.stata}) {c.reason_id}" for c in codes)
        said.append(f"Codes of missing ratings in SPSS (Stata): {listed_codes}.")
    return said


def _cite(data: PackageData) -> list[str]:
    return [
        (
            f"practicecoder developers. practicecoder (version "
            f"{data.versions.get('practicecoder', '')}) [computer software]."
        ),
        *(f"For the coding scheme: {source}." for source in data.codebook.sources),
    ]
