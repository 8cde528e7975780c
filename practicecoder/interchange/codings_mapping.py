"""What codes, items, coders and sessions of another program are in a study, as a file says it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from practicecoder.codebook.document import MOST_DEPTH
from practicecoder.codebook.lines import longest_key
from practicecoder.errors import ImportedDataError, Problem

NOT_TAKEN = ""
"""What a code or item is that the study does not take."""


class Defaults(StrEnum):
    """What becomes of ratings that the other program may have filled in by itself."""

    KEEP = "keep"
    NOT_YET_RATED = "not_yet_rated"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingsMapping:
    """What words of other programs stand for.

    ``codes`` and ``items`` give count and dimension ids, or ``NOT_TAKEN``. ``missing`` gives a
    reason id for the text of a rating, or an empty text: not yet rated. ``coders`` and
    ``sessions`` give codes of the study where they differ; ``coder`` stands in where a file names
    nobody. ``defaults`` None: nobody decided.
    """

    codes: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)
    coders: Mapping[str, str] = field(default_factory=dict)
    sessions: Mapping[str, str] = field(default_factory=dict)
    coder: str = ""
    defaults: Defaults | None = None


MOST_BYTES = 1_000_000
_NO_TOML = "The mapping is not a TOML file that can be read."
_TABLES = ("codes", "items", "missing", "coders", "sessions")


def read_codings_mapping(path: Path) -> CodingsMapping:
    """Read a mapping from a TOML file.

    Raises
    ------
    ImportedDataError
        If it cannot be read, with every key that is unknown or of the wrong kind.
    """
    document = _document(path)
    problems = [
        Problem(what=what, file=path.name, key=key)
        for key, value in document.items()
        if (what := _fault(key, value))
    ]
    if problems:
        raise ImportedDataError(problems)
    read: dict[str, Any] = {**document}  # of the kinds that were looked at above
    defaults = read.pop("defaults", None)
    return CodingsMapping(**read, defaults=None if defaults is None else Defaults(defaults))


def codings_mapping_text(mapping: CodingsMapping, unsaid: CodingsMapping | None = None) -> str:
    """Mapping as a TOML file, to be completed by hand.

    Words of ``unsaid`` that the mapping lacks are comments, so that nobody leaves them out unseen.
    """
    lines = [
        "# What words of other programs stand for in the study.",
        "# An empty text: not taken (codes, items), not yet rated (missing).",
        f"coder = {_quoted(mapping.coder)}",
    ]
    choices = " or ".join(f'"{one}"' for one in Defaults)
    if mapping.defaults is None:
        lines.append(f"# defaults = {choices}: ratings that the program may have filled in")
    else:
        lines.append(f"defaults = {_quoted(mapping.defaults)}")
    for name in _TABLES:
        lines += ["", f"[{name}]"]
        entries: Mapping[str, str] = getattr(mapping, name)
        lines += [f"{_quoted(word)} = {_quoted(entries[word])}" for word in sorted(entries)]
        rest: Mapping[str, str] = {} if unsaid is None else getattr(unsaid, name)
        lines += [
            f"# {_quoted(word)} = {_quoted(rest[word])}"
            for word in sorted(set(rest) - set(entries))
        ]
    return "\n".join(lines) + "\n"


def _document(path: Path) -> Mapping[str, object]:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise _unread(path, "The mapping is larger than 1 MB.")
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        if longest_key(text) > MOST_DEPTH:
            raise _unread(path, f"A key of the mapping has more than {MOST_DEPTH} parts.")
        return tomllib.loads(text)
    except OSError as error:
        raise _unread(path, _NO_TOML, error.strerror or "") from error
    except RecursionError as error:
        raise _unread(path, "Lists or tables lie too deep in each other.") from error
    except ValueError as error:  # of its syntax, or of a number with thousands of digits
        raise _unread(path, _NO_TOML, str(error)) from error


def _unread(path: Path, what: str, fix: str = "") -> ImportedDataError:
    return ImportedDataError([Problem(what=what, fix=fix, file=path.name)])


def _fault(key: str, value: object) -> str:
    if key in _TABLES:
        is_words = isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
        return "" if is_words else "This is a table of words and what they stand for."
    if key == "coder":
        return "" if isinstance(value, str) else "The coder is a text."
    if key == "defaults":
        known = [one.value for one in Defaults]
        return "" if isinstance(value, str) and value in known else f"Choose {' or '.join(known)}."
    return f"There is no such key. Use {', '.join((*_TABLES, 'coder', 'defaults'))}."


def _quoted(text: str) -> str:
    """Text as a basic string of TOML."""
    escaped = "".join(
        f"\\u{ord(c):04x}" if not c.isprintable() and ord(c) < 0x10000 else c
        for c in text.replace("\\", "\\\\").replace('"', '\\"')
    )
    return f'"{escaped}"'
