"""Promise 10: what is hidden in an outside export stays hidden, and no text of it is a formula.

The attack on hidden cells is that of ``benches.disclosure_bench``, which uses nothing of the
program's own. Hostile texts are written as CSV and as a workbook and read again.
"""

from __future__ import annotations

import csv
import io
import random
import re
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from benches.disclosure_bench import random_table, recovered
from practicecoder.export.table import Column, Table
from practicecoder.export.writers.csv_writer import csv_bytes
from practicecoder.export.writers.xlsx_writer import write_workbook
from practicecoder.scoring.disclosure.protection import DisclosureError, protect
from practicecoder.scoring.disclosure.rules import OUTSIDE
from tests.trust.frame import Proof, Size, say

SEED = 20_261_121
LETTERS = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20'\" ;,|0aZ(!"
FORMULA = re.compile(r"^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may take for the beginning of a formula."""
NUMBER = re.compile(r"^[+-]?\d")


def prove(size: Size) -> Proof:
    """Attack hidden cells of random tables, and open hostile texts."""
    chance = random.Random(SEED)
    found = attacked(size.of(short=3, full=1_000), chance)
    texts = hostile(size.of(short=120, full=10_000), chance)
    with tempfile.TemporaryDirectory(prefix="outside-") as place:
        opened = read_again(texts, Path(place))
    naive = sum(map(is_formula, texts))
    return Proof(
        promise=10,
        name="outside",
        claim="No hidden cell of an outside table can be worked out, and no text is a formula",
        mark="0 of the hidden cells of 1,000 tables; 0 formulas in 10,000 texts",
        figures={**found, **opened},
        passed=(
            found["hidden cells worked out"] == 0
            and found["worked out if small cells alone were hidden"] > 0
            and not any(count for words, count in opened.items() if words != "hostile texts")
            and naive > 0
        ),
        control=(
            f"hiding small cells alone gives back {found[_NAIVE]:,} of them; "
            f"{naive:,} of the texts would be formulas if they were written as they are"
        ),
    )


_NAIVE = "worked out if small cells alone were hidden"


def attacked(n_tables: int, chance: random.Random) -> dict[str, int]:
    """Protect random tables as the program does, and count what an attack gives back."""
    found = dict.fromkeys(
        ("tables", "cells of few workers", "tables refused", "hidden cells worked out", _NAIVE), 0
    )
    for number in range(n_tables):
        table = random_table(chance)
        few = [cell.key for cell in table.cells if OUTSIDE.is_few(cell.workers)]
        found["tables"] += 1
        found["cells of few workers"] += len(few)
        found[_NAIVE] += int(recovered(table, few))
        try:
            made = protect(table, OUTSIDE)
        except DisclosureError:
            found["tables refused"] += 1
            continue
        hidden = int(recovered(table, [cell.key for cell in made.hidden]))
        found["hidden cells worked out"] += hidden
        if number % 100 == 99:
            say(f"outside: {number + 1:,} of {n_tables:,} tables")
    return found


def hostile(n_texts: int, chance: random.Random) -> list[str]:
    """Texts of the letters that begin formulas, break rows or hide them."""
    return [
        "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 24)))
        for _ in range(n_texts)
    ]


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula; plain numbers are none."""
    return bool(FORMULA.match(text)) and not NUMBER.match(text)


def read_again(texts: list[str], folder: Path) -> dict[str, int]:
    """Write the texts in both forms, read them by other means, and count what went wrong."""
    table = Table(
        name="t",
        title="T",
        columns=(Column(name="words", label="Words"), Column(name="more", label="More")),
        rows=tuple((text, "end") for text in texts),
        key=(),
    )
    rows = list(csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline="")))[1:]
    book = folder / "texts.xlsx"
    made_at = datetime(2026, 11, 21, tzinfo=UTC)
    write_workbook(book, [("t", table)], readme="made up", made_at=made_at)
    with zipfile.ZipFile(book) as parts:
        sheets = [parts.read(n).decode() for n in parts.namelist() if "/worksheets/" in n]
    return {
        "hostile texts": len(texts),
        "formulas in CSV": sum(is_formula(row[0]) for row in rows),
        "broken rows in CSV": sum(len(row) != 2 or row[1] != "end" for row in rows)
        + abs(len(rows) - len(texts)),
        "formulas in the workbook": sum(len(re.findall(r"<f[ >]", xml)) for xml in sheets),
    }
