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
