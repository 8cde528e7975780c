"""Proposals follow their rule: what the moment shows, own change, then level."""

from __future__ import annotations

from practicecoder.domain.coding import Polarity
from practicecoder.reports.data import Moment, RatedDimension, ReportScale
from practicecoder.services.feedback_proposals import proposed_strengths, proposed_to_build

UP = ReportScale(minimum=1, maximum=5)
DOWN = ReportScale(minimum=1, maximum=5, lower_is_better=True)


def rated(
    label: str,
    before: float | None,
    value: float | None,
    polarity: Polarity,
    *,
    minute: int = 1,
    scale: ReportScale = UP,
    note: str = "",
) -> RatedDimension:
    return RatedDimension(
        label=label,
        scale=scale,
        value=value,
        not_rated="" if value is not None else "too faint",
        earlier=() if before is None else (before,),
        moments=(Moment(at_ms=minute * 60_000, polarity=polarity, quote="Words", note=note),),
    )


def test_a_gain_comes_before_a_high_level() -> None:
    steady = rated("Steady", 5, 5, Polarity.STRENGTH, minute=1)
    gained = rated("Gained", 2, 3, Polarity.STRENGTH, minute=2)
    fallen = rated("Fallen", 5, 4, Polarity.STRENGTH, minute=3)

    chosen = proposed_strengths((fallen, steady, gained))

    assert [strength.dimension for strength in chosen] == ["Gained", "Steady"]


def test_a_loss_comes_before_a_low_level() -> None:
    low = rated("Low", 1, 1, Polarity.TO_BUILD)
    fallen = rated("Fallen", 5, 4, Polarity.TO_BUILD)

    (item,) = proposed_to_build((low, fallen))

    assert item.dimension == "Fallen"


def test_without_a_visit_before_the_level_decides() -> None:
    middle = rated("Middle", None, 3, Polarity.STRENGTH, minute=1)
    high = rated("High", None, 4, Polarity.STRENGTH, minute=2)
    low = rated("Low", None, 2, Polarity.STRENGTH, minute=3)

    assert [s.dimension for s in proposed_strengths((middle, high, low))] == ["High", "Middle"]


def test_where_lower_is_better_a_fall_is_a_gain() -> None:
    fell = rated("Fell", 4, 3, Polarity.STRENGTH, minute=1, scale=DOWN)
    rose = rated("Rose", 1, 2, Polarity.STRENGTH, minute=2, scale=DOWN)

    assert proposed_strengths((rose, fell))[0].dimension == "Fell"
    build = rated("Rose", 1, 2, Polarity.TO_BUILD, scale=DOWN)
    assert (
        proposed_to_build((rated("Fell", 4, 3, Polarity.TO_BUILD, scale=DOWN), build))[0].dimension
        == "Rose"
    )


def test_one_moment_is_not_proposed_twice() -> None:
    one = rated("One", None, 4, Polarity.STRENGTH, minute=7)
    other = rated("Other", None, 3, Polarity.STRENGTH, minute=7)

    assert len(proposed_strengths((one, other))) == 1


def test_the_coders_note_words_the_strength_and_is_not_repeated() -> None:
    noted = rated("Empathy", None, 4, Polarity.STRENGTH, note="Stayed with the worry")

    (strength,) = proposed_strengths((noted,))

    assert strength.behaviour == "Stayed with the worry"
    assert strength.moments[0].note == ""
    assert strength.moments[0].quote == "Words"


def test_strengths_are_never_proposed_from_things_to_build() -> None:
    build = rated("Empathy", None, 5, Polarity.TO_BUILD)

    assert proposed_strengths((build,)) == ()
    assert proposed_to_build((rated("Empathy", None, 1, Polarity.STRENGTH),)) == ()


def test_a_moment_of_an_unrated_dimension_can_still_be_a_strength() -> None:
    unrated = rated("Evocation", 3, None, Polarity.STRENGTH)

    (strength,) = proposed_strengths((unrated,))

    assert strength.rating is None
