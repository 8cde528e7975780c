"""Commands on codebooks: list, show, check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.output import complain, print_table, say
from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook, Dimension

commands = typer.Typer(help="Coding schemes.", no_args_is_help=True, rich_markup_mode=None)


@commands.command("list")
def list_codebooks() -> None:
    """List the codebooks that come with practicecoder."""
    rows = [
        [
            book.codebook_id,
            book.version,
            book.status.value,
            str(len(book.dimensions)),
            f"{book.scale.minimum} to {book.scale.maximum}",
            str(len(book.counts)),
            book.title,
        ]
        for book in library.built_in()
    ]
    print_table(["id", "version", "status", "dimensions", "scale", "counts", "title"], rows)


@commands.command("show")
def show_codebook(
    codebook_id: Annotated[str, typer.Argument(metavar="ID", help="Such as swim7.")],
) -> None:
    """Show a codebook as coders see it."""
    book = library.find(codebook_id)
    say(f"{book.title}\n{book.codebook_id} {book.version} ({book.status.value})\n\n{book.wording}")
    for dimension in book.dimensions:
        _show_dimension(book, dimension)
    if book.scores:
        say("\nScores")
        for score in book.scores:
            parts = ", ".join(book.label(part) for part in score.parts)
            say(f"  {score.label}: {score.function.value} of {parts} ({score.missing.value})")


@commands.command("check")
def check_codebooks(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Codebook files.")],
) -> None:
    """Check codebook files and list every problem at once."""
    problems = [problem for file in files for problem in library.check_file(file)]
    for problem in problems:
        complain(problem.sentence())
    if problems:
        raise typer.Exit(1)
    say(f"{len(files)} {'file' if len(files) == 1 else 'files'} checked, no problem found.")


@commands.command("diff")
def compare_codebooks(
    before: Annotated[str, typer.Argument(metavar="ID|FILE", help="Id, or a codebook file.")],
    after: Annotated[Path, typer.Argument(metavar="FILE", help="The other codebook file.")],
) -> None:
    """Tell what differs between two codebooks, and whether it is more than other words."""
    from practicecoder.codebook.differences import DifferenceKind, differences
    from practicecoder.codebook.loader import read_codebook
    from practicecoder.services.tables import codebook_of

    found = differences(codebook_of(before), read_codebook(after))
    for one in found:
        weight = "substance" if one.of_substance else "wording"
        say(f"{one.item}, {one.part}: {one.kind.value} ({weight})")
        if one.kind is DifferenceKind.CHANGED:
            say(f"  - {one.before}\n  + {one.after}")
    if not found:
        say("Nothing differs that codings rest on.")


def _show_dimension(book: Codebook, dimension: Dimension) -> None:
    say(f"\n{dimension.label} ({book.groups.get(dimension.group, dimension.group)})")
    say(f"  {dimension.definition}")
    for level in reversed(dimension.levels):
        anchor = " (start)" if level.value == dimension.scale.anchor else ""
        name = f" {level.name}:" if level.name else ""
        say(f"  {level.value}{anchor}{name} {level.text}".rstrip())
