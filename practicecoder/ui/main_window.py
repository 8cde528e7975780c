"""The window: menus, navigation, the status line, and the one study that is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QWidget,
)

from practicecoder import __version__
from practicecoder.errors import PracticeCoderError, StoreFailedError, StudyDamagedError
from practicecoder.ui.accessibility import announce
from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.icons import Icon, redraw_icons
from practicecoder.ui.keys.in_force import apply_saved_keys
from practicecoder.ui.security.curtain import Curtain
from practicecoder.ui.security.guard import LeftPlace, StudyGuard
from practicecoder.ui.security.protection import ProtectionActs
from practicecoder.ui.settings import ColourScheme, Contrast, Settings
from practicecoder.ui.start.opening import StudyOpening
from practicecoder.ui.start.page import StartPage
from practicecoder.ui.start.restoring import Restoring
from practicecoder.ui.theme import apply_looks
from practicecoder.ui.widgets.labels import label
from practicecoder.ui.widgets.rail import Rail
from practicecoder.ui.widgets.unsaved import UnsavedQuestion

if TYPE_CHECKING:
    from practicecoder.services.context import StudyServices
    from practicecoder.ui.palette.palette import CommandPalette
    from practicecoder.ui.study_view import StudyView
    from practicecoder.vault.recovery_code import RecoveryCode

WINDOW_STATE = "main"
TEXT_STEP = 0.1
FIRST_SIZE = (1366, 768)
SMALLEST_SIZE = (960, 600)
"""In pixels; a smaller screen makes both smaller."""
TOLD_MS = 8_000
"""How long a sentence stays in the status line."""
STUDY_PAGES: Mapping[ActionId, Icon] = {
    ActionId.PAGE_SESSIONS: Icon.SESSIONS,
    ActionId.PAGE_CODING: Icon.CODING,
    ActionId.PAGE_RELIABILITY: Icon.RELIABILITY,
    ActionId.PAGE_ANALYSIS: Icon.ANALYSIS,
    ActionId.PAGE_CONSENSUS: Icon.CONSENSUS,
    ActionId.PAGE_TRAINING: Icon.TRAINING,
    ActionId.PAGE_SUPERVISION: Icon.SUPERVISION,
    ActionId.PAGE_CODEBOOKS: Icon.CODEBOOK,
}
SCHEMES: Mapping[ActionId, ColourScheme] = {
    ActionId.SCHEME_SYSTEM: ColourScheme.SYSTEM,
    ActionId.SCHEME_LIGHT: ColourScheme.LIGHT,
    ActionId.SCHEME_DARK: ColourScheme.DARK,
}


class MainWindow(QMainWindow):
    """Shows the start page until a study is open, and its pages afterwards."""

    def __init__(self, settings: Settings, *, demonstration_folder: Path | None = None) -> None:
        super().__init__()
        self._settings = settings
        apply_saved_keys(settings)
        self._view: StudyView | None = None
        self._continue_when_open = False
        self._gives_up_words = False
        self._told_at_closing = False
        self._tell_when_open = ""
        self._page_actions: list[QAction] = []
        self._palette: CommandPalette | None = None
        self.setWindowTitle("PracticeCoder")
        self.setAccessibleName("PracticeCoder")
        self._opening = StudyOpening(self, demonstration_folder)
        self._restoring = Restoring(self)
        self._guard = StudyGuard(self, settings)
        self._curtain = Curtain(self)
        self._proves: Callable[[str], bool] | None = None
        self._protection = ProtectionActs(self)
        self._start = StartPage(settings, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._start)
        self._actions = self._make_actions()
        self._check_scheme()
        self._rail = self._make_rail()
        self._make_menus()
        self._lay_out()
        self._connect()
        self._restore()
        self._show_what_may()

    @property
    def study_view(self) -> StudyView | None:
        """The open study; None on the start page before one is open."""
        return self._view

    @property
    def start_page(self) -> StartPage:
        """The start page."""
        return self._start

    def action(self, action_id: ActionId) -> QAction:
        """Action of the window."""
        return self._actions[action_id]

    # Studies

    def open_study(self, path: Path) -> None:
        """Open a study folder in the background, and show it."""
        self._continue_when_open = False
        self._opening.open(path, title=self._title_of(path))

    def _continue_study(self, path: Path) -> None:
        if self._view is not None and self._view.services.path == path:
            self._view.go_on_coding()
            return
        self._opening.open(path, title=self._title_of(path))
        self._continue_when_open = True

    def _show_study(self, services: StudyServices) -> None:
        from practicecoder.ui.study_view import StudyView

        if self._curtain.is_drawn:  # it was asked for before: nothing comes to a covered screen
            services.close()
            return
        if not self._may_close(partial(self._show_study, services), stay=services.close):
            return
        self._close_study()
        self._settings.remember_study(services.path, services.study, services.settings_key)
        view = StudyView(services, self._settings, self)
        view.page_changed.connect(self._show_page_chosen)
        view.person_changed.connect(self._show_what_may)
        view.saved.connect(self._show_saved)
        view.failed.connect(self._tell_failed)
        view.writing_changed.connect(self._show_writing)
        view.restore_requested.connect(self._restore_open_study)
        view.told.connect(self._tell)
        view.header.offer_protection(
            [self._actions[ActionId.ENCRYPTION], self._actions[ActionId.ENCRYPT_STUDY]]
        )
        self._view = view
        self._stack.addWidget(view)
        self._start.refresh()
        self._stack.setCurrentWidget(view)
        self.setWindowTitle(f"{services.study.title} – PracticeCoder")
        self._show_what_may()
        self._show_page_chosen(ActionId.PAGE_SESSIONS)
        left = self._guard.take_left(services.path)
        if view.is_encrypted:
            from practicecoder.services.study_keys import OpenStudyProof

            self._guard.begin()
            self._proves = OpenStudyProof(services.context)
        if left is not None:
            self._go_on_at(left)
        elif self._continue_when_open or view.was_cut_off:
            view.go_on_coding()
        view.focus_first()
        words, self._tell_when_open = self._tell_when_open, ""
        if words:
            self._tell(words)

    def _title_of(self, path: Path) -> str:
        known = (study.title for study in self._settings.recent_studies if study.path == path)
        return next(known, path.name)

    def _go_on_at(self, left: LeftPlace) -> None:
        """Show what was on the screen when the study was locked."""
        assert self._view is not None
        if left.session is not None:
            self._view.open_coding(left.session)
        elif left.meeting is not None:
            self._view.open_meeting(left.meeting)
        else:
            self._view.show_page(left.page)

    def lock_study(self) -> None:
        """Close an encrypted study until its passphrase is entered; all that was typed is saved.

        It stays open behind the curtain while the disk refuses what was typed, or words stand in
        a dialog.
        """
        view = self._view
        if view is None or not view.is_encrypted:
            return
        if self._keeps_words(view):
            self._cover(view)
            return
        left = _left_place(view)
        if self._curtain.is_in_use or self._curtain.guards_work():
            return
        self._show_start()
        self._curtain.drop()
        if not self._guard.clear_screen():
            return  # it is asked for again as soon as the work that goes on has stopped
        self._close_study()
        self._guard.note_locked(left)
        self._continue_when_open = False
        self._opening.locked.ask(left.path, left.title, read_only=left.read_only, is_locked=True)

    def _keeps_words(self, view: StudyView) -> bool:
        """Whether words would be lost by closing the study."""
        return not view.flush() or self._curtain.guards_typed_text()

    def _cover(self, view: StudyView) -> None:
        if self._proves is None or self._curtain.is_drawn:
            return
        words = (
            self.tr("What was typed last could not be saved yet. It comes back when you unlock.")
            if not view.flush()
            else self.tr("What was typed in a dialog comes back when you unlock.")
        )
        self._curtain.draw(words, self._proves)
        self._guard.note_covered()

    def _encrypt_study(self) -> None:
        view = self._view
        if view is not None and not view.is_encrypted:
            self._protection.ask_to_encrypt(view.services.path, view.services.study.title)

    def _begin_to_encrypt(self, path: Path, title: str, passphrase: str) -> None:
        """Close the study, as encrypting takes all of it, and open it again afterwards."""
        if self._may_close(partial(self._begin_to_encrypt, path, title, passphrase)):
            if self._view is not None:
                self._guard.keep_place(_left_place(self._view))
            self._close_study()
            self._protection.encrypt(path, title, passphrase)

    def _open_not_encrypted(
        self, path: Path, title: str, passphrase: str, error: Exception | None
    ) -> None:
        """Open a study again that could not be encrypted, and say why."""
        from practicecoder.services.studies import is_encrypted

        secret = passphrase if is_encrypted(path) else None
        self._opening.open(path, title=title, secret=secret)
        if error is not None:
            tell_bug(self, error)
        else:
            self._tell_when_open = self.tr("Encrypting was cancelled. The study is as it was.")

    def _open_encrypted(
        self, path: Path, title: str, passphrase: str, code: RecoveryCode | None
    ) -> None:
        self._opening.open(path, secret=passphrase)
        if code is not None:
            self._opening.show_recovery_code(code, title, path)

    def _change_passphrase(self) -> None:
        if self._view is not None and self._view.is_encrypted:
            self._protection.ask_for_passphrase(self._view.services.path)

    def _make_recovery_code(self) -> None:
        view = self._view
        if view is not None and view.is_encrypted:
            self._protection.ask_for_code(view.services.path, view.services.study.title)

    def _close_study(self) -> None:
        view, self._view = self._view, None
        if view is None:
            return
        try:
            view.close_study()
        except PracticeCoderError as error:  # it is closed all the same, but without a backup
            tell_bug(self, error)
            self._told_at_closing = True
        self._settings.forget_keys()
        self._guard.end()
        self._proves = None
        self._stack.removeWidget(view)
        view.hide()
        view.deleteLater()
        self._saved.clear()
        self.setWindowTitle("PracticeCoder")
        self._start.refresh()
        self._show_start()
        self._curtain.drop()
        self._show_what_may()

    def _ask_to_close_study(self) -> None:
        if self._may_close(self._close_study):
            self._close_study()

    def _may_close(
        self, go_on: Callable[[], object], *, stay: Callable[[], object] | None = None
    ) -> bool:
        """Whether nothing would be lost by closing the study; if something would, ask.

        ``go_on`` is done if the person gives it up, ``stay`` if not.
        """
        view = self._view
        if view is None or self._gives_up_words or view.flush():
            return True
        question = UnsavedQuestion(self)

        def give_up() -> None:
            self._gives_up_words = True
            try:
                go_on()
            finally:
                self._gives_up_words = False

        question.accepted.connect(give_up)
        if stay is not None:
            question.rejected.connect(stay)
        question.open()
        return False

    def _restore_open_study(self) -> None:
        view = self._view
        if view is None:
            return
        path = view.services.path
        if self._may_close(self._restore_open_study):
            self._close_study()
            self._restoring.ask(path)

    def _ask_to_restore(self, path: Path) -> None:
        """Offer the backups of a study; if it is open here, it is closed first."""
        if self._view is not None and self._view.services.path == path:
            self._restore_open_study()
        else:
            self._restoring.ask(path)

    # Pages

    def _show_start(self) -> None:
        self._stack.setCurrentWidget(self._start)
        self._show_page_chosen(ActionId.PAGE_START)
        self._start.refresh()
        self._start.focus_first()

    def _show_page(self, action_id: ActionId) -> None:
        if self._view is not None:
            self._stack.setCurrentWidget(self._view)
            self._view.show_page(action_id)
            self._view.focus_first()

    def _show_page_chosen(self, action_id: ActionId) -> None:
        self._actions[action_id].setChecked(True)
        self._show_view_actions()

    def _show_view_actions(self) -> None:
        """Offer in the View menu what the page that is shown has to offer."""
        menu, first = self._view_menu, self._actions[ActionId.LARGER_TEXT]
        for action in self._page_actions:
            menu.removeAction(action)
        self._page_actions = []
        view = self._view
        if view is None or self._stack.currentWidget() is not view or not view.page.view_actions:
            return
        for offered in (*view.page.view_actions, None):
            action = offered if offered is not None else menu.insertSeparator(first)
            if offered is not None:
                menu.insertAction(first, offered)
            self._page_actions.append(action)

    def _show_what_may(self) -> None:
        """Show the pages and acts that are open to the person who works here."""
        view = self._view
        for action_id in STUDY_PAGES:
            self._actions[action_id].setVisible(view is not None and view.may(action_id))
        self._actions[ActionId.PAGE_SESSIONS].setVisible(view is not None)
        for action_id in (ActionId.EXPORT, ActionId.EXPORT_REGISTER, ActionId.PEOPLE):
            self._actions[action_id].setVisible(view is not None and view.may(action_id))
        self._actions[ActionId.CLOSE_STUDY].setEnabled(view is not None)
        is_encrypted = view is not None and view.is_encrypted
        for action_id in (
            ActionId.LOCK_STUDY,
            ActionId.CHANGE_PASSPHRASE,
            ActionId.NEW_RECOVERY_CODE,
        ):
            self._actions[action_id].setVisible(is_encrypted)
        may_encrypt = view is not None and not is_encrypted and not view.services.study.made_up
        self._actions[ActionId.ENCRYPTION].setVisible(may_encrypt)
        self._actions[ActionId.ENCRYPT_STUDY].setVisible(
            may_encrypt and view is not None and view.may(ActionId.PEOPLE)
        )

    # Status line

    def _show_saved(self, at: datetime) -> None:
        self._saved.setText(self.tr("All changes saved {:%H:%M:%S}").format(at.astimezone()))

    def _show_writing(self, works: bool) -> None:
        if works:
            self._show_saved(datetime.now(UTC))
            if self._curtain.is_drawn:  # what it guarded is saved
                QTimer.singleShot(0, self, self.lock_study)
        else:
            self._saved.setText(self.tr("Changes are not saved"))

    def _tell_failed(self, error: Exception) -> None:
        """Tell what failed; the banner of the study tells of its disk."""
        view = self._view
        if isinstance(error, StoreFailedError | StudyDamagedError) and (
            view is not None and not view.banners.is_writing
        ):
            view.banners.trouble.flash()
        else:
            tell_bug(self, error)

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.statusBar().showMessage(sentence, TOLD_MS)
            announce(self, sentence)
        else:
            self.statusBar().clearMessage()

    # Looks

    def _change_text_size(self, steps: int) -> None:
        """Make the text larger or smaller by steps; 0 goes back to the system's size."""
        scale = round(self._settings.text_scale + steps * TEXT_STEP, 2) if steps else 1.0
        self._settings.text_scale = scale
        self._tell(self.tr("Text size {}%").format(round(self._settings.text_scale * 100)))

    def _change_scheme(self, scheme: ColourScheme) -> None:
        self._settings.colour_scheme = scheme

    def _dress(self) -> None:
        """Show the looks that are preferred."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_looks(application, self._settings.looks)
        redraw_icons(application)
        self._check_scheme()

    def _check_scheme(self) -> None:
        for action_id, scheme in SCHEMES.items():
            self._actions[action_id].setChecked(scheme is self._settings.colour_scheme)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # Help

    def _show_shortcuts(self) -> None:
        from practicecoder.ui.coding.dispatcher import bare_key_lines
        from practicecoder.ui.widgets.shortcut_sheet import ShortcutSheet

        sheet = ShortcutSheet(self, bare_key_lines(), on_change=self._change_keys)
        self._open(sheet)

    def _change_keys(self) -> None:
        from practicecoder.ui.keymap.dialog import KeymapDialog

        self._open(KeymapDialog(self._settings, self))

    def _show_palette(self) -> None:
        from practicecoder.ui.palette.palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(self, self._settings)
        self._palette.open()

    def _show_preferences(self) -> None:
        from practicecoder.ui.preferences.dialog import PreferencesDialog

        self._open(PreferencesDialog(self._settings, self))

    def _show_about(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("About PracticeCoder"),
            f"PracticeCoder {__version__}",
            QMessageBox.StandardButton.Close,
            self,
        )
        box.setInformativeText(
            self.tr(
                "Code audio-recorded practice: listen, rate with evidence, measure agreement, "
                "give feedback, analyse.\n\nFree software under the GNU General Public License, "
                "version 3 or later. It sends nothing anywhere."
            )
        )
        self._open(box)

    def _open(self, dialog: QDialog) -> None:
        """Open a dialog; when it is closed, the keys go to where they went before."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def _find(self) -> None:
        from practicecoder.ui.sessions.page import SessionsPage

        if self._view is not None and isinstance(self._view.page, SessionsPage):
            self._view.page.go_to_filter()

    def _ask_for_reports(self) -> None:
        if self._view is not None:
            self._view.ask_for_reports()

    def _show_export_register(self) -> None:
        if self._view is not None:
            self._view.show_export_register()

    def _show_people(self) -> None:
        if self._view is not None:
            self._view.show_people()

    # Building

    def _make_actions(self) -> dict[ActionId, QAction]:
        acts: dict[ActionId, Callable[[], object]] = {
            ActionId.OPEN_STUDY: self._opening.choose,
            ActionId.NEW_STUDY: self._opening.ask_for_new,
            ActionId.DEMONSTRATION: self._opening.open_demonstration,
            ActionId.CLOSE_STUDY: self._ask_to_close_study,
            ActionId.LOCK_STUDY: self.lock_study,
            ActionId.ENCRYPT_STUDY: self._encrypt_study,
            ActionId.CHANGE_PASSPHRASE: self._change_passphrase,
            ActionId.NEW_RECOVERY_CODE: self._make_recovery_code,
            ActionId.ENCRYPTION: self._protection.explain,
            ActionId.PEOPLE: self._show_people,
            ActionId.EXPORT: self._ask_for_reports,
            ActionId.EXPORT_REGISTER: self._show_export_register,
            ActionId.QUIT: self.close,
            ActionId.PAGE_START: self._show_start,
            ActionId.FULL_SCREEN: self._toggle_full_screen,
            ActionId.LARGER_TEXT: lambda: self._change_text_size(1),
            ActionId.SMALLER_TEXT: lambda: self._change_text_size(-1),
            ActionId.NORMAL_TEXT: lambda: self._change_text_size(0),
            ActionId.FIND: self._find,
            ActionId.PREFERENCES: self._show_preferences,
            ActionId.PALETTE: self._show_palette,
            ActionId.SHORTCUTS: self._show_shortcuts,
            ActionId.ABOUT: self._show_about,
        }
        for page in STUDY_PAGES:
            acts[page] = partial(self._show_page, page)
        for scheme_id, scheme in SCHEMES.items():
            acts[scheme_id] = partial(self._change_scheme, scheme)
        made = {action_id: make_action(action_id, self, act) for action_id, act in acts.items()}
        for group_ids in ((ActionId.PAGE_START, *STUDY_PAGES), tuple(SCHEMES)):
            group = QActionGroup(self)
            for action_id in group_ids:
                made[action_id].setCheckable(True)
                group.addAction(made[action_id])
        made[ActionId.PAGE_START].setChecked(True)
        return made

    def _make_rail(self) -> Rail:
        rail = Rail(self.tr("Pages"), self)
        rail.add(self._actions[ActionId.PAGE_START], self.tr("Start"), Icon.START)
        for action_id, drawing in STUDY_PAGES.items():
            rail.add(self._actions[action_id], self._actions[action_id].text(), drawing)
        rail.add(
            self._actions[ActionId.EXPORT],
            self.tr("Reports\n& export").replace("&", "&&"),
            Icon.EXPORT,
            at_bottom=True,
        )
        return rail

    def _make_menus(self) -> None:
        menus: tuple[tuple[str, tuple[ActionId | None, ...]], ...] = (
            (
                self.tr("&Study"),
                (
                    ActionId.OPEN_STUDY,
                    ActionId.NEW_STUDY,
                    ActionId.DEMONSTRATION,
                    None,
                    ActionId.PEOPLE,
                    ActionId.EXPORT,
                    ActionId.EXPORT_REGISTER,
                    None,
                    ActionId.ENCRYPTION,
                    ActionId.ENCRYPT_STUDY,
                    ActionId.CHANGE_PASSPHRASE,
                    ActionId.NEW_RECOVERY_CODE,
                    ActionId.LOCK_STUDY,
                    None,
                    ActionId.PREFERENCES,
                    None,
                    ActionId.CLOSE_STUDY,
                    ActionId.QUIT,
                ),
            ),
            (self.tr("&Go"), (ActionId.PAGE_START, *STUDY_PAGES, None, ActionId.FIND)),
            (
                self.tr("&View"),
                (
                    ActionId.LARGER_TEXT,
                    ActionId.SMALLER_TEXT,
                    ActionId.NORMAL_TEXT,
                    None,
                    *SCHEMES,
                    None,
                    ActionId.FULL_SCREEN,
                ),
            ),
            (self.tr("&Help"), (ActionId.PALETTE, ActionId.SHORTCUTS, ActionId.ABOUT)),
        )
        for words, entries in menus:
            menu = self.menuBar().addMenu(words)
            if ActionId.FULL_SCREEN in entries:
                self._view_menu = menu
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._actions[entry])

    def _lay_out(self) -> None:
        centre = QWidget(self)
        layout = QHBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addWidget(self._stack, 1)
        self._curtain.hang(centre)
        self._saved = label("", self)
        self._saved.setAccessibleName(self.tr("Saved"))
        self.statusBar().addPermanentWidget(self._saved)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        start, opening = self._start, self._opening
        start.open_requested.connect(self.open_study)
        start.continue_requested.connect(self._continue_study)
        start.choose_requested.connect(opening.choose)
        start.new_requested.connect(opening.ask_for_new)
        start.archive_requested.connect(opening.ask_for_archive)
        start.packet_requested.connect(opening.packets.choose)
        start.demonstration_requested.connect(opening.open_demonstration)
        start.shortcuts_requested.connect(self._show_shortcuts)
        opening.busy_changed.connect(start.set_busy)
        opening.told.connect(self._tell)
        opening.opened.connect(self._show_study)
        self._guard.lock_wanted.connect(self.lock_study)
        self._curtain.closing_wanted.connect(self.lock_study)
        self._curtain.lifted.connect(self._guard.note_uncovered)
        self._protection.not_encrypted.connect(self._open_not_encrypted)
        self._protection.encryption_wanted.connect(self._begin_to_encrypt)
        self._protection.encrypted.connect(self._open_encrypted)
        self._protection.code_made.connect(opening.show_recovery_code)
        self._protection.told.connect(self._tell)
        opening.restore_requested.connect(self._restoring.ask)
        start.restore_requested.connect(self._ask_to_restore)
        self._restoring.restored.connect(self.open_study)
        self._settings.looks_changed.connect(self._dress)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_scheme)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)

    def _follow_scheme(self) -> None:
        if self._settings.looks.scheme is ColourScheme.SYSTEM:
            self._dress()

    def _follow_contrast(self) -> None:
        if self._settings.looks.contrast is Contrast.SYSTEM:
            self._dress()

    def _restore(self) -> None:
        room = self.screen().availableSize()
        self.setMinimumSize(
            min(SMALLEST_SIZE[0], room.width()), min(SMALLEST_SIZE[1], room.height())
        )
        if not self.restoreGeometry(self._settings.window_state(WINDOW_STATE)):
            self.resize(QSize(*FIRST_SIZE).boundedTo(room))

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the study and remember where the window stood.

        The window stays while words would be lost, and once to tell that no backup was made.
        """
        if self._curtain.is_drawn and self._view is not None and self._keeps_words(self._view):
            self._curtain.refuse_to_close()
            event.ignore()
            return
        if not self._may_close(self.close):
            event.ignore()
            return
        self._settings.set_window_state(WINDOW_STATE, self.saveGeometry())
        self._told_at_closing = False
        self._close_study()
        self._settings.save()
        event.setAccepted(not self._told_at_closing)


def _left_place(view: StudyView) -> LeftPlace:
    """Where to go on when the study is opened again."""
    return LeftPlace(
        path=view.services.path,
        title=view.services.study.title,
        read_only=view.services.read_only,
        page=view.shown_page,
        session=view.shown_session,
        meeting=view.shown_meeting,
    )
