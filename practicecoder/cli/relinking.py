"""The command that finds missing recordings of a study by their content."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.output import progress_printer, say
from practicecoder.cli.unlocking import open_study
from practicecoder.errors import ImportedDataError, Problem

commands = typer.Typer()


@commands.command("relink")
def relink(
    folder: Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")],
    sounds: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Folder to look through, with all below it.")
    ],
) -> None:
    """Find missing or altered recordings of a study in a folder, by their content alone."""
    if not sounds.is_dir():
        raise ImportedDataError([Problem(what="This is not a folder.", file=str(sounds))])
    with closing(open_study(folder)) as services:
        found = services.relinking.search(sounds, progress=progress_printer())
    say(found.sentence())
    if found.n_left:
        raise typer.Exit(1)
