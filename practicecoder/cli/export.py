"""The command that writes the analysis package."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.output import progress_printer, say
from practicecoder.cli.unlocking import open_study
from practicecoder.domain.ids import CoderId


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    study: Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")],
    out: Annotated[Path, typer.Option("--out", help="New or empty folder for the package.")],
    formats: Annotated[
        str,
        typer.Option(
            metavar="LIST",
            help="Comma-separated: csv, xlsx, sav, dta, parquet. CSV is always written.",
        ),
    ] = "csv",
    profile: Annotated[
        str,
        typer.Option(
            metavar="team|outside",
            help="team: rows by pseudonym. outside: aggregates with disclosure control.",
        ),
    ] = "team",
    purpose: Annotated[str, typer.Option(help="What it is for, for the register.")] = "",
    evidence: Annotated[
        bool, typer.Option("--evidence", help="With evidence that coders share.")
    ] = False,
    keep_out: Annotated[
        list[str] | None,
        typer.Option("--name", help="A name to keep out of that evidence; may be repeated."),
    ] = None,
    only_data: Annotated[
        bool, typer.Option("--only-data", help="Without analysis and figures.")
    ] = False,
    archive: Annotated[
        bool, typer.Option("--zip", help="Also as one zip beside the folder.")
    ] = False,
    byte_order_mark: Annotated[
        bool, typer.Option("--bom", help="CSV with a byte order mark, for Excel.")
    ] = False,
    exact_dates: Annotated[
        bool, typer.Option("--exact-dates", help="With the days of sessions (team alone).")
    ] = False,
    actor: Annotated[
        str, typer.Option("--as", help="Your own code, an analyst's or a lead's.")
    ] = "",
) -> None:
    """Write the analysis package of a study and enter it in the register."""
    from practicecoder.export.data import Profile
    from practicecoder.services.exporting import PackageOrder

    if profile not in tuple(Profile):
        raise typer.BadParameter("There are team and outside.", param_hint="--profile")
    if exact_dates and profile != Profile.TEAM:
        raise typer.BadParameter(
            "The package for outside has no dates.", param_hint="--exact-dates"
        )
    order = PackageOrder(
        formats=tuple(name.strip() for name in formats.split(",") if name.strip()),
        profile=Profile(profile),
        purpose=purpose,
        evidence=evidence,
        names=tuple(keep_out or ()),
        analysis=not only_data,
        archive=archive,
        byte_order_mark=byte_order_mark,
        exact_dates=exact_dates,
    )
    with closing(open_study(study)) as services:
        written = services.exporting.export(
            out, order, actor=CoderId(actor) if actor else None, progress=progress_printer()
        )
    for path in written:
        say(str(path))
