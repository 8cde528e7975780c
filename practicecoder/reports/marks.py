"""The marks of the charts as vectors: the shipped fonts have no circles, diamonds or triangles."""

from __future__ import annotations

import math

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from practicecoder.reports.styles import Colour

DOT_RADIUS = 3.9
RING_RADIUS = 3.9
RING_AROUND_RADIUS = 6.6
DIAMOND_HALF = 5.4
SIGN_HALF = 4.0


def dot(canvas: Canvas, x: float, y: float, *, radius: float = DOT_RADIUS) -> None:
    """Filled circle: the rating of this session."""
    canvas.setFillColor(Colour.NAVY)
    canvas.circle(x, y, radius, stroke=0, fill=1)


def ring(canvas: Canvas, x: float, y: float, *, around: bool = False) -> None:
    """Open circle: the session before; wider where it goes around another mark."""
    canvas.setStrokeColor(Colour.GREY)
    canvas.setLineWidth(1.1)
    if around:
        canvas.circle(x, y, RING_AROUND_RADIUS, stroke=1, fill=0)
    else:
        canvas.setFillColor(Colour.WHITE)
        canvas.circle(x, y, RING_RADIUS, stroke=1, fill=1)


def small_now(canvas: Canvas, x: float, y: float) -> None:
    """Small filled circle: this session in the own trend."""
    dot(canvas, x, y, radius=2.5)


def small_before(canvas: Canvas, x: float, y: float, *, room: float) -> None:
    """Small open circle: an earlier session in the own trend, apart from the next by ``room``."""
    canvas.setFillColor(Colour.WHITE)
    canvas.setStrokeColor(Colour.GREY)
    canvas.setLineWidth(0.8)
    canvas.circle(x, y, min(1.7, 0.32 * room), stroke=1, fill=1)


def diamond(canvas: Canvas, x: float, y: float) -> None:
    """Filled diamond: a score."""
    polygon(canvas, x, y, DIAMOND_HALF, corners=4, colour=Colour.NAVY)


def range_bar(canvas: Canvas, left: float, right: float, y: float) -> None:
    """Pale bar: the likely range of a score, its ends marked for copies in grey."""
    canvas.setFillColor(Colour.RANGE)
    canvas.rect(left, y - 3.2, right - left, 6.4, stroke=0, fill=1)
    canvas.setStrokeColor(Colour.NAVY)
    canvas.setLineWidth(0.8)
    for end in (left, right):
        canvas.line(end, y - 3.2, end, y + 3.2)


def triangle(canvas: Canvas, x: float, y: float) -> None:
    """Filled triangle, point up: a strength."""
    polygon(canvas, x, y - 1, SIGN_HALF + 1.2, corners=3, colour=Colour.TURQUOISE)


def square(canvas: Canvas, x: float, y: float) -> None:
    """Filled square: something to build."""
    canvas.setFillColor(Colour.PLUM)
    half = SIGN_HALF - 0.4
    canvas.rect(x - half, y - half, 2 * half, 2 * half, stroke=0, fill=1)


def small_dot(canvas: Canvas, x: float, y: float) -> None:
    """Small grey circle: a moment that is neither."""
    canvas.setFillColor(Colour.GREY)
    canvas.circle(x, y, 2.4, stroke=0, fill=1)


def polygon(
    canvas: Canvas, x: float, y: float, radius: float, *, corners: int, colour: Color
) -> None:
    """Filled polygon of equal sides with a corner at the top."""
    path = canvas.beginPath()
    for corner in range(corners):
        angle = math.pi / 2 + 2 * math.pi * corner / corners
        point = (x + radius * math.cos(angle), y + radius * math.sin(angle))
        (path.lineTo if corner else path.moveTo)(*point)
    path.close()
    canvas.setFillColor(colour)
    canvas.drawPath(path, stroke=0, fill=1)
