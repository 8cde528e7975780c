"""Exports of the study: what leaves it, cut to what may leave, and on record."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import practicecoder
from practicecoder.codebook.model import Codebook
from practicecoder.domain.certification import Certificate
from practicecoder.domain.coding import Coding, CodingRole
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, CodingId, new_id
from practicecoder.domain.redaction import released
from practicecoder.domain.sessions import SessionState
from practicecoder.errors import ReadOnlyStudyError
from practicecoder.export.data import (
    ExportedCoding,
    ExportedEvidence,
    ExportedSession,
    PackageData,
)
from practicecoder.export.package import FORMATS, prepare_package
from practicecoder.scoring.counts import counts_of
from practicecoder.scoring.results import NotEstimable
from practicecoder.services.certified import was_certified
from practicecoder.services.coding import HEARD_ENOUGH
from practicecoder.services.coding_acts import segment_of
from practicecoder.services.early_ratings import early_ratings
from practicecoder.services.final_sessions import (
    FinalSession,
    basis_of_several,
    final_sessions,
)
from practicecoder.services.reliability import DEFAULT_SEED
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

Progress = Callable[[float, str], None]


class ExportingService:
    """Writes analysis packages and keeps the register of them."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def export(
        self,
        target: Path,
        *,
        formats: Sequence[str] = FORMATS,
        actor: CoderId | None = None,
        evidence: bool = False,
        names: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> tuple[Path, ...]:
        """Write the analysis package and enter it in the history; returns its files.

        Parameters
        ----------
        target
            New or empty folder.
        formats
            Formats of the tables; this version writes ``csv``.
        actor
            Who exports; None for the program itself.
        evidence
            Whether shared evidence is included, without words that may identify people.
        names
            Names to look for in that evidence.
        progress
            Called with the share done, from 0 to 1, and what is being done.

        Raises
        ------
        ExportError
            If the package cannot be written; nothing is left behind then.
        ReadOnlyStudyError
            If the study cannot record the export.
        """
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        data = self.package_data(evidence=evidence, names=names)
        prepared = prepare_package(data, target, formats=formats, progress=progress)
        try:
            with self._context.store.transaction() as unit:
                unit.history.add(
                    HistoryEntry(
                        entry_id=new_id(),
                        at=data.made_at,
                        actor=actor,
                        kind=HistoryKind.EXPORTED,
                        item="package",
                        new=json.dumps(
                            {
                                "profile": "team",
                                "formats": list(formats),
                                "manifest_sha256": prepared.manifest_digest,
                                "sessions": len(data.sessions),
                                "evidence": evidence,
                            }
                        ),
                    )
                )
                written = prepared.publish()
        except BaseException:
            prepared.discard()
            raise
        if progress is not None:
            progress(1.0, "done")
        return written

    def package_data(self, *, evidence: bool = False, names: Sequence[str] = ()) -> PackageData:
        """Everything that a package of this study holds, and nothing else."""
        every = final_sessions(self._context)
        kept = tuple(one for one in every if one.session.state is not SessionState.WITHDRAWN)
        with self._context.store.reading() as unit:
            workers, offices, coders = (
                unit.people.workers(),
                unit.people.offices(),
                unit.people.coders(),
            )
            early = _early(unit, kept)
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
            evidence=tuple(_evidence(codings, names)) if evidence else None,
            n_withdrawn=len(every) - len(kept),
            versions={
                "practicecoder": practicecoder.__version__,
                "python": platform.python_version(),
            },
        )


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
