"""The command that writes the team report."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.days import MadeOn, day_of
from practicecoder.cli.output import print_json, say
from practicecoder.cli.unlocking import open_study


def team(  # one parameter an option
    study: Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="The file, .pdf or .docx, or a folder.")
    ] = None,
    senior: Annotated[
        bool, typer.Option("--senior", help="No single worker, no quotes, small cells hidden.")
    ] = False,
    outside: Annotated[
        bool, typer.Option("--outside", help="With --senior: to leave the organisation.")
    ] = False,
    first_day: Annotated[
        date | None,
        typer.Option("--from", parser=day_of, metavar="DAY", help="First day of visits."),
    ] = None,
    last_day: Annotated[
        date | None, typer.Option("--to", parser=day_of, metavar="DAY", help="Last day of visits.")
    ] = None,
    office: Annotated[str | None, typer.Option(help="Visits of this office alone.")] = None,
    supervisor: Annotated[
        str | None, typer.Option(help="Code of a supervisor: their workers alone.")
    ] = None,
    made_on: MadeOn = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the numbers as one JSON document.")
    ] = False,
) -> None:
    """Write the team report, as a draft: summary, own courses, what is built, over time."""
    from practicecoder.domain.ids import CoderId, OfficeId
    from practicecoder.reports.team.data import TeamVariant
    from practicecoder.reports.team.numbers import team_json
    from practicecoder.services.team_scope import TeamScope

    if out is None and not as_json:
        raise typer.BadParameter("give --out or --json.")
    if outside and not senior:
        raise typer.BadParameter("--outside goes with --senior.")
    if out is not None and not out.is_dir() and out.suffix.casefold() not in ("", ".pdf", ".docx"):
        raise typer.BadParameter(f"{out.name} ends neither with .pdf nor with .docx.")
    scope = TeamScope(
        variant=TeamVariant.SENIOR if senior else TeamVariant.TEAM,
        first_day=first_day,
        last_day=last_day,
        office_id=None if office is None else OfficeId(office),
        supervisor_id=None if supervisor is None else CoderId(supervisor),
        outside=outside,
    )
    written: list[str] = []
    with closing(open_study(study, read_only=out is None)) as services:
        if as_json:
            document = team_json(services.team_report.data(scope, made_on=made_on))
        if out is not None:
            written.append(str(services.team_report.write(scope, out, None, made_on)))
    if as_json:
        print_json({**document, "files": written})
        return
    for path in written:
        say(path)
