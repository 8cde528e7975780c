"""Works of a list of references: what APA sets in italics stands between two asterisks."""

from __future__ import annotations

from practicecoder.reports.text import Run, Weight


def plain_work(work: str) -> str:
    """A work as text without any look.

    Examples
    --------
    >>> plain_work("Welch, B. L. (1947). Title. *Biometrika, 34*(1–2), 28–35.")
    'Welch, B. L. (1947). Title. Biometrika, 34(1–2), 28–35.'
    """
    return work.replace("*", "")


def work_runs(work: str) -> tuple[Run, ...]:
    """A work in runs: journal and volume, or the title of a book, in italics.

    Examples
    --------
    >>> [run.words for run in work_runs("A. *B, 3*(1).") if run.weight is Weight.TERM]
    ['B, 3']
    """
    parts = work.split("*")
    return tuple(
        Run(words, Weight.TERM if place % 2 else Weight.PLAIN)
        for place, words in enumerate(parts)
        if words
    )
