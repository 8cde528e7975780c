"""Agreement on units that coders gave one nominal code each, overall and by category."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from practicecoder.errors import ImportedDataError
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.code_pairs import CodePairs, NominalPair
from practicecoder.scoring.reliability.drawn_codes import DrawnCodes
from practicecoder.scoring.reliability.kappa import PairKappa
from practicecoder.scoring.reliability.nominal_forms import NominalForms
from practicecoder.scoring.reliability.notes import Note
from practicecoder.scoring.reliability.unit_codes import UnitCode, UnitTable, problems_of
from practicecoder.scoring.results import Statistic

__all__ = [
    "NOMINAL_KEYS",
    "CategoryAgreement",
    "NominalPair",
    "NominalReliability",
    "UnitCode",
    "nominal_reliability",
]

NOMINAL_KEYS = ("fleiss_kappa", "alpha_nominal", "ac1", "kappa", "exact_agreement")
UNITS_CLUSTERED = Note(
    note_id="units_clustered",
    sentence="Units of one session are alike; the interval is too narrow.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryAgreement:
    """One category against all others: how often it was given, and Fleiss' kappa."""

    code: str
    n_given: int
    kappa: Statistic


@dataclass(frozen=True, slots=True, kw_only=True)
class NominalReliability:
    """Agreement on nominal codes; ``statistics`` by the keys of ``NOMINAL_KEYS``.

    ``n_sessions`` is None where units have no sessions, and then units were drawn for intervals.
    """

    n_units: int
    n_multiple_coded: int
    n_sessions: int | None
    coders: tuple[str, ...]
    codes: tuple[str, ...]
    statistics: Mapping[str, Statistic]
    kappa_pairs: tuple[PairKappa, ...]
    pairs: tuple[NominalPair, ...]
    categories: tuple[CategoryAgreement, ...]
    notes: tuple[Note, ...]
    level: float
    seed: int


def nominal_reliability(
    codes: Sequence[UnitCode],
    categories: Sequence[str] | None = None,
    *,
    level: float = 0.95,
    seed: int,
) -> NominalReliability:
    """Fleiss' kappa, alpha, AC1, kappas and exact agreement of a codes table.

    A unit with one code stays in the shares of categories and in no agreement. Intervals come
    from drawn sessions; where units have no sessions, from their standard error or drawn units,
    with the note ``units_clustered``.

    Parameters
    ----------
    codes
        One for each coder and unit.
    categories
        All that could be given, in their order; those in use, by name, if None. AC1 depends on
        how many there are.

    Raises
    ------
    ImportedDataError
        With every repeated (unit, coder), unknown category and unit of two sessions.

    Examples
    --------
    >>> given = [("u1", "a", "a"), ("u2", "b", "b"), ("u3", "a", "b"), ("u4", "b", "b")]
    >>> rows = [UnitCode(unit_id=unit, coder_id=coder, code=code)
    ...         for unit, *both in given for coder, code in zip(("C1", "C2"), both)]
    >>> found = nominal_reliability(rows, seed=1)
    >>> round(found.statistics["fleiss_kappa"].value, 3), found.statistics["kappa"].value
    (0.467, 0.5)
    """
    used = tuple(sorted({row.code for row in codes}))
    names = tuple(categories) if categories is not None else used
    if problems := problems_of(codes, names):
        raise ImportedDataError(problems)
    table = UnitTable.of(codes, names)
    drawn = DrawnCodes(table, SessionBootstrap(seed=seed, level=level))
    forms, pairs = NominalForms(drawn), CodePairs(drawn)
    kappa, kappa_pairs = pairs.kappas()
    return NominalReliability(
        n_units=len(table.places),
        n_multiple_coded=drawn.n,
        n_sessions=table.n_sessions,
        coders=table.coders,
        codes=names,
        statistics={
            "fleiss_kappa": forms.fleiss(),
            "alpha_nominal": forms.alpha(),
            "ac1": forms.ac1(),
            "kappa": kappa,
            "exact_agreement": forms.exact(),
        },
        kappa_pairs=kappa_pairs,
        pairs=pairs.pair_tables(),
        categories=tuple(
            CategoryAgreement(
                code=code,
                n_given=int((table.places == place).sum()),
                kappa=forms.category(place),
            )
            for place, code in enumerate(names)
        ),
        notes=() if table.n_sessions is not None else (UNITS_CLUSTERED,),
        level=level,
        seed=seed,
    )
