"""Step 5: the pages as they will be, what is missing, and the release."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from practicecoder.domain.feedback import Release
from practicecoder.domain.ids import SessionId
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.feedback_view import Draft, FeedbackStatus
from practicecoder.ui.languages import translate
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.supervision.draft.step import Step
from practicecoder.ui.supervision.pdf_pages import PdfPages
from practicecoder.ui.supervision.words import day_in_words
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.labels import button, in_row, label
from practicecoder.ui.widgets.notice import Notices


class ReleaseStep(Step):
    """Shows the PDF itself, built anew whenever something was stored."""

    release_wanted = Signal()

    def __init__(
        self, acts: SupervisionActs, session_id: SessionId, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            acts,
            session_id,
            (
                _tr("Preview and release"),
                _tr(
                    "These are the pages. Until they are released each one says draft. The worker "
                    "gets the very file that you have."
                ),
            ),
            parent,
        )
        self._names: tuple[str, ...] = ()
        self._missing = Notices(self.tr("What is missing"), self.room.content)
        self._told = label("", self.room.content, Look.SUCCESS, wrapped=True)
        self.pages = PdfPages(self.room.content)
        self.body.addWidget(self._missing)
        self.body.addWidget(self._told)
        self.body.addWidget(self.pages, 1)
        self.release = button(self.tr("Release"), self, self._ask_to_release, look=Look.PRIMARY)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.addLayout(in_row(self.release, spacing=SPACE, stretch=True))

    @property
    def n_pages(self) -> int:
        """Pages that are shown."""
        return self.pages.n_pages

    @property
    def missing(self) -> tuple[str, ...]:
        """Sentences about what is missing."""
        return self._missing.texts

    @property
    def is_done(self) -> bool:
        """Whether the report is released."""
        return self.draft is not None and self.draft.session.release is not None

    def show_draft(self, draft: Draft) -> None:
        """Say what is missing; the pages are built when the step is shown."""
        super().show_draft(draft)
        missing = () if draft.opened is None else draft.opened.missing
        release = draft.session.release
        self._missing.show_texts(() if release is not None else missing)
        self._told.setVisible(release is not None)
        if release is not None:
            self._told.setText(
                self.tr("Released on {day}. SHA-256 of the file: {digest}…").format(
                    day=day_in_words(release.released_at.date()), digest=release.sha256[:16]
                )
            )
        changed = draft.session.status is FeedbackStatus.CHANGED
        self.release.setText(self.tr("Release again") if changed else self.tr("Release"))
        self.release.setVisible(release is None or changed)
        self.release.setEnabled(draft.opened is not None and not missing and not self.acts.refusal)
        self.release.setToolTip(self.acts.refusal)
        if self.isVisible():
            self.build()

    def look_for(self, names: tuple[str, ...]) -> None:
        """Keep these names out of what is printed."""
        self._names = names

    def build(self) -> None:
        """Build the pages in the background and show them."""
        draft = self.draft
        if draft is None or draft.opened is None:
            return
        services, actor, names = self.acts.services, self.acts.actor, self._names
        release = draft.session.release
        session_id = self.session_id
        self.pages.wait()

        def pages() -> bytes:
            if release is not None:
                return services.releases.file(release.release_id, actor=actor).content
            return services.feedback.preview(session_id, actor, names=names)

        self.acts.work(pages, self.pages.show_pages, refused=self.refuse, over=self)

    def focus_first(self) -> None:
        """Put the focus on the pages."""
        self.pages.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _ask_to_release(self) -> None:
        question = self.tr(
            "Release the report to the worker? It is stored as it is, with its digest, and "
            "loses its draft mark. It can be taken back with a reason."
        )
        if not self._names:
            question += "\n\n" + self.tr(
                "No names were looked for: none is entered in step 3. Have you read every word?"
            )
        asked = QMessageBox.question(self, self.tr("Release the report"), question)
        if asked is not QMessageBox.StandardButton.Yes:
            return
        services, actor, names = self.acts.services, self.acts.actor, self._names
        session_id = self.session_id
        opened = None if self.draft is None else self.draft.opened
        shown = None if opened is None else opened.report

        def release() -> StudyChange:
            made: Release = services.releases.release(
                session_id, actor=actor, names=names, shown=shown
            )
            assert made.session_id is not None
            return StudyChange(
                kinds=frozenset({ChangeKind.FEEDBACK}), session_ids=frozenset({made.session_id})
            )

        self.act_wanted.emit(release)


def _tr(text: str) -> str:
    return translate("Supervision", text)
