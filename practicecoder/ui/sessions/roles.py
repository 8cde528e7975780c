"""What a person may do in a study: changed with a reason, and the record of such changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from practicecoder.domain.people import Coder, Role
from practicecoder.services.people import OpenWork
from practicecoder.services.session_story import StoryLine
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import Words
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.asking import AskingDialog, ReasonField, take_room
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button_box, card, label
from practicecoder.ui.widgets.study_header import ROLE_WORDS

ROLE_MEANING = Words(
    {
        Role.CODER: "codes own queue",
        Role.SUPERVISOR: "makes feedback reports",
        Role.ANALYST: "reliability and analysis",
        Role.LEAD: "everything",
    }
)

BOXES_PX = 360
"""Width of the roles beside their heading, at the normal text size."""

_COLUMNS = (
    Column[StoryLine](
        title="When", text=lambda x: f"{x.at.astimezone():%Y-%m-%d %H:%M}",
        sort_key=lambda x: x.at,
    ),
    Column[StoryLine](title="Who", text=lambda x: x.who, tooltip="Empty: by command"),
    Column[StoryLine](title="What", text=lambda x: x.text, cell_tooltip=lambda x: x.text),
    Column[StoryLine](title="Before", text=lambda x: x.before, cell_tooltip=lambda x: x.before),
    Column[StoryLine](title="After", text=lambda x: x.after, cell_tooltip=lambda x: x.after),
    Column[StoryLine](title="Reason", text=lambda x: x.reason, cell_tooltip=lambda x: x.reason),
)  # fmt: skip


class RolesDialog(AskingDialog):
    """Asks for other roles of a person, or whether they work here at all, and why."""

    wanted = Signal(object, str)
    """The roles, none of them for no access, and the reason."""

    def __init__(
        self, person: Coder, work: OpenWork, parent: QWidget, *, is_only_lead: bool = False
    ) -> None:
        super().__init__(
            self.tr("Roles of {}").format(person.coder_id),
            self.tr(
                "Nothing that was coded changes. Who does not work here any more stays in the "
                "data, cannot be chosen under “I am”, and can be let in again."
            ),
            self.tr("Change"),
            parent,
        )
        self._person = person
        self._work = work
        self.access = QCheckBox(self.tr("&Works in this study"), self)
        self.access.setChecked(person.has_access)
        self.roles = {role: QCheckBox(words, self) for role, words in ROLE_WORDS.items()}
        boxes = Flow(self, spacing=DOUBLE)
        boxes.resize(scaled(BOXES_PX), 0)  # else it asks for a line each until it is laid out
        for role, box in self.roles.items():
            box.setChecked(role in person.roles)
            box.setToolTip(ROLE_MEANING[role])
            name(box, ROLE_WORDS[role], ROLE_MEANING[role])
            box.toggled.connect(self._check)
            boxes.add(box)
        self.reason = ReasonField(self.tr("For example: on leave until spring"), self)
        self.reason.textChanged.connect(self._check)
        self.told = label("", self, wrapped=True)
        self.form.addRow(self.tr("Access"), self.access)
        self.form.addRow(self.tr("Roles"), boxes)
        self.form.addRow(self.tr("&Reason"), self.reason)
        self.form.addRow(self.told)
        if is_only_lead:
            why = self.tr("The only lead of the study. Make somebody else a lead first.")
            for box in (self.access, self.roles[Role.LEAD]):
                box.setEnabled(False)
                box.setToolTip(why)
        self._is_only_lead = is_only_lead
        self.access.toggled.connect(self._show_access)
        self._show_access(self.access.isChecked())

    @property
    def chosen(self) -> frozenset[Role]:
        """Roles as they are ticked; none without access."""
        if not self.access.isChecked():
            return frozenset()
        return frozenset(role for role, box in self.roles.items() if box.isChecked())

    def finish(self) -> None:
        """Tell the roles and the reason."""
        self.wanted.emit(self.chosen, self.reason.reason)
        super().finish()

    def _show_access(self, has_access: bool) -> None:
        for role, box in self.roles.items():
            box.setEnabled(has_access and not (self._is_only_lead and role is Role.LEAD))
        if has_access and not self.chosen:
            self.roles[Role.CODER].setChecked(True)
        self._check()

    def _check(self) -> None:
        is_named = bool(self.chosen) or not self.access.isChecked()
        self.act.setEnabled(
            is_named and self.chosen != self._person.roles and bool(self.reason.reason)
        )
        self.told.setText(
            self._work.sentence if is_named else self.tr("A person needs at least one role.")
        )
        self.told.setVisible(bool(self.told.text()))


class RightsRecordDialog(QDialog):
    """Who was given which right, when, by whom and why; the latest first."""

    def __init__(self, lines: Sequence[StoryLine], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Record of rights"))
        take_room(self, 860, 480)
        self.table = RowTable(self.tr("Record of rights"), self)
        self.table.set_placeholder(self.tr("Nothing is on record yet."))
        self.table.show_model(RowTableModel(_COLUMNS, tuple(reversed(lines)), parent=self))
        self.table.fit_columns(stretch=len(_COLUMNS) - 1)
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Record of rights"), self, Look.TITLE))
        layout.addWidget(
            label(
                self.tr("People, roles and passphrases, as they were given, changed and ended."),
                self,
                Look.MUTED,
                wrapped=True,
            )
        )
        layout.addWidget(frame, 1)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.table.setFocus()
