"""The lead's choice of a view of the table, and what is done with views."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QWidget

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.sessions.columns import LEAD_COLUMNS
from practicecoder.ui.sessions.filters import LeadFilters, Pick
from practicecoder.ui.sessions.view_dialogs import ColumnsDialog, DeleteViewDialog, NameViewDialog
from practicecoder.ui.sessions.views import TITLES, USUAL, ViewShelf, usable
from practicecoder.ui.settings import SavedView
from practicecoder.ui.tables import RowTable
from practicecoder.ui.theme import scaled
from practicecoder.ui.widgets.menu_button import entry, menu_button

ARROW_PX, WIDEST_PX = 44, 260
"""Room for the arrow and the edges of the choice, and how wide it becomes for long names."""
_BY_TITLE = {column.title: column for column in LEAD_COLUMNS}


class LeadViews(QObject):
    """Looks at the lead's table in one way or another: filters, columns and order under a name.

    ``choice`` and ``more`` are the controls; they stand in front of the table's filters.
    """

    changed = Signal()
    """Other rows or columns are shown."""

    def __init__(self, shelf: ViewShelf, table: RowTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._shelf = shelf
        self._table = table
        self._filters: LeadFilters | None = None
        self._chosen = shelf.all[0]
        self._arranging = False
        self.choice = QComboBox(parent)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        name(
            self.choice,
            self.tr("View"),
            self.tr("Filters, columns and order of the table, under a name"),
        )
        self.choice.activated.connect(self._choose_at)
        self._save = entry(self.tr("&Save changes"), self, self.save)
        self._save_as = entry(self.tr("Save as a new &view…"), self, self.ask_for_name)
        self._rename = entry(self.tr("&Rename…"), self, self.ask_for_other_name)
        self._delete = entry(self.tr("&Delete…"), self, self.ask_to_delete)
        self._back = entry(self.tr("&Back to the view as it was saved"), self, self.go_back)
        self._columns = entry(self.tr("&Columns…"), self, self.choose_columns)
        self.more = self._menu_button(parent)
        self._offer()

    @property
    def current(self) -> SavedView:
        """The table as it is looked at, under the name of the chosen view."""
        columns = tuple(column.title for column in self._table.rows_model().columns)
        heading = self._table.horizontalHeader()
        place = heading.sortIndicatorSection()
        is_sorted = 0 <= place < len(columns)
        picked = Pick.EVERYTHING if self._filters is None else self._filters.picked
        return usable(
            SavedView(
                name=self._chosen.name,
                words="" if self._filters is None else self._filters.words,
                pick=picked.value,
                state="" if self._filters is None else self._filters.state,
                columns=columns,
                sorted_by=columns[place] if is_sorted else "",
                descending=heading.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
            )
        )

    @property
    def is_changed(self) -> bool:
        """Whether the table is looked at in another way than the chosen view says."""
        return self.current != self._chosen

    def follow(self, filters: LeadFilters) -> None:
        """Take the filters into the views, and notice whatever changes from here on."""
        self._filters = filters
        filters.words_changed.connect(lambda _: self._notice())
        filters.rows_changed.connect(self._notice)
        heading = self._table.horizontalHeader()
        heading.sortIndicatorChanged.connect(lambda *_: self._notice())
        self._show(self._chosen)

    def choose(self, view_name: str) -> None:
        """Look at the table in the way of a view; KeyError if there is none of this name."""
        view = self._shelf.named(view_name)
        if view is None:
            raise KeyError(view_name)
        self._show(view)

    # Acts

    def save(self) -> None:
        """Keep what was changed in one's own view."""
        if self._shelf.is_own(self._chosen.name):
            self._chosen = self._shelf.save(self.current)
            self._tell(self.tr("View {} was saved."))

    def go_back(self) -> None:
        """Look at the table again as the chosen view says."""
        self._show(self._chosen)

    def ask_for_name(self) -> None:
        """Ask for a name and save a view of one's own under it."""
        dialog = NameViewDialog(self._shelf, self._over.window())
        dialog.wanted.connect(self._save_under)
        self._open(dialog)

    def ask_for_other_name(self) -> None:
        """Ask how one's own view is called from here on."""
        if self._shelf.is_own(self._chosen.name):
            dialog = NameViewDialog(self._shelf, self._over.window(), before=self._chosen.name)
            dialog.wanted.connect(self._rename_to)
            self._open(dialog)

    def ask_to_delete(self) -> None:
        """Ask whether one's own view is to be deleted."""
        if self._shelf.is_own(self._chosen.name):
            dialog = DeleteViewDialog(self._chosen.name, self._over.window())
            dialog.wanted.connect(self._delete_chosen)
            self._open(dialog)

    def choose_columns(self) -> None:
        """Ask which columns are shown, and in which order."""
        shown = tuple(column.title for column in self._table.rows_model().columns)
        dialog = ColumnsDialog(LEAD_COLUMNS, shown, USUAL, self._over.window())
        dialog.wanted.connect(lambda titles: self._show(replace(self.current, columns=titles)))
        self._open(dialog)

    # Inside

    def _save_under(self, view_name: str) -> None:
        self._chosen = self._shelf.save(replace(self.current, name=view_name))
        self._tell(self.tr("View {} was saved."))

    def _rename_to(self, view_name: str) -> None:
        self._chosen = self._shelf.rename(self._chosen.name, view_name)
        self._tell(self.tr("The view is called {}."))

    def _delete_chosen(self) -> None:
        gone = self._chosen.name
        self._shelf.delete(gone)
        self._show(self._shelf.all[0])
        announce(self.choice, self.tr("View {} was deleted.").format(gone))

    def _tell(self, sentence: str) -> None:
        self._offer()
        announce(self.choice, sentence.format(self._chosen.name))

    def _choose_at(self, place: int) -> None:
        self._show(self._shelf.all[place])

    def _show(self, view: SavedView) -> None:
        """Arrange the table; a view under the chosen name is a change of it."""
        if view.name != self._chosen.name:
            self._chosen = view
        self._arranging = True
        try:
            self._arrange(usable(view))
        finally:
            self._arranging = False
        self._notice()

    def _arrange(self, view: SavedView) -> None:
        model, titles = self._table.rows_model(), view.columns or TITLES
        if tuple(column.title for column in model.columns) != titles:
            model.set_columns([_BY_TITLE[title] for title in titles])
        descending = Qt.SortOrder.DescendingOrder
        order = descending if view.descending else Qt.SortOrder.AscendingOrder
        place = titles.index(view.sorted_by) if view.sorted_by else -1
        self._table.sortByColumn(place, order)
        if self._filters is not None:
            pick = Pick(view.pick) if view.pick else Pick.EVERYTHING
            self._filters.show_choice(words=view.words, pick=pick, state=view.state)
        self._table.fit_columns()

    def _notice(self) -> None:
        if not self._arranging:
            self._offer()
            self.changed.emit()

    def _offer(self) -> None:
        """Offer the views there are, and what can be done with the one that is chosen."""
        views, changed = self._shelf.all, self.is_changed
        changed_words = {view.name: self.tr("{} (changed)").format(view.name) for view in views}
        words = [
            changed_words[view.name] if changed and view.name == self._chosen.name else view.name
            for view in views
        ]
        # as wide from the start as it may become, so that nothing moves while somebody types
        metrics = self.choice.fontMetrics()
        widest = max(metrics.horizontalAdvance(text) for text in changed_words.values())
        self.choice.setMinimumWidth(min(widest + scaled(ARROW_PX), scaled(WIDEST_PX)))
        if words != [self.choice.itemText(place) for place in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItems(words)
        self.choice.setCurrentIndex([view.name for view in views].index(self._chosen.name))
        is_own = self._shelf.is_own(self._chosen.name)
        self._save.setEnabled(is_own and changed)
        self._rename.setEnabled(is_own)
        self._delete.setEnabled(is_own)
        self._back.setEnabled(changed)

    def _menu_button(self, parent: QWidget) -> QPushButton:
        entries = [self._columns, self._back, None, self._save, self._save_as, self._rename]
        made = menu_button(self.tr("View"), parent, [*entries, self._delete])
        name(made, self.tr("Save and change views"))
        return made

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
