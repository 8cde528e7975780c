"""Encrypted studies as services see them: made, opened, and given other passphrases."""

from contextlib import closing
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder
from practicecoder.errors import (
    KeysDamagedError,
    NotAllowedError,
    StoreFailedError,
    StudyInUseError,
    StudyLockedError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from practicecoder.services.studies import (
    check_study,
    create_study,
    encrypt_study,
    is_encrypted,
    open_study,
    opens,
    study_key,
)
from practicecoder.services.study_keys import OpenStudyProof

CODEBOOK = library.find("swim7")
FIRST = "made-up passphrase one"
SECOND = "made-up passphrase two"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, str]:
    path = tmp_path / "made-up study"
    services = create_study(path, title="Made up", codebook=CODEBOOK, passphrase=FIRST)
    code = services.new_recovery_code
    with services.context.store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("C1")))
    services.context.store.close()
    assert code is not None
    return path, str(code)


def test_a_study_is_encrypted_if_it_was_made_with_a_passphrase(
    made: tuple[Path, str], tmp_path: Path
) -> None:
    plain = create_study(tmp_path / "plain", title="Made up", codebook=CODEBOOK)
    assert plain.new_recovery_code is None
    plain.context.store.close()
    assert is_encrypted(made[0])
    assert not is_encrypted(tmp_path / "plain")
    assert not is_encrypted(tmp_path / "none")
    assert study_key(tmp_path / "plain", "anything") is None
    assert opens(tmp_path / "plain", "anything")
    with closing(open_study(tmp_path / "plain", secret="anything").context.store) as store:
        assert not store.read_only


@pytest.mark.parametrize("read_only", [False, True])
def test_passphrase_and_code_open_it(made: tuple[Path, str], read_only: bool) -> None:
    path, code = made
    for secret in (FIRST, code):
        services = open_study(path, read_only=read_only, secret=secret)
        with closing(services.context.store) as store, store.reading() as unit:
            assert {coder.coder_id for coder in unit.people.coders()} == {"L1", "C1"}
        assert services.new_recovery_code is None
    assert check_study(path, FIRST) == ()


def test_without_or_with_a_wrong_one_it_stays_closed(made: tuple[Path, str]) -> None:
    path, _ = made
    with pytest.raises(StudyLockedError):
        open_study(path)
    with pytest.raises(WrongPassphraseError):
        open_study(path, secret=SECOND)
    with pytest.raises(StudyLockedError):
        check_study(path)
    assert not opens(path, SECOND)
    assert not (path / "lock").exists()


def test_a_weak_passphrase_makes_no_study(tmp_path: Path) -> None:
    with pytest.raises(WeakPassphraseError):
        create_study(tmp_path / "study", title="Made up", codebook=CODEBOOK, passphrase="short")
    assert list(tmp_path.iterdir()) == []


def test_lost_keys_are_told_with_their_copy(made: tuple[Path, str]) -> None:
    path, _ = made
    content = (path / "keys.json").read_bytes()
    (path / "keys.json").unlink()
    assert is_encrypted(path)
    with pytest.raises(KeysDamagedError, match="Copy"):
        open_study(path, secret=FIRST)
    (path / "keys.json").write_bytes(content)
    (path / "backups" / "keys.json").unlink()
    open_study(path, secret=FIRST).context.store.close()
    assert (path / "backups" / "keys.json").read_bytes() == content


def test_a_plain_study_is_encrypted_and_opened_with_its_passphrase_or_code(tmp_path: Path) -> None:
    path = tmp_path / "plain"
    create_study(path, title="Made up", codebook=CODEBOOK).context.store.close()
    told: list[float] = []
    code = encrypt_study(path, FIRST, progress=lambda share, _what: told.append(share))
    assert is_encrypted(path)
    assert told[-1] == 1.0
    assert check_study(path, FIRST) == ()
    assert opens(path, str(code))
    with pytest.raises(NotAllowedError, match="already"):
        encrypt_study(path, FIRST)


def test_that_a_study_is_encrypted_is_on_record_before_it_is_done(tmp_path: Path) -> None:
    path = tmp_path / "plain"
    create_study(path, title="Made up", codebook=CODEBOOK).close()

    def refuse(_share: float, _what: str) -> None:
        raise OSError(28, "no space left")

    with pytest.raises(StoreFailedError):
        encrypt_study(path, FIRST, progress=refuse, actor=CoderId("L1"))
    assert not is_encrypted(path)
    encrypt_study(path, FIRST, actor=CoderId("L1"))

    with closing(open_study(path, secret=FIRST)) as services:
        begun = services.people.rights_history()
    assert [(e.kind, e.actor, e.item, e.new) for e in begun] == [
        (HistoryKind.RIGHTS_CHANGED, "L1", "encryption", "begun")
    ] * 2


def test_a_study_that_is_open_is_not_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "plain"
    with closing(create_study(path, title="Made up", codebook=CODEBOOK).context.store):
        with pytest.raises(StudyInUseError):
            encrypt_study(path, FIRST)
        with pytest.raises(WeakPassphraseError):
            encrypt_study(path, "short")
    assert not is_encrypted(path)


# The study that is open


def test_the_passphrase_and_the_code_prove_an_open_study(tmp_path: Path) -> None:
    path = tmp_path / "study"
    with closing(
        create_study(path, title="Made up", codebook=CODEBOOK, passphrase=FIRST)
    ) as services:
        proof = OpenStudyProof(services.context)
        assert proof(FIRST)
        assert proof(str(services.new_recovery_code))
        assert not proof(SECOND)
        services.passphrases.change(FIRST, SECOND)
        assert proof(SECOND)
        assert not proof(FIRST)


def test_an_open_study_is_proved_while_its_keys_are_away_but_by_no_foreign_ones(
    tmp_path: Path,
) -> None:
    path, other = tmp_path / "study", tmp_path / "other"
    create_study(other, title="Other", codebook=CODEBOOK, passphrase=SECOND).close()
    with closing(
        create_study(path, title="Made up", codebook=CODEBOOK, passphrase=FIRST)
    ) as services:
        proof = OpenStudyProof(services.context)
        keys = path / "keys.json"
        own = keys.read_bytes()
        keys.unlink()
        assert proof(FIRST)
        assert not proof(SECOND)
        keys.write_bytes((other / "keys.json").read_bytes())
        assert not proof(SECOND)
        keys.write_bytes(own)


def test_a_study_that_is_not_encrypted_has_nothing_to_prove(tmp_path: Path) -> None:
    with (
        closing(create_study(tmp_path / "plain", title="Made up", codebook=CODEBOOK)) as services,
        pytest.raises(StudyLockedError),
    ):
        OpenStudyProof(services.context)
