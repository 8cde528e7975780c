"""Exports of the study: what leaves it, cut to what may leave, and on record."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

import practicecoder
from practicecoder.codebook.model import Codebook
from practicecoder.domain.certification import Certificate
from practicecoder.domain.coding import Coding, CodingRole
from practicecoder.domain.ids import CoderId, CodingId, new_id
from practicecoder.domain.redaction import released
from practicecoder.domain.sessions import SessionState
from practicecoder.errors import ReadOnlyStudyError
from practicecoder.export.data import (
    ExportedCoding,
    ExportedEvidence,
    ExportedSession,
    PackageData,
    Profile,
)
from practicecoder.export.files import check_formats
from practicecoder.export.package import FORMATS, check_target, prepare_package
from practicecoder.scoring.counts import counts_of
from practicecoder.scoring.results import NotEstimable
from practicecoder.services.certified import was_certified
from practicecoder.services.coding import HEARD_ENOUGH
from practicecoder.services.coding_acts import segment_of
from practicecoder.services.early_ratings import early_ratings
from practicecoder.services.export_register import (
    ExportRecord,
    export_entry,
    export_register,
)
from practicecoder.services.final_sessions import (
    FinalSession,
    basis_of_several,
    final_sessions,
)
from practicecoder.services.reliability import DEFAULT_SEED
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageOrder:
    """What a package holds, and for whom.

    ``formats`` are those beside CSV, which is always written. ``purpose`` is entered in the
    register. ``evidence``: with the evidence that coders share, without words that may identify
    people; ``names`` are looked for in it. ``analysis``: with tables of results, methods, scripts
    and figures.
    """

    formats: tuple[str, ...] = FORMATS
    profile: Profile = Profile.TEAM
    purpose: str = ""
    evidence: bool = False
    names: tuple[str, ...] = ()
    analysis: bool = True


TEAM_PACKAGE = PackageOrder()


class ExportingService:
    """Writes analysis packages and keeps the register of them."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def export(
        self,
        target: Path,
        order: PackageOrder = PackageOrder(),
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
            Who exports; None for the program itself.
        progress
            Called with the share done, from 0 to 1, and what is being done. What it raises stops
            the export, and nothing is left behind.

        Raises
        ------
        ExportError
            If the package cannot be written; nothing is left behind then.
        ReadOnlyStudyError
            If the study cannot record the export.
        """
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        tell = progress or _nobody
        check_formats(order.formats)
        check_target(target.absolute())
        tell(0.0, "reading the study")
        sessions = final_sessions(self._context)
        data = self._data(sessions, order)
        results = None
        if order.analysis or order.profile is Profile.OUTSIDE:
            from practicecoder.services.export_analysis import analysis_results

            counted = _kept(sessions)
            if order.profile is Profile.OUTSIDE:
                counted = tuple(one for one in counted if _is_placed(one))
            results = analysis_results(
                self._context, counted, lambda share, text: tell(0.3 * share, text)
            )
        prepared = prepare_package(
            data,
            target,
            formats=order.formats,
            results=results,
            progress=lambda share, text: tell(0.3 + 0.7 * share, text),
        )
        try:
            with self._context.store.transaction() as unit:
                unit.history.add(
                    export_entry(data, order.formats, prepared, new_id(), actor=actor)
                )
                written = prepared.publish()
        except BaseException:
            prepared.discard()
            raise
        tell(1.0, "done")
        return written

    def register(self) -> tuple[ExportRecord, ...]:
        """Every package that was exported, the latest first."""
        return export_register(self._context)

    def package_data(self, order: PackageOrder = PackageOrder()) -> PackageData:
        """Everything that a package of this study holds, and nothing else."""
        return self._data(final_sessions(self._context), order)

    def _data(self, every: Sequence[FinalSession], order: PackageOrder) -> PackageData:
        kept = _kept(every)
        with_evidence = order.evidence and order.profile is Profile.TEAM
        with self._context.store.reading() as unit:
            workers, offices, coders = (
                unit.people.workers(),
                unit.people.offices(),
                unit.people.coders(),
            )
            early = _early(unit, kept)
            study_head = unit.history.study_head()
            heads = unit.history.printed_heads(c.coding_id for one in kept for c in one.codings)
            certificates = unit.certificates.all()
        record, codebook = self._context.record, self._context.codebook
        in_use = {one.session.worker_id for one in kept}
        codings = [coding for one in kept for coding in one.codings]
        return PackageData(
            study_id=record.study_id,
            study_title=record.title,
            made_up=record.made_up,
            made_at=self._context.now(),
            codebook=codebook,
            several=basis_of_several(record.settings),
            seed=int(record.settings.get("seed", DEFAULT_SEED)),
            sessions=tuple(_session(one, certificates) for one in kept),
            independent=tuple(
                _coding(codebook, c, early.get(c.coding_id))
                for c in codings
                if c.role.is_independent
            ),
            consensus=tuple(
                _coding(codebook, c) for c in codings if c.role is CodingRole.CONSENSUS
            ),
            workers=tuple(worker for worker in workers if worker.worker_id in in_use),
            offices=offices,
            coders=coders,
            evidence=tuple(_evidence(codings, order.names)) if with_evidence else None,
            n_withdrawn=len(every) - len(kept),
            versions=_versions(),
            profile=order.profile,
            purpose=order.purpose,
            study_head=study_head,
            heads=tuple(sorted(heads.values())),
        )


def _nobody(_share: float, _text: str) -> None:
    """Tell nobody how far it is."""


def _kept(sessions: Iterable[FinalSession]) -> tuple[FinalSession, ...]:
    return tuple(one for one in sessions if one.session.state is not SessionState.WITHDRAWN)


def _is_placed(one: FinalSession) -> bool:
    """Whether worker, office and phase are on record, so that disclosure can be judged."""
    session = one.session
    return None not in (session.worker_id, session.office_id, session.phase)


def _versions() -> dict[str, str]:
    """Programs that the numbers come from."""
    return {
        "practicecoder": practicecoder.__version__,
        "python": platform.python_version(),
        **{name: version(name) for name in ("numpy", "scipy", "pingouin")},
    }


def _session(one: FinalSession, certificates: Sequence[Certificate]) -> ExportedSession:
    versions = sorted({coding.codebook.version for coding in one.codings})
    return ExportedSession(
        session=one.session,
        final=one.final,
        codebook_version="" if isinstance(one.final, NotEstimable) else "; ".join(versions),
        segment=segment_of(one.session),
        heard_share=one.heard_share,
        in_reliability=one.in_reliability,
        answers=one.answers,
        unblinded=one.unblinded,
        certified=all(
            was_certified(coding, certificates)
            for coding in one.codings
            if coding.role.is_independent
        )
        if certificates
        else None,
    )


def _early(
    unit: UnitOfWork, sessions: Iterable[FinalSession]
) -> Mapping[CodingId, frozenset[str]]:
    """Dimensions rated early, by coding; codings in which nothing was played are left out."""
    found = {}
    for one in sessions:
        for coding in one.codings:
            if coding.role.is_independent and coding.heard:
                found[coding.coding_id] = early_ratings(
                    unit.history.of_coding(coding.coding_id),
                    unit.codings.listens(coding.coding_id),
                    segment_of(one.session),
                    enough=HEARD_ENOUGH,
                )
    return found


def _coding(
    codebook: Codebook, coding: Coding, early: frozenset[str] | None = None
) -> ExportedCoding:
    return ExportedCoding(
        session_id=coding.session_id,
        coder_id=coding.coder_id,
        codebook_version=coding.codebook.version,
        ratings=coding.ratings,
        counts=counts_of(codebook, coding),
        counting=coding.counting,
        early=early,
        marks=coding.marks
        if codebook.counts and (coding.counting is not None or coding.marks)
        else None,
    )


def _evidence(codings: Iterable[Coding], names: Sequence[str]) -> Iterable[ExportedEvidence]:
    """Shared evidence of independent and agreed codings, redacted."""
    for coding in codings:
        for piece in coding.evidence:
            if piece.share:
                yield ExportedEvidence(
                    session_id=coding.session_id,
                    coder_id=coding.coder_id,
                    evidence=replace(
                        piece,
                        quote=released(piece.quote, names),
                        note=released(piece.note, names),
                    ),
                )
