"""The tables of the laboratory's work beside codings: transcripts, concerns, decisions, plans."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.storage.base import Base
from practicecoder.storage.types import value_enum


class TranscriptRow(Base):
    """Where a session's transcript came from; what was said stands in its lines."""

    __tablename__ = "transcripts"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.session_id"), primary_key=True)
    source_format: Mapped[str]
    source_digest: Mapped[str]
    offset_ms: Mapped[int]
    added_at: Mapped[datetime]


class TranscriptLineRow(Base):
    """One line of a transcript; ``position`` keeps the order of lines that begin together."""

    __tablename__ = "transcript_lines"
    __table_args__ = (
        CheckConstraint("start_ms >= 0 AND (end_ms IS NULL OR end_ms >= start_ms)", name="span"),
    )

    session_id: Mapped[str] = mapped_column(
        ForeignKey("transcripts.session_id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    start_ms: Mapped[int]
    end_ms: Mapped[int | None]
    text: Mapped[str]
    role: Mapped[SpeakerRole] = mapped_column(value_enum(SpeakerRole, "role"))
    speaker: Mapped[str]


class ConcernRow(Base):
    """A coder's message to the lead about possible harm."""

    __tablename__ = "concerns"
    __table_args__ = (
        CheckConstraint("at_ms IS NULL OR at_ms >= 0", name="moment"),
        CheckConstraint("(seen_by IS NULL) = (seen_at IS NULL)", name="seen_by_somebody"),
    )

    concern_id: Mapped[str] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.session_id"), index=True)
    coder_id: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    text: Mapped[str]
    raised_at: Mapped[datetime]
    at_ms: Mapped[int | None]
    seen_by: Mapped[str | None] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    seen_at: Mapped[datetime | None]
    action: Mapped[str]


class DecisionRow(Base):
    """What was agreed about how a codebook item is to be read."""

    __tablename__ = "decisions"
    __table_args__ = (
        ForeignKeyConstraint(
            ["codebook_id", "codebook_version", "codebook_digest"],
            ["codebooks.codebook_id", "codebooks.version", "codebooks.digest"],
        ),
        Index(None, "codebook_id", "item"),
    )

    decision_id: Mapped[str] = mapped_column(primary_key=True)
    codebook_id: Mapped[str]
    codebook_version: Mapped[str]
    codebook_digest: Mapped[str]
    item: Mapped[str]
    text: Mapped[str]
    decided_at: Mapped[datetime]
    decided_by: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    session_id: Mapped[str | None] = mapped_column(ForeignKey("sessions.session_id"), index=True)


class CertificateRow(Base):
    """That a coder passed for one version of a codebook."""

    __tablename__ = "certificates"
    __table_args__ = (
        ForeignKeyConstraint(
            ["codebook_id", "codebook_version", "codebook_digest"],
            ["codebooks.codebook_id", "codebooks.version", "codebooks.digest"],
        ),
        CheckConstraint("expires_on >= granted_on", name="days"),
        CheckConstraint("n_recordings >= 0", name="number"),
    )

    certificate_id: Mapped[str] = mapped_column(primary_key=True)
    coder_id: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    codebook_id: Mapped[str]
    codebook_version: Mapped[str]
    codebook_digest: Mapped[str]
    granted_on: Mapped[date]
    expires_on: Mapped[date]
    rule: Mapped[str]
    result: Mapped[str]
    n_recordings: Mapped[int]
    ended_on: Mapped[date | None]
    ended_because: Mapped[str]


class RecalibrationRow(Base):
    """A day on which coders were brought together again."""

    __tablename__ = "recalibrations"

    recalibration_id: Mapped[str] = mapped_column(primary_key=True)
    held_on: Mapped[date]
    text: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)


class PlanRow(Base):
    """How sessions were given to coders; the lists are JSON texts."""

    __tablename__ = "plans"
    __table_args__ = (
        CheckConstraint("double_share >= 0 AND double_share <= 1", name="share"),
        CheckConstraint("coders_per_double >= 2", name="coders_per_double"),
        CheckConstraint("n_double >= 0 AND n_sessions >= n_double", name="numbers"),
    )

    plan_id: Mapped[str] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    seed: Mapped[int] = mapped_column(BigInteger)
    double_share: Mapped[float]
    coders_per_double: Mapped[int]
    coders: Mapped[str]
    strata: Mapped[str]
    n_sessions: Mapped[int]
    n_double: Mapped[int]
