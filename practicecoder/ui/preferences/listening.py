"""Listening: steps, replay, the way back on resuming, the second speed, volume."""

from __future__ import annotations

from dataclasses import asdict, replace

from PySide6.QtWidgets import QWidget

from practicecoder.ui.preferences.catalogue import LISTENING
from practicecoder.ui.preferences.fields import NumberField
from practicecoder.ui.preferences.page import FormPage
from practicecoder.ui.settings import PLAYBACK_LIMITS, Playback, Settings

_MS_PER_SECOND, _PER_CENT = 1000, 0.01


class ListeningPreferences(FormPage):
    """How far steps go and how sound is played."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self.setAccessibleName(self.tr("Listening"))
        self.fields = {name: self._make_field(name) for name in LISTENING}
        for name, field in self.fields.items():
            self.form.add(LISTENING[name], field)
            field.valueChanged.connect(self._take_over)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what the settings hold."""
        held = asdict(self.settings.playback)
        for name, field in self.fields.items():
            field.show_kept(held[name])

    def reset(self) -> None:
        """Choose the steps and speeds that practicecoder comes with; the speed is left."""
        self.settings.playback = replace(Playback(), speed=self.settings.playback.speed)
        self.refresh()

    def _take_over(self) -> None:
        held = asdict(self.settings.playback)
        for name, field in self.fields.items():
            kind = type(held[name])
            held[name] = kind(round(field.kept, 3))
        self.settings.playback = Playback(**held)

    def _make_field(self, name: str) -> NumberField:
        limits = PLAYBACK_LIMITS[name]
        if name == "volume":
            return NumberField(limits, self, suffix="%", per_unit=_PER_CENT, step=5)
        if name == "second_speed":
            return NumberField(limits, self, suffix=" ×", step=0.1, decimals=1)
        step = 0.5 if limits.most > _MS_PER_SECOND * 2 else 0.05
        decimals = 1 if step == 0.5 else 2
        return NumberField(
            limits,
            self,
            suffix=self.tr(" s", "seconds, behind a number"),
            per_unit=_MS_PER_SECOND,
            step=step,
            decimals=decimals,
        )
