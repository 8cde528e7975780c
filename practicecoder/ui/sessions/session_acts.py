"""What a lead does with chosen sessions: assign, set dates, unlock, take out, draw, look back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.sessions import PracticeSession, SegmentChoice, SessionState
from practicecoder.services.session_rows import SessionRow
from practicecoder.ui.widgets.acting import Acting


class SessionActs(Acting):
    """Acts on the sessions that are chosen in the table."""

    def choices(self) -> tuple[SegmentChoice, ...]:
        """How a segment may be chosen again."""
        return tuple(
            choice
            for choice in self._services.codebook.unit.segments
            if choice is not SegmentChoice.MARKED
        )

    def assign(self, rows: Sequence[SessionRow]) -> None:
        """Ask for a coder and assign sessions."""
        from practicecoder.ui.sessions.assigning import AssignDialog

        ids = ids_of(rows)
        today, people = self._services.sessions.today(), self._services.people.coders()
        self._ask(
            AssignDialog(rows, people, self._over, today=today),
            lambda coder_id, due_on: self.assign_to(ids, coder_id, due_on=due_on),
        )

    def assign_to(
        self, session_ids: tuple[SessionId, ...], coder_id: CoderId, *, due_on: date | None = None
    ) -> None:
        """Assign sessions to a coder."""
        actor = self.actor
        if actor is not None:
            self._do(
                lambda: self._services.sessions.assign(
                    session_ids, coder_id, actor=actor, due_on=due_on
                )
            )

    def unlock(self, row: SessionRow) -> None:
        """Ask for a reason and unlock a coding of a session."""
        from practicecoder.ui.sessions.assigning import UnlockDialog

        def unlock(coding_id: CodingId, reason: str) -> None:
            actor = self.actor
            if actor is not None:
                self._do(
                    lambda: self._services.coding.unlock(coding_id, actor=actor, reason=reason)
                )

        self._ask(UnlockDialog(row, self._over), unlock)

    def change_due(self, rows: Sequence[SessionRow]) -> None:
        """Ask by which day sessions are wanted."""
        from practicecoder.ui.sessions.due import DueDialog

        ids = ids_of(rows)

        def change(coder_id: CoderId | None, due_on: date | None) -> None:
            self._do(
                lambda: self._services.sessions.set_due(
                    ids, due_on, actor=self.actor, coder_id=coder_id
                )
            )

        self._ask(DueDialog(rows, self._services.sessions.today(), self._over), change)

    def change_use(self, rows: Sequence[SessionRow]) -> None:
        """Ask why sessions are taken out of use; or back, if all of them are out of it."""
        from practicecoder.ui.sessions.taking_out import BackInUseDialog, TakeOutDialog

        use, ids = self._services.session_use, ids_of(rows)

        def take_out(state: SessionState, reason: str) -> None:
            self._do(lambda: use.take_out(ids, state, actor=self.actor, reason=reason))

        def take_back(reason: str) -> None:
            self._do(lambda: use.take_back(ids, actor=self.actor, reason=reason))

        if all(row.is_taken_out for row in rows):
            self._ask(BackInUseDialog(rows, self._over), take_back)
        else:
            self._ask(TakeOutDialog(rows, self._over), take_out)

    def draw_again(self, sessions: Sequence[PracticeSession], choice: SegmentChoice) -> None:
        """Ask how the segment of sessions is chosen again, and why."""
        from practicecoder.ui.sessions.drawing import DrawAgainDialog

        if not sessions or choice not in self.choices():
            return

        def draw(
            ids: tuple[SessionId, ...], chosen: SegmentChoice, reason: str, seed: int | None
        ) -> None:
            self._do(
                lambda: self._services.segments.draw_again(
                    ids, chosen, actor=self.actor, reason=reason, seed=seed
                )
            )

        self._ask(DrawAgainDialog(sessions, self.choices(), choice, self._over), draw)

    def show_story(self, session_id: SessionId) -> None:
        """Show what happened to a session, and its codings."""
        from practicecoder.ui.sessions.story import StoryDialog

        self._read(
            lambda: self._services.stories.of(session_id, actor=self.actor),
            lambda story: self._open(StoryDialog(story, self._services.codebook, self._over)),
        )


def ids_of(rows: Sequence[SessionRow]) -> tuple[SessionId, ...]:
    """Ids of the sessions of rows."""
    return tuple(row.session.session_id for row in rows)
