"""Runs migrations on the connection that the caller hands over; there is no configuration file."""

from __future__ import annotations

from alembic import context

from practicecoder.storage.models import HistoryRow

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=HistoryRow.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
