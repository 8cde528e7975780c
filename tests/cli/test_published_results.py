"""The published results come back from the made-up set, by the commands a reader would use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden"
SESSIONS = GOLDEN / "fsh_sessions.csv"

pytestmark = pytest.mark.golden


def number(found: Any, *keys: str) -> float:
    for key in keys:
        found = found[key]
    assert isinstance(found, int | float)
    return float(found)


@pytest.mark.parametrize(
    ("score", "t", "df", "p", "n"),
    [
        ("good_authority", 2.330, 101, 0.022, (31, 72)),
        ("care_engagement", 0.916, 94, 0.362, (29, 67)),
    ],
)
def test_before_and_after(
    run: Run, score: str, t: float, df: int, p: float, n: tuple[int, int]
) -> None:
    done = run("compare", SESSIONS, "--score", score, "--equal-variances", "--json")

    assert done.code == 0, done.err
    found = done.json
    assert found["direction"] == "post minus pre"
    assert number(found, "test", "t") == pytest.approx(t, abs=5e-4)
    assert number(found, "test", "df") == df
    assert number(found, "test", "p") == pytest.approx(p, abs=5e-4)
    groups: Any = found["groups"]
    assert [g["group"] for g in groups] == ["pre", "post"]
    assert tuple(g["n"] for g in groups) == n


@pytest.mark.parametrize(
    ("score", "r", "p", "n", "within"),
    [
        ("good_authority", 0.202, 0.041, 103, {"Office 2": -0.314, "Office 3": 0.297}),
        ("care_engagement", 0.143, 0.165, 96, {"Office 1": 0.246, "Office 2": 0.126}),
    ],
)
def test_trend_with_days_since_implementation(
    run: Run, score: str, r: float, p: float, n: int, within: dict[str, float]
) -> None:
    done = run("trend", SESSIONS, "--score", score, "--by", "office", "--json")

    assert done.code == 0, done.err
    found: Any = done.json
    assert number(found, "overall", "r") == pytest.approx(r, abs=5e-4)
    assert number(found, "overall", "p") == pytest.approx(p, abs=6e-4)
    assert found["overall"]["n"] == n
    by_office = {row["group"]: row["r"] for row in found["by"]["office_id"]}
    for office, expected in within.items():
        assert by_office[office] == pytest.approx(expected, abs=5e-4)
    assert found["warnings"], "all sessions before implementation come from one office"


def test_welch_is_the_default_and_is_named(run: Run) -> None:
    done = run("compare", SESSIONS, "--score", "good_authority", "--json")

    found: Any = done.json
    assert found["test"]["method"] == found["welch"]["method"] == "Welch t"
    assert found["student"]["method"] == "Student t"
    assert number(found, "welch", "t") == pytest.approx(2.350820795, abs=1e-6)


def test_scores_of_the_long_table_equal_those_of_the_session_table(run: Run) -> None:
    done = run("score", GOLDEN / "fsh_long.csv", "--codebook", "swim7", "--json")

    found: Any = done.json
    scores = {s["session_id"]: s["scores"] for s in found["sessions"]}
    assert len(scores) == 104
    assert scores["S001"]["good_authority"]["value"] == 3.0
    assert scores["S002"]["mi_spirit"]["value"] is None
    assert "behaviour change" in scores["S002"]["mi_spirit"]["reason"]


def test_reliability_of_the_set_names_form_n_and_interval(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "reliability.csv"
    done = run("reliability", GOLDEN / "fsh_reliability_long.csv", "--json", "--out", out)

    found: Any = done.json
    assert found["design"]["n_multiple_coded"] == 28
    item = next(i for i in found["items"] if i["id"] == "child_focus")
    assert item["statistics"]["icc_a1_reml"]["value"] == pytest.approx(0.8941, abs=1e-3)
    alpha = item["statistics"]["alpha_ordinal"]
    assert alpha["value"] == pytest.approx(0.9018898, abs=1e-6)
    assert alpha["ci_low"] < alpha["value"] < alpha["ci_high"]
    assert "ICC(A,1)" in item["statistics"]["icc_a1"]["method"]
    assert out.read_text(encoding="utf-8").count("\n") > 50


def test_words_on_reliability_give_the_mean_of_the_headlines_design_and_every_caution(
    run: Run,
) -> None:
    ratings = GOLDEN / "fsh_reliability_long.csv"
    found: Any = run("reliability", ratings, "--json").json
    item = next(i for i in found["items"] if i["id"] == "collaboration")
    mean = item["statistics"]["icc_a_khat"]
    told = run("reliability", ratings).out

    row = next(line for line in told.splitlines() if line.startswith("Collaboration "))
    assert "  2.9  " in row
    value, low, high = (f"{mean[key]:.2f}"[1:] for key in ("value", "ci_low", "ci_high"))
    assert f"{value} [{low}, {high}]" in row
    assert "43% [31%, 55%]" in row
    for one in found["items"]:
        for sentence in one["note_sentences"]:
            assert sentence in told
    assert "Evocation, dropped: 13 not applicable for all; 2 not applicable for all but" in told


def test_warnings_speak_of_the_score_in_words(run: Run) -> None:
    for command in ("compare", "trend"):
        found: Any = run(command, SESSIONS, "--score", "mi_spirit", "--json").json
        assert any(told.startswith("MI spirit rests on") for told in found["warnings"])


def test_a_table_without_coders_says_so(run: Run) -> None:
    done = run("reliability", SESSIONS.with_name("fsh_reliability_long.csv"))
    assert "3 coders (C1, C2, C3)." in done.out

    done = run("reliability", SESSIONS)

    assert done.code == 0, done.err
    assert "()" not in done.out
    assert done.out.startswith("0 of 104 sessions were coded by two or more coders.")


def test_trend_without_offices_is_given_overall(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "sessions.csv"
    rows = [f"S{n},{30 * n},{1 + n % 5}" for n in range(8)]
    head = "session_id,days_since_implementation,empathy"
    table.write_text("\n".join([head, *rows]), encoding="utf-8")

    done = run("trend", table, "--score", "empathy", "--json")

    assert done.code == 0, done.err
    assert done.json["overall"]["n"] == 8  # type: ignore[index]  # JSON of our own
    asked = run("trend", table, "--score", "empathy", "--by", "office")
    assert asked.code == 1
    assert "office_id" in asked.err


def test_ratings_of_one_coder_are_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "ratings.csv"
    sheet.write_text("session_id,coder_id,empathy\nS1,C1,3\nS2,C1,4\n", encoding="utf-8")

    done = run("reliability", sheet)

    assert done.code == 0
    assert done.out == "0 of 2 sessions were coded by two or more coders.\n"
