"""The tables of a study, row by row; what a row may hold is checked by the database itself."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from practicecoder.domain.coding import (
    CodingRole,
    CodingState,
    CountingMode,
    Polarity,
    RatingState,
)
from practicecoder.domain.history import HistoryKind, Origin
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import Phase, PhaseRule, Purpose, SegmentChoice, SessionState
from practicecoder.storage.base import Base
from practicecoder.storage.types import WIDE_KEY, value_enum


class CodebookRow(Base):
    """The text of a codebook that the study uses or used."""

    __tablename__ = "codebooks"

    codebook_id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class StudyRow(Base):
    """The study itself; there is one."""

    __tablename__ = "study"
    __table_args__ = (
        ForeignKeyConstraint(
            ["codebook_id", "codebook_version", "codebook_digest"],
            ["codebooks.codebook_id", "codebooks.version", "codebooks.digest"],
        ),
    )

    study_id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    codebook_id: Mapped[str]
    codebook_version: Mapped[str]
    codebook_digest: Mapped[str]
    created_at: Mapped[datetime]
    made_up: Mapped[bool]


class StudySettingRow(Base):
    """One setting of the study, as text."""

    __tablename__ = "study_settings"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class OfficeRow(Base):
    """An office and the day the new practice began there."""

    __tablename__ = "offices"

    office_id: Mapped[str] = mapped_column(primary_key=True)
    implementation_date: Mapped[date | None]


class WorkerRow(Base):
    """A worker, by pseudonymous code."""

    __tablename__ = "workers"

    worker_id: Mapped[str] = mapped_column(primary_key=True)
    office_id: Mapped[str | None] = mapped_column(ForeignKey("offices.office_id"), index=True)
    role: Mapped[str]


class CoderRow(Base):
    """A person who works in the study."""

    __tablename__ = "coders"

    coder_id: Mapped[str] = mapped_column(primary_key=True)


class CoderRoleRow(Base):
    """A role that a person holds."""

    __tablename__ = "coder_roles"

    coder_id: Mapped[str] = mapped_column(
        ForeignKey("coders.coder_id", ondelete="CASCADE"), primary_key=True
    )
    role: Mapped[Role] = mapped_column(value_enum(Role, "role"), primary_key=True)


class RecordingRow(Base):
    """The managed copy of a recording."""

    __tablename__ = "recordings"
    __table_args__ = (
        UniqueConstraint("stored_name"),
        CheckConstraint("duration_ms >= 0 AND sample_count >= 0", name="length"),
    )

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    stored_name: Mapped[str]
    duration_ms: Mapped[int]
    sample_count: Mapped[int] = mapped_column(BigInteger)
    sample_rate: Mapped[int]
    channels: Mapped[int]
    codec: Mapped[str]
    size_bytes: Mapped[int] = mapped_column(BigInteger)


class SessionRow(Base):
    """A practice session, its recording and the stretch that is coded."""

    __tablename__ = "sessions"
    __table_args__ = (
        UniqueConstraint("blind_code"),
        CheckConstraint(
            "(segment_start_ms IS NULL) = (segment_end_ms IS NULL)"
            " AND (segment_start_ms IS NULL) = (segment_choice IS NULL)"
            " AND (segment_seed IS NULL OR segment_choice IS NOT NULL)",
            name="segment_is_whole",
        ),
        CheckConstraint(
            "segment_start_ms IS NULL OR (segment_start_ms >= 0"
            " AND segment_end_ms >= segment_start_ms)",
            name="segment_order",
        ),
    )

    session_id: Mapped[str] = mapped_column(primary_key=True)
    blind_code: Mapped[str]
    worker_id: Mapped[str | None] = mapped_column(ForeignKey("workers.worker_id"), index=True)
    office_id: Mapped[str | None] = mapped_column(ForeignKey("offices.office_id"), index=True)
    phase: Mapped[Phase | None] = mapped_column(value_enum(Phase, "phase"))
    phase_rule: Mapped[PhaseRule] = mapped_column(value_enum(PhaseRule, "phase_rule"))
    session_date: Mapped[date | None]
    days_since_implementation: Mapped[int | None]
    session_type: Mapped[str]
    worker_role: Mapped[str]
    purpose: Mapped[Purpose] = mapped_column(value_enum(Purpose, "purpose"))
    state: Mapped[SessionState] = mapped_column(value_enum(SessionState, "state"))
    recording: Mapped[str | None] = mapped_column(ForeignKey("recordings.fingerprint"), index=True)
    segment_start_ms: Mapped[int | None]
    segment_end_ms: Mapped[int | None]
    segment_choice: Mapped[SegmentChoice | None] = mapped_column(
        value_enum(SegmentChoice, "segment_choice")
    )
    segment_seed: Mapped[int | None] = mapped_column(BigInteger)
    made_up: Mapped[bool]
    version: Mapped[int]
    audio_until: Mapped[date | None]
    audio_deleted_at: Mapped[datetime | None]


class AssignmentRow(Base):
    """A session given to a coder, once."""

    __tablename__ = "assignments"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.session_id"), primary_key=True)
    coder_id: Mapped[str] = mapped_column(
        ForeignKey("coders.coder_id"), primary_key=True, index=True
    )
    role: Mapped[CodingRole] = mapped_column(value_enum(CodingRole, "role"))
    position: Mapped[int]
    due_on: Mapped[date | None]


class CodingRow(Base):
    """A coding's own state; what it consists of stands in the tables below."""

    __tablename__ = "codings"
    __table_args__ = (
        UniqueConstraint("session_id", "coder_id", "role"),
        ForeignKeyConstraint(
            ["codebook_id", "codebook_version", "codebook_digest"],
            ["codebooks.codebook_id", "codebooks.version", "codebooks.digest"],
        ),
        CheckConstraint("position_ms >= 0", name="position"),
    )

    coding_id: Mapped[str] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.session_id"))
    coder_id: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    codebook_id: Mapped[str]
    codebook_version: Mapped[str]
    codebook_digest: Mapped[str]
    role: Mapped[CodingRole] = mapped_column(value_enum(CodingRole, "role"))
    state: Mapped[CodingState] = mapped_column(value_enum(CodingState, "state"))
    position_ms: Mapped[int]
    short_listen_reason: Mapped[str]
    submitted_at: Mapped[datetime | None]
    version: Mapped[int]
    counting: Mapped[CountingMode | None] = mapped_column(value_enum(CountingMode, "counting"))
    unblinded: Mapped[bool] = mapped_column(server_default=false())


# The migrations give them the same condition on PostgreSQL. To name that here as well would load
# that dialect whenever the program starts.
for _role in (CodingRole.CONSENSUS, CodingRole.REFERENCE):
    Index(
        f"uq_codings_one_{_role}",
        CodingRow.session_id,
        unique=True,
        sqlite_where=text(f"role = '{_role}'"),
    )


class RatingRow(Base):
    """A rating that was touched. Which values a scale has is the codebook's matter."""

    __tablename__ = "ratings"
    __table_args__ = (
        CheckConstraint("(state = 'rated') = (value IS NOT NULL)", name="value_iff_rated"),
        CheckConstraint(
            "(state = 'not_applicable') = (na_reason IS NOT NULL)",
            name="reason_iff_not_applicable",
        ),
    )

    coding_id: Mapped[str] = mapped_column(ForeignKey("codings.coding_id"), primary_key=True)
    dimension_id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[RatingState] = mapped_column(value_enum(RatingState, "state"))
    value: Mapped[float | None]
    na_reason: Mapped[str | None]
    note: Mapped[str]
    unsure: Mapped[bool]


class AnswerRow(Base):
    """An answer to a codebook question, as JSON text."""

    __tablename__ = "answers"

    coding_id: Mapped[str] = mapped_column(ForeignKey("codings.coding_id"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class EvidenceRow(Base):
    """A moment or span noted by the coder."""

    __tablename__ = "evidence"
    __table_args__ = (CheckConstraint("start_ms >= 0 AND end_ms >= start_ms", name="span"),)

    evidence_id: Mapped[str] = mapped_column(primary_key=True)
    coding_id: Mapped[str] = mapped_column(ForeignKey("codings.coding_id"), index=True)
    start_ms: Mapped[int]
    end_ms: Mapped[int]
    polarity: Mapped[Polarity] = mapped_column(value_enum(Polarity, "polarity"))
    quote: Mapped[str]
    note: Mapped[str]
    share: Mapped[bool]


class EvidenceDimensionRow(Base):
    """A dimension that a piece of evidence speaks for; ``position`` keeps the coder's order."""

    __tablename__ = "evidence_dimensions"
    __table_args__ = (UniqueConstraint("evidence_id", "position"),)

    evidence_id: Mapped[str] = mapped_column(
        ForeignKey("evidence.evidence_id", ondelete="CASCADE"), primary_key=True
    )
    dimension_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]


class NoteRow(Base):
    """Free text of the coder."""

    __tablename__ = "notes"

    note_id: Mapped[str] = mapped_column(primary_key=True)
    coding_id: Mapped[str] = mapped_column(ForeignKey("codings.coding_id"), index=True)
    text: Mapped[str]
    at_ms: Mapped[int | None]


class MarkRow(Base):
    """A count code given to a moment or a span."""

    __tablename__ = "marks"
    __table_args__ = (CheckConstraint("end_ms IS NULL OR end_ms >= at_ms", name="span"),)

    mark_id: Mapped[str] = mapped_column(primary_key=True)
    coding_id: Mapped[str] = mapped_column(ForeignKey("codings.coding_id"), index=True)
    count_id: Mapped[str]
    at_ms: Mapped[int]
    volley: Mapped[int | None]
    utterance: Mapped[int | None]
    end_ms: Mapped[int | None]
    speaker: Mapped[str] = mapped_column(server_default="")
    note: Mapped[str] = mapped_column(server_default="")


class ListenRow(Base):
    """A stretch that was really played."""

    __tablename__ = "listens"
    __table_args__ = (
        CheckConstraint("start_ms >= 0 AND end_ms >= start_ms", name="span"),
        CheckConstraint("speed > 0", name="speed"),
    )

    listen_id: Mapped[int] = mapped_column(WIDE_KEY, primary_key=True)
    coding_id: Mapped[str] = mapped_column(ForeignKey("codings.coding_id"), index=True)
    start_ms: Mapped[int]
    end_ms: Mapped[int]
    speed: Mapped[float]
    at: Mapped[datetime]


class HistoryRow(Base):
    """A recorded act. It names people, sessions and codings by text: it outlives their rows.

    ``mac`` chains it to its parents over ``payload_digest``, which stays when what the entry says
    is erased together with its ``salt``: item, old, new, reason and the code of the session.
    """

    __tablename__ = "history"
    __table_args__ = (UniqueConstraint("entry_id"),)

    position: Mapped[int] = mapped_column(WIDE_KEY, primary_key=True)
    entry_id: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[str | None]
    kind: Mapped[HistoryKind] = mapped_column(value_enum(HistoryKind, "kind", grows=True))
    item: Mapped[str]
    old: Mapped[str | None]
    new: Mapped[str | None]
    reason: Mapped[str]
    origin: Mapped[Origin] = mapped_column(value_enum(Origin, "origin"))
    coding_id: Mapped[str | None] = mapped_column(index=True)
    session_id: Mapped[str | None] = mapped_column(index=True)
    parent_id: Mapped[str | None]
    other_parent_id: Mapped[str | None]
    payload_digest: Mapped[str | None]
    mac: Mapped[str | None]
    salt: Mapped[bytes | None]
    erased: Mapped[bool] = mapped_column(server_default=false())
