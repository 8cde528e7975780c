"""Commands on recordings: what a file is, and its waveform."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.output import print_json, print_table, progress_printer, say

commands = typer.Typer(help="Recordings.", no_args_is_help=True, rich_markup_mode=None)

SoundFile = Annotated[Path, typer.Argument(metavar="FILE", help="A sound file.")]


@commands.command("info")
def info(
    file: SoundFile,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Decode a recording once and say what it really is."""
    from practicecoder.services.recordings import describe

    facts = describe(file)
    if as_json:
        print_json(facts)
        return
    print_table(["what", "value"], [[key.replace("_", " "), str(v)] for key, v in facts.items()])


@commands.command("peaks")
def peaks(
    file: SoundFile,
    out: Annotated[Path, typer.Option("--out", help="Where the waveform cache is written.")],
) -> None:
    """Make the waveform cache of a recording."""
    from practicecoder.services.recordings import write_peaks

    write_peaks(file, out, progress=progress_printer())
    say(f"Wrote {out}.")
