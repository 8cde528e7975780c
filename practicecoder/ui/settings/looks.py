"""How the window looks, moves and speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from practicecoder.ui.settings.limits import Limits

SMALLEST_TEXT, LARGEST_TEXT = 0.8, 2.0
"""Limits of the text size, as a factor of the system's."""
TEXT_LIMITS = Limits(SMALLEST_TEXT, LARGEST_TEXT)


class ColourScheme(StrEnum):
    """Light or dark, or whatever the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """Strong contrast, the ordinary one, or whatever the system says."""

    SYSTEM = "system"
    HIGH = "high"
    NORMAL = "normal"


class Motion(StrEnum):
    """Whether things may move on the screen, or whatever the system says."""

    SYSTEM = "system"
    REDUCED = "reduced"
    FULL = "full"


class Language(StrEnum):
    """Language of the window, or the system's; what is written to files is the same in all."""

    SYSTEM = "system"
    ENGLISH = "en_GB"
    WELSH = "cy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How the window looks, moves and speaks. ``text_scale`` is a factor of the system's size."""

    scheme: ColourScheme = ColourScheme.SYSTEM
    contrast: Contrast = Contrast.SYSTEM
    text_scale: float = 1.0
    motion: Motion = Motion.SYSTEM
    language: Language = Language.SYSTEM
