"""The lead's packets: which are out, what came back, and what is to be settled."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QVBoxLayout, QWidget

from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.services.merge_receipts import MergePreview, MergeReceipt
from practicecoder.services.packet_making import PacketMade, SentPacket
from practicecoder.services.packet_shares import PacketRequest
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.errors import show_error, tell_bug
from practicecoder.ui.icons import Icon
from practicecoder.ui.languages import translate
from practicecoder.ui.packets.fork_dialog import ForkDialog
from practicecoder.ui.packets.make_dialog import MakePacketDialog
from practicecoder.ui.packets.merge_dialog import MergeDialog
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, button_box, card, label
from practicecoder.ui.widgets.long_work import Cancelled, LongWork, Progress

_COLUMNS = (
    Column[SentPacket](title="Packet", text=lambda s: s.packet.number, bold=lambda _: True),
    Column[SentPacket](title="Coder", text=lambda s: s.packet.coder_id),
    Column[SentPacket](
        title="Made", text=lambda s: f"{s.packet.made_at.astimezone():%Y-%m-%d %H:%M}",
        sort_key=lambda s: s.packet.made_at,
    ),
    Column[SentPacket](
        title="Submitted",
        text=lambda s: _tr("{0} of {1}").format(s.n_submitted, len(s.packet.sessions)),
        sort_key=lambda s: s.n_submitted, alignment=RIGHT,
        tooltip="Sessions of the packet that are submitted in this study",
    ),
    Column[SentPacket](
        title="Returns", text=lambda s: str(len(s.returns)), sort_key=lambda s: len(s.returns),
        alignment=RIGHT,
    ),
    Column[SentPacket](
        title="Last return",
        text=lambda s: (
            f"{s.returns[-1].merged_at.astimezone():%Y-%m-%d %H:%M}" if s.returns else _tr("none")
        ),
        sort_key=lambda s: s.returns[-1].merged_at if s.returns else None,
        muted=lambda s: not s.returns,
    ),
)  # fmt: skip


class PacketsDialog(QDialog):
    """Lists packets; makes further ones, merges what comes back, and settles versions."""

    study_changed = Signal(object)

    def __init__(
        self,
        services: StudyServices,
        actor: CoderId | None,
        parent: QWidget,
        *,
        chosen: Sequence[SessionId] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Coding packets"))
        self.setMinimumSize(640, 440)
        take_room(self, 860, 560)
        self._services = services
        self._actor = actor
        self._chosen = tuple(chosen)
        self._model = RowTableModel(_COLUMNS, key=lambda s: s.packet.packet_id, parent=self)
        self.table = RowTable(self.tr("Coding packets"), self)
        self.table.set_placeholder(
            self.tr(
                "No packet was made yet.\nA packet lets a coder work away from the laboratory, "
                "on another computer, without seeing anything but their own sessions."
            )
        )
        self.table.show_model(self._model)
        self.make = button(
            self.tr("&Make a packet…"), self, self.ask_for_packet, look=Look.PRIMARY,
            drawing=Icon.EXPORT,
        )  # fmt: skip
        self.merge = button(
            self.tr("Merge a &return…"), self, self.ask_for_return, drawing=Icon.IMPORT
        )
        self.settle = button("", self, self.settle_versions)
        self._lay_out()
        self.read()

    def read(self) -> None:
        """Read the packets again."""
        self._model.set_rows(self._services.packets.sent())
        self.table.fit_columns()
        waiting = len(self._services.forks.waiting())
        words = self.tr("&Settle versions ({})…").format(waiting)
        self.settle.setText(words if waiting else self.tr("&Settle versions…"))
        told = self.tr("Codings that were continued in two places: {}").format(waiting)
        self.settle.setToolTip(told)
        name(self.settle, self.tr("Settle versions"), told)
        may_write = not self._services.read_only
        self.settle.setEnabled(may_write and bool(waiting))
        self.make.setEnabled(may_write)
        self.merge.setEnabled(may_write)

    # Making

    def ask_for_packet(self) -> None:
        """Ask for whom a packet is, and make it."""
        dialog = MakePacketDialog(
            self._services.people.coders(),
            self._services.packets.preview,
            self,
            chosen=self._chosen,
        )
        dialog.wanted.connect(self.make_packet)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def make_packet(self, request: PacketRequest, out: Path, passphrase: str) -> None:
        """Make a packet in the background."""

        def work(progress: Progress, cancelled: Cancelled) -> PacketMade | None:
            words = self.tr("sealing sound and codebook")
            return self._services.packets.make(
                request,
                out,
                passphrase,
                actor=self._actor,
                progress=lambda share: progress(share, words),
                cancelled=cancelled,
            )

        LongWork(
            self.tr("Making the packet"),
            work,
            self,
            on_success=self._tell_made,
            on_failure=self._refuse,
        )

    def _tell_made(self, made: PacketMade | None) -> None:
        if made is None:
            return
        self.read()
        self.table.select_key(made.packet.packet_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(
            self,
            self.tr("Packet {0} was written. Tell the passphrase apart from the file.").format(
                made.packet.number
            ),
        )
        self.study_changed.emit(made.change)

    # Merging

    def ask_for_return(self) -> None:
        """Ask for a return, and show what it holds."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Merge a return"), "", self.tr("Returns (*.pcreturn)")
        )
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, file: Path) -> None:
        """Show what a return would add."""
        run_task(
            self,
            lambda: self._services.packet_returns.preview(file, actor=self._actor),
            on_success=self._show_return,
            on_failure=self._refuse,
        )

    def _show_return(self, preview: MergePreview) -> None:
        dialog = MergeDialog(
            preview,
            lambda shown: self._services.packet_returns.merge(shown, actor=self._actor),
            self,
        )
        dialog.merged.connect(self._take_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_in(self, receipt: MergeReceipt) -> None:
        self.read()
        self.study_changed.emit(receipt.change)

    # Settling

    def settle_versions(self) -> None:
        """Show codings with two versions."""
        dialog = ForkDialog(
            lambda: self._services.forks.all(actor=self._actor),
            lambda settlement: self._services.forks.settle(settlement, actor=self._actor),
            self,
        )
        dialog.study_changed.connect(self.study_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.read)
        dialog.open()

    # Inside

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Coding packets"), self, Look.TITLE))
        layout.addWidget(
            label(
                self.tr(
                    "A packet holds one coder's sessions under random codes, and nothing else. "
                    "What comes back is added event by event; nothing is overwritten."
                ),
                self,
                Look.MUTED,
                wrapped=True,
            )
        )
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        layout.addWidget(frame, 1)
        acts = Flow(self, spacing=SPACE)
        acts.add(self.make, self.merge, self.settle)
        layout.addWidget(acts)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, PracticeCoderError):
            show_error(self, error)
        else:
            tell_bug(self, error)


def _tr(text: str) -> str:
    return translate("Packets", text)
