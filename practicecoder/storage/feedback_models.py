"""The tables of supervision: who supervises whom, what was put down, what was released."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.feedback import OwnView, PointKind, ReleaseKind
from practicecoder.storage.base import Base
from practicecoder.storage.types import value_enum


class SupervisionRow(Base):
    """A supervisor of a worker."""

    __tablename__ = "supervisions"

    worker_id: Mapped[str] = mapped_column(ForeignKey("workers.worker_id"), primary_key=True)
    supervisor_id: Mapped[str] = mapped_column(
        ForeignKey("coders.coder_id"), primary_key=True, index=True
    )


class ConsentRow(Base):
    """The newest answer about one use of a session."""

    __tablename__ = "consents"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.session_id"), primary_key=True)
    use: Mapped[ConsentUse] = mapped_column(value_enum(ConsentUse, "use"), primary_key=True)
    given: Mapped[bool]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    note: Mapped[str]


class FeedbackRow(Base):
    """What people put down about a session for its worker."""

    __tablename__ = "feedback"
    __table_args__ = (
        CheckConstraint("(own_view = 'open') = (own_view_at IS NULL)", name="own_view_closed"),
    )

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.session_id"), primary_key=True)
    own_view: Mapped[OwnView] = mapped_column(value_enum(OwnView, "own_view"))
    own_view_at: Mapped[datetime | None]
    last_goal_outcome: Mapped[str]
    goal: Mapped[str]
    with_whom: Mapped[str]
    help_needed: Mapped[str]
    how_we_know: Mapped[str]
    review_on: Mapped[date | None]
    family_voice: Mapped[str]
    response: Mapped[str]
    response_on: Mapped[date | None]
    version: Mapped[int]


class OwnRatingRow(Base):
    """A rating by the worker, entered before reading."""

    __tablename__ = "own_ratings"

    session_id: Mapped[str] = mapped_column(
        ForeignKey("feedback.session_id", ondelete="CASCADE"), primary_key=True
    )
    dimension_id: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[float]


class PointRow(Base):
    """A strength or a thing to build; ``position`` keeps the order in which they are told."""

    __tablename__ = "feedback_points"

    session_id: Mapped[str] = mapped_column(
        ForeignKey("feedback.session_id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PointKind] = mapped_column(value_enum(PointKind, "kind"))
    wording: Mapped[str]
    dimension_id: Mapped[str]
    try_this: Mapped[str]


class PointMomentRow(Base):
    """A moment that a point rests on."""

    __tablename__ = "feedback_point_moments"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "point"],
            ["feedback_points.session_id", "feedback_points.position"],
            ondelete="CASCADE",
        ),
    )

    session_id: Mapped[str] = mapped_column(primary_key=True)
    point: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[str]


class ReadMomentRow(Base):
    """The words of a shared moment as a person let them through."""

    __tablename__ = "feedback_moments"

    session_id: Mapped[str] = mapped_column(
        ForeignKey("feedback.session_id", ondelete="CASCADE"), primary_key=True
    )
    evidence_id: Mapped[str] = mapped_column(primary_key=True)
    quote: Mapped[str]
    note: Mapped[str]
    printed: Mapped[bool]


class ReleaseRow(Base):
    """A report that was handed over, with its file."""

    __tablename__ = "releases"
    __table_args__ = (
        CheckConstraint("(kind = 'worker') = (session_id IS NOT NULL)", name="session_iff_worker"),
    )

    release_id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[ReleaseKind] = mapped_column(value_enum(ReleaseKind, "kind"))
    session_id: Mapped[str | None] = mapped_column(ForeignKey("sessions.session_id"), index=True)
    released_at: Mapped[datetime]
    released_by: Mapped[str] = mapped_column(ForeignKey("coders.coder_id"), index=True)
    file_name: Mapped[str]
    sha256: Mapped[str]
    feedback_version: Mapped[int | None]
    content: Mapped[bytes]
    ended_at: Mapped[datetime | None]
    ended_because: Mapped[str]


class OutcomeRow(Base):
    """One number of a measure that was taken elsewhere."""

    __tablename__ = "outcomes"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.session_id"), primary_key=True)
    measure: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[float]
