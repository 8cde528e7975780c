"""Inks of what is painted on the timeline: mixed, and brought away from their ground."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtGui import QColor

from practicecoder.domain.coding import Polarity
from practicecoder.ui.colours import Colours, contrast

LEAST_CONTRAST = 3.0
"""Of marks against their ground (WCAG 2.2, 1.4.11), unless more is asked for."""


@lru_cache(maxsize=256)
def legible(shade: str, ground: str, least: float = LEAST_CONTRAST) -> str:
    """Bring a colour away from its ground until a mark in it can be told from it."""
    pole = "#000000" if contrast(ground, "#000000") > contrast(ground, "#FFFFFF") else "#FFFFFF"
    for tenths in range(11):
        nearer = mixed(shade, pole, tenths / 10)
        if contrast(nearer, ground) >= least:
            return nearer
    return pole


@lru_cache(maxsize=256)
def mixed(one: str, other: str, share: float) -> str:
    """Go from one colour to another by a share of the way."""
    first, second = QColor(one), QColor(other)
    parts = [
        round(a + (b - a) * share)
        for a, b in (
            (first.red(), second.red()),
            (first.green(), second.green()),
            (first.blue(), second.blue()),
        )
    ]
    return QColor(*parts).name()


def mark_colours(shades: Colours) -> Mapping[Polarity, str]:
    """Colour of each shape on the evidence lane; the shape says the same."""
    return {
        Polarity.STRENGTH: legible(shades.series[1], shades.window, shades.mark_contrast),
        Polarity.TO_BUILD: legible(shades.series[2], shades.window, shades.mark_contrast),
        Polarity.NEUTRAL: legible(shades.muted, shades.window, shades.mark_contrast),
    }
