"""The analysis of a package: its numbers are those of the study, and can be computed again."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from practicecoder.scoring.reliability.table import reliability_table
from practicecoder.scoring.results import Estimate, coefficient_shown
from practicecoder.scoring.trend import Correlation
from practicecoder.scoring.two_groups import TTest
from practicecoder.services.exporting import PackageOrder
from practicecoder.services.tables import load_ratings, load_session_table
from tests.builders import a_laboratory


@dataclass(frozen=True)
class Made:
    """A package in a folder, and what the study says."""

    folder: Path
    n_coded: int

    def rows(self, name: str) -> list[dict[str, str]]:
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder = tmp_path_factory.mktemp("package")
    services = a_laboratory(folder / "study", n_sessions=30)
    services.exporting.export(
        folder / "out", PackageOrder(formats=("csv", "sav"), purpose="tests")
    )
    yield Made(folder=folder / "out", n_coded=len(services.analysis.table()))
    services.close()


def test_commands_read_the_files_for_spss_as_they_read_csv(made: Made) -> None:
    items = ["care_engagement", "mi_spirit", "evocation", "empathy"]
    frames = [
        load_session_table(made.folder / "data" / f"sessions.{ending}", None)[1][items]
        for ending in ("csv", "sav")
    ]
    assert frames[0]["evocation"].isna().any()  # such cells have a code in SPSS, and a reason
    assert frames[0].equals(frames[1])
    texts, codes = (
        load_ratings(made.folder / "data" / f"ratings_long.{ending}", None)
        for ending in ("csv", "sav")
    )
    assert texts == codes


def test_comparisons_are_those_of_the_table_of_sessions(made: Made) -> None:
    from practicecoder.scoring.frames import compare_frame

    _, frame = load_session_table(made.folder / "data" / "sessions.csv", None)
    frame = frame[frame["score_basis"].notna()]
    found = {(row["item"], row["method"]): row for row in made.rows("analysis/comparisons.csv")}
    assert len(found) == 20
    n_tested = 0
    for item in ("care_engagement", "good_authority", "mi_spirit", "empathy"):
        expected = compare_frame(frame, item)
        for method, test in (("Welch t", expected.welch), ("Student t", expected.student)):
            row = found[item, method]
            assert int(row["n_pre"]) == expected.groups[0].n
            if isinstance(test, TTest):
                n_tested += 1
                assert float(row["t"]) == test.t
                assert float(row["df"]) == test.df
                assert float(row["p"]) == test.p
                assert float(row["p_holm"]) >= test.p
                assert float(row["ci_low"]) == test.interval.low
            else:
                assert row["t"] == ""
                assert row["reason"] == test.reason
    assert n_tested > 4


def test_trends_are_those_of_the_table_of_sessions(made: Made) -> None:
    from practicecoder.scoring.frames import trend_frame

    _, frame = load_session_table(made.folder / "data" / "sessions.csv", None)
    expected = trend_frame(frame[frame["score_basis"].notna()], "good_authority")
    rows = {
        r["group"]: r for r in made.rows("analysis/trends.csv") if r["item"] == "good_authority"
    }
    assert isinstance(expected.overall, Correlation)
    assert float(rows["all"]["r"]) == expected.overall.r
    for group in expected.groups:
        if isinstance(group.correlation, Correlation):
            assert float(rows[group.group]["r"]) == group.correlation.r


def test_agreement_is_that_of_the_table_of_ratings(made: Made) -> None:
    book, ratings = load_ratings(made.folder / "data" / "reliability_long.csv", None)
    expected = reliability_table(book, ratings)
    rows = {(row["item"], row["statistic"]): row for row in made.rows("analysis/reliability.csv")}
    n_estimates = 0
    for item in expected.items:
        for key, statistic in item.statistics.items():
            row = rows[item.item, key]
            if isinstance(statistic, Estimate):
                n_estimates += 1
                assert float(row["value"]) == pytest.approx(statistic.value, abs=1e-12)
            else:
                assert (row["value"], row["reason"]) == ("", statistic.reason)
    assert n_estimates > 50


def test_the_python_script_finds_the_same_numbers(made: Made) -> None:
    run = subprocess.run(
        [sys.executable, str(made.folder / "analysis" / "replicate.py")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "The numbers agree." in run.stdout


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_the_r_script_finds_the_same_numbers(made: Made) -> None:
    run = subprocess.run(
        ["Rscript", str(made.folder / "analysis" / "replicate.R")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "The numbers agree." in run.stdout


def test_the_scripts_notice_a_number_that_differs(made: Made, tmp_path: Path) -> None:
    shutil.copytree(made.folder, tmp_path / "p")
    table = tmp_path / "p" / "analysis" / "descriptives.csv"
    lines = table.read_text("utf-8").splitlines()
    cells = lines[1].split(",")
    mean = lines[0].split(",").index("mean")
    cells[mean] = repr(float(cells[mean]) + 1e-6)
    table.write_text("\n".join([lines[0], ",".join(cells), *lines[2:], ""]), encoding="utf-8")
    script = str(tmp_path / "p" / "analysis" / "replicate.py")
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "The numbers differ." in run.stdout


def test_the_syntax_for_spss_names_every_item(made: Made) -> None:
    syntax = made.text("analysis/replicate.sps")
    items = {row["item"] for row in made.rows("analysis/descriptives.csv")}
    assert all(f"    {item}\n" in syntax for item in items)
    assert syntax.count("T-TEST GROUPS=phase(0 1)") == 1


@pytest.fixture(scope="module")
def pspp_output(made: Made, tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What PSPP prints for the syntax, as rows of cells."""
    program = shutil.which("pspp")
    if program is None:
        pytest.skip("PSPP is not installed")
    printed = tmp_path_factory.mktemp("pspp") / "output.csv"
    run = subprocess.run(
        [program, "-O", "format=csv", "-o", str(printed), "analysis/replicate.sps"],
        cwd=made.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr + printed.read_text("utf-8")
    with printed.open(encoding="utf-8", newline="") as file:
        return [[cell.strip() for cell in row] for row in csv.reader(file)]


def near(printed: str, told: str) -> bool:
    """Whether a printed number is the told one, as far as it is printed."""
    decimals = len(printed.partition(".")[2])
    return abs(float(printed) - float(told)) <= 0.5 * 10.0**-decimals + 1e-9


def after(rows: list[list[str]], heading: str, nth: int = 0) -> list[list[str]]:
    """Rows of the nth table whose title begins so."""
    starts = [n for n, row in enumerate(rows) if row and row[0].startswith(heading)]
    begin = starts[nth] + 1
    length = next((n for n, row in enumerate(rows[begin:]) if not row), len(rows) - begin)
    return rows[begin : begin + length]


def test_pspp_finds_the_same_tests(made: Made, pspp_output: list[list[str]]) -> None:
    told = {(r["label"], r["method"]): r for r in made.rows("analysis/comparisons.csv") if r["t"]}
    label, n_compared = "", 0
    for row in after(pspp_output, "Table: Independent Samples Test")[3:]:
        label = row[0] or label
        method = "Student t" if row[1] == "Equal variances assumed" else "Welch t"
        if (label, method) not in told:
            continue
        one = told[label, method]
        numbers = dict(zip(("t", "df", "p", "mean_difference"), row[4:8], strict=True))
        for name, printed in numbers.items():
            sign = "-" if name in ("t", "mean_difference") else ""
            assert near(printed, str(float(f"{sign}1") * float(one[name]))), (label, method, name)
        n_compared += 1
    assert n_compared == len(told) > 10


def test_pspp_finds_the_same_means(made: Made, pspp_output: list[list[str]]) -> None:
    told = [
        r for r in made.rows("analysis/descriptives.csv") if r["office"] == r["phase"] == "all"
    ]
    table = after(pspp_output, "Table: Statistics")
    by_name = {row[0] or row[1]: row for row in table}
    for place, one in enumerate(told):
        labels = table[0]
        column = labels.index(one["label"])
        for name, told_as in (("Mean", "mean"), ("Std Dev", "sd"), ("Median", "median")):
            assert near(by_name[name][column], one[told_as]), (place, name)


def test_pspp_finds_the_same_correlations(made: Made, pspp_output: list[list[str]]) -> None:
    told = [r for r in made.rows("analysis/trends.csv") if r["group"] == "all"]
    table = after(pspp_output, "Table: Correlations")
    values = {row[0]: row[2] for row in table if row[1] == "Pearson Correlation"}
    compared = [one for one in told if one["label"] in values]
    assert len(compared) == 3
    assert all(near(values[one["label"]], one["r"]) for one in compared)


def test_every_figure_has_its_points_and_a_text(made: Made) -> None:
    figures = made.folder / "figures"
    names = {path.stem for path in figures.glob("*.svg")}
    assert names == {
        "reliability_forest",
        *(f"scatter_{s}_days" for s in ("care_engagement", "good_authority", "mi_spirit")),
        *(f"before_after_{s}" for s in ("care_engagement", "good_authority", "mi_spirit")),
    }
    for name in names:
        assert (figures / f"{name}.png").read_bytes().startswith(b"\x89PNG")
        assert (figures / f"{name}.pdf").read_bytes().startswith(b"%PDF")
        assert len((figures / f"{name}.alt.txt").read_text("utf-8").split()) > 5
        assert made.rows(f"figures/{name}_data.csv")
    points = made.rows("figures/scatter_good_authority_days_data.csv")
    (overall,) = [
        row
        for row in made.rows("analysis/trends.csv")
        if (row["item"], row["group"]) == ("good_authority", "all")
    ]
    assert len(points) == int(overall["n"])


def test_the_methods_tell_numbers_of_the_results(made: Made) -> None:
    text = made.text("analysis/methods.md")
    assert f", {made.n_coded} were coded." in text
    assert "MADE-UP DATA" in text
    assert "mean of collaboration, autonomy and evocation; only if all are rated" in text
    assert "Welch, B. L. (1947)" in text
    gaps = [
        r["sentence"]
        for r in made.rows("analysis/warnings.csv")
        if r["warning_id"] == "methods_gap"
    ]
    assert any("no record of" in sentence for sentence in gaps)


def test_tables_for_word_are_printed_as_apa_asks(made: Made) -> None:
    content = (made.folder / "analysis" / "tables_apa.docx").read_bytes()
    document = Document(BytesIO(content))
    comparisons, agreement, trends = document.tables
    heading = [cell.text for cell in comparisons.rows[1].cells]
    assert heading[:4] == ["Score", "n", "M", "SD"]
    italic = comparisons.rows[1].cells[2].paragraphs[0].runs[0].italic
    assert italic
    assert len(comparisons.rows) == 2 + 10
    assert len(agreement.rows) == 1 + 10
    texts = [c.text for t in document.tables for row in t.rows for c in row.cells]
    assert not [text for text in texts if "0." in text and "[-" in text]
    assert all("nan" not in text for text in texts)
    (first,) = [
        row
        for row in made.rows("analysis/comparisons.csv")
        if (row["item"], row["method"]) == ("care_engagement", "Welch t")
    ]
    assert comparisons.rows[2].cells[1].text == first["n_pre"]
    assert len(trends.rows) > 3
    properties = document.core_properties
    assert properties.author == properties.last_modified_by == "practicecoder"
    assert properties.comments == ""
    assert properties.language == "en-GB"
    spoken = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert spoken == {"en-GB"}
    alphas = {row.cells[0].text: row.cells[4].text for row in agreement.rows}
    (interval,) = [
        row
        for row in made.rows("analysis/reliability.csv")
        if (row["item"], row["statistic"]) == ("care_engagement", "alpha_interval")
    ]
    assert alphas["Care and engagement"].startswith(
        coefficient_shown(float(interval["value"])).replace("-", "−")
    )


def test_results_are_in_the_dictionary_and_the_manifest(made: Made) -> None:
    listed = {row["file"] for row in made.rows("docs/data_dictionary.csv")}
    assert {"analysis/comparisons.csv", "analysis/reliability.csv"} <= listed
    assert '"path": "figures/reliability_forest.svg"' in made.text("manifest.json")


def test_cautions_stand_beside_the_numbers(made: Made) -> None:
    kinds = {row["warning_id"] for row in made.rows("analysis/warnings.csv")}
    assert {"many_tests", "repeated_workers"} <= kinds
    sentences = [
        (row["warning_id"], row["item"], row["sentence"])
        for row in made.rows("analysis/warnings.csv")
    ]
    assert len(set(sentences)) == len(sentences)
