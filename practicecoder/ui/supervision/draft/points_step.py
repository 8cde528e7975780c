"""Step 2: up to two strengths and up to two things to build, chosen and worded by a person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Polarity
from practicecoder.domain.feedback import Point, PointKind
from practicecoder.domain.ids import SessionId
from practicecoder.domain.spans import clock
from practicecoder.services.feedback_view import Draft, DraftMoment
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.supervision.draft.step import Act, Step
from practicecoder.ui.theme import DOUBLE, SPACE, Look, dress, scaled
from practicecoder.ui.widgets.labels import button, label

WORDING_HEIGHT_PX, MOMENTS_HEIGHT_PX = 60, 96
LONGEST_PART = 90
_OF_KIND = {PointKind.STRENGTH: Polarity.STRENGTH, PointKind.BUILD: Polarity.TO_BUILD}


class PointEditor(QFrame):
    """One point: its wording, its dimension, the moments it rests on, and what to try."""

    edited = Signal()

    def __init__(
        self, title: str, kind: PointKind, codebook: Codebook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        dress(self, Look.CARD)
        self.kind = kind
        self._showing = False
        self.wording = QPlainTextEdit(self)
        self.wording.setTabChangesFocus(True)
        self.wording.setFixedHeight(scaled(WORDING_HEIGHT_PX))
        self.wording.setPlaceholderText(
            self.tr("You asked, you said, you came back to…")
            if kind is PointKind.STRENGTH
            else self.tr("One behaviour to build, not a fault")
        )
        name(self.wording, self.tr("{}: wording").format(title))
        self.dimension = QComboBox(self)
        self.dimension.addItem(self.tr("no dimension"), "")
        for dimension in codebook.dimensions:
            self.dimension.addItem(dimension.label, dimension.dimension_id)
        name(self.dimension, self.tr("{}: dimension").format(title))
        self.moments = QListWidget(self)
        self.moments.setFixedHeight(scaled(MOMENTS_HEIGHT_PX))
        self.moments.setFrameShape(QFrame.Shape.StyledPanel)
        self.moments.setWordWrap(True)
        self.moments.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        name(self.moments, self.tr("{}: moments").format(title))
        self.try_this = QLineEdit(self)
        self.try_this.setPlaceholderText(self.tr("One concrete act, such as one reflection more"))
        name(self.try_this, self.tr("{}: what to try").format(title))
        self._count = label("", self, Look.MUTED)
        form = QFormLayout(self)
        form.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        form.setSpacing(SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(label(title, self, Look.LEAD), self._count)
        form.addRow(self.tr("Wording"), self.wording)
        form.addRow(self.tr("Moments"), self.moments)
        form.addRow(self.tr("Dimension"), self.dimension)
        if kind is PointKind.BUILD:
            form.addRow(self.tr("Try"), self.try_this)
        else:
            self.try_this.hide()
        self.wording.textChanged.connect(self._tell)
        self.try_this.textChanged.connect(self._tell)
        self.dimension.currentIndexChanged.connect(self._tell)
        self.moments.itemChanged.connect(self._tell)

    @property
    def point(self) -> Point | None:
        """What is entered; None if nothing is."""
        wording = self.wording.toPlainText().strip()
        ids = tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )
        if not wording and not ids:
            return None
        return Point(
            kind=self.kind,
            wording=wording,
            dimension_id=str(self.dimension.currentData() or ""),
            evidence_ids=ids,
            try_this=self.try_this.text().strip() if self.kind is PointKind.BUILD else "",
        )

    def show_moments(self, moments: Sequence[DraftMoment]) -> None:
        """Offer moments to rest on; those of the kind of the point come first."""
        wanted = [str(m.evidence_id) for m in moments]
        if wanted == [str(item.data(Qt.ItemDataRole.UserRole)) for item in self._items()]:
            return
        self._showing = True
        checked = set(self.point.evidence_ids) if self.point is not None else set()
        self.moments.clear()
        for moment in sorted(moments, key=lambda m: m.polarity is not _OF_KIND[self.kind]):
            item = QListWidgetItem(moment_in_words(moment), self.moments)
            item.setData(Qt.ItemDataRole.UserRole, moment.evidence_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_checked = moment.evidence_id in checked
            item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)
        self._showing = False

    def show_point(self, point: Point | None, *, editable: bool) -> None:
        """Show a point, or nothing."""
        self._showing = True
        self.wording.setPlainText("" if point is None else point.wording)
        self.try_this.setText("" if point is None else point.try_this)
        at = self.dimension.findData("" if point is None else point.dimension_id)
        self.dimension.setCurrentIndex(max(at, 0))
        chosen = () if point is None else point.evidence_ids
        for item in self._items():
            checked = item.data(Qt.ItemDataRole.UserRole) in chosen
            item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        self.wording.setReadOnly(not editable)
        self.try_this.setReadOnly(not editable)
        self.dimension.setEnabled(editable)
        self.moments.setEnabled(editable)
        self._showing = False
        self._show_count()

    def _items(self) -> list[QListWidgetItem]:
        return [self.moments.item(row) for row in range(self.moments.count())]

    def _tell(self) -> None:
        self._show_count()
        if not self._showing:
            self.edited.emit()

    def _show_count(self) -> None:
        n = len(self.wording.toPlainText().split())
        words = self.tr("one word") if n == 1 else self.tr("{} words").format(n)
        self._count.setText(words if n else "")


class PointsStep(Step):
    """The proposals of the rule can be taken as a start; a person words them."""

    def __init__(
        self,
        acts: SupervisionActs,
        session_id: SessionId,
        codebook: Codebook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            acts,
            session_id,
            (
                _tr("Strengths and one thing to build"),
                _tr(
                    "Choose the moments that matter most and say in your own words what was done. "
                    "Two strengths and one thing to build are enough."
                ),
            ),
            parent,
        )
        self._shown: tuple[Point, ...] | None = None
        self._filled: tuple[Point, ...] | None = None
        self.propose = button(self.tr("Start from the proposals"), self, self._take_proposals)
        self.editors = [
            PointEditor(title, kind, codebook, self.room.content)
            for title, kind in (
                (_tr("First strength"), PointKind.STRENGTH),
                (_tr("Second strength"), PointKind.STRENGTH),
                (_tr("To build next"), PointKind.BUILD),
                (_tr("A second thing (optional)"), PointKind.BUILD),
            )
        ]
        self.body.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
        for editor in self.editors:
            editor.edited.connect(lambda: self.refuse(""))
            self.body.addWidget(editor)
        self.body.addStretch(1)

    @property
    def points(self) -> tuple[Point, ...]:
        """Points that are entered, in order."""
        return tuple(e.point for e in self.editors if e.point is not None)

    @property
    def is_done(self) -> bool:
        """Whether a strength and a thing to build are worded."""
        stored = () if self.draft is None else self.draft.feedback.points
        kinds = {point.kind for point in stored if point.wording}
        return kinds == set(PointKind)

    def show_draft(self, draft: Draft) -> None:
        """Show the points that are stored, unless others are being entered."""
        is_edited = self._shown is not None and self.points != self._shown
        super().show_draft(draft)
        if draft.opened is None:
            return
        for editor in self.editors:
            editor.show_moments(draft.opened.moments)
        if not is_edited:
            self._show_points(draft.feedback.points)
            self._shown = self._filled = self.points
        self.propose.setEnabled(self.is_editable and bool(draft.opened.proposals))

    def pending(self) -> Act | None:
        """Store the points if they were changed here, or rest on a moment that is gone."""
        if self.draft is None or self.draft.opened is None or not self.is_editable:
            return None
        points, stored = self.points, self.draft.feedback.points
        shared = {moment.evidence_id for moment in self.draft.opened.moments}
        is_whole = all(shared.issuperset(point.evidence_ids) for point in stored)
        if points == stored or (points == self._filled and is_whole):
            return None
        self._shown = points
        service, actor = self.acts.services.feedback, self.acts.actor
        return lambda: service.choose_points(self.session_id, points, actor=actor)

    def focus_first(self) -> None:
        """Put the focus on the first wording."""
        self.editors[0].wording.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_points(self, points: Sequence[Point]) -> None:
        for kind in PointKind:
            editors = [e for e in self.editors if e.kind is kind]
            of_kind: list[Point | None] = [p for p in points if p.kind is kind]
            of_kind += [None] * (len(editors) - len(of_kind))
            for editor, point in zip(editors, of_kind, strict=False):
                editor.show_point(point, editable=self.is_editable)

    def _take_proposals(self) -> None:
        draft = self.draft
        if draft is None or draft.opened is None:
            return
        free = [editor for editor in self.editors if editor.point is None]
        for proposal in draft.opened.proposals:
            editor = next((e for e in free if e.kind is proposal.kind), None)
            if editor is not None:
                free.remove(editor)
                editor.show_point(proposal, editable=True)


def moment_in_words(moment: DraftMoment) -> str:
    """Time, dimensions and the words that would be printed of a moment."""
    said = " ".join(part for part in (moment.suggested.quote, moment.suggested.note) if part)
    if moment.read is not None:
        said = " ".join(part for part in (moment.read.quote, moment.read.note) if part)
    if len(said) > LONGEST_PART:
        said = f"{said[:LONGEST_PART].rstrip()}…"
    return f"{clock(moment.span.start_ms)}  {', '.join(moment.dimensions)}  {said}".strip()


def _tr(text: str) -> str:
    return translate("Supervision", text)
