"""Studies that were open, places where people stopped, and views of tables they saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from practicecoder.domain.ids import BlindCode, StudyId


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPlace:
    """Where a person stopped: the session, by its blind code, and the moment in it.

    ``is_open`` while the session is open, and so also after the program ended without closing
    it; ``note_id`` is the note that was being written, empty if none was.
    """

    blind_code: BlindCode
    position_ms: int
    is_open: bool = False
    note_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A way of looking at a table under a name: what is kept, which columns, in which order.

    ``columns`` and ``sorted_by`` are titles as the program declares them. Empty words, ``pick``
    and ``state`` keep every row; no columns are all of them, and no ``sorted_by`` is the order
    that rows come in. Whoever reads a view passes over what is not known.
    """

    name: str
    words: str = ""
    pick: str = ""
    state: str = ""
    columns: tuple[str, ...] = ()
    sorted_by: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentStudy:
    """A study that was open on this computer, with the title it had then."""

    path: Path
    title: str
    study_id: StudyId


def views_from(saved: object) -> tuple[SavedView, ...]:
    """Views as a JSON text held them; what is no view is passed over."""
    return tuple(_view_from(one) for one in saved if _is_view(one)) if _is_list(saved) else ()


def _is_list(saved: object) -> TypeGuard[list[object]]:
    return isinstance(saved, list)


def _is_view(saved: object) -> TypeGuard[dict[str, object]]:
    return isinstance(saved, dict) and isinstance(saved.get("name"), str) and bool(saved["name"])


def _view_from(saved: Mapping[str, object]) -> SavedView:
    """View as it was saved, without what is not of its kind."""
    texts = {
        key: value
        for key in ("name", "words", "pick", "state", "sorted_by")
        if isinstance(value := saved.get(key), str)
    }
    columns = saved.get("columns")
    return SavedView(
        **texts,
        columns=tuple(c for c in columns if isinstance(c, str)) if _is_list(columns) else (),
        descending=saved.get("descending") is True,
    )
