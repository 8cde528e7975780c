"""Supervision: who supervises whom, consent, feedback and releases; due dates and outcomes."""

from __future__ import annotations

from typing import Literal

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of supervision, days by which codings are wanted, and outcomes."""
    # SQLite would write the column behind the rules of the table, in one line with them.
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    recreate: Literal["always", "never"] = "always" if on_sqlite else "never"
    with op.batch_alter_table("assignments", recreate=recreate) as table:
        table.add_column(sa.Column("due_on", sa.Date()))
    _supervisions()
    _consents()
    _feedback()
    _points()
    _releases()
    _outcomes()


def _supervisions() -> None:
    op.create_table(
        "supervisions",
        _text("worker_id"),
        _text("supervisor_id"),
        _reference("supervisions", "worker_id", "workers.worker_id"),
        _reference("supervisions", "supervisor_id", "coders.coder_id"),
        _key("supervisions", "worker_id", "supervisor_id"),
    )
    _index("supervisions", "supervisor_id")


def _consents() -> None:
    op.create_table(
        "consents",
        _text("session_id"),
        _word("use"),
        sa.Column("given", sa.Boolean(), nullable=False),
        _moment("recorded_at"),
        _text("recorded_by"),
        _text("note"),
        _one_of("consents", "use", "coding", "feedback", "training", "quotes", "listening"),
        _reference("consents", "session_id", "sessions.session_id"),
        _reference("consents", "recorded_by", "coders.coder_id"),
        _key("consents", "session_id", "use"),
    )
    _index("consents", "recorded_by")


def _feedback() -> None:
    op.create_table(
        "feedback",
        _text("session_id"),
        _word("own_view"),
        _moment("own_view_at", nullable=True),
        _text("last_goal_outcome"),
        _text("goal"),
        _text("with_whom"),
        _text("help_needed"),
        _text("how_we_know"),
        sa.Column("review_on", sa.Date()),
        _text("family_voice"),
        _text("response"),
        sa.Column("response_on", sa.Date()),
        _whole("version"),
        _one_of("feedback", "own_view", "open", "rated", "declined"),
        _check("feedback", "own_view_closed", "(own_view = 'open') = (own_view_at IS NULL)"),
        _reference("feedback", "session_id", "sessions.session_id"),
        _key("feedback", "session_id"),
    )
    op.create_table(
        "own_ratings",
        _text("session_id"),
        _text("dimension_id"),
        sa.Column("value", sa.Double(), nullable=False),
        _reference("own_ratings", "session_id", "feedback.session_id", ondelete="CASCADE"),
        _key("own_ratings", "session_id", "dimension_id"),
    )
    op.create_table(
        "feedback_moments",
        _text("session_id"),
        _text("evidence_id"),
        _text("quote"),
        _text("note"),
        sa.Column("printed", sa.Boolean(), nullable=False),
        _reference("feedback_moments", "session_id", "feedback.session_id", ondelete="CASCADE"),
        _key("feedback_moments", "session_id", "evidence_id"),
    )


def _points() -> None:
    op.create_table(
        "feedback_points",
        _text("session_id"),
        _whole("position"),
        _word("kind"),
        _text("wording"),
        _text("dimension_id"),
        _text("try_this"),
        _one_of("feedback_points", "kind", "strength", "build"),
        _reference("feedback_points", "session_id", "feedback.session_id", ondelete="CASCADE"),
        _key("feedback_points", "session_id", "position"),
    )
    op.create_table(
        "feedback_point_moments",
        _text("session_id"),
        _whole("point"),
        _whole("position"),
        _text("evidence_id"),
        sa.ForeignKeyConstraint(
            ["session_id", "point"],
            ["feedback_points.session_id", "feedback_points.position"],
            name=op.f("fk_feedback_point_moments_session_id_point"),
            ondelete="CASCADE",
        ),
        _key("feedback_point_moments", "session_id", "point", "position"),
    )


def _releases() -> None:
    op.create_table(
        "releases",
        _text("release_id"),
        _word("kind"),
        _text("session_id", nullable=True),
        _moment("released_at"),
        _text("released_by"),
        _text("file_name"),
        _text("sha256"),
        _whole("feedback_version", nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _moment("ended_at", nullable=True),
        _text("ended_because"),
        _check("releases", "session_iff_worker", "(kind = 'worker') = (session_id IS NOT NULL)"),
        _one_of("releases", "kind", "worker", "team"),
        _reference("releases", "session_id", "sessions.session_id"),
        _reference("releases", "released_by", "coders.coder_id"),
        _key("releases", "release_id"),
    )
    for column in ("session_id", "released_by"):
        _index("releases", column)


def _outcomes() -> None:
    op.create_table(
        "outcomes",
        _text("session_id"),
        _text("measure"),
        sa.Column("value", sa.Double(), nullable=False),
        _reference("outcomes", "session_id", "sessions.session_id"),
        _key("outcomes", "session_id", "measure"),
    )


def _in(column: str, *words: str) -> sa.TextClause:
    listed = ", ".join(f"'{word}'" for word in words)
    return sa.text(f"{column} IN ({listed})")


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _word(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=nullable)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _check(table: str, name: str, rule: str | sa.TextClause) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _one_of(table: str, column: str, *words: str) -> sa.CheckConstraint:
    return _check(table, column, _in(column, *words))


def _reference(
    table: str, column: str, target: str, *, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete=ondelete)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))
