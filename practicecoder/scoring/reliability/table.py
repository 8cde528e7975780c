"""The reliability table: every dimension, score and count of a codebook, and its JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodebookRef, ItemRating
from practicecoder.scoring.reliability.applicability import Applicability
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.cells import ItemCells, RatingTable, rating_table
from practicecoder.scoring.reliability.design import ItemKind, item_design
from practicecoder.scoring.reliability.item import (
    ItemInput,
    ItemReliability,
    PairDetail,
    item_reliability,
)
from practicecoder.scoring.reliability.kappa import PairKappa
from practicecoder.scoring.results import NotEstimable, statistic_json

DEFAULT_SEED = 20261121


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignSummary:
    """Who coded what. ``coders`` are those of sessions coded by two or more.

    ``complete``: every such session was coded by all of them.
    """

    n_sessions: int
    n_multiple_coded: int
    coders: tuple[str, ...]
    complete: bool

    @property
    def n_coders(self) -> int:
        """Number of coders in the design."""
        return len(self.coders)

    @property
    def n_coded_once(self) -> int:
        """Sessions outside the design, because one coder alone coded them."""
        return self.n_sessions - self.n_multiple_coded


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityTable:
    """Agreement on every item, with the design, level and seed it rests on."""

    codebook: CodebookRef
    design: DesignSummary
    items: tuple[ItemReliability, ...]
    level: float
    seed: int

    def item(self, item_id: str) -> ItemReliability:
        """Row of a dimension, score or count; KeyError if there is none."""
        for item in self.items:
            if item.item == item_id:
                return item
        raise KeyError(item_id)

    def as_json(self) -> dict[str, object]:
        """Document of ``practicecoder reliability --json``."""
        return {
            "codebook": {"id": self.codebook.codebook_id, "version": self.codebook.version},
            "design": {
                "n_sessions": self.design.n_sessions,
                "n_multiple_coded": self.design.n_multiple_coded,
                "n_coders": self.design.n_coders,
                "coders": list(self.design.coders),
                "complete": self.design.complete,
            },
            "level": self.level,
            "seed": self.seed,
            "items": [_item_json(item) for item in self.items],
        }


def reliability_table(
    codebook: Codebook,
    ratings: Sequence[ItemRating],
    *,
    level: float = 0.95,
    seed: int = DEFAULT_SEED,
) -> ReliabilityTable:
    """Agreement between coders on every dimension, score and count.

    Parameters
    ----------
    codebook
        Gives scales, scores and labels.
    ratings
        Cells of the long ratings table from independent, locked codings; never consensus,
        training or final values.
    level
        Of every interval.
    seed
        Of resampling; printed with every interval that rests on it.

    Raises
    ------
    ImportedDataError
        With every unknown item, value off the scale and repeated (session, coder, item).
    """
    found = rating_table(codebook, ratings)
    bootstrap = SessionBootstrap(seed=seed, level=level)
    items = tuple(
        item_reliability(_input(codebook, found, cells), bootstrap) for cells in found.items
    )
    design = DesignSummary(
        n_sessions=found.n_sessions,
        n_multiple_coded=len(found.sessions),
        coders=found.coders,
        complete=found.complete,
    )
    return ReliabilityTable(
        codebook=codebook.ref, design=design, items=items, level=level, seed=seed
    )


def _input(codebook: Codebook, table: RatingTable, item: ItemCells) -> ItemInput:
    design = item_design(table.sessions, table.coders, item.cells)
    label = codebook.label(item.item)
    if item.kind is not ItemKind.DIMENSION:
        return ItemInput(item=item.item, label=label, kind=item.kind, design=design)
    scale = codebook.dimension(item.item).scale
    return ItemInput(
        item=item.item,
        label=label,
        kind=item.kind,
        design=design,
        levels=tuple(float(value) for value in scale.values),
        step=float(scale.step),
    )


def _item_json(item: ItemReliability) -> dict[str, object]:
    statistics: dict[str, object] = {}
    for key, statistic in item.statistics.items():
        shape = statistic_json(statistic)
        if key in item.kappa_pairs:
            shape["pairs"] = _kappa_pairs_json(item.kappa_pairs[key])
        statistics[key] = shape
    band = item.band()
    return {
        "id": item.item,
        "kind": item.kind.value,
        "n_sessions": item.n_sessions,
        "n_complete": item.n_complete,
        "n_dropped": item.n_dropped,
        "dropped_because": list(item.dropped_because),
        "n_coders": item.n_coders,
        "n_ratings": item.n_ratings,
        "coders": [
            {"coder_id": c.coder_id, "n": c.n, "mean": c.mean, "sd": c.sd} for c in item.coders
        ],
        "applicability": _applicability_json(item.applicability),
        "headline": item.headline_key,
        "band": band.sentence if band else None,
        "statistics": statistics,
        "pairs": [_pair_json(pair) for pair in item.pairs],
        "notes": [note.note_id for note in item.notes],
        "note_sentences": [note.sentence for note in item.notes],
    }


def _kappa_pairs_json(pairs: Sequence[PairKappa]) -> list[dict[str, object]]:
    return [{"coders": list(pair.coders), **statistic_json(pair.kappa)} for pair in pairs]


def _applicability_json(found: Applicability | None) -> dict[str, object] | None:
    if found is None:
        return None
    kappa = statistic_json(found.kappa.mean)
    kappa["pairs"] = _kappa_pairs_json(found.kappa.pairs)
    return {
        "both": found.both,
        "one": found.one,
        "none": found.none,
        "disputed": list(found.disputed),
        "kappa": kappa,
        "alpha_nominal": statistic_json(found.alpha),
    }


def _pair_json(pair: PairDetail) -> dict[str, object]:
    shape: dict[str, object] = {"coders": list(pair.coders), "n": pair.n}
    if pair.exact is not None and pair.within_one is not None:
        shape["exact_agreement"] = statistic_json(pair.exact)
        shape["within_one_agreement"] = statistic_json(pair.within_one)
    if pair.table is not None:
        shape["table"] = [list(row) for row in pair.table]
        shape["kappa_max"] = pair.kappa_max
    differences = pair.bland_altman
    if isinstance(differences, NotEstimable):
        shape["bland_altman"] = statistic_json(differences)
    elif differences is not None:
        shape["bland_altman"] = {
            "bias": statistic_json(differences.bias),
            "sd": differences.sd,
            "lower": statistic_json(differences.lower),
            "upper": statistic_json(differences.upper),
        }
    return shape
