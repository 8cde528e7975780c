"""A made-up study with enough workers to share aggregates, and what is computed from it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import (
    Coding,
    CodingRole,
    CodingState,
    ItemRating,
    Rating,
    ScoreBasis,
)
from practicecoder.domain.ids import (
    BlindCode,
    CoderId,
    CodingId,
    OfficeId,
    SessionId,
    WorkerId,
)
from practicecoder.domain.sessions import Phase, PhaseRule, PracticeSession
from practicecoder.export.analysis.results import AnalysisResults, MethodsFacts
from practicecoder.export.data import ExportedCoding, ExportedSession, PackageData, Profile
from practicecoder.scoring.by_period import by_period
from practicecoder.scoring.comparison import with_holm
from practicecoder.scoring.descriptives import describe
from practicecoder.scoring.finals import final_values
from practicecoder.scoring.frames import compare_frame, trend_frame
from practicecoder.scoring.reliability.table import reliability_table
from practicecoder.scoring.results import NotEstimable

ITEMS = ("care_engagement", "good_authority", "empathy")
OFFICES = ("Harbour", "Hilltop", "Meadow")
N_SESSIONS = 150
N_DOUBLE = 30


def _session(number: int, chance: random.Random) -> PracticeSession:
    worker = number % 75
    days = chance.randint(-150, 250)
    return PracticeSession(
        session_id=SessionId(f"sess-{number:03}"),
        blind_code=BlindCode(f"S-BL{number:03}"),
        worker_id=WorkerId(f"wrk-{worker:02}"),
        office_id=OfficeId(OFFICES[worker % 2 if worker > 8 else 2]),
        phase=Phase.PRE if days < 0 else Phase.POST,
        phase_rule=PhaseRule.VISIT_DATE,
        session_date=date(2015, 11, 11) + timedelta(days=days),
        days_since_implementation=days,
    )


def _coding(book: Codebook, session: PracticeSession, coder: str, base: float) -> Coding:
    chance = random.Random(f"{session.session_id}{coder}")
    levels = [min(5, max(1, round(chance.gauss(base, 0.8)))) for _ in book.dimensions]
    return Coding(
        coding_id=CodingId(f"{session.session_id}{coder}"),
        session_id=session.session_id,
        coder_id=CoderId(coder),
        codebook=book.ref,
        role=CodingRole.PRIMARY if coder == "cdr-A" else CodingRole.DOUBLE,
        state=CodingState.LOCKED,
        ratings={
            d: Rating.rated(level) for d, level in zip(book.dimension_ids, levels, strict=True)
        },
    )


@pytest.fixture(scope="session")
def large() -> PackageData:
    """150 sessions of 75 workers in three offices, one of them with nine workers."""
    book = library.find("swim7")
    chance = random.Random(3)
    sessions, codings = [], []
    for number in range(N_SESSIONS):
        session = _session(number, chance)
        base = 2.4 + 0.4 * (session.phase is Phase.POST) + chance.gauss(0, 0.5)
        coders = ("cdr-A", "cdr-B") if number < N_DOUBLE else ("cdr-A",)
        own = [_coding(book, session, coder, base) for coder in coders]
        codings += own
        sessions.append(
            ExportedSession(
                session=session,
                final=final_values(book, own, several=ScoreBasis.MEAN),
                codebook_version="1.0.0",
                in_reliability=len(own) > 1,
                answers={"change_goal": "less shouting at bedtime"},
            )
        )
    return PackageData(
        study_id="stdy-4711",
        study_title="Northshire",
        made_up=True,
        made_at=datetime(2026, 11, 20, 14, 2, 7, tzinfo=UTC),
        codebook=book,
        several=ScoreBasis.MEAN,
        seed=7,
        sessions=tuple(sessions),
        independent=tuple(
            ExportedCoding(
                session_id=c.session_id,
                coder_id=c.coder_id,
                codebook_version="1.0.0",
                ratings=c.ratings,
            )
            for c in codings
        ),
        versions={"practicecoder": "9.9.9"},
        profile=Profile.OUTSIDE,
        purpose="a made-up talk",
    )


def results_of(data: PackageData) -> AnalysisResults:
    """Results of three items, with agreement on the double-coded sessions."""
    book = data.codebook
    rows = []
    for one in data.sessions:
        assert not isinstance(one.final, NotEstimable)
        scores = one.final.scores(book)
        values = {**{d: one.final.ratings[d] for d in book.dimension_ids}, **scores}
        row = {item: getattr(values[item], "value", None) for item in ITEMS}
        rows.append(
            {
                "session_id": one.session.session_id,
                "worker_id": one.session.worker_id,
                "office_id": one.session.office_id,
                "phase": str(one.session.phase),
                "days_since_implementation": one.session.days_since_implementation,
                **row,
            }
        )
    frame = pd.DataFrame(rows).astype(dict.fromkeys(ITEMS, "float64"))
    found = {item: compare_frame(frame, item) for item in ITEMS}
    comparisons = dict(zip(ITEMS, with_holm(tuple(found.values())), strict=True))
    ratings = tuple(
        ItemRating(
            session_id=coding.session_id,
            coder_id=coding.coder_id,
            item=item,
            rating=coding.ratings[item],
        )
        for coding in data.independent
        for item in book.dimension_ids
    )
    return AnalysisResults(
        frame=frame,
        labels={item: book.label(item) for item in ITEMS},
        score_ids=ITEMS[:2],
        scales=dict.fromkeys(ITEMS, (1.0, 5.0)),
        descriptions=tuple(one for item in ITEMS for one in describe(frame, item)),
        comparisons=comparisons,
        holm_student={item: one.p_holm for item, one in comparisons.items()},
        periods={item: by_period(frame, item) for item in ITEMS},
        trends={item: trend_frame(frame, item) for item in ITEMS},
        reliability=reliability_table(
            replace(book, dimensions=book.dimensions[:3], scores=book.scores[:1]),
            tuple(r for r in ratings if r.item in book.dimension_ids[:3]),
        ),
        facts=MethodsFacts(n_sessions=len(rows), n_workers=75, n_offices=3),
    )


@pytest.fixture(scope="session")
def results(large: PackageData) -> AnalysisResults:
    return results_of(large)
