"""Reads the events of one observation of BORIS; states stand there as rows of start and stop."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.json_parts import elements, raw, words
from practicecoder.interchange.foreign.lanes import base_name
from practicecoder.interchange.foreign.values import ForeignEvent, several_lines
from practicecoder.interchange.transcripts.markup import Json

_FEWEST_FIELDS, _MOST_FIELDS = 5, 6
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Row:
    at_ms: int
    subject: str
    code: str
    modifiers: str
    note: str

    @property
    def key(self) -> _Key:
        return self.subject, self.code, self.modifiers


class EventReader:
    """Reads the rows of an observation.

    Parameters
    ----------
    states
        Whether each declared code is a state, which has a start and a stop.
    subjects
        Declared subjects; ``name#2`` of them is another lane of ``name``.
    place
        The observation's name for problems.

    ``undeclared`` are the codes that were met and are not declared; they count as moments.
    """

    def __init__(
        self,
        observation: Mapping[str, Json],
        *,
        states: Mapping[str, bool],
        subjects: Collection[str],
        place: str,
        draft: Draft,
    ) -> None:
        self._rows = elements(observation.get("events"))
        offset = observation.get("time offset")
        self._offset = offset if isinstance(offset, Decimal) else Decimal(0)
        self._states = states
        self._subjects = {"", *subjects}  # marks without a subject have lanes too
        self._place = place
        self._draft = draft
        self.undeclared: dict[str, None] = {}

    def read(self) -> tuple[ForeignEvent, ...]:
        """Marks in order of time; a row of a state without its partner is a problem."""
        rows = [row for value in self._rows if (row := self._row(value)) is not None]
        rows.sort(key=lambda row: row.at_ms)
        found: list[ForeignEvent] = []
        begun: dict[_Key, int] = {}
        for row in rows:
            if not self._states.get(row.code, False):
                found.append(self._event(row))
            elif row.key in begun:
                at = begun.pop(row.key)
                note = "\n".join(dict.fromkeys(filter(None, (found[at].note, row.note))))
                found[at] = replace(found[at], end_ms=row.at_ms, note=note)
            else:
                begun[row.key] = len(found)
                found.append(self._event(row))
        for at in begun.values():
            self._add(
                f"{quoted(found[at].code)} begins at {found[at].start_ms} ms and does not end."
            )
        lost = set(begun.values())
        return tuple(event for at, event in enumerate(found) if at not in lost)

    def _event(self, row: _Row) -> ForeignEvent:
        return ForeignEvent(
            start_ms=row.at_ms,
            code=row.code,
            speaker=base_name(row.subject, self._subjects),
            note=row.note,
            track=row.subject,
            attributes={"modifiers": row.modifiers} if row.modifiers.strip("|") else {},
        )

    def _row(self, value: Json) -> _Row | None:
        fields = elements(value)
        if not _FEWEST_FIELDS <= len(fields) <= _MOST_FIELDS:
            self._add(f"An event has {len(fields)} fields and neither 5 nor 6.")
            return None
        time = fields[0]
        moved = time + self._offset if isinstance(time, Decimal) else time
        at_ms = self._draft.decimal(moved, key=self._place)
        code = words(fields[2])
        if not code:
            self._add("An event has no code.")
            return None
        if code not in self._states:
            self.undeclared[code] = None
        if at_ms is None:
            return None
        return _Row(at_ms, words(fields[1]), code, words(fields[3]), several_lines(raw(fields[4])))

    def _add(self, what: str) -> None:
        self._draft.problems.add(what, key=self._place)
