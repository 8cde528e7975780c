"""The analysis table: one row per session with groups, final ratings and scores, as a frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Rating
from practicecoder.scoring.results import NotEstimable, Score
from practicecoder.services.final_sessions import FinalSession
from practicecoder.services.session_states import withdrawn_sessions

if TYPE_CHECKING:
    import pandas as pd

GROUP_COLUMNS = (
    "session_id",
    "worker_id",
    "office_id",
    "phase",
    "phase_rule",
    "days_since_implementation",
    "session_type",
    "worker_role",
    "n_coders",
    "score_basis",
    "codebook_version",
    "unblinded",
)

_NUMBERS = ("days_since_implementation", "n_coders", "unblinded")


def session_frame(codebook: Codebook, sessions: Sequence[FinalSession]) -> pd.DataFrame:
    """Build the table that comparisons and trends read.

    Returns
    -------
    pandas.DataFrame
        One row per coded session that was not withdrawn, in order of session code. Texts are
        objects with None where unknown; numbers are float64 with NaN where there is none, which
        never leaves `scoring`.
    """
    import pandas as pd

    numbers = [*_NUMBERS, *codebook.dimension_ids, *codebook.score_ids]
    withdrawn = withdrawn_sessions(one.session for one in sessions)
    rows = [
        _row(codebook, one)
        for one in sessions
        if not isinstance(one.final, NotEstimable) and one.session.session_id not in withdrawn
    ]
    frame = pd.DataFrame(
        rows, columns=[*GROUP_COLUMNS, *codebook.dimension_ids, *codebook.score_ids]
    )
    return frame.astype(dict.fromkeys(numbers, "float64"))


def _row(codebook: Codebook, one: FinalSession) -> list[str | float | None]:
    assert not isinstance(one.final, NotEstimable)
    session = one.session
    scores = one.final.scores(codebook)
    return [
        session.session_id,
        session.worker_id,
        session.office_id,
        None if session.phase is None else session.phase.value,
        session.phase_rule.value,
        session.days_since_implementation,
        session.session_type or None,
        session.worker_role or None,
        one.final.n_coders,
        one.final.basis.value,
        codebook.version,
        float(one.unblinded),
        *(_rating_value(one.final.ratings[d]) for d in codebook.dimension_ids),
        *(_score_value(scores[s]) for s in codebook.score_ids),
    ]


def _rating_value(rating: Rating | NotEstimable) -> float | None:
    return None if isinstance(rating, NotEstimable) else rating.value


def _score_value(score: Score | NotEstimable) -> float | None:
    return None if isinstance(score, NotEstimable) else score.value
