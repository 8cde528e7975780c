"""Figures as bytes of a file: the same figure gives the same bytes."""

from __future__ import annotations

import io
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 300


class FigureFormat(StrEnum):
    """File formats of figures; the value is the suffix."""

    SVG = "svg"
    PDF = "pdf"
    PNG = "png"


def rendered(figure: Figure, file_format: FigureFormat) -> bytes:
    """Figure as a file: SVG with text as text, PDF with embedded fonts, PNG at 300 dpi.

    Dates and random ids are left out.
    """
    import matplotlib as mpl

    metadata: dict[FigureFormat, dict[str, str | None]] = {
        FigureFormat.SVG: {"Date": None, "Creator": None},
        FigureFormat.PDF: {"CreationDate": None, "Producer": None, "Creator": None},
        FigureFormat.PNG: {"Software": None},
    }
    written = io.BytesIO()
    with mpl.rc_context(
        {"svg.fonttype": "none", "svg.hashsalt": "practicecoder", "pdf.fonttype": 42}
    ):
        figure.savefig(
            written,
            format=file_format.value,
            dpi=DPI,
            facecolor=figure.get_facecolor(),
            metadata=metadata[file_format],
        )
    return written.getvalue()


def rendered_all(figure: Figure) -> dict[FigureFormat, bytes]:
    """Figure in every format."""
    return {file_format: rendered(figure, file_format) for file_format in FigureFormat}
