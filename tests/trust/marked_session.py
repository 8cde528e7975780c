"""A made-up session that says CANARY wherever the study can hold words about it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from practicecoder.domain.coding import CodeMark, Evidence, Note
from practicecoder.domain.coding_changes import (
    CodingChange,
    EvidenceChange,
    MarkChange,
    NoteChange,
    RatingChange,
    applied,
)
from practicecoder.domain.concerns import Concern
from practicecoder.domain.consent import Consent, ConsentUse
from practicecoder.domain.decisions import Decision
from practicecoder.domain.feedback import (
    Feedback,
    Goal,
    Point,
    PointKind,
    ReadMoment,
    Release,
    ReleaseKind,
)
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import BlindCode, Fingerprint, SessionId, new_id
from practicecoder.domain.outcomes import Outcome
from practicecoder.domain.people import Coder
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import Transcript, TranscriptLine
from practicecoder.services.context import StudyServices
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.unit_of_work import UnitOfWork
from tests.builders import (
    ANNA,
    BEN,
    LEAD,
    NOW,
    a_recording,
    a_session,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

CANARY = "CANARY"
SESSION = SessionId(f"{CANARY}-V1")
FINGERPRINT = Fingerprint("c0ffee" * 10 + "beef")
MARKS = (CANARY.encode(), FINGERPRINT.encode())
"""What is looked for, in names and contents of files."""
STAYS = frozenset({"history", "decisions"})
"""Tables whose rows stay: the history, which loses what it says and is marked when it is written,
and what the laboratory agreed about its codebook, which loses the link."""


def add_marked_session(services: StudyServices) -> None:
    """Add the session, two codings and everything that can be said about it, with its files."""
    add_people(services, Coder(coder_id=ANNA), Coder(coder_id=BEN))
    recording = replace(a_recording(1), fingerprint=FINGERPRINT, stored_name=f"{FINGERPRINT}.flac")
    marked = a_session(
        1, session_id=SESSION, blind_code=BlindCode(f"S-{CANARY}"), recording=recording
    )
    add_sessions(services, marked, a_session(2), a_session(3))
    for session_id in (SESSION, SessionId("V-0002")):
        for coder_id in (ANNA, BEN):
            add_coding(services, session_id, coder_id, ratings_of(services.codebook, [3] * 7))
    store = services.context.store
    with store.transaction() as unit:
        _say_everything(unit, services)
    sound = store.path / "incoming.flac"
    sound.write_bytes(CANARY.encode() * 4_000)
    cached = store.cache_dir / f"{FINGERPRINT}.peaks"
    if store.folder.key is None:
        (store.audio_dir / recording.stored_name).write_bytes(sound.read_bytes())
        cached.write_bytes(CANARY.encode() * 10)
    sound.unlink()


def mark_every_text(folder: StudyFolder) -> int:
    """Put the word into every column of the session's rows that takes it; returns how many.

    What only refers to something, or is one of a few words, refuses it and stays as it is.
    """
    with closing(connect_sqlite(folder.keyed(folder.database), "rw")) as connection:
        return sum(
            _marked(connection, table, column, where)
            for table, where in _rows_of_session(connection)
            for column in _texts(connection, table)
        )


def rows_with_mark(folder: StudyFolder, file: Path) -> dict[tuple[str, str], int]:
    """How many rows of a database hold the word, by table and column; it may be encrypted."""
    found: dict[tuple[str, str], int] = {}
    with closing(connect_sqlite(folder.keyed(file), "ro")) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in names.fetchall():
            for _, column, *_more in connection.execute(f"PRAGMA table_info({table})").fetchall():
                (n,) = connection.execute(
                    f'SELECT count(*) FROM {table} WHERE instr(CAST("{column}" AS TEXT), ?)'
                    f' OR instr(CAST("{column}" AS TEXT), ?)',
                    (CANARY, FINGERPRINT),
                ).fetchone()
                if n:
                    found[table, column] = n
    return found


def files_with_mark(path: Path) -> list[str]:
    """Files of a folder that hold the word or are called by it."""
    return sorted(
        file.relative_to(path).as_posix()
        for file in path.rglob("*")
        if file.is_file()
        and any(mark.decode() in file.name or mark in file.read_bytes() for mark in MARKS)
    )


def _say_everything(unit: UnitOfWork, services: StudyServices) -> None:
    codebook = services.codebook
    first, dimension = unit.codings.of_session(SESSION)[0], codebook.dimension_ids[0]
    piece = Evidence(
        evidence_id=f"{CANARY}-e1",
        span=TimeSpan(1000, 2000),
        dimension_ids=(dimension,),
        quote=f"{CANARY} said",
        note=f"{CANARY} noted",
        share=True,
    )
    rated = replace(first.ratings[dimension], note=f"{CANARY} why")
    changes: list[CodingChange] = [
        EvidenceChange(piece.evidence_id, piece),
        NoteChange(f"{CANARY}-n1", Note(note_id=f"{CANARY}-n1", text=f"{CANARY} text")),
        RatingChange(dimension, rated),
    ]
    if codebook.counts:
        mark = CodeMark(
            mark_id=f"{CANARY}-m1", count_id=codebook.counts[0].count_id, at_ms=1, note=CANARY
        )
        changes.append(MarkChange(mark.mark_id, mark))
    unit.codings.save(applied(first, changes), expected_version=first.version, changes=changes)
    unit.record_changes(first, changes, at=NOW, actor=ANNA, reason=f"{CANARY} reason")
    line = TranscriptLine(start_ms=0, end_ms=900, text=f"{CANARY} line", speaker=f"{CANARY} P1")
    unit.transcripts.put(
        Transcript(
            session_id=SESSION,
            lines=(line,),
            source_format="vtt",
            source_digest=CANARY,
            offset_ms=0,
            added_at=NOW,
        )
    )
    unit.concerns.add(
        Concern(
            concern_id=f"{CANARY}-c1",
            session_id=SESSION,
            coder_id=ANNA,
            text=f"{CANARY} heard",
            raised_at=NOW,
            action=f"{CANARY} told",
        )
    )
    for use in ConsentUse:
        unit.consents.put(
            Consent(
                session_id=SESSION,
                use=use,
                given=True,
                recorded_at=NOW,
                recorded_by=LEAD,
                note=f"{CANARY} form",
            )
        )
    unit.decisions.add(
        Decision(
            decision_id=new_id(),
            codebook=codebook.ref,
            item=dimension,
            text="read it so",
            decided_at=NOW,
            decided_by=LEAD,
            session_id=SESSION,
        )
    )
    unit.outcomes.put_measure("goals", [Outcome(session_id=SESSION, measure="goals", value=0.5)])
    _say_feedback(unit, piece, dimension)
    unit.history.add_all(_entries())


def _say_feedback(unit: UnitOfWork, piece: Evidence, dimension: str) -> None:
    said = f"{CANARY} feedback"
    unit.feedback.put(
        Feedback(
            session_id=SESSION,
            points=(
                Point(
                    kind=PointKind.BUILD,
                    wording=said,
                    dimension_id=dimension,
                    evidence_ids=(piece.evidence_id,),
                    try_this=said,
                ),
            ),
            moments={
                piece.evidence_id: ReadMoment(
                    evidence_id=piece.evidence_id, quote=said, note=said, printed=True
                )
            },
            last_goal_outcome=said,
            goal=Goal(goal=said, with_whom=said, help_needed=said, how_we_know=said),
            family_voice=said,
            response=said,
            response_on=date(2026, 10, 6),
        )
    )
    unit.releases.add(
        Release(
            release_id=new_id(),
            kind=ReleaseKind.WORKER,
            session_id=SESSION,
            released_at=NOW,
            released_by=LEAD,
            file_name=f"{CANARY}.pdf",
            sha256="0" * 64,
            content=f"{CANARY} page".encode() * 100,
            ended_at=datetime(2026, 10, 7, tzinfo=UTC),
            ended_because=f"{CANARY} ended",
        )
    )


def _entries() -> Iterator[HistoryEntry]:
    for kind in HistoryKind:
        yield HistoryEntry(
            entry_id=new_id(),
            at=NOW,
            actor=LEAD,
            kind=kind,
            item=f"{CANARY} item",
            old=json.dumps(f"{CANARY} old"),
            new=json.dumps(f"{CANARY} new"),
            reason=f"{CANARY} reason",
            session_id=SESSION,
        )


def _rows_of_session(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each table that can hold rows of the session, and which rows those are."""
    codings = f"SELECT coding_id FROM codings WHERE session_id = '{SESSION}'"
    evidence = f"SELECT evidence_id FROM evidence WHERE coding_id IN ({codings})"
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in names:
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()}
        if table in STAYS:
            continue
        if "session_id" in columns:
            yield table, f"session_id = '{SESSION}'"
        elif "coding_id" in columns:
            yield table, f"coding_id IN ({codings})"
        elif "evidence_id" in columns:
            yield table, f"evidence_id IN ({evidence})"


def _texts(connection: sqlite3.Connection, table: str) -> list[str]:
    return [
        row[1]
        for row in connection.execute(f"PRAGMA table_info({table})").fetchall()
        if row[2].upper() in {"TEXT", "VARCHAR"}
    ]


def _marked(connection: sqlite3.Connection, table: str, column: str, where: str) -> int:
    said = json.dumps(CANARY) if (table, column) == ("answers", "value") else CANARY
    already = connection.execute(
        f"SELECT count(*) FROM {table} WHERE {where} AND instr({column}, ?)", (CANARY,)
    ).fetchone()[0]
    if already:
        return 1
    try:
        done = connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (said,))
    except sqlite3.IntegrityError:
        return 0
    return int(done.rowcount > 0)
