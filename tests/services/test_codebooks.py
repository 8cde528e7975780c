"""Codebooks of a study: a further version is taken into use if only wordings differ."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.differences import DifferenceKind, differences
from practicecoder.codebook.loader import parse_codebook
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder
from practicecoder.errors import CodebookError, NotAllowedError
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from tests.builders import (
    ANNA,
    LEAD,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

SWIM7 = library.find("swim7").text


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study")
    add_people(made, Coder(coder_id=ANNA))
    add_sessions(made, a_session(1))
    add_coding(made, SessionId("V-0001"), ANNA, ratings_of(made.codebook, [3] * 7))
    yield made
    made.close()


def a_file(folder: Path, text: str) -> Path:
    file = folder / "swim7.toml"
    file.write_text(text, encoding="utf-8")
    return file


def reworded(version: str = "1.1.0") -> str:
    return SWIM7.replace('version = "1.0.0"', f'version = "{version}"').replace(
        'label = "Empathy"', 'label = "Attunement"'
    )


def test_other_wordings_are_taken_into_use_and_codings_keep_theirs(
    services: StudyServices, tmp_path: Path
) -> None:
    services.codebooks.take_over(a_file(tmp_path, reworded()), actor=LEAD)

    in_force, earlier, *_ = services.codebooks.all()
    assert (in_force.codebook.version, in_force.is_in_force, in_force.n_codings) == (
        "1.1.0",
        True,
        0,
    )
    assert (earlier.codebook.version, earlier.is_kept, earlier.n_codings) == ("1.0.0", True, 1)
    assert services.codebook.label("empathy") == "Attunement"
    with services.context.store.reading() as unit:
        (coding,) = unit.codings.all()
        (entry,) = (e for e in unit.history.all() if e.kind is HistoryKind.CODEBOOK_CHANGED)
    assert coding.codebook.version == "1.0.0"
    assert (entry.actor, entry.item) == (LEAD, "swim7")
    path = services.path
    services.close()
    again = open_study(path)
    assert again.codebook.version == "1.1.0"
    again.close()


def test_what_may_not_be_taken_over_is_refused_in_a_sentence(
    services: StudyServices, tmp_path: Path
) -> None:
    other = tmp_path / "miti-4.2.1.toml"
    other.write_text(library.find("miti-4.2.1").text, encoding="utf-8")
    group = 'group = "care_engagement"'
    weighty = reworded().replace(group, 'group = "good_authority"', 1)
    for file, why in (
        (other, "Make a study of its own"),
        (a_file(tmp_path, reworded("1.0.0")), "used versions stay as they are"),
    ):
        with pytest.raises(NotAllowedError, match=why):
            services.codebooks.take_over(file, actor=LEAD)
    assert group in SWIM7
    with pytest.raises(NotAllowedError, match="More than wordings differ"):
        services.codebooks.take_over(a_file(tmp_path, weighty), actor=LEAD)
    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.codebooks.take_over(a_file(tmp_path, reworded()), actor=ANNA)
    with pytest.raises(CodebookError):
        services.codebooks.take_over(a_file(tmp_path, "nonsense = "), actor=LEAD)
    assert services.codebook.version == "1.0.0"


def test_a_difference_tells_what_was_and_what_is() -> None:
    before, after = library.find("swim7"), parse_codebook(reworded(), "swim7.toml")

    (found,) = differences(before, after)
    assert (found.item, found.part, found.kind) == ("Empathy", "label", DifferenceKind.CHANGED)
    assert (found.before, found.after, found.of_substance) == ("Empathy", "Attunement", False)


@pytest.mark.parametrize("one", library.built_in_ids())
@pytest.mark.parametrize("other", library.built_in_ids())
def test_differences_are_none_exactly_of_the_same(one: str, other: str) -> None:
    found = differences(library.find(one), library.find(other))
    assert (found == ()) is (one == other)
    back = differences(library.find(other), library.find(one))
    assert len(back) == len(found)
