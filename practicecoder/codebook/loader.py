"""Reads a codebook file, or tells every fault of it at once with its line."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

from practicecoder.codebook.checks import check_references
from practicecoder.codebook.document import MOST_DEPTH, Table, why_unsafe
from practicecoder.codebook.faults import Fault, shown_path
from practicecoder.codebook.lines import line_of, lines_of_keys, longest_key
from practicecoder.codebook.model import Codebook
from practicecoder.errors import CodebookError, Problem

MOST_BYTES = 1_000_000
MOST_LINES = 50_000
MOST_TOLD = 200
"""Of more faults than this the rest are told when these are mended."""

_BOM = "\ufeff"


def read_codebook(path: Path) -> Codebook:
    """Read a codebook file in UTF-8.

    Raises
    ------
    CodebookError
        With every fault of the file, in order of lines.
    """
    return parse_codebook(_text_of(path), path.name)


def parse_codebook(text: str, file: str) -> Codebook:
    """Codebook from the text of a file.

    ``file`` is named in problems; if it ends in ``.toml``, the codebook's id must be its name.

    Raises
    ------
    CodebookError
        With every fault of the text, in order of lines.
    """
    from practicecoder.codebook.build import build
    from practicecoder.codebook.schema import CodebookFile, read_shape

    document = _document(text, file)
    shape = read_shape(document, MOST_TOLD + 1)
    stem = file.removesuffix(".toml") if file.endswith(".toml") else None
    faults = list(islice(check_references(stem, Table((), document)), MOST_TOLD + 1))
    if isinstance(shape, CodebookFile) and not faults:
        return build(shape, text=text, digest=digest(text))
    shape_faults = () if isinstance(shape, CodebookFile) else shape
    raise CodebookError(_problems((*shape_faults, *faults), document, text, file))


def digest(text: str) -> str:
    """SHA-256 of a codebook's text in UTF-8, the same whatever line ends it was saved with."""
    plain = _normalised(text)
    return hashlib.sha256(plain.encode()).hexdigest()


def _normalised(text: str) -> str:
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refused(path.name, f"The file cannot be read: {error.strerror}.") from error
    if len(content) > MOST_BYTES:
        raise _refused(path.name, "The file is larger than 1 MB, so it is no codebook.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refused(
            path.name, "The file is not UTF-8 text.", line=line, fix="Save it as UTF-8."
        ) from error


def _document(text: str, file: str) -> Mapping[str, object]:
    """Parsed TOML that is safe to walk; a fault of syntax ends the reading."""
    if len(text) > MOST_BYTES:
        raise _refused(file, "The text is larger than 1 MB, so it is no codebook.")
    if text.count("\n") > MOST_LINES:
        raise _refused(file, f"The text has more than {MOST_LINES} lines, so it is no codebook.")
    if longest_key(_normalised(text)) > MOST_DEPTH:
        raise _refused(file, f"A key has more than {MOST_DEPTH} parts.")
    try:
        _normalised(text).encode()
        document = tomllib.loads(text.removeprefix(_BOM))
    except tomllib.TOMLDecodeError as error:
        message, line = _syntax(str(error), text)
        raise _refused(file, message, line=line) from error
    except RecursionError as error:
        raise _refused(file, "Lists or tables lie too deep in each other.") from error
    except ValueError as error:
        what = "The text holds half a character or a number with too many digits."
        raise _refused(file, what) from error
    if why := why_unsafe(document):
        raise _refused(file, why)
    return document


def _syntax(message: str, text: str) -> tuple[str, int]:
    """Sentence and line of a fault of syntax, out of the message of ``tomllib``."""
    match = re.fullmatch(
        r"(.*?)(?: \(at (?:line (\d+), .*|end of document)\))?", message, re.DOTALL
    )
    assert match is not None  # whatever the message, it matches
    line = int(match[2]) if match[2] else text.count("\n") + 1
    return f"This is not TOML: {match[1]}.", line


def _refused(file: str, what: str, *, line: int | None = None, fix: str = "") -> CodebookError:
    return CodebookError([Problem(what=what, fix=fix, file=file, line=line)])


def _problems(
    faults: Iterable[Fault], document: Mapping[str, object], text: str, file: str
) -> list[Problem]:
    lines = lines_of_keys(_normalised(text))
    problems = [
        Problem(
            what=fault.what,
            fix=fault.fix,
            file=file,
            line=line_of(fault.path, lines),
            key=shown_path(fault.path, document) or None,
        )
        for fault in faults
    ]
    problems = list(dict.fromkeys(problems))
    problems.sort(key=lambda problem: (problem.line or 0, problem.key or ""))
    if len(problems) > MOST_TOLD:
        rest = Problem(what="There are further faults. Mend these first.", file=file)
        return [*problems[:MOST_TOLD], rest]
    return problems
