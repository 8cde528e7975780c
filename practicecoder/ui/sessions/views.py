"""Views of the lead's table: those that come with the program, and those a lead saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from practicecoder.domain.ids import StudyId
from practicecoder.domain.sessions import SessionState
from practicecoder.ui.languages import translate
from practicecoder.ui.sessions.columns import LEAD_COLUMNS
from practicecoder.ui.sessions.filters import Pick
from practicecoder.ui.settings import SavedView, Settings

TITLES = tuple(column.title for column in LEAD_COLUMNS)
"""Titles of all columns as declared, in their usual order."""
KEPT_TITLE = TITLES[0]
"""The column that stays in every view: which session it is."""

USUAL = tuple(title for title in TITLES if title not in ("Submitted", "Consensus"))
"""Columns of all sessions; the state tells of codings and a consensus too, and the table is wide
enough."""
_FOR_DECISIONS = (
    "Session", "Office", "Assigned to", "Submitted", "Due", "Consensus", "State", "Flags",
)  # fmt: skip
_FOR_DOUBLE = (
    "Session", "Office", "Phase", "Assigned to", "Submitted", "Due", "Consensus", "State", "Flags",
)  # fmt: skip


def shipped_views() -> tuple[SavedView, ...]:
    """Views that come with the program; they cannot be changed."""
    return (
        SavedView(name=_tr("All sessions"), columns=USUAL),
        SavedView(
            name=_tr("Needs a decision"),
            pick=Pick.DECISION.value,
            columns=_FOR_DECISIONS,
            sorted_by="Flags",
            descending=True,
        ),
        SavedView(name=_tr("Double-coded"), pick=Pick.DOUBLE.value, columns=_FOR_DOUBLE),
    )


def usable(view: SavedView) -> SavedView:
    """View without what the table does not know, such as columns of another version."""
    known = tuple(dict.fromkeys(title for title in view.columns if title in TITLES))
    if known and KEPT_TITLE not in known:
        known = (KEPT_TITLE, *known)
    columns = () if known == TITLES else known
    is_sorted = view.sorted_by in (columns or TITLES)
    return replace(
        view,
        words=" ".join(view.words.split()),
        pick=view.pick if view.pick in {p.value for p in Pick if p is not Pick.EVERYTHING} else "",
        state=view.state if view.state in set(SessionState) else "",
        columns=columns,
        sorted_by=view.sorted_by if is_sorted else "",
        descending=view.descending and is_sorted,
    )


class ViewShelf:
    """The views that can be chosen, and what is done with one's own.

    Without ``settings`` own views are forgotten when the window closes.
    """

    def __init__(self, settings: Settings | None, study_id: StudyId) -> None:
        self._settings = settings
        self._study_id = study_id
        saved = () if settings is None else settings.saved_views(study_id)
        self._own = _one_of_each_name(usable(view) for view in saved)

    @property
    def own(self) -> tuple[SavedView, ...]:
        """Views that a lead saved, by name."""
        return self._own

    @property
    def all(self) -> tuple[SavedView, ...]:
        """Views that come with the program, and one's own behind them."""
        return (*shipped_views(), *self._own)

    def named(self, name: str) -> SavedView | None:
        """View with a name, however that is written; None if there is none."""
        return next((view for view in self.all if _key(view.name) == _key(name)), None)

    def is_own(self, name: str) -> bool:
        """Whether a view was saved by a lead, so that it can be changed."""
        return any(_key(view.name) == _key(name) for view in self._own)

    def is_shipped(self, name: str) -> bool:
        """Whether a view comes with the program."""
        return any(_key(view.name) == _key(name) for view in shipped_views())

    def save(self, view: SavedView) -> SavedView:
        """Save a view; one's own of the same name is replaced.

        Raises
        ------
        ValueError
            If the name is empty or that of a view that comes with the program.
        """
        kept = usable(replace(view, name=" ".join(view.name.split())))
        if not kept.name or self.is_shipped(kept.name):
            raise ValueError("a view of one's own needs a name of its own")
        others = [one for one in self._own if _key(one.name) != _key(kept.name)]
        self._keep([*others, kept])
        return kept

    def rename(self, name: str, to: str) -> SavedView:
        """Give one's own view another name.

        Raises
        ------
        KeyError
            If there is no such view of one's own.
        ValueError
            If the other name is empty, or that of another view.
        """
        before = next((one for one in self._own if _key(one.name) == _key(name)), None)
        if before is None:
            raise KeyError(name)
        taken = self.named(to)
        if taken is not None and taken != before:
            raise ValueError("there is a view of this name")
        after = replace(before, name=" ".join(to.split()))
        if not after.name:
            raise ValueError("a view needs a name")
        self._keep([after if one == before else one for one in self._own])
        return after

    def delete(self, name: str) -> None:
        """Forget one's own view; KeyError if there is none of this name."""
        if not self.is_own(name):
            raise KeyError(name)
        self._keep(one for one in self._own if _key(one.name) != _key(name))

    def _keep(self, views: Iterable[SavedView]) -> None:
        self._own = tuple(sorted(views, key=lambda view: _key(view.name)))
        if self._settings is not None:
            self._settings.set_saved_views(self._study_id, self._own)


def _one_of_each_name(views: Iterable[SavedView]) -> tuple[SavedView, ...]:
    taken = {_key(view.name) for view in shipped_views()}
    found = []
    for view in sorted(views, key=lambda view: _key(view.name)):
        if _key(view.name) not in taken:
            taken.add(_key(view.name))
            found.append(view)
    return tuple(found)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _tr(text: str) -> str:
    return translate("Sessions", text)
