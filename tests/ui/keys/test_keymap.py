from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from practicecoder.ui.actions import ActionId
from practicecoder.ui.keys.bare import BareId, Command, Region
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.keys.presets import keymap_of, preset
from practicecoder.ui.settings import SavedKeymap, Settings

LOOP = BareId(Region.LISTENING, Command.LOOP)


def again(settings: Settings) -> Settings:
    """Settings as the next start of the program reads them."""
    settings.save()
    store = settings._store
    return Settings(QSettings(store.fileName(), QSettings.Format.IniFormat))


def test_every_action_has_its_keys_by_default() -> None:
    keymap = Keymap.default(on_mac=False)

    assert set(keymap.actions) == set(ActionId)
    assert keymap.keys_of(ActionId.BACK) == ("F2",)
    assert keymap.keys_of(LOOP) == ("\\",)
    assert keymap.characters_on


def test_macos_keeps_its_own_keys() -> None:
    assert Keymap.default(on_mac=True).keys_of(ActionId.PLAY_PAUSE) == ("Alt+Space", "F4")


def test_a_change_leaves_the_keymap_it_came_from_alone() -> None:
    before = Keymap.default(on_mac=False)

    after = before.changed(ActionId.BACK, ("ctrl+b", "Ctrl+B", "nonsense"))

    assert after.keys_of(ActionId.BACK) == ("Ctrl+B",)
    assert before.keys_of(ActionId.BACK) == ("F2",)


def test_only_differences_from_the_preset_are_saved() -> None:
    base = preset("otranscribe").keymap()
    keymap = base.changed(ActionId.LOOP, ("Ctrl+M",)).changed(LOOP, ())

    saved = keymap.saved_against(base, "otranscribe")

    assert saved.preset == "otranscribe"
    assert saved.actions == {"loop": ("Ctrl+M",)}
    assert saved.bare == {"listening.loop": ()}


@pytest.mark.parametrize(
    "keys", [("Ctrl+,",), ("Ctrl+=", "Ctrl+;"), (), ("Toggle Media Play/Pause",)]
)
def test_a_keymap_survives_a_restart(settings: Settings, keys: tuple[str, ...]) -> None:
    base = preset("elan").keymap()
    keymap = base.changed(ActionId.LOOP, keys).changed(LOOP, ("Ü",))
    settings.keymap = keymap.saved_against(base, "elan")

    assert keymap_of(again(settings).keymap) == keymap


def test_the_switch_for_characters_survives_a_restart(settings: Settings) -> None:
    settings.keymap = SavedKeymap(characters_on=False)

    assert not keymap_of(again(settings).keymap).characters_on


def test_unknown_names_and_keys_are_passed_over() -> None:
    saved = SavedKeymap(
        preset="from a later version",
        actions={"fly": ("F2",), "back": ("Hyper+Q",), "loop": ("Ctrl+M",)},
        bare={"cockpit.loop": ("X",), "listening.fly": ("Y",)},
    )

    keymap = keymap_of(saved)

    assert keymap == Keymap.default().changed(ActionId.LOOP, ("Ctrl+M",))


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"actions": 3}', '{"actions": {"back": "F2"}, "preset": 7}', '{"bare": [1]}'],
)
def test_a_spoilt_keymap_gives_the_default(settings: Settings, text: str) -> None:
    settings._store.setValue("keys/keymap", text)

    assert keymap_of(settings.keymap) == Keymap.default()
