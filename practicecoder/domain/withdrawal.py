"""What is done with a session whose family or worker no longer agrees to its use."""

from __future__ import annotations

from enum import StrEnum


class WithdrawalChoice(StrEnum):
    """How far a withdrawal reaches; each goes as far as the one before it, and further."""

    NO_NEW_USE = "no_new_use"
    """Everything stays, and nothing uses it any more."""
    ERASE_RECORDING = "erase_recording"
    """The sound is destroyed; ratings stay with their session."""
    DETACH_CODES = "detach_codes"
    """The sound is destroyed; ratings stay without worker, office, date and words."""
    ERASE_ALL = "erase_all"
    """The sound and everything that was said or rated about it is destroyed."""
