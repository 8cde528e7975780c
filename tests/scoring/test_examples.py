from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from practicecoder import scoring

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(scoring.__path__, f"{scoring.__name__}.")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_are_true(name: str) -> None:
    found = doctest.testmod(importlib.import_module(name))
    assert found.failed == 0


def test_the_examples_are_found() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    examples = [
        example
        for name in MODULES
        for test in finder.find(importlib.import_module(name))
        for example in test.examples
    ]
    assert len(examples) > 40
