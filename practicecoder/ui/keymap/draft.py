"""A keymap while somebody is changing it: nothing is in force or saved before it is applied."""

from __future__ import annotations

from dataclasses import replace

from practicecoder.ui.keys.clashes import Clash, clashes_of, taken_over
from practicecoder.ui.keys.in_force import apply_saved_keys
from practicecoder.ui.keys.keymap import Keymap, Target
from practicecoder.ui.keys.presets import Preset, keymap_of, preset
from practicecoder.ui.settings import Settings


class KeymapDraft:
    """Keys of a preset with what was changed in them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._with_playback = False
        self._load()

    def _load(self) -> None:
        saved = self._settings.keymap
        self._preset = preset(saved.preset)
        self._keymap = keymap_of(saved)
        self._with_playback = False

    @property
    def keymap(self) -> Keymap:
        """Keymap as it stands."""
        return self._keymap

    @property
    def preset(self) -> Preset:
        """Preset that the keys come from."""
        return self._preset

    @property
    def base(self) -> Keymap:
        """Keymap of the preset, with the switch for characters as it stands."""
        return replace(self._preset.keymap(), characters_on=self._keymap.characters_on)

    @property
    def is_changed(self) -> bool:
        """Whether applying would change anything."""
        saved = self._settings.keymap
        return self._with_playback or (self._preset.preset_id, self._keymap) != (
            preset(saved.preset).preset_id,
            keymap_of(saved),
        )

    def clashes(self) -> tuple[Clash, ...]:
        """Everything that is wrong with it."""
        return clashes_of(self._keymap)

    def choose_preset(self, chosen: Preset, *, with_playback: bool) -> None:
        """Begin again from another preset, with its playback settings or without."""
        self._keymap = replace(chosen.keymap(), characters_on=self._keymap.characters_on)
        self._preset = chosen
        self._with_playback = with_playback and bool(chosen.playback)

    def set_keys(self, target: Target, keys: tuple[str, ...]) -> None:
        """Give a command other keys."""
        self._keymap = self._keymap.changed(target, keys)

    def take_over(self, target: Target, key: str) -> None:
        """Give a command a key, away from whoever has it."""
        self._keymap = taken_over(self._keymap, target, key)

    def reset(self, target: Target) -> None:
        """Give a command the preset's keys, away from whoever has them."""
        keys = self.base.keys_of(target)
        self.set_keys(target, ())
        for key in keys:
            self.take_over(target, key)

    def reset_all(self) -> None:
        """Give every command the preset's keys."""
        self._keymap = self.base

    def set_characters_on(self, on: bool) -> None:
        """Have letters, digits and signs act on their own, or not."""
        self._keymap = replace(self._keymap, characters_on=on)

    def apply(self) -> None:
        """Save it, and put it in force at once."""
        self._settings.keymap = self._keymap.saved_against(
            self._preset.keymap(), self._preset.preset_id
        )
        if self._with_playback:
            self._settings.playback = self._preset.suggested(self._settings.playback)
            self._with_playback = False
        apply_saved_keys(self._settings)

    def revert(self) -> None:
        """Go back to what is saved."""
        self._load()
