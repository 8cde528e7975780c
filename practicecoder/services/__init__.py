"""Use cases: the only door for window and command line."""
