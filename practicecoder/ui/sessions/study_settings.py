"""The dialog in which the lead decides what holds for the whole study."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.certification import PassRule
from practicecoder.domain.coding import ScoreBasis
from practicecoder.services.study_settings import LONGEST_MARKING, StudySettings
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import Words
from practicecoder.ui.sessions.retention_fields import RetentionFields
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, dress
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button_box, in_row, label
from practicecoder.ui.widgets.scrolling import Scrolling
from practicecoder.ui.widgets.spin_boxes import DecimalBox, WholeNumberBox

BASIS_WORDS = Words(
    {
        ScoreBasis.MEAN: "their mean",
        ScoreBasis.SINGLE: "the first coding alone",
    }
)
LONGEST_CERTIFICATE_DAYS = 3_650
MOST_RECORDINGS = 200


class StudySettingsDialog(QDialog):
    """Double coding, what several codings give, and what a certificate asks for."""

    wanted = Signal(object)
    """The StudySettings to store."""

    def __init__(
        self,
        settings: StudySettings,
        parent: QWidget,
        *,
        read_only: bool = False,
        has_optional_counts: bool = False,
    ) -> None:
        """Make it; ``has_optional_counts``: the codebook leaves codes to the study."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Study settings"))
        take_room(self, 600, 620)
        rule = settings.pass_rule
        self._before = settings
        self._share = _percent(self.tr("Share of double coding in percent"), self)
        self._share.setValue(round(settings.double_share * 100))
        self._per_double = _number(2, 10, self.tr("Coders of a double-coded session"), self)
        self._per_double.setValue(settings.coders_per_double)
        self._basis = QComboBox(self)
        name(self._basis, self.tr("What several codings give"))
        for basis, words in BASIS_WORDS.items():
            self._basis.addItem(words, basis)
        self._basis.setCurrentIndex(list(BASIS_WORDS).index(settings.basis_of_several))
        self._required = QCheckBox(self.tr("Only certified coders are given sessions"), self)
        self._required.setChecked(settings.certificates_required)
        self._recordings = _number(1, MOST_RECORDINGS, self.tr("Least number of recordings"), self)
        self._recordings.setValue(rule.recordings)
        self._exact = _percent(self.tr("Least share of exact agreement in percent"), self)
        self._exact.setValue(round(rule.exact * 100))
        self._within_one = _percent(self.tr("Least share within one level in percent"), self)
        self._within_one.setValue(round(rule.within_one * 100))
        self._with_kappa = QCheckBox(self.tr("at least"), self)
        self._with_kappa.setChecked(rule.kappa is not None)
        name(self._with_kappa, self.tr("Ask for a weighted kappa"))
        self._kappa = DecimalBox(self)
        self._kappa.setRange(0.0, 1.0)
        self._kappa.setSingleStep(0.05)
        self._kappa.setValue(0.6 if rule.kappa is None else rule.kappa)
        self._kappa.setEnabled(rule.kappa is not None)
        name(self._kappa, self.tr("Least weighted kappa"))
        self._with_kappa.toggled.connect(self._kappa.setEnabled)
        self._each = QCheckBox(self.tr("Shares hold for each dimension, not only over all"), self)
        self._each.setChecked(rule.each_dimension)
        self._days = _number(
            1, LONGEST_CERTIFICATE_DAYS, self.tr("Days a certificate lasts"), self
        )
        self._days.setSuffix(self.tr(" days"))
        self._days.setValue(rule.valid_days)
        self._checks = _number(0, LONGEST_CERTIFICATE_DAYS, self.tr("Days between checks"), self)
        self._checks.setSuffix(self.tr(" days"))
        self._checks.setSpecialValueText(self.tr("No checks"))
        self._checks.setValue(settings.check_days)
        self._due = _number(1, LONGEST_CERTIFICATE_DAYS, self.tr("Days between sessions"), self)
        self._due.setSuffix(self.tr(" days"))
        self._due.setValue(settings.days_between_sessions)
        self._marking = QLineEdit(settings.marking, self)
        self._marking.setMaxLength(LONGEST_MARKING)
        self._marking.setPlaceholderText(self.tr("For example OFFICIAL-SENSITIVE"))
        name(self._marking, self.tr("Marking of reports"))
        self._twice = _number(
            3, MOST_RECORDINGS, self.tr("Least number of sessions coded twice"), self
        )
        self._twice.setValue(settings.min_double_coded)
        self._lower = DecimalBox(self)
        self._lower.setRange(0.0, 1.0)
        self._lower.setSingleStep(0.05)
        self._lower.setValue(settings.min_icc_lower)
        name(self._lower, self.tr("Least lower limit of agreement"))
        self._counts = QCheckBox(self.tr("Count the optional codes of the codebook too"), self)
        self._counts.setChecked(settings.optional_counts)
        self._counts.setVisible(has_optional_counts)
        self._retention = RetentionFields(settings.retention, self)
        self._lay_out(read_only=read_only)

    @property
    def settings(self) -> StudySettings:
        """What is entered."""
        return StudySettings(
            double_share=self._share.value() / 100,
            coders_per_double=self._per_double.value(),
            certificates_required=self._required.isChecked(),
            pass_rule=PassRule(
                recordings=self._recordings.value(),
                exact=self._exact.value() / 100,
                within_one=self._within_one.value() / 100,
                kappa=round(self._kappa.value(), 2) if self._with_kappa.isChecked() else None,
                each_dimension=self._each.isChecked(),
                valid_days=self._days.value(),
            ),
            basis_of_several=ScoreBasis(self._basis.currentData()),
            names_in_meetings=self._before.names_in_meetings,
            check_days=self._checks.value(),
            days_between_sessions=self._due.value(),
            marking=self._marking.text().strip(),
            min_double_coded=self._twice.value(),
            min_icc_lower=round(self._lower.value(), 2),
            optional_counts=self._counts.isChecked(),
            retention=self._retention.rule,
        )

    def finish(self) -> None:
        """Tell the settings, and close."""
        self.wanted.emit(self.settings)
        self.accept()

    def _lay_out(self, *, read_only: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Study settings"), self, Look.TITLE))
        told = self.tr("They hold for everyone in this study. Each change is kept on record.")
        layout.addWidget(label(told, self, Look.MUTED, wrapped=True))
        inside = Scrolling(self)
        inside.column.setContentsMargins(4, 4, SPACE, 4)  # room for the focus frame
        self._add_double_coding(inside)
        self._add_certificates(inside)
        self._add_feedback(inside)
        self._add_retention(inside)
        inside.column.addStretch(1)
        inside.content.setEnabled(not read_only)
        layout.addWidget(inside, 1)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        dress(save, Look.PRIMARY)
        save.setEnabled(not read_only)
        buttons.accepted.connect(self.finish)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._share.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_double_coding(self, inside: Scrolling) -> None:
        inside.column.addWidget(label(self.tr("Double coding"), inside, Look.HEADING))
        form = _form()
        form.addRow(self.tr("Share of &sessions"), self._share)
        form.addRow(self.tr("Coded &by"), self._per_double)
        form.addRow(self.tr("&Without a consensus, several codings give"), self._basis)
        form.addRow("", self._counts)
        inside.column.addLayout(form)

    def _add_certificates(self, inside: Scrolling) -> None:
        inside.column.addWidget(label(self.tr("Certificates"), inside, Look.HEADING))
        inside.column.addWidget(self._required)
        told = self.tr("A coder passes when trials against reference codings reach all of these:")
        inside.column.addWidget(label(told, inside, Look.MUTED, wrapped=True))
        form = _form()
        form.addRow(self.tr("&Recordings, at least"), self._recordings)
        form.addRow(self.tr("&Exact agreement, at least"), self._exact)
        form.addRow(self.tr("Within &one level, at least"), self._within_one)
        form.addRow(self.tr("Weighted kappa"), in_row(self._with_kappa, self._kappa, stretch=True))
        form.addRow("", self._each)
        form.addRow(self.tr("Certificate &lasts"), self._days)
        form.addRow(self.tr("Check for &drift every"), self._checks)
        inside.column.addLayout(form)

    def _add_feedback(self, inside: Scrolling) -> None:
        inside.column.addWidget(label(self.tr("Feedback to workers"), inside, Look.HEADING))
        form = _form()
        form.addRow(self.tr("&Next session due after"), self._due)
        form.addRow(self.tr("&Marking on every page"), self._marking)
        inside.column.addLayout(form)
        told = self.tr("A likely range of a score is shown from here on:")
        inside.column.addWidget(label(told, inside, Look.MUTED, wrapped=True))
        limits = _form()
        limits.addRow(self.tr("Sessions coded &twice, at least"), self._twice)
        limits.addRow(self.tr("Lower limit of &ICC(A,1), at least"), self._lower)
        inside.column.addLayout(limits)

    def _add_retention(self, inside: Scrolling) -> None:
        inside.column.addWidget(label(self.tr("End of sound"), inside, Look.HEADING))
        told = self.tr(
            "Sound whose day is over is listed under Data protection; a lead deletes it. Ratings "
            "stay. A day of a session's own comes first."
        )
        inside.column.addWidget(label(told, inside, Look.MUTED, wrapped=True))
        form = _form()
        self._retention.add_to(form)
        inside.column.addLayout(form)


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setSpacing(12)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return form


def _number(least: int, most: int, words: str, parent: QWidget) -> WholeNumberBox:
    made = WholeNumberBox(parent)
    made.setRange(least, most)
    name(made, words)
    return made


def _percent(words: str, parent: QWidget) -> WholeNumberBox:
    made = _number(0, 100, words, parent)
    made.setSuffix("%")
    made.setSingleStep(5)
    return made
