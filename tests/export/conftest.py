"""Made-up packages with every kind of session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import (
    Coding,
    CodingRole,
    CodingState,
    Evidence,
    Polarity,
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
from practicecoder.domain.people import Coder, Office, Worker
from practicecoder.domain.sessions import Phase, PhaseRule, PracticeSession, SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.export.data import (
    ExportedCoding,
    ExportedEvidence,
    ExportedSession,
    PackageData,
)
from practicecoder.scoring.finals import FinalValues, final_values
from practicecoder.scoring.results import NotEstimable

MADE_AT = datetime(2026, 11, 20, 14, 2, 7, tzinfo=UTC)


def ratings(codebook: Codebook, *values: int | str | None) -> dict[str, Rating]:
    """Ratings in the codebook's order: a level, a reason id, or None for not yet rated."""
    found: dict[str, Rating] = {}
    for dimension_id, value in zip(codebook.dimension_ids, values, strict=True):
        if isinstance(value, str):
            found[dimension_id] = Rating.not_applicable(value)
        elif value is not None:
            found[dimension_id] = Rating.rated(value, unsure=value == 5)
    return found


def session(code: str, **changes: object) -> PracticeSession:
    made = PracticeSession(
        session_id=SessionId(code),
        blind_code=BlindCode(f"S-{code}"),
        worker_id=WorkerId("W1"),
        office_id=OfficeId("North"),
        phase=Phase.PRE,
        phase_rule=PhaseRule.AS_ENTERED,
        session_date=date(2015, 11, 3),
        days_since_implementation=-8,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names are the fields'


def final_of(codebook: Codebook, *given: dict[str, Rating]) -> FinalValues | NotEstimable:
    codings = [
        Coding(
            coding_id=CodingId(str(number)),
            session_id=SessionId("S"),
            coder_id=CoderId(str(number)),
            codebook=codebook.ref,
            role=CodingRole.DOUBLE if number else CodingRole.PRIMARY,
            state=CodingState.LOCKED,
            ratings=one,
        )
        for number, one in enumerate(given)
    ]
    return final_values(codebook, codings)


def coding(codebook: Codebook, code: str, coder: str, given: dict[str, Rating]) -> ExportedCoding:
    return ExportedCoding(
        session_id=SessionId(code),
        coder_id=CoderId(coder),
        codebook_version=codebook.version,
        ratings=given,
    )


@pytest.fixture(scope="session")
def swim7() -> Codebook:
    return library.find("swim7")


@pytest.fixture
def package(swim7: Codebook) -> PackageData:
    """Five sessions: double-coded, single, not coded, unusable, observed only."""
    first = ratings(swim7, 3, 2, 2, "no_behaviour_change", 3, 2, 4)
    second = ratings(swim7, 3, 3, 2, 2, 5, 2, 4)
    third = ratings(swim7, 3, 2, 2, 3, 3, None, "inaudible")
    return PackageData(
        study_id="made-up-study",
        study_title="Northshire",
        made_up=True,
        made_at=MADE_AT,
        codebook=swim7,
        several=ScoreBasis.MEAN,
        seed=7,
        sessions=(
            ExportedSession(
                session=session("S2", phase=Phase.POST, days_since_implementation=9),
                final=final_of(swim7, third),
                codebook_version="1.0.0",
                segment=TimeSpan(0, 60_000),
                heard_share=0.95,
                answers={"behaviour_change_discussed": True, "change_goal": "a secret wish"},
                unblinded=True,
            ),
            ExportedSession(
                session=session("S1"),
                final=final_of(swim7, first, second),
                codebook_version="1.0.0",
                segment=TimeSpan(0, 50_000),
                heard_share=1.0,
                in_reliability=True,
                answers={"behaviour_change_discussed": False},
            ),
            ExportedSession(
                session=session("S3", phase=None), final=NotEstimable(reason="not coded", n=0)
            ),
            ExportedSession(
                session=session("S4", state=SessionState.UNUSABLE),
                final=NotEstimable(reason="not coded", n=0),
            ),
            ExportedSession(
                session=session(
                    "S5", state=SessionState.OBSERVED_ONLY, worker_id=None, office_id=None
                ),
                final=NotEstimable(reason="not coded", n=0),
            ),
        ),
        independent=(
            coding(swim7, "S2", "B", third),
            coding(swim7, "S1", "B", second),
            coding(swim7, "S1", "A", first),
        ),
        consensus=(coding(swim7, "S1", "L", ratings(swim7, 3, 3, 2, 2, 4, 2, 4)),),
        workers=(Worker(worker_id=WorkerId("W1"), office_id=OfficeId("North"), role="support"),),
        offices=(
            Office(office_id=OfficeId("South")),
            Office(office_id=OfficeId("North"), implementation_date=date(2015, 11, 11)),
        ),
        coders=(Coder(coder_id=CoderId("A")), Coder(coder_id=CoderId("B"))),
        n_withdrawn=2,
        versions={"practicecoder": "9.9.9"},
    )


@pytest.fixture
def with_evidence(package: PackageData) -> Callable[[str], PackageData]:
    """Function that adds one piece of evidence with the words given."""

    def add(words: str) -> PackageData:
        piece = ExportedEvidence(
            session_id=SessionId("S1"),
            coder_id=CoderId("A"),
            evidence=Evidence(
                evidence_id="e1",
                span=TimeSpan(1000, 2500),
                dimension_ids=("empathy", "autonomy"),
                polarity=Polarity.STRENGTH,
                quote=words,
                share=True,
            ),
        )
        return replace(package, evidence=(piece,))

    return add
