"""Everything that can be wrong with a study, looked for and listed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.sessions import Recording
from practicecoder.errors import EncryptedFileError, Problem, TombstonesDamagedError
from practicecoder.storage.audio_store import AudioStore, fingerprint_of_sound
from practicecoder.storage.base import Base
from practicecoder.storage.cell_checking import odd_columns
from practicecoder.storage.copies import faults_of
from practicecoder.storage.database import Database
from practicecoder.storage.engine import DatabaseFile, connect_sqlite
from practicecoder.storage.failures import BrokenRuleError, told
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.history_checking import check_history
from practicecoder.storage.patience import until_free
from practicecoder.storage.table_checking import check_tables
from practicecoder.storage.tombstones import FILE as TOMBSTONES
from practicecoder.storage.tombstones import read_tombstones
from practicecoder.storage.unit_of_work import UnitOfWork

_UNREAD = (BrokenRuleError, LookupError, TypeError, ValueError)
"""What comes of values of another kind than their column's."""


def check_study(
    folder: StudyFolder, database: Database, printed: Iterable[str] = ()
) -> tuple[Problem, ...]:
    """Check the database, the history and codings against it, recordings and releases.

    ``printed`` are heads of the history from paper or packages; each must be in the history still.
    """
    heads = tuple(dict.fromkeys(printed))
    file = folder.keyed(folder.database)
    faults = until_free(partial(_faults, folder.path, file))
    if faults:
        return tuple(
            Problem(
                what=f"The database is damaged: {fault}.",
                fix="Restore the newest file of the backups folder.",
                file=folder.database.name,
            )
            for fault in faults
        )
    try:
        return _checked(folder, database, heads)
    except _UNREAD:
        odd = until_free(partial(_odd_columns, folder.path, file))
        if not odd:
            raise
    return tuple(
        Problem(
            what=f"The column {column} holds values that the program never writes: it was altered "
            "past the program. The rest cannot be checked.",
            fix="Restore the newest file of the backups folder.",
            file=folder.database.name,
        )
        for column in odd
    )


def _checked(
    folder: StudyFolder, database: Database, heads: Collection[str]
) -> tuple[Problem, ...]:
    """Check what a sound database holds."""
    history = check_history(database, printed=heads)
    tables = tuple(check_tables(database))
    with database.reading(patient=True) as unit:
        recordings = unit.sessions.sounding()
        releases = tuple(_releases(unit, history.releases))
        withdrawn = unit.withdrawals.ids()
    return (
        *history.problems,
        *tables,
        *(_lost(head) for head in heads if head not in history.found_heads),
        *_recordings(AudioStore.of_study(folder, read_only=True), recordings),
        *releases,
        *_unrecorded(folder, withdrawn),
    )


def _faults(path: Path, file: DatabaseFile) -> tuple[str, ...]:
    with told(path, reading=True):
        return faults_of(file) or tuple(_misshapen(file))


def _odd_columns(path: Path, file: DatabaseFile) -> tuple[str, ...]:
    with told(path, reading=True):
        return tuple(odd_columns(file))


def _misshapen(file: DatabaseFile) -> Iterator[str]:
    """Which tables and columns are not there, so that nothing else can be checked."""
    with closing(connect_sqlite(file, "ro")) as connection:
        plain = {
            name
            for _, name, kind, _, without_rowid, *_ in connection.execute("PRAGMA main.table_list")
            if kind == "table" and not without_rowid
        }
        for table in Base.metadata.sorted_tables:
            if table.name not in plain:
                yield f"the table {table.name} is missing"
                continue
            there = {
                row[1] for row in connection.execute(f'PRAGMA main.table_xinfo("{table.name}")')
            }
            if lacking := sorted(set(table.columns.keys()) - there):
                yield f"the table {table.name} lacks {', '.join(lacking)}"


def _lost(head: str) -> Problem:
    return Problem(
        what=f"The printed head {head} is not in the history of this study.",
        fix="Compare it with the paper once more. If it is read rightly, entries were removed or "
        "rewritten since it was printed, or it belongs to another study.",
        file="study.db",
    )


def _recordings(audio: AudioStore, recordings: Iterable[Recording]) -> Iterator[Problem]:
    for recording in recordings:
        if not audio.holds(recording.stored_name):
            yield Problem(
                what="A recording is missing.",
                fix="Add the same sound file again; it is found by its content.",
                file=f"audio/{recording.stored_name}",
            )
        elif not _is_unaltered(audio, recording):
            yield Problem(
                what="A recording was altered since it was added.",
                fix="Replace it by the original sound file.",
                file=f"audio/{recording.stored_name}",
            )


def _is_unaltered(audio: AudioStore, recording: Recording) -> bool:
    sound = audio.sound(recording.stored_name)
    try:
        return sound is not None and fingerprint_of_sound(sound) == recording.fingerprint
    except EncryptedFileError:
        return False


def _unrecorded(folder: StudyFolder, withdrawn: Collection[str]) -> Iterator[Problem]:
    """Whether withdrawals are missing from the record that keeps copies from undoing them."""
    try:
        recorded = {stone.withdrawal_id for stone in read_tombstones(folder).stones}
    except TombstonesDamagedError:
        recorded = set()
    if lacking := len(set(withdrawn) - recorded):
        number = "1 withdrawal is" if lacking == 1 else f"{lacking} withdrawals are"
        yield Problem(
            what=f"{number} missing from the record of withdrawals.",
            fix="Put the file back from your own copy of the study folder. Restore no backup "
            "from elsewhere before that: withdrawn sessions could come back with it.",
            file=TOMBSTONES,
        )


def _releases(unit: UnitOfWork, entries: Iterable[HistoryEntry]) -> Iterator[Problem]:
    """Released reports that are not the files whose digest was recorded, one file at a time."""
    recorded = {
        told["release"]: told["sha256"]
        for entry in entries
        if entry.kind is HistoryKind.RELEASED and (told := _told_of(entry))
    }
    for release in unit.releases.all():
        kept = unit.releases.find(release.release_id)
        digest = "" if kept is None else hashlib.sha256(kept.content).hexdigest()
        if not digest == release.sha256 == recorded.get(release.release_id):
            yield Problem(
                what="A released report is not the file that was released.",
                fix="Compare it with the newest backup before it is given out.",
                file="study.db",
                key=release.release_id,
            )


def _told_of(entry: HistoryEntry) -> Mapping[str, str]:
    """Release and digest of an entry; empty if it cannot be read."""
    try:
        told = json.loads(entry.new or "")
    except ValueError:
        return {}
    return told if isinstance(told, dict) and {"release", "sha256"} <= told.keys() else {}
