from __future__ import annotations

from dataclasses import asdict

import pytest

from practicecoder.ui.actions import ActionId
from practicecoder.ui.keys.bare import BareId, Command, Region
from practicecoder.ui.keys.clashes import clashes_of
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.keys.presets import (
    OWN_PRESET,
    Preset,
    preset,
    presets,
    read_preset,
    suggestions_in_words,
)
from practicecoder.ui.keys.texts import portable
from practicecoder.ui.settings import Playback

ALL = pytest.mark.parametrize("each", presets(), ids=lambda p: p.preset_id)
LEAST = (ActionId.PLAY_PAUSE, ActionId.BACK, ActionId.FORWARD, ActionId.SLOWER, ActionId.FASTER)


def test_there_is_one_for_each_program_that_coders_come_from() -> None:
    assert [each.preset_id for each in presets()] == [
        OWN_PRESET, "elan", "express-scribe", "maxqda-f4", "otranscribe",
    ]  # fmt: skip


@ALL
@pytest.mark.parametrize("on_mac", [False, True])
def test_no_preset_clashes(each: Preset, on_mac: bool) -> None:
    assert [clash.sentence for clash in clashes_of(each.keymap(on_mac=on_mac))] == []


@ALL
def test_every_key_is_one_that_qt_knows(each: Preset) -> None:
    given = [*each.actions.values(), *each.actions_on_mac.values(), *each.bare.values()]

    assert [key for keys in given for key in keys if portable(key) != key] == []


@ALL
@pytest.mark.parametrize("on_mac", [False, True])
def test_what_has_a_key_keeps_one(each: Preset, on_mac: bool) -> None:
    own, keymap = Keymap.default(on_mac=on_mac), each.keymap(on_mac=on_mac)

    lost = [t for t in own.targets() if own.keys_of(t) and not keymap.keys_of(t)]

    assert lost == []
    assert all(keymap.keys_of(action_id) for action_id in LEAST)


@ALL
def test_every_preset_says_what_it_is_after(each: Preset) -> None:
    assert each.title
    assert each.about.endswith(".")
    assert each.source


def test_the_own_preset_is_the_default() -> None:
    assert preset(OWN_PRESET).keymap(on_mac=False) == Keymap.default(on_mac=False)
    assert preset("gone").preset_id == OWN_PRESET


@pytest.mark.parametrize(
    ("preset_id", "action_id", "first"),
    [
        ("otranscribe", ActionId.PLAY_PAUSE, "Esc"),
        ("otranscribe", ActionId.BACK, "F1"),
        ("otranscribe", ActionId.FORWARD, "F2"),
        ("otranscribe", ActionId.SLOWER, "F3"),
        ("otranscribe", ActionId.FASTER, "F4"),
        ("maxqda-f4", ActionId.PLAY_PAUSE, "F4"),
        ("maxqda-f4", ActionId.BACK, "F12"),
        ("maxqda-f4", ActionId.FORWARD, "Shift+F12"),
        ("elan", ActionId.PLAY_PAUSE, "Ctrl+Space"),
        ("express-scribe", ActionId.PLAY_PAUSE, "F9"),
        ("express-scribe", ActionId.BACK, "F7"),
        ("express-scribe", ActionId.FORWARD, "F8"),
    ],
)
def test_keys_as_in_the_other_program(preset_id: str, action_id: ActionId, first: str) -> None:
    assert preset(preset_id).keymap(on_mac=False).keys_of(action_id)[0] == first


def test_enter_marks_begin_and_end_as_in_elan() -> None:
    span = BareId(Region.LISTENING, Command.SPAN)

    assert preset("elan").keymap().keys_of(span) == ("Return", "Enter")


def test_playback_is_a_suggestion_told_in_words() -> None:
    found = preset("otranscribe")

    assert found.suggested(Playback()).step_ms == 1_500
    assert suggestions_in_words(found, Playback()) == ("step back and forward 1.5 s (is 5 s)",)
    assert suggestions_in_words(found, found.suggested(Playback())) == ()


def test_every_playback_setting_has_words() -> None:
    every = Preset(
        preset_id="made-up",
        title="Made up",
        about="Everything.",
        source="a test",
        playback={name: value + 1 for name, value in asdict(Playback()).items()},
    )

    assert len(suggestions_in_words(every, Playback())) == len(asdict(Playback()))


def test_a_file_with_unknown_names_is_refused_with_the_names() -> None:
    text = """
    title = "Made up"
    about = "Wrong."
    source = "a test"
    [actions]
    fly = ["F2"]
    [bare.cockpit]
    loop = ["L"]
    [playback]
    colour = 3
    """

    with pytest.raises(ValueError, match=r"made-up: unknown names cockpit\.loop, colour, fly"):
        read_preset("made-up", text)
