"""The keymap editor: every command with its keys, presets, and the switch for characters."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.keymap.draft import KeymapDraft
from practicecoder.ui.keymap.key_form import KeyForm
from practicecoder.ui.keymap.preset_form import PresetForm
from practicecoder.ui.keymap.rows import COLUMNS, KEYS_COLUMN, KeyRow, key_rows
from practicecoder.ui.keys.keymap import Keymap, Target
from practicecoder.ui.keys.presets import OWN_PRESET, Preset, preset
from practicecoder.ui.settings import Settings
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import HALF, SPACE, Look
from practicecoder.ui.widgets.labels import button, card, in_row
from practicecoder.ui.widgets.scrolling import Scrolling

FEWEST_ROWS = 5


class KeymapEditor(QWidget):
    """Changes a draft of the keymap; :meth:`apply` saves it and puts it in force.

    Whoever holds the editor and does not apply leaves everything as it was.
    """

    changed = Signal()
    """The draft changed."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._draft = KeymapDraft(settings)
        self.presets = PresetForm(settings.playback, self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by words or keys"))
        name(self.filter, self.tr("Filter the commands"))
        self.reset_all = button(self.tr("Reset all"), self, self._reset_all)
        self.table = RowTable(self.tr("Commands and their keys"), self)
        self.table.set_placeholder(self.tr("No command has these words."))
        self._model = RowTableModel[KeyRow](
            COLUMNS, key_rows(self._draft.keymap, self._draft.base), key=_target, parent=self
        )
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.show_model(self._model)
        self.table.fit_columns(stretch=KEYS_COLUMN)
        self.table.take_room_for(FEWEST_ROWS)
        self.form = KeyForm(self._draft, self)
        self.characters = QCheckBox(
            self.tr("Letters, digits and signs act on their own, without Ctrl or Alt"), self
        )
        self.characters.setToolTip(
            self.tr("Off: only Space, Enter, arrows, Delete and Backspace act without Ctrl or Alt")
        )
        name(self.characters, self.characters.text(), self.characters.toolTip())
        self._scrolling = Scrolling(self)
        self._lay_out()
        self._connect()
        self._show_draft()

    @property
    def keymap(self) -> Keymap:
        """Keymap as it stands in the editor."""
        return self._draft.keymap

    @property
    def is_changed(self) -> bool:
        """Whether applying would change anything."""
        return self._draft.is_changed

    def apply(self) -> None:
        """Save the keymap and put it in force in every open page."""
        self._draft.apply()
        self._show_draft()

    def revert(self) -> None:
        """Go back to the keymap that is saved."""
        self._draft.revert()
        self._show_draft()
        self.changed.emit()

    def reset_to_own(self) -> None:
        """Choose the keys that practicecoder comes with."""
        self._choose_preset(preset(OWN_PRESET), with_playback=False)
        self.characters.setChecked(True)

    def go_to(self, target: Target) -> None:
        """Choose a command and listen for its new key."""
        if self.table.rows_model().row_of_key(target) is None:
            self.filter.clear()
        if self.table.select_key(target):
            self.form.capture.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_whole_form()

    # Slots

    def _choose_preset(self, chosen: Preset, with_playback: bool) -> None:
        self._draft.choose_preset(chosen, with_playback=with_playback)
        self._tell_change()
        announce(self, self.tr("Keys as in {0}").format(chosen.title))

    def _reset_all(self) -> None:
        self._draft.reset_all()
        self._tell_change()
        announce(self, self.tr("All keys are those of the preset again"))

    def _set_characters(self, on: bool) -> None:
        if on != self._draft.keymap.characters_on:
            self._draft.set_characters_on(on)
            self._tell_change()

    def _tell_change(self) -> None:
        self._show_draft()
        self.changed.emit()

    def _show_draft(self) -> None:
        draft = self._draft
        self._model.set_rows(key_rows(draft.keymap, draft.base))
        self.presets.show_current(draft.preset, self._settings.playback)
        self.characters.setChecked(draft.keymap.characters_on)
        self.reset_all.setEnabled(draft.keymap != draft.base)
        self._show_selected()

    def _show_selected(self) -> None:
        rows = self.table.selected_rows()
        self.form.show_target(rows[0].target if rows else None)

    def _begin(self, row: KeyRow) -> None:
        self.go_to(row.target)  # the row with the cursor need not be selected

    def _show_whole_form(self) -> None:
        """Scroll to the form, once it is as high as what it says needs."""
        QTimer.singleShot(0, self, lambda: self._scrolling.ensureWidgetVisible(self.form))

    def _back_to_table(self) -> None:
        self._scrolling.ensureWidgetVisible(self.table)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Making

    def _connect(self) -> None:
        self.presets.preset_wanted.connect(self._choose_preset)
        self.filter.textChanged.connect(self._model.set_filter_text)
        self._model.modelReset.connect(self._show_selected)
        self.table.selection_changed.connect(self._show_selected)
        self.table.row_activated.connect(self._begin)
        self.form.changed.connect(self._tell_change)
        self.form.left.connect(self._back_to_table)
        self.form.capture.captured.connect(self._show_whole_form)
        self.characters.toggled.connect(self._set_characters)

    def _lay_out(self) -> None:
        column = self._scrolling.column
        column.setContentsMargins(HALF, SPACE, HALF, HALF)  # room for the frame of the focus
        column.setSpacing(SPACE)
        column.addWidget(self.presets)
        column.addLayout(in_row(self.filter, self.reset_all))
        frame, inside = card(self, look=Look.CARD)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        column.addWidget(frame, 1)
        column.addWidget(self.form)
        column.addWidget(self.characters)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scrolling)


def _target(row: KeyRow) -> Target:
    return row.target
