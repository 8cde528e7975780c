"""A listening panel with half a minute of sound on it, and something for each of its lanes."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from practicecoder.audio.speech_activity import SpeechActivity
from practicecoder.codebook import library
from practicecoder.domain.coding import CodeMark, Evidence
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole, TranscriptLine
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.listening import ListeningPanel
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.timeline_table import TimelineTable
from practicecoder.ui.player import PlayerState
from tests.ui.coding.made_up import SECONDS

CODES = library.find("swim7").counts


class Desk:
    """A listening panel with a coding of half a minute of sound on it."""

    def __init__(self, qtbot: QtBot, panel: ListeningPanel, opened: OpenCoding) -> None:
        self.qtbot = qtbot
        self.panel = panel
        self.opened = opened

    def open(self, segment: TimeSpan | None = None) -> None:
        """Open the coding, of a segment or of all."""
        if segment is not None:
            desk = replace(self.opened.desk, segment=segment)
            self.opened._desk = desk
        self.panel.open_coding(self.opened)
        self.qtbot.waitUntil(lambda: self.panel.player.state is PlayerState.PAUSED)

    def table(self) -> TimelineTable:
        """The timeline as a table, opened."""
        self.panel.act(ActionId.TIMELINE_TABLE)
        table = self.panel.findChild(TimelineTable)
        assert table is not None
        self.qtbot.waitUntil(table.isVisible)
        return table


def fill(desk: Desk) -> None:
    """Put something into every lane."""
    panel, opened = desk.panel, desk.opened
    opened.put_evidence(made_evidence(4_000))
    mark = CodeMark(mark_id="m1", count_id=CODES[0].count_id, at_ms=7_000, note="made up")
    opened._coding = replace(opened.coding, marks=(mark,))
    panel.show_coding(opened.coding)
    opened.hear(TimeSpan(0, 12_000), 1.0)
    panel.show_heard()
    worker = SpeakerRole.WORKER
    panel.set_lines([TranscriptLine(start_ms=9_000, end_ms=9_900, text="made up", role=worker)])
    speech = SpeechActivity(spans=(TimeSpan(1_000, 2_000),), duration_ms=SECONDS * 1000)
    panel._work.speech_found.emit(speech)


def made_evidence(at_ms: int) -> Evidence:
    return Evidence(
        evidence_id="e1",
        span=TimeSpan(at_ms, at_ms),
        dimension_ids=("empathy",),
        quote="a made-up sentence",
    )
