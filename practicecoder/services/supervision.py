"""Feedback to workers: which sessions may have a report, and the report itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from practicecoder.domain.coding import ScoreBasis
from practicecoder.domain.feedback import OwnView
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import BlindCode, CoderId, SessionId, WorkerId, new_id
from practicecoder.errors import NotAllowedError, ReadOnlyStudyError, StudyError
from practicecoder.reports.data import ReportStatus, WorkerReportData
from practicecoder.services.feedback_rules import OWN_VIEW_FIRST
from practicecoder.services.feedback_series import (
    SeriesEntry,
    may_report_individually,
    series_of,
)
from practicecoder.services.feedback_source import FeedbackSources
from practicecoder.services.feedback_view import newest
from practicecoder.services.releases import in_force, is_as_released
from practicecoder.services.study_context import StudyContext
from practicecoder.services.supervisees import readable_workers, refuse_unless_readable
from practicecoder.storage.unit_of_work import UnitOfWork

__all__ = ["ReportForm", "ReportableSession", "SupervisionService", "may_report_individually"]

CHANGED_SINCE_RELEASED = (
    "What this report rests on was changed since its release, so it is given out as the released "
    "PDF alone. Take the release back and release the report again to have it in other forms."
)

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""


class ReportForm(StrEnum):
    """Kinds of file that a report is written as."""

    PDF = "pdf"
    LARGE_PRINT = "large_print"
    WORD = "docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportableSession:
    """A session that may have a report about its worker.

    ``ordinal`` is its place in the worker's series from 1, None where the order is not known.
    ``reported_at`` is when a report of it was last written; None if never. ``is_released``: a
    release is in force.
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
    is_released: bool = False


class SupervisionService:
    """Writes feedback reports, through one gate, each on record with the file's digest.

    A report that was released is written as it was released; any other is a draft. A supervisor
    has a draft written only once the worker has rated or declined; leads, who may read every
    coding, and the command line at any time.
    """

    def __init__(self, context: StudyContext, sources: FeedbackSources) -> None:
        self._context = context
        self._sources = sources

    def worker_reports(self, actor: CoderId | None = None) -> tuple[ReportableSession, ...]:
        """Sessions that may be reported to a person, in order of worker and date.

        A supervisor is told of those whose worker has rated or declined.

        Raises
        ------
        NotAllowedError
            If the person is neither a supervisor nor a lead.
        """
        with self._context.store.reading() as unit:
            readable = readable_workers(unit, actor)
            history = unit.history.all()
            released = newest(unit.releases.all())
            to_read = {f.session_id for f in unit.feedback.all() if f.own_view is not OwnView.OPEN}
        to_read.update(released)
        reported = {
            entry.session_id: entry.at for entry in history if entry.kind is HistoryKind.REPORTED
        }
        entries = self._sources.entries()
        return tuple(
            _reportable_session(
                entry,
                entries,
                reported.get(entry.session.session_id),
                is_released=entry.session.session_id in released,
            )
            for entry in entries
            if readable is None
            or (entry.session.worker_id in readable and entry.session.session_id in to_read)
        )

    def worker_report_data(
        self, session_id: SessionId, *, names: Sequence[str] = ()
    ) -> WorkerReportData:
        """Everything that stands in the draft about one session, and nothing else.

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
        return self._sources.report(session_id, names=names)

    def write_worker_report(
        self,
        session_id: SessionId,
        target: Path,
        *,
        made_on: date | None = None,
        actor: CoderId | None = None,
        names: Sequence[str] = (),
        form: ReportForm = ReportForm.PDF,
    ) -> Path:
        """Write the report of one session and record it; returns the file.

        ``target`` is the file, or an existing folder that gets one under its neutral name.
        ``made_on`` is the date printed in a draft, today if None. The PDF of a released report is
        the one that was released; its other forms are made anew from the same content.

        Raises
        ------
        NotAllowedError
            If the session may not be reported, or not to this person, or not yet; nothing is
            written then. Other forms of a released report are refused where they would not hold
            what was released.
        ReadOnlyStudyError
            If the study cannot record that a report was made.
        StudyError
            If the file cannot be written there.
        """
        made = self._made(session_id, names, made_on, form, actor=actor)
        path = target / made.file_name if target.is_dir() else target
        self._write(session_id, made, path, actor)
        return path

    def write_all(
        self,
        folder: Path,
        progress: Progress | None = None,
        *,
        made_on: date | None = None,
        actor: CoderId | None = None,
        names: Sequence[str] = (),
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[Path, ...]:
        """Write the reports of all sessions that may have one into a folder.

        Raises
        ------
        NotAllowedError
            If there is none.
        """
        chosen = self.worker_reports(actor)
        if not chosen:
            raise NotAllowedError(
                "No session of this study may have a report yet: it needs a purpose that allows "
                "feedback, a worker and a locked coding. Supervisors close the worker's own view "
                "first."
            )
        _make(folder)
        written: list[Path] = []
        for number, session in enumerate(chosen):
            if cancelled():
                break
            if progress is not None:
                progress(number / len(chosen), f"Report {number + 1} of {len(chosen)}")
            made = self._made(session.session_id, names, made_on, ReportForm.PDF, actor=actor)
            path = folder / made.file_name
            self._write(session.session_id, made, path, actor)
            written.append(path)
        if progress is not None:
            progress(1.0, f"{len(written)} reports written")
        return tuple(written)

    def _made(
        self,
        session_id: SessionId,
        names: Sequence[str],
        made_on: date | None,
        form: ReportForm,
        *,
        actor: CoderId | None,
    ) -> _MadeReport:
        from practicecoder.reports.worker import worker_report

        entry = self._sources.entry(session_id)
        with self._context.store.reading() as unit:
            refuse_unless_readable(unit, actor, entry.session.worker_id)
            release = in_force(unit, session_id)
            released = None if release is None else unit.releases.find(release.release_id)
            if released is None and readable_workers(unit, actor) is not None:
                _refuse_before_own_view(unit, session_id)
        if released is not None and form is ReportForm.PDF:
            return _MadeReport(released.content, released.file_name, ReportStatus.RELEASED)
        status = ReportStatus.DRAFT if released is None else ReportStatus.RELEASED
        data = self._sources.report(session_id, names=names, status=status)
        if released is not None and not is_as_released(data, released):
            raise NotAllowedError(CHANGED_SINCE_RELEASED)
        day = made_on or (self._context.now() if released is None else released.released_at).date()
        if form is ReportForm.WORD:
            from practicecoder.reports.worker_word import worker_document

            name = f"{Path(data.file_name).stem}.docx"
            return _MadeReport(worker_document(data, made_on=day), name, status)
        large = form is ReportForm.LARGE_PRINT
        name = f"{Path(data.file_name).stem}_large.pdf" if large else data.file_name
        content = worker_report(data, made_on=day, large_print=large).content
        return _MadeReport(content, name, status)

    def _write(
        self, session_id: SessionId, made: _MadeReport, path: Path, actor: CoderId | None
    ) -> None:
        from practicecoder.reports.document import write_whole

        if self._context.store.read_only:
            raise ReadOnlyStudyError
        told = {
            "sha256": hashlib.sha256(made.content).hexdigest(),
            "status": made.status.value,
        }
        with self._context.store.transaction() as unit:
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=actor,
                    kind=HistoryKind.REPORTED,
                    item="worker",
                    new=json.dumps(told, sort_keys=True),
                    session_id=session_id,
                )
            )
            try:
                write_whole(made.content, path)
            except OSError as error:
                raise StudyError(
                    f"The report could not be written ({error.strerror}). Nothing was left behind "
                    "and nothing recorded. Choose another place and try again."
                ) from error


def _refuse_before_own_view(unit: UnitOfWork, session_id: SessionId) -> None:
    feedback = unit.feedback.find(session_id)
    if feedback is None or feedback.own_view is OwnView.OPEN:
        raise NotAllowedError(OWN_VIEW_FIRST)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StudyError(
            f"The folder could not be made ({error.strerror}). Choose another place and try again."
        ) from error


@dataclass(frozen=True, slots=True)
class _MadeReport:
    content: bytes
    file_name: str
    status: ReportStatus


def _reportable_session(
    entry: SeriesEntry,
    entries: Sequence[SeriesEntry],
    reported_at: datetime | None,
    *,
    is_released: bool,
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
        is_released=is_released,
    )
