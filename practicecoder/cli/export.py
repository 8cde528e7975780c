"""The command that writes the analysis package."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.output import progress_printer, say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    study: Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")],
    out: Annotated[Path, typer.Option("--out", help="New or empty folder for the package.")],
    formats: Annotated[str, typer.Option(help="Comma-separated formats.")] = "csv",
) -> None:
    """Write the analysis package of a study."""
    from practicecoder.services.studies import open_study

    wanted = tuple(name.strip() for name in formats.split(",") if name.strip())
    with closing(open_study(study)) as services:
        written = services.exporting.export(out, formats=wanted, progress=progress_printer())
    for path in written:
        say(str(path))
