"""Agreement on nominal codes and on timed marks as JSON documents and as flat tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practicecoder.scoring.results import statistic_json
from practicecoder.services.result_tables import Table, statistic_cells

if TYPE_CHECKING:
    from practicecoder.codebook.model import Codebook
    from practicecoder.scoring.reliability.nominal import NominalReliability
    from practicecoder.scoring.reliability.time_units import TimeUnitAgreement
    from practicecoder.scoring.reliability.timed import (
        EventAgreement,
        EventReliability,
        PairEvents,
    )

EVENT_KEYS = (
    "unit_agreement",
    "overall_agreement",
    "guetzkow_u",
    "kappa_linked",
    "kappa_with_missed",
)


def nominal_document(codebook: Codebook | None, found: NominalReliability) -> dict[str, object]:
    """Document of ``practicecoder reliability --nominal --json``."""
    statistics = {key: statistic_json(found.statistics[key]) for key in found.statistics}
    statistics["kappa"]["pairs"] = [
        {"coders": list(pair.coders), **statistic_json(pair.kappa)} for pair in found.kappa_pairs
    ]
    n_once = found.n_units - found.n_multiple_coded
    item: dict[str, object] = {
        "id": "code",
        "kind": "code",
        "n_units": found.n_units,
        "n_multiple_coded": found.n_multiple_coded,
        "n_sessions": found.n_sessions,
        "n_dropped": n_once,
        "dropped_because": [f"{n_once} coded by one alone"] if n_once else [],
        "n_coders": len(found.coders),
        "n_ratings": sum(category.n_given for category in found.categories),
        "applicability": None,
        "statistics": statistics,
        "categories": [
            {"code": one.code, "n_given": one.n_given, "kappa": statistic_json(one.kappa)}
            for one in found.categories
        ],
        "pairs": [
            {
                "coders": list(pair.coders),
                "n_units": pair.n_units,
                "table": [list(row) for row in pair.table],
                "kappa_max": pair.kappa_max,
            }
            for pair in found.pairs
        ],
        "notes": [note.note_id for note in found.notes],
        "note_sentences": [note.sentence for note in found.notes],
    }
    return {
        "codebook": _codebook(codebook),
        "design": {
            "n_units": found.n_units,
            "n_multiple_coded": found.n_multiple_coded,
            "n_sessions": found.n_sessions,
            "n_coders": len(found.coders),
            "coders": list(found.coders),
        },
        "level": found.level,
        "seed": found.seed,
        "codes": list(found.codes),
        "items": [item],
    }


def nominal_rows(found: NominalReliability) -> Table:
    """Every statistic over all codes, of pairs of coders, and of every code."""
    heading = [
        *("item", "kind", "coder_a", "coder_b", "statistic"),
        *("value", "ci_low", "ci_high", "n", "method", "reason"),
    ]
    rows = [
        ["code", "code", "", "", key, *statistic_cells(statistic)]
        for key, statistic in found.statistics.items()
    ]
    rows += [
        ["code", "code", *pair.coders, "kappa", *statistic_cells(pair.kappa)]
        for pair in found.kappa_pairs
    ]
    rows += [
        [one.code, "category", "", "", "fleiss_kappa", *statistic_cells(one.kappa)]
        for one in found.categories
    ]
    return heading, rows


def event_document(codebook: Codebook | None, found: EventReliability) -> dict[str, object]:
    """Document of ``practicecoder reliability --events --json``."""
    settings = found.settings
    return {
        "codebook": _codebook(codebook),
        "tolerance_ms": settings.tolerance_ms,
        "least_overlap": settings.least_overlap,
        "level": settings.level,
        "seed": settings.seed,
        "codes": list(found.codes),
        "coders": list(found.coders),
        "n_sessions": found.n_sessions,
        "n_coded_once": found.n_coded_once,
        "mean": {key: statistic_json(statistic) for key, statistic in found.mean.items()},
        "pairs": [_pair_json(pair) for pair in found.pairs],
    }


def event_rows(found: EventReliability) -> Table:
    """Every figure of every pair, over all sessions (``session_id`` blank) and of each."""
    heading = [
        *("coder_a", "coder_b", "session_id", "tolerance_ms", "n_a", "n_b", "linked"),
        *("only_a", "only_b", "mean_lag_ms", "statistic", "code"),
        *("value", "ci_low", "ci_high", "n", "method", "reason"),
    ]
    rows = [
        row
        for pair in found.pairs
        for agreement in (pair.pooled, *pair.sessions)
        for row in _agreement_rows(agreement)
    ]
    rows += [
        [*[""] * 3, str(found.settings.tolerance_ms), *[""] * 6, key, "", *statistic_cells(mean)]
        for key, mean in found.mean.items()
    ]
    return heading, rows


def _codebook(codebook: Codebook | None) -> dict[str, str] | None:
    if codebook is None:
        return None
    return {"id": codebook.codebook_id, "version": codebook.version}


def _pair_json(pair: PairEvents) -> dict[str, object]:
    return {
        **_agreement_json(pair.pooled),
        "time_units": {name: _units_json(found) for name, found in pair.time_units.items()},
        "sessions": [
            {"session_id": one.session_id, **_agreement_json(one)} for one in pair.sessions
        ],
    }


def _agreement_json(found: EventAgreement) -> dict[str, object]:
    return {
        "coders": list(found.coders),
        "n_sessions": found.n_sessions,
        "n_a": found.n_a,
        "n_b": found.n_b,
        "linked": found.linked,
        "only_a": found.only_a,
        "only_b": found.only_b,
        "agree": found.agree,
        **{key: statistic_json(getattr(found, key)) for key in EVENT_KEYS},
        "mean_lag_ms": found.mean_lag_ms,
        "sd_lag_ms": found.sd_lag_ms,
        "tolerance_ms": found.tolerance_ms,
        "by_code": [
            {
                "code": one.code,
                "n_a": one.n_a,
                "n_b": one.n_b,
                "agree": one.agree,
                "agreement": statistic_json(one.agreement),
            }
            for one in found.by_code
        ],
        "table": [list(row) for row in found.table],
        "notes": [note.note_id for note in found.notes],
        "note_sentences": [note.sentence for note in found.notes],
    }


def _units_json(found: TimeUnitAgreement) -> dict[str, object]:
    return {
        "unit_ms": found.unit_ms,
        "within_units": found.within_units,
        "n_sessions": found.n_sessions,
        "n_units": found.n_units,
        "exact": found.exact,
        "kappa": statistic_json(found.kappa),
        "tolerant_kappa": statistic_json(found.tolerant_kappa),
        "codes": list(found.codes),
        "table": [list(row) for row in found.table],
    }


def _agreement_rows(found: EventAgreement) -> list[list[str]]:
    counts = (found.n_a, found.n_b, found.linked, found.only_a, found.only_b)
    start = [
        *found.coders,
        found.session_id or "",
        str(found.tolerance_ms),
        *(str(count) for count in counts),
        "" if found.mean_lag_ms is None else repr(found.mean_lag_ms),
    ]
    figures = [[*start, key, "", *statistic_cells(getattr(found, key))] for key in EVENT_KEYS]
    codes = [
        [*start, "code_agreement", one.code, *statistic_cells(one.agreement)]
        for one in found.by_code
    ]
    return figures + codes
