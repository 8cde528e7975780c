"""What is asked for and what was reached, in words for certificates, pages and reports."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from practicecoder.domain.certification import PassRule
from practicecoder.domain.coding import CodebookRef
from practicecoder.domain.ids import CoderId
from practicecoder.reports.words import day_in_words
from practicecoder.scoring.results import NotEstimable, Statistic, coefficient_shown, shown

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.reference import AgainstReference


def rule_in_words(rule: PassRule) -> str:
    """What a pass rule asks for.

    Examples
    --------
    >>> rule_in_words(PassRule(kappa=0.6))
    '10 recordings or more; within one level at least 90%; weighted kappa at least .60'
    """
    each = " on each dimension" if rule.each_dimension else ""
    parts = [f"{rule.recordings} recording{'' if rule.recordings == 1 else 's'} or more"]
    if rule.exact > 0:
        parts.append(f"exact at least {_percent(rule.exact)}{each}")
    if rule.within_one > 0:
        parts.append(f"within one level at least {_percent(rule.within_one)}{each}")
    if rule.kappa is not None:
        parts.append(f"weighted kappa at least {coefficient_shown(rule.kappa)}")
    return "; ".join(parts)


def result_in_words(found: AgainstReference) -> str:
    """What was reached, such as ``"exact 71%, within one level 97%, weighted kappa .66"``."""
    return ", ".join(
        (
            f"exact {share_in_words(found.exact)}",
            f"within one level {share_in_words(found.within_one)}",
            f"weighted kappa {kappa_in_words(found.kappa)}",
        )
    )


def share_in_words(share: Statistic) -> str:
    """A share in percent; a dash where there is none."""
    return "–" if isinstance(share, NotEstimable) else _percent(share.value)


def kappa_in_words(kappa: Statistic) -> str:
    """A coefficient; a dash where there is none."""
    return "–" if isinstance(kappa, NotEstimable) else coefficient_shown(kappa.value)


def certification_in_words(
    codebook: CodebookRef,
    coders: Sequence[CoderId],
    certified: Collection[CoderId],
    on: date,
    *,
    is_practised: bool,
) -> str:
    """Who of some coders was certified on a day, in a sentence.

    ``is_practised``: the study asks for certificates, or has granted one.
    """
    book = f"{codebook.codebook_id} {codebook.version}"
    if not is_practised:
        return "The study did not certify its coders."
    named = sorted(set(coders))
    if not named:
        return "No coder is concerned."
    without = [coder for coder in named if coder not in certified]
    held = f"a certificate for {book} that was valid on {day_in_words(on)}"
    if not without:
        who = f"Coder {named[0]}" if len(named) == 1 else f"All {len(named)} coders"
        return f"{who} held {held}."
    if len(without) == len(named):
        who = (
            f"Coder {named[0]} held no"
            if len(named) == 1
            else f"None of {len(named)} coders held a"
        )
        return f"{who} certificate for {book} that was valid on {day_in_words(on)}."
    return (
        f"{len(named) - len(without)} of {len(named)} coders held {held}; "
        f"{', '.join(without)} did not."
    )


def _percent(share: float) -> str:
    return f"{shown(100 * share, 1).removesuffix('.0')}%"
