"""A session in detail for the lead: what happened to it, and its codings as first submitted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.model import Codebook
from practicecoder.errors import PracticeCoderError
from practicecoder.services.blinding import blinding_was_lost
from practicecoder.services.session_story import CodingTold, SessionStory, StoryLine
from practicecoder.services.submitted_versions import (
    SubmittedVersion,
    answer_in_words,
    rating_told,
)
from practicecoder.ui.accessibility import name
from practicecoder.ui.errors import show_error
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button_box, card, label
from practicecoder.ui.widgets.state_words import CODING_ROLE_WORDS

_LINE_COLUMNS = (
    Column[StoryLine](
        title="When", text=lambda x: f"{x.at.astimezone():%Y-%m-%d %H:%M}",
        sort_key=lambda x: x.at,
    ),
    Column[StoryLine](title="Who", text=lambda x: x.who, tooltip="Empty: the program"),
    Column[StoryLine](title="What", text=lambda x: x.text, cell_tooltip=lambda x: x.text),
    Column[StoryLine](title="Before", text=lambda x: x.before, cell_tooltip=lambda x: x.before),
    Column[StoryLine](title="After", text=lambda x: x.after, cell_tooltip=lambda x: x.after),
    Column[StoryLine](title="Reason", text=lambda x: x.reason, cell_tooltip=lambda x: x.reason),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTold:
    """One item of a coding: as first submitted, and as it is in the latest submission."""

    what: str
    first: str
    latest: str

    @property
    def differs(self) -> bool:
        """Whether the latest submission says something else."""
        return self.first != self.latest


_FIRST_COLUMNS = (
    Column[ItemTold](title="Item", text=lambda x: x.what, cell_tooltip=lambda x: x.what),
    Column[ItemTold](
        title="First submitted", text=lambda x: x.first, cell_tooltip=lambda x: x.first
    ),
)  # fmt: skip
_LATEST_COLUMN = Column[ItemTold](
    title="Submitted last",
    text=lambda x: x.latest,
    cell_tooltip=lambda x: x.latest,
    bold=lambda x: x.differs,
    muted=lambda x: not x.differs,
    tooltip="Bold where it differs from the first submission",
)


class StoryDialog(QDialog):
    """One tab with the history, and one for each coding."""

    def __init__(self, story: SessionStory, codebook: Codebook, parent: QWidget) -> None:
        super().__init__(parent)
        session_id = story.session.session_id
        self.setWindowTitle(self.tr("Session {}").format(session_id))
        take_room(self, 1080, 620)
        self.tabs = QTabWidget(self)
        name(self.tabs, self.tr("History and codings"))
        self.tabs.addTab(self._history(story), self.tr("History"))
        for told in story.codings:
            coder, role = told.coding.coder_id, CODING_ROLE_WORDS[told.coding.role]
            self.tabs.addTab(self._coding(told, codebook), f"{coder} ({role})")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.tr("Session {}").format(session_id), self, Look.TITLE))
        blind = self.tr("Coders see {}.").format(story.session.blind_code)
        layout.addWidget(label(blind, self, Look.MUTED))
        layout.addWidget(self.tabs, 1)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._history_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _history(self, story: SessionStory) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(self._choices(story, page))
        self._history_table = RowTable(self.tr("History of the session"), page)
        self._history_table.set_placeholder(self.tr("Nothing is on record for this session yet."))
        layout.addWidget(_framed(self._history_table, page), 1)
        seal = label(seal_sentence(story), page, wrapped=True)
        layout.addWidget(seal)
        self._show_lines()
        return page

    def _choices(self, story: SessionStory, page: QWidget) -> QHBoxLayout:
        """What is listed, by kind and by person, and the file of it."""
        self._story = story
        self._kinds, self._people = QComboBox(page), QComboBox(page)
        self._kinds.addItem(self.tr("Acts"), story.lines)
        self._kinds.addItem(self.tr("Acts and every change"), story.everything)
        self._kinds.addItem(self.tr("Changes of submitted codings"), story.changes)
        name(self._kinds, self.tr("What is listed"))
        self._people.addItem(self.tr("Everybody"), None)
        for who in sorted({line.who for line in story.everything if line.who}):
            self._people.addItem(who, who)
        name(self._people, self.tr("Whose acts are listed"))
        save = QPushButton(self.tr("&Save as CSV…"), page)
        save.clicked.connect(self._save)
        self._kinds.currentIndexChanged.connect(self._show_lines)
        self._people.currentIndexChanged.connect(self._show_lines)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for widget in (self._kinds, self._people):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(save)
        return row

    def _lines(self) -> tuple[StoryLine, ...]:
        who = self._people.currentData()
        lines: tuple[StoryLine, ...] = self._kinds.currentData()
        return tuple(line for line in lines if who is None or line.who == who)

    def _show_lines(self) -> None:
        model = RowTableModel(_LINE_COLUMNS, self._lines(), parent=self._history_table)
        self._history_table.show_model(model)
        self._history_table.fit_columns()

    def _save(self) -> None:
        """Write what is listed into a file of the lead's choice."""
        from practicecoder.services.story_file import write_story

        session_id = self._story.session.session_id
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the history"), f"history_{session_id}.csv", self.tr("CSV (*.csv)")
        )
        if not chosen:
            return
        try:
            write_story(self._lines(), Path(chosen))
        except PracticeCoderError as error:
            show_error(self, error)

    def _coding(self, told: CodingTold, codebook: Codebook) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(SPACE)
        for sentence in coding_sentences(told):
            layout.addWidget(label(sentence, page, wrapped=True))
        table = RowTable(self.tr("Submitted versions"), page)
        table.set_placeholder(
            self.tr("Not submitted yet. Ratings are shown to you once their coder submits them.")
        )
        columns = (*_FIRST_COLUMNS, _LATEST_COLUMN) if len(told.versions) > 1 else _FIRST_COLUMNS
        table.show_model(RowTableModel(columns, item_rows(told, codebook), parent=table))
        table.fit_columns()
        layout.addWidget(_framed(table, page), 1)
        return page


def seal_sentence(story: SessionStory) -> str:
    """Whether what is told is what was recorded."""
    if story.faults is None:
        return _tr("The key of the history is missing: nobody can tell whether it was altered.")
    if not story.faults:
        return _tr("Every entry bears the seal of this study: nothing was altered or removed.")
    return _tr("The history does not verify: {}. Check the study.").format("; ".join(story.faults))


def _framed(table: RowTable, parent: QWidget) -> QFrame:
    frame, inside = card(parent)
    inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
    inside.addWidget(table)
    return frame


def item_rows(told: CodingTold, codebook: Codebook) -> tuple[ItemTold, ...]:
    """Every item of the first submission beside the last one; empty before a submission."""
    if not told.versions:
        return ()
    first, last = told.versions[0], told.versions[-1]
    return tuple(
        ItemTold(what=what, first=one, latest=other)
        for (what, one), (_, other) in zip(
            _items(first, codebook), _items(last, codebook), strict=True
        )
    )


def _items(version: SubmittedVersion, codebook: Codebook) -> Iterator[tuple[str, str]]:
    content = version.content
    for dimension in codebook.dimensions:
        yield (
            dimension.label,
            rating_told(codebook, content.ratings, dimension.dimension_id),
        )
    for question in codebook.questions:
        yield question.prompt, answer_in_words(content.answers.get(question.question_id))
    yield _tr("Evidence"), str(len(content.evidence))
    yield _tr("Notes"), str(len(content.notes))
    if codebook.counts:
        yield _tr("Marks"), str(len(content.marks))


def coding_sentences(told: CodingTold) -> tuple[str, ...]:
    """What stands above a coding: where it is, how it was heard, what to look at."""
    coding, found = told.coding, []
    if told.versions:
        found.append(_submitted_told(told))
        if not coding.is_locked:
            found.append(_tr("Unlocked: being changed by its coder."))
    if told.heard_share is not None:
        percent, reason = int(told.heard_share * 100), coding.short_listen_reason
        found.append(_tr("{}% of the segment was heard.").format(percent))
        if reason:
            found[-1] += " " + _tr("Reason given: {}").format(reason)
    if blinding_was_lost(coding):
        found.append(_tr("The coder was no longer blind."))
    if told.early:
        said = _tr("Rated before the segment was heard: {}.")
        found.append(said.format(", ".join(told.early)))
    return tuple(found)


def _submitted_told(told: CodingTold) -> str:
    when, times = told.versions[0].submitted_at, len(told.versions)
    day = _tr("(from a sheet)") if when is None else f"{when.astimezone():%Y-%m-%d %H:%M}"
    if times == 1:
        return _tr("First submitted {}.").format(day)
    return _tr("First submitted {0}, {1} times in all.").format(day, times)


def _tr(text: str) -> str:
    return translate("Sessions", text)
