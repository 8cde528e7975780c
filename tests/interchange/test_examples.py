"""The examples in the documentation of the readers and writers hold."""

from __future__ import annotations

import importlib
from doctest import DocTestFinder, DocTestRunner
from pathlib import Path

import pytest

from practicecoder import interchange

FOLDER = Path(str(interchange.__file__)).parent
WITH_EXAMPLES = sorted(
    ".".join((interchange.__name__, *path.relative_to(FOLDER).with_suffix("").parts))
    for path in FOLDER.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_in_docstrings_are_true(name: str) -> None:
    runner = DocTestRunner()
    found = [test for test in DocTestFinder().find(importlib.import_module(name)) if test.examples]
    for test in found:
        runner.run(test)
    assert found
    assert runner.summarize().failed == 0


def test_the_examples_are_found() -> None:
    assert len(WITH_EXAMPLES) > 12
