"""Compares the sealed tables with what the history says that they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from practicecoder.errors import Problem
from practicecoder.storage.chain import HistorySeal
from practicecoder.storage.database import Database
from practicecoder.storage.table_digests import RULES, SEALED, TableDigests, sum_of_all
from practicecoder.storage.table_sealing import SealedTables

_FIX = "Compare it with the newest backup before it is used."
_PATIENCE = 3
"""How often a table is read in portions; after that, in one reading that holds up who writes."""

_WHOLE = frozenset({RULES, "releases"})
"""Read whole, row by row: there are few, or each of them is large."""

_CALLED: Mapping[str, str] = MappingProxyType(
    {
        "study": "the study itself",
        "study_settings": "settings",
        "codebooks": "codebooks",
        "offices": "offices",
        "workers": "workers",
        "coders": "people",
        "coder_roles": "what people may do",
        "supervisions": "who supervises whom",
        "recordings": "recordings",
        "sessions": "sessions",
        "consents": "consents",
        "transcripts": "transcripts",
        "transcript_lines": "what is said in transcripts",
        "codings": "codings",
        "plans": "plans",
        "assignments": "assignments",
        "concerns": "concerns",
        "decisions": "decisions",
        "certificates": "certificates",
        "recalibrations": "meetings to agree again",
        "feedback": "feedback",
        "own_ratings": "workers' own ratings",
        "feedback_points": "points of feedback",
        "feedback_point_moments": "moments of feedback points",
        "feedback_moments": "moments that are shared",
        "releases": "released reports",
        "outcomes": "outcomes",
        "packets": "packets",
        "packet_returns": "packets that came back",
        "withdrawals": "withdrawals",
    }
)


def check_tables(database: Database) -> Iterator[Problem]:
    """Find the sealed tables that are not as the program left them.

    Without a key nothing can be said here. Where the tables were never sealed, as in a study that
    was not opened for writing since an older program made it, there is nothing to compare.
    """
    if database.seal is None:
        return
    checking = _Checking(database, database.seal)
    if not checking.is_sealed():
        if not checking.is_begun():
            yield Problem(
                what="The history of this study is empty: it was removed, and with it what the "
                "tables held.",
                fix=_FIX,
                file="study.db",
            )
        return
    if not checking.agrees(RULES):
        yield Problem(
            what="The rules of the database are not as the program left them: tables, indexes, "
            "triggers or views were altered, put in or removed past the program.",
            fix=_FIX,
            file="study.db",
        )
    for table in SEALED:
        if not checking.agrees(table):
            yield Problem(
                what=f"The table of {_CALLED[table]} is not as the program left it: it was "
                "altered past the program, or rows were put in or removed.",
                fix=_FIX,
                file="study.db",
            )


class _Checking:
    """Reads one table after the other, while others may write."""

    def __init__(self, database: Database, seal: HistorySeal) -> None:
        self._database = database
        self._digests = TableDigests(seal)

    def is_sealed(self) -> bool:
        with self._database.reading(patient=True) as unit:
            return unit.tables.last_sealed() is not None

    def is_begun(self) -> bool:
        with self._database.reading(patient=True) as unit:
            return unit.history.is_begun()

    def agrees(self, table: str) -> bool:
        """Whether a table holds what was sealed last."""
        if table not in _WHOLE:
            for _ in range(_PATIENCE):
                found, sealed = self._in_portions(table)
                if sealed is not None:
                    return found == sealed.sums.get(table, 0)
        with self._database.reading(patient=True) as unit:
            sealed = unit.tables.last_sealed()
            found = unit.tables.sum_of(table, self._digests)
        return sealed is None or found == sealed.sums.get(table, 0)

    def _in_portions(self, table: str) -> tuple[int, SealedTables | None]:
        """Sum over a table and what was sealed; None if that changed in the meantime."""
        found: list[int] = []
        before: SealedTables | None = None
        place: int | None = None
        while not found or place is not None:
            with self._database.reading(patient=True) as unit:
                sealed = unit.tables.last_sealed()
                before = before or sealed
                if sealed != before:
                    return 0, None
                some, place = unit.tables.sum_of_portion(table, self._digests, place)
            found.append(some)
        return sum_of_all(found), before
