"""What lies under a point of the timeline, and how it is told in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF

from practicecoder.domain.coding import CodeMark, Evidence, Polarity
from practicecoder.domain.spans import clock
from practicecoder.domain.transcripts import SpeakerRole, TranscriptLine
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.timeline_scene import Lane, Rows, Scene

REACH_PX = 12
_LONGEST_TIP = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A thing under the pointer: its lane, moment, and id where it has one."""

    lane: Lane
    at_ms: int
    words: str
    item_id: str = ""


class TimelineHits:
    """Finds what is under a point of a scene."""

    def __init__(self, scene: Scene, scale: TimeScale, rows: Rows) -> None:
        self._scene = scene
        self._scale = scale
        self._rows = rows

    def at(self, point: QPointF) -> Hit | None:
        """Thing that a click would choose; None where a click goes to its moment."""
        if point.x() < self._scale.left_px:
            return None
        match self._rows.lane_at(point.y()):
            case Lane.EVIDENCE:
                return self._evidence(point)
            case Lane.CODES:
                return self._mark(point)
            case Lane.LINES:
                return self._line(point)
        return None

    def words_at(self, point: QPointF) -> str:
        """What is under the pointer, in words; empty where there is nothing to tell."""
        hit = self.at(point)
        if hit is not None:
            return hit.words
        lane = self._rows.lane_at(point.y())
        if point.x() < self._scale.left_px:
            return "" if lane is None else lane_meaning(lane)
        at_ms = self._scale.ms_at(point.x())
        segment = self._scene.segment
        if segment is not None and not segment.contains(at_ms):
            run_in = self._scene.run_in
            if run_in is not None and run_in.contains(at_ms):
                return _tr("run-in: played before the segment, not coded")
            return _tr("outside the segment: not coded")
        if lane is Lane.HEARD:
            heard = any(span.contains(at_ms) for span in self._scene.heard)
            return _tr("heard") if heard else _tr("not heard yet")
        if lane is Lane.SPEECH and self._scene.speech is not None:
            speaks = self._scene.speech.covering(at_ms) is not None
            return _tr("somebody speaks") if speaks else _tr("nobody speaks")
        return ""

    # Inside

    def _evidence(self, point: QPointF) -> Hit | None:
        track = self._scene.evidence
        if track is None:
            return None
        number = track.nearest(self._exact_ms(point), self._reach_ms())
        if number is None:
            return None
        evidence = track.items[number]
        return Hit(
            lane=Lane.EVIDENCE,
            at_ms=evidence.span.start_ms,
            words=evidence_words(evidence),
            item_id=evidence.evidence_id,
        )

    def _mark(self, point: QPointF) -> Hit | None:
        track = self._scene.marks
        if track is None or not track.items:
            return None
        above = point.y() < self._rows.lanes[Lane.CODES].center().y()
        near = track.in_view(self._scale, REACH_PX)
        at_ms, reach_ms = self._exact_ms(point), self._reach_ms()
        best: tuple[float, CodeMark] | None = None
        for number in near.tolist():
            distance = _distance(track.starts_ms[number], track.ends_ms[number], at_ms)
            mark = track.items[number]
            is_above = self._scene.stands_above(mark)
            if distance <= reach_ms and is_above is above and (best is None or distance < best[0]):
                best = (distance, mark)
        if best is None:
            return None
        mark = best[1]
        words = self._scene.labels.get(mark.count_id, mark.count_id)
        speaker = self._scene.speaker_of(mark)
        told = ", ".join(part for part in (clock(mark.at_ms), words, speaker, mark.note) if part)
        return Hit(lane=Lane.CODES, at_ms=mark.at_ms, words=told, item_id=mark.mark_id)

    def _line(self, point: QPointF) -> Hit | None:
        track = self._scene.lines
        number = None if track is None else track.covering(self._exact_ms(point))
        if track is None or number is None:
            return None
        line = track.items[number]
        return Hit(lane=Lane.LINES, at_ms=line.start_ms, words=line_words(line))

    def _exact_ms(self, point: QPointF) -> float:
        scale = self._scale
        return scale.start_ms + (point.x() - scale.left_px) / scale.width_px * scale.view_ms

    def _reach_ms(self) -> float:
        return REACH_PX * self._scale.view_ms / max(1, self._scale.width_px)


def evidence_words(evidence: Evidence) -> str:
    """Moment, what it shows, and what was said."""
    said = evidence.quote or evidence.note
    start = f"{clock(evidence.span.start_ms)}, {polarity_word(evidence.polarity)}"
    return f"{start}: {said}" if said else start


def line_words(line: TranscriptLine) -> str:
    """Moment, speaker and what was said, cut where it is long."""
    speaker = line.speaker or role_word(line.role)
    text = line.text if len(line.text) <= _LONGEST_TIP else f"{line.text[:_LONGEST_TIP]}…"
    return f"{clock(line.start_ms)}, {speaker}: {text}"


def polarity_word(polarity: Polarity) -> str:
    """What a piece of evidence shows."""
    return {
        Polarity.STRENGTH: _tr("strength"),
        Polarity.TO_BUILD: _tr("to build"),
        Polarity.NEUTRAL: _tr("neutral"),
    }[polarity]


def role_word(role: SpeakerRole) -> str:
    """Role of a speaker."""
    return {
        SpeakerRole.WORKER: _tr("worker"),
        SpeakerRole.PARENT: _tr("parent or carer"),
        SpeakerRole.CHILD: _tr("child"),
        SpeakerRole.OTHER_PROFESSIONAL: _tr("other professional"),
        SpeakerRole.UNKNOWN: _tr("speaker not known"),
    }[role]


def lane_name(lane: Lane) -> str:
    """Name that stands left of a lane."""
    return {
        Lane.HEARD: _tr("Heard"),
        Lane.EVIDENCE: _tr("Evidence"),
        Lane.CODES: _tr("Codes"),
        Lane.LINES: _tr("Transcript"),
        Lane.SPEECH: _tr("Speech"),
    }[lane]


def lane_meaning(lane: Lane) -> str:
    """Legend of a lane."""
    return {
        Lane.HEARD: _tr("Heard: filled where the recording was played"),
        Lane.EVIDENCE: _tr("Evidence: triangle strength, square to build, ring neutral"),
        Lane.CODES: _tr("Codes: the worker's above, everybody else's below"),
        Lane.LINES: _tr(
            "Transcript: the worker above; below, filled for parents and carers, dotted for "
            "children, hatched for other professionals"
        ),
        Lane.SPEECH: _tr("Speech: filled where somebody speaks"),
    }[lane]


def _distance(start_ms: float, end_ms: float, at_ms: float) -> float:
    """How far a moment lies from a span; 0 within it."""
    return max(start_ms - at_ms, at_ms - end_ms, 0.0)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)
