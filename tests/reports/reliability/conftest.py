"""Made-up ratings in every situation that agreement knows, and readers of the PDFs of them."""

from __future__ import annotations

import csv
import random
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ItemRating, Rating
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.reports.reliability.data import (
    Conduct,
    ReferenceDrift,
    ReliabilityReportData,
)
from practicecoder.reports.reliability.report import write_reliability_report
from practicecoder.scoring.reliability.drift import CalibrationRating, DriftReport, drift
from practicecoder.scoring.reliability.event_alignment import EventStream, TimedMark
from practicecoder.scoring.reliability.table import reliability_table
from practicecoder.scoring.reliability.timed import EventReliability, event_reliability

GOLDEN = Path(__file__).parents[2] / "golden" / "fsh_reliability_long.csv"
MADE_ON = date(2026, 11, 20)
NOT_HEARD = "no_behaviour_change"
SWIM7 = library.find("swim7")

Levels = Sequence[Sequence[int | None]]
"""One row a session, one column a coder; None where the coder did not code the session."""


def data_of(
    ratings: Sequence[ItemRating], codebook: Codebook = SWIM7, **changes: Any
) -> ReliabilityReportData:
    """Report on some ratings."""
    coders: dict[str, set[str]] = {}
    for rating in ratings:
        coders.setdefault(rating.session_id, set()).add(rating.coder_id)
    told: dict[str, Any] = {
        "study": "Made-up study",
        "codebook_title": codebook.title,
        "table": reliability_table(codebook, ratings),
        "n_codings": sum(len(own) for own in coders.values() if len(own) > 1),
        "made_on": MADE_ON,
        "program": "practicecoder 0.0.0",
        "command": "practicecoder report reliability study --out reliability.pdf",
        "versions": (("practicecoder", "0.0.0"), ("Python", "3")),
        "made_up": True,
    }
    return ReliabilityReportData(**{**told, **changes})


def rated(levels: Levels, codebook: Codebook = SWIM7) -> list[ItemRating]:
    """Every dimension gets the same levels."""
    return [
        one(session, coder, item, Rating.rated(level))
        for item in codebook.dimension_ids
        for session, row in enumerate(levels)
        for coder, level in enumerate(row)
        if level is not None
    ]


def one(session: int, coder: int, item: str, rating: Rating) -> ItemRating:
    return ItemRating(
        session_id=SessionId(f"S{session + 1:03d}"),
        coder_id=CoderId(f"K{coder + 1}"),
        item=item,
        rating=rating,
    )


def by_chance(codebook: Codebook, n: int, k: int, seed: int = 1) -> list[ItemRating]:
    """Sessions with a level of their own, coders who differ from it by a step now and then."""
    chance = random.Random(seed)
    found = []
    for item in codebook.dimension_ids:
        values = codebook.dimension(item).scale.values
        for session in range(n):
            place = chance.randrange(len(values))
            for coder in range(k):
                moved = place + chance.choice((-1, 0, 0, 0, 1))
                level = values[min(max(moved, 0), len(values) - 1)]
                found.append(one(session, coder, item, Rating.rated(level)))
    return found


def golden_ratings() -> list[ItemRating]:
    """The made-up set: 28 sessions, three coders."""
    found = []
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["value"]:
                rating = Rating.rated(float(row["value"]))
            elif row["na_reason"]:
                rating = Rating.not_applicable(row["na_reason"])
            else:
                continue
            found.append(
                ItemRating(
                    session_id=SessionId(row["session_id"]),
                    coder_id=CoderId(row["coder_id"]),
                    item=row["item"],
                    rating=rating,
                )
            )
    return found


def usual() -> ReliabilityReportData:
    return data_of(golden_ratings())


def few_sessions() -> ReliabilityReportData:
    return data_of(rated([[1, 2], [3, 3], [4, 5]]))


def perfect_agreement() -> ReliabilityReportData:
    return data_of(rated([[level, level, level] for level in (1, 2, 3, 4, 5, 3, 2, 4) * 2]))


def no_variance() -> ReliabilityReportData:
    return data_of(rated([[3, 3]] * 12))


def one_coder() -> ReliabilityReportData:
    return data_of(rated([[level] for level in (1, 2, 3, 4)]))


def one_double_session() -> ReliabilityReportData:
    return data_of(rated([[2, 4], [3, None], [4, None]]))


def differ_on_applicability() -> ReliabilityReportData:
    """Two coders: what one rates as evocation is not applicable for the other."""
    ratings = [r for r in by_chance(SWIM7, 12, 2) if r.item != "evocation"]
    for session in range(12):
        gives = session % 2
        ratings.append(one(session, gives, "evocation", Rating.rated(3)))
        ratings.append(one(session, 1 - gives, "evocation", Rating.not_applicable(NOT_HEARD)))
    return data_of(ratings)


def below_chance() -> ReliabilityReportData:
    return data_of(rated([[1, 4], [4, 2], [3, 3], [5, 2]] * 4))


def unconnected_coders() -> ReliabilityReportData:
    pairs: Levels = [[1, 2, None, None], [3, 3, None, None], [5, 4, None, None]]
    others: Levels = [[None, None, 2, 2], [None, None, 3, 5], [None, None, 4, 4]]
    return data_of(rated([*pairs, *others] * 3))


def seven_coders() -> ReliabilityReportData:
    return data_of(by_chance(SWIM7, 16, 7))


def ten_items_zero_to_ten() -> ReliabilityReportData:
    found = library.find("distance-travelled")
    dimensions = tuple(
        replace(
            dimension,
            label=f"{dimension.label} and how far it reached in this conversation",
            scale=replace(dimension.scale, minimum=0, maximum=10, anchor=None),
        )
        for dimension in found.dimensions[:10]
    )
    book = replace(found, dimensions=dimensions, scores=())
    return data_of(by_chance(book, 20, 3), book)


def many_items() -> ReliabilityReportData:
    book = library.find("distance-travelled")
    return data_of(by_chance(book, 15, 2), book)


def everything_on_record() -> ReliabilityReportData:
    return data_of(
        golden_ratings(),
        conduct=Conduct(
            draw="28 of 133 sessions were drawn at random (seed 7).",
            blinding="Coders coded independently.",
            training="All 3 coders held a certificate.",
        ),
        drift=tuple(ReferenceDrift(label=label, report=a_drift()) for label in ("One", "Two")),
        recalibrated_on=(date(2026, 5, 4),),
        events=timed_codes(),
        code_labels={"open": "Open question", "closed": "Closed question"},
        scope="84 of 90 submitted codings.",
    )


def timed_codes() -> EventReliability:
    """Marks of three coders in twelve sessions; the third now and then gives the other code."""
    chance = random.Random(3)
    streams = []
    for session in range(12):
        times = [4_000 * (mark + 1) + chance.randint(0, 900) for mark in range(9)]
        codes = [chance.choice(("open", "closed")) for _ in times]
        for place, coder in enumerate(("K1", "K2", "K3")):
            marks = [
                TimedMark(
                    at_ms=at_ms + 200 * place,
                    code="open" if place == 2 and chance.random() < 0.3 else code,
                )
                for at_ms, code in zip(times, codes, strict=True)
                if chance.random() > 0.1
            ]
            streams.append(
                EventStream(session_id=f"S{session}", coder_id=coder, marks=tuple(marks))
            )
    return event_reliability(streams, ("open", "closed", "affirm"))


def a_drift() -> DriftReport:
    ratings = [
        CalibrationRating(
            coder_id=coder,
            session_id=f"T{week}",
            coded_on=date(2026, 1, 5) + timedelta(weeks=week),
            value=float(min(5, 2 + (week + place) % 3)),
            reference=3.0,
        )
        for place, coder in enumerate(("K1", "K2"))
        for week in range(12 if coder == "K1" else 4)
    ]
    found = drift(ratings, (1.0, 2.0, 3.0, 4.0, 5.0))
    assert isinstance(found, DriftReport)
    return found


SITUATIONS: dict[str, Callable[[], ReliabilityReportData]] = {
    made.__name__: made
    for made in (
        *(usual, few_sessions, perfect_agreement, no_variance, one_coder, one_double_session),
        *(differ_on_applicability, below_chance, unconnected_coders, seven_coders),
        *(ten_items_zero_to_ten, many_items, everything_on_record),
    )
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for ``situation`` in every one."""
    if "situation" in metafunc.fixturenames:
        metafunc.parametrize("situation", list(SITUATIONS))


DataOf = Callable[[str], ReliabilityReportData]
PdfOf = Callable[[str], Path]


@pytest.fixture(scope="session")
def situations() -> dict[str, ReliabilityReportData]:
    return {}


@pytest.fixture
def data_in(situations: dict[str, ReliabilityReportData]) -> DataOf:
    """Data of a situation, computed once."""

    def data(name: str) -> ReliabilityReportData:
        if name not in situations:
            situations[name] = SITUATIONS[name]()
        return situations[name]

    return data


@pytest.fixture(scope="session")
def situation_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reliability")


@pytest.fixture
def pdf_in(situation_folder: Path, data_in: DataOf) -> PdfOf:
    """The PDF of a situation, written once."""

    def pdf(name: str) -> Path:
        target = situation_folder / f"{name}.pdf"
        if not target.exists():
            write_reliability_report(data_in(name), target)
        return target

    return pdf


@pytest.fixture
def raw_text() -> Callable[[Path], str]:
    """Words in the order they are drawn, white space evened out."""
    return _text_of


@pytest.fixture
def elements() -> Callable[[pikepdf.Pdf], list[pikepdf.Dictionary]]:
    """Elements of the structure in reading order."""
    return lambda pdf: list(_elements_of(pdf))


def _text_of(pdf: Path) -> str:
    told = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
    )
    return " ".join(told.stdout.split())


def _elements_of(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    root: Any = pdf.Root
    waiting = list(root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield element
            waiting = [*element.get("/K", []), *waiting]
