"""Measures from elsewhere in a study: who may add them, what is kept, where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.sessions import SessionState
from practicecoder.errors import ImportedDataError, NotAllowedError, ReadOnlyStudyError
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from tests.builders import ANALYST, ANNA, LEAD, a_session, a_study, add_people, add_sessions


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study")
    add_people(
        made, Coder(coder_id=ANNA), Coder(coder_id=ANALYST, roles=frozenset({Role.ANALYST}))
    )
    add_sessions(made, *(a_session(n) for n in (1, 2, 3)))
    yield made
    made.close()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    made = tmp_path / "outcomes.csv"
    made.write_text("session_id,goals\nV-0001,2\nV-0002,3\nV-0003,\n", encoding="utf-8")
    return made


def test_a_preview_writes_nothing(study: StudyServices, sheet: Path) -> None:
    preview = study.outcomes.preview(sheet)

    assert [(one.measure, one.n, one.mean) for one in preview.measures] == [("goals", 2, 2.5)]
    assert preview.n_without == 1
    assert study.outcomes.measures() == ()


def test_added_measures_are_on_record_without_their_numbers(
    study: StudyServices, sheet: Path
) -> None:
    study.outcomes.add(study.outcomes.preview(sheet), actor=ANALYST)

    with study.context.store.reading() as unit:
        entries = [e for e in unit.history.all() if e.kind is HistoryKind.OUTCOMES_ADDED]
    assert [(e.item, e.actor) for e in entries] == [("goals", ANALYST)]
    assert json.loads(entries[0].new or "") == {"sessions": 2, "replaced": 0}
    assert study.outcomes.measures() == ("goals",)


def test_of_a_withdrawn_session_no_measure_is_taken(study: StudyServices, sheet: Path) -> None:
    preview = study.outcomes.preview(sheet)
    gone = SessionId("V-0002")
    study.session_use.take_out([gone], SessionState.WITHDRAWN, actor=LEAD, reason="asked")

    with pytest.raises(ImportedDataError, match="V-0002 was withdrawn"):
        study.outcomes.preview(sheet)
    with pytest.raises(ImportedDataError, match="V-0002"):
        study.outcomes.add(preview, actor=ANALYST)
    assert study.outcomes.measures() == ()


@pytest.mark.parametrize("actor", [ANNA, CoderId("NOBODY")])
def test_coders_add_no_measures(study: StudyServices, sheet: Path, actor: CoderId) -> None:
    preview = study.outcomes.preview(sheet)

    with pytest.raises(NotAllowedError, match="Only a lead or an analyst"):
        study.outcomes.add(preview, actor=actor)
    assert study.outcomes.all() == ()


def test_replacing_takes_the_place_of_the_whole_measure(study: StudyServices, sheet: Path) -> None:
    study.outcomes.add(study.outcomes.preview(sheet), actor=LEAD)
    sheet.write_text("session_id,goals\nV-0003,5\n", encoding="utf-8")
    preview = study.outcomes.preview(sheet)
    study.outcomes.add(preview, actor=LEAD, replace_existing=True)

    assert [(o.session_id, o.value) for o in study.outcomes.all()] == [("V-0003", 5.0)]


def test_a_study_opened_for_reading_takes_nothing(
    study: StudyServices, sheet: Path, tmp_path: Path
) -> None:
    study.close()
    reading = open_study(tmp_path / "study", read_only=True)
    preview = reading.outcomes.preview(sheet)

    with pytest.raises(ReadOnlyStudyError):
        reading.outcomes.add(preview, actor=None)
    reading.close()
