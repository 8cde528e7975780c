"""Preferences, last places and saved layouts of this computer; none is needed to read a study."""

from practicecoder.ui.settings.keys import PedalMode, Pedals, SavedKeymap
from practicecoder.ui.settings.limits import LOCK_AFTER_MIN, LOCK_LIMITS, Limits
from practicecoder.ui.settings.listening import PLAYBACK_LIMITS, Playback
from practicecoder.ui.settings.looks import (
    LARGEST_TEXT,
    SMALLEST_TEXT,
    TEXT_LIMITS,
    ColourScheme,
    Contrast,
    Language,
    Looks,
    Motion,
)
from practicecoder.ui.settings.places import LastPlace, RecentStudy, SavedView
from practicecoder.ui.settings.settings import RECENT_LIMIT, Preferences, Settings

__all__ = [
    "LARGEST_TEXT",
    "LOCK_AFTER_MIN",
    "LOCK_LIMITS",
    "PLAYBACK_LIMITS",
    "RECENT_LIMIT",
    "SMALLEST_TEXT",
    "TEXT_LIMITS",
    "ColourScheme",
    "Contrast",
    "Language",
    "LastPlace",
    "Limits",
    "Looks",
    "Motion",
    "PedalMode",
    "Pedals",
    "Playback",
    "Preferences",
    "RecentStudy",
    "SavedKeymap",
    "SavedView",
    "Settings",
]
