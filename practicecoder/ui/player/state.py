"""What the player is doing."""

from __future__ import annotations

from enum import StrEnum


class PlayerState(StrEnum):
    """What the player is doing."""

    NO_RECORDING = "no_recording"
    LOADING = "loading"
    PAUSED = "paused"
    PLAYING = "playing"

    @property
    def is_ready(self) -> bool:
        """Whether a recording is open and can be played."""
        return self in (PlayerState.PAUSED, PlayerState.PLAYING)
