"""The command that converts files between the formats of other programs and our tables."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.options import AsJson
from practicecoder.cli.output import complain, print_json, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practicecoder.interchange.foreign.formats import ForeignFormat
    from practicecoder.services.converting import Converted, SourceKind

Source = Annotated[
    Path, typer.Argument(metavar="IN", help="The file to read, or a folder of files.")
]
Target = Annotated[
    Path, typer.Argument(metavar="OUT", help="The file to write, or a folder for several.")
]
From = Annotated[
    str | None, typer.Option("--from", help="Format of IN; its content tells unless given.")
]
To = Annotated[
    str | None, typer.Option("--to", help="Format of OUT; its ending tells unless given.")
]
Coder = Annotated[str | None, typer.Option("--coder", help="Who coded, if the file holds one.")]
Session = Annotated[
    str | None, typer.Option("--session", help="Which session, if the file holds one.")
]
Speakers = Annotated[
    list[str] | None,
    typer.Option("--speaker", metavar="WORD=WORD", help="Call a speaker otherwise; repeatable."),
]
Codes = Annotated[
    list[str] | None,
    typer.Option("--code", help="A known code, to part codes from notes in labels; repeatable."),
]
BytesPerSecond = Annotated[
    int | None,
    typer.Option(
        "--bytes-per-second",
        min=1,
        max=1_000_000,
        help="Take times of CACTI up to 0.20 from positions in the sound.",
    ),
]
DefaultRating = Annotated[
    int | None, typer.Option("--default-rating", help="Value that CACTI filled in by itself.")
]
DefaultsUnrated = Annotated[
    bool,
    typer.Option("--defaults-unrated", help="Take ratings that may be defaults for not given."),
]
Items = Annotated[
    list[str] | None,
    typer.Option(
        "--item",
        metavar="ITEM[=NAME]",
        help="What to call a rated item. Without a name: in a lab's sheet, only the columns that "
        "are named hold ratings. Repeatable.",
    ),
]
Missing = Annotated[
    list[str] | None,
    typer.Option(
        "--missing",
        metavar="TEXT=[REASON]",
        help="In a lab's sheet: what a cell means; without a reason, not yet rated; repeatable.",
    ),
]
Dictionary = Annotated[
    Path | None, typer.Option("--dictionary", help="REDCap's data dictionary of the export.")
]
HiddenReason = Annotated[
    str,
    typer.Option(
        "--hidden-reason", help="Why fields that REDCap's branching hid are not applicable."
    ),
]
Lenient = Annotated[
    bool,
    typer.Option("--lenient", help="Leave faulty parts out and list them in problems.csv."),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Write over what is there.")]
FoldersAreCoders = Annotated[
    bool,
    typer.Option("--folders-are-coders", help="In a folder, that of a file names its coder."),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("convert")(convert)


def convert(
    source: Source,
    target: Target,
    from_: From = None,
    to: To = None,
    coder: Coder = None,
    session: Session = None,
    speaker: Speakers = None,
    code: Codes = None,
    bytes_per_second: BytesPerSecond = None,
    default_rating: DefaultRating = None,
    defaults_unrated: DefaultsUnrated = False,
    item: Items = None,
    missing: Missing = None,
    dictionary: Dictionary = None,
    hidden_reason: HiddenReason = "",
    lenient: Lenient = False,
    overwrite: Overwrite = False,
    folders_are_coders: FoldersAreCoders = False,
    as_json: AsJson = False,
) -> None:
    """Convert codings or talk into another format; says what that format does not hold.

    Nothing is mapped to a codebook, and nothing is dropped without being told.
    """
    from practicecoder.interchange.foreign.lab_sheet import SheetHints
    from practicecoder.interchange.foreign.values import Hints
    from practicecoder.services.converting import Wishes, convert_file

    items = dict(_named(word) for word in item or ())
    wishes = Wishes(
        written_at=datetime.now(UTC),
        source=_source_kind(from_),
        target=_target_kind(to),
        hints=Hints(
            codes=tuple(code) if code else None,
            bytes_per_second=bytes_per_second,
            default_rating=default_rating,
        ),
        coder=coder,
        session=session,
        speakers=dict(_pair(word, "--speaker", "the word to write") for word in speaker or ()),
        items=items,
        sheet=SheetHints(
            missing=dict(_pair(text, "--missing", "the reason") for text in missing or ()),
            items=tuple(items) if not all("=" in word for word in item or ()) else None,
            dictionary=dictionary,
            hidden_reason=hidden_reason,
        ),
        defaults_unrated=defaults_unrated,
        lenient=lenient,
        overwrite=overwrite,
        folders_are_coders=folders_are_coders,
    )
    done = convert_file(source, target, wishes)
    if as_json:
        print_json(_document(done))
    else:
        _tell(done)
    for problem in done.read.problems:
        complain(problem.sentence())


def _source_kind(text: str | None) -> SourceKind | None:
    from practicecoder.interchange.foreign.formats import ForeignFormat
    from practicecoder.interchange.transcripts.forms import TranscriptFormat

    if text in (None, "casaa"):  # the generations of .casaa tell themselves apart
        return None
    kinds: dict[str, SourceKind] = {str(kind): kind for kind in TranscriptFormat}
    kinds |= {str(kind): kind for kind in ForeignFormat if kind.is_read}
    if text not in kinds:
        raise typer.BadParameter(f"--from takes {_listed(['casaa', *sorted(kinds)])}.")
    return kinds[text]


def _target_kind(text: str | None) -> ForeignFormat | None:
    from practicecoder.interchange.foreign.formats import ForeignFormat

    known = [kind for kind in ForeignFormat if kind.is_written]
    if text is None:
        return None
    if text not in known:
        raise typer.BadParameter(f"--to takes {_listed(known)}.")
    return ForeignFormat(text)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(str(word) for word in words)


def _pair(text: str, option: str, what: str) -> tuple[str, str]:
    old, mark, new = text.partition("=")
    if not mark:
        raise typer.BadParameter(f"{option} takes the file's word, = and {what}.")
    return old, new


def _named(text: str) -> tuple[str, str]:
    """Item of the file and the name for it, which is its own unless another is given."""
    old, _, new = text.partition("=")
    return old, new or old


def _document(done: Converted) -> dict[str, object]:
    read = done.read
    return {
        "from": {
            "format": str(read.format),
            "version": read.version,
            "because": read.because,
            "resolution_ms": read.resolution_ms,
        },
        "to": str(done.target),
        "sessions": list(read.sessions),
        "coders": list(read.coders),
        "codings": len(read.recordings),
        "marks": sum(len(one.events) for one in read.recordings),
        "ratings": sum(len(one.ratings) for one in read.recordings),
        "notices": list(read.notices),
        "loses": list(done.loses),
        "problems": [problem.sentence() for problem in read.problems],
        "files": [str(path) for path in done.files],
    }


def _tell(done: Converted) -> None:
    read = done.read
    marks = [event for one in read.recordings for event in one.events]
    ratings = [rating for one in read.recordings for rating in one.ratings]
    version = f", {read.version}" if read.version else ""
    say(f"Read as {read.format.label}{version}. {read.because}")
    say(
        f"{_counted(read.sessions, 'session')}, {_counted(read.recordings, 'coding')}, "
        f"{_counted(marks, 'mark')}, {_counted(ratings, 'rating')}."
    )
    for notice in read.notices:
        say(f"! {notice}")
    for loss in done.loses:
        say(f"- {loss}")
    for path in done.files:
        say(str(path))


def _counted(things: Sequence[object], word: str) -> str:
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"
