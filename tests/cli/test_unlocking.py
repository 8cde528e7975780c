"""Commands open encrypted studies by a file, the keyring or a typed passphrase, or say why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
import typer
from keyring.backend import KeyringBackend

from practicecoder.cli import unlocking
from practicecoder.cli.main import build_app
from practicecoder.services.studies import opens
from practicecoder.vault.slots import Slot
from practicecoder.vault.study_key import StudyKey
from tests.cli.conftest import Run

PASSPHRASE, OTHER = "four made up words", "another four made up words"
OPENS_NO_STUDY = {
    "audio info",
    "audio peaks",
    "audio transcribe",
    "codebook check",
    "codebook diff",
    "codebook list",
    "codebook show",
    "convert",
    "demo",
    "study forget",
}


class MadeUpKeyring(KeyringBackend):
    """Keeps passwords in memory, or refuses as a computer without a desktop does."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # it has no types
        self.kept: dict[tuple[str, str], str] = {}
        self.is_broken = False

    def _check(self) -> None:
        if self.is_broken:
            raise RuntimeError("no desktop")

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        del self.kept[service, username]


MadeUpKeyring.__module__ = "keyring.backends.made_up"


@pytest.fixture(autouse=True)
def ring() -> Iterator[MadeUpKeyring]:
    before, made = keyring.get_keyring(), MadeUpKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture(scope="module")
def passphrase_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("secret") / "passphrase.txt"
    path.write_text(f"{PASSPHRASE}\nonly the first line counts\n", encoding="utf-8")
    return path


@pytest.fixture
def sealed(run: Run, tmp_path: Path, passphrase_file: Path) -> Path:
    folder = tmp_path / "study"
    done = run(
        *("study", "create", folder, "--codebook", "swim7", "--title", "Sealed", "--encrypt"),
        *("--passphrase-file", passphrase_file),
    )
    assert done.code == 0, done.err
    assert "Recovery code: " in done.out
    assert "not encrypted" not in done.out
    (tmp_path / "code.txt").write_text(
        done.out.split("Recovery code: ")[1].splitlines()[0], encoding="utf-8"
    )
    return folder


def typing(monkeypatch: pytest.MonkeyPatch, *typed: str) -> list[str]:
    """Sit at a terminal and type; what was asked is in the list."""
    asked: list[str] = []
    answers = iter(typed)

    def getpass(prompt: str) -> str:
        asked.append(prompt)
        return next(answers)

    monkeypatch.setattr(unlocking, "can_ask", lambda: True)
    monkeypatch.setattr(unlocking, "getpass", getpass)
    return asked


def test_every_command_that_opens_a_study_takes_a_passphrase_file() -> None:
    def walk(group: object, name: str = "") -> Iterator[tuple[str, set[str]]]:
        for word, command in getattr(group, "commands", {}).items():
            if hasattr(command, "commands"):
                yield from walk(command, f"{name}{word} ")
            else:
                options = {option for part in command.params for option in part.opts}
                yield f"{name}{word}", options

    found = dict(walk(typer.main.get_group(build_app())))

    assert len(found) > 30
    without = {name for name, options in found.items() if "--passphrase-file" not in options}
    assert without <= OPENS_NO_STUDY
    assert "study info" not in without


def test_a_file_opens_the_study_for_reading_writing_and_tables(
    run: Run, sealed: Path, passphrase_file: Path
) -> None:
    key = ("--passphrase-file", passphrase_file)

    assert run("study", "add-person", sealed, "C1", "--as", "L1", *key).code == 0
    assert run("study", "info", sealed, "--json", *key).json["coders"] == 2
    assert run("study", "check", sealed, *key).out.startswith("Database, history")
    assert run("score", sealed, *key).code == 0
    assert PASSPHRASE.encode() not in b"".join(
        path.read_bytes() for path in sealed.rglob("*") if path.is_file()
    )


def test_without_a_terminal_one_sentence_says_what_to_do(run: Run, sealed: Path) -> None:
    done = run("study", "info", sealed)

    assert (done.code, done.out) == (1, "")
    assert "--passphrase-file" in done.err
    assert done.err.count("\n") == 1


def test_a_wrong_passphrase_is_told_and_nothing_more(
    run: Run, sealed: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(OTHER, encoding="utf-8")

    done = run("study", "info", sealed, "--passphrase-file", wrong)

    assert (done.code, done.out) == (1, "")
    assert "does not open the study" in done.err
    assert OTHER not in done.err


@pytest.mark.parametrize("content", [b"", b"\n second line", b"\xff\xfe\x00"])
def test_a_passphrase_file_that_is_none_is_refused(
    run: Run, sealed: Path, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "odd.txt"
    file.write_bytes(content)
    missing = tmp_path / "missing.txt"

    assert run("study", "info", sealed, "--passphrase-file", file).code == 1
    assert "cannot be read" in run("study", "info", sealed, "--passphrase-file", missing).err


def test_typing_is_asked_again_after_a_slip_and_given_up_after_three(
    run: Run, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = typing(monkeypatch, OTHER, PASSPHRASE)
    done = run("study", "info", sealed, "--json")
    assert done.json["title"] == "Sealed"
    assert len(asked) == 2

    asked = typing(monkeypatch, *[OTHER] * 9)
    assert run("study", "info", sealed).code == 1
    assert len(asked) == unlocking.MOST_TRIES


def test_the_keyring_opens_what_it_was_given_and_forgets_it(
    run: Run, sealed: Path, passphrase_file: Path, ring: MadeUpKeyring
) -> None:
    assert run("study", "remember", sealed, "--passphrase-file", passphrase_file).code == 0
    assert list(ring.kept.values()) == [PASSPHRASE]
    assert run("study", "info", sealed).code == 0

    assert run("study", "forget", sealed).code == 0
    assert ring.kept == {}
    assert run("study", "info", sealed).code == 1


def test_a_keyring_with_an_old_passphrase_or_none_at_all_is_passed_over(
    run: Run,
    sealed: Path,
    passphrase_file: Path,
    ring: MadeUpKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run("study", "remember", sealed, "--passphrase-file", passphrase_file)
    for entry in ring.kept:
        ring.kept[entry] = OTHER
    asked = typing(monkeypatch, PASSPHRASE, PASSPHRASE)
    assert run("study", "info", sealed).code == 0
    ring.is_broken = True
    assert run("study", "info", sealed).code == 0
    assert len(asked) == 2


def test_a_wrong_passphrase_is_not_remembered(
    run: Run, sealed: Path, tmp_path: Path, ring: MadeUpKeyring
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(OTHER, encoding="utf-8")

    assert run("study", "remember", sealed, "--passphrase-file", wrong).code == 1
    assert ring.kept == {}


def test_a_changed_passphrase_takes_the_place_of_the_old_one_everywhere(
    run: Run, sealed: Path, tmp_path: Path, passphrase_file: Path, ring: MadeUpKeyring
) -> None:
    run("study", "remember", sealed, "--passphrase-file", passphrase_file)
    new = tmp_path / "new.txt"
    new.write_text(OTHER, encoding="utf-8")

    done = run("study", "change-passphrase", sealed, "--new-passphrase-file", new)

    assert done.code == 0, done.err
    assert (opens(sealed, PASSPHRASE), opens(sealed, OTHER)) == (False, True)
    assert list(ring.kept.values()) == [OTHER]


def test_two_unlike_new_passphrases_change_nothing(
    run: Run, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, PASSPHRASE, OTHER, OTHER[:-1])

    assert run("study", "change-passphrase", sealed).code == 1
    assert opens(sealed, PASSPHRASE)


def test_the_recovery_code_opens_the_study_until_there_is_a_new_one(
    run: Run, sealed: Path, tmp_path: Path
) -> None:
    code = tmp_path / "code.txt"
    assert run("study", "info", sealed, "--passphrase-file", code).code == 0

    done = run("study", "recovery-code", sealed, "--passphrase-file", code)

    assert done.code == 0, done.err
    assert run("study", "info", sealed, "--passphrase-file", code).code == 1
    assert opens(sealed, done.out.split("Recovery code: ")[1].splitlines()[0])


def test_a_plain_study_needs_nothing_and_has_no_passphrase(
    run: Run, study: Path, passphrase_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = typing(monkeypatch)
    assert run("study", "info", study).code == 0
    assert run("study", "info", study, "--passphrase-file", passphrase_file).code == 0
    done = run("study", "recovery-code", study)
    assert done.code == 1
    assert "is not encrypted" in done.err
    assert asked == []


def test_a_weak_passphrase_makes_no_study(run: Run, tmp_path: Path) -> None:
    weak = tmp_path / "weak.txt"
    weak.write_text("short\n", encoding="utf-8")
    done = run(
        *("study", "create", tmp_path / "s", "--codebook", "swim7", "--title", "T", "--encrypt"),
        *("--passphrase-file", weak),
    )
    assert done.code == 1
    assert not (tmp_path / "s").exists()
    assert (
        run(
            *("study", "create", tmp_path / "s", "--codebook", "swim7", "--title", "T"),
            *("--passphrase-file", weak),
        ).code
        == 2
    )


def test_a_plain_study_is_encrypted_with_all_that_is_in_it(
    run: Run, study: Path, passphrase_file: Path
) -> None:
    assert run("study", "add-person", study, "MADEUP77", "--as", "L1").code == 0
    done = run("study", "encrypt", study, "--passphrase-file", passphrase_file)

    assert done.code == 0, done.err
    assert "Recovery code: " in done.out
    assert run("study", "info", study).code == 1
    key = ("--passphrase-file", passphrase_file)
    assert run("study", "info", study, "--json", *key).json["coders"] == 2
    assert run("study", "check", study, *key).code == 0
    assert not any(b"MADEUP77" in path.read_bytes() for path in study.rglob("*") if path.is_file())
    again = run("study", "encrypt", study, *key)
    assert (again.code, "already" in again.err) == (1, True)


def test_people_have_passphrases_of_their_own_on_record(
    run: Run, sealed: Path, tmp_path: Path, passphrase_file: Path
) -> None:
    given = ("--passphrase-file", passphrase_file)
    own = tmp_path / "own.txt"
    own.write_text(OTHER, encoding="utf-8")

    added = run(
        *("study", "add-passphrase", sealed, "--person", "C1", "--new-passphrase-file", own),
        *given,
    )
    assert added.code == 0, added.err
    assert opens(sealed, OTHER)
    listed = run("study", "passphrases", sealed, "--passphrase-file", own, "--holder", "C1")
    assert listed.out.split() == ["L1", "C1"]
    assert run("study", "remove-passphrase", sealed, "--person", "C1", *given).code == 0
    assert not opens(sealed, OTHER)

    found = run("study", "person-rights", sealed, "--json", *given).json
    changes = [(c["by"], c["what"]) for c in found["changes"]]  # type: ignore[attr-defined]  # JSON of our own
    assert changes == [("L1", "Passphrase of C1 added"), ("L1", "Passphrase of C1 taken away")]


def test_whose_passphrase_was_typed_is_tried_first_when_the_study_opens(
    run: Run,
    sealed: Path,
    tmp_path: Path,
    passphrase_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = tmp_path / "own.txt"
    own.write_text(OTHER, encoding="utf-8")
    run(
        *("study", "add-passphrase", sealed, "--person", "C1", "--new-passphrase-file", own),
        *("--passphrase-file", passphrase_file),
    )
    tried: list[str] = []
    opened = Slot.opened

    def count(slot: Slot, secret: bytes) -> StudyKey | None:
        if slot.label:
            tried.append(slot.label)
        return opened(slot, secret)

    monkeypatch.setattr(Slot, "opened", count)
    typing(monkeypatch, OTHER)
    assert run("study", "info", sealed).code == 0
    assert tried == ["L1", "C1", "C1"]

    tried.clear()
    assert run("study", "info", sealed, "--passphrase-file", own, "--holder", "C1").code == 0
    assert tried == ["C1"]
