"""Tables for a paper, in Word, as APA asks for them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.data import PackageData
from practicecoder.export.readme import MADE_UP
from practicecoder.scoring.analysis_warnings import AnalysisWarning, low_agreement
from practicecoder.scoring.reliability.design import ItemKind
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    coefficient_shown,
    p_shown,
    shown,
)
from practicecoder.scoring.scores import listed
from practicecoder.scoring.trend import Correlation
from practicecoder.scoring.two_groups import GroupComparison, TTest

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable

NONE = "—"
_LANGUAGE = "en-GB"
_MINUS = "\N{MINUS SIGN}"
_SYMBOLS = frozenset({"n", "M", "SD", "t", "df", "p", "g", "r"})
_NOT_ESTIMABLE = f"{NONE} not estimable; analysis/*.csv says why."


@dataclass(frozen=True, slots=True, kw_only=True)
class ApaTable:
    """One table: title, heading, rows of printed texts, and its note.

    ``above`` names groups of columns: text, first and last column; empty for none.
    """

    title: str
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    above: tuple[tuple[str, int, int], ...] = ()


def word_tables(data: PackageData, results: AnalysisResults) -> bytes:
    """Content of ``tables_apa.docx``."""
    from docx import Document
    from docx.oxml.ns import qn

    document = Document()
    properties = document.core_properties
    properties.author = properties.last_modified_by = "practicecoder"
    properties.title = f"{data.study_title}: tables"
    properties.comments = ""  # the library names itself there
    properties.language = _LANGUAGE
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)
    properties.created = properties.modified = data.made_at.replace(tzinfo=None)
    _landscape(document)
    if data.made_up:
        document.add_paragraph(MADE_UP)
    for number, table in enumerate(apa_tables(results), start=1):
        _add(document, number, table)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def apa_tables(results: AnalysisResults) -> tuple[ApaTable, ...]:
    """Tables of comparisons, of agreement, and of relations with days."""
    return (_comparisons(results), _agreement(results), _trends(results))


def _comparisons(results: AnalysisResults) -> ApaTable:
    rows = []
    of_comparisons = {item: results.comparisons[item].warnings for item in results.labels}
    for item in results.labels:
        found = results.comparisons[item]
        groups = [
            cell
            for group in found.groups
            for cell in (str(group.n), _decimal(group.mean), _decimal(group.sd))
        ]
        rows.append((results.labels[item], *groups, *_test(found)))
    return ApaTable(
        title="Practice before and after implementation",
        above=(("Before", 1, 3), ("After", 4, 6)),
        heading=(
            *("Score", "n", "M", "SD", "n", "M", "SD"),
            *("Difference [95% CI]", "t", "df", "p", "p (Holm)", "g [95% CI]"),
        ),
        rows=tuple(rows),
        note=(
            "Welch’s t. Difference is after minus before. n counts sessions with a value. "
            f"{_NOT_ESTIMABLE}{_cautions(results.labels, of_comparisons)}"
        ),
    )


def _cautions(labels: Mapping[str, str], found: Mapping[str, Sequence[AnalysisWarning]]) -> str:
    """Cautions for the end of a note, each once, after the items that it is about.

    One that holds for every item of the table alike, or names its item, names none before.
    """
    about: dict[str, list[str]] = {}
    for item, warnings in found.items():
        for warning in warnings:
            about.setdefault(warning.sentence, []).append(labels[item])
    told = [
        f" Caution: {sentence}"
        if len(names) == len(found) or names[0] in sentence
        else f" Caution for {listed(names)}: {sentence}"
        for sentence, names in about.items()
    ]
    return "".join(told)


def _test(found: GroupComparison) -> tuple[str, ...]:
    test = found.welch
    if not isinstance(test, TTest):
        return (NONE,) * 6
    effect = _with_limits(_decimal(test.hedges_g), test.hedges_g_interval)
    return (
        _with_limits(_decimal(test.mean_difference), test.interval),
        _decimal(test.t),
        _decimal(test.df, 0 if float(test.df).is_integer() else 1),
        p_shown(test.p),
        NONE if found.p_holm is None else p_shown(found.p_holm),
        effect,
    )


def _agreement(results: AnalysisResults) -> ApaTable:
    rows = []
    of_scores = {
        one.item: low_agreement(one.label, one.headline)
        for one in results.reliability.items
        if one.item in results.score_ids
    }
    for item in results.reliability.items:
        metric = "alpha_interval" if item.kind is ItemKind.SCORE else "alpha_ordinal"
        alpha = item.statistics.get(metric, NotEstimable(reason="", n=0))
        rows.append(
            (
                item.label,
                str(item.n_sessions),
                _coefficient(item.headline),
                _coefficient(item.average),
                _coefficient(alpha),
            )
        )
    return ApaTable(
        title="Agreement of coders",
        heading=("Item", "n", "ICC(A,1) [95% CI]", "ICC(A,k) [95% CI]", "alpha [95% CI]"),
        rows=tuple(rows),
        note=(
            "ICC(A,1): two-way random effects, absolute agreement of a single coder; ICC(A,k): "
            "of the mean of the coders; alpha: Krippendorff’s, with ordinal distances, of scores "
            "with interval distances. n counts sessions that two or more coders rated on the "
            f"item. {_NOT_ESTIMABLE}{_cautions(results.labels, of_scores)}"
        ),
    )


def _trends(results: AnalysisResults) -> ApaTable:
    rows = []
    of_trends = {item: results.trends[item].warnings for item in results.score_ids}
    for item in results.score_ids:
        found = results.trends[item]
        named = [("All offices", found.overall), *((g.group, g.correlation) for g in found.groups)]
        for name, one in named:
            if isinstance(one, Correlation):
                r = _with_limits(coefficient_shown(one.r), one.interval, coefficients=True)
                cells = (str(one.n), r, p_shown(one.p), _decimal(one.slope_per_100_days))
            else:
                cells = (str(one.n), NONE, NONE, NONE)
            rows.append((results.labels[item], name, *cells))
    return ApaTable(
        title="Relation of scores with days since implementation",
        heading=("Score", "Office", "n", "r [95% CI]", "p", "Change in 100 days"),
        rows=tuple(rows),
        note=(
            f"Pearson’s r with Fisher’s interval. {_NOT_ESTIMABLE}"
            f"{_cautions(results.labels, of_trends)}"
        ),
    )


def _coefficient(found: Estimate | NotEstimable) -> str:
    if isinstance(found, NotEstimable):
        return NONE
    return _with_limits(coefficient_shown(found.value), found.interval, coefficients=True)


def _decimal(value: float | None, decimals: int = 2) -> str:
    return NONE if value is None else shown(value, decimals)


def _with_limits(text: str, interval: Interval | NoInterval, *, coefficients: bool = False) -> str:
    if isinstance(interval, NoInterval):
        return text
    ends = (interval.low, interval.high)
    low, high = (coefficient_shown(e) if coefficients else shown(e, 2) for e in ends)
    return f"{text} [{low}, {high}]"


# The document -----------------------------------------------------------------------------------


def _landscape(document: Document) -> None:
    from docx.enum.section import WD_ORIENT

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    width, height = section.page_height, section.page_width
    section.page_width, section.page_height = width, height


def _add(document: Document, number: int, table: ApaTable) -> None:
    document.add_paragraph().add_run(f"Table {number}").bold = True
    title = document.add_paragraph()
    title.add_run(table.title).italic = True
    for paragraph in document.paragraphs[-2:]:
        paragraph.paragraph_format.keep_with_next = True
    n_above = 1 if table.above else 0
    made = document.add_table(rows=n_above + 1, cols=len(table.heading))
    if table.above:
        for text, first, last in table.above:
            made.cell(0, first).merge(made.cell(0, last)).text = text
    for place, text in enumerate(table.heading):
        _fill(made.rows[n_above].cells[place].paragraphs[0], text, symbols=True)
    for row in range(n_above + 1):
        _repeat(made, row)
    for cells in table.rows:
        added = made.add_row().cells
        for cell, text in zip(added, cells, strict=True):
            _fill(cell.paragraphs[0], text)
    _rule(made, n_above)
    note = document.add_paragraph()
    note.add_run("Note. ").italic = True
    note.add_run(table.note)


def _fill(paragraph: object, text: str, *, symbols: bool = False) -> None:
    from docx.shared import Pt
    from docx.text.paragraph import Paragraph

    assert isinstance(paragraph, Paragraph)
    first, space, rest = text.partition(" ")
    if symbols and first in _SYMBOLS:
        paragraph.add_run(first).italic = True
        paragraph.add_run(f"{space}{rest}")
    else:
        paragraph.add_run(_with_minus(text))
    for run in paragraph.runs:
        run.font.size = Pt(9)


def _with_minus(text: str) -> str:
    """Text with the true minus sign before numbers.

    Examples
    --------
    >>> _with_minus("-0.10 [-0.40, 0.20]") == "−0.10 [−0.40, 0.20]"
    True
    """
    made = []
    for place, letter in enumerate(text):
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        is_sign = letter == "-" and (after.isdigit() or after == ".") and before in ("", " ", "[")
        made.append(_MINUS if is_sign else letter)
    return "".join(made)


def _repeat(table: WordTable, row: int) -> None:
    """Let a row of the heading stand on every page."""
    from docx.oxml import OxmlElement

    properties = table.rows[row]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _rule(table: WordTable, heading: int) -> None:
    """Lines above and below the heading and below the table, and no others."""
    _line(table.rows[0].cells, "top")
    _line(table.rows[heading].cells, "bottom")
    _line(table.rows[-1].cells, "bottom")


def _line(cells: Iterable[object], side: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.table import _Cell

    for cell in cells:
        assert isinstance(cell, _Cell)
        properties = cell._tc.get_or_add_tcPr()
        borders = properties.find(qn("w:tcBorders"))
        if borders is None:
            borders = OxmlElement("w:tcBorders")
            properties.append(borders)
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
