"""Looks into JSON of unknown shape: what is not of the wanted kind counts as empty."""

from __future__ import annotations

from decimal import Decimal

from practicecoder.interchange.transcripts.forms import folded
from practicecoder.interchange.transcripts.markup import Json

_MOST_PLACES = 30


def members(value: Json) -> dict[str, Json]:
    """Members of an object; none if it is something else."""
    return value if isinstance(value, dict) else {}


def elements(value: Json) -> list[Json]:
    """Elements of a list; none if it is something else."""
    return value if isinstance(value, list) else []


def raw(value: Json) -> str:
    """Text of a single value as it stands there; empty for null, objects and lists.

    Examples
    --------
    >>> raw("007"), raw(Decimal("3.50")), raw(Decimal("1E+2")), raw(True), raw(None)
    ('007', '3.50', '100', 'true', '')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        is_short = -_MOST_PLACES < value.adjusted() < _MOST_PLACES
        return format(value, "f") if is_short else str(value)
    return ""


def words(value: Json) -> str:
    """Text of a single value on one line."""
    return folded(raw(value))
