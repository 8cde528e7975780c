"""A CACTI archive becomes a study of its own, all of it or nothing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.codebook.loader import parse_codebook
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import ImportedDataError, RecordingError, StudyExistsError
from practicecoder.interchange.codings_mapping import Defaults
from practicecoder.interchange.foreign.cacti_codebook import cacti_codebook
from practicecoder.interchange.foreign.cacti_sqlite_writing import write_casaa_sqlite
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.reading import read_foreign
from practicecoder.interchange.foreign.values import (
    CodedRecording,
    ForeignCode,
    ForeignData,
    ForeignEvent,
    ForeignItem,
    ForeignRating,
    Hints,
)
from practicecoder.services.cacti_study import (
    ArchiveChoices,
    make_study,
    preview_archive,
    read_archive,
)
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import check_study
from tests.services.test_importing import tone

SAMPLES = Path(__file__).parents[1] / "golden" / "formats"
GENERATIONS = {
    "A": ("cacti_v080_sqlite.casaa",),
    "B": ("cacti_v060_text.casaa", "cacti_v060.globals"),
    "C": ("cacti_v010.casaa", "cacti_v010.parse", "cacti_v010.global"),
}
SESSION = SessionId("HF-0042")
LEAD = CoderId("L1")
KEEP = ArchiveChoices(title="Our archive", defaults=Defaults.KEEP)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three generations, each in the folder of its coder, with one configuration for all."""
    folder = tmp_path / "archive"
    for coder, files in GENERATIONS.items():
        (folder / coder).mkdir(parents=True)
        for file in files:
            shutil.copy(SAMPLES / file, folder / coder)
    shutil.copy(SAMPLES / "cacti_userConfiguration.xml", folder)
    return folder


def made(archive: Path, path: Path, choices: ArchiveChoices = KEEP) -> StudyServices:
    """Study of an archive."""
    found = read_archive(archive, folders_are_coders=True, hints=Hints(bytes_per_second=32_000))
    preview = preview_archive(archive, found, choices)
    return make_study(preview, path, title="Ours", lead=LEAD)[0]


def as_cacti(services: StudyServices, coder: str) -> ForeignData:
    """What a study holds of a coder, in CACTI's words again."""
    book = services.codebook
    with services.context.store.reading() as unit:
        coding = next(c for c in unit.codings.of_session(SESSION) if c.coder_id == coder)
    names = {d.dimension_id: d.aliases[0] for d in book.dimensions}
    return ForeignData(
        format=ForeignFormat.EVENTS,
        codes=tuple(ForeignCode(code=c.label, speaker=c.speaker) for c in book.counts),
        recordings=(
            CodedRecording(
                session=SESSION,
                events=tuple(
                    ForeignEvent(
                        start_ms=m.at_ms,
                        code=book.count(m.count_id).label,
                        speaker=book.count(m.count_id).speaker,
                    )
                    for m in coding.marks
                ),
                ratings=tuple(
                    ForeignRating(item=names[item], value=f"{rating.value:g}")
                    for item, rating in coding.ratings.items()
                    if rating.value is not None
                ),
            ),
        ),
    )


def test_three_generations_become_a_study_and_come_back(archive: Path, tmp_path: Path) -> None:
    services = made(archive, tmp_path / "study")
    assert len(services.codebook.counts) == 14
    assert [d.scale.maximum for d in services.codebook.dimensions] == [5] * 7
    original = read_foreign(SAMPLES / "cacti_v080_sqlite.casaa").recordings[0]
    for coder in GENERATIONS:
        path = tmp_path / f"{coder}.casaa"
        path.write_bytes(write_casaa_sqlite(as_cacti(services, coder)).data)
        again = read_foreign(path).recordings[0]
        assert [(e.start_ms, e.code, e.speaker) for e in again.events] == [
            (e.start_ms, e.code, e.speaker) for e in original.events
        ]
        assert {r.item: r.value for r in again.ratings} == {
            r.item: r.value for r in original.ratings
        }
    services.close()
    assert check_study(tmp_path / "study") == ()


def test_the_codebook_follows_the_configuration(archive: Path) -> None:
    found = read_archive(archive, folders_are_coders=True)
    book = preview_archive(archive, found, KEEP).codebook
    assert book is not None
    assert parse_codebook(book.text, "cacti.toml").digest == book.digest
    assert [c.count_id for c in book.counts][:3] == ["gi", "persuade", "q"]
    assert {c.count_id for c in book.counts if c.speaker == "client"} == {"ct", "st", "fn"}
    assert book.score("reflections_to_questions").parts == ("sr", "cr", "q")
    assert book.dimension("clarity_rating").aliases == ("CLARITY",)


def test_zero_is_no_level_where_it_says_not_yet_rated(archive: Path) -> None:
    found = read_archive(archive, folders_are_coders=True)
    choices = replace(KEEP, defaults=Defaults.NOT_YET_RATED)
    preview = preview_archive(archive, found, choices)
    assert preview.problems == ()
    assert preview.codebook is not None
    assert {d.scale.minimum for d in preview.codebook.dimensions} == {1}
    assert preview.codings is not None
    assert [one.n_ratings for one in preview.codings.codings] == [6, 6, 6]


def test_a_preview_asks_and_makes_nothing(archive: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    found = read_archive(archive)
    preview = preview_archive(archive, found, ArchiveChoices())
    keys = {problem.key for problem in preview.problems}
    assert {"coder", "defaults"} <= keys or any("several files" in p.what for p in found.problems)
    with pytest.raises(ImportedDataError):
        make_study(preview, tmp_path / "study", title="Ours", lead=LEAD)
    assert sorted(tmp_path.rglob("*")) == before


def test_nothing_is_left_of_a_study_whose_sound_cannot_be_used(
    archive: Path, tmp_path: Path
) -> None:
    (archive / "HF-0042.wav").write_bytes(b"RIFF no sound")
    with pytest.raises((ImportedDataError, RecordingError)):
        made(archive, tmp_path / "study")
    assert not (tmp_path / "study").exists()


def test_sound_comes_with_its_session_and_an_empty_folder_is_filled(
    archive: Path, tmp_path: Path
) -> None:
    tone(archive / "HF-0042.wav", 440, seconds=1)
    (tmp_path / "study").mkdir()
    services = made(archive, tmp_path / "study")
    with services.context.store.reading() as unit:
        session = unit.sessions.find(SESSION)
    assert session is not None
    assert session.recording is not None
    services.close()


def test_a_folder_with_something_in_it_is_left_alone(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "study").mkdir()
    kept = tmp_path / "study" / "mine.txt"
    kept.write_text("mine", encoding="utf-8")
    with pytest.raises(StudyExistsError):
        made(archive, tmp_path / "study")
    assert kept.read_text(encoding="utf-8") == "mine"


def test_a_folder_without_files_of_cacti_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    shutil.copy(SAMPLES / "elan.eaf", tmp_path / "other")
    with pytest.raises(ImportedDataError, match="no file of CACTI"):
        read_archive(tmp_path / "other")


def test_codes_that_were_never_used_give_way_where_keys_run_out() -> None:
    codes = [ForeignCode(code=f"C{number}", speaker="Therapist") for number in range(30)]
    made_of = cacti_codebook(codes, (), codebook_id="many", title="Many", used={"C29"})
    book = parse_codebook(made_of.text, "many.toml")
    assert len(book.counts) == 26
    assert "c29" in book.count_ids
    assert "4 codes are left out" in made_of.notices[0]
    every = cacti_codebook(
        codes, (), codebook_id="many", title="Many", used={code.code for code in codes}
    )
    assert [problem.key for problem in every.problems] == ["codes"]


@pytest.mark.parametrize("name", ["007", "with", "str2", "é", "A" * 80, "a b\tc", '"\\', "x_na"])
def test_any_name_becomes_an_id_of_a_valid_codebook(name: str) -> None:
    item = ForeignItem(item=name, minimum=1, maximum=7)
    text = cacti_codebook(
        [ForeignCode(code=name), ForeignCode(code=f"{name}2")],
        [item],
        codebook_id="odd",
        title=name,
    ).text
    assert len(parse_codebook(text, "odd.toml").counts) == 2
