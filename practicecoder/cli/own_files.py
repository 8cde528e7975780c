"""No command writes over what a study consists of, wherever it is told to write."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from practicecoder.errors import ExportError

WRITTEN = frozenset(
    {"as_csv", "csv", "docx", "methods", "out", "receipt", "receipt_file", "target", "write_map"}
)
"""Parameters of commands that name what is written."""


def guard_own_files(app: typer.Typer) -> None:
    """Have every command refuse to write into a study's own files and folders."""
    for command in app.registered_commands:
        if command.callback is not None:
            command.callback = _guarded(command.callback)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            guard_own_files(group.typer_instance)


def _guarded(callback: Callable[..., Any]) -> Callable[..., Any]:
    if not WRITTEN & set(inspect.signature(callback).parameters):
        return callback

    @functools.wraps(callback)
    def command(*arguments: Any, **options: Any) -> Any:
        for name in WRITTEN & set(options):
            if isinstance(options[name], Path):
                _refuse_own_file(options[name])
        return callback(*arguments, **options)

    return command


def _refuse_own_file(place: Path) -> None:
    from practicecoder.services.own_files import is_own_file

    if is_own_file(place):
        raise ExportError(
            f"{place} is a part of a study, or would lie within one. Nothing was written. Choose "
            "another place."
        )
