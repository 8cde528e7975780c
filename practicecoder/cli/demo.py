"""The command that makes the demonstration study."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.output import progress_printer, say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the study is or goes.")],
    no_window: Annotated[
        bool, typer.Option("--no-window", help="Do its whole job and list what was made.")
    ] = False,
) -> None:
    """Make the demonstration study in DIR (made-up data) and open it."""
    from practicecoder.services.demonstration import make_demonstration, open_demonstration

    progress = progress_printer()
    if not (folder / "study.db").exists():
        make_demonstration(folder, progress=progress)
    if not no_window:
        raise typer.Exit(context.obj(folder))
    from practicecoder.services.results_folder import write_results

    with closing(open_demonstration(folder)) as services:
        written = write_results(services, folder / "output", progress=progress)
    say(f"Demonstration study (made-up data): {folder}")
    for path in written:
        say(f"  {path}")
