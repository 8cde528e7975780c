"""Reports that are handed over: released, taken back, and given again byte by byte."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from practicecoder.domain.feedback import Feedback, Release, ReleaseKind
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import NotAllowedError, ReadOnlyStudyError, StudyError
from practicecoder.reports.data import ReportStatus, WorkerReportData
from practicecoder.reports.words import day_in_words
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.feedback_rules import missing_for_release
from practicecoder.services.feedback_source import FeedbackSources
from practicecoder.services.rights import require
from practicecoder.services.shared_moments import shared_moments
from practicecoder.services.study_context import StudyContext
from practicecoder.services.supervisees import readable_workers, refuse_unless_readable
from practicecoder.storage.unit_of_work import UnitOfWork

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""
REPLACED = "released again with what was written down or coded since"
CHANGED_SINCE_SHOWN = (
    "Something that this report holds was changed since its pages were shown, so it was not "
    "released. Look at the pages again."
)


class ReleaseService:
    """Releases worker reports; the worker gets the very file that the supervisor has."""

    def __init__(self, context: StudyContext, sources: FeedbackSources) -> None:
        self._context = context
        self._sources = sources

    def release(
        self,
        session_id: SessionId,
        *,
        actor: CoderId | None,
        names: Sequence[str] = (),
        shown: WorkerReportData | None = None,
    ) -> Release:
        """Build the report without its draft mark, keep the file, and record its digest.

        A release in force is ended, if the report holds anything else by now, such as the worker's
        response or ratings that were coded anew.

        Parameters
        ----------
        session_id
            The lead's code of the session.
        actor
            The supervisor of the worker, or a lead.
        names
            Names to look for in everything that is printed; they are not stored.
        shown
            The report as the person saw it before releasing it; None if nobody looks at it.

        Raises
        ------
        NotAllowedError
            If the person may not, or anything is missing (all of it is told at once), or the
            report was released and nothing has changed since, or it is not what was shown.
        """
        from practicecoder.reports.worker import worker_report

        with self._context.store.reading() as unit:
            rests_on = _rests_on(unit, session_id)
            before = in_force(unit, session_id)
        data = self._sources.report(session_id, names=names, status=ReportStatus.RELEASED)
        entry = self._sources.entry(session_id)
        shared = [m.evidence_id for m in shared_moments(entry.source.codings)]
        now = self._context.now()
        content = worker_report(data, made_on=now.date()).content
        is_same = before is not None and is_as_released(data, before)
        with self._context.store.transaction() as unit:
            person = require(unit, actor, Role.SUPERVISOR, "releases reports")
            refuse_unless_readable(unit, actor, entry.session.worker_id)
            feedback = unit.feedback.find(session_id) or Feedback(session_id=session_id)
            codes = [coder.coder_id for coder in unit.people.coders()]
            _refuse_unfinished(missing_for_release(feedback, shared, names, codes))
            if _rests_on(unit, session_id) != rests_on or _differs(data, shown):
                raise NotAllowedError(CHANGED_SINCE_SHOWN)
            if before is not None:
                self._end_replaced(unit, before, is_same=is_same)
            release = Release(
                release_id=new_id(),
                kind=ReleaseKind.WORKER,
                session_id=session_id,
                released_at=now,
                released_by=person.coder_id,
                file_name=data.file_name,
                sha256=hashlib.sha256(content).hexdigest(),
                content=content,
                feedback_version=feedback.version,
            )
            unit.releases.add(release)
            unit.history.add(self._entry(HistoryKind.RELEASED, release, actor, reason=""))
        return release

    def take_back(
        self, session_id: SessionId, reason: str, *, actor: CoderId | None
    ) -> StudyChange:
        """Take a release back, so that the draft can be changed; the file stays on record.

        Raises
        ------
        NotAllowedError
            If the person may not, no reason is given, or no release is in force.
        """
        if not reason.strip():
            raise NotAllowedError("Taking a release back needs a reason. Say why.")
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.SUPERVISOR, "takes releases back")
            session = unit.sessions.find(session_id)
            refuse_unless_readable(unit, actor, None if session is None else session.worker_id)
            release = in_force(unit, session_id)
            if release is None:
                raise NotAllowedError("No release of this report is in force.")
            self._end(unit, release, reason.strip(), actor)
        return StudyChange(
            kinds=frozenset({ChangeKind.FEEDBACK}), session_ids=frozenset({session_id})
        )

    def file(self, release_id: str, *, actor: CoderId | None) -> Release:
        """Return a release with its file, as it was handed over.

        Raises
        ------
        NotAllowedError
            If there is none, the person may not read about the worker, or the session may not be
            reported by now, such as for its purpose or while its coding is open. The report of a
            team is given to who released it and to leads.
        """
        with self._context.store.reading() as unit:
            release = unit.releases.find(release_id)
            if release is None:
                raise NotAllowedError("There is no such release in this study.")
            if release.session_id is not None:
                session = unit.sessions.find(release.session_id)
                refuse_unless_readable(unit, actor, None if session is None else session.worker_id)
            elif actor is not None and actor != release.released_by:
                require(unit, actor, Role.LEAD, "reads team reports that somebody else released")
        if release.session_id is not None:
            try:
                self._sources.entry(release.session_id)
            except NotAllowedError as why:
                raise NotAllowedError(f"This report may not be given out any more. {why}") from why
        return release

    def write_released(
        self,
        folder: Path,
        progress: Progress | None = None,
        *,
        first_day: date | None = None,
        last_day: date | None = None,
        actor: CoderId | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[Path, ...]:
        """Write every report in force that was released in a period, each byte as released.

        Each file is on record with its digest, as one that is written by itself.

        Parameters
        ----------
        folder
            Where the files go; it is made if it is not there.
        progress
            Told of each file.
        first_day, last_day
            Days of release (UTC) that bound the period, both included; None leaves it open.
        actor
            Whose workers; None stands for all.
        cancelled
            Asked before each file; what was written stays.

        Raises
        ------
        NotAllowedError
            If there is no such report.
        ReadOnlyStudyError
            If the study cannot record that reports were given out.
        StudyError
            If the folder cannot be written.
        """
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        chosen = [
            self.file(release.release_id, actor=actor)
            for release in self._readable(actor)
            if (first_day is None or release.released_at.date() >= first_day)
            and (last_day is None or release.released_at.date() <= last_day)
        ]
        if not chosen:
            raise NotAllowedError("No report was released in this period. Choose another one.")
        written: list[Path] = []
        for number, made in enumerate(chosen):
            if cancelled():
                break
            if progress is not None:
                progress(number / len(chosen), f"Report {number + 1} of {len(chosen)}")
            with self._context.store.transaction() as unit:
                unit.history.add(self._given_out(made, actor))
                written.append(write_release(made, folder / made.file_name))
        if progress is not None:
            n = len(written)
            progress(1.0, "1 report written" if n == 1 else f"{n} reports written")
        return tuple(written)

    def _readable(self, actor: CoderId | None) -> tuple[Release, ...]:
        entries = self._sources.entries()
        with self._context.store.reading() as unit:
            readable = readable_workers(unit, actor)
            releases = unit.releases.all()
        allowed = {
            entry.session.session_id
            for entry in entries
            if readable is None or entry.session.worker_id in readable
        }
        return tuple(r for r in releases if r.is_in_force and r.session_id in allowed)

    def _end_replaced(self, unit: UnitOfWork, before: Release, *, is_same: bool) -> None:
        if is_same:
            raise NotAllowedError(
                f"This report was released on {day_in_words(before.released_at.date())} and "
                "nothing has changed since."
            )
        self._end(unit, before, REPLACED, None)

    def _end(self, unit: UnitOfWork, release: Release, reason: str, actor: CoderId | None) -> None:
        unit.releases.end(release.release_id, at=self._context.now(), because=reason)
        unit.history.add(self._entry(HistoryKind.RELEASE_ENDED, release, actor, reason=reason))

    def _given_out(self, release: Release, actor: CoderId | None) -> HistoryEntry:
        told = {"sha256": release.sha256, "status": ReportStatus.RELEASED.value}
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=HistoryKind.REPORTED,
            item="worker",
            new=json.dumps(told, sort_keys=True),
            session_id=release.session_id,
        )

    def _entry(
        self, kind: HistoryKind, release: Release, actor: CoderId | None, *, reason: str
    ) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=kind,
            item=release.kind.value,
            new=json.dumps({"release": release.release_id, "sha256": release.sha256}),
            reason=reason,
            session_id=release.session_id,
        )


def _refuse_unfinished(missing: Sequence[str]) -> None:
    if missing:
        raise NotAllowedError(" ".join(["This report cannot be released yet.", *missing]))


def write_release(release: Release, path: Path) -> Path:
    """Write a release's file, byte for byte; returns the file.

    Raises
    ------
    StudyError
        If it cannot be written there; nothing is left behind.
    """
    from practicecoder.reports.document import write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(release.content, path)
    except OSError as error:
        raise StudyError(
            f"The report could not be written ({error.strerror}). Nothing was left behind. Choose "
            "another place and try again."
        ) from error
    return path


def is_as_released(data: WorkerReportData, release: Release) -> bool:
    """Whether a report that is built from these data is, byte for byte, the one released.

    A newer version of the program may set its pages differently; that counts as another report.
    """
    from practicecoder.reports.worker import worker_report

    made = worker_report(data, made_on=release.released_at.date())
    return hashlib.sha256(made.content).hexdigest() == release.sha256


def in_force(unit: UnitOfWork, session_id: SessionId) -> Release | None:
    """Release of a session's report that was not taken back, without its file; None if none is."""
    return next((r for r in unit.releases.of_session(session_id) if r.is_in_force), None)


def _rests_on(unit: UnitOfWork, session_id: SessionId) -> object:
    """What a report is about, to be compared: session, feedback, consent, codings, releases."""
    return (
        unit.sessions.find(session_id),
        unit.feedback.find(session_id),
        unit.consents.of_session(session_id),
        tuple((c.coding_id, c.version, c.state) for c in unit.codings.of_session(session_id)),
        unit.releases.of_session(session_id),
    )


def _differs(data: WorkerReportData, shown: WorkerReportData | None) -> bool:
    """Whether the report holds anything but what was shown; its draft mark aside."""
    return shown is not None and replace(data, status=shown.status) != shown
