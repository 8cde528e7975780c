"""The sets of colours of the window, light and dark, by what each colour is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Everything that is painted, by what it is for; each a ``#rrggbb`` text.

    ``text`` and ``muted`` read on ``window``, ``surface``, ``sunken`` and ``soft``; ``accent``
    reads as text on them too. ``series`` are the four colours of marks in order (navy, turquoise,
    plum, orange or their dark twins): marks only, always with a shape or a word beside them.
    """

    name: str
    window: str
    surface: str
    sunken: str
    soft: str
    border: str
    outline: str
    text: str
    muted: str
    accent: str
    on_accent: str
    focus: str
    rail: str
    rail_text: str
    rail_chosen: str
    rail_off: str
    success: str
    warning_surface: str
    warning_border: str
    warning: str
    error: str
    series: tuple[str, str, str, str]
    is_dark: bool = False
    is_high: bool = False

    @property
    def text_contrast(self) -> float:
        """Least contrast of text (WCAG 2.2, 1.4.3; in strong contrast 1.4.6)."""
        return 7.0 if self.is_high else 4.5

    @property
    def mark_contrast(self) -> float:
        """Least contrast of marks, edges and focus (WCAG 2.2, 1.4.11; in strong contrast more)."""
        return 4.5 if self.is_high else 3.0


LIGHT = Colours(
    name="light",
    window="#F3F5F8",
    surface="#FFFFFF",
    sunken="#E9EEF3",
    soft="#DCE8F3",
    border="#D2DAE2",
    outline="#72808D",
    text="#1A2430",
    muted="#4F5B67",
    accent="#12436D",
    on_accent="#FFFFFF",
    focus="#1467B3",
    rail="#12436D",
    rail_text="#FFFFFF",
    rail_chosen="#2B6394",
    rail_off="#9DB6CC",
    success="#0B655D",
    warning_surface="#FFF3E9",
    warning_border="#F46A25",
    warning="#7A3606",
    error="#A0123C",
    series=("#12436D", "#28A197", "#801650", "#F46A25"),
)
DARK = Colours(
    name="dark",
    window="#151617",
    surface="#1E1E1E",
    sunken="#292B2D",
    soft="#203B53",
    border="#3A3D40",
    outline="#84909C",
    text="#E8ECF0",
    muted="#AAB5C0",
    accent="#6BACE6",
    on_accent="#0D1B29",
    focus="#8CC3F2",
    rail="#0F1215",
    rail_text="#E8ECF0",
    rail_chosen="#25415B",
    rail_off="#7E8B98",
    success="#4FC4B9",
    warning_surface="#33261B",
    warning_border="#F46A25",
    warning="#FFC09A",
    error="#FF9AAE",
    series=("#6BACE6", "#28A197", "#A285D1", "#F46A25"),
    is_dark=True,
)
HIGH_LIGHT = Colours(
    name="high-light",
    window="#FFFFFF",
    surface="#FFFFFE",
    sunken="#F0F0F0",
    soft="#DDEBFA",
    border="#5A6068",
    outline="#3A4048",
    text="#000000",
    muted="#2B2F36",
    accent="#08305C",
    on_accent="#FFFFFF",
    focus="#0A4B94",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_chosen="#08305C",
    rail_off="#B8C4D0",
    success="#04473F",
    warning_surface="#FFF3E9",
    warning_border="#A33C04",
    warning="#5E2703",
    error="#7D0A2C",
    series=("#08305C", "#0B655D", "#801650", "#A33C04"),
    is_high=True,
)
HIGH_DARK = Colours(
    name="high-dark",
    window="#000000",
    surface="#000001",
    sunken="#161616",
    soft="#10293F",
    border="#8D96A0",
    outline="#B4BEC8",
    text="#FFFFFF",
    muted="#D5DCE3",
    accent="#8FC7FA",
    on_accent="#000000",
    focus="#FFD84D",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_chosen="#10293F",
    rail_off="#9AA5B0",
    success="#74E0D5",
    warning_surface="#241605",
    warning_border="#FF8A4C",
    warning="#FFCFAE",
    error="#FFB3C2",
    series=("#8FC7FA", "#3CC9BC", "#C7A9F5", "#FF8A4C"),
    is_dark=True,
    is_high=True,
)
EVERY_SET = (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)


def colour_set(*, is_dark: bool, is_high: bool) -> Colours:
    """The set for light or dark, in ordinary or strong contrast."""
    return next(s for s in EVERY_SET if (s.is_dark, s.is_high) == (is_dark, is_high))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours after WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(shade: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (int(shade[i : i + 2], 16) for i in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
