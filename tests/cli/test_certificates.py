"""Certificates by command."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.builders import ANNA, BEN, CARA, LEAD
from tests.cli.conftest import Run
from tests.services.training_laboratory import START, Clock, a_training_laboratory, try_out


def test_certificates_are_told_as_json_and_as_a_table(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "laboratory"
    services = a_training_laboratory(folder, Clock(), n=3)
    for number in (1, 2, 3):
        try_out(services, ANNA, number)
    services.training.grant(ANNA, actor=LEAD)
    try_out(services, BEN, 1)
    services.close()

    found = run("study", "certificates", folder, "--json").json

    assert found["pass_rule"] == "3 recordings or more; within one level at least 80%"
    rows = {row["coder"]: row for row in found["coders"]}  # type: ignore[attr-defined]  # JSON of our own
    assert list(rows) == [ANNA, BEN, CARA]
    assert rows[ANNA]["granted_on"] == START.date().isoformat()
    assert rows[ANNA]["expires_on"] == (START.date() + timedelta(days=100)).isoformat()
    assert rows[ANNA]["reached"] is True
    assert rows[BEN]["state"] == "none"
    assert rows[BEN]["reasons"] == ["1 recording was compared; 3 are asked for."]
    assert (rows[CARA]["trials"], rows[CARA]["reached"]) == (0, None)

    table = run("study", "certificates", folder)
    assert table.code == 0
    lines = table.out.splitlines()
    assert lines[0].startswith("Pass rule: 3 recordings or more")
    assert next(line for line in lines if line.startswith("B ")).split() == [
        "B",
        "none",
        "1",
        "1",
        "no",
    ]
