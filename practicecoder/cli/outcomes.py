"""The command that takes measures from elsewhere into a study."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.output import complain, print_json, print_table, say
from practicecoder.cli.unlocking import open_study

commands = typer.Typer()


@commands.command("add-outcomes")
def add_outcomes(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The study folder.")],
    sheet: Annotated[
        Path,
        typer.Argument(metavar="SHEET", help="A column session_id, and one of numbers a measure."),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be added; write nothing.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace measures that the study holds already.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Add measures that were taken elsewhere, such as goal attainment or working alliance."""
    with closing(open_study(folder, read_only=dry_run)) as services:
        preview = services.outcomes.preview(sheet)
        if not dry_run:
            services.outcomes.add(preview, actor=None, replace_existing=replace)
    if as_json:
        print_json(
            {
                "added": not dry_run,
                "n_sessions": preview.n_sessions,
                "measures": [
                    {
                        "measure": one.measure,
                        "n": one.n,
                        "mean": one.mean,
                        "minimum": one.minimum,
                        "maximum": one.maximum,
                        "n_replaced": one.n_replaced,
                    }
                    for one in preview.measures
                ],
                "notices": list(preview.notices()),
            }
        )
        return
    print_table(
        ["measure", "sessions", "mean", "least", "most"],
        [
            [one.measure, str(one.n), f"{one.mean:.2f}", f"{one.minimum:g}", f"{one.maximum:g}"]
            for one in preview.measures
        ],
    )
    for notice in preview.notices():
        complain(notice)
    number = len(preview.outcomes)
    verb = "Would add" if dry_run else "Added"
    say(f"{verb} {number} {'number' if number == 1 else 'numbers'}.")
