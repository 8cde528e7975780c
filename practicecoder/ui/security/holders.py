"""Whose passphrases open a study: listed, given and taken away by a lead."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.errors import PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.security.changing import ProvingDialog
from practicecoder.ui.security.choosing import PassphraseChoice
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button, button_box, card, in_row, label

LONGEST_LABEL = 4

_COLUMNS = (Column[str](title="Passphrase of", text=lambda holder: holder, bold=lambda _: True),)


class GivePassphraseDialog(ProvingDialog):
    """The present passphrase, who gets one of their own, and that one twice."""

    given = Signal(str)
    """Letter and number of who has it."""

    def __init__(self, services: StudyServices, actor: CoderId | None, parent: QWidget) -> None:
        super().__init__(
            self.tr("Give a passphrase"),
            self.tr(
                "It is told apart by a letter and a number, such as C1. Whoever holds the folder "
                "can read that, so it is nobody's name."
            ),
            self.tr("Give"),
            parent,
        )
        self._services = services
        self._actor = actor
        self.whose = QLineEdit(self)
        self.whose.setMaxLength(LONGEST_LABEL)
        self.whose.setPlaceholderText("C1")
        name(self.whose, self.tr("Letter and number"))
        self.whose.textChanged.connect(self.check)
        self.choice = PassphraseChoice(self, is_new=True)
        self.choice.changed.connect(self.check)
        heading = label(self.tr("&Letter and number"), self)
        heading.setBuddy(self.whose)
        self.form.addRow(heading, self.whose)
        self.form.addRow(self.choice)
        self.form.addRow(self.line)
        self.choice.line_up(self.heading, heading)
        self.check()

    @property
    def is_ready(self) -> bool:
        """Whether everything is there, and the new passphrase twice the same."""
        return super().is_ready and bool(self.whose.text().strip()) and not self.choice.problem

    def fields(self) -> tuple[QWidget, ...]:
        """What is filled in."""
        return (self.present, self.whose, self.choice)

    def finish(self) -> None:
        """Give it."""
        secret, new = self.secret, self.choice.passphrase
        whose = self.whose.text().strip().upper()
        passphrases = self._services.passphrases
        self.do(
            lambda: passphrases.add(secret, whose, new, actor=self._actor),
            lambda _none: self.given.emit(whose),
        )


class TakePassphraseDialog(ProvingDialog):
    """The present passphrase, to take somebody's away."""

    taken = Signal()

    def __init__(
        self, services: StudyServices, actor: CoderId | None, holder: str, parent: QWidget
    ) -> None:
        super().__init__(
            self.tr("Take away the passphrase of {}").format(holder),
            self.tr(
                "It opens this study no more, but copies that were made before. Who had it may "
                "have copied the key: if that matters, make a new study."
            ),
            self.tr("Take away"),
            parent,
        )
        self._work = partial(services.passphrases.remove, holder=holder, actor=actor)
        self.form.addRow(self.line)
        self.check()

    def finish(self) -> None:
        """Take it away."""
        secret = self.secret
        self.do(lambda: self._work(secret), lambda _none: self.taken.emit())


class HoldersDialog(QDialog):
    """Lists whose passphrases open the study; the last one cannot be taken away."""

    def __init__(self, services: StudyServices, actor: CoderId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Passphrases"))
        take_room(self, 480, 420)
        self._services = services
        self._actor = actor
        self._model = RowTableModel(_COLUMNS, key=lambda holder: holder, parent=self)
        self.table = RowTable(self.tr("Passphrases"), self)
        self.table.show_model(self._model)
        self.table.fit_columns(stretch=0)
        self.give = button(self.tr("&Give a passphrase…"), self, self.ask_to_give)
        self.take = button(self.tr("&Take away…"), self, self.ask_to_take)
        self.table.selection_changed.connect(self._check)
        self._lay_out()
        self._read()

    def ask_to_give(self) -> None:
        """Ask who gets a passphrase of their own."""
        dialog = GivePassphraseDialog(self._services, self._actor, self)
        dialog.given.connect(self._show_given)
        self._open(dialog)

    def ask_to_take(self) -> None:
        """Ask for the present passphrase, to take the chosen one away."""
        for holder in self.table.selected_rows()[:1]:
            dialog = TakePassphraseDialog(self._services, self._actor, holder, self)
            dialog.taken.connect(self._read)
            self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_given(self, holder: str) -> None:
        self._read()
        self.table.select_key(holder)
        announce(self, self.tr("{} has a passphrase of their own.").format(holder))

    def _read(self) -> None:
        try:
            self._model.set_rows(self._services.passphrases.holders)
        except PracticeCoderError as error:
            tell_bug(self, error)
        self._check()

    def _check(self) -> None:
        can_write = not self._services.read_only
        self.give.setEnabled(can_write)
        can_take = len(self._model.shown_rows) > 1 and len(self.table.selected_rows()) == 1
        self.take.setEnabled(can_write and can_take)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Passphrases"), self, Look.TITLE))
        words = self.tr("Each of them opens the study; every change of them is on record.")
        layout.addWidget(label(words, self, Look.MUTED, wrapped=True))
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        layout.addWidget(frame, 1)
        layout.addLayout(in_row(self.give, self.take, stretch=True))
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
