"""Commands on the people of a study: add one, list all, change roles and access."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.acting import acting_lead
from practicecoder.cli.output import print_json, print_table, say
from practicecoder.cli.unlocking import open_study
from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Role
from practicecoder.errors import NotAllowedError

if TYPE_CHECKING:
    from practicecoder.domain.people import Coder
    from practicecoder.services.session_story import StoryLine

commands = typer.Typer(rich_markup_mode=None)

_Folder = Annotated[Path, typer.Argument(metavar="STUDY", help="The study folder.")]


@commands.command("add-person")
def add_person(
    folder: _Folder,
    code: Annotated[str, typer.Argument(metavar="CODE", help="Pseudonymous code.")],
    role: Annotated[
        list[Role] | None, typer.Option("--role", help="What the person does; may be repeated.")
    ] = None,
    actor: Annotated[
        str | None, typer.Option("--as", metavar="CODE", help="Your own code; a lead's.")
    ] = None,
) -> None:
    """Add a coder, supervisor, analyst or lead by code; only a lead does so, named by --as."""
    with closing(open_study(folder)) as services:
        if actor is None and services.people.coders():
            raise NotAllowedError("Only a lead adds people. Give your own code with --as.")
        services.people.add_coder(
            code,
            frozenset(role or [Role.CODER]),
            actor=None if actor is None else CoderId(actor),
        )
    say(f"Added {code}.")


@commands.command("person-rights")
def person_rights(
    folder: _Folder,
    person: Annotated[
        str | None, typer.Option(metavar="CODE", help="Whose roles; all are listed without.")
    ] = None,
    role: Annotated[
        list[Role] | None, typer.Option("--role", help="What the person does; may be repeated.")
    ] = None,
    no_access: Annotated[
        bool, typer.Option("--no-access", help="The person does not work here any more.")
    ] = False,
    reason: Annotated[str, typer.Option(help="Why; kept on record, so no names.")] = "",
    lead: Annotated[
        str | None,
        typer.Option("--as", metavar="CODE", help="Your own code; with several leads."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Give a person other roles, or end their access; without --person, tell who has which.

    The roles that are named replace those the person had. Whoever has no access stays in the data
    and gets it back by being given a role.
    """
    if person is None:
        if role or no_access:
            raise typer.BadParameter("--role and --no-access need --person.")
        _tell_all(folder, as_json=as_json)
        return
    if bool(role) is no_access:
        raise typer.BadParameter("give --role, once or more, or --no-access.")
    with closing(open_study(folder)) as services:
        change = services.people.change_roles(
            CoderId(person),
            role or (),
            actor=acting_lead(services, lead, "--as"),
            reason=reason,
        )
        work = services.people.open_work(CoderId(person))
    if not change.kinds:
        say("Nothing changes.")
        return
    held = ", ".join(one for one in Role if one in (role or ()))
    say(f"{person}: {held or 'no access'}. {work.sentence}".rstrip())


def _tell_all(folder: Path, *, as_json: bool) -> None:
    from practicecoder.services.rights_story import rights_lines

    with closing(open_study(folder, read_only=True)) as services:
        people = services.people.coders()
        lines = rights_lines(services.people.rights_history())
    if as_json:
        print_json(
            {
                "people": [
                    {"code": one.coder_id, "roles": [r for r in Role if r in one.roles]}
                    for one in people
                ],
                "changes": [_document(line) for line in lines],
            }
        )
        return
    print_table(["code", "roles"], [[one.coder_id, _roles(one)] for one in people])
    if lines:
        say("")
        print_table(
            ["when (UTC)", "who", "what", "before", "after", "reason"],
            [
                [f"{one.at:%Y-%m-%d %H:%M}", one.who, one.text, one.before, one.after, one.reason]
                for one in lines
            ],
        )


def _document(line: StoryLine) -> dict[str, object]:
    return {
        "at": line.at.isoformat(timespec="seconds"),
        "by": line.who,
        "what": line.text,
        "before": line.before,
        "after": line.after,
        "reason": line.reason,
    }


def _roles(person: Coder) -> str:
    return ", ".join(role for role in Role if role in person.roles) or "no access"
