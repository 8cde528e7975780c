"""A session that A and B coded with evidence, and the consensus page with a hand on its keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding import CodingState, Evidence, Note, Polarity, Rating
from practicecoder.domain.coding_changes import (
    CodingChange,
    EvidenceChange,
    NoteChange,
    RatingChange,
    applied,
)
from practicecoder.domain.ids import BlindCode, CoderId, SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.spans import TimeSpan
from practicecoder.services.context import StudyServices
from practicecoder.services.meetings import Meeting
from practicecoder.ui.consensus.page import ConsensusPage
from practicecoder.ui.player import Player
from practicecoder.vault.sound_file import SoundFile
from tests.builders import (
    ANNA,
    BEN,
    LEAD,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)
from tests.ui.coding.studio import Hands
from tests.ui.test_player import FakeMedia

SESSION, CODE = SessionId("V-0001"), BlindCode("S-BLIND1")
FIRST = (3, 2, 3, None, 3, 3, 3)
SECOND = (3, 4, 4, 2, 3, 3, 3)
"""Ratings of A and B: 3 dimensions to talk about, 4 equal."""


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyServices]:
    services = a_study(tmp_path / "study")
    add_people(services, Coder(coder_id=ANNA), Coder(coder_id=BEN))
    add_sessions(services, a_session(1))
    for coder, values, at_ms in ((ANNA, FIRST, 60_000), (BEN, SECOND, 90_000)):
        add_coding(services, SESSION, coder, ratings_of(services.codebook, values))
        _add_words(services, coder, at_ms)
    yield services
    services.close()


def _add_words(services: StudyServices, coder: CoderId, at_ms: int) -> None:
    """Give a coder two moments for Autonomy, a note, and doubts about Clarity."""
    pieces = [
        Evidence(
            evidence_id=f"{coder}{number}",
            span=TimeSpan(at_ms + number * 10_000, at_ms + number * 10_000),
            dimension_ids=("autonomy",),
            polarity=Polarity.STRENGTH,
            quote=f"words of {coder} {number}",
        )
        for number in range(2)
    ]
    note = Note(note_id=f"note{coder}", text=f"note of {coder}", at_ms=5_000)
    unsure = RatingChange("clarity_about_concerns", Rating.rated(3, unsure=coder == BEN))
    changes: tuple[CodingChange, ...] = (
        *(EvidenceChange(piece.evidence_id, piece) for piece in pieces),
        NoteChange(note.note_id, note),
        unsure,
    )
    with services.context.store.transaction() as unit:
        (own,) = [c for c in unit.codings.of_session(SESSION) if c.coder_id == coder]
        opened = replace(own, state=CodingState.OPEN)
        after = replace(applied(opened, changes), state=CodingState.LOCKED)
        unit.codings.save(after, expected_version=own.version, changes=changes)


class Table(Hands):
    """The consensus page, a pair of hands, and a look into the study."""

    def __init__(self, qtbot: QtBot, services: StudyServices, page: ConsensusPage) -> None:
        super().__init__(qtbot)
        self.qtbot, self.services, self.page = qtbot, services, page
        self.told: list[str] = []
        self.failures: list[object] = []
        page.told.connect(self.told.append)
        page.failed.connect(self.failures.append)
        page.study_changed.connect(page.refresh)

    def sit_down(self, person: CoderId, roles: frozenset[Role] = frozenset({Role.CODER})) -> None:
        """Show the page to a person, and wait for the list."""
        self.page.show_person(Coder(coder_id=person, roles=roles))
        if self.services.consensus.meetings(person):
            rows = self.page.meetings.table.rows_model()
            self.qtbot.waitUntil(lambda: rows.rowCount() > 0, timeout=20_000)
        self.page.focus_first()

    def stored(self) -> Meeting:
        """The meeting as the study holds it."""
        return self.services.consensus.open(CODE, LEAD)

    def lines(self) -> list[list[str]]:
        """Cells of the table of dimensions."""
        table = self.page.meeting.table
        return [line.split("\t") for line in table.rows_model().tsv().splitlines()[1:]]


class Media(FakeMedia):
    """A media library that has loaded at once."""

    made: ClassVar[list[Media]] = []

    def __init__(self) -> None:
        super().__init__()
        Media.made.append(self)

    def load(self, sound: SoundFile) -> None:
        super().load(sound)
        self.loaded.emit(3_000_000)


@pytest.fixture
def media(monkeypatch: pytest.MonkeyPatch) -> list[Media]:
    """Media libraries that players were made over."""

    def make_player(parent: QObject) -> Player:
        return Player(Media(), parent)

    Media.made = []
    monkeypatch.setattr("practicecoder.ui.consensus.sound.make_player", make_player)
    return Media.made


@pytest.fixture
def table(study: StudyServices, media: list[Media], qtbot: QtBot) -> Table:
    page = ConsensusPage(study)
    qtbot.addWidget(page)
    page.resize(1270, 680)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    return Table(qtbot, study, page)


@pytest.fixture
def meeting(table: Table) -> Table:
    """The same with the meeting of A and B open, for A."""
    table.sit_down(ANNA)
    table.press(Qt.Key.Key_Return)
    assert table.page.has_open_meeting
    return table
