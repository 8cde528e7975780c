"""Trust: a chained history whose words can be erased, packets, withdrawals, days for sound."""

from __future__ import annotations

from typing import Literal

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Chain the history, and add the tables of packets and withdrawals."""
    # SQLite would write the columns behind the rules of the table, in one line with them.
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    recreate: Literal["always", "never"] = "always" if on_sqlite else "never"
    for statement in _OLD_TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)
    with op.batch_alter_table("history", recreate=recreate) as table:
        for name in ("parent_id", "other_parent_id", "payload_digest", "mac"):
            table.add_column(_text(name, nullable=True))
        table.add_column(sa.Column("salt", sa.LargeBinary(), nullable=True))
        table.add_column(
            sa.Column("erased", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    for statement in _TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)
    with op.batch_alter_table("sessions", recreate=recreate) as table:
        table.add_column(sa.Column("audio_until", sa.Date()))
        table.add_column(_moment("audio_deleted_at", nullable=True))
    _heads()
    _packets()
    _withdrawals()


def _heads() -> None:
    op.create_table(
        "history_heads",
        _text("chain"),
        _text("entry_id"),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        _text("seal"),
        sa.CheckConstraint("length > 0", name=op.f("ck_history_heads_length")),
        _key("history_heads", "chain", "entry_id"),
    )


def _packets() -> None:
    op.create_table(
        "packets",
        _text("packet_id"),
        _text("coder_id"),
        _moment("made_at"),
        _text("made_by"),
        _text("sha256"),
        _text("codes"),
        _reference("packets", "coder_id", "coders.coder_id"),
        _reference("packets", "made_by", "coders.coder_id"),
        _key("packets", "packet_id"),
    )
    op.create_table(
        "packet_returns",
        _text("sha256"),
        _text("packet_id"),
        _moment("merged_at"),
        _text("merged_by"),
        sa.Column("n_new", sa.Integer(), nullable=False),
        _text("heads"),
        _reference("packet_returns", "packet_id", "packets.packet_id"),
        _reference("packet_returns", "merged_by", "coders.coder_id"),
        _key("packet_returns", "sha256"),
    )
    for table, column in (
        ("packets", "coder_id"),
        ("packets", "made_by"),
        ("packet_returns", "packet_id"),
        ("packet_returns", "merged_by"),
    ):
        _index(table, column)


def _withdrawals() -> None:
    words = ("no_new_use", "erase_recording", "detach_codes", "erase_all")
    listed = ", ".join(f"'{word}'" for word in words)
    op.create_table(
        "withdrawals",
        _text("withdrawal_id"),
        _moment("at"),
        _text("by"),
        sa.Column("choice", sa.String(32), nullable=False),
        _text("receipt"),
        sa.CheckConstraint(f"choice IN ({listed})", name=op.f("ck_withdrawals_choice")),
        _reference("withdrawals", "by", "coders.coder_id"),
        _key("withdrawals", "withdrawal_id"),
    )
    _index("withdrawals", "by")


_OLD_TRIGGERS = {
    "sqlite": (
        "DROP TRIGGER history_no_update",
        "DROP TRIGGER history_no_delete",
        "DROP TRIGGER history_no_replace",
    ),
    "postgresql": ("DROP TRIGGER history_no_change ON history",),
}

_KEPT = ("entry_id", "at", "actor", "kind", "origin", "coding_id")
_CHAINED = ("parent_id", "other_parent_id", "payload_digest", "mac")


def _unless_erased(distinct: str) -> str:
    """Condition under which an update is refused: anything but erasing what an entry says."""
    same = " OR ".join(f"NEW.{column} {distinct} OLD.{column}" for column in ("position", *_KEPT))
    # An entry of an older schema is chained once, when the study is first opened for writing.
    chained = " OR ".join(f"NEW.{column} {distinct} OLD.{column}" for column in _CHAINED)
    says = (
        f"NEW.session_id {distinct} OLD.session_id"
        f" OR NEW.item {distinct} OLD.item OR NEW.old {distinct} OLD.old"
        f" OR NEW.new {distinct} OLD.new OR NEW.reason {distinct} OLD.reason"
    )
    gone = "NEW.erased AND NEW.session_id IS NULL AND NEW.item = '' AND NEW.old IS NULL"
    gone += " AND NEW.new IS NULL AND NEW.reason = '' AND NEW.salt IS NULL"
    first = f"OLD.mac IS NULL AND NEW.mac IS NOT NULL AND NEW.erased = OLD.erased AND NOT ({says})"
    # SQLite lets an update go that leaves a rule undecided, with NULL where none may be.
    return f"COALESCE(({same}) OR NOT (({gone} AND NOT ({chained})) OR ({first})), TRUE)"


_TRIGGERS = {
    "sqlite": (
        f"""CREATE TRIGGER history_no_update BEFORE UPDATE ON history
    WHEN {_unless_erased("IS NOT")}
    BEGIN SELECT RAISE(ABORT, 'history_is_append_only'); END""",
        """CREATE TRIGGER history_no_delete BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'history_is_append_only'); END""",
        # REPLACE removes the row in its way without asking the trigger above.
        """CREATE TRIGGER history_no_replace BEFORE INSERT ON history
    WHEN EXISTS (SELECT 1 FROM history
                 WHERE entry_id = NEW.entry_id OR position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'history_is_append_only'); END""",
    ),
    "postgresql": (
        f"""CREATE TRIGGER history_no_change BEFORE UPDATE ON history FOR EACH ROW
    WHEN ({_unless_erased("IS DISTINCT FROM")})
    EXECUTE FUNCTION history_is_append_only()""",
        """CREATE TRIGGER history_no_delete BEFORE DELETE ON history
    FOR EACH ROW EXECUTE FUNCTION history_is_append_only()""",
    ),
}


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"))


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
