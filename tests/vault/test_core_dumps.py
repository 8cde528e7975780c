"""Tests that a crash leaves no image of memory once a key is in it."""

from __future__ import annotations

import sys

import pytest

from practicecoder.vault.core_dumps import refuse_core_dumps


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_core_dumps_are_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    asked: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (4096, 8192))
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: asked.append(limit))
    refuse_core_dumps()
    assert asked == [(resource.RLIMIT_CORE, (0, 8192))]
