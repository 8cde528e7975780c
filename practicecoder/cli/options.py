"""Arguments and options that several commands take alike."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Table = Annotated[Path, typer.Argument(metavar="TABLE", help="A session table or study folder.")]
CodebookOption = Annotated[
    str | None, typer.Option("--codebook", help="Id or file; swim7 unless given.")
]
ScoreOption = Annotated[str, typer.Option("--score", help="Id of a score or dimension.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def keep_input(source: Path, *results: Path | None) -> None:
    """Refuse to write results over the file that they are computed from.

    Raises
    ------
    typer.BadParameter
        If one of the files to be written is ``source``, by whatever name.
    """
    for result in results:
        if result is not None and result.exists() and result.samefile(source):
            raise typer.BadParameter(f"{result} is the file that is read. Choose another name.")
