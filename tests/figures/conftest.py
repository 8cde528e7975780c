"""Made-up sessions and agreement for the tests of figures."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(scope="session")
def sessions() -> pd.DataFrame:
    """Return the made-up session table."""
    return pd.read_csv(GOLDEN / "fsh_sessions.csv")
