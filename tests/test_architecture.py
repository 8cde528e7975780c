"""The rules of docs/architecture.md hold: layers, light imports, a lock file without hosts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_import_rules_are_kept() -> None:
    done = run(
        "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        ("practicecoder.scoring.scores", ["PySide6", "sqlalchemy", "pandas", "scipy", "pingouin"]),
        ("practicecoder.codebook.model", ["PySide6", "sqlalchemy", "pandas"]),
        (
            "practicecoder.services.studies",
            ["PySide6", "pandas", "scipy", "reportlab", "matplotlib"],
        ),
        ("practicecoder.cli.main", ["PySide6", "pandas", "scipy", "reportlab", "matplotlib"]),
    ],
)
def test_importing_a_layer_does_not_drag_in_heavy_libraries(
    package: str, forbidden: list[str]
) -> None:
    done = run(
        "-c",
        f"import sys, {package}; print([name for name in {forbidden!r} if name in sys.modules])",
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("lock", ["requirements.lock", "scripts/uv.lock"])
def test_lock_files_pin_every_package_by_hash_and_name_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = [
        line for line in text.splitlines() if "==" in line and not line.startswith((" ", "#"))
    ]

    assert packages
    assert all(line.rstrip().endswith("\\") for line in packages)
    assert text.count("--hash=sha256:") >= len(packages)
    assert "://" not in text
