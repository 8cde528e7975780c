"""Commands on a study folder: create, info, check, add sessions, import ratings."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli import (
    backups,
    exports,
    from_cacti,
    importing,
    keys,
    leading,
    offices,
    outcomes,
    people,
    planning,
    relinking,
    withdrawing,
)
from practicecoder.cli.keys import tell_recovery_code
from practicecoder.cli.output import complain, print_json, print_table, progress_printer, say
from practicecoder.cli.unlocking import new_passphrase, open_study, secret_of
from practicecoder.errors import NotAllowedError

commands = typer.Typer(help="Study folders.", no_args_is_help=True, rich_markup_mode=None)
commands.add_typer(planning.commands)
commands.add_typer(leading.commands)
commands.add_typer(people.commands)
commands.add_typer(offices.commands)
commands.add_typer(outcomes.commands)
commands.add_typer(importing.commands)
commands.add_typer(from_cacti.commands)
commands.add_typer(exports.commands)
commands.add_typer(keys.commands)
commands.add_typer(withdrawing.commands)
commands.add_typer(backups.commands)
commands.add_typer(relinking.commands)

StudyFolder = planning.StudyFolder


@commands.command("create")
def create(
    folder: StudyFolder,
    codebook: Annotated[str, typer.Option(help="Id of the codebook, or a codebook file.")],
    title: Annotated[str, typer.Option(help="Title of the study.")],
    lead: Annotated[str, typer.Option(help="Code of the first lead.")] = "L1",
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
    """Make a new study folder."""
    from practicecoder.domain.ids import CoderId
    from practicecoder.services.studies import create_study
    from practicecoder.services.tables import codebook_of

    if passphrase_file is not None and not encrypt:
        raise typer.BadParameter("--passphrase-file goes with --encrypt.")
    book = codebook_of(codebook)
    services = create_study(
        folder,
        title=title,
        codebook=book,
        lead=CoderId(lead),
        passphrase=new_passphrase(passphrase_file) if encrypt else None,
    )
    services.close()
    say(f"Made the study “{services.study.title}” in {folder}.")
    if services.new_recovery_code is None:
        say("It is not encrypted. Keep it on a disk that is (BitLocker, FileVault, LUKS).")
    else:
        tell_recovery_code(services.new_recovery_code)


@commands.command("info")
def info(
    folder: StudyFolder,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Count what a study holds."""
    from practicecoder.services.studies import study_info

    with closing(open_study(folder, read_only=True)) as services:
        found = study_info(services)
    record = found.record
    document: dict[str, object] = {
        "title": record.title,
        "codebook": {
            "id": record.codebook.codebook_id,
            "version": record.codebook.version,
            "digest": record.codebook.digest,
        },
        "created_at": record.created_at.isoformat(),
        "made_up": record.made_up,
        "sessions": found.n_sessions,
        "recordings": found.n_recordings,
        "workers": found.n_workers,
        "offices": found.n_offices,
        "coders": found.n_coders,
        "codings": found.n_codings,
        "codings_submitted": found.n_locked,
        "sessions_coded_by_several": found.n_multiple_coded,
        "sessions_by_state": {state.value: n for state, n in sorted(found.by_state.items())},
    }
    if as_json:
        print_json(document)
        return
    unsaid = record.made_up and "made-up" not in record.title
    say(f"{record.title}{' (made-up data)' if unsaid else ''}")
    say(f"codebook {record.codebook.codebook_id} {record.codebook.version}")
    counts = [[k.replace("_", " "), str(v)] for k, v in document.items() if type(v) is int]
    print_table(["what", "number"], counts)


@commands.command("check")
def check(
    folder: StudyFolder,
    heads: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Text with printed heads of the history, from reports, packages or receipts; "
            "- reads what is typed or pasted.",
        ),
    ] = None,
) -> None:
    """Check database, history and recordings of a study."""
    from practicecoder.services.studies import check_study

    printed = None if heads is None else _text_of(heads)
    problems = check_study(folder, secret_of(folder), printed=printed)
    for problem in problems:
        complain(problem.sentence())
    if problems:
        raise typer.Exit(1)
    say("Database, history and recordings are sound.")
    if heads is not None:
        say("Every printed head is in the history.")


@commands.command("add-sessions")
def add_sessions(
    folder: StudyFolder,
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", help="Sheet with one row a session.")],
) -> None:
    """Add sessions from a sheet; recordings are named in its `audio` column."""
    with closing(open_study(folder)) as services:
        summary = services.importing.add_sessions(sheet, actor=None, progress=progress_printer())
    say(summary.sentence())
    for notice in summary.notices:
        complain(notice)


@commands.command("import-ratings")
def import_ratings(
    folder: StudyFolder,
    ratings: Annotated[Path, typer.Argument(metavar="RATINGS", help="Long or wide ratings.")],
) -> None:
    """Import submitted ratings from a sheet, all of them or none."""
    with closing(open_study(folder)) as services:
        summary = services.importing.import_ratings(ratings, actor=None)
    say(summary.sentence())


@commands.command("add-transcript")
def add_transcript(
    folder: StudyFolder,
    session: Annotated[str, typer.Argument(metavar="SESSION", help="Code of the session.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="VTT, SRT, text, Word and others.")],
    role: Annotated[
        list[str] | None,
        typer.Option(
            "--role",
            metavar="SPEAKER=ROLE",
            help="Role of a speaker of the file: worker, parent, child, other_professional or "
            "unknown; may be repeated.",
        ),
    ] = None,
    offset_ms: Annotated[
        int, typer.Option("--offset-ms", help="Milliseconds added to every time; may be negative.")
    ] = 0,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace the transcript that is there.")
    ] = False,
) -> None:
    """Add a session's transcript; speakers' names are replaced by roles before it is stored."""
    from practicecoder.cli.transcripts import roles_of, told_of
    from practicecoder.domain.ids import SessionId

    session_id = SessionId(session)
    with closing(open_study(folder)) as services:
        transcripts = services.transcripts
        read = transcripts.read(file)
        roles = roles_of(transcripts.speakers(read), role or ())
        preview = transcripts.preview_for(session_id, read, roles, offset_ms=offset_ms)
        transcripts.add_to_session(session_id, preview, actor=None, replace_existing=replace)
    for sentence in told_of(read, preview):
        say(sentence)
    count = len(preview.transcript.lines)
    say(f"Added {count} {'line' if count == 1 else 'lines'} to session {session_id}.")


@commands.command("certificates")
def certificates(
    folder: StudyFolder,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Tell every coder's certificate, trials and the pass rule."""
    from practicecoder.services.training import certificate_document
    from practicecoder.services.training_words import rule_in_words

    with closing(open_study(folder, read_only=True)) as services:
        rule = services.settings.current().pass_rule
        rows = [certificate_document(progress) for progress in services.training.overview()]
    asked = rule_in_words(rule)
    if as_json:
        print_json({"pass_rule": asked, "coders": rows})
        return
    say(f"Pass rule: {asked}")
    shown = ("coder", "state", "granted_on", "expires_on", "trials", "attempt", "reached")
    print_table(
        [heading.replace("_", " ") for heading in shown],
        [["" if row[key] is None else _cell(row[key]) for key in shown] for row in rows],
    )


def _text_of(file: Path) -> str:
    """Text of a file, or of what is typed or pasted."""
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise NotAllowedError(
            f"The file of heads {file} cannot be read. Name a text file, or - for what is typed."
        ) from error


def _cell(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
