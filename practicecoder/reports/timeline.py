"""The timeline strip: where in the recording the shared moments lie, and who was talking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from practicecoder.domain.coding import Polarity
from practicecoder.domain.spans import clock
from practicecoder.reports import marks
from practicecoder.reports.charts import CAP
from practicecoder.reports.data import Moment, SessionNoun, Timeline
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import TaggedCanvas, canvas_of
from practicecoder.scoring.scores import listed

_STEPS_MIN = (1, 2, 5, 10, 15, 20, 30, 60)
_MOST_TICKS = 8


@dataclass(frozen=True, slots=True)
class _Lane:
    name: str
    mark: Callable[[Canvas, float, float], None]
    times_ms: tuple[int, ...]


class TimelineStrip(Flowable):
    """The recording from left to right: a triangle for a strength, a square for to build."""

    def __init__(
        self, timeline: Timeline, moments: Sequence[Moment], sizes: Sizes, noun: SessionNoun
    ) -> None:
        super().__init__()
        self._timeline = timeline
        self._sizes = sizes
        self._noun = noun
        self._lanes = _lanes(moments)
        self.spaceAfter = 0.3 * sizes.body

    def wrap(self, available_width: float, _: float) -> tuple[float, float]:
        """Take the whole width; as many lanes as there is something to show."""
        self.width = available_width
        lanes = len(self._lanes) * self._lane_height
        talk = 2 * self._talk_height + 3 if self._timeline.talk else 0
        self.height = self._sizes.label_leading + 5 + talk + lanes
        return self.width, self.height

    def draw(self) -> None:
        """One figure whose alternative text gives every time."""
        canvas = canvas_of(self)
        with canvas.content("Figure", alt=self._alt()) as figure:
            figure.box = canvas.box_here(0, 0, self.width, self.height)
            top = self.height - self._sizes.label_leading - 5
            self._draw_coded(canvas, top)
            self._draw_ruler(canvas, top)
            if self._timeline.talk:
                top = self._draw_talk(canvas, top)
            for lane in self._lanes:
                self._draw_lane(canvas, lane, top - self._lane_height / 2)
                top -= self._lane_height

    @property
    def _lane_height(self) -> float:
        return 1.75 * self._sizes.label

    @property
    def _talk_height(self) -> float:
        return 1.3 * self._sizes.label

    @property
    def _left(self) -> float:
        return 12.6 * self._sizes.body + 6

    def _place(self, at_ms: int) -> float:
        share = at_ms / max(self._timeline.duration_ms, 1)
        return self._left + min(share, 1.0) * (self.width - self._left - 10)

    def _draw_coded(self, canvas: TaggedCanvas, top: float) -> None:
        coded = self._timeline.coded
        if self._timeline.is_coded_whole:
            return
        left, right = self._place(coded.start_ms), self._place(coded.end_ms)
        canvas.setFillColor(Colour.TINT)
        canvas.rect(left, 0, right - left, top + 2, stroke=0, fill=1)

    def _draw_ruler(self, canvas: TaggedCanvas, top: float) -> None:
        size = self._sizes.label
        canvas.setStrokeColor(Colour.RULE)
        canvas.setLineWidth(0.6)
        canvas.line(self._place(0), top + 2, self._place(self._timeline.duration_ms), top + 2)
        canvas.setFont(Face.REGULAR, size)
        for at_ms in ticks_ms(self._timeline.duration_ms):
            x = self._place(at_ms)
            canvas.line(x, top + 2, x, top + 5)
            canvas.setFillColor(Colour.GREY)
            canvas.drawCentredString(x, top + 7, clock(at_ms))

    def _draw_talk(self, canvas: TaggedCanvas, top: float) -> float:
        for by_worker, name in ((True, Say.LANE_WORKER), (False, Say.LANE_FAMILY)):
            middle = top - self._talk_height / 2
            self._draw_name(canvas, say(name), middle)
            canvas.setFillColor(Colour.NAVY if by_worker else Colour.FAMILY)
            for turn in self._timeline.talk:
                if turn.by_worker is by_worker:
                    left, right = self._place(turn.span.start_ms), self._place(turn.span.end_ms)
                    canvas.rect(left, middle - 2.6, right - left, 5.2, stroke=0, fill=1)
            top -= self._talk_height
        return top - 3

    def _draw_lane(self, canvas: TaggedCanvas, lane: _Lane, middle: float) -> None:
        size = self._sizes.label
        self._draw_name(canvas, lane.name, middle)
        canvas.setStrokeColor(Colour.RULE)
        canvas.setLineWidth(0.5)
        canvas.line(self._place(0), middle, self._place(self._timeline.duration_ms), middle)
        places = [self._place(at_ms) for at_ms in lane.times_ms]
        width = canvas.stringWidth("00:00", Face.REGULAR, size)
        for number, (at_ms, x) in enumerate(zip(lane.times_ms, places, strict=True)):
            lane.mark(canvas, x, middle)
            following = places[number + 1] if number + 1 < len(places) else self.width + 6
            if following - x > width + 18:
                self._draw_time(canvas, at_ms, x + 8, middle, width)

    def _draw_time(
        self, canvas: TaggedCanvas, at_ms: int, x: float, middle: float, width: float
    ) -> None:
        size, coded = self._sizes.label, self._timeline.coded
        on_tint = coded.contains(at_ms) and not self._timeline.is_coded_whole
        canvas.setFillColor(Colour.TINT if on_tint else Colour.WHITE)
        canvas.rect(x - 2, middle - 0.5 * size, width + 4, size, stroke=0, fill=1)
        canvas.setFillColor(Colour.GREY)
        canvas.setFont(Face.REGULAR, size)
        canvas.drawString(x, middle - CAP * size, clock(at_ms))

    def _draw_name(self, canvas: TaggedCanvas, name: str, middle: float) -> None:
        size = self._sizes.label
        canvas.setFillColor(Colour.INK)
        canvas.setFont(Face.REGULAR, size)
        canvas.drawString(11, middle - CAP * size, name)

    def _alt(self) -> str:
        lanes = [_lane_alt(lane) for lane in self._lanes]
        if self._timeline.talk:
            lanes.insert(0, _talk_alt(self._timeline))
        return say(
            Say.ALT_TIMELINE,
            visit=self._noun.one,
            minutes=minutes_shown(self._timeline.duration_ms),
            lanes=" ".join(lanes),
        )


def lane_words(timeline: Timeline, moments: Sequence[Moment]) -> tuple[tuple[str, str], ...]:
    """The lanes of the strip for readers of a table: name, and times or share of the talk."""
    talk: list[tuple[str, str]] = []
    if timeline.talk:
        worker = _share_of_worker(timeline)
        talk = [
            (say(Say.LANE_WORKER), say(Say.TALK_SHARE, share=str(worker))),
            (say(Say.LANE_FAMILY), say(Say.TALK_SHARE, share=str(100 - worker))),
        ]
    lanes = ((lane.name, listed(list(map(clock, lane.times_ms)))) for lane in _lanes(moments))
    return (*talk, *((name, times or say(Say.NONE_SHARED)) for name, times in lanes))


def minutes_shown(duration_ms: int) -> str:
    """Length in whole minutes, at least one."""
    return str(max(1, round(duration_ms / 60_000)))


def ticks_ms(duration_ms: int) -> tuple[int, ...]:
    """Times of the ruler: round minutes, at most eight.

    Examples
    --------
    >>> ticks_ms(52 * 60_000)[-2:]
    (2400000, 3000000)
    """
    minutes = duration_ms / 60_000
    step = next((s for s in _STEPS_MIN if minutes / s <= _MOST_TICKS), 60)
    while minutes / step > _MOST_TICKS:
        step *= 2
    return tuple(range(0, duration_ms + 1, step * 60_000))


def _lanes(moments: Sequence[Moment]) -> tuple[_Lane, ...]:
    def times(polarity: Polarity) -> tuple[int, ...]:
        return tuple(sorted({m.at_ms for m in moments if m.polarity is polarity}))

    lanes = (
        _Lane(say(Say.LANE_STRENGTH), marks.triangle, times(Polarity.STRENGTH)),
        _Lane(say(Say.LANE_BUILD), marks.square, times(Polarity.TO_BUILD)),
    )
    other = _Lane(say(Say.LANE_OTHER), marks.small_dot, times(Polarity.NEUTRAL))
    return (*lanes, other) if other.times_ms else lanes


def _lane_alt(lane: _Lane) -> str:
    if not lane.times_ms:
        return say(Say.ALT_LANE_EMPTY, lane=lane.name)
    times = listed([clock(at_ms) for at_ms in lane.times_ms])
    return say(Say.ALT_LANE, lane=lane.name, times=times)


def _talk_alt(timeline: Timeline) -> str:
    worker = _share_of_worker(timeline)
    return say(Say.ALT_TALK, worker=str(worker), family=str(100 - worker))


def _share_of_worker(timeline: Timeline) -> int:
    """Of the time with talk, in whole percent."""
    worker = sum(turn.span.duration_ms for turn in timeline.talk if turn.by_worker)
    total = sum(turn.span.duration_ms for turn in timeline.talk)
    return round(100 * worker / total) if total else 0
