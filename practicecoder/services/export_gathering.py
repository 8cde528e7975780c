"""Reads what a package holds from the study, a page of sessions at a time."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import TYPE_CHECKING

import practicecoder
from practicecoder.codebook.model import Codebook
from practicecoder.domain.certification import Certificate
from practicecoder.domain.coding import Coding, CodingRole
from practicecoder.domain.ids import CodingId, WorkerId
from practicecoder.domain.redaction import released
from practicecoder.domain.sessions import SessionState
from practicecoder.export.data import (
    ExportedCoding,
    ExportedEvidence,
    ExportedSession,
    PackageData,
    Profile,
)
from practicecoder.export.files import ALWAYS
from practicecoder.export.packed import Packed
from practicecoder.scoring.counts import counts_of
from practicecoder.scoring.results import NotEstimable
from practicecoder.services.certified import was_certified
from practicecoder.services.coding import HEARD_ENOUGH
from practicecoder.services.coding_acts import segment_of
from practicecoder.services.early_ratings import early_ratings
from practicecoder.services.final_sessions import (
    FinalSession,
    basis_of_several,
    final_sessions_by_page,
)
from practicecoder.services.reliability import DEFAULT_SEED
from practicecoder.services.session_table import session_frame
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    import pandas as pd

Progress = Callable[[float, str], None]

FORMATS = (ALWAYS,)
"""Formats of a package unless others are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageOrder:
    """What a package holds, and for whom.

    ``formats`` are those beside CSV, which is always written. ``purpose`` is entered in the
    register. ``evidence``: with the evidence that coders share, without words that may identify
    people; ``names`` are looked for in it. ``analysis``: with tables of results, methods, scripts
    and figures. ``archive``: a zip of all of it beside the folder. ``byte_order_mark``: CSV files
    begin with one, for Excel. ``exact_dates``: with the days of sessions, for the team alone.
    """

    formats: tuple[str, ...] = FORMATS
    profile: Profile = Profile.TEAM
    purpose: str = ""
    evidence: bool = False
    names: tuple[str, ...] = ()
    analysis: bool = True
    archive: bool = False
    byte_order_mark: bool = False
    exact_dates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gathered:
    """What a package is made from, and what is computed from.

    ``frame`` is the session table of the sessions that are counted, None if it was not asked for;
    ``n_counted`` is the number of these, coded or not.
    """

    data: PackageData
    frame: pd.DataFrame | None
    n_counted: int


def gathered(
    context: StudyContext,
    order: PackageOrder,
    progress: Progress,
    *,
    with_frame: bool,
) -> Gathered:
    """Read the study once; nothing of it is held whole.

    Parameters
    ----------
    context
        The study.
    order
        What the package holds, and for whom.
    progress
        Called with the share read, from 0 to 1; what it raises stops the reading.
    with_frame
        Whether anything is to be computed.
    """
    with context.store.reading() as unit:
        n_sessions = unit.sessions.count()
        certificates = unit.certificates.all()
    heap = _Heap(context, order, certificates, with_frame=with_frame)
    n_read = 0
    progress(0.0, "reading the study")
    for page in final_sessions_by_page(context):
        heap.add(page)
        n_read += len(page)
        progress(min(1.0, n_read / max(1, n_sessions)), "reading the study")
    return heap.gathered()


class _Heap:
    """What was read so far."""

    def __init__(
        self,
        context: StudyContext,
        order: PackageOrder,
        certificates: Sequence[Certificate],
        *,
        with_frame: bool,
    ) -> None:
        self._context, self._order = context, order
        self._certificates = certificates
        self._with_frame = with_frame
        self._with_evidence = order.evidence and order.profile is Profile.TEAM
        self._sessions: Packed[ExportedSession] = Packed()
        self._independent: Packed[ExportedCoding] = Packed()
        self._consensus: Packed[ExportedCoding] = Packed()
        self._evidence: list[ExportedEvidence] = []
        self._heads: list[str] = []
        self._workers: set[WorkerId | None] = set()
        self._frames: list[pd.DataFrame] = []
        self._n_counted = self._n_withdrawn = 0

    def add(self, page: Sequence[FinalSession]) -> None:
        """Add sessions; those before them were added already."""
        kept = [one for one in page if one.session.state is not SessionState.WITHDRAWN]
        self._n_withdrawn += len(page) - len(kept)
        codings = [coding for one in kept for coding in one.codings]
        with self._context.store.reading() as unit:
            early = _early(unit, kept)
            heads = unit.history.printed_heads(coding.coding_id for coding in codings)
        codebook = self._context.codebook
        self._heads += heads.values()
        self._workers.update(one.session.worker_id for one in kept)
        self._sessions.extend(_session(one, self._certificates) for one in kept)
        ordered = sorted(codings, key=lambda coding: (coding.session_id, coding.coder_id))
        self._independent.extend(
            _coding(codebook, c, early.get(c.coding_id)) for c in ordered if c.role.is_independent
        )
        self._consensus.extend(
            _coding(codebook, c) for c in ordered if c.role is CodingRole.CONSENSUS
        )
        if self._with_evidence:
            self._evidence += _evidence(codings, self._order.names)
        if self._with_frame:
            self._count(kept)

    def gathered(self) -> Gathered:
        """Everything, with what the study itself says."""
        context, order = self._context, self._order
        with context.store.reading() as unit:
            workers, offices, coders = (
                unit.people.workers(),
                unit.people.offices(),
                unit.people.coders(),
            )
            study_head = unit.history.study_head()
        record = context.record
        data = PackageData(
            study_id=record.study_id,
            study_title=record.title,
            made_up=record.made_up,
            made_at=context.now(),
            codebook=context.codebook,
            several=basis_of_several(record.settings),
            seed=int(record.settings.get("seed", DEFAULT_SEED)),
            sessions=self._sessions,
            independent=self._independent,
            consensus=self._consensus,
            workers=tuple(worker for worker in workers if worker.worker_id in self._workers),
            offices=offices,
            coders=coders,
            evidence=tuple(self._evidence) if self._with_evidence else None,
            n_withdrawn=self._n_withdrawn,
            versions=_versions(),
            profile=order.profile,
            purpose=order.purpose,
            study_head=study_head,
            heads=tuple(sorted(self._heads)),
            byte_order_mark=order.byte_order_mark,
            exact_dates=order.exact_dates and order.profile is Profile.TEAM,
        )
        return Gathered(data=data, frame=self._frame(), n_counted=self._n_counted)

    def _count(self, kept: Sequence[FinalSession]) -> None:
        if self._order.profile is Profile.OUTSIDE:
            kept = [one for one in kept if _is_placed(one)]
        self._n_counted += len(kept)
        frame = session_frame(self._context.codebook, kept)
        if len(frame):
            self._frames.append(frame)

    def _frame(self) -> pd.DataFrame | None:
        if not self._with_frame:
            return None
        if not self._frames:
            return session_frame(self._context.codebook, ())
        import pandas as pd

        return pd.concat(self._frames, ignore_index=True)


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
    unit: UnitOfWork, sessions: Sequence[FinalSession]
) -> Mapping[CodingId, frozenset[str]]:
    """Dimensions rated early, by coding; codings in which nothing was played are left out."""
    heard = [
        coding.coding_id
        for one in sessions
        for coding in one.codings
        if coding.role.is_independent and coding.heard
    ]
    entries, listens = unit.history.of_codings(heard), unit.codings.listens_of(heard)
    found = {}
    for one in sessions:
        for coding in one.codings:
            if coding.role.is_independent and coding.heard:
                found[coding.coding_id] = early_ratings(
                    entries.get(coding.coding_id, ()),
                    listens.get(coding.coding_id, ()),
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
