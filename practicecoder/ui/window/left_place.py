"""Where a person was in a study that is closed for a while, and back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practicecoder.ui.security.guard import LeftPlace

if TYPE_CHECKING:
    from practicecoder.ui.study_view import StudyView


def place_in(view: StudyView) -> LeftPlace:
    """Where to go on when the study is opened again."""
    return LeftPlace(
        path=view.services.path,
        title=view.services.study.title,
        read_only=view.services.read_only,
        page=view.shown_page,
        session=view.shown_session,
        meeting=view.shown_meeting,
    )


def go_on_at(left: LeftPlace, view: StudyView) -> None:
    """Show what was on the screen when the study was left."""
    if left.session is not None:
        view.open_coding(left.session)
    elif left.meeting is not None:
        view.open_meeting(left.meeting)
    else:
        view.show_page(left.page)
