"""The order in which a page is read: panels by where they stand, controls by their panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QDockWidget, QWidget


def reading_order(boxes: Sequence[QRect]) -> list[int]:
    """Places of the boxes as they are read: columns from the left, rows in them from the top.

    The boxes are divided by straight cuts, first from top to bottom, then from side to side, and
    so on inside the parts. Boxes that overlap are read by their upper left corners.
    """
    return _read(list(range(len(boxes))), boxes)


def belongs_to(page: QWidget, widget: QWidget | None) -> bool:
    """Whether a widget lies on a page, also in a panel that floats in a window of its own."""
    while widget is not None and widget is not page:
        if widget.isWindow() and not isinstance(widget, QDockWidget):
            return False
        widget = widget.parentWidget()
    return widget is page


def chain_focus(page: QWidget, areas: Iterable[QWidget]) -> None:
    """Have Tab go through the areas in this order; inside each its own order stays.

    Areas in a window of their own keep a round of their own.
    """
    stops = _tab_stops(page)
    ordered = [stop for area in areas for stop in stops if stop is area or area.isAncestorOf(stop)]
    if ordered == [stop for stop in stops if stop in set(ordered)]:
        return
    for stop, following in pairwise(ordered):
        QWidget.setTabOrder(stop, following)


def _tab_stops(page: QWidget) -> list[QWidget]:
    """Widgets of the page that Tab may stop at, in the order in which it does."""
    stops: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        stops_here = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stops_here and widget.focusProxy() is None and page.isAncestorOf(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def _read(places: list[int], boxes: Sequence[QRect]) -> list[int]:
    if len(places) < 2:
        return places
    for first, last in ((QRect.left, QRect.right), (QRect.top, QRect.bottom)):
        parts = _parts(places, boxes, first, last)
        if len(parts) > 1:
            return [place for part in parts for place in _read(part, boxes)]
    return sorted(places, key=lambda place: (boxes[place].left(), boxes[place].top()))


def _parts(
    places: list[int],
    boxes: Sequence[QRect],
    first: Callable[[QRect], int],
    last: Callable[[QRect], int],
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
