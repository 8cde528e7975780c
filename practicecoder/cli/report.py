"""Commands that write PDF reports."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.output import progress_printer, say

commands = typer.Typer(help="PDF reports.", no_args_is_help=True, rich_markup_mode=None)


@commands.callback()
def reports() -> None:
    """PDF reports."""


@commands.command("worker")
def worker(
    study: Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")],
    out: Annotated[Path, typer.Option("--out", help="The PDF; with --all a folder.")],
    session: Annotated[str | None, typer.Option(help="Session code of the visit.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every session that may have one.")] = False,
) -> None:
    """Write the feedback report of one session, or of all that may have one."""
    from practicecoder.domain.ids import SessionId
    from practicecoder.services.studies import open_study

    if (session is None) == (not every):
        raise typer.BadParameter("give either --session CODE or --all.")
    with closing(open_study(study)) as services:
        if session is not None:
            written: tuple[Path, ...] = (
                services.supervision.write_worker_report(SessionId(session), out),
            )
        else:
            written = services.supervision.write_all(out, progress=progress_printer())
    for path in written:
        say(str(path))
