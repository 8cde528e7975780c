"""What a lead does for the people in the recordings: withdrawals, receipts, end of sound."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.domain.withdrawal import Receipt, WithdrawalChoice
from practicecoder.errors import PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import SessionRow
from practicecoder.ui.errors import show_error
from practicecoder.ui.tasks import run_task
from practicecoder.ui.widgets.long_work import LongWork

T = TypeVar("T")


class DataProtection(QObject):
    """Opens the dialogs over a widget and carries out what they ask for."""

    study_changed = Signal(object)
    failed = Signal(object)
    told = Signal(str)

    def __init__(self, services: StudyServices, over: QWidget) -> None:
        super().__init__(over)
        self._services = services
        self._over = over
        self.actor: CoderId | None = None

    def withdraw(self, row: SessionRow) -> None:
        """Show what withdrawing a session comes to, and do it if it is wanted."""
        from practicecoder.services.withdrawal import WithdrawalRequest, Withdrawn
        from practicecoder.services.withdrawal_preview import WithdrawalPreview
        from practicecoder.ui.sessions.withdrawing import WithdrawDialog

        service = self._services.withdrawal

        def tell(done: Withdrawn) -> None:
            self.study_changed.emit(done.change)
            self.told.emit(self.tr("Withdrawn; receipt {}").format(done.receipt.number))
            self.show_receipt(done.receipt)

        def carry_out(request: WithdrawalRequest) -> None:
            LongWork(
                self.tr("Withdrawing"),
                lambda progress, cancelled: service.withdraw(
                    request, actor=self.actor, progress=progress, cancelled=cancelled
                ),
                self._over,
                on_success=tell,
                on_failure=self._refuse,
            )

        def show(previews: Mapping[WithdrawalChoice, WithdrawalPreview]) -> None:
            dialog = WithdrawDialog(previews, self._over)
            dialog.wanted.connect(carry_out)
            self._open(dialog)

        self._read(lambda: service.previews(row.session.session_id, actor=self.actor), show)

    def show_receipts(self) -> None:
        """List the receipts of withdrawals."""
        from practicecoder.ui.sessions.receipts import ReceiptsDialog

        def show(receipts: tuple[Receipt, ...]) -> None:
            dialog = ReceiptsDialog(receipts, self._over)
            dialog.chosen.connect(self.show_receipt)
            self._open(dialog)

        self._read(lambda: self._services.withdrawal.receipts(actor=self.actor), show)

    def show_receipt(self, receipt: Receipt) -> None:
        """Show a receipt, to be saved or printed."""
        from practicecoder.ui.sessions.withdrawing import ReceiptDialog

        dialog = ReceiptDialog(receipt, self._over)
        dialog.save_wanted.connect(self._save)
        self._open(dialog)

    def keep_sound(self, rows: Sequence[SessionRow]) -> None:
        """Ask until which day the sound of sessions may be kept."""
        from practicecoder.ui.sessions.sound_ending import KeepSoundDialog

        service, ids = self._services.retention, [r.session.session_id for r in rows]
        dialog = KeepSoundDialog(rows, self._services.sessions.today(), self._over)
        dialog.wanted.connect(
            lambda day: self._do(lambda: service.keep_until(ids, day, actor=self.actor))
        )
        self._open(dialog)

    def show_due_sound(self) -> None:
        """List sound that is due to be deleted, and delete what is wanted."""
        from practicecoder.services.retention import DueDeletion
        from practicecoder.ui.sessions.sound_ending import DueSoundDialog

        service = self._services.retention

        def show(due: tuple[DueDeletion, ...]) -> None:
            dialog = DueSoundDialog(due, self._over, may_write=not self._services.read_only)
            dialog.wanted.connect(
                lambda ids: self._do(lambda: service.delete_sound(ids, actor=self.actor))
            )
            self._open(dialog)

        self._read(service.due, show)

    def count_due(self, show: Callable[[int], None]) -> None:
        """Count, beside everything else, the sessions whose sound is due."""
        self._read(lambda: len(self._services.retention.due()), show)

    # Inside

    def _save(self, receipt: Receipt) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._over,
            self.tr("Save the receipt"),
            f"receipt_{receipt.number}.pdf",
            self.tr("PDF (*.pdf);;Text (*.txt)"),
        )
        if not chosen:
            return

        def tell(path: Path) -> None:
            self.told.emit(self.tr("{} was written.").format(path.name))

        self._read(lambda: self._services.withdrawal.write_receipt(receipt, Path(chosen)), tell)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self, work: Callable[[], T], show: Callable[[T], object]) -> None:
        run_task(self._over, work, on_success=show, on_failure=self._refuse)

    def _do(self, act: Callable[[], object]) -> None:
        try:
            change = act()
        except PracticeCoderError as error:
            show_error(self._over, error)
        else:
            self.study_changed.emit(change)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, PracticeCoderError):
            show_error(self._over, error)
        else:
            self.failed.emit(error)
