"""Commands on coding packets: make, open, return, merge, look into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from practicecoder.cli.acting import acting_lead
from practicecoder.cli.options import AsJson
from practicecoder.cli.output import complain, print_json, print_table, progress_printer, say
from practicecoder.cli.planning import Lead, StudyFolder
from practicecoder.cli.unlocking import first_line, new_passphrase, open_study

if TYPE_CHECKING:
    from practicecoder.domain.ids import SessionId
    from practicecoder.services.context import StudyServices
    from practicecoder.services.merge_receipts import MergePreview

commands = typer.Typer(help="Coding away from the laboratory: packets and what comes back.")

PacketFile = Annotated[Path, typer.Argument(metavar="FILE", help="The packet or return.")]
PacketPassphrase = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help="File whose first line is the packet's passphrase; else it is typed.",
    ),
]
StudyPassphrase = Annotated[
    Path | None,
    typer.Option(
        "--study-passphrase-file",
        metavar="FILE",
        help="Of an encrypted study: file whose first line is its passphrase.",
    ),
]


@commands.command("make")
def make(
    folder: StudyFolder,
    coder: Annotated[str, typer.Option(help="Code of the coder.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="The packet to be written.")],
    passphrase_file: PacketPassphrase = None,
    sessions: Annotated[
        str | None, typer.Option(help="Codes separated by commas; else all open ones.")
    ] = None,
    lead: Lead = None,
    study_passphrase_file: StudyPassphrase = None,
) -> None:
    """Seal a coder's open sessions into a file that holds nothing else."""
    from practicecoder.domain.ids import CoderId, SessionId
    from practicecoder.services.packet_shares import PacketRequest

    chosen = None
    if sessions is not None:
        chosen = frozenset(SessionId(s.strip()) for s in sessions.split(",") if s.strip())
    request = PacketRequest(coder_id=CoderId(coder), session_ids=chosen)
    passphrase = new_passphrase(passphrase_file)
    with closing(_study(folder, study_passphrase_file)) as services:
        actor = acting_lead(services, lead)
        left = services.packets.preview(request).left
        report = progress_printer()
        made = services.packets.make(
            request,
            out,
            passphrase,
            actor=actor,
            progress=lambda share: report(share, "writing the packet"),
        )
    assert made is not None  # nobody cancels a command
    packet = made.packet
    say(f"Packet {packet.number} for {packet.coder_id}: {_sessions(len(packet.sessions))}.")
    say(f"SHA-256 {packet.sha256}")
    say("Tell the passphrase apart from the file.")
    for reason, number in Counter(reason for _, reason in left).items():
        complain(f"{_sessions(number)} not in it: {reason}{_named(left, reason, chosen)}.")


@commands.command("open")
def open_file(
    file: PacketFile,
    into: Annotated[Path, typer.Option(metavar="DIR", help="A new or empty folder.")],
    passphrase_file: PacketPassphrase = None,
    own_passphrase_file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Passphrase for the folder; without it the packet's is used."
        ),
    ] = None,
) -> None:
    """Make an encrypted study folder of a packet, for its coder alone."""
    from practicecoder.services.packet_opening import open_packet

    report = progress_printer()
    services = open_packet(
        file,
        into,
        new_passphrase(passphrase_file),
        own_passphrase=None if own_passphrase_file is None else first_line(own_passphrase_file),
        progress=lambda share: report(share, "opening the packet"),
    )
    assert services is not None  # nobody cancels a command
    with closing(services):
        progress = services.packet.progress()
        say(f"{services.study.title}: {_sessions(progress.n_sessions)} in {into}.")
        say(f"Recovery code, shown once: {services.new_recovery_code}")


@commands.command("return")
def return_file(
    folder: StudyFolder,
    out: Annotated[Path, typer.Option(metavar="FILE", help="The return to be written.")],
) -> None:
    """Write what was done with a packet into a file for the lead; as often as wanted."""
    with closing(open_study(folder)) as services:
        written = services.packet.write_return(out)
    say(written.sentence())


@commands.command("merge")
def merge(
    folder: StudyFolder,
    file: PacketFile,
    lead: Lead = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what is new, and store nothing.")
    ] = False,
    receipt_file: Annotated[
        Path | None, typer.Option("--receipt", metavar="FILE", help="Keep the receipt as text.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add what came back to the study it left from; nothing that is there is overwritten."""
    from practicecoder.errors import ExportError

    with closing(open_study(folder, read_only=dry_run)) as services:
        actor = acting_lead(services, lead)
        preview = services.packet_returns.preview(file, actor=actor)
        receipt = None if dry_run else services.packet_returns.merge(preview, actor=actor)
    if as_json:
        document = merge_document(preview)
        if receipt is not None:
            document["heads"] = {str(coding): head for coding, head in receipt.heads.items()}
        print_json(document | {"merged": not dry_run})
    elif receipt is None:
        _tell(preview)
        say("Nothing was stored.")
    else:
        say(receipt.text().rstrip())
    if receipt is not None and receipt_file is not None:
        try:
            receipt_file.write_text(receipt.text(), encoding="utf-8")
        except OSError as error:
            raise ExportError(
                f"The return was merged, but {receipt_file} cannot be written."
            ) from error
    if preview.forks:
        complain(
            f"{len(preview.forks)} of the codings have two versions now and count nowhere. A lead "
            "settles them on the Sessions page."
        )


@commands.command("show")
def show(file: PacketFile, as_json: AsJson = False) -> None:
    """Say what a packet or return claims to be; nothing of it is opened."""
    from practicecoder.services.packet_opening import describe_sealed

    told = describe_sealed(file)
    facts: dict[str, object] = {
        "kind": told.kind.value,
        "packet": told.number,
        "packet_id": told.packet_id,
        "study_id": told.study_id,
        "codebook": told.codebook,
        "recordings": told.n_sounds,
        "bytes": told.n_bytes,
        "needs_passphrase": told.needs_passphrase,
        "sha256": told.sha256,
    }
    if as_json:
        print_json(facts)
        return
    for name, value in facts.items():
        say(f"{name.replace('_', ' ')}: {value}")


@commands.command("list")
def list_packets(folder: StudyFolder, as_json: AsJson = False) -> None:
    """List the packets that left a study, and what came back of them."""
    with closing(open_study(folder, read_only=True)) as services:
        sent = services.packets.sent()
    rows: list[list[str | int]] = [
        [
            one.packet.number,
            str(one.packet.coder_id),
            f"{one.packet.made_at:%Y-%m-%d}",
            len(one.packet.sessions),
            one.n_submitted,
            len(one.returns),
        ]
        for one in sent
    ]
    headings = ["packet", "coder", "made", "sessions", "submitted", "returns"]
    if as_json:
        print_json({"packets": [dict(zip(headings, row, strict=True)) for row in rows]})
        return
    print_table(headings, [[str(cell) for cell in row] for row in rows])


def merge_document(preview: MergePreview) -> dict[str, object]:
    """What a return adds, as a JSON document."""
    return {
        "packet": preview.packet.number,
        "coder": preview.packet.coder_id,
        "sha256": preview.sha256,
        "events": preview.n_events,
        "concerns": preview.n_concerns,
        "left_out": preview.n_left_out,
        "merged_before": preview.merged_at is not None,
        "codings": [
            {
                "session_id": line.session_id,
                "events": line.n_events,
                "heard": line.n_heard,
                "submitted": line.is_submitted,
                "two_versions": line.is_forked,
            }
            for line in preview.lines
        ],
    }


def _tell(preview: MergePreview) -> None:
    say(f"Packet {preview.packet.number} of {preview.packet.coder_id}.")
    print_table(
        ["session", "events", "submitted", "two versions"],
        [
            [
                str(line.session_id),
                str(line.n_events),
                "yes" if line.is_submitted else "no",
                "yes" if line.is_forked else "no",
            ]
            for line in preview.lines
        ],
    )
    concerns = f"{preview.n_concerns} concern{'' if preview.n_concerns == 1 else 's'}"
    codings = f"{preview.n_left_out} coding{'' if preview.n_left_out == 1 else 's'}"
    say(f"{concerns}. {codings} left out.")


def _study(folder: Path, passphrase_file: Path | None) -> StudyServices:
    if passphrase_file is None:
        return open_study(folder)
    from practicecoder.services import studies

    return studies.open_study(folder, secret=first_line(passphrase_file))


def _named(
    left: Iterable[tuple[SessionId, str]], reason: str, chosen: frozenset[SessionId] | None
) -> str:
    """Which ones, if sessions were asked for by name: a misspelt code is seen so."""
    codes = sorted(code for code, why in left if why == reason)
    return "" if chosen is None else f" ({', '.join(codes)})"


def _sessions(number: int) -> str:
    return f"{number} session{'' if number == 1 else 's'}"
