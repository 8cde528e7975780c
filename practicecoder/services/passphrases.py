"""Whose passphrases open the study that is open: given, changed and taken away, on record."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import NotAllowedError
from practicecoder.services.packet_study import packet_facts
from practicecoder.services.rights import require, require_access
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.failures import disk_told
from practicecoder.vault.key_file import KeyFile
from practicecoder.vault.passphrases import checked_passphrase
from practicecoder.vault.recovery_code import RecoveryCode

log = logging.getLogger(__name__)

PASSPHRASE_ITEM = "passphrase:"
"""How the item of an entry about a passphrase begins; whose it is follows."""
CODE_ITEM = "recovery_code"

Done = TypeVar("Done")


class PassphraseService:
    """Changes what opens an encrypted study; each change is in the history, no secret is."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    @property
    def holders(self) -> tuple[str, ...]:
        """Whose passphrases open the study, in order of their making.

        Raises
        ------
        NotAllowedError
            If the study is not encrypted.
        KeysDamagedError
            If its keys cannot be used.
        """
        return self._keys().labels

    def change(
        self, secret: str, new: str, holder: str | None = None, *, actor: CoderId | None = None
    ) -> None:
        """Give a new passphrase to whom the secret belongs; the old one opens nothing any more.

        With the recovery code it is given to ``holder``, or to the first one; nobody's passphrase
        is changed by that of another. ``actor`` is who does it, for the record.

        Raises
        ------
        WeakPassphraseError, WrongPassphraseError, NotAllowedError, KeysDamagedError
            Nothing is changed then.
        ReadOnlyStudyError, StoreFailedError
            If it cannot be put on record; nothing is changed then either.
        """
        checked_passphrase(new)
        keys = self._keys()
        opening = keys.opening(secret, holder or self._context.holder)
        owner = holder or opening.label or keys.labels[0]
        if opening.label not in (None, owner):
            raise NotAllowedError(
                f"This is not the passphrase of {owner}. It takes that one, or the recovery code."
            )
        self._on_record(
            f"{PASSPHRASE_ITEM}{owner}",
            "changed",
            actor,
            lambda: keys.change_passphrase(secret, new, owner),
        )

    def add(self, secret: str, holder: str, passphrase: str, *, actor: CoderId | None) -> None:
        """Let another person open the study; raises as :meth:`change`.

        Only a lead does so, and nobody in a study that was made from a packet, which has none.
        """
        checked_passphrase(passphrase)
        keys = self._keys()
        self._on_record(
            f"{PASSPHRASE_ITEM}{holder}",
            "added",
            actor,
            lambda: keys.add_person(secret, holder, passphrase, first=self._context.holder),
            act="gives passphrases",
        )

    def remove(self, secret: str, holder: str, *, actor: CoderId | None) -> None:
        """Take a person's passphrase away; the last one stays; raises as :meth:`add`."""
        keys = self._keys()
        self._on_record(
            f"{PASSPHRASE_ITEM}{holder}",
            "removed",
            actor,
            lambda: keys.remove_person(secret, holder, first=self._context.holder),
            act="takes passphrases away",
        )

    def new_recovery_code(self, secret: str, *, actor: CoderId | None = None) -> RecoveryCode:
        """Make a new recovery code, to be shown once; raises as :meth:`change`.

        The old one opens nothing any more. Only a lead does so: whoever has the code keeps it
        when their passphrase is taken away. In a study that was made from a packet, its coder.
        """
        keys = self._keys()
        is_of_packet = packet_facts(self._context.record) is not None
        return self._on_record(
            CODE_ITEM,
            "made",
            actor,
            lambda: keys.new_recovery_code(secret, first=self._context.holder),
            act="" if is_of_packet else "makes a new recovery code",
        )

    def _on_record(
        self,
        item: str,
        done: str,
        actor: CoderId | None,
        change: Callable[[], Done],
        *,
        act: str = "",
    ) -> Done:
        """Change the keys and record it, both or neither; ``act`` names what only a lead does.

        The entry is written first and committed last, with the keys changed in between: a study
        that cannot be written keeps its keys, and keys whose entry cannot be committed are put
        back. Only a power cut in between leaves keys that nobody is told of, never a new
        passphrase that somebody relies on and that is not there.
        """
        with self._put_back_unless_done(), self._context.store.transaction() as unit:
            if act:
                require(unit, actor, Role.LEAD, act)
            elif actor is not None:
                require_access(unit, actor)
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=actor,
                    kind=HistoryKind.RIGHTS_CHANGED,
                    item=item,
                    new=done,
                )
            )
            with disk_told():
                result = change()
        return result

    @contextmanager
    def _put_back_unless_done(self) -> Iterator[None]:
        keys = self._keys()
        before = keys.content()
        try:
            yield
        except BaseException:
            try:
                keys.put_back(before)
            except OSError as error:
                log.error("keys could not be put back: %s", type(error).__name__)  # noqa: TRY400 - its text holds a path
            raise

    def _keys(self) -> KeyFile:
        if self._context.store.folder.key is None:
            raise NotAllowedError("This study is not encrypted, so it has no passphrases.")
        return self._context.store.folder.keys
