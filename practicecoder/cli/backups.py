"""Commands on a study's backups: list them, make one, go back to one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.output import print_json, print_table, say
from practicecoder.cli.unlocking import secret_of

commands = typer.Typer()

_Folder = Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")]


@commands.command("backups")
def backups(
    folder: _Folder,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Check every backup of a study and say what is in it, newest first."""
    from practicecoder.services.restoring import list_backups

    found = list_backups(folder, secret=secret_of(folder))
    if as_json:
        documents = [
            {
                "name": one.path.name,
                "made_at": one.made_at.isoformat(),
                "size_bytes": one.size_bytes,
                "whole": one.is_sound,
                "fault": one.fault,
                "sessions": one.n_sessions,
                "codings": one.n_codings,
                "last_act_at": None if one.last_act_at is None else one.last_act_at.isoformat(),
                "before_upgrade": one.is_before_upgrade,
                "replaced": one.is_replaced,
            }
            for one in found
        ]
        print_json({"backups": documents})
        return
    if not found:
        say("There are no backups.")
        return
    print_table(
        ["name", "made (UTC)", "kB", "sessions", "codings", "last act (UTC)", "check"],
        [
            [
                one.path.name,
                _minute(one.made_at),
                str(round(one.size_bytes / 1000)),
                "" if one.n_sessions is None else str(one.n_sessions),
                "" if one.n_codings is None else str(one.n_codings),
                "" if one.last_act_at is None else _minute(one.last_act_at),
                "whole" if one.is_sound else f"damaged: {one.fault}",
            ]
            for one in found
        ],
    )


@commands.command("backup")
def backup(folder: _Folder) -> None:
    """Make a backup and prove that it is whole."""
    from practicecoder.services.restoring import back_up_study

    made = back_up_study(folder, secret=secret_of(folder))
    say(f"Made and checked {made.name}.")


@commands.command("restore")
def restore(
    folder: _Folder,
    name: Annotated[
        str, typer.Argument(metavar="BACKUP", help="Name of a file of the backups folder.")
    ],
) -> None:
    """Go back to a backup; the present state is kept as a dated file among the backups."""
    from practicecoder.services.restoring import restore_study

    aside = restore_study(folder, name, secret=secret_of(folder))
    say(f"Restored {Path(name).name}.")
    if aside is not None:
        say(f"What was in its place is kept as {aside.name} in the backups folder.")


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
