from __future__ import annotations

import doctest

import pytest

from practicecoder.figures import style
from practicecoder.figures.style import Theme, look, mark_of, new_axes, number_word, span_scale


def test_no_two_of_many_groups_are_alike() -> None:
    for theme in Theme:
        assert len({mark_of(position, theme) for position in range(36)}) == 36


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_text_and_the_first_four_groups_stand_out(theme: Theme) -> None:
    colours = look(theme)
    assert contrast(colours.ink, colours.background) > 7
    assert contrast(colours.quiet, colours.background) > 4.5
    for colour in colours.groups[:4]:
        assert contrast(colour, colours.background) >= 2.95


def test_figures_have_the_size_of_the_export() -> None:
    figure, _ = new_axes(Theme.LIGHT)
    assert figure.get_size_inches() * 25.4 == pytest.approx([160, 100])


def test_scores_without_a_scale_keep_the_limits_of_their_data() -> None:
    _, axes = new_axes(Theme.LIGHT)
    axes.set_ylim(0, 0.7)
    span_scale(axes, None)
    assert axes.get_ylim() == (0, 0.7)


def test_a_long_scale_keeps_its_own_ticks() -> None:
    _, axes = new_axes(Theme.LIGHT)
    span_scale(axes, (0, 100))
    assert len(axes.get_yticks()) < 20


def test_numbers_beyond_twelve_are_figures() -> None:
    assert (number_word(12), number_word(13)) == ("twelve", "13")


def test_the_examples_in_docstrings_are_true() -> None:
    assert doctest.testmod(style).failed == 0
