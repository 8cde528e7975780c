"""What a withdrawal leaves of a session in a database file, of whatever schema the file is."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import new_blind_code
from practicecoder.domain.sessions import PhaseRule, Purpose, SessionState
from practicecoder.domain.withdrawal import WithdrawalChoice
from practicecoder.errors import CodebookError
from practicecoder.storage.named_values import decoded, holds, without
from practicecoder.storage.types import to_json

_BATCH = 500
_PLACES = 1 << 48
_OF_CODING = ("ratings", "answers", "notes", "marks", "listens", "evidence")
_OF_SESSION = (
    "assignments",
    "transcript_lines",
    "transcripts",
    "concerns",
    "consents",
    "feedback_moments",
    "feedback_point_moments",
    "feedback_points",
    "own_ratings",
    "feedback",
    "releases",
    "outcomes",
)
"""Tables with a row or more for a session, those that refer to others first."""
_WORDS_OF_SESSION = tuple(table for table in _OF_SESSION if table != "assignments")
"""What is left out where ratings stay without their session: everything but who coded it."""
_WORDS = {
    "ratings": ("note",),
    "evidence": ("quote", "note"),
    "marks": ("note",),
    "codings": ("short_listen_reason",),
}
"""Columns with words of coders, by table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """What is to happen to one session. ``number`` stands in for its code if everything goes."""

    session_id: str
    choice: WithdrawalChoice
    number: str
    at: datetime


class Eraser:
    """Erases within one open transaction of a connection with ``secure_delete``.

    Parameters
    ----------
    connection
        A connection to a study's database file, plain or encrypted, in a transaction.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        self._columns = {
            name: {row[1] for row in connection.execute(f'PRAGMA table_info("{name}")').fetchall()}
            for (name,) in names.fetchall()
        }

    def erase(self, erasure: Erasure) -> bool:
        """Do what was chosen; False if there is nothing of it left to do."""
        match erasure.choice:
            case WithdrawalChoice.NO_NEW_USE:
                return self._take_out(erasure.session_id)
            case WithdrawalChoice.ERASE_RECORDING:
                return self._erase_sound(erasure)
            case WithdrawalChoice.DETACH_CODES | WithdrawalChoice.ERASE_ALL:
                return self._erase_link(erasure)

    # How far it goes

    def _take_out(self, session_id: str) -> bool:
        withdrawn = SessionState.WITHDRAWN.value
        done = self._db.execute(
            "UPDATE sessions SET state = ?, version = version + 1"
            " WHERE session_id = ? AND state <> ?",
            (withdrawn, session_id, withdrawn),
        )
        return done.rowcount > 0

    def _erase_sound(self, erasure: Erasure) -> bool:
        session_id = erasure.session_id
        changed = self._take_out(session_id)
        if "audio_deleted_at" in self._columns["sessions"]:
            done = self._db.execute(
                "UPDATE sessions SET audio_deleted_at = ?, version = version + 1"
                " WHERE session_id = ? AND recording IS NOT NULL AND audio_deleted_at IS NULL",
                (stored_moment(erasure.at), session_id),
            )
            changed |= done.rowcount > 0
        for table in ("transcript_lines", "transcripts"):
            changed |= self._delete(table, "session_id", [session_id])
        return changed

    def _erase_link(self, erasure: Erasure) -> bool:
        session_id = erasure.session_id
        row = self._db.execute(
            "SELECT blind_code, recording FROM sessions WHERE session_id = ?", (session_id,)
        ).fetchone()
        if row is None:
            return False
        blind_code, recording = row
        codings = self._ids("codings", "coding_id", "session_id", session_id)
        everything = erasure.choice is WithdrawalChoice.ERASE_ALL
        self._forget_later_reports(session_id)
        self._erase_history(session_id, codings, [session_id, blind_code])
        self._scrub_packets({session_id, blind_code})
        self._release_decisions(session_id)
        for table in _OF_SESSION if everything else _WORDS_OF_SESSION:
            self._delete(table, "session_id", [session_id])
        if everything:
            self._delete_codings(codings)
        else:
            self._silence(codings)
            self._end_coding(session_id)
        code = erasure.number if everything else self._fresh_code()
        self._rename(session_id, code, everything)
        if recording is not None:
            self._forget_recording(recording)
        return True

    # Steps

    def _erase_history(
        self, session_id: str, codings: Sequence[str], names: Sequence[str]
    ) -> None:
        """Take what entries say; when, by whom and which kind stays, and so does the chain."""
        marks = {"salt": "salt = NULL", "erased": "erased = 1"}
        more = "".join(f", {m}" for c, m in marks.items() if c in self._columns["history"])
        change = (
            "UPDATE history SET item = '', old = NULL, new = NULL, reason = '',"
            f" session_id = NULL{more} WHERE "
        )
        with self._history_may_be_erased():
            self._db.execute(f"{change} session_id = ?", (session_id,))
            for batch in _batches(codings):
                self._db.execute(f"{change} coding_id IN ({_marks(batch)})", batch)
            for batch in _batches(self._entries_naming(names)):
                self._db.execute(f"{change} position IN ({_marks(batch)})", batch)

    def _entries_naming(self, names: Sequence[str]) -> list[int]:
        """Entries about no coding that name the session in what they list, such as a packet's."""
        found = []
        for name in names:
            rows = self._db.execute(
                "SELECT position, item, old, new FROM history WHERE coding_id IS NULL AND"
                f" kind <> '{HistoryKind.TABLES_SEALED}' AND"
                " (item = ? OR instr(old, ?) OR instr(new, ?))",
                (name, name, name),
            ).fetchall()
            found += [
                position
                for position, item, *values in rows
                if item == name or any(holds(decoded(value), {name}) for value in values)
            ]
        return found

    @contextmanager
    def _history_may_be_erased(self) -> Iterator[None]:
        """Lift the rule that history only grows, where an older schema knows no exception."""
        triggers: list[tuple[str, str]] = []
        if "erased" not in self._columns["history"]:
            triggers = self._db.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
                " AND tbl_name = 'history'"
            ).fetchall()
        for name, _ in triggers:
            self._db.execute(f'DROP TRIGGER "{name}"')
        yield
        for _, sql in triggers:
            self._db.execute(sql)

    def _forget_later_reports(self, session_id: str) -> None:
        """Remove kept files about others that may tell of the session once it was submitted.

        Those are a team's reports, and reports on other sessions of its worker, whose pages look
        back. What is left of them is that they were released: that is in the history.
        """
        if "releases" not in self._columns:
            return
        submitted = (
            "SELECT 1 FROM history WHERE session_id = :session AND kind = :submitted UNION ALL"
            " SELECT 1 FROM codings WHERE session_id = :session AND submitted_at IS NOT NULL"
        )
        since = "SELECT min(at) FROM history WHERE session_id = :session"
        worker = "SELECT worker_id FROM sessions WHERE session_id = :session"
        self._db.execute(
            f"DELETE FROM releases WHERE EXISTS ({submitted})"
            f" AND released_at >= coalesce(({since}), '') AND (session_id IS NULL OR session_id IN"
            f" (SELECT session_id FROM sessions WHERE worker_id = ({worker})))",
            {"session": session_id, "submitted": HistoryKind.SUBMITTED.value},
        )

    def _scrub_packets(self, names: set[str]) -> None:
        for table, key, column in (
            ("packets", "packet_id", "codes"),
            ("packet_returns", "sha256", "heads"),
        ):
            if table not in self._columns:
                continue
            for row_id, text in self._db.execute(
                f"SELECT {key}, {column} FROM {table}"
            ).fetchall():
                read = decoded(text)
                if holds(read, names):
                    kept = to_json(without(read, names))
                    self._db.execute(
                        f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (kept, row_id)
                    )

    def _release_decisions(self, session_id: str) -> None:
        if "decisions" in self._columns:
            self._db.execute(
                "UPDATE decisions SET session_id = NULL WHERE session_id = ?", (session_id,)
            )

    def _delete_codings(self, codings: Sequence[str]) -> None:
        for batch in _batches(codings):
            self._db.execute(
                "DELETE FROM evidence_dimensions WHERE evidence_id IN"
                f" (SELECT evidence_id FROM evidence WHERE coding_id IN ({_marks(batch)}))",
                batch,
            )
        for table in (*_OF_CODING, "codings"):
            self._delete(table, "coding_id", codings)

    def _silence(self, codings: Sequence[str]) -> None:
        """Take the words out of codings whose ratings stay."""
        for batch in _batches(codings):
            for table, columns in _WORDS.items():
                there = [c for c in columns if c in self._columns.get(table, ())]
                if there:
                    emptied = ", ".join(f"{column} = ''" for column in there)
                    self._db.execute(
                        f"UPDATE {table} SET {emptied} WHERE coding_id IN ({_marks(batch)})", batch
                    )
        self._delete("notes", "coding_id", codings)
        self._delete_written_answers(codings)

    def _end_coding(self, session_id: str) -> None:
        """Nobody codes on what has no recording any more: only what is submitted counts."""
        submitted = (
            "SELECT 1 FROM codings AS c WHERE c.session_id = :session AND c.state = 'locked'"
        )
        values = {
            "session": session_id,
            "submitted": SessionState.SUBMITTED.value,
            "withdrawn": SessionState.WITHDRAWN.value,
        }
        self._db.execute(
            "DELETE FROM assignments WHERE session_id = :session"
            f" AND NOT EXISTS ({submitted} AND c.coder_id = assignments.coder_id)",
            values,
        )
        self._db.execute(
            f"UPDATE sessions SET state = CASE WHEN EXISTS ({submitted}) THEN :submitted"
            " ELSE :withdrawn END WHERE session_id = :session"
            " AND state IN ('received', 'in_coding')",
            values,
        )

    def _delete_written_answers(self, codings: Sequence[str]) -> None:
        """Answers in words go; those that were chosen from a list, or are numbers, stay."""
        for coding_id in codings:
            text, codebook_id = self._db.execute(
                "SELECT b.text, b.codebook_id FROM codebooks AS b JOIN codings AS c"
                " ON b.codebook_id = c.codebook_id AND b.version = c.codebook_version"
                " AND b.digest = c.codebook_digest WHERE c.coding_id = ?",
                (coding_id,),
            ).fetchone()
            questions = _written_questions(text, codebook_id)
            if questions is None:  # which answers are in words is not known: every text goes
                self._db.execute(
                    "DELETE FROM answers WHERE coding_id = ? AND value LIKE '\"%'", (coding_id,)
                )
            for question_id in questions or ():
                self._db.execute(
                    "DELETE FROM answers WHERE coding_id = ? AND question_id = ?",
                    (coding_id, question_id),
                )

    def _rename(self, session_id: str, code: str, everything: bool) -> None:
        """Leave a row that counts, under a code that leads nowhere."""
        values: dict[str, object] = {
            "session_id": code,
            "blind_code": code,
            "worker_id": None,
            "office_id": None,
            "session_date": None,
            "days_since_implementation": None,
            "worker_role": "",
            "purpose": Purpose.RESEARCH.value,
            "recording": None,
            "segment_start_ms": None,
            "segment_end_ms": None,
            "segment_choice": None,
            "segment_seed": None,
            "audio_until": None,
            "audio_deleted_at": None,
        }
        if everything:
            values |= {
                "phase": None,
                "phase_rule": PhaseRule.AS_ENTERED.value,
                "session_type": "",
                "state": SessionState.WITHDRAWN.value,
            }
        there = {c: v for c, v in values.items() if c in self._columns["sessions"]}
        for table in ("codings", "assignments"):
            self._db.execute(
                f"UPDATE {table} SET session_id = ? WHERE session_id = ?", (code, session_id)
            )
        self._db.execute(
            f"UPDATE sessions SET {', '.join(f'{c} = ?' for c in there)}, version = version + 1"
            " WHERE session_id = ?",
            (*there.values(), session_id),
        )

        # rows are numbered as they came: a gap between neighbours would tell which one it was
        self._db.execute(
            "UPDATE sessions SET rowid = ? WHERE session_id = ?",
            (-1 - secrets.randbelow(_PLACES), code),
        )

    def _fresh_code(self) -> str:
        """Code that nothing bears: the one that coders met stands on released reports."""
        while True:
            code = new_blind_code()
            taken = self._db.execute(
                "SELECT 1 FROM sessions WHERE blind_code = ? OR session_id = ?", (code, code)
            ).fetchone()
            if taken is None:
                return code

    def _forget_recording(self, fingerprint: str) -> None:
        self._db.execute(
            "DELETE FROM recordings WHERE fingerprint = ?"
            " AND NOT EXISTS (SELECT 1 FROM sessions WHERE recording = fingerprint)",
            (fingerprint,),
        )

    # Rows

    def _delete(self, table: str, column: str, ids: Sequence[str]) -> bool:
        if table not in self._columns:
            return False
        n = 0
        for batch in _batches(ids):
            where = f"{column} IN ({_marks(batch)})"
            n += self._db.execute(f"DELETE FROM {table} WHERE {where}", batch).rowcount
        return n > 0

    def _ids(self, table: str, wanted: str, column: str, value: str) -> list[str]:
        rows = self._db.execute(
            f"SELECT {wanted} FROM {table} WHERE {column} = ?", (value,)
        ).fetchall()
        return [str(row[0]) for row in rows]


def names_left(connection: sqlite3.Connection, session_id: str) -> tuple[str, ...]:
    """Tables in which rows still bear a session's code; none after it was erased."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return tuple(
        name
        for (name,) in tables
        if "session_id" in {r[1] for r in connection.execute(f'PRAGMA table_info("{name}")')}
        and connection.execute(
            f'SELECT 1 FROM "{name}" WHERE session_id = ? LIMIT 1', (session_id,)
        ).fetchone()
        is not None
    )


def stored_moment(at: datetime) -> str:
    """A moment as SQLite keeps it."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _written_questions(text: str, codebook_id: str) -> tuple[str, ...] | None:
    """Questions that are answered in words; None if the codebook cannot be read."""
    from practicecoder.codebook.loader import parse_codebook
    from practicecoder.codebook.model import AnswerType

    try:
        codebook = parse_codebook(text, f"{codebook_id}.toml")
    except CodebookError:
        return None
    return tuple(q.question_id for q in codebook.questions if q.answer_type is AnswerType.TEXT)


def _batches(ids: Iterable[Any]) -> Iterator[list[Any]]:
    every = list(ids)
    for start in range(0, len(every), _BATCH):
        yield every[start : start + _BATCH]


def _marks(batch: Sequence[object]) -> str:
    return ", ".join("?" * len(batch))
