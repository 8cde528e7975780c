"""The structure a screen reader follows: order, headings, tables, figures, artifacts."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf

from practicecoder.reports.data import WorkerReportData
from practicecoder.reports.styles import PAGE

CasePdf = Callable[[str], Path]


def test_headings_come_in_the_order_of_the_page(case_pdf: CasePdf) -> None:
    with pikepdf.open(case_pdf("third_visit")) as pdf:
        headings = [
            (str(element.S), str(element.ActualText))
            for element in _elements(pdf)
            if str(element.S) in ("/H1", "/H2")
        ]

    assert headings == [
        ("/H1", "Practice feedback: visit of 6 October 2026"),
        ("/H2", "What you did well"),
        ("/H2", "One thing to build next"),
        ("/H2", "The ratings"),
        ("/H2", "Where it happened (52 minutes)"),
        ("/H2", "Evidence behind each rating"),
        ("/H2", "How you saw it (before reading this)"),
        ("/H2", "Agreed in supervision"),
        ("/H2", "My response (the worker’s words, kept with this report)"),
        ("/H2", "How to read this report"),
    ]


def test_the_parts_are_read_in_the_order_they_are_seen(case_pdf: CasePdf) -> None:
    with pikepdf.open(case_pdf("everything")) as pdf:
        root: Any = pdf.Root
        (document,) = root.StructTreeRoot.K
        parts = " ".join(str(part.S)[1:] for part in document.K)

    opening = "H1 P P"
    chosen = "H2 P P H2 P"
    ratings = "H2 Table P P"
    timeline = "H2 Figure P"
    evidence = "H2 Table"
    own_view = "H2 P Table"
    family = "H2 P P"
    agreed = "H2 P P P P P"
    response = "H2 P P"
    reading = "H2 P"
    signatures = "P P P"
    assert parts == " ".join(
        (
            opening,
            chosen,
            ratings,
            timeline,
            evidence,
            own_view,
            family,
            agreed,
            response,
            reading,
            signatures,
        )
    )


def test_every_case_has_one_title(case_name: str, case_pdf: CasePdf) -> None:
    with pikepdf.open(case_pdf(case_name)) as pdf:
        tags = [str(element.S) for element in _elements(pdf)]

    assert tags.count("/H1") == 1
    assert tags[:2] == ["/Document", "/H1"]


def test_every_figure_says_its_finding_and_where_it_is(case_name: str, case_pdf: CasePdf) -> None:
    with pikepdf.open(case_pdf(case_name)) as pdf:
        figures = [element for element in _elements(pdf) if str(element.S) == "/Figure"]

        assert figures
        for figure in figures:
            assert str(figure.Alt).endswith((".", "…"))
            left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
            assert 0 <= left < right <= PAGE.width
            assert 0 <= bottom < top <= PAGE.height


def test_a_figure_gives_the_numbers_it_draws(case_pdf: CasePdf) -> None:
    with pikepdf.open(case_pdf("third_visit")) as pdf:
        told = [str(e.Alt) for e in _elements(pdf) if str(e.S) == "/Figure"]

    assert "Good authority 3.3, likely range 2.9 to 3.8; visit before 3.0." in told
    assert "Empathy 2; visit before 2." in told
    assert "Evocation not rated; visit before 3." in told
    assert "Evocation, oldest visit first: N/A, 3, N/A." in told
    timeline = told[-1]
    assert timeline.startswith("The visit of 52 minutes. Worker talking")
    assert "Strength at 03:10, 20:10 and 29:35. To build at 14:05 and 38:30." in timeline


def test_tables_have_headings_for_rows_and_columns(
    case_name: str, case: Callable[[str], WorkerReportData], case_pdf: CasePdf
) -> None:
    with pikepdf.open(case_pdf(case_name)) as pdf:
        tables = [element for element in _elements(pdf) if str(element.S) == "/Table"]

        assert len(tables) == 2 + bool(case(case_name).own_ratings)
        for table in tables:
            first, *rest = table.K
            assert {str(cell.S) for cell in first.K} == {"/TH"}
            assert {str(cell.A.Scope) for cell in first.K} == {"/Column"}
            for row in rest:
                head, *cells = row.K
                assert (str(head.S), str(head.A.Scope)) == ("/TH", "/Row")
                assert {str(cell.S) for cell in cells} == {"/TD"}
                assert len(row.K) == len(first.K)


def test_a_table_over_several_pages_is_one_table(case_pdf: CasePdf) -> None:
    with pikepdf.open(case_pdf("lower_is_better")) as pdf:
        chart, evidence, _ = (e for e in _elements(pdf) if str(e.S) == "/Table")

        assert len(evidence.K) == 1 + 22
        assert len(chart.K) == 1 + 3 + 22


def test_the_catalog_says_tagged_british_english_with_a_title(
    case_name: str, case_pdf: CasePdf
) -> None:
    with pikepdf.open(case_pdf(case_name)) as pdf:
        root: Any = pdf.Root

        assert root.MarkInfo.Marked is True
        assert str(root.Lang) == "en-GB"
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert str(root.StructTreeRoot.Type) == "/StructTreeRoot"


def test_every_mark_belongs_to_the_element_that_the_parent_tree_names(
    case_name: str, case_pdf: CasePdf
) -> None:
    with pikepdf.open(case_pdf(case_name)) as pdf:
        root: Any = pdf.Root
        numbers = list(root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for number, page in enumerate(pdf.pages):
            marks = _marked_ids(page)
            assert int(page.obj.StructParents) == number
            assert str(page.obj.Tabs) == "/S"
            assert marks == list(range(len(owners[number])))
            for mark, owner in enumerate(owners[number]):
                assert any(
                    isinstance(kid, pikepdf.Dictionary)
                    and kid.get("/MCID") == mark
                    and kid.Pg.objgen == page.obj.objgen
                    for kid in owner.K
                )


def test_everything_drawn_is_either_tagged_or_an_artifact(
    case_name: str, case_pdf: CasePdf
) -> None:
    painting = {"Tj", "TJ", "'", "f", "f*", "S", "s", "B", "b"}
    with pikepdf.open(case_pdf(case_name)) as pdf:
        for page in pdf.pages:
            depth = 0
            for operation in pikepdf.parse_content_stream(page):
                name = str(operation.operator)
                if name in ("BDC", "BMC"):
                    depth += 1
                    assert depth == 1
                elif name == "EMC":
                    depth -= 1
                elif name in painting:
                    assert depth == 1, operation
            assert depth == 0


def test_read_aloud_the_lines_of_a_paragraph_do_not_join_words(case_pdf: CasePdf) -> None:
    told = subprocess.run(
        ["pdfinfo", "-struct-text", str(case_pdf("third_visit"))],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout

    assert "This page describes one conversation; it does not grade you." in told
    assert "between ‘heard a little’ and ‘mixed’" in told


def test_footer_and_marks_are_not_read_aloud(
    case: Callable[[str], WorkerReportData], case_pdf: CasePdf
) -> None:
    told = subprocess.run(
        ["pdfinfo", "-struct-text", str(case_pdf("third_visit"))],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout

    assert case("third_visit").provenance.marking not in told
    assert "Page 1 of 2" not in told


def _elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Elements of the structure in reading order."""
    root: Any = pdf.Root
    waiting = list(root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield element
            waiting = [*element.get("/K", []), *waiting]


def _marked_ids(page: pikepdf.Page) -> list[int]:
    return [
        int(operation.operands[1].MCID)
        for operation in pikepdf.parse_content_stream(page)
        if str(operation.operator) == "BDC"
    ]
