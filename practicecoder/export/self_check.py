"""Reads a finished package for outside once more, and refuses it if it leads back to anybody."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from practicecoder.errors import ExportError
from practicecoder.export.data import PackageData

_READ = frozenset({".csv", ".txt", ".md", ".json", ".cff", ".svg", ".html"})
_LEAST = 2
"""Shorter ids, and ids of digits alone, cannot be told from ordinary numbers and letters."""


def check_outside(folder: Path, data: PackageData) -> None:
    """Look for ids, dates and answers of the study in every file that can be read as text.

    Raises
    ------
    ExportError
        Naming the files, or if a file of rows is there; what was found is not repeated.
    """
    wanted = _telling(data)
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        is_read = path.suffix in _READ
        tells = is_read and not wanted.isdisjoint(_pieces(path, wanted))
        if tells or path.parent.name == "data":
            found.append(path.name)
    if found:
        raise ExportError(
            "The package for outside was not written: its self-check found rows, or an id, date "
            f"or answer of the study, in {', '.join(found)}. Nothing was left behind. Look at "
            "title and purpose: they must name nobody."
        )


def _telling(data: PackageData) -> frozenset[str]:
    """Texts that must not be in it; those that title or codebook say anyway are left out."""
    ids: set[str] = {str(data.study_id)}
    for one in data.sessions:
        session = one.session
        ids |= {str(session.session_id), str(session.blind_code), str(session.worker_id or "")}
        ids.add(str(session.office_id or ""))
        if session.session_date is not None:
            ids.add(session.session_date.isoformat())
        ids |= {answer for answer in one.answers.values() if isinstance(answer, str)}
    ids |= {str(coding.coder_id) for coding in (*data.independent, *data.consensus)}
    said = f"{data.study_title}\n{data.codebook.text}"
    made_on = data.made_at.date().isoformat()
    return frozenset(
        text
        for text in ids
        if len(text) >= _LEAST
        and not text.isdigit()
        and text != made_on
        and not _stands_in(text, said)
    )


def _pieces(path: Path, wanted: frozenset[str]) -> frozenset[str]:
    """Cells of a table, or those of the wanted texts that stand in another file as words."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return frozenset(cell for row in csv.reader(file) for cell in row)
    text = path.read_text(encoding="utf-8")
    return frozenset(one for one in wanted if one in text and _stands_in(one, text))


def _stands_in(wanted: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text) is not None
