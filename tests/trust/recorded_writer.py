"""Codes in a study and says which acts are saved, to be watched by strace.

``python -m tests.trust.recorded_writer STUDY SAID WAY ACTS [KEY]``
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from benches.kill_bench import acts, begin, save_each
from practicecoder.domain.ids import CodingId
from practicecoder.storage import engine
from practicecoder.storage.study_folder import StudyStore
from practicecoder.vault.study_key import StudyKey

CODING = CodingId("recorded")
FIRST_ACT = 1


class Way(StrEnum):
    """How the database is written: as the program does, or in ways that may lose work."""

    STORE = "DELETE + EXTRA"
    CIPHER = "DELETE + EXTRA, encrypted"
    OFF = "synchronous OFF"
    FULL = "DELETE + FULL"
    WAL = "WAL + NORMAL"

    @property
    def may_lose(self) -> bool:
        """Whether it is a control, which has to lose something."""
        return self not in (Way.STORE, Way.CIPHER)

    @property
    def settings(self) -> Mapping[str, str | int]:
        """What is changed of the program's settings."""
        return {
            Way.STORE: {},
            Way.CIPHER: {},
            Way.OFF: {"synchronous": "OFF"},
            Way.FULL: {"synchronous": "FULL"},
            Way.WAL: {"journal_mode": "WAL", "synchronous": "NORMAL"},
        }[self]


@dataclass(frozen=True, slots=True)
class Said:
    """File that the numbers of saved acts go into, each by a call of its own."""

    handle: int

    def send(self, number: int, /) -> None:
        """Say that an act is saved."""
        os.write(self.handle, f"{number}\n".encode())


def main(arguments: list[str]) -> int:
    """Begin a coding and save acts one by one; the program's own way closes the study as well."""
    study, said, its_way, n_acts, *secrets = arguments
    way = Way(its_way)
    if way is Way.WAL:
        keeper = sqlite3.connect(Path(study) / "study.db")  # readers need one that can write
        keeper.execute("PRAGMA journal_mode=WAL")
    engine.SETTINGS = MappingProxyType({**engine.SETTINGS, **way.settings})
    listener = Said(os.open(said, os.O_WRONLY | os.O_CREAT, 0o600))
    key = StudyKey(bytes.fromhex(secrets[0])) if secrets else None
    store = StudyStore.open(Path(study), key=key)
    coding = begin(store, CODING)
    listener.send(0)
    save_each(store, coding, islice(acts(CODING, FIRST_ACT), int(n_acts)), listener)
    if not way.may_lose:
        store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
