"""Keys and foot pedals as somebody chose them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedKeymap:
    """Keys as somebody chose them: a named preset, and where they differ from it.

    ``actions`` and ``bare`` go from a command's name to its keys as portable texts; whoever reads
    them passes over names and keys that are not known. ``characters_on`` tells whether letters,
    digits and signs act without Ctrl or Alt.
    """

    preset: str = "practicecoder"
    actions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bare: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    characters_on: bool = True


class PedalMode(StrEnum):
    """What the play pedal does: play while it is held, or play and pause in turn."""

    HOLD = "hold"
    TOGGLE = "toggle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pedals:
    """Keys that a foot pedal sends, as portable texts; empty where there is no pedal."""

    play: str = ""
    back: str = ""
    forward: str = ""
    mode: PedalMode = PedalMode.HOLD


def keymap_from(saved: object) -> SavedKeymap:
    """Keys as a JSON text held them; what is not of its kind is passed over."""
    if not isinstance(saved, dict):
        return SavedKeymap()
    preset = saved.get("preset")
    return SavedKeymap(
        preset=preset if isinstance(preset, str) else SavedKeymap().preset,
        actions=_keys_by_name(saved.get("actions")),
        bare=_keys_by_name(saved.get("bare")),
        characters_on=saved.get("characters_on") is not False,
    )


def _keys_by_name(saved: object) -> dict[str, tuple[str, ...]]:
    """Keys by the name of their command, without what is no text."""
    if not isinstance(saved, dict):
        return {}
    return {
        name: tuple(key for key in keys if isinstance(key, str))
        for name, keys in saved.items()
        if isinstance(name, str) and isinstance(keys, list)
    }
