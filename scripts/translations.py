"""Keep the languages of the window: collect words, make catalogues, say what is not translated.

``python scripts/translations.py``                 collect all words and make the catalogues
``python scripts/translations.py --check``         say whether they are up to date; exit 1 if not
``python scripts/translations.py --untranslated``  list what has no Welsh and what nobody can
translate, as it bypasses ``tr``; exit 1 if anything does
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from scripts.bypassing import UI, bypasses, called

CATALOGUES = UI / "languages"
LANGUAGES = ("en_GB", "cy")

DECLARING: dict[str, tuple[str, tuple[str, ...], int | None]] = {
    "Column": ("Columns", ("title", "tooltip"), None),
    "EditableColumn": ("Columns", ("title", "tooltip"), None),
    "ActionSpec": ("Actions", ("text", "tip"), None),
    "KeyLine": ("Actions", ("group", "text"), None),
    "_spec": ("Actions", ("tip",), 1),
    "_key": ("Actions", (), 2),
}
"""What declares words: their context, the keywords and the place that hold them."""
PROTOCOLS = {"PanelledPage": "CodingPage"}
"""Widgets that are known by what they can do, by the class that does it."""


QT_WORDS: dict[str, tuple[str, ...]] = {
    "QPlatformTheme": (
        "OK",
        "Save",
        "Save All",
        "Open",
        "&Yes",
        "Yes to &All",
        "&No",
        "N&o to All",
        "Abort",
        "Retry",
        "Ignore",
        "Close",
        "Cancel",
        "Discard",
        "Help",
        "Apply",
        "Reset",
        "Restore Defaults",
    ),
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QWidgetTextControl": (
        "&Undo",
        "&Redo",
        "Cu&t",
        "&Copy",
        "Copy &Link Location",
        "&Paste",
        "Delete",
        "Select All",
    ),
    "QAbstractSpinBox": ("&Select All", "&Step up", "Step &down"),
    "QFileDialog": (
        "Look in:",
        "&File name:",
        "File &name:",
        "Files of type:",
        "Directory:",
        "&Open",
        "&Save",
        "&Choose",
        "Find Directory",
        "Back",
        "Forward",
        "Parent Directory",
        "Create New Folder",
        "List View",
        "Detail View",
        "Computer",
        "All Files (*)",
    ),
}
"""Words that Qt itself shows, by its own contexts; it has no Welsh of its own."""


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
                "-disable-heuristic",
                "similartext",
                "-source-language",
                "en_GB",
                "-target-language",
                language,
                "-ts",
                str(target),
            )
            if language == "en_GB":
                target.write_text(
                    with_english_plurals(target.read_text(encoding="utf-8")), "utf-8"
                )
            _run("pyside6-lrelease", str(target), "-qm", str(target.with_suffix(".qm")))


def with_english_plurals(catalogue: str) -> str:
    """Catalogue with one and several of what is written ``%n session(s)``.

    Examples
    --------
    >>> '<numerusform>%n words</numerusform>' in with_english_plurals(
    ...     "<source>%n word(s)</source><translation type='unfinished'>"
    ...     "<numerusform></numerusform><numerusform></numerusform></translation>"
    ... )
    True
    """

    def filled(found: re.Match[str]) -> str:
        one, several = found[2].replace("(s)", ""), found[2].replace("(s)", "s")
        forms = iter((one, several))
        return found[1] + _FORM.sub(
            lambda _: f"<numerusform>{next(forms)}</numerusform>", found[3]
        )

    return _PLURAL.sub(filled, catalogue)


_FORM = re.compile("<numerusform></numerusform>")
_PLURAL = re.compile(
    r"(<source>([^<]*%n[^<]*)</source>\s*)(<translation[^>]*>(?:\s*<numerusform></numerusform>){2})"
)


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
    """Words of Qt, actions, columns and tables of words, as calls that lupdate reads."""
    of_qt = {(context, text) for context, texts in QT_WORDS.items() for text in texts}
    found = sorted(of_qt | {pair for path in UI.rglob("*.py") for pair in declared_in(path)})
    return "\n".join(f"translate({context!r}, {text!r})" for context, text in found)


def declared_in(path: Path) -> Iterator[tuple[str, str]]:
    """Context and words of all that is translated where it is shown."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    context = _context_of(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield from _said_by_arguments(node)
        elif isinstance(node, ast.ClassDef) and node.name not in ("ActionGroup", "Region"):
            yield from ((node.name, text) for text in _said_by_itself(node))
        elif isinstance(node, ast.ClassDef):
            yield from (("Actions", text) for text in _texts_assigned(node))
        elif isinstance(node, ast.Call):
            name = called(node)
            if name == "_tr" and context and node.args:
                yield from ((context, text) for text in _texts(node.args[0]))
            elif name == "Words" and node.args and isinstance(node.args[0], ast.Dict):
                for value in node.args[0].values:
                    yield from (("Words", text) for text in _texts(value))
            else:
                yield from _declared_by(node, name)


def _said_by_itself(widget: ast.ClassDef) -> Iterator[str]:
    """Words that a class says with its own ``tr``; pyside6-lupdate misses those in f-strings."""
    for node in ast.walk(widget):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="self"), attr="tr"), args=[first, *_]
            ):
                yield from _texts(first)


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
