"""Shows a figure, its points as a table, and takes it out as a picture or a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from practicecoder.errors import PracticeCoderError
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.errors import show_error
from practicecoder.ui.icons import Icon
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.labels import button, label

if TYPE_CHECKING:
    from practicecoder.figures.style import Chart

FEWEST_ROWS = 4
FORMATS = ("png", "svg", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """One point of a figure."""

    values: tuple[str | float | None, ...]


class FigureView(QWidget):
    """The figure with its table twin; the text for those who do not see it is its description."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = accessible_name
        self._chart: Chart | None = None
        self._canvas: QWidget | None = None
        self._nothing = label(self.tr("There is no figure to show."), self, Look.MUTED)
        self._model: RowTableModel[PointRow] = RowTableModel((), parent=self)
        self._table = RowTable(self.tr("{}, as a table").format(accessible_name), self)
        self._table.show_model(self._model)
        self._table.take_room_for(FEWEST_ROWS)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._table)
        self._as_table = button(self.tr("Show as table"), self, self._switch, drawing=Icon.TABLE)
        self._as_table.setCheckable(True)
        self._copy = button(self.tr("Copy"), self, self.copy, drawing=Icon.COPY)
        name(self._copy, self.tr("Copy what is shown"))
        self._save = button(self.tr("Save…"), self, self._ask_where, drawing=Icon.SAVE)
        name(self._save, self.tr("Save the figure"))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self._as_table)
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._stack, 1)
        layout.addLayout(buttons)
        self.show_chart(None)

    @property
    def chart(self) -> Chart | None:
        """Figure that is shown."""
        return self._chart

    def show_chart(self, chart: Chart | None) -> None:
        """Show a figure in place of the last one; None shows that there is none."""
        self._chart = chart
        old, self._canvas = self._canvas, None
        if chart is not None:
            self._canvas = _canvas_of(chart)
            name(self._canvas, f"{self._name}: {chart.title}", chart.alt_text)
            self._canvas.setToolTip(chart.alt_text)
            self._stack.addWidget(self._canvas)
            self._model.set_rows(())  # the last figure's points have no place in these columns
            self._model.set_columns(_columns(chart))
            self._model.set_rows([PointRow(values=row) for row in chart.points.rows])
            self._table.fit_columns()
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        for part in (self._as_table, self._copy, self._save):
            part.setEnabled(chart is not None)
        self._switch()

    def copy(self) -> None:
        """Put the table or the picture, whichever is shown, on the clipboard."""
        if self._chart is None:
            return
        if self._as_table.isChecked():
            self._table.copy_table()
        else:
            image = QImage.fromData(rendered_as(self._chart, "png"))
            QGuiApplication.clipboard().setImage(image)
        announce(self, self.tr("Copied"))

    def save_to(self, path: Path) -> None:
        """Write the figure to a file in the format of its suffix."""
        if self._chart is None:
            return
        suffix = path.suffix.lstrip(".").lower()
        data = rendered_as(self._chart, suffix if suffix in FORMATS else FORMATS[0])
        try:
            path.write_bytes(data)
        except OSError as error:
            trouble = PracticeCoderError(
                f"The figure could not be written to {path} ({error.strerror}). Choose another "
                "folder."
            )
            show_error(self, trouble)

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the figure"),
            "figure.png",
            self.tr("Picture (*.png);;Vector graphics (*.svg);;PDF (*.pdf)"),
        )
        if chosen:
            self.save_to(Path(chosen))

    def _switch(self) -> None:
        if self._canvas is None:
            self._stack.setCurrentWidget(self._nothing)
        elif self._as_table.isChecked():
            self._stack.setCurrentWidget(self._table)
        else:
            self._stack.setCurrentWidget(self._canvas)


def rendered_as(chart: Chart, suffix: str) -> bytes:
    """Figure as a file of a format, the same as in the export."""
    from practicecoder.figures.rendering import FigureFormat, rendered

    return rendered(chart.figure, FigureFormat(suffix))


def _canvas_of(chart: Chart) -> QWidget:
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg

    canvas: QWidget = FigureCanvasQTAgg(chart.figure)  # type: ignore[no-untyped-call]
    canvas.setMinimumSize(320, 240)
    canvas.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    return canvas


def _columns(chart: Chart) -> tuple[Column[PointRow], ...]:
    return tuple(
        Column(
            title=title.replace("_", " "),
            text=lambda row, place=place: _cell(row.values[place]),  # type: ignore[misc]  # bound early
            sort_key=lambda row, place=place: row.values[place],  # type: ignore[misc]  # as above
            alignment=RIGHT,
        )
        for place, title in enumerate(chart.points.columns)
    )


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else f"{value:g}".replace("-", "−")
