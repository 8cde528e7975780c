"""The command that makes a study out of a CACTI archive."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.keys import tell_recovery_code
from practicecoder.cli.output import complain, print_table, progress_printer, say
from practicecoder.cli.unlocking import new_passphrase
from practicecoder.errors import ImportedDataError
from practicecoder.interchange.codings_mapping import Defaults

if TYPE_CHECKING:
    from practicecoder.services.cacti_study import ArchivePreview

commands = typer.Typer(rich_markup_mode=None)


@commands.command("from-cacti")
def from_cacti(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="The archive: configuration, .casaa, sound."),
    ],
    study: Annotated[Path, typer.Argument(metavar="DIR", help="The study folder to make.")],
    title: Annotated[str, typer.Option(help="Title of the study.")] = "",
    lead: Annotated[str, typer.Option(help="Code of the first lead.")] = "L1",
    coder: Annotated[
        str, typer.Option(metavar="CODE", help="Who coded, where nothing says it.")
    ] = "",
    folders_are_coders: Annotated[
        bool, typer.Option("--folders-are-coders", help="A file's folder names its coder.")
    ] = False,
    defaults: Annotated[
        Defaults | None,
        typer.Option(help="What ratings are that CACTI may have filled in by itself."),
    ] = None,
    bytes_per_second: Annotated[
        int | None,
        typer.Option(min=1, help="Of the sound that CACTI up to 0.20 played, for finer times."),
    ] = None,
    codebook_id: Annotated[str, typer.Option(help="Id of the codebook that is made.")] = "cacti",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what was understood and make nothing.")
    ] = False,
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help="Encrypt it; the recovery code is printed once.")
    ] = False,
    passphrase_file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="File whose first line is the passphrase, with --encrypt; else it is asked for.",
        ),
    ] = None,
) -> None:
    """Make a study of a CACTI archive: codebook, sessions, marks, ratings, sound; or nothing."""
    from practicecoder.domain.ids import CoderId
    from practicecoder.interchange.foreign.values import Hints
    from practicecoder.services.cacti_study import (
        ArchiveChoices,
        make_study,
        preview_archive,
        read_archive,
    )

    if passphrase_file is not None and not encrypt:
        raise typer.BadParameter("--passphrase-file goes with --encrypt.")
    title = title or folder.resolve().name
    choices = ArchiveChoices(codebook_id=codebook_id, title=title, coder=coder, defaults=defaults)
    hints = Hints(bytes_per_second=bytes_per_second)
    found = read_archive(folder, folders_are_coders=folders_are_coders, hints=hints)
    preview = preview_archive(folder, found, choices)
    _show(preview)
    if preview.problems:
        for problem in preview.problems if dry_run else ():
            complain(problem.sentence())
        if dry_run:
            raise typer.Exit(1)
        raise ImportedDataError(preview.problems)
    if dry_run:
        return
    services, summary = make_study(
        preview,
        study,
        title=title,
        lead=CoderId(lead),
        passphrase=new_passphrase(passphrase_file) if encrypt else None,
        progress=progress_printer(),
    )
    with closing(services):
        say(f"Made the study “{services.study.title}” in {study}. {summary.sentence()}")
        for notice in summary.notices:
            complain(notice)
        if services.new_recovery_code is not None:
            tell_recovery_code(services.new_recovery_code)


def _show(preview: ArchivePreview) -> None:
    say(f"Understood: {', '.join(preview.understood)}.")
    book = preview.codebook
    if book is not None:
        print_table(
            ["code", "of", "key"],
            [[count.label, count.speaker, count.key] for count in book.counts],
        )
        print_table(
            ["rated", "scale"],
            [[d.label, f"{d.scale.minimum} to {d.scale.maximum}"] for d in book.dimensions],
        )
    if preview.codings is not None:
        print_table(
            ["session", "coder", "marks", "ratings"],
            [
                [one.session_id, one.coder_id, str(len(one.marks)), str(one.n_ratings)]
                for one in preview.codings.codings
            ],
        )
    for notice in preview.notices:
        complain(notice)
    say(preview.sentence())
