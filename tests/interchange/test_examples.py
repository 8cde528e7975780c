"""The examples in the documentation of the readers and writers hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from practicecoder import interchange

MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages(interchange.__path__, f"{interchange.__name__}.")
    if not found.ispkg
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder()
    found = [finder.find(importlib.import_module(name)) for name in MODULES]
    assert sum(bool(test.examples) for tests in found for test in tests) > 20
