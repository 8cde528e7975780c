"""Lead's table and coder's queue."""
