"""Acts that ask first: withdrawing a rating, ruling a dimension out, a concern, submitting."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from practicecoder.codebook.rules import reasons_on_offer
from practicecoder.domain.coding import AnswerValue
from practicecoder.ui.coding.cards import CardColumn
from practicecoder.ui.coding.concern import ConcernDialog
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.submit import SubmitSheet
from practicecoder.ui.widgets.codebook_page import CodebookPage
from practicecoder.ui.widgets.rule_out import RuleOutDialog


class Asking(QObject):
    """Shows the dialogs of the page and does what is decided in them."""

    told = Signal(str)
    """A sentence that says why something is not asked."""
    item_wanted = Signal(object)
    """A MissingItem that the coder wants to see to."""

    def __init__(self, cards: CardColumn, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._cards = cards
        self._coding: OpenCoding | None = None

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Ask about a coding from its opening on; None while there is none."""
        self._coding = coding

    def answer(self, question_id: str, value: AnswerValue | None) -> None:
        """Answer a question; ask first if a rating would be withdrawn."""
        coding = self._coding
        if coding is None:
            return
        withdrawn = coding.withdrawn_by(question_id, value)
        if not withdrawn:
            coding.answer(question_id, value)
            return
        question = QMessageBox(self._page)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Withdraw a rating?"))
        labels = ", ".join(withdrawn)
        question.setText(
            self.tr("With this answer the rating of {0} is withdrawn.").format(labels)
        )
        question.setInformativeText(self.tr("This can be undone."))
        go_on = question.addButton(
            self.tr("Withdraw the rating"), QMessageBox.ButtonRole.AcceptRole
        )
        keep = question.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)

        def decided() -> None:
            if question.clickedButton() is go_on:
                coding.answer(question_id, value)
            else:
                coding.restored.emit()

        question.finished.connect(decided)
        self._ask(question)

    def rule_out(self, dimension_id: str) -> None:
        """Ask for a reason why a dimension is not applicable."""
        coding = self._coding
        if coding is None or not coding.is_editable:
            return
        codebook = coding.codebook
        state = self._cards.card(dimension_id).state
        if state.ruled_out_by:
            words = self.tr("{0} is not applicable by the answer to “{1}”.")
            self.told.emit(words.format(codebook.label(dimension_id), state.ruled_out_by))
            return
        reasons = [
            codebook.reason(r) for r in reasons_on_offer(codebook, coding.coding, dimension_id)
        ]
        if not reasons:
            words = self.tr("{0} is always rated; the codebook gives no reason to rule it out.")
            self.told.emit(words.format(codebook.label(dimension_id)))
            return
        dialog = RuleOutDialog(
            codebook.label(dimension_id), reasons, coding.coding.rating(dimension_id), self._page
        )
        dialog.reason_chosen.connect(
            lambda reason, note: coding.rule_out(dimension_id, reason, note)
        )
        self._ask(dialog)

    def submit(self) -> None:
        """Show what is missing, or submit; everything typed and heard is saved already."""
        coding = self._coding
        if coding is None or not coding.is_editable:
            return
        sheet = SubmitSheet(
            coding.missing(), coding.heard_share(), len(coding.codebook.dimensions), self._page
        )
        sheet.item_wanted.connect(self.item_wanted)
        sheet.submit_wanted.connect(coding.submit)
        self._ask(sheet)

    def raise_concern(self, at_ms: int) -> None:
        """Ask what was heard, and tell the lead; also when the coding is locked."""
        coding = self._coding
        if coding is None:
            return
        dialog = ConcernDialog(at_ms, self._page)

        def tell(text: str, about_ms: int | None) -> None:
            if coding.raise_concern(text, about_ms):
                dialog.sent()
                self.told.emit(self.tr("The lead will see your concern."))

        dialog.wanted.connect(tell)
        coding.refused.connect(dialog.not_sent)
        self._ask(dialog)

    def show_codebook_page(self, dimension_id: str | None = None) -> None:
        """Show the codebook's page on a dimension, by default that of the card used last."""
        wanted = dimension_id or self._cards.active_dimension
        if self._coding is not None and wanted is not None:
            codebook, addenda = self._coding.codebook, self._coding.addenda(wanted)
            page = CodebookPage(codebook, codebook.dimension(wanted), addenda, self._page)
            self._ask(page, modal=False)

    def _ask(self, dialog: QDialog, *, modal: bool = True) -> None:
        """Show a dialog; when it is closed the keys go to the page again."""
        dialog.finished.connect(self._page.window().activateWindow)
        if modal:
            dialog.open()
        else:
            dialog.show()
