"""Step 3: every quote and note is read by a person, and printed or left out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from practicecoder.domain.feedback import ReadMoment
from practicecoder.domain.ids import SessionId
from practicecoder.domain.redaction import HitKind, identifying
from practicecoder.domain.spans import clock
from practicecoder.services.feedback_view import Draft, DraftMoment
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.supervision.draft.step import Step
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look, colours, scaled
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, card, label

QUOTE_HEIGHT_PX = 72
TABLE_HEIGHT_PX = 168
STAND_INS = ("[mother]", "[father]", "[child A]", "[school]", "[professional]")
KIND_WORDS = Words(
    {
        HitKind.POSTCODE: "a postcode",
        HitKind.NUMBER: "a long number",
        HitKind.EMAIL: "an e-mail address",
        HitKind.DATE: "a date",
        HitKind.NAME: "a name",
    }
)


class FoundWords(QSyntaxHighlighter):
    """Underlines words that may identify somebody."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit.document())
        self._names: tuple[str, ...] = ()

    def look_for(self, names: tuple[str, ...]) -> None:
        """Look for these names too."""
        if names != self._names:
            self._names = names
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Underline every find of a line, in colour and with a wave."""
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(colours().error))
        form.setFontWeight(700)
        for hit in identifying(text, self._names):
            self.setFormat(hit.start, hit.end - hit.start, form)


class MomentsStep(Step):
    """A list of the shared moments and, for the chosen one, its words to be read and mended."""

    def __init__(
        self, acts: SupervisionActs, session_id: SessionId, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            acts,
            session_id,
            (
                _tr("Read every moment"),
                _tr(
                    "Only what you tick is printed. Words that may identify somebody are "
                    "underlined; put a word in brackets in their place, or leave the moment out."
                ),
            ),
            parent,
        )
        self._showing = False
        self._edits: dict[str, tuple[str, str]] = {}
        self.names_field = QLineEdit(self.room.content)
        self.names_field.setPlaceholderText(self.tr("Names to look for, parted by commas"))
        self.names_field.setToolTip(self.tr("They are looked for while this is open; not stored"))
        name(self.names_field, self.tr("Names to look for"), self.names_field.toolTip())
        self._model: RowTableModel[DraftMoment] = RowTableModel(
            (
                Column[DraftMoment](title=self.tr("Time"), text=lambda m: clock(m.span.start_ms)),
                Column[DraftMoment](
                    title=self.tr("Dimension"), text=lambda m: ", ".join(m.dimensions)
                ),
                Column[DraftMoment](title=self.tr("Decided"), text=self._decided),
                Column[DraftMoment](
                    title=self.tr("Words"),
                    text=lambda m: " ".join(part for part in (m.quote, m.note) if part),
                ),
            ),
            key=lambda m: m.evidence_id,
            parent=self,
        )
        self.table = RowTable(self.tr("Shared moments"), self.room.content)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.set_placeholder(self.tr("Coders shared no moment of this session."))
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.show_model(self._model, sortable=False)
        self.table.setMinimumHeight(scaled(TABLE_HEIGHT_PX))
        self.table.selection_changed.connect(self._show_chosen)
        self.quote = self._text(_tr("Quote"))
        self.note = self._text(_tr("Note"))
        self._found = [FoundWords(self.quote), FoundWords(self.note)]
        self._hits = label("", self.room.content, Look.ERROR, wrapped=True)
        self._stand_ins = Flow(self.room.content, spacing=SPACE)
        for words in STAND_INS:
            stand_in = button(words, self._stand_ins, partial(self._put, words), look=Look.QUIET)
            stand_in.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the selection
            name(stand_in, self.tr("Put {} in place of the selection").format(words))
            self._stand_ins.add(stand_in)
        self.tick = button(
            self.tr("Print these words"), self, self.print_chosen, look=Look.PRIMARY
        )
        self.leave_out = button(self.tr("Leave out"), self, self.leave_chosen_out)
        decide = Flow(self.room.content, spacing=SPACE)
        decide.add(self.tick, self.leave_out)
        frame, inside = card(self.room.content)
        form = QFormLayout()
        form.setSpacing(SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Quote"), self.quote)
        form.addRow(self.tr("Note"), self.note)
        inside.addLayout(form)
        inside.addWidget(self._stand_ins)
        inside.addWidget(self._hits)
        inside.addWidget(decide)
        self.editor = frame
        for part in (self.names_field, self.table, frame):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.names_field.textChanged.connect(self._look)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.print_chosen)

    @property
    def names(self) -> tuple[str, ...]:
        """Names to look for; they are kept nowhere."""
        return tuple(n for part in self.names_field.text().split(",") if (n := part.strip()))

    @property
    def chosen(self) -> DraftMoment | None:
        """Moment that is selected."""
        rows = self.table.selected_rows()
        return rows[0] if rows else None

    @property
    def hits(self) -> str:
        """What is said about the words found."""
        return self._hits.text()

    @property
    def is_done(self) -> bool:
        """Whether every moment was decided about."""
        opened = None if self.draft is None else self.draft.opened
        return opened is not None and all(m.read is not None for m in opened.moments)

    @property
    def unkept(self) -> str:
        """Words that were changed and neither ticked nor left out."""
        if not self._edits:
            return ""
        return self.tr("Words of a moment were changed but not ticked.")

    def show_draft(self, draft: Draft) -> None:
        """Show the moments and what was decided."""
        super().show_draft(draft)
        if draft.opened is None:
            return
        for moment in draft.opened.moments:
            if self._edits.get(moment.evidence_id) == _words_of(moment):
                del self._edits[moment.evidence_id]
        before = self.chosen
        self._model.set_rows(draft.opened.moments)
        self.table.fit_columns(stretch=3)
        if self.chosen is None and draft.opened.moments:
            unread = next((m for m in draft.opened.moments if m.read is None), None)
            self.table.select_key((unread or draft.opened.moments[0]).evidence_id)
        if before is None or self.chosen is None or before.read != self.chosen.read:
            self._show_chosen()
        self._check()

    def focus_first(self) -> None:
        """Put the focus on the moments."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_chosen(self) -> None:
        """Tick the chosen moment with the words as they stand, and go to the next."""
        moment = self.chosen
        if moment is not None and self.tick.isEnabled():
            self._decide(
                ReadMoment(
                    evidence_id=moment.evidence_id,
                    quote=self.quote.toPlainText().strip(),
                    note=self.note.toPlainText().strip(),
                    printed=True,
                )
            )

    def leave_chosen_out(self) -> None:
        """Keep the chosen moment out of the report, and go to the next."""
        if self.chosen is not None:
            self._decide(ReadMoment(evidence_id=self.chosen.evidence_id))

    # Inside

    def _decided(self, moment: DraftMoment) -> str:
        if moment.read is None:
            return self.tr("not read yet")
        return self.tr("printed") if moment.read.printed else self.tr("left out")

    def _decide(self, decision: ReadMoment) -> None:
        service, actor, names = self.acts.services.feedback, self.acts.actor, self.names
        self.refuse("")
        if not decision.printed:
            self._edits.pop(decision.evidence_id, None)
        self.act_wanted.emit(
            lambda: service.read_moment(self.session_id, decision, actor=actor, names=names)
        )
        row = self.table.currentIndex().row()
        if row + 1 < len(self._model.shown_rows):
            self.table.selectRow(row + 1)

    def _show_chosen(self) -> None:
        moment = self.chosen
        self._showing = True
        if moment is None:
            self.quote.clear()
            self.note.clear()
        else:
            quote, note = self._edits.get(moment.evidence_id, _words_of(moment))
            self.quote.setPlainText(quote)
            self.note.setPlainText(note)
        self._showing = False
        self._check()

    def _keep_edit(self) -> None:
        """Remember words that were changed, for as long as nothing is decided about them."""
        moment = self.chosen
        if self._showing or moment is None:
            return
        self.refuse("")
        words = (self.quote.toPlainText().strip(), self.note.toPlainText().strip())
        if words == _words_of(moment):
            self._edits.pop(moment.evidence_id, None)
        else:
            self._edits[moment.evidence_id] = words

    def _look(self) -> None:
        for found in self._found:
            found.look_for(self.names)
        self._check()

    def _check(self) -> None:
        if self._showing:
            return
        text = f"{self.quote.toPlainText()}\n{self.note.toPlainText()}"
        kinds = list(dict.fromkeys(hit.kind for hit in identifying(text, self.names)))
        words = ", ".join(KIND_WORDS[kind] for kind in kinds)
        said = self.tr("Found: {}. Put another word in its place.").format(words) if kinds else ""
        if said != self._hits.text():
            self._hits.setText(said)
            if said:
                announce(self, said)
        self._hits.setVisible(bool(said))
        has_one = self.chosen is not None and self.is_editable
        self.editor.setEnabled(has_one)
        self.tick.setEnabled(has_one and not kinds and bool(text.strip()))
        self.leave_out.setEnabled(has_one)

    def _put(self, words: str) -> None:
        target = self.note if self.note.textCursor().hasSelection() else self.quote
        target.textCursor().insertText(words)

    def _text(self, words: str) -> QPlainTextEdit:
        field = QPlainTextEdit(self.room.content)
        field.setTabChangesFocus(True)
        field.setFixedHeight(scaled(QUOTE_HEIGHT_PX))
        name(field, words)
        field.textChanged.connect(self._keep_edit)
        field.textChanged.connect(self._check)
        return field


def _words_of(moment: DraftMoment) -> tuple[str, str]:
    """Quote and note as a person left them, or as the coder wrote them."""
    if moment.read is not None and moment.read.printed:
        return moment.read.quote, moment.read.note
    return moment.quote.strip(), moment.note.strip()


def _tr(text: str) -> str:
    return translate("Supervision", text)
