"""What is to be seen on the timeline, and where its rows are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from practicecoder.audio.peaks import Peaks
from practicecoder.domain.coding import CodeMark, Evidence, Polarity
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole, TranscriptLine
from practicecoder.ui.player import RUN_IN_MS
from practicecoder.ui.widgets.tracks import Track

WORKER = "worker"
"""Speaker whose codes stand in the upper half of their lane, as codebooks name speakers."""
POLARITIES, ROLES = tuple(Polarity), tuple(SpeakerRole)
"""What the kinds of evidence and of transcript lines stand for, by number."""

LANE_GAP = 4
_LEAST_SPECTROGRAM_PX = 72


class Lane(StrEnum):
    """Rows under the waveform, from top to bottom."""

    HEARD = "heard"
    EVIDENCE = "evidence"
    CODES = "codes"
    LINES = "lines"
    SPEECH = "speech"


_LANE_PX: Mapping[Lane, int] = {
    Lane.HEARD: 14,
    Lane.EVIDENCE: 26,
    Lane.CODES: 0,
    Lane.LINES: 14,
    Lane.SPEECH: 14,
}
"""Least height of a lane; none is lower than its name, and codes stand in two lines."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpectrogramShown:
    """A spectrogram and the stretch it was computed for; or, without, the words in its place.

    ``levels_db`` has the shape (pitches, times), the highest pitch in the first row, and reaches
    from ``top_hz`` down to 0 Hz.
    """

    span: TimeSpan | None = None
    levels_db: NDArray[np.float32] | None = None
    top_hz: float = 0.0
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is to be seen. ``peaks`` None: not made yet. ``message`` stands where they will be.

    ``loudest`` is the height that fills the waveform. ``labels`` holds the words of each count
    code, ``speakers`` who speaks where a mark does not say. ``speech`` and ``spectrogram`` are
    None while they are not wanted.
    """

    peaks: Peaks | None = None
    loudest: int = 0
    segment: TimeSpan | None = None
    loop: TimeSpan | None = None
    heard: tuple[TimeSpan, ...] = ()
    evidence: Track[Evidence] | None = None
    marks: Track[CodeMark] | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)
    lines: Track[TranscriptLine] | None = None
    speech: Track[TimeSpan] | None = None
    spectrogram: SpectrogramShown | None = None
    message: str = ""

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Lanes that have something to show; evidence may have at the next key."""
        wanted = {
            Lane.HEARD: True,
            Lane.EVIDENCE: True,
            Lane.CODES: bool(self.marks and self.marks.items),
            Lane.LINES: bool(self.lines and self.lines.items),
            Lane.SPEECH: self.speech is not None,
        }
        return tuple(lane for lane, shown in wanted.items() if shown)

    @property
    def run_in(self) -> TimeSpan | None:
        """Stretch that is played before the segment and not coded."""
        if self.segment is None:
            return None
        return TimeSpan(max(0, self.segment.start_ms - RUN_IN_MS), self.segment.start_ms)

    def outside(self, duration_ms: int) -> tuple[TimeSpan, ...]:
        """Stretches of a recording that are not coded."""
        if self.segment is None:
            return ()
        outside = [TimeSpan(0, self.segment.start_ms)]
        if self.segment.end_ms < duration_ms:
            outside.append(TimeSpan(self.segment.end_ms, duration_ms))
        return tuple(span for span in outside if not span.is_moment)

    def stands_above(self, mark: CodeMark) -> bool:
        """Whether a mark stands in the upper half of its lane, where the worker's are."""
        return self.speaker_of(mark) in ("", WORKER)

    def speaker_of(self, mark: CodeMark) -> str:
        """Who spoke, as the codebook names speakers."""
        return mark.speaker or self.speakers.get(mark.count_id, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Where the rows of the picture are. ``spectrogram`` has no height while it is off."""

    ruler: QRectF
    wave: QRectF
    spectrogram: QRectF
    lanes: Mapping[Lane, QRectF]

    @classmethod
    def of(
        cls,
        size: QSizeF,
        metrics: QFontMetricsF,
        lanes: Sequence[Lane],
        *,
        with_spectrogram: bool = False,
    ) -> Rows:
        """Divide a size into rows; waveform and spectrogram take what the others leave."""
        width, bottom = size.width(), size.height()
        placed: dict[Lane, QRectF] = {}
        for lane in reversed(lanes):
            height = lane_px(lane, metrics)
            placed[lane] = QRectF(0, bottom - height, width, height)
            bottom -= height + LANE_GAP
        ruler = QRectF(0, 0, width, _ruler_px(metrics))
        room = max(1.0, bottom - ruler.bottom())
        of_wave = max(1.0, float(round(room * 0.45))) if with_spectrogram else room
        wave = QRectF(0, ruler.bottom(), width, of_wave)
        spectrogram = QRectF(0, wave.bottom(), width, max(0.0, room - of_wave))
        return cls(ruler=ruler, wave=wave, spectrogram=spectrogram, lanes=placed)

    @property
    def sound(self) -> QRectF:
        """Waveform and spectrogram together."""
        return self.wave.united(self.spectrogram)

    @property
    def bottom(self) -> float:
        """Where the lowest row ends."""
        return max([self.sound.bottom(), *(row.bottom() for row in self.lanes.values())])

    def lane_at(self, y: float) -> Lane | None:
        """Lane at a height; None outside of all."""
        return next(
            (lane for lane, row in self.lanes.items() if row.top() <= y <= row.bottom()), None
        )


def lane_px(lane: Lane, metrics: QFontMetricsF) -> int:
    """Height of a lane."""
    words = round(metrics.height())
    return 2 * words if lane is Lane.CODES else max(_LANE_PX[lane], words)


def least_height(
    metrics: QFontMetricsF, wave_px: int, lanes: Sequence[Lane], *, with_spectrogram: bool = False
) -> int:
    """Height at which the waveform itself is ``wave_px`` high."""
    below = sum(lane_px(lane, metrics) + LANE_GAP for lane in lanes)
    more = _LEAST_SPECTROGRAM_PX if with_spectrogram else 0
    return round(_ruler_px(metrics)) + wave_px + more + below


def _ruler_px(metrics: QFontMetricsF) -> float:
    return round(metrics.height()) + 8.0
