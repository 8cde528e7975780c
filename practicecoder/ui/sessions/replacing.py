"""The dialog in which the lead gives a coder's sessions to others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.planning import Holding
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.sessions.words import sessions_in_words
from practicecoder.ui.theme import SPACE, scaled
from practicecoder.ui.widgets.asking import AskingDialog, ReasonField, SeedField, take_room
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import label
from practicecoder.ui.widgets.study_header import person_in_words

TAKERS_PX = 340
"""About the room for those who take over, at the normal text size."""


class ReplaceCoderDialog(AskingDialog):
    """Asks who stops coding, who takes over, and why."""

    wanted = Signal(object, object, str, object)
    """Who leaves, ids of those who take over, the reason, and the seed or None."""

    def __init__(
        self, people: Sequence[Coder], held: Callable[[CoderId], Holding], parent: QWidget
    ) -> None:
        super().__init__(
            _tr("Replace a coder"),
            _tr(
                "Sessions that the coder has not begun go to the others by lot, so that all have "
                "about the same number. What was begun or submitted stays where it is."
            ),
            _tr("Replace"),
            parent,
        )
        self._held = held
        self._leaving = QComboBox(self)
        name(self._leaving, self.tr("Who stops coding"))
        self._others: dict[CoderId, QCheckBox] = {}
        takers = Flow(self, spacing=SPACE)
        takers.resize(scaled(TAKERS_PX), 0)  # else it asks for a line each until it is laid out
        for person in people:
            if Role.CODER in person.roles or not person.has_access:
                self._leaving.addItem(person_in_words(person), str(person.coder_id))
            if Role.CODER in person.roles:
                box = QCheckBox(str(person.coder_id), self)
                box.setChecked(True)
                box.toggled.connect(self._check)
                name(box, self.tr("{} takes over").format(person.coder_id))
                self._others[person.coder_id] = box
                takers.add(box)
        self._what = label("", self, wrapped=True)
        name(self._what, self.tr("What is moved"))
        self.body.addWidget(self._what)
        self._reason = ReasonField(self.tr("For example: on leave until spring"), self)
        self._reason.textChanged.connect(self._check)
        self._seed = SeedField(self)
        self.form.addRow(self.tr("Who &stops"), self._leaving)
        self.form.addRow(self.tr("Who takes over"), takers)
        self.form.addRow(self.tr("&Reason"), self._reason)
        self.form.addRow(self.tr("See&d"), self._seed)
        self._leaving.currentIndexChanged.connect(self._show_held)
        take_room(self, 560, 360)
        self._show_held()
        self._leaving.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def leaving(self) -> CoderId:
        """Who stops coding; an empty code if there is no coder."""
        return CoderId(str(self._leaving.currentData() or ""))

    @property
    def others(self) -> tuple[CoderId, ...]:
        """Who takes over."""
        return tuple(
            coder
            for coder, box in self._others.items()
            if box.isChecked() and coder != self.leaving
        )

    def finish(self) -> None:
        """Tell who, why and with what seed."""
        self.wanted.emit(self.leaving, self.others, self._reason.reason, self._seed.seed)
        super().finish()

    def _show_held(self) -> None:
        for coder, box in self._others.items():
            box.setVisible(coder != self.leaving)
        holding = self._held(self.leaving) if self.leaving else Holding(begun=(), unbegun=())
        self._n_unbegun = len(holding.unbegun)
        moved = sessions_in_words(self._n_unbegun)
        text = self.tr("Nothing to give away.")
        if holding.unbegun:
            text = self.tr("{} not begun: given to others.").format(moved)
        if holding.begun:
            stay = sessions_in_words(len(holding.begun))
            text = self.tr("{} {} in progress: left with the coder.").format(text, stay)
        self._what.setText(text)
        self._check()

    def _check(self) -> None:
        self.act.setEnabled(bool(self._n_unbegun and self.others and self._reason.reason))


def _tr(text: str) -> str:
    return translate("Sessions", text)
