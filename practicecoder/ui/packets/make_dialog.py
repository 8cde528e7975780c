"""The dialog in which a lead makes a coder's packet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QWidget

from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.packet_file import ENDING, packet_file_name
from practicecoder.services.packet_shares import PacketPlan, PacketRequest
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.packets.words import documents, left_in_words, plan_in_words
from practicecoder.ui.security.choosing import PassphraseChoice
from practicecoder.ui.theme import Look, scaled
from practicecoder.ui.widgets.asking import EDGE_PX, AskingDialog
from practicecoder.ui.widgets.labels import label

WIDTH_PX = 600
Preview = Callable[[PacketRequest], PacketPlan]


class MakePacketDialog(AskingDialog):
    """Asks for whom, with which sessions, and for the passphrase that seals it."""

    wanted = Signal(object, object, str)
    """The request, the file and the passphrase."""

    def __init__(
        self,
        people: Sequence[Coder],
        preview: Preview,
        parent: QWidget,
        *,
        chosen: Sequence[SessionId] = (),
    ) -> None:
        super().__init__(
            _tr("Make a packet"),
            _tr(
                "One coder's open sessions in a sealed file: sound, codebook, own drafts. Nothing "
                "about workers, offices, dates or others. Tell the passphrase apart from the file."
            ),
            _tr("Make the packet…"),
            parent,
        )
        self._preview = preview
        self._chosen = frozenset(chosen)
        self.coder = QComboBox(self)
        name(self.coder, self.tr("Coder"))
        for person in people:
            if person.is_a(Role.CODER):
                self.coder.addItem(str(person.coder_id), str(person.coder_id))
        self.only_chosen = QCheckBox(
            self.tr("&Only the {} selected").format(len(self._chosen)), self
        )
        self.only_chosen.setVisible(bool(self._chosen))
        self.holds = label("", self, wrapped=True)
        self.left = label("", self, Look.MUTED, wrapped=True)
        self.choice = PassphraseChoice(self)
        self.form.addRow(self.tr("&Coder"), self.coder)
        self.form.addRow("", self.only_chosen)
        self.form.addRow(self.tr("Holds"), self.holds)
        self.form.addRow("", self.left)
        self.form.addRow(self.choice)
        above = map(self.form.labelForField, (self.coder, self.holds))
        self.choice.line_up(*(heading for heading in above if heading is not None))
        self.problem = label("", self, Look.MUTED, wrapped=True)
        self.form.addRow(self.problem)
        self.coder.currentIndexChanged.connect(self._look)
        self.only_chosen.toggled.connect(self._look)
        self.choice.changed.connect(self._check)
        there = self.screen().availableSize().width() - EDGE_PX
        self.setMinimumWidth(min(scaled(WIDTH_PX), there))
        self._look()

    @property
    def request(self) -> PacketRequest | None:
        """What is asked for; None in a study without coders."""
        if self.coder.currentIndex() < 0:
            return None
        coder_id = CoderId(str(self.coder.currentData()))
        only = self._chosen if self.only_chosen.isChecked() else None
        return PacketRequest(coder_id=coder_id, session_ids=only)

    def finish(self) -> None:
        """Ask where the file goes, then tell all of it."""
        request = self.request
        if request is None:
            return
        proposed = documents() / packet_file_name(request.coder_id)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the packet"),
            str(proposed),
            self.tr("Coding packets (*{})").format(ENDING),
        )
        if chosen:
            out = Path(chosen)
            out = out if out.suffix.casefold() == ENDING else out.with_name(out.name + ENDING)
            self.wanted.emit(request, out, self.choice.passphrase)
            self.choice.clear()
            super().finish()

    def reject(self) -> None:
        """Forget the passphrase."""
        self.choice.clear()
        super().reject()

    def _look(self) -> None:
        request = self.request
        plan = None if request is None else self._preview(request)
        self._n_sessions = 0 if plan is None else len(plan.sessions)
        self.holds.setText(
            self.tr("There is no coder in this study.") if plan is None else plan_in_words(plan)
        )
        self.left.setText("" if plan is None else left_in_words(plan))
        self.left.setVisible(bool(self.left.text()))
        self._check()
        self.make_room()

    def _check(self) -> None:
        problem = self.choice.problem if self._n_sessions else ""
        self.problem.setText(problem)
        self.act.setEnabled(bool(self._n_sessions) and not problem)


def _tr(text: str) -> str:
    return translate("Packets", text)
