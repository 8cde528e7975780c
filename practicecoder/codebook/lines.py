"""Finds the line on which each key of a TOML text stands, which ``tomllib`` does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field

from practicecoder.codebook.faults import Path

# A text without an end reaches to the end of its line or of the file, so that reading is linear.
_TOKEN = re.compile(
    r"""
      (?P<text>  "{3}(?:\\[\s\S]|[^\\])*?(?:"{3,5}|\Z) | '{3}[\s\S]*?(?:'{3,5}|\Z)
               | "(?:\\.|[^"\\\n])*"? | '[^'\n]*'? )
    | (?P<comment> \#[^\n]* )
    | (?P<newline> \n )
    | (?P<sign> [\[\]{}=,.] )
    | (?P<bare> [^\s\[\]{}=,."'\#]+ )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


@dataclass(slots=True)
class _Bracket:
    """An open list or inline table and the place in it that is being read."""

    is_list: bool
    path: Path
    position: int = 0
    key: list[str] = field(default_factory=list)
    in_value: bool = False


def lines_of_keys(text: str) -> dict[Path, int]:
    """Line, from 1, of every table, entry of a list, and key of a TOML text that can be read.

    Keys inside inline tables and entries of lists have lines of their own. The text must have been
    accepted by ``tomllib`` before; what this gives for other texts means nothing.
    """
    return _Finder(text).find()


def line_of(path: Path, lines: dict[Path, int]) -> int | None:
    """Line of a path, else of the nearest table around it; None if there is none."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


def longest_key(text: str) -> int:
    """Number of parts of the longest dotted key, found in linear time; the text may be no TOML.

    ``tomllib`` takes minutes over a key of many thousand parts.
    """
    longest = parts = 0
    after_dot = False
    for token in _tokens(text):
        is_dot = token.kind == "sign" and token.text == "."
        if token.kind in ("bare", "text"):
            parts = parts + 1 if after_dot else 1
            longest = max(longest, parts)
        elif not is_dot:
            parts = 0
        after_dot = is_dot
    return longest


class _Finder:
    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0
        self._lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._table: Path = ()

    def find(self) -> dict[Path, int]:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.kind == "newline":
                self._at += 1
            elif token.text == "[" and token.kind == "sign":
                self._read_header(token.line)
            else:
                self._read_pair()
        return self._lines

    def _read_header(self, line: int) -> None:
        is_entry = self._tokens[self._at + 1].text == "["
        self._at += 2 if is_entry else 1
        keys = self._keys_until("]")
        self._at += 1 if is_entry else 0
        path: Path = ()
        for key in keys[:-1]:
            path = self._inside((*path, key))
        path = (*path, keys[-1])
        self._lines.setdefault(path, line)
        if is_entry:
            self._counts[path] = self._counts.get(path, -1) + 1
            path = self._inside(path)
            self._lines[path] = line
        self._table = path

    def _inside(self, path: Path) -> Path:
        """Path of the table that a header means; of a list of tables it is the last entry."""
        return (*path, self._counts[path]) if path in self._counts else path

    def _read_pair(self) -> None:
        line = self._tokens[self._at].line
        path = self._mark(self._table, self._keys_until("="), line)
        self._read_value(path)

    def _keys_until(self, sign: str) -> list[str]:
        keys: list[str] = []
        while (token := self._tokens[self._at]).kind != "sign" or token.text != sign:
            if token.kind != "sign":
                keys.append(_key(token))
            self._at += 1
        self._at += 1
        return keys

    def _mark(self, table: Path, keys: list[str], line: int) -> Path:
        for end in range(1, len(keys) + 1):
            self._lines.setdefault((*table, *keys[:end]), line)
        return (*table, *keys)

    def _read_value(self, path: Path) -> None:
        """Pass over one value, without recursion, and mark what lies inside its brackets."""
        open_brackets: list[_Bracket] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.kind == "newline":
                if not open_brackets:
                    return
                continue
            here = self._place(open_brackets[-1], token) if open_brackets else path
            if token.kind == "sign" and token.text in "[{":
                open_brackets.append(_Bracket(token.text == "[", here))
            elif token.kind == "sign" and token.text in "]}":
                open_brackets.pop()

    def _place(self, bracket: _Bracket, token: _Token) -> Path:
        """Path of what the token belongs to, marking it if it begins there."""
        if token.kind == "sign" and token.text == ",":
            bracket.position += 1
            bracket.key, bracket.in_value = [], False
            return bracket.path
        if bracket.is_list:
            path = (*bracket.path, bracket.position)
            if token.kind != "sign" or token.text != "]":
                self._lines.setdefault(path, token.line)
            return path
        if token.kind == "sign" and token.text == "=":
            bracket.in_value = True
        elif not bracket.in_value and token.kind != "sign":
            bracket.key.append(_key(token))
            self._mark(bracket.path, bracket.key, token.line)
        return (*bracket.path, *bracket.key)


def _tokens(text: str) -> Iterator[_Token]:
    """Tokens of the text; comments and the newlines inside texts are passed over."""
    line = 1
    for match in _TOKEN.finditer(text.replace("\r\n", "\n")):
        kind = str(match.lastgroup)
        if kind != "comment":
            yield _Token(kind, match.group(), line)
        line += match.group().count("\n")


def _key(token: _Token) -> str:
    """Key as ``tomllib`` gives it, without its quotes."""
    if token.kind == "text":
        return next(iter(tomllib.loads(f"{token.text} = 0")))
    return token.text
