"""Drift on the reliability page: departures from the reference, months, and recalibrations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from practicecoder.services.calibration import Drift
from practicecoder.services.context import StudyServices
from practicecoder.ui.reliability.drift_panel import DriftPanel, is_told_by
from tests.builders import ANNA, BEN, LEAD
from tests.services.training_laboratory import (
    REFERENCE,
    START,
    Clock,
    a_training_laboratory,
    try_out,
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Iterator[StudyServices]:
    made = a_training_laboratory(tmp_path / "study", clock)
    yield made
    made.close()


@pytest.fixture
def drift(services: StudyServices, clock: Clock) -> Drift:
    """A and B coded three training recordings, a month apart; A rated the first item lower."""
    for number in (1, 2, 3):
        try_out(services, ANNA, number, (REFERENCE[0] - 1, *REFERENCE[1:]))
        try_out(services, BEN, number)
        clock.turn(days=31)
    services.calibration.recalibrate(START.date(), "Two hours together", actor=LEAD)
    return services.calibration.drift()


@pytest.fixture
def panel(drift: Drift, qtbot: QtBot) -> DriftPanel:
    made = DriftPanel()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.show_drift(drift)
    return made


def test_departures_stand_by_coder_with_months_of_the_chosen_one(panel: DriftPanel) -> None:
    lines = [line.split("\t") for line in panel.table.rows_model().tsv().splitlines()[1:]]
    assert [line[:2] for line in lines] == [["A", "3"], ["B", "3"]]
    assert lines[0][2].startswith("−1.00")
    assert lines[1][2].startswith("0.00")
    assert "not estimable" in lines[0][3]
    months = panel.months.rows_model().shown_rows
    assert [month.mean for month in months] == [-1.0, -1.0, -1.0]

    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert [month.mean for month in panel.months.rows_model().shown_rows] == [0.0, 0.0, 0.0]


def test_departures_have_a_figure_with_its_points(panel: DriftPanel) -> None:
    chart = panel.figure.chart
    assert chart is not None
    assert len(chart.points.rows) == 6
    assert "recalibration" in [words.get_text() for words in chart.figure.axes[0].texts]
    assert "A −1.00, B 0.00" in chart.alt_text


def test_the_chosen_dimension_stays_with_new_departures(panel: DriftPanel, drift: Drift) -> None:
    panel.item.setFocus()
    QTest.keyClick(panel.item, Qt.Key.Key_Down)
    assert panel.item.currentData() == drift.items[1].item

    panel.show_drift(replace(drift, recalibrations=()))

    assert panel.item.currentData() == drift.items[1].item
    assert "slopes were looked at" in panel.words.text()


def test_without_training_recordings_there_is_no_drift(services: StudyServices) -> None:
    assert not is_told_by(services.calibration.drift())
