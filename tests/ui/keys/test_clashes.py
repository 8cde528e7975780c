from __future__ import annotations

import pytest

from practicecoder.ui.actions import ActionId
from practicecoder.ui.keys.bare import BareId, Command, Region
from practicecoder.ui.keys.clashes import (
    ClashKind,
    clashes_of,
    forbidden_key,
    others_with,
    taken_over,
)
from practicecoder.ui.keys.keymap import Keymap, Target

DEFAULT = Keymap.default(on_mac=False)
PAUSE = BareId(Region.LISTENING, Command.PAUSE)
UNSURE = BareId(Region.CARD, Command.UNSURE)


def test_the_default_has_no_clash() -> None:
    assert clashes_of(DEFAULT) == ()


def test_one_key_for_two_actions_is_a_clash() -> None:
    clashes = clashes_of(DEFAULT.changed(ActionId.LOOP, ("F2",)))

    assert [(c.kind, c.key, set(c.targets)) for c in clashes] == [
        (ClashKind.TWICE, "F2", {ActionId.BACK, ActionId.LOOP})
    ]
    assert "F2" in clashes[0].sentence
    assert "“Back”" in clashes[0].sentence


def test_pages_that_are_never_shown_together_may_share_a_key() -> None:
    assert clashes_of(DEFAULT.changed(ActionId.PLAY_PAUSE, ("F5",))) == ()


def test_a_window_action_shares_no_key_with_the_coding_page() -> None:
    clashes = clashes_of(DEFAULT.changed(ActionId.PLAY_PAUSE, ("Ctrl+F",)))

    assert [clash.kind for clash in clashes] == [ClashKind.TWICE]


def test_a_bare_key_twice_in_one_region_is_a_clash() -> None:
    clashes = clashes_of(DEFAULT.changed(PAUSE, ("L",)))

    assert [clash.kind for clash in clashes] == [ClashKind.TWICE]


def test_regions_may_share_a_bare_key() -> None:
    assert clashes_of(DEFAULT.changed(UNSURE, ("E",))) == ()


@pytest.mark.parametrize(
    ("target", "key", "kind"),
    [
        (ActionId.LOOP, "Alt+G", ClashKind.SYSTEM),
        (ActionId.LOOP, "F10", ClashKind.SYSTEM),
        (ActionId.LOOP, "Shift+F10", ClashKind.SYSTEM),
        (ActionId.LOOP, "Ctrl+S", ClashKind.SYSTEM),
        (ActionId.LOOP, "Meta+L", ClashKind.SYSTEM),
        (ActionId.LOOP, "K", ClashKind.TYPING),
        (ActionId.LOOP, "Space", ClashKind.TYPING),
        (ActionId.LOOP, "Shift+Left", ClashKind.TYPING),
        (ActionId.LOOP, "Ctrl+C", ClashKind.TYPING),
        (ActionId.LOOP, "Ctrl+Left", ClashKind.TYPING),
        (ActionId.SAVE, "Ctrl+S", None),
        (ActionId.LOOP, "Alt+7", None),
        (ActionId.LOOP, "F13", None),
        (ActionId.PLAY_PAUSE, "Esc", None),
        (PAUSE, "Tab", ClashKind.SYSTEM),
        (PAUSE, "Ctrl+K", ClashKind.SYSTEM),
        (PAUSE, "Esc", ClashKind.SYSTEM),
        (PAUSE, "Shift+Left", None),
        (PAUSE, "K", None),
    ],
)
def test_keys_of_the_system_and_of_typing(
    target: Target, key: str, kind: ClashKind | None
) -> None:
    assert forbidden_key(target, key) is kind
    clashes = clashes_of(DEFAULT.changed(target, (key,)))
    assert (kind in [clash.kind for clash in clashes]) is (kind is not None)


def test_a_key_is_taken_over_from_whoever_has_it() -> None:
    assert others_with(DEFAULT, ActionId.LOOP, "F2") == (ActionId.BACK,)

    keymap = taken_over(DEFAULT, ActionId.LOOP, "F2")

    assert keymap.keys_of(ActionId.LOOP) == ("Ctrl+L", "F2")
    assert keymap.keys_of(ActionId.BACK) == ()
    assert clashes_of(keymap) == ()
