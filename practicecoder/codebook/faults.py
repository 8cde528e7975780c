"""A fault at a place in a codebook file, before its line is known."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Place in a document: keys of tables and positions in lists, outermost first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong at a path. The path may name a key that is missing."""

    path: Path
    what: str
    fix: str = ""


def quoted(text: str) -> str:
    r"""Text of a file in quotation marks, cut to 60 characters, nothing unprintable left in it.

    Examples
    --------
    >>> quoted("empathy"), quoted("\x1b[2J")
    ("'empathy'", "'\\x1b[2J'")
    """
    cut = text if len(text) <= 60 else f"{text[:59]}…"
    return f"'{cut}'" if cut.isprintable() else ascii(cut)


def near_match(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str:
    """Offer the known word that looks most like ``word``; empty if none does.

    ``likeness`` is the share of letters in common, from 0 to 1, that counts as looking alike.

    Examples
    --------
    >>> near_match("empaty", ["empathy", "evocation"])
    "Did you mean 'empathy'?"
    """
    close = difflib.get_close_matches(word[:100], list(known), n=1, cutoff=likeness)
    return f"Did you mean {quoted(close[0])}?" if close else ""


def unknown(path: Path, name: str | None, what: str, known: Collection[str]) -> Iterator[Fault]:
    """Fault if a name is there and not known; ``what`` is the word for its kind."""
    if name is not None and name not in known:
        yield Fault(
            path=path, what=f"There is no {what} {quoted(name)}.", fix=near_match(name, known)
        )


def shown_path(path: Path, document: Mapping[str, object]) -> str:
    """Path as people read it; an entry of a list goes by its id if it has one, else counts from 1.

    Examples
    --------
    >>> shown_path(("dimensions", 0, "group"), {"dimensions": [{"id": "empathy"}]})
    'dimensions[empathy].group'
    """
    text = ""
    node: object = document
    for part in path:
        node = child(node, part)
        if isinstance(part, int):
            name = node.get("id") if isinstance(node, dict) else None
            text += f"[{name if isinstance(name, str) and name.isprintable() else part + 1}]"
        else:
            text += f".{part}" if text else part
    return text


def child(node: object, part: str | int) -> object:
    """Value under a key or at a position; None if there is none."""
    if isinstance(part, str):
        return node.get(part) if isinstance(node, dict) else None
    return node[part] if isinstance(node, list) and part < len(node) else None
