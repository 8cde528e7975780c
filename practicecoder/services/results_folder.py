"""What a study yields, in one folder: scores, agreement, comparisons, reports, package."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from practicecoder.domain.sessions import Phase
from practicecoder.services.context import StudyServices
from practicecoder.services.exporting import PackageOrder
from practicecoder.services.published import (
    published_data,
    source_of_study,
    write_published,
)
from practicecoder.services.reliability_report import ReportFiles, write_report
from practicecoder.services.result_tables import (
    comparison_rows,
    reliability_rows,
    trend_rows,
    write_table,
)
from practicecoder.services.tables import score_table, scored

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""


def write_results(
    services: StudyServices, target: Path, *, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write all results of a study into a folder, replacing an earlier one when complete.

    Returns
    -------
    tuple of Path
        What was written, files and the folders of the published set and the package, in reading
        order. Without sessions before and after there is no published set.
    """

    def report(share: float, text: str) -> None:
        if progress is not None:
            progress(share, text)

    target.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        _write_scores(services, making, report)
        _write_agreement(services, making, report)
        _write_analysis(services, making, report)
        _write_published_set(services, making, report)
        _write_feedback_reports(services, making, report)
        _write_package(services, making, report)
        _put_in_place(making, target)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    report(1.0, "done")
    return _in_reading_order(target)


def _write_scores(services: StudyServices, folder: Path, report: Progress) -> None:
    report(0.0, "scores")
    book = services.codebook
    scores = score_table(book, scored(book, services.reliability.ratings()))
    write_table(folder / "scores.csv", scores)


def _write_agreement(services: StudyServices, folder: Path, report: Progress) -> None:
    """Write the agreement of coders as numbers, and as a report in every form."""
    report(0.1, "agreement of coders")
    agreement = services.reliability_report.data()
    write_table(folder / "reliability.csv", reliability_rows(agreement.table))
    _write_json(folder / "reliability.json", agreement.table.as_json())
    report(0.2, "report on agreement")
    write_report(agreement, _agreement_files(folder))


def _write_analysis(services: StudyServices, folder: Path, report: Progress) -> None:
    """Write comparisons of phases, by Student's test, and trends."""
    report(0.3, "comparisons and trends")
    comparisons = services.analysis.comparisons(equal_variances=True)
    trends = {item: services.analysis.trend(item) for item, _ in services.analysis.items()}
    write_table(folder / "comparisons.csv", comparison_rows(comparisons))
    write_table(folder / "trends.csv", trend_rows(trends))
    for name, results in (("comparisons", comparisons), ("trends", trends)):
        documents = {item: found.as_json() for item, found in results.items()}
        _write_json(folder / f"{name}.json", documents)


def _write_published_set(services: StudyServices, folder: Path, report: Progress) -> None:
    """Write the published set, if there are sessions before and after."""
    report(0.4, "published set")
    if _has_phases(services):
        data = published_data(
            source_of_study(services),
            equal_variances=True,
            made_on=services.context.now().astimezone().date(),
        )
        write_published(data, folder / "published")


def _write_feedback_reports(services: StudyServices, folder: Path, report: Progress) -> None:
    report(0.5, "feedback reports")
    (folder / "reports").mkdir()
    services.supervision.write_all(
        folder / "reports", progress=lambda share, text: report(0.5 + 0.3 * share, text)
    )


def _write_package(services: StudyServices, folder: Path, report: Progress) -> None:
    report(0.8, "analysis package")
    services.exporting.export(
        folder / "package",
        PackageOrder(
            formats=("csv", "xlsx", "sav", "dta"),
            purpose="all results",
            analysis=False,  # the results stand beside the package
        ),
        progress=lambda share, text: report(0.8 + 0.2 * share, text),
    )


def _in_reading_order(target: Path) -> tuple[Path, ...]:
    """Everything in the folder: files, and the folders of the published set and the package."""
    reports = sorted((target / "reports").iterdir())
    tables = (
        target / f"{name}.csv" for name in ("scores", "reliability", "comparisons", "trends")
    )
    return (
        *tables,
        *sorted(target.glob("*.json")),
        *_agreement_files(target).paths,
        *(folder for folder in (target / "published",) if folder.is_dir()),
        *reports,
        target / "package",
    )


def _has_phases(services: StudyServices) -> bool:
    """Whether there are coded sessions of both phases, which the set is about."""
    phases = set(services.analysis.table()["phase"].dropna())
    return {Phase.PRE.value, Phase.POST.value} <= phases


def _agreement_files(folder: Path) -> ReportFiles:
    """Where the report on the agreement of coders goes in each of its forms."""
    return ReportFiles(
        pdf=folder / "reliability_report.pdf",
        docx=folder / "reliability_report.docx",
        csv=folder / "reliability_report.csv",
        methods=folder / "reliability_methods.txt",
    )


def _put_in_place(making: Path, target: Path) -> None:
    """Give the folder its name; what had the name is removed once the new one has it."""
    if not target.exists():
        making.rename(target)
        return
    earlier = making.with_name(f"{making.name}-earlier")
    target.rename(earlier)
    try:
        making.rename(target)
    except OSError:
        earlier.rename(target)
        raise
    shutil.rmtree(earlier, ignore_errors=True)


def _write_json(path: Path, document: Mapping[str, object]) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")
