"""Everything that can be wrong with a study, looked for and listed."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from practicecoder.domain.coding import Coding
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.sessions import Recording
from practicecoder.errors import Problem
from practicecoder.storage.audio_store import fingerprint_of
from practicecoder.storage.copies import faults_of
from practicecoder.storage.database import Database
from practicecoder.storage.failures import told
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.history import CodingContent, replay
from practicecoder.storage.unit_of_work import UnitOfWork


def check_study(folder: StudyFolder, database: Database) -> tuple[Problem, ...]:
    """Check the database, codings against their history, hashes of recordings and releases."""
    with told(folder.path, reading=True):
        faults = faults_of(folder.keyed(folder.database))
    if faults:
        return tuple(
            Problem(
                what=f"The database is damaged: {fault}.",
                fix="Restore the newest file of the backups folder.",
                file=folder.database.name,
            )
            for fault in faults
        )
    with database.reading() as unit:
        codings = unit.codings.all()
        entries = unit.history.all()
        recordings = unit.sessions.recordings()
        releases = tuple(_releases(unit, entries))
    return (
        *_against_history(codings, entries),
        *_recordings(folder.audio, recordings),
        *releases,
    )


def _against_history(
    codings: Sequence[Coding], entries: Iterable[HistoryEntry]
) -> Iterator[Problem]:
    of_coding: defaultdict[str | None, list[HistoryEntry]] = defaultdict(list)
    for entry in entries:
        of_coding[entry.coding_id].append(entry)
    for coding in codings:
        if not agrees(coding, of_coding[coding.coding_id]):
            yield Problem(
                what="A coding is not what its history adds up to.",
                fix="Compare it with the newest backup before it is used.",
                file="study.db",
                key=coding.coding_id,
            )


def agrees(coding: Coding, entries: Iterable[HistoryEntry]) -> bool:
    """Whether the coding is what its history adds up to; unreadable entries add up to nothing."""
    try:
        return replay(entries) == CodingContent.of(coding)
    except (ValueError, KeyError, TypeError):
        return False


def _recordings(audio: Path, recordings: Iterable[Recording]) -> Iterator[Problem]:
    for recording in recordings:
        file = audio / recording.stored_name
        if not file.is_file():
            yield Problem(
                what="A recording is missing.",
                fix="Add the same sound file again; it is found by its content.",
                file=f"audio/{recording.stored_name}",
            )
        elif fingerprint_of(file) != recording.fingerprint:
            yield Problem(
                what="A recording was altered since it was added.",
                fix="Replace it by the original sound file.",
                file=f"audio/{recording.stored_name}",
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
