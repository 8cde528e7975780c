"""Commands that write PDF reports."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.days import MadeOn, day_of
from practicecoder.cli.options import keep_input
from practicecoder.cli.output import print_json, progress_printer, say
from practicecoder.cli.team import team
from practicecoder.cli.unlocking import open_study
from practicecoder.errors import ImportedDataError, NotAllowedError, Problem

if TYPE_CHECKING:
    from practicecoder.reports.reliability.data import ReliabilityReportData
    from practicecoder.services.agreement_scope import AgreementScope
    from practicecoder.services.supervision import ReportForm

commands = typer.Typer(help="PDF reports.", no_args_is_help=True, rich_markup_mode=None)
commands.command("team")(team)


@commands.callback()
def reports() -> None:
    """PDF reports."""


@commands.command("worker")
def worker(
    study: Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")],
    out: Annotated[
        Path, typer.Option("--out", help="The file; with --all or --released a folder.")
    ],
    session: Annotated[str | None, typer.Option(help="Session code of the visit.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every session that may have one.")] = False,
    released: Annotated[
        bool, typer.Option("--released", help="Every released report, as it was released.")
    ] = False,
    first_day: Annotated[
        date | None,
        typer.Option("--from", parser=day_of, metavar="DAY", help="First day of release."),
    ] = None,
    last_day: Annotated[
        date | None,
        typer.Option("--to", parser=day_of, metavar="DAY", help="Last day of release."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--form",
            help="With --session: pdf, large_print, docx; else as the name of the file ends.",
        ),
    ] = None,
    names: Annotated[
        Path | None, typer.Option(help="Text file of names to keep out of quotes, one a line.")
    ] = None,
) -> None:
    """Write the feedback report of one session, of all that may have one, or all released.

    A report that was released is written as it was released; any other is marked as a draft.
    """
    from practicecoder.domain.ids import SessionId

    if (session is not None) + every + released != 1:
        raise typer.BadParameter("give one of --session CODE, --all and --released.")
    if (first_day or last_day) and not released:
        raise typer.BadParameter("--from and --to go with --released.")
    if session is None and form is not None:
        raise typer.BadParameter("--form goes with --session.")
    chosen = _form_of(form, out)
    kept_out = names_in(names)
    with closing(open_study(study)) as services:
        if session is not None:
            written: tuple[Path, ...] = (
                services.supervision.write_worker_report(
                    SessionId(session), out, names=kept_out, form=chosen
                ),
            )
        elif released:
            written = services.releases.write_released(
                out, progress_printer(), first_day=first_day, last_day=last_day
            )
        else:
            written = services.supervision.write_all(
                out, progress=progress_printer(), names=kept_out
            )
    for path in written:
        say(str(path))


def _form_of(named: str | None, out: Path) -> ReportForm:
    """Form that was named, or that the file's name asks for.

    Raises
    ------
    typer.BadParameter
        If there is no such form, or the file's name ends like one of another form.
    """
    from practicecoder.services.supervision import ReportForm

    by_suffix = {".docx": (ReportForm.WORD,), ".pdf": (ReportForm.PDF, ReportForm.LARGE_PRINT)}
    fitting = by_suffix.get(out.suffix.casefold(), ())
    if named is None:
        return fitting[0] if fitting and not out.is_dir() else ReportForm.PDF
    if named not in tuple(ReportForm):
        raise typer.BadParameter(f"--form is one of {', '.join(ReportForm)}.")
    form = ReportForm(named)
    if fitting and form not in fitting and not out.is_dir():
        raise typer.BadParameter(f"--form {named} does not go with the name {out.name}.")
    return form


@commands.command("reel")
def reel(
    study: Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")],
    session: Annotated[str, typer.Option(help="Session code of the visit.")],
    out: Annotated[Path, typer.Option("--out", help="The WAVE file.")],
) -> None:
    """Write the shared moments of a session as one sound file, where consent is recorded."""
    from practicecoder.domain.ids import SessionId

    with closing(open_study(study)) as services:
        path = services.reels.write(SessionId(session), out, progress=progress_printer())
    say(str(path))


def names_in(file: Path | None) -> tuple[str, ...]:
    """Names of a text file, one a line; none without a file.

    Raises
    ------
    ImportedDataError
        If the file cannot be read as text.
    """
    if file is None:
        return ()
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ImportedDataError(
            [
                Problem(
                    what="the list of names cannot be read.",
                    fix="Save it as plain text (UTF-8), one name a line.",
                    file=file.name,
                )
            ]
        ) from error
    return tuple(name for line in lines if (name := line.strip()))


@commands.command("reliability")
def reliability(  # one parameter an option
    source: Annotated[
        Path, typer.Argument(metavar="STUDY|RATINGS", help="A study folder or a table of ratings.")
    ],
    out: Annotated[Path | None, typer.Option("--out", help="The PDF.")] = None,
    docx: Annotated[Path | None, typer.Option(help="Paragraph and tables for Word.")] = None,
    csv: Annotated[Path | None, typer.Option(help="The table of agreement as printed.")] = None,
    methods: Annotated[
        Path | None, typer.Option(help="The methods paragraph, .txt or .docx.")
    ] = None,
    codebook: Annotated[
        str | None, typer.Option(help="Id or file, for RATINGS; swim7 unless given.")
    ] = None,
    bands: Annotated[str, typer.Option(help="Words for ICCs: cicchetti or koo-li.")] = "cicchetti",
    first_day: Annotated[
        date | None,
        typer.Option("--from", parser=day_of, metavar="DAY", help="First day of submission."),
    ] = None,
    last_day: Annotated[
        date | None,
        typer.Option("--to", parser=day_of, metavar="DAY", help="Last day of submission."),
    ] = None,
    version: Annotated[
        str | None, typer.Option("--codebook-version", help="Codings of this version alone.")
    ] = None,
    coder: Annotated[
        list[str] | None, typer.Option(help="Codings of this coder; may be repeated.")
    ] = None,
    leave_out_unblinded: Annotated[
        bool, typer.Option("--leave-out-unblinded", help="Leave out unblinded codings.")
    ] = False,
    made_on: MadeOn = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the numbers as one JSON document.")
    ] = False,
) -> None:
    """Write the reliability report: design, agreement, pictures, coders, method."""
    from practicecoder.domain.ids import CoderId
    from practicecoder.services.agreement_scope import AgreementScope
    from practicecoder.services.reliability_report import BANDS, ReportFiles, write_report

    files = ReportFiles(pdf=out, docx=docx, csv=csv, methods=methods)
    if not files.paths and not as_json:
        raise typer.BadParameter("give --out, --docx, --csv, --methods or --json.")
    keep_input(source, *files.paths)
    if bands not in BANDS:
        raise typer.BadParameter(f"--bands is one of {', '.join(BANDS)}.")
    scope = AgreementScope(
        first_day=first_day,
        last_day=last_day,
        codebook_version=version,
        coder_ids=frozenset(CoderId(code) for code in coder or ()),
        leave_out_unblinded=leave_out_unblinded,
    )
    data = _reliability_data(source, codebook, scope, bands, made_on)
    written = write_report(data, files, progress_printer())
    if as_json:
        print_json({**data.table.as_json(), "files": [str(path) for path in written]})
        return
    for path in written:
        say(str(path))


def _reliability_data(
    source: Path, codebook: str | None, scope: AgreementScope, bands: str, made_on: date | None
) -> ReliabilityReportData:
    from practicecoder.services.agreement_scope import AgreementScope
    from practicecoder.services.ratings_report import report_of_ratings
    from practicecoder.services.reliability_report import BANDS
    from practicecoder.services.tables import codebook_of

    if source.is_dir():
        with closing(open_study(source, read_only=True)) as services:
            own = services.codebook.codebook_id
            if codebook and (named := codebook_of(codebook).codebook_id) != own:
                raise NotAllowedError(
                    f"The study in {source} is coded with {own}, not {named}. "
                    "Leave --codebook out."
                )
            return services.reliability_report.data(scope, bands=BANDS[bands], made_on=made_on)
    if scope != AgreementScope():
        raise typer.BadParameter(
            "--from, --to, --codebook-version, --coder and --leave-out-unblinded go with a study."
        )
    today = made_on or datetime.now().astimezone().date()
    return report_of_ratings(source, codebook, bands=BANDS[bands], made_on=today)
