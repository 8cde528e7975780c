"""Codebooks and reference numbers for the tests of scoring."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(scope="session")
def swim7() -> Codebook:
    return library.find("swim7")


@pytest.fixture(scope="session")
def miti4() -> Codebook:
    return library.find("miti-4.2.1")


@pytest.fixture(scope="session")
def miti3() -> Codebook:
    return library.find("miti-3.1.1")


@pytest.fixture(scope="session")
def group_supervision() -> Codebook:
    return library.find("group-supervision")


@pytest.fixture(scope="session")
def golden() -> Callable[[str], Any]:
    def read(name: str) -> Any:
        return json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))

    return read


@pytest.fixture(scope="session")
def golden_folder() -> Path:
    return GOLDEN


@pytest.fixture(scope="session")
def sessions() -> pd.DataFrame:
    """Return the made-up session table."""
    return pd.read_csv(GOLDEN / "fsh_sessions.csv")
