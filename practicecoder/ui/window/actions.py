"""Actions of the window: what there is, and what is offered to whom at this moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.settings import ColourScheme
from practicecoder.ui.window.pages import STUDY_PAGES

if TYPE_CHECKING:
    from practicecoder.ui.study_view import StudyView

SCHEMES: Mapping[ActionId, ColourScheme] = {
    ActionId.SCHEME_SYSTEM: ColourScheme.SYSTEM,
    ActionId.SCHEME_LIGHT: ColourScheme.LIGHT,
    ActionId.SCHEME_DARK: ColourScheme.DARK,
}
OF_A_ROLE = (ActionId.EXPORT, ActionId.EXPORT_REGISTER, ActionId.PEOPLE)
OF_ENCRYPTED_STUDIES = (
    ActionId.LOCK_STUDY,
    ActionId.CHANGE_PASSPHRASE,
    ActionId.NEW_RECOVERY_CODE,
)


class WindowActions:
    """Makes every action of the window, and offers what can be done with the open study.

    Parameters
    ----------
    acts
        What each action does; pages and colour schemes exclude each other.
    owner
        The window, which the shortcuts work in.
    """

    def __init__(self, acts: Mapping[ActionId, Callable[[], object]], owner: QWidget) -> None:
        self._made = {
            action_id: make_action(action_id, owner, act) for action_id, act in acts.items()
        }
        for group_ids in ((ActionId.PAGE_START, *STUDY_PAGES), tuple(SCHEMES)):
            group = QActionGroup(owner)
            for action_id in group_ids:
                self[action_id].setCheckable(True)
                group.addAction(self[action_id])
        self.show_page(ActionId.PAGE_START)

    def __getitem__(self, action_id: ActionId) -> QAction:
        return self._made[action_id]

    def show_page(self, action_id: ActionId) -> None:
        """Show which page is on the screen."""
        self[action_id].setChecked(True)

    def show_scheme(self, chosen: ColourScheme) -> None:
        """Show which colours are preferred."""
        for action_id, scheme in SCHEMES.items():
            self[action_id].setChecked(scheme is chosen)

    def show_what_may(self, view: StudyView | None) -> None:
        """Offer the pages and acts that are open to the person who works in a study.

        None stands for no open study.
        """
        for action_id in (*STUDY_PAGES, *OF_A_ROLE):
            self[action_id].setVisible(view is not None and view.may(action_id))
        self[ActionId.PAGE_SESSIONS].setVisible(view is not None)
        self[ActionId.CLOSE_STUDY].setEnabled(view is not None)
        is_encrypted = view is not None and view.is_encrypted
        for action_id in OF_ENCRYPTED_STUDIES:
            is_put_on_record = action_id is not ActionId.LOCK_STUDY
            can_be_done = not is_put_on_record or (
                view is not None and not view.services.read_only
            )
            self[action_id].setVisible(is_encrypted and can_be_done)
        may_encrypt = view is not None and not is_encrypted and not view.services.study.made_up
        self[ActionId.ENCRYPTION].setVisible(may_encrypt)
        self[ActionId.ENCRYPT_STUDY].setVisible(
            may_encrypt and view is not None and view.may(ActionId.PEOPLE)
        )
