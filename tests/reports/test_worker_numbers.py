"""The numbers of a report as JSON are those that are printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

from practicecoder.reports.chart_rows import number_shown, rating_shown
from practicecoder.reports.data import WorkerReportData
from practicecoder.reports.worker_numbers import worker_numbers

Case = Callable[[str], WorkerReportData]
CasePdf = Callable[[str], Path]


def read_aloud(pdf: Path) -> str:
    """What the structure of a PDF says in place of pictures and lines."""
    with pikepdf.open(pdf) as opened:
        root: Any = opened.Root
        waiting = list(root.StructTreeRoot.K)
        told: list[str] = []
        while waiting:
            element = waiting.pop(0)
            if isinstance(element, pikepdf.Dictionary) and "/S" in element:
                told += [str(element[key]) for key in ("/Alt", "/ActualText") if key in element]
                waiting = [*element.get("/K", []), *waiting]
    return " ".join(told)


def as_json(data: WorkerReportData) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(worker_numbers(data), allow_nan=False))
    return told


def test_every_case_is_json_without_nan(case_name: str, case: Case) -> None:
    told = as_json(case(case_name))

    assert len(told["dimensions"]) == len(case(case_name).dimensions)
    for item in (*told["dimensions"], *told["scores"]):
        assert (item["value"] is None) is not (item["reason"] is None)


def test_printed_scores_and_ranges_are_those_of_the_json(case: Case, case_pdf: CasePdf) -> None:
    page = read_aloud(case_pdf("third_visit"))
    told = as_json(case("third_visit"))
    ranged = [score for score in told["scores"] if score["likely_range"] is not None]

    assert len(ranged) == 2
    for score in ranged:
        limits, course = score["likely_range"], score["own_course"]
        value, low, high, before, mean, ci_low, ci_high = (
            number_shown(number, score["decimals"])
            for number in (
                score["value"],
                limits["low"],
                limits["high"],
                score["earlier"][-1],
                course["mean"],
                course["ci_low"],
                course["ci_high"],
            )
        )
        label = score["label"]
        assert f"{label} {value}, likely range {low} to {high}; visit before {before}." in page
        assert f"Own mean {mean}, 95% interval {ci_low} to {ci_high}." in page
        assert f"SEM {number_shown(limits['sem'], 2)}, from {limits['n_double_coded']}" in page
        assert f"smaller than {number_shown(limits['change80'], 2)}" in page


def test_printed_ratings_are_those_of_the_json(case: Case, case_pdf: CasePdf) -> None:
    page = read_aloud(case_pdf("third_visit"))

    for dimension in as_json(case("third_visit"))["dimensions"]:
        if dimension["value"] is None:
            assert f"{dimension['label']} not rated" in page
        else:
            assert f"{dimension['label']} {rating_shown(dimension['value'])};" in page


def test_no_words_of_the_family_are_among_the_numbers(case: Case) -> None:
    text = json.dumps(worker_numbers(case("everything")))

    for dimension in case("everything").dimensions:
        for moment in dimension.moments:
            assert not moment.quote or moment.quote not in text
            assert not moment.note or moment.note not in text
    assert case("everything").family_voice not in text
