from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from practicecoder.figures.style import Chart, PointTable, Theme, new_axes
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.tables import RowTable
from practicecoder.ui.widgets.figure_view import FigureView
from tests.ui.finding import the, the_button


def a_chart(title: str = "Scores by days") -> Chart:
    figure, axes = new_axes(Theme.LIGHT)
    axes.plot([0, 1, 2], [3, 1, 2])
    points = PointTable(
        columns=("session_id", "days", "score"),
        rows=(("V-1", -3, 2.5), ("V-2", 10, None)),
    )
    return Chart(figure=figure, title=title, points=points, alt_text="Two sessions.")


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    view = FigureView("Over time")
    qtbot.addWidget(view)
    view.resize(600, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.show_chart(a_chart())
    return view


def shown_name(view: FigureView) -> str:
    shown = the(QStackedWidget, view).currentWidget()
    assert shown is not None
    return shown.accessibleName()


def test_the_figure_says_what_it_shows(view: FigureView) -> None:
    assert shown_name(view) == "Over time: Scores by days"


def test_every_point_is_in_the_table_twin(view: FigureView) -> None:
    the_button("Show as table", view).click()

    table = the(RowTable, view)
    assert table.isVisible()
    assert table.rows_model().tsv() == "session id\tdays\tscore\nV-1\t−3\t2.5\nV-2\t10\t\n"


def test_the_picture_is_copied_or_the_table(view: FigureView) -> None:
    the_button("Copy", view).click()
    assert not QGuiApplication.clipboard().image().isNull()

    the_button("Show as table", view).click()
    the_button("Copy", view).click()
    assert QGuiApplication.clipboard().text().startswith("session id\tdays")


@pytest.mark.parametrize(
    ("name", "start"), [("f.png", b"\x89PNG"), ("f.svg", b"<?xml"), ("f.pdf", b"%PDF")]
)
def test_a_figure_is_saved_in_the_format_of_its_name(
    view: FigureView, tmp_path: Path, name: str, start: bytes
) -> None:
    view.save_to(tmp_path / name)

    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_place_that_cannot_be_written_is_told(view: FigureView, tmp_path: Path) -> None:
    view.save_to(tmp_path / "missing" / "f.png")

    assert "could not be written" in the(MessageDialog, view).text


def test_a_new_figure_takes_the_place_of_the_old_one(view: FigureView) -> None:
    view.show_chart(a_chart("Another"))

    assert shown_name(view) == "Over time: Another"


def test_without_a_figure_nothing_can_be_saved(view: FigureView) -> None:
    view.show_chart(None)

    for words in ("Show as table", "Copy", "Save…"):
        assert not the_button(words, view).isEnabled()
