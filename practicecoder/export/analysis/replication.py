"""Scripts of a package that compute its numbers again, in R, Python and SPSS."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.files import PackageFile, of_text

_SCRIPTS = "practicecoder.export.analysis.scripts"


def replication_files(results: AnalysisResults) -> tuple[PackageFile, ...]:
    """``replicate.R``, ``replicate.py`` and ``replicate.sps``."""
    texts = {
        "replicate.R": _template("replicate.R"),
        "replicate.py": _template("replicate.py.txt"),
        "replicate.sps": spss_syntax(results),
    }
    return tuple(of_text(f"analysis/{name}", text) for name, text in texts.items())


def spss_syntax(results: AnalysisResults) -> str:
    """Syntax that reads ``sessions.sav``: descriptives, t-tests, correlations by office."""
    scores = _lines(results.score_ids)
    items = _lines(results.labels)
    return f"""\
* Computes the numbers of this package again with SPSS, or with PSPP 1.6 or later.
* Set the folder of the package, then run all. It reads data/sessions.sav, which is there if the
* package was exported with the format sav. Compare with the tables in analysis/, at two decimals:
* signs of t and of the difference are before minus after here, after minus before there.

CD '.'.
GET FILE='data/sessions.sav'.
DATASET NAME sessions.
SELECT IF NOT MISSING(n_coders).
FORMATS
{items}
  (F8.2).
EXECUTE.

* analysis/descriptives.csv: overall with the median, then by phase and office.
FREQUENCIES
  /VARIABLES=
{items}
  /FORMAT=NOTABLE
  /STATISTICS=MEAN STDDEV MEDIAN MINIMUM MAXIMUM.
MEANS TABLES=
{items}
  BY phase BY office_id
  /CELLS=COUNT MEAN STDDEV MIN MAX.

* analysis/comparisons.csv: equal variances assumed is Student, not assumed is Welch.
T-TEST GROUPS=phase(0 1)
  /VARIABLES=
{items}
  /MISSING=ANALYSIS
  /CRITERIA=CI(.95).

* analysis/trends.csv, overall.
CORRELATIONS
  /VARIABLES=
{scores}
  WITH days_since_implementation
  /MISSING=PAIRWISE.

* analysis/trends.csv, by office.
SORT CASES BY office_id.
SPLIT FILE BY office_id.
CORRELATIONS
  /VARIABLES=
{scores}
  WITH days_since_implementation
  /MISSING=PAIRWISE.
SPLIT FILE OFF.
"""


def _lines(names: Iterable[str]) -> str:
    return "\n".join(f"    {name}" for name in names)


def _template(name: str) -> str:
    return files(_SCRIPTS).joinpath(name).read_text(encoding="utf-8")
