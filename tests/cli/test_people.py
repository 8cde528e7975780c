"""People of a study by command: who has which roles, and how that changed."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def staffed(run: Run, study: Path) -> Path:
    assert run("study", "add-person", study, "C1", "--as", "L1").code == 0
    return study


def test_people_are_added_in_the_name_of_a_lead(run: Run, staffed: Path) -> None:
    for options in ((), ("--as", "C1"), ("--as", "nobody")):
        done = run("study", "add-person", staffed, "C2", "--role", "lead", *options)
        assert done.code == 1
        assert "Only a lead adds people." in done.err
    assert "--as" in run("study", "add-person", staffed, "C2").err
    people = run("study", "person-rights", staffed, "--json").json["people"]
    assert isinstance(people, list)
    assert [one["code"] for one in people] == ["C1", "L1"]


def rights(run: Run, folder: Path, *options: str) -> tuple[int, str, str]:
    done = run("study", "person-rights", folder, *options)
    return done.code, done.out.strip(), done.err.strip()


def test_roles_are_changed_and_listed_with_their_record(run: Run, staffed: Path) -> None:
    code, told, _ = rights(
        run, staffed, "--person", "C1", "--role", "analyst", "--role", "coder", "--reason", "more"
    )
    assert (code, told) == (0, "C1: coder, analyst.")

    found = run("study", "person-rights", staffed, "--json").json
    assert found["people"] == [
        {"code": "C1", "roles": ["coder", "analyst"]},
        {"code": "L1", "roles": ["lead"]},
    ]
    added, changed = cast("list[dict[str, str]]", found["changes"])
    assert (added["by"], added["what"], added["after"]) == ("L1", "C1 added", "coder")
    assert (changed["by"], changed["what"]) == ("L1", "Roles of C1 changed")
    assert (changed["before"], changed["after"]) == ("coder", "coder, analyst")
    assert changed["reason"] == "more"
    assert "Roles of C1 changed" in rights(run, staffed)[1]


def test_access_ends_and_comes_back(run: Run, staffed: Path) -> None:
    ended = rights(run, staffed, "--person", "C1", "--no-access", "--reason", "left")
    assert ended[:2] == (0, "C1: no access.")
    assert "C1    no access" in rights(run, staffed)[1]

    back = rights(run, staffed, "--person", "C1", "--role", "coder", "--reason", "back")
    assert back[:2] == (0, "C1: coder.")
    again = rights(run, staffed, "--person", "C1", "--role", "coder", "--reason", "back")
    assert again[:2] == (0, "Nothing changes.")
    assert run("study", "check", staffed).code == 0


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--person", "C1", "--role", "analyst"), 1, "Say why"),
        (("--person", "C1", "--reason", "w"), 2, "--no-access"),
        (("--person", "C1", "--role", "lead", "--no-access", "--reason", "w"), 2, "--no-access"),
        (("--role", "lead"), 2, "--person"),
        (("--person", "L1", "--no-access", "--reason", "w"), 1, "only lead"),
        (("--person", "X", "--role", "lead", "--reason", "w"), 1, "nobody called X"),
        (
            ("--person", "C1", "--role", "lead", "--reason", "w", "--as", "C1"),
            1,
            "Only a lead changes roles",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    run: Run, staffed: Path, options: tuple[str, ...], code: int, words: str
) -> None:
    found, _, complaint = rights(run, staffed, *options)

    assert found == code
    assert words in complaint


def test_with_several_leads_one_is_named(run: Run, staffed: Path) -> None:
    run("study", "add-person", staffed, "L2", "--role", "lead", "--as", "L1")
    options = ("--person", "C1", "--role", "analyst", "--reason", "w")

    assert "--as" in rights(run, staffed, *options)[2]
    assert rights(run, staffed, *options, "--as", "L2")[0] == 0


def test_a_coder_adds_nobody(run: Run, staffed: Path) -> None:
    done = run("study", "add-person", staffed, "C2", "--as", "C1")

    assert done.code == 1
    assert "Only a lead adds people" in done.err
