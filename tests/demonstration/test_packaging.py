"""The material is found in a working copy and goes into an installed package."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from practicecoder.errors import StudyError
from practicecoder.services import demonstration_material
from practicecoder.services.demonstration_material import material_folder

ROOT = Path(__file__).resolve().parents[2]


def test_working_copy_uses_the_folder_beside_the_package() -> None:
    assert material_folder() == ROOT / "demonstration"


def test_installed_package_has_the_folder_inside() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    taken_along = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert taken_along["demonstration"] == "practicecoder/_demonstration"


def test_copy_inside_the_package_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, beside = tmp_path / "_demonstration", tmp_path / "demonstration"
    inside.mkdir()
    beside.mkdir()
    monkeypatch.setattr(demonstration_material, "_PLACES", (inside, beside))
    assert material_folder() == inside


def test_missing_material_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demonstration_material, "_PLACES", (tmp_path / "nowhere",))
    with pytest.raises(StudyError, match="not installed"):
        material_folder()
