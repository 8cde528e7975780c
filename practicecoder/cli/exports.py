"""The command that lists what left a study."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.output import print_json, print_table, say
from practicecoder.cli.unlocking import open_study

if TYPE_CHECKING:
    from practicecoder.services.export_register import ExportRecord

commands = typer.Typer()


@commands.command("exports")
def exports(
    folder: Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")],
    as_csv: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write the register as CSV.")
    ] = None,
    verify: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Say whether the study issued this file; ends with 1 if not."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """List packages that left the study: when, who, for whom, for what, and their SHA-256."""
    with closing(open_study(folder, read_only=True)) as services:
        records = services.exporting.register()
    if verify is not None:
        _verify(records, verify)
        return
    if as_csv is not None:
        from practicecoder.services.export_checking import write_register

        write_register(records, as_csv)
        say(str(as_csv))
        return
    if as_json:
        print_json({"exports": [_document(one) for one in records]})
    else:
        _say_register(records)


def _document(record: ExportRecord) -> dict[str, object]:
    return {
        "at": record.at.isoformat(),
        "by": record.actor,
        "profile": record.profile,
        "purpose": record.purpose,
        "formats": list(record.formats),
        "evidence": record.evidence,
        "sessions": record.n_sessions,
        "rows": dict(record.rows),
        "manifest_sha256": record.sha256,
    }


def _say_register(records: Sequence[ExportRecord]) -> None:
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


def _verify(records: Sequence[ExportRecord], file: Path) -> None:
    """Say whether a file is one that was issued."""
    from practicecoder.services.export_checking import checked_file

    checked = checked_file(records, file)
    if not checked.is_issued:
        changed = " A file of that name was exported, with another content."
        say(f"{checked.name} was not issued by this study.{changed if checked.same_name else ''}")
        raise typer.Exit(1)
    for one in checked.records:
        say(
            f"{checked.name} was issued on {one.at:%Y-%m-%d %H:%M} UTC by "
            f"{one.actor or 'program'} ({one.profile}, {one.purpose or 'purpose not said'})."
        )
