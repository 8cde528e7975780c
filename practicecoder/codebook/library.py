"""Finds the codebooks that come with the program, and checks files that somebody wrote."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from practicecoder.codebook.faults import near_match, quoted
from practicecoder.codebook.loader import read_codebook
from practicecoder.codebook.model import Codebook
from practicecoder.errors import CodebookError, Problem

DEFAULT_ID = "swim7"

_PACKAGE = Path(__file__).resolve().parent.parent
_PLACES = (_PACKAGE / "_codebooks", _PACKAGE.parent / "codebooks")
"""Inside an installed package; beside it in a working copy."""


def built_in_ids() -> tuple[str, ...]:
    """Ids of the codebooks that come with the program, the default first, then by name."""
    ids = sorted(path.stem for path in _folder().glob("*.toml"))
    return tuple(sorted(ids, key=lambda codebook_id: codebook_id != DEFAULT_ID))


def built_in() -> tuple[Codebook, ...]:
    """Every codebook that comes with the program, the default first."""
    return tuple(_read(_folder() / f"{codebook_id}.toml") for codebook_id in built_in_ids())


def find(codebook_id: str) -> Codebook:
    """Codebook of an id that comes with the program.

    Raises
    ------
    CodebookError
        If there is none; a near match is offered.
    """
    known = built_in_ids()
    if codebook_id not in known:
        fix = near_match(codebook_id, known) or f"There are: {', '.join(known)}."
        raise CodebookError(
            [Problem(what=f"There is no codebook {quoted(codebook_id)}.", fix=fix)]
        )
    return _read(_folder() / f"{codebook_id}.toml")


def check_file(path: Path) -> tuple[Problem, ...]:
    """Every fault of a codebook file; empty if it has none."""
    try:
        read_codebook(path)
    except CodebookError as error:
        return error.problems
    return ()


def _folder() -> Path:
    for place in _PLACES:
        if place.is_dir():
            return place
    raise CodebookError(
        [Problem(what="The codebooks of the program are missing.", fix="Install it again.")]
    )


@cache
def _read(path: Path) -> Codebook:
    return read_codebook(path)
