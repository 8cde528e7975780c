"""Feedback to workers: which sessions may have a report, and the report itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from practicecoder.domain.coding import ScoreBasis
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import BlindCode, CoderId, SessionId, WorkerId, new_id
from practicecoder.errors import NotAllowedError, ReadOnlyStudyError, StudyError
from practicecoder.reports.data import WorkerReportData
from practicecoder.scoring.reliability.uncertainty import Conditions
from practicecoder.services.feedback_data import FeedbackSource, worker_report_data
from practicecoder.services.feedback_precision import Precision
from practicecoder.services.feedback_series import (
    SeriesEntry,
    may_report_individually,
    refuse_unless_reportable,
    reportable,
    series_of,
)
from practicecoder.services.final_sessions import FinalSession, final_sessions
from practicecoder.services.reliability import ReliabilityService
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import certificates_required

__all__ = ["ReportableSession", "SupervisionService", "may_report_individually"]

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportableSession:
    """A session that may have a report about its worker.

    ``ordinal`` is its place in the worker's series from 1, None where the order is not known.
    ``reported_at`` is when a report of it was last written; None if never.
    """

    session_id: SessionId
    blind_code: BlindCode
    worker_id: WorkerId
    session_date: date | None
    session_type: str
    ordinal: int | None
    basis: ScoreBasis
    n_coders: int
    reported_at: datetime | None


class SupervisionService:
    """Makes feedback reports, through one gate, each on record with the file's digest."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def worker_reports(self) -> tuple[ReportableSession, ...]:
        """Sessions that may be reported and have a locked coding, in order of worker and date."""
        with self._context.store.reading() as unit:
            history = unit.history.all()
        reported = {
            entry.session_id: entry.at for entry in history if entry.kind is HistoryKind.REPORTED
        }
        entries = reportable(final_sessions(self._context))
        return tuple(
            _reportable_session(entry, entries, reported.get(entry.session.session_id))
            for entry in entries
        )

    def worker_report_data(
        self, session_id: SessionId, *, names: Sequence[str] = ()
    ) -> WorkerReportData:
        """Everything that stands in the report of one session, and nothing else.

        Parameters
        ----------
        session_id
            The lead's code of the session.
        names
            Names to keep out of quotes and notes, besides what is found without a list.

        Raises
        ------
        NotAllowedError
            If the session is unknown, for research only, out of use, without a worker, or has no
            locked coding.
        """
        sessions = final_sessions(self._context)
        return self._data(session_id, sessions, self._source(sessions, names))

    def write_worker_report(
        self,
        session_id: SessionId,
        target: Path,
        *,
        made_on: date | None = None,
        actor: CoderId | None = None,
        names: Sequence[str] = (),
    ) -> Path:
        """Write the report of one session and record it; returns the file.

        ``target`` is the PDF, or an existing folder that gets one under its neutral name.
        ``made_on`` is the date printed in it, today if None.

        Raises
        ------
        NotAllowedError
            As for :meth:`worker_report_data`; nothing is written then.
        ReadOnlyStudyError
            If the study cannot record that a report was made.
        StudyError
            If the file cannot be written there.
        """
        data = self.worker_report_data(session_id, names=names)
        path = target / data.file_name if target.is_dir() else target
        self._write(session_id, data, path, made_on=made_on, actor=actor)
        return path

    def write_all(
        self,
        folder: Path,
        progress: Progress | None = None,
        *,
        made_on: date | None = None,
        actor: CoderId | None = None,
        names: Sequence[str] = (),
    ) -> tuple[Path, ...]:
        """Write the reports of all sessions that may have one into a folder."""
        sessions = final_sessions(self._context)
        entries = reportable(sessions)
        if not entries:
            raise NotAllowedError(
                "No session of this study may have a report yet: it needs a purpose that allows "
                "feedback, a worker and a locked coding."
            )
        source = self._source(sessions, names)
        folder.mkdir(parents=True, exist_ok=True)
        written: list[Path] = []
        for number, entry in enumerate(entries):
            data = self._data(entry.session.session_id, sessions, source)
            if progress is not None:
                progress(number / len(entries), f"Report {number + 1} of {len(entries)}")
            path = folder / data.file_name
            self._write(entry.session.session_id, data, path, made_on=made_on, actor=actor)
            written.append(path)
        if progress is not None:
            progress(1.0, f"{len(written)} reports written")
        return tuple(written)

    def _data(
        self, session_id: SessionId, sessions: Sequence[FinalSession], source: FeedbackSource
    ) -> WorkerReportData:
        refuse_unless_reportable(session_id, sessions)
        entries = reportable(sessions)
        entry = next(e for e in entries if e.session.session_id == session_id)
        return worker_report_data(source, entry, series_of(entry, entries))

    def _source(self, sessions: Sequence[FinalSession], names: Sequence[str]) -> FeedbackSource:
        record = self._context.record
        with self._context.store.reading() as unit:
            certificates = unit.certificates.all()
        return FeedbackSource(
            study=record,
            codebook=self._context.codebook,
            precision=self._precision(sessions),
            names=tuple(names),
            certificates=certificates if certificates or certificates_required(record) else None,
        )

    def _precision(self, sessions: Sequence[FinalSession]) -> Precision:
        conditions = _conditions(self._context.record.settings)
        n_double_coded = sum(1 for found in sessions if found.in_reliability)
        enough = n_double_coded >= conditions.min_double_coded
        table = ReliabilityService(self._context).table() if enough else None
        return Precision(self._context.codebook, conditions, n_double_coded, table)

    def _write(
        self,
        session_id: SessionId,
        data: WorkerReportData,
        path: Path,
        *,
        made_on: date | None,
        actor: CoderId | None,
    ) -> None:
        from practicecoder.reports.document import write_whole
        from practicecoder.reports.worker import worker_report

        if self._context.store.read_only:
            raise ReadOnlyStudyError
        now = self._context.now()
        content = worker_report(data, made_on=made_on or now.date()).content
        told = {"sha256": hashlib.sha256(content).hexdigest(), "status": data.status.value}
        with self._context.store.transaction() as unit:
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=now,
                    actor=actor,
                    kind=HistoryKind.REPORTED,
                    item="worker",
                    new=json.dumps(told, sort_keys=True),
                    session_id=session_id,
                )
            )
            try:
                write_whole(content, path)
            except OSError as error:
                raise StudyError(
                    f"The report could not be written ({error.strerror}). Nothing was left behind "
                    "and nothing recorded. Choose another place and try again."
                ) from error


def _reportable_session(
    entry: SeriesEntry, entries: Sequence[SeriesEntry], reported_at: datetime | None
) -> ReportableSession:
    session, series = entry.session, series_of(entry, entries)
    return ReportableSession(
        session_id=session.session_id,
        blind_code=session.blind_code,
        worker_id=WorkerId(session.worker_id or ""),
        session_date=session.session_date,
        session_type=session.session_type,
        ordinal=None if series is None else len(series),
        basis=entry.final.basis,
        n_coders=entry.final.n_coders,
        reported_at=reported_at,
    )


def _conditions(settings: Mapping[str, str]) -> Conditions:
    usual = Conditions()
    return Conditions(
        min_double_coded=int(settings.get("min_double_coded", usual.min_double_coded)),
        min_icc_lower=float(settings.get("min_icc_lower", usual.min_icc_lower)),
    )
