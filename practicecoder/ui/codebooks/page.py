"""The codebooks page: every codebook to be read, files to be checked and compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from practicecoder.errors import CodebookError, PracticeCoderError, Problem
from practicecoder.services.changes import ChangeKind
from practicecoder.services.codebooks import KnownCodebook, check_file, compare_with_file
from practicecoder.services.context import StudyServices
from practicecoder.services.decisions import Addendum
from practicecoder.ui.accessibility import announce, name, tab_as_laid_out
from practicecoder.ui.codebooks.pages import (
    about_html,
    differences_html,
    questions_html,
    scores_html,
)
from practicecoder.ui.errors import show_error
from practicecoder.ui.icons import Icon
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.code_page import code_html
from practicecoder.ui.widgets.codebook_page import page_html
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label
from practicecoder.ui.widgets.study_page import StudyPage

DIGEST_LENGTH = 8
LIST_PX, ITEMS_PX, TEXT_PX = 470, 250, 500
NO_ADDENDA: Mapping[str, tuple[Addendum, ...]] = {}


class CodebooksPage(StudyPage):
    """Read by everybody; a version that was used stays as it is."""

    kinds = frozenset({ChangeKind.STUDY, ChangeKind.DECISIONS})

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._addenda = NO_ADDENDA
        self._pages: list[Callable[[], str]] = []
        self.setAcceptDrops(True)
        self._model: RowTableModel[KnownCodebook] = RowTableModel(
            self._columns(), key=lambda k: k.codebook.ref, parent=self
        )
        self.table = RowTable(self.tr("Codebooks"), self)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.show_model(self._model, sortable=False)
        self.table.selection_changed.connect(self._show_items)
        self.items = QListWidget(self)
        name(self.items, self.tr("Pages of the codebook"))
        self.items.setWordWrap(True)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.currentRowChanged.connect(self._show_page)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(DOUBLE)
        name(self.text, self.tr("Codebook page"))
        self.check = button(self.tr("Check a file…"), self, self._choose_to_check)
        self.compare = button(
            self.tr("Compare with a file…"), self, self._choose_to_compare, drawing=Icon.TABLE
        )
        self._lay_out()

    @property
    def chosen(self) -> KnownCodebook | None:
        """Codebook that is selected."""
        rows = self.table.selected_rows()
        return rows[0] if rows else None

    def read(self) -> None:
        """Read codebooks and decisions anew."""
        self._addenda = self._services.decisions.addenda()
        self._model.set_rows(self._services.codebooks.all())
        self.table.fit_columns(stretch=4)
        if self.chosen is None:
            self.table.selectRow(0)
        else:
            self._show_items()

    def focus_first(self) -> None:
        """Put the focus on the codebooks."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def check_file(self, file: Path) -> None:
        """Check a codebook file and show every fault of it."""
        self._show_problems(file, check_file(file))

    def compare_file(self, file: Path) -> None:
        """Show what a file says otherwise than the selected codebook."""
        known = self.chosen
        if known is None:
            return
        book = known.codebook
        try:
            found = compare_with_file(book, file)
        except CodebookError as error:
            self._show_problems(file, error.problems)
            return
        except PracticeCoderError as error:
            show_error(self, error)
            return
        title = self.tr("{file} beside {book}").format(
            file=file.name, book=f"{book.codebook_id} {book.version}"
        )
        self._tell(differences_html(found, title))

    # Files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take codebook files."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the file that is dropped."""
        file = self._dropped(event)
        if file is not None:
            event.acceptProposedAction()
            self.check_file(file)

    def _dropped(self, event: QDropEvent) -> Path | None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return next((path for path in paths if path.suffix == ".toml"), None)

    # Inside

    def _columns(self) -> tuple[Column[KnownCodebook], ...]:
        return (
            Column(
                title=self.tr("Codebook"),
                text=lambda k: k.codebook.codebook_id,
                bold=lambda k: k.is_in_force,
                cell_tooltip=lambda k: k.codebook.title,
            ),
            Column(title=self.tr("Version"), text=lambda k: k.codebook.version),
            Column(title=self.tr("State"), text=self._state),
            Column(
                title=self.tr("Codings"),
                text=lambda k: str(k.n_codings) if k.is_kept else "",
                alignment=RIGHT,
            ),
            Column(
                title=self.tr("Digest"),
                text=lambda k: k.codebook.digest[:DIGEST_LENGTH],
                cell_tooltip=lambda k: k.codebook.digest,
                muted=lambda _: True,
            ),
        )

    def _state(self, known: KnownCodebook) -> str:
        if known.is_in_force:
            return self.tr("in force")
        return self.tr("earlier version") if known.is_kept else self.tr("built in")

    def _lay_out(self) -> None:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, DOUBLE, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.table, 1)
        column.addWidget(
            label(
                self.tr(
                    "A version that was used stays as it is; a further one with other words is "
                    "taken into use by a lead (study update-codebook)."
                ),
                side,
                Look.MUTED,
                wrapped=True,
            )
        )
        acts = Flow(side, spacing=SPACE)
        acts.add(self.check, self.compare)
        column.addWidget(acts)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (side, self.items, self.text):
            split.addWidget(part)
        split.setChildrenCollapsible(False)
        split.setSizes([scaled(LIST_PX), scaled(ITEMS_PX), scaled(TEXT_PX)])
        split.setStretchFactor(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, DOUBLE, TRIPLE, DOUBLE)
        layout.addWidget(split, 1)
        tab_as_laid_out(self)

    def _show_items(self) -> None:
        known = self.chosen
        if known is None:
            return
        before = max(self.items.currentRow(), 0)
        book = known.codebook
        addenda = self._addenda if known.is_kept else NO_ADDENDA
        pages: list[tuple[str, Callable[[], str]]] = [
            (self.tr("About it"), lambda: about_html(known))
        ]
        for dimension in book.dimensions:
            pages.append(
                (
                    dimension.label,
                    lambda d=dimension: page_html(  # type: ignore[misc]  # bound at once
                        book, d, addenda.get(d.dimension_id, ())
                    ),
                )
            )
        for code in book.counts:
            pages.append(
                (
                    code.label,
                    lambda c=code: code_html(  # type: ignore[misc]  # bound at once
                        book, c, addenda.get(c.count_id, ())
                    ),
                )
            )
        if book.questions:
            pages.append((self.tr("Questions"), lambda: questions_html(book)))
        if book.scores:
            pages.append((self.tr("Scores"), lambda: scores_html(book)))
        self._pages = [html for _, html in pages]
        self.items.blockSignals(True)
        self.items.clear()
        for words, _ in pages:
            QListWidgetItem(words, self.items)
        self.items.blockSignals(False)
        self.items.setCurrentRow(min(before, len(pages) - 1))
        self._show_page(self.items.currentRow())

    def _show_page(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            self.text.setHtml(self._pages[row]())

    def _show_problems(self, file: Path, problems: Sequence[Problem]) -> None:
        if not problems:
            self._tell(f"<h2>{file.name}</h2><p>{self.tr('No fault was found.')}</p>")
            return
        from html import escape

        head = (
            self.tr("one fault")
            if len(problems) == 1
            else self.tr("{} faults").format(len(problems))
        )
        lines = "".join(f"<li>{escape(problem.sentence())}</li>" for problem in problems)
        self._tell(f"<h2>{escape(file.name)}: {head}</h2><ol>{lines}</ol>")

    def _tell(self, html: str) -> None:
        self.items.blockSignals(True)
        self.items.setCurrentRow(-1)
        self.items.blockSignals(False)
        self.text.setHtml(html)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.text.toPlainText().splitlines()[0])

    def _choose_to_check(self) -> None:
        file = self._file(self.tr("Check a codebook file"))
        if file is not None:
            self.check_file(file)

    def _choose_to_compare(self) -> None:
        file = self._file(self.tr("Compare with a codebook file"))
        if file is not None:
            self.compare_file(file)

    def _file(self, title: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", self.tr("Codebooks (*.toml)"))
        return Path(chosen) if chosen else None
