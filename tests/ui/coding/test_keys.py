"""Keys of the coding page when they are others than the program's own: presets and pedals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.dispatcher import bare_key_lines
from practicecoder.ui.keys.bare import BareId, Command, Region
from practicecoder.ui.keys.in_force import keys_in_force
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.keys.presets import Preset, preset, presets
from practicecoder.ui.palette.palette import CommandPalette
from practicecoder.ui.settings import PedalMode, Pedals, Playback, SavedKeymap
from practicecoder.ui.widgets.shortcut_sheet import key_lines
from tests.ui.coding.studio import CONTROL, SHIFT, Studio

KEY = Qt.Key
ALL = pytest.mark.parametrize("each", presets(), ids=lambda p: p.preset_id)
STEP_MS = 5_000
START_MS = 15_000
SLACK_MS = 900
"""How far playing may have moved the playhead besides."""


@pytest.fixture(autouse=True)
def own_keys() -> Iterator[None]:
    """Have the program's own keys before and after."""
    keys_in_force().put(Keymap.default(), Pedals())
    yield
    keys_in_force().put(Keymap.default(), Pedals())


def press(studio: Studio, text: str) -> None:
    """Press a key by its portable text."""
    pressed = QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText)
    combination = pressed[0]  # type: ignore[index]  # Qt's own container
    studio.press(combination.key(), combination.keyboardModifiers())


def is_playing(studio: Studio) -> bool:
    return studio.page.listening.player.is_playing


def go_to(studio: Studio, area: QWidget) -> None:
    area.setFocus()
    studio._qtbot.waitUntil(area.hasFocus)


@ALL
@pytest.mark.parametrize("place", ["listening", "note"])
def test_every_preset_plays_pauses_and_steps_from_everywhere(
    studio: Studio, each: Preset, place: str
) -> None:
    page, player = studio.page, studio.page.listening.player
    keymap = each.keymap()
    keys_in_force().put(keymap, Pedals())
    go_to(studio, page.listening.waveform if place == "listening" else page.notes.field)
    player.seek(START_MS)

    for key in keymap.keys_of(ActionId.BACK):
        player.seek(START_MS)
        press(studio, key)
        assert abs(player.position_ms - (START_MS - STEP_MS)) <= SLACK_MS
    for key in keymap.keys_of(ActionId.FORWARD):
        player.seek(START_MS)
        press(studio, key)
        assert abs(player.position_ms - (START_MS + STEP_MS)) <= SLACK_MS
    for key in (k for k in keymap.keys_of(ActionId.PLAY_PAUSE) if "Media" not in k):
        press(studio, key)
        assert is_playing(studio), key
        press(studio, key)
        assert not is_playing(studio), key
    assert page.notes.field.toPlainText() == ""


def test_in_elan_enter_begins_and_ends_a_span(studio: Studio) -> None:
    keys_in_force().put(preset("elan").keymap(), Pedals())
    player = studio.page.listening.player
    studio.go_to_card(1)
    go_to(studio, studio.page.listening.waveform)

    player.seek(10_000)
    studio.press(KEY.Key_Return)
    player.seek(18_000)
    studio.press(KEY.Key_Return)

    (evidence,) = studio.stored().evidence
    assert evidence.span == TimeSpan(10_000 - Playback().reaction_ms, 18_000)


def test_bare_keys_change_while_the_page_is_open(studio: Studio) -> None:
    page = studio.page
    back = BareId(Region.LISTENING, Command.BACK)
    page.listening.player.seek(START_MS)
    go_to(studio, page.listening.waveform)

    keys_in_force().put(Keymap.default().changed(back, ("A",)), Pedals())
    studio.press(KEY.Key_Left)
    assert abs(page.listening.player.position_ms - START_MS) <= SLACK_MS
    studio.press(KEY.Key_A)

    assert abs(page.listening.player.position_ms - (START_MS - STEP_MS)) <= SLACK_MS


def test_without_characters_letters_and_digits_do_nothing_and_the_keyboard_still_suffices(
    studio: Studio,
) -> None:
    page, player = studio.page, studio.page.listening.player
    without = Keymap.default().taking_over(SavedKeymap(characters_on=False))
    keys_in_force().put(without, Pedals())

    studio.go_to_card(1)
    studio.press(KEY.Key_4)
    studio.press(KEY.Key_U)
    assert not studio.stored().ratings
    studio.press(KEY.Key_Up)
    studio.press(KEY.Key_Space)
    assert len(studio.stored().ratings) == 1

    go_to(studio, page.listening.waveform)
    view = page.listening.waveform
    before = view.grab().toImage()
    for key in (KEY.Key_E, KEY.Key_L, KEY.Key_Plus):
        studio.press(key)
    assert studio.stored().evidence == ()
    assert not is_playing(studio)
    assert view.grab().toImage() == before
    studio.press(KEY.Key_Space)
    assert is_playing(studio)
    player.pause()


def test_the_sheet_shows_the_keys_in_force() -> None:
    keymap = preset("otranscribe").keymap().taking_over(SavedKeymap(characters_on=False))
    keys_in_force().put(keymap, Pedals())

    lines = {(line.group, line.text): line.keys for line in key_lines(bare_key_lines())}

    assert lines[("Listening", "Play or pause")].startswith("Esc")
    assert lines[("In the listening area", "Play or pause")] == "Space"
    assert ("In the listening area", "Loop on or off") not in lines
    assert ("In a rating card", "Rate that level") not in lines


def test_a_held_pedal_plays_until_it_is_let_go(studio: Studio) -> None:
    page, player = studio.page, studio.page.listening.player
    keys_in_force().put(Keymap.default(), Pedals(play="F13"))
    go_to(studio, page.notes.field)

    studio._qtbot.keyPress(studio.focused, KEY.Key_F13)
    assert is_playing(studio)
    studio._qtbot.keyRelease(studio.focused, KEY.Key_F13)

    assert not is_playing(studio)
    assert player.back_step_ms > 0  # the player steps back when it goes on


def test_a_pedal_may_play_and_pause_in_turn(studio: Studio) -> None:
    pedals = Pedals(play="Ctrl+F13", mode=PedalMode.TOGGLE)
    keys_in_force().put(Keymap.default(), pedals)
    go_to(studio, studio.page.listening.waveform)

    studio.press(KEY.Key_F13, CONTROL)
    assert is_playing(studio)
    studio.press(KEY.Key_F13, CONTROL)
    assert not is_playing(studio)


def test_pedals_step_back_and_forward(studio: Studio) -> None:
    player = studio.page.listening.player
    keys_in_force().put(Keymap.default(), Pedals(back="F14", forward="Shift+F15"))
    studio.go_to_card(2)
    player.seek(START_MS)

    studio.press(KEY.Key_F14)
    assert abs(player.position_ms - (START_MS - STEP_MS)) <= SLACK_MS
    studio.press(KEY.Key_F15, SHIFT)
    assert abs(player.position_ms - START_MS) <= SLACK_MS


def test_the_palette_finds_what_the_page_can_do_and_gives_the_focus_back(studio: Studio) -> None:
    studio.go_to_card(1)
    came_from = studio.focused
    studio.page.listening.player.seek(START_MS)
    palette = CommandPalette(studio.page)
    palette.open()
    studio._qtbot.waitUntil(palette.field.hasFocus)
    assert {"Play or pause", "Loop", "Next panel"} <= {entry.words for entry in palette.shown}

    studio.type("eatm")
    studio.press(KEY.Key_Return)

    assert len(studio.stored().evidence) == 1
    assert studio.focused is came_from
