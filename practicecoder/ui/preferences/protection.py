"""Protection: after how many idle minutes an encrypted study is locked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from practicecoder.ui.preferences.catalogue import LOCK_AFTER
from practicecoder.ui.preferences.fields import NumberField
from practicecoder.ui.preferences.page import FormPage
from practicecoder.ui.settings import LOCK_AFTER_MIN, LOCK_LIMITS, Settings


class ProtectionPreferences(FormPage):
    """When an encrypted study is locked by itself."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self.setAccessibleName(self.tr("Protection"))
        self.lock_after = NumberField(LOCK_LIMITS, self, suffix=self.tr(" min"))
        self.lock_after.setSpecialValueText(self.tr("never"))
        self.form.add(LOCK_AFTER, self.lock_after)
        self.lock_after.valueChanged.connect(self._take_over)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what the settings hold."""
        self.lock_after.show_kept(self.settings.lock_after_min)

    def reset(self) -> None:
        """Lock after ten minutes."""
        self.settings.lock_after_min = LOCK_AFTER_MIN
        self.refresh()

    def _take_over(self) -> None:
        self.settings.lock_after_min = round(self.lock_after.kept)
