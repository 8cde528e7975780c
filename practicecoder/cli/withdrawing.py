"""Commands of leads: withdraw a session, receipts, and sound that is due to be deleted."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.days import day_of
from practicecoder.cli.output import print_json, print_table, progress_printer, say
from practicecoder.cli.unlocking import open_study
from practicecoder.domain.withdrawal import WithdrawalChoice

commands = typer.Typer(rich_markup_mode=None)

StudyFolder = Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")]
Session = Annotated[str, typer.Argument(metavar="SESSION", help="Code of the session.")]
Lead = Annotated[str, typer.Option("--as", metavar="CODE", help="Your own code; a lead's.")]


@commands.command("withdraw")
def withdraw(
    folder: StudyFolder,
    session: Session,
    choice: Annotated[WithdrawalChoice, typer.Option(help="How far it goes.")],
    actor: Lead,
    reason: Annotated[str, typer.Option(help="Why; no names and no codes.")] = "",
    kept_in: Annotated[str, typer.Option(help="Where the request is kept; no names.")] = "",
    confirm: Annotated[
        str, typer.Option(help="The session's code once more; without it, only a preview.")
    ] = "",
    receipt: Annotated[
        Path | None, typer.Option(help="Write the receipt there, as PDF or .txt.")
    ] = None,
    remove_unreadable: Annotated[
        bool, typer.Option("--remove-unreadable", help="Remove backups that cannot be read.")
    ] = False,
) -> None:
    """Withdraw a session from the study and from every backup; without --confirm, tell what goes.

    Choices are no_new_use, erase_recording, detach_codes and erase_all.
    """
    from practicecoder.domain.ids import CoderId, SessionId
    from practicecoder.services.withdrawal import WithdrawalRequest

    lead = CoderId(actor)
    with closing(open_study(folder, read_only=not confirm)) as services:
        if not confirm:
            _tell_preview(
                services.withdrawal.preview(SessionId(session), choice, actor=lead), session
            )
            return
        done = services.withdrawal.withdraw(
            WithdrawalRequest(
                session_id=SessionId(session),
                choice=choice,
                reason=reason,
                confirmation=confirm,
                kept_in=kept_in,
                remove_unreadable=remove_unreadable,
            ),
            actor=lead,
            progress=progress_printer(),
        )
        written = receipt and services.withdrawal.write_receipt(done.receipt, receipt)
    say(f"Withdrawn. The receipt is {done.receipt.number}.")
    if written:
        say(f"Wrote {written}.")


@commands.command("receipts")
def receipts(
    folder: StudyFolder,
    actor: Lead,
    number: Annotated[str, typer.Option(help="Only the receipt with this number.")] = "",
    out: Annotated[
        Path | None, typer.Option(help="Write that receipt there, as PDF or .txt.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """List receipts of withdrawals, print one, or write it."""
    from practicecoder.domain.ids import CoderId
    from practicecoder.reports.withdrawal_words import receipt_as_text

    if out is not None and not number:
        raise typer.BadParameter("--out needs --number.")
    lead = CoderId(actor)
    with closing(open_study(folder, read_only=True)) as services:
        service = services.withdrawal
        found = (service.receipt(number, actor=lead),) if number else service.receipts(actor=lead)
        written = out and service.write_receipt(found[0], out)
    if written:
        say(f"Wrote {written}.")
    elif as_json:
        documents = [
            {
                "number": one.number,
                "at": one.at.isoformat(timespec="seconds"),
                "by": one.by,
                "choice": one.choice.value,
                "reason": one.reason,
                "kept_in": one.kept_in,
                "erased": {item.value: n for item, n in one.erased},
                "backups": one.n_backups,
                "out_of_reach": len(one.out_of_reach),
            }
            for one in found
        ]
        print_json({"receipts": documents})
    elif number:
        say(receipt_as_text(found[0]))
    elif not found:
        say("Nobody withdrew.")
    else:
        print_table(
            ["number", "day", "by", "choice", "backups"],
            [
                [r.number, f"{r.at:%Y-%m-%d}", str(r.by), r.choice.value, str(r.n_backups)]
                for r in found
            ],
        )


@commands.command("due-deletions")
def due_deletions(
    folder: StudyFolder,
    actor: Annotated[str, typer.Option("--as", metavar="CODE", help="A lead's code.")] = "",
    delete: Annotated[
        bool, typer.Option("--delete", help="Delete the sound of all that are listed.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """List sessions whose sound should be gone; with --delete, delete it. Ratings stay."""
    from practicecoder.domain.ids import CoderId
    from practicecoder.domain.people import Role

    with closing(open_study(folder, read_only=not delete)) as services:
        if actor:
            services.people.check_role(CoderId(actor), Role.LEAD, "ends the keeping of sound")
        due = services.retention.due()
        if delete and due:
            services.retention.delete_sound(
                [one.session.session_id for one in due], actor=CoderId(actor)
            )
    if as_json:
        documents = [
            {
                "session_id": one.session.session_id,
                "until": one.until.isoformat(),
                "days_over": one.days_over,
                "open_codings": one.n_open,
                "deleted": delete,
            }
            for one in due
        ]
        print_json({"due": documents})
    elif not due:
        say("No sound is due to be deleted.")
    else:
        print_table(
            ["session", "until", "days over", "open codings"],
            [
                [str(d.session.session_id), str(d.until), str(d.days_over), str(d.n_open)]
                for d in due
            ],
        )
        if delete:
            say(f"Deleted the sound of {len(due)} {'session' if len(due) == 1 else 'sessions'}.")


@commands.command("keep-sound")
def keep_sound(
    folder: StudyFolder,
    session: Annotated[list[str], typer.Option(help="Session code; may be repeated.")],
    actor: Lead,
    until: Annotated[
        date | None,
        typer.Option(parser=day_of, metavar="DAY", help="Last day; without it the study's rule."),
    ] = None,
) -> None:
    """Name the last day on which the sound of sessions may be kept."""
    from practicecoder.domain.ids import CoderId, SessionId

    with closing(open_study(folder)) as services:
        services.retention.keep_until(
            [SessionId(code) for code in session], until, actor=CoderId(actor)
        )
    say(f"Kept until {until}." if until else "The rule of the study holds.")


def _tell_preview(preview: object, session: str) -> None:
    from practicecoder.reports.withdrawal_words import counted, out_of_reach_line
    from practicecoder.services.withdrawal_preview import WithdrawalPreview

    assert isinstance(preview, WithdrawalPreview)
    for heading, counts in (("Would go", preview.goes), ("Would stay", preview.stays)):
        say(f"{heading}: {'; '.join(counted(item, n) for item, n in counts) or 'nothing'}.")
    say(f"Backups to be rewritten: {preview.n_backups}.")
    for name in preview.unreadable:
        say(f"Cannot be read, so not be erased from: {name}.")
    for one in preview.out_of_reach:
        say(f"Cannot be called back: {out_of_reach_line(one)}.")
    say(f"Nothing was changed. To do it, add --confirm {session} and a --reason.")
