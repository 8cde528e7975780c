"""Recordings: what they are, how long, and what they look like."""
