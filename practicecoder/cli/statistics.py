"""Commands that compute: scores, comparison of groups, trend."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli import analysis
from practicecoder.cli.options import AsJson, CodebookOption, ScoreOption, Table, keep_input
from practicecoder.cli.output import print_json, print_table, say
from practicecoder.cli.unlocking import secret_of
from practicecoder.scoring.results import (
    Interval,
    NoInterval,
    NotEstimable,
    p_shown,
    shown,
)

if TYPE_CHECKING:
    from practicecoder.codebook.model import Codebook
    from practicecoder.scoring.trend import TrendResult
    from practicecoder.scoring.two_groups import GroupComparison
    from practicecoder.services.tables import ScoredCoding

Ratings = Annotated[Path, typer.Argument(metavar="RATINGS", help="A table or a study folder.")]
Out = Annotated[Path | None, typer.Option("--out", help="Also write the result as CSV.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("score")(score)
    app.command("compare")(compare)
    app.command("trend")(trend)
    analysis.register(app)


def score(
    ratings: Ratings, codebook: CodebookOption = None, out: Out = None, as_json: AsJson = False
) -> None:
    """Compute the scores of every coder and session."""
    from practicecoder.services.result_tables import write_table
    from practicecoder.services.tables import load_ratings, score_table, scored

    keep_input(ratings, out)
    book, rows = load_ratings(ratings, codebook, finals_allowed=True, secret=secret_of(ratings))
    found = scored(book, rows)
    if out is not None:
        write_table(out, score_table(book, found))
    if as_json:
        print_json(_scores_document(book, found))
    else:
        _say_scores(book, found)


def compare(
    table: Table,
    score_id: ScoreOption,
    by: Annotated[str, typer.Option(help="Column with the two groups.")] = "phase",
    equal_variances: Annotated[
        bool, typer.Option("--equal-variances", help="Student's t in place of Welch's.")
    ] = False,
    where: analysis.Where = None,
    codebook: CodebookOption = None,
    as_json: AsJson = False,
) -> None:
    """Compare two groups of sessions, post minus pre."""
    from practicecoder.scoring.frames import compare_frame
    from practicecoder.services.tables import load_session_table

    book, frame = load_session_table(table, codebook, secret=secret_of(table))
    chosen = analysis.selected(frame, where)
    result = compare_frame(
        chosen.frame,
        score_id,
        by=analysis.column_of(by),
        equal_variances=equal_variances,
        label=analysis.label_of(book, score_id),
    )
    if as_json:
        print_json(analysis.with_selection(result.as_json(), chosen))
    else:
        analysis.say_selection(chosen)
        _say_comparison(result)


def trend(
    table: Table,
    score_id: ScoreOption,
    on: Annotated[str, typer.Option(help="Column with the days.")] = "days_since_implementation",
    by: Annotated[
        str | None,
        typer.Option(help="Column with the groups; office_id unless given, if it is there."),
    ] = None,
    where: analysis.Where = None,
    codebook: CodebookOption = None,
    as_json: AsJson = False,
) -> None:
    """Follow a score over days, overall and within each group."""
    from practicecoder.scoring.frames import trend_frame
    from practicecoder.services.tables import load_session_table

    book, frame = load_session_table(table, codebook, secret=secret_of(table))
    if by is None:
        column = "office_id" if "office_id" in frame else None
    else:
        column = analysis.column_of(by)
    chosen = analysis.selected(frame, where)
    result = trend_frame(
        chosen.frame, score_id, on=on, by=column, label=analysis.label_of(book, score_id)
    )
    if as_json:
        print_json(analysis.with_selection(result.as_json(), chosen))
    else:
        analysis.say_selection(chosen)
        _say_trend(result)


def _scores_document(book: Codebook, found: Iterable[ScoredCoding]) -> dict[str, object]:
    """Scores at full precision, or the reason why there is none, as the contract has them."""
    return {
        "codebook": {"id": book.codebook_id, "version": book.version},
        "sessions": [
            {
                "session_id": one.session_id,
                "coder_id": one.coder_id,
                "scores": {
                    score_id: {"value": None, "reason": s.reason}
                    if isinstance(s, NotEstimable)
                    else {"value": s.value}
                    for score_id, s in one.scores.items()
                },
            }
            for one in found
        ],
    }


def _say_scores(book: Codebook, found: Iterable[ScoredCoding]) -> None:
    print_table(
        ["session", "coder", *(book.label(s) for s in book.score_ids)],
        [
            [one.session_id, one.coder_id]
            + [
                "—" if isinstance(s, NotEstimable) else shown(s.value, book.score(i).decimals)
                for i, s in one.scores.items()
            ]
            for one in found
        ],
    )
    say("— not estimable; --json and --out give the reasons.")


def _say_comparison(result: GroupComparison) -> None:
    first, second = result.groups
    print_table(
        ["group", "n", "missing", "mean", "SD"],
        [
            [g.group, str(g.n), str(g.n_missing), analysis.or_dash(g.mean), analysis.or_dash(g.sd)]
            for g in (first, second)
        ],
    )
    test = result.test
    if isinstance(test, NotEstimable):
        say(f"{result.direction}: not estimable, {test.reason} (n {test.n})")
    else:
        effect = test.hedges_g_interval
        say(
            f"{result.direction}: {shown(test.mean_difference, 2)} {_limits(test.interval)}\n"
            f"{test.method}({_df(test.df)}) = {shown(test.t, 3)}, p = {p_shown(test.p)}\n"
            f"Hedges g = {shown(test.hedges_g, 2)} {_limits(effect)}"
        )
    if not isinstance(result.levene, NotEstimable):
        say(f"Levene (median): F = {shown(result.levene.f, 2)}, p = {p_shown(result.levene.p)}")
    if not isinstance(result.clustered, NotEstimable):
        clustered = result.clustered
        say(
            f"clustered by {clustered.n_workers} workers: t({clustered.df}) = "
            f"{shown(clustered.t, 3)}, p = {p_shown(clustered.p)}"
        )
    if not isinstance(result.mixed, NotEstimable):
        mixed = result.mixed
        say(
            f"mixed model, {mixed.n_workers} workers: {shown(mixed.mean_difference, 2)}, "
            f"t({_df(mixed.df)}) = {shown(mixed.t, 3)}, p = {p_shown(mixed.p)}"
        )
    if not isinstance(result.worker_means, NotEstimable):
        means = result.worker_means
        say(
            f"worker means, {means.n_workers[0]} and {means.n_workers[1]}: "
            f"{shown(means.mean_difference, 2)}, t({_df(means.df)}) = {shown(means.t, 3)}, "
            f"p = {p_shown(means.p)}"
        )
    for warning in result.warnings:
        say(f"! {warning.sentence}")


def _say_trend(result: TrendResult) -> None:
    named = [("all", result.overall), *((g.group, g.correlation) for g in result.groups)]
    print_table(
        ["group", "n", "r", "95% interval", "p", "slope per 100 days"],
        [
            [name, str(found.n), "—", found.reason, "", ""]
            if isinstance(found, NotEstimable)
            else [
                name,
                str(found.n),
                shown(found.r, 3),
                _limits(found.interval),
                p_shown(found.p),
                shown(found.slope_per_100_days, 3),
            ]
            for name, found in named
        ],
    )
    if not isinstance(result.adjusted, NotEstimable):
        adjusted = result.adjusted
        say(
            f"within {result.by}: slope {shown(adjusted.slope_per_100_days, 3)} per 100 days, "
            f"p = {p_shown(adjusted.p)} ({adjusted.method})"
        )
    for name, slope in (
        ("by worker", result.clustered),
        (f"within {result.by}, by worker", result.adjusted_clustered),
    ):
        if not isinstance(slope, NotEstimable):
            say(
                f"{name}: slope {shown(slope.slope_per_100_days, 3)} per 100 days, "
                f"p = {p_shown(slope.p)} ({slope.method})"
            )
    for warning in result.warnings:
        say(f"! {warning.sentence}")


def _df(df: float) -> str:
    return str(int(df)) if df == int(df) else shown(df, 1)


def _limits(interval: Interval | NoInterval) -> str:
    if isinstance(interval, NoInterval):
        return f"(no interval: {interval.reason})"
    return f"[{shown(interval.low, 2)}, {shown(interval.high, 2)}]"
