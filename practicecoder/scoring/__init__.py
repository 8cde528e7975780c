"""Pure numbers: scores, agreement and group statistics, without Qt, database or files."""
