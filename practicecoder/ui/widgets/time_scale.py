"""Which stretch of a recording a picture shows, and where each moment stands in it."""

from __future__ import annotations

SHORTEST_VIEW_MS = 2_000
_STEPS_MS = (
    100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000,
    60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000,
)  # fmt: skip


class TimeScale:
    """Maps milliseconds to pixels; zoomed out it shows all, never more.

    ``left_px`` is where the picture begins, ``width_px`` how wide it is from there. ``start_ms``
    and ``view_ms`` are fractions so that zooming keeps the time under the pointer.
    """

    def __init__(self) -> None:
        self.duration_ms = 0
        self.left_px = 0
        self.width_px = 1
        self.start_ms = 0.0
        self.view_ms = 0.0

    @property
    def end_ms(self) -> float:
        """Right edge of the view."""
        return self.start_ms + self.view_ms

    @property
    def right_px(self) -> int:
        """Where the picture ends."""
        return self.left_px + self.width_px

    @property
    def is_whole(self) -> bool:
        """Whether all of the recording is in view."""
        return self.view_ms >= self.duration_ms

    def set_duration(self, duration_ms: int) -> None:
        """Show all of a recording of this length."""
        self.duration_ms = max(0, duration_ms)
        self.start_ms, self.view_ms = 0.0, float(self.duration_ms)

    def x_of(self, at_ms: float) -> float:
        """Pixel of a moment, which may lie outside the view."""
        if self.view_ms <= 0:
            return float(self.left_px)
        return self.left_px + (at_ms - self.start_ms) / self.view_ms * self.width_px

    def ms_at(self, x: float) -> int:
        """Moment at a pixel, within the recording."""
        at_ms = self.start_ms + (x - self.left_px) / max(1, self.width_px) * self.view_ms
        return min(max(0, round(at_ms)), self.duration_ms)

    def zoom(self, factor: float, at_x: float) -> None:
        """Show ``factor`` times as much detail; the moment at ``at_x`` stays where it is."""
        share = min(max((at_x - self.left_px) / max(1, self.width_px), 0.0), 1.0)
        fixed_ms = self.start_ms + share * self.view_ms
        shortest = min(SHORTEST_VIEW_MS, self.duration_ms)
        self.view_ms = min(max(self.view_ms / factor, shortest), float(self.duration_ms))
        self.scroll_to(fixed_ms - share * self.view_ms)

    def scroll_to(self, start_ms: float) -> None:
        """Put a moment at the left edge, as far as the ends allow."""
        self.start_ms = min(max(0.0, start_ms), max(0.0, self.duration_ms - self.view_ms))

    def shows(self, at_ms: float) -> bool:
        """Whether a moment is in view."""
        return self.start_ms <= at_ms <= self.end_ms

    def tick_ms(self, least_px: float) -> int:
        """Distance of the ruler's labels: a round time at least ``least_px`` wide."""
        ms_per_px = self.view_ms / max(1, self.width_px)
        wanted = least_px * ms_per_px
        return next((step for step in _STEPS_MS if step >= wanted), _STEPS_MS[-1])
