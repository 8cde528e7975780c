"""Made-up teams of any size and length, and their pages."""

from __future__ import annotations

import random
import subprocess
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from practicecoder.reports.data import ReportScale, ReportStatus, SessionNoun
from practicecoder.reports.team.data import (
    Course,
    CoursePoint,
    EvidenceCounts,
    Frequency,
    Goals,
    GoLive,
    GroupRow,
    Measure,
    MonthsOf,
    SessionValue,
    Summary,
    TeamProvenance,
    TeamReportData,
    TeamVariant,
    WorkerCourses,
)
from practicecoder.reports.team.report import write_team_report
from practicecoder.scoring.results import Estimate, NoInterval, NotEstimable, Statistic
from practicecoder.scoring.run_chart import monthly_medians, run_chart
from practicecoder.scoring.worker_means import change_of_workers, mean_of_workers, own_means

MADE_ON = date(2026, 11, 20)
LABELS = ("Care and engagement", "Good authority", "MI spirit")
SCALE = ReportScale(minimum=1, maximum=5, anchor=3)


def a_team(
    n_workers: int = 9, n_months: int = 6, *, labels: tuple[str, ...] = LABELS, seed: int = 4
) -> TeamReportData:
    """A supervisor's report; workers have two to four visits, spread over the months."""
    chance = random.Random(seed)
    first = date(2026, 10, 1) - timedelta(days=30 * (n_months - 1))
    visits = [
        (f"W-{worker:03d}", first + timedelta(days=chance.randrange(30 * n_months)))
        for worker in range(1, n_workers + 1)
        for _ in range(chance.randint(2, 4))
    ]
    visits.sort()
    items = [_summary(label, visits, chance) for label in labels]
    return TeamReportData(
        variant=TeamVariant.TEAM,
        provenance=TeamProvenance(
            study="Made-up study",
            codebook_id="swim7",
            codebook_version="1.0",
            codebook_is_draft=True,
            app_version="0.1.0",
        ),
        scope="The workers of one supervisor",
        made_on=MADE_ON,
        n_sessions=len(visits),
        n_workers=n_workers,
        n_coders=3,
        summaries=tuple(items),
        first_day=min(day for _, day in visits),
        last_day=max(day for _, day in visits),
        courses=_courses(items),
        evidence=tuple(
            EvidenceCounts(
                dimension=label,
                strengths=str(chance.randint(2, 9)),
                to_build=str(chance.randint(1, 7)),
                neither=str(chance.randint(0, 3)),
            )
            for label in ("Collaboration", "Autonomy", "Empathy", "Evocation", "Purposefulness")
        ),
        quotes=(
            "What would you like to be different by the summer?",
            "You kept going although nobody helped you with it.",
            "Shall we look at the letter together before I go?",
        ),
        goals=Goals(released="12", agreed="10", due="7", reviewed="5"),
        frequency=Frequency(
            until=max(day for _, day in visits),
            counts=(("0", "1"), ("1", "2"), ("2", "3"), ("3", "2"), ("4 or more", "1")),
        ),
        months=tuple(_months(item) for item in items),
        go_live=(GoLive(day=first + timedelta(days=15 * n_months)),),
        made_up=True,
    )


def a_senior(threshold: int = 5) -> TeamReportData:
    """A senior report over three offices, one of which is hidden with another."""
    team = a_team(30, 14)
    few, subtraction = (
        f"hidden: fewer than {threshold} workers",
        "hidden: could be found by subtraction",
    )
    from dataclasses import replace

    return replace(
        team,
        variant=TeamVariant.SENIOR,
        threshold=threshold,
        scope="All workers",
        summaries=tuple(replace(s, values=()) for s in team.summaries),
        courses=(),
        quotes=(),
        groups=tuple(
            row
            for measure in team.measures
            for row in (
                GroupRow(measure=measure, group="East", hidden=few),
                GroupRow(measure=measure, group="North", n_sessions=41, n_workers=14, mean=2.4),
                GroupRow(measure=measure, group="South", hidden=subtraction),
                GroupRow(measure=measure, group="West", n_sessions=24, n_workers=9, mean=2.9),
                GroupRow(measure=measure, group="All", n_sessions=94, n_workers=30, mean=2.6),
            )
        ),
        evidence=(
            EvidenceCounts(dimension="Empathy", strengths="31", to_build="12", neither=few),
        ),
        goals=None,
        frequency=None,
        not_told=(f"MI spirit: {few}.",),
    )


def _summary(label: str, visits: list[tuple[str, date]], chance: random.Random) -> Summary:
    values = tuple(
        SessionValue(worker=worker, day=day, value=round(3 * chance.uniform(1.2, 4.2)) / 3)
        for worker, day in visits
    )
    now = _by_worker(values)
    before = {worker: [v - chance.uniform(-0.4, 0.9) for v in own] for worker, own in now.items()}
    smallest: Statistic = Estimate(
        value=0.98, interval=NoInterval(reason="none"), n=28, method="SDC"
    )
    if label == LABELS[2]:
        smallest = NotEstimable(reason="9 sessions coded twice, at least 15 needed", n=9)
    return Summary(
        measure=Measure(label=label, limits=(1, 5), scale=SCALE),
        n_sessions=len(values),
        mean=mean_of_workers(now),
        smallest_change=smallest,
        change=change_of_workers(now, before) if label == LABELS[0] else None,
        values=values,
    )


def _by_worker(values: tuple[SessionValue, ...]) -> dict[str, list[float]]:
    found: defaultdict[str, list[float]] = defaultdict(list)
    for value in values:
        found[value.worker].append(value.value)
    return dict(found)


def _courses(items: list[Summary]) -> tuple[WorkerCourses, ...]:
    own = [own_means(_by_worker(item.values)) for item in items]
    return tuple(
        WorkerCourses(
            worker=worker,
            courses=tuple(
                Course(
                    points=tuple(
                        CoursePoint(day=v.day, value=v.value)
                        for v in item.values
                        if v.worker == worker and v.day is not None
                    ),
                    own=means.get(worker),
                )
                for item, means in zip(items, own, strict=True)
            ),
        )
        for worker in sorted({v.worker for v in items[0].values})
    )


def _months(item: Summary) -> MonthsOf:
    dated = [(v.day, v.value) for v in item.values if v.day is not None]
    return MonthsOf(
        measure=item.measure, chart=run_chart(monthly_medians(dated), bounds=item.measure.limits)
    )


TeamPdf = Callable[[TeamReportData], Path]
PagesOf = Callable[[Path], list[str]]


@pytest.fixture
def team_pdf(tmp_path: Path) -> TeamPdf:
    """Write a report and give its place."""

    def made(data: TeamReportData) -> Path:
        target = tmp_path / data.file_name
        write_team_report(data, target)
        return target

    return made


@pytest.fixture
def pages_of() -> PagesOf:
    """Text of every page, white space evened out."""

    def pages(pdf: Path) -> list[str]:
        told = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"],
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        return [" ".join(page.split()) for page in told.stdout.split("\f")[:-1]]

    return pages


def released(data: TeamReportData) -> TeamReportData:
    """The same, handed over."""
    from dataclasses import replace

    return replace(data, status=ReportStatus.RELEASED, noun=SessionNoun())
