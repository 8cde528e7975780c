"""Commands of the analysis page: groups, a measure beside a score, consistency, published set."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.days import MadeOn
from practicecoder.cli.options import AsJson, CodebookOption, ScoreOption, Table
from practicecoder.cli.output import complain, print_json, print_table, say
from practicecoder.cli.unlocking import secret_of
from practicecoder.errors import NotAllowedError
from practicecoder.scoring.results import Interval, NotEstimable, coefficient_shown, p_shown, shown

if TYPE_CHECKING:
    import pandas as pd

    from practicecoder.codebook.model import Codebook
    from practicecoder.scoring.results import Statistic
    from practicecoder.scoring.selection import Condition, Selection
    from practicecoder.scoring.trend import Correlation

Student = Annotated[
    bool, typer.Option("--equal-variances", help="Student's t in place of Welch's.")
]

Where = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="COLUMN=VALUE[,VALUE]",
        help="Only sessions with one of these values; may be given for several columns.",
    ),
]

_SHORT = {"office": "office_id", "worker": "worker_id"}
"""What columns may be called in short."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("groups")(groups)
    app.command("correlate")(correlate)
    app.command("consistency")(consistency)
    app.command("publish")(publish)


def groups(
    table: Table,
    score_id: ScoreOption,
    by: Annotated[str, typer.Option(help="Column with the groups, as many as there are.")],
    equal_variances: Student = False,
    where: Where = None,
    codebook: CodebookOption = None,
    as_json: AsJson = False,
) -> None:
    """Describe a score by the groups of a column, test them together and in pairs."""
    from practicecoder.scoring.analysis_groups import group_overview
    from practicecoder.services.tables import load_session_table

    book, frame = load_session_table(table, codebook, secret=secret_of(table))
    label = label_of(book, score_id)
    chosen = selected(frame, where)
    found = group_overview(
        chosen.frame, score_id, column_of(by), equal_variances=equal_variances, label=label
    )
    if as_json:
        print_json(with_selection(found.as_json(), chosen))
        return
    say_selection(chosen)
    print_table(
        ["group", "n", "missing", "mean", "SD"],
        [
            [g.group, str(g.n), str(g.n_missing), or_dash(g.mean), or_dash(g.sd)]
            for g in found.groups
        ],
    )
    test = found.overall
    if isinstance(test, NotEstimable):
        say(f"all groups: not estimable, {test.reason} (n {test.n})")
    else:
        say(
            f"Welch's F({test.df1}, {shown(test.df2, 1)}) = {shown(test.f, 3)}, p = "
            f"{p_shown(test.p)}"
        )
    for pair in found.pairs:
        if isinstance(pair.test, NotEstimable):
            say(f"{pair.direction}: not estimable, {pair.test.reason} (n {pair.test.n})")
        else:
            say(
                f"{pair.direction}: {shown(pair.test.mean_difference, 2)}, {pair.test.method}, "
                f"p = {p_shown(pair.test.p)}, Holm {p_shown(pair.p_holm or 0.0)}"
            )
    for warning in found.warnings:
        say(f"! {warning.sentence}")


def correlate(
    table: Table,
    score_id: ScoreOption,
    measure: Annotated[str, typer.Option(help="Column of a measure that was taken elsewhere.")],
    where: Where = None,
    codebook: CodebookOption = None,
    as_json: AsJson = False,
) -> None:
    """Correlate a score with a measure, over sessions, workers' means and within offices."""
    from practicecoder.scoring.outcomes import outcome_relation
    from practicecoder.services.tables import load_session_table

    _, frame = load_session_table(table, codebook, secret=secret_of(table))
    chosen = selected(frame, where)
    found = outcome_relation(chosen.frame, score_id, measure)
    if as_json:
        print_json(with_selection(found.as_json(), chosen))
        return
    say_selection(chosen)
    named = [
        ("all", found.overall),
        ("worker means", found.by_worker),
        *((g.group, g.correlation) for g in found.groups),
    ]
    print_table(
        ["sessions", "n", "r", "95% interval", "p"],
        [[name, str(one.n), *_correlation(one)] for name, one in named],
    )
    for warning in found.warnings:
        say(f"! {warning.sentence}")


def consistency(
    table: Table,
    score_id: ScoreOption,
    where: Where = None,
    codebook: CodebookOption = None,
) -> None:
    """Tell the internal consistency of a score that is a mean of dimensions."""
    from practicecoder.codebook.model import ScoreFunction
    from practicecoder.services.analysis import consistency_of
    from practicecoder.services.tables import load_session_table

    book, frame = load_session_table(table, codebook, secret=secret_of(table))
    chosen = selected(frame, where)
    found = consistency_of(book, chosen.frame, score_id)
    if found is None:
        means = [i for i in book.score_ids if book.score(i).function is ScoreFunction.MEAN]
        raise NotAllowedError(
            f"{score_id} is no mean of several dimensions of {book.codebook_id}. Those are: "
            f"{', '.join(means) or 'none'}."
        )
    say_selection(chosen)
    say(f"Cronbach's alpha {_statistic(found.alpha)}, n {found.n}")
    print_table(
        ["part", "r with the rest", "alpha without it"],
        [
            [book.label(p.part), _statistic(p.rest_correlation), _statistic(p.alpha_if_dropped)]
            for p in found.parts
        ],
    )
    for sentence in found.sentences:
        say(f"! {sentence}")


def publish(
    table: Table,
    out: Annotated[
        Path | None, typer.Option("--out", help="New or empty folder for docx, csv and figures.")
    ] = None,
    equal_variances: Student = False,
    where: Where = None,
    codebook: CodebookOption = None,
    made_on: MadeOn = None,
) -> None:
    """Make an evaluation's tables, figures and methods paragraph in one step."""
    from practicecoder.reports.published.method import methods_paragraph
    from practicecoder.reports.published.tables import all_tables
    from practicecoder.services.published import published_data, source_of, write_published

    day = made_on or date.today()  # noqa: DTZ011 - day of the desk
    source = source_of(table, codebook, conditions(where), secret=secret_of(table))
    data = published_data(source, equal_variances=equal_variances, made_on=day)
    for warning in data.cautions:
        complain(f"! {warning.sentence}")
    if out is not None:
        for path in write_published(data, out):
            say(str(path))
        return
    if data.selection:
        say(f"{data.selection}\n")
    for number, one in enumerate(all_tables(data), start=1):
        say(f"Table {number}. {one.table.title}")
        width = len(one.table.columns)
        rows = [[*row.cells, *[""] * (width - len(row.cells))] for row in one.table.rows]
        print_table(one.table.columns, rows)
        for note in one.table.notes:
            say(note)
        say("")
    say(methods_paragraph(data))


def conditions(where: list[str] | None) -> tuple[Condition, ...]:
    """Conditions that were given.

    Raises
    ------
    typer.BadParameter
        If one is not COLUMN=VALUE, or a column is given twice.
    """
    from practicecoder.scoring.selection import Condition

    found: dict[str, Condition] = {}
    for text in where or []:
        column, sign, listed = text.partition("=")
        values = tuple(dict.fromkeys(v.strip() for v in listed.split(",") if v.strip()))
        column = column_of(column.strip())
        if not (sign and column and values):
            raise typer.BadParameter(f"--where {text}: write COLUMN=VALUE, as in office=O1,O2.")
        if column in found:
            raise typer.BadParameter(f"--where names {column} twice: list its values, as in A,B.")
        found[column] = Condition(column, values)
    return tuple(found.values())


def column_of(name: str) -> str:
    """Column that is meant; office and worker may be said in short."""
    return _SHORT.get(name, name)


def selected(frame: pd.DataFrame, where: list[str] | None) -> Selection:
    """Sessions that satisfy every condition that was given."""
    from practicecoder.scoring.selection import select

    return select(frame, conditions(where))


def say_selection(chosen: Selection) -> None:
    """Tell which sessions were looked at, if not all."""
    if chosen.sentence:
        say(chosen.sentence)


def with_selection(found: dict[str, object], chosen: Selection) -> dict[str, object]:
    """JSON document with the selection, if there is one."""
    return {**found, "selection": chosen.as_json()} if chosen.conditions else found


def label_of(book: Codebook, column: str) -> str:
    """Words of the codebook for a column; empty if it is not the codebook's."""
    known = (*book.score_ids, *book.dimension_ids, *book.count_ids)
    return book.label(column) if column in known else ""


def or_dash(value: float | None) -> str:
    """Mean or SD in two decimals; a dash where there is none."""
    return "—" if value is None else shown(value, 2)


def _correlation(found: Correlation | NotEstimable) -> list[str]:
    if isinstance(found, NotEstimable):
        return ["—", found.reason, ""]
    interval = found.interval
    told = "—"
    if isinstance(interval, Interval):
        told = f"[{shown(interval.low, 3)}, {shown(interval.high, 3)}]"
    return [shown(found.r, 3), told, p_shown(found.p)]


def _statistic(found: Statistic) -> str:
    if isinstance(found, NotEstimable):
        return f"not estimable, {found.reason} (n {found.n})"
    interval = found.interval
    if not isinstance(interval, Interval):
        return coefficient_shown(found.value)
    low, high = coefficient_shown(interval.low), coefficient_shown(interval.high)
    return f"{coefficient_shown(found.value)} [{low}, {high}]"
