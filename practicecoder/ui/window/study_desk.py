"""The middle of the window: the start page, and the one study that is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from practicecoder.errors import PracticeCoderError, StoreFailedError, StudyDamagedError
from practicecoder.ui.actions import ActionId
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.settings import Settings
from practicecoder.ui.start.page import StartPage
from practicecoder.ui.widgets.unsaved import UnsavedQuestion

if TYPE_CHECKING:
    from practicecoder.services.context import StudyServices
    from practicecoder.ui.study_view import StudyView


class StudyDesk(QStackedWidget):
    """Holds the view of the open study, from its opening until it is cleared away."""

    opened = Signal(object)
    """StudyView of a study that lies on the desk."""
    cleared = Signal()
    """No study is open any more, and the start page is shown."""
    rights_changed = Signal()
    """Another study, none, or another person: what may be done is different."""
    page_shown = Signal(object)
    """ActionId of the page on the screen."""
    titled = Signal(str)
    """Title of the window."""
    saved = Signal(object)
    """When something was committed (aware UTC)."""
    writing_changed = Signal(bool)
    """Whether changes are saved."""
    restore_requested = Signal()
    """An earlier state of the open study is to be taken from its backups."""
    told = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._view: StudyView | None = None
        self._gives_up_words = False
        self.start = StartPage(settings, self)
        self.addWidget(self.start)

    @property
    def view(self) -> StudyView | None:
        """The open study; None before one is open."""
        return self._view

    @property
    def page_actions(self) -> Sequence[QAction | None]:
        """What the page on the screen has to offer; None is a line between them."""
        view = self._view
        if view is None or self.currentWidget() is not view:
            return ()
        return view.page.view_actions

    # Study

    def lay(self, services: StudyServices) -> StudyView:
        """Show a study with its sessions; the desk has to be clear."""
        from practicecoder.ui.study_view import StudyView

        self._settings.remember_study(
            services.path, services.study, services.settings_key, services.holder
        )
        view = StudyView(services, self._settings, self)
        view.page_changed.connect(self.page_shown)
        view.person_changed.connect(self.rights_changed)
        view.saved.connect(self.saved)
        view.failed.connect(self._tell_failed)
        view.writing_changed.connect(self.writing_changed)
        view.restore_requested.connect(self.restore_requested)
        view.told.connect(self.told)
        self._view = view
        self.addWidget(view)
        self.start.refresh()
        self.setCurrentWidget(view)
        self.titled.emit(f"{services.study.title} – PracticeCoder")
        self.rights_changed.emit()
        self.page_shown.emit(ActionId.PAGE_SESSIONS)
        self.opened.emit(view)
        return view

    def clear(self) -> bool:
        """Close the study and show the start page; False if no backup of it could be made.

        What was typed and could not be saved is lost: ask ``may_clear`` first.
        """
        view, self._view = self._view, None
        if view is None:
            return True
        is_backed_up = True
        try:
            view.close_study()
        except PracticeCoderError as error:  # it is closed all the same, but without a backup
            tell_bug(self.window(), error)
            is_backed_up = False
        self._settings.forget_keys()
        self.removeWidget(view)
        view.hide()
        view.deleteLater()
        self.titled.emit("PracticeCoder")
        self.start.refresh()
        self.show_start()
        self.cleared.emit()
        self.rights_changed.emit()
        return is_backed_up

    def may_clear(
        self, go_on: Callable[[], object], *, stay: Callable[[], object] | None = None
    ) -> bool:
        """Whether nothing would be lost by closing the study; if something would, ask.

        ``go_on`` is done if the person gives it up, ``stay`` if not.
        """
        view = self._view
        if view is None or self._gives_up_words or view.flush():
            return True
        question = UnsavedQuestion(self.window())

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

    # Pages

    def show_start(self) -> None:
        """Show the start page; the study stays open."""
        self.setCurrentWidget(self.start)
        self.page_shown.emit(ActionId.PAGE_START)
        self.start.refresh()
        self.start.focus_first()

    def show_page(self, action_id: ActionId) -> None:
        """Show a page of the study."""
        if self._view is not None:
            self.setCurrentWidget(self._view)
            self._view.show_page(action_id)
            self._view.focus_first()

    def go_on_coding(self) -> None:
        """Show the session of the study in which the person stopped, or else the next one."""
        if self._view is not None:
            self.setCurrentWidget(self._view)
            self._view.go_on_coding()

    # Acts on the open study

    def go_to_filter(self) -> None:
        """Go to the words that the page's table is filtered by."""
        if self._view is not None:
            self._view.go_to_filter()

    def ask_for_reports(self) -> None:
        """Show the dialog that writes reports and exports."""
        if self._view is not None:
            self._view.ask_for_reports()

    def show_export_register(self) -> None:
        """Show what left the study."""
        if self._view is not None:
            self._view.show_export_register()

    def show_people(self) -> None:
        """Show and add people."""
        if self._view is not None:
            self._view.show_people()

    def _tell_failed(self, error: Exception) -> None:
        """Tell what failed; the banner of the study tells of its disk."""
        view = self._view
        if isinstance(error, StoreFailedError | StudyDamagedError) and (
            view is not None and not view.banners.is_writing
        ):
            view.banners.trouble.flash()
        else:
            tell_bug(self.window(), error)
