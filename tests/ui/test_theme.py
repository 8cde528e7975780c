from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from importlib.resources import files

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.ui.colours import (
    DARK,
    EVERY_SET,
    HIGH_DARK,
    HIGH_LIGHT,
    LIGHT,
    Colours,
    contrast,
)
from practicecoder.ui.icons import Icon, Ink, icon, redraw_icons, set_icon
from practicecoder.ui.settings import ColourScheme, Contrast, Looks, Motion
from practicecoder.ui.theme import (
    Look,
    apply_dark,
    apply_light,
    apply_looks,
    colours,
    dress,
    may_move,
    palette_of,
    show_busy,
    wants_high_contrast,
)
from practicecoder.ui.widgets.inks import mark_colours

EVERY = pytest.mark.parametrize("shades", EVERY_SET, ids=lambda s: s.name)
INKS = ("text", "muted", "accent", "success", "warning", "error")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#12436D", "#FFFFFF") == pytest.approx(10.2, abs=0.1)


def test_strong_contrast_asks_for_more() -> None:
    assert [(s.text_contrast, s.mark_contrast) for s in EVERY_SET] == [
        (4.5, 3.0),
        (4.5, 3.0),
        (7.0, 4.5),
        (7.0, 4.5),
    ]


@EVERY
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *itertools.product(INKS, ("window", "surface", "sunken")),
        *itertools.product(("text", "muted", "accent"), ("soft",)),
    ],
)
def test_words_can_be_read_on_every_ground(shades: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(shades, ink), getattr(shades, ground)) >= shades.text_contrast


@EVERY
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("warning", "warning_surface"),
        ("text", "warning_surface"),
        ("on_accent", "accent"),
        ("on_accent", "focus"),
        ("rail_text", "rail"),
        ("rail_text", "rail_chosen"),
    ],
)
def test_words_can_be_read_where_they_stand(shades: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(shades, ink), getattr(shades, ground)) >= shades.text_contrast


@EVERY
@pytest.mark.parametrize("ink", ["outline", "focus", "warning_border"])
@pytest.mark.parametrize("ground", ["surface", "window"])
def test_edges_and_focus_stand_out(shades: Colours, ink: str, ground: str) -> None:
    least = shades.mark_contrast
    if (shades.name, ink, ground) == ("light", "warning_border", "window"):
        least = 2.7  # the warning says its word beside the edge
    assert contrast(getattr(shades, ink), getattr(shades, ground)) >= least


@EVERY
def test_focus_stands_out_from_what_it_is_around(shades: Colours) -> None:
    assert contrast(shades.focus, shades.soft) >= 3
    assert contrast(shades.rail_text, shades.rail) >= 3


@EVERY
def test_marks_stand_out_from_the_surface(shades: Colours) -> None:
    assert all(contrast(mark, shades.surface) >= shades.mark_contrast for mark in shades.series)
    assert len(set(shades.series)) == 4


@EVERY
def test_marks_on_the_timeline_stand_out(shades: Colours) -> None:
    marks = mark_colours(shades).values()
    assert all(contrast(mark, shades.window) >= shades.mark_contrast for mark in marks)


@pytest.mark.parametrize("shades", [s for s in EVERY_SET if s.is_high], ids=lambda s: s.name)
def test_edges_of_areas_stand_out_in_strong_contrast(shades: Colours) -> None:
    assert contrast(shades.border, shades.window) >= shades.mark_contrast


@EVERY
@pytest.mark.parametrize(
    ("drawing", "ground"),
    [
        ("check", "accent"),
        ("chevron", "surface"),
        ("chevron-up", "surface"),
        ("chevron-left", "window"),
        ("chevron-right", "window"),
    ],
)
def test_drawn_signs_stand_out(shades: Colours, drawing: str, ground: str) -> None:
    kind = "dark" if shades.is_dark else "light"
    text = files("practicecoder.ui.icons").joinpath(f"{drawing}-{kind}.svg").read_text()
    ink = re.search(r'stroke="(#\w{6})"', text)
    assert ink is not None

    assert contrast(ink[1], getattr(shades, ground)) >= shades.mark_contrast


@EVERY
def test_every_role_of_the_palette_can_be_read(shades: Colours) -> None:
    palette, role = palette_of(shades), QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
        (role.Link, role.Window),
    ]
    weak = [
        (ink.name, ground.name)
        for ink, ground in pairs
        if contrast(palette.color(ink).name(), palette.color(ground).name()) < shades.text_contrast
    ]

    assert weak == []


@EVERY
def test_the_palette_decides_which_colours_are_meant(shades: Colours) -> None:
    assert colours(palette_of(shades)) is shades


def test_colours_of_the_application(qapp: QApplication) -> None:
    apply_dark(qapp)
    assert colours() is DARK

    apply_light(qapp)
    assert colours() is LIGHT


@pytest.mark.parametrize(
    ("scheme", "shades"), [(ColourScheme.LIGHT, HIGH_LIGHT), (ColourScheme.DARK, HIGH_DARK)]
)
def test_strong_contrast_can_be_chosen(
    qapp: QApplication, scheme: ColourScheme, shades: Colours
) -> None:
    apply_looks(qapp, Looks(scheme=scheme, contrast=Contrast.HIGH))

    assert colours() is shades
    assert "border-width: 2px" in qapp.styleSheet()


class Hints:
    """A system that asks for strong contrast."""

    def accessibility(self) -> Hints:
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802
        return Qt.ContrastPreference.HighContrast


@pytest.mark.parametrize(
    ("chosen", "is_high"),
    [(Contrast.SYSTEM, True), (Contrast.HIGH, True), (Contrast.NORMAL, False)],
)
def test_the_systems_contrast_is_followed_unless_one_is_chosen(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, chosen: Contrast, is_high: bool
) -> None:
    monkeypatch.setattr(QApplication, "styleHints", Hints)

    assert wants_high_contrast(Looks(contrast=chosen)) is is_high


def test_nothing_moves_when_motion_is_reduced(qapp: QApplication, qtbot: QtBot) -> None:
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    button, bar = QPushButton("Play"), QProgressBar()
    qtbot.addWidget(button)
    qtbot.addWidget(bar)
    button.show()

    apply_looks(qapp, Looks(motion=Motion.FULL))
    show_busy(bar)
    assert may_move()
    assert button.style().styleHint(hint, None, button) > 0
    assert qapp.cursorFlashTime() > 0
    assert (bar.minimum(), bar.maximum()) == (0, 0)

    apply_looks(qapp, Looks(motion=Motion.REDUCED))
    show_busy(bar)
    assert not may_move()
    assert button.style().styleHint(hint, None, button) == 0
    assert qapp.cursorFlashTime() == 0
    assert bar.value() == bar.maximum() == 1

    apply_looks(qapp, Looks(motion=Motion.FULL))
    assert qapp.cursorFlashTime() > 0


def test_a_chosen_scheme_wins_over_the_system(qapp: QApplication) -> None:
    apply_looks(qapp, Looks(scheme=ColourScheme.DARK))

    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window


def test_text_grows_with_the_scale(qapp: QApplication) -> None:
    apply_light(qapp)
    normal = qapp.font().pointSizeF()

    apply_light(qapp, 1.5)

    assert qapp.font().pointSizeF() == pytest.approx(normal * 1.5)


@pytest.mark.parametrize("look", [Look.PRIMARY, Look.QUIET])
@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
def test_a_button_that_does_nothing_looks_so(
    qapp: QApplication, qtbot: QtBot, kind: type[QAbstractButton], look: Look
) -> None:
    apply_light(qapp)
    made = kind()
    qtbot.addWidget(made)
    made.setText("Merge")
    dress(made, look)
    made.resize(120, 32)
    offered = made.grab().toImage()
    made.setEnabled(False)
    shown = made.grab().toImage()

    def pixels(picture: QImage) -> set[str]:
        sides = itertools.product(range(picture.width()), range(picture.height()))
        return {picture.pixelColor(x, y).name() for x, y in sides}

    assert colours().accent.lower() in pixels(offered)
    assert colours().accent.lower() not in pixels(shown)


def test_a_chip_that_does_nothing_looks_so(qapp: QApplication, qtbot: QtBot) -> None:
    apply_light(qapp)
    made = QPushButton("Unsure")
    qtbot.addWidget(made)
    dress(made, Look.CHIP)
    made.resize(120, 32)
    made.setEnabled(False)
    off = made.grab().toImage()
    sides = itertools.product(range(off.width()), range(off.height()))
    darkest = min(off.pixelColor(x, y).lightness() for x, y in sides)
    assert darkest > QColor(colours().text).lightness() + 20


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


@pytest.mark.parametrize("apply", [apply_light, apply_dark])
@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QCheckBox, QRadioButton])
def test_the_one_frame_shows_the_focus_and_no_second_box_within(
    qapp: QApplication,
    qtbot: QtBot,
    apply: Callable[[QApplication], None],
    kind: Callable[[], QAbstractButton],
) -> None:
    apply(qapp)
    window, first, control = QWidget(), QPushButton("One"), kind()
    qtbot.addWidget(window)
    control.setText("Two")
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(window)
    layout.addWidget(first)
    layout.addWidget(control)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    before = control.grab().toImage()

    QTest.keyClick(first, Qt.Key.Key_Tab)

    assert control.hasFocus()
    assert control.grab().toImage() == before
