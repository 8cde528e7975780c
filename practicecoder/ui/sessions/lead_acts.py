"""What a lead does for the whole study: draw, plan, replace, answer concerns, read, set."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.services.changes import StudyChange
from practicecoder.services.segments import Drawing
from practicecoder.ui.widgets.acting import Acting


class LeadActs(Acting):
    """Acts on the study, or on many of its sessions."""

    @property
    def draws_windows(self) -> bool:
        """Whether the codebook codes windows drawn at random."""
        return self._services.segments.window_ms is not None

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
            lambda preview: self._ask(
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

        self._ask(PlanDialog(self._services, session_ids, self._over), carry_out)

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
        self._ask(ReplaceCoderDialog(people, held, self._over), replace)

    # Looking after the study

    def show_packets(self, chosen: Sequence[SessionId]) -> None:
        """Show packets: make further ones, merge what comes back, settle versions."""
        from practicecoder.ui.packets.packets_dialog import PacketsDialog

        dialog = PacketsDialog(self._services, self.actor, self._over, chosen=chosen)
        dialog.study_changed.connect(self.study_changed)
        self._open(dialog)

    def show_concerns(self) -> None:
        """Read and answer concerns."""
        from practicecoder.ui.sessions.concerns import ConcernsDialog

        dialog = ConcernsDialog(self._services, self.actor, self._over)
        dialog.study_changed.connect(self.study_changed)
        self._open(dialog)

    def show_people(self) -> None:
        """Show and change people and their roles."""
        from practicecoder.ui.sessions.people import PeopleDialog

        dialog = PeopleDialog(self._services, self.actor, self._over)
        dialog.study_changed.connect(self.study_changed)
        self._open(dialog)

    def show_offices(self) -> None:
        """Show and change offices' days of implementation."""
        from practicecoder.ui.sessions.offices import OfficesDialog

        dialog = OfficesDialog(self._services, self.actor, self._over)
        dialog.study_changed.connect(self.study_changed)
        self._open(dialog)

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
        self._ask(dialog, change)
