"""Dialogs of a meeting: the whole session, its end, and why it is opened again."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.coding import Note
from practicecoder.domain.spans import clock
from practicecoder.services.meetings import Meeting
from practicecoder.services.submitted_versions import answer_in_words
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, dress, scaled
from practicecoder.ui.widgets.labels import button_box, label


class SessionDialog(QDialog):
    """What coders noted about the whole session: notes, answers that differ, counts."""

    def __init__(self, meeting: Meeting, headings: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The whole session {0}").format(meeting.blind_code))
        self.resize(scaled(560), scaled(480))
        text = QTextBrowser(self)
        text.setOpenLinks(False)
        text.setHtml(session_html(meeting, headings))
        text.document().setDocumentMargin(DOUBLE)
        name(text, self.tr("Answers, notes and counts of the coders"))
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(text, 1)
        layout.addWidget(buttons)
        text.setFocus(Qt.FocusReason.OtherFocusReason)


class ReopenDialog(QDialog):
    """Asks why a finished meeting is opened again."""

    reason_given = Signal(str)

    def __init__(self, blind_code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open the meeting again"))
        self.setMinimumWidth(scaled(440))
        words = self.tr(
            "Until the meeting over {0} is finished again, the final values are those without a "
            "consensus. Decisions that joined the codebook stay there."
        )
        self._reason = QPlainTextEdit(self)
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(scaled(72))
        name(self._reason, self.tr("Reason"))
        self._reason.textChanged.connect(self._refresh)
        heading = label(self.tr("&Reason; it is kept with the meeting"), self)
        heading.setTextFormat(Qt.TextFormat.AutoText)
        heading.setBuddy(self._reason)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        self._open = buttons.addButton(
            self.tr("Open again"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        dress(self._open, Look.PRIMARY)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(words.format(blind_code), self, wrapped=True))
        layout.addWidget(heading)
        layout.addWidget(self._reason)
        layout.addWidget(buttons)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def accept(self) -> None:
        """Tell the reason; without one the dialog stays."""
        reason = self._reason.toPlainText().strip()
        if reason:
            super().accept()
            self.reason_given.emit(reason)

    def _refresh(self) -> None:
        self._open.setEnabled(bool(self._reason.toPlainText().strip()))


class FinishQuestion(QMessageBox):
    """Asks whether the meeting is over; Enter says yes, Esc no."""

    finish_wanted = Signal()

    def __init__(self, meeting: Meeting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Finish the meeting?"))
        self.setText(self.tr("Every dimension of {0} is decided.").format(meeting.blind_code))
        told = [
            self.tr(
                "What was agreed is locked and becomes the final value. The independent codings "
                "stay as they are, and reliability goes on using them."
            )
        ]
        n_decisions = len(meeting.decisions)
        if n_decisions == 1:
            told.append(self.tr("One decision joins the codebook."))
        elif n_decisions:
            told.append(self.tr("{0} decisions join the codebook.").format(n_decisions))
        self.setInformativeText(" ".join(told))
        finish = self.addButton(self.tr("Finish"), QMessageBox.ButtonRole.AcceptRole)
        stay = self.addButton(self.tr("Not yet"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(finish)
        self.setEscapeButton(stay)
        self.finished.connect(
            lambda *_: self.finish_wanted.emit() if self.clickedButton() is finish else None
        )


def session_html(meeting: Meeting, headings: Mapping[str, str]) -> str:
    """Answers that differ, notes and counts as simple HTML."""
    who = {coder: " ".join(words.split()) for coder, words in headings.items()}
    parts = [_answers(meeting, who), _counts(meeting, who), _notes(meeting, who)]
    return "\n".join(part for part in parts if part)


def _answers(meeting: Meeting, who: Mapping[str, str]) -> str:
    if not meeting.answers:
        return ""
    lines = "".join(
        f"<p>{escape(each.prompt)}<br/>"
        + "<br/>".join(
            f"<b>{escape(who[coder])}</b>: {escape(answer_in_words(answer))}"
            for coder, answer in each.answers.items()
        )
        + "</p>"
        for each in meeting.answers
    )
    return f"<h3>{_tr('Answers that differ')}</h3>{lines}"


def _counts(meeting: Meeting, who: Mapping[str, str]) -> str:
    if not meeting.counts:
        return ""
    cell = "style='padding: 2px 16px 2px 0'"
    heads = "".join(f"<th align='right' {cell}>{escape(who[c])}</th>" for c in meeting.labels)
    rows = "".join(
        f"<tr><td {cell}>{escape(row.label)}</td>"
        + "".join(
            f"<td align='right' {cell}>{_tr('not counted') if count is None else count}</td>"
            for count in row.counts.values()
        )
        + "</tr>"
        for row in meeting.counts
    )
    note = _tr("Counts are not agreed on: the final count is the mean of the independent codings.")
    title = _tr("Counts")
    return f"<h3>{title}</h3><table><tr><th></th>{heads}</tr>{rows}</table><p><i>{note}</i></p>"


def _notes(meeting: Meeting, who: Mapping[str, str]) -> str:
    parts, none = [], f"<p>{_tr('No notes.')}</p>"
    for coder in meeting.labels:
        lines = "".join(_note(note) for note in meeting.notes[coder]) or none
        title = _tr("Notes of {0}").format(who[coder])
        parts.append(f"<h3>{escape(title)}</h3>{lines}")
    return "".join(parts)


def _note(note: Note) -> str:
    at = "" if note.at_ms is None else f"<b>{clock(note.at_ms)}</b> "
    return f"<p>{at}{'<br/>'.join(escape(line) for line in note.text.splitlines())}</p>"


def _tr(text: str) -> str:
    return translate("Meeting", text)
