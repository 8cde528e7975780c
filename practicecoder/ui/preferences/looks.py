"""Looks: colours, contrast, text size, motion and language."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from practicecoder.ui.languages import QT_TRANSLATE_NOOP
from practicecoder.ui.preferences.catalogue import CHOICES, LOOKS
from practicecoder.ui.preferences.fields import ChoiceField, NumberField
from practicecoder.ui.preferences.page import FormPage
from practicecoder.ui.settings import (
    TEXT_LIMITS,
    ColourScheme,
    Contrast,
    Language,
    Looks,
    Motion,
    Settings,
)

_SCHEMES = {
    ColourScheme.SYSTEM: QT_TRANSLATE_NOOP("Preferences", "As the system"),
    ColourScheme.LIGHT: QT_TRANSLATE_NOOP("Preferences", "Light"),
    ColourScheme.DARK: QT_TRANSLATE_NOOP("Preferences", "Dark"),
}


class LooksPreferences(FormPage):
    """How the window looks, moves and speaks; all but the language is seen at once."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self.setAccessibleName(self.tr("Looks"))
        self.scheme = ChoiceField(_SCHEMES, self)
        self.contrast = ChoiceField(CHOICES["contrast"], self)
        self.text_size = NumberField(TEXT_LIMITS, self, suffix="%", per_unit=0.01, step=10)
        self.motion = ChoiceField(CHOICES["motion"], self)
        self.language = ChoiceField(CHOICES["language"], self)
        fields = {
            "scheme": self.scheme,
            "contrast": self.contrast,
            "text_scale": self.text_size,
            "motion": self.motion,
            "language": self.language,
        }
        for which, field in fields.items():
            self.form.add(LOOKS[which], field)
        for choice in (self.scheme, self.contrast, self.motion, self.language):
            choice.currentIndexChanged.connect(self._take_over)
        self.text_size.valueChanged.connect(self._take_over)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what the settings hold."""
        looks = self.settings.looks
        self.scheme.show_chosen(looks.scheme)
        self.contrast.show_chosen(looks.contrast)
        self.text_size.show_kept(looks.text_scale)
        self.motion.show_chosen(looks.motion)
        self.language.show_chosen(looks.language)

    def reset(self) -> None:
        """Look as the system does."""
        self.settings.looks = Looks()
        self.refresh()

    def _take_over(self) -> None:
        self.settings.looks = Looks(
            scheme=self.scheme.chosen(ColourScheme),
            contrast=self.contrast.chosen(Contrast),
            text_scale=round(self.text_size.kept, 2),
            motion=self.motion.chosen(Motion),
            language=self.language.chosen(Language),
        )
