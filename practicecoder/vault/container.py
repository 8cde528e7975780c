"""Sealed files that carry coding away and back: ``*.pcpacket`` and ``*.pcreturn``."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

from practicecoder.errors import PacketError
from practicecoder.vault.container_header import (
    LONGEST_HEADER,
    MAGIC,
    SALT_BYTES,
    ContainerFacts,
    ContainerHeader,
    KeyMaking,
    KeyWay,
    Member,
    is_member_name,
    read_header,
    refusal,
)
from practicecoder.vault.passphrases import passphrase_bytes

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK = 64 * 1024
"""Bytes of content that are sealed together."""
TAG = 16
KEY_BYTES = 32
_LENGTH_BYTES = 4
_PURPOSE = b"practicecoder container 1"

Progress = Callable[[float], None]
"""Share done, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Content for a container: what it will be called, and how to open it for reading."""

    member: Member
    open: Callable[[], BinaryIO] = field(repr=False)

    @classmethod
    def of_bytes(cls, name: str, content: bytes) -> Self:
        """Take the content from memory."""
        member = Member(name=name, size=len(content), sha256=hashlib.sha256(content).hexdigest())
        return cls(member=member, open=lambda: io.BytesIO(content))


def write_container(
    out: Path,
    facts: ContainerFacts,
    parts: Sequence[Part],
    secret: str | bytes,
    *,
    progress: Progress = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> str | None:
    """Seal parts into a file, and return the SHA-256 of that file; None if it was cancelled.

    It is written beside its place and renamed, so that nothing half-written bears its name.
    ``secret`` is a passphrase, or the 32 bytes of a packet's answer key.

    Raises
    ------
    PacketError
        If a part is not what was said of it.
    OSError
        If it cannot be written there, or what is there is no ordinary file.
    """
    if out.exists() and not out.is_file():
        raise OSError(errno.EINVAL, "This is no ordinary file.")
    if not all(is_member_name(part.member.name) for part in parts):
        raise ValueError("not the name of a member")
    way = KeyWay.PASSPHRASE if isinstance(secret, str) else KeyWay.PACKET
    making = KeyMaking(way=way, salt=secrets.token_bytes(SALT_BYTES))
    header = ContainerHeader(facts=facts, key=making, members=tuple(part.member for part in parts))
    encoded = header.encoded()
    if len(encoded) > LONGEST_HEADER:
        raise PacketError("These are too many recordings for one packet. Choose fewer sessions.")
    start = MAGIC + len(encoded).to_bytes(_LENGTH_BYTES, "big") + encoded
    seal = _Seal(_key(making, secret), start)
    handle, name = tempfile.mkstemp(prefix=f".{out.stem}-", dir=out.parent)
    making_file = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            target = _Hashing(file)
            target.write(start)
            for chunk in _sealed(parts, seal, progress):
                if cancelled():
                    return None
                target.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        making_file.replace(out)
        return target.digest.hexdigest()
    finally:
        making_file.unlink(missing_ok=True)


class Container:
    """A container that came from outside. Nothing in it is believed before it is proved.

    The header is only what the file claims until :meth:`unlock` has proved it.

    Raises
    ------
    PacketError
        If the file is none, or is longer or shorter than its header says.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with path.open("rb") as file:
                self._start, self.header = _beginning(file)
                size = os.fstat(file.fileno()).st_size
        except OSError as error:
            raise PacketError(
                f"{path.name} cannot be read. Check that the file is there and that you may open "
                "it."
            ) from error
        if size != len(self._start) + sum(_sealed_size(m) for m in self.header.members):
            raise refusal()
        self._seal: _Seal | None = None

    @property
    def needs_passphrase(self) -> bool:
        """Whether it is opened with a passphrase, not with a packet's answer key."""
        return self.header.key.way is KeyWay.PASSPHRASE

    def sha256(self) -> str:
        """SHA-256 of the whole file, in hexadecimal."""
        with self._path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def unlock(self, secret: str | bytes) -> None:
        """Prove the header with a passphrase or an answer key, and make members readable.

        Raises
        ------
        PacketError
            If the secret is another one, or the file was altered.
        """
        if isinstance(secret, str) is not self.needs_passphrase:
            raise refusal()
        self._seal = _Seal(_key(self.header.key, secret), self._start)
        try:
            for _chunk in self._chunks(0):
                break
        except PacketError as error:
            self._seal = None
            if not self.needs_passphrase:
                raise
            raise PacketError(
                "This passphrase does not open the file, or the file was altered on its way. "
                "Nothing was taken from it. Type the passphrase again."
            ) from error

    def read(self, name: str, *, at_most: int) -> bytes:
        """Read a whole member.

        Raises
        ------
        PacketError
            If there is none, it is larger than ``at_most`` bytes, or it was altered.
        """
        if self.header.member(name).size > at_most:
            raise refusal()
        target = io.BytesIO()
        self.copy(name, target)
        return target.getvalue()

    def copy(
        self, name: str, target: BinaryIO, *, progress: Progress = lambda _share: None
    ) -> None:
        """Write a member's content into a file that is open for writing.

        Raises
        ------
        PacketError
            If there is none, or it was altered; what was written so far is then worthless.
        """
        member = self.header.member(name)
        seen = hashlib.sha256()
        done = 0
        for chunk in self._chunks(self.header.members.index(member)):
            seen.update(chunk)
            target.write(chunk)
            done += len(chunk)
            progress(done / max(member.size, 1))
        if seen.hexdigest() != member.sha256:
            raise refusal()

    def _chunks(self, index: int) -> Iterator[bytes]:
        if self._seal is None:
            raise ValueError("the container was not unlocked")
        members = self.header.members
        if not members:
            raise refusal()
        before = sum(_sealed_size(member) for member in members[:index])
        sizes = _chunk_sizes(members[index].size)
        try:
            with self._path.open("rb") as file:
                file.seek(len(self._start) + before)
                for number, size in enumerate(sizes):
                    sealed = file.read(size + TAG)
                    yield self._seal.open(sealed, index, number, is_last=number == len(sizes) - 1)
        except OSError as error:
            raise PacketError(
                f"{self._path.name} cannot be read to its end. Copy it to this computer and try "
                "again."
            ) from error


class _Seal:
    """Seals and opens chunks under one key that serves one file."""

    def __init__(self, key: bytes, start: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._cipher: AESGCM = AESGCM(key)
        self._start = hashlib.sha256(start).digest()

    def close(self, chunk: bytes, member: int, number: int, *, is_last: bool) -> bytes:
        nonce = _nonce(member, number)
        return self._cipher.encrypt(nonce, chunk, self._start + bytes([is_last]))

    def open(self, sealed: bytes, member: int, number: int, *, is_last: bool) -> bytes:
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(
                _nonce(member, number), sealed, self._start + bytes([is_last])
            )
        except (InvalidTag, ValueError) as error:
            raise refusal() from error


class _Hashing:
    """Writes to a file and hashes what it writes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def write(self, content: bytes) -> None:
        self._file.write(content)
        self.digest.update(content)


def _sealed(parts: Sequence[Part], seal: _Seal, progress: Progress) -> Iterator[bytes]:
    whole = max(sum(part.member.size for part in parts), 1)
    done = 0
    for index, part in enumerate(parts):
        sizes = _chunk_sizes(part.member.size)
        seen = hashlib.sha256()
        with part.open() as content:
            for number, size in enumerate(sizes):
                chunk = _exactly(content, size)
                seen.update(chunk)
                yield seal.close(chunk, index, number, is_last=number == len(sizes) - 1)
                done += size
                progress(done / whole)
            if content.read(1) or seen.hexdigest() != part.member.sha256:
                raise PacketError(
                    "A recording is not the file that was added to the study. No packet was "
                    "made. Check the study, and replace the recording by the original."
                )


def _exactly(content: BinaryIO, size: int) -> bytes:
    """Read so many bytes, or what there is."""
    pieces = []
    while size > 0 and (piece := content.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _beginning(file: BinaryIO) -> tuple[bytes, ContainerHeader]:
    first = file.read(len(MAGIC) + _LENGTH_BYTES)
    if len(first) < len(MAGIC) + _LENGTH_BYTES or not first.startswith(MAGIC):
        raise refusal()
    length = int.from_bytes(first[len(MAGIC) :], "big")
    if length > LONGEST_HEADER:
        raise refusal()
    encoded = file.read(length)
    if len(encoded) < length:
        raise refusal()
    return first + encoded, read_header(encoded)


def _key(making: KeyMaking, secret: str | bytes) -> bytes:
    if isinstance(secret, bytes):
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=making.salt, info=_PURPOSE).derive(
            secret
        )
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=making.salt,
        length=KEY_BYTES,
        iterations=making.passes,
        lanes=making.lanes,
        memory_cost=making.memory_kib,
    ).derive(passphrase_bytes(secret))


def _nonce(member: int, number: int) -> bytes:
    """Nonce of a chunk; each is used once under a key, as every file has a key of its own."""
    return member.to_bytes(4, "big") + number.to_bytes(8, "big")


def _chunk_sizes(size: int) -> list[int]:
    """Sizes of a member's chunks; an empty member has one, so that it too is proved."""
    full, rest = divmod(size, CHUNK)
    return [CHUNK] * full + ([rest] if rest or not full else [])


def _sealed_size(member: Member) -> int:
    return member.size + TAG * max(1, -(-member.size // CHUNK))
