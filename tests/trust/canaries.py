"""Promise 5: what a whole session with an encrypted study leaves on the disk tells nothing."""

from __future__ import annotations

import os
import random
import re
import struct
import subprocess
import sys
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path

from tests.trust.frame import ROOT, Proof, Size, say
from tests.trust.marked_session import CANARY as MARK

CANARY = "KANARIENVOGEL"
PASSPHRASE = "four made up words"
SEED = 20_261_121
RATE, SAMPLE_BYTES = 8_000, 48
LIMIT_S = 400
N_PROVOKED = 6
"""Errors that the session provokes."""


def prove(size: Size) -> Proof:
    """Work with an encrypted study in the real window, and search every file; then a plain one."""
    seconds = size.of(short=4, full=60)
    hidden = leaks(PASSPHRASE, seconds)
    plain = leaks("-" if size is Size.SHORT else None, seconds)  # short: no work in the window
    told = plain.finds
    for line in (*hidden.finds, *hidden.in_logs, *plain.in_logs):
        say(f"canaries: {line}")
    tone_told = sum("tone" in line for line in told)
    return Proof(
        promise=5,
        name="canaries",
        claim="A whole session with an encrypted study leaves no word and no sound on the disk",
        mark="0 finds in any file or name, of any folder that a program may write to",
        figures={
            "files searched": hidden.n_files,
            "bytes searched": hidden.n_bytes,
            "finds": len(hidden.finds),
            "words or paths in logs and messages, in either study": len(hidden.in_logs)
            + len(plain.in_logs),
            "errors provoked and logged": hidden.n_errors + plain.n_errors,
            "finds in a study that is not encrypted": len(told),
            "of them of the sound": tone_told,
        },
        passed=not (hidden.finds or hidden.in_logs or plain.in_logs)
        and min(hidden.n_errors, plain.n_errors or hidden.n_errors) >= N_PROVOKED
        and len(told) > tone_told > 0,
        control=f"the same with a study that is not encrypted: {len(told)} finds",
    )


@dataclass(frozen=True, slots=True)
class Left:
    """What a session left: finds, those in logs, errors that were logged, and files searched."""

    finds: list[str]
    in_logs: list[str]
    n_errors: int
    n_files: int
    n_bytes: int


def leaks(passphrase: str | None, seconds: int) -> Left:
    """Work in a home of its own, and search every file that is left in it."""
    with tempfile.TemporaryDirectory(prefix="canaries-") as place:
        tree = Path(place) / "tree"
        samples = tone(seconds)
        for folder in (tree / "home", tree / "tmp", tree / "work"):
            folder.mkdir(parents=True)
        recording = tree / "work" / "recording.wav"
        with wave.open(str(recording), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples)
        told = work(tree, passphrase)
        recording.unlink()  # the file that was handed in is not ours to hide
        (tree / "work" / "told.log").write_bytes(told)
        files = [file for file in tree.rglob("*") if file.is_file()]
        logs = [file for file in files if ".log" in file.name]
        text = "".join(file.read_text(encoding="utf-8", errors="replace") for file in logs)
        return Left(
            finds=find([file for file in files if file not in logs], samples),
            in_logs=find(logs, samples)
            + [line for line in text.splitlines() if str(tree) in line],
            n_errors=len(re.findall(r"refused: |ERROR.*failed", text)),
            n_files=len(files),
            n_bytes=sum(file.stat().st_size for file in files),
        )


def tone(seconds: int) -> bytes:
    """A made-up sound, no part of which repeats."""
    chance = random.Random(SEED)
    values = [chance.randint(-8_000, 8_000) for _ in range(seconds * RATE)]
    return struct.pack(f"<{len(values)}h", *values)


def work(tree: Path, passphrase: str | None) -> bytes:
    """Do the session in a process whose every folder lies in the tree; what it printed."""
    home = str(tree / "home")
    environment = {
        **os.environ,
        "HOME": home,
        "TMPDIR": str(tree / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    for name in ("CONFIG_HOME", "CACHE_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR"):
        environment[f"XDG_{name}"] = str(tree / "home" / name.lower())
        Path(environment[f"XDG_{name}"]).mkdir(mode=0o700)
    command = [sys.executable, "-m", "tests.trust.canary_session", str(tree / "work")]
    done = subprocess.run(
        [*command, *([passphrase] if passphrase else [])],
        cwd=tree / "work",
        env=environment,
        capture_output=True,
        timeout=LIMIT_S,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace")[-3000:])
    return done.stdout + done.stderr


def find(files: list[Path], samples: bytes) -> list[str]:
    """Every file that is called by a canary, or holds one or a piece of the sound."""
    words = [
        word.encode(coding)
        for word in (CANARY, MARK, CANARY.lower(), PASSPHRASE)
        for coding in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    pieces = {
        samples[at : at + SAMPLE_BYTES]
        for at in range(0, len(samples) - SAMPLE_BYTES, len(samples) // 200 // 2 * 2)
    }
    found = []
    for file in files:
        content, name = file.read_bytes(), file.name
        if any(word in name for word in (CANARY, MARK)):
            found.append(f"{name}: in its name")
        found += [f"{name}: {word!r}" for word in words if word in content]
        if any(piece in content for piece in pieces):
            found.append(f"{name}: tone")
    return found
