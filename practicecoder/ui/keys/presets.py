"""Named keymaps after the programs that coders come from, one file each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cache
from importlib.resources import files

from practicecoder.ui.actions import ActionId
from practicecoder.ui.keys.bare import BARE, BareId
from practicecoder.ui.keys.keymap import Keymap, Keys, is_mac
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.settings import Playback, SavedKeymap

OWN_PRESET = "practicecoder"
"""Preset that a person starts with."""
_BARE_IDS = {bare_id.text: bare_id for bare_id in BARE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """Keys after another program: what differs from practicecoder's own.

    ``playback`` suggests steps and speeds by the names of :class:`Playback`; they are shown before
    anybody takes them over. ``source`` tells what the keys were compared with.
    """

    preset_id: str
    title: str
    about: str
    source: str
    actions: Mapping[ActionId, Keys] = field(default_factory=dict)
    actions_on_mac: Mapping[ActionId, Keys] = field(default_factory=dict)
    bare: Mapping[BareId, Keys] = field(default_factory=dict)
    playback: Mapping[str, int | float] = field(default_factory=dict)

    def keymap(self, *, on_mac: bool | None = None) -> Keymap:
        """The whole keymap, by default for the system this is."""
        mac = is_mac() if on_mac is None else on_mac
        keymap = Keymap.default(on_mac=mac)
        given = {**self.actions, **(self.actions_on_mac if mac else {})}
        for action_id, keys in given.items():
            keymap = keymap.changed(action_id, keys)
        for bare_id, keys in self.bare.items():
            keymap = keymap.changed(bare_id, keys)
        return keymap

    def suggested(self, playback: Playback) -> Playback:
        """Playback settings with what the preset suggests."""
        return replace(playback, **self.playback)  # type: ignore[arg-type]  # checked on reading


def presets() -> tuple[Preset, ...]:
    """All presets, practicecoder's own first, then by title."""
    return _read_all()


def preset(preset_id: str) -> Preset:
    """Preset of a name; practicecoder's own if there is none."""
    found = {each.preset_id: each for each in presets()}
    return found.get(preset_id, found[OWN_PRESET])


def keymap_of(saved: SavedKeymap) -> Keymap:
    """Keymap as somebody saved it."""
    return preset(saved.preset).keymap().taking_over(saved)


def read_preset(preset_id: str, text: str) -> Preset:
    """Read a preset's file.

    Raises
    ------
    ValueError
        If it names a command or a setting that there is not; the names are given.
    """
    content = tomllib.loads(text)
    bare = {
        f"{region}.{command}": keys
        for region, commands in content.get("bare", {}).items()
        for command, keys in commands.items()
    }
    actions, on_mac = content.get("actions", {}), content.get("actions_on_mac", {})
    playback = content.get("playback", {})
    unknown = sorted(
        ({*actions, *on_mac} - set(ActionId))
        | (set(bare) - set(_BARE_IDS))
        | (set(playback) - {each.name for each in fields(Playback)})
    )
    if unknown:
        raise ValueError(f"{preset_id}: unknown names {', '.join(unknown)}")
    return Preset(
        preset_id=preset_id,
        title=content["title"],
        about=content["about"],
        source=content["source"],
        actions={ActionId(name): tuple(keys) for name, keys in actions.items()},
        actions_on_mac={ActionId(name): tuple(keys) for name, keys in on_mac.items()},
        bare={_BARE_IDS[name]: tuple(keys) for name, keys in bare.items()},
        playback=playback,
    )


def suggestions_in_words(preset: Preset, playback: Playback) -> tuple[str, ...]:
    """What a preset would change in the playback settings, a phrase each; empty if nothing."""
    before, after = asdict(playback), asdict(preset.suggested(playback))
    return tuple(
        _tr("{0} {1} (is {2})").format(
            _PLAYBACK_WORDS[name], _quantity(name, after[name]), _quantity(name, value)
        )
        for name, value in before.items()
        if after[name] != value
    )


_PLAYBACK_WORDS = Words(
    {
        "step_ms": "step back and forward",
        "small_step_ms": "small step",
        "fine_step_ms": "fine step",
        "replay_ms": "replay",
        "resume_back_ms": "step back on resuming",
        "reaction_ms": "evidence set back by",
        "silence_lead_ms": "played of a skipped silence",
        "speed": "speed",
        "second_speed": "second speed",
        "volume": "volume",
    }
)


def _quantity(name: str, value: float) -> str:
    return f"{value / 1000:g} s" if name.endswith("_ms") else f"{value:g}"


@cache
def _read_all() -> tuple[Preset, ...]:
    folder = files("practicecoder.ui").joinpath("keymaps")
    read = [
        read_preset(file.name.removesuffix(".toml"), file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(read, key=lambda p: (p.preset_id != OWN_PRESET, p.title.casefold())))


def _tr(text: str) -> str:
    return translate("Keys", text)
