"""Whether a coder said that blinding was lost, by the tick or by the codebook's question."""

from __future__ import annotations

from practicecoder.domain.coding import Coding

UNBLINDED_QUESTION = "recognised"
"""Id that codebooks give to the question whether the coder recognised someone."""


def blinding_was_lost(coding: Coding) -> bool:
    """Whether the coder recognised someone, or learned the office or the phase."""
    return coding.unblinded or coding.answers.get(UNBLINDED_QUESTION) is True
