"""Commands on recordings: what a file is, its waveform, and its speech as text."""

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


@commands.command("transcribe")
def transcribe(
    file: SoundFile,
    model: Annotated[Path, typer.Option("--model", help="The folder of a speech model.")],
    out: Annotated[Path, typer.Option("--out", help="Where the WebVTT file is written.")],
    language: Annotated[
        str | None,
        typer.Option("--language", help="Language, such as en; recognised if not given."),
    ] = None,
) -> None:
    """Turn a recording's speech into text with times, on this computer only."""
    from practicecoder.services.speech import write_speech

    count = write_speech(file, model, out, language=language, progress=progress_printer())
    say(f"Wrote {count} {'line' if count == 1 else 'lines'} to {out}. Check them by listening.")
