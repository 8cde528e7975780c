"""The buttons above the lead's table: concerns, data protection, planning, imports, people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from practicecoder.services.session_rows import SessionRow
from practicecoder.ui.accessibility import name
from practicecoder.ui.icons import Icon
from practicecoder.ui.sessions.data_protection import DataProtection
from practicecoder.ui.sessions.intake import Intake
from practicecoder.ui.sessions.lead_acts import LeadActs
from practicecoder.ui.sessions.session_acts import ids_of
from practicecoder.ui.sessions.words import sessions_in_words
from practicecoder.ui.tables import RowTable
from practicecoder.ui.widgets.labels import button, in_row
from practicecoder.ui.widgets.menu_button import entry, menu_button


class LeadTools(QWidget):
    """Offers what concerns the study, or the sessions that are selected in a table."""

    def __init__(
        self,
        acts: LeadActs,
        protection: DataProtection,
        intake: Intake,
        table: RowTable,
        parent: QWidget,
        *,
        may_write: bool,
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._protection = protection
        self._table = table
        self._may_write = may_write
        self._concerns = button("", self, acts.show_concerns, drawing=Icon.NOTE)
        self._guarding = self._protection_button()
        plan, taking_in = self._plan_button(), self._import_button(intake)
        people = button(self.tr("People…"), self, acts.show_people, drawing=Icon.PEOPLE)
        self.setLayout(in_row(self._concerns, self._guarding, plan, taking_in, people))
        self.show_due_sound(0)

    # What is shown

    def show_concerns(self, unseen: int) -> None:
        """Show how many concerns nobody has seen yet."""
        self._concerns.setText(
            self.tr("Concerns ({})…").format(unseen) if unseen else self.tr("Concerns…")
        )
        told = self.tr("{} not seen yet").format(unseen) if unseen else self.tr("None unseen")
        self._concerns.setToolTip(told)
        name(self._concerns, self.tr("Concerns"), told)

    def show_due_sound(self, n: int) -> None:
        """Show of how many sessions the sound is due to be deleted."""
        words, due = self.tr("Data protection"), self.tr("Sound that is &due…")
        told = self.tr("Withdrawals, receipts, and how long sound is kept")
        if n:
            words = self.tr("Data protection ({})").format(n)
            due = self.tr("Sound that is &due ({})…").format(n)
            told = self.tr("The sound of {} is due to be deleted").format(sessions_in_words(n))
        self._due_sound.setText(due)
        self._guarding.setText(words)
        self._guarding.setToolTip(told)
        name(self._guarding, self.tr("Data protection"), told)

    def show_selection(self, chosen: Sequence[SessionRow]) -> None:
        """Offer what can be done with the selected sessions."""
        self._for_good.setEnabled(self._may_write and len(chosen) == 1)
        has_sound = any(row.session.has_sound for row in chosen)
        self._keep_sound.setEnabled(self._may_write and has_sound)

    # Acts on the selected sessions

    def withdraw_for_good(self) -> None:
        """Show what withdrawing the selected session would erase, and do it if it is wanted."""
        rows = self._table.selected_rows()
        if len(rows) == 1:
            self._protection.withdraw(rows[0])

    def keep_sound(self) -> None:
        """Ask until which day the sound of the selected sessions may be kept."""
        rows = [row for row in self._table.selected_rows() if row.session.has_sound]
        if rows:
            self._protection.keep_sound(rows)

    def draw_segments(self) -> None:
        """Draw windows for the selected sessions, or for all if no more than one is selected."""
        rows = self._table.selected_rows()
        self._acts.draw_segments(ids_of(rows) if len(rows) > 1 else None)

    def plan(self) -> None:
        """Plan the coding of the selected sessions, or of all that nobody has."""
        self._acts.plan(ids_of(self._table.selected_rows()))

    def show_packets(self) -> None:
        """Show packets, and make one with the selected sessions if that is wanted."""
        self._acts.show_packets(ids_of(self._table.selected_rows()))

    # Building

    def _protection_button(self) -> QPushButton:
        self._for_good = entry(self.tr("&Withdraw for good…"), self, self.withdraw_for_good)
        self._for_good.setToolTip(self.tr("Choose what is erased of the selected session"))
        self._keep_sound = entry(self.tr("&Keep sound until…"), self, self.keep_sound)
        self._due_sound = entry("", self, self._protection.show_due_sound)
        receipts = entry(self.tr("&Receipts…"), self, self._protection.show_receipts)
        entries = [self._for_good, receipts, self._keep_sound, self._due_sound]
        return menu_button(self.tr("Data protection"), self, entries)

    def _plan_button(self) -> QPushButton:
        acts = self._acts
        entries: list[QAction] = [
            self._draw_entry(),
            entry(self.tr("&Plan coding…"), self, self.plan),
            entry(self.tr("&Replace a coder…"), self, acts.replace_coder),
        ]
        if not self._may_write:
            for each in entries:
                each.setEnabled(False)
        packets = entry(self.tr("Coding pac&kets…"), self, self.show_packets)
        offices = entry(self.tr("&Offices…"), self, acts.show_offices)
        settings = entry(self.tr("Study &settings…"), self, acts.show_settings)
        return menu_button(self.tr("Plan"), self, [*entries, packets, offices, settings])

    def _draw_entry(self) -> QAction:
        made = entry(self.tr("&Draw segments…"), self, self.draw_segments)
        if not self._acts.draws_windows:
            made.setEnabled(False)
            made.setToolTip(self.tr("The codebook of this study codes whole recordings"))
        return made

    def _import_button(self, intake: Intake) -> QPushButton:
        entries = [
            entry(
                self.tr("A &table of sessions or ratings, with a preview…"),
                self,
                intake.import_table,
            ),
            entry(self.tr("&Codings from other programs…"), self, intake.import_codings),
            None,
            entry(
                self.tr("&Sessions from our own sheet, at once…"), self, intake.ask_for_sessions
            ),
            entry(self.tr("&Ratings from our own sheet, at once…"), self, intake.ask_for_ratings),
        ]
        made = menu_button(self.tr("Import"), self, entries, drawing=Icon.IMPORT)
        made.setEnabled(self._may_write)
        return made
