"""The table as Word and CSV, and the paragraph for a methods section."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from practicecoder.reports.reliability.agreement_tables import agreement_table, methods_table
from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.method import methods_paragraph, methods_text, references
from practicecoder.reports.reliability.numbers import Reasons
from practicecoder.reports.reliability.spreadsheet import write_agreement_csv
from practicecoder.reports.reliability.tables import RowKind
from practicecoder.reports.reliability.word import write_methods, write_tables_docx

DataOf = Callable[[str], ReliabilityReportData]


def test_the_word_table_has_the_cells_of_the_report(data_in: DataOf, tmp_path: Path) -> None:
    data = data_in("usual")
    write_tables_docx(data, tmp_path / "table.docx")

    document = docx.Document(str(tmp_path / "table.docx"))
    made = document.tables[1]
    expected = agreement_table(data)
    assert [cell.text for cell in made.rows[0].cells] == list(expected.columns)
    for row, wanted in zip(made.rows[1:], expected.rows, strict=True):
        texts = [cell.text for cell in row.cells]
        if wanted.kind is RowKind.HEADING:
            assert set(texts) == {wanted.cells[0]}
        else:
            assert texts == list(wanted.cells)


def test_the_word_table_has_three_rules_and_a_note(data_in: DataOf, tmp_path: Path) -> None:
    write_tables_docx(data_in("usual"), tmp_path / "table.docx")

    document = docx.Document(str(tmp_path / "table.docx"))
    made = document.tables[1]
    edges = [
        {edge.tag for borders in row._tr.iter(qn("w:tcBorders")) for edge in borders}
        for row in made.rows
    ]
    assert edges[0] == {qn("w:top"), qn("w:bottom")}
    assert edges[-1] == {qn("w:bottom")}
    assert not any(edges[1:-1])
    assert not list(made._tbl.iter(qn("w:tblBorders")))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "Table 2" in texts
    assert any(text.startswith("Note. n: sessions") for text in texts)
    assert methods_paragraph(data_in("usual")) in texts


def test_the_word_file_speaks_british_and_sets_journals_in_italics(
    data_in: DataOf, tmp_path: Path
) -> None:
    write_tables_docx(data_in("usual"), tmp_path / "t.docx")
    document = docx.Document(str(tmp_path / "t.docx"))

    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    (lancet,) = [p for p in document.paragraphs if p.text.startswith("Bland")]
    assert lancet.text.endswith("clinical measurement. The Lancet, 327(8476), 307–310.")
    assert [run.text for run in lancet.runs if run.italic] == ["The Lancet, 327"]


def test_same_input_same_word_file(data_in: DataOf, tmp_path: Path) -> None:
    data = data_in("few_sessions")
    for name in ("one.docx", "two.docx"):
        write_tables_docx(data, tmp_path / name)

    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_a_word_file_without_agreement_has_no_table(data_in: DataOf, tmp_path: Path) -> None:
    write_tables_docx(data_in("one_coder"), tmp_path / "none.docx")

    document = docx.Document(str(tmp_path / "none.docx"))
    assert not document.tables
    assert "there is no agreement to report" in document.paragraphs[2].text


def test_the_csv_has_a_row_for_each_item_and_mean_with_its_reasons(
    data_in: DataOf, tmp_path: Path
) -> None:
    write_agreement_csv(data_in("no_variance"), tmp_path / "table.csv")

    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Item"] for row in rows][:2] == [
        "Collaboration",
        "Collaboration, mean of 2 coders",
    ]
    assert len(rows) == 20
    first = rows[0]
    assert first["ICC(A,1) [95% CI]"] == "n.e. (a)"
    assert "(a) Not estimable (n = 12): every coder gave 3 to every session." in first["Note"]
    assert first["Exact"] == "100%"


def test_minus_signs_of_the_csv_are_those_of_programs(data_in: DataOf, tmp_path: Path) -> None:
    write_agreement_csv(data_in("below_chance"), tmp_path / "table.csv")

    text = (tmp_path / "table.csv").read_text(encoding="utf-8-sig")
    assert "[-" in text
    assert "−" not in text


def test_the_paragraph_names_model_type_and_unit(data_in: DataOf) -> None:
    told = methods_paragraph(data_in("usual"))

    assert "two-way random effects, absolute agreement, single rater" in told
    assert "estimated from variance components by restricted maximum likelihood" in told
    assert "Of 28 sessions" in told
    assert "(82 codings)" in told
    assert "codebook swim7, version 1.0.0" in told
    assert "(seed 20261121)" in told
    assert "ran from .52 [.27, .71] (Purposefulness) to .89 [.74, .94] (Child focus)" in told


def test_a_complete_design_is_not_told_of_reml(data_in: DataOf) -> None:
    told = methods_paragraph(data_in("perfect_agreement"))

    assert "REML" not in told
    assert "coded by all 3 coders (48 codings)" in told
    assert "ICC(A,1) was 1.00 for all 7 dimensions (n = 16)." in told
    assert "bootstrap" not in told


def test_items_without_coefficient_are_told_with_their_reason(data_in: DataOf) -> None:
    told = methods_paragraph(data_in("differ_on_applicability"))

    assert "not estimable for 1 dimension (Evocation, " in told
    assert ", n = 0)" in told


def test_a_reason_of_several_items_is_told_once(data_in: DataOf) -> None:
    told = methods_paragraph(data_in("no_variance"))

    assert told.count("every coder gave 3 to every session") == 2  # of dimensions, of scores
    assert "Clarity about concerns and Child focus, every coder gave 3" in told


def test_only_works_that_are_used_are_cited(data_in: DataOf) -> None:
    usual, complete = (references(data_in(name)) for name in ("usual", "ten_items_zero_to_ten"))

    assert list(usual) == sorted(usual, key=str.casefold)
    assert any(work.startswith("Putka") for work in usual)
    assert not any(work.startswith(("Putka", "Bland")) for work in complete)


def test_every_work_that_the_tables_name_is_in_the_list(data_in: DataOf) -> None:
    data = data_in("usual")
    told = " ".join(cell for row in methods_table(data).rows for cell in row.cells)
    told = f"{told} {methods_paragraph(data)}"
    named = {
        (author.split()[0], year)
        for author, year in re.findall(
            r"\b([A-Z][A-Za-z]+(?: (?:and|&) [A-Z][a-z]+| et al\.)?),? \(?(\d{4})\b", told
        )
    }
    listed = {(w.split(",")[0].split()[-1], w.split("(")[1][:4]) for w in references(data)}

    assert "1.96 × √2 × SEM" in told
    assert "'" not in told
    assert ("Krippendorff", "2011") in named
    assert {one for one in named if one not in listed} == set()
    assert not [work for work in references(data) if work.startswith("Hayes")]


@pytest.mark.parametrize("made_up", [True, False])
def test_the_paragraph_alone_says_what_is_made_up(
    made_up: bool, data_in: DataOf, tmp_path: Path
) -> None:
    data = replace(data_in("usual"), made_up=made_up)
    write_methods(data, tmp_path / "methods.txt")
    write_methods(data, tmp_path / "methods.docx")

    text = (tmp_path / "methods.txt").read_text(encoding="utf-8")
    document = docx.Document(str(tmp_path / "methods.docx"))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert text == methods_text(data)
    for told in (text, words):
        assert told.startswith("Made-up data") is made_up
        assert methods_paragraph(data) in told


def test_a_reason_has_one_letter() -> None:
    reasons = Reasons()

    assert [reasons.letter(r) for r in ("first", "second", "first")] == ["a", "b", "a"]
    assert reasons.told() == ("(a) first.", "(b) second.")
