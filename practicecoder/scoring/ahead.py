"""Loads ahead of time what numbers are computed with."""

from __future__ import annotations


def load_numbers() -> None:
    """Load the libraries and modules of agreement, for whoever has a moment before it is asked.

    Loading them takes longer than computing with them.
    """
    import scipy.special

    import practicecoder.scoring.reliability.table

    del scipy, practicecoder
