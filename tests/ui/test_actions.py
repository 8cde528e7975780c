from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.actions import ACTIONS, ActionId, key_sequences, make_action, tip_text


def test_every_action_has_words() -> None:
    assert set(ACTIONS) == set(ActionId)
    assert all(spec.text for spec in ACTIONS.values())


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_no_key_belongs_to_two_actions(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("practicecoder.ui.actions.sys.platform", system)

    uses = Counter(keys.toString() for action in ActionId for keys in key_sequences(action))

    assert [keys for keys, n in uses.items() if n > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    texts = [text for spec in ACTIONS.values() for text in (*spec.shortcuts, *spec.on_mac)]

    unknown = [text for text in texts if QKeySequence.fromString(text).toString() == ""]

    assert unknown == []


def test_no_bare_letter_or_digit_is_a_shortcut_of_the_window() -> None:
    # they would rob focused buttons and fields of their keys
    bare = [
        text for spec in ACTIONS.values() for text in (*spec.shortcuts, *spec.on_mac)
        if len(text) == 1 or text in ("Space", "Return", "Enter", "Left", "Right", "Up", "Down")
    ]  # fmt: skip

    assert bare == []


def test_an_action_calls_back_without_arguments(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    called: list[bool] = []
    action = make_action(ActionId.FULL_SCREEN, owner, lambda: called.append(True))

    action.trigger()

    assert called == [True]
    assert action in owner.actions()
    assert action.isCheckable()


def test_a_tip_names_the_key() -> None:
    assert tip_text(ActionId.BACK) == "Go back 5 seconds (F2)"
