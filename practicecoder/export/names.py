"""Names that SPSS, Stata and SAS take: checked by us, as their writers let some pass."""

from __future__ import annotations

import re
from collections.abc import Iterable

from practicecoder.errors import ExportError

LONGEST_NAME = 32
LONGEST_FILE_LABEL = 64
"""Bytes of the label of a file, in SPSS; Stata takes more."""
_SHAPE = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_SPSS = "all and by eq ge gt le lt ne not or to with"
_STATA = "byte double float if in int long using str strl"
_RESERVED = frozenset(f"{_SPSS} {_STATA}".split())


def check_names(file: str, names: Iterable[str]) -> None:
    """Refuse names of columns that a statistics program would refuse.

    Raises
    ------
    ExportError
        With every one of them and why.
    """
    seen: set[str] = set()
    faults = []
    for name in names:
        why = why_no_name(name) or ("stands there twice" if name in seen else "")
        seen.add(name)
        if why:
            faults.append(f"{name!r} {why}")
    if faults:
        raise ExportError(
            f"{file} was not written: {'; '.join(faults)}. Change the ids of the codebook, or "
            "export as CSV."
        )


def why_no_name(name: str) -> str:
    """Why a name is not taken everywhere; empty if it is.

    Examples
    --------
    >>> why_no_name("mi_spirit"), why_no_name("with"), why_no_name("2nd")
    ('', 'is a reserved word', 'is not a letter followed by letters, digits and underscores')
    """
    if not _SHAPE.fullmatch(name):
        return "is not a letter followed by letters, digits and underscores"
    if len(name) > LONGEST_NAME:
        return f"has more than {LONGEST_NAME} characters"
    if name in _RESERVED or re.fullmatch(r"str\d+", name, re.ASCII):
        return "is a reserved word"
    return ""


def clipped(text: str, n_bytes: int) -> str:
    """Text of at most so many bytes; a longer one ends in an ellipsis.

    Examples
    --------
    >>> clipped("evocation", 9), clipped("evocation", 8)
    ('evocation', 'evoca…')
    """
    content = text.encode()
    if len(content) <= n_bytes:
        return text
    return content[: n_bytes - len("…".encode())].decode(errors="ignore") + "…"
