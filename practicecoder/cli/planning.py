"""Commands of a lead on a study folder: draw segments, plan coding."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.acting import acting_lead
from practicecoder.cli.days import day_of
from practicecoder.cli.options import AsJson
from practicecoder.cli.output import complain, print_json, print_table, say
from practicecoder.cli.unlocking import open_study

if TYPE_CHECKING:
    from practicecoder.domain.ids import CoderId, SessionId
    from practicecoder.services.context import StudyServices
    from practicecoder.services.plan_preview import PlanPreview, PlanRequest

commands = typer.Typer()

MOST_NAMED = 10
"""Sessions left for the same reason that are named unless all are asked for."""

StudyFolder = Annotated[Path, typer.Argument(metavar="DIR", help="The study folder.")]
Seed = Annotated[
    int | None, typer.Option(min=0, max=2**53 - 1, help="Seed of the draw; else one is chosen.")
]
Lead = Annotated[
    str | None, typer.Option(help="Code of the lead who acts; needed where there are several.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Name every session that is left as before.")
]


@commands.command("draw-segments")
def draw_segments(
    folder: StudyFolder, seed: Seed = None, lead: Lead = None, verbose: Verbose = False
) -> None:
    """Draw a random window for each session that has none and was not begun."""
    from practicecoder.services.segments import new_seed

    with closing(open_study(folder)) as services:
        used = new_seed() if seed is None else seed
        actor = acting_lead(services, lead)
        sessions = [row.session.session_id for row in services.sessions.lead_table()]
        drawing = services.segments.draw(sessions, actor=actor, seed=used)
    say(drawing.sentence())
    say(f"Seed {used}.")
    _tell_left(drawing.left, verbose=verbose)


@commands.command("plan")
def plan(
    folder: StudyFolder,
    double_share: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="Share of sessions coded twice; else the study's."),
    ] = None,
    coders: Annotated[
        str | None, typer.Option(help="Codes separated by commas; else every coder.")
    ] = None,
    coders_per_double: Annotated[
        int | None, typer.Option(min=2, help="Coders of a double-coded session.")
    ] = None,
    strata: Annotated[
        str, typer.Option(help="What the draw is balanced over, separated by commas.")
    ] = "office,phase,behaviour_change",
    expected: Annotated[
        float, typer.Option(min=0, max=0.99, help="Agreement of one coder to expect, ICC(A,1).")
    ] = 0.70,
    due: Annotated[
        date | None,
        typer.Option(parser=day_of, metavar="DATE", help="Day by which they are wanted."),
    ] = None,
    per_week: Annotated[
        int,
        typer.Option(min=0, help="With --due: so many of each coder by that day and each week."),
    ] = 0,
    seed: Seed = None,
    lead: Lead = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and store nothing.")
    ] = False,
    verbose: Verbose = False,
    as_json: AsJson = False,
) -> None:
    """Give the sessions that nobody has to coders, some of them to two or more."""
    from practicecoder.services.due_dates import DueRule
    from practicecoder.services.plan_preview import PlanRequest

    if per_week and due is None:
        raise typer.BadParameter("--per-week needs --due, the day of the first ones.")
    with closing(open_study(folder, read_only=dry_run)) as services:
        usual = services.settings.current()
        request = PlanRequest(
            coders=_coders(services, coders),
            double_share=usual.double_share if double_share is None else double_share,
            coders_per_double=coders_per_double or usual.coders_per_double,
            seed=seed,
            strata=tuple(_listed(strata)),
            expected_reliability=expected,
            due=None if due is None else DueRule(first=due, per_week=per_week),
        )
        preview = _carried_out(services, request, lead, dry_run=dry_run)
    if as_json:
        print_json(plan_document(preview, dry_run=dry_run))
        return
    _tell(preview, dry_run=dry_run, verbose=verbose)


def _carried_out(
    services: StudyServices, request: PlanRequest, lead: str | None, *, dry_run: bool
) -> PlanPreview:
    preview = services.planning.preview(request)
    if not dry_run:
        services.planning.carry_out(preview, actor=acting_lead(services, lead))
    return preview


def plan_document(preview: PlanPreview, *, dry_run: bool) -> dict[str, object]:
    """Plan as a JSON document."""
    allocation, precision = preview.allocation, preview.precision
    return {
        "carried_out": not dry_run,
        "seed": preview.seed,
        "sessions": allocation.n_sessions,
        "double": list(allocation.double),
        "coders": {str(coder): n for coder, n in preview.given.items()},
        "listening_ms": {str(coder): ms for coder, ms in preview.listening_ms.items()},
        "strata": [
            {
                **dict(zip(allocation.strata, draw.stratum, strict=True)),
                "sessions": draw.n_sessions,
                "double": draw.n_double,
            }
            for draw in allocation.draws
        ],
        "assignments": [
            {
                "session_id": a.session_id,
                "coder_id": a.coder_id,
                "role": a.role.value,
                "due_on": None if a.due_on is None else a.due_on.isoformat(),
            }
            for a in sorted(preview.assignments, key=lambda a: (a.session_id, a.coder_id))
        ],
        "double_in_study": preview.n_double,
        "expected_width": None if precision is None else precision.width,
        "planner": list(preview.sentences),
        "warnings": list(preview.warnings),
        "left": [{"session_id": s, "reason": reason} for s, reason in preview.left],
    }


def _tell(preview: PlanPreview, *, dry_run: bool, verbose: bool) -> None:
    say(preview.allocation.sentence)
    print_table(["coder", "gets"], [[c, str(n)] for c, n in preview.given.items()])
    for sentence in filter(None, (preview.workload, preview.due_sentence, *preview.sentences)):
        say(sentence)
    for sentence in preview.warnings:
        complain(sentence)
    _tell_left(preview.left, verbose=verbose)
    say("Nothing was stored." if dry_run else "Carried out.")


def _tell_left(left: Sequence[tuple[SessionId, str]], *, verbose: bool) -> None:
    """Say which sessions stay as they were, a line for each reason, the first ones by name."""
    by_reason: dict[str, list[SessionId]] = {}
    for session_id, reason in left:
        by_reason.setdefault(reason, []).append(session_id)
    for reason, session_ids in sorted(by_reason.items()):
        n = len(session_ids)
        named = session_ids if verbose else session_ids[:MOST_NAMED]
        rest = f" and {n - len(named)} more; --verbose names all" if len(named) < n else ""
        sessions = "1 session" if n == 1 else f"{n} sessions"
        complain(f"{sessions} left as before, {reason}: {', '.join(named)}{rest}.")


def _coders(services: StudyServices, named: str | None) -> tuple[CoderId, ...]:
    from practicecoder.domain.ids import CoderId
    from practicecoder.domain.people import Role

    if named is not None:
        return tuple(CoderId(code) for code in _listed(named))
    return tuple(p.coder_id for p in services.people.coders() if Role.CODER in p.roles)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
