"""The pages of a PDF in the window, with zoom."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import SPACE, Look, scaled
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label

LEAST_HEIGHT_PX = 280
LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 0.3, 5.0, 1.25


class PdfPages(QWidget):
    """Shows a PDF that is held in memory; the place stays when it is built anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = b""
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setDocument(self._document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setMinimumHeight(scaled(LEAST_HEIGHT_PX))
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name(
            self.view,
            self.tr("Pages of the report"),
            self.tr("The PDF itself is tagged for screen readers; save it to read it there."),
        )
        self._waiting = label(self.tr("Building the pages…"), self, Look.MUTED)
        zoom = Flow(self, spacing=SPACE)
        zoom.add(
            button(self.tr("Zoom in"), zoom, lambda: self._zoom(ZOOM_STEP)),
            button(self.tr("Zoom out"), zoom, lambda: self._zoom(1 / ZOOM_STEP)),
            button(self.tr("Fit the width"), zoom, self._fit),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._waiting)
        layout.addWidget(self.view, 1)
        layout.addWidget(zoom)

    @property
    def n_pages(self) -> int:
        """Pages that are shown."""
        return self._document.pageCount()

    def wait(self) -> None:
        """Say that pages are on their way, if none are shown."""
        self._waiting.setVisible(self.n_pages == 0)

    def show_pages(self, content: bytes) -> None:
        """Show a PDF; an empty one shows nothing."""
        self._waiting.hide()
        if content == self._content:
            return
        self._content = content
        place = self.view.verticalScrollBar().value()
        self._document.close()
        self._buffer.close()
        if content:
            self._buffer.setData(QByteArray(content))
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)
            self.view.verticalScrollBar().setValue(place)

    def _zoom(self, by: float) -> None:
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            page = self._document.pagePointSize(0).width() or 1.0
            shown = self.view.viewport().width() / (page * self.logicalDpiX() / 72)
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
            self.view.setZoomFactor(shown)
        self.view.setZoomFactor(min(max(self.view.zoomFactor() * by, LEAST_ZOOM), MOST_ZOOM))

    def _fit(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
