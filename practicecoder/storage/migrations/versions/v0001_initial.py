"""The first schema: study, people, sessions, codings and their history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ROLES = ("primary", "double", "consensus", "training")


def upgrade() -> None:
    """Make every table."""
    _study()
    _people()
    _sessions()
    _codings()
    _coding_content()
    _history()
    triggers = {"sqlite": _SQLITE_TRIGGERS, "postgresql": _POSTGRESQL_TRIGGERS}
    for statement in triggers[op.get_bind().dialect.name]:
        op.execute(statement)


def _study() -> None:
    op.create_table(
        "codebooks",
        _text("codebook_id"),
        _text("version"),
        _text("digest"),
        _text("text"),
        _key("codebooks", "codebook_id", "version", "digest"),
    )
    op.create_table(
        "study",
        _text("study_id"),
        _text("title"),
        _text("codebook_id"),
        _text("codebook_version"),
        _text("codebook_digest"),
        _moment("created_at"),
        _yes_no("made_up"),
        _codebook_reference("study"),
        _key("study", "study_id"),
    )
    op.create_table("study_settings", _text("key"), _text("value"), _key("study_settings", "key"))


def _people() -> None:
    op.create_table(
        "offices",
        _text("office_id"),
        sa.Column("implementation_date", sa.Date()),
        _key("offices", "office_id"),
    )
    op.create_table(
        "workers",
        _text("worker_id"),
        _text("office_id", nullable=True),
        _text("role"),
        _reference("workers", "office_id", "offices.office_id"),
        _key("workers", "worker_id"),
    )
    _index("workers", "office_id")
    op.create_table("coders", _text("coder_id"), _key("coders", "coder_id"))
    op.create_table(
        "coder_roles",
        _text("coder_id"),
        _word("role"),
        _reference("coder_roles", "coder_id", "coders.coder_id", ondelete="CASCADE"),
        _one_of("coder_roles", "role", "coder", "supervisor", "analyst", "lead"),
        _key("coder_roles", "coder_id", "role"),
    )


def _sessions() -> None:
    op.create_table(
        "recordings",
        _text("fingerprint"),
        _text("stored_name"),
        _whole("duration_ms"),
        sa.Column("sample_count", sa.BigInteger(), nullable=False),
        _whole("sample_rate"),
        _whole("channels"),
        _text("codec"),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        _check("recordings", "length", "duration_ms >= 0 AND sample_count >= 0"),
        _key("recordings", "fingerprint"),
        sa.UniqueConstraint("stored_name", name=op.f("uq_recordings_stored_name")),
    )
    op.create_table(
        "sessions",
        _text("session_id"),
        _text("blind_code"),
        _text("worker_id", nullable=True),
        _text("office_id", nullable=True),
        _word("phase", nullable=True),
        _word("phase_rule"),
        sa.Column("session_date", sa.Date()),
        _whole("days_since_implementation", nullable=True),
        _text("session_type"),
        _text("worker_role"),
        _word("purpose"),
        _word("state"),
        _text("recording", nullable=True),
        _whole("segment_start_ms", nullable=True),
        _whole("segment_end_ms", nullable=True),
        _word("segment_choice", nullable=True),
        sa.Column("segment_seed", sa.BigInteger()),
        _yes_no("made_up"),
        _whole("version"),
        _check(
            "sessions",
            "segment_is_whole",
            "(segment_start_ms IS NULL) = (segment_end_ms IS NULL)"
            " AND (segment_start_ms IS NULL) = (segment_choice IS NULL)"
            " AND (segment_seed IS NULL OR segment_choice IS NOT NULL)",
        ),
        _check(
            "sessions",
            "segment_order",
            "segment_start_ms IS NULL OR (segment_start_ms >= 0"
            " AND segment_end_ms >= segment_start_ms)",
        ),
        _one_of("sessions", "phase", "pre", "post", "transition"),
        _one_of("sessions", "phase_rule", "as_entered", "visit_date"),
        _one_of("sessions", "purpose", "research", "supervision", "both"),
        _one_of(
            "sessions",
            "state",
            "received",
            "in_coding",
            "submitted",
            "final",
            "observed_only",
            "unusable",
            "withdrawn",
        ),
        _one_of("sessions", "segment_choice", "whole", "random", "marked"),
        _reference("sessions", "worker_id", "workers.worker_id"),
        _reference("sessions", "office_id", "offices.office_id"),
        _reference("sessions", "recording", "recordings.fingerprint"),
        _key("sessions", "session_id"),
        sa.UniqueConstraint("blind_code", name=op.f("uq_sessions_blind_code")),
    )
    for column in ("worker_id", "office_id", "recording"):
        _index("sessions", column)


def _codings() -> None:
    op.create_table(
        "assignments",
        _text("session_id"),
        _text("coder_id"),
        _word("role"),
        _whole("position"),
        _one_of("assignments", "role", *_ROLES),
        _reference("assignments", "session_id", "sessions.session_id"),
        _reference("assignments", "coder_id", "coders.coder_id"),
        _key("assignments", "session_id", "coder_id"),
    )
    _index("assignments", "coder_id")
    op.create_table(
        "codings",
        _text("coding_id"),
        _text("session_id"),
        _text("coder_id"),
        _text("codebook_id"),
        _text("codebook_version"),
        _text("codebook_digest"),
        _word("role"),
        _word("state"),
        _whole("position_ms"),
        _text("short_listen_reason"),
        _moment("submitted_at", nullable=True),
        _whole("version"),
        _check("codings", "position", "position_ms >= 0"),
        _one_of("codings", "role", *_ROLES),
        _one_of("codings", "state", "open", "locked"),
        _reference("codings", "session_id", "sessions.session_id"),
        _reference("codings", "coder_id", "coders.coder_id"),
        _codebook_reference("codings"),
        _key("codings", "coding_id"),
        sa.UniqueConstraint(
            "session_id", "coder_id", "role", name=op.f("uq_codings_session_id_coder_id_role")
        ),
    )
    _index("codings", "coder_id")
    op.create_index(
        "uq_codings_one_consensus",
        "codings",
        ["session_id"],
        unique=True,
        sqlite_where=sa.text("role = 'consensus'"),
        postgresql_where=sa.text("role = 'consensus'"),
    )


def _coding_content() -> None:
    op.create_table(
        "ratings",
        _text("coding_id"),
        _text("dimension_id"),
        _word("state"),
        sa.Column("value", sa.Double()),
        _text("na_reason", nullable=True),
        _text("note"),
        _yes_no("unsure"),
        _check("ratings", "value_iff_rated", "(state = 'rated') = (value IS NOT NULL)"),
        _check(
            "ratings",
            "reason_iff_not_applicable",
            "(state = 'not_applicable') = (na_reason IS NOT NULL)",
        ),
        _one_of("ratings", "state", "not_yet_rated", "rated", "not_applicable"),
        _reference("ratings", "coding_id", "codings.coding_id"),
        _key("ratings", "coding_id", "dimension_id"),
    )
    op.create_table(
        "answers",
        _text("coding_id"),
        _text("question_id"),
        _text("value"),
        _reference("answers", "coding_id", "codings.coding_id"),
        _key("answers", "coding_id", "question_id"),
    )
    op.create_table(
        "evidence",
        _text("evidence_id"),
        _text("coding_id"),
        _whole("start_ms"),
        _whole("end_ms"),
        _word("polarity"),
        _text("quote"),
        _text("note"),
        _yes_no("share"),
        _check("evidence", "span", "start_ms >= 0 AND end_ms >= start_ms"),
        _one_of("evidence", "polarity", "strength", "to_build", "neutral"),
        _reference("evidence", "coding_id", "codings.coding_id"),
        _key("evidence", "evidence_id"),
    )
    op.create_table(
        "evidence_dimensions",
        _text("evidence_id"),
        _text("dimension_id"),
        _whole("position"),
        _reference(
            "evidence_dimensions", "evidence_id", "evidence.evidence_id", ondelete="CASCADE"
        ),
        _key("evidence_dimensions", "evidence_id", "dimension_id"),
        sa.UniqueConstraint(
            "evidence_id", "position", name=op.f("uq_evidence_dimensions_evidence_id_position")
        ),
    )
    op.create_table(
        "notes",
        _text("note_id"),
        _text("coding_id"),
        _text("text"),
        _whole("at_ms", nullable=True),
        _reference("notes", "coding_id", "codings.coding_id"),
        _key("notes", "note_id"),
    )
    op.create_table(
        "marks",
        _text("mark_id"),
        _text("coding_id"),
        _text("count_id"),
        _whole("at_ms"),
        _whole("volley", nullable=True),
        _whole("utterance", nullable=True),
        _reference("marks", "coding_id", "codings.coding_id"),
        _key("marks", "mark_id"),
    )
    op.create_table(
        "listens",
        _growing("listen_id"),
        _text("coding_id"),
        _whole("start_ms"),
        _whole("end_ms"),
        sa.Column("speed", sa.Double(), nullable=False),
        _moment("at"),
        _check("listens", "span", "start_ms >= 0 AND end_ms >= start_ms"),
        _check("listens", "speed", "speed > 0"),
        _reference("listens", "coding_id", "codings.coding_id"),
        _key("listens", "listen_id"),
    )
    for table in ("evidence", "notes", "marks", "listens"):
        _index(table, "coding_id")


def _history() -> None:
    op.create_table(
        "history",
        _growing("position"),
        _text("entry_id"),
        _moment("at"),
        _text("actor", nullable=True),
        _word("kind"),
        _text("item"),
        _text("old", nullable=True),
        _text("new", nullable=True),
        _text("reason"),
        _word("origin"),
        _text("coding_id", nullable=True),
        _text("session_id", nullable=True),
        _one_of("history", "origin", "made", "undo", "redo", "import"),
        _key("history", "position"),
        sa.UniqueConstraint("entry_id", name=op.f("uq_history_entry_id")),
    )
    for column in ("coding_id", "session_id"):
        _index("history", column)


_SQLITE_TRIGGERS = (
    """CREATE TRIGGER history_no_update BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'history_is_append_only'); END""",
    """CREATE TRIGGER history_no_delete BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'history_is_append_only'); END""",
    # REPLACE removes the row in its way without asking the trigger above.
    """CREATE TRIGGER history_no_replace BEFORE INSERT ON history
    WHEN EXISTS (SELECT 1 FROM history
                 WHERE entry_id = NEW.entry_id OR position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'history_is_append_only'); END""",
)

_POSTGRESQL_TRIGGERS = (
    """CREATE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'history_is_append_only'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'history_is_append_only';
    END $$""",
    """CREATE TRIGGER history_no_change BEFORE UPDATE OR DELETE ON history
    FOR EACH ROW EXECUTE FUNCTION history_is_append_only()""",
    """CREATE TRIGGER history_no_truncate BEFORE TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only()""",
)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _word(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=nullable)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _yes_no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _growing(name: str) -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column(name, kind, nullable=False, autoincrement=True)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _one_of(table: str, column: str, *words: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return _check(table, column, f"{column} IN ({listed})")


def _reference(
    table: str, column: str, target: str, *, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete=ondelete)


def _codebook_reference(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["codebook_id", "codebook_version", "codebook_digest"],
        ["codebooks.codebook_id", "codebooks.version", "codebooks.digest"],
        name=op.f(f"fk_{table}_codebook_id_codebook_version_codebook_digest"),
    )


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
