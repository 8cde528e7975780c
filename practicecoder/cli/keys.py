"""Commands on what opens an encrypted study: passphrases, the recovery code, the keyring."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from practicecoder.cli.acting import acting_lead
from practicecoder.cli.output import progress_printer, say
from practicecoder.cli.unlocking import new_passphrase, open_with, secret_of
from practicecoder.domain.ids import CoderId
from practicecoder.errors import NotAllowedError, WrongPassphraseError
from practicecoder.vault.recovery_code import RecoveryCode

commands = typer.Typer()

_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The study folder.")]
_Actor = Annotated[
    str | None, typer.Option("--as", metavar="CODE", help="Your own code, for the record.")
]
_Lead = Annotated[
    str | None,
    typer.Option("--lead", metavar="CODE", help="Who acts; needed if there are several leads."),
]
_Holder = Annotated[
    str, typer.Option(help="Letter and number by which the passphrase is told apart, as in C1.")
]
_NewFile = Annotated[
    Path | None,
    typer.Option(
        "--new-passphrase-file",
        metavar="FILE",
        help="File whose first line is the new passphrase; else it is asked for.",
    ),
]


@commands.command("change-passphrase")
def change_passphrase(
    folder: _Folder,
    new_passphrase_file: _NewFile = None,
    person: Annotated[
        str | None,
        typer.Option(help="Whose passphrase it is; needed with the recovery code only."),
    ] = None,
    actor: _Actor = None,
) -> None:
    """Give an encrypted study a new passphrase; nothing is encrypted anew."""
    from practicecoder.services.remembering import remember, remembered

    secret = _secret(folder)
    new = new_passphrase(new_passphrase_file, option="--new-passphrase-file")
    with closing(open_with(folder, secret)) as services:
        services.passphrases.change(secret, new, person, actor=_coder(actor))
    if remembered(folder) is not None:
        remember(folder, new)
    say(
        "The passphrase is changed. The old one does not open this study any more; it opens "
        "copies that were made before."
    )


@commands.command("recovery-code")
def recovery_code(
    folder: _Folder,
    actor: Annotated[
        str | None,
        typer.Option("--as", metavar="CODE", help="Your own code, a lead's; with several leads."),
    ] = None,
) -> None:
    """Make a new recovery code and print it once; the old one opens nothing any more."""
    secret = _secret(folder)
    with closing(open_with(folder, secret)) as services:
        is_of_packet = services.packet.facts is not None
        who = _coder(actor) if is_of_packet else acting_lead(services, actor, "--as")
        code = services.passphrases.new_recovery_code(secret, actor=who)
        tell_recovery_code(code)  # before the study is closed, which may fail


@commands.command("passphrases")
def passphrases(folder: _Folder) -> None:
    """List whose passphrases open an encrypted study, by letter and number."""
    with closing(open_with(folder, _secret(folder), read_only=True)) as services:
        for holder in services.passphrases.holders:
            say(holder)


@commands.command("add-passphrase")
def add_passphrase(
    folder: _Folder, person: _Holder, new_passphrase_file: _NewFile = None, lead: _Lead = None
) -> None:
    """Let another person open an encrypted study with a passphrase of their own."""
    secret = _secret(folder)
    new = new_passphrase(new_passphrase_file, option="--new-passphrase-file")
    with closing(open_with(folder, secret)) as services:
        services.passphrases.add(secret, person, new, actor=acting_lead(services, lead))
    say(f"{person} has a passphrase of their own.")


@commands.command("remove-passphrase")
def remove_passphrase(folder: _Folder, person: _Holder, lead: _Lead = None) -> None:
    """Take a person's passphrase of an encrypted study away; the last one stays."""
    secret = _secret(folder)
    with closing(open_with(folder, secret)) as services:
        services.passphrases.remove(secret, person, actor=acting_lead(services, lead))
    say(
        f"The passphrase of {person} does not open this study any more; it opens copies that were "
        "made before."
    )


@commands.command("remember")
def remember(folder: _Folder) -> None:
    """Have the computer's keyring keep the passphrase of a study."""
    from practicecoder.services import remembering
    from practicecoder.services.study_keys import opens

    if not remembering.can_remember():
        raise NotAllowedError(
            "This computer has no keyring that keeps passphrases. Nothing was kept."
        )
    secret = _secret(folder)
    if not opens(folder, secret):
        raise WrongPassphraseError
    if not remembering.remember(folder, secret):
        raise NotAllowedError("The keyring did not take the passphrase. Nothing was kept.")
    say("The keyring keeps the passphrase of this study.")


@commands.command("forget")
def forget(folder: _Folder) -> None:
    """Have the computer's keyring forget the passphrase of a study."""
    from practicecoder.services import remembering

    remembering.forget(folder)
    say("The keyring does not keep the passphrase of this study.")


@commands.command("encrypt")
def encrypt(
    folder: _Folder,
    passphrase_file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="File whose first line is the passphrase; else it is asked for."
        ),
    ] = None,
    drop_backups: Annotated[
        bool, typer.Option("--drop-backups", help="Remove plain backups, do not encrypt them.")
    ] = False,
    actor: _Actor = None,
) -> None:
    """Encrypt a study that is not: database, recordings and backups; print the recovery code."""
    from practicecoder.services.study_keys import encrypt_study, is_encrypted

    if is_encrypted(folder):
        raise NotAllowedError("This study is encrypted already. Nothing was changed.")
    code = encrypt_study(
        folder,
        new_passphrase(passphrase_file),
        keep_backups=not drop_backups,
        progress=progress_printer(),
        actor=_coder(actor),
    )
    say(f"The study in {folder} is encrypted.")
    tell_recovery_code(code)


def tell_recovery_code(code: RecoveryCode) -> None:
    """Print a recovery code, with what it is for."""
    say(f"Recovery code: {code}")
    say(
        "It opens the study if the passphrase is forgotten, and is shown this once. Write it down "
        "and keep it apart from the study. Without passphrase and code nobody can open the study."
    )


def _coder(code: str | None) -> CoderId | None:
    return None if code is None else CoderId(code)


def _secret(folder: Path) -> str:
    secret = secret_of(folder)
    if secret is None:
        raise NotAllowedError("This study is not encrypted, so it has no passphrase.")
    return secret
