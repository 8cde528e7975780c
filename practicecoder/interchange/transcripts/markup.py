"""Parses the two structured notations, XML and JSON, with everything dangerous refused."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias
from xml.etree import ElementTree

from practicecoder.interchange.sheet import refused

MOST_DEPTH = 64

Json: TypeAlias = "dict[str, Json] | list[Json] | str | Decimal | bool | None"
"""A JSON value; numbers keep the decimals they are written with."""

_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|\\|[\[\]{}]', re.DOTALL)
_MOST_DIGITS = 400
_MOST_EXPONENT = 100_000


class _RefusedError(ValueError):
    """What the parsers meet and will not take; a sentence for a person."""


class _Tree(ElementTree.TreeBuilder):
    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Refuse: a document type can declare entities that grow or fetch things."""
        raise _RefusedError("The file declares a document type, which is not taken.")

    def start(self, tag: str, attrs: dict[str, str], /) -> ElementTree.Element:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise _RefusedError("The file is nested too deeply.")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ElementTree.Element:
        self._depth -= 1
        return super().end(tag)


def parse_xml(text: str, *, file: str) -> ElementTree.Element:
    """Parse XML without a document type.

    Raises
    ------
    ImportedDataError
        If it is not sound, declares a document type or is nested too deeply.
    """
    parser = ElementTree.XMLParser(target=_Tree())
    try:
        parser.feed(text)  # a declared encoding does not count: the text is decoded
        root = parser.close()
    except _RefusedError as error:
        raise refused(file, str(error), fix="Export it again from the program.") from error
    except ElementTree.ParseError as error:
        raise refused(
            file,
            "The XML is damaged or ends early.",
            line=error.position[0],
            fix="Export it again from the program.",
        ) from error
    except (LookupError, ValueError) as error:
        raise refused(file, "The XML cannot be read.", fix="Save it as UTF-8.") from error
    assert isinstance(root, ElementTree.Element)
    return root


def parse_json(text: str, *, file: str) -> Json:
    """Parse JSON strictly: no repeated keys, no NaN, no more than 64 levels.

    Raises
    ------
    ImportedDataError
        If it is not sound or uses what is not taken.
    """
    _check_depth(text, file)
    try:
        document: Json = json.loads(
            text,
            parse_float=_number,
            parse_int=_number,
            parse_constant=_constant,
            object_pairs_hook=_without_repeats,
        )
    except json.JSONDecodeError as error:
        raise refused(
            file,
            "The JSON is damaged or ends early.",
            line=error.lineno,
            fix="Export it again from the program.",
        ) from error
    except (RecursionError, ValueError) as error:
        what = str(error) if isinstance(error, _RefusedError) else "The JSON cannot be read."
        raise refused(file, what, fix="Export it again from the program.") from error
    return document


def _check_depth(text: str, file: str) -> None:
    depth = 0
    for match in _BRACKETS.finditer(text):
        mark = match[0]
        depth += (mark in "[{") - (mark in "]}")
        if depth > MOST_DEPTH:
            line = text.count("\n", 0, match.start()) + 1
            raise refused(file, f"The JSON has more than {MOST_DEPTH} levels.", line=line)


def _number(text: str) -> Decimal:
    if len(text) > _MOST_DIGITS:
        raise _RefusedError("A number has too many digits.")
    try:
        number = Decimal(text)
    except ArithmeticError as error:
        raise _RefusedError("A number is too large.") from error
    if number and abs(number.adjusted()) > _MOST_EXPONENT:  # else adding to it could overflow
        raise _RefusedError("A number is too large or too small.")
    return number


def _constant(name: str) -> Decimal:
    raise _RefusedError(f"{name} stands where a number is needed.")


def _without_repeats(pairs: Sequence[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RefusedError("A key stands twice in one object.")
    return found
