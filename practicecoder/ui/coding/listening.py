"""The listening area: transport, waveform with its lanes, and how much was heard."""

from __future__ import annotations

SAVE_EVERY_MS = 5_000
"""Longest time for which what was heard is kept in memory only."""
SLOWEST, FASTEST, SPEED_STEP = 0.5, 2.0, 0.1
LOOP_BEFORE_MS = 5_000
"""Where a loop begins that is switched on before its ends are set: so long before now."""
RUN_IN_MS = 4_000
"""How much is played before a segment, which is not coded."""
