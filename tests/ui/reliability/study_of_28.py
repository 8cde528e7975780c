"""A study of the made-up sessions that three coders rated, with marks and days of its own."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from practicecoder.domain.coding import (
    CodeMark,
    Coding,
    CodingState,
    CountingMode,
    Rating,
)
from practicecoder.domain.coding_changes import (
    CodingChange,
    CountingChange,
    MarkChange,
    UnblindedChange,
    applied,
)
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.sessions import Segment
from practicecoder.services.context import StudyServices
from tests.builders import (
    ANALYST,
    NOW,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)

TABLE = Path(__file__).parents[2] / "golden" / "fsh_reliability_long.csv"
CODERS = tuple(CoderId(f"C{place}") for place in (1, 2, 3))
N_MARKED = 12
"""Sessions, from the first, in which C1 and C2 looked for timed codes."""

Given = Mapping[str, Rating]


def study_of_28(folder: Path, *, marked: bool = True) -> StudyServices:
    """Make the study: 28 sessions coded by two or three, two more by one coder alone.

    C2's codings of three sessions are unblinded. Session n was submitted n days before now.
    """
    services = a_study(folder)
    add_people(
        services,
        *(Coder(coder_id=coder, roles=frozenset({Role.CODER})) for coder in CODERS),
        Coder(coder_id=ANALYST, roles=frozenset({Role.ANALYST})),
    )
    given = _given()
    names = sorted({session for session, _ in given})
    numbered = [
        a_session(place, session_id=SessionId(name), segment=Segment.whole(3_000_000))
        for place, name in enumerate(names, start=1)
    ]
    alone = [a_session(90), a_session(91)]
    add_sessions(services, *numbered, *alone)
    for position, ((name, coder), ratings) in enumerate(sorted(given.items())):
        place = names.index(name)
        changes: list[CodingChange] = []
        if marked and place < N_MARKED and coder != CODERS[2]:
            changes += _marks(place, coder)
        if coder == CODERS[1] and place < 3:
            changes.append(UnblindedChange(new=True))
        _submit(services, SessionId(name), CoderId(coder), ratings, changes, place, position)
    for position, session in enumerate(alone):
        ratings = ratings_of(services.codebook, [3] * 7)
        add_coding(
            services, session.session_id, CODERS[position], ratings, position=100 + position
        )
    return services


def _given() -> dict[tuple[str, str], dict[str, Rating]]:
    given: dict[tuple[str, str], dict[str, Rating]] = defaultdict(dict)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["session_id"], row["coder_id"])
            if row["value"]:
                given[key][row["item"]] = Rating.rated(float(row["value"]))
            elif row["na_reason"]:
                given[key][row["item"]] = Rating.not_applicable(row["na_reason"])
    return given


def _marks(place: int, coder: str) -> list[CodingChange]:
    """Marks at about the same moments for both coders, now and then missed or renamed."""
    chance = random.Random(place)
    codes = ("question_open", "question_closed", "reflection_simple", "reflection_complex")
    found: list[CodingChange] = [CountingChange(CountingMode.TALLY)]
    for number in range(14):
        at_ms, code = 20_000 * (number + 1), chance.choice(codes)
        lag_ms, misses, other = chance.randint(-900, 1_500), chance.random(), chance.random()
        if coder == CODERS[1]:
            if misses < 0.15:
                continue
            code = codes[(codes.index(code) + 1) % 4] if other < 0.2 else code
            at_ms += lag_ms
        mark = CodeMark(mark_id=f"{coder}-{place}-{number}", count_id=code, at_ms=at_ms)
        found.append(MarkChange(mark.mark_id, mark))
    return found


def _submit(
    services: StudyServices,
    session_id: SessionId,
    coder_id: CoderId,
    ratings: Given,
    changes: list[CodingChange],
    days: int,
    position: int,
) -> Coding:
    coding = add_coding(
        services, session_id, coder_id, ratings, submitted=False, position=position
    )
    after = applied(coding, changes)
    locked = replace(after, state=CodingState.LOCKED, submitted_at=NOW - timedelta(days=days + 1))
    with services.context.store.transaction() as unit:
        return unit.codings.save(locked, expected_version=coding.version, changes=changes)
