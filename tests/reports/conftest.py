"""Made-up data of worker reports, and readers of the PDFs made from them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from practicecoder.domain.coding import Polarity, ScoreBasis
from practicecoder.domain.spans import TimeSpan
from practicecoder.reports.data import (
    Agreement,
    LikelyRange,
    Moment,
    OwnRating,
    Plan,
    Provenance,
    RatedDimension,
    RatingGroup,
    ReportedScore,
    ReportScale,
    ReportStatus,
    Strength,
    TalkTurn,
    Timeline,
    ToBuild,
    WorkerReportData,
)
from practicecoder.reports.words import USUAL_LEVEL_NAMES, range_in_words, rating_in_words

MADE_ON = date(2026, 11, 20)
FIVE = ReportScale(minimum=1, maximum=5, anchor=3)
LEVEL_TEXT = (
    "Is trying to understand and partly succeeds; mostly stays with what was said on the "
    "surface and misses some emotional cues."
)

Build = Callable[..., WorkerReportData]


def moment(minute: int, second: int, polarity: Polarity, quote: str, note: str = "") -> Moment:
    at_ms = (60 * minute + second) * 1000
    return Moment(at_ms=at_ms, polarity=polarity, quote=quote, note=note)


AGENDA = moment(
    3, 10, Polarity.STRENGTH, "I’d like us to talk about two things, and what’s on your mind first."
)
WORRY = moment(
    20, 10, Polarity.STRENGTH, "School is worried: he came in hungry four times. Is that right?"
)
RETURN = moment(29, 35, Polarity.STRENGTH, "Shall we go back to the mornings, as you asked?")
WATCHED = moment(14, 5, Polarity.TO_BUILD, "Worn out with being watched.", "Reply: a date.")
TIRED = moment(38, 30, Polarity.TO_BUILD, "I just get so tired.", "Reply: the next appointment.")
PLAN_SET = moment(47, 20, Polarity.NEUTRAL, "", "The plan was read out by the worker.")


def dimension(
    label: str,
    value: float | None,
    *,
    earlier: tuple[float | None, ...] = (),
    moments: tuple[Moment, ...] = (),
    scale: ReportScale = FIVE,
    not_rated: str = "",
    level_text: str = LEVEL_TEXT,
) -> RatedDimension:
    names = USUAL_LEVEL_NAMES if len(scale.values) == 5 else ()
    return RatedDimension(
        label=label,
        scale=scale,
        value=value,
        not_rated=not_rated,
        words="" if value is None else rating_in_words(value, scale, names),
        level_text="" if value is None else level_text,
        earlier=earlier,
        moments=moments,
    )


def score(
    label: str, value: float, low: float, high: float, earlier: tuple[float | None, ...] = ()
) -> ReportedScore:
    limits = LikelyRange(low=low, high=high, sem=0.35, change80=0.63, n_double_coded=24)
    return ReportedScore(
        label=label,
        scale=FIVE,
        value=value,
        uncertainty=limits,
        words=range_in_words(low, high, FIVE, USUAL_LEVEL_NAMES),
        earlier=earlier,
    )


def third_visit() -> WorkerReportData:
    """The full page: two earlier visits, evocation not applicable, everything agreed."""
    care = (
        dimension("Collaboration", 3, earlier=(2, 3), moments=(AGENDA, PLAN_SET)),
        dimension("Autonomy", 3, earlier=(2, 2), moments=(PLAN_SET,)),
        dimension("Empathy", 2, earlier=(2, 2), moments=(WATCHED, TIRED)),
    )
    authority = (
        dimension("Purposefulness", 4, earlier=(3, 3), moments=(AGENDA, RETURN)),
        dimension("Clarity about concerns", 3, earlier=(2, 3), moments=(WORRY,)),
        dimension("Child focus", 3, earlier=(3, 3)),
    )
    evocation = dimension(
        "Evocation", None, earlier=(None, 3), not_rated="No behaviour change was discussed"
    )
    spirit = ReportedScore(
        label="MI spirit",
        not_given=(
            "MI spirit is not shown, because evocation was not rated: no behaviour change was "
            "discussed."
        ),
    )
    return WorkerReportData(
        worker="W-014",
        session_date=date(2026, 10, 6),
        ordinal=3,
        basis=ScoreBasis.SINGLE,
        groups=(
            RatingGroup(
                score=score("Care and engagement", 8 / 3, 2.22, 3.12, (2.0, 7 / 3)),
                dimensions=care,
            ),
            RatingGroup(dimensions=(evocation,)),
            RatingGroup(
                score=score("Good authority", 10 / 3, 2.88, 3.78, (8 / 3, 3.0)),
                dimensions=authority,
            ),
            RatingGroup(score=spirit),
        ),
        strengths=(
            Strength(
                behaviour="You shared the agenda and came back to it",
                moments=(AGENDA,),
                dimension="Purposefulness",
                rating=4,
            ),
            Strength(
                behaviour="You named the worry plainly and checked it had landed",
                moments=(WORRY,),
                dimension="Clarity about concerns",
                rating=3,
            ),
        ),
        to_build=(
            ToBuild(
                behaviour="Stay with feeling before fact",
                moments=(WATCHED, TIRED),
                dimension="Empathy",
                try_this="one reflection of the feeling before the next question",
            ),
        ),
        timeline=Timeline(
            duration_ms=52 * 60_000, coded=TimeSpan(0, 52 * 60_000), talk=talk_of(52)
        ),
        agreement=tuple(
            Agreement(dimension=d.label, exact=0.58, within_one=0.96, n=24)
            for d in (*care, *authority)
        ),
        own_ratings=(
            OwnRating(dimension="Empathy", own=3, coder=2),
            OwnRating(dimension="Purposefulness", own=4, coder=4),
        ),
        plan=Plan(last_goal="Open with the family’s agenda", last_goal_outcome="Done twice"),
        provenance=Provenance(
            study="Made-up study",
            session_code="S-7Q4K2",
            codebook_id="swim7",
            codebook_version="1.0.0",
            codebook_is_draft=True,
            n_coders=1,
            app_version="0.1.0",
            marking="OFFICIAL-SENSITIVE",
        ),
        status=ReportStatus.RELEASED,
    )


def talk_of(minutes: int) -> tuple[TalkTurn, ...]:
    turns: list[TalkTurn] = []
    at_ms, by_worker = 0, True
    while at_ms < minutes * 60_000 - 80_000:
        length = 20_000 + (at_ms * 7919) % 70_000
        turns.append(TalkTurn(span=TimeSpan(at_ms, at_ms + length), by_worker=by_worker))
        at_ms, by_worker = at_ms + length + 1_500, not by_worker
    return tuple(turns)
