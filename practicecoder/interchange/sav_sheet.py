"""Reads an SPSS file with its user-missing ranges and value labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from practicecoder.interchange.cells import as_text
from practicecoder.interchange.sheet import MOST_ROWS, Problems, Row, Sheet, refused


def read_sav(path: Path) -> Sheet:
    """Read an SPSS file; user-missing codes stay as they are, beside their declared ranges.

    Raises
    ------
    ImportedDataError
        If the file is damaged or too large.
    """
    import pyreadstat

    try:
        _, meta = pyreadstat.read_sav(path, metadataonly=True)
        if (meta.number_rows or 0) > MOST_ROWS:
            raise refused(path.name, f"The table has more than {MOST_ROWS} rows.")
        columns, meta = pyreadstat.read_sav(
            path, user_missing=True, output_format="dict", row_limit=MOST_ROWS
        )
    except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, ValueError, OSError) as error:
        raise refused(path.name, "The SPSS file is damaged and cannot be read.") from error
    names = [str(name) for name in meta.column_names]
    problems = Problems(path.name)
    problems.add_heading_faults(names)
    problems.stop_if_any()
    return Sheet(
        file=path.name,
        columns=tuple(names),
        rows=_rows(names, [list(columns[name]) for name in names]),
        user_missing=_ranges(meta.missing_ranges),
        labels={
            str(column): {as_text(value): str(label) for value, label in labels.items()}
            for column, labels in meta.variable_value_labels.items()
        },
    )


def _rows(names: Sequence[str], columns: Sequence[Sequence[object]]) -> tuple[Row, ...]:
    return tuple(
        Row(
            line=case,
            cells={name: as_text(value) for name, value in zip(names, values, strict=True)},
            dates=frozenset(
                name
                for name, value in zip(names, values, strict=True)
                if isinstance(value, dt.date)
            ),
        )
        for case, values in enumerate(zip(*columns, strict=True), start=1)
    )


def _ranges(missing: Mapping[str, Sequence[object]]) -> dict[str, tuple[tuple[float, float], ...]]:
    """Declared ranges of numbers; a missing text has no meaning for a rating."""
    found: dict[str, tuple[tuple[float, float], ...]] = {}
    for column, ranges in missing.items():
        bounds = [(one.get("lo"), one.get("hi")) for one in ranges if isinstance(one, dict)]
        found[str(column)] = tuple(
            (float(low), float(high))
            for low, high in bounds
            if isinstance(low, int | float) and isinstance(high, int | float)
        )
    return found
