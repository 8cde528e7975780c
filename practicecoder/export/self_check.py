"""Reads a finished package for outside once more, and refuses it if it leads back to anybody."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from practicecoder.errors import ExportError
from practicecoder.export.data import PackageData

_READ = frozenset({".csv", ".txt", ".md", ".json", ".cff", ".svg", ".html"})
_WORD = re.compile(r"\w+")
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
    for tally in (data.independent_tally, data.consensus_tally):
        ids |= {str(coder_id) for coder_id in tally.of_coder}
    said = _Text(f"{data.study_title}\n{data.codebook.text}")
    made_on = data.made_at.date().isoformat()
    return frozenset(
        text
        for text in ids
        if len(text) >= _LEAST and not text.isdigit() and text != made_on and not said.has(text)
    )


def _pieces(path: Path, wanted: frozenset[str]) -> frozenset[str]:
    """Cells of a table, or those of the wanted texts that stand in another file as words."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return frozenset(cell for row in csv.reader(file) for cell in row)
    text = _Text(path.read_text(encoding="utf-8"))
    return frozenset(one for one in wanted if text.has(one))


class _Text:
    """A text in which very many others are looked for, each as words of its own."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = frozenset(_WORD.findall(text))

    def has(self, wanted: str) -> bool:
        """Whether it stands in the text with no letter or digit on either side."""
        if not self._words.issuperset(_WORD.findall(wanted)):
            return False
        return re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", self._text) is not None
