"""Which ids may become columns of a table that SPSS, Stata and SAS will read."""

from __future__ import annotations

LONGEST_ID = 28
"""A suffix of up to four characters, such as ``_na``, stays within the 32 of Stata and SAS."""

_SPSS = "all and by eq ge gt le lt ne not or to with"
_STATA = "byte double float if in int long using with str strl"

SESSION_COLUMNS = (
    "session_id",
    "worker_id",
    "office_id",
    "team_id",
    "session_type",
    "worker_role",
    "phase",
    "phase_rule",
    "days_since_implementation",
    "session_state",
    "segment_start_ms",
    "segment_end_ms",
    "heard_share",
    "n_coders",
    "score_basis",
    "in_reliability",
    "codebook_id",
    "codebook_version",
    "unblinded",
    "certified",
)
"""Columns of the session table that no codebook defines."""

_OTHER_COLUMNS = (
    "coder_id",
    "item",
    "value",
    "na_reason",
    "early",
    "unsure",
    "session_date",
    "implementation_date",
    "go_live_date",
    "purpose",
    "audio",
    "made_up",
    "start_ms",
    "end_ms",
    "code",
    "unit_id",
)

_RESERVED = {
    **dict.fromkeys(_STATA.split(), "a reserved word of Stata"),
    **dict.fromkeys(_SPSS.split(), "a reserved word of SPSS"),
}
_COLUMNS = frozenset(SESSION_COLUMNS + _OTHER_COLUMNS)


def why_no_column(item_id: str) -> str:
    """Sentence why an id cannot be the name of a column; empty if it can."""
    if len(item_id) > LONGEST_ID:
        return f"The id has {len(item_id)} characters; a column may have at most {LONGEST_ID}."
    if item_id in _RESERVED:
        return f"The id '{item_id}' is {_RESERVED[item_id]}."
    if item_id[:3] == "str" and item_id[3:].isdigit():
        return "The id is a reserved word of Stata."
    if item_id in _COLUMNS:
        return f"The id '{item_id}' is the name of a column that every export has."
    if item_id.endswith("_na"):
        return "The id ends in _na, which is kept for the columns of reasons."
    return ""
