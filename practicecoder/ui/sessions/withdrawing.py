"""The dialog in which a lead withdraws a session for good, and the one that shows its receipt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.withdrawal import Receipt, WithdrawalChoice
from practicecoder.reports.withdrawal_words import (
    counted,
    out_of_reach_line,
    receipt_as_text,
)
from practicecoder.services.withdrawal import WithdrawalRequest
from practicecoder.services.withdrawal_preview import WithdrawalPreview
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.asking import AskingDialog, ReasonField, take_room
from practicecoder.ui.widgets.labels import button, button_box, label
from practicecoder.ui.widgets.scrolling import Scrolling

PREVIEW_HEIGHT_PX = 96
FIRST_CHOICE = WithdrawalChoice.ERASE_RECORDING
"""Chosen when the dialog opens: sound is what most requests are about."""

CHOICE_WORDS = Words(
    {
        WithdrawalChoice.NO_NEW_USE: "&No new use: everything stays, nothing uses it any more",
        WithdrawalChoice.ERASE_RECORDING: "Erase the &recording; ratings stay with the session",
        WithdrawalChoice.DETACH_CODES: "Erase recording and words; ratings stay, &detached",
        WithdrawalChoice.ERASE_ALL: "Erase &everything: recording, words and ratings",
    }
)


class WithdrawDialog(AskingDialog):
    """Shows what each choice comes to; acts once the code of the session is typed."""

    wanted = Signal(object)
    """The WithdrawalRequest."""

    def __init__(
        self, previews: Mapping[WithdrawalChoice, WithdrawalPreview], parent: QWidget
    ) -> None:
        self._previews = previews
        self._session = next(iter(previews.values())).session
        code = self._session.session_id
        super().__init__(
            _tr("Withdraw session {}").format(code),
            _tr(
                "What is erased is erased from the study and from every backup of it, and cannot "
                "be brought back. The receipt says so without naming anybody."
            ),
            _tr("Withdraw"),
            parent,
        )
        take_room(self, 660, 700)
        inside = Scrolling(self)  # at large text the choices do not fit on the screen at once
        inside.column.setContentsMargins(4, 4, SPACE, 4)  # room for the focus frame
        self.choices: dict[WithdrawalChoice, QRadioButton] = {}
        choices = QVBoxLayout()
        choices.setSpacing(SPACE)
        for choice in WithdrawalChoice:
            radio = QRadioButton(CHOICE_WORDS[choice], self)
            radio.setMinimumHeight(radio.sizeHint().height())
            radio.toggled.connect(self._show_preview)
            self.choices[choice] = radio
            choices.addWidget(radio)
        inside.column.addLayout(choices)
        self.preview = _read_only_text(_tr("What goes, what stays, what cannot be reached"), self)
        self.preview.setMinimumHeight(scaled(PREVIEW_HEIGHT_PX))
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        inside.column.addWidget(self.preview, 1)
        self._remove = QCheckBox(self)
        name(self._remove, self.tr("Remove backups that cannot be read"))
        inside.column.addWidget(self._remove)
        self.body.addWidget(inside)
        self.layout().setStretchFactor(self.body, 1)  # type: ignore[union-attr]  # it has one
        self._reason = ReasonField(self.tr("For example: the family telephoned. No names"), self)
        self._kept_in = QLineEdit(self)
        self._kept_in.setPlaceholderText(self.tr("For example: form 12. No names"))
        name(self._kept_in, self.tr("Where the request is kept"))
        self._code = QLineEdit(self)
        self._code.setPlaceholderText(self.tr("Type {}").format(code))
        name(self._code, self.tr("Code of the session, typed once more"))
        form = QFormLayout()
        form.setSpacing(12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Rea&son"), self._reason)
        form.addRow(self.tr("Request &kept in"), self._kept_in)
        form.addRow(self.tr("&Code, once more"), self._code)
        inside.column.addLayout(form)
        self._reason.textChanged.connect(self._check)
        self._code.textChanged.connect(self._check)
        self._remove.toggled.connect(self._check)
        self.choices[FIRST_CHOICE].setChecked(True)
        self.choices[FIRST_CHOICE].setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    @property
    def choice(self) -> WithdrawalChoice:
        """How far it is to go."""
        return next(choice for choice, radio in self.choices.items() if radio.isChecked())

    def finish(self) -> None:
        """Tell what is wanted."""
        self.wanted.emit(
            WithdrawalRequest(
                session_id=self._session.session_id,
                choice=self.choice,
                reason=self._reason.reason,
                confirmation=self._code.text().strip(),
                kept_in=self._kept_in.text().strip(),
                remove_unreadable=self._remove.isChecked(),
            )
        )
        super().finish()

    def _show_preview(self, is_chosen: bool) -> None:
        if not is_chosen:
            return
        found = self._previews[self.choice]
        self.preview.setPlainText("\n".join(preview_lines(found)))
        self._remove.setVisible(bool(found.unreadable))
        said = self.tr("Remove backups that cannot be read, so not be erased from: {}")
        self._remove.setText(said.format(", ".join(found.unreadable)))
        self._check()

    def _check(self) -> None:
        is_typed = self._code.text().strip() == self._session.session_id
        stuck = bool(self._previews[self.choice].unreadable) and not self._remove.isChecked()
        self.act.setEnabled(is_typed and bool(self._reason.reason) and not stuck)


class ReceiptDialog(QDialog):
    """Shows a receipt, to be kept as a file."""

    save_wanted = Signal(object)
    """The Receipt."""

    def __init__(self, receipt: Receipt, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Receipt {}").format(receipt.number))
        take_room(self, 640, 560)
        text = _read_only_text(self.tr("Receipt"), self)
        text.setPlainText(receipt_as_text(receipt))
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        save = button(self.tr("&Save as PDF…"), self, lambda: self.save_wanted.emit(receipt))
        buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.windowTitle(), self, Look.TITLE))
        layout.addWidget(text, 1)
        layout.addWidget(buttons)
        text.setFocus(Qt.FocusReason.OtherFocusReason)


def preview_lines(found: WithdrawalPreview) -> Iterable[str]:
    """What one choice comes to, a line each."""
    nothing = _tr("nothing")
    goes = ", ".join(counted(item, n) for item, n in found.goes) or nothing
    yield _tr("Goes: {}.").format(goes)
    if found.n_backups:
        yield _tr("Rewritten: the study and its backups ({}).").format(found.n_backups)
    stays = ", ".join(counted(item, n) for item, n in found.stays)
    if stays:
        yield _tr("Stays: {}.").format(stays)
    if found.n_decisions:
        said = _tr("Decisions that came from it keep their words without the link: {}. Read them.")
        yield said.format(found.n_decisions)
    if found.out_of_reach:
        yield _tr("Left the study before and cannot be called back:")
    for one in found.out_of_reach:
        yield f"– {out_of_reach_line(one)}"


def _read_only_text(called: str, parent: QWidget) -> QPlainTextEdit:
    text = QPlainTextEdit(parent)
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    name(text, called)
    return text


def _tr(text: str) -> str:
    return translate("Sessions", text)
