"""Dialogs of the lead about segments: draw windows, draw them again, take recordings whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from practicecoder.domain.ids import SessionId
from practicecoder.domain.sessions import PracticeSession, SegmentChoice
from practicecoder.services.segments import DrawPreview, segment_sentence
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.sessions.words import sessions_in_words
from practicecoder.ui.theme import Look
from practicecoder.ui.widgets.asking import AskingDialog, ReasonField, SeedField
from practicecoder.ui.widgets.labels import in_row, label

LEFT_WORDS = Words(
    {
        "not to be coded": "not to be coded",
        "no recording": "no recording",
        "drawn already": "drawn already",
        "coding has begun": "coding has begun",
        "a training recording": "a training recording",
        "agreed already": "agreed already",
        "not in this study": "not in this study",
    }
)
"""Why a session stays as it is, by what the services say."""


class DrawDialog(AskingDialog):
    """Shows what a draw would do and asks for it, with a seed or without."""

    wanted = Signal(object, object)
    """Ids of the sessions, and the seed or None."""

    def __init__(self, preview: DrawPreview, minutes: int, parent: QWidget) -> None:
        super().__init__(
            _tr("Draw segments"),
            _tr(
                "From each recording a window of {} minutes is drawn at random; every start is "
                "as likely as any other. The seed is kept, so that the draw can be checked."
            ).format(minutes),
            _tr("Draw"),
            parent,
        )
        self._preview = preview
        for sentence in draw_sentences(preview):
            self.body.addWidget(label(sentence, self, wrapped=True))
        self._seed = SeedField(self)
        self.form.addRow(self.tr("&Seed"), self._seed)
        self.act.setEnabled(bool(preview.to_draw))

    def finish(self) -> None:
        """Tell the sessions and the seed."""
        self.wanted.emit(self._preview.to_draw, self._seed.seed)
        super().finish()


class DrawAgainDialog(AskingDialog):
    """Asks how the segment of chosen sessions is chosen again, and why."""

    wanted = Signal(object, object, str, object)
    """Ids of the sessions, the choice, the reason, and the seed or None."""

    def __init__(
        self,
        sessions: Sequence[PracticeSession],
        choices: Sequence[SegmentChoice],
        choice: SegmentChoice,
        parent: QWidget,
    ) -> None:
        one = sessions[0].session_id if len(sessions) == 1 else sessions_in_words(len(sessions))
        super().__init__(
            _tr("Choose the segment again"),
            _tr(
                "{}. The segment as it is and your reason stay on record. A session that a coder "
                "has begun keeps its segment."
            ).format(one),
            _tr("Draw again") if choice is SegmentChoice.RANDOM else _tr("Take the whole"),
            parent,
        )
        self._sessions = tuple(session.session_id for session in sessions)
        if len(sessions) == 1:
            self.body.addWidget(label(_as_it_is(sessions[0]), self, Look.MUTED, wrapped=True))
        self._group = QButtonGroup(self)
        self._choices: dict[QRadioButton, SegmentChoice] = {}
        words = {
            SegmentChoice.RANDOM: self.tr("A new &window at random"),
            SegmentChoice.WHOLE: self.tr("The w&hole recording"),
        }
        for offered in (c for c in words if c in choices):
            button = QRadioButton(words[offered], self)
            name(button, words[offered].replace("&", ""))
            button.setChecked(offered is choice)
            button.toggled.connect(self._check)
            self._group.addButton(button)
            self._choices[button] = offered
        if len(self._choices) > 1:
            self.form.addRow(self.tr("Segment"), in_row(*self._choices, stretch=True))
        else:
            for button in self._choices:
                button.hide()
        self._reason = ReasonField(self.tr("For example: loud noise in the window"), self)
        self._reason.textChanged.connect(self._check)
        self._seed = SeedField(self)
        self.form.addRow(self.tr("&Reason"), self._reason)
        self.form.addRow(self.tr("&Seed"), self._seed)
        self._reason.setFocus()
        self._check()

    @property
    def choice(self) -> SegmentChoice:
        """What is chosen."""
        return next(c for button, c in self._choices.items() if button.isChecked())

    def finish(self) -> None:
        """Tell the choice, the reason and the seed."""
        self.wanted.emit(self._sessions, self.choice, self._reason.reason, self._seed.seed)
        super().finish()

    def _check(self) -> None:
        is_random = self.choice is SegmentChoice.RANDOM
        self._seed.setEnabled(is_random)
        self.act.setText(self.tr("Draw again") if is_random else self.tr("Take the whole"))
        self.act.setEnabled(bool(self._reason.reason))


def draw_sentences(preview: DrawPreview) -> tuple[str, ...]:
    """What a draw would do, in words: how many are drawn, and what is left and why."""
    n, shorter = len(preview.to_draw), len(preview.shorter)
    found = [
        _tr("{} will get a segment.").format(sessions_in_words(n))
        if n
        else _tr("No session is left to draw.")
    ]
    if shorter:
        said = _tr("{} of them shorter than the window: the whole recording is taken.")
        found.append(said.format(shorter))
    if preview.left:
        found.append(left_in_words(preview.left))
    return tuple(found)


def left_in_words(left: Sequence[tuple[SessionId, str]]) -> str:
    """Which sessions stay as they are, by reason: ``"3 left as before: no recording 2 ..."``."""
    reasons = Counter(reason for _, reason in left)
    told = ", ".join(
        f"{LEFT_WORDS.get(reason, reason)} ({n})" for reason, n in sorted(reasons.items())
    )
    return _tr("{0} left as before: {1}.").format(sessions_in_words(len(left)), told)


def _as_it_is(session: PracticeSession) -> str:
    if session.recording is None:
        return _tr("This session has no recording.")
    said = segment_sentence(session.segment, session.recording.duration_ms, None)
    if not said:
        return _tr("As it is: the whole recording.")
    return _tr("As it is: {}.").format(said[:1].lower() + said[1:])


def _tr(text: str) -> str:
    return translate("Sessions", text)
