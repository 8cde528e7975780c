"""Sessions, ratings and codings from other programs' files and from sheets."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from practicecoder.domain.ids import CoderId
from practicecoder.services.foreign_import import ForeignImport
from practicecoder.services.import_memory import ImportMemory
from practicecoder.services.import_summary import ImportSummary
from practicecoder.services.rating_import import RatingImport
from practicecoder.services.session_import import SessionImport
from practicecoder.services.study_context import StudyContext
from practicecoder.services.table_import import TableImport


class ImportingService:
    """Takes sessions with their recordings, and ratings: all of a sheet or nothing."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    @cached_property
    def tables(self) -> TableImport:
        """Tables of a laboratory, with a preview before anything is stored."""
        return TableImport(self._context)

    @cached_property
    def codings(self) -> ForeignImport:
        """Codings of other programs, with a preview before anything is stored."""
        return ForeignImport(self._context)

    @cached_property
    def memory(self) -> ImportMemory:
        """What columns of earlier tables were taken for."""
        return ImportMemory(self._context)

    def add_sessions(
        self,
        sheet: Path,
        *,
        actor: CoderId | None,
        progress: Callable[[float, str], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ImportSummary:
        """Add the sessions of a sheet, with recordings, workers, offices and assignments.

        Every recording is decoded once before anything is written.

        Raises
        ------
        ImportedDataError
            With every problem of sheet, recordings and study at once; nothing was added.
        """
        return SessionImport(self._context).add_sessions(
            sheet, actor=actor, progress=progress, cancelled=cancelled
        )

    def import_ratings(self, table: Path, *, actor: CoderId | None) -> ImportSummary:
        """Add ratings as submitted codings, one for each session and coder.

        Coders that the study does not know are added; sessions have to be there.

        Raises
        ------
        ImportedDataError
            With every problem at once; nothing was added.
        """
        return RatingImport(self._context).import_ratings(table, actor=actor)
