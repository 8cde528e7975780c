"""Which codings the page's numbers come from: days, codebook version, coders, blinding."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QMenu, QPushButton, QWidget

from practicecoder.services.agreement_scope import AgreementScope, ScopeChoices
from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import SPACE
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import label

SETTLE_MS = 300
"""How long a day rests before numbers are computed for it: it is typed in steps."""


class ScopeBar(Flow):
    """Choices in one line; what there is to choose from comes with every result."""

    scope_chosen = Signal(object)
    """An AgreementScope."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE)
        self._choices: ScopeChoices | None = None
        self._first = self._day_edit(self.tr("First day of submission"))
        self._last = self._day_edit(self.tr("Last day of submission"))
        self._version = QComboBox(self)
        name(self._version, self.tr("Codebook version"))
        self._version.currentIndexChanged.connect(self._choose)
        self._coders = QPushButton(self)
        self._menu = QMenu(self._coders)
        self._coders.setMenu(self._menu)
        self._unblinded = QCheckBox(self)
        self._unblinded.toggled.connect(self._choose)
        for edit in (self._first, self._last):
            edit.setMinimumHeight(self._version.sizeHint().height())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.scope_chosen.emit(self.scope))
        self._of_version = self._buddy(self.tr("&Version"), self._version)
        self.add(
            *(self._buddy(self.tr("Submitted &from"), self._first), self._first),
            *(self._buddy(self.tr("t&o"), self._last), self._last),
            *(self._of_version, self._version, self._coders, self._unblinded),
        )

    @property
    def scope(self) -> AgreementScope:
        """What is chosen; a choice of all is none."""
        known = self._choices
        if known is None:
            return AgreementScope()
        first, last = (_python_day(edit.date()) for edit in (self._first, self._last))
        checked = {action.data() for action in self._menu.actions() if action.isChecked()}
        return AgreementScope(
            first_day=first if known.first_day is not None and first > known.first_day else None,
            last_day=last if known.last_day is not None and last < known.last_day else None,
            codebook_version=cast("str | None", self._version.currentData()),
            coder_ids=(frozenset() if checked >= set(known.coder_ids) else frozenset(checked)),
            leave_out_unblinded=self._unblinded.isChecked(),
        )

    def show_choices(self, choices: ScopeChoices) -> None:
        """Offer what there is to choose from; what was chosen stays."""
        if self._timer.isActive():
            return  # a newer choice is on its way
        self._choices = choices
        scope = choices.scope
        self._show_days(choices)
        with QSignalBlocker(self._version):
            self._version.clear()
            self._version.addItem(self.tr("All"), None)
            for version in choices.codebook_versions:
                self._version.addItem(version, version)
            self._version.setCurrentIndex(max(self._version.findData(scope.codebook_version), 0))
        several = len(choices.codebook_versions) > 1
        self._version.setVisible(several)
        self._of_version.setVisible(several)
        self._show_coders(choices)
        with QSignalBlocker(self._unblinded):
            self._unblinded.setChecked(scope.leave_out_unblinded)
        self._unblinded.setText(
            self.tr("Leave out unblinded &codings ({})").format(choices.n_unblinded)
        )
        self._unblinded.setToolTip(
            self.tr("Their coder recognised someone, or learned the office or the phase")
        )
        self._unblinded.setEnabled(bool(choices.n_unblinded) or scope.leave_out_unblinded)

    def _show_days(self, choices: ScopeChoices) -> None:
        scope = choices.scope
        for edit, chosen, whole in (
            (self._first, scope.first_day, choices.first_day),
            (self._last, scope.last_day, choices.last_day),
        ):
            edit.setEnabled(whole is not None)
            day = chosen or whole
            if day is not None and choices.first_day and choices.last_day:
                with QSignalBlocker(edit):
                    edit.setDateRange(_qt_day(choices.first_day), _qt_day(choices.last_day))
                    edit.setDate(_qt_day(day))

    def _show_coders(self, choices: ScopeChoices) -> None:
        chosen = choices.scope.coder_ids or frozenset(choices.coder_ids)
        if [action.data() for action in self._menu.actions()] != list(choices.coder_ids):
            self._menu.clear()
            for coder in choices.coder_ids:
                action = QAction(coder.replace("&", "&&"), self._menu)
                action.setCheckable(True)
                action.setData(coder)
                action.toggled.connect(self._choose)
                self._menu.addAction(action)
        for action in self._menu.actions():
            with QSignalBlocker(action):
                action.setChecked(action.data() in chosen)
        self._tell_coders()
        self._coders.setVisible(len(choices.coder_ids) > 2)

    def _tell_coders(self) -> None:
        actions = self._menu.actions()
        checked = [action.text() for action in actions if action.isChecked()]
        all_of_them = len(checked) == len(actions)
        words = self.tr("All coders") if all_of_them else ", ".join(checked)
        self._coders.setText(words or self.tr("No coder: all"))
        name(self._coders, self.tr("Coders: {}").format(self._coders.text()))

    def _settle(self) -> None:
        self._timer.start(SETTLE_MS)

    def _choose(self) -> None:
        self._tell_coders()
        self._timer.start(0)

    def _day_edit(self, accessible_name: str) -> QDateEdit:
        edit = QDateEdit(self)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setCalendarPopup(True)
        edit.dateChanged.connect(self._settle)
        name(edit, accessible_name)
        return edit

    def _buddy(self, words: str, of: QWidget) -> QLabel:
        made = label(words, self)
        made.setTextFormat(Qt.TextFormat.AutoText)
        made.setBuddy(of)
        made.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return made


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _python_day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
