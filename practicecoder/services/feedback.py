"""Drafts of feedback in five small steps: own view, points, moments, goal, release."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING

from practicecoder.domain.feedback import Feedback, Goal, OwnView, Point, ReadMoment
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, WorkerId, new_id
from practicecoder.errors import NotAllowedError
from practicecoder.reports.data import Moment
from practicecoder.reports.words import day_in_words
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.feedback_rules import (
    OWN_VIEW_FIRST,
    hits_in_words,
    missing_for_release,
    refuse_long,
    refuse_wrong_points,
)
from practicecoder.services.feedback_series import SeriesEntry, series_of
from practicecoder.services.feedback_source import FeedbackSources
from practicecoder.services.feedback_view import (
    Draft,
    DraftMoment,
    OpenedDraft,
    Series,
    SupervisedSession,
    Supervisee,
    draft_moment,
    newest,
    own_dimensions,
    proposed_points,
)
from practicecoder.services.releases import in_force
from practicecoder.services.shared_moments import SharedMoment, as_printed, shared_moments
from practicecoder.services.study_context import StudyContext
from practicecoder.services.supervisee_lists import course_series, supervisees
from practicecoder.services.supervisees import readable_workers, refuse_unless_readable

if TYPE_CHECKING:
    from practicecoder.storage.unit_of_work import UnitOfWork


class FeedbackService:
    """Reads and changes what is put down about sessions for their workers."""

    def __init__(self, context: StudyContext, sources: FeedbackSources) -> None:
        self._context = context
        self._sources = sources

    # Reading

    def supervisees(self, actor: CoderId | None) -> tuple[Supervisee, ...]:
        """Workers that a person may read about, in order of code; sessions newest first.

        Sessions that may not be reported do not appear at all.

        Raises
        ------
        NotAllowedError
            If the person is neither a supervisor nor a lead.
        """
        with self._context.store.reading() as unit:
            readable = readable_workers(unit, actor)
        return supervisees(self._context, self._sources.entries(), readable)

    def series(self, worker_id: WorkerId, actor: CoderId | None) -> tuple[Series, ...]:
        """Every score and dimension of a worker over time, one series for each session type.

        Sessions whose worker has neither rated nor declined have their place, but no value.

        Raises
        ------
        NotAllowedError
            If the person may not read about the worker.
        """
        with self._context.store.reading() as unit:
            refuse_unless_readable(unit, actor, worker_id)
            feedback, releases = unit.feedback.all(), newest(unit.releases.all())
        closed = {f.session_id for f in feedback if f.own_view is not OwnView.OPEN}
        return course_series(
            self._context.codebook, self._sources.entries(), worker_id, closed.union(releases)
        )

    def draft(
        self, session_id: SessionId, actor: CoderId | None, *, names: Sequence[str] = ()
    ) -> Draft:
        """One report on its way; nothing of the ratings until the worker's own view is closed.

        Parameters
        ----------
        session_id
            The lead's code of the session.
        actor
            Who reads.
        names
            Names to look for in quotes, besides what is found without a list; they are not stored.

        Raises
        ------
        NotAllowedError
            If the session may not be reported, or not to this person.
        """
        entry = self._entry(session_id, actor)
        with self._context.store.reading() as unit:
            feedback = unit.feedback.find(session_id)
        session = self._session(session_id, actor)
        put_down = feedback or Feedback(session_id=session_id)
        opened = None
        if put_down.own_view is not OwnView.OPEN:
            opened = self._opened(entry, put_down, names)
        return Draft(
            session=session,
            feedback=put_down,
            own_dimensions=own_dimensions(self._context.codebook),
            opened=opened,
        )

    def preview(
        self, session_id: SessionId, actor: CoderId | None, *, names: Sequence[str] = ()
    ) -> bytes:
        """Return the report as a PDF, marked as a draft on each page.

        Raises
        ------
        NotAllowedError
            If the session may not be reported, or not to this person, or the worker's own view is
            still open.
        """
        from practicecoder.reports.worker import worker_report

        self._entry(session_id, actor)
        with self._context.store.reading() as unit:
            feedback = unit.feedback.find(session_id)
        if feedback is None or feedback.own_view is OwnView.OPEN:
            raise NotAllowedError(OWN_VIEW_FIRST)
        data = self._sources.report(session_id, names=names)
        return worker_report(data, made_on=self._context.now().date()).content

    # The worker's own view

    def rate_own(
        self, session_id: SessionId, ratings: Mapping[str, float], *, actor: CoderId | None
    ) -> StudyChange:
        """Keep the worker's ratings, made before reading; closes that step.

        Raises
        ------
        NotAllowedError
            If the step is closed already, no dimension is rated, or a rating is off the scale.
        """
        codebook = self._context.codebook
        if not ratings:
            raise NotAllowedError(
                "No dimension is rated. Rate one, or say that the worker declined."
            )
        for dimension_id, value in ratings.items():
            if dimension_id not in codebook.dimension_ids:
                raise NotAllowedError(f"The codebook has no dimension {dimension_id}.")
            dimension = codebook.dimension(dimension_id)
            if value not in dimension.scale.values:
                raise NotAllowedError(f"{value:g} is not a level of {dimension.label}.")
        return self._close_own_view(session_id, OwnView.RATED, ratings, actor)

    def decline_own(self, session_id: SessionId, *, actor: CoderId | None) -> StudyChange:
        """Say that the worker did not want to rate; closes that step.

        Raises
        ------
        NotAllowedError
            If the step is closed already.
        """
        return self._close_own_view(session_id, OwnView.DECLINED, {}, actor)

    # The other steps

    def choose_points(
        self, session_id: SessionId, points: Sequence[Point], *, actor: CoderId | None
    ) -> StudyChange:
        """Keep the strengths and the things to build that a person chose and worded.

        Raises
        ------
        NotAllowedError
            If there are too many, one is too long, or one names what there is not.
        """
        entry = self._entry(session_id, actor)
        shared = frozenset(m.evidence_id for m in shared_moments(entry.source.codings))
        refuse_wrong_points(self._context.codebook, points, shared)
        return self._change(
            session_id, "points", lambda f: replace(f, points=tuple(points)), actor
        )

    def read_moment(
        self,
        session_id: SessionId,
        moment: ReadMoment,
        *,
        actor: CoderId | None,
        names: Sequence[str] = (),
    ) -> StudyChange:
        """Keep what a person decided about the words of one shared moment.

        Raises
        ------
        NotAllowedError
            If the moment is not shared, is to be printed without any words, or its words may
            identify somebody.
        """
        entry = self._entry(session_id, actor)
        shared = {m.evidence_id: m for m in shared_moments(entry.source.codings)}
        if moment.evidence_id not in shared:
            raise NotAllowedError("This moment is not shared with the worker any more.")
        if moment.printed:
            found = replace(shared[moment.evidence_id], quote=moment.quote, note=moment.note).hits(
                names
            )
            if not f"{moment.quote}{moment.note}".strip():
                raise NotAllowedError(
                    "A moment without any words is not printed. Give it words, or leave it out."
                )
            if found:
                raise NotAllowedError(
                    f"These words may identify somebody: there is {hits_in_words(found)} in them. "
                    "Put a word such as [mother], [child A] or [school] in its place, or leave "
                    "the moment out."
                )
            refuse_long(moment.quote + moment.note, "The moment")
        return self._change(
            session_id,
            f"moment {moment.evidence_id}",
            lambda f: replace(f, moments={**f.moments, moment.evidence_id: moment}),
            actor,
        )

    def agree_goal(
        self,
        session_id: SessionId,
        goal: Goal,
        *,
        last_goal_outcome: str = "",
        actor: CoderId | None,
    ) -> StudyChange:
        """Keep what was agreed for the next time, and what became of the last goal.

        Raises
        ------
        NotAllowedError
            If a text is too long for the page.
        """
        for text, where in (
            (goal.goal, "The goal"),
            (goal.with_whom, "With which family"),
            (goal.help_needed, "The help needed"),
            (goal.how_we_know, "How it will be known"),
            (last_goal_outcome, "What became of the last goal"),
        ):
            refuse_long(text, where)
        return self._change(
            session_id,
            "goal",
            lambda f: replace(f, goal=goal, last_goal_outcome=last_goal_outcome),
            actor,
        )

    def keep_family_voice(
        self, session_id: SessionId, text: str, *, actor: CoderId | None
    ) -> StudyChange:
        """Keep what the family said about the session, with words such as [mother] for names.

        Raises
        ------
        NotAllowedError
            If the text is too long for the page.
        """
        refuse_long(text, "The family's voice")
        return self._change(
            session_id, "family_voice", lambda f: replace(f, family_voice=text.strip()), actor
        )

    def keep_response(
        self, session_id: SessionId, text: str, *, on: date | None = None, actor: CoderId | None
    ) -> StudyChange:
        """Keep the worker's response, before or after the release.

        A release does not hold what was written down later; it can be released again.

        Raises
        ------
        NotAllowedError
            If the text is too long for the page.
        """
        refuse_long(text, "The worker's response")
        day = on or self._context.now().date()
        words = text.strip()
        return self._change(
            session_id,
            "response",
            lambda f: replace(f, response=words, response_on=day if words else None),
            actor,
            after_release=True,
        )

    # Inside

    def _entry(self, session_id: SessionId, actor: CoderId | None) -> SeriesEntry:
        """Session that may be reported, and to this person."""
        entry = self._sources.entry(session_id)
        with self._context.store.reading() as unit:
            refuse_unless_readable(unit, actor, entry.session.worker_id)
        return entry

    def _session(self, session_id: SessionId, actor: CoderId | None) -> SupervisedSession:
        return next(
            session
            for supervisee in self.supervisees(actor)
            for session in supervisee.sessions
            if session.session_id == session_id
        )

    def _opened(self, entry: SeriesEntry, feedback: Feedback, names: Sequence[str]) -> OpenedDraft:
        codebook, session_id = self._context.codebook, entry.session.session_id
        shared = shared_moments(entry.source.codings)
        report = self._sources.report(session_id, names=names)
        by_rule = self._sources.report(session_id, names=names, points_by_rule=True)
        series = series_of(entry, self._sources.entries()) or ()
        with self._context.store.reading() as unit:
            codes = [coder.coder_id for coder in unit.people.coders()]
        return OpenedDraft(
            report=report,
            proposals=proposed_points(codebook, by_rule, shared),
            moments=tuple(self._moment(moment, feedback, names) for moment in shared),
            last_goal=self._sources.last_goal(series[:-1]),
            missing=missing_for_release(feedback, [m.evidence_id for m in shared], names, codes),
        )

    def _moment(
        self, moment: SharedMoment, feedback: Feedback, names: Sequence[str]
    ) -> DraftMoment:
        suggested = as_printed(moment, None, names)
        return draft_moment(
            self._context.codebook,
            moment,
            suggested or Moment(at_ms=moment.span.start_ms),
            feedback.moments.get(moment.evidence_id),
            names,
        )

    def _close_own_view(
        self,
        session_id: SessionId,
        how: OwnView,
        ratings: Mapping[str, float],
        actor: CoderId | None,
    ) -> StudyChange:
        def closed(feedback: Feedback) -> Feedback:
            if feedback.own_view is not OwnView.OPEN:
                raise NotAllowedError(
                    "The worker's own view was closed before the ratings were shown, and stays as "
                    "it is."
                )
            return replace(
                feedback,
                own_view=how,
                own_ratings=dict(ratings),
                own_view_at=self._context.now(),
            )

        return self._change(session_id, "own_view", closed, actor)

    def _change(
        self,
        session_id: SessionId,
        item: str,
        alter: Callable[[Feedback], Feedback],
        actor: CoderId | None,
        *,
        after_release: bool = False,
    ) -> StudyChange:
        """Alter the feedback of a session in one transaction, with the values before and after."""
        entry = self._entry(session_id, actor)
        with self._sources.writing_feedback() as unit:
            refuse_unless_readable(unit, actor, entry.session.worker_id)
            before = unit.feedback.find(session_id) or Feedback(session_id=session_id, version=0)
            if not after_release:
                _refuse_released(unit, session_id)
            after = alter(before)
            if after == before:
                return StudyChange(kinds=frozenset())
            after = replace(after, version=before.version + 1)
            unit.feedback.put(after)
            old, new = _difference(before, after)
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=actor,
                    kind=HistoryKind.FEEDBACK_CHANGED,
                    item=item,
                    old=old,
                    new=new,
                    session_id=session_id,
                )
            )
        return StudyChange(
            kinds=frozenset({ChangeKind.FEEDBACK}), session_ids=frozenset({session_id})
        )


def _refuse_released(unit: UnitOfWork, session_id: SessionId) -> None:
    release = in_force(unit, session_id)
    if release is not None:
        raise NotAllowedError(
            f"This report was released on {day_in_words(release.released_at.date())}. Take "
            "the release back with a reason to change it; the worker's response can still be "
            "written down."
        )


def _difference(before: Feedback, after: Feedback) -> tuple[str, str]:
    """Fields that differ, as JSON texts of the values before and after."""
    old, new = asdict(before), asdict(after)
    keys = [key for key in new if key != "version" and old[key] != new[key]]
    return (
        json.dumps({key: old[key] for key in keys}, default=str, sort_keys=True),
        json.dumps({key: new[key] for key in keys}, default=str, sort_keys=True),
    )
