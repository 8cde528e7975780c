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

    The file carries the figure's title; dates and random ids are left out.
    """
    import matplotlib as mpl

    title = _title(figure)
    metadata: dict[FigureFormat, dict[str, str | None]] = {
        FigureFormat.SVG: {"Title": title, "Date": None, "Creator": None},
        FigureFormat.PDF: {
            "Title": title,
            "CreationDate": None,
            "Producer": None,
            "Creator": None,
        },
        FigureFormat.PNG: {"Software": None, **({"Title": title} if title else {})},
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


def _title(figure: Figure) -> str | None:
    """What stands above the first axes; None where nothing does."""
    return next((axes.get_title(loc="left") or None for axes in figure.axes), None)


def rendered_all(figure: Figure) -> dict[FigureFormat, bytes]:
    """Figure in every format."""
    return {file_format: rendered(figure, file_format) for file_format in FigureFormat}
