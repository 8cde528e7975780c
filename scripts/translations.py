"""Keep the languages of the window: collect words, make catalogues, say what is not translated.

``python scripts/translations.py``                 collect all words and make the catalogues
``python scripts/translations.py --check``         say whether they are up to date; exit 1 if not
``python scripts/translations.py --untranslated``  list what has no Welsh and what nobody can
translate, as it bypasses ``tr``; exit 1 if anything does
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UI = ROOT / "practicecoder" / "ui"
CATALOGUES = UI / "languages"
LANGUAGES = ("en_GB", "cy")

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
DECLARING: dict[str, tuple[str, tuple[str, ...], int | None]] = {
    "Column": ("Columns", ("title", "tooltip"), None),
    "ActionSpec": ("Actions", ("text", "tip"), None),
    "KeyLine": ("Actions", ("group", "text"), None),
    "_spec": ("Actions", ("tip",), 1),
    "_key": ("Actions", (), 2),
}
"""What declares words: their context, the keywords and the place that hold them."""
PROTOCOLS = {"PanelledPage": "CodingPage"}
"""Widgets that are known by what they can do, by the class that does it."""
NAMES = {"PracticeCoder", "N/A", "English", "Cymraeg", "Ctrl", "DATE", "GMT", "CSV", "PDF"}
"""Words that are the same in every language."""


@dataclass(frozen=True, slots=True)
class Bypass:
    """Words that are shown without a chance of being translated."""

    place: str
    text: str


def main(arguments: list[str]) -> int:
    """Do what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--untranslated", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.untranslated:
        return tell_untranslated()
    if asked.check:
        return tell_stale()
    collect(CATALOGUES)
    return 0


# Catalogues


def collect(folder: Path) -> None:
    """Bring the sources of the catalogues up to date, and make the catalogues."""
    with tempfile.TemporaryDirectory() as beside:
        declared = Path(beside) / "declared.py"
        declared.write_text(_declarations(), encoding="utf-8")
        sources = [str(path) for path in sorted(UI.rglob("*.py"))]
        for language in LANGUAGES:
            target = folder / f"practicecoder_{language}.ts"
            _run(
                "pyside6-lupdate",
                *sources,
                str(declared),
                "-locations",
                "none",
                "-no-obsolete",
                "-source-language",
                "en_GB",
                "-target-language",
                language,
                "-ts",
                str(target),
            )
            _run("pyside6-lrelease", str(target), "-qm", str(target.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(tool)
    done = subprocess.run(  # the tools of the locked PySide6
        [str(program), *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def tell_stale() -> int:
    """Say which catalogues differ from what would be collected."""
    with tempfile.TemporaryDirectory() as beside:
        fresh = Path(beside)
        for old in CATALOGUES.glob("*.ts"):
            (fresh / old.name).write_bytes(old.read_bytes())
        collect(fresh)
        stale = [
            made.name
            for made in sorted(fresh.iterdir())
            if not (CATALOGUES / made.name).is_file()
            or (CATALOGUES / made.name).read_bytes() != made.read_bytes()
        ]
    for name in stale:
        print(f"{name} is out of date: run python scripts/translations.py")
    return 1 if stale else 0


def _declarations() -> str:
    """Words of actions, columns and tables of words, as calls that lupdate reads."""
    found = sorted({pair for path in UI.rglob("*.py") for pair in declared_in(path)})
    return "\n".join(f"translate({context!r}, {text!r})" for context, text in found)


def declared_in(path: Path) -> Iterator[tuple[str, str]]:
    """Context and words of all that is translated where it is shown."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    context = _context_of(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield from _said_by_arguments(node)
        elif isinstance(node, ast.ClassDef) and node.name in ("ActionGroup", "Region"):
            yield from (("Actions", text) for text in _texts_assigned(node))
        elif isinstance(node, ast.Call):
            called = _called(node)
            if called == "_tr" and context and node.args:
                yield from ((context, text) for text in _texts(node.args[0]))
            elif called == "Words" and node.args and isinstance(node.args[0], ast.Dict):
                for value in node.args[0].values:
                    yield from (("Words", text) for text in _texts(value))
            else:
                yield from _declared_by(node, called)


def _said_by_arguments(function: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """Words that a function says with the ``tr`` of a widget that it was given."""
    kinds = {
        each.arg: PROTOCOLS.get(each.annotation.id, each.annotation.id)
        for each in function.args.args
        if isinstance(each.annotation, ast.Name)
    }
    for node in ast.walk(function):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=given), attr="tr"), args=[first, *_]
            ):
                if given in kinds:
                    yield from ((kinds[given], text) for text in _texts(first))


def _declared_by(node: ast.Call, called: str) -> Iterator[tuple[str, str]]:
    """Words given to what declares a column, an action or a key."""
    context, keywords, place = DECLARING.get(called, ("", (), None))
    if place is not None and len(node.args) > place:
        yield from ((context, text) for text in _texts(node.args[place]))
    for given in node.keywords:
        if given.arg in keywords:
            yield from ((context, text) for text in _texts(given.value))


def _context_of(tree: ast.Module) -> str:
    """Context of the module's own ``_tr``; empty if it has none."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and call.args:
                    return next(_texts(call.args[0]), "")
    return ""


def _texts_assigned(node: ast.ClassDef) -> Iterator[str]:
    for part in node.body:
        if isinstance(part, ast.Assign):
            yield from _texts(part.value)


def _texts(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
        yield value.value


# What is missing


def tell_untranslated() -> int:
    """List what has no Welsh, and what bypasses translation."""
    missing = list(without_welsh(CATALOGUES / "practicecoder_cy.ts"))
    for context, text in missing:
        print(f"no Welsh: {context}: {text}")
    found = [bypass for path in sorted(UI.rglob("*.py")) for bypass in bypasses(path)]
    for bypass in found:
        print(f"bypasses tr: {bypass.place}: {bypass.text!r}")
    print(f"{len(missing)} without Welsh, {len(found)} bypass tr")
    return 1 if found else 0


def without_welsh(catalogue: Path) -> Iterator[tuple[str, str]]:
    """Context and words that have no Welsh at all."""
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or not "".join(translation.itertext()).strip():
                yield context.findtext("name", ""), message.findtext("source", "")


def bypasses(path: Path) -> Iterator[Bypass]:
    """Words that are given to what shows them, past everything that translates."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _called(node) in SHOWING and node.args:
            place = SHOWING[_called(node)]
            if place < len(node.args):
                for text in _shown(node.args[place]):
                    yield Bypass(f"{path.relative_to(ROOT)}:{node.lineno}", text)


def _shown(value: ast.expr) -> Iterator[str]:
    """Texts of an expression that reach the screen as they stand."""
    match value:
        case ast.Constant(value=str(text)) if _has_words(text):
            yield text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from _shown(part)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _shown(body)
            yield from _shown(orelse)
        case ast.BinOp(left=left, right=right):
            yield from _shown(left)
            yield from _shown(right)
        case ast.FormattedValue(value=inner):
            yield from _shown(inner)
        case ast.Call(func=ast.Attribute(value=inner, attr="format")):
            yield from _shown(inner)
        case _:
            pass


def _has_words(text: str) -> bool:
    words = ["".join(c for c in word if c.isalpha() or c == "/") for word in text.split()]
    return any(len(word) > 1 and word not in NAMES for word in words)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=ast.Name(id=name)):
            return name
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
