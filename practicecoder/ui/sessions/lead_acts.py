"""What a lead does beside the table: draw, plan, replace, answer concerns, read, set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.sessions import PracticeSession, SegmentChoice, SessionState
from practicecoder.errors import PracticeCoderError
from practicecoder.services.changes import StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.services.segments import Drawing
from practicecoder.services.session_rows import SessionRow
from practicecoder.ui.errors import show_error
from practicecoder.ui.tasks import run_task
from practicecoder.ui.widgets.long_work import LongWork

T = TypeVar("T")


class LeadActs(QObject):
    """Opens the lead's dialogs over a widget and carries out what they ask for."""

    study_changed = Signal(object)
    failed = Signal(object)
    told = Signal(str)
    imported = Signal(object)
    """The ImportSummary of a table that was stored."""

    def __init__(self, services: StudyServices, over: QWidget) -> None:
        super().__init__(over)
        self._services = services
        self._over = over
        self.actor: CoderId | None = None

    @property
    def draws_windows(self) -> bool:
        """Whether the codebook codes windows drawn at random."""
        return self._services.segments.window_ms is not None

    def choices(self) -> tuple[SegmentChoice, ...]:
        """How a segment may be chosen again."""
        return tuple(
            choice
            for choice in self._services.codebook.unit.segments
            if choice is not SegmentChoice.MARKED
        )

    # Segments

    def draw_segments(self, session_ids: Sequence[SessionId] | None) -> None:
        """Show what a draw would do, for some sessions or all, and draw if it is wanted."""
        from practicecoder.ui.sessions.drawing import DrawDialog

        window_ms = self._services.segments.window_ms
        if window_ms is None:
            return
        minutes = window_ms // 60_000
        self._read(
            lambda: self._services.segments.preview(session_ids),
            lambda preview: self._show(
                DrawDialog(preview, minutes, self._over), self._carry_out_draw
            ),
        )

    def _carry_out_draw(self, session_ids: tuple[SessionId, ...], seed: int | None) -> None:
        def tell(drawing: Drawing) -> None:
            self.study_changed.emit(drawing.change)
            self.told.emit(drawing.sentence())

        self._work(
            self.tr("Drawing segments"),
            lambda: self._services.segments.draw(session_ids, actor=self.actor, seed=seed),
            tell,
        )

    def draw_again(self, sessions: Sequence[PracticeSession], choice: SegmentChoice) -> None:
        """Ask how the segment of sessions is chosen again, and why."""
        from practicecoder.ui.sessions.drawing import DrawAgainDialog

        if not sessions or choice not in self.choices():
            return
        dialog = DrawAgainDialog(sessions, self.choices(), choice, self._over)

        def draw(
            ids: tuple[SessionId, ...], chosen: SegmentChoice, reason: str, seed: int | None
        ) -> None:
            self._do(
                lambda: self._services.segments.draw_again(
                    ids, chosen, actor=self.actor, reason=reason, seed=seed
                )
            )

        self._show(dialog, draw)

    # Planning

    def plan(self, session_ids: Sequence[SessionId]) -> None:
        """Plan coding, for chosen sessions or for all that nobody has."""
        from practicecoder.services.plan_preview import PlanPreview
        from practicecoder.ui.sessions.planning import PlanDialog

        def carry_out(preview: PlanPreview) -> None:
            def tell(change: StudyChange) -> None:
                self.study_changed.emit(change)
                self.told.emit(preview.allocation.sentence)

            self._work(
                self.tr("Giving out sessions"),
                lambda: self._services.planning.carry_out(preview, actor=self.actor),
                tell,
            )

        self._show(PlanDialog(self._services, session_ids, self._over), carry_out)

    def replace_coder(self) -> None:
        """Give a coder's sessions to others."""
        from practicecoder.services.planning import CoderReplaced
        from practicecoder.ui.sessions.replacing import ReplaceCoderDialog

        def replace(
            leaving: CoderId, others: tuple[CoderId, ...], reason: str, seed: int | None
        ) -> None:
            def tell(done: CoderReplaced) -> None:
                self.study_changed.emit(done.change)
                self.told.emit(done.sentence())

            self._work(
                self.tr("Giving sessions to others"),
                lambda: self._services.planning.replace_coder(
                    leaving, others, actor=self.actor, reason=reason, seed=seed
                ),
                tell,
            )

        people, held = self._services.people.coders(), self._services.planning.holding
        self._show(ReplaceCoderDialog(people, held, self._over), replace)

    def change_due(self, rows: Sequence[SessionRow]) -> None:
        """Ask by which day sessions are wanted."""
        from practicecoder.ui.sessions.due import DueDialog

        ids = tuple(row.session.session_id for row in rows)

        def change(coder_id: CoderId | None, due_on: date | None) -> None:
            self._do(
                lambda: self._services.sessions.set_due(
                    ids, due_on, actor=self.actor, coder_id=coder_id
                )
            )

        self._show(DueDialog(rows, self._services.sessions.today(), self._over), change)

    def change_use(self, rows: Sequence[SessionRow]) -> None:
        """Ask why sessions are taken out of use; or back, if all of them are out of it."""
        from practicecoder.ui.sessions.taking_out import BackInUseDialog, TakeOutDialog

        use, ids = self._services.session_use, tuple(row.session.session_id for row in rows)

        def take_out(state: SessionState, reason: str) -> None:
            self._do(lambda: use.take_out(ids, state, actor=self.actor, reason=reason))

        def take_back(reason: str) -> None:
            self._do(lambda: use.take_back(ids, actor=self.actor, reason=reason))

        if all(row.is_taken_out for row in rows):
            self._show(BackInUseDialog(rows, self._over), take_back)
        else:
            self._show(TakeOutDialog(rows, self._over), take_out)

    # Taking in

    def import_table(self) -> None:
        """Show what a laboratory's table would add to the study, and take it in."""
        from practicecoder.ui.importing.dialog import TableImportDialog

        dialog = TableImportDialog(self._services, self.actor, self._over)
        dialog.imported.connect(self.imported)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_codings(self) -> None:
        """Show what other programs' codings would add to the study, and take them in."""
        from practicecoder.ui.importing.codings_dialog import CodingsImportDialog

        dialog = CodingsImportDialog(self._services, self.actor, self._over)
        dialog.imported.connect(self.imported)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Looking after the study

    def show_packets(self, chosen: Sequence[SessionId]) -> None:
        """Show packets: make further ones, merge what comes back, settle versions."""
        from practicecoder.ui.packets.packets_dialog import PacketsDialog

        dialog = PacketsDialog(self._services, self.actor, self._over, chosen=chosen)
        dialog.study_changed.connect(self.study_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_concerns(self) -> None:
        """Read and answer concerns."""
        from practicecoder.ui.sessions.concerns import ConcernsDialog

        dialog = ConcernsDialog(self._services, self.actor, self._over)
        dialog.study_changed.connect(self.study_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_offices(self) -> None:
        """Show and change offices' days of implementation."""
        from practicecoder.ui.sessions.offices import OfficesDialog

        dialog = OfficesDialog(self._services, self.actor, self._over)
        dialog.study_changed.connect(self.study_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_story(self, session_id: SessionId) -> None:
        """Show what happened to a session, and its codings."""
        from practicecoder.services.session_story import SessionStory
        from practicecoder.ui.sessions.story import StoryDialog

        def show(story: SessionStory) -> None:
            dialog = StoryDialog(story, self._services.codebook, self._over)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._read(lambda: self._services.stories.of(session_id, actor=self.actor), show)

    def show_settings(self) -> None:
        """Show and change what holds for the whole study."""
        from practicecoder.services.study_settings import StudySettings
        from practicecoder.ui.sessions.study_settings import StudySettingsDialog

        def change(settings: StudySettings) -> None:
            self._do(lambda: self._services.settings.change(settings, actor=self.actor))

        dialog = StudySettingsDialog(
            self._services.settings.current(),
            self._over,
            read_only=self._services.read_only,
            has_optional_counts=any(c.optional for c in self._services.codebook.counts),
        )
        self._show(dialog, change)

    # Inside

    def _show(self, dialog: QDialog, act: Callable[..., None]) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.wanted.connect(act)  # type: ignore[attr-defined]  # every dialog of the lead has it
        dialog.open()

    def _read(self, work: Callable[[], T], show: Callable[[T], None]) -> None:
        run_task(self._over, work, on_success=show, on_failure=self._refuse)

    def _work(self, title: str, work: Callable[[], T], tell: Callable[[T], None]) -> None:
        LongWork(
            title,
            lambda _progress, _cancelled: work(),
            self._over,
            on_success=tell,
            on_failure=self._refuse,
        )

    def _do(self, act: Callable[[], StudyChange]) -> None:
        try:
            change = act()
        except PracticeCoderError as error:
            show_error(self._over, error)
        else:
            self.study_changed.emit(change)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, PracticeCoderError):
            show_error(self._over, error)
        else:
            self.failed.emit(error)
