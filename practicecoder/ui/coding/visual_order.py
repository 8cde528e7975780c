"""The order in which a page is read: panels by where they stand, controls by their panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import createdByPython


def reading_order(boxes: Sequence[QRect], *, in_rows: bool = False) -> list[int]:
    """Places of the boxes as they are read: columns from the left, rows in them from the top.

    The boxes are divided by straight cuts, first from top to bottom, then from side to side, and
    so on inside the parts; ``in_rows`` begins with the rows. Boxes that overlap are read by their
    upper left corners.
    """
    return _read(list(range(len(boxes))), boxes, _ROWS_FIRST if in_rows else _COLUMNS_FIRST)


def tab_stops(areas: Iterable[QWidget]) -> list[QWidget]:
    """Controls at which Tab stops, area after area, each read in rows from the top.

    The one that has the focus is among them, whether Tab would stop at it or not.
    """
    focused = QApplication.focusWidget()
    return [stop for area in areas for stop in _stops_in(area, focused)]


def go_by_tab(page: QWidget, stops: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the stop after the one with the focus the focus; after the last one leave the page.

    False if there is none.
    """
    focused = QApplication.focusWidget()
    ordered = list(stops) if forward else list(reversed(stops))
    following = ordered[ordered.index(focused) + 1 :] if focused in ordered else ordered
    target = following[0] if following else _beyond(page, forward=forward)
    if target is None and ordered:
        target = ordered[0]
    if target is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    return True


def _stops_in(area: QWidget, focused: QWidget | None) -> list[QWidget]:
    """Stops in an area by where they stand, from the tree of its widgets."""
    stops = [area] if area is focused or _is_stop(area) else []
    parts = [part for part in _parts_of(area) if part.isVisible() and not part.isWindow()]
    for place in reading_order([part.geometry() for part in parts], in_rows=True):
        stops += _stops_in(parts[place], focused)
    return stops


def _parts_of(area: QWidget) -> list[QWidget]:
    """Widgets that an area was put together from; none of a control, which is a whole.

    Widgets that Qt made for itself, such as viewports, are passed over: they have a wrapper only
    while it is held, and whatever is reached through one is let go of with it.
    """
    if isinstance(area, QScrollArea):
        content = area.widget()
        return [] if content is None else [content]
    if isinstance(area, _CONTROLS) or not createdByPython(area):
        return []
    return [child for child in area.children() if isinstance(child, QWidget)]


_CONTROLS = (QAbstractScrollArea, QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)


def _beyond(page: QWidget, *, forward: bool) -> QWidget | None:
    """First stop outside the page, round the window; None if the page is all there is."""
    stops = _stops_in(page.window(), None)
    inside = [place for place, stop in enumerate(stops) if page.isAncestorOf(stop)]
    if not inside or len(inside) == len(stops):
        return None
    before, after = stops[: inside[0]], stops[inside[-1] + 1 :]
    return (after + before)[0] if forward else (after + before)[-1]


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    takes = widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()
    return bool(by_tab) and takes


_Side = Callable[[QRect], int]
_COLUMNS: tuple[_Side, _Side] = (QRect.left, QRect.right)
_ROWS: tuple[_Side, _Side] = (QRect.top, QRect.bottom)
_COLUMNS_FIRST, _ROWS_FIRST = (_COLUMNS, _ROWS), (_ROWS, _COLUMNS)


def _read(
    places: list[int], boxes: Sequence[QRect], cuts: tuple[tuple[_Side, _Side], ...]
) -> list[int]:
    if len(places) < 2:
        return places
    for first, last in cuts:
        parts = _parts(places, boxes, first, last)
        if len(parts) > 1:
            return [place for part in parts for place in _read(part, boxes, cuts)]
    corner = cuts[0][0], cuts[1][0]
    return sorted(places, key=lambda place: tuple(side(boxes[place]) for side in corner))


def _parts(
    places: list[int],
    boxes: Sequence[QRect],
    first: _Side,
    last: _Side,
) -> list[list[int]]:
    """Boxes divided at every straight cut that goes through none of them."""
    parts: list[list[int]] = []
    reached = 0
    for place in sorted(places, key=lambda place: first(boxes[place])):
        begins, ends = first(boxes[place]), last(boxes[place])
        if not parts or begins > reached:
            parts.append([place])
            reached = ends
        else:
            parts[-1].append(place)
            reached = max(reached, ends)
    return parts
