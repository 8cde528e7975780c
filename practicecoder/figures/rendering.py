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

    named = _named(figure)
    metadata: dict[FigureFormat, dict[str, str | None]] = {
        FigureFormat.SVG: {**named, "Date": None, "Creator": None},
        FigureFormat.PDF: {
            **named,
            "CreationDate": None,
            "Producer": None,
            "Creator": None,
        },
        FigureFormat.PNG: {**named, "Software": None},
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


def _named(figure: Figure) -> dict[str, str]:
    """Title of the file: what stands above the first axes; nothing where nothing does."""
    title = next((axes.get_title(loc="left") for axes in figure.axes), "")
    return {"Title": title} if title else {}


def rendered_all(figure: Figure) -> dict[FigureFormat, bytes]:
    """Figure in every format."""
    return {file_format: rendered(figure, file_format) for file_format in FigureFormat}
