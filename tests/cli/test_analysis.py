"""Commands of the analysis page beside compare, trend and publish."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.cli.conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden"
SESSIONS = GOLDEN / "fsh_sessions.csv"


def test_groups_of_any_column_are_tested_together_and_in_pairs(run: Run) -> None:
    done = run("groups", SESSIONS, "--score", "good_authority", "--by", "office_id")
    found: Any = run(
        "groups", SESSIONS, "--score", "good_authority", "--by", "office_id", "--json"
    ).json

    assert "Welch's F(2, 65.8) = 4.324, p = .017" in done.out
    assert "Office 3 minus Office 2: -0.05, Welch t, p = .756, Holm .756" in done.out
    assert found["overall"]["f"] == pytest.approx(4.3242004439186)
    assert next(pair["direction"] for pair in found["pairs"]) == "Office 2 minus Office 1"
    assert [g["n"] for g in found["groups"]] == [39, 33, 31]


def test_a_measure_in_the_table_is_correlated_with_a_score(run: Run, tmp_path: Path) -> None:
    frame = pd.read_csv(SESSIONS)
    frame["alliance"] = [n % 7 + 10 for n in range(len(frame))]
    table = tmp_path / "sessions.csv"
    frame.to_csv(table, index=False)

    arguments = ("correlate", table, "--score", "empathy", "--measure", "alliance")
    found: Any = run(*arguments, "--json").json
    told = run(*arguments).out

    rated = frame[frame["empathy"].notna()]
    assert found["overall"]["r"] == pytest.approx(rated["empathy"].corr(rated["alliance"]))
    assert found["overall"]["n"] == 103
    assert told.splitlines()[2].startswith("all           103")
    refused = run("correlate", table, "--score", "empathy", "--measure", "aliance")
    assert refused.code == 1
    assert "Did you mean alliance?" in refused.err


def test_consistency_of_a_mean(run: Run) -> None:
    done = run("consistency", SESSIONS, "--score", "care_engagement")

    assert done.out.startswith("Cronbach's alpha .83 [.77, .88], n 96\n")
    assert "no measure of agreement between coders" in done.out
    assert run("consistency", SESSIONS, "--score", "empathy").code == 1


def test_compare_and_trend_tell_of_repeated_workers(run: Run) -> None:
    compared = run("compare", SESSIONS, "--score", "care_engagement").out
    followed = run("trend", SESSIONS, "--score", "good_authority").out

    assert "mixed model, 40 workers: 0.15, t(53.1) = 0.880, p = .383" in compared
    assert "worker means, 15 and 30: 0.09, t(35.9) = 0.538, p = .594" in compared
    assert "by worker: slope 0.109 per 100 days, p = .021" in followed
    assert "within office_id, by worker: slope -0.001 per 100 days, p = .984" in followed


def test_only_the_sessions_that_are_wanted_are_looked_at(run: Run) -> None:
    wanted = ("trend", SESSIONS, "--score", "good_authority", "--where", "office=Office 2")
    told = run(*wanted).out
    found: Any = run(*wanted, "--json").json

    frame = pd.read_csv(SESSIONS)
    mine = frame[(frame["office_id"] == "Office 2") & frame["good_authority"].notna()]
    expected = mine["good_authority"].corr(mine["days_since_implementation"])
    assert found["overall"]["r"] == pytest.approx(expected)
    assert found["selection"]["where"] == {"office_id": ["Office 2"]}
    assert found["selection"]["n_left_out"] == len(frame) - found["selection"]["n"]
    assert told.startswith("Analysed were ")


def test_the_published_set_says_which_sessions_it_is_about(run: Run) -> None:
    done = run("publish", SESSIONS, "--where", "office=Office 1,Office 2")

    sentence = done.out.splitlines()[0]
    assert sentence.startswith("Analysed were ")
    assert "office Office 1 or Office 2" in sentence
    assert done.out.count(sentence) == 8  # on top, below each of six tables, in the paragraph


@pytest.mark.parametrize(
    ("condition", "code", "told"),
    [
        ("office", 2, "COLUMN=VALUE"),
        ("office=", 2, "COLUMN=VALUE"),
        ("office=Office 9", 1, "No session has office_id 'Office 9'."),
        ("region=x", 1, "no column 'region'"),
    ],
)
def test_a_condition_that_cannot_be_met_is_told(
    run: Run, condition: str, code: int, told: str
) -> None:
    done = run("compare", SESSIONS, "--score", "good_authority", "--where", condition)

    assert done.code == code
    assert told in " ".join(done.err.split())


@pytest.mark.parametrize("command", ["groups", "compare"])
def test_columns_may_be_called_in_short(run: Run, tmp_path: Path, command: str) -> None:
    sheet = tmp_path / "sessions.csv"
    sheet.write_text(
        "session_id,office_id,empathy\nS1,O1,3\nS2,O1,4\nS3,O2,2\nS4,O2,4\n", encoding="utf-8"
    )

    done = run(command, sheet, "--score", "empathy", "--by", "office", "--json")

    assert done.code == 0, done.err
    assert done.json["by"] == "office_id"
