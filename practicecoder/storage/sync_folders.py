"""Folders that synchronising programs say they keep, whatever those folders are called.

OneDrive tells its folders in the environment, Dropbox, Nextcloud and ownCloud in files in the home
of their user. What cannot be read tells nothing.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_ONE_DRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_DROPBOX = (".dropbox/info.json", "AppData/Local/Dropbox/info.json")
_CLOUD_SETTINGS = (
    ("Nextcloud", ".config/Nextcloud/nextcloud.cfg"),
    ("Nextcloud", "AppData/Roaming/Nextcloud/nextcloud.cfg"),
    ("Nextcloud", "Library/Preferences/Nextcloud/nextcloud.cfg"),
    ("ownCloud", ".config/ownCloud/owncloud.cfg"),
    ("ownCloud", "AppData/Roaming/ownCloud/owncloud.cfg"),
    ("ownCloud", "Library/Preferences/ownCloud/owncloud.cfg"),
)
_LOCAL_PATH = re.compile(r"^[^=\n]*localPath=(.+)$", flags=re.MULTILINE)
_LARGEST_SETTINGS = 1_000_000


def synchronised_by(
    place: Path, *, home: Path | None = None, environment: Mapping[str, str] | None = None
) -> str | None:
    """Name of the program that says it synchronises a place or a folder above it; else None.

    Parameters
    ----------
    home, environment
        Where settings are looked for; by default those of the user.
    """
    try:
        known = told_folders(
            Path.home() if home is None else home,
            os.environ if environment is None else environment,
        )
        return next(
            (product for product, folder in known if place == folder or folder in place.parents),
            None,
        )
    except RuntimeError:  # a user without a home
        return None


def told_folders(home: Path, environment: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    """Programs and the folders that they say they synchronise."""
    for variable in _ONE_DRIVE:
        if environment.get(variable):
            yield "OneDrive", Path(environment[variable])
    for name in _DROPBOX:
        yield from (("Dropbox", folder) for folder in _of_dropbox(_text(home / name)))
    for product, name in _CLOUD_SETTINGS:
        for told in _LOCAL_PATH.findall(_text(home / name)):
            yield product, Path(told.strip().strip('"'))


def _of_dropbox(text: str) -> Iterator[Path]:
    """Folders of a personal and a business account."""
    try:
        accounts = json.loads(text)
    except (ValueError, RecursionError):
        return
    if isinstance(accounts, dict):
        for account in accounts.values():
            told = account.get("path") if isinstance(account, dict) else None
            if isinstance(told, str) and told:
                yield Path(told)


def _text(file: Path) -> str:
    try:
        with file.open(encoding="utf-8", errors="replace") as settings:
            return settings.read(_LARGEST_SETTINGS)
    except OSError:
        return ""
