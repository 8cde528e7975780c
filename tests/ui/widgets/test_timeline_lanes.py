from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding import CodeMark, Evidence, Polarity
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole, TranscriptLine
from practicecoder.ui.colours import DARK, LIGHT, Colours, contrast
from practicecoder.ui.theme import palette_of
from practicecoder.ui.widgets.inks import legible
from practicecoder.ui.widgets.lane_pictures import role_inks
from practicecoder.ui.widgets.marks import Stamps
from practicecoder.ui.widgets.spectrogram_picture import spectrogram_image
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.timeline_hits import lane_meaning, lane_name
from practicecoder.ui.widgets.timeline_scene import Lane, SpectrogramShown
from practicecoder.ui.widgets.tracks import Track, pixels_of, runs
from practicecoder.ui.widgets.waveform_view import WaveformView

TEN_MINUTES = 600_000
LABELS = {"q": "Q", "sr": "SR"}


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[WaveformView]:
    widget = WaveformView()
    qtbot.addWidget(widget)
    widget.resize(1_000, 360)
    widget.set_duration(TEN_MINUTES)
    widget.show()
    yield widget
    widget.setPalette(QApplication.palette())


def mark(
    number: int, at_ms: int, speaker: str = "", end_ms: int | None = None, code: str = "q"
) -> CodeMark:
    return CodeMark(
        mark_id=f"m{number}", count_id=code, at_ms=at_ms, end_ms=end_ms, speaker=speaker
    )


def line(start_ms: int, end_ms: int | None, role: SpeakerRole) -> TranscriptLine:
    return TranscriptLine(start_ms=start_ms, end_ms=end_ms, text="made-up words", role=role)


def inked(image: QImage, box: QRectF, ground: str) -> int:
    """Number of pixels in a box that are not the ground."""
    ratio = image.devicePixelRatio()
    paper = QColor(ground).name()
    return sum(
        image.pixelColor(x, y).name() != paper
        for x in range(round(box.left() * ratio), round(box.right() * ratio))
        for y in range(round(box.top() * ratio), round(box.bottom() * ratio))
    )


def halves(view: WaveformView, lane: Lane, at_ms: int, reach: int = 6) -> tuple[QRectF, QRectF]:
    """Upper and lower half of a lane around a moment, without the line between them."""
    row, x = view.rows.lanes[lane], view.x_of(at_ms)
    half = row.height() / 2
    upper = QRectF(x - reach, row.top(), 2 * reach, half - 4)
    lower = QRectF(x - reach, row.top() + half + 4, 2 * reach, half - 4)
    return upper, lower


def in_lane(view: WaveformView, lane: Lane, at_ms: int, share: float = 0.5) -> QPoint:
    row = view.rows.lanes[lane]
    return QPoint(round(view.x_of(at_ms)), round(row.top() + share * row.height()))


def tip_at(view: WaveformView, point: QPoint) -> str:
    QToolTip.hideText()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))
    return QToolTip.text()


# Which lanes there are


def test_lanes_stand_only_where_there_is_something_to_show(view: WaveformView) -> None:
    seen = [view.lanes]
    view.set_marks([mark(1, 5_000)], LABELS)
    seen.append(view.lanes)
    view.set_lines([line(0, 900, SpeakerRole.WORKER)])
    view.set_speech([TimeSpan(0, 900)])
    seen.append(view.lanes)
    view.set_marks((), LABELS)
    view.set_lines(())
    view.set_speech(None)
    seen.append(view.lanes)
    always = Lane.HEARD, Lane.EVIDENCE
    assert seen == [always, (*always, Lane.CODES), tuple(Lane), always]


def test_another_lane_takes_its_height_from_the_waveform_and_asks_for_more(
    view: WaveformView,
) -> None:
    before, least = view.rows.wave.height(), view.minimumSizeHint().height()
    view.set_speech([])
    assert view.rows.wave.height() < before
    assert view.minimumSizeHint().height() > least


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_every_lane_has_its_name_at_the_left_and_its_meaning_in_a_tip(
    view: WaveformView,
) -> None:
    view.set_marks([mark(1, 5_000)], LABELS)
    view.set_lines([line(0, 900, SpeakerRole.WORKER)])
    view.set_speech([])
    image = view.grab().toImage()
    for lane, row in view.rows.lanes.items():
        names = QRectF(0, row.top(), view.x_of(0) - 2, row.height())
        assert inked(image, names, LIGHT.window) > 20, lane
        assert lane_meaning(lane).startswith(lane_name(lane))
        assert tip_at(view, QPoint(4, round(row.center().y()))) == lane_meaning(lane)


def test_narrow_timeline_leaves_the_names_out(view: WaveformView) -> None:
    view.resize(300, 300)
    assert view.x_of(0) == 0


# Codes


def test_worker_stands_above_and_everybody_else_below(view: WaveformView) -> None:
    speakers = {"q": "worker", "sr": "client"}
    marks = [mark(1, 100_000), mark(2, 200_000, code="sr"), mark(3, 300_000, "client")]
    view.set_marks(marks, LABELS, speakers=speakers)
    image = view.grab().toImage()
    seen = {}
    for at_ms in (100_000, 200_000, 300_000):
        upper, lower = halves(view, Lane.CODES, at_ms)
        seen[at_ms] = tuple(inked(image, box, LIGHT.window) > 0 for box in (upper, lower))
    assert seen == {100_000: (True, False), 200_000: (False, True), 300_000: (False, True)}


def test_span_of_a_code_is_a_bar_to_its_end(view: WaveformView) -> None:
    view.set_marks([mark(1, 100_000, end_ms=200_000)], LABELS)
    image = view.grab().toImage()
    row = view.rows.lanes[Lane.CODES]
    bar_y = round(row.center().y()) - 2
    assert image.pixelColor(round(view.x_of(150_000)), bar_y) == image.pixelColor(
        round(view.x_of(190_000)), bar_y
    )
    assert image.pixelColor(round(view.x_of(150_000)), bar_y).name() != QColor(LIGHT.window).name()
    assert image.pixelColor(round(view.x_of(210_000)), bar_y).name() == QColor(LIGHT.window).name()


def test_codes_without_room_for_letters_become_ticks_and_letters_come_back_with_zoom(
    view: WaveformView, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    real = Stamps.letters

    def noted(self: Stamps, painter: object, text: str, x: int, box: QRectF) -> None:
        written.append(text)
        real(self, painter, text, x, box)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(Stamps, "letters", noted)
    view.set_marks([mark(1, 300_000), mark(2, 301_000, code="sr"), mark(3, 500_000)], LABELS)
    view.grab()
    assert written == ["Q"]
    written.clear()
    view.set_position(300_500)
    for _ in range(9):
        view.zoom_in()
    view.grab()
    assert written == ["Q", "SR"]


def test_click_on_a_code_chooses_it_in_its_own_half(qtbot: QtBot, view: WaveformView) -> None:
    view.set_marks([mark(1, 100_000, "worker"), mark(2, 100_000, "client")], LABELS)
    chosen: list[tuple[str, int]] = []
    asked: list[int] = []
    view.mark_activated.connect(lambda mark_id, at_ms: chosen.append((mark_id, at_ms)))
    view.seek_requested.connect(asked.append)
    for share in (0.2, 0.8):
        point = in_lane(view, Lane.CODES, 101_000, share)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=point)
    assert chosen == [("m1", 100_000), ("m2", 100_000)]
    assert asked == []


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_tips_tell_codes_lines_and_speech_in_words(view: WaveformView) -> None:
    view.set_marks([mark(1, 100_000, "client")], LABELS)
    view.set_lines([line(60_000, 70_000, SpeakerRole.CHILD)])
    view.set_speech([TimeSpan(60_000, 70_000)])
    assert tip_at(view, in_lane(view, Lane.CODES, 100_000, 0.8)) == "01:40, Q, client"
    assert tip_at(view, in_lane(view, Lane.LINES, 65_000)) == "01:00, child: made-up words"
    assert tip_at(view, in_lane(view, Lane.SPEECH, 65_000)) == "somebody speaks"
    assert tip_at(view, in_lane(view, Lane.SPEECH, 200_000)) == "nobody speaks"


# Transcript and speech


def test_line_without_an_end_lasts_until_the_next(view: WaveformView) -> None:
    view.set_lines([line(0, None, SpeakerRole.WORKER), line(100_000, None, SpeakerRole.PARENT)])
    image = view.grab().toImage()
    seen = []
    for at_ms in (50_000, 150_000, 590_000):
        row, x = view.rows.lanes[Lane.LINES], view.x_of(at_ms)
        upper = QRectF(x, row.top() + 2, 2, 2)
        lower = QRectF(x, row.bottom() - 4, 2, 2)
        seen.append(tuple(inked(image, box, LIGHT.window) > 0 for box in (upper, lower)))
    assert seen == [(True, False), (False, True), (False, True)]


def test_click_on_a_line_goes_to_its_beginning(qtbot: QtBot, view: WaveformView) -> None:
    view.set_lines([line(60_000, 90_000, SpeakerRole.WORKER)])
    with qtbot.waitSignal(view.line_activated) as asked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=in_lane(view, Lane.LINES, 80_000))
    assert asked.args == [60_000]


def test_speech_is_filled_where_somebody_speaks(view: WaveformView) -> None:
    view.set_speech([TimeSpan(0, 100_000), TimeSpan(200_000, 300_000)])
    image = view.grab().toImage()
    y = round(view.rows.lanes[Lane.SPEECH].center().y())
    shades = [
        image.pixelColor(round(view.x_of(at_ms)), y).name()
        for at_ms in (50_000, 150_000, 250_000, 350_000)
    ]
    assert shades[0] == shades[2] != shades[1] == shades[3]


# Segment


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_what_is_outside_the_segment_is_greyed_in_every_lane_and_says_so(
    view: WaveformView,
) -> None:
    view.set_marks([mark(1, 450_000)], LABELS)
    view.set_speech([])
    view.set_segment(TimeSpan(200_000, 400_000))
    image = view.grab().toImage()
    for lane in (Lane.EVIDENCE, Lane.CODES, Lane.SPEECH):
        y = round(view.rows.lanes[lane].top()) + 3
        shades = [
            image.pixelColor(round(view.x_of(at_ms)), y).name()
            for at_ms in (100_000, 300_000, 500_000)
        ]
        assert shades == [QColor(s).name() for s in (LIGHT.sunken, LIGHT.window, LIGHT.sunken)]
    assert tip_at(view, in_lane(view, Lane.CODES, 500_000)) == "outside the segment: not coded"
    run_in = tip_at(view, in_lane(view, Lane.CODES, 198_000))
    assert run_in == "run-in: played before the segment, not coded"


# Very many


def test_marks_on_the_same_pixel_are_painted_once(
    view: WaveformView, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamped: list[int] = []
    real = Stamps.shape

    def noted(self: Stamps, painter: object, polarity: Polarity, x: int, y: float) -> None:
        stamped.append(x)
        real(self, painter, polarity, x, y)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(Stamps, "shape", noted)
    view.set_evidence(
        [
            Evidence(
                evidence_id=f"e{number}",
                span=TimeSpan(number * 2, number * 2),
                dimension_ids=("made_up",),
            )
            for number in range(3_000)
        ]
    )
    view.grab()
    assert 1 <= len(stamped) <= 11  # six seconds, of which a pixel holds about two thirds of one


def test_merged_spans_are_what_the_single_ones_cover() -> None:
    scale = TimeScale()
    scale.left_px, scale.width_px = 50, 200
    chance = np.random.default_rng(4)
    lefts = chance.integers(0, 300, 40)
    rights = lefts + chance.integers(0, 12, 40)
    covered = {
        x
        for left, right in zip(lefts, rights, strict=True)
        for x in range(left, max(right, left + 1))
        if 50 <= x < 250
    }
    found = [x for left, right in runs(lefts, rights, scale) for x in range(left, right)]
    assert found == sorted(covered)


def test_nearest_and_covering_items_are_found() -> None:
    spans = [TimeSpan(100, 200), TimeSpan(150, 300), TimeSpan(900, 900)]
    track = Track.of(spans, lambda span: (span.start_ms, span.end_ms, 0))
    assert [track.nearest(at, 60) for at in (90, 149, 500, 930)] == [0, 1, None, 2]
    assert [track.covering(at) for at in (99, 120, 180, 301, 900)] == [None, 0, 1, None, 2]
    empty: Track[TimeSpan] = Track.of((), lambda span: (span.start_ms, span.end_ms, 0))
    assert (empty.nearest(0, 9), empty.covering(0)) == (None, None)


@pytest.mark.parametrize(
    ("after", "seen"),
    [
        ([], 0),
        ([0, 1, 2, 3, 4], 0),
        ([0, 1, 9, 2, 3, 4], 1),
        ([9, 0, 1, 2, 3, 4], 1),
        ([0, 1, 2, 3, 4, 9], 1),
        ([0, 1, 3, 4], 0),
        ([0, 9, 2, 8, 4], 3),
        ([1, 2, 3, 4, 0], 5),
        ([4], 0),
    ],
)
def test_changed_track_is_the_same_as_one_laid_out_anew(after: list[int], seen: int) -> None:
    def place(item: TimeSpan) -> tuple[int, int, int]:
        looked_at.append(item)
        return item.start_ms, item.end_ms, item.start_ms % 3

    looked_at: list[TimeSpan] = []
    pool = [TimeSpan(number, number * 7) for number in range(10)]
    items = [pool[number] for number in after]
    before = Track.of(pool[:5], place)
    looked_at.clear()
    changed = before.changed_to(items, place)
    n_looked_at = len(looked_at)
    anew = Track.of(items, place)
    assert changed.items == anew.items
    for one, other in (
        (changed.starts_ms, anew.starts_ms),
        (changed.ends_ms, anew.ends_ms),
        (changed.kinds, anew.kinds),
    ):
        assert one.tolist() == other.tolist()
    assert n_looked_at == seen


def test_pixels_are_those_of_the_scale() -> None:
    scale = TimeScale()
    scale.left_px, scale.width_px = 80, 1_000
    scale.set_duration(TEN_MINUTES)
    scale.zoom(7, 300)
    times = np.array([0, 12_345, 300_000, TEN_MINUTES])
    assert pixels_of(times, scale).tolist() == [round(scale.x_of(int(at))) for at in times]


# Colours


@pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
def test_lanes_are_inked_in_the_colours_of_the_palette(
    view: WaveformView, shades: Colours
) -> None:
    view.setPalette(palette_of(shades))
    view.set_speech([TimeSpan(0, TEN_MINUTES)])
    image = view.grab().toImage()
    y = round(view.rows.lanes[Lane.SPEECH].center().y())
    shade = image.pixelColor(round(view.x_of(300_000)), y).name()
    assert shade == QColor(legible(shades.muted, shades.window)).name()


@pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_of_a_lane_can_be_told_from_its_ground(shades: Colours) -> None:
    inks = [*role_inks(shades).values(), legible(shades.accent, shades.window)]
    assert all(contrast(ink, shades.window) >= 3.0 for ink in inks)


# Spectrogram


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_louder_is_always_further_from_the_ground(is_dark: bool) -> None:
    ramp = np.linspace(-90, 0, 256, dtype=np.float32).reshape(1, -1)
    image = spectrogram_image(SpectrogramShown(levels_db=ramp), is_dark=is_dark)
    assert image is not None
    shades = [image.pixelColor(x, 0).name() for x in range(256)]
    ground = shades[0]
    far = [contrast(shade, ground) for shade in shades]
    assert all(b >= a - 0.02 for a, b in pairwise(far))
    assert far[-1] > 10


def test_silence_is_not_painted_as_sound() -> None:
    hiss = np.full((4, 4), -98, dtype=np.float32)
    image = spectrogram_image(SpectrogramShown(levels_db=hiss), is_dark=False)
    assert image is not None
    assert contrast(image.pixelColor(1, 1).name(), "#FFFFFF") < 1.5


def test_spectrogram_stands_where_its_stretch_is(view: WaveformView) -> None:
    levels = np.full((10, 100), -90, dtype=np.float32)
    levels[:, :50] = 0  # loud in the first half
    shown = SpectrogramShown(span=TimeSpan(100_000, 200_000), levels_db=levels, top_hz=8_000)
    view.set_spectrogram(shown)
    row = view.rows.spectrogram
    assert row.height() > 60
    image = view.grab().toImage()
    y = round(row.center().y())
    shades = [
        image.pixelColor(round(view.x_of(at_ms)), y).lightness()
        for at_ms in (50_000, 120_000, 180_000, 300_000)
    ]
    assert shades[1] < 100 < 200 < min(shades[0], shades[2], shades[3])
    names = QRectF(0, row.top(), view.x_of(0) - 6, row.height())
    assert inked(image, names, LIGHT.window) > 20  # the pitches
    view.set_spectrogram(None)
    assert view.rows.spectrogram.height() == 0


def test_words_stand_where_there_is_no_spectrogram(view: WaveformView) -> None:
    view.set_spectrogram(SpectrogramShown())
    blank = view.grab().toImage()
    view.set_spectrogram(SpectrogramShown(message="Zoom in to ten minutes or less."))
    assert view.grab().toImage() != blank
