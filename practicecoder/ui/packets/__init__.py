"""Coding away from the laboratory: packets, what comes back, and codings with two versions."""
