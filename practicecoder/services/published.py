"""The evaluation's tables and figures in one step: computed once, written in every form."""

from __future__ import annotations

import platform
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder import __version__
from practicecoder.codebook.model import Codebook, ScoreFunction
from practicecoder.domain.sessions import PhaseRule
from practicecoder.errors import ExportError
from practicecoder.services.result_tables import (
    caution_rows,
    comparison_rows,
    contradiction_rows,
    office_table,
    period_rows,
    repeated_worker_rows,
    trend_rows,
    write_table,
)

if TYPE_CHECKING:
    import pandas as pd

    from practicecoder.figures.rendering import FigureFormat
    from practicecoder.reports.published.data import PublishedData, PublishedFigure
    from practicecoder.scoring.analysis_warnings import AnalysisWarning
    from practicecoder.scoring.by_period import PeriodTable
    from practicecoder.scoring.results import Statistic
    from practicecoder.scoring.selection import Condition
    from practicecoder.scoring.trend import TrendResult
    from practicecoder.scoring.two_groups import GroupComparison
    from practicecoder.services.context import StudyServices

FIGURES = {
    "good_authority": ("figure_02_05", "Figures 2 and 5"),
    "care_engagement": ("figure_06", "Figure 6"),
}
"""Names of files of the figures that the evaluation has, and what it calls them."""

_EVERY_SESSION = "every_session"
_OF_ALL = ("many_tests", "few_workers", "unblinded")

_RULES = {
    PhaseRule.AS_ENTERED.value: "as entered with the session",
    PhaseRule.VISIT_DATE.value: (
        "after from the office's day of implementation on, else before, by the day of the visit"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSource:
    """One analysis table and what is said about it.

    ``agreement`` is what coders agree on each item; empty where it is not known. ``selection``
    tells which sessions the table holds, empty if they are all.
    """

    study: str
    codebook: Codebook
    frame: pd.DataFrame
    made_up: bool
    agreement: Mapping[str, Statistic]
    selection: str = ""


def source_of_study(
    services: StudyServices, conditions: Sequence[Condition] = ()
) -> PublishedSource:
    """The analysis table of a study, with the agreement of its coders.

    Raises
    ------
    ImportedDataError
        If no session satisfies a condition.
    """
    from practicecoder.scoring.selection import select

    chosen = select(services.analysis.table(), conditions)
    agreement = services.reliability.table()
    return PublishedSource(
        study=services.study.title,
        codebook=services.codebook,
        frame=chosen.frame,
        made_up=services.study.made_up,
        agreement={item.item: item.headline for item in agreement.items},
        selection=chosen.sentence,
    )


def source_of(
    place: Path,
    codebook: str | None,
    conditions: Sequence[Condition] = (),
    *,
    secret: str | None = None,
) -> PublishedSource:
    """Analysis table of a file or a study folder, or the sessions of it that are wanted.

    ``secret`` opens an encrypted study.

    Raises
    ------
    ImportedDataError
        With every problem of the table at once.
    """
    from practicecoder.scoring.selection import select
    from practicecoder.services.studies import open_study
    from practicecoder.services.tables import load_session_table

    if place.is_dir() and codebook is None:
        with closing(open_study(place, read_only=True, secret=secret)) as services:
            return source_of_study(services, conditions)
    book, whole = load_session_table(place, codebook, secret=secret)
    chosen = select(whole, conditions)
    frame = chosen.frame
    marked = frame["made_up"].astype(str).str.casefold() if "made_up" in frame else None
    return PublishedSource(
        study=place.stem,
        codebook=book,
        frame=frame,
        made_up=marked is not None and bool(marked.isin(["1", "1.0", "true", "yes"]).any()),
        agreement={},
        selection=chosen.sentence,
    )


def published_data(
    source: PublishedSource, *, equal_variances: bool = False, made_on: date
) -> PublishedData:
    """Compute every result of the set.

    Parameters
    ----------
    source
        Analysis table.
    equal_variances
        Whether Student's test stands in front, as in the evaluation, or Welch's.
    made_on
        Day that the files bear.

    Raises
    ------
    ImportedDataError
        If the table lacks offices, phases or days.
    """
    from practicecoder.reports.published.data import PublishedData
    from practicecoder.scoring.analysis_offices import office_rows
    from practicecoder.scoring.analysis_phase import phase_contradictions
    from practicecoder.scoring.by_period import by_period
    from practicecoder.scoring.comparison import with_holm
    from practicecoder.scoring.frames import (
        DAYS,
        OFFICE,
        PHASE,
        WORKER,
        check_columns,
        compare_frame,
        trend_frame,
    )

    book, frame = source.codebook, source.frame
    check_columns(frame, [OFFICE, PHASE, DAYS])
    items = [i for i in (*book.dimension_ids, *book.score_ids) if i in frame]
    labels = {item: book.label(item) for item in items}
    scores = tuple(i for i in items if i in book.score_ids and scale_of(book, i) is not None)

    def compared(rows: pd.DataFrame, item: str) -> GroupComparison:
        return compare_frame(rows, item, equal_variances=equal_variances, label=labels[item])

    comparisons = dict(
        zip(items, with_holm([compared(frame, item) for item in items]), strict=True)
    )
    offices = office_rows(frame)
    trends = {s: trend_frame(frame, s, label=labels[s]) for s in scores}
    periods = {s: by_period(frame, s) for s in scores}
    workers = int(frame[WORKER].dropna().nunique()) if WORKER in frame else None
    rules = sorted(set(frame["phase_rule"].dropna())) if "phase_rule" in frame else []
    return PublishedData(
        study=source.study,
        codebook_title=book.title,
        codebook=book.ref,
        scale=(int(book.scale.minimum), int(book.scale.maximum)),
        made_up=source.made_up,
        made_on=made_on,
        equal_variances=equal_variances,
        labels=labels,
        scores=scores,
        parts={s: len(book.score(s).of) for s in scores},
        n_sessions=len(frame),
        n_workers=workers,
        phase_rules=tuple(_RULES.get(str(rule), str(rule).replace("_", " ")) for rule in rules),
        offices=offices,
        comparisons=comparisons,
        by_office={
            row.office: {s: compared(frame[frame[OFFICE] == row.office], s) for s in scores}
            for row in offices
            if row.office
        },
        trends=trends,
        periods=periods,
        contradictions=phase_contradictions(frame),
        figures=_figures(source, trends),
        versions=_versions(),
        agreement=source.agreement,
        selection=source.selection,
        cautions=_cautions(source, labels, comparisons, trends, periods),
    )


def write_published(data: PublishedData, target: Path) -> tuple[Path, ...]:
    """Write the set into a new or empty folder: docx, methods, tables, figures.

    Returns
    -------
    tuple of Path
        Files, in reading order.

    Raises
    ------
    ExportError
        If the place is taken or cannot be written to; nothing is left behind.
    """
    from practicecoder.export.package import check_target
    from practicecoder.figures.rendering import FigureFormat, rendered_all
    from practicecoder.reports.published.method import methods_text
    from practicecoder.reports.published.word import published_document

    check_target(target)
    making: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        pictures = {figure.name: rendered_all(figure.chart.figure) for figure in data.figures}
        in_words = {name: drawn[FigureFormat.PNG] for name, drawn in pictures.items()}
        (making / "published.docx").write_bytes(published_document(data, in_words))
        (making / "methods.txt").write_text(methods_text(data), encoding="utf-8")
        names = ["published.docx", "methods.txt", *_write_tables(data, making)]
        for figure in data.figures:
            names += _write_figure(figure, pictures[figure.name], making)
        if target.is_dir():
            target.rmdir()
        making.rename(target)
    except OSError as error:
        raise ExportError(
            f"{target} cannot be written: {error.strerror}. Choose another place."
        ) from error
    finally:
        if making is not None:
            shutil.rmtree(making, ignore_errors=True)
    return tuple(target / name for name in names)


def scale_of(codebook: Codebook, item: str) -> tuple[float, float] | None:
    """Ends of the scale on which a dimension or a mean of dimensions lies; None for others."""
    if item in codebook.dimension_ids:
        scale = codebook.dimension(item).scale
    else:
        definition = codebook.score(item)
        if definition.function is not ScoreFunction.MEAN:
            return None
        if not set(definition.of) <= set(codebook.dimension_ids):
            return None
        scale = codebook.scale
    return float(scale.minimum), float(scale.maximum)


def _write_tables(data: PublishedData, folder: Path) -> list[str]:
    """Every table at full precision, under the names of the printed ones."""
    scores = {score: data.comparisons[score] for score in data.scores}
    by_office = {
        f"{office}: {score}": found
        for office, comparisons in data.by_office.items()
        for score, found in comparisons.items()
    }
    tables = {
        "table_02_before_after.csv": comparison_rows(data.comparisons),
        "table_21_offices.csv": office_table(data.offices),
        "table_22_within_offices.csv": comparison_rows(by_office),
        "table_23_office_period.csv": period_rows(data.periods),
        "table_24_scores.csv": comparison_rows(scores),
        "table_24_workers.csv": repeated_worker_rows(scores),
        "table_25_days.csv": trend_rows(data.trends),
        "phase_against_days.csv": contradiction_rows(data.contradictions),
        "cautions.csv": caution_rows(data.cautions),
    }
    for name, table in tables.items():
        write_table(folder / name, table)
    return list(tables)


def _write_figure(
    figure: PublishedFigure, pictures: Mapping[FigureFormat, bytes], folder: Path
) -> list[str]:
    """A figure in three formats, its points, and its text for those who do not see it."""
    names = []
    for kind, picture in pictures.items():
        names.append(f"{figure.name}.{kind.value}")
        (folder / names[-1]).write_bytes(picture)
    points = figure.chart.points
    rows = [
        ["" if v is None else v if isinstance(v, str) else repr(v) for v in row]
        for row in points.rows
    ]
    write_table(folder / f"{figure.name}.csv", (list(points.columns), rows))
    alt = f"{figure.name}_alt.txt"
    (folder / alt).write_text(figure.chart.alt_text + "\n", encoding="utf-8")
    return [*names, f"{figure.name}.csv", alt]


def _figures(
    source: PublishedSource, trends: Mapping[str, TrendResult]
) -> tuple[PublishedFigure, ...]:
    """A scatter by days for each score, those of the evaluation first."""
    from practicecoder.figures.scatter import score_by_days
    from practicecoder.reports.published.data import PublishedFigure

    book, frame = source.codebook, source.frame
    found = []
    for score in sorted(trends, key=lambda s: list(FIGURES).index(s) if s in FIGURES else 99):
        if not frame[score].notna().any():
            continue
        name, counterpart = FIGURES.get(score, (f"figure_{score}", ""))
        chart = score_by_days(
            frame, trends[score], label=book.label(score), scale=scale_of(book, score)
        )
        full = name if name.endswith(score) else f"{name}_{score}"
        found.append(PublishedFigure(name=full, counterpart=counterpart, chart=chart))
    return tuple(found)


def _cautions(
    source: PublishedSource,
    labels: Mapping[str, str],
    comparisons: Mapping[str, GroupComparison],
    trends: Mapping[str, TrendResult],
    periods: Mapping[str, PeriodTable],
) -> tuple[AnalysisWarning, ...]:
    """What is to be borne in mind about the set as a whole, then about single scores."""
    from practicecoder.scoring.analysis_warnings import (
        low_agreement,
        phase_warnings,
        table_warnings,
    )
    from practicecoder.scoring.scores import in_sentence

    every = source.frame.assign(**{_EVERY_SESSION: 1.0})
    some = [w for one in comparisons.values() for w in one.warnings]
    found = [
        *phase_warnings(every, _EVERY_SESSION),
        *table_warnings(every, _EVERY_SESSION, "", clustered=True),
        *(w for w in some if w.warning_id in _OF_ALL),
        *(w for one in periods.values() for w in one.warnings),
        *(w for w in some if w.warning_id == "score_subset"),
        *(
            replace(w, sentence=f"{labels[score]}: {in_sentence(w.sentence)}")
            for score, one in trends.items()
            for w in one.warnings
            if w.warning_id == "within_between"
        ),
        *(
            w
            for score in trends
            if score in source.agreement
            for w in low_agreement(labels[score], source.agreement[score])
        ),
    ]
    return tuple({warning.sentence: warning for warning in found}.values())


def _versions() -> tuple[tuple[str, str], ...]:
    libraries = ("pingouin", "scipy", "numpy", "pandas", "matplotlib")
    return (
        ("practicecoder", __version__),
        ("Python", platform.python_version()),
        *((name, version(name)) for name in libraries),
    )
