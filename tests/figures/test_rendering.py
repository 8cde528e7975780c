from __future__ import annotations

import pandas as pd
import pytest

from practicecoder.figures.rendering import FigureFormat, rendered
from practicecoder.figures.scatter import score_by_days
from practicecoder.figures.style import Chart
from practicecoder.scoring.frames import trend_frame

STARTS = {FigureFormat.SVG: b"<?xml", FigureFormat.PDF: b"%PDF", FigureFormat.PNG: b"\x89PNG"}


@pytest.fixture(scope="module")
def frame(sessions: pd.DataFrame) -> pd.DataFrame:
    return sessions


def chart(frame: pd.DataFrame) -> Chart:
    result = trend_frame(frame, "good_authority")
    return score_by_days(frame, result, label="Good authority", scale=(1, 5))


@pytest.mark.parametrize("file_format", FigureFormat)
def test_the_same_figure_gives_the_same_bytes(
    frame: pd.DataFrame, file_format: FigureFormat
) -> None:
    one, other = (rendered(chart(frame).figure, file_format) for _ in range(2))
    assert one == other
    assert one.startswith(STARTS[file_format])


def test_text_in_svg_is_text(frame: pd.DataFrame) -> None:
    assert b"Good authority by days" in rendered(chart(frame).figure, FigureFormat.SVG)


def test_files_carry_the_title(frame: pd.DataFrame) -> None:
    import io

    from PIL import Image

    title = "Good authority by days since implementation"
    figure = chart(frame).figure
    assert b"<title>" + title.encode() + b"</title>" in rendered(figure, FigureFormat.SVG)
    assert b"/Title (" + title.encode() in rendered(figure, FigureFormat.PDF)
    with Image.open(io.BytesIO(rendered(figure, FigureFormat.PNG))) as image:
        assert image.info["Title"] == title
