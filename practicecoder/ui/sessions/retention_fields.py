"""Fields in which the lead says until when the sound of all sessions is kept."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QWidget

from practicecoder.domain.retention import KeepSound, RetentionRule
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.widgets.spin_boxes import WholeNumberBox

KEEP_WORDS = Words(
    {
        KeepSound.NO_DAY: "with no last day",
        KeepSound.AFTER_VISIT: "for months after the visit",
        KeepSound.AFTER_SUBMISSION: "for months after the last submission",
        KeepSound.UNTIL_DAY: "until one day for all",
    }
)
MOST_MONTHS = 600


class RetentionFields:
    """How sound is kept, for how many months, until which day; only what counts can be filled.

    The fields stand in a form of their caller's.
    """

    def __init__(self, rule: RetentionRule, parent: QWidget) -> None:
        self._keep = QComboBox(parent)
        name(self._keep, _tr("Sound is kept"))
        for keep, words in KEEP_WORDS.items():
            self._keep.addItem(words, keep.value)
        self._keep.setCurrentIndex(list(KEEP_WORDS).index(rule.keep))
        self._months = WholeNumberBox(parent)
        self._months.setRange(1, MOST_MONTHS)
        self._months.setValue(rule.months)
        self._months.setSuffix(_tr(" months"))
        name(self._months, _tr("Months"))
        day = rule.day
        self._day = QDateEdit(parent)
        self._day.setDate(QDate.currentDate() if day is None else _qt_day(day))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("yyyy-MM-dd")
        name(self._day, _tr("Last day"))
        self._usual = rule
        self._keep.currentIndexChanged.connect(self._check)
        self._check()

    @property
    def rule(self) -> RetentionRule:
        """What is entered."""
        keep, day = self._chosen, self._day.date()
        chosen = date(day.year(), day.month(), day.day())
        return RetentionRule(
            keep=keep,
            months=self._months.value(),
            day=chosen if keep is KeepSound.UNTIL_DAY else self._usual.day,
        )

    def add_to(self, form: QFormLayout) -> None:
        """Put the fields into a form."""
        form.addRow(_tr("Sound is &kept"), self._keep)
        form.addRow(_tr("Mont&hs"), self._months)
        form.addRow(_tr("Last da&y"), self._day)

    @property
    def _chosen(self) -> KeepSound:
        return KeepSound(str(self._keep.currentData()))

    def _check(self) -> None:
        reckoned = (KeepSound.AFTER_VISIT, KeepSound.AFTER_SUBMISSION)
        self._months.setEnabled(self._chosen in reckoned)
        self._day.setEnabled(self._chosen is KeepSound.UNTIL_DAY)


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _tr(text: str) -> str:
    return translate("Sessions", text)
