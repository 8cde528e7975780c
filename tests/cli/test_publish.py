"""The published set in one step: the same digits from command, Word and tables."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document

from practicecoder.scoring.results import p_shown, shown
from tests.cli.conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden"
SESSIONS = GOLDEN / "fsh_sessions.csv"

pytestmark = pytest.mark.golden


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of the set, made once: with Student's test, as the evaluation has it."""
    from practicecoder.cli.main import main

    target = tmp_path_factory.mktemp("published") / "set"
    words = ["publish", str(SESSIONS), "--equal-variances", "--made-on", "2026-11-21"]
    assert main([*words, "--out", str(target)], lambda _: 0) == 0
    return target


@pytest.fixture(scope="module")
def document(folder: Path) -> Document:
    return docx.Document(str(folder / "published.docx"))


def row_of(document: Document, table: int, name: str, place: int = 0) -> dict[str, str]:
    """Cells by heading of the row of a name, the ``place``-th of that name."""
    made = document.tables[table]
    heading = [cell.text for cell in made.rows[0].cells]
    rows = [[cell.text for cell in row.cells] for row in made.rows]
    return dict(zip(heading, [r for r in rows if r[0] == name][place], strict=True))


@pytest.mark.parametrize(
    ("skill", "before", "after", "t", "df", "p"),
    [
        ("Evocation", "2.20", "2.43", "0.737", "43", ".465"),
        ("Collaboration", "2.34", "2.54", "0.968", "94", ".335"),
        ("Autonomy", "2.52", "2.53", "0.070", "95", ".944"),
        ("Care and engagement", "2.23", "2.38", "0.916", "94", ".362"),
        ("Good authority", "2.37", "2.69", "2.330", "101", ".022"),
    ],
)
def test_word_prints_what_the_evaluation_printed(
    document: Document, skill: str, before: str, after: str, t: str, df: str, p: str
) -> None:
    row = row_of(document, 0, skill)

    assert row["M (SD) before"].startswith(before)
    assert row["M (SD) after"].startswith(after)
    assert (row["t"], row["df"], row["p"]) == (t, df, p)


@pytest.mark.parametrize(
    ("place", "r", "p", "n", "within"),
    [
        (0, ".143", ".165", "96", {"Office 1": ".246", "Office 2": ".126"}),
        (1, ".202", ".041", "103", {"Office 2": "−.314", "Office 3": ".297"}),
    ],
)
def test_word_prints_the_correlations_with_days(
    document: Document, place: int, r: str, p: str, n: str, within: dict[str, str]
) -> None:
    row = row_of(document, 5, "All offices", place)

    assert (row["n"], row["p"]) == (n, p)
    assert row["r [95% CI]"].startswith(f"{r} [")
    for office, expected in within.items():
        assert row_of(document, 5, office, place)["r [95% CI]"].startswith(f"{expected} [")


def test_command_word_and_compare_print_the_same_digits(run: Run, document: Document) -> None:
    told = run("publish", SESSIONS, "--equal-variances")
    assert told.code == 0, told.err
    table = document.tables[0]
    lines = told.out.splitlines()

    for row in list(table.rows)[1:]:
        cells = [cell.text for cell in row.cells]
        line = next(line for line in lines if line.startswith(cells[0] + "  "))
        assert [part.strip() for part in line.split("  ") if part.strip()] == cells
    for score, label in (("good_authority", "Good authority"), ("empathy", "Empathy")):
        arguments = ("compare", SESSIONS, "--score", score, "--equal-variances", "--json")
        found: Any = run(*arguments).json
        row = row_of(document, 0, label)
        assert row["t"] == shown(found["test"]["t"], 3)
        assert row["p"] == p_shown(found["test"]["p"])
        assert row["n before"] == str(found["groups"][0]["n"])


def test_tables_hold_the_printed_numbers_at_full_precision(
    folder: Path, document: Document
) -> None:
    with (folder / "table_02_before_after.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["method"] == "Student t"]
    labels = [row.cells[0].text for row in list(document.tables[0].rows)[1:]]

    for row, label in zip(rows, labels, strict=True):
        printed = row_of(document, 0, label)
        assert shown(float(row["t"]), 3) == printed["t"].replace("−", "-")
        assert p_shown(float(row["p"])) == printed["p"]
        assert p_shown(float(row["p_holm"])) == printed["p Holm"]
    with (folder / "table_23_office_period.csv").open(encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file))
    small = next(
        c
        for c in cells
        if (c["item"], c["office_id"], c["period"]) == ("good_authority", "Office 2", "0-99")
    )
    assert (small["n"], float(small["mean"])) == ("2", 4.0)


def test_small_cells_are_grey_in_word(folder: Path) -> None:
    grey = []
    for row in docx.Document(str(folder / "published.docx")).tables[3].rows:
        for cell in row.cells:
            run = cell.paragraphs[0].runs[0]
            if run.font.color is not None and str(run.font.color.rgb) == "767676":
                grey.append(cell.text)

    assert "4.00 (2)" in grey
    assert "2.83 (16)" not in grey


def test_the_paragraph_has_the_numbers_of_the_tables_and_every_caution_stands(
    folder: Path, document: Document
) -> None:
    text = (folder / "methods.txt").read_text(encoding="utf-8")

    assert document.paragraphs[1].text in text
    assert "104 sessions of 41 workers in 3 offices" in text
    assert "t(101) = 2.330, p = .022, g = 0.50 [0.07, 0.93]" in text
    assert "r = .202, p = .041, n = 103; office-adjusted −0.001 points per 100 days" in text
    for told in (
        "All 32 before sessions come from Office 1.",
        "16 sessions are labelled before but lie at day 19 to 196.",
        "Evocation rests on 45 of 104 sessions",
        "104 sessions come from 41 workers",
        "Means of fewer than 10 sessions",
    ):
        assert told in text


def test_every_figure_has_three_formats_its_points_and_its_text(
    folder: Path, document: Document
) -> None:
    for name, n in (("figure_02_05_good_authority", 103), ("figure_06_care_engagement", 96)):
        for suffix in ("svg", "pdf", "png"):
            assert (folder / f"{name}.{suffix}").stat().st_size > 5_000
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == n
        alt = (folder / f"{name}_alt.txt").read_text(encoding="utf-8").strip()
        assert alt.startswith(f"{n} sessions in three offices.")
        with zipfile.ZipFile(folder / "published.docx") as parts:
            assert alt in parts.read("word/document.xml").decode()
    assert len(document.inline_shapes) == 3


def test_contradictions_are_listed_session_by_session(folder: Path) -> None:
    with (folder / "phase_against_days.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert len(rows) == 16
    assert {row["phase"] for row in rows} == {"pre"}
    assert all(int(row["days_since_implementation"]) >= 0 for row in rows)


def test_a_folder_with_something_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("mine", encoding="utf-8")

    done = run("publish", SESSIONS, "--out", tmp_path)

    assert done.code == 1
    assert "not an empty folder" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_table_without_offices_says_what_it_needs(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "sessions.csv"
    table.write_text("session_id,phase,empathy\nS1,pre,3\nS2,post,4\n", encoding="utf-8")

    done = run("publish", table)

    assert done.code == 1
    assert "no column 'office_id'" in done.err


def test_cautions_below_a_table_name_the_scores_they_are_about(document: Document) -> None:
    notes = [p.text for p in document.paragraphs if p.text.startswith("Note.")]
    days = next(note for note in notes if "Pearson’s r" in note)

    assert "Caution for Care and engagement: 96 sessions come from" in days
    assert "Caution for Good authority: Offices differ from each other" in days
    assert "r = −.31 (Office 2)" in days
    assert not [note for note in notes if "'" in note]
    skills = notes[0]
    assert "Caution: 10 comparisons;" in skills
    assert "Caution: MI spirit rests on 44 of" in skills
    assert "Caution: All 29 before" not in skills
    assert "Caution for Collaboration, Autonomy and Care and engagement: All 29 before" in skills
