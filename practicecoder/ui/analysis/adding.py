"""Looks at a sheet of measures before they are taken into the study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from practicecoder.ui.analysis.answer_panel import bare_table
from practicecoder.ui.analysis.words import number
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RIGHT, Column, RowTableModel
from practicecoder.ui.widgets.asking import AskingDialog, take_room
from practicecoder.ui.widgets.notice import Notices

if TYPE_CHECKING:
    from practicecoder.services.outcomes import MeasurePreview, OutcomesPreview

_WIDTH_PX, _HEIGHT_PX = 620, 420

MEASURE_COLUMNS: tuple[Column[MeasurePreview], ...] = (
    Column(title="Measure", text=lambda m: m.measure, bold=lambda _: True),
    Column(title="Sessions", text=lambda m: str(m.n), alignment=RIGHT),
    Column(title="Mean", text=lambda m: number(m.mean), alignment=RIGHT),
    Column(title="Least", text=lambda m: number(m.minimum), alignment=RIGHT),
    Column(title="Most", text=lambda m: number(m.maximum), alignment=RIGHT),
    Column(
        title="Replaces",
        text=lambda m: str(m.n_replaced) if m.n_replaced else "–",
        alignment=RIGHT,
        tooltip="Numbers of the study that give way",
    ),
)


class AddMeasuresDialog(AskingDialog):
    """What a sheet would add; nothing is stored before it is accepted."""

    def __init__(self, preview: OutcomesPreview, parent: QWidget) -> None:
        replaces = any(one.n_replaced for one in preview.measures)
        super().__init__(
            _tr("Add measures"),
            _tr("{0} numbers for {1} sessions. They stand beside the scores in analysis.").format(
                len(preview.outcomes), preview.n_sessions
            ),
            _tr("Add and replace") if replaces else _tr("Add"),
            parent,
        )
        self.notices = Notices(_tr("Look at this first"), self)
        self.notices.show_texts(preview.notices())
        model: RowTableModel[MeasurePreview] = RowTableModel(MEASURE_COLUMNS, parent=self)
        model.set_rows(preview.measures)
        self.table = bare_table(model, _tr("Measures of the sheet"), self)
        self.table.fit_columns()
        self.table.take_room_for(min(len(preview.measures), 8))
        self.body.addWidget(self.notices)
        self.body.addWidget(self.table, 1)
        take_room(self, _WIDTH_PX, _HEIGHT_PX)


def _tr(text: str) -> str:
    return translate("Analysis", text)
