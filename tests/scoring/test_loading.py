"""What loading a module may cost: the window opens before statistics are needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

LIGHT = ("results", "scores", "counts", "finals")
MIDDLE = ("frames", "by_period", "comparison", "trend", "analysis_warnings", "reliability.table")


def loaded_by(modules: tuple[str, ...], heavy: tuple[str, ...]) -> list[str]:
    """Heavy libraries that a fresh interpreter holds after importing the modules."""
    imports = "; ".join(f"import practicecoder.scoring.{module}" for module in modules)
    check = f"import sys; {imports}; print(*[h for h in {heavy!r} if h in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_scores_need_the_standard_library_only() -> None:
    assert loaded_by(LIGHT, ("numpy", "pandas", "scipy", "pingouin")) == []


@pytest.mark.parametrize("module", MIDDLE)
def test_statistics_load_their_libraries_on_first_use(module: str) -> None:
    assert loaded_by((module,), ("pandas", "scipy", "pingouin", "statsmodels")) == []
