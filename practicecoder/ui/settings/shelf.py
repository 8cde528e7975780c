"""What the window remembers about one study; of an encrypted study it is encrypted."""

from __future__ import annotations

import base64
import binascii
import hmac

from PySide6.QtCore import QSettings

from practicecoder.domain.ids import StudyId
from practicecoder.errors import EncryptedFileError
from practicecoder.vault.sealing import decrypt_bytes, encrypt_bytes

_NAME_CHARACTERS = 32


class Shelf:
    """Texts about a study by their names.

    Parameters
    ----------
    key
        32 bytes that hide both names and texts; None for a study that is not encrypted.
    """

    def __init__(self, store: QSettings, study_id: StudyId, key: bytes | None) -> None:
        self._store = store
        self._group = f"study/{study_id}"
        self._key = key

    def text(self, name: str, default: str = "") -> str:
        """Text of a name; the default where there is none, or it was altered."""
        stored = self._store.value(self._place(name))
        if not isinstance(stored, str):
            return default
        if self._key is None:
            return stored
        try:
            content = base64.b64decode(stored, validate=True)
            return decrypt_bytes(content, self._key, self._place(name)).decode()
        except (binascii.Error, EncryptedFileError, ValueError):
            return default

    def put(self, name: str, text: str) -> None:
        """Keep a text; an empty one is forgotten."""
        if not text:
            self._store.remove(self._place(name))
            return
        if self._key is not None:
            sealed = encrypt_bytes(text.encode(), self._key, self._place(name))
            text = base64.b64encode(sealed).decode()
        self._store.setValue(self._place(name), text)

    def forget_plain(self) -> None:
        """Forget whatever was kept about the study as it is."""
        for name in ("identity", "place", "views"):
            self._store.remove(f"{self._group}/{name}")

    def _place(self, name: str) -> str:
        if self._key is not None:
            name = hmac.digest(self._key, name.encode(), "sha256").hex()[:_NAME_CHARACTERS]
        return f"{self._group}/{name}"
