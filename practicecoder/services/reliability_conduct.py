"""How double codings came about, in sentences for a methods section, from what is on record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from practicecoder.domain.allocation import AllocationPlan
from practicecoder.domain.certification import Certificate
from practicecoder.domain.coding import Coding
from practicecoder.reports.words import day_in_words
from practicecoder.scoring.results import shown
from practicecoder.scoring.scores import listed
from practicecoder.services.blinding import blinding_was_lost


def draw_in_words(plans: Sequence[AllocationPlan]) -> str:
    """How sessions were drawn for several coders; empty where no draw is on record."""
    drawn = sorted((p for p in plans if p.n_double), key=lambda p: (p.made_at, p.plan_id))
    return " ".join(_drawn(plan) for plan in drawn)


def _drawn(plan: AllocationPlan) -> str:
    strata = [name.replace("_", " ") for name in plan.strata]
    balanced = f", balanced over {listed(strata)}" if strata else ""
    share = shown(100 * plan.n_double / plan.n_sessions, 0)
    day = plan.made_at.date()
    return (
        f"On {day_in_words(day)}, {plan.n_double} of {plan.n_sessions} sessions ({share}%) were "
        f"drawn at random{balanced}, to be coded by {plan.coders_per_double} of "
        f"{len(plan.coders)} coders each (seed {plan.seed})."
    )


def blinding_in_words(codings: Sequence[Coding], imported: frozenset[str]) -> str:
    """Independence of coders, and how often one said that blinding was lost.

    Parameters
    ----------
    codings
        Of the sessions that several coded.
    imported
        Ids of codings that came from a table: of these nothing is known.
    """
    made = [coding for coding in codings if coding.coding_id not in imported]
    n_imported = len(codings) - len(made)
    if not made:
        return ""
    unblinded = sum(blinding_was_lost(coding) for coding in made)
    told = (
        "Coders coded independently, without seeing each other’s ratings; in "
        f"{unblinded} of {len(made)} codings the coder said that blinding was lost (someone was "
        "recognised, or the office or phase became known)."
    )
    if n_imported:
        told += (
            f" How {n_imported} further codings were made, which were imported, is not on record."
        )
    return told


def rule_in_words(certificates: Sequence[Certificate], on: date) -> str:
    """What certificates asked for; empty where none holds on the day."""
    rules = dict.fromkeys(c.rule for c in certificates if c.is_valid(on) and c.rule)
    return f"A certificate asked for: {'; or '.join(rules)}." if rules else ""
