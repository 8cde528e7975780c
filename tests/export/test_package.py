from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest
from openpyxl import load_workbook

from practicecoder.codebook import library
from practicecoder.codebook.loader import parse_codebook
from practicecoder.domain.coding import ItemRating, Rating, ScoreBasis
from practicecoder.domain.ids import CoderId, SessionId, WorkerId
from practicecoder.errors import ExportError
from practicecoder.export import package as package_module
from practicecoder.export.cautions import cautions
from practicecoder.export.data import PackageData
from practicecoder.export.files import KNOWN_FORMATS
from practicecoder.export.missing import missing_codes
from practicecoder.export.names import check_names
from practicecoder.export.package import prepare_package, write_package
from practicecoder.export.sessions_table import sessions_table
from practicecoder.export.tables import all_tables
from practicecoder.export.writers.sav_writer import missing_ranges


def document(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_folder(package: PackageData, tmp_path: Path) -> None:
    target = tmp_path / "out" / "package"
    written = write_package(package, target)
    assert [path.relative_to(target).as_posix() for path in written] == [
        "README.txt",
        "CITATION.cff",
        "data/sessions.csv",
        "data/ratings_long.csv",
        "data/reliability_long.csv",
        "data/consensus_long.csv",
        "data/workers.csv",
        "data/offices.csv",
        "data/coders.csv",
        "docs/data_dictionary.csv",
        "docs/data_dictionary.html",
        "docs/codebook.toml",
        "datapackage.json",
        "manifest.json",
    ]
    assert {path for path in target.rglob("*") if path.is_file()} == set(written)
    assert list(target.parent.iterdir()) == [target]


def test_the_manifest_agrees_with_every_file(package: PackageData, tmp_path: Path) -> None:
    target = tmp_path / "package"
    written = write_package(package, target)
    manifest = document(target / "manifest.json")
    assert [entry["path"] for entry in manifest["files"]] == [
        path.relative_to(target).as_posix() for path in written[:-1]
    ]
    for entry in manifest["files"]:
        content = (target / entry["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
        assert len(content) == entry["bytes"]
        if "rows" in entry:
            table = rows(target / entry["path"])
            assert len(table) == entry["rows"]
            assert not table or list(table[0]) == entry["columns"]
    assert manifest["made_up"] is True
    assert manifest["made_at"] == "2026-11-20T14:02:07Z"
    assert manifest["codebook"]["digest"] == package.codebook.digest
    assert manifest["filters"]["withdrawn_sessions_left_out"] == 2
    assert manifest["seed"] == 7


def test_the_codebook_in_the_package_is_the_codebook(package: PackageData, tmp_path: Path) -> None:
    write_package(package, tmp_path / "p")
    text = (tmp_path / "p" / "docs" / "codebook.toml").read_text(encoding="utf-8")
    assert parse_codebook(text, "swim7.toml") == package.codebook


def test_the_same_study_gives_the_same_bytes(package: PackageData, tmp_path: Path) -> None:
    shuffled = replace(
        package,
        sessions=tuple(package.sessions)[::-1],
        independent=tuple(package.independent)[::-1],
        offices=package.offices[::-1],
    )
    first = write_package(package, tmp_path / "a")
    second = write_package(shuffled, tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_every_variable_of_every_table_is_in_the_dictionary(
    package: PackageData, tmp_path: Path
) -> None:
    write_package(package, tmp_path / "p")
    dictionary = rows(tmp_path / "p" / "docs" / "data_dictionary.csv")
    assert [(row["file"], row["name"]) for row in dictionary] == [
        (table.file, column.name) for table in all_tables(package) for column in table.columns
    ]
    assert all(row["label"] and row["type"] and row["measure"] for row in dictionary)
    (spirit,) = [row for row in dictionary if row["name"] == "mi_spirit"]
    assert spirit["derivation"] == (
        "mean of collaboration, autonomy and evocation; only if all are rated"
    )
    assert (spirit["minimum"], spirit["maximum"]) == ("1", "5")
    assert spirit["first_codebook_version"] == "1.0.0"
    (empathy,) = [row for row in dictionary if row["name"] == "empathy"]
    assert "3 = mixed (anchor)" in empathy["values"]


def test_the_data_package_describes_the_tables(package: PackageData, tmp_path: Path) -> None:
    target = tmp_path / "p"
    write_package(package, target)
    described = document(target / "datapackage.json")
    assert "made-up data" in described["title"]
    for resource in described["resources"]:
        table = rows(target / resource["path"])
        fields = resource["schema"]["fields"]
        assert not table or [field["name"] for field in fields] == list(table[0])
        for field in fields:
            cells = [row[field["name"]] for row in table]
            filled = [cell for cell in cells if cell]
            bounds = field.get("constraints", {})
            if bounds.get("required"):
                assert len(filled) == len(cells), field["name"]
            if "categories" in field:
                values = {str(category["value"]) for category in field["categories"]}
                assert set(filled) <= values, field["name"]
            if field["type"] != "string":
                assert all(float(cell) >= bounds.get("minimum", -1e9) for cell in filled)
                assert all(float(cell) <= bounds.get("maximum", 1e9) for cell in filled)
            if field["type"] == "integer":
                assert all(cell.lstrip("-").isdigit() for cell in filled)
        key = resource["schema"].get("primaryKey", [])
        keys = [tuple(row[name] for name in key) for row in table]
        assert not key or len(set(keys)) == len(keys)


def test_foreign_keys_lead_somewhere(package: PackageData, tmp_path: Path) -> None:
    target = tmp_path / "p"
    write_package(package, target)
    resources = {r["name"]: r for r in document(target / "datapackage.json")["resources"]}
    for resource in resources.values():
        for key in resource["schema"].get("foreignKeys", []):
            (column,) = key["fields"]
            other = resources[key["reference"]["resource"]]
            known = {row[column] for row in rows(target / other["path"])}
            used = {row[column] for row in rows(target / resource["path"])} - {""}
            assert used <= known, (resource["name"], column)


def test_the_readme_says_what_matters(package: PackageData, tmp_path: Path) -> None:
    write_package(package, tmp_path / "p")
    text = (tmp_path / "p" / "README.txt").read_text(encoding="utf-8")
    flat = " ".join(text.split())
    for piece in (
        "MADE-UP DATA. Every session, person and number in this package is invented.",
        "practicecoder 9.9.9 on 2026-11-20 14:02 UTC",
        "This codebook is a draft.",
        "data/sessions.csv: One row per session: the analysis table (5 rows).",
        "a consensus where there is one, else the mean of independent codings",
        "2 of 5 sessions were coded.",
        "2 sessions come from 1 workers and are not independent",
        "1 of 2 values are means of",
        "Coders recognised someone in 1 of them",
        "Withdrawn sessions left out of every table: 2.",
        "Answers in free text are not in the tables.",
    ):
        assert piece in flat, piece
    assert max(len(line) for line in text.splitlines()) <= 96


def test_a_real_study_is_not_called_made_up(
    package: PackageData, with_evidence: Callable[[str], PackageData], tmp_path: Path
) -> None:
    real = replace(
        with_evidence("x"),
        made_up=False,
        several=ScoreBasis.SINGLE,
        sessions=tuple(package.sessions)[1:],
    )
    write_package(real, tmp_path / "p")
    everything = "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "p").rglob("*") if path.is_file()
    )
    assert "MADE-UP" not in everything
    assert "made-up data" not in everything
    flat = " ".join(everything.split())
    assert "It is for those inside the study's data agreement" in flat
    assert "evidence.csv holds words said in sessions." in flat
    assert "else the primary coding where there are several" in flat


def test_several_codebook_versions_are_told(package: PackageData, tmp_path: Path) -> None:
    first, *rest = package.sessions
    data = replace(package, sessions=(replace(first, codebook_version="0.9.0"), *rest))
    write_package(data, tmp_path / "p")
    assert "Versions 0.9.0 and 1.0.0" in (tmp_path / "p" / "README.txt").read_text("utf-8")


def test_hostile_words_stay_words(
    with_evidence: Callable[[str], PackageData], tmp_path: Path
) -> None:
    words = '=HYPERLINK("x")\n\r\0\u202e😀,"'
    data = replace(with_evidence(words), study_title="=Study\nwith \u202e😀")
    target = tmp_path / "p"
    write_package(data, target)
    ((quote,),) = [[row["quote"] for row in rows(target / "data" / "evidence.csv")]]
    assert quote == "'" + words.replace("\r", "\n").replace("\0", "\ufffd")
    assert document(target / "manifest.json")["study"]["title"] == data.study_title


@pytest.mark.parametrize("target", ["empty", "new", "new/deep"])
def test_new_and_empty_folders_are_taken(
    package: PackageData, tmp_path: Path, target: str
) -> None:
    (tmp_path / "empty").mkdir()
    assert write_package(package, tmp_path / target)[0] == tmp_path / target / "README.txt"


def test_a_folder_with_files_or_a_file_is_refused(package: PackageData, tmp_path: Path) -> None:
    kept = tmp_path / "full" / "kept.txt"
    kept.parent.mkdir()
    kept.write_text("mine", encoding="utf-8")
    for target in (kept.parent, kept):
        with pytest.raises(ExportError, match="is not an empty folder"):
            write_package(package, target)
    assert [path.name for path in tmp_path.rglob("*")] == ["full", "kept.txt"]
    assert kept.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("formats", "message"),
    [
        (("ods",), "There is no format ods"),
        ((), "No format was named"),
    ],
)
def test_other_formats_are_refused_in_a_sentence(
    package: PackageData, tmp_path: Path, formats: tuple[str, ...], message: str
) -> None:
    with pytest.raises(ExportError, match=message):
        write_package(package, tmp_path / "p", formats=formats)
    assert list(tmp_path.iterdir()) == []


def test_every_format_holds_the_same_sessions(package: PackageData, tmp_path: Path) -> None:
    written = write_package(package, tmp_path / "p", formats=KNOWN_FORMATS)
    data = tmp_path / "p" / "data"
    assert {path.name for path in written if path.parent == data} >= {
        f"{name}.{kind}"
        for name in ("sessions", "ratings_long")
        for kind in ("csv", "sav", "dta", "parquet")
    } | {"workbook.xlsx"}
    expected = rows(data / "sessions.csv")
    ids = [row["session_id"] for row in expected]
    spirit = [float(row["mi_spirit"]) if row["mi_spirit"] else None for row in expected]
    frames = {
        "sav": pyreadstat.read_sav(data / "sessions.sav")[0],
        "dta": pd.read_stata(data / "sessions.dta", convert_categoricals=False),
        "parquet": pd.read_parquet(data / "sessions.parquet"),
        "xlsx": pd.read_excel(data / "workbook.xlsx", sheet_name="sessions"),
    }
    for kind, frame in frames.items():
        assert list(frame.columns) == list(expected[0]), kind
        assert frame["session_id"].tolist() == ids, kind
        read = [None if pd.isna(value) else float(value) for value in frame["mi_spirit"]]
        digits = 16 if kind == "xlsx" else 17
        assert [v and float(f"{v:.{digits}g}") for v in spirit] == read, kind
        assert frame["days_since_implementation"].tolist() == [-8, 9, -8, -8, -8], kind


def test_the_readme_says_what_the_codes_of_missing_ratings_are(
    package: PackageData, tmp_path: Path
) -> None:
    write_package(package, tmp_path / "p", formats=("sav",))
    flat = " ".join((tmp_path / "p" / "README.txt").read_text("utf-8").split())
    assert "-9 (.a) no_behaviour_change; -8 (.b) inaudible" in flat


@pytest.mark.parametrize("name", library.built_in_ids())
def test_shipped_codebooks_have_legal_names_and_codes(name: str, package: PackageData) -> None:
    book = library.find(name)
    data = replace(package, codebook=book, sessions=(), independent=(), consensus=())
    for table in all_tables(data):
        check_names(table.file, [column.name for column in table.columns])
    missing_ranges(missing_codes(book))


def full_disk(*_: object, **__: object) -> int:
    raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_nothing_behind(
    package: PackageData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full_disk)
        with pytest.raises(ExportError, match="No space left on device"):
            write_package(package, tmp_path / "p")
    assert list(tmp_path.iterdir()) == []
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", full_disk)
        with pytest.raises(ExportError, match="No space left"):
            write_package(package, tmp_path / "p")
    assert list(tmp_path.iterdir()) == []
    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", full_disk)
        with pytest.raises(ExportError, match="No space left"):
            write_package(package, tmp_path / "p")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "iterdir", full_disk)
        with pytest.raises(ExportError, match="No space left"):
            write_package(package, tmp_path)


def test_a_fault_of_the_program_leaves_nothing_behind(
    package: PackageData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(package_module, "package_files", broken)
    with pytest.raises(ZeroDivisionError):
        write_package(package, tmp_path / "p")
    assert list(tmp_path.iterdir()) == []


def test_a_place_taken_meanwhile_is_refused(package: PackageData, tmp_path: Path) -> None:
    prepared = prepare_package(package, tmp_path / "p")
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "theirs.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ExportError, match="is not an empty folder"):
        prepared.publish()
    prepared.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_a_package_without_codings_warns_of_nothing_else(
    package: PackageData, tmp_path: Path
) -> None:
    book = replace(package.codebook, questions=())
    data = replace(
        package, codebook=book, sessions=tuple(package.sessions)[2:], independent=(), n_withdrawn=0
    )
    write_package(data, tmp_path / "p")
    text = (tmp_path / "p" / "README.txt").read_text("utf-8")
    kept = text[text.index("What to keep in mind") : text.index("How to cite")]
    assert kept.splitlines()[2:] == ["0 of 3 sessions were coded.", ""]


def test_a_caution_about_some_scores_says_which(package: PackageData) -> None:
    first, *others = package.sessions
    mislabelled = replace(first.session, days_since_implementation=-9)
    data = replace(package, sessions=(replace(first, session=mislabelled), *others))

    told = cautions(data, sessions_table(data))

    (workers,) = (sentence for sentence in told if "not independent" in sentence)
    assert workers.startswith("Care and engagement: 2 sessions come from")
    (subset,) = (sentence for sentence in told if "MI spirit" in sentence)
    assert subset.startswith("MI spirit rests on")
    (labels,) = (sentence for sentence in told if "labelled" in sentence)
    assert labels.startswith("1 session")  # of every score, so none is named


def test_progress_runs_from_nothing_towards_all(package: PackageData, tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    write_package(package, tmp_path / "p", progress=lambda *one: told.append(one))
    shares = [share for share, _text in told]
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert 0.9 < shares[-1] <= 1.0
    assert all(text for _share, text in told)


# The tables are read by the program's own readers ---------------------------------------------


def test_ratings_survive_the_round_trip(package: PackageData, tmp_path: Path) -> None:
    from practicecoder.interchange.tables import read_ratings

    write_package(package, tmp_path / "p")
    expected = tuple(
        ItemRating(
            session_id=coding.session_id,
            coder_id=coding.coder_id,
            item=dimension_id,
            rating=coding.ratings.get(dimension_id, Rating()),
        )
        for coding in sorted(package.independent, key=lambda c: (c.session_id, c.coder_id))
        for dimension_id in package.codebook.dimension_ids
    )
    data = tmp_path / "p" / "data"
    assert read_ratings(data / "ratings_long.csv", package.codebook) == expected
    assert read_ratings(data / "reliability_long.csv", package.codebook) == expected[:14]
    assert len(read_ratings(data / "consensus_long.csv", package.codebook)) == 7


def test_sessions_survive_the_round_trip(package: PackageData, tmp_path: Path) -> None:
    from practicecoder.interchange.session_table import read_session_table

    write_package(package, tmp_path / "p")
    frame = read_session_table(tmp_path / "p" / "data" / "sessions.csv", package.codebook)
    assert frame["session_id"].tolist() == ["S1", "S2", "S3", "S4", "S5"]
    assert frame["phase"].tolist() == ["pre", "post", None, "pre", "pre"]
    assert frame["days_since_implementation"].tolist() == [-8, 9, -8, -8, -8]
    assert frame["care_engagement"].dropna().tolist() == [2.5, 7 / 3]
    assert frame["autonomy"].dropna().tolist() == [2.5, 2.0]
    assert frame["mi_spirit"].dropna().tolist() == [8 / 3]
    assert frame["evocation_na"].tolist() == ["coders_differ", None, None, None, None]


def test_final_values_can_be_scored(package: PackageData, tmp_path: Path) -> None:
    from practicecoder.interchange.tables import read_ratings

    write_package(package, tmp_path / "p")
    ratings = read_ratings(
        tmp_path / "p" / "data" / "sessions.csv", package.codebook, finals_allowed=True
    )
    values = {(r.session_id, r.item): r.rating.value for r in ratings}
    assert values[SessionId("S1"), "autonomy"] == 2.5
    assert {r.coder_id for r in ratings} == {CoderId("final")}


def test_workers_without_a_code_do_not_count_as_one(package: PackageData, tmp_path: Path) -> None:
    first, second, *_ = package.sessions
    alone = replace(
        package,
        sessions=(
            replace(first, session=replace(first.session, worker_id=WorkerId("W2"))),
            second,
        ),
    )
    write_package(alone, tmp_path / "p")
    assert "not independent" not in (tmp_path / "p" / "README.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Northshire", "Northshire (made-up data)"),
        ("Northshire (made-up data)", "Northshire (made-up data)"),
        (f"{'Ŵ' * 40}", f"{'Ŵ' * 23}… (made-up data)"),
    ],
)
def test_the_file_label_says_once_that_data_are_made_up_and_is_cut_before_it(
    package: PackageData, title: str, label: str, tmp_path: Path
) -> None:
    named = replace(package, study_title=title, made_up=True)
    write_package(named, tmp_path / "p", formats=("csv", "sav"))
    _, meta = pyreadstat.read_sav(str(tmp_path / "p" / "data" / "sessions.sav"))
    assert meta.file_label == label
    assert len(label.encode()) <= 64
    for name in ("CITATION.cff", "datapackage.json", "docs/data_dictionary.html"):
        told = (tmp_path / "p" / name).read_text(encoding="utf-8")
        assert "(made-up data) (made-up data)" not in told.replace(": analysis package", "")
        assert "(made-up data)" in told


@pytest.mark.parametrize("have_days", [True, False])
def test_days_are_days_in_every_format(
    package: PackageData, have_days: bool, tmp_path: Path
) -> None:
    days = [date(2015, 11, 3) if have_days and n else None for n in range(len(package.sessions))]
    dated = tuple(
        replace(one, session=replace(one.session, session_date=day))
        for one, day in zip(package.sessions, days, strict=True)
    )
    named = replace(package, sessions=dated, exact_dates=True)
    write_package(named, tmp_path / "p", formats=("csv", "sav", "dta", "xlsx", "parquet"))
    data = tmp_path / "p" / "data"
    expected = sorted(str(day or "") for day in days)

    spss, meta = pyreadstat.read_sav(str(data / "sessions.sav"))
    stata, stata_meta = pyreadstat.read_dta(str(data / "sessions.dta"))
    parquet = pd.read_parquet(data / "sessions.parquet")
    sheet = load_workbook(data / "workbook.xlsx")["sessions"]
    place = [cell.value for cell in sheet[1]].index("session_date")
    excel = [row[place] for row in sheet.iter_rows(min_row=2, values_only=True)]

    assert meta.original_variable_types["session_date"] == "DATE11"
    assert meta.variable_measure["session_date"] == "scale"
    for column in (spss["session_date"], stata["session_date"], parquet["session_date"]):
        assert sorted("" if pd.isna(day) else str(day)[:10] for day in column) == expected
    assert sorted(f"{day:%Y-%m-%d}" if day else "" for day in excel) == expected
    assert sorted(row["session_date"] for row in rows(data / "sessions.csv")) == expected
    if have_days:
        assert stata_meta.original_variable_types["session_date"] == "%td"
    (told,) = [
        row
        for row in rows(tmp_path / "p" / "docs" / "data_dictionary.csv")
        if (row["file"], row["name"]) == ("data/sessions.csv", "session_date")
    ]
    assert told["type"] == "date"
    fields = document(tmp_path / "p" / "datapackage.json")["resources"][0]["schema"]["fields"]
    assert [f["type"] for f in fields if f["name"] == "session_date"] == ["date"]
