"""The study on disk: SQLAlchemy rows, migrations, the study folder. Rows stay inside."""
