"""Recordings as sound: what a file holds, its clean working copy, and its waveform peaks."""
