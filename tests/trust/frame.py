"""What a proof of a promise is, and how one is run in a process of its own."""

from __future__ import annotations

import importlib
import json
import os
import platform
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Self

import practicecoder

ROOT = Path(__file__).parents[2]
SHORT_LIMIT_S = 120.0

Figure = int | float | str


class Size(StrEnum):
    """How large a proof is."""

    SHORT = "short"
    FULL = "full"

    def of(self, *, short: int, full: int) -> int:
        """Number that fits the size."""
        return short if self is Size.SHORT else full


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a proof came to.

    Parameters
    ----------
    promise
        Number of the promise, 1 to 12.
    name
        Module of the proof.
    claim
        What is claimed, in plain words.
    figures
        What was counted or measured, by what it is; the unit stands in the words.
    passed
        Whether the claim held **and** every control failed as it must.
    control
        What was done wrongly on purpose, and that the proof saw it.
    mark
        What had to be reached.
    seconds
        How long it took; filled in by :func:`run_apart`.
    """

    promise: int
    name: str
    claim: str
    figures: Mapping[str, Figure]
    passed: bool
    control: str
    mark: str = ""
    seconds: float = 0.0

    def as_json(self) -> dict[str, object]:
        """Values for a JSON file."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return values | {"figures": dict(self.figures)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A full proof with the day, the program and the computer that it was done with."""

    proof: Proof
    day: str
    version: str
    machine: Mapping[str, str]

    @classmethod
    def of(cls, proof: Proof) -> Self:
        """Result of a proof that was done just now, here."""
        return cls(
            proof=proof,
            day=datetime.now(UTC).date().isoformat(),
            version=practicecoder.__version__,
            machine=machine(),
        )

    def as_json(self) -> dict[str, object]:
        """Values for a JSON file."""
        return {
            "proof": self.proof.as_json(),
            "day": self.day,
            "version": self.version,
            "machine": dict(self.machine),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, object]) -> Self:
        """Result that :meth:`as_json` wrote."""
        proof, where = values["proof"], values["machine"]
        if not isinstance(proof, dict) or not isinstance(where, dict):
            raise TypeError("not a result of a proof")
        return cls(
            proof=Proof(**proof),
            day=str(values["day"]),
            version=str(values["version"]),
            machine=where,
        )


def machine() -> Mapping[str, str]:
    """The computer and the libraries that matter, without any name of it."""
    return MappingProxyType(
        {
            "cores": str(os.cpu_count()),
            "system": platform.system(),
            "Python": platform.python_version(),
            "SQLite": sqlite3.sqlite_version,
            "SQLCipher": _sqlcipher_version(),
        }
    )


def _sqlcipher_version() -> str:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        connection.close()


def say(line: str) -> None:
    """Tell progress on standard error."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def prove(name: str, size: Size) -> Proof:
    """Do a proof in this process."""
    function: Callable[[Size], Proof] = importlib.import_module(f"tests.trust.{name}").prove
    begun = time.monotonic()
    proof = function(size)
    if proof.name != name:
        raise ValueError(f"the proof {name} calls itself {proof.name}")
    return replace(proof, seconds=round(time.monotonic() - begun, 1))


def run_apart(name: str, size: Size, *, limit_s: float | None = None) -> Proof | str:
    """Do a proof in a process of its own; the reason in words if it came to no result.

    A proof that crashes, or does not end within ``limit_s`` seconds, does not end the others.
    """
    done = run_together((name,), size, limit_s=limit_s)
    return done if isinstance(done, str) else done[0]


def run_together(
    names: Sequence[str], size: Size, *, limit_s: float | None = None
) -> tuple[Proof, ...] | str:
    """Do proofs that do not disturb each other in one process, which loads the program once."""
    with tempfile.TemporaryDirectory(prefix="trust-") as place:
        told = Path(place) / "proof.json"
        command = [sys.executable, "-m", "tests.trust.alone"]
        command += [",".join(names), size.value, str(told)]
        environment = {**os.environ, "PYTHONWARNINGS": "default"}
        with subprocess.Popen(
            command, cwd=ROOT, env=environment, start_new_session=True
        ) as process:
            try:
                ended = process.wait(limit_s)
            except subprocess.TimeoutExpired:
                _end_with_its_children(process)
                return f"did not end within {limit_s} s"
            except BaseException:
                _end_with_its_children(process)
                raise
        if ended != 0 or not told.exists():
            return f"ended with code {ended} and no result"
        values = json.loads(told.read_text(encoding="utf-8"))
    return tuple(Proof(**one) for one in values)


def _end_with_its_children(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
