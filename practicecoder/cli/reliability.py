"""The command that measures agreement: on ratings, on nominal codes, and on timed marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.options import AsJson, keep_input
from practicecoder.cli.output import print_json, print_table, say
from practicecoder.cli.unlocking import secret_of
from practicecoder.scoring.results import (
    NoInterval,
    NotEstimable,
    Statistic,
    coefficient_shown,
    percent_shown,
    shown,
)

if TYPE_CHECKING:
    from practicecoder.codebook.model import Codebook
    from practicecoder.scoring.reliability.item import ItemReliability
    from practicecoder.scoring.reliability.nominal import NominalReliability
    from practicecoder.scoring.reliability.table import ReliabilityTable
    from practicecoder.scoring.reliability.timed import EventReliability

Source = Annotated[Path, typer.Argument(metavar="TABLE", help="A table or a study folder.")]
CodebookOption = Annotated[
    str | None, typer.Option("--codebook", help="Id or file; swim7 for ratings unless given.")
]
Nominal = Annotated[
    bool, typer.Option("--nominal", help="TABLE holds units that each coder gave one code.")
]
Events = Annotated[bool, typer.Option("--events", help="TABLE holds timed marks.")]
Tolerance = Annotated[
    int | None,
    typer.Option(
        "--tolerance-ms",
        min=0,
        max=60_000,
        help="How far two linked moments may be apart, with --events; 3000 unless given.",
    ),
]
Out = Annotated[Path | None, typer.Option("--out", help="Also write the result as CSV.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("reliability")(reliability)


def reliability(
    source: Source,
    codebook: CodebookOption = None,
    nominal: Nominal = False,
    events: Events = False,
    tolerance_ms: Tolerance = None,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Measure how far coders agree on dimensions, scores and counts, on codes, or on marks."""
    if nominal and events:
        raise typer.BadParameter("give either --nominal or --events.")
    if tolerance_ms is not None and not events:
        raise typer.BadParameter("--tolerance-ms goes with --events.")
    keep_input(source, out)
    if nominal:
        _nominal(source, codebook, out, as_json=as_json)
    elif events:
        _events(source, codebook, tolerance_ms, out, as_json=as_json)
    else:
        _ratings(source, codebook, out, as_json=as_json)


def _ratings(source: Path, codebook: str | None, out: Path | None, *, as_json: bool) -> None:
    from practicecoder.scoring.reliability.table import reliability_table
    from practicecoder.services.result_tables import reliability_rows, write_table
    from practicecoder.services.tables import load_ratings

    book, rows = load_ratings(source, codebook, secret=secret_of(source))
    table = reliability_table(book, rows)
    if out is not None:
        write_table(out, reliability_rows(table))
    if as_json:
        print_json(table.as_json())
    else:
        _say_ratings(book, table)


def _say_ratings(book: Codebook, table: ReliabilityTable) -> None:
    design = table.design
    if not design.n_multiple_coded:
        say(f"0 of {design.n_sessions} sessions were coded by two or more coders.")
        return
    say(
        f"{design.n_multiple_coded} of {design.n_sessions} sessions were coded by two or more "
        f"of {design.n_coders} coders ({', '.join(design.coders)})."
    )
    print_table(
        [
            *("item", "n", "dropped", "single coder", "k", "mean of k", "alpha"),
            *("exact", "within one level"),
        ],
        [[book.label(item.item), *_agreement_cells(item)] for item in table.items],
    )
    for item in table.items:
        if item.dropped_because:
            say(f"{book.label(item.item)}, dropped: {'; '.join(item.dropped_because)}.")
    for sentence, labels in _cautions(book, table).items():
        say(f"! {', '.join(labels)}: {sentence}")
    say(
        "single coder: ICC(A,1), mean of k: ICC(A,k), from REML where coders left gaps, k then the"
    )
    say("harmonic mean of coders per session; 95% intervals in brackets;")
    say("— not estimable or not offered (--json gives the reason, method and n of each).")


def _agreement_cells(item: ItemReliability) -> list[str]:
    """Cells of an item after its name, in the order of the printed headings."""
    from practicecoder.scoring.reliability.design import ItemKind

    alpha = "alpha_ordinal" if item.kind is ItemKind.DIMENSION else "alpha_interval"
    return [
        str(item.n_sessions),
        str(item.n_dropped),
        _in_words(item.statistics[item.headline_key]),
        item.coders_averaged,
        _in_words(item.average),
        _in_words(item.statistics[alpha]),
        _as_percent(item.statistics["exact_agreement"]),
        _as_percent(item.statistics["within_one_agreement"]),
    ]


def _cautions(book: Codebook, table: ReliabilityTable) -> dict[str, list[str]]:
    """Each caution once, with the names of the items that it is about."""
    cautions: dict[str, list[str]] = {}
    for item in table.items:
        for note in item.notes:
            cautions.setdefault(note.sentence, []).append(book.label(item.item))
    return cautions


def _nominal(source: Path, codebook: str | None, out: Path | None, *, as_json: bool) -> None:
    from practicecoder.scoring.reliability.nominal import nominal_reliability
    from practicecoder.services.code_results import nominal_document, nominal_rows
    from practicecoder.services.reliability import DEFAULT_SEED
    from practicecoder.services.result_tables import write_table
    from practicecoder.services.tables import load_codes

    book, codes = load_codes(source, codebook)
    categories = book.count_ids if book is not None else None
    found = nominal_reliability(codes, categories, seed=DEFAULT_SEED)
    if out is not None:
        write_table(out, nominal_rows(found))
    if as_json:
        print_json(nominal_document(book, found))
    else:
        _say_nominal(found)


def _say_nominal(found: NominalReliability) -> None:
    say(
        f"{found.n_multiple_coded} of {found.n_units} units were coded by two or more of "
        f"{len(found.coders)} coders ({', '.join(found.coders)})."
    )
    rows = [
        [key, _as_percent(statistic) if key.endswith("agreement") else _in_words(statistic)]
        for key, statistic in found.statistics.items()
    ]
    print_table(["over all codes", "value"], rows)
    say("")
    print_table(
        ["code", "given", "kappa"],
        [[one.code, str(one.n_given), _in_words(one.kappa)] for one in found.categories],
    )
    for note in found.notes:
        say(f"! {note.sentence}")
    say("95% intervals in brackets; — not estimable (--json gives the reason and method of each).")


def _events(
    source: Path,
    codebook: str | None,
    tolerance_ms: int | None,
    out: Path | None,
    *,
    as_json: bool,
) -> None:
    from practicecoder.services.code_results import event_document, event_rows
    from practicecoder.services.reliability import DEFAULT_TOLERANCE_MS
    from practicecoder.services.result_tables import write_table
    from practicecoder.services.tables import event_agreement

    within = DEFAULT_TOLERANCE_MS if tolerance_ms is None else tolerance_ms
    book, found = event_agreement(source, codebook, tolerance_ms=within, secret=secret_of(source))
    if out is not None:
        write_table(out, event_rows(found))
    if as_json:
        print_json(event_document(book, found))
    else:
        _say_events(found)


def _say_events(found: EventReliability) -> None:
    if not found.pairs:
        say("No session was marked by two coders.")
        return
    say(f"{found.n_sessions} sessions were marked by two or more coders.")
    say(found.settings.sentence)
    print_table(
        [
            *("coders", "sessions", "linked", "only first", "only second", "unit agreement"),
            *("kappa among linked", "kappa including missed", "mean lag"),
        ],
        [
            [
                " and ".join(one.coders),
                *(str(count) for count in (one.n_sessions, one.linked, one.only_a, one.only_b)),
                _in_words(one.unit_agreement),
                _in_words(one.kappa_linked),
                _in_words(one.kappa_with_missed),
                "—" if one.mean_lag_ms is None else f"{shown(one.mean_lag_ms, 0)} ms",
            ]
            for one in (pair.pooled for pair in found.pairs)
        ],
    )
    for pair in found.pairs:
        for note in pair.pooled.notes:
            say(f"! {' and '.join(pair.coders)}: {note.sentence}")
    say("95% intervals in brackets; — not estimable (--json gives reasons, codes and sessions).")


def _in_words(statistic: Statistic, printed: Callable[[float], str] = coefficient_shown) -> str:
    """Value and interval as the window and the report print them; a dash without value."""
    if isinstance(statistic, NotEstimable):
        return "—"
    value, interval = printed(statistic.value), statistic.interval
    if isinstance(interval, NoInterval):
        return value
    return f"{value} [{printed(interval.low)}, {printed(interval.high)}]"


def _as_percent(statistic: Statistic) -> str:
    return _in_words(statistic, percent_shown)
