"""A forger: has the study's file and every skill, but not the key of its history."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CodingId, new_id
from practicecoder.storage.chain import Facts, Head, HistorySeal, Payload, payload_digest
from practicecoder.storage.table_sealing import TableSealer

Row = dict[str, Any]
_TRIGGERS = ("history_no_update", "history_no_delete", "history_no_replace")


class Forger:
    """Alters a coding's history so that the file looks right to whoever lacks the key.

    What is rated follows the forged history, links and digests are made anew, and every code that
    has to change is made with ``seal``, whose key is a wrong one.

    Parameters
    ----------
    connection
        The study's database, open for writing.
    chance
        Where chance decides.
    seal
        What the forger seals with; a seal of another key, or of the right one as a control.
    """

    def __init__(
        self, connection: sqlite3.Connection, chance: random.Random, seal: HistorySeal
    ) -> None:
        connection.row_factory = sqlite3.Row
        self._rules = []
        for trigger in _TRIGGERS:
            query = "SELECT sql FROM sqlite_master WHERE name = ?"
            self._rules.append(connection.execute(query, (trigger,)).fetchone()[0])
            connection.execute(f"DROP TRIGGER {trigger}")
        self._db = connection
        self._chance = chance
        self._seal = seal

    def alter_a_value(self) -> None:
        """Another rating than the one that was given."""
        coding, rows = self._some_coding()
        row = self._chance.choice([row for row in rows if row["kind"] == HistoryKind.RATING])
        row["new"] = self._other(row["new"])
        self._put(coding, rows, since=rows.index(row))

    def remove_an_entry(self) -> None:
        """An entry gone, and the gap closed."""
        coding, rows = self._some_coding()
        at = self._chance.randrange(1, len(rows) - 1)
        del rows[at]
        self._put(coding, rows, since=at)

    def insert_an_entry(self) -> None:
        """An entry that nobody made, between two others."""
        coding, rows = self._some_coding()
        at = self._chance.randrange(1, len(rows))
        forged = dict(self._chance.choice(rows[1:]), entry_id=new_id(), at=rows[at]["at"])
        rows.insert(at, forged | {"new": self._other(forged["new"])})
        self._put(coding, rows, since=at)

    def change_the_order(self) -> None:
        """Two neighbours with each other's place."""
        coding, rows = self._some_coding()
        at = self._chance.randrange(1, len(rows) - 1)
        rows[at], rows[at + 1] = rows[at + 1], rows[at]
        self._put(coding, rows, since=at)

    def cut_the_tail(self) -> None:
        """The newest entries gone, and the end recorded where they began."""
        coding, rows = self._some_coding()
        keep = self._chance.randrange(1, len(rows))
        self._put(coding, rows[:keep], since=keep)

    def move_to_another_coding(self) -> None:
        """An entry of one coding in another one."""
        coding, rows = self._some_coding()
        row = rows.pop(self._chance.randrange(1, len(rows)))
        other = self._chance.choice([c for c in self._codings() if c != coding])
        others = self._rows(other)
        at = self._chance.randrange(1, len(others) + 1)
        others.insert(at, row | {"coding_id": other, "session_id": others[0]["session_id"]})
        self._put(coding, rows, since=1)
        self._put(other, others, since=at)

    def alter_what_is_rated(self) -> None:
        """A rating that no entry tells."""
        coding, _ = self._some_coding()
        item, value = self._db.execute(
            "SELECT dimension_id, value FROM ratings WHERE coding_id = ? AND value IS NOT NULL",
            (coding,),
        ).fetchone()
        self._db.execute(
            "UPDATE ratings SET value = ? WHERE coding_id = ? AND dimension_id = ?",
            (value % 5 + 1, coding, item),
        )

    def rewrite_everything(self) -> None:
        """Every coding with other values, every code and every end made anew."""
        for coding in self._codings():
            rows = self._rows(coding)
            for row in rows:
                if row["kind"] == HistoryKind.RATING:
                    row["new"] = self._other(row["new"])
            self._put(coding, rows, since=0, seal_end=True)

    def rewrite_a_coding(self) -> None:
        """One coding with another value, its codes and its end made anew."""
        coding, rows = self._some_coding()
        row = self._chance.choice([row for row in rows if row["kind"] == HistoryKind.RATING])
        row["new"] = self._other(row["new"])
        self._put(coding, rows, since=0, seal_end=True)

    # Past the history: tables that no coding's chain tells of

    def give_a_session_to_another_worker(self) -> None:
        """Another worker is scored."""
        self._db.execute(
            "UPDATE sessions SET worker_id = CASE worker_id WHEN 'W1' THEN 'W2' ELSE 'W1' END"
            " WHERE session_id = ?",
            (self._some_session(),),
        )

    def remove_a_session(self) -> None:
        """A session that nobody coded, gone."""
        self._db.execute("DELETE FROM sessions WHERE session_id = 'uncoded'")

    def make_a_coder_a_lead(self) -> None:
        """Rights that nobody gave."""
        self._db.execute("INSERT INTO coder_roles VALUES ('C1', 'lead')")

    def widen_a_consent(self) -> None:
        """Yes in place of no."""
        self._db.execute("UPDATE consents SET given = 1")

    def change_a_setting(self) -> None:
        """Another rule of the study."""
        self._db.execute("UPDATE study_settings SET value = value || ' '")

    def move_the_day_of_an_office(self) -> None:
        """Sessions before become sessions after."""
        day = f"2025-{self._chance.randint(1, 12):02}-01"
        self._db.execute("UPDATE offices SET implementation_date = ?", (day,))

    def cover_a_table_s_seal(self) -> None:
        """A coder made a lead, with an entry that seals it by another key, where that is said."""
        self.make_a_coder_a_lead()
        sealer = TableSealer(self._db, self._seal)
        sealer.seal_all()

    def put_rules_back(self) -> None:
        """Leave the rules that were in the way as they were."""
        for rule in self._rules:
            self._db.execute(rule)

    # Inside

    def _some_session(self) -> str:
        rows = self._db.execute("SELECT session_id FROM sessions ORDER BY session_id").fetchall()
        return str(self._chance.choice(rows)[0])

    def _codings(self) -> list[CodingId]:
        found = self._db.execute("SELECT coding_id FROM codings ORDER BY coding_id")
        return [CodingId(row[0]) for row in found.fetchall()]

    def _some_coding(self) -> tuple[CodingId, list[Row]]:
        coding = self._chance.choice(self._codings())
        return coding, self._rows(coding)

    def _rows(self, coding: CodingId) -> list[Row]:
        query = "SELECT * FROM history WHERE coding_id = ? ORDER BY position"
        return [dict(row) for row in self._db.execute(query, (coding,)).fetchall()]

    def _other(self, text: str | None) -> str:
        rating = json.loads(text or "{}")
        if not isinstance(rating, dict) or "value" not in rating:
            return text or ""
        rating["value"] = float(rating["value"] % 5 + 1)
        return json.dumps(rating, sort_keys=True, separators=(",", ":"))

    def _put(
        self, coding: CodingId, rows: list[Row], *, since: int, seal_end: bool = False
    ) -> None:
        """Write a coding's history with links, digests and codes made anew from ``since`` on."""
        free = self._db.execute("SELECT max(position) FROM history").fetchone()[0] + 1
        taken = [row[0] for row in self._db.execute(
            "SELECT position FROM history WHERE coding_id = ? ORDER BY position", (coding,)
        )]  # fmt: skip
        self._db.execute("DELETE FROM history WHERE coding_id = ?", (coding,))
        places = [*taken[: len(rows)], *range(free, free + len(rows) - len(taken))]
        parent: Row | None = None
        for number, (place, row) in enumerate(zip(places, rows, strict=True)):
            row["position"] = place
            if number >= since:
                self._bind(coding, row, parent)
            self._db.execute("DELETE FROM history WHERE entry_id = ?", (row["entry_id"],))
            columns = ", ".join(row)
            marks = ", ".join("?" * len(row))
            self._db.execute(
                f"INSERT INTO history ({columns}) VALUES ({marks})", tuple(row.values())
            )
            parent = row
        self._follow(coding, rows)
        self._end(coding, rows, seal_end=seal_end)

    def _bind(self, coding: CodingId, row: Row, parent: Row | None) -> None:
        payload: Payload = (
            row["session_id"], row["item"], row["old"], row["new"], row["reason"],
        )  # fmt: skip
        facts: Facts = (
            row["entry_id"], row["at"], row["actor"], row["kind"], row["origin"], coding,
        )  # fmt: skip
        row["parent_id"] = None if parent is None else parent["entry_id"]
        row["payload_digest"] = payload_digest(row["salt"], payload)
        above = None if parent is None else parent["mac"]
        row["mac"] = self._seal.mac(f"coding:{coding}", facts, row["payload_digest"], above, None)

    def _follow(self, coding: CodingId, rows: list[Row]) -> None:
        """Let what is rated be what the forged history adds up to."""
        rated = {row["item"]: json.loads(row["new"]) for row in rows if row["kind"] == "rating"}
        self._db.execute("DELETE FROM ratings WHERE coding_id = ?", (coding,))
        for item, rating in rated.items():
            self._db.execute(
                "INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?, ?)",
                (coding, item, rating["state"], rating["value"], rating["na_reason"],
                 rating["note"], rating["unsure"]),
            )  # fmt: skip

    def _end(self, coding: CodingId, rows: list[Row], *, seal_end: bool) -> None:
        chain, last = f"coding:{coding}", rows[-1]
        self._db.execute(
            "UPDATE history_heads SET entry_id = ?, length = ? WHERE chain = ?",
            (last["entry_id"], len(rows), chain),
        )
        if seal_end:
            head = Head(chain=chain, entry_id=last["entry_id"], length=len(rows), in_force=True)
            seal = self._seal.head(head, last["mac"], [last["entry_id"]])
            self._db.execute("UPDATE history_heads SET seal = ? WHERE chain = ?", (seal, chain))


Attack = Callable[[Forger], None]

OF_TABLES: Mapping[str, Attack] = MappingProxyType(
    {
        "a session given to another worker": Forger.give_a_session_to_another_worker,
        "a session removed": Forger.remove_a_session,
        "a coder made a lead": Forger.make_a_coder_a_lead,
        "a consent widened": Forger.widen_a_consent,
        "a setting changed": Forger.change_a_setting,
        "an office's day moved": Forger.move_the_day_of_an_office,
    }
)
"""Kinds that touch no history: the seal on tables alone finds them."""

ATTACKS: Mapping[str, Attack] = MappingProxyType(
    {
        "value altered": Forger.alter_a_value,
        "entry removed": Forger.remove_an_entry,
        "entry inserted": Forger.insert_an_entry,
        "order changed": Forger.change_the_order,
        "tail cut": Forger.cut_the_tail,
        "entry moved to another coding": Forger.move_to_another_coding,
        "ratings altered past the history": Forger.alter_what_is_rated,
        "one coding rewritten without the key": Forger.rewrite_a_coding,
        "everything rewritten without the key": Forger.rewrite_everything,
        **OF_TABLES,
        "a table sealed without the key": Forger.cover_a_table_s_seal,
    }
)
"""Kinds of tampering, by what they are."""
