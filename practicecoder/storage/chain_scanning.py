"""One pass over the whole history that tells sound chains from those that need a closer look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import CodingId, SessionId
from practicecoder.storage.chain import (
    STUDY_CHAIN,
    Head,
    HistorySeal,
    coding_chain,
    payload_digest,
    short_head,
)
from practicecoder.storage.chain_verifying import SealedEntry, SealedHead
from practicecoder.storage.history import KIND_OF

_LOCKING = {kind.value: ("locking", "") for kind in (HistoryKind.SUBMITTED, HistoryKind.UNLOCKED)}
_CONTENT = frozenset(kind.value for kind in KIND_OF.values())
_KINDS = frozenset(kind.value for kind in HistoryKind)
_ORIGINS = frozenset(origin.value for origin in Origin)
_RATING, _RELEASED = HistoryKind.RATING.value, HistoryKind.RELEASED.value
_NO_TIME = datetime.min.replace(tzinfo=UTC)


class Line:
    """A chain as far as it was read: its last entry, its length, and what is said in the end."""

    __slots__ = ("last_id", "latest", "length", "mac")

    def __init__(self) -> None:
        self.last_id: str | None = None
        self.mac: str | None = None
        self.length = 0
        self.latest: dict[tuple[str, str], tuple[str, str | None]] = {}

    def latest_entries(self) -> tuple[HistoryEntry, ...]:
        """What the latest entry on each item says, and whether the coding is locked.

        They have no ids and no times.
        """
        return tuple(
            HistoryEntry(
                entry_id="", at=_NO_TIME, actor=None, kind=HistoryKind(kind), item=item, new=new
            )
            for (_, item), (kind, new) in self.latest.items()
        )


class HistoryScan:
    """Takes all entries in the order of recording, and keeps little of them.

    A chain is found sound only if each of its entries bears the seal, says what was sealed and
    follows the one before. Any other, even one that is in order because a fork or a withdrawal is
    on record, is set aside for
    :func:`~practicecoder.storage.chain_verifying.faults_of_chain`.

    Parameters
    ----------
    seal
        Seal of the study; without it everything is set aside.
    printed
        Printed heads that are looked for.
    """

    def __init__(self, seal: HistorySeal | None, printed: frozenset[str] = frozenset()) -> None:
        self._seal = seal
        self._printed = printed
        self._names: dict[str | None, str] = {None: STUDY_CHAIN}
        self._keys: dict[tuple[str, str], tuple[str, str]] = {}
        self._said: dict[tuple[str, str | None], tuple[str, str | None]] = {}
        self._of_coding: dict[str, Line] = {}
        self._elsewhere: dict[str, Line] = {}
        self.aside: set[CodingId] = set()
        """Codings whose chains were not found sound."""
        self.is_elsewhere_aside = seal is None
        """Whether an entry that belongs to no coding was not found sound."""
        self.n_entries = 0
        self.found_heads: set[str] = set()
        self.releases: list[HistoryEntry] = []

    def take(self, rows: Sequence[SealedEntry]) -> None:
        """Go on with the entries that were recorded next."""
        self.n_entries += len(rows)
        for row in rows:
            self._take(row)

    def end(self, heads: Mapping[str, Sequence[SealedHead]]) -> None:
        """Set aside what does not end where it was sealed, once every entry was taken."""
        for coding_id, line in self._of_coding.items():
            chain = coding_chain(CodingId(coding_id))
            if not self._ends(chain, line, heads.get(chain, ())):
                self.aside.add(CodingId(coding_id))
        self.is_elsewhere_aside |= not all(
            self._ends(chain, line, heads.get(chain, ()))
            for chain, line in self._elsewhere.items()
        )

    @property
    def codings(self) -> dict[CodingId, Line]:
        """Sound chains of codings."""
        return {
            coding_id: line
            for text, line in self._of_coding.items()
            if (coding_id := CodingId(text)) not in self.aside
        }

    @property
    def elsewhere(self) -> frozenset[str]:
        """Names of the chains of sessions and of the study, if all of them are sound."""
        return frozenset() if self.is_elsewhere_aside else frozenset(self._elsewhere)

    def _take(self, row: SealedEntry) -> None:
        (
            entry_id, at, actor, kind, origin, coding_id, session_id, item, old, new, reason,
            erased, parent_id, other_id, digest, stored_mac, salt,
        ) = row  # fmt: skip
        if kind == _RELEASED:
            self._note_release(row)
        if self._printed and stored_mac and (head := short_head(stored_mac)) in self._printed:
            self.found_heads.add(head)
        seal = self._seal
        if coding_id is not None:
            chain = f"coding:{coding_id}"
            line = self._of_coding.get(coding_id)
            if line is None:
                line = self._of_coding[coding_id] = Line()
        elif seal is None:
            return
        else:
            chain = self._name(seal, session_id)
            line = self._elsewhere.get(chain)
            if line is None:
                line = self._elsewhere[chain] = Line()
        if (
            seal is None
            or parent_id != line.last_id
            or other_id is not None
            or erased
            or salt is None
            or digest is None
            or kind not in _KINDS
            or origin not in _ORIGINS
            or payload_digest(salt, (session_id, item, old, new, reason)) != digest
            or seal.mac(
                chain, (entry_id, at, actor, kind, origin, coding_id), digest, line.mac, None
            )
            != stored_mac
        ):
            if coding_id is None:
                self.is_elsewhere_aside = True
            else:
                self.aside.add(CodingId(coding_id))
            return
        line.last_id, line.mac = entry_id, stored_mac
        line.length += 1
        if coding_id is not None:
            self._remember(line, kind, item, new)

    def _remember(self, line: Line, kind: str, item: str, new: str | None) -> None:
        """Keep what an entry says in place of what an earlier one said about the same item."""
        key = _LOCKING.get(kind)
        if key is None:
            if kind not in _CONTENT or (new is None and kind == _RATING):
                return
            key = (kind, item)
        said = (kind, new)
        key = self._keys.setdefault(key, key)
        line.latest.pop(key, None)  # so that they stay in the order of recording
        line.latest[key] = self._said.setdefault(said, said) if kind == _RATING else said

    def _name(self, seal: HistorySeal, session_id: str | None) -> str:
        name = self._names.get(session_id)
        if name is None:
            name = seal.chain_of(None, SessionId(session_id or ""))
            self._names[session_id] = name
        return name

    def _ends(self, chain: str, line: Line, heads: Sequence[SealedHead]) -> bool:
        if self._seal is None or line.last_id is None or len(heads) != 1:
            return False
        right = Head(chain=chain, entry_id=line.last_id, length=line.length, in_force=True)
        row = heads[0]
        seal = self._seal.head(right, line.mac or "", [line.last_id])
        return row.head == right and row.seal == seal

    def _note_release(self, row: SealedEntry) -> None:
        try:
            self.releases.append(SealedEntry._make(row).entry)
        except ValueError:  # its kind or origin is unheard of: its chain is set aside
            return
