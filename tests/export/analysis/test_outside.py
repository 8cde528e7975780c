"""A package for outside: nothing leads back to anybody, and hidden cells stay hidden."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import linprog

from practicecoder.errors import ExportError
from practicecoder.export.analysis.outside import outside_tables
from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.data import PackageData
from practicecoder.export.package import write_package
from practicecoder.export.self_check import check_outside
from practicecoder.export.table import Cell


@pytest.fixture(scope="module")
def folder(
    large: PackageData, results: AnalysisResults, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    target = tmp_path_factory.mktemp("outside") / "p"
    write_package(large, target, formats=("csv", "xlsx"), results=results)
    return target


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def canaries(data: PackageData) -> Iterator[str]:
    yield data.study_id
    for one in data.sessions:
        session = one.session
        yield from (session.session_id, session.blind_code)
        yield from (str(session.worker_id), str(session.office_id), str(session.session_date))
    for coding in data.independent:
        yield coding.coder_id
    yield "bedtime"


def test_no_id_date_or_word_of_the_study_is_in_any_file(folder: Path, large: PackageData) -> None:
    content = b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert [word for word in set(canaries(large)) if word.encode() in content] == []


def test_there_are_no_rows_of_sessions_and_no_dots(folder: Path) -> None:
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert not [name for name in names if name.startswith("data/")]
    assert {name for name in names if name.startswith("figures/")} == {
        f"figures/reliability_forest{ending}"
        for ending in (".svg", ".png", ".pdf", ".alt.txt", "_data.csv")
    }
    columns = set(read(folder / "analysis" / "descriptives.csv")[0])
    assert columns.isdisjoint({"median", "minimum", "maximum", "n_missing"})


def test_cells_of_few_workers_are_hidden_and_both_phases_told(folder: Path) -> None:
    rows = read(folder / "analysis" / "descriptives.csv")
    told = [row for row in rows if not row["reason"]]
    assert all(int(row["n_workers"]) >= 10 for row in told)
    assert all(row["n"] == row["mean"] == "" for row in rows if row["reason"])
    places = {(row["office"], row["phase"]) for row in told if row["item"] == "empathy"}
    assert {("all", "pre"), ("all", "post"), ("all", "all")} <= places
    assert any("fewer than 10 workers" in row["reason"] for row in rows)
    comparisons = read(folder / "analysis" / "comparisons.csv")
    assert all(row["t"] for row in comparisons)


def test_hidden_numbers_cannot_be_worked_out_from_the_file(folder: Path) -> None:
    """The attack knows the file alone: sums over offices and phases, and the printed reasons."""
    rows = [r for r in read(folder / "analysis" / "descriptives.csv") if r["item"] == "empathy"]
    cells = {(row["office"], row["phase"]): row for row in rows}
    hidden = [place for place, row in cells.items() if row["reason"]]
    assert hidden
    offices = sorted({office for office, _ in cells} - {"all"})
    phases = sorted({phase for _, phase in cells} - {"all"})
    sums = [
        *((("all", p), [(o, p) for o in offices]) for p in [*phases, "all"]),
        *(((o, "all"), [(o, p) for p in phases]) for o in [*offices, "all"]),
    ]
    equal, to = [], []
    for whole, parts in sums:
        row = np.zeros(len(hidden))
        rest = 0.0
        for place, sign in ((whole, 1.0), *((part, -1.0) for part in parts)):
            if place in hidden:
                row[hidden.index(place)] += sign
            else:
                rest -= sign * float(cells[place]["n"])
        if row.any():
            equal.append(row)
            to.append(rest)
    for number, place in enumerate(hidden):
        aim = np.zeros(len(hidden))
        aim[number] = 1.0
        ends = []
        for sign in (1.0, -1.0):
            found = linprog(sign * aim, A_eq=equal, b_eq=to, bounds=(0, 500))
            assert found.x is not None
            ends.append(float(found.x[number]))
        assert ends[1] - ends[0] >= 9, place


def test_items_that_belong_together_hide_the_same_cells(
    large: PackageData, results: AnalysisResults
) -> None:
    descriptives = outside_tables(large, results)[0]
    names = [column.name for column in descriptives.columns]
    hidden: dict[Cell, set[tuple[Cell, Cell]]] = {}
    for row in descriptives.rows:
        one = dict(zip(names, row, strict=True))
        places = hidden.setdefault(one["item"], set())
        if one["reason"]:
            places.add((one["office"], one["phase"]))
    assert len({frozenset(places) for places in hidden.values()}) == 1


def test_cautions_tell_no_numbers(folder: Path) -> None:
    rows = read(folder / "analysis" / "warnings.csv")
    assert rows[0]["warning_id"] == "phase_office"
    assert any(row["warning_id"] == "repeated_workers" for row in rows)
    text = " ".join(row["sentence"] for row in rows).replace("80 %", "")
    assert not any(letter.isdigit() for letter in text)


def test_formats_of_rows_are_refused(
    large: PackageData, results: AnalysisResults, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match="holds no rows, so sav, parquet cannot"):
        write_package(large, tmp_path / "p", formats=("sav", "parquet"), results=results)
    assert list(tmp_path.iterdir()) == []


def test_a_purpose_that_names_somebody_is_refused(
    large: PackageData, results: AnalysisResults, tmp_path: Path
) -> None:
    worker = str(tuple(large.sessions)[5].session.worker_id)
    named = replace(large, purpose=f"for {worker}")
    with pytest.raises(ExportError, match=r"self-check found .* manifest.json") as caught:
        write_package(named, tmp_path / "p", results=results)
    assert worker not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "words", "is_found"),
    [
        ("README.txt", "a visit of {day}", True),
        ("methods.md", "“{answer}”, somebody said", True),
        ("table.csv", "item,office\nempathy,{office}\n", True),
        ("table.csv", "item,note\nempathy,x{worker}x\n", False),
        ("README.txt", "{office}side is another place", False),
        ("picture.png", "{worker}", False),
    ],
)
def test_the_self_check_reads_every_kind_of_text(
    large: PackageData, tmp_path: Path, name: str, words: str, is_found: bool
) -> None:
    one = tuple(large.sessions)[5]
    text = words.format(
        day=one.session.session_date,
        answer=one.answers["change_goal"],
        office=one.session.office_id,
        worker=one.session.worker_id,
    )
    (tmp_path / name).write_text(text, encoding="utf-8")
    if not is_found:
        check_outside(tmp_path, large)
        return
    with pytest.raises(ExportError, match=name):
        check_outside(tmp_path, large)


def test_offices_have_other_names_even_where_those_are_taken(
    large: PackageData, results: AnalysisResults
) -> None:
    frame = results.frame.assign(
        office_id=results.frame["office_id"].replace({"Harbour": "Office 2"})
    )
    descriptives = outside_tables(large, replace(results, frame=frame))[0]
    offices = {str(row[2]) for row in descriptives.rows}
    assert offices == {"Place 1", "Place 2", "Place 3", "all"}


def test_too_few_workers_are_refused(
    large: PackageData, results: AnalysisResults, tmp_path: Path
) -> None:
    frame = results.frame.assign(worker_id=[f"w{n % 9}" for n in range(len(results.frame))])
    with pytest.raises(ExportError, match="fewer than 10 different workers"):
        write_package(large, tmp_path / "p", results=replace(results, frame=frame))
    assert list(tmp_path.iterdir()) == []


def test_agreement_on_sessions_of_few_workers_is_hidden(
    large: PackageData, results: AnalysisResults, tmp_path: Path
) -> None:
    few = tuple(
        replace(one, in_reliability=number < 9) for number, one in enumerate(large.sessions)
    )
    write_package(replace(large, sessions=few), tmp_path / "p", results=results)
    rows = read(tmp_path / "p" / "analysis" / "reliability.csv")
    assert {row["value"] for row in rows} == {""}
    assert {row["reason"] for row in rows} == {"hidden: fewer than 10 workers"}
    assert not (tmp_path / "p" / "figures").exists()
    assert "Agreement of a single" not in (tmp_path / "p" / "analysis" / "methods.md").read_text(
        "utf-8"
    )
