"""Tables with a preview: nothing is stored before it is accepted, and then all of it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from practicecoder.codebook import library
from practicecoder.domain.coding import CodingRole, CodingState
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.sessions import Phase, SessionState
from practicecoder.errors import ImportedDataError, NotAllowedError
from practicecoder.interchange.column_mapping import ANY_COLUMN, ColumnMapping, DayOrder
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import check_study, create_study, study_info
from practicecoder.services.table_import import ImportPreview
from tests.services.test_importing import tone

SAMPLES = Path(__file__).parents[1] / "golden" / "formats"
LEAD = CoderId("L1")
SESSION = SessionId("HF-0042")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[StudyServices]:
    made = create_study(tmp_path / "study", title="Empty", codebook=library.find("swim7"))
    yield made
    made.close()


def explained(mapping: ColumnMapping) -> ColumnMapping:
    """Mapping of the wide sample with every question answered."""
    return replace(
        mapping,
        cells={ANY_COLUMN: {"-99": "no_behaviour_change"}, "Phase": {"2": "post"}},
        day_order=DayOrder.DAY_FIRST,
        coders={"C1": "A", "C2": "B"},
    )


def wide(services: StudyServices, *, add_sessions: bool = True) -> ImportPreview:
    tables = services.importing.tables
    table = tables.read(SAMPLES / "lab_wide_spss.csv")
    mapping = explained(tables.understand(table))
    return tables.preview(table, mapping, add_sessions=add_sessions)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_preview_stores_nothing(empty: StudyServices) -> None:
    def content() -> tuple[object, ...]:
        with empty.context.store.reading() as unit:
            return unit.sessions.all(), unit.codings.all(), unit.history.all(), unit.study.load()

    before = content()
    preview = wide(empty)
    assert preview.problems == ()
    assert content() == before


def test_two_coders_beside_each_other_become_two_submitted_codings(empty: StudyServices) -> None:
    preview = wide(empty)
    assert preview.sentence() == (
        "Will add 1 session, 2 codings, 14 ratings, 2 new coders; changes nothing that is there."
    )
    summary = empty.importing.tables.accept(preview, actor=LEAD)

    assert summary.sentence() == "Added 1 session, 2 codings, 14 ratings, 2 new coders."
    with empty.context.store.reading() as unit:
        session = unit.sessions.find(SESSION)
        codings = {c.coder_id: c for c in unit.codings.of_session(SESSION)}
    assert session is not None
    assert (session.phase, session.office_id, session.state) == (
        Phase.POST,
        "1",
        SessionState.COMPARED,
    )
    assert {c.role for c in codings.values()} == {CodingRole.PRIMARY, CodingRole.DOUBLE}
    first = codings[CoderId("A")]
    assert first.rating("autonomy").value == 2
    assert first.rating("evocation").na_reason == "no_behaviour_change"
    assert first.answers == {"behaviour_change_discussed": False}
    assert check_study(empty.path) == ()


def test_rows_are_shown_as_they_would_be_stored(empty: StudyServices) -> None:
    preview = wide(empty)
    assert preview.headings[:4] == ("session", "coder", "Collaboration", "Autonomy")
    assert [row.cells[:4] for row in preview.rows] == [
        (SESSION, "A", "3", "2"),
        (SESSION, "B", "3", "3"),
    ]
    assert "n/a: no_behaviour_change" in preview.rows[0].cells
    assert "2015-11-03" in preview.rows[0].cells


def test_problems_stand_at_the_cell_of_the_coder_they_concern(empty: StudyServices) -> None:
    tables = empty.importing.tables
    table = tables.read(SAMPLES / "lab_wide_spss.csv")
    preview = tables.preview(table, tables.understand(table), add_sessions=True)
    column = preview.headings.index("Evocation")

    for row in preview.rows:
        assert row.cells[column] == "-99"
        assert "nobody said" in row.faults[column].what
    with pytest.raises(ImportedDataError, match="nobody said"):
        tables.accept(preview, actor=LEAD)
    assert study_info(empty).n_sessions == 0


def test_sessions_that_are_not_there_are_a_problem_unless_they_are_to_be_added(
    empty: StudyServices,
) -> None:
    preview = wide(empty, add_sessions=False)
    assert [(p.line, p.key) for p in preview.problems] == [(2, "SessionID")]
    assert preview.unknown_sessions == (SESSION,)


def test_ratings_that_are_there_are_never_overwritten(empty: StudyServices) -> None:
    empty.importing.tables.accept(wide(empty), actor=LEAD)
    again = wide(empty)

    assert [p.key for p in again.problems] == [None, None]
    assert any("imported before" in notice for notice in again.notices)


def test_only_a_lead_imports_and_nothing_is_left_of_the_attempt(empty: StudyServices) -> None:
    with pytest.raises(NotAllowedError):
        empty.importing.tables.accept(wide(empty), actor=CoderId("nobody"))
    assert study_info(empty).n_sessions == 0
    assert study_info(empty).n_coders == 1


def test_sessions_of_an_excel_sheet_bring_their_recordings(
    empty: StudyServices, tmp_path: Path
) -> None:
    tone(tmp_path / "lab" / "one.wav", 440)
    book = openpyxl.Workbook()
    book.active.append(["Recording ID", "Social worker", "Site", "Visit date", "File name"])  # type: ignore[union-attr]  # a new workbook has a sheet
    book.active.append(["V1", "W1", "North", "13.11.2015", "one.wav"])  # type: ignore[union-attr]  # as above
    book.save(tmp_path / "lab" / "sessions.xlsx")
    tables = empty.importing.tables
    table = tables.read(tmp_path / "lab" / "sessions.xlsx")
    preview = tables.preview(table, tables.understand(table))

    assert preview.problems == ()
    assert preview.headings == ("session", "worker", "office", "session date", "audio")
    assert preview.rows[0].cells == ("V1", "W1", "North", "2015-11-13", "one.wav")
    said: list[float] = []
    tables.accept(preview, actor=LEAD, progress=lambda share, _: said.append(share))
    assert said[-1] == pytest.approx(1.0)
    with empty.context.store.reading() as unit:
        session = unit.sessions.find(SessionId("V1"))
    assert session is not None
    assert session.recording is not None


def test_a_bad_recording_leaves_nothing_of_the_table(empty: StudyServices, tmp_path: Path) -> None:
    (tmp_path / "one.wav").write_bytes(b"no sound")
    path = written(tmp_path / "s.csv", "session,audio,empathy,coder\nV1,one.wav,3,A\n")
    tables = empty.importing.tables
    table = tables.read(path)
    preview = tables.preview(table, tables.understand(table), add_sessions=True)
    assert preview.problems == ()
    with pytest.raises(ImportedDataError):
        tables.accept(preview, actor=LEAD)
    assert (study_info(empty).n_sessions, study_info(empty).n_codings) == (0, 0)


def test_double_entry_with_its_dictionary_needs_no_question(empty: StudyServices) -> None:
    tables = empty.importing.tables
    table = tables.read(SAMPLES / "redcap_double_entry_export.csv")
    mapping = tables.understand(table, SAMPLES / "redcap_data_dictionary.csv")
    preview = tables.preview(table, mapping, add_sessions=True)
    assert preview.problems == ()
    assert tables.accept(preview, actor=None).n_ratings == 14


def test_a_draft_stays_open_for_its_coder(empty: StudyServices, tmp_path: Path) -> None:
    path = written(tmp_path / "r.csv", "record_id,empathy,form_complete\nV1--1,3,2\nV1--2,4,0\n")
    tables = empty.importing.tables
    table = tables.read(path)
    tables.accept(tables.preview(table, tables.understand(table), add_sessions=True), actor=LEAD)
    with empty.context.store.reading() as unit:
        states = {c.coder_id: c.state for c in unit.codings.all()}
        history = [e for e in unit.history.all() if e.item == table.digest]
    assert states == {"1": CodingState.LOCKED, "2": CodingState.OPEN}
    assert [(e.kind, e.actor, e.new) for e in history] == [
        (HistoryKind.IMPORTED, LEAD, "double_entry")
    ]


def test_a_mapping_is_remembered_without_words_for_people_and_can_be_forgotten(
    empty: StudyServices,
) -> None:
    tables, memory = empty.importing.tables, empty.importing.memory
    table = tables.read(SAMPLES / "lab_wide_spss.csv")
    mapping = replace(explained(tables.understand(table)), coders={"C1": "Anybody"})
    assert memory.find(table.sheet.columns) is None

    memory.keep(mapping)
    found = memory.find(reversed(table.sheet.columns))
    assert found is not None
    assert found.cells == mapping.cells
    assert found.coders == {}
    memory.forget(table.sheet.columns)
    assert memory.find(table.sheet.columns) is None


def test_settings_of_the_study_stay_when_a_mapping_is_remembered(empty: StudyServices) -> None:
    tables = empty.importing.tables
    before = empty.settings.current()
    table = tables.read(SAMPLES / "lab_long.csv")
    empty.importing.memory.keep(tables.understand(table))
    assert empty.settings.current() == before


def test_no_two_sessions_get_the_same_blind_code(
    empty: StudyServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter(["S-AAAAA", "S-AAAAA", "S-AAAAA", "S-BBBBB"])
    monkeypatch.setattr(
        "practicecoder.services.session_import.new_blind_code", lambda: next(drawn)
    )
    path = written(tmp_path / "s.csv", "session,office\nV1,North\nV2,North\n")
    tables = empty.importing.tables
    table = tables.read(path)
    tables.accept(tables.preview(table, tables.understand(table)), actor=LEAD)
    with empty.context.store.reading() as unit:
        assert [s.blind_code for s in unit.sessions.all()] == ["S-AAAAA", "S-BBBBB"]


def test_an_import_that_is_cancelled_half_way_leaves_nothing(empty: StudyServices) -> None:
    def stop(share: float, _text: str) -> None:
        if share == 1.0:
            raise CancelledError

    with pytest.raises(CancelledError):
        empty.importing.tables.accept(wide(empty), actor=LEAD, progress=stop)
    assert (study_info(empty).n_sessions, study_info(empty).n_codings) == (0, 0)
