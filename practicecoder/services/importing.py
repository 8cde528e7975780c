"""Sessions and ratings from sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from practicecoder.domain.ids import CoderId
from practicecoder.services.import_summary import ImportSummary
from practicecoder.services.rating_import import RatingImport
from practicecoder.services.session_import import SessionImport
from practicecoder.services.study_context import StudyContext


class ImportingService:
    """Takes sessions with their recordings, and ratings: all of a sheet or nothing."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

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
