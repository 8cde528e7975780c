"""The evidence of a coding: a table in order of time, and the editor of one piece of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Coding, Evidence, Polarity
from practicecoder.domain.ids import new_id
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.ui.accessibility import announce
from practicecoder.ui.actions import ActionId, follow_keys, shortcut_text, show_tip
from practicecoder.ui.coding.evidence_editor import EvidenceEditor
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.polarity import POLARITY_WORDS, polarity_icon
from practicecoder.ui.coding.row_steps import SteppedModel, SteppedTable
from practicecoder.ui.icons import Icon
from practicecoder.ui.languages import COLUMN_WORDS, translate
from practicecoder.ui.tables import RIGHT, Column
from practicecoder.ui.theme import HALF, SPACE, Look, scaled
from practicecoder.ui.widgets.labels import button, label

CELL_PADDING, ICON_ROOM, WIDEST_COLUMN = 24, "00000", 132
WORDS = 3
"""Column that takes the rest of the width."""
LEAST_ROWS = 2
"""Rows of the table that are visible however small the window is."""


class EvidencePanel(QWidget):
    """Makes, lists, edits and removes evidence. Making a piece never stops the playback."""

    play_wanted = Signal(int)
    evidence_wanted = Signal()
    """The button for evidence at this moment was pressed."""
    selected_changed = Signal(object)
    """Id of the selected piece; None if none is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: OpenCoding | None = None
        self._last_id: str | None = None
        self._span_start_ms: int | None = None
        self.head = QWidget(self)
        """Controls for the heading of the panel."""
        self._pending = label("", self.head, Look.BADGE)
        self._pending.hide()
        self._make = button(
            self.tr("Evidence"), self.head, self.evidence_wanted.emit, drawing=Icon.ADD
        )
        show_tip(self._make, ActionId.EVIDENCE)
        self._make.setAccessibleName(self.tr("Evidence at this moment"))
        self.table = SteppedTable(self.tr("Evidence"), self)
        follow_keys(self.table, self._show_how_to_begin)
        self.table.row_activated.connect(self._play)
        self.table.selection_changed.connect(self._follow_selection)
        self.editor = EvidenceEditor(self)
        self.editor.hide()
        self.editor.closed.connect(self.close_editor)
        self.editor.play_wanted.connect(self.play_wanted)
        self._lay_out()

    # Life

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Show the evidence of a coding; None while there is none."""
        self._coding = coding
        self._last_id = None
        self._set_span_start(None)
        self.editor.hide()
        self.editor.open_coding(coding)
        if coding is None:
            return
        model = SteppedModel(
            evidence_columns(coding.codebook),
            key=lambda evidence: evidence.evidence_id,
            place=lambda evidence: evidence.span,
            parent=self.table,
        )
        self.table.show_model(model, sortable=False)
        self._fit_columns(coding)
        self.show_coding(coding.coding)

    def show_coding(self, coding: Coding) -> None:
        """Show what is stored."""
        if self.table.rows_model().rows != coding.evidence:
            self.table.step_to(coding.evidence)
        count = len(coding.evidence)
        title = self.tr("Evidence ({0})") if count else self.tr("Evidence")
        self.setWindowTitle(title.format(count))
        self._show_how_to_begin()
        editable = self._coding is not None and self._coding.is_editable
        self._make.setVisible(editable)
        self._refresh_editor()

    def flush(self) -> bool:
        """Save what was typed; False if that failed."""
        return self.editor.flush()

    # Acts

    def make(self, span: TimeSpan, dimension_id: str, *, quote: str = "") -> None:
        """Add a piece of evidence for a dimension, with what was said."""
        if self._coding is None:
            return
        evidence = Evidence(
            evidence_id=new_id(), span=span, dimension_ids=(dimension_id,), quote=quote
        )
        if self._coding.put_evidence(evidence):
            self._last_id = evidence.evidence_id
            if not self.editor.isAncestorOf(self.window().focusWidget() or self):
                self.table.select_key(evidence.evidence_id)  # nobody is writing about another
            words = self.tr("Evidence for {0} at {1}")
            dimension = self._coding.codebook.label(dimension_id)
            announce(self, words.format(dimension, clock(span.start_ms)))

    def begin_or_end_span(self, start_ms: int, end_ms: int, dimension_id: str) -> None:
        """Begin a span at ``start_ms``, or end the one begun before at ``end_ms``."""
        if self._span_start_ms is None:
            self._set_span_start(start_ms)
            announce(self, self.tr("Span begins at {0}").format(clock(start_ms)))
            return
        first, last = sorted((self._span_start_ms, end_ms))
        self._set_span_start(None)
        self.make(TimeSpan(first, last), dimension_id)

    def set_polarity(self, polarity: Polarity, *, of_selected: bool = False) -> None:
        """Set what the last piece of evidence shows, or the selected one."""
        evidence = self.selected() if of_selected else self._last()
        if evidence is None or self._coding is None:
            return
        if self._coding.put_evidence(replace(evidence, polarity=polarity)):
            at = clock(evidence.span.start_ms)
            announce(self, f"{self.tr('Evidence at')} {at}: {POLARITY_WORDS[polarity]}")

    def edit_selected(self) -> None:
        """Open the editor on the selected row, with the quote."""
        evidence = self.selected()
        if evidence is None:
            return
        self.editor.edit(evidence)
        self._open_editor()
        self.editor.focus_quote()

    def remove_selected(self) -> None:
        """Remove the selected piece."""
        evidence = self.selected()
        if evidence is not None and self._coding is not None and self._coding.is_editable:
            self._coding.remove_evidence(evidence.evidence_id)

    def play_selected(self) -> None:
        """Play from the selected piece."""
        self._play(self.selected())

    def select(self, evidence_id: str) -> None:
        """Select a piece by its id."""
        self.table.select_key(evidence_id)

    def selected(self) -> Evidence | None:
        """Selected piece, or the one the keys are on; None if there is none."""
        rows: tuple[Evidence, ...] = self.table.chosen_rows()
        return rows[-1] if rows else None

    def close_editor(self) -> None:
        """Close the editor and go back to the table."""
        self.editor.flush()
        had_focus = self.editor.isAncestorOf(self.window().focusWidget() or self)
        self.editor.hide()
        if had_focus:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _show_how_to_begin(self) -> None:
        """Say in the empty table which key makes evidence, by the keys in force."""
        key = shortcut_text(ActionId.EVIDENCE)
        if self._coding is not None and not self._coding.is_editable:
            words = self.tr("There is no evidence.")
        elif key:
            words = self.tr("Press {0} when you hear something that matters.").format(key)
        else:
            words = self.tr("Press Evidence when you hear something that matters.")
        self.table.set_placeholder(words)

    def _fit_columns(self, coding: OpenCoding) -> None:
        """Fit columns to what may come, not to what is there: nothing moves as it comes."""
        longest = clock(coding.desk.duration_ms or 0)
        labels = [dimension.label for dimension in coding.codebook.dimensions]

        def widths() -> list[int]:
            def wide(text: str) -> int:
                return self.table.fontMetrics().horizontalAdvance(text)

            widest = (
                wide(f"{longest}–{longest}"),
                wide(max(POLARITY_WORDS.values(), key=len) + ICON_ROOM),
                max(wide(label) for label in labels),
                0,
                wide(translate(COLUMN_WORDS, "Share")),
            )
            return [min(width + CELL_PADDING, scaled(WIDEST_COLUMN)) for width in widest]

        self.table.hold_columns(widths, stretch=WORDS)

    def _last(self) -> Evidence | None:
        if self._coding is None:
            return None
        known = None if self._last_id is None else self._coding.evidence(self._last_id)
        return known or self.selected()

    def _play(self, evidence: Evidence | None) -> None:
        if evidence is not None:
            self.play_wanted.emit(evidence.span.start_ms)

    def _follow_selection(self) -> None:
        evidence = self.selected()
        self.selected_changed.emit(None if evidence is None else evidence.evidence_id)
        if evidence is not None and self.editor.isVisibleTo(self):
            self.editor.edit(evidence)

    def _refresh_editor(self) -> None:
        if self._coding is None or not self.editor.isVisibleTo(self):
            return
        edited = self.editor.evidence_id
        evidence = None if edited is None else self._coding.evidence(edited)
        if evidence is None:
            self.close_editor()
        else:
            self.editor.edit(evidence)

    def _open_editor(self) -> None:
        self.editor.show()
        index = self.table.currentIndex()
        if index.isValid():
            self.table.scrollTo(index)

    def _set_span_start(self, start_ms: int | None) -> None:
        self._span_start_ms = start_ms
        self._pending.setVisible(start_ms is not None)
        if start_ms is not None:
            words = self.tr("span from {0}: Shift+F9 ends it")
            self._pending.setText(words.format(clock(start_ms)))

    def _lay_out(self) -> None:
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE)
        head.addWidget(self._pending)
        head.addWidget(self._make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HALF, 0, HALF, HALF)
        layout.setSpacing(SPACE)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.editor)
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(row * (LEAST_ROWS + 1))


def evidence_columns(codebook: Codebook) -> tuple[Column[Evidence], ...]:
    """Columns of the table; each says in words what the lane beside the waveform shows."""

    def labels(evidence: Evidence) -> str:
        return ", ".join(codebook.label(d) for d in evidence.dimension_ids)

    def short(evidence: Evidence) -> str:
        if len(evidence.dimension_ids) == 1:
            return labels(evidence)
        return ", ".join(codebook.dimension(d).abbr for d in evidence.dimension_ids)

    return (
        Column(title="Time", text=lambda e: span_in_words(e.span), alignment=RIGHT),
        Column(
            title="Shows",
            text=lambda e: POLARITY_WORDS[e.polarity],
            icon=lambda e: polarity_icon(e.polarity),
        ),
        Column(title="Dimension", text=short, cell_tooltip=labels),
        Column(
            title="Words",
            text=lambda e: e.quote or e.note,
            cell_tooltip=lambda e: "\n".join(part for part in (e.quote, e.note) if part),
            muted=lambda e: not e.quote,
        ),
        Column(
            title="Share",
            text=lambda e: translate("Evidence", "share") if e.share else "",
            tooltip="Whether the worker may see it",
        ),
    )


def span_in_words(span: TimeSpan) -> str:
    """Moment or span as it stands in the table."""
    if span.is_moment:
        return clock(span.start_ms)
    return f"{clock(span.start_ms)}–{clock(span.end_ms)}"
