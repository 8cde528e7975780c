"""Dialogs of the lead about one or more sessions: assign to a coder, unlock a coding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.session_rows import AssignedCoder, QueueState, SessionRow
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.sessions.columns import coder_in_words
from practicecoder.ui.sessions.due import DueField
from practicecoder.ui.widgets.asking import AskingDialog, ReasonField
from practicecoder.ui.widgets.study_header import person_in_words


class AssignDialog(AskingDialog):
    """Asks which coder gets the chosen sessions."""

    wanted = Signal(object, object)
    """The chosen coder's id, and the day by which the sessions are wanted or None."""

    def __init__(
        self,
        rows: Sequence[SessionRow],
        people: Sequence[Coder],
        parent: QWidget,
        *,
        today: date,
    ) -> None:
        super().__init__(_tr("Assign to a coder"), _go(len(rows)), _tr("Assign"), parent)
        self._coder = QComboBox(self)
        name(self._coder, self.tr("Coder"))
        self.form.addRow(self.tr("&Coder"), self._coder)
        free: list[int] = []
        for person in people:
            if person.is_a(Role.CODER):
                taken = sum(any(c.coder_id == person.coder_id for c in r.coders) for r in rows)
                words = person_in_words(person)
                if taken:
                    words = self.tr("{0}  –  has {1} of them already").format(words, taken)
                else:
                    free.append(self._coder.count())
                self._coder.addItem(words, str(person.coder_id))
        self._coder.setCurrentIndex(next(iter(free), 0))
        self._due = DueField(today, self)
        self.form.addRow(self.tr("Due"), self._due)
        self.act.setEnabled(self._coder.count() > 0)

    def finish(self) -> None:
        """Tell the coder and the day."""
        self.wanted.emit(CoderId(str(self._coder.currentData())), self._due.due_on)
        super().finish()


class UnlockDialog(AskingDialog):
    """Asks which submitted coding of a session is opened again, and why."""

    wanted = Signal(object, str)
    """The coding's id and the reason."""

    def __init__(self, row: SessionRow, parent: QWidget) -> None:
        super().__init__(
            _tr("Unlock a coding"),
            _tr(
                "Session {}. The coder can then change the coding and submit it again. The "
                "submitted version and your reason stay on record."
            ).format(row.session.session_id),
            _tr("Unlock"),
            parent,
        )
        self._codings = lockable(row)
        self._coding = QComboBox(self)
        name(self._coding, self.tr("Coding"))
        for coder in self._codings:
            self._coding.addItem(coder_in_words(coder))
        self._reason = ReasonField(self.tr("For example: the wrong segment was coded"), self)
        self._reason.textChanged.connect(self._check)
        self.form.addRow(self.tr("&Coding"), self._coding)
        self.form.addRow(self.tr("&Reason"), self._reason)
        if len(self._codings) == 1:
            self._reason.setFocus()  # there is nothing to choose
        self._check()

    def finish(self) -> None:
        """Tell the coding and the reason."""
        chosen = self._codings[self._coding.currentIndex()]
        self.wanted.emit(chosen.coding_id, self._reason.reason)
        super().finish()

    def _check(self) -> None:
        self.act.setEnabled(bool(self._codings and self._reason.reason))


def lockable(row: SessionRow) -> tuple[AssignedCoder, ...]:
    """Coders of a session whose coding is submitted."""
    return tuple(c for c in row.coders if c.state is QueueState.SUBMITTED)


def _go(n: int) -> str:
    if n == 1:
        return _tr(
            "1 session goes into the coder's queue. If it has a coder already, the second one "
            "codes it independently; neither is told."
        )
    return _tr(
        "{} sessions go into the coder's queue in random order. Where a session has a coder "
        "already, the second one codes it independently; neither is told."
    ).format(n)


def _tr(text: str) -> str:
    return translate("Sessions", text)
