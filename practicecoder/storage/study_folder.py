"""The study on disk: a folder with a database, recordings and verified backups."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from practicecoder.domain.study import StudyRecord
from practicecoder.errors import StudyExistsError, StudyNotFoundError
from practicecoder.storage.database import Database
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.failures import told
from practicecoder.storage.folders import StudyFolder, make_durable
from practicecoder.storage.unit_of_work import UnitOfWork


class StudyStore:
    """An open study folder. Make one with :meth:`create` or :meth:`open`, and close it."""

    def __init__(self, folder: StudyFolder, database: Database, *, read_only: bool) -> None:
        self._folder = folder
        self._database = database
        self.read_only = read_only
        self.path = folder.path
        self.audio_dir = folder.audio
        self.cache_dir = folder.cache

    @classmethod
    def create(cls, path: Path, record: StudyRecord, codebook_text: str) -> Self:
        """Make a study in a new or empty folder, and open it.

        Raises
        ------
        StudyExistsError
            If the folder holds anything.
        StudyLocationError
            If the place is a network or synchronised folder.
        """
        path = path.absolute()
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise StudyExistsError(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
        try:
            _fill(StudyFolder(making), record, codebook_text)
            if path.exists():
                path.rmdir()
            making.rename(path)
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
        make_durable(path.parent)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a study folder."""
        folder = StudyFolder(path.absolute())
        if not folder.database.is_file():
            raise StudyNotFoundError(folder.path)
        database = Database.on_file(folder.database, read_only=read_only, path=folder.path)
        return cls(folder, database, read_only=read_only)

    @contextmanager
    def transaction(self) -> Iterator[UnitOfWork]:
        """Write: everything done in the block is stored together, or nothing of it."""
        with self._database.transaction() as unit:
            yield unit

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Read one state of the study. Leave the block before computing: it holds up writers."""
        with self._database.reading() as unit:
            yield unit

    def close(self) -> None:
        """Close the study."""
        self._database.close()


def _fill(folder: StudyFolder, record: StudyRecord, codebook_text: str) -> None:
    for part in (folder.audio, folder.cache, folder.backups):
        part.mkdir()
    with told(folder.path):
        connect_sqlite(folder.database, "rwc").close()
    database = Database.on_file(folder.database, read_only=False, path=folder.path)
    try:
        database.upgrade()
        with database.transaction() as unit:
            unit.study.create(record, codebook_text)
    finally:
        database.close()
    make_durable(folder.path)
