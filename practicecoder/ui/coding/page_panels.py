"""The table of panels of the coding page: a panel more is an entry more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from practicecoder.ui.coding.counting.panel import CountPanel
from practicecoder.ui.coding.evidence import EvidencePanel
from practicecoder.ui.coding.listening import ListeningPanel
from practicecoder.ui.coding.notes import NotesPanel
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.panels import Area, Panel, PanelName, Workspace
from practicecoder.ui.coding.queue_panel import QueuePanel
from practicecoder.ui.coding.ratings_panel import RatingsPanel
from practicecoder.ui.coding.scores_panel import ScoresPanel, has_scores
from practicecoder.ui.coding.transcript.panel import TranscriptPanel


class PanelledPage(Protocol):
    """The panels of a page."""

    queue: QueuePanel
    listening: ListeningPanel
    counting: CountPanel
    transcript: TranscriptPanel
    evidence: EvidencePanel
    notes: NotesPanel
    scores: ScoresPanel
    ratings: RatingsPanel

    def tr(self, text: str, /) -> str:
        """Text in the language of the window."""


def panels_of(page: PanelledPage) -> tuple[Panel, ...]:
    """Every panel with its name, its words, how it is entered, and where it stands."""
    listen, rate, count = Workspace.LISTEN, Workspace.RATE, Workspace.COUNT
    return (
        Panel(
            name=PanelName.QUEUE,
            title=page.tr("My queue"),
            widget=page.queue,
            enter=_to(page.queue.table),
            home=Area.LEFT,
            areas={listen: Area.LEFT},
        ),
        Panel(
            name=PanelName.LISTENING,
            title=page.tr("Listening"),
            widget=page.listening,
            enter=_to(page.listening.waveform),
            home=Area.UPPER,
            areas={listen: Area.UPPER, rate: Area.UPPER, count: Area.UPPER},
            shows=frozenset({"evidence", "marks"}),
        ),
        Panel(
            name=PanelName.COUNTING,
            title=page.tr("Counting"),
            widget=page.counting,
            enter=page.counting.enter,
            home=Area.RIGHT,
            areas={count: Area.RIGHT},
            offered=has_counts,
            shows=frozenset({"counting", "marks"}),
        ),
        Panel(
            name=PanelName.TRANSCRIPT,
            title=page.tr("Transcript"),
            widget=page.transcript,
            enter=page.transcript.enter,
            home=Area.LOWER,
            areas={listen: Area.LOWER},
            shows=frozenset({"evidence"}),
        ),
        Panel(
            name=PanelName.EVIDENCE,
            title=page.tr("Evidence"),
            widget=page.evidence,
            enter=_to(page.evidence.table),
            home=Area.LOWER,
            areas={listen: Area.LOWER, rate: Area.LOWER},
            shows=frozenset({"evidence"}),
        ),
        Panel(
            name=PanelName.NOTES,
            title=page.tr("Notes"),
            widget=page.notes,
            enter=page.notes.enter,
            home=Area.LOWER,
            areas={listen: Area.LEFT, rate: Area.LOWER, count: Area.LOWER},
            shows=frozenset({"notes"}),
        ),
        Panel(
            name=PanelName.SCORES,
            title=page.tr("Scores"),
            widget=page.scores,
            enter=_to(page.scores),
            home=Area.RIGHT,
            areas={listen: Area.RIGHT, rate: Area.RIGHT, count: Area.RIGHT},
            offered=has_scores,
        ),
        Panel(
            name=PanelName.RATINGS,
            title=page.tr("Ratings"),
            widget=page.ratings,
            enter=page.ratings.enter,
            home=Area.RIGHT,
            areas={listen: Area.RIGHT, rate: Area.RIGHT},
            shows=frozenset({"ratings", "answers", "evidence", "unblinded"}),
        ),
    )


def has_counts(coding: OpenCoding) -> bool:
    """Whether the study counts anything."""
    return bool(coding.count_codes)


def _to(widget: QWidget) -> Callable[[], object]:
    return lambda: widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
