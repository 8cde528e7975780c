"""The promises, and which proofs there are; a proof that is not listed is not run."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PROMISES: Mapping[int, str] = MappingProxyType(
    {
        1: "A rating shown as saved survives crash and power cut",
        2: "A full or failing disk never harms earlier work and says so at once",
        3: "There is always a way back",
        4: "You never code the wrong or an altered recording",
        5: "A stolen laptop tells nothing (encrypted studies)",
        6: "Coders are blind by construction",
        7: "Nobody's work overwrites anybody's",
        8: "Every change is on record and tampering shows",
        9: "Who withdraws is really gone",
        10: "An outside export points at nobody and is safe to open",
        11: "Bad files cannot hurt",
        12: "Feedback is fair and serves one purpose",
    }
)

PROOFS: tuple[str, ...] = (
    "bit_flips",
    "blindness",
    "canaries",
    "disk_full",
    "fuzzing",
    "hostile",
    "fairness",
    "kills",
    "merging",
    "outside",
    "power_cut",
    "recordings",
    "tampering",
    "swaps",
    "way_back",
    "withdrawing",
)
"""Modules of ``tests/trust`` that have a function ``prove(size: Size) -> Proof``, one a line."""
