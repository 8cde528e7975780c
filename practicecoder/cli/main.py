"""The practicecoder command: puts the commands together and turns errors into exit codes.

Exit codes: 0 success, 1 the input is at fault (one sentence for each problem on standard error),
2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from practicecoder import __version__
from practicecoder.cli import (
    audio,
    codebook,
    convert,
    demo,
    export,
    packet,
    reliability,
    report,
    statistics,
    study,
)
from practicecoder.cli.output import complain, never_fail_on_output, say
from practicecoder.cli.own_files import guard_own_files
from practicecoder.cli.unlocking import offer_passphrase_file
from practicecoder.errors import PracticeCoderError, StudyNotFoundError

log = logging.getLogger(__name__)

OpenWindow = Callable[[Path | None], int]
"""Opens the window on a study (None: the start page); gives the exit code."""

_WITHOUT_STUDY = frozenset({"audio", "codebook", "convert", "demo", "forget"})
"""Commands and groups that open no study that may be encrypted."""

INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells know it."""


def build_app() -> typer.Typer:
    """Put all commands together."""
    app = typer.Typer(
        name="practicecoder",
        help="Code audio-recorded practice: rate with evidence, measure agreement, report, "
        "analyse. Without a command, or with a study folder, the window opens.",
        no_args_is_help=False,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.add_typer(codebook.commands, name="codebook")
    app.add_typer(study.commands, name="study")
    app.add_typer(audio.commands, name="audio")
    app.add_typer(report.commands, name="report")
    app.add_typer(packet.commands, name="packet")
    demo.register(app)
    statistics.register(app)
    reliability.register(app)
    export.register(app)
    convert.register(app)
    guard_own_files(app)
    offer_passphrase_file(app, apart_from=_WITHOUT_STUDY)

    @app.callback(invoke_without_command=True)
    def start(
        context: typer.Context,
        version: Annotated[
            bool, typer.Option("--version", help="Print the version and stop.")
        ] = False,
    ) -> None:
        if version:
            say(f"practicecoder {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            raise typer.Exit(context.obj(None))

    return app


def main(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run one command and return its exit code.

    Parameters
    ----------
    arguments
        The command line without the program's name.
    open_window
        What opens the window, for commands that end in it.
    """
    never_fail_on_output()
    command = typer.main.get_group(build_app())
    try:
        if len(arguments) == 1 and arguments[0] not in command.commands:
            _refuse_what_is_no_study(arguments[0])
        result = command.main(
            list(arguments), prog_name="practicecoder", standalone_mode=False, obj=open_window
        )
    except typer.TyperException as wrong_usage:
        complain(f"{_told(wrong_usage)} Add --help to the command to see its usage.")
        return 2
    except PracticeCoderError as error:
        complain(error.user_message)
        return 1
    except OSError as refusal:
        if os.environ.get("PRACTICECODER_DEBUG"):
            raise
        complain(
            f"A file could not be read or written: {refusal.strerror or 'the computer refused'}. "
            "Nothing half-written was left behind. Check the place and try again."
        )
        return 1
    except Exception as fault:
        if os.environ.get("PRACTICECODER_DEBUG"):
            raise
        log.debug("unexpected: %s", type(fault).__name__)
        complain(
            f"practicecoder met a fault of its own ({type(fault).__name__}). Nothing half-written "
            "was left behind. Set PRACTICECODER_DEBUG=1 and run the command again to see where."
        )
        return 1
    if result == INTERRUPTED:
        complain("Stopped. Nothing half-written was left behind.")
    return result if isinstance(result, int) else 0


def _told(wrong_usage: typer.TyperException) -> str:
    """What is wrong with the usage, as a sentence, without words of the library's own."""
    message = wrong_usage.format_message().replace("Value error, ", "")
    return message if message.endswith((".", "?", "!")) else f"{message}."


def _refuse_what_is_no_study(word: str) -> None:
    """Refuse a place, named to be opened, that holds no study; any other word may be misspelt."""
    place = Path(word)
    if any(mark in word for mark in "/\\") or place.exists():
        raise StudyNotFoundError(place)
