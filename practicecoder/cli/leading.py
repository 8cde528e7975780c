"""Commands of leads: supervisors, consent, and further versions of the codebook."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.output import print_json, print_table, say
from practicecoder.cli.unlocking import open_study

if TYPE_CHECKING:
    from practicecoder.domain.consent import Consent

commands = typer.Typer(rich_markup_mode=None)

StudyFolder = Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")]
Lead = Annotated[str, typer.Option("--as", metavar="CODE", help="Your own code; a lead's.")]


@commands.command("supervise")
def supervise(
    folder: StudyFolder,
    supervisor: Annotated[str, typer.Option(help="Code of the supervisor.")],
    worker: Annotated[list[str], typer.Option(help="Code of a worker; may be repeated.")],
    actor: Lead,
    end: Annotated[bool, typer.Option("--end", help="End the supervision.")] = False,
) -> None:
    """Name a person the supervisor of workers, or end that."""
    from practicecoder.domain.ids import CoderId, WorkerId

    workers = [WorkerId(code) for code in worker]
    with closing(open_study(folder)) as services:
        change = (
            services.supervisees.end_supervision if end else services.supervisees.name_supervisor
        )
        change(workers, CoderId(supervisor), actor=CoderId(actor))
        theirs = [s.worker_id for s in services.supervisees.all() if s.supervisor_id == supervisor]
    say(f"{supervisor} supervises {', '.join(theirs) if theirs else 'nobody'}.")


@commands.command("update-codebook")
def update_codebook(
    folder: StudyFolder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A further version.")],
    actor: Lead,
) -> None:
    """Take a further version of the study's codebook into use; only wordings may differ."""
    from practicecoder.domain.ids import CoderId

    with closing(open_study(folder)) as services:
        services.codebooks.take_over(file, actor=CoderId(actor))
        say(
            f"Further codings are made by {services.codebook.codebook_id} "
            f"{services.codebook.version}; earlier ones keep theirs."
        )


@commands.command("consent")
def consent(
    folder: StudyFolder,
    session: Annotated[list[str], typer.Option(help="Session code; may be repeated.")],
    actor: Lead,
    given: Annotated[list[str] | None, typer.Option(help="A use that was agreed to.")] = None,
    refused: Annotated[list[str] | None, typer.Option(help="A use that was not.")] = None,
    note: Annotated[str, typer.Option(help="Where the answer is kept; no names.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Record what sessions may be used for; without answers, tell what is recorded.

    Uses are coding, feedback, training, quotes and listening.
    """
    from practicecoder.domain.consent import ConsentUse
    from practicecoder.domain.ids import CoderId, SessionId
    from practicecoder.domain.people import Role

    answers = dict.fromkeys(given or (), True) | dict.fromkeys(refused or (), False)
    unknown = sorted(set(answers) - set(ConsentUse))
    if unknown:
        raise typer.BadParameter(f"{unknown[0]} is no use; there are {', '.join(ConsentUse)}.")
    if set(given or ()) & set(refused or ()):
        raise typer.BadParameter("a use is either --given or --refused.")
    sessions = [SessionId(code) for code in session]
    with closing(open_study(folder, read_only=not answers)) as services:
        services.people.check_role(CoderId(actor), Role.LEAD, "reads and records consent")
        if answers:
            services.consents.record(
                sessions,
                {ConsentUse(use): is_given for use, is_given in answers.items()},
                actor=CoderId(actor),
                note=note,
            )
        found = {each: services.consents.of_session(each) for each in sessions}
    recorded = [answer for of_session in found.values() for answer in of_session.values()]
    if as_json:
        print_json({"consents": [_document(answer) for answer in recorded]})
    elif not recorded:
        say("Nothing is recorded about these sessions: no use is agreed to.")
    else:
        print_table(
            ["session", "use", "agreed"],
            [[r.session_id, r.use.value, "yes" if r.given else "no"] for r in recorded],
        )


def _document(answer: Consent) -> dict[str, object]:
    return {
        "session_id": answer.session_id,
        "use": answer.use.value,
        "given": answer.given,
        "recorded_at": answer.recorded_at.isoformat(timespec="seconds"),
        "recorded_by": answer.recorded_by,
    }
