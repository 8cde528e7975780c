from __future__ import annotations

import importlib
import pkgutil
from doctest import DocTest, DocTestFinder, DocTestRunner

import pytest

from practicecoder import scoring

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(scoring.__path__, f"{scoring.__name__}.")
)


def with_examples(name: str) -> list[DocTest]:
    """Find the docstrings of a module that hold examples.

    To run the others too would look up every source file of the process for each of them.
    """
    found = DocTestFinder().find(importlib.import_module(name))
    return [test for test in found if test.examples]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_are_true(name: str) -> None:
    runner = DocTestRunner()
    for test in with_examples(name):
        runner.run(test)
    assert runner.summarize().failed == 0


def test_the_examples_are_found() -> None:
    examples = [e for name in MODULES for test in with_examples(name) for e in test.examples]
    assert len(examples) > 40
