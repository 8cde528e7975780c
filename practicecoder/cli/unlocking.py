"""How commands open encrypted studies: by a file, the keyring, or a passphrase that is typed."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from practicecoder.cli.output import complain
from practicecoder.errors import NotAllowedError, StudyError, WrongPassphraseError

if TYPE_CHECKING:
    from practicecoder.services.context import StudyServices

MOST_TRIES = 3
"""How often a passphrase may be typed."""

_FILE_OPTION, _HOLDER_OPTION = "passphrase_file", "holder"
_LONGEST_LINE = 4096

PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help="Of an encrypted study: file whose first line is a passphrase or the recovery code. "
        "Without it the keyring is asked, then the terminal.",
    ),
]

Holder = Annotated[
    str | None,
    typer.Option(
        "--holder",
        metavar="LABEL",
        help="Of an encrypted study: whose passphrase it is, as in C1; opens it sooner.",
    ),
]

_given: ContextVar[Path | None] = ContextVar("passphrase file of the command", default=None)
_holder: ContextVar[str | None] = ContextVar("whose passphrase is tried first", default=None)


def offer_passphrase_file(app: typer.Typer, *, apart_from: frozenset[str]) -> None:
    """Give every command ``--passphrase-file`` and ``--holder``.

    ``apart_from`` are commands and groups, by name, that get neither. A command that takes such a
    file itself keeps its own.
    """
    for command in app.registered_commands:
        if command.name not in apart_from and command.callback is not None:
            command.callback = _with_option(command.callback)
    for group in app.registered_groups:
        if group.name not in apart_from and group.typer_instance is not None:
            offer_passphrase_file(group.typer_instance, apart_from=apart_from)


def open_study(path: Path, *, read_only: bool = False) -> StudyServices:
    """Open a study for a command, encrypted or not; raises as that of the services."""
    return open_with(path, secret_of(path), read_only=read_only)


def open_with(path: Path, secret: str | None, *, read_only: bool = False) -> StudyServices:
    """Open a study whose secret is known; raises as that of the services."""
    from practicecoder.services import studies

    return studies.open_study(path, read_only=read_only, secret=secret, holder=_holder.get())


def secret_of(path: Path) -> str | None:
    """Return what opens an encrypted study; None for any other place.

    Raises
    ------
    NotAllowedError
        If there is no way to ask for a passphrase, or the file cannot be read.
    StudyError
        If what was typed again and again does not open it.
    """
    from practicecoder.services.remembering import remembered
    from practicecoder.services.study_keys import is_encrypted

    if not is_encrypted(path):
        return None
    file = _given.get()
    if file is not None:
        return first_line(file)
    kept = remembered(path)
    if kept is not None and _opens(path, kept):
        return kept
    if not can_ask():
        raise NotAllowedError(
            f"The study in {path} is encrypted, and there is no terminal to ask for its "
            "passphrase on. Name a file that holds it with --passphrase-file."
        )
    for _ in range(MOST_TRIES):
        typed = getpass(f"Passphrase of {path.name}: ")
        if _opens(path, typed):
            return typed
        complain(WrongPassphraseError().user_message)
    raise StudyError("Nothing was opened.")


def new_passphrase(file: Path | None, *, option: str = "--passphrase-file") -> str:
    """Read a new passphrase from a file, or have it typed twice.

    Raises
    ------
    NotAllowedError
        If both times something else was typed, or there is no terminal to ask on.
    """
    if file is not None:
        return first_line(file)
    if not can_ask():
        raise NotAllowedError(
            "A passphrase is needed, and there is no terminal to ask for it on. Name a file that "
            f"holds it with {option}."
        )
    typed = getpass("New passphrase: ")
    if getpass("The same again: ") != typed:
        raise NotAllowedError("These are two different passphrases. Nothing was changed.")
    return typed


def first_line(file: Path) -> str:
    """Read a passphrase from a file.

    Raises
    ------
    NotAllowedError
        If there is no such file, or its first line is empty or no text.
    """
    try:
        with file.open("rb") as content:
            line = content.readline(_LONGEST_LINE).decode("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise NotAllowedError(
            f"The passphrase file {file} cannot be read. Name a text file in UTF-8."
        ) from error
    if not line:
        raise NotAllowedError(f"The first line of {file} is empty. It has to be the passphrase.")
    return line


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def _opens(path: Path, secret: str) -> bool:
    """Whether a secret opens an encrypted study; whose it is, is tried first from there on."""
    from practicecoder.services.study_keys import opening

    try:
        opened = opening(path, secret, _holder.get())
    except WrongPassphraseError:
        return False
    if opened is not None and opened.label is not None:
        _holder.set(opened.label)
    return True


def _with_option(callback: Callable[..., Any]) -> Callable[..., Any]:
    signature = inspect.signature(callback, eval_str=True)
    if _FILE_OPTION in signature.parameters:
        return callback
    offered = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in ((_FILE_OPTION, PassphraseFile), (_HOLDER_OPTION, Holder))
    ]

    @functools.wraps(callback)
    def command(*arguments: Any, **options: Any) -> Any:
        with _telling(options.pop(_FILE_OPTION, None), options.pop(_HOLDER_OPTION, None)):
            return callback(*arguments, **options)

    parameters = [*signature.parameters.values(), *offered]
    command.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]  # read by inspect
    command.__annotations__ = {p.name: p.annotation for p in parameters} | {"return": None}
    return command


@contextmanager
def _telling(file: Path | None, holder: str | None) -> Iterator[None]:
    given, first = _given.set(file), _holder.set(holder)
    try:
        yield
    finally:
        _given.reset(given)
        _holder.reset(first)
