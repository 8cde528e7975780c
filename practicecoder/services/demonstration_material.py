"""The invented material of the demonstration study, read into values."""

from __future__ import annotations

import csv
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from practicecoder.domain.coding import (
    AnswerValue,
    CodingRole,
    Evidence,
    Note,
    Polarity,
    Rating,
)
from practicecoder.domain.ids import BlindCode, CoderId, OfficeId, SessionId, WorkerId
from practicecoder.domain.sessions import Phase, Purpose
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import StudyError

_PACKAGE = Path(__file__).resolve().parent.parent
_PLACES = (_PACKAGE / "_demonstration", _PACKAGE.parent / "demonstration")
"""Inside an installed package; beside it in a working copy."""

RatingsOfCodings = Mapping[tuple[SessionId, CoderId], Mapping[str, Rating]]
"""Ratings by dimension for each session and coder; a blank cell is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLine:
    """One turn of a conversation and where it stands in the recording. ``role`` is who speaks."""

    number: int
    role: str
    text: str
    span: TimeSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCoding:
    """What one coder made of a visit. Evidence lies on the lines it quotes."""

    coder_id: CoderId
    role: CodingRole
    coded_on: date
    ratings: Mapping[str, Rating]
    answers: Mapping[str, AnswerValue]
    evidence: tuple[Evidence, ...]
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A recorded visit with its codings. ``names`` are all those spoken in it."""

    session_id: SessionId
    blind_code: BlindCode
    worker_id: WorkerId
    office_id: OfficeId
    session_date: date
    session_type: str
    worker_role: str
    purpose: Purpose
    title: str
    names: tuple[str, ...]
    audio: Path
    transcript: Path
    duration_ms: int
    lines: tuple[SpokenLine, ...]
    codings: tuple[VisitCoding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedSession:
    """A session without sound. ``coder_id`` is whose rating the table of sessions gives."""

    session_id: SessionId
    worker_id: WorkerId
    office_id: OfficeId
    implementation_date: date
    phase: Phase
    session_date: date
    days_since_implementation: int
    coder_id: CoderId


def material_folder() -> Path:
    """Folder of the material.

    Raises
    ------
    StudyError
        If it was not installed.
    """
    for place in _PLACES:
        if place.is_dir():
            return place
    raise StudyError(
        "The demonstration's recordings and data are not installed. Nothing was made. "
        "Install practicecoder again."
    )


def visits() -> tuple[Visit, ...]:
    """Return the recorded visits, in order of their code."""
    folder = material_folder()
    timing = json.loads((folder / "visits" / "timing.json").read_text(encoding="utf-8"))
    return tuple(
        _visit(folder, path.stem, timing[path.stem])
        for path in sorted((folder / "visits").glob("visit-*.toml"))
    )


def rated_sessions() -> tuple[RatedSession, ...]:
    """Return the sessions without sound, in order of their code."""
    return tuple(
        RatedSession(
            session_id=SessionId(row["session_id"]),
            worker_id=WorkerId(row["worker_id"]),
            office_id=OfficeId(row["office_id"]),
            implementation_date=date.fromisoformat(row["go_live_date"]),
            phase=Phase(row["phase"]),
            session_date=date.fromisoformat(row["session_date"]),
            days_since_implementation=int(row["days_since_implementation"]),
            coder_id=CoderId(row["coder_id"]),
        )
        for row in _rows("fsh_sessions.csv")
    )


def session_ratings() -> RatingsOfCodings:
    """Return the ratings that enter analysis, one coding for each session without sound."""
    return _ratings("fsh_long.csv")


def independent_ratings() -> RatingsOfCodings:
    """Return the ratings that coders gave independently to the same sessions."""
    return _ratings("fsh_reliability_long.csv")


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = material_folder() / "hertfordshire_like" / name
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _ratings(name: str) -> RatingsOfCodings:
    found: defaultdict[tuple[SessionId, CoderId], dict[str, Rating]] = defaultdict(dict)
    for row in _rows(name):
        coding = SessionId(row["session_id"]), CoderId(row["coder_id"])
        if row["value"]:
            found[coding][row["item"]] = Rating.rated(float(row["value"]))
        elif row["na_reason"]:
            found[coding][row["item"]] = Rating.not_applicable(row["na_reason"])
    return found


def _visit(folder: Path, name: str, timing: Mapping[str, Any]) -> Visit:
    content = tomllib.loads((folder / "visits" / f"{name}.toml").read_text(encoding="utf-8"))
    facts = content["session"]
    session_id = SessionId(facts["session_id"])
    lines = tuple(
        SpokenLine(
            number=line["number"],
            role=line["speaker"],
            text=line["text"],
            span=TimeSpan(*timing["lines"][str(line["number"])]),
        )
        for line in content["lines"]
    )
    spans = {line.number: line.span for line in lines}
    return Visit(
        session_id=session_id,
        blind_code=BlindCode(facts["blind_code"]),
        worker_id=WorkerId(facts["worker_id"]),
        office_id=OfficeId(facts["office_id"]),
        session_date=facts["session_date"],
        session_type=facts["session_type"],
        worker_role=facts["worker_role"],
        purpose=Purpose(facts["purpose"]),
        title=content["title"],
        names=tuple(content["names"]),
        audio=folder / "audio" / f"{name}.ogg",
        transcript=folder / "transcripts" / f"{name}.vtt",
        duration_ms=timing["duration_ms"],
        lines=lines,
        codings=tuple(_coding(session_id, coding, spans) for coding in content["codings"]),
    )


def _coding(
    session_id: SessionId, content: Mapping[str, Any], spans: Mapping[int, TimeSpan]
) -> VisitCoding:
    coder_id = CoderId(content["coder_id"])
    unsure = content.get("unsure", ())
    prefix = f"{session_id}-{coder_id}"
    return VisitCoding(
        coder_id=coder_id,
        role=CodingRole(content["role"]),
        coded_on=content["coded_on"],
        ratings={
            dimension: Rating.not_applicable(given)
            if isinstance(given, str)
            else Rating.rated(given, unsure=dimension in unsure)
            for dimension, given in content["ratings"].items()
        },
        answers=content["answers"],
        evidence=tuple(
            Evidence(
                evidence_id=f"{prefix}-{number}",
                span=spans[piece["line"]],
                dimension_ids=tuple(piece["dimensions"]),
                polarity=Polarity(piece["polarity"]),
                quote=piece["quote"],
                note=piece["note"],
                share=piece["share"],
            )
            for number, piece in enumerate(content["evidence"], 1)
        ),
        note=Note(note_id=f"{prefix}-note", text=" ".join(content["note"].split())),
    )
