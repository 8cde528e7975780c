"""The command that lists what left a study."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.output import print_json, print_table, say
from practicecoder.cli.unlocking import open_study

commands = typer.Typer()


@commands.command("exports")
def exports(
    folder: Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """List packages that left the study: when, who, for whom, for what, and their SHA-256."""
    with closing(open_study(folder, read_only=True)) as services:
        records = services.exporting.register()
    if as_json:
        documents = [
            {
                "at": one.at.isoformat(),
                "by": one.actor,
                "profile": one.profile,
                "purpose": one.purpose,
                "formats": list(one.formats),
                "evidence": one.evidence,
                "sessions": one.n_sessions,
                "rows": dict(one.rows),
                "manifest_sha256": one.sha256,
            }
            for one in records
        ]
        print_json({"exports": documents})
        return
    if not records:
        say("Nothing was exported.")
        return
    print_table(
        ["when (UTC)", "by", "profile", "rows", "purpose", "SHA-256 of the manifest"],
        [
            [
                f"{one.at:%Y-%m-%d %H:%M}",
                one.actor or "program",
                one.profile,
                str(one.n_rows),
                one.purpose or "not said",
                one.sha256,
            ]
            for one in records
        ],
    )
