"""Checks the history of a study: its chains and their ends, and codings against it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from practicecoder.domain.coding import Coding, CodingState
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CodingId, SessionId
from practicecoder.errors import Problem
from practicecoder.storage.chain import CHAINS, coding_chain
from practicecoder.storage.chain_scanning import HistoryScan, Line, position_of
from practicecoder.storage.chain_verifying import (
    Fault,
    SealedEntry,
    SealedHead,
    faults_of_chain,
    in_line,
)
from practicecoder.storage.database import Database
from practicecoder.storage.history import CodingContent, replay
from practicecoder.storage.lineage import Lineage
from practicecoder.storage.repositories.chain_ends import portions
from practicecoder.storage.repositories.chains import of_chains

_LOOKED_AT_ONCE = 50
"""Codings that are looked at closely in one reading."""

_FIX = "Compare it with the newest backup before it is used."
_ELSEWHERE = {"study": "the study itself"}
_FIELDS = {
    HistoryKind.RATING: "ratings",
    HistoryKind.ANSWER: "answers",
    HistoryKind.EVIDENCE: "evidence",
    HistoryKind.NOTE: "notes",
    HistoryKind.MARK: "marks",
    HistoryKind.COUNTING: "counting",
    HistoryKind.UNBLINDED: "unblinded",
}
"""Which part of a coding entries of a kind make up."""


@dataclass(slots=True)
class HistoryCheck:
    """What checking the history found.

    Parameters
    ----------
    problems
        Everything that is wrong; empty for a sound history.
    n_entries, n_chains
        How much was checked.
    found_heads
        Which of the printed heads that were looked for are in the history.
    releases
        Entries that tell of released reports.
    """

    problems: list[Problem] = field(default_factory=list)
    n_entries: int = 0
    n_chains: int = 0
    found_heads: set[str] = field(default_factory=set)
    releases: list[HistoryEntry] = field(default_factory=list)


def check_history(database: Database, *, printed: Iterable[str] = ()) -> HistoryCheck:
    """Verify every chain of the history, and compare every coding with what it adds up to.

    The study is read in portions, so that nobody who writes has to wait long.

    Parameters
    ----------
    database
        The study; its chains can be verified with its seal only.
    printed
        Printed heads that are looked for.
    """
    return _Checking(database, frozenset(printed)).run()


class _Checking:
    """One run over the history."""

    def __init__(self, database: Database, printed: frozenset[str]) -> None:
        self._database = database
        self._seal = database.seal
        self._printed = printed
        self._found = HistoryCheck()
        self._seen: set[str] = set()
        self._chain_problems: list[Problem] = []
        self._wrong_from_the_start = 0
        self._may_be_erased = False
        self._moved: frozenset[CodingId] = frozenset()
        self._detached: frozenset[SessionId] = frozenset()

    def run(self) -> HistoryCheck:
        with self._database.reading(patient=True) as unit:
            heads, register = unit.chains.heads(), unit.chains.heads_of(CHAINS)
            last = unit.chains.last_position()
            self._may_be_erased = any(c.destroys_link for c in unit.withdrawals.choices())
            ids = unit.codings.ids()
        scan = self._scan(heads, last)
        if scan.is_elsewhere_aside:
            self._look_elsewhere()
        self._seen |= scan.elsewhere
        disagreeing = self._compare(scan.codings, ids)
        with self._database.reading(patient=True) as unit:
            self._moved = unit.chains.moved_codings()
            self._detached = unit.chains.detached_sessions()
        self._look_closer(scan.aside | disagreeing | self._moved)
        self._check_register(heads.keys(), register)
        self._found.n_chains = len(self._seen)
        self._tell_chains()
        return self._found

    def _scan(self, heads: Mapping[str, Sequence[SealedHead]], last: int) -> HistoryScan:
        """Read the history as far as a position, and find most chains sound in passing."""
        scan = HistoryScan(self._seal, self._printed)
        after: int | None = None
        while True:
            with self._database.reading(patient=True) as unit:
                rows = unit.chains.next_entries(after, last)
            if not rows:
                break
            after = position_of(rows[-1])
            scan.take(rows)
        scan.end(heads)
        self._found.n_entries = scan.n_entries
        self._found.found_heads = scan.found_heads
        self._found.releases = scan.releases
        return scan

    def _compare(self, lines: Mapping[CodingId, Line], ids: Collection[CodingId]) -> set[CodingId]:
        """Compare codings with what their sound chains say; return those that disagree.

        Codings without a chain are among them, if they are not empty.
        """
        self._seen |= {coding_chain(coding_id) for coding_id in lines}
        disagreeing: set[CodingId] = set()
        for some in portions(sorted(ids)):
            with self._database.reading(patient=True) as unit:
                codings = unit.codings.with_ids(some)
            for coding in codings:
                line = lines.get(coding.coding_id)
                if not agrees(coding, () if line is None else line.latest_entries()):
                    disagreeing.add(coding.coding_id)
        return disagreeing

    def _look_closer(self, coding_ids: Collection[CodingId]) -> None:
        """Check the whole chains of codings, and the codings against them."""
        for some in portions(sorted(coding_ids), _LOOKED_AT_ONCE):
            with self._database.reading(patient=True) as unit:
                chains = unit.chains.of_codings(some)
                heads = unit.chains.heads_of_codings(some)
                codings = {c.coding_id: c for c in unit.codings.with_ids(some)}
            for coding_id in some:
                coding, entries = codings.get(coding_id), chains.get(coding_id, [])
                chain = coding_chain(coding_id)
                of_what = "a coding that was removed" if coding is None else _told(coding)
                ends = heads.get(chain, [])
                if entries:
                    self._check_chain(chain, entries, ends, of_what)
                if coding is not None:
                    told = _read(in_force(entries))
                    self._check_state(coding, told, is_forked=len(ends) > 1)
                    self._check_erased(coding, entries)

    def _look_elsewhere(self) -> None:
        """Check the whole chains of sessions and of the study."""
        with self._database.reading(patient=True) as unit:
            elsewhere, heads = unit.chains.elsewhere(), unit.chains.heads_elsewhere()
        self._check_elsewhere(elsewhere, heads)

    def _check_elsewhere(
        self, entries: Sequence[SealedEntry], heads: dict[str, list[SealedHead]]
    ) -> None:
        by_chain, loose = of_chains(entries, heads)
        for chain, of_one in by_chain.items():
            named = next((s.session_id for s in of_one if s.session_id), None)
            what = _ELSEWHERE.get(chain) or f"session {named or 'that was withdrawn'}"
            self._check_chain(chain, of_one, heads[chain], what)
        if loose and self._seal is not None:
            number = len(loose)
            self._chain_problems.append(
                _problem(
                    f"The history of sessions or of the study has {number} "
                    f"{'entry' if number == 1 else 'entries'} that no chain leads to: they were "
                    "put in, or the end that followed was cut off."
                )
            )

    def _check_chain(
        self,
        chain: str,
        entries: Sequence[SealedEntry],
        heads: Sequence[SealedHead],
        of_what: str,
    ) -> None:
        self._seen.add(chain)
        if self._seal is None:
            return
        faults = faults_of_chain(
            chain, entries, heads, self._seal, may_be_erased=self._may_be_erased
        )
        for fault in faults:
            self._wrong_from_the_start += fault.is_mac and fault.number == 1
            self._chain_problems.append(_problem(_sentence(of_what, fault)))

    def _check_state(
        self,
        coding: Coding,
        entries: Sequence[HistoryEntry] | None,
        *,
        is_forked: bool = False,
    ) -> None:
        if (
            entries is None
            or coding.coding_id in self._moved
            or not agrees(coding, entries, is_forked=is_forked)
        ):
            self._found.problems.append(
                Problem(
                    what=f"{_told(coding).capitalize()} is not what its history adds up to.",
                    fix=_FIX,
                    file="study.db",
                    key=coding.coding_id,
                )
            )

    def _check_erased(self, coding: Coding, entries: Iterable[SealedEntry]) -> None:
        """A withdrawal erases entries of codings that go or are detached, and of no other."""
        n = sum(bool(sealed.erased) for sealed in entries)
        if n and self._may_be_erased and coding.session_id not in self._detached:
            self._chain_problems.append(
                _problem(
                    f"The history of {_told(coding)}: {n} of its entries were erased, and its "
                    "session was not withdrawn."
                )
            )

    def _check_register(self, chains: Set[str], register: Sequence[SealedHead]) -> None:
        if self._seal is None:
            return
        gone = len(chains - self._seen)
        if gone:
            self._chain_problems.append(
                _problem(f"All entries of {gone} chains of the history were removed.")
            )
        right = self._seal.chains(chains)
        row = register[0] if len(register) == 1 else None
        if (row is None) != (not chains) or (
            row is not None
            and (
                row.head.entry_id != right
                or row.head.length != len(chains)
                or self._seal.head(row.head, "", [right]) != row.seal
            )
        ):
            self._chain_problems.append(
                _problem("Whole chains of the history were removed or put in.")
            )

    def _tell_chains(self) -> None:
        found = self._found
        if self._seal is None and found.n_entries:
            found.problems.append(
                Problem(
                    what="The key of the history is missing, so that nobody can tell whether "
                    "it was tampered with.",
                    fix="Put the file history.key back from a copy of the study folder.",
                    file="history.key",
                )
            )
        elif found.n_chains > 1 and self._wrong_from_the_start == found.n_chains:
            found.problems.append(
                _problem("The whole history bears another seal than that of this study.")
            )
        else:
            found.problems.extend(self._chain_problems)


def in_force(entries: Sequence[SealedEntry]) -> Sequence[SealedEntry]:
    """Entries of a coding along the branch in force, or in their order if they form no chain."""
    if in_line(entries) or all(sealed.mac is None for sealed in entries):
        return entries
    by_id = {sealed.entry_id: sealed for sealed in entries}
    lineage = Lineage(sealed.link for sealed in entries)
    heads = lineage.heads()
    return [by_id[entry_id] for entry_id in lineage.path_to(heads[0])] if heads else entries


def agrees(coding: Coding, entries: Iterable[HistoryEntry], *, is_forked: bool = False) -> bool:
    """Whether the coding is what its history adds up to; unreadable entries add up to nothing.

    Parts of a coding whose entries were erased after a withdrawal are not compared. A coding that
    is forked counts as open until somebody settles it, whatever its branches say.
    """
    entries = tuple(entries)
    erased = {_FIELDS[e.kind] for e in entries if e.erased and e.kind in _FIELDS}
    locking = [e.kind for e in entries if e.kind in _LOCKING]
    is_locked = coding.state is CodingState.LOCKED
    if is_forked:
        if is_locked:
            return False
    elif locking and (locking[-1] is HistoryKind.SUBMITTED) != is_locked:
        return False
    try:
        replayed = replay(entry for entry in entries if not entry.erased)
    except (ValueError, KeyError, TypeError):
        return False
    held = CodingContent.of(coding)
    return all(
        getattr(replayed, part) == getattr(held, part)
        for part in _FIELDS.values()
        if part not in erased
    )


def _read(entries: Sequence[SealedEntry]) -> tuple[HistoryEntry, ...] | None:
    """Entries as they are told; None if one of them says what nobody has heard of."""
    try:
        return tuple(sealed.entry for sealed in entries)
    except ValueError:
        return None


_LOCKING = (HistoryKind.SUBMITTED, HistoryKind.UNLOCKED)


def _told(coding: Coding) -> str:
    return f"the {coding.role} coding of session {coding.session_id} by {coding.coder_id}"


def _sentence(of_what: str, fault: Fault) -> str:
    entry = "" if fault.number is None else f"entry {fault.number} "
    return f"The history of {of_what}: {entry}{fault.what}."


def _problem(what: str) -> Problem:
    return Problem(what=what, fix=_FIX, file="study.db")
