"""JSON values of the store: whether they name something, and what is left without it."""

from __future__ import annotations

from typing import Any

from practicecoder.storage.types import from_json


def decoded(text: str | None) -> Any:
    """JSON text as a value; a text that is no JSON stays as it is."""
    try:
        return None if text is None else from_json(text)
    except ValueError:
        return text


def holds(value: Any, names: set[str]) -> bool:
    """Whether a decoded JSON text holds one of the names as a whole text or key."""
    match value:
        case dict():
            return any(k in names or holds(v, names) for k, v in value.items())
        case list():
            return any(holds(one, names) for one in value)
        case _:
            return value in names if isinstance(value, str) else False


def without(value: Any, names: set[str]) -> Any:
    """A decoded JSON text without the parts that are called by one of the names."""
    match value:
        case dict():
            return {
                k: without(v, names)
                for k, v in value.items()
                if k not in names and not (isinstance(v, str) and v in names)
            }
        case list():
            return [without(one, names) for one in value if not _is_about(one, names)]
        case _:
            return value


def _is_about(one: Any, names: set[str]) -> bool:
    """Whether an item of a list is one of the names, or a record whose own field is."""
    if isinstance(one, dict):
        return any(isinstance(v, str) and v in names for v in one.values())
    return isinstance(one, str) and one in names
