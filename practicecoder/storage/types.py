"""How Python values are kept in columns: UTC moments, closed sets, JSON texts, wide integers."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Integer
from sqlalchemy.types import TypeDecorator

WIDE_KEY = BigInteger().with_variant(Integer(), "sqlite")
"""A growing 64-bit key; SQLite counts only ``INTEGER`` keys by itself."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. Naive values are refused; aware UTC comes back on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert to UTC; SQLite keeps it without its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def value_enum(members: type[StrEnum], name: str, *, grows: bool = False) -> Enum:
    """Column type for a set of words: stores the values, and adds a named CHECK that lists them.

    A set that ``grows`` with every part of the program gets no CHECK: an append-only table cannot
    be rebuilt for each new word. Reading an unknown word still fails.
    """
    return Enum(
        members,
        values_callable=lambda enum: [member.value for member in enum],
        native_enum=False,
        create_constraint=not grows,
        length=32,
        name=name,
    )


def to_json(value: object) -> str:
    """JSON text, always the same for the same value; NaN and infinity are refused."""
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )


def from_json(text: str) -> Any:
    """Value of a JSON text."""
    return json.loads(text)
