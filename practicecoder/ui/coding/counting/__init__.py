"""Counting: the pad of codes, the open volley, and the list of marks."""
