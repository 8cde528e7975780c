"""Makes a study folder with very many sessions, written directly into its database; all made up.

``python -m benches.large_study FOLDER [--sessions 100000]``

Each fifth session is coded by two, so 100,000 sessions have 120,000 codings and 840,000 ratings.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, insert

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodingRole, CodingState, RatingState
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import Phase, PhaseRule, Purpose, SegmentChoice, SessionState
from practicecoder.services.studies import create_study
from practicecoder.storage.base import Base
from practicecoder.storage.engine import DatabaseFile, sqlite_engine
from practicecoder.storage.models import (
    AnswerRow,
    CoderRoleRow,
    CoderRow,
    CodingRow,
    ListenRow,
    OfficeRow,
    RatingRow,
    RecordingRow,
    SessionRow,
    WorkerRow,
)

MADE_AT = datetime(2026, 11, 20, 14, 2, 7, tzinfo=UTC)
FIRST_DAY = date(2020, 1, 1)
N_WORKERS, N_OFFICES, N_CODERS = 5_000, 40, 12
SEGMENT_MS = 3_000_000
EVERY = 5
"""Each so-manieth session is coded by two."""
_BATCH = 5_000

Values = dict[str, object]


def make_study(folder: Path, n_sessions: int) -> None:
    """Make the study; the folder must be new."""
    book = library.find("swim7")
    create_study(folder, title="Northshire", codebook=book, made_up=True).close()
    engine = sqlite_engine(DatabaseFile(path=folder / "study.db", key=None))
    try:
        _fill(engine, book, n_sessions)
    finally:
        engine.dispose()


def _fill(engine: Engine, book: Codebook, n_sessions: int) -> None:
    _add(engine, OfficeRow, [_office(n) for n in range(N_OFFICES)])
    _add(engine, WorkerRow, [_worker(n) for n in range(N_WORKERS)])
    coders = [f"C{n:02}" for n in range(N_CODERS)]
    _add(engine, CoderRow, [{"coder_id": coder} for coder in coders])
    _add(engine, CoderRoleRow, [{"coder_id": coder, "role": Role.CODER} for coder in coders])
    chance = random.Random(1)
    for start in range(0, n_sessions, _BATCH):
        numbers = range(start, min(n_sessions, start + _BATCH))
        _add(engine, RecordingRow, [_recording(n) for n in numbers])
        _add(engine, SessionRow, [_session(n, chance) for n in numbers])
        pairs = [(n, place) for n in numbers for place in range(2 if n % EVERY == 0 else 1)]
        _add(engine, CodingRow, [_coding(book, n, place) for n, place in pairs])
        _add(engine, AnswerRow, [_answer(n, place) for n, place in pairs])
        _add(engine, ListenRow, [_listen(n, place) for n, place in pairs])
        _add(engine, RatingRow, list(_ratings(book, pairs, chance)))


def _add(engine: Engine, table: type[Base], rows: Sequence[Values]) -> None:
    with engine.begin() as connection:
        connection.execute(insert(table), rows)


def _office(n: int) -> Values:
    return {"office_id": f"O{n:02}", "implementation_date": FIRST_DAY}


def _worker(n: int) -> Values:
    return {"worker_id": f"W{n:05}", "office_id": f"O{n % N_OFFICES:02}", "role": ""}


def _recording(n: int) -> Values:
    return {
        "fingerprint": f"{n:064x}",
        "stored_name": f"{n:064x}.flac",
        "duration_ms": SEGMENT_MS,
        "sample_count": 48_000_000,
        "sample_rate": 16_000,
        "channels": 1,
        "codec": "flac",
        "size_bytes": 20_000_000,
    }


def _session(n: int, chance: random.Random) -> Values:
    worker, days = n % N_WORKERS, chance.randint(-400, 700)
    return {
        "session_id": f"S{n:06}",
        "blind_code": f"B-{n:06}",
        "worker_id": f"W{worker:05}",
        "office_id": f"O{worker % N_OFFICES:02}",
        "phase": Phase.PRE if days < 0 else Phase.POST,
        "phase_rule": PhaseRule.VISIT_DATE,
        "session_date": FIRST_DAY + timedelta(days=days),
        "days_since_implementation": days,
        "session_type": "",
        "worker_role": "",
        "purpose": Purpose.RESEARCH,
        "state": SessionState.FINAL,
        "recording": f"{n:064x}",
        "segment_start_ms": 0,
        "segment_end_ms": SEGMENT_MS,
        "segment_choice": SegmentChoice.WHOLE,
        "segment_seed": None,
        "made_up": True,
        "version": 1,
        "audio_until": None,
        "audio_deleted_at": None,
    }


def _coding_id(n: int, place: int) -> str:
    return f"{n:015x}{place}"


def _coding(book: Codebook, n: int, place: int) -> Values:
    return {
        "coding_id": _coding_id(n, place),
        "session_id": f"S{n:06}",
        "coder_id": f"C{(n + place) % N_CODERS:02}",
        "codebook_id": book.codebook_id,
        "codebook_version": book.version,
        "codebook_digest": book.digest,
        "role": CodingRole.DOUBLE if place else CodingRole.PRIMARY,
        "state": CodingState.LOCKED,
        "position_ms": SEGMENT_MS,
        "short_listen_reason": "",
        "submitted_at": MADE_AT,
        "version": 2,
        "counting": None,
        "unblinded": False,
    }


def _answer(n: int, place: int) -> Values:
    return {
        "coding_id": _coding_id(n, place),
        "question_id": "behaviour_change_discussed",
        "value": "true",
    }


def _listen(n: int, place: int) -> Values:
    return {
        "coding_id": _coding_id(n, place),
        "start_ms": 0,
        "end_ms": SEGMENT_MS,
        "speed": 1.0,
        "at": MADE_AT,
    }


def _ratings(
    book: Codebook, pairs: Sequence[tuple[int, int]], chance: random.Random
) -> Iterator[Values]:
    for n, place in pairs:
        for dimension_id in book.dimension_ids:
            yield {
                "coding_id": _coding_id(n, place),
                "dimension_id": dimension_id,
                "state": RatingState.RATED,
                "value": float(chance.randint(1, 5)),
                "na_reason": None,
                "note": "",
                "unsure": False,
            }


def main() -> int:
    """Make the study that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sessions", type=int, default=100_000)
    chosen = parser.parse_args()
    make_study(chosen.folder, chosen.sessions)
    return 0


if __name__ == "__main__":
    sys.exit(main())
