"""The codebook with its addenda: every item, and what the laboratory agreed about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook
from practicecoder.services.decisions import Addendum
from practicecoder.ui.accessibility import name
from practicecoder.ui.icons import Icon
from practicecoder.ui.languages.days import day_in_words
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.code_page import code_html
from practicecoder.ui.widgets.codebook_page import page_html
from practicecoder.ui.widgets.labels import button, card, label


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """A dimension or count code with its addenda, oldest first."""

    item: str
    label: str
    is_count: bool
    addenda: tuple[Addendum, ...]


ITEM_COLUMNS: tuple[Column[ItemLine], ...] = (
    Column(title="Item", text=lambda x: x.label, bold=lambda x: bool(x.addenda)),
    Column(
        title="Addenda",
        text=lambda x: str(len(x.addenda)) if x.addenda else "",
        sort_key=lambda x: len(x.addenda),
        alignment=RIGHT,
        tooltip="Decisions of meetings about the item",
    ),
    Column(
        title="Latest",
        text=lambda x: day_in_words(x.addenda[-1].decided_at.astimezone()) if x.addenda else "",
        sort_key=lambda x: x.addenda[-1].decided_at if x.addenda else None,
    ),
)


class CodebookView(QWidget):
    """Items at the left, the page of the selected one at the right; all of it only to be read."""

    save_wanted = Signal()

    def __init__(self, codebook: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codebook = codebook
        self._model: RowTableModel[ItemLine] = RowTableModel(
            ITEM_COLUMNS, key=lambda line: line.item, parent=self
        )
        self.table = RowTable(self.tr("Items of the codebook"), self)
        self.table.show_model(self._model)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.selection_changed.connect(self._show_page)
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(DOUBLE)
        name(self.page, self.tr("Codebook page"))
        self._title = label(
            f"{codebook.title} · {codebook.codebook_id} {codebook.version}",
            self,
            Look.LEAD,
            wrapped=True,
        )
        self.save: QPushButton = button(
            self.tr("Save decisions…"), self, self.save_wanted.emit, drawing=Icon.SAVE
        )
        self.save.setToolTip(
            self.tr("Every decision as a table (CSV), with session and person, for the lead")
        )
        self._lay_out()

    def show_addenda(self, addenda: Mapping[str, tuple[Addendum, ...]], *, is_lead: bool) -> None:
        """Show the codebook with these addenda by item."""
        counts = set(self._codebook.count_ids)
        self._model.set_rows(
            [
                ItemLine(
                    item=item,
                    label=self._codebook.label(item),
                    is_count=item in counts,
                    addenda=addenda.get(item, ()),
                )
                for item in (*self._codebook.dimension_ids, *self._codebook.count_ids)
            ]
        )
        self.table.fit_columns(stretch=0)
        self.save.setVisible(is_lead)
        self.save.setEnabled(bool(addenda))
        if not self.table.selected_rows():
            self.table.selectRow(0)
        self._show_page()

    def focus_first(self) -> None:
        """Put the focus on the items."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self) -> None:
        line: ItemLine | None = next(iter(self.table.selected_rows()), None)
        if line is None:
            self.page.clear()
        elif line.is_count:
            code = self._codebook.count(line.item)
            self.page.setHtml(code_html(self._codebook, code, line.addenda))
        else:
            dimension = self._codebook.dimension(line.item)
            self.page.setHtml(page_html(self._codebook, dimension, line.addenda))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        left, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        body = QHBoxLayout()
        body.setSpacing(DOUBLE)
        body.addWidget(left, 2)
        body.addWidget(self.page, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(DOUBLE)
        layout.addLayout(head)
        layout.addLayout(body, 1)
