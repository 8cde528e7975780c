"""Do the proofs of the promises: ``python -m tests.trust [--full] [--only NAME ...] [--list]``.

Without ``--full`` each proof is done in its short form, and nothing is written. With ``--full``
the figures go into ``docs/trust-results.json`` and ``docs/TRUST.md``, each proof as it is done, so
that long ones can be done one at a time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import practicecoder
from tests.trust.frame import SHORT_LIMIT_S, Proof, Result, Size, run_apart, say
from tests.trust.page import PAGE, keep, page, read_results
from tests.trust.registry import PROMISES, PROOFS


def main(arguments: Sequence[str] | None = None) -> int:
    """Do the proofs; 0 if all of them passed."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.trust", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--full", action="store_true", help="do them in full and keep the figures")
    parser.add_argument("--only", nargs="+", choices=PROOFS, metavar="NAME", help="only these")
    parser.add_argument("--list", action="store_true", help="print the proofs and end")
    parser.add_argument(
        "--write", action="store_true", help="write docs/TRUST.md from the kept figures, and end"
    )
    parser.add_argument(
        "--take", type=Path, metavar="FILE", help="take over figures kept in another checkout"
    )
    options = parser.parse_args(arguments)
    if options.list:
        sys.stdout.write("".join(f"{name}\n" for name in PROOFS))
        return 0
    if options.take:
        keep(read_results(options.take))
    if options.write or options.take:
        write_page()
        return 0
    passed = [
        run(name, Size.FULL if options.full else Size.SHORT) for name in options.only or PROOFS
    ]
    return 0 if all(passed) else 1


def run(name: str, size: Size) -> bool:
    """Do a proof, tell its figures, and keep them if it is a full one; whether it passed."""
    say(f"{name}: {size.value} proof begins")
    proof = run_apart(name, size, limit_s=SHORT_LIMIT_S if size is Size.SHORT else None)
    if isinstance(proof, str):
        say(f"{name}: {proof}")
        return False
    tell(proof)
    if size is Size.FULL:
        keep([Result.of(proof)])
        write_page()
    return proof.passed


def tell(proof: Proof) -> None:
    """Print what a proof came to."""
    lines = (
        f"{proof.name}: {'PASSED' if proof.passed else 'FAILED'} in {proof.seconds:.1f} s",
        f"  promise {proof.promise}: {PROMISES[proof.promise]}",
        f"  claim: {proof.claim}",
        *(f"  {name}: {value}" for name, value in proof.figures.items()),
        f"  control: {proof.control}",
    )
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def write_page() -> None:
    """Write the page from the figures that were kept."""
    PAGE.write_text(page(read_results(), practicecoder.__version__), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
