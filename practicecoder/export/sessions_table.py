"""The analysis table: one row per session, with groups, final ratings and scores."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.codebook.model import (
    AnswerType,
    Codebook,
    Dimension,
    MissingPolicy,
    Question,
    ScoreDefinition,
    ScoreFunction,
)
from practicecoder.domain.coding import AnswerValue, Rating, ScoreBasis
from practicecoder.domain.sessions import Phase, PhaseRule, SessionState
from practicecoder.export.data import ExportedSession, PackageData, in_order
from practicecoder.export.missing import missing_codes
from practicecoder.export.packed import Packed
from practicecoder.export.table import Cell, Column, ColumnType, Measure, Table
from practicecoder.scoring.results import NotEstimable, Score
from practicecoder.scoring.scores import in_sentence, listed

_DATE = Column(
    name="session_date",
    label="Day of the session",
    column_type=ColumnType.DATE,
    measure=Measure.SCALE,
    missing="blank: not recorded",
    derivation="year-month-day",
    source="study",
)
YES_NO = {"0": "no", "1": "yes"}


def sessions_table(data: PackageData) -> Table:
    """One row per session in order of its code; sessions without a coding have blanks."""
    codebook = data.codebook
    questions = exported_questions(codebook)
    counts = codebook.count_ids if data.has_counts else ()
    columns = (
        *_session_columns(codebook, exact_dates=data.exact_dates),
        *(_question_column(question) for question in questions),
        *(dimension_column(codebook, dimension) for dimension in codebook.dimensions),
        *(_dimension_reason(codebook, dimension) for dimension in codebook.dimensions),
        *(count_column(codebook, count_id) for count_id in counts),
        *(_score_column(codebook, score) for score in codebook.scores),
        *(_score_reason(score) for score in codebook.scores),
        *_quality_columns(),
    )
    ordered = in_order(data.sessions, lambda one: (one.session.session_id,))
    return Table(
        name="sessions",
        title="One row per session: the analysis table",
        columns=columns,
        rows=Packed(
            _row(codebook, one, questions, counts, exact_dates=data.exact_dates) for one in ordered
        ),
        key=("session_id",),
        refers={"worker_id": "workers", "office_id": "offices"},
    )


def exported_questions(codebook: Codebook) -> tuple[Question, ...]:
    """Questions whose answers leave the study; free text does not."""
    return tuple(q for q in codebook.questions if q.answer_type is not AnswerType.TEXT)


def _session_columns(codebook: Codebook, *, exact_dates: bool) -> tuple[Column, ...]:
    integer, number, scale = ColumnType.INTEGER, ColumnType.NUMBER, Measure.SCALE
    return (
        Column(name="session_id", label="Session", source="study", needed=True),
        Column(name="worker_id", label="Worker (pseudonym)", source="study"),
        Column(name="office_id", label="Office (pseudonym)", source="study"),
        Column(name="team_id", label="Team", missing="blank: not recorded", source="study"),
        Column(name="session_type", label="Type of session", source="study"),
        Column(name="worker_role", label="Role of the worker", source="study"),
        Column(
            name="phase",
            label="Before or after implementation",
            values={
                Phase.PRE: "before implementation",
                Phase.POST: "after implementation",
                Phase.TRANSITION: "in transition",
            },
            derivation="as stored; see phase_rule",
            codes={Phase.PRE: 0, Phase.POST: 1, Phase.TRANSITION: 2},
            source="study",
        ),
        Column(
            name="phase_rule",
            label="Rule that filled the phase",
            values={
                PhaseRule.AS_ENTERED: "the label of the study's list",
                PhaseRule.VISIT_DATE: "post from the office's implementation date on, else pre",
            },
            source="study",
        ),
        Column(
            name="days_since_implementation",
            label="Days since implementation",
            column_type=integer,
            measure=scale,
            unit="days",
            derivation="date of the session minus the implementation date of its office; "
            "negative before it",
            source="study",
        ),
        *([_DATE] if exact_dates else []),
        Column(
            name="session_state",
            label="State of the session",
            values={
                "coded": "a coding was submitted",
                "not_coded": "no coding was submitted",
                "unusable": "the recording cannot be coded",
                "observed_only": "observed without a recording",
            },
            source="study",
            needed=True,
        ),
        Column(
            name="segment_start_ms",
            label="Start of the coded stretch",
            column_type=integer,
            measure=scale,
            unit="ms",
            source="study",
        ),
        Column(
            name="segment_end_ms",
            label="End of the coded stretch",
            column_type=integer,
            measure=scale,
            unit="ms",
            source="study",
        ),
        Column(
            name="heard_share",
            label="Share of the coded stretch that was played",
            column_type=number,
            measure=scale,
            minimum=0,
            maximum=1,
            derivation="the smallest share of the independent coders",
            source="program",
        ),
        Column(
            name="n_coders",
            label="Coders behind the values of the row",
            column_type=integer,
            measure=scale,
            source="program",
        ),
        Column(
            name="score_basis",
            label="How the values of the row came about",
            values={
                ScoreBasis.SINGLE: "one coder's ratings",
                ScoreBasis.MEAN: "mean of the coders' ratings",
                ScoreBasis.CONSENSUS: "agreed ratings",
            },
            source="program",
        ),
        Column(
            name="in_reliability",
            label="Coded independently by two or more",
            column_type=integer,
            values=YES_NO,
            source="program",
            needed=True,
        ),
        Column(name="codebook_id", label="Codebook", source=codebook.codebook_id, needed=True),
        Column(name="codebook_version", label="Version of the codebook", source="program"),
    )


def _quality_columns() -> tuple[Column, ...]:
    integer = ColumnType.INTEGER
    return (
        Column(
            name="unblinded",
            label="A coder recognised someone",
            column_type=integer,
            values=YES_NO,
            derivation="1 if any independent coder said so",
            source="coder",
        ),
        Column(
            name="certified",
            label="Certificate of the coder in date",
            column_type=integer,
            values=YES_NO,
            missing="blank: the study keeps no certificates",
            derivation="1 if every independent coder held a valid certificate on submitting",
            source="study",
        ),
    )


def _question_column(question: Question) -> Column:
    kinds = {
        AnswerType.BOOL: (ColumnType.INTEGER, Measure.NOMINAL),
        AnswerType.NUMBER: (ColumnType.NUMBER, Measure.SCALE),
    }
    column_type, measure = kinds.get(question.answer_type, (ColumnType.TEXT, Measure.NOMINAL))
    values = dict.fromkeys(question.options, "")
    chosen = ""
    if question.answer_type is AnswerType.BOOL:
        values = YES_NO
    elif question.answer_type is AnswerType.MULTI_CHOICE:
        values, chosen = {}, f"chosen of, separated by semicolons: {'; '.join(question.options)}"
    return Column(
        name=question.question_id,
        label=question.prompt,
        column_type=column_type,
        measure=measure,
        values=values,
        missing="blank: not answered",
        derivation=chosen,
        source="coder",
    )


def dimension_column(codebook: Codebook, dimension: Dimension) -> Column:
    """Column of the final ratings of a dimension."""
    scale = dimension.scale
    words = {
        str(level.value): level.name + (" (anchor)" if level.value == scale.anchor else "")
        for level in dimension.levels
    }
    return Column(
        name=dimension.dimension_id,
        label=dimension.label,
        column_type=ColumnType.NUMBER,
        measure=Measure.ORDINAL,
        minimum=scale.minimum,
        maximum=scale.maximum,
        values={value: word.strip() for value, word in words.items()},
        missing=f"blank: see {dimension.dimension_id}_na; blank there too: not yet rated",
        derivation="final rating; between levels where coders were averaged",
        source="coder",
        missing_codes=missing_codes(codebook),
        reason_column=f"{dimension.dimension_id}_na",
    )


def _dimension_reason(codebook: Codebook, dimension: Dimension) -> Column:
    reasons = {r.reason_id: r.label for r in codebook.reasons_for(dimension.dimension_id)}
    return Column(
        name=f"{dimension.dimension_id}_na",
        label=f"{dimension.label}: why not rated",
        values={**reasons, "coders_differ": "coders differ on whether it applies"},
        source="coder",
    )


def count_column(codebook: Codebook, count_id: str) -> Column:
    """Column of the final count of a behaviour."""
    return Column(
        name=count_id,
        label=codebook.label(count_id),
        column_type=ColumnType.NUMBER,
        measure=Measure.SCALE,
        unit="marks",
        minimum=0,
        missing="blank: not counted",
        derivation="number of marks; mean where coders were averaged",
        source="coder",
    )


def _score_column(codebook: Codebook, score: ScoreDefinition) -> Column:
    bounds = _bounds(codebook, score)
    return Column(
        name=score.score_id,
        label=score.label,
        column_type=ColumnType.NUMBER,
        measure=Measure.SCALE,
        unit="%" if score.function is ScoreFunction.PERCENT else "",
        minimum=bounds[0],
        maximum=bounds[1],
        missing=f"blank: see {score.score_id}_na",
        derivation=derivation(codebook, score),
        source="program",
    )


def _bounds(codebook: Codebook, score: ScoreDefinition) -> tuple[float | None, float | None]:
    if score.function is ScoreFunction.PERCENT:
        return 0, 100
    if score.function is ScoreFunction.MEAN and set(score.of) <= set(codebook.dimension_ids):
        scales = [codebook.dimension(part).scale for part in score.of]
        return min(s.minimum for s in scales), max(s.maximum for s in scales)
    return None, None


def derivation(codebook: Codebook, score: ScoreDefinition) -> str:
    """How a score is computed, in words.

    Examples
    --------
    >>> from practicecoder.codebook import library
    >>> book = library.find("swim7")
    >>> derivation(book, book.score("mi_spirit"))
    'mean of collaboration, autonomy and evocation; only if all are rated'
    """

    def words(parts: Sequence[str]) -> str:
        return listed([in_sentence(codebook.label(part)) for part in parts])

    if score.function in (ScoreFunction.RATIO, ScoreFunction.PERCENT):
        times = "100 times " if score.function is ScoreFunction.PERCENT else ""
        above, below = words(score.numerator), words(score.denominator)
        return f"{times}sum of {above} by sum of {below}; not if the latter is 0"
    rule = {
        MissingPolicy.MIN_K: f"if at least {score.min_k} are rated",
        MissingPolicy.AVAILABLE: "of those that are rated",
    }.get(score.missing, "only if all are rated")
    return f"{score.function} of {words(score.of)}; {rule}"


def _score_reason(score: ScoreDefinition) -> Column:
    return Column(
        name=f"{score.score_id}_na",
        label=f"{score.label}: what it lacks",
        derivation="part that lacks and the reason id, such as part: reason",
        source="program",
    )


def _row(
    codebook: Codebook,
    one: ExportedSession,
    questions: Sequence[Question],
    counts: Sequence[str],
    *,
    exact_dates: bool,
) -> tuple[Cell, ...]:
    session, final, day = one.session, one.final, one.session.session_date
    coded = not isinstance(final, NotEstimable)
    ratings = {} if isinstance(final, NotEstimable) else final.ratings
    found = {} if isinstance(final, NotEstimable) else final.counts or {}
    scores = {} if isinstance(final, NotEstimable) else final.scores(codebook)
    return (
        session.session_id,
        session.worker_id,
        session.office_id,
        None,
        session.session_type or None,
        session.worker_role or None,
        session.phase,
        session.phase_rule if session.phase else None,
        session.days_since_implementation,
        *([None if day is None else day.isoformat()] if exact_dates else []),
        _state(one),
        one.segment.start_ms if one.segment else None,
        one.segment.end_ms if one.segment else None,
        one.heard_share,
        None if isinstance(final, NotEstimable) else final.n_coders,
        None if isinstance(final, NotEstimable) else final.basis,
        int(one.in_reliability),
        codebook.codebook_id,
        one.codebook_version or None,
        *(_answer(one.answers.get(question.question_id)) for question in questions),
        *(_value(ratings.get(d)) for d in codebook.dimension_ids),
        *(_reason(ratings.get(d)) for d in codebook.dimension_ids),
        *(found.get(count_id) for count_id in counts),
        *(_score_value(scores.get(s)) for s in codebook.score_ids),
        *(_lack(scores.get(s)) for s in codebook.score_ids),
        int(one.unblinded) if coded else None,
        int(one.certified) if coded and one.certified is not None else None,
    )


def _state(one: ExportedSession) -> str:
    if one.session.state in (SessionState.UNUSABLE, SessionState.OBSERVED_ONLY):
        return one.session.state
    return "not_coded" if isinstance(one.final, NotEstimable) else "coded"


def _answer(answer: AnswerValue | None) -> Cell:
    if isinstance(answer, bool):
        return int(answer)
    return "; ".join(answer) if isinstance(answer, tuple) else answer


def _value(rating: Rating | NotEstimable | None) -> Cell:
    return rating.value if isinstance(rating, Rating) else None


def _reason(rating: Rating | NotEstimable | None) -> Cell:
    if isinstance(rating, NotEstimable):
        return rating.code or None
    return rating.na_reason if rating else None


def _score_value(score: Score | NotEstimable | None) -> Cell:
    return score.value if isinstance(score, Score) else None


def _lack(score: Score | NotEstimable | None) -> Cell:
    return score.code or None if isinstance(score, NotEstimable) else None
