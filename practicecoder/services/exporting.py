"""Exports of the study: what leaves it, cut to what may leave, and on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import ReadOnlyStudyError
from practicecoder.export.data import PackageData, Profile
from practicecoder.export.files import check_formats
from practicecoder.export.package import check_target, prepare_package
from practicecoder.services.export_checking import CheckedFile, checked_file
from practicecoder.services.export_gathering import PackageOrder, gathered
from practicecoder.services.export_memory import LAST_PACKAGE, keep_order, kept_order
from practicecoder.services.export_register import (
    ExportRecord,
    export_entry,
    export_register,
)
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext

__all__ = ["TEAM_PACKAGE", "ExportingService", "PackageOrder", "PackageSize"]

Progress = Callable[[float, str], None]


_READ, _COMPUTED = 0.25, 0.4
"""Shares of the work that are done when the study is read, and when all is computed."""

TEAM_PACKAGE = PackageOrder()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageSize:
    """Rows of a package: sessions, and ratings of their dimensions by independent coders."""

    n_sessions: int
    n_ratings: int


class ExportingService:
    """Writes analysis packages and keeps the register of them."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def export(
        self,
        target: Path,
        order: PackageOrder = TEAM_PACKAGE,
        *,
        actor: CoderId | None = None,
        progress: Progress | None = None,
    ) -> tuple[Path, ...]:
        """Write the analysis package and enter it in the register; returns its files.

        Parameters
        ----------
        target
            New or empty folder.
        order
            What the package holds, and for whom.
        actor
            Who exports, an analyst or a lead; None for the program itself.
        progress
            Called with the share done, from 0 to 1, and what is being done. What it raises stops
            the export, and nothing is left behind.

        Raises
        ------
        NotAllowedError
            If the actor may not see what the package holds.
        ExportError
            If the package cannot be written; nothing is left behind then.
        ReadOnlyStudyError
            If the study cannot record the export.
        """
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        tell = progress or _nobody
        if actor is not None:
            with self._context.store.reading() as unit:
                require(unit, actor, Role.ANALYST, "exports everybody's ratings")
        check_formats(order.formats)
        check_target(target.absolute(), with_archive=order.archive)
        found = gathered(
            self._context,
            order,
            lambda share, text: tell(_READ * share, text),
            with_frame=order.analysis or order.profile is Profile.OUTSIDE,
        )
        data, results = found.data, None
        if found.frame is not None:
            from practicecoder.services.export_analysis import analysis_results

            results = analysis_results(
                self._context,
                found.frame,
                found.n_counted,
                lambda share, text: tell(_READ + (_COMPUTED - _READ) * share, text),
            )
        prepared = prepare_package(
            data,
            target,
            formats=order.formats,
            results=results,
            archive=order.archive,
            progress=lambda share, text: tell(_COMPUTED + (1 - _COMPUTED) * share, text),
        )
        try:
            with self._context.store.transaction() as unit:
                unit.history.add(
                    export_entry(data, order.formats, prepared, new_id(), actor=actor)
                )
                keep_order(unit, order)
                written = prepared.publish()
        except BaseException:
            prepared.discard()
            raise
        tell(1.0, "done")
        return written

    def last_order(self) -> PackageOrder | None:
        """What was chosen for the last package, but for what is asked each time; None at first."""
        with self._context.store.reading() as unit:
            return kept_order(unit.study.load().settings.get(LAST_PACKAGE, ""))

    def size(self) -> PackageSize:
        """How much a package of the team holds, counted without reading it."""
        with self._context.store.reading() as unit:
            n_codings = unit.codings.count_independent()
            return PackageSize(
                n_sessions=unit.sessions.count_kept(),
                n_ratings=n_codings * len(self._context.codebook.dimensions),
            )

    def register(self) -> tuple[ExportRecord, ...]:
        """Every package that was exported, the latest first."""
        return export_register(self._context)

    def check_file(self, path: Path) -> CheckedFile:
        """Whether a file is one that this study issued, and with which export.

        Raises
        ------
        ExportError
            If the file cannot be read.
        """
        return checked_file(self.register(), path)

    def package_data(self, order: PackageOrder = TEAM_PACKAGE) -> PackageData:
        """Everything that a package of this study holds, and nothing else."""
        return gathered(self._context, order, _nobody, with_frame=False).data


def _nobody(_share: float, _text: str) -> None:
    """Tell nobody how far it is."""
