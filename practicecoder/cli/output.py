"""How commands speak: JSON and tables on standard output, progress on standard error."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""


def never_fail_on_output() -> None:
    """Let a console that lacks a letter show a question mark, and a closed one take anything."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def print_json(document: Mapping[str, object]) -> None:
    """Print one JSON document; a number that JSON does not have is an error, never NaN."""
    is_unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(document, indent=2, ensure_ascii=not is_unicode, allow_nan=False)
    sys.stdout.write(text + "\n")


def say(text: str) -> None:
    """Print a line on standard output."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """Print a line on standard error."""
    sys.stderr.write(text + "\n")


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print aligned columns; a column of numbers is set to the right."""
    widths = [
        max(len(heading), *(len(row[i]) for row in rows), 0) if rows else len(heading)
        for i, heading in enumerate(headings)
    ]
    numeric = [all(_is_number(row[i]) for row in rows) for i in range(len(headings))]
    for line in (headings, ["-" * width for width in widths], *rows):
        cells = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(line, widths, numeric, strict=True)
        ]
        say("  ".join(cells).rstrip())


def progress_printer() -> Progress:
    """Report progress on standard error: one line that moves on a terminal, else a line a step."""
    last = ""
    on_terminal = sys.stderr.isatty()

    def report(share: float, text: str) -> None:
        nonlocal last
        if on_terminal:
            sys.stderr.write(f"\r\033[K[{share:4.0%}] {text}" + ("\n" if share >= 1 else ""))
            sys.stderr.flush()
        elif text != last:
            sys.stderr.write(f"[{share:4.0%}] {text}\n")
        last = text

    return report


def _is_number(cell: str) -> bool:
    return bool(cell) and cell.lstrip("-.<> ").replace(".", "", 1).isdigit()
