"""The numbers of a worker report as values for JSON: those that are printed, unrounded."""

from __future__ import annotations

from practicecoder.reports.data import (
    LikelyRange,
    NoRange,
    OwnCourse,
    RatedDimension,
    ReportedScore,
    WorkerReportData,
)


def worker_numbers(data: WorkerReportData) -> dict[str, object]:
    """Scores, dimensions, own ratings and agreement of one report; null where there is none.

    Times are milliseconds from the start of the recording. No quote and no note is among them.
    """
    source = data.provenance
    return {
        "worker": data.worker,
        "session": source.session_code,
        "status": data.status.value,
        "codebook": {
            "id": source.codebook_id,
            "version": source.codebook_version,
            "draft": source.codebook_is_draft,
        },
        "basis": data.basis.value,
        "n_coders": source.n_coders,
        "ordinal": data.ordinal,
        "scores": [_score(score) for score in data.scores],
        "dimensions": [_dimension(dimension) for dimension in data.dimensions],
        "own_ratings": [
            {"dimension": own.dimension, "own": own.own, "coder": own.coder}
            for own in data.own_ratings
        ],
        "agreement": [
            {
                "dimension": share.dimension,
                "exact": share.exact,
                "within_one": share.within_one,
                "n": share.n,
            }
            for share in data.agreement
        ],
    }


def _score(score: ReportedScore) -> dict[str, object]:
    return {
        "label": score.label,
        "value": score.value,
        "reason": score.not_given or None,
        "decimals": score.decimals,
        "earlier": list(score.earlier),
        "likely_range": _range(score.likely_range),
        "no_range": _no_range(score.no_range),
        "own_course": _course(score.course),
    }


def _dimension(dimension: RatedDimension) -> dict[str, object]:
    return {
        "label": dimension.label,
        "value": dimension.value,
        "reason": dimension.not_rated or None,
        "earlier": list(dimension.earlier),
        "moments_ms": [moment.at_ms for moment in dimension.moments],
        "own_course": _course(dimension.course),
    }


def _range(limits: LikelyRange | None) -> dict[str, object] | None:
    if limits is None:
        return None
    return {
        "low": limits.low,
        "high": limits.high,
        "level": 0.8,
        "sem": limits.sem,
        "change80": limits.change80,
        "n_double_coded": limits.n_double_coded,
    }


def _no_range(missing: NoRange | None) -> dict[str, object] | None:
    if missing is None:
        return None
    return {
        "reason": missing.reason.value,
        "n_double_coded": missing.n_double_coded,
        "n_needed": missing.n_needed,
        "icc": missing.icc,
        "icc_low": missing.icc_low,
        "icc_high": missing.icc_high,
    }


def _course(course: OwnCourse | None) -> dict[str, object] | None:
    if course is None:
        return None
    return {
        "mean": course.mean,
        "ci_low": course.low,
        "ci_high": course.high,
        "ci_level": 0.95,
        "n": course.n,
        "ordinary_low": course.ordinary_low,
        "ordinary_high": course.ordinary_high,
    }
