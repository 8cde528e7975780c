"""Steps and speeds of listening, and their limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from practicecoder.ui.settings.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Playback:
    """Steps and speeds of listening. Times are in milliseconds, speeds in multiples of 1.0.

    ``resume_back_ms`` is the step back on resuming; ``reaction_ms`` is how far evidence is set
    back from the moment the key was pressed; ``silence_lead_ms`` is what is played of the end of
    a silence that is skipped.
    """

    step_ms: int = 5_000
    small_step_ms: int = 1_000
    fine_step_ms: int = 200
    replay_ms: int = 10_000
    resume_back_ms: int = 2_000
    reaction_ms: int = 3_000
    silence_lead_ms: int = 300
    speed: float = 1.0
    second_speed: float = 1.5
    volume: float = 1.0


PLAYBACK_LIMITS: Mapping[str, Limits] = {
    "step_ms": Limits(500, 60_000),
    "small_step_ms": Limits(100, 10_000),
    "fine_step_ms": Limits(20, 2_000),
    "replay_ms": Limits(1_000, 120_000),
    "resume_back_ms": Limits(0, 10_000),
    "reaction_ms": Limits(0, 10_000),
    "silence_lead_ms": Limits(0, 1_000),
    "speed": Limits(0.5, 2.0),
    "second_speed": Limits(0.5, 2.0),
    "volume": Limits(0.0, 1.0),
}
"""Limits of every field of :class:`Playback`."""
