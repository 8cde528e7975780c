"""Whose passphrases open a study: each change is on record, and no secret is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder
from practicecoder.errors import (
    KeysDamagedError,
    NotAllowedError,
    ReadOnlyStudyError,
    StoreFailedError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import check_study, open_study, opens
from practicecoder.storage.database import Database
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.vault import slots
from tests.builders import ANNA, LEAD, a_study, add_people

FIRST, SECOND, THIRD = (f"made-up passphrase {n}" for n in ("one", "two", "three"))


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "practicecoder.vault.key_file.Cost",
        lambda: slots.Cost(memory_kib=64, passes=1, lanes=1),
    )


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    made = a_study(tmp_path / "study", passphrase=FIRST)
    add_people(made, Coder(coder_id=ANNA))
    yield made
    made.close()


def recorded(services: StudyServices) -> list[tuple[CoderId | None, str, str | None]]:
    return [(e.actor, e.item, e.new) for e in entries(services)]


def entries(services: StudyServices) -> list[HistoryEntry]:
    history = services.people.rights_history()
    return [entry for entry in history if entry.kind is HistoryKind.RIGHTS_CHANGED]


def test_passphrases_are_given_changed_and_taken_away_on_record(services: StudyServices) -> None:
    code = str(services.new_recovery_code)
    passphrases, path = services.passphrases, services.path

    passphrases.add(FIRST, "C1", SECOND, actor=LEAD)
    assert passphrases.holders == ("L1", "C1")
    assert opens(path, SECOND)
    passphrases.change(SECOND, THIRD, actor=ANNA)
    assert (opens(path, SECOND), opens(path, THIRD)) == (False, True)
    passphrases.remove(FIRST, "C1", actor=LEAD)
    assert not opens(path, THIRD)
    new = passphrases.new_recovery_code(FIRST, actor=LEAD)
    assert (opens(path, code), opens(path, str(new))) == (False, True)
    passphrases.change(str(new), SECOND)
    assert (opens(path, FIRST), opens(path, SECOND)) == (False, True)

    assert recorded(services) == [
        (LEAD, "passphrase:C1", "added"),
        (ANNA, "passphrase:C1", "changed"),
        (LEAD, "passphrase:C1", "removed"),
        (LEAD, "recovery_code", "made"),
        (None, "passphrase:L1", "changed"),
    ]
    told = repr(entries(services))
    assert not any(secret in told for secret in (FIRST, SECOND, THIRD, code, str(new)))
    services.close()
    assert check_study(path, SECOND) == ()


def test_what_is_refused_leaves_keys_and_record_as_they_were(services: StudyServices) -> None:
    passphrases, keys = services.passphrases, services.path / "keys.json"
    passphrases.add(FIRST, "C1", SECOND, actor=LEAD)
    before, told = keys.read_bytes(), recorded(services)

    with pytest.raises(WrongPassphraseError):
        passphrases.change(THIRD, THIRD)
    with pytest.raises(WeakPassphraseError):
        passphrases.change(FIRST, "short")
    with pytest.raises(NotAllowedError, match="not the passphrase of L1"):
        passphrases.change(SECOND, THIRD, "L1", actor=ANNA)
    with pytest.raises(WrongPassphraseError):
        passphrases.new_recovery_code(THIRD, actor=LEAD)
    with pytest.raises(NotAllowedError, match="already"):
        passphrases.add(FIRST, "C1", THIRD, actor=LEAD)
    with pytest.raises(NotAllowedError, match="Nobody"):
        passphrases.remove(FIRST, "C9", actor=LEAD)

    assert keys.read_bytes() == before
    assert recorded(services) == told


@pytest.mark.parametrize("actor", [None, ANNA])
def test_only_a_lead_gives_and_takes_passphrases_and_makes_codes(
    services: StudyServices, actor: CoderId | None
) -> None:
    with pytest.raises(NotAllowedError, match="Only a lead gives passphrases"):
        services.passphrases.add(FIRST, "C1", SECOND, actor=actor)
    with pytest.raises(NotAllowedError, match="Only a lead takes passphrases away"):
        services.passphrases.remove(FIRST, "L1", actor=actor)

    with pytest.raises(NotAllowedError, match="Only a lead makes a new recovery code"):
        services.passphrases.new_recovery_code(FIRST, actor=actor)

    assert services.passphrases.holders == ("L1",)
    assert opens(services.path, str(services.new_recovery_code))


@pytest.mark.parametrize("stranger", ["Z9", ANNA])
def test_nobody_changes_a_passphrase_in_the_name_of_whoever_does_not_work_here(
    services: StudyServices, stranger: str
) -> None:
    services.people.change_roles(ANNA, (), actor=LEAD, reason="made-up leave")
    before = recorded(services)
    with pytest.raises(NotAllowedError, match="Nobody called"):
        services.passphrases.change(FIRST, SECOND, actor=CoderId(stranger))
    with pytest.raises(NotAllowedError, match="Only a lead"):
        services.passphrases.new_recovery_code(FIRST, actor=CoderId(stranger))

    assert opens(services.path, FIRST)
    assert opens(services.path, str(services.new_recovery_code))
    assert recorded(services) == before


def test_keys_that_cannot_be_put_on_record_are_put_back(
    services: StudyServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk refuses the commit after the keys were changed."""
    changed: list[bool] = []
    keys = services.path / "keys.json"
    before = keys.read_bytes()
    writing = Database.transaction

    @contextmanager
    def fail_at_commit(database: Database) -> Iterator[UnitOfWork]:
        with writing(database) as unit:
            yield unit
            changed.append(keys.read_bytes() != before)
            raise StoreFailedError("made up")

    with monkeypatch.context() as failing:
        failing.setattr(Database, "transaction", fail_at_commit)
        with pytest.raises(StoreFailedError):
            services.passphrases.change(FIRST, SECOND, actor=LEAD)

    assert changed == [True]
    assert keys.read_bytes() == before == (services.path / "backups/keys.json").read_bytes()
    assert opens(services.path, FIRST)
    services.context.store.probe()
    assert recorded(services) == []


def test_keys_that_cannot_be_written_leave_no_record(
    services: StudyServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as full:
        full.setattr("practicecoder.vault.durable.os.fsync", fail)
        with pytest.raises(StoreFailedError):
            services.passphrases.change(FIRST, SECOND)
    services.context.store.probe()

    assert opens(services.path, FIRST)
    assert recorded(services) == []


def test_a_study_that_is_only_read_keeps_its_keys(services: StudyServices) -> None:
    services.close()
    with closing(open_study(services.path, read_only=True, secret=FIRST)) as reading:
        with pytest.raises(ReadOnlyStudyError):
            reading.passphrases.change(FIRST, SECOND)
        assert opens(services.path, FIRST)


def test_without_a_key_file_nothing_is_changed(services: StudyServices) -> None:
    (services.path / "keys.json").unlink()

    with pytest.raises(KeysDamagedError, match="Copy"):
        services.passphrases.remove(FIRST, "C1", actor=LEAD)
    assert recorded(services) == []


def test_a_plain_study_has_no_passphrases(tmp_path: Path) -> None:
    with closing(a_study(tmp_path / "plain")) as plain:
        with pytest.raises(NotAllowedError, match="not encrypted"):
            plain.passphrases.change(FIRST, SECOND)
        assert plain.holder is None


# Whose passphrase is tried first


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Labels of the slots on which a passphrase was tried, each at full cost."""
    tried: list[str] = []
    opened = slots.Slot.opened

    def count(slot: slots.Slot, secret: bytes) -> object:
        if slot.kind is slots.SlotKind.PASSPHRASE:
            tried.append(slot.label)
        return opened(slot, secret)

    monkeypatch.setattr(slots.Slot, "opened", count)
    return tried


def test_who_opened_it_last_is_tried_first(services: StudyServices, tries: list[str]) -> None:
    for number in range(1, 5):
        services.passphrases.add(FIRST, f"C{number}", f"{SECOND} {number}", actor=LEAD)
    services.close()
    tries.clear()

    with closing(open_study(services.path, secret=f"{SECOND} 4", holder="C4")) as again:
        assert again.holder == "C4"
        assert tries == ["C4"]
        again.passphrases.change(f"{SECOND} 4", THIRD)
        assert set(tries) == {"C4"}


def test_a_wrong_guess_of_the_holder_costs_time_only(
    services: StudyServices, tries: list[str]
) -> None:
    services.passphrases.add(FIRST, "C1", SECOND, actor=LEAD)
    services.close()
    tries.clear()

    with closing(open_study(services.path, secret=FIRST, holder="C1")) as again:
        assert again.holder == "L1"
    assert tries == ["C1", "L1"]
    with closing(open_study(services.path, secret=FIRST, holder="X9")) as again:
        assert again.holder == "L1"


def test_the_recovery_code_is_nobodys(services: StudyServices, tries: list[str]) -> None:
    code = str(services.new_recovery_code)
    assert services.holder == "L1"
    services.close()
    tries.clear()

    with closing(open_study(services.path, secret=code)) as again:
        assert again.holder is None
    assert tries == []
