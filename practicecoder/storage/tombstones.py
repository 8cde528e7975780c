"""What was withdrawn, by hash: the record that keeps a copy from bringing it back.

In an encrypted study the record is encrypted too: it holds receipts, and would tell whoever has a
list of codes which of them was withdrawn.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from practicecoder.domain.ids import Fingerprint, SessionId
from practicecoder.domain.withdrawal import WithdrawalChoice
from practicecoder.errors import EncryptedFileError, TombstonesDamagedError
from practicecoder.storage.failures import disk_told
from practicecoder.storage.folders import StudyFolder, make_durable
from practicecoder.vault.sealing import decrypt_bytes, encrypt_bytes
from practicecoder.vault.study_key import KeyUse

FILE = "withdrawn.json"
_FORMAT = 1
_SALT_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """One withdrawal. ``session`` and ``recordings`` are hashes under the study's salt.

    ``by`` and ``receipt`` are what the table of withdrawals holds about it. ``is_done`` is False
    from the moment it cannot be taken back until everything that it destroys is destroyed.
    """

    withdrawal_id: str
    at: datetime
    by: str
    choice: WithdrawalChoice
    session: str
    recordings: tuple[str, ...]
    receipt: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Tombstones:
    """Every withdrawal of a study, and the salt under which it is hashed.

    Whoever holds this file and a list of codes can find out which of them was withdrawn; the file
    alone tells none.
    """

    salt: bytes
    stones: tuple[Tombstone, ...] = ()

    @property
    def pending(self) -> tuple[Tombstone, ...]:
        """Withdrawals that an interruption left unfinished."""
        return tuple(stone for stone in self.stones if not stone.is_done)

    @property
    def destroying(self) -> Tombstones:
        """Those that destroy anything."""
        return replace(self, stones=tuple(s for s in self.stones if s.choice.destroys_sound))

    def hash_of(self, text: str) -> str:
        """HMAC-SHA256 of a code or fingerprint, in hexadecimal."""
        return hmac.digest(self.salt, text.encode(), "sha256").hex()

    def of_session(self, session_id: SessionId) -> Tombstone | None:
        """Last withdrawal of a session; None if it was not withdrawn."""
        return self.among([session_id]).get(session_id)

    def among(self, session_ids: Iterable[SessionId]) -> Mapping[SessionId, Tombstone]:
        """Which of some sessions were withdrawn, and how."""
        by_hash = {stone.session: stone for stone in self.stones}
        if not by_hash:
            return {}
        hashed = {session_id: self.hash_of(session_id) for session_id in session_ids}
        return {s: by_hash[found] for s, found in hashed.items() if found in by_hash}

    def of_recording(self, fingerprint: Fingerprint) -> Tombstone | None:
        """Withdrawal that destroyed a recording; None if none did."""
        wanted = self.hash_of(fingerprint)
        return next((s for s in self.stones if wanted in s.recordings), None)

    def with_stone(self, stone: Tombstone) -> Tombstones:
        """Add a withdrawal; of one session the last one holds, and earlier receipts stay."""
        others = tuple(s for s in self.stones if s.session != stone.session or s.receipt)
        return replace(self, stones=(*others, stone))

    def without_session(self, session_id: SessionId) -> Tombstones:
        """Take a session's withdrawal away."""
        hashed = self.hash_of(session_id)
        return replace(self, stones=tuple(s for s in self.stones if s.session != hashed))

    def all_done(self) -> Tombstones:
        """Call every withdrawal finished."""
        return replace(self, stones=tuple(replace(s, is_done=True) for s in self.stones))


def read_tombstones(folder: StudyFolder) -> Tombstones:
    """Read what was withdrawn; a study without withdrawals has none and gets a salt.

    Raises
    ------
    TombstonesDamagedError
        If neither the file nor its copy in the backups can be read: what was withdrawn is not
        known then, and must not be guessed.
    """
    places = [path for path in _places(folder) if path.exists()]
    for path in places:
        found = _read(folder, path)
        if found is not None:
            return found
    if places:
        raise TombstonesDamagedError(folder.path)
    return Tombstones(secrets.token_bytes(_SALT_BYTES))


def write_tombstones(folder: StudyFolder, tombstones: Tombstones) -> None:
    """Write the record and its copy in the backups; both are on the disk when this returns.

    Raises
    ------
    StoreFailedError
        If the disk refuses.
    """
    content = json.dumps(
        {
            "format": _FORMAT,
            "salt": tombstones.salt.hex(),
            "withdrawn": [_document(stone) for stone in tombstones.stones],
        },
        indent=1,
    )
    with disk_told():
        folder.backups.mkdir(exist_ok=True)
        for path in _places(folder):
            _write(path, _stored(folder, content.encode()))


def copies_to_encrypt(folder: StudyFolder) -> Sequence[tuple[Path, bytes]]:
    """Plain copies of the record in a study that is being encrypted, with what replaces each.

    Raises
    ------
    OSError
        If a copy cannot be read.
    """
    plain = [path for path in _places(folder) if path.exists() and not _is_sealed(path)]
    return [(path, _stored(folder, path.read_bytes())) for path in plain]


def _places(folder: StudyFolder) -> Sequence[Path]:
    return folder.path / FILE, folder.backups / FILE


def _write(path: Path, content: bytes) -> None:
    making = path.with_name(f"{path.name}.making")
    with making.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    making.replace(path)
    make_durable(path.parent)


def _stored(folder: StudyFolder, content: bytes) -> bytes:
    if folder.key is None:
        return content
    return encrypt_bytes(content, folder.key.derived(KeyUse.WITHDRAWALS), FILE)


def _content(folder: StudyFolder, path: Path) -> bytes:
    """Text of the record; a plain one counts in an encrypted study until that is finished."""
    stored = path.read_bytes()
    if folder.key is None or (folder.encrypting.exists() and not _is_sealed(path)):
        return stored
    return decrypt_bytes(stored, folder.key.derived(KeyUse.WITHDRAWALS), FILE)


def _is_sealed(path: Path) -> bool:
    return not path.read_bytes().lstrip().startswith(b"{")


def _read(folder: StudyFolder, path: Path) -> Tombstones | None:
    try:
        read = json.loads(_content(folder, path))
        if read["format"] != _FORMAT or len(salt := bytes.fromhex(read["salt"])) != _SALT_BYTES:
            return None
        return Tombstones(salt, tuple(_stone(one) for one in read["withdrawn"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, EncryptedFileError):
        return None


def _document(stone: Tombstone) -> dict[str, object]:
    return {
        "withdrawal": stone.withdrawal_id,
        "at": stone.at.isoformat(),
        "by": stone.by,
        "choice": stone.choice.value,
        "session": stone.session,
        "recordings": list(stone.recordings),
        "receipt": stone.receipt,
        "done": stone.is_done,
    }


def _stone(read: Mapping[str, Any]) -> Tombstone:
    return Tombstone(
        withdrawal_id=str(read["withdrawal"]),
        at=datetime.fromisoformat(read["at"]),
        by=str(read["by"]),
        choice=WithdrawalChoice(read["choice"]),
        session=str(read["session"]),
        recordings=tuple(str(one) for one in read["recordings"]),
        receipt=str(read["receipt"]),
        is_done=bool(read["done"]),
    )
