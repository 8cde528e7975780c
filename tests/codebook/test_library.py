from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import AudioNeed, Better, CodebookStatus
from practicecoder.errors import CodebookError

FILES = sorted((Path(__file__).parents[2] / "codebooks").glob("*.toml"))


def test_the_default_comes_first() -> None:
    assert library.built_in_ids() == (
        "swim7",
        "distance-travelled",
        "group-supervision",
        "miti-3.1.1",
        "miti-4.2.1",
    )
    assert tuple(book.codebook_id for book in library.built_in()) == library.built_in_ids()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_passes_every_check(path: Path) -> None:
    assert library.check_file(path) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_drafts_say_that_they_are_drafts(path: Path) -> None:
    assert library.find(path.stem).status is CodebookStatus.DRAFT


def test_swim7_has_the_fixed_ids_and_formulas() -> None:
    book = library.find("swim7")
    assert book.dimension_ids == (
        "collaboration",
        "autonomy",
        "empathy",
        "evocation",
        "purposefulness",
        "clarity_about_concerns",
        "child_focus",
    )
    assert {score.score_id: score.of for score in book.scores} == {
        "care_engagement": ("collaboration", "autonomy", "empathy"),
        "good_authority": ("purposefulness", "clarity_about_concerns", "child_focus"),
        "mi_spirit": ("collaboration", "autonomy", "evocation"),
    }
    assert {reason.reason_id: reason.export_code for reason in book.reasons} == {
        "no_behaviour_change": -9,
        "inaudible": -8,
        "no_opportunity": -7,
        "not_rated": -6,
    }
    assert [level.name for level in book.dimension("empathy").levels] == [
        "not yet heard",
        "heard a little",
        "mixed",
        "heard often",
        "heard throughout",
    ]


def test_every_level_of_a_rated_dimension_is_described() -> None:
    for book in library.built_in():
        for dimension in book.dimensions:
            texts = [level.text for level in dimension.levels]
            assert all(texts), dimension.dimension_id
            assert len(set(texts)) == len(texts), dimension.dimension_id


def test_the_form_without_audio_is_better_when_lower() -> None:
    book = library.find("distance-travelled")
    assert (book.unit.audio, book.scale.better, book.scale.anchor) == (
        AudioNeed.NONE,
        Better.LOWER,
        None,
    )
    assert len(book.dimensions) == 22
    assert [occasion.abbr for occasion in book.occasions] == ["B", "R1", "R2"]


def test_an_unknown_id_is_told_with_a_near_match() -> None:
    with pytest.raises(CodebookError, match=r"no codebook 'swim8'. Did you mean 'swim7'\?"):
        library.find("swim8")
    with pytest.raises(CodebookError, match="There are: swim7, "):
        library.find("../swim7.toml")


def test_a_faulty_file_gives_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "swim7.toml"
    text = library.find("swim7").text
    path.write_text(text.replace("anchor = 3", "anchor = 9"), encoding="utf-8")
    (problem,) = library.check_file(path)
    assert problem.file == "swim7.toml"
    assert problem.key == "scale.anchor"
    assert problem.line == text[: text.index("anchor = 3")].count("\n") + 1


def test_the_installed_copy_is_preferred_and_a_lack_of_both_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "_codebooks"
    installed.mkdir()
    text = library.find("swim7").text
    (installed / "swim7.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(library, "_PLACES", (installed, tmp_path / "codebooks"))
    assert library.built_in_ids() == ("swim7",)
    monkeypatch.setattr(library, "_PLACES", (tmp_path / "codebooks",))
    with pytest.raises(CodebookError, match="Install it again"):
        library.built_in_ids()


def test_naming_the_library_loads_no_pydantic() -> None:
    code = "import sys, practicecoder.codebook.library; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
