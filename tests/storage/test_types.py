from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from sqlalchemy import Column, Connection, MetaData, Table, insert, select
from sqlalchemy.exc import StatementError

from practicecoder.storage.types import UtcDateTime, to_json, value_enum

SUMMER = timezone(timedelta(hours=2))
moments = Table("made_up_moments", MetaData(), Column("at", UtcDateTime))


def test_a_moment_comes_back_in_utc_whatever_zone_it_was_given_in(scratch: Connection) -> None:
    given = datetime(2026, 7, 1, 1, 30, 0, 123_456, tzinfo=SUMMER)
    moments.create(scratch)
    scratch.execute(insert(moments).values(at=given))
    stored = scratch.execute(select(moments.c.at)).scalar_one()

    assert stored == given
    assert stored.isoformat() == "2026-06-30T23:30:00.123456+00:00"


def test_no_moment_stays_no_moment(scratch: Connection) -> None:
    moments.create(scratch)
    scratch.execute(insert(moments).values(at=None))

    assert scratch.execute(select(moments.c.at)).scalar_one() is None


def test_a_moment_without_zone_is_refused(scratch: Connection) -> None:
    naive = datetime(2026, 7, 1, tzinfo=UTC).replace(tzinfo=None)
    moments.create(scratch)
    with pytest.raises(StatementError, match="needs its time zone"):
        scratch.execute(insert(moments).values(at=naive))


class Colour(StrEnum):
    DEEP_RED = "deep-red"


def test_a_closed_set_is_stored_by_value_and_checked() -> None:
    closed, growing = value_enum(Colour, "colour"), value_enum(Colour, "colour", grows=True)

    assert closed.enums == ["deep-red"]
    assert closed.create_constraint
    assert not growing.create_constraint


def test_json_texts_do_not_depend_on_the_order_of_keys() -> None:
    assert to_json({"b": "é", "a": 1}) == to_json({"a": 1, "b": "é"}) == '{"a":1,"b":"é"}'


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_json_texts_hold_only_numbers(number: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json(number)
