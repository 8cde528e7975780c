"""From final values and shared evidence to what stands in the report of one worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from practicecoder import __version__
from practicecoder.codebook.model import Codebook, CodebookStatus
from practicecoder.domain.certification import Certificate
from practicecoder.domain.feedback import Feedback, Goal, OwnView, Point
from practicecoder.domain.ids import CodingId, SessionId
from practicecoder.domain.study import StudyRecord
from practicecoder.reports.data import (
    Moment,
    OwnRating,
    Plan,
    Provenance,
    RatedDimension,
    ReportStatus,
    Strength,
    TalkTurn,
    Timeline,
    ToBuild,
    WorkerReportData,
)
from practicecoder.services.certified import was_certified
from practicecoder.services.coding_acts import segment_of
from practicecoder.services.feedback_precision import Precision
from practicecoder.services.feedback_proposals import proposed_strengths, proposed_to_build
from practicecoder.services.feedback_ratings import rated_dimension
from practicecoder.services.feedback_scores import rating_groups
from practicecoder.services.feedback_series import SeriesEntry
from practicecoder.services.session_nouns import noun_of
from practicecoder.services.shared_moments import SharedMoment, printed_moments, shared_moments


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackSource:
    """Everything a report is built from.

    ``names`` are those to keep out of quotes. ``certificates`` is None for a study that does not
    certify its coders. ``feedback`` is what people put down, by session. ``talk_of`` gives who
    was talking when in a session; nothing where that is not known. ``heads`` are the printed heads
    of the history of codings.
    """

    study: StudyRecord
    codebook: Codebook
    precision: Precision
    names: tuple[str, ...] = ()
    certificates: tuple[Certificate, ...] | None = None
    feedback: Mapping[SessionId, Feedback] = field(default_factory=dict)
    talk_of: Callable[[SessionId], tuple[TalkTurn, ...]] = lambda _session_id: ()
    heads: Mapping[CodingId, str] = field(default_factory=dict)


def worker_report_data(
    source: FeedbackSource,
    entry: SeriesEntry,
    series: Sequence[SeriesEntry] | None,
    *,
    status: ReportStatus = ReportStatus.DRAFT,
) -> WorkerReportData:
    """Data of one report; ``series`` ends with ``entry``, or is None if its order is not known.

    In a released report every quote and note was read and let through by a person.
    """
    earlier = () if series is None else tuple(series[:-1])
    session, settings = entry.session, source.study.settings
    feedback = source.feedback.get(session.session_id, Feedback(session_id=session.session_id))
    shared = shared_moments(entry.source.codings)
    printed = printed_moments(
        shared,
        feedback.moments,
        source.names,
        ticked_only=status is ReportStatus.RELEASED,
    )
    dimensions = {
        dimension.dimension_id: rated_dimension(
            source.codebook,
            dimension,
            entry,
            earlier,
            _moments_of(dimension.dimension_id, shared, printed),
        )
        for dimension in source.codebook.dimensions
    }
    strengths, to_build = _points(feedback, dimensions, printed)
    return WorkerReportData(
        worker=session.worker_id or "",
        session_date=session.session_date,
        noun=noun_of(session.session_type),
        ordinal=None if series is None else len(series),
        basis=entry.final.basis,
        groups=rating_groups(source.codebook, source.precision, dimensions, entry, earlier),
        strengths=strengths,
        to_build=to_build,
        proposed=not feedback.points,
        timeline=_timeline(entry, source.talk_of(session.session_id)),
        agreement=source.precision.agreement(),
        own_ratings=_own_ratings(feedback, dimensions),
        family_voice=feedback.family_voice,
        plan=_plan(feedback, last_goal(source.feedback, earlier)),
        response=feedback.response,
        response_on=feedback.response_on,
        own_declined=feedback.own_view is OwnView.DECLINED,
        status=status,
        made_up=source.study.made_up or session.made_up,
        training=_is_training(entry, source.certificates),
        provenance=Provenance(
            study=source.study.title,
            session_code=session.blind_code,
            codebook_id=source.codebook.codebook_id,
            codebook_version=source.codebook.version,
            codebook_is_draft=source.codebook.status is CodebookStatus.DRAFT,
            n_coders=entry.final.n_coders,
            app_version=__version__,
            marking=settings.get("marking", ""),
            heads=_heads(source, entry),
        ),
    )


def _heads(source: FeedbackSource, entry: SeriesEntry) -> tuple[str, ...]:
    """Heads of the codings that the scores come from; they are locked, so that they stay."""
    heads = source.heads
    return tuple(heads[c.coding_id] for c in entry.source.codings if c.coding_id in heads)


def last_goal(
    feedback: Mapping[SessionId, Feedback], earlier: Sequence[SeriesEntry]
) -> tuple[Goal, date | None] | None:
    """Newest goal agreed after an earlier session of the series and that session's day, if any."""
    for before in reversed(earlier):
        found = feedback.get(before.session.session_id)
        if found is not None and found.goal.goal:
            return found.goal, before.session.session_date
    return None


def _moments_of(
    dimension_id: str, shared: Sequence[SharedMoment], printed: Mapping[str, Moment]
) -> tuple[Moment, ...]:
    return tuple(
        printed[moment.evidence_id]
        for moment in shared
        if dimension_id in moment.dimension_ids and moment.evidence_id in printed
    )


def _points(
    feedback: Feedback,
    dimensions: Mapping[str, RatedDimension],
    printed: Mapping[str, Moment],
) -> tuple[tuple[Strength, ...], tuple[ToBuild, ...]]:
    """What a person chose and worded; where nobody has, what the rule proposes."""
    if not feedback.points:
        rated = tuple(dimensions.values())
        return proposed_strengths(rated), proposed_to_build(rated)
    strengths = tuple(
        Strength(
            behaviour=point.wording,
            moments=_told(point, printed),
            dimension=dimensions[point.dimension_id].label if point.dimension_id else "",
            rating=dimensions[point.dimension_id].value if point.dimension_id else None,
        )
        for point in feedback.strengths
    )
    to_build = tuple(
        ToBuild(
            behaviour=point.wording,
            moments=_told(point, printed),
            dimension=dimensions[point.dimension_id].label if point.dimension_id else "",
            try_this=point.try_this,
        )
        for point in feedback.to_build
    )
    return strengths, to_build


def _told(point: Point, printed: Mapping[str, Moment]) -> tuple[Moment, ...]:
    """Return the moments of a point; a note that became its wording is not told twice."""
    told = (printed[each] for each in point.evidence_ids if each in printed)
    return tuple(
        replace(moment, note="") if _same_words(moment.note, point.wording) else moment
        for moment in told
    )


def _same_words(one: str, other: str) -> bool:
    return one.casefold().strip(" .") == other.casefold().strip(" .")


def _own_ratings(
    feedback: Feedback, dimensions: Mapping[str, RatedDimension]
) -> tuple[OwnRating, ...]:
    return tuple(
        OwnRating(dimension=dimension.label, own=own, coder=dimension.value)
        for dimension_id, dimension in dimensions.items()
        if (own := feedback.own_ratings.get(dimension_id)) is not None
    )


def _plan(feedback: Feedback, before: tuple[Goal, date | None] | None) -> Plan:
    goal = feedback.goal
    last, last_on = (None, None) if before is None else before
    return Plan(
        last_goal="" if last is None else last.goal,
        last_goal_on=last_on,
        last_goal_outcome=feedback.last_goal_outcome,
        goal=goal.goal,
        with_whom=goal.with_whom,
        help_needed=goal.help_needed,
        how_we_know=goal.how_we_know,
        review_on=goal.review_on,
    )


def _is_training(entry: SeriesEntry, certificates: tuple[Certificate, ...] | None) -> bool:
    """Whether a coder of the session held no certificate on the day of submission."""
    return certificates is not None and not all(
        was_certified(coding, certificates)
        for coding in entry.source.codings
        if coding.role.is_independent
    )


def _timeline(entry: SeriesEntry, talk: tuple[TalkTurn, ...]) -> Timeline | None:
    recording, coded = entry.session.recording, segment_of(entry.session)
    if recording is None or coded is None:
        return None
    return Timeline(duration_ms=recording.duration_ms, coded=coded, talk=talk)
