"""The numbers of a team report as JSON of the command line: those of the pages, unrounded."""

from __future__ import annotations

from collections.abc import Mapping

from practicecoder.reports.team.data import GroupRow, MonthsOf, Summary, TeamReportData, Told
from practicecoder.scoring.results import statistic_json


def team_json(data: TeamReportData) -> Mapping[str, object]:
    """What the report tells of the team; nothing that its pages do not tell.

    Single workers' courses are left out: they belong to the pages.
    """
    return {
        "variant": data.variant.value,
        "scope": data.scope,
        "n_sessions": data.n_sessions,
        "n_workers": data.n_workers,
        "n_coders": data.n_coders,
        "threshold": data.threshold,
        "measures": [_summary(found) for found in data.summaries],
        "by_office": [_group(row) for row in data.groups],
        "evidence": [
            {
                "dimension": row.dimension,
                "strengths": _told(row.strengths),
                "to_build": _told(row.to_build),
                "neither": _told(row.neither),
            }
            for row in data.evidence
        ],
        "months": [_months(found) for found in data.months],
        "not_told": list(data.not_told),
    }


def _summary(found: Summary) -> dict[str, object]:
    return {
        "measure": found.measure.label,
        "n_sessions": found.n_sessions,
        "mean": statistic_json(found.mean),
        "change": None if found.change is None else statistic_json(found.change),
        "smallest_change": statistic_json(found.smallest_change),
    }


def _group(row: GroupRow) -> dict[str, object]:
    told: dict[str, object] = {"measure": row.measure.label, "office": row.group}
    if row.hidden:
        return {**told, "hidden": row.hidden}
    return {**told, "n_sessions": row.n_sessions, "n_workers": row.n_workers, "mean": row.mean}


def _told(told: Told) -> object:
    """A number, or why it is hidden."""
    return int(told) if told.isdecimal() else {"hidden": told}


def _months(found: MonthsOf) -> dict[str, object]:
    chart = found.chart
    return {
        "measure": found.measure.label,
        "centre": chart.centre,
        "low": chart.low,
        "high": chart.high,
        "points": [
            {"month": point.month.strftime("%Y-%m"), "value": point.value, "n": point.n}
            for point in chart.points
        ],
    }
