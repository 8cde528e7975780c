"""Command that sets the day on which an office began with the new practice."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.days import day_of
from practicecoder.cli.output import print_table, say
from practicecoder.cli.unlocking import open_study

if TYPE_CHECKING:
    from practicecoder.services.offices import OfficeDay

commands = typer.Typer(rich_markup_mode=None)


@commands.command("office-date")
def office_date(
    folder: Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")],
    office: Annotated[
        str | None, typer.Argument(metavar="OFFICE", help="Its code; all are listed without.")
    ] = None,
    day: Annotated[
        date | None,
        typer.Option("--day", parser=day_of, metavar="DAY", help="The day of implementation."),
    ] = None,
    unknown: Annotated[bool, typer.Option("--unknown", help="The day is not known.")] = False,
    actor: Annotated[
        str | None, typer.Option("--as", metavar="CODE", help="Your own code; a lead's.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why a known day changes.")] = "",
) -> None:
    """List offices' days of implementation; tell what another day does; with --as, set it."""
    from practicecoder.domain.ids import CoderId, OfficeId
    from practicecoder.domain.people import Role

    if office is None:
        with closing(open_study(folder, read_only=True)) as services:
            if actor is not None:
                services.people.check_role(CoderId(actor), Role.LEAD, "sees the offices")
            _say_days(services.offices.days())
        return
    if (day is None) is not unknown:
        raise typer.BadParameter("Give --day YYYY-MM-DD, or --unknown.")
    with closing(open_study(folder, read_only=actor is None)) as services:
        found = services.offices.preview(OfficeId(office), day)
        if actor is not None:
            services.offices.set_day(OfficeId(office), day, actor=CoderId(actor), reason=reason)
    say(found.sentence)
    say("Nothing was changed: give --as to set it." if actor is None else "Set.")


def _say_days(days: Iterable[OfficeDay]) -> None:
    print_table(
        ["office", "day of implementation", "sessions", "phase by date"],
        [
            [
                d.office.office_id,
                str(d.office.implementation_date or "—"),
                str(d.n_sessions),
                str(d.n_by_date),
            ]
            for d in days
        ],
    )
