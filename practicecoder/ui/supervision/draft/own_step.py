"""Step 1: how the worker saw it, before anything of the coders' ratings is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QMessageBox, QRadioButton, QVBoxLayout, QWidget

from practicecoder.domain.feedback import OwnView
from practicecoder.domain.ids import SessionId
from practicecoder.services.feedback_view import Draft, OwnDimension
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.supervision.draft.step import Step
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, in_row, label


class OwnRow(QWidget):
    """One dimension with its levels as radio buttons, of which none is chosen before."""

    def __init__(self, dimension: OwnDimension, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dimension = dimension
        self.levels: dict[int, QRadioButton] = {}
        self._group = QButtonGroup(self)
        title = label(dimension.label, self, Look.LEAD)
        about = label(dimension.definition, self, Look.MUTED, wrapped=True)
        about.setVisible(bool(dimension.definition))
        line = Flow(self, spacing=DOUBLE)
        for value, short, text in dimension.levels:
            words = f"{value}  {short}" if short else f"{value}"
            radio = QRadioButton(words, line)
            radio.setToolTip(text)
            name(radio, f"{dimension.label}: {words}", text)
            self._group.addButton(radio)
            self.levels[value] = radio
            line.add(radio)
        self.clear = button(self.tr("Clear"), line, self._clear, look=Look.QUIET)
        name(self.clear, self.tr("Clear {}").format(dimension.label))
        line.add(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(title)
        layout.addWidget(about)
        layout.addWidget(line)

    @property
    def value(self) -> float | None:
        """Level that is chosen; None if none is."""
        return next((float(v) for v, radio in self.levels.items() if radio.isChecked()), None)

    def show_value(self, value: float | None, *, editable: bool) -> None:
        """Show what is stored."""
        self._group.setExclusive(False)
        for level, radio in self.levels.items():
            is_chosen = value is not None and level == value
            radio.setChecked(is_chosen)
            radio.setEnabled(editable or is_chosen)  # what was kept stays readable
        self._group.setExclusive(True)
        self.clear.setVisible(editable)

    def _clear(self) -> None:
        self.show_value(None, editable=True)


class OwnStep(Step):
    """Asks for the worker's ratings; closing the step opens the others and cannot be undone."""

    def __init__(
        self, acts: SupervisionActs, session_id: SessionId, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            acts,
            session_id,
            (
                _tr("How the worker saw it"),
                _tr(
                    "The worker's own ratings, made before reading. They are a place to start "
                    "talking and are never mixed with those of coders."
                ),
            ),
            parent,
        )
        self.rows: list[OwnRow] = []
        self._told = label("", self.room.content, Look.MUTED, wrapped=True)
        self.close_view = button(
            self.tr("Keep these ratings"), self, self._keep, look=Look.PRIMARY
        )
        self.decline = button(self.tr("The worker declined"), self, self._decline)
        self.body.addWidget(self._told)
        self.body.addStretch(1)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.addLayout(in_row(self.close_view, self.decline, spacing=SPACE, stretch=True))

    @property
    def is_done(self) -> bool:
        """Whether the worker has rated or declined."""
        return self.draft is not None and self.draft.feedback.own_view is not OwnView.OPEN

    @property
    def unkept(self) -> str:
        """Ratings that are chosen while the step is still open."""
        if self.is_done or all(row.value is None for row in self.rows):
            return ""
        return self.tr("The worker's ratings are chosen but not kept yet.")

    def show_draft(self, draft: Draft) -> None:
        """Show the rows, empty or as they were kept."""
        super().show_draft(draft)
        if not self.rows:
            for place, dimension in enumerate(draft.own_dimensions):
                row = OwnRow(dimension, self.room.content)
                self.rows.append(row)
                self.body.insertWidget(place, row)
        is_open = draft.feedback.own_view is OwnView.OPEN
        editable = is_open and self.is_editable
        for row in self.rows:
            stored = draft.feedback.own_ratings.get(row.dimension.dimension_id)
            if not is_open or row.value is None:
                row.show_value(stored, editable=editable)
            row.setVisible(draft.feedback.own_view is not OwnView.DECLINED)
        self._told.setText(
            ""
            if is_open
            else self.tr("The worker declined to rate.")
            if draft.feedback.own_view is OwnView.DECLINED
            else self.tr("Kept before the ratings were shown; it stays as it is.")
        )
        self._told.setVisible(not is_open)
        for each in (self.close_view, self.decline):
            each.setVisible(is_open)
            each.setEnabled(editable)

    def focus_first(self) -> None:
        """Put the focus on the first level."""
        if self.rows and self.close_view.isVisible():
            next(iter(self.rows[0].levels.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        ratings = {
            row.dimension.dimension_id: row.value for row in self.rows if row.value is not None
        }
        if not ratings:
            self.refuse(self.tr("No dimension is rated yet. Rate one, or say that they declined."))
            return
        if self._is_sure(
            self.tr("Keep these ratings? The coders' ratings are shown then, and they stay.")
        ):
            service, actor = self.acts.services.feedback, self.acts.actor
            self.act_wanted.emit(lambda: service.rate_own(self.session_id, ratings, actor=actor))

    def _decline(self) -> None:
        if self._is_sure(
            self.tr("Did the worker decline to rate? The coders' ratings are shown then.")
        ):
            service, actor = self.acts.services.feedback, self.acts.actor
            self.act_wanted.emit(lambda: service.decline_own(self.session_id, actor=actor))

    def _is_sure(self, question: str) -> bool:
        asked = QMessageBox.question(self, self.title, question)
        return asked is QMessageBox.StandardButton.Yes


def _tr(text: str) -> str:
    return translate("Supervision", text)
