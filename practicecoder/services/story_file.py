"""What happened to a session as a CSV file, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from practicecoder.services.session_story import StoryLine
from practicecoder.services.whole_file import write_whole

COLUMNS = ("at_utc", "who", "what", "before", "after", "reason")


def story_csv(lines: Iterable[StoryLine]) -> bytes:
    """Lines as CSV in UTF-8 with a header, in their order; times in UTC.

    A text that a spreadsheet could take for a formula gets an apostrophe.
    """
    from practicecoder.export.writers.csv_writer import cell_text

    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in lines:
        cells = (line.who, line.text, line.before, line.after, line.reason)
        writer.writerow([line.at.isoformat(timespec="seconds"), *map(cell_text, cells)])
    return file.getvalue().encode()


def write_story(lines: Iterable[StoryLine], target: Path) -> None:
    """Write lines into a file, whole or not at all.

    Raises
    ------
    ExportError
        If the file cannot be written there.
    """
    write_whole(story_csv(lines), target)
