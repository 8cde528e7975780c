"""The reliability report of a study: gathered, then written."""

from __future__ import annotations

import platform
import shlex
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder import __version__
from practicecoder.domain.coding import Coding
from practicecoder.domain.history import Origin
from practicecoder.domain.ids import CoderId
from practicecoder.errors import ExportError
from practicecoder.scoring.reliability.bands import BandSource
from practicecoder.scoring.results import NotEstimable
from practicecoder.services.agreement_scope import (
    AgreementScope,
    chosen,
    independent_codings,
    refuse_what_finds_nothing,
)
from practicecoder.services.calibration import CalibrationService
from practicecoder.services.reliability import EVERYTHING, ReliabilityService
from practicecoder.services.reliability_conduct import (
    blinding_in_words,
    draw_in_words,
    rule_in_words,
)
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import certificates_required
from practicecoder.services.training import TrainingService

if TYPE_CHECKING:
    from practicecoder.reports.reliability.data import (
        Conduct,
        ReferenceDrift,
        ReliabilityReportData,
    )

Progress = Callable[[float, str], None]

BANDS = {"cicchetti": BandSource.CICCHETTI, "koo-li": BandSource.KOO_LI}
"""Sources whose words are made for an ICC, by their name in commands."""
PROGRAM = f"practicecoder {__version__}"
_LIBRARIES = ("numpy", "scipy", "reportlab")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFiles:
    """Where each form of the report goes; None for those that are not wanted.

    ``methods`` is the paragraph alone, as text or for Word by its suffix.
    """

    pdf: Path | None = None
    docx: Path | None = None
    csv: Path | None = None
    methods: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Those that are wanted."""
        return tuple(p for p in (self.pdf, self.docx, self.csv, self.methods) if p is not None)


class ReliabilityReportService:
    """Makes the report of a study."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def data(
        self,
        scope: AgreementScope = EVERYTHING,
        *,
        bands: BandSource = BandSource.CICCHETTI,
        made_on: date | None = None,
    ) -> ReliabilityReportData:
        """Numbers and what is on record, within a scope.

        Parameters
        ----------
        scope
            Which codings are used.
        bands
            Whose words are used for the size of ICC(A,1).
        made_on
            Day that the report bears; None for today.

        Raises
        ------
        NotAllowedError
            If the scope names days, coders or a version that nothing can be found by.
        """
        from practicecoder.reports.reliability.data import ReliabilityReportData

        context = self._context
        day = made_on or context.now().date()
        found = ReliabilityService(context).agreement(scope)
        refuse_what_finds_nothing(found.choices)
        several = self._coded_by_several(scope)
        drift, recalibrated = self._drift()
        return ReliabilityReportData(
            study=context.record.title,
            codebook_title=context.codebook.title,
            table=found.table,
            n_codings=len(several),
            made_on=day,
            program=PROGRAM,
            command=command_of(context.store.path, _scope_options(scope), bands, day),
            versions=versions_used(),
            made_up=context.record.made_up,
            scope="" if scope == EVERYTHING else found.choices.sentence.removeprefix("Scope: "),
            conduct=self._conduct(several),
            drift=drift,
            events=ReliabilityService(context).events(scope) if found.has_events else None,
            code_labels={c.count_id: c.label for c in context.codebook.counts},
            recalibrated_on=recalibrated,
            bands=bands,
        )

    def write(
        self,
        files: ReportFiles,
        scope: AgreementScope = EVERYTHING,
        *,
        bands: BandSource = BandSource.CICCHETTI,
        made_on: date | None = None,
        progress: Progress | None = None,
    ) -> tuple[Path, ...]:
        """Write the report in every form that is wanted; see :func:`write_report`."""
        if progress is not None:
            progress(0.0, "agreement of coders")
        return write_report(self.data(scope, bands=bands, made_on=made_on), files, progress)

    # Inside

    def _coded_by_several(self, scope: AgreementScope) -> tuple[Coding, ...]:
        """Codings of a scope whose session two or more of them coded."""
        with self._context.store.reading() as unit:
            kept, _ = chosen(independent_codings(unit), scope)
        by_session: dict[str, list[Coding]] = defaultdict(list)
        for coding in kept:
            by_session[coding.session_id].append(coding)
        return tuple(c for own in by_session.values() if len(own) > 1 for c in own)

    def _conduct(self, codings: Sequence[Coding]) -> Conduct:
        from practicecoder.reports.reliability.data import Conduct

        with self._context.store.reading() as unit:
            plans = unit.plans.all()
            certificates = unit.certificates.all()
            practised = certificates_required(unit.study.load()) or bool(certificates)
            imported = frozenset(
                entry.coding_id
                for entry in unit.history.all()
                if entry.origin is Origin.IMPORT and entry.coding_id is not None
            )
        days = [c.submitted_at.date() for c in codings if c.submitted_at is not None]
        training = ""
        if practised and days:
            coders: list[CoderId] = sorted({coding.coder_id for coding in codings})
            who = TrainingService(self._context).certification_sentence(coders, max(days))
            training = f"{who} {rule_in_words(certificates, max(days))}".strip()
        return Conduct(
            draw=draw_in_words(plans),
            blinding=blinding_in_words(codings, imported),
            training=training,
        )

    def _drift(self) -> tuple[tuple[ReferenceDrift, ...], tuple[date, ...]]:
        from practicecoder.reports.reliability.data import ReferenceDrift

        found = CalibrationService(self._context).drift()
        told = tuple(
            ReferenceDrift(label=item.label, report=item.report)
            for item in found.items
            if not isinstance(item.report, NotEstimable)
        )
        return told, tuple(sorted(one.held_on for one in found.recalibrations))


def write_report(
    data: ReliabilityReportData, files: ReportFiles, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write every form that is wanted, each beside its place and then put there whole.

    Raises
    ------
    ExportError
        If one cannot be written there; those before it are complete.
    """
    from practicecoder.reports.reliability.report import write_reliability_report
    from practicecoder.reports.reliability.spreadsheet import write_agreement_csv
    from practicecoder.reports.reliability.word import write_methods, write_tables_docx

    makers = (
        (files.pdf, write_reliability_report, "pages"),
        (files.docx, write_tables_docx, "tables for Word"),
        (files.csv, write_agreement_csv, "table as CSV"),
        (files.methods, write_methods, "methods paragraph"),
    )
    wanted = [(path, make, words) for path, make, words in makers if path is not None]
    for place, (path, make, words) in enumerate(wanted):
        if progress is not None:
            progress(0.5 + 0.5 * place / len(wanted), words)
        try:
            make(data, path)
        except OSError as error:
            raise ExportError(
                f"{path} cannot be written: {error.strerror}. Choose another place."
            ) from error
    if progress is not None:
        progress(1.0, "done")
    return files.paths


def command_of(source: Path, options: Iterable[str], bands: BandSource, made_on: date) -> str:
    """Command that makes the same pages, from where the study or table lies."""
    name = next(name for name, known in BANDS.items() if known is bands)
    words = ["practicecoder", "report", "reliability", source.name, *options]
    if bands is not BandSource.CICCHETTI:
        words += ["--bands", name]
    return shlex.join([*words, "--made-on", made_on.isoformat(), "--out", "reliability.pdf"])


def _scope_options(scope: AgreementScope) -> list[str]:
    words: list[str] = []
    for option, day in (("--from", scope.first_day), ("--to", scope.last_day)):
        if day is not None:
            words += [option, day.isoformat()]
    if scope.codebook_version is not None:
        words += ["--codebook-version", scope.codebook_version]
    for coder in sorted(scope.coder_ids):
        words += ["--coder", coder]
    return [*words, "--leave-out-unblinded"] if scope.leave_out_unblinded else words


def versions_used() -> tuple[tuple[str, str], ...]:
    """Programs and libraries that the numbers and pages come from."""
    return (
        ("practicecoder", __version__),
        ("Python", platform.python_version()),
        *((name, version(name)) for name in _LIBRARIES),
    )
