"""What a lead does for the people in the recordings: withdrawals, receipts, end of sound."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from practicecoder.domain.withdrawal import Receipt, WithdrawalChoice
from practicecoder.services.session_rows import SessionRow
from practicecoder.ui.widgets.acting import Acting
from practicecoder.ui.widgets.long_work import LongWork


class DataProtection(Acting):
    """Withdraws, shows receipts, and ends what is kept of the sound."""

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
            self._ask(WithdrawDialog(previews, self._over), carry_out)

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
        self._ask(
            KeepSoundDialog(rows, self._services.sessions.today(), self._over),
            lambda day: self._do(lambda: service.keep_until(ids, day, actor=self.actor)),
        )

    def show_due_sound(self) -> None:
        """List sound that is due to be deleted, and delete what is wanted."""
        from practicecoder.services.retention import DueDeletion
        from practicecoder.ui.sessions.sound_ending import DueSoundDialog

        service = self._services.retention

        def show(due: tuple[DueDeletion, ...]) -> None:
            self._ask(
                DueSoundDialog(due, self._over, may_write=not self._services.read_only),
                lambda ids: self._do(lambda: service.delete_sound(ids, actor=self.actor)),
            )

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
