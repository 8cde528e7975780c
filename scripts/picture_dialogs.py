"""The dialogs of encryption, packets and data protection, for the pictures of docs/images.

They are shown on a copy of the demonstration study, of which a packet is made, coded in two places
and returned. Passphrases, codes and folders are made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from practicecoder.domain.ids import CoderId, SessionId
    from practicecoder.services.context import StudyServices

W = TypeVar("W", bound="QWidget")

TITLE = "Northshire 2026"
FOLDER = "/home/lead/Documents/PracticeCoder/northshire-2026"
PASSPHRASE = "copper lantern seven otters"
STORY_SIZE = (1080, 620)
N_DUE = 3
"""Sessions whose sound is shown as due."""

Wait = Callable[[Callable[[], bool]], None]


def guarding_dialogs(parent: QWidget, wait_for: Wait) -> Iterator[tuple[str, QDialog]]:
    """A new encrypted study, its recovery code, and the passphrase that opens it."""
    from PySide6.QtWidgets import QComboBox

    from practicecoder.ui.security.passphrase_dialog import PassphraseDialog
    from practicecoder.ui.security.recovery_dialog import RecoveryCodeDialog
    from practicecoder.ui.start.new_study import NewStudyDialog
    from practicecoder.vault.recovery_code import RecoveryCode

    making = NewStudyDialog(parent)
    making.open()
    codebooks = _called(QComboBox, "Codebook", making)
    wait_for(lambda: codebooks.count() > 0)
    _type("Title", TITLE, making)
    _type("Folder", FOLDER, making)
    making.choice.first.line.setText(PASSPHRASE)
    making.choice.second.line.setText(PASSPHRASE)
    yield "new-study", making
    code = RecoveryCode(bytes(range(20)))
    keeping = RecoveryCodeDialog(code, TITLE, Path(FOLDER), parent)
    keeping.open()
    yield "recovery-code", keeping
    unlocking = PassphraseDialog(Path(FOLDER), TITLE, _opens_nothing, parent, is_locked=True)
    unlocking.open()
    unlocking.field.line.setText(PASSPHRASE)
    yield "unlock", unlocking


def packet_dialogs(
    services: StudyServices, lead: CoderId, aside: Path, parent: QWidget
) -> Iterator[tuple[str, QDialog]]:
    """A packet in the making, a return that was coded in two places, and its two versions."""
    from practicecoder.services.packet_shares import PacketRequest
    from practicecoder.ui.packets.fork_dialog import ForkDialog
    from practicecoder.ui.packets.make_dialog import MakePacketDialog
    from practicecoder.ui.packets.merge_dialog import MergeDialog

    coder = _new_coder(services, lead)
    making = MakePacketDialog(services.people.coders(), services.packets.preview, parent)
    making.open()
    making.coder.setCurrentIndex(making.coder.findData(str(coder)))
    making.choice.first.line.setText(PASSPHRASE)
    making.choice.second.line.setText(PASSPHRASE)
    yield "packet", making

    packet = aside / "made-up.pcpacket"
    services.packets.make(PacketRequest(coder_id=coder), packet, PASSPHRASE, actor=lead)
    first = _coded_at_home(packet, aside / "one", coder, levels=(4, 3, 3), n_sessions=2)
    second = _coded_at_home(packet, aside / "two", coder, levels=(3, 3, 2, 4), n_sessions=1)
    returns = services.packet_returns
    returns.merge(returns.preview(first, actor=lead), actor=lead)
    preview = returns.preview(second, actor=lead)
    merging = MergeDialog(preview, lambda one: returns.merge(one, actor=lead), parent)
    merging.open()
    yield "merge", merging

    returns.merge(preview, actor=lead)
    settling = ForkDialog(
        lambda: services.forks.all(actor=lead),
        lambda one: services.forks.settle(one, actor=lead),
        parent,
    )
    settling.open()
    settling.radios[1].setChecked(True)
    settling.table.selectRow(0)
    settling.take_other()
    settling.reason.setText("The coder says that B is right, but for the first rating")
    yield "fork", settling


def session_dialogs(
    services: StudyServices, lead: CoderId, parent: QWidget
) -> Iterator[tuple[str, QDialog]]:
    """What happened to a session, its withdrawal, and sound that is due."""
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    from practicecoder.domain.withdrawal import WithdrawalChoice
    from practicecoder.ui.sessions.sound_ending import DueSoundDialog
    from practicecoder.ui.sessions.story import StoryDialog
    from practicecoder.ui.sessions.withdrawing import WithdrawDialog

    told, *others = _with_sound(services)
    story = StoryDialog(services.stories.of(told, actor=lead), services.codebook, parent)
    story.open()
    story.resize(*STORY_SIZE)  # a screen that is not there is small
    yield "story", story

    withdrawing = WithdrawDialog(services.withdrawal.previews(told, actor=lead), parent)
    withdrawing.open()
    withdrawing.choices[WithdrawalChoice.DETACH_CODES].setChecked(True)
    _called(QPlainTextEdit, "Reason", withdrawing).setPlainText("the family asked by letter")
    _called(QLineEdit, "Where the request is kept", withdrawing).setText("form 12")
    yield "withdraw", withdrawing

    _let_sound_end(services, others[:N_DUE], lead)
    due = DueSoundDialog(services.retention.due(), parent, may_write=True)
    due.open()
    yield "sound-due", due


def _new_coder(services: StudyServices, lead: CoderId) -> CoderId:
    """A coder who has every session with sound before them."""
    from practicecoder.domain.ids import CoderId
    from practicecoder.domain.people import Role

    coder = CoderId("C4")
    services.people.add_coder(coder, frozenset({Role.CODER}), actor=lead)
    services.sessions.assign(_with_sound(services), coder, actor=lead, seed=1)
    return coder


def _with_sound(services: StudyServices) -> tuple[SessionId, ...]:
    """Sessions that have a recording."""
    rows = services.sessions.lead_table()
    return tuple(row.session.session_id for row in rows if row.session.recording is not None)


def _coded_at_home(
    packet: Path, folder: Path, coder: CoderId, *, levels: Sequence[int], n_sessions: int
) -> Path:
    """Open a packet as its coder does, rate a part of some sessions, and write a return."""
    from contextlib import closing

    from practicecoder.services.packet_opening import open_packet

    home = open_packet(packet, folder, PASSPHRASE)
    assert home is not None
    out = folder.with_suffix(".pcreturn")
    with closing(home):
        for row in home.sessions.queue(coder)[:n_sessions]:
            coding = home.coding.open_desk(row.blind_code, coder).coding
            for dimension_id, level in zip(home.codebook.dimension_ids, levels, strict=False):
                coding = home.coding.rate(coding, dimension_id, level).after
        home.packet.write_return(out)
    return out


def _let_sound_end(
    services: StudyServices, session_ids: Sequence[SessionId], lead: CoderId
) -> None:
    """Name last days that are over, one a week earlier than the other."""
    today = services.sessions.today()
    for number, session_id in enumerate(session_ids):
        day = today - timedelta(days=5 + 7 * number)
        services.retention.keep_until([session_id], day, actor=lead)


def _opens_nothing(_secret: str, _on_upgrade: Callable[[], object]) -> StudyServices:
    raise NotImplementedError


def _type(called: str, words: str, inside: QWidget) -> None:
    from PySide6.QtWidgets import QLineEdit

    _called(QLineEdit, called, inside).setText(words)


def _called(kind: type[W], accessible_name: str, inside: QWidget) -> W:
    """The field with an accessible name."""
    return next(w for w in inside.findChildren(kind) if w.accessibleName() == accessible_name)
