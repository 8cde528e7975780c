"""The seal on the history: every entry is bound to the one before it by a secret key."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from practicecoder.domain.history import HistoryEntry
from practicecoder.domain.ids import CodingId, SessionId

STUDY_CHAIN = "study"
CHAINS = "chains"
"""Not a chain: the row of the heads that authenticates how many chains there are, and which."""

_PRINTED = re.compile(
    r"(?<![0-9A-Za-z])([0-9a-f]{4})[ \u00a0-]([0-9a-f]{4})[ \u00a0-]([0-9a-f]{4})"
    r"[ \u00a0-]([0-9a-f]{4})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_SALT_BYTES = 16
_SUM = 1 << 256


class Head(NamedTuple):
    """Last entry of a chain. ``length`` counts the entries that lead to it, itself included."""

    chain: str
    entry_id: str
    length: int
    in_force: bool


Facts = tuple[str, str, str | None, str, str, str | None]
"""What stays of an entry: its id, moment, actor, kind, origin and coding."""
Payload = tuple[str | None, str, str | None, str | None, str]
"""What erasing takes from an entry: its session, item, old and new value and reason."""


class HistorySeal:
    """Computes what binds entries together. What an entry says enters as a salted digest only.

    So the words of an entry can be erased together with their salt, and the chain still verifies.

    Parameters
    ----------
    key
        32 secret bytes; whoever lacks them cannot write a history that verifies.
    """

    __slots__ = ("_inner", "_outer")

    def __init__(self, key: bytes) -> None:
        # HMAC by RFC 2104, begun once for all entries: a million of them are checked in seconds.
        block = key.ljust(hashlib.sha256().block_size, b"\0")
        self._inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block))
        self._outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in block))

    def chain_of(self, coding_id: CodingId | None, session_id: SessionId | None) -> str:
        """Name of the chain of an entry; of sessions it does not tell which one it is."""
        if coding_id is not None:
            return coding_chain(coding_id)
        if session_id is not None:
            return f"session:{self._hmac('session', str(session_id))[:32]}"
        return STUDY_CHAIN

    def derived(self, use: str) -> bytes:
        """Key of 32 bytes for another use, which tells nothing about this one."""
        return bytes.fromhex(self._hmac("key", use))

    def mac(
        self, chain: str, facts: Facts, payload: str, parent: str | None, other: str | None
    ) -> str:
        """Bind an entry, by the digest of its payload, to the codes of its parents."""
        return self._hmac("entry", chain, parent, other, payload, *facts)

    def head(self, head: Head, mac: str, heads: Iterable[str]) -> str:
        """Authenticate the row of a head; ``heads`` are all heads of its chain."""
        force = "in force" if head.in_force else ""
        return self._hmac(
            "head", head.chain, head.entry_id, str(head.length), force, mac, *sorted(heads)
        )

    def chains(self, names: Iterable[str], so_far: str = "") -> str:
        """Sum over the names of chains, to which one more can be added; order does not matter."""
        start = int(so_far or "0", 16)
        added = sum(int(self._hmac("chain", name), 16) for name in names)
        return f"{(start + added) % _SUM:064x}"

    def _hmac(self, *parts: str | None) -> str:
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(_joined(parts))
        outer.update(inner.digest())
        return outer.hexdigest()


def coding_chain(coding_id: CodingId) -> str:
    """Name of a coding's chain."""
    return f"coding:{coding_id}"


def new_salt() -> bytes:
    """Random bytes that keep a digest from telling what was digested."""
    return secrets.token_bytes(_SALT_BYTES)


def facts_of(entry: HistoryEntry) -> Facts:
    """What stays of an entry, as it is stored."""
    return (
        str(entry.entry_id),
        moment(entry.at),
        _stored(entry.actor),
        str(entry.kind),
        str(entry.origin),
        _stored(entry.coding_id),
    )


def payload_of(entry: HistoryEntry) -> Payload:
    """What erasing takes from an entry, as it is stored."""
    return (
        _stored(entry.session_id),
        str(entry.item),
        _stored(entry.old),
        _stored(entry.new),
        str(entry.reason),
    )


def _stored(text: str | None) -> str | None:
    """Plain text, of members of closed sets as well."""
    return None if text is None else str(text)


def payload_digest(salt: bytes, payload: Payload) -> str:
    """SHA-256 of the salt and of all that erasing takes from an entry."""
    return hashlib.sha256(salt + _joined(payload)).hexdigest()


def moment(at: datetime) -> str:
    """A moment as SQLite keeps it: in UTC, with its microseconds, without its zone."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def printed_heads_in(text: str) -> tuple[str, ...]:
    """Printed heads in a text, such as a page or a receipt, in the order in which they stand.

    Examples
    --------
    >>> printed_heads_in("made 3 March · history 3F2A 91bc 07de 55a1, 0000-1111-2222-3333.")
    ('3f2a 91bc 07de 55a1', '0000 1111 2222 3333')
    """
    return tuple(" ".join(found.groups()).lower() for found in _PRINTED.finditer(text))


def short_head(mac: str) -> str:
    """Head of a chain as it is printed: 16 hexadecimal digits in groups of four.

    Examples
    --------
    >>> short_head("3f2a91bc07de55a1" + "0" * 48)
    '3f2a 91bc 07de 55a1'
    """
    return " ".join(mac[start : start + 4] for start in range(0, 16, 4)).strip()


def _joined(parts: tuple[str | None, ...]) -> bytes:
    """Bytes that no other parts give: their Python literals in ASCII."""
    return b"%a" % (parts,)
