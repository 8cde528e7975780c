"""How long the package of a very large study takes, how much memory, and how soon it stops.

``python -m benches.export_bench [--sessions 100000] [--with-analysis] [--fuzz 10000]``

A made-up study folder of 100,000 sessions, each fifth coded by two, has 840,000 ratings. It is
exported wide and long, as CSV and Parquet, by the command; rows and hashes are checked; then it is
cancelled while reading and while writing. The aim is in seconds of the processor, as other work
on the machine makes the clock run on. The fuzz writes hostile texts as CSV and Excel and reads
them again: no formula, no broken row.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import CancelledError
from contextlib import closing, suppress
from pathlib import Path

from benches.large_study import EVERY, MADE_AT, make_study
from benches.printing import say
from practicecoder.export.table import Column, Table
from practicecoder.export.writers.csv_writer import csv_bytes, is_risky
from practicecoder.export.writers.xlsx_writer import sheet_text, write_workbook
from practicecoder.services.exporting import PackageOrder
from practicecoder.services.studies import open_study

MOST_SECONDS, MOST_MB = 60.0, 1024.0
_LETTERS = "=+-@\t\n\r\0\"',;#!<>&_x\xe9\U0001f600\u202e\ufffe\x0b09aZ"


def export(study: Path, target: Path, *, with_analysis: bool) -> bool:
    """Export by the command, as a process of its own; whether it stayed within the aims."""
    command = [sys.executable, "-m", "practicecoder", "export", str(study), "--out", str(target)]
    command += ["--formats", "csv,parquet", *([] if with_analysis else ["--only-data"])]
    start, spent = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds, now = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode:
        say(run.stdout + run.stderr)
        return False
    most = now.ru_maxrss / 1024
    cpu = now.ru_utime + now.ru_stime - spent.ru_utime - spent.ru_stime
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file()) / 1e6
    shares = [int(share) for share in re.findall(r"\[ *(\d+)%\]", run.stdout + run.stderr)]
    is_steady = len(shares) > 5 and shares == sorted(shares)
    words = "with analysis" if with_analysis else "data alone"
    say(f"{words}: {seconds:.1f} s ({cpu:.1f} s of the processor), {most:.0f} MB at most")
    say(f"{words}: {size:.0f} MB of files, {len(shares)} reports, in order: {is_steady}")
    return cpu < MOST_SECONDS and most < MOST_MB and is_steady


def check(target: Path, n_sessions: int) -> bool:
    """Whether the tables have every row, as CSV and as Parquet, and the manifest is true."""
    import pyarrow.parquet as pq

    manifest = json.loads((target / "manifest.json").read_bytes())
    rows = {entry["path"]: entry.get("rows") for entry in manifest["files"]}
    n_codings = n_sessions + -(-n_sessions // EVERY)
    expected = {"sessions": n_sessions, "ratings_long": 7 * n_codings}
    is_true = True
    for name, n in expected.items():
        with (target / "data" / f"{name}.csv").open("rb") as file:
            n_lines = sum(1 for _ in file) - 1
        n_parquet = pq.ParquetFile(target / "data" / f"{name}.parquet").metadata.num_rows
        told = rows[f"data/{name}.csv"]
        is_true &= n_lines == n_parquet == told == n
        say(f"{name}: {n_lines} rows as CSV, {n_parquet} as Parquet, {told} in the manifest")
    for entry in manifest["files"]:
        content = (target / entry["path"]).read_bytes()
        is_true &= hashlib.sha256(content).hexdigest() == entry["sha256"]
    return is_true


def cancel(study: Path, folder: Path) -> bool:
    """Cancel while reading and while writing; whether it stops soon and nothing is left."""
    is_clean = True
    for at in (0.1, 0.6):
        asked = 0.0

        def stop(share: float, _text: str, at: float = at) -> None:
            nonlocal asked
            if share > at:
                raise CancelledError
            asked = time.perf_counter()

        order = PackageOrder(formats=("csv", "parquet"), analysis=False)
        with closing(open_study(study)) as services:
            n_before = len(services.exporting.register())
            with suppress(CancelledError):
                services.exporting.export(folder / "stopped", order, progress=stop)
            waited = time.perf_counter() - asked
            is_clean &= len(services.exporting.register()) == n_before
        left = [path.name for path in folder.iterdir() if "stopped" in path.name]
        say(
            f"cancelled at {at:.0%}: stops within {waited:.2f} s; left behind: {left or 'nothing'}"
        )
        is_clean &= not left
    return is_clean


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
    parser.add_argument("--with-analysis", action="store_true", help="measure that, too")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="export-bench-"))
    try:
        study = folder / "study"
        start = time.perf_counter()
        make_study(study, chosen.sessions)
        say(f"study of {chosen.sessions} sessions made in {time.perf_counter() - start:.0f} s")
        met = [export(study, folder / "package", with_analysis=False)]
        met.append(met[0] and check(folder / "package", chosen.sessions))
        met.append(cancel(study, folder))
        if chosen.with_analysis:
            met.append(export(study, folder / "analysed", with_analysis=True))
        (folder / "fuzz").mkdir()
        met.append(fuzz(chosen.fuzz, folder / "fuzz"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    say("aims met" if all(met) else "an aim was missed")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
