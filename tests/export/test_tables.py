from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodeMark, Rating, RatingState, ScoreBasis
from practicecoder.export.data import ExportedCoding, ExportedSession, PackageData
from practicecoder.export.sessions_table import derivation
from practicecoder.export.table import Cell, Table
from practicecoder.export.tables import all_tables
from practicecoder.export.writers.csv_writer import write_csv
from practicecoder.scoring.finals import FinalValues


def by_name(data: PackageData) -> dict[str, Table]:
    return {table.name: table for table in all_tables(data)}


def rows_of(table: Table) -> list[dict[str, Cell]]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def test_the_tables_and_their_order(package: PackageData) -> None:
    assert [table.file for table in all_tables(package)] == [
        "data/sessions.csv",
        "data/ratings_long.csv",
        "data/reliability_long.csv",
        "data/consensus_long.csv",
        "data/workers.csv",
        "data/offices.csv",
        "data/coders.csv",
    ]


def test_columns_of_the_analysis_table(package: PackageData) -> None:
    columns = [column.name for column in by_name(package)["sessions"].columns]
    dimensions = [
        "collaboration",
        "autonomy",
        "empathy",
        "evocation",
        "purposefulness",
        "clarity_about_concerns",
        "child_focus",
    ]
    scores = ["care_engagement", "good_authority", "mi_spirit"]
    assert columns == [
        *("session_id", "worker_id", "office_id", "team_id", "session_type", "worker_role"),
        *("phase", "phase_rule", "days_since_implementation", "session_state"),
        *("segment_start_ms", "segment_end_ms", "heard_share"),
        *("n_coders", "score_basis", "in_reliability", "codebook_id", "codebook_version"),
        *("behaviour_change_discussed", "child_present", "recognised"),
        *dimensions,
        *(f"{dimension}_na" for dimension in dimensions),
        *scores,
        *(f"{score}_na" for score in scores),
        *("unblinded", "certified"),
    ]


def test_rows_of_the_analysis_table(package: PackageData) -> None:
    rows = rows_of(by_name(package)["sessions"])
    assert [row["session_id"] for row in rows] == ["S1", "S2", "S3", "S4", "S5"]
    assert [row["session_state"] for row in rows] == [
        "coded",
        "coded",
        "not_coded",
        "unusable",
        "observed_only",
    ]
    double, single, uncoded = rows[0], rows[1], rows[2]
    assert (double["n_coders"], double["score_basis"], double["in_reliability"]) == (2, "mean", 1)
    assert (double["autonomy"], double["purposefulness"]) == (2.5, 4.0)
    assert (double["evocation"], double["evocation_na"]) == (None, "coders_differ")
    assert double["care_engagement"] == 2.5
    assert (double["mi_spirit"], double["mi_spirit_na"]) == (None, "evocation: coders_differ")
    assert double["behaviour_change_discussed"] == 0
    assert (single["child_focus"], single["child_focus_na"]) == (None, "inaudible")
    assert (single["clarity_about_concerns"], single["clarity_about_concerns_na"]) == (None, None)
    assert single["good_authority_na"] == (
        "clarity_about_concerns: not_yet_rated; child_focus: inaudible"
    )
    assert (single["segment_end_ms"], single["heard_share"]) == (60_000, 0.95)
    assert (double["unblinded"], single["unblinded"], uncoded["unblinded"]) == (0, 1, None)
    blank = {name for name, value in uncoded.items() if value is None}
    assert set(uncoded) - blank == {
        "session_id",
        "worker_id",
        "office_id",
        "session_type",
        "days_since_implementation",
        "session_state",
        "in_reliability",
        "codebook_id",
    }


def test_free_text_and_dates_stay_in_the_study(package: PackageData) -> None:
    cells = {str(cell) for table in all_tables(package) for row in table.rows for cell in row}
    assert not any("secret" in cell or "2015" in cell for cell in cells)


def test_long_ratings_are_as_given_and_in_order(package: PackageData) -> None:
    table = by_name(package)["ratings_long"]
    assert [column.name for column in table.columns] == [
        "session_id",
        "coder_id",
        "item",
        "value",
        "na_reason",
        "codebook_version",
        "early",
        "unsure",
    ]
    rows = rows_of(table)
    assert [(row["session_id"], row["coder_id"]) for row in rows[::7]] == [
        ("S1", "A"),
        ("S1", "B"),
        ("S2", "B"),
    ]
    assert [row["item"] for row in rows[:7]] == list(package.codebook.dimension_ids)
    assert (rows[3]["value"], rows[3]["na_reason"], rows[3]["unsure"]) == (
        None,
        "no_behaviour_change",
        None,
    )
    assert [row["unsure"] for row in rows[7:14]] == [0, 0, 0, 0, 1, 0, 0]
    assert (rows[19]["item"], rows[19]["value"], rows[19]["na_reason"]) == (
        "clarity_about_concerns",
        None,
        None,
    )


def test_reliability_takes_only_sessions_of_two_or_more(package: PackageData) -> None:
    tables = by_name(package)
    assert {row[0] for row in tables["reliability_long"].rows} == {"S1"}
    assert len(tables["reliability_long"].rows) == 14
    assert {row[1] for row in tables["consensus_long"].rows} == {"L"}


def test_people(package: PackageData) -> None:
    tables = by_name(package)
    assert tables["workers"].rows == (("W1", "North", "support", 4),)
    assert tables["offices"].rows == (("North", 1, 4), ("South", 0, 0))
    assert tables["coders"].rows == (("A", 1, 0), ("B", 2, 0), ("L", 0, 1))


def test_evidence_only_if_it_was_asked_for(
    with_evidence: Callable[[str], PackageData],
) -> None:
    table = by_name(with_evidence("You said mornings are hard."))["evidence"]
    assert rows_of(table) == [
        {
            "session_id": "S1",
            "coder_id": "A",
            "start_ms": 1000,
            "end_ms": 2500,
            "dimensions": "empathy; autonomy",
            "polarity": "strength",
            "quote": "You said mornings are hard.",
            "note": None,
        }
    ]


def counted(package: PackageData, counts: Mapping[str, float]) -> PackageData:
    miti = library.find("miti-4.2.1")
    ratings: dict[str, Rating] = {d: Rating.rated(3) for d in miti.dimension_ids}
    first = next(iter(package.sessions))
    final = FinalValues(basis=ScoreBasis.SINGLE, n_coders=1, ratings=ratings, counts=counts)
    return replace(
        package,
        codebook=miti,
        sessions=(replace(first, final=final, answers={}),),
        independent=(
            ExportedCoding(
                session_id=first.session.session_id,
                coder_id=next(iter(package.independent)).coder_id,
                codebook_version=miti.version,
                ratings=ratings,
                counts=counts,
            ),
        ),
        consensus=(),
    )


def test_counts_stand_after_the_dimensions_if_anything_was_counted(package: PackageData) -> None:
    tables = by_name(counted(package, {"q": 5, "sr": 4, "cr": 6, "gi": 0}))
    (row,) = rows_of(tables["sessions"])
    assert (row["q"], row["gi"], row["affirm"]) == (5, 0, None)
    assert (row["pct_cr"], row["r_to_q"]) == (60, 2)
    columns = [column.name for column in tables["sessions"].columns]
    assert columns.index("gi") == columns.index("empathy_na") + 1
    long = {row["item"]: row["value"] for row in rows_of(tables["ratings_long"])}
    assert (long["q"], long["gi"], long["affirm"]) == (5, 0, None)


def test_a_ratio_without_a_denominator_is_blank_with_its_reason(package: PackageData) -> None:
    (row,) = rows_of(by_name(counted(package, {"q": 0, "sr": 4, "cr": 6}))["sessions"])
    assert (row["r_to_q"], row["r_to_q_na"]) == (None, "zero_denominator")


def test_answers_of_every_kind(package: PackageData) -> None:
    book = library.find("group-supervision")
    session = replace(
        tuple(package.sessions)[2],
        answers={
            "professions_present": ("team manager", "other"),
            "closing": True,
            "main_topic": "new family",
        },
    )
    data = replace(package, codebook=book, sessions=(session,), independent=(), consensus=())
    (row,) = rows_of(by_name(data)["sessions"])
    assert row["professions_present"] == "team manager; other"
    assert (row["closing"], row["main_topic"]) == (1, "new family")


@pytest.mark.parametrize("codebook_id", library.built_in_ids())
def test_every_codebook_has_distinct_columns_that_other_programs_take(
    package: PackageData, codebook_id: str
) -> None:
    data = replace(
        package, codebook=library.find(codebook_id), sessions=(), independent=(), consensus=()
    )
    for table in all_tables(data):
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert all(len(name) <= 32 and name.isidentifier() for name in names)
        assert set(table.key) <= set(names)


@pytest.mark.parametrize(
    ("codebook_id", "score_id", "words"),
    [
        (
            "swim7",
            "mi_spirit",
            "mean of collaboration, autonomy and evocation; only if all are rated",
        ),
        (
            "miti-4.2.1",
            "pct_cr",
            (
                "100 times sum of complex reflection by sum of simple reflection and complex "
                "reflection; not if the latter is 0"
            ),
        ),
        (
            "miti-4.2.1",
            "total_mina",
            "sum of confront and persuade; only if all are rated",
        ),
        (
            "distance-travelled",
            "family_profile",
            (
                "mean of housing, income, employment and finance, family history, relationships "
                "and well-being and social and community links/supports; if at least 3 are rated"
            ),
        ),
    ],
)
def test_derivations_in_words(codebook_id: str, score_id: str, words: str) -> None:
    book = library.find(codebook_id)
    assert derivation(book, book.score(score_id)) == words


def test_no_state_of_a_rating_is_lost(package: PackageData, swim7: Codebook) -> None:
    states = {RatingState.RATED: 0, RatingState.NOT_APPLICABLE: 0, RatingState.NOT_YET_RATED: 0}
    for coding in package.independent:
        for dimension_id in swim7.dimension_ids:
            states[coding.ratings.get(dimension_id, Rating()).state] += 1
    rows = rows_of(by_name(package)["ratings_long"])
    assert states == {
        RatingState.RATED: sum(row["value"] is not None for row in rows),
        RatingState.NOT_APPLICABLE: sum(row["na_reason"] is not None for row in rows),
        RatingState.NOT_YET_RATED: sum(
            row["value"] is None and row["na_reason"] is None for row in rows
        ),
    }


def test_a_session_at_day_minus_eight_keeps_its_day(package: PackageData) -> None:
    (row, *_) = rows_of(by_name(package)["sessions"])
    assert row["days_since_implementation"] == -8


def test_a_package_without_sessions_has_headings(package: PackageData) -> None:
    empty: tuple[ExportedSession, ...] = ()
    data = replace(package, sessions=empty, independent=(), consensus=())
    assert all(not t.rows or t.name in ("workers", "offices") for t in all_tables(data))


def test_marks_are_events_and_a_pass_without_marks_is_a_row(package: PackageData) -> None:
    first, second, *others = package.independent
    marked = replace(
        first,
        marks=(
            CodeMark(mark_id="m2", count_id="q", at_ms=9000, end_ms=9500),
            CodeMark(mark_id="m1", count_id="cr", at_ms=1000),
        ),
    )
    assert "events" not in by_name(package)
    data = replace(package, independent=(marked, replace(second, marks=()), *others))
    table = by_name(data)["events"]
    assert list(table.rows) == [
        ("S1", "B", None, None, None),
        ("S2", "B", 1000, None, "cr"),
        ("S2", "B", 9000, 9500, "q"),
    ]
    assert len(table.rows) == 3


def test_events_are_read_again_by_the_reader_of_marks(
    package: PackageData, tmp_path: Path
) -> None:
    from practicecoder.interchange.events_table import read_events

    first, second, *others = package.independent
    marks = (CodeMark(mark_id="m1", count_id="cr", at_ms=1000),)
    data = replace(
        package,
        independent=(replace(first, marks=marks), replace(second, marks=()), *others),
    )
    write_csv(by_name(data)["events"], tmp_path / "events.csv")
    streams = read_events(tmp_path / "events.csv", ("cr", "q"))
    assert sorted(len(stream.marks) for stream in streams) == [0, 1]
