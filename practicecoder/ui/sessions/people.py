"""The people of a study: who is in it with which roles; roles are changed, people added."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.errors import PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.errors import show_error
from practicecoder.ui.languages import translate
from practicecoder.ui.sessions.roles import ROLE_MEANING, RightsRecordDialog, RolesDialog
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button, button_box, card, in_row, label
from practicecoder.ui.widgets.study_header import ROLE_WORDS


def _tr(text: str) -> str:
    return translate("Sessions", text)


_COLUMNS = (
    Column[Coder](title="Code", text=lambda c: c.coder_id, bold=lambda _: True),
    Column[Coder](
        title="Roles",
        text=lambda c: (
            ", ".join(w for role, w in ROLE_WORDS.items() if role in c.roles) or _tr("no access")
        ),
        muted=lambda c: not c.has_access,
    ),
)


class PeopleDialog(QDialog):
    """Shows and adds people, and changes what they may do; codes only, never names."""

    study_changed = Signal(object)

    def __init__(
        self, services: StudyServices, actor: CoderId | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("People"))
        self.setMinimumSize(680, 520)
        take_room(self, 680, 600)
        self._services = services
        self._actor = actor
        self._model = RowTableModel(
            _COLUMNS, services.people.coders(), key=lambda c: c.coder_id, parent=self
        )
        self._table = RowTable(self.tr("People"), self)
        self._table.show_model(self._model)
        self._table.fit_columns(stretch=1)
        self._change = button(self.tr("Change &roles…"), self, lambda: self.ask_for_roles())
        self._record = button(self.tr("R&ecord…"), self, self.show_record)
        self._record.setToolTip(self.tr("Who was given which right, when, by whom and why"))
        self._passphrases = button(self.tr("&Passphrases…"), self, self.show_passphrases)
        self._passphrases.setVisible(services.settings_key is not None)
        self._code = QLineEdit(self)
        self._code.setPlaceholderText(self.tr("Code, no name"))
        self._code.setFixedWidth(160)
        name(self._code, self.tr("Code of the new person"))
        self._roles = {role: QCheckBox(words, self) for role, words in ROLE_WORDS.items()}
        self._roles[Role.CODER].setChecked(True)
        self._add = button(self.tr("Add"), self, self.add, look=Look.PRIMARY)
        self._lay_out()
        self._table.selection_changed.connect(self._check)
        self._table.row_activated.connect(self.ask_for_roles)
        self._code.textChanged.connect(self._check)
        self._code.returnPressed.connect(self._add.click)
        for box in self._roles.values():
            box.toggled.connect(self._check)
        self._check()

    def add(self) -> None:
        """Add the person whose code and roles were entered."""
        code = self._code.text().strip()
        roles = frozenset(role for role, box in self._roles.items() if box.isChecked())
        try:
            change = self._services.people.add_coder(code, roles, actor=self._actor)
        except PracticeCoderError as error:
            show_error(self, error)
            return
        self._model.set_rows(self._services.people.coders())
        self._table.select_key(CoderId(code))
        self._code.clear()
        self._code.setFocus()
        announce(self, self.tr("{} was added.").format(code))
        self.study_changed.emit(change)

    def ask_for_roles(self, person: Coder | None = None) -> None:
        """Ask for other roles of a person, else of the one that is chosen, and why."""
        person = person or self._chosen
        if person is None or self._services.read_only:
            return
        leads = [p for p in self._services.people.coders() if Role.LEAD in p.roles]
        dialog = RolesDialog(
            person,
            self._services.people.open_work(person.coder_id),
            self,
            is_only_lead=leads == [person],
        )
        dialog.wanted.connect(partial(self._change_roles, person.coder_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_record(self) -> None:
        """Show what was changed about people, roles and passphrases."""
        from practicecoder.services.rights_story import rights_lines

        lines = rights_lines(self._services.people.rights_history())
        dialog = RightsRecordDialog(lines, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_passphrases(self) -> None:
        """Show whose passphrases open an encrypted study, to give and take them."""
        from practicecoder.ui.security.holders import HoldersDialog

        dialog = HoldersDialog(self._services, self._actor, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def _chosen(self) -> Coder | None:
        rows = self._table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _change_roles(self, coder_id: CoderId, roles: frozenset[Role], reason: str) -> None:
        try:
            change = self._services.people.change_roles(
                coder_id, roles, actor=self._actor, reason=reason
            )
        except PracticeCoderError as error:
            show_error(self, error)
            return
        self._model.set_rows(self._services.people.coders())
        self._table.select_key(coder_id)
        announce(self, self.tr("The roles of {} were changed.").format(coder_id))
        self.study_changed.emit(change)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("People"), self, Look.TITLE))
        layout.addWidget(
            label(
                self.tr(
                    "Everyone works under a code. Who stands behind it is kept outside the study."
                ),
                self,
                Look.MUTED,
                wrapped=True,
            )
        )
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self._table)
        layout.addWidget(frame, 1)
        layout.addLayout(in_row(self._change, self._record, self._passphrases, stretch=True))
        layout.addWidget(label(self.tr("Add a person"), self, Look.HEADING))
        entry = QHBoxLayout()
        entry.setSpacing(DOUBLE)
        entry.addWidget(self._code)
        for role, box in self._roles.items():
            box.setToolTip(ROLE_MEANING[role])
            name(box, ROLE_WORDS[role], ROLE_MEANING[role])
            entry.addWidget(box)
        entry.addStretch(1)
        entry.addWidget(self._add)
        layout.addLayout(entry)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        if self._services.read_only:
            for field in (self._code, self._add, *self._roles.values()):
                field.setEnabled(False)

    def _check(self) -> None:
        self._change.setEnabled(self._chosen is not None and not self._services.read_only)
        chosen = any(box.isChecked() for box in self._roles.values())
        self._add.setEnabled(
            bool(self._code.text().strip()) and chosen and not self._services.read_only
        )
