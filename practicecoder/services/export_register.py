"""The register of exports: who took what out of the study, when, for what, and for whom."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId
from practicecoder.export.data import PackageData
from practicecoder.export.package import PreparedPackage
from practicecoder.services.study_context import StudyContext

PACKAGE = "package"
"""What an entry of the history is about."""
PACKET = "packet"
"""Profile of a coder's packet in the register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRecord:
    """One package or packet that left the study.

    ``at`` is aware UTC; ``actor`` None: the program itself. ``sha256`` is that of the manifest,
    which holds those of all files. ``rows`` counts those of each table, ``digests`` are the
    SHA-256 of each file by its path, and ``head`` is that of the study's history when it was
    exported; older entries lack them.
    """

    at: datetime
    actor: CoderId | None
    profile: str
    purpose: str
    formats: tuple[str, ...]
    sha256: str
    n_sessions: int
    evidence: bool
    rows: Mapping[str, int] = field(default_factory=dict)
    head: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)

    @property
    def n_rows(self) -> int:
        """Rows of all tables together."""
        return sum(self.rows.values())


def export_entry(
    data: PackageData,
    formats: Sequence[str],
    prepared: PreparedPackage,
    entry_id: str,
    *,
    actor: CoderId | None,
) -> HistoryEntry:
    """Entry of a package that is about to be put in its place."""
    document = {
        "profile": data.profile.value,
        "purpose": data.purpose,
        "formats": list(formats),
        "manifest_sha256": prepared.manifest_digest,
        "sessions": len(data.sessions),
        "rows": dict(prepared.rows),
        "files": dict(prepared.digests),
        "evidence": data.evidence is not None,
        "history_head": data.study_head,
    }
    return HistoryEntry(
        entry_id=entry_id,
        at=data.made_at,
        actor=actor,
        kind=HistoryKind.EXPORTED,
        item=PACKAGE,
        new=json.dumps(document, ensure_ascii=False),
        reason=data.purpose,
    )


def export_register(context: StudyContext) -> tuple[ExportRecord, ...]:
    """Every package and every coding packet on record, the latest first."""
    with context.store.reading() as unit:
        entries = [entry for entry in unit.history.all() if _left_the_study(entry)]
    return tuple(
        _packet_record(entry) if entry.kind is HistoryKind.PACKET_MADE else _record(entry)
        for entry in reversed(entries)
    )


def _left_the_study(entry: HistoryEntry) -> bool:
    if entry.kind is HistoryKind.PACKET_MADE:
        return entry.session_id is None
    return entry.kind is HistoryKind.EXPORTED and entry.item == PACKAGE


def _packet_record(entry: HistoryEntry) -> ExportRecord:
    told = json.loads(entry.new or "{}")
    return ExportRecord(
        at=entry.at,
        actor=entry.actor,
        profile=PACKET,
        purpose=f"coding by {told.get('coder', '')}",
        formats=(PACKET,),
        sha256=str(told.get("sha256", "")),
        n_sessions=int(told.get("sessions", 0)),
        evidence=False,
    )


def _record(entry: HistoryEntry) -> ExportRecord:
    told = json.loads(entry.new or "{}")
    return ExportRecord(
        at=entry.at,
        actor=entry.actor,
        profile=str(told.get("profile", "")),
        purpose=str(told.get("purpose", "")),
        formats=tuple(str(name) for name in told.get("formats", ())),
        sha256=str(told.get("manifest_sha256", "")),
        n_sessions=int(told.get("sessions", 0)),
        evidence=bool(told.get("evidence", False)),
        head=str(told.get("history_head", "")),
        rows={str(name): int(n) for name, n in told.get("rows", {}).items()},
        digests={str(name): str(digest) for name, digest in told.get("files", {}).items()},
    )
