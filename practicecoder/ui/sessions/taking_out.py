"""The dialog in which the lead takes sessions out of use, or back into it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from practicecoder.domain.sessions import SessionState
from practicecoder.services.session_rows import QueueState, SessionRow
from practicecoder.ui.languages import translate
from practicecoder.ui.sessions.words import sessions_in_words
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.asking import AskingDialog, ReasonField
from practicecoder.ui.widgets.labels import label


class TakeOutDialog(AskingDialog):
    """Asks why sessions are not used: withdrawn, or a recording that cannot be coded."""

    wanted = Signal(object, str)
    """The state that they get, and the reason."""

    def __init__(self, rows: Sequence[SessionRow], parent: QWidget) -> None:
        super().__init__(
            _tr("Take out of use"),
            _tr(
                "{}: out of every queue, plan and meeting. Nothing is deleted: the recording "
                "and what was coded stay in the study folder, and a lead can take the session "
                "back."
            ).format(sessions_in_words(len(rows))),
            _tr("Take out of use"),
            parent,
        )
        self.withdrawn = QRadioButton(self.tr("&Withdrawn by the family or the worker"), self)
        self.unusable = QRadioButton(self.tr("&Unusable: the recording cannot be coded"), self)
        self.withdrawn.setChecked(True)
        submitted = sum(_is_coded(row) for row in rows)
        self.unusable.setEnabled(not submitted)
        told = self.tr("What was coded enters no agreement, analysis, report or package any more.")
        if submitted:
            said = self.tr("{} with submitted codings: they can only be withdrawn.")
            told = f"{told} {said.format(sessions_in_words(submitted))}"
        choices = QVBoxLayout()
        choices.setSpacing(SPACE)
        for part in (self.withdrawn, label(told, self, Look.MUTED, wrapped=True), self.unusable):
            choices.addWidget(part)
        self.body.addLayout(choices)
        self._reason = ReasonField(self.tr("For example: the family telephoned. No names"), self)
        self._reason.textChanged.connect(self._check)
        self.form.addRow(self.tr("&Reason"), self._reason)
        self._check()

    @property
    def state(self) -> SessionState:
        """What the sessions are called."""
        is_withdrawn = self.withdrawn.isChecked()
        return SessionState.WITHDRAWN if is_withdrawn else SessionState.UNUSABLE

    def finish(self) -> None:
        """Tell the state and the reason."""
        self.wanted.emit(self.state, self._reason.reason)
        super().finish()

    def _check(self) -> None:
        self.act.setEnabled(bool(self._reason.reason))


class BackInUseDialog(AskingDialog):
    """Asks why sessions are used again."""

    wanted = Signal(str)
    """The reason."""

    def __init__(self, rows: Sequence[SessionRow], parent: QWidget) -> None:
        super().__init__(
            _tr("Take into use again"),
            _tr("{}: back in queues and numbers, as if they had never been out of use.").format(
                sessions_in_words(len(rows))
            ),
            _tr("Take back"),
            parent,
        )
        self._reason = ReasonField(self.tr("For example: taken out by mistake"), self)
        self._reason.textChanged.connect(self._check)
        self.form.addRow(self.tr("&Reason"), self._reason)
        self._check()

    def finish(self) -> None:
        """Tell the reason."""
        self.wanted.emit(self._reason.reason)
        super().finish()

    def _check(self) -> None:
        self.act.setEnabled(bool(self._reason.reason))


def _is_coded(row: SessionRow) -> bool:
    return any(coder.state is QueueState.SUBMITTED for coder in row.coders)


def _tr(text: str) -> str:
    return translate("Sessions", text)
