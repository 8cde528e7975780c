"""The page docs/TRUST.md, made of the results that were kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.trust.frame import ROOT, Figure, Result
from tests.trust.registry import PROMISES, PROOFS

PAGE = ROOT / "docs" / "TRUST.md"
KEPT = ROOT / "docs" / "trust-results.json"

NOT_PROVEN = "not proven in this release"

HEAD = """\
# Promises and their proofs

practicecoder {version}. This page is written by `python -m tests.trust --full`; nobody edits it.
Every figure was counted on the computer and on the day that stand beside it. Each proof has a
control: the same done wrongly on purpose, which the proof has to see. A promise not proven
in full with this release is printed as "{not_proven}". Windows and macOS were not measured.

"""
COLUMNS = (
    "promise",
    "claim",
    "proof and pass mark",
    "figures",
    "control",
    "seconds",
    "when and where",
)


def read_results(file: Path = KEPT) -> list[Result]:
    """Results that were kept, by promise and name."""
    if not file.exists():
        return []
    return in_order(map(Result.from_json, json.loads(file.read_text(encoding="utf-8"))))


def keep(results: Iterable[Result], file: Path = KEPT) -> list[Result]:
    """Add results to those that were kept, in place of earlier ones of the same proofs."""
    by_name = {result.proof.name: result for result in read_results(file)}
    by_name |= {result.proof.name: result for result in results}
    kept = in_order(by_name.values())
    text = json.dumps([result.as_json() for result in kept], indent=1, ensure_ascii=False)
    making = file.with_name(f".{file.name}")
    making.write_text(f"{text}\n", encoding="utf-8")
    making.replace(file)
    return kept


def in_order(results: Iterable[Result]) -> list[Result]:
    """Results by promise and name."""
    return sorted(results, key=lambda result: (result.proof.promise, result.proof.name))


def page(results: Sequence[Result], version: str) -> str:
    """Text of the page."""
    machines: list[Mapping[str, str]] = []
    lines = [_row(*COLUMNS), _row(*("---" for _ in COLUMNS))]
    for number, promise in PROMISES.items():
        of_promise = [
            result
            for result in results
            if result.proof.promise == number and result.version == version
        ]
        if not of_promise:
            lines.append(_row(f"{number}. {promise}", NOT_PROVEN, "", "", "", "", ""))
        for result in of_promise:
            if result.machine not in machines:
                machines.append(result.machine)
            lines.append(_line(f"{number}. {promise}", result, machines.index(result.machine) + 1))
    done = {result.proof.name for result in results if result.version == version}
    missing = [f"- `{name}`: {NOT_PROVEN}\n" for name in PROOFS if name not in done]
    head = HEAD.format(version=version, not_proven=NOT_PROVEN)
    return f"{head}{''.join(lines)}{_foot(machines)}{_missing(missing)}"


def _line(promise: str, result: Result, computer: int) -> str:
    proof = result.proof
    return _row(
        promise,
        proof.claim if proof.passed else f"**FAILED:** {proof.claim}",
        f"`{proof.name}`: {proof.mark}" if proof.mark else f"`{proof.name}`",
        "; ".join(f"{name} {_shown(value)}" for name, value in proof.figures.items()),
        proof.control,
        _shown(round(proof.seconds)),
        f"{result.day}, computer {computer}",
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |\n"


def _shown(value: Figure) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _missing(lines: Sequence[str]) -> str:
    return f"\nProofs that were not done in full:\n\n{''.join(lines)}" if lines else ""


def _foot(machines: Sequence[Mapping[str, str]]) -> str:
    if not machines:
        return ""
    computers = "\n".join(
        f"- computer {number}: {', '.join(f'{name} {value}' for name, value in values.items())}"
        for number, values in enumerate(machines, start=1)
    )
    return f"\n{computers}\n"
