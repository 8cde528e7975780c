"""Agreement on nominal codes and on timed marks comes back from tables, by the command."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden"
EVENTS: Any = json.loads((GOLDEN / "event_agreement.json").read_text(encoding="utf-8"))["cases"]
NAMES = {
    "unit_agreement": "unitising_f1",
    "overall_agreement": "overall_agreement",
    "guetzkow_u": "guetzkow_u",
    "kappa_linked": "kappa_linked",
    "kappa_with_missed": "kappa_with_nil_ipf",
}


def written(path: Path, heading: str, *rows: object) -> Path:
    path.write_text("\n".join([heading, *map(str, rows)]) + "\n", encoding="utf-8")
    return path


def events_table(folder: Path, *rows: str) -> Path:
    return written(folder / "events.csv", "session_id,coder_id,start_ms,end_ms,code", *rows)


def codes_table(folder: Path, rows: list[list[str]]) -> Path:
    lines = [
        f"u{unit},C{place},{code}"
        for unit, row in enumerate(rows, start=1)
        for place, code in enumerate(row, start=1)
    ]
    return written(folder / "codes.csv", "unit_id,coder_id,code", *lines)


def reference_events(folder: Path, case: Any) -> Path:
    rows = []
    for coder, side in (("C1", "a"), ("C2", "b")):
        rows += [f"S1,{coder},{round(at * 1000)},,{code}" for at, code in case[side]]
        if not case[side]:
            rows.append(f"S1,{coder},,,")
    return events_table(folder, *rows)


@pytest.mark.golden
@pytest.mark.parametrize("name", sorted(EVENTS))
def test_figures_of_the_reference_streams(run: Run, tmp_path: Path, name: str) -> None:
    case = EVENTS[name]
    table = reference_events(tmp_path, case)

    tolerance = str(round(case["tol"] * 1000))
    done = run("reliability", table, "--events", "--tolerance-ms", tolerance, "--json")

    assert done.code == 0, done.err
    found: Any = done.json
    pair, expected = found["pairs"][0], case["expected"]
    assert pair["coders"] == ["C1", "C2"]
    assert pair["tolerance_ms"] == round(case["tol"] * 1000)
    for of in (pair, pair["sessions"][0]):
        for key in ("n_a", "n_b", "linked", "only_a", "only_b", "agree"):
            assert of[key] == expected[key], key
        for key, theirs in NAMES.items():
            if expected[theirs] is None:
                assert of[key]["value"] is None
                assert of[key]["reason"]
            else:
                assert of[key]["value"] == pytest.approx(expected[theirs], abs=1e-9), key
        lag = expected["mean_dt"]
        assert of["mean_lag_ms"] == (None if lag is None else pytest.approx(1000 * lag))


@pytest.mark.golden
def test_published_kappa_of_six_psychiatrists(run: Run, tmp_path: Path) -> None:
    known = json.loads((GOLDEN / "fleiss_1971_diagnoses.json").read_text(encoding="utf-8"))
    rows = [[known["levels"][place - 1] for place in row] for row in known["data"]]

    done = run("reliability", codes_table(tmp_path, rows), "--nominal", "--json")

    assert done.code == 0, done.err
    found: Any = done.json
    (item,) = found["items"]
    expected = known["expected"]
    assert (item["id"], item["kind"], item["n_units"]) == ("code", "code", 30)
    statistics = item["statistics"]
    fleiss = statistics["fleiss_kappa"]
    assert fleiss["value"] == pytest.approx(expected["fleiss_kappa"]["value"], abs=1e-12)
    assert [fleiss["ci_low"], fleiss["ci_high"]] == pytest.approx(
        expected["fleiss_kappa"]["ci_gwet"], abs=1e-9
    )
    assert statistics["ac1"]["value"] == pytest.approx(expected["ac1"]["value"], abs=1e-12)
    alpha = expected["krippendorff_nominal"]["value"]
    assert statistics["alpha_nominal"]["value"] == pytest.approx(alpha, abs=1e-12)
    mean = expected["light_mean_pairwise_kappa"]
    assert statistics["kappa"]["value"] == pytest.approx(mean, abs=1e-12)
    assert len(statistics["kappa"]["pairs"]) == 15
    exact = expected["percent_agreement_pairwise"]
    assert statistics["exact_agreement"]["value"] == pytest.approx(exact, abs=1e-12)
    by_code = {one["code"]: one["kappa"]["value"] for one in item["categories"]}
    assert by_code == pytest.approx(expected["per_category"], abs=1e-12)


@pytest.mark.golden
def test_the_paradox_of_high_agreement_and_low_kappa(run: Run, tmp_path: Path) -> None:
    known = json.loads((GOLDEN / "gwet_paradox_2x2.json").read_text(encoding="utf-8"))
    rows = [
        ["yn"[a], "yn"[b]]
        for a in (0, 1)
        for b in (0, 1)
        for _ in range(int(known["table"][a][b]))
    ]

    done = run("reliability", codes_table(tmp_path, rows), "--nominal", "--json")

    found: Any = done.json
    statistics, expected = found["items"][0]["statistics"], known["expected"]
    kappa, ac1 = expected["kappa_unweighted"]["value"], expected["AC_unweighted"]["value"]
    assert statistics["kappa"]["value"] == pytest.approx(kappa, abs=1e-12)
    assert statistics["ac1"]["value"] == pytest.approx(ac1, abs=1e-12)
    assert statistics["exact_agreement"]["value"] == pytest.approx(0.944, abs=1e-12)
    assert statistics["alpha_nominal"]["value"] == pytest.approx(
        expected["krippendorff_nominal"], abs=1e-12
    )


def test_results_are_written_as_csv_with_the_numbers_of_the_json(run: Run, tmp_path: Path) -> None:
    table, out = reference_events(tmp_path, EVENTS["hand_tol3"]), tmp_path / "out.csv"

    done = run("reliability", table, "--events", "--out", out, "--json")

    found: Any = done.json
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    pooled = {r["statistic"]: r for r in rows if r["coder_a"] == "C1" and not r["session_id"]}
    for key in NAMES:
        assert float(pooled[key]["value"]) == found["pairs"][0][key]["value"]
    assert {r["session_id"] for r in rows} == {"", "S1"}
    assert {r["tolerance_ms"] for r in rows} == {"3000"}


def test_codes_are_written_as_csv(run: Run, tmp_path: Path) -> None:
    table = codes_table(tmp_path, [["a", "a"], ["b", "b"], ["a", "b"], ["b", "b"]])
    out = tmp_path / "out.csv"

    done = run("reliability", table, "--nominal", "--out", out)

    assert done.code == 0, done.err
    assert "4 of 4 units were coded by two or more of 2 coders (C1, C2)." in done.out
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {r["item"] for r in rows} == {"code", "a", "b"}
    assert next(r["value"] for r in rows if r["statistic"] == "kappa") == "0.5"


def test_words_for_marks(run: Run, tmp_path: Path) -> None:
    done = run("reliability", reference_events(tmp_path, EVENTS["hand_tol3"]), "--events")

    assert done.code == 0, done.err
    assert "Marks are linked within 3.0 s" in done.out
    assert "! C1 and C2: Only 8 marks were linked." in done.out
    assert "975 ms" in done.out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--nominal", "--events"), "either --nominal or --events"),
        (("--tolerance-ms", "500"), "goes with --events"),
        (("--events", "--tolerance-ms", "-1"), "--tolerance-ms"),
    ],
)
def test_wrong_usage(run: Run, tmp_path: Path, arguments: tuple[str, ...], complaint: str) -> None:
    done = run("reliability", events_table(tmp_path, "S1,C1,1,,Q"), *arguments)

    assert done.code == 2
    assert complaint in done.err


def test_every_fault_of_an_events_table_is_listed_with_its_line(run: Run, tmp_path: Path) -> None:
    table = events_table(
        tmp_path,
        "S1,C1,1000,,Q",
        "S1,C1,1000,,Q",
        "S1,C1,soon,,Q",
        "S1,,2000,,Q",
        "S1,C1,3000,2000,Q",
        "S1,C1,4000,,",
        "S1,C2,-5,,Q",
        "S1,C1,,,",
    )
    out = tmp_path / "out.csv"

    done = run("reliability", table, "--events", "--out", out)

    assert done.code == 1
    assert not out.exists()
    lines = done.err.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "events.csv, line 3, start_ms",
        "events.csv, line 4, start_ms",
        "events.csv, line 5, coder_id",
        "events.csv, line 6, end_ms",
        "events.csv, line 7, code",
        "events.csv, line 8, start_ms",
        "events.csv, line 9",
    ]


def test_every_fault_of_a_codes_table_is_listed_with_its_line(run: Run, tmp_path: Path) -> None:
    table = written(
        tmp_path / "codes.csv",
        "unit_id,coder_id,code,session_id",
        "u1,C1,a,S1",
        "u1,C1,b,S1",
        "u1,C2,a,S2",
        "u2,C1,,S1",
        "u3,=C1,a,S1",
    )

    done = run("reliability", table, "--nominal")

    assert done.code == 1
    assert [line.split(": ")[0] for line in done.err.splitlines()] == [
        "codes.csv, line 3, unit_id",
        "codes.csv, line 4, session_id",
        "codes.csv, line 5, code",
        "codes.csv, line 6, coder_id",
    ]


@pytest.mark.parametrize("way", ["--nominal", "--events"])
def test_unknown_and_missing_columns_are_told(run: Run, tmp_path: Path, way: str) -> None:
    table = written(tmp_path / "odd.csv", "session,coder_id,codes", "S1,C1,Q")

    done = run("reliability", table, way)

    assert done.code == 1
    assert "line 1" in done.err
    assert "There is no such column." in done.err


def test_codes_that_a_named_codebook_lacks_are_told(run: Run, tmp_path: Path) -> None:
    table = events_table(tmp_path, "S1,C1,1000,,nonsense", "S1,C2,1000,,nonsense")

    done = run("reliability", table, "--events", "--codebook", "miti-4.2.1")
    assert done.code == 1
    assert "line 2, code: There is no code 'nonsense'" in done.err
    done = run("reliability", table, "--events", "--codebook", "group-supervision")
    assert done.code == 1
    assert "has no codes" in done.err


def test_a_study_holds_no_units_and_may_have_no_marks(run: Run, study: Path) -> None:
    done = run("reliability", study, "--nominal")
    assert done.code == 1
    assert "holds no units" in done.err

    done = run("reliability", study, "--events", "--json")
    assert done.code == 0
    assert done.json["pairs"] == []


def test_a_study_whose_codebook_has_no_codes_is_told_so(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    run("study", "create", folder, "--codebook", "group-supervision", "--title", "Made-up talks")

    done = run("reliability", folder, "--events")

    assert done.code == 1
    assert "has no codes" in done.err


def test_marks_nobody_shares_are_no_agreement(run: Run, tmp_path: Path) -> None:
    table = events_table(tmp_path, "S1,C1,1000,,Q", "S2,C2,1000,,Q")

    done = run("reliability", table, "--events")

    assert done.code == 0
    assert "No session was marked by two coders." in done.out
