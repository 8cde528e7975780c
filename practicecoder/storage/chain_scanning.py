"""One pass over the whole history that tells sound chains from those that need a closer look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from operator import itemgetter

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

_LOCKING = frozenset({HistoryKind.SUBMITTED.value, HistoryKind.UNLOCKED.value})
_CONTENT = frozenset(kind.value for kind in KIND_OF.values())
_KINDS = frozenset(kind.value for kind in HistoryKind)
_ORIGINS = frozenset(origin.value for origin in Origin)
_RATING, _RELEASED = HistoryKind.RATING.value, HistoryKind.RELEASED.value
_FIELDS = SealedEntry._fields
position_of: Callable[[SealedEntry], int]
"""Position of an entry, which may be a plain tuple, as the driver gives it."""
position_of, _kind_of, _coding_of, _mac_of = (
    itemgetter(_FIELDS.index(name)) for name in ("position", "kind", "coding_id", "mac")
)
_NO_TIME = datetime.min.replace(tzinfo=UTC)


class Line:
    """A chain as far as it was read: its last entry, its length, and what is said in the end."""

    __slots__ = ("chain", "last_id", "latest", "length", "locking", "mac")

    def __init__(self, chain: str) -> None:
        self.chain = chain
        self.last_id: str | None = None
        self.mac: str | None = None
        self.length = 0
        self.latest: dict[tuple[str, str], str | None] = {}
        self.locking: str | None = None

    def latest_entries(self) -> tuple[HistoryEntry, ...]:
        """What the latest entry on each item says, and whether the coding is locked.

        They have no ids and no times.
        """
        said = [*self.latest.items()]
        if self.locking is not None:
            said.append(((self.locking, ""), None))
        return tuple(
            HistoryEntry(
                entry_id="", at=_NO_TIME, actor=None, kind=HistoryKind(kind), item=item, new=new
            )
            for (kind, item), new in said
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
        self._items: dict[tuple[str, str], tuple[str, str]] = {}
        self._said: dict[str, str] = {}
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
        if self._printed:
            heads = {short_head(mac) for mac in map(_mac_of, rows) if mac is not None}
            self.found_heads |= heads & self._printed
        if self._seal is None:
            self.aside.update(CodingId(one) for one in map(_coding_of, rows) if one is not None)
            self._note_releases(row for row in rows if _kind_of(row) == _RELEASED)
        else:
            self._verify(rows, self._seal)

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

    def _verify(self, rows: Sequence[SealedEntry], seal: HistorySeal) -> None:
        """Add entries to their lines, and set aside what does not fit."""
        # One loop without calls that can be spared: a million entries go through it.
        of_coding, elsewhere, mac_of = self._of_coding, self._elsewhere, seal.mac
        released = []
        for row in rows:
            (
                _, entry_id, at, actor, kind, origin, coding_id, session_id, item, old, new,
                reason, erased, parent_id, other_id, digest, stored_mac, salt,
            ) = row  # fmt: skip
            if kind == _RELEASED:
                released.append(row)
            if coding_id is not None:
                line = of_coding.get(coding_id) or self._begun(coding_id)
            else:
                chain = self._name(seal, session_id)
                line = elsewhere.get(chain) or elsewhere.setdefault(chain, Line(chain))
            facts = (entry_id, at, actor, kind, origin, coding_id)
            if (
                parent_id != line.last_id
                or other_id is not None
                or erased
                or type(salt) is not bytes
                or digest is None
                or kind not in _KINDS
                or origin not in _ORIGINS
                or payload_digest(salt, (session_id, item, old, new, reason)) != digest
                or mac_of(line.chain, facts, digest, line.mac, None) != stored_mac
            ):
                self._set_aside(coding_id)
                continue
            line.last_id, line.mac = entry_id, stored_mac
            line.length += 1
            if coding_id is None:
                continue
            if kind == _RATING:
                if new is not None:
                    about = (kind, item)
                    about = self._items.setdefault(about, about)
                    line.latest[about] = self._said.setdefault(new, new)
            elif kind in _CONTENT:
                line.latest[kind, item] = new
            elif kind in _LOCKING:
                line.locking = kind
        self._note_releases(released)

    def _begun(self, coding_id: str) -> Line:
        return self._of_coding.setdefault(coding_id, Line(coding_chain(CodingId(coding_id))))

    def _set_aside(self, coding_id: str | None) -> None:
        if coding_id is None:
            self.is_elsewhere_aside = True
        else:
            self.aside.add(CodingId(coding_id))

    def _note_releases(self, rows: Iterable[SealedEntry]) -> None:
        self.releases += filter(None, map(_told, rows))

    def _name(self, seal: HistorySeal, session_id: str | None) -> str:
        name = self._names.get(session_id)
        if name is None:
            name = seal.chain_of(None, SessionId(session_id or ""))
            self._names[session_id] = name
        return name

    def _ends(self, chain: str, line: Line, heads: Sequence[SealedHead]) -> bool:
        if self._seal is None or line.last_id is None or len(heads) != 1:
            return False
        right = Head(chain, line.last_id, line.length, in_force=True)
        return heads[0] == (right, self._seal.head(right, line.mac or "", [line.last_id]))


def _told(row: SealedEntry) -> HistoryEntry | None:
    """What an entry says; None if its kind or origin is unheard of, which sets its chain aside."""
    try:
        return SealedEntry._make(row).entry
    except ValueError:
        return None
