"""Mappings of columns as JSON, so that tables with the same headings find them again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from pydantic import TypeAdapter, ValidationError

from practicecoder.interchange.column_mapping import ColumnMapping

_SHELF = TypeAdapter(dict[str, ColumnMapping])


def headings_digest(columns: Iterable[str]) -> str:
    """Name for tables with the same headings, whatever their order."""
    return hashlib.sha256("\n".join(sorted(columns)).encode()).hexdigest()[:16]


def shelf_text(mappings: Mapping[str, ColumnMapping]) -> str:
    """Mappings by the digest of their headings, as JSON."""
    return _SHELF.dump_json(dict(mappings)).decode()


def shelf_of(text: str) -> dict[str, ColumnMapping]:
    """Mappings out of their JSON; none if it cannot be read."""
    try:
        return _SHELF.validate_json(text) if text else {}
    except ValidationError:
        return {}
