"""When a cell may be told, and why one is hidden."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class HiddenBecause(StrEnum):
    """Why a cell is not told."""

    FEW = "few"
    SUBTRACTION = "subtraction"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureRule:
    """How many different workers a cell must rest on, and how unsure the rest must stay.

    A hidden number of units must be able to differ by ``threshold`` - 1, the number of workers by
    1, and a hidden mean by ``least_share`` of the range its values can have.
    """

    threshold: int
    hides_empty: bool = True
    least_share: float = 0.25

    def __post_init__(self) -> None:
        if self.threshold < 2 or not 0 < self.least_share < 1:
            raise ValueError("a rule hides the values of single people at least")

    def is_few(self, workers: int) -> bool:
        """Whether a cell on so many workers is hidden for itself."""
        return workers < self.threshold and (workers > 0 or self.hides_empty)

    def reason(self, because: HiddenBecause) -> str:
        """The reason as it is printed.

        Examples
        --------
        >>> INSIDE.reason(HiddenBecause.FEW)
        'hidden: fewer than 5 workers'
        """
        if because is HiddenBecause.FEW:
            return f"hidden: fewer than {self.threshold} workers"
        return "hidden: could be found by subtraction"


INSIDE = DisclosureRule(threshold=5)
"""Tables that stay inside the organisation."""
OUTSIDE = DisclosureRule(threshold=10)
"""Tables that leave the organisation, as UK LLC has them: empty cells are hidden too."""
