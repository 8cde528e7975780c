from __future__ import annotations

import math

import pandas as pd
import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.scoring.descriptives import describe


def table() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "worker_id": ["W1", "W1", "W2", None, "W3"],
            "office_id": ["North", "North", "South", "South", None],
            "phase": ["pre", "post", "post", None, "post"],
            "empathy": [1.0, 2.0, 4.0, math.nan, 3.0],
        }
    )


def test_each_group_is_described_with_what_it_rests_on() -> None:
    found = {(one.office, one.phase): one for one in describe(table(), "empathy")}
    everything = found[None, None]
    assert (everything.n, everything.n_missing, everything.n_workers) == (4, 1, 3)
    assert (everything.mean, everything.median) == (2.5, 2.5)
    assert everything.sd == pytest.approx(math.sqrt(5 / 3))
    assert (everything.minimum, everything.maximum) == (1.0, 4.0)
    north = found["North", None]
    assert (north.n, north.n_workers, north.mean) == (2, 1, 1.5)
    assert found[None, "post"].n == 3


def test_a_group_of_one_or_none_has_no_numbers_for_what_it_lacks() -> None:
    found = {(one.office, one.phase): one for one in describe(table(), "empathy")}
    alone = found["South", "post"]
    assert (alone.n, alone.mean, alone.sd) == (1, 4.0, None)
    empty = found["South", "pre"]
    assert (empty.n, empty.mean, empty.median, empty.n_workers) == (0, None, None, None)


def test_phases_come_in_order_of_time() -> None:
    phases = [one.phase for one in describe(table(), "empathy") if one.office is None]
    assert phases == [None, "pre", "post"]


def test_a_missing_column_is_told() -> None:
    with pytest.raises(ImportedDataError, match="no column"):
        describe(table().drop(columns="phase"), "empathy")
