"""Packed values come back equal, as often as they are read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from practicecoder.errors import ExportError
from practicecoder.export.data import PackageData
from practicecoder.export.files import MOST_ROWS, check_room
from practicecoder.export.packed import BATCH, Packed
from practicecoder.export.table import Column, Rows, Table
from practicecoder.export.tables import all_tables


@pytest.mark.parametrize("n", [0, 1, BATCH - 1, BATCH, BATCH + 1, 2 * BATCH + 3])
def test_values_keep_their_number_and_order(n: int) -> None:
    packed = Packed((number, f"S{number}") for number in range(n))
    packed.extend([(-1, "end")])
    expected = [*((number, f"S{number}") for number in range(n)), (-1, "end")]
    assert len(packed) == n + 1
    assert list(packed) == expected
    assert list(packed) == expected


def test_equal_values_make_equal_packs() -> None:
    assert Packed([1, 2]) == Packed([1, 2])
    assert Packed([1, 2]) != Packed([2, 1])
    assert Packed([1, 2]) != Packed([1])


def test_sessions_and_codings_come_back_equal(package: PackageData) -> None:
    many = [*package.sessions] * BATCH
    assert list(Packed(many)) == many
    codings = [*package.independent] * BATCH
    assert list(Packed(codings)) == codings


def test_a_packed_package_has_the_same_tables(package: PackageData) -> None:
    packed = replace(
        package,
        sessions=Packed(sorted(package.sessions, key=lambda one: one.session.session_id)),
        independent=Packed(
            sorted(package.independent, key=lambda one: (one.session_id, one.coder_id))
        ),
        consensus=Packed(package.consensus),
    )
    for one, other in zip(all_tables(package), all_tables(packed), strict=True):
        assert (one.columns, list(one.rows)) == (other.columns, list(other.rows))
        assert len(one.rows) == len(list(one.rows))


def test_a_table_too_long_for_a_format_is_refused_with_its_rows() -> None:
    long = Table(
        name="ratings_long",
        title="T",
        columns=(Column(name="item", label="Item"),),
        rows=Rows(MOST_ROWS + 1, lambda: iter([])),
        key=(),
    )
    check_room([long], ("csv", "parquet"))
    with pytest.raises(ExportError, match=r"1,048,576 rows, and xlsx, sav take at most 1,048,575"):
        check_room([long], ("csv", "xlsx", "sav"))
