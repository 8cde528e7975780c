"""The tables of trust: where each chain of the history ends, packets, and withdrawals."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from practicecoder.domain.withdrawal import WithdrawalChoice
from practicecoder.storage.base import Base
from practicecoder.storage.types import value_enum


class HistoryHeadRow(Base):
    """Last entry of a chain of the history; a chain with two of them is forked.

    ``length`` counts the entries up to the head. ``seal`` authenticates the row, so that a chain
    whose end was cut off shows.
    """

    __tablename__ = "history_heads"
    __table_args__ = (CheckConstraint("length > 0", name="length"),)

    chain: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = mapped_column(primary_key=True)
    length: Mapped[int]
    in_force: Mapped[bool]
    seal: Mapped[str]


class PacketRow(Base):
    """A coder's share that left the laboratory; ``codes`` maps its random codes to sessions."""

    __tablename__ = "packets"

    packet_id: Mapped[str] = mapped_column(primary_key=True)
    coder_id: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    sha256: Mapped[str]
    codes: Mapped[str]


class PacketReturnRow(Base):
    """A file that came back and was merged; ``heads`` are those of the receipt, as JSON."""

    __tablename__ = "packet_returns"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    packet_id: Mapped[str] = mapped_column(ForeignKey("packets.packet_id"), index=True)
    merged_at: Mapped[datetime]
    merged_by: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    n_new: Mapped[int]
    heads: Mapped[str]


class WithdrawalRow(Base):
    """A withdrawal that was carried out; its receipt names no person and no session."""

    __tablename__ = "withdrawals"

    withdrawal_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    choice: Mapped[WithdrawalChoice] = mapped_column(value_enum(WithdrawalChoice, "choice"))
    receipt: Mapped[str]
