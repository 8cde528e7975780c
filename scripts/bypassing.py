"""Find words of the window that nobody can translate, as they bypass ``tr``.

Two ways of looking: words given to what shows them, and words anywhere in the window's code that
are neither given to a translation nor one of the known kinds of text that is not for people (names
of objects, keys of settings, style sheets, messages to developers).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UI = ROOT / "practicecoder" / "ui"

SHOWING = {
    "setText": 0,
    "setWindowTitle": 0,
    "setToolTip": 0,
    "setStatusTip": 0,
    "setWhatsThis": 0,
    "setTitle": 0,
    "setPlaceholderText": 0,
    "set_placeholder": 0,
    "setAccessibleName": 0,
    "setAccessibleDescription": 0,
    "showMessage": 0,
    "setInformativeText": 0,
    "setTabText": 1,
    "addTab": -1,
    "addItem": 0,
    "addAction": 0,
    "addMenu": 0,
    "addRow": 0,
    "QLabel": 0,
    "QPushButton": 0,
    "QToolButton": 0,
    "QCheckBox": 0,
    "QRadioButton": 0,
    "QGroupBox": 0,
    "QAction": 0,
    "QMenu": 0,
    "button": 0,
    "label": 0,
    "name": 1,
    "announce": 1,
    "RowTable": 0,
    "LongWork": 0,
    "EmptyState": 0,
    "Notices": 0,
    "Working": 0,
    "MessageDialog": 0,
}
"""What shows words to people, and which of its arguments they are; -1: the last one."""
TRANSLATING = frozenset(
    {"tr", "_tr", "translate", "QT_TRANSLATE_NOOP", "Words", "ActionSpec", "KeyLine", "_spec"}
)
"""What words are given to so that they are translated."""
COLUMNS = frozenset({"Column", "EditableColumn"})
"""What declares a column; its title and tooltip are translated where they are shown."""
NOT_FOR_PEOPLE = frozenset(
    {"setObjectName", "setProperty", "property", "findChild", "findChildren", "setStyleSheet"}
    | {"getLogger", "debug", "info", "warning", "error", "exception", "critical"}
    | {"TypeVar", "NewType", "cast", "compile", "import_module", "find_library"}
    | {"value", "setValue", "contains", "remove", "joinpath", "Path", "QUrl", "QKeySequence"}
    | {"startswith", "endswith", "removeprefix", "removesuffix", "split", "partition"}
    | {"strftime", "toString", "Signal", "Slot", "fromTheme", "Entry", "_key"}
)
"""Calls whose texts are names, keys, patterns, log lines or lines of a written reference."""
KEYS = frozenset({"key", "sorted_by"})
"""Arguments that name something by its own words."""
SKIPPED_PARTS = frozenset({"annotation", "returns", "decorator_list", "format_spec", "slice"})
SKIPPED_FILES = ("stylesheet.py", "languages/__init__.py")
NAMES = frozenset(
    {"PracticeCoder", "N/A", "English", "Cymraeg", "Ctrl", "DATE", "GMT", "CSV", "PDF"}
    | {"Excel", "SPSS", "Stata", "Parquet", "SHA", "Hz", "kHz", "Hedges", "Levene", "Welch"}
    | {"Student"}
)
"""Words that are the same in every language."""
KEYS_OF_QT = frozenset(
    {"Space", "Return", "Enter", "Tab", "Backtab", "Backspace", "Del", "Esc", "Ins", "Left"}
    | {"Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Menu"}
)
AS_THEY_ARE = frozenset(
    {
        "Fusion",
        "Open Sans",
        "DejaVu Sans",
        "Bitstream Vera Sans",
        "  {}:{} in {}",
        "{}\nled to\n{}",
        "practicecoder {}, Python {}, Qt {}, {}",
        "Xrandr",
        "MMMM",
        "Professional 10",
        "[child A]",
        "PrepareForSleep",
        "Lock",
        "ActiveChanged",
        "GetSession",
        "XXXXX-XXXXX-…",
    }
)
"""Fonts, styles, libraries; signals of the desktop; the form of a recovery code; places in code
and versions, for developers; widths; words that are put into reports."""
FOR_FILES = frozenset({"reference_table", "_between"})
"""Functions that write the reference of the preferences, in English."""
_TAG = re.compile(r"<[^>]*>|[\w-]+=(['\"]).*?\1")
_NAME = re.compile(r"(?=\S*\{\})[^\s<]*[-_/.][^\s<]*|\d+ \w+ \d{4}")
"""Names of files made of parts, and a day whose width is measured."""
_NO_WORD = re.compile(r"[*_\\=|+/]|\S\.\w")


@dataclass(frozen=True, slots=True)
class Bypass:
    """Words that are shown without a chance of being translated."""

    place: str
    text: str


def bypasses(path: Path) -> Iterator[Bypass]:
    """Words that nobody can translate, each once, in the order they stand in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strays = () if path.as_posix().endswith(SKIPPED_FILES) else _strays(tree)
    found = {*_given_past_translation(tree), *strays}
    for line, text in sorted(found):
        yield Bypass(f"{path.relative_to(ROOT)}:{line}", text)


# Given to what shows words


def _given_past_translation(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in SHOWING and node.args:
            place = SHOWING[called(node)]
            if place < len(node.args):
                yield from _shown(node.args[place])
        elif isinstance(node, ast.keyword) and node.arg in ("text", "cell_tooltip"):
            if isinstance(node.value, ast.Lambda):
                yield from _shown(node.value.body)
        elif isinstance(node, ast.FunctionDef) and node.name.endswith(("words", "sentence")):
            for part in ast.walk(node):
                if isinstance(part, ast.Return) and part.value is not None:
                    yield from _shown(part.value)


def _shown(value: ast.expr) -> Iterator[tuple[int, str]]:
    """Texts of an expression that reach the screen as they stand."""
    match value:
        case ast.Constant(value=str(text)) if has_words(text):
            yield value.lineno, text
        case ast.JoinedStr(values=parts):
            if has_words(_template(value)):
                yield value.lineno, _template(value)
            for part in parts:
                if isinstance(part, ast.FormattedValue):
                    yield from _shown(part.value)
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            yield from _shown(one)
            yield from _shown(other)
        case ast.Call(func=ast.Attribute(value=inner, attr="format")):
            yield from _shown(inner)
        case _:
            pass


# Anywhere


def _strays(node: ast.AST, inside: str = "") -> Iterator[tuple[int, str]]:
    """Sentences and capitalised words that no translation gets; ``inside`` is the call around."""
    if _is_not_for_people(node):
        return
    match node:
        case ast.Constant(value=str(text)):
            if (" " in text or text[:1].isupper()) and has_words(text):
                yield node.lineno, text
        case ast.JoinedStr() if has_words(_template(node)):
            yield node.lineno, _template(node)
        case ast.Call():
            inside = called(node)
    for child in _parts(node, inside):
        yield from _strays(child, inside)


def _is_not_for_people(node: ast.AST) -> bool:
    """Whether a piece of code holds docstrings, faults, comparisons, types or names alone."""
    match node:
        case ast.Raise() | ast.Assert() | ast.Compare() | ast.Expr(value=ast.Constant()):
            return True
        case ast.FunctionDef(name=name):
            return name in FOR_FILES
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.Assign(value=ast.Tuple(elts=parts)):
            return _are_titles(parts)
    return False


def _parts(node: ast.AST, inside: str) -> Iterator[ast.AST]:
    """Parts of a piece of code in which there may be words."""
    is_enumeration = isinstance(node, ast.ClassDef) and any(map(_is_enumeration, node.bases))
    for field, value in ast.iter_fields(node):
        if field in SKIPPED_PARTS:
            continue
        for place, part in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(part, ast.AST):
                continue
            if is_enumeration and isinstance(part, ast.Assign):
                continue
            given = isinstance(node, ast.Call) and field in ("args", "keywords")
            if given and _is_settled(inside, place if field == "args" else 0, part):
                continue
            if isinstance(node, ast.JoinedStr) and isinstance(part, ast.Constant):
                continue
            yield part


def _is_settled(call: str, place: int, given: ast.AST) -> bool:
    """Whether what a call is given is translated, or is not for people."""
    if call in TRANSLATING:
        return place <= 1
    if call in COLUMNS and isinstance(given, ast.keyword):
        return given.arg in ("title", "tooltip")
    if isinstance(given, ast.keyword) and given.arg in KEYS:
        return True
    return call in NOT_FOR_PEOPLE or call.endswith("Error")


def _is_enumeration(base: ast.expr) -> bool:
    return isinstance(base, ast.Name) and base.id in ("StrEnum", "Enum")


def _are_titles(parts: list[ast.expr]) -> bool:
    """Whether texts name columns by their titles."""
    return all(isinstance(part, ast.Constant) and part.value in column_titles() for part in parts)


@cache
def column_titles() -> frozenset[str]:
    """Titles of all columns of the window, as they are declared."""
    calls = (
        node
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and called(node) in COLUMNS
    )
    return frozenset(
        str(given.value.value)
        for call in calls
        for given in call.keywords
        if given.arg == "title" and isinstance(given.value, ast.Constant)
    )


def _template(value: ast.JoinedStr) -> str:
    """An f-string with its fields left open."""
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "{}" for part in value.values
    )


def has_words(text: str) -> bool:
    """Whether there is something to translate in a text, beside marks, names and markup."""
    if text in AS_THEY_ARE or _NAME.fullmatch(text):
        return False
    bare = (word for word in _TAG.sub(" ", text).split() if not _NO_WORD.search(word.strip(".")))
    words = ("".join(c for c in word if c.isalpha()) for word in bare)
    return any(len(word) > 1 and word not in NAMES | KEYS_OF_QT for word in words)


def called(node: ast.Call) -> str:
    """Name of what is called."""
    match node.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=ast.Name(id=name)):
            return name
    return ""
