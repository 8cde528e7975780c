"""Tables of the team report as text, the same for pages, Word and the window's table twin."""

from __future__ import annotations

from practicecoder.reports.chart_rows import number_shown
from practicecoder.reports.reliability.tables import ReportTable, Row
from practicecoder.reports.team.data import Course, Measure, TeamReportData
from practicecoder.reports.team.sentences import TeamSay, tell
from practicecoder.reports.team.words import (
    heading_words,
    interval_shown,
    month_in_words,
    value_shown,
)
from practicecoder.reports.words import day_in_words
from practicecoder.scoring.results import Estimate

_NONE = "–"


def strip_tables(data: TeamReportData) -> tuple[ReportTable, ...]:
    """Table twin of the strip plots: means with intervals, then every dot.

    The dots stand in order of worker and date, never of value. The senior variant has none.
    """
    means = mean_table(data)
    dots = session_table(data)
    return (means, dots) if dots.rows else (means,)


def mean_table(data: TeamReportData) -> ReportTable:
    """Mean of worker means of each measure with its interval and n."""
    return ReportTable(
        title=tell(TeamSay.MEASURES),
        columns=(
            tell(TeamSay.COLUMN_MEASURE),
            tell(TeamSay.COLUMN_MEAN),
            tell(TeamSay.COLUMN_INTERVAL),
            tell(TeamSay.COLUMN_WORKERS),
            heading_words(TeamSay.COLUMN_SESSIONS, data.noun),
        ),
        shares=(180, 90, 90, 70, 70),
        rows=tuple(
            Row(
                (
                    found.measure.label,
                    value_shown(found.measure, found.mean.value)
                    if isinstance(found.mean, Estimate)
                    else found.mean.reason,
                    interval_shown(found.measure, found.mean),
                    str(found.mean.n),
                    str(found.n_sessions),
                )
            )
            for found in data.summaries
        ),
    )


def session_table(data: TeamReportData) -> ReportTable:
    """Every dot of the strip plots: one row a session, one column a measure."""
    places: dict[tuple[str, str, int], dict[int, str]] = {}
    for column, found in enumerate(data.summaries):
        seen: dict[tuple[str, str], int] = {}
        for value in found.values:
            key = (value.worker, "" if value.day is None else value.day.isoformat())
            seen[key] = seen.get(key, 0) + 1
            row = places.setdefault((*key, seen[key]), {})
            row[column] = number_shown(value.value, max(found.measure.decimals, 2))
    days = {v.day.isoformat(): v.day for s in data.summaries for v in s.values if v.day}
    rows = tuple(
        Row(
            (
                worker,
                day_in_words(days[day]) if day else tell(TeamSay.NO_DATE),
                *(places[worker, day, place].get(n, "") for n in range(len(data.summaries))),
            )
        )
        for worker, day, place in sorted(places)
    )
    return ReportTable(
        title=heading_words(TeamSay.COLUMN_SESSIONS, data.noun),
        columns=(
            tell(TeamSay.COLUMN_WORKER),
            tell(TeamSay.COLUMN_DAY),
            *(measure.label for measure in data.measures),
        ),
        shares=(80, 100, *(80 for _ in data.measures)),
        rows=rows,
    )


def group_table(data: TeamReportData) -> ReportTable:
    """Means by office in the senior variant, small ones hidden with their reason."""
    return ReportTable(
        title=tell(TeamSay.GROUPS),
        columns=(
            tell(TeamSay.COLUMN_MEASURE),
            tell(TeamSay.COLUMN_OFFICE),
            heading_words(TeamSay.COLUMN_SESSIONS, data.noun),
            tell(TeamSay.COLUMN_WORKERS),
            tell(TeamSay.COLUMN_MEAN_SESSIONS),
        ),
        shares=(130, 90, 180, 60, 60),
        rows=tuple(
            Row((row.measure.label, row.group, row.hidden, "", ""))
            if row.mean is None
            else Row(
                (
                    row.measure.label,
                    row.group,
                    str(row.n_sessions),
                    str(row.n_workers),
                    value_shown(row.measure, row.mean),
                )
            )
            for row in data.groups
        ),
    )


def course_table(data: TeamReportData) -> ReportTable:
    """Each worker's own course in words, in order of code."""
    return ReportTable(
        title=tell(TeamSay.COURSES),
        columns=(
            tell(TeamSay.COLUMN_WORKER),
            tell(TeamSay.COLUMN_MEASURE),
            tell(TeamSay.COLUMN_COURSE),
            tell(TeamSay.COLUMN_OWN_MEAN),
        ),
        shares=(60, 110, 240, 100),
        rows=tuple(
            Row(
                (
                    one.worker,
                    measure.label,
                    course_in_words(measure, course),
                    _own(measure, course),
                )
            )
            for one in data.courses
            for measure, course in zip(data.measures, one.courses, strict=True)
        ),
    )


def course_in_words(measure: Measure, course: Course) -> str:
    """Values with their days, oldest first."""
    points = (
        tell(
            TeamSay.COURSE_POINT,
            value=value_shown(measure, point.value),
            day=day_in_words(point.day),
        )
        for point in course.points
    )
    return ", ".join(points) or tell(TeamSay.COURSE_NONE)


def evidence_table(data: TeamReportData) -> ReportTable:
    """Shared moments by dimension and what they show."""
    return ReportTable(
        title=tell(TeamSay.BUILDS),
        columns=(
            tell(TeamSay.COLUMN_DIMENSION),
            tell(TeamSay.COLUMN_STRENGTHS),
            tell(TeamSay.COLUMN_TO_BUILD),
            tell(TeamSay.COLUMN_NEITHER),
        ),
        shares=(190, 110, 110, 110),
        rows=tuple(
            Row((row.dimension, row.strengths, row.to_build, row.neither)) for row in data.evidence
        ),
    )


def frequency_table(data: TeamReportData) -> ReportTable | None:
    """Workers by their number of sessions in six months; None where that is not told."""
    if data.frequency is None:
        return None
    return ReportTable(
        title=heading_words(TeamSay.FREQUENCY, data.noun),
        columns=(
            heading_words(TeamSay.COLUMN_SESSIONS, data.noun),
            *(band for band, _ in data.frequency.counts),
        ),
        shares=(90, *(84 for _ in data.frequency.counts)),
        rows=(Row((tell(TeamSay.COLUMN_WORKERS), *(told for _, told in data.frequency.counts))),),
    )


def month_table(data: TeamReportData) -> ReportTable:
    """Points of the run charts."""
    return ReportTable(
        title=tell(TeamSay.OVER_TIME),
        columns=(
            tell(TeamSay.COLUMN_MEASURE),
            tell(TeamSay.COLUMN_MONTH),
            tell(TeamSay.COLUMN_MEAN_SESSIONS if data.is_senior else TeamSay.COLUMN_MEDIAN),
            heading_words(TeamSay.COLUMN_SESSIONS, data.noun),
        ),
        shares=(160, 120, 80, 80),
        rows=tuple(
            Row(
                (
                    found.measure.label,
                    month_in_words(point.month),
                    value_shown(found.measure, point.value),
                    str(point.n),
                )
            )
            for found in data.months
            for point in found.chart.points
        ),
    )


def _own(measure: Measure, course: Course) -> str:
    own = course.own
    if own is None:
        return _NONE
    low, high = max(own.low, measure.limits[0]), min(own.high, measure.limits[1])
    return (
        f"{value_shown(measure, own.value)} ({value_shown(measure, low)} to "
        f"{value_shown(measure, high)})"
    )
