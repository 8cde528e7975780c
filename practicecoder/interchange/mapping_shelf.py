"""Mappings as JSON, so that a study finds what columns and codes were taken for before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from pydantic import TypeAdapter, ValidationError

from practicecoder.interchange.codings_mapping import CodingsMapping
from practicecoder.interchange.column_mapping import ColumnMapping

_SHELF = TypeAdapter(dict[str, ColumnMapping])
_CODINGS = TypeAdapter(CodingsMapping)


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


def codings_mapping_json(mapping: CodingsMapping) -> str:
    """What codes and items stand for, as JSON."""
    return _CODINGS.dump_json(mapping).decode()


def codings_mapping_of(text: str) -> CodingsMapping:
    """What codes and items stand for, out of its JSON; nothing if it cannot be read."""
    try:
        return _CODINGS.validate_json(text) if text else CodingsMapping()
    except ValidationError:
        return CodingsMapping()
