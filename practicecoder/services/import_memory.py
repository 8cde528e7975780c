"""Mappings that a study remembers, so that the next table of the same kind is understood at once.

They are kept with the study, so that every lead finds them. Words of a file for people are never
kept, as they may be names.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from practicecoder.errors import ReadOnlyStudyError
from practicecoder.services.study_context import StudyContext

if TYPE_CHECKING:
    from practicecoder.interchange.column_mapping import ColumnMapping

MAPPINGS = "import_mappings"
"""Key of the study's setting."""
MOST_KEPT = 20


class ImportMemory:
    """Remembers what columns were taken for, by the headings of their table."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def find(self, columns: Iterable[str]) -> ColumnMapping | None:
        """Mapping that was last accepted for a table with these headings; None if none was."""
        from practicecoder.interchange.mapping_shelf import headings_digest

        return self._shelf().get(headings_digest(columns))

    def keep(self, mapping: ColumnMapping) -> None:
        """Remember a mapping; beyond twenty, the oldest is forgotten."""
        from practicecoder.interchange.mapping_shelf import headings_digest

        key = headings_digest(use.column for use in mapping.columns)
        shelf = {k: v for k, v in self._shelf().items() if k != key}
        shelf[key] = mapping.without_people()
        self._store(dict(list(shelf.items())[-MOST_KEPT:]))

    def forget(self, columns: Iterable[str]) -> None:
        """Forget the mapping for a table with these headings."""
        from practicecoder.interchange.mapping_shelf import headings_digest

        key = headings_digest(columns)
        self._store({k: v for k, v in self._shelf().items() if k != key})

    def _shelf(self) -> dict[str, ColumnMapping]:
        from practicecoder.interchange.mapping_shelf import shelf_of

        with self._context.store.reading() as unit:
            return shelf_of(unit.study.load().settings.get(MAPPINGS, ""))

    def _store(self, shelf: dict[str, ColumnMapping]) -> None:
        from practicecoder.interchange.mapping_shelf import shelf_text

        if self._context.store.read_only:
            raise ReadOnlyStudyError
        with self._context.store.transaction() as unit:
            unit.study.update_settings({MAPPINGS: shelf_text(shelf)})
            self._context.record = unit.study.load()
