from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.ui.actions import ActionId, key_sequences
from practicecoder.ui.keymap.dialog import KeymapDialog
from practicecoder.ui.keys.bare import BareId, Command, Region
from practicecoder.ui.keys.in_force import keys_in_force
from practicecoder.ui.keys.keymap import Keymap, Target
from practicecoder.ui.keys.presets import presets
from practicecoder.ui.settings import PedalMode, Pedals, Playback, Settings
from tests.ui.coding.studio import CONTROL, NONE, SHIFT, Hands

KEY = Qt.Key
PAUSE = BareId(Region.LISTENING, Command.PAUSE)


class Changer(Hands):
    """Changes keys in the dialog with the keyboard alone."""

    def __init__(self, qtbot: QtBot, dialog: KeymapDialog) -> None:
        super().__init__(qtbot)
        self.dialog = dialog
        self.editor = dialog.editor

    def keys(self, target: Target) -> tuple[str, ...]:
        """Keys of a command in the editor."""
        return self.editor.keymap.keys_of(target)

    def find(self, words: str) -> None:
        """Filter, go down to the first command found and listen for its new key."""
        self.tab_to(self.editor.filter)
        self.editor.filter.selectAll()
        self.type(words)
        self.tab_to(self.editor.table)
        self.press(KEY.Key_Home)
        self.press(KEY.Key_Return)
        assert self.focused is self.editor.form.capture

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until a control has the focus."""
        for _ in range(25):
            if self.focused is widget:
                return
            self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab does not lead to {widget.accessibleName()}")


@pytest.fixture
def changer(settings: Settings, qtbot: QtBot) -> Changer:
    dialog = KeymapDialog(settings)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.editor.filter.hasFocus)
    return Changer(qtbot, dialog)


def test_a_key_is_added_by_keyboard_alone_and_in_force_after_ok(
    changer: Changer, settings: Settings
) -> None:
    changer.find("play the next gap")
    changer.press(KEY.Key_M, CONTROL)
    changer.tab_to(changer.editor.form.add_key)
    changer.press(KEY.Key_Space)

    assert changer.keys(ActionId.PLAY_NEXT_GAP) == ("Ctrl+G", "Ctrl+M")
    assert changer.focused is changer.editor.table
    assert len(key_sequences(ActionId.PLAY_NEXT_GAP)) == 1  # nothing is in force yet

    changer.dialog.accept()
    assert [k.toString() for k in key_sequences(ActionId.PLAY_NEXT_GAP)] == ["Ctrl+G", "Ctrl+M"]
    assert settings.keymap.actions == {"play_next_gap": ("Ctrl+G", "Ctrl+M")}


def test_cancel_leaves_everything_as_it_was(changer: Changer, settings: Settings) -> None:
    changer.find("play the next gap")
    changer.press(KEY.Key_M, CONTROL)
    changer.tab_to(changer.editor.form.only)
    changer.press(KEY.Key_Space)
    changer.editor.characters.setChecked(False)
    assert changer.editor.is_changed

    changer.press(KEY.Key_Escape)

    assert not changer.dialog.isVisible()
    assert keys_in_force().keymap == Keymap.default()
    assert settings.keymap.actions == {}
    assert settings.keymap.characters_on


def test_a_clash_names_the_other_command_and_the_key_can_be_taken_over(
    changer: Changer,
) -> None:
    form = changer.editor.form
    changer.find("loop Ctrl+L")
    changer.press(KEY.Key_F2)

    assert "F2 is the key of “Back”" in form.verdict.text()
    assert not form.add_key.isEnabled()
    assert not form.only.isEnabled()

    changer.tab_to(form.take)
    changer.press(KEY.Key_Space)
    assert changer.keys(ActionId.LOOP) == ("Ctrl+L", "F2")
    assert changer.keys(ActionId.BACK) == ()


@pytest.mark.parametrize(
    ("key", "held", "words"),
    [(KEY.Key_F10, NONE, "system"), (KEY.Key_S, CONTROL, "system"), (KEY.Key_K, NONE, "text")],
)
def test_keys_of_the_system_are_refused(
    changer: Changer, key: Qt.Key, held: Qt.KeyboardModifier, words: str
) -> None:
    form = changer.editor.form
    changer.find("loop Ctrl+L")
    changer.press(key, held)

    assert words in form.verdict.text()
    assert not form.add_key.isEnabled()
    assert not form.take.isVisible()


def test_escape_takes_the_pressed_key_back_and_then_leads_to_the_table(changer: Changer) -> None:
    changer.find("loop Ctrl+L")
    changer.press(KEY.Key_M, CONTROL)

    changer.press(KEY.Key_Escape)
    assert changer.editor.form.capture.key == ""
    changer.press(KEY.Key_Escape)

    assert changer.focused is changer.editor.table
    assert changer.dialog.isVisible()
    assert not changer.editor.is_changed


def test_a_bare_key_is_changed_in_its_region(changer: Changer) -> None:
    changer.editor.go_to(PAUSE)
    changer.press(KEY.Key_E)
    assert "Evidence at this moment" in changer.editor.form.verdict.text()

    changer.press(KEY.Key_P)
    changer.tab_to(changer.editor.form.only)
    changer.press(KEY.Key_Space)

    assert changer.keys(PAUSE) == ("P",)


def test_all_keys_of_a_command_are_removed_and_reset(changer: Changer) -> None:
    form = changer.editor.form
    changer.editor.go_to(ActionId.BACK)
    form.remove.click()
    assert changer.keys(ActionId.BACK) == ()
    changer.editor.go_to(ActionId.LOOP)
    changer.press(KEY.Key_F2)
    form.only.click()

    changer.editor.go_to(ActionId.BACK)
    form.reset.click()

    assert changer.keys(ActionId.BACK) == ("F2",)
    assert changer.keys(ActionId.LOOP) == ()
    changer.editor.reset_all.click()
    assert changer.editor.keymap == Keymap.default()


def choose_preset(changer: Changer, preset_id: str) -> None:
    places = [each.preset_id for each in presets()]
    changer.editor.presets.choice.setCurrentIndex(places.index(preset_id))


def test_a_preset_is_taken_by_its_button_alone(changer: Changer, settings: Settings) -> None:
    choose_preset(changer, "otranscribe")
    assert changer.keys(ActionId.BACK) == ("F2",)
    changer.editor.presets.use.click()
    assert changer.keys(ActionId.BACK) == ("F1",)

    changer.dialog.accept()

    assert settings.keymap.preset == "otranscribe"
    assert settings.keymap.actions == {}
    assert settings.playback == Playback()


def test_playback_of_a_preset_is_shown_and_taken_only_if_wanted(
    changer: Changer, settings: Settings
) -> None:
    box = changer.editor.presets.with_playback
    assert not box.isVisible()
    choose_preset(changer, "otranscribe")
    assert "1.5 s" in box.text()
    assert not box.isChecked()

    box.setChecked(True)
    changer.editor.presets.use.click()
    assert settings.playback.step_ms == 5_000
    changer.dialog.accept()

    assert settings.playback.step_ms == 1_500


def test_letters_digits_and_signs_are_switched_off(changer: Changer, settings: Settings) -> None:
    changer.tab_to(changer.editor.characters)
    changer.press(KEY.Key_Space)
    changer.dialog.accept()

    assert not settings.keymap.characters_on
    assert not keys_in_force().keymap.characters_on


def test_the_table_shows_what_somebody_chose(changer: Changer) -> None:
    changer.editor.go_to(ActionId.BACK)
    changer.press(KEY.Key_M, CONTROL)
    changer.editor.form.only.click()

    row = changer.editor.table.selected_rows()[0]

    assert (row.target, row.keys, row.is_changed) == (ActionId.BACK, "Ctrl+M", True)


def test_a_pedal_is_learned_by_pressing_it(changer: Changer, settings: Settings) -> None:
    pedals = changer.dialog.pedals
    changer.dialog.tabs.setCurrentWidget(pedals)
    for (pedal, capture), key in zip(
        pedals.captures.items(), (KEY.Key_F13, KEY.Key_F14, KEY.Key_F15), strict=True
    ):
        capture.setFocus()
        changer.press(key)
        assert capture.text() == pedal_key(pedals.pedals, pedal.value)
    pedals.toggle.setChecked(True)
    changer.dialog.accept()

    assert settings.pedals == Pedals(play="F13", back="F14", forward="F15", mode=PedalMode.TOGGLE)
    assert keys_in_force().pedals == settings.pedals


def pedal_key(pedals: Pedals, which: str) -> str:
    return {"play": pedals.play, "back": pedals.back, "forward": pedals.forward}[which]


def test_two_pedals_never_share_a_key_and_escape_forgets_none(changer: Changer) -> None:
    pedals = changer.dialog.pedals
    changer.dialog.tabs.setCurrentWidget(pedals)
    for capture in list(pedals.captures.values())[:2]:
        capture.setFocus()
        changer.press(KEY.Key_F13)
    assert pedals.pedals == Pedals(back="F13")

    changer.press(KEY.Key_Escape)

    assert pedals.pedals == Pedals(back="F13")
    list(pedals.forget.values())[1].click()
    assert pedals.pedals == Pedals()


def test_a_pedal_that_types_is_refused_with_advice(changer: Changer) -> None:
    pedals = changer.dialog.pedals
    changer.dialog.tabs.setCurrentWidget(pedals)
    capture = next(iter(pedals.captures.values()))
    capture.setFocus()
    changer.press(KEY.Key_B)

    assert "F13 to F24" in pedals.verdict.text()
    assert pedals.pedals == Pedals()
    assert capture.text() == ""

    changer.press(KEY.Key_F4, SHIFT)
    assert pedals.verdict.text() == ""


def test_a_pedal_with_the_key_of_a_command_says_so(changer: Changer) -> None:
    pedals = changer.dialog.pedals
    changer.dialog.tabs.setCurrentWidget(pedals)
    next(iter(pedals.captures.values())).setFocus()
    changer.press(KEY.Key_F4)

    assert "Play or pause" in pedals.verdict.text()
    assert pedals.pedals.play == "F4"


def test_every_control_has_a_name_and_room(changer: Changer) -> None:
    changer.editor.go_to(ActionId.LOOP)
    changer.press(KEY.Key_F2)
    for tab in (changer.editor, changer.dialog.pedals):
        changer.dialog.tabs.setCurrentWidget(tab)
        controls = [
            widget
            for widget in tab.findChildren(QWidget)
            if isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QAbstractItemView)
            and not isinstance(widget, QHeaderView)
            and widget.isVisible()
        ]
        assert len(controls) >= 8
        for widget in controls:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name), widget
            assert min(widget.width(), widget.height()) >= 24, widget
