"""The analysis package: tables, dictionary, manifest."""
