"""Archives of other programs become codings of a study, after a preview."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.domain.coding import CodingState, CountingMode
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import ImportedDataError
from practicecoder.interchange.codings_mapping import (
    CodingsMapping,
    Defaults,
    codings_mapping_text,
    read_codings_mapping,
)
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import check_study, create_study, study_info
from tests.services.test_importing import tone

SAMPLES = Path(__file__).parents[1] / "golden" / "formats"
LEAD = CoderId("L1")
SESSION = SessionId("HF-0042")
CODES = {"Q": "q", "SR": "sr", "CR": "cr", "PERSUADE": "persuade", "GI": "gi"}
ITEMS = {
    "COLLABORATION": "partnership",
    "EMPATHY": "empathy",
    "EVOCATION": "cultivating_change_talk",
}


@pytest.fixture
def miti(tmp_path: Path) -> Iterator[StudyServices]:
    made = create_study(tmp_path / "study", title="Counts", codebook=library.find("miti-4.2.1"))
    yield made
    made.close()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three generations of CACTI, each in the folder of its coder."""
    parts = {
        "A": ("cacti_v080_sqlite.casaa", "cacti_userConfiguration.xml"),
        "B": ("cacti_v060_text.casaa", "cacti_v060.globals"),
        "C": ("cacti_v010.casaa", "cacti_v010.parse", "cacti_v010.global"),
    }
    for coder, files in parts.items():
        (tmp_path / "archive" / coder).mkdir(parents=True)
        for file in files:
            shutil.copy(SAMPLES / file, tmp_path / "archive" / coder / file)
    return tmp_path / "archive"


def told(services: StudyServices, archive: Path) -> CodingsMapping:
    """Mapping in which everything is said."""
    codings = services.importing.codings
    blank = codings.blank(codings.read(archive, folders_are_coders=True))
    return replace(
        blank,
        codes={**blank.codes, **CODES},
        items={**blank.items, **ITEMS},
        missing={"0": ""},
        defaults=Defaults.KEEP,
    )


def test_three_generations_of_an_archive_become_three_codings(
    miti: StudyServices, archive: Path
) -> None:
    codings = miti.importing.codings
    found = codings.read(archive, folders_are_coders=True)
    preview = codings.preview(archive, found, told(miti, archive))
    assert preview.problems == ()
    summary = codings.accept(preview, actor=LEAD)

    assert (summary.n_codings, summary.n_sessions, len(summary.new_coders)) == (3, 1, 3)
    with miti.context.store.reading() as unit:
        stored = {c.coder_id: c for c in unit.codings.of_session(SESSION)}
    first = stored[CoderId("A")]
    assert (first.state, first.counting) == (CodingState.LOCKED, CountingMode.TALLY)
    simple = [m.at_ms for m in first.marks if m.count_id == "sr"]
    assert simple == [14_800]
    assert first.rating("empathy").value == 3
    assert first.rating("cultivating_change_talk").value is None
    assert {p.dimension_ids for p in first.evidence} == {("partnership",), ("empathy",)}
    spans = [(m.at_ms, m.end_ms) for m in stored[CoderId("C")].marks]
    assert (14_000, 19_000) in spans
    assert check_study(miti.path) == ()


def test_a_preview_of_codings_stores_nothing(miti: StudyServices, archive: Path) -> None:
    before = study_info(miti)
    codings = miti.importing.codings
    found = codings.read(archive, folders_are_coders=True)
    codings.preview(archive, found, told(miti, archive))
    assert study_info(miti) == before


def test_what_nobody_explained_blocks(miti: StudyServices, archive: Path) -> None:
    codings = miti.importing.codings
    found = codings.read(archive, folders_are_coders=True)
    preview = codings.preview(archive, found, CodingsMapping(items=ITEMS))

    sentences = " ".join(p.sentence() for p in preview.problems)
    assert "Nothing is said about the code 'SR'" in sentences
    assert "Nothing is said about the item 'AUTONOMY'" in sentences
    assert "may have been filled in by the program" in sentences
    with pytest.raises(ImportedDataError):
        codings.accept(preview, actor=LEAD)
    assert study_info(miti).n_codings == 0


def test_nobody_is_made_up_where_no_file_names_the_coder(
    miti: StudyServices, tmp_path: Path
) -> None:
    (tmp_path / "one").mkdir()
    shutil.copy(SAMPLES / "cacti_v060_text.casaa", tmp_path / "one")
    codings = miti.importing.codings
    found = codings.read(tmp_path / "one")
    mapping = told(miti, tmp_path / "one")
    asked = codings.preview(tmp_path / "one", found, mapping)
    assert [p.key for p in asked.problems] == ["coder"]
    answered = codings.preview(tmp_path / "one", found, replace(mapping, coder="D"))
    assert answered.problems == ()
    assert answered.new_coders == ("D",)


def test_the_same_archive_twice_changes_nothing(miti: StudyServices, archive: Path) -> None:
    codings = miti.importing.codings
    found = codings.read(archive, folders_are_coders=True)
    mapping = told(miti, archive)
    codings.accept(codings.preview(archive, found, mapping), actor=LEAD)
    again = codings.preview(archive, found, mapping)

    assert len(again.problems) == 3
    assert all("already coded" in p.what for p in again.problems)
    assert "imported before" in again.notices[0]


def test_codes_are_remembered_and_people_are_not(miti: StudyServices, archive: Path) -> None:
    codings = miti.importing.codings
    found = codings.read(archive, folders_are_coders=True)
    codings.accept(codings.preview(archive, found, told(miti, archive)), actor=LEAD)
    remembered = codings.suggest(found)
    assert remembered.codes["SR"] == "sr"
    assert remembered.defaults is Defaults.KEEP
    assert (remembered.coders, remembered.sessions) == ({}, {})


def test_a_recording_beside_the_files_comes_with_its_session(
    miti: StudyServices, tmp_path: Path
) -> None:
    folder = tmp_path / "boris"
    folder.mkdir()
    shutil.copy(SAMPLES / "cacti_v060.globals", folder)
    tone(folder / "HF-0042.wav", 440)
    codings = miti.importing.codings
    found = codings.read(folder)
    preview = codings.preview(folder, found, replace(told(miti, folder), coder="A"))
    assert preview.problems == ()
    assert codings.accept(preview, actor=LEAD).n_recordings == 1


def test_a_mapping_survives_as_a_file(tmp_path: Path) -> None:
    mapping = CodingsMapping(
        codes={'a "b" \\c\td': "question", "": ""},
        items={"X": "empathy"},
        missing={"0": ""},
        coders={"1": "A"},
        sessions={"V 1": "V1"},
        coder="D",
        defaults=Defaults.NOT_YET_RATED,
    )
    path = tmp_path / "map.toml"
    path.write_text(codings_mapping_text(mapping), encoding="utf-8")
    assert read_codings_mapping(path) == mapping


def test_words_that_nobody_mapped_are_comments_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    known, blank = CodingsMapping(codes={"SR": "sr"}), CodingsMapping(codes={"SR": "", "FN": ""})
    path.write_text(codings_mapping_text(known, blank), encoding="utf-8")
    assert '# "FN" = ""' in path.read_text(encoding="utf-8")
    assert read_codings_mapping(path) == known


def test_what_is_left_out_is_told_with_its_number(miti: StudyServices, archive: Path) -> None:
    codings = miti.importing.codings
    found = codings.read(archive, folders_are_coders=True)
    preview = codings.preview(archive, found, told(miti, archive))
    assert "6 marks with the code 'FN' are not taken." in preview.notices
    assert "3 ratings of the item 'AUTONOMY' are not taken." in preview.notices


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("codes = 3", "codes"),
        ("coder = 1", "coder"),
        ('defaults = "maybe"', "defaults"),
        ("shoes = 1", "shoes"),
        ("[", None),
    ],
)
def test_a_faulty_mapping_file_is_refused(tmp_path: Path, text: str, key: str | None) -> None:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportedDataError) as caught:
        read_codings_mapping(path)
    assert [p.key for p in caught.value.problems] == [key]
