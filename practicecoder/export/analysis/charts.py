"""Figures of a package: each as SVG, PNG and PDF, with its points and a text in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.data import PackageData, Profile
from practicecoder.export.files import PackageFile, of_table
from practicecoder.export.table import Cell, Column, ColumnType, Measure, Step, Table

if TYPE_CHECKING:
    from practicecoder.figures.style import Chart

MakeChart = Callable[[], "Chart"]
_FOLDER = "figures"


def figure_files(data: PackageData, results: AnalysisResults) -> Iterator[PackageFile]:
    """Files of every figure; outside the study none that shows single sessions."""
    for name, make in _charts(data, results):
        yield from _files(name, cache(make))


def _charts(data: PackageData, results: AnalysisResults) -> Iterator[tuple[str, MakeChart]]:
    if data.profile is Profile.TEAM:
        for score in results.score_ids:
            yield f"scatter_{score}_days", _scatter(results, score)
            yield f"before_after_{score}", _before_after(results, score, data.seed)
    if results.reliability.items:
        yield "reliability_forest", _forest(results)


def _scatter(results: AnalysisResults, score: str) -> MakeChart:
    def make() -> Chart:
        from practicecoder.figures.scatter import score_by_days

        return score_by_days(
            results.frame,
            results.trends[score],
            label=results.labels[score],
            scale=results.scales.get(score),
        )

    return make


def _before_after(results: AnalysisResults, score: str, seed: int) -> MakeChart:
    def make() -> Chart:
        from practicecoder.figures.before_after import before_after

        return before_after(
            results.frame,
            results.comparisons[score],
            label=results.labels[score],
            seed=seed,
            scale=results.scales.get(score),
        )

    return make


def _forest(results: AnalysisResults) -> MakeChart:
    def make() -> Chart:
        from practicecoder.figures.forest import reliability_forest

        return reliability_forest(results.reliability)

    return make


def _files(name: str, chart: MakeChart) -> Iterator[PackageFile]:
    from practicecoder.figures.rendering import FigureFormat

    for file_format in FigureFormat:
        yield _picture(f"{_FOLDER}/{name}.{file_format.value}", chart, file_format.value)
    yield PackageFile(
        name=f"{_FOLDER}/{name}.alt.txt",
        write=lambda path, _step: _write_text(path, chart().alt_text),
    )
    yield PackageFile(
        name=f"{_FOLDER}/{name}_data.csv",
        write=lambda path, step: of_table(_points(name, chart())).write(path, step),
    )


def _picture(name: str, chart: MakeChart, suffix: str) -> PackageFile:
    def write(path: Path, _step: Step) -> None:
        from practicecoder.figures.rendering import FigureFormat, rendered

        path.write_bytes(rendered(chart().figure, FigureFormat(suffix)))

    return PackageFile(name=name, write=write)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8")


def _points(name: str, chart: Chart) -> Table:
    """Points of a figure; a column is of numbers if every cell of it is one."""
    cells = list(zip(*chart.points.rows, strict=True)) or [()] * len(chart.points.columns)
    return Table(
        name=f"{name}_data",
        title=chart.title,
        columns=tuple(
            Column(
                name=column,
                label=column,
                column_type=ColumnType.NUMBER if _are_numbers(values) else ColumnType.TEXT,
                measure=Measure.SCALE if _are_numbers(values) else Measure.NOMINAL,
            )
            for column, values in zip(chart.points.columns, cells, strict=True)
        ),
        rows=chart.points.rows,
        key=(),
        folder=_FOLDER,
    )


def _are_numbers(values: tuple[Cell, ...]) -> bool:
    return all(value is None or isinstance(value, int | float) for value in values)
