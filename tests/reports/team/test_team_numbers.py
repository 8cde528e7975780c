"""The numbers as JSON: those of the pages, hidden ones as their reason."""

from __future__ import annotations

import json

import pytest

from practicecoder.reports.team.data import GroupRow
from practicecoder.reports.team.numbers import team_json
from practicecoder.scoring.results import Estimate
from tests.reports.team.conftest import a_senior, a_team


def test_every_number_is_there_unrounded() -> None:
    data = a_team()
    found = json.loads(json.dumps(team_json(data), allow_nan=False))

    mean = data.summaries[0].mean
    assert isinstance(mean, Estimate)
    assert found["measures"][0]["mean"]["value"] == mean.value
    assert found["evidence"][0]["strengths"] == int(data.evidence[0].strengths)
    assert len(found["months"][0]["points"]) == len(data.months[0].chart.points)
    assert "W-001" not in str(found)


def test_what_is_hidden_has_its_reason_and_no_number() -> None:
    found = json.loads(json.dumps(team_json(a_senior())))

    east, north, *_ = found["by_office"]
    assert east == {
        "measure": "Care and engagement",
        "office": "East",
        "hidden": "hidden: fewer than 5 workers",
    }
    assert (north["n_workers"], north["mean"]) == (14, 2.4)
    assert found["evidence"][0]["neither"] == {"hidden": "hidden: fewer than 5 workers"}


def test_a_hidden_row_cannot_carry_numbers() -> None:
    (measure, *_) = a_team(2).measures

    with pytest.raises(ValueError, match="exactly if"):
        GroupRow(measure=measure, group="East", n_sessions=3, hidden="hidden")
    with pytest.raises(ValueError, match="exactly if"):
        GroupRow(measure=measure, group="East", n_sessions=3, n_workers=2)
