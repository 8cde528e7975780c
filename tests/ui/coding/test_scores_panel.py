"""The scores of a submitted coding in their panel: seen at once, in every workspace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from practicecoder.ui.coding.panels import Workspace
from tests.ui.coding.studio import Studio


def shown_labels(studio: Studio) -> set[str]:
    """Words that stand whole inside the viewport of the panel."""
    panel = studio.page.scores
    room = panel.viewport().rect()
    return {
        label.text()
        for label in panel.scores.findChildren(QLabel)
        if room.contains(QRect(label.mapTo(panel.viewport(), QPoint()), label.size()))
    }


@pytest.mark.parametrize("workspace", [Workspace.LISTEN, Workspace.RATE])
def test_every_score_is_seen_when_the_coding_is_locked(
    qtbot: QtBot, studio: Studio, workspace: Workspace
) -> None:
    studio.page.workbench.show_workspace(workspace)
    studio.decide_everything()
    coding = studio.page._coding
    assert coding is not None

    assert coding.submit("noise")

    told = {*studio.page.scores.scores.texts.values()}
    told |= {score.label for score in coding.codebook.scores}
    qtbot.waitUntil(lambda: told <= shown_labels(studio))


def test_many_scores_leave_room_for_the_ratings(studio: Studio) -> None:
    panel = studio.page.scores
    before = panel.minimumSizeHint().height()

    panel.scores.setMinimumHeight(2_000)
    panel.scores.show()

    assert before < panel.minimumSizeHint().height() < 500
