"""Where each chain of the history ends, kept so that a cut end shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from practicecoder.storage.chain import CHAINS, Head, HistorySeal
from practicecoder.storage.models import HistoryRow
from practicecoder.storage.trust_models import HistoryHeadRow

_AT_ONCE = 500
"""Values in one condition; databases limit them."""

T = TypeVar("T")


def portions(values: Sequence[T], size: int = _AT_ONCE) -> Iterator[Sequence[T]]:
    """Cut values into portions of at most ``size``, in their order."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """A head, with the code of its entry."""

    head: Head
    mac: str


class ChainEnds:
    """Heads of chains; each row is authenticated, and so is the number of chains."""

    def __init__(self, db: Session, seal: HistorySeal) -> None:
        self._db = db
        self._seal = seal

    def of(self, chains: Iterable[str]) -> dict[str, list[End]]:
        """Ends of chains, held against other writers; of a chain that is about to begin, none."""
        wanted = list(chains)
        found = self._read(wanted)
        begun = [chain for chain in wanted if not found[chain]]
        if begun:
            self._hold()
            found |= self._read(begun)
        return found

    def _read(self, chains: Sequence[str]) -> dict[str, list[End]]:
        found: dict[str, list[End]] = {chain: [] for chain in chains}
        for some in portions(chains):
            query = (
                select(
                    HistoryHeadRow.chain,
                    HistoryHeadRow.entry_id,
                    HistoryHeadRow.length,
                    HistoryHeadRow.in_force,
                    HistoryRow.mac,
                )
                .join(HistoryRow, HistoryRow.entry_id == HistoryHeadRow.entry_id)
                .where(HistoryHeadRow.chain.in_(some))
                .order_by(HistoryHeadRow.chain)
                .with_for_update(of=HistoryHeadRow)
            )
            for chain, entry_id, length, in_force, mac in self._db.connection().execute(query):
                head = Head(chain=chain, entry_id=entry_id, length=length, in_force=in_force)
                found[chain].append(End(head=head, mac=mac or ""))
        return found

    def write(
        self, before: Mapping[str, Sequence[End]], after: Mapping[str, Sequence[End]]
    ) -> None:
        """Write the ends of chains in place of those that they had."""
        self.begin([end for chain in after if not before[chain] for end in after[chain]])
        moved = [
            {
                "the_chain": chain,
                "the_entry": before[chain][0].head.entry_id,
                **self._row(ends[0], ends),
            }
            for chain, ends in after.items()
            if len(before[chain]) == len(ends) == 1
        ]
        if moved:
            self._db.connection().execute(_MOVE, moved)
        for chain, ends in after.items():
            if before[chain] and not len(before[chain]) == len(ends) == 1:
                self._rewrite(chain, ends)

    def begin(self, ends: Sequence[End]) -> None:
        """Write the ends of chains that had none."""
        by_chain: defaultdict[str, list[End]] = defaultdict(list)
        for end in ends:
            by_chain[end.head.chain].append(end)
        rows = [self._row(end, by_chain[end.head.chain]) for end in ends]
        if rows:
            self._db.connection().execute(insert(HistoryHeadRow), rows)
            self._note(list(by_chain))

    def _rewrite(self, chain: str, ends: Sequence[End]) -> None:
        connection = self._db.connection()
        connection.execute(delete(HistoryHeadRow).where(HistoryHeadRow.chain == chain))
        connection.execute(insert(HistoryHeadRow), [self._row(end, ends) for end in ends])

    def _row(self, end: End, all_ends: Sequence[End]) -> dict[str, object]:
        heads = [one.head.entry_id for one in all_ends]
        return {
            "chain": end.head.chain,
            "entry_id": end.head.entry_id,
            "length": end.head.length,
            "in_force": end.head.in_force,
            "seal": self._seal.head(end.head, end.mac, heads),
        }

    def _hold(self) -> None:
        """Let one writer at a time begin chains."""
        query = select(HistoryHeadRow.entry_id).where(HistoryHeadRow.chain == CHAINS)
        self._db.connection().execute(query.with_for_update()).all()

    def _note(self, begun: Sequence[str]) -> None:
        """Add chains that were begun to the row that says which ones there are."""
        connection = self._db.connection()
        query = select(HistoryHeadRow.entry_id, HistoryHeadRow.length).where(
            HistoryHeadRow.chain == CHAINS
        )
        before = connection.execute(query).first()
        so_far, count = ("", 0) if before is None else (before[0], before[1])
        head = Head(
            chain=CHAINS,
            entry_id=self._seal.chains(begun, so_far),
            length=count + len(begun),
            in_force=True,
        )
        end = End(head=head, mac="")
        row = self._row(end, [end])
        if before is None:
            connection.execute(insert(HistoryHeadRow), row)
        else:
            moved = update(HistoryHeadRow).where(HistoryHeadRow.chain == CHAINS)
            connection.execute(moved.values(row))


_HEADS = HistoryHeadRow.metadata.tables[HistoryHeadRow.__tablename__]
_MOVE = (
    update(_HEADS)
    .where(_HEADS.c.chain == bindparam("the_chain"), _HEADS.c.entry_id == bindparam("the_entry"))
    .values({name: bindparam(name) for name in ("entry_id", "length", "in_force", "seal")})
)
