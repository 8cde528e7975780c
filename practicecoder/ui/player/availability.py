"""Why a system cannot play sound, in words that name what to install."""

from __future__ import annotations

import ctypes.util
import sys

from practicecoder.ui.languages import translate

_LIBRARIES = {"Xrandr": "libxrandr2", "pulse": "libpulse0"}
"""Shared libraries that Qt Multimedia wants on Linux, and the packages that hold them."""


def missing_library_sentence() -> str:
    """Say why this system cannot play, and what to install."""
    if not sys.platform.startswith("linux"):
        return _tr(
            "Sound cannot be played: Qt Multimedia finds no media library on this computer. "
            "Install practicecoder again."
        )
    missing = [
        package for name, package in _LIBRARIES.items() if ctypes.util.find_library(name) is None
    ]
    packages = _tr(" and ").join(missing or _LIBRARIES.values())
    command = " ".join(missing or _LIBRARIES.values())
    return _tr(
        "Sound cannot be played: the system library {0} is missing. Have it installed (sudo apt "
        "install {1}), then start practicecoder again."
    ).format(packages, command)


def _tr(text: str) -> str:
    return translate("Sound", text)
