"""Packets that went out to coders, and what came back of them."""

from __future__ import annotations

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId
from practicecoder.domain.packets import Packet, PacketReturn, PacketSession
from practicecoder.storage.trust_models import PacketReturnRow, PacketRow
from practicecoder.storage.types import from_json, to_json


class PacketRepository:
    """The study's packets, in the order in which they were made."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Packet, ...]:
        """Every packet."""
        query = select(PacketRow).order_by(PacketRow.made_at, PacketRow.packet_id)
        return tuple(_packet(row) for row in self._db.scalars(query).all())

    def find(self, packet_id: str) -> Packet | None:
        """One packet by its id; None if there is none."""
        row = self._db.scalar(select(PacketRow).where(PacketRow.packet_id == packet_id))
        return None if row is None else _packet(row)

    def add(self, packet: Packet) -> None:
        """Add a packet; its coder and its maker must be there."""
        self._db.execute(
            insert(PacketRow).values(
                packet_id=packet.packet_id,
                coder_id=packet.coder_id,
                made_at=packet.made_at,
                made_by=packet.made_by,
                sha256=packet.sha256,
                codes=_codes(packet),
            )
        )

    def returns(self) -> tuple[PacketReturn, ...]:
        """Everything that came back, in the order in which it was merged."""
        query = select(PacketReturnRow).order_by(PacketReturnRow.merged_at, PacketReturnRow.sha256)
        return tuple(_return(row) for row in self._db.scalars(query).all())

    def add_return(self, merged: PacketReturn) -> None:
        """Record that a file was merged; one that was merged before is left as it is."""
        known = select(PacketReturnRow.sha256).where(PacketReturnRow.sha256 == merged.sha256)
        if self._db.scalar(known) is not None:
            return
        self._db.execute(
            insert(PacketReturnRow).values(
                sha256=merged.sha256,
                packet_id=merged.packet_id,
                merged_at=merged.merged_at,
                merged_by=merged.merged_by,
                n_new=merged.n_new,
                heads=to_json(dict(merged.heads)),
            )
        )


def _codes(packet: Packet) -> str:
    sessions = [
        {"code": s.code, "session": s.session_id, "coding": s.coding_id} for s in packet.sessions
    ]
    return to_json({"answer_key": packet.answer_key.hex(), "sessions": sessions})


def _packet(row: PacketRow) -> Packet:
    codes = from_json(row.codes)
    return Packet(
        packet_id=row.packet_id,
        coder_id=CoderId(row.coder_id),
        made_at=row.made_at,
        made_by=CoderId(row.made_by),
        sha256=row.sha256,
        sessions=tuple(
            PacketSession(
                code=BlindCode(entry["code"]),
                session_id=SessionId(entry["session"]),
                coding_id=CodingId(entry["coding"]),
            )
            for entry in codes["sessions"]
            if entry.keys() >= {"code", "session", "coding"}  # a withdrawal leaves less
        ),
        answer_key=bytes.fromhex(codes["answer_key"]),
    )


def _return(row: PacketReturnRow) -> PacketReturn:
    return PacketReturn(
        sha256=row.sha256,
        packet_id=row.packet_id,
        merged_at=row.merged_at,
        merged_by=CoderId(row.merged_by),
        n_new=row.n_new,
        heads={CodingId(coding): head for coding, head in from_json(row.heads).items()},
    )
