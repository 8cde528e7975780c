"""From final values and shared evidence to what stands in the report of one worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from practicecoder import __version__
from practicecoder.codebook.model import (
    Better,
    Codebook,
    CodebookStatus,
    Dimension,
    ScoreDefinition,
    ScoreFunction,
)
from practicecoder.domain.certification import Certificate
from practicecoder.domain.coding import Rating, RatingState
from practicecoder.domain.feedback import Feedback, Goal, OwnView, Point
from practicecoder.domain.ids import CodingId, SessionId
from practicecoder.domain.study import StudyRecord
from practicecoder.reports.data import (
    LikelyRange,
    Moment,
    OwnRating,
    Plan,
    Provenance,
    RatedDimension,
    RatingGroup,
    ReportedScore,
    ReportScale,
    ReportStatus,
    SessionNoun,
    Strength,
    TalkTurn,
    Timeline,
    ToBuild,
    WorkerReportData,
)
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.words import level_names, range_in_words, rating_in_words
from practicecoder.scoring.finals import CODERS_DIFFER
from practicecoder.scoring.results import NotEstimable, Score
from practicecoder.scoring.scores import NOT_COUNTED, in_sentence, listed
from practicecoder.services.certified import was_certified
from practicecoder.services.coding_acts import segment_of
from practicecoder.services.feedback_precision import Precision
from practicecoder.services.feedback_proposals import proposed_strengths, proposed_to_build
from practicecoder.services.feedback_series import SeriesEntry
from practicecoder.services.shared_moments import (
    SharedMoment,
    printed_moments,
    shared_moments,
)

NOUNS: Mapping[str, SessionNoun] = {
    "visit": SessionNoun(one="visit", many="visits"),
    "home_visit": SessionNoun(one="visit", many="visits"),
    "office_meeting": SessionNoun(one="meeting", many="meetings"),
    "group": SessionNoun(one="group session", many="group sessions"),
    "case_discussion": SessionNoun(one="discussion", many="discussions"),
}
"""What the worker calls a session of a type; other types are spelt out."""
SCORE_DECIMALS = 1
"""Means of a few whole ratings carry no more than this on paper."""


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
        dimension.dimension_id: _dimension(
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
        groups=_groups(source, dimensions, entry, earlier),
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


def noun_of(session_type: str) -> SessionNoun:
    """What the worker calls a session of this type."""
    plain = session_type.replace("_", " ").strip() or "session"
    return NOUNS.get(plain.replace(" ", "_"), SessionNoun(one=plain, many=f"{plain}s"))


def _timeline(entry: SeriesEntry, talk: tuple[TalkTurn, ...]) -> Timeline | None:
    recording, coded = entry.session.recording, segment_of(entry.session)
    if recording is None or coded is None:
        return None
    return Timeline(duration_ms=recording.duration_ms, coded=coded, talk=talk)


# -- dimensions ----------------------------------------------------------------------------


def scale_of(dimension: Dimension) -> ReportScale:
    """Scale that a dimension is drawn on."""
    scale = dimension.scale
    return ReportScale(
        minimum=scale.minimum,
        maximum=scale.maximum,
        step=scale.step,
        anchor=scale.anchor,
        lower_is_better=scale.better is Better.LOWER,
    )


def _names_of(dimension: Dimension) -> tuple[str, ...]:
    return level_names(scale_of(dimension), [level.name for level in dimension.levels])


def _dimension(
    codebook: Codebook,
    dimension: Dimension,
    entry: SeriesEntry,
    earlier: Sequence[SeriesEntry],
    moments: tuple[Moment, ...],
) -> RatedDimension:
    value = _value(entry, dimension.dimension_id)
    scale = scale_of(dimension)
    return RatedDimension(
        label=dimension.label,
        scale=scale,
        value=value,
        not_rated=""
        if value is not None
        else _why_not_rated(codebook, entry.final.ratings[dimension.dimension_id]),
        words="" if value is None else rating_in_words(value, scale, _names_of(dimension)),
        level_text="" if value is None else _level_text(dimension, value),
        earlier=tuple(_value(before, dimension.dimension_id) for before in earlier),
        moments=moments,
    )


def _value(entry: SeriesEntry, dimension_id: str) -> float | None:
    rating = entry.final.ratings[dimension_id]
    return rating.value if isinstance(rating, Rating) else None


def _why_not_rated(codebook: Codebook, rating: Rating | NotEstimable) -> str:
    if isinstance(rating, NotEstimable):
        return say(Say.CODERS_DIFFER) if rating.code == CODERS_DIFFER else rating.reason
    if rating.state is RatingState.NOT_APPLICABLE and rating.na_reason is not None:
        return codebook.reason(rating.na_reason).label
    return say(Say.NO_RATING)


def _level_text(dimension: Dimension, value: float) -> str:
    below = max(v for v in dimension.scale.values if v <= value)
    above = min(v for v in dimension.scale.values if v >= value)
    if below == above:
        return dimension.level(value).text
    return say(Say.BETWEEN_LEVELS, lower=str(below), upper=str(above))


# -- scores --------------------------------------------------------------------------------


def _groups(
    source: FeedbackSource,
    dimensions: Mapping[str, RatedDimension],
    entry: SeriesEntry,
    earlier: Sequence[SeriesEntry],
) -> tuple[RatingGroup, ...]:
    """Groups of the codebook, each under its score; scores across groups at the end."""
    codebook = source.codebook
    scores = {
        definition.score_id: _score(source, definition, entry, earlier)
        for definition in codebook.scores
    }
    groups: list[RatingGroup] = []
    for group in dict.fromkeys(d.group for d in codebook.dimensions):
        members = [d for d in codebook.dimensions if d.group == group]
        own = _score_of_group(codebook, members)
        heading = codebook.groups.get(group, "")
        groups.append(
            RatingGroup(
                score=None if own is None else scores.pop(own.score_id),
                heading="" if [d.label for d in members] == [heading] else heading,
                dimensions=tuple(dimensions[d.dimension_id] for d in members),
            )
        )
    rest = [RatingGroup(score=score) for score in scores.values() if score is not None]
    return (*groups, *rest)


def _score_of_group(codebook: Codebook, members: Sequence[Dimension]) -> ScoreDefinition | None:
    ids = {d.dimension_id for d in members}
    return next((s for s in codebook.scores if set(s.parts) == ids), None)


def _score(
    source: FeedbackSource,
    definition: ScoreDefinition,
    entry: SeriesEntry,
    earlier: Sequence[SeriesEntry],
) -> ReportedScore | None:
    """Score of the report; None for one that rests on counts nobody made."""
    codebook = source.codebook
    found = entry.final.scores(codebook)[definition.score_id]
    scale = _scale_of_score(codebook, definition)
    decimals = definition.decimals
    if scale is not None:
        decimals = min(decimals, SCORE_DECIMALS)
    if isinstance(found, NotEstimable):
        if found.code == NOT_COUNTED:
            return None
        return ReportedScore(
            label=definition.label,
            scale=scale,
            decimals=decimals,
            not_given=_why_no_score(codebook, definition, entry, found),
            earlier=_earlier(codebook, definition, earlier),
        )
    uncertainty = None
    words = ""
    if scale is not None:
        before = _last_with(codebook, definition, earlier)
        uncertainty = source.precision.of_score(
            definition.score_id,
            found.value,
            scale,
            entry.final,
            None if before is None else before.final,
        )
        if isinstance(uncertainty, LikelyRange):
            names = _names_of(codebook.dimension(definition.parts[0]))
            words = range_in_words(uncertainty.low, uncertainty.high, scale, names)
    return ReportedScore(
        label=definition.label,
        scale=scale,
        value=found.value,
        decimals=decimals,
        uncertainty=uncertainty,
        words=words,
        earlier=_earlier(codebook, definition, earlier),
    )


def _scale_of_score(codebook: Codebook, definition: ScoreDefinition) -> ReportScale | None:
    """Scale that a mean of dimensions lives on; None for sums, ratios and mixed scales."""
    if definition.function is not ScoreFunction.MEAN:
        return None
    if not set(definition.parts) <= set(codebook.dimension_ids):
        return None
    scales = {scale_of(codebook.dimension(part)) for part in definition.parts}
    return scales.pop() if len(scales) == 1 else None


def _why_no_score(
    codebook: Codebook, definition: ScoreDefinition, entry: SeriesEntry, found: NotEstimable
) -> str:
    missing = [
        part
        for part in definition.parts
        if part in codebook.dimension_ids and _value(entry, part) is None
    ]
    labels = [in_sentence(codebook.label(part)) for part in missing]
    if len(missing) == 1:
        reason = _why_not_rated(codebook, entry.final.ratings[missing[0]])
        return say(
            Say.NO_SCORE,
            score=definition.label,
            dimension=labels[0],
            reason=in_sentence(reason),
        )
    if missing:
        return say(Say.NO_SCORE_SEVERAL, score=definition.label, dimensions=listed(labels))
    return say(Say.NO_SCORE_OTHER, score=definition.label, reason=found.reason)


def _earlier(
    codebook: Codebook, definition: ScoreDefinition, earlier: Sequence[SeriesEntry]
) -> tuple[float | None, ...]:
    found = (before.final.scores(codebook)[definition.score_id] for before in earlier)
    return tuple(score.value if isinstance(score, Score) else None for score in found)


def _last_with(
    codebook: Codebook, definition: ScoreDefinition, earlier: Sequence[SeriesEntry]
) -> SeriesEntry | None:
    values = _earlier(codebook, definition, earlier)
    given = [e for e, value in zip(earlier, values, strict=True) if value is not None]
    return given[-1] if given else None
