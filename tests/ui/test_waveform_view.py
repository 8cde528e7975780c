from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.audio.peaks import Peaks
from practicecoder.domain.coding import CodeMark, Evidence, Polarity
from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.colours import DARK, LIGHT, Colours, contrast
from practicecoder.ui.theme import palette_of
from practicecoder.ui.widgets.inks import legible, mark_colours
from practicecoder.ui.widgets.marks import paint_shape
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.timeline_layers import Layer, LayerPictures, Shown
from practicecoder.ui.widgets.timeline_scene import Lane, Rows, Scene
from practicecoder.ui.widgets.waveform_picture import WaveformPicture
from practicecoder.ui.widgets.waveform_pixels import WaveCanvas, loudest
from practicecoder.ui.widgets.waveform_view import WaveformView

TEN_MINUTES = 600_000
WIDTH = 1_000
HEIGHT = 220


def made_peaks(duration_ms: int, channels: int = 1, rate: int = 8_000) -> Peaks:
    """Loud in every other ten seconds."""
    samples = duration_ms * rate // 1000
    bins = -(-samples // 256)
    at_s = np.arange(bins) * 256 / rate
    loudness = np.where(at_s % 20 < 10, 12_000, 300).astype(np.int16)
    one = np.stack((-loudness, loudness))[:, np.newaxis, :]
    finest = np.repeat(one, channels, axis=1)
    return Peaks.of_bins(finest, sample_rate=rate, sample_count=samples)


def evidence(
    number: int, at_ms: int, polarity: Polarity = Polarity.STRENGTH, end_ms: int | None = None
) -> Evidence:
    return Evidence(
        evidence_id=f"e{number}",
        span=TimeSpan(at_ms, at_ms if end_ms is None else end_ms),
        dimension_ids=("made_up",),
        polarity=polarity,
        quote="a made-up sentence",
    )


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[WaveformView]:
    widget = WaveformView()
    qtbot.addWidget(widget)
    widget.resize(WIDTH, HEIGHT)
    widget.set_duration(TEN_MINUTES)
    widget.set_peaks(made_peaks(TEN_MINUTES))
    widget.show()
    yield widget
    widget.setPalette(QApplication.palette())


def left_of(view: WaveformView) -> float:
    """Where the picture begins, right of the names."""
    return view.x_of(view.view.start_ms)


def in_wave(view: WaveformView, at_ms: int) -> QPoint:
    return QPoint(round(view.x_of(at_ms)), round(view.rows.wave.center().y()))


def in_lane(view: WaveformView, at_ms: int) -> QPoint:
    return QPoint(round(view.x_of(at_ms)), round(view.rows.lanes[Lane.EVIDENCE].center().y()))


def wheel(view: QWidget, x: float, angle: QPoint, *, zooms: bool = True) -> bool:
    """Turn the wheel, with Ctrl where it zooms; whether the widget took it."""
    keys = Qt.KeyboardModifier.ControlModifier if zooms else Qt.KeyboardModifier.NoModifier
    at = QPointF(x, 60)
    event = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def colours_in(image: QImage, box: QRectF) -> set[str]:
    ratio = image.devicePixelRatio()
    return {
        image.pixelColor(x, y).name()
        for x in range(round(box.left() * ratio), round(box.right() * ratio))
        for y in range(round(box.top() * ratio), round(box.bottom() * ratio))
    }


def mark(
    number: int, at_ms: int, speaker: str = "", end_ms: int | None = None, code: str = "q"
) -> CodeMark:
    return CodeMark(
        mark_id=f"m{number}", count_id=code, at_ms=at_ms, end_ms=end_ms, speaker=speaker
    )


def layers_painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Layers painted from here on."""
    painted: list[str] = []
    real = LayerPictures._paint_layer

    def noted(self: LayerPictures, layer: Layer, row: QRectF, shown: Shown) -> None:
        painted.append(layer)
        real(self, layer, row, shown)

    monkeypatch.setattr(LayerPictures, "_paint_layer", noted)
    return painted


# Mouse


@pytest.mark.parametrize("at_ms", [0, 12_000, 300_000, 599_400])
def test_click_asks_for_the_moment_under_the_pointer(
    qtbot: QtBot, view: WaveformView, at_ms: int
) -> None:
    with qtbot.waitSignal(view.seek_requested) as asked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=in_wave(view, at_ms))
    assert asked.args == [pytest.approx(at_ms, abs=350)]  # half a pixel


def test_click_when_zoomed_in_is_as_exact_as_the_picture(qtbot: QtBot, view: WaveformView) -> None:
    for _ in range(8):
        wheel(view, 400, QPoint(0, 120))
    asked: list[int] = []
    view.seek_requested.connect(asked.append)
    target_ms = round((view.view.start_ms + view.view.end_ms) / 2)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=in_wave(view, target_ms))
    assert asked == [pytest.approx(target_ms, abs=view.view.duration_ms / (WIDTH - left_of(view)))]


def test_drag_asks_at_the_press_and_at_the_release_only(qtbot: QtBot, view: WaveformView) -> None:
    asked: list[int] = []
    view.seek_requested.connect(asked.append)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=in_wave(view, 60_000))
    for at_ms in range(70_000, 240_000, 10_000):
        qtbot.mouseMove(view, in_wave(view, at_ms))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=in_wave(view, 240_000))
    assert asked == [pytest.approx(60_000, abs=350), pytest.approx(240_000, abs=350)]


def test_other_buttons_and_a_missing_recording_ask_for_nothing(
    qtbot: QtBot, view: WaveformView
) -> None:
    asked: list[int] = []
    view.seek_requested.connect(asked.append)
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=in_wave(view, 60_000))
    view.set_duration(0)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 80))
    assert asked == []


def test_mark_is_chosen_by_a_click_and_does_not_seek(qtbot: QtBot, view: WaveformView) -> None:
    view.set_evidence((evidence(1, 100_000), evidence(2, 106_000, Polarity.TO_BUILD)))
    asked: list[int] = []
    view.seek_requested.connect(asked.append)
    with qtbot.waitSignal(view.evidence_activated) as chosen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=in_lane(view, 107_000))
    assert chosen.args == ["e2"]  # the nearer of the two
    assert asked == []


def test_lane_without_a_mark_seeks(qtbot: QtBot, view: WaveformView) -> None:
    view.set_evidence((evidence(1, 100_000),))
    with qtbot.waitSignal(view.seek_requested) as asked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=in_lane(view, 300_000))
    assert asked.args == [pytest.approx(300_000, abs=350)]


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_tip_tells_mark_and_heard_lane_in_words(view: WaveformView) -> None:
    view.set_evidence((evidence(1, 100_000, Polarity.TO_BUILD),))
    view.set_heard([TimeSpan(0, 50_000)])
    heard_y = round(view.rows.lanes[Lane.HEARD].center().y())

    def in_heard(at_ms: int) -> QPoint:
        return QPoint(round(view.x_of(at_ms)), heard_y)

    said = []
    for point in (in_lane(view, 100_000), in_heard(20_000), in_heard(500_000)):
        QApplication.sendEvent(
            view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point))
        )
        said.append(QToolTip.text())
    assert said == ["01:40, to build: a made-up sentence", "heard", "not heard yet"]


# Zoom and scrolling


@pytest.mark.parametrize("x", [120, 250, 777, 999])
def test_wheel_keeps_the_moment_under_the_pointer(view: WaveformView, x: int) -> None:
    share = (x - left_of(view)) / (WIDTH - left_of(view))
    before = view.view.start_ms + share * view.view.duration_ms
    for _ in range(5):
        wheel(view, x, QPoint(0, 120))
    assert view.view.duration_ms < TEN_MINUTES / 2
    assert view.x_of(round(before)) == pytest.approx(x, abs=0.5)


def test_keys_zoom_and_leave_the_rest_to_the_page(qtbot: QtBot, view: WaveformView) -> None:
    told: list[int] = []
    view.zoom_changed.connect(told.append)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert told == [400_000, 266_667, 400_000, 600_000]
    left: list[int] = []
    page = view.parentWidget()
    assert page is None
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_E):
        qtbot.keyClick(view, key)
        left.append(view.position_ms)
    assert left == [0, 0, 0, 0]
    assert told[-1] == 600_000


def test_plain_and_sideways_wheel_scroll(view: WaveformView) -> None:
    for _ in range(10):
        wheel(view, 500, QPoint(0, 120))
    before = view.view
    assert wheel(view, 500, QPoint(0, -120), zooms=False)
    between = view.view
    assert wheel(view, 500, QPoint(-120, 0), zooms=False)
    assert before.start_ms < between.start_ms < view.view.start_ms
    assert view.view.duration_ms == pytest.approx(before.duration_ms, abs=1)


def test_wheel_that_has_nothing_to_scroll_is_left_to_the_page(view: WaveformView) -> None:
    assert not wheel(view, 500, QPoint(0, -120), zooms=False)
    wheel(view, 500, QPoint(0, 120))
    assert wheel(view, 500, QPoint(0, -120), zooms=False)


def test_page_keys_scroll_and_the_ends_are_reached(qtbot: QtBot, view: WaveformView) -> None:
    for _ in range(3):
        view.zoom_in()
    seen = []
    keys = Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home
    for key in keys:
        qtbot.keyClick(view, key)
        seen.append(view.view)
    length = seen[0].duration_ms
    starts = [span.start_ms for span in seen]
    page = round(0.9 * length)
    end = TEN_MINUTES - length
    assert starts == pytest.approx([page, end, end - page, 0], abs=2)


def test_view_follows_the_sound_by_turning_pages(view: WaveformView) -> None:
    for _ in range(10):
        wheel(view, 0, QPoint(0, 120))
    end_ms = view.view.end_ms
    view.set_position(end_ms - 10)
    view.set_position(end_ms + 20)
    assert view.view.start_ms > 0
    assert view.view.contains(end_ms + 20)


def test_view_stays_where_one_has_scrolled_while_the_sound_goes_on(view: WaveformView) -> None:
    for _ in range(10):
        wheel(view, 0, QPoint(0, 120))
    view.set_position(1_000)
    for _ in range(40):
        wheel(view, 500, QPoint(-120, 0), zooms=False)
    scrolled = view.view
    view.set_position(1_030)
    assert view.view == scrolled
    view.set_position(300_000)  # a jump is shown wherever one has been
    assert view.view.contains(300_000)


def test_chosen_evidence_is_scrolled_to(view: WaveformView) -> None:
    view.set_evidence((evidence(1, 500_000),))
    for _ in range(10):
        wheel(view, 0, QPoint(0, 120))
    assert not view.view.contains(500_000)
    view.select_evidence("e1")
    assert view.view.contains(500_000)


# Picture


@pytest.mark.parametrize("channels", [1, 2])
def test_three_hours_are_painted_at_any_zoom(view: WaveformView, channels: int) -> None:
    three_hours = 3 * 3_600_000
    view.set_duration(three_hours)
    view.set_peaks(made_peaks(three_hours, channels, rate=44_100))
    seen = set()
    for _ in range(60):
        image = view.grab().toImage()
        seen.add(view.view.duration_ms)
        shown = colours_in(
            image, view.rows.wave.adjusted(left_of(view), 0, -WIDTH + left_of(view) + 20, 0)
        )
        assert {QColor(LIGHT.surface).name(), QColor(LIGHT.accent).name()} <= shown
        wheel(view, 321, QPoint(0, 120))
    assert min(seen) == 2_000
    assert max(seen) == three_hours


def test_loud_and_quiet_stand_where_they_are(view: WaveformView) -> None:
    wave = view.rows.wave
    image = view.grab().toImage()
    near_top = round(wave.top() + wave.height() * 0.15)
    ground = QColor(LIGHT.surface).name()
    loud = image.pixelColor(round(view.x_of(45_000)), near_top).name()
    quiet = image.pixelColor(round(view.x_of(55_000)), near_top).name()
    assert loud != ground
    assert quiet == ground


def test_moving_playhead_does_not_paint_the_picture_anew(
    view: WaveformView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = layers_painted(monkeypatch)
    view.set_heard([TimeSpan(0, 5)])
    for at_ms in range(0, 60_000, 1_000):
        view.set_position(at_ms)
        view.grab()
    assert [layer for layer in painted if layer == "sound"] in ([], ["sound"])
    assert painted.count(Lane.HEARD) == 1


def test_what_changes_in_one_lane_paints_that_lane_alone(
    view: WaveformView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.set_marks((mark(1, 5_000),), {"q": "Q"})
    view.set_speech([TimeSpan(0, 5_000)])
    view.grab()
    painted = layers_painted(monkeypatch)
    changes: list[tuple[Callable[[], None], list[str]]] = [
        (lambda: view.set_evidence((evidence(1, 100_000),)), [Lane.EVIDENCE]),
        (lambda: view.select_evidence("e1"), []),
        (lambda: view.set_heard([TimeSpan(0, 9_000)]), [Lane.HEARD]),
        (lambda: view.set_marks((mark(2, 9_000),), {"q": "Q"}), [Lane.CODES]),
        (lambda: view.set_marks((mark(2, 9_000),), {"q": "Q"}), []),
        (lambda: view.set_speech([TimeSpan(0, 50)]), [Lane.SPEECH]),
        (lambda: view.set_loop(TimeSpan(0, 50)), ["sound"]),
    ]
    for change, wanted in changes:
        change()
        view.grab()
        assert painted == wanted
        painted.clear()


def test_playhead_is_where_the_sound_is(view: WaveformView) -> None:
    view.set_position(300_000)
    wave = view.rows.wave
    image = view.grab().toImage()
    head = QRectF(view.x_of(300_000), wave.top() + 20, 1, 1)
    assert colours_in(image, head) == {QColor(LIGHT.error).name()}


def test_heard_lane_shows_what_was_heard(view: WaveformView) -> None:
    view.set_heard([TimeSpan(0, 100_000), TimeSpan(200_000, 300_000)])
    image = view.grab().toImage()
    y = view.rows.lanes[Lane.HEARD].center().y()
    shades = [
        image.pixelColor(round(view.x_of(at_ms)), round(y)).name()
        for at_ms in (50_000, 150_000, 250_000, 350_000)
    ]
    assert shades[0] == shades[2] != shades[1] == shades[3]


@pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_are_those_of_the_palette(view: WaveformView, shades: Colours) -> None:
    view.setPalette(palette_of(shades))
    view.set_evidence((evidence(1, 100_000),))
    image = view.grab().toImage()
    assert image.pixelColor(WIDTH - 2, 2).name() == QColor(shades.window).name()
    mark = QRectF(view.x_of(100_000) - 2, view.rows.lanes[Lane.EVIDENCE].center().y(), 4, 3)
    assert QColor(mark_colours(shades)[Polarity.STRENGTH]).name() in colours_in(image, mark)


@pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
def test_every_mark_can_be_told_from_its_ground(shades: Colours) -> None:
    grounds = {
        **dict.fromkeys(mark_colours(shades).values(), shades.window),
        legible(shades.accent, shades.sunken): shades.sunken,
        legible(shades.accent, shades.soft): shades.soft,
        shades.error: shades.surface,
        shades.outline: shades.surface,
    }
    for shade, ground in grounds.items():
        assert contrast(shade, ground) >= 3.0, (shade, ground)


@pytest.mark.parametrize("ground", ["#FFFFFF", "#000000", "#777777", "#28A197"])
def test_any_colour_is_made_legible_on_any_ground(ground: str) -> None:
    for shade in ("#FFFFFF", "#000000", "#777777", "#28A197", ground):
        assert contrast(legible(shade, ground), ground) >= 3.0


def test_polarities_differ_in_shape_and_not_in_colour_alone() -> None:
    def silhouette(polarity: Polarity) -> bytes:
        image = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(LIGHT.window))
        painter = QPainter(image)
        paint_shape(painter, polarity, QPointF(12, 12), QColor("#000000"), LIGHT)
        painter.end()
        return bytes(image.constBits())

    assert len({silhouette(polarity) for polarity in Polarity}) == 3


def test_dense_screen_is_painted_in_its_own_pixels(qtbot: QtBot) -> None:
    scale = TimeScale()
    scale.width_px = 300
    scale.set_duration(20_000)
    image = QImage(600, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(2)
    painter = QPainter(image)
    layout = Rows.of(QSizeF(300, 150), QFontMetricsF(painter.font()), ())
    peaks = made_peaks(20_000)
    scene = Scene(peaks=peaks, loudest=loudest(peaks))
    WaveformPicture(scene, scale, layout, LIGHT, WaveCanvas()).paint_sound(painter, 2.0)
    painter.end()
    # The sound is loud up to the middle; the edge is as sharp as the screen allows.
    y = round((layout.wave.top() + layout.wave.height() * 0.2) * 2)
    row = [image.pixelColor(x, y).name() for x in range(600)]
    edge = max(x for x in range(600) if row[x] != QColor(LIGHT.surface).name())
    assert edge == pytest.approx(300, abs=2)


# Words


def test_waveform_that_is_being_made_says_how_far_it_is(view: WaveformView) -> None:
    view.set_peaks(None)
    assert view.message == "The waveform is being made: 0%"
    view.set_peaks(made_peaks(258_000))
    assert view.message == "The waveform is being made: 43%"
    view.set_peaks(made_peaks(TEN_MINUTES))
    assert view.message == ""
    view.show_problem("The waveform could not be made.")
    assert view.message == "The waveform could not be made."
    view.set_peaks(None)
    assert view.message == "The waveform is being made: 0%"
    view.set_duration(0)
    assert view.message == "No recording"


def test_screen_reader_hears_the_position(view: WaveformView) -> None:
    view.set_duration(3_130_000)
    view.set_position(845_000)
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard.text(QAccessible.Text.Name) == "Waveform"
    assert heard.text(QAccessible.Text.Value) == "position 14:05 of 52:10"
    assert heard.role() == QAccessible.Role.Graphic


def test_every_state_can_be_painted(view: WaveformView) -> None:
    states: list[Callable[[], None]] = [
        lambda: view.set_segment(TimeSpan(60_000, 540_000)),
        lambda: view.set_loop(TimeSpan(100_000, 130_000)),
        lambda: view.set_evidence(
            [
                evidence(number, number * 70_000, polarity, number * 70_000 + 30_000)
                for number, polarity in enumerate(Polarity)
            ]
        ),
        lambda: view.select_evidence("e1"),
        lambda: view.select_evidence("not there"),
        lambda: view.set_peaks(None),
        lambda: view.set_loop(None),
        lambda: view.resize(240, 130),
        lambda: view.set_duration(0),
        lambda: view.resize(1, 1),
    ]
    pictures = []
    for change in states:
        change()
        pictures.append(view.grab().toImage())
    assert all(not picture.isNull() for picture in pictures)
    assert pictures[0] != pictures[1] != pictures[2] != pictures[3]
