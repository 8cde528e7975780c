"""Files of the folders ``analysis`` and ``figures`` for those inside the data agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from practicecoder.export.analysis.charts import figure_files
from practicecoder.export.analysis.methods import methods_text
from practicecoder.export.analysis.replication import replication_files
from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.data import PackageData
from practicecoder.export.files import PackageFile, of_table, of_text
from practicecoder.export.table import Step, Table


def analysis_files(
    data: PackageData, results: AnalysisResults, tables: Sequence[Table]
) -> Iterator[PackageFile]:
    """Tables, tables for Word, methods, scripts and figures.

    Parameters
    ----------
    data
        What the package holds.
    results
        What was computed.
    tables
        The results as tables.
    """
    yield from (of_table(table, byte_order_mark=data.byte_order_mark) for table in tables)
    yield _word(data, results)
    yield of_text("analysis/methods.md", methods_text(data, results))
    yield from replication_files(results)
    yield from figure_files(data, results)


def _word(data: PackageData, results: AnalysisResults) -> PackageFile:
    def write(path: Path, _step: Step) -> None:
        from practicecoder.export.analysis.word import word_tables

        path.write_bytes(word_tables(data, results))

    return PackageFile(name="analysis/tables_apa.docx", write=write)
