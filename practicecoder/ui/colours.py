"""The two sets of colours of the window, by what each colour is for."""

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

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return self.name == "dark"


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
)


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
