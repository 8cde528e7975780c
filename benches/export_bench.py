"""How long a large package takes and how much memory it needs, and how soon it stops.

``python -m benches.export_bench [--sessions 100000] [--fuzz 10000]``

A made-up study of 100,000 sessions, each fifth coded by two, has 840,000 ratings. It is exported
wide and long, as CSV and Parquet, with progress; then once more, cancelled in the middle of the
long table. Memory is the largest of the process; what the study itself needs stands beside it.
The fuzz writes hostile texts as CSV and Excel and reads them again: no formula, no broken row.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import re
import resource
import shutil
import sys
import tempfile
import time
import zipfile
from concurrent.futures import CancelledError
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Rating, ScoreBasis
from practicecoder.domain.ids import BlindCode, CoderId, OfficeId, SessionId, WorkerId
from practicecoder.domain.people import Office, Worker
from practicecoder.domain.sessions import Phase, PhaseRule, PracticeSession
from practicecoder.domain.spans import TimeSpan
from practicecoder.export.data import ExportedCoding, ExportedSession, PackageData
from practicecoder.export.package import write_package
from practicecoder.export.table import Column, Table
from practicecoder.export.writers.csv_writer import csv_bytes, is_risky
from practicecoder.export.writers.xlsx_writer import sheet_text, write_workbook
from practicecoder.scoring.finals import FinalValues

MADE_AT = datetime(2026, 11, 20, 14, 2, 7, tzinfo=UTC)
MOST_SECONDS, MOST_MB = 60.0, 1024.0
N_WORKERS, N_OFFICES = 5_000, 40
_LETTERS = "=+-@\t\n\r\0\"',;#!<>&_xé😀\u202e\ufffe\x0b09aZ"


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def megabytes() -> float:
    """Largest memory of the process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def a_study(n_sessions: int) -> PackageData:
    """Made-up sessions; ratings of one level are one object, as they are alike."""
    book = library.find("swim7")
    chance = random.Random(1)
    levels = [Rating.rated(level) for level in range(1, 6)]
    sessions, codings = [], []
    for number in range(n_sessions):
        session = _session(number, chance)
        n_coders = 2 if number % 5 == 0 else 1
        own = [_ratings(book, levels, chance) for _ in range(n_coders)]
        codings += [
            ExportedCoding(
                session_id=session.session_id,
                coder_id=CoderId(f"C{(number + place) % 12:02}"),
                codebook_version="1.0.0",
                ratings=ratings,
            )
            for place, ratings in enumerate(own)
        ]
        sessions.append(
            ExportedSession(
                session=session,
                final=FinalValues(
                    basis=ScoreBasis.SINGLE, n_coders=n_coders, ratings=own[0], counts=None
                ),
                codebook_version="1.0.0",
                segment=TimeSpan(0, 3_000_000),
                heard_share=1.0,
                in_reliability=n_coders > 1,
                answers={"behaviour_change_discussed": True},
            )
        )
    return PackageData(
        study_id="bench",
        study_title="Northshire",
        made_up=True,
        made_at=MADE_AT,
        codebook=book,
        several=ScoreBasis.SINGLE,
        seed=1,
        sessions=tuple(sessions),
        independent=tuple(codings),
        workers=tuple(
            Worker(worker_id=WorkerId(f"W{n:05}"), office_id=OfficeId(f"O{n % N_OFFICES:02}"))
            for n in range(N_WORKERS)
        ),
        offices=tuple(Office(office_id=OfficeId(f"O{n:02}")) for n in range(N_OFFICES)),
        versions={"practicecoder": "bench"},
    )


def _session(number: int, chance: random.Random) -> PracticeSession:
    worker = number % N_WORKERS
    days = chance.randint(-400, 700)
    return PracticeSession(
        session_id=SessionId(f"S{number:06}"),
        blind_code=BlindCode(f"S-{number:06}"),
        worker_id=WorkerId(f"W{worker:05}"),
        office_id=OfficeId(f"O{worker % N_OFFICES:02}"),
        phase=Phase.PRE if days < 0 else Phase.POST,
        phase_rule=PhaseRule.VISIT_DATE,
        session_date=date(2020, 1, 1) + timedelta(days=days),
        days_since_implementation=days,
    )


def _ratings(book: Codebook, levels: list[Rating], chance: random.Random) -> dict[str, Rating]:
    return {dimension_id: chance.choice(levels) for dimension_id in book.dimension_ids}


def export(data: PackageData, folder: Path) -> bool:
    """Export everything; whether it stayed within the aims."""
    before = megabytes()
    told: list[float] = []
    start = time.perf_counter()
    written = write_package(
        data,
        folder / "package",
        formats=("csv", "parquet"),
        progress=lambda share, _text: told.append(share),
    )
    seconds, most = time.perf_counter() - start, megabytes()
    n_sessions, n_ratings = len(data.sessions), 7 * len(data.independent)
    size = sum(path.stat().st_size for path in written) / 1e6
    say(f"{n_sessions} sessions, {n_ratings} ratings: {seconds:.1f} s, {size:.0f} MB of files")
    say(f"memory: {most:.0f} MB at most, of which the study {before:.0f} MB")
    say(f"progress: {len(told)} reports, in order: {told == sorted(told)}")
    return seconds < MOST_SECONDS and most < MOST_MB and told == sorted(told)


def cancel(data: PackageData, folder: Path) -> bool:
    """Cancel half-way; whether nothing was left."""
    asked = 0.0

    def stop(share: float, _text: str) -> None:
        nonlocal asked
        if share > 0.5:
            raise CancelledError
        asked = time.perf_counter()

    with suppress(CancelledError):
        write_package(data, folder / "stopped", formats=("csv", "parquet"), progress=stop)
    waited = time.perf_counter() - asked
    left = [path.name for path in folder.iterdir() if path.name != "package"]
    say(f"cancelled: stops within {waited:.2f} s; left behind: {left or 'nothing'}")
    return not left


def fuzz(n_texts: int, folder: Path) -> bool:
    """Write hostile texts and read them again; whether all came back and none is a formula."""
    from openpyxl import load_workbook

    chance = random.Random(2)
    texts = [
        "".join(chance.choice(_LETTERS) for _ in range(chance.randint(1, 24)))
        for _ in range(n_texts)
    ]
    table = Table(
        name="t",
        title="T",
        columns=(Column(name="words", label="Words"), Column(name="more", label="More")),
        rows=tuple((text, "end") for text in texts),
        key=(),
    )
    rows = list(csv.reader(io.StringIO(csv_bytes(table).decode(), newline="")))[1:]
    sound = [len(row) == 2 and row[1] == "end" and not is_risky(row[0]) for row in rows]
    path = folder / "fuzz.xlsx"
    write_workbook(path, [("t", table)], readme="fuzz", made_at=MADE_AT)
    with zipfile.ZipFile(path) as parts:
        xml = parts.read("xl/worksheets/sheet2.xml").decode()
    formulas = len(re.findall(r"<f[ >]", xml))
    sheet = load_workbook(path)["t"]
    read = [sheet.cell(row=n + 2, column=1).value or "" for n in range(n_texts)]
    same = sum(found == sheet_text(text) for found, text in zip(read, texts, strict=True))
    say(f"fuzz: {n_texts} texts; CSV rows sound {sum(sound)} of {len(rows)}")
    say(f"fuzz: Excel texts the same {same}, formulas {formulas}")
    return len(rows) == same == n_texts and all(sound) and not formulas


def main() -> int:
    """Run everything; 1 if an aim was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=100_000)
    parser.add_argument("--fuzz", type=int, default=10_000)
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="export-bench-"))
    try:
        data = a_study(chosen.sessions)
        met = [export(data, folder), cancel(data, folder)]
        (folder / "fuzz").mkdir()
        met.append(fuzz(chosen.fuzz, folder / "fuzz"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    say("aims met" if all(met) else "an aim was missed")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
