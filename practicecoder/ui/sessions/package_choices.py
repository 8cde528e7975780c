"""What an analysis package holds and for whom: profile, purpose, formats, evidence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from practicecoder.export.contents import OUTSIDE_FORMATS
from practicecoder.export.data import Profile
from practicecoder.export.files import ALWAYS, KNOWN_FORMATS
from practicecoder.export.writers.parquet_writer import parquet_is_there
from practicecoder.services.exporting import PackageOrder
from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.labels import in_row, label

FORMAT_WORDS = {
    "xlsx": "Excel",
    "sav": "SPSS",
    "dta": "Stata",
    "parquet": "Parquet",
}
_AT_FIRST = ("xlsx", "sav")


def available_formats() -> tuple[str, ...]:
    """Formats that can be written here beside CSV, which is always written."""
    has_parquet = parquet_is_there()
    return tuple(
        key for key in KNOWN_FORMATS if key != ALWAYS and (key != "parquet" or has_parquet)
    )


class PackageChoices(QWidget):
    """Asks for everything that an order of a package needs but names and folder.

    ``about`` says what the package holds; it is for the layout around this one, as the height of
    wrapped words is lost on the way through a widget.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = QComboBox(self)
        self._profile.addItem(self.tr("The team: rows by pseudonym"), Profile.TEAM.value)
        self._profile.addItem(self.tr("Outside: aggregates only"), Profile.OUTSIDE.value)
        name(self._profile, self.tr("For whom"))
        self._purpose = QLineEdit(self)
        self._purpose.setPlaceholderText(self.tr("Entered in the register of exports"))
        name(self._purpose, self.tr("Purpose"))
        self._formats = {key: QCheckBox(FORMAT_WORDS[key], self) for key in available_formats()}
        for key, box in self._formats.items():
            box.setChecked(key in _AT_FIRST)
            name(box, self.tr("Format {}").format(FORMAT_WORDS[key]))
        self._analysis = QCheckBox(self.tr("With results and figures"), self)
        self._analysis.setToolTip(
            self.tr("Tables of results, methods text, scripts that compute them again, figures")
        )
        self._analysis.setChecked(True)
        self._evidence = QCheckBox(self.tr("With evidence that coders share"), self)
        self._evidence.setToolTip(
            self.tr("Words that may identify people are looked for and left out")
        )
        self._reason = QLineEdit(self)
        self._reason.setPlaceholderText(self.tr("Why words said in sessions are needed"))
        name(self._reason, self.tr("Reason for evidence"))
        self._consented = QCheckBox(
            self.tr("Consent covers passing on words said in sessions"), self
        )
        self._archive = QCheckBox(self.tr("And as one &zip"), self)
        self._archive.setToolTip(
            self.tr("Beside the folder, with the same bytes whenever the same files are zipped")
        )
        self._mark = QCheckBox(self.tr("CSV for E&xcel"), self)
        self._mark.setToolTip(
            self.tr(
                "With a byte order mark, so that Excel reads letters beyond English. Numbers keep "
                "a point and columns a comma."
            )
        )
        self._dates = QCheckBox(self.tr("Exact &dates of sessions"), self)
        self._dates.setToolTip(
            self.tr(
                "Days since implementation are enough for every analysis. With its date a person "
                "who knows a visit can find its row."
            )
        )
        self.about = label("", self, Look.MUTED, wrapped=True)
        self._lay_out()
        self._profile.currentIndexChanged.connect(self._change_profile)
        self._evidence.toggled.connect(self._change_evidence)
        self._consented.toggled.connect(self.changed)
        self._reason.textChanged.connect(self.changed)
        for box in (*self._formats.values(), self._archive):
            box.toggled.connect(self.changed)
        self._change_profile()

    @property
    def profile(self) -> Profile:
        """For whom the package is."""
        return Profile(str(self._profile.currentData()))

    @property
    def has_evidence(self) -> bool:
        """Whether words said in sessions are asked for."""
        return self.profile is Profile.TEAM and self._evidence.isChecked()

    @property
    def is_complete(self) -> bool:
        """Whether evidence, if it is asked for, has a reason and the consent that it needs."""
        return not self.has_evidence or (
            bool(self._reason.text().strip()) and self._consented.isChecked()
        )

    def take_up(self, order: PackageOrder) -> None:
        """Choose what was chosen the last time; evidence and dates are asked for each time."""
        self._profile.setCurrentIndex(max(0, self._profile.findData(order.profile.value)))
        for key, box in self._formats.items():
            box.setChecked(key in order.formats)
        self._analysis.setChecked(order.analysis)
        self._archive.setChecked(order.archive)
        self._mark.setChecked(order.byte_order_mark)

    def order(self, names: tuple[str, ...]) -> PackageOrder:
        """What is asked for; ``names`` are kept out of evidence."""
        offered = KNOWN_FORMATS if self.profile is Profile.TEAM else OUTSIDE_FORMATS
        chosen = (k for k, box in self._formats.items() if k in offered and box.isChecked())
        return PackageOrder(
            formats=(ALWAYS, *chosen),
            profile=self.profile,
            purpose=self._purpose_in_words(),
            evidence=self.has_evidence,
            names=names,
            analysis=self._analysis.isChecked(),
            archive=self._archive.isChecked(),
            byte_order_mark=self._mark.isChecked(),
            exact_dates=self.profile is Profile.TEAM and self._dates.isChecked(),
        )

    def _purpose_in_words(self) -> str:
        """Purpose, and why there is evidence, as the register keeps them."""
        purpose, reason = self._purpose.text().strip(), self._reason.text().strip()
        if not self.has_evidence or not reason:
            return purpose
        with_evidence = self.tr("evidence: {}").format(reason)
        return f"{purpose} ({with_evidence})" if purpose else with_evidence

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(SPACE)
        for row, (text, field) in enumerate(
            ((self.tr("For &whom"), self._profile), (self.tr("&Purpose"), self._purpose))
        ):
            fields.addWidget(self._buddy(text, field), row, 0)
            fields.addWidget(field, row, 1)
        fields.setColumnStretch(1, 1)
        also = label(self.tr("CSV, and also"), self)
        formats = in_row(also, *self._formats.values(), spacing=DOUBLE, stretch=True)
        contents = in_row(self._analysis, self._evidence, spacing=DOUBLE, stretch=True)
        ways = in_row(self._archive, self._mark, self._dates, spacing=DOUBLE, stretch=True)
        self._about_evidence = QWidget(self)
        evidence = in_row(self._reason, self._consented, spacing=DOUBLE)
        evidence.setContentsMargins(0, 0, 0, 0)
        self._about_evidence.setLayout(evidence)
        self._about_evidence.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(fields)
        layout.addLayout(formats)
        layout.addLayout(contents)
        layout.addWidget(self._about_evidence)
        layout.addLayout(ways)

    def _buddy(self, text: str, field: QWidget) -> QWidget:
        made = label(text, self)
        made.setBuddy(field)
        return made

    def _change_evidence(self) -> None:
        self._about_evidence.setVisible(self.has_evidence)
        self.changed.emit()

    def _change_profile(self) -> None:
        """Offer what the profile can hold, and say what it is."""
        is_team = self.profile is Profile.TEAM
        for key, box in self._formats.items():
            box.setEnabled(is_team or key in OUTSIDE_FORMATS)
        self._analysis.setEnabled(is_team)
        self._evidence.setEnabled(is_team)
        self._dates.setEnabled(is_team)
        self._about_evidence.setVisible(self.has_evidence)
        if is_team:
            about = self.tr(
                "Sessions, ratings and scores with a data dictionary, the codebook and a page "
                "that explains every file. For those inside the study’s data agreement."
            )
        else:
            about = self.tr(
                "Means, comparisons and agreement, without rows, ids, dates or words. Cells of "
                "fewer than 10 workers are hidden, and what would give them away."
            )
        self.about.setText(about)
        self.changed.emit()
