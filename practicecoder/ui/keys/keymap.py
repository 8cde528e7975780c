"""The keymap: which keys every action and every bare command has."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from practicecoder.ui.actions import ACTIONS, ActionId, action_text, default_keys
from practicecoder.ui.keys.bare import BARE, BareId
from practicecoder.ui.keys.texts import in_words, portable
from practicecoder.ui.languages import ACTION_WORDS, translate
from practicecoder.ui.settings import SavedKeymap

Keys = tuple[str, ...]
Target = ActionId | BareId
"""What a key stands for: an action, or a command in a region."""


def words_of(target: Target) -> str:
    """What a target does, in the language of the window."""
    if isinstance(target, ActionId):
        return action_text(target).rstrip("…")
    return translate(ACTION_WORDS, BARE[target].words)


def group_of(target: Target) -> str:
    """Heading under which a target stands: the action's group or the region."""
    if isinstance(target, ActionId):
        return ACTIONS[target].group.value
    return target.region.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Keymap:
    """Keys of every action and of every bare command, as portable texts, the first one in menus.

    ``characters_on`` tells whether letters, digits and signs act on their own (WCAG 2.2, 2.1.4);
    Space, Enter, arrows, Delete and Backspace do so always.
    """

    actions: Mapping[ActionId, Keys]
    bare: Mapping[BareId, Keys]
    characters_on: bool = True

    @classmethod
    def default(cls, *, on_mac: bool | None = None) -> Keymap:
        """Keys that practicecoder comes with, by default for the system this is."""
        mac = is_mac() if on_mac is None else on_mac
        return cls(
            actions={action_id: default_keys(action_id, on_mac=mac) for action_id in ActionId},
            bare={bare_id: bare.keys for bare_id, bare in BARE.items()},
        )

    def targets(self) -> Iterator[Target]:
        """Everything that may have a key."""
        yield from self.actions
        yield from self.bare

    def keys_of(self, target: Target) -> Keys:
        """Keys of a target; none if it has none."""
        if isinstance(target, ActionId):
            return self.actions.get(target, ())
        return self.bare.get(target, ())

    def words_of_keys(self, target: Target) -> str:
        """Keys of a target as this system writes them."""
        return in_words(self.keys_of(target))

    def changed(self, target: Target, keys: Keys) -> Keymap:
        """Keymap in which a target has other keys."""
        kept = tuple(dict.fromkeys(key for key in map(portable, keys) if key))
        if isinstance(target, ActionId):
            return replace(self, actions={**self.actions, target: kept})
        return replace(self, bare={**self.bare, target: kept})

    def without(self, target: Target, key: str) -> Keymap:
        """Keymap in which a target has lost a key."""
        return self.changed(target, tuple(k for k in self.keys_of(target) if k != portable(key)))

    def taking_over(self, saved: SavedKeymap) -> Keymap:
        """Keymap with what somebody changed; names and keys not known are passed over."""
        keymap = replace(self, characters_on=saved.characters_on)
        for action_id in self.actions:
            if action_id.value in saved.actions:
                keymap = _given(keymap, action_id, saved.actions[action_id.value])
        for bare_id in self.bare:
            if bare_id.text in saved.bare:
                keymap = _given(keymap, bare_id, saved.bare[bare_id.text])
        return keymap

    def saved_against(self, base: Keymap, preset: str) -> SavedKeymap:
        """How this keymap differs from that of a preset."""
        return SavedKeymap(
            preset=preset,
            actions={i.value: k for i, k in self.actions.items() if k != base.keys_of(i)},
            bare={i.text: k for i, k in self.bare.items() if k != base.keys_of(i)},
            characters_on=self.characters_on,
        )


def is_mac() -> bool:
    """Whether this is macOS, where some keys belong to the system."""
    return sys.platform == "darwin"


def _given(keymap: Keymap, target: Target, keys: Keys) -> Keymap:
    """Keymap with somebody's keys; if none of them is a key, as it was."""
    changed = keymap.changed(target, keys)
    return keymap if keys and not changed.keys_of(target) else changed
