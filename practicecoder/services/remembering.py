"""The passphrase of a study in the computer's own keyring, if a person wants it there."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

log = logging.getLogger(__name__)

SERVICE = "PracticeCoder"


class _Keyring(Protocol):
    """What is needed of the keyring library."""

    def get_password(self, service_name: str, username: str) -> str | None: ...

    def set_password(self, service_name: str, username: str, password: str) -> None: ...

    def delete_password(self, service_name: str, username: str) -> None: ...


def can_remember() -> bool:
    """Whether this computer has a keyring that keeps secrets; it may have to be asked for.

    Only keyrings of the system count: one that writes a plain file would give the study away.
    """
    try:
        import keyring

        backend = keyring.get_keyring()
        priority = float(backend.priority)
    except Exception as error:  # noqa: BLE001 - a keyring may fail in any way; one works without
        log.info("no keyring: %s", type(error).__name__)
        return False
    module = type(backend).__module__
    return priority >= 1 and module.startswith("keyring.backends.") and "null" not in module


def remembered(path: Path) -> str | None:
    """Passphrase of a study as the keyring holds it; None if it does not."""
    return _ask(lambda keyring: keyring.get_password(SERVICE, _entry(path)))


def remember(path: Path, passphrase: str) -> bool:
    """Have the keyring keep it; whether it does."""

    def keep(keyring: _Keyring) -> str:
        keyring.set_password(SERVICE, _entry(path), passphrase)
        return passphrase

    return _ask(keep) is not None


def forget(path: Path) -> None:
    """Have the keyring forget it, if it holds it."""

    def drop(keyring: _Keyring) -> None:
        if keyring.get_password(SERVICE, _entry(path)) is not None:
            keyring.delete_password(SERVICE, _entry(path))

    _ask(drop)


def _ask(question: Callable[[_Keyring], str | None]) -> str | None:
    try:
        import keyring

        return question(keyring)
    except Exception as error:  # noqa: BLE001 - absent, locked, refused: one types the passphrase
        log.info("the keyring did not answer: %s", type(error).__name__)
        return None


def _entry(path: Path) -> str:
    """Name of the study's entry: its folder, as two copies may have two passphrases."""
    return str(path.absolute())
