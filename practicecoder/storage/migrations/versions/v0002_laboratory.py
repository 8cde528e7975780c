"""The laboratory: spans of talk, ways of counting, transcripts, decisions and certificates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ROLES = ("primary", "double", "consensus", "training", "reference")
_STATES = (
    "received",
    "in_coding",
    "submitted",
    "compared",
    "consensus",
    "final",
    "observed_only",
    "unusable",
    "withdrawn",
)


def upgrade() -> None:
    """Widen the tables of codings and sessions, and add those of the laboratory."""
    _new_words("sessions", "state", _STATES)
    _new_words("assignments", "role", _ROLES)
    _codings()
    _marks()
    _transcripts()
    _concerns()
    _decisions()
    _certificates()
    _plans()


def _codings() -> None:
    with op.batch_alter_table("codings") as table:
        table.drop_constraint(op.f("ck_codings_role"), type_="check")
        table.create_check_constraint(op.f("ck_codings_role"), _in("role", *_ROLES))
        table.add_column(_word("counting", nullable=True))
        table.create_check_constraint(
            op.f("ck_codings_counting"), _in("counting", "tally", "volley")
        )
        table.add_column(
            sa.Column("unblinded", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    op.create_index(
        "uq_codings_one_reference",
        "codings",
        ["session_id"],
        unique=True,
        sqlite_where=sa.text("role = 'reference'"),
        postgresql_where=sa.text("role = 'reference'"),
    )


def _marks() -> None:
    with op.batch_alter_table("marks") as table:
        table.add_column(_whole("end_ms", nullable=True))
        table.add_column(sa.Column("speaker", sa.Text(), server_default="", nullable=False))
        table.add_column(sa.Column("note", sa.Text(), server_default="", nullable=False))
        table.create_check_constraint(
            op.f("ck_marks_span"), sa.text("end_ms IS NULL OR end_ms >= at_ms")
        )


def _transcripts() -> None:
    op.create_table(
        "transcripts",
        _text("session_id"),
        _text("source_format"),
        _text("source_digest"),
        _whole("offset_ms"),
        _moment("added_at"),
        _reference("transcripts", "session_id", "sessions.session_id"),
        _key("transcripts", "session_id"),
    )
    op.create_table(
        "transcript_lines",
        _text("session_id"),
        _whole("position"),
        _whole("start_ms"),
        _whole("end_ms", nullable=True),
        _text("text"),
        _word("role"),
        _text("speaker"),
        _check(
            "transcript_lines",
            "span",
            "start_ms >= 0 AND (end_ms IS NULL OR end_ms >= start_ms)",
        ),
        _one_of(
            "transcript_lines",
            "role",
            "worker",
            "parent",
            "child",
            "other_professional",
            "unknown",
        ),
        _reference("transcript_lines", "session_id", "transcripts.session_id", ondelete="CASCADE"),
        _key("transcript_lines", "session_id", "position"),
    )


def _concerns() -> None:
    op.create_table(
        "concerns",
        _text("concern_id"),
        _text("session_id"),
        _text("coder_id"),
        _text("text"),
        _moment("raised_at"),
        _whole("at_ms", nullable=True),
        _text("seen_by", nullable=True),
        _moment("seen_at", nullable=True),
        _text("action"),
        _check("concerns", "moment", "at_ms IS NULL OR at_ms >= 0"),
        _check("concerns", "seen_by_somebody", "(seen_by IS NULL) = (seen_at IS NULL)"),
        _reference("concerns", "session_id", "sessions.session_id"),
        _reference("concerns", "coder_id", "coders.coder_id"),
        _reference("concerns", "seen_by", "coders.coder_id"),
        _key("concerns", "concern_id"),
    )
    for column in ("session_id", "coder_id", "seen_by"):
        _index("concerns", column)


def _decisions() -> None:
    op.create_table(
        "decisions",
        _text("decision_id"),
        *_codebook_columns(),
        _text("item"),
        _text("text"),
        _moment("decided_at"),
        _text("decided_by"),
        _text("session_id", nullable=True),
        _codebook_reference("decisions"),
        _reference("decisions", "decided_by", "coders.coder_id"),
        _reference("decisions", "session_id", "sessions.session_id"),
        _key("decisions", "decision_id"),
    )
    _index("decisions", "codebook_id", "item")
    for column in ("decided_by", "session_id"):
        _index("decisions", column)


def _certificates() -> None:
    op.create_table(
        "certificates",
        _text("certificate_id"),
        _text("coder_id"),
        *_codebook_columns(),
        sa.Column("granted_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        _text("rule"),
        _text("result"),
        _whole("n_recordings"),
        sa.Column("ended_on", sa.Date()),
        _text("ended_because"),
        _check("certificates", "days", "expires_on >= granted_on"),
        _check("certificates", "number", "n_recordings >= 0"),
        _reference("certificates", "coder_id", "coders.coder_id"),
        _codebook_reference("certificates"),
        _key("certificates", "certificate_id"),
    )
    _index("certificates", "coder_id")
    op.create_table(
        "recalibrations",
        _text("recalibration_id"),
        sa.Column("held_on", sa.Date(), nullable=False),
        _text("text"),
        _moment("recorded_at"),
        _text("recorded_by"),
        _reference("recalibrations", "recorded_by", "coders.coder_id"),
        _key("recalibrations", "recalibration_id"),
    )
    _index("recalibrations", "recorded_by")


def _plans() -> None:
    op.create_table(
        "plans",
        _text("plan_id"),
        _moment("made_at"),
        _text("made_by"),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("double_share", sa.Double(), nullable=False),
        _whole("coders_per_double"),
        _text("coders"),
        _text("strata"),
        _whole("n_sessions"),
        _whole("n_double"),
        _check("plans", "share", "double_share >= 0 AND double_share <= 1"),
        _check("plans", "coders_per_double", "coders_per_double >= 2"),
        _check("plans", "numbers", "n_double >= 0 AND n_sessions >= n_double"),
        _reference("plans", "made_by", "coders.coder_id"),
        _key("plans", "plan_id"),
    )
    _index("plans", "made_by")


def _new_words(table: str, column: str, words: tuple[str, ...]) -> None:
    name = op.f(f"ck_{table}_{column}")
    with op.batch_alter_table(table) as batch:
        batch.drop_constraint(name, type_="check")
        batch.create_check_constraint(name, _in(column, *words))


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


def _codebook_columns() -> tuple[sa.Column[str], ...]:
    return (_text("codebook_id"), _text("codebook_version"), _text("codebook_digest"))


def _codebook_reference(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["codebook_id", "codebook_version", "codebook_digest"],
        ["codebooks.codebook_id", "codebooks.version", "codebooks.digest"],
        name=op.f(f"fk_{table}_codebook_id_codebook_version_codebook_digest"),
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))
