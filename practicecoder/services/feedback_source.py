"""Where the data of worker reports come from, read once and kept while nothing changes."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from practicecoder.domain.feedback import Feedback, Goal
from practicecoder.domain.ids import SessionId
from practicecoder.reports.data import ReportStatus, TalkTurn, WorkerReportData
from practicecoder.services.feedback_course import Spreads, spreads_of, with_own_courses
from practicecoder.services.feedback_data import FeedbackSource, last_goal, worker_report_data
from practicecoder.services.feedback_precision import Precision, conditions_of
from practicecoder.services.feedback_series import (
    SeriesEntry,
    refuse_unless_reportable,
    refused_feedback,
    reportable,
    series_of,
)
from practicecoder.services.feedback_talk import talk_turns
from practicecoder.services.final_sessions import FinalSession, final_sessions
from practicecoder.services.reliability import ReliabilityService
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import certificates_required

if TYPE_CHECKING:
    from practicecoder.storage.unit_of_work import UnitOfWork


class FeedbackSources:
    """Final sessions, their series, feedback and precision, each read when it is first asked for.

    What was read is kept until something is written to the study. A study that is open for reading
    only may be written by somebody else at any time; there nothing is kept.
    """

    def __init__(self, context: StudyContext) -> None:
        self._context = context
        self._turn = threading.RLock()
        self._read_at = -1
        self._sessions: tuple[FinalSession, ...] = ()
        self._entries: tuple[SeriesEntry, ...] = ()
        self._refused: frozenset[SessionId] = frozenset()
        self._source: FeedbackSource | None = None
        self._feedback_differs = False
        self._precision_of: tuple[object, Precision] | None = None
        self._spreads_of: dict[str, Spreads] = {}

    def sessions(self) -> tuple[FinalSession, ...]:
        """Every session of the study with its final values."""
        self._refresh()
        return self._sessions

    def entries(self) -> tuple[SeriesEntry, ...]:
        """Sessions that may be reported, in order of worker."""
        self._refresh()
        return self._entries

    def entry(self, session_id: SessionId) -> SeriesEntry:
        """One session that may be reported.

        Raises
        ------
        NotAllowedError
            If the session may not be reported, with the reason.
        """
        with self._turn:
            self._read_if_stale()
            refuse_unless_reportable(session_id, self._sessions, self._refused)
            return next(e for e in self._entries if e.session.session_id == session_id)

    def report(
        self,
        session_id: SessionId,
        *,
        names: Sequence[str] = (),
        status: ReportStatus = ReportStatus.DRAFT,
        points_by_rule: bool = False,
    ) -> WorkerReportData:
        """Everything that stands in the report of one session, and nothing else.

        ``points_by_rule``: with the proposals in place of what a person chose.

        Raises
        ------
        NotAllowedError
            If the session may not be reported.
        """
        entry = self.entry(session_id)
        source = replace(self._complete_source(), names=tuple(names))
        if points_by_rule and session_id in source.feedback:
            bare = replace(source.feedback[session_id], points=())
            source = replace(source, feedback={**source.feedback, session_id: bare})
        data = worker_report_data(source, entry, series_of(entry, self._entries), status=status)
        return with_own_courses(data, self._spreads(entry.session.session_type))

    def last_goal(self, earlier: Sequence[SeriesEntry]) -> Goal | None:
        """Newest goal that was agreed after one of the sessions."""
        found = last_goal(self._complete_source().feedback, earlier)
        return None if found is None else found[0]

    def feedback_of(self, session_id: SessionId) -> Feedback | None:
        """What was put down about a session."""
        return self._complete_source().feedback.get(session_id)

    @contextmanager
    def writing_feedback(self) -> Iterator[UnitOfWork]:
        """Open a transaction that writes feedback and its history, and nothing else.

        Sessions and codings that were read before stay good, so that a worker's report with a
        dozen moments is not a dozen readings of the whole study.
        """
        store = self._context.store
        before = store.writes
        with store.transaction() as unit:
            yield unit
        with self._turn:
            if self._read_at == before and store.writes == before + 1:
                self._read_at = store.writes
                self._feedback_differs = True

    def _refresh(self) -> None:
        """Read the sessions anew if something was written; one thread at a time."""
        with self._turn:
            self._read_if_stale()

    def _read_if_stale(self) -> None:
        store = self._context.store
        if store.writes == self._read_at and not store.read_only:
            return
        with store.reading() as unit:
            self._refused = refused_feedback(unit.consents.all())
        self._sessions = final_sessions(self._context)
        self._entries = reportable(self._sessions, self._refused)
        self._source = None
        self._spreads_of = {}
        self._read_at = store.writes

    def _complete_source(self) -> FeedbackSource:
        with self._turn:
            self._read_if_stale()
            if self._source is None:
                self._source = self._made_source()
            elif self._feedback_differs:
                self._source = replace(self._source, feedback=self._all_feedback())
            self._feedback_differs = False
            return self._source

    def _made_source(self) -> FeedbackSource:
        record = self._context.record
        with self._context.store.reading() as unit:
            certificates = unit.certificates.all()
            heads = unit.history.printed_heads(
                coding.coding_id for found in self._sessions for coding in found.codings
            )
        needed = certificates_required(record)
        return FeedbackSource(
            study=record,
            codebook=self._context.codebook,
            precision=self._precision(),
            certificates=certificates if certificates or needed else None,
            feedback=self._all_feedback(),
            talk_of=self._talk_of,
            heads=heads,
        )

    def _all_feedback(self) -> Mapping[SessionId, Feedback]:
        with self._context.store.reading() as unit:
            return {each.session_id: each for each in unit.feedback.all()}

    def _spreads(self, session_type: str) -> Spreads:
        """How far sessions of one worker differ, over the study's sessions of a type."""
        if session_type not in self._spreads_of:
            codebook = self._context.codebook
            self._spreads_of[session_type] = spreads_of(codebook, self._entries, session_type)
        return self._spreads_of[session_type]

    def _precision(self) -> Precision:
        """Precision of the scores; it is computed anew only if a coding or a setting differs."""
        rests_on = (
            tuple(sorted(self._context.record.settings.items())),
            tuple((c.coding_id, c.version) for found in self._sessions for c in found.codings),
        )
        if self._precision_of is None or self._precision_of[0] != rests_on:
            self._precision_of = (rests_on, self._measured())
        return self._precision_of[1]

    def _measured(self) -> Precision:
        conditions = conditions_of(self._context.record.settings)
        n_double_coded = sum(1 for found in self._sessions if found.in_reliability)
        enough = n_double_coded >= conditions.min_double_coded
        table = ReliabilityService(self._context).table() if enough else None
        return Precision(self._context.codebook, conditions, n_double_coded, table)

    def _talk_of(self, session_id: SessionId) -> tuple[TalkTurn, ...]:
        with self._context.store.reading() as unit:
            return talk_turns(unit.transcripts.find(session_id))
