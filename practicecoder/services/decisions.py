"""What the laboratory agreed about items of its codebook: shown with the item, and as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from practicecoder.domain.decisions import Decision
from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Role
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext
from practicecoder.services.whole_file import write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """A decision as it stands with its item: it names neither session nor person.

    ``decided_at`` is aware UTC; ``version`` is the codebook's at that time.
    """

    item: str
    text: str
    decided_at: datetime
    version: str


class DecisionService:
    """Reads the decisions that meetings came to; they are added there and never altered."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def addenda(self) -> Mapping[str, tuple[Addendum, ...]]:
        """Addenda of the study's codebook by item, in every version of it, oldest first."""
        with self._context.store.reading() as unit:
            decisions = unit.decisions.all()
        found: defaultdict[str, tuple[Addendum, ...]] = defaultdict(tuple)
        for decision in decisions:
            if decision.codebook.codebook_id == self._context.codebook.codebook_id:
                found[decision.item] += (_addendum(decision),)
        return dict(found)

    def addenda_of(self, item: str) -> tuple[Addendum, ...]:
        """Addenda of one dimension or count code, oldest first."""
        with self._context.store.reading() as unit:
            decisions = unit.decisions.of_item(self._context.codebook.codebook_id, item)
        return tuple(map(_addendum, decisions))

    def all(self, actor: CoderId | None) -> tuple[Decision, ...]:
        """Every decision with who wrote it down and the session behind it, oldest first.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead.
        """
        with self._context.store.reading() as unit:
            require(unit, actor, Role.LEAD, "reads where decisions come from")
            return unit.decisions.all()

    def write_table(self, file: Path, actor: CoderId | None) -> Path:
        """Write every decision as CSV, safe to open in a spreadsheet.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead.
        ExportError
            If it cannot be written there; nothing is left behind.
        """
        from practicecoder.export.table import Column, Table
        from practicecoder.export.writers.csv_writer import csv_bytes

        columns = {
            "codebook": "Codebook",
            "version": "Version of the codebook",
            "item": "Dimension or count code",
            "text": "Decision",
            "decided_at": "When it was decided (UTC)",
            "decided_by": "Who wrote it down",
            "session_id": "Session whose meeting brought it about",
        }
        table = Table(
            name="decisions",
            title="Decisions about items of the codebook",
            columns=tuple(Column(name=name, label=label) for name, label in columns.items()),
            rows=tuple(
                (
                    d.codebook.codebook_id,
                    d.codebook.version,
                    d.item,
                    d.text,
                    d.decided_at.isoformat(timespec="seconds"),
                    d.decided_by,
                    d.session_id,
                )
                for d in self.all(actor)
            ),
            key=("item", "decided_at"),
        )
        write_whole(csv_bytes(table), file)
        return file


def _addendum(decision: Decision) -> Addendum:
    return Addendum(
        item=decision.item,
        text=decision.text,
        decided_at=decision.decided_at,
        version=decision.codebook.version,
    )
