"""Every page and dialog can be used without a mouse, without seeing it, and with large hands."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import practicecoder.ui
from practicecoder.domain.certification import Certificate
from practicecoder.domain.coding import CodebookRef, CodingRole, CodingState, Rating
from practicecoder.domain.packets import Packet
from practicecoder.domain.sessions import SegmentChoice
from practicecoder.domain.withdrawal import Item, Receipt, WithdrawalChoice
from practicecoder.errors import WrongPassphraseError
from practicecoder.services.context import StudyServices
from practicecoder.services.forks import DisputedItem, ForkedCoding, Version
from practicecoder.services.meetings import Meeting
from practicecoder.services.merge_receipts import MergeLine, MergePreview, MergeReceipt
from practicecoder.services.outcomes import MeasurePreview, OutcomesPreview
from practicecoder.services.packet_documents import ReturnContent
from practicecoder.services.packet_opening import SealedFile
from practicecoder.services.passphrases import PassphraseService
from practicecoder.services.retention import DueDeletion
from practicecoder.services.rights_story import rights_lines
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.dispatcher import bare_key_lines
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.consensus.page import ConsensusPage
from practicecoder.ui.focus import FocusFrames
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.palette.palette import CommandPalette
from practicecoder.ui.preferences.dialog import PreferencesDialog
from practicecoder.ui.sessions.columns import LEAD_COLUMNS
from practicecoder.ui.sessions.page import SessionsPage
from practicecoder.ui.sessions.reports import Output
from practicecoder.ui.sessions.views import ViewShelf
from practicecoder.ui.settings import Settings
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.theme import apply_light
from practicecoder.vault.container_header import ContainerKind
from practicecoder.vault.recovery_code import RecoveryCode
from tests.builders import ANNA, BEN, CARA, LEAD, NOW
from tests.ui.finding import the_button
from tests.ui.walking import (
    controls,
    faults,
    out_of_order,
    tab_stops,
    unreached,
    unseen_focus,
)


@pytest.fixture
def frames(qapp: QApplication) -> Iterator[FocusFrames]:
    """The frame around what has the focus, as in the program."""
    frames = FocusFrames(qapp)
    yield frames
    qapp.focusChanged.disconnect(frames._follow)
    frames.deleteLater()


@pytest.fixture
def window(settings: Settings, laboratory_folder: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.open_study(laboratory_folder)
    qtbot.waitUntil(lambda: window.study_view is not None, timeout=10_000)
    assert window.study_view is not None
    window.study_view.choose_person(LEAD)
    yield window
    window.close()


PAGES = [
    ActionId.PAGE_START,
    ActionId.PAGE_SESSIONS,
    ActionId.PAGE_RELIABILITY,
    ActionId.PAGE_ANALYSIS,
    ActionId.PAGE_CONSENSUS,
    ActionId.PAGE_TRAINING,
    ActionId.PAGE_SUPERVISION,
    ActionId.PAGE_CODEBOOKS,
]


def go_to(window: MainWindow, page: ActionId, qtbot: QtBot) -> None:
    window.action(page).trigger()
    view = window.study_view
    assert view is not None
    qtbot.waitUntil(lambda: not view.page.is_computing, timeout=30_000)
    if isinstance(view.page, SessionsPage):
        rows = view.page.lead.table.rows_model()
        qtbot.waitUntil(lambda: rows.rowCount() > 0, timeout=10_000)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.value)
def test_a_page_can_be_heard_and_hit(window: MainWindow, page: ActionId, qtbot: QtBot) -> None:
    go_to(window, page, qtbot)

    assert controls(window)
    assert faults(window) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.value)
def test_a_page_is_gone_through_by_tab_as_it_is_read(
    window: MainWindow, page: ActionId, qtbot: QtBot
) -> None:
    go_to(window, page, qtbot)

    stops = tab_stops_from_the_rail(window)

    assert unreached(window, stops) == []
    assert out_of_order(window, stops) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.value)
def test_the_focus_is_seen_on_a_page(
    window: MainWindow, page: ActionId, frames: FocusFrames, qtbot: QtBot
) -> None:
    go_to(window, page, qtbot)

    assert unseen_focus(tab_stops_from_the_rail(window)) == []


def tab_stops_from_the_rail(window: MainWindow) -> list[QWidget]:
    first = next(w for w in controls(window) if w.parentWidget() is window.rail)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    return tab_stops(window)


def test_a_page_keeps_its_targets_with_large_text(window: MainWindow, qapp: QApplication) -> None:
    apply_light(qapp, 2.0)
    QApplication.processEvents()

    assert faults(window) == []


# Dialogs


@dataclass(frozen=True)
class Made:
    """What a dialog is made of."""

    services: StudyServices
    settings: Settings
    parent: QWidget


Arguments = tuple[object, ...]


def _comparison(made: Made) -> Arguments:
    recordings = made.services.training_recordings
    first = next(r for r in recordings.all() if len(r.met) == 1 and r.sources)
    recordings.take_over(first.sources[0].coding_id, actor=LEAD)
    coder = next(c for c in (ANNA, BEN, CARA) if c not in first.met)
    recordings.assign([first.session_id], [coder], actor=LEAD)
    made.services.coding.open_desk(first.blind_code, coder)
    with made.services.context.store.transaction() as unit:
        trial = unit.codings.for_assignment(first.session_id, coder, CodingRole.TRAINING)
        assert trial is not None
        locked = replace(trial, state=CodingState.LOCKED, submitted_at=NOW)
        unit.codings.save(locked, expected_version=trial.version)
    comparison = made.services.training.compare(first.blind_code, coder, actor=LEAD)
    return comparison, made.services.codebook, made.parent


def _certificate() -> Certificate:
    return Certificate(
        certificate_id="c1",
        coder_id=ANNA,
        codebook=CodebookRef(codebook_id="swim7", version="1.0.0", digest="0" * 64),
        granted_on=date(2026, 3, 2),
        expires_on=date(2027, 3, 2),
        rule="10 recordings or more",
        result="exact 80%",
        n_recordings=10,
    )


def _story(made: Made) -> Arguments:
    services = made.services
    session = services.sessions.lead_table()[0].session.session_id
    return services.stories.of(session, actor=LEAD), services.codebook, made.parent


def _draw_again(made: Made) -> Arguments:
    choices = (SegmentChoice.RANDOM, SegmentChoice.WHOLE)
    with made.services.context.store.reading() as unit:
        sessions = unit.sessions.all()[:1]
    return sessions, choices, SegmentChoice.RANDOM, made.parent


def _concerns(made: Made) -> Arguments:
    with made.services.context.store.reading() as unit:
        coding = unit.codings.all()[0]
    made.services.concerns.raise_concern(coding, "A made-up concern.", at_ms=12_000)
    return made.services, LEAD, made.parent


def _as_if_encrypted(services: StudyServices) -> StudyServices:
    """A plain study that tells of passphrases; nothing is tried with them here."""

    class Holders(PassphraseService):
        holders = ("L1", "C1")

    services.__dict__["passphrases"] = Holders(services.context)
    return services


def _rule_out(made: Made) -> Arguments:
    codebook = made.services.codebook
    dimension = next(d for d in codebook.dimensions if d.not_applicable_allowed)
    reasons = codebook.reasons_for(dimension.dimension_id)
    return dimension.label, reasons, Rating(), made.parent


def _submit(made: Made) -> Arguments:
    services = made.services
    with services.context.store.reading() as unit:
        coding = next(c for c in unit.codings.all() if not c.is_locked)
    return services.coding.missing(coding), 0.4, len(services.codebook.dimensions), made.parent


def _import(made: Made) -> Arguments:
    services = made.services
    code = services.sessions.queue(ANNA)[0].blind_code
    stack = QUndoStack(made.parent)
    coding = OpenCoding(services, services.coding.open_desk(code, ANNA), ANNA, stack)
    return services.transcripts, coding, made.parent


def _acts(made: Made) -> SupervisionActs:
    acts = SupervisionActs(made.services, made.parent)
    acts.actor = LEAD
    return acts


def _meeting(made: Made) -> tuple[Meeting, dict[str, str]]:
    services = made.services
    meeting = services.consensus.open(services.consensus.meetings(LEAD)[0].blind_code, LEAD)
    return meeting, {letter: letter for letter in meeting.labels}


def _never_opened(_secret: str, _on_upgrade: Callable[[], object]) -> StudyServices:
    raise WrongPassphraseError


def _withdraw(made: Made) -> Arguments:
    services = made.services
    session = services.sessions.lead_table()[0].session.session_id
    return services.withdrawal.previews(session, actor=LEAD), made.parent


def _receipt() -> Receipt:
    return Receipt(
        withdrawal_id="3f9a22c1" * 4,
        at=NOW,
        by=LEAD,
        choice=WithdrawalChoice.ERASE_RECORDING,
        reason="The family asked for it.",
        kept_in="folder 7",
        erased=((Item.RECORDING, 1),),
        stays=((Item.CODINGS, 2),),
        out_of_reach=(),
        n_backups=3,
    )


def _due_sound(made: Made) -> Arguments:
    sessions = [row.session for row in made.services.sessions.lead_table()[:2]]
    day = date(2026, 3, 2)
    due = [DueDeletion(session=s, until=day, days_over=5, n_open=1) for s in sessions]
    return due, made.parent


def _packet() -> Packet:
    return Packet(
        packet_id="3f9a22c1" * 4,
        coder_id=ANNA,
        made_at=NOW,
        made_by=LEAD,
        sha256="0" * 64,
        sessions=(),
        answer_key=bytes(32),
    )


def _merge(made: Made) -> Arguments:
    with made.services.context.store.reading() as unit:
        codings = unit.codings.all()[:2]
    lines = tuple(
        MergeLine(
            session_id=coding.session_id,
            coding_id=coding.coding_id,
            n_events=12,
            n_heard=3,
            is_submitted=True,
            is_forked=bool(place),
        )
        for place, coding in enumerate(codings)
    )
    content = ReturnContent(coder_id=ANNA, entries={}, listens={}, positions_ms={}, concerns=())
    preview = MergePreview(
        packet=_packet(),
        sha256="0" * 64,
        lines=lines,
        n_concerns=1,
        n_left_out=1,
        merged_at=NOW,
        content=content,
    )
    return preview, _never_merged, made.parent


def _never_merged(_preview: MergePreview) -> MergeReceipt:
    raise WrongPassphraseError


def _fork(made: Made) -> Arguments:
    with made.services.context.store.reading() as unit:
        coding = unit.codings.all()[0]
    versions = tuple(
        Version(head=head, coding=coding, n_acts=3, last_at=NOW) for head in ("one", "two")
    )
    key = ("rating", made.services.codebook.dimension_ids[0])
    item = DisputedItem(key=key, what="Empathy", values=("4", "5"))
    fork = ForkedCoding(
        session_id=coding.session_id,
        coding_id=coding.coding_id,
        coder_id=ANNA,
        versions=versions,
        items=(item,),
    )
    return lambda: (fork,), lambda _settlement: None, made.parent


def _sealed_file() -> SealedFile:
    return SealedFile(
        kind=ContainerKind.PACKET,
        packet_id="3f9a22c1" * 4,
        study_id="made up",
        codebook="swim7 1.0.0",
        n_sounds=2,
        n_bytes=12_000_000,
        needs_passphrase=True,
        sha256="0" * 64,
    )


DIALOGS: dict[str, Callable[[Made], Arguments]] = {
    "AddMeasuresDialog": lambda m: (
        OutcomesPreview(
            measures=(
                MeasurePreview(
                    measure="goals", n=2, minimum=1, maximum=3, mean=2, n_replaced=0, suspected=()
                ),
            ),
            outcomes=(),
            n_sessions=2,
            n_without=10,
            left=("office_id",),
        ),
        m.parent,
    ),
    "AssignDialog": lambda m: (
        m.services.sessions.lead_table()[:2],
        m.services.people.coders(),
        m.parent,
    ),
    "AssignTrialsDialog": lambda m: (
        m.services.training_recordings.all()[:2],
        tuple(person.coder_id for person in m.services.people.coders()),
        m.parent,
    ),
    "ArchiveDialog": lambda m: (m.parent,),
    "CodePage": lambda m: (m.services.codebook, m.services.codebook.counts[0], (), m.parent),
    "CodebookPage": lambda m: (
        m.services.codebook,
        m.services.codebook.dimensions[0],
        (),
        m.parent,
    ),
    "CodingsImportDialog": lambda m: (m.services, LEAD, m.parent),
    "ComparisonDialog": _comparison,
    "ColumnsDialog": lambda m: (LEAD_COLUMNS, ("Session", "State"), ("Session",), m.parent),
    "ConcernsDialog": _concerns,
    "BatchDialog": lambda m: (_acts(m), m.parent),
    "ConsentDialog": lambda m: (
        m.services.sessions.lead_table()[0].session.session_id,
        {},
        m.parent,
    ),
    "DeleteViewDialog": lambda m: ("North", m.parent),
    "DrawAgainDialog": _draw_again,
    "DrawDialog": lambda m: (m.services.segments.preview(None), 20, m.parent),
    "DueDialog": lambda m: (m.services.sessions.lead_table()[:2], NOW.date(), m.parent),
    "EndCertificateDialog": lambda m: (_certificate(), m.parent),
    "ChangePassphraseDialog": lambda m: (lambda _present, _new: None, m.parent),
    "EncryptDialog": lambda m: ("Northshire", m.parent),
    "NewCodeDialog": lambda m: (lambda _present: RecoveryCode.new(), m.parent),
    "PassphraseDialog": lambda m: (m.services.path, "Northshire", _never_opened, m.parent),
    "RecoveryCodeDialog": lambda m: (
        RecoveryCode.new(),
        "Northshire",
        m.services.path,
        m.parent,
    ),
    "SecretDialog": lambda m: (m.parent,),
    "RestoreDialog": lambda m: (m.services.path, m.parent),
    "RoomDialog": lambda m: (m.services, m.parent),
    "WithdrawDialog": _withdraw,
    "ReceiptDialog": lambda m: (_receipt(), m.parent),
    "ReceiptsDialog": lambda m: ((_receipt(),), m.parent),
    "DueSoundDialog": _due_sound,
    "KeepSoundDialog": lambda m: (
        m.services.sessions.lead_table()[:2],
        NOW.date(),
        m.parent,
    ),
    "ExportRegisterDialog": lambda m: (m.services, m.parent),
    "OfficesDialog": lambda m: (m.services, LEAD, m.parent),
    "ChooseSessionsDialog": lambda m: ({"office_id": ("North", "South")}, (), m.parent),
    "MakePacketDialog": lambda m: (
        m.services.people.coders(),
        m.services.packets.preview,
        m.parent,
    ),
    "OpenPacketDialog": lambda m: (Path("made-up.pcpacket"), _sealed_file(), m.parent),
    "PacketsDialog": lambda m: (m.services, LEAD, m.parent),
    "MergeDialog": _merge,
    "ForkDialog": _fork,
    "ConcernDialog": lambda m: (12_000, m.parent),
    "ImportDialog": _import,
    "KeymapDialog": lambda m: (m.settings, m.parent),
    "MakeRecordingDialog": lambda m: (m.services.training_recordings.all(), LEAD, m.parent),
    "MessageDialog": lambda m: ("Trouble.", m.parent),
    "NameViewDialog": lambda m: (ViewShelf(m.settings, m.services.study.study_id), m.parent),
    "NewStudyDialog": lambda m: (m.parent,),
    "PeopleDialog": lambda m: (m.services, LEAD, m.parent),
    "HoldersDialog": lambda m: (_as_if_encrypted(m.services), LEAD, m.parent),
    "GivePassphraseDialog": lambda m: (m.services, LEAD, m.parent),
    "TakePassphraseDialog": lambda m: (m.services, LEAD, "C1", m.parent),
    "RolesDialog": lambda m: (
        m.services.people.coders()[0],
        m.services.people.open_work(ANNA),
        m.parent,
    ),
    "RightsRecordDialog": lambda m: (
        rights_lines(m.services.people.rights_history()),
        m.parent,
    ),
    "PlanDialog": lambda m: (m.services, (), m.parent),
    "PreferencesDialog": lambda m: (m.settings, m.parent),
    "RecalibrateDialog": lambda m: (date(2026, 10, 6), m.parent),
    "RecogniseDialog": lambda m: (m.settings, None, m.parent),
    "ReliabilityReportDialog": lambda m: (m.services, m.parent),
    "RemoveReferenceDialog": lambda m: (m.services.training_recordings.all()[0], m.parent),
    "ReopenDialog": lambda m: ("S-7Q4K2", m.parent),
    "TableImportDialog": lambda m: (m.services, LEAD, m.parent),
    "TakeOutDialog": lambda m: (m.services.sessions.lead_table()[:2], m.parent),
    "BackInUseDialog": lambda m: (m.services.sessions.lead_table()[:2], m.parent),
    "ReplaceCoderDialog": lambda m: (
        m.services.people.coders(),
        m.services.planning.holding,
        m.parent,
    ),
    "ReportsDialog": lambda m: (m.services, tuple(Output), m.parent),
    "ResponseDialog": lambda m: ("", m.parent),
    "RuleOutDialog": _rule_out,
    "SaveDialog": lambda m: (lambda _suffix: ("no speakers",), m.parent),
    "SessionDialog": lambda m: (*_meeting(m), m.parent),
    "ShortcutSheet": lambda m: (m.parent, bare_key_lines()),
    "StoryDialog": _story,
    "StudySettingsDialog": lambda m: (m.services.settings.current(), m.parent),
    "SubmitSheet": _submit,
    "SupervisorsDialog": lambda m: (_acts(m), m.parent),
    "TakeBackDialog": lambda m: (m.parent,),
    "TimelineTable": lambda m: (m.parent,),
    "UnlockDialog": lambda m: (m.services.sessions.lead_table()[0], m.parent),
}
"""What each dialog of the program is made with, by the name of its class."""
FURTHER: dict[str, dict[str, object]] = {
    "AssignDialog": {"today": NOW.date()},
    "DueSoundDialog": {"may_write": True},
    "SecretDialog": {"was_wrong": True},
    "MessageDialog": {"title": "Trouble", "problems": ["one", "two"], "details": "details"},
    "ResponseDialog": {"is_released": True},
    "ShortcutSheet": {"on_change": lambda: None},
}
EVERY_DIALOG = pytest.mark.parametrize("which", DIALOGS)
NOT_WALKED = {
    "DraftDialog",  # walked step by step with its page
    "AskingDialog",  # a base of others
    "ProvingDialog",
    "ForeignDialog",
    "PreviewDialog",
    "LongWork",  # goes by itself
}
"""Dialogs that this walk leaves out."""


@cache
def modules_of_dialogs() -> dict[str, str]:
    """The module of every kind of dialog in the program, by the name of its class."""
    package = Path(practicecoder.ui.__file__).parent
    bases: dict[str, set[str]] = {}
    modules: dict[str, str] = {}
    for file in package.rglob("*.py"):
        module = ".".join(("practicecoder.ui", *file.relative_to(package).with_suffix("").parts))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                above = (b.value if isinstance(b, ast.Subscript) else b for b in node.bases)
                bases[node.name] = {b.id for b in above if isinstance(b, ast.Name)}
                modules[node.name] = module
    dialogs = {"QDialog"}
    while more := {name for name, above in bases.items() if above & dialogs} - dialogs:
        dialogs |= more
    return {name: modules[name] for name in dialogs - {"QDialog"}}


@pytest.fixture
def shown(
    which: str, laboratory: StudyServices, settings: Settings, qtbot: QtBot
) -> Iterator[QDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    arguments = DIALOGS[which](Made(laboratory, settings, parent))
    make: Callable[..., QDialog] = getattr(
        importlib.import_module(modules_of_dialogs()[which]), which
    )
    dialog = make(*arguments, **FURTHER.get(which, {}))
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield dialog
    parent.close()


def test_every_dialog_is_walked() -> None:
    assert set(modules_of_dialogs()) - NOT_WALKED == set(DIALOGS)


@EVERY_DIALOG
def test_a_dialog_can_be_heard_and_hit(shown: QDialog) -> None:
    assert controls(shown)
    assert shown.windowTitle()
    assert faults(shown) == []


@EVERY_DIALOG
def test_a_dialog_is_gone_through_by_tab_as_it_is_read(shown: QDialog) -> None:
    stops = tab_stops(shown)

    assert unreached(shown, stops) == []
    assert out_of_order(shown, stops) == []


@EVERY_DIALOG
def test_the_focus_is_seen_in_a_dialog(frames: FocusFrames, shown: QDialog) -> None:
    assert unseen_focus(tab_stops(shown)) == []


@pytest.mark.parametrize("row", range(6))
def test_every_page_of_the_preferences(
    settings: Settings, frames: FocusFrames, row: int, qtbot: QtBot
) -> None:
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    dialog.choice.setCurrentRow(row)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    dialog.choice.setFocus()
    qtbot.waitUntil(dialog.choice.hasFocus)

    stops = tab_stops(dialog)

    assert faults(dialog) == []
    assert unreached(dialog, stops) == []
    assert out_of_order(dialog, stops) == []
    assert unseen_focus(stops) == []


def test_the_palette_can_be_heard_and_hit(window: MainWindow, settings: Settings) -> None:
    window.action(ActionId.PALETTE).trigger()

    palette = window.findChild(CommandPalette)
    assert palette is not None
    assert palette.isVisible()
    assert faults(palette) == []


def test_an_open_meeting_is_heard_and_gone_through_as_it_is_read(
    window: MainWindow, frames: FocusFrames, qtbot: QtBot
) -> None:
    view = window.study_view
    assert view is not None
    view.show_page(ActionId.PAGE_CONSENSUS)
    page = view.page
    assert isinstance(page, ConsensusPage)
    page.open_meeting(view.services.consensus.meetings(LEAD)[0].blind_code)
    qtbot.waitUntil(page.meeting.detail.isVisible)
    QApplication.processEvents()

    stops = tab_stops_from_the_rail(window)

    assert faults(window) == []
    assert unreached(window, stops) == []
    assert out_of_order(window, stops) == []
    assert unseen_focus(stops) == []


def test_the_coder_hears_and_hits_the_coding_page(window: MainWindow) -> None:
    view = window.study_view
    assert view is not None
    view.choose_person(ANNA)

    view.show_page(ActionId.PAGE_CODING)

    assert view.coding_page.coding is not None
    assert faults(window) == []


BUTTONS_BESIDE_DROPS = {
    "StartPage": "Open study folder…",
    "SourcePart": "Choose a folder…",
    "ImportDialog": "Choose a file…",
    "TableImportDialog": "Choose a file…",
    "TranscriptPanel": "Import a transcript…",
    "CodebooksPage": "Check a file…",
}
"""For each place where something may be dropped, the button that does the same."""


def test_whatever_may_be_dropped_has_a_button(window: MainWindow) -> None:
    package = Path(practicecoder.ui.__file__).parent
    taking = {
        node.name
        for file in package.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(
            isinstance(part, ast.FunctionDef) and part.name == "dropEvent" for part in node.body
        )
    }

    assert taking == set(BUTTONS_BESIDE_DROPS)
    assert the_button(BUTTONS_BESIDE_DROPS["StartPage"], window.start_page).isEnabled()
