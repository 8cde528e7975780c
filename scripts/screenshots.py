"""Make the pictures of docs/images from the running program, on a made-up study.

``python scripts/screenshots.py [STUDY] [--out docs/images]`` shows the window without a screen,
goes through its pages in light and dark colours and at twice the scale, and saves each as a PNG.
``--look text-200`` shows them with twice the text. Without STUDY a demonstration study is made; a
given one is copied first, as some coding is done in it. Dialogs are pictured in light and dark
colours only; ``--only dialogs`` makes no other pictures.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from practicecoder.domain.ids import BlindCode
    from practicecoder.ui.study_view import StudyView
    from practicecoder.ui.widgets.study_page import StudyPage

P = TypeVar("P", bound="StudyPage")

ROOT = Path(__file__).parents[1]
SIZE = (1366, 768)
DIALOG_SIZE = (1080, 690)
LOOKS: dict[str, dict[str, str]] = {
    "light": {},
    "dark": {},
    "scale-200": {"QT_SCALE_FACTOR": "2"},
    "text-200": {},
}
DEFAULT_LOOKS = ("light", "dark", "scale-200")
DIALOG_LOOKS = ("light", "dark")
LEARNER = "D2"
"""A coder of the demonstration study who has trials."""
EMPATHY = 3
"""Row of a codebook's page that shows levels, and what to listen for."""
LONGEST_WAIT_MS, POLL_MS, SETTLE_MS = 60_000, 20, 700
LAYOUT_PASSES = 10


def main() -> int:
    """Make the study if need be, then one process for each look."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("study", nargs="?", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--look", choices=LOOKS, help="make the pictures of one look only")
    parser.add_argument("--only", choices=("pages", "dialogs"), help="make a part of them only")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        if given.only != "dialogs":
            take_pictures(given.study, given.out, given.look)
        if given.only != "pages" and given.look in DIALOG_LOOKS:
            picture_dialogs(given.study, given.out, given.look)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder) / "study"
        if given.study is None:
            make_study(study)
        else:
            shutil.copytree(given.study, study)
        begin_coding(study)
        out = str(given.out.resolve())
        for look in DEFAULT_LOOKS if given.look is None else (given.look,):
            environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **LOOKS[look]}
            environment["QT_LOGGING_RULES"] = "*=false"
            command = [sys.executable, "-m", "scripts.screenshots", str(study), "--out", out]
            command += [] if given.only is None else ["--only", given.only]
            command += ["--look", look, "--child"]
            subprocess.run(command, env=environment, cwd=ROOT, check=True)
    return 0


def make_study(folder: Path) -> None:
    """Make the demonstration study."""
    from practicecoder.services.demonstration import make_demonstration

    make_demonstration(folder)


def begin_coding(folder: Path) -> None:
    """Code the first session of the newcomer in part: heard, evidence, ratings, counts, one N/A.

    The study is made to count the optional codes too, so that there is a workspace for them.
    """
    from practicecoder.domain.coding import CountingMode, Evidence, Listen, Polarity
    from practicecoder.domain.spans import TimeSpan
    from practicecoder.services.demonstration import NEWCOMER
    from practicecoder.services.studies import open_study
    from practicecoder.services.study_settings import OPTIONAL_COUNTS

    services = open_study(folder)
    with services.context.store.transaction() as unit:
        unit.study.update_settings({OPTIONAL_COUNTS: "yes"})
    services.close()
    services = open_study(folder)
    acts, blind_code = services.coding, services.sessions.next_in_queue(NEWCOMER)
    assert blind_code is not None
    coding = acts.open_desk(blind_code, NEWCOMER).coding
    now = services.context.now()
    heard = [Listen(span=TimeSpan(0, 262_000), speed=1.0, at=now)]
    coding = acts.listened(coding, heard, 245_300)
    coding = acts.answer(coding, "behaviour_change_discussed", False).after
    for number, (at_ms, dimension, polarity, words) in enumerate(
        (
            (31_000, "purposefulness", Polarity.STRENGTH, "agrees the agenda for the visit"),
            (96_500, "empathy", Polarity.TO_BUILD, "a feeling is met with a question of dates"),
            (171_200, "collaboration", Polarity.STRENGTH, "asks what has worked before"),
            (240_000, "child_focus", Polarity.STRENGTH, "what would the child say about it?"),
        )
    ):
        evidence = Evidence(
            evidence_id=f"picture-{number}",
            span=TimeSpan(at_ms, at_ms + (9_000 if number % 2 else 0)),
            dimension_ids=(dimension,),
            polarity=polarity,
            quote=words,
            share=polarity is Polarity.STRENGTH,
        )
        coding = acts.put_evidence(coding, evidence).after
    for dimension, level in (("collaboration", 4), ("autonomy", 3), ("empathy", 2)):
        coding = acts.rate(coding, dimension, level).after
    counting = services.counting
    coding = counting.choose_mode(coding, CountingMode.TALLY).after
    for number in range(14):
        code = counting.codes[number % len(counting.codes)]
        coding = counting.add_mark(coding, code.count_id, 9_000 + 17_300 * number).after
    services.close()


def take_pictures(study: Path, out: Path, look: str) -> None:
    """Go through the pages in one look and save each."""
    from PySide6.QtCore import QSettings

    from practicecoder.app import make_application
    from practicecoder.domain.ids import CoderId
    from practicecoder.services.demonstration import NEWCOMER
    from practicecoder.services.demonstration_supervision import SUPERVISED, SUPERVISOR
    from practicecoder.services.studies import FIRST_LEAD
    from practicecoder.ui.actions import ActionId
    from practicecoder.ui.codebooks.page import CodebooksPage
    from practicecoder.ui.coding.panels import Workspace
    from practicecoder.ui.consensus.page import ConsensusPage
    from practicecoder.ui.main_window import MainWindow
    from practicecoder.ui.settings import ColourScheme, Settings
    from practicecoder.ui.supervision.draft.dialog import DraftDialog
    from practicecoder.ui.supervision.page import SupervisionPage
    from practicecoder.ui.theme import apply_looks
    from practicecoder.ui.training.page import TrainingPage
    from practicecoder.ui.widgets.notice import Notices

    decided = meeting_with_decision(study)
    application = make_application(["practicecoder"])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        )
        settings.colour_scheme = ColourScheme.DARK if look == "dark" else ColourScheme.LIGHT
        settings.text_scale = 2.0 if look == "text-200" else 1.0
        apply_looks(application, settings.looks)
        window = MainWindow(settings)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        window.start_page.focus_first()

        def save(name: str, ready: Callable[[], bool] = lambda: True) -> None:
            wait_for(ready)
            live(SETTLE_MS)
            window.grab().save(str(out / f"{name}-{look}.png"))
            sys.stdout.write(f"{name}-{look}.png\n")

        save("start-first")
        window.open_study(study)
        wait_for(lambda: window.study_view is not None)
        view = window.study_view
        assert view is not None
        view.choose_person(NEWCOMER)
        save("sessions-coder")
        window.action(ActionId.PAGE_CODING).trigger()
        wait_for(lambda: view.coding_page.coding is not None)
        for notice in view.coding_page.findChildren(Notices):
            notice.hide()  # that this machine has no loudspeaker
        save("coding")
        for workspace in (Workspace.RATE, Workspace.COUNT):
            view.coding_page.workbench.show_workspace(workspace)
            save(f"coding-{workspace}")
        view.choose_person(CoderId(FIRST_LEAD))
        save("sessions-lead")
        for action_id, name in (
            (ActionId.PAGE_RELIABILITY, "reliability"),
            (ActionId.PAGE_ANALYSIS, "analysis"),
        ):
            window.action(action_id).trigger()
            save(name, lambda: not view.page.is_computing)
        window.action(ActionId.PAGE_CONSENSUS).trigger()
        assert isinstance(view.page, ConsensusPage)
        save("consensus")
        view.page.open_meeting(decided)
        save("consensus-meeting")
        window.action(ActionId.PAGE_TRAINING).trigger()
        training = shown(view, TrainingPage)
        wait_for(lambda: not training.is_computing)
        training.coders.table.select_key(LEARNER)
        save("training")
        window.action(ActionId.PAGE_CODEBOOKS).trigger()
        codebooks = shown(view, CodebooksPage)
        codebooks.items.setCurrentRow(EMPATHY)
        save("codebooks")
        view.choose_person(CoderId(SUPERVISOR))
        window.action(ActionId.PAGE_SUPERVISION).trigger()
        supervision = shown(view, SupervisionPage)
        wait_for(lambda: supervision.chosen is not None)
        supervision.workers.select_key(SUPERVISED[2])
        wait_for(lambda: bool(supervision.view.course.table.rows_model().rows))
        save("supervision")
        supervision.tabs.setCurrentIndex(1)
        save("supervision-team", lambda: supervision.team.pages.n_pages > 0)
        supervision.tabs.setCurrentIndex(0)
        supervision.open_draft(supervision.view.table.rows_model().rows[0])
        dialog = supervision.findChild(DraftDialog)
        assert dialog is not None
        dialog.resize(*DIALOG_SIZE)  # a screen that is not there is small
        wait_for(lambda: dialog.draft is not None and not dialog.is_busy)
        for row, name in enumerate(("own", "points", "moments", "goal", "release")):
            dialog.steps.setCurrentRow(row)
            wait_for(lambda: not dialog.is_busy)
            if name == "release":
                wait_for(lambda: dialog.release.n_pages > 0)
            live(SETTLE_MS)
            dialog.grab().save(str(out / f"draft-{name}-{look}.png"))
            sys.stdout.write(f"draft-{name}-{look}.png\n")
        dialog.reject()
        window.action(ActionId.PAGE_START).trigger()
        save("start")
        window.close()


def picture_dialogs(study: Path, out: Path, look: str) -> None:
    """Save the dialogs of encryption, packets and data protection in one look."""
    from PySide6.QtWidgets import QApplication, QWidget

    from practicecoder.app import make_application
    from practicecoder.domain.ids import CoderId
    from practicecoder.services.studies import FIRST_LEAD, open_study
    from practicecoder.ui.settings import ColourScheme, Looks
    from practicecoder.ui.theme import apply_looks
    from scripts.picture_dialogs import guarding_dialogs, packet_dialogs, session_dialogs

    scheme = ColourScheme.DARK if look == "dark" else ColourScheme.LIGHT
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else make_application(["p"])
    apply_looks(application, Looks(scheme=scheme))
    out.mkdir(parents=True, exist_ok=True)
    lead, parent = CoderId(FIRST_LEAD), QWidget()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "study"
        shutil.copytree(study, copy)
        with closing(open_study(copy)) as services:
            for name, dialog in chain(
                guarding_dialogs(parent, wait_for),
                packet_dialogs(services, lead, Path(folder), parent),
                session_dialogs(services, lead, parent),
            ):
                live(SETTLE_MS)
                dialog.grab().save(str(out / f"{name}-{look}.png"))
                sys.stdout.write(f"{name}-{look}.png\n")
                dialog.hide()


def meeting_with_decision(study: Path) -> BlindCode:
    """Code of a session whose meeting came to a decision for the codebook."""
    from practicecoder.services.demonstration_laboratory import DECISIONS
    from practicecoder.services.studies import FIRST_LEAD, open_study

    with closing(open_study(study, read_only=True)) as services:
        rows = services.consensus.meetings(FIRST_LEAD)
    return next(row.blind_code for row in rows if row.session_id in DECISIONS)


def shown(view: StudyView, kind: type[P]) -> P:
    """The page that is shown, which is of a kind."""
    page = view.page
    assert isinstance(page, kind)
    return page


def wait_for(ready: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    for _ in range(LONGEST_WAIT_MS // POLL_MS):
        if ready():
            return
        live(POLL_MS)
    raise TimeoutError("the window did not get ready")


def live(milliseconds: int) -> None:
    """Let the window and its background work go on (QTest.qWait would hold the latter up)."""
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    for _ in range(LAYOUT_PASSES):  # on a busy computer, what came last is not laid out yet
        QCoreApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main())
