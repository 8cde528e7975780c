"""Runs migrations on the connection that the caller hands over; there is no configuration file."""

from __future__ import annotations

from alembic import context

from practicecoder.storage.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
