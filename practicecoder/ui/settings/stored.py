"""Reading what was stored with care: it may be edited by hand or come from another version."""

from __future__ import annotations

import json
from collections.abc import Callable
from math import isnan
from typing import TypeVar, cast

from PySide6.QtCore import QSettings

from practicecoder.ui.settings.limits import Limits

T = TypeVar("T")
N = TypeVar("N", int, float)


class Stored:
    """Values of a store by their keys, each of the kind that is asked for."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def text(self, key: str, default: str = "") -> str:
        """Text; the default where there is none."""
        value = self._store.value(key)
        return value if isinstance(value, str) else default

    def texts(self, key: str) -> tuple[str, ...]:
        """Texts of a list; none where there is no list."""
        value = self._store.value(key)
        if isinstance(value, str):  # QSettings writes a list of one as a plain text
            return (value,) if value else ()
        return tuple(str(item) for item in value) if isinstance(value, list) else ()

    def json(self, key: str) -> object:
        """Value of a JSON text; None if there is none or it cannot be read."""
        try:
            return cast("object", json.loads(self.text(key, "null")))
        except json.JSONDecodeError:
            return None

    def bounded(self, key: str, limits: Limits, default: N) -> N:
        """Number within limits; the default where there is none."""
        read = self.number(key, default)
        return default if isnan(read) else type(default)(limits.hold(float(read)))

    def number(self, key: str, default: float) -> float:
        """Number; the default where there is none."""
        return self.read(key, float, default)

    def read(self, key: str, convert: Callable[[str], T], default: T) -> T:
        """Value that a text converts to; the default where it cannot be converted."""
        value = self._store.value(key)
        if value is None:
            return default
        try:
            return convert(str(value))
        except ValueError:
            return default
