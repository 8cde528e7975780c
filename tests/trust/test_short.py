"""Every promise in short, and the page of figures as it has to be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import practicecoder
from tests.trust.frame import SHORT_LIMIT_S, Proof, Result, Size, run_apart, run_together
from tests.trust.page import NOT_PROVEN, PAGE, keep, page, read_results
from tests.trust.registry import PROMISES, PROOFS

TOGETHER = (
    ("bit_flips", "blindness", "recordings", "merging", "fuzzing"),
    ("outside", "fairness", "tampering", "withdrawing"),
)
"""Proofs that neither fork nor limit their process: they share one that loads all once."""
ALONE = tuple((name,) for name in PROOFS if not any(name in names for names in TOGETHER))


def proof(**values: object) -> Proof:
    given: dict[str, object] = {
        "promise": 1,
        "name": "made_up",
        "claim": "made-up claim",
        "figures": {"states": 1234},
        "passed": True,
        "control": "made-up control",
    }
    return Proof(**(given | values))  # type: ignore[arg-type]  # values of a made-up proof


@pytest.mark.skipif(sys.platform == "win32", reason="proofs fork and limit files, as POSIX does")
@pytest.mark.parametrize("names", [*TOGETHER, *ALONE], ids="+".join)
def test_promises_are_kept_in_short(
    names: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    done = run_together(names, Size.SHORT, limit_s=SHORT_LIMIT_S)

    assert not isinstance(done, str), f"{done}\n{capfd.readouterr().err}"
    assert tuple(proof.name for proof in done) == names
    for proof in done:
        assert proof.passed, dict(proof.figures)
        assert proof.promise in PROMISES
        assert proof.claim
        assert proof.figures
        assert proof.control, "a proof without a control may be blind"


def test_the_page_is_what_the_kept_figures_say() -> None:
    """Write it with ``python -m tests.trust --write``."""
    assert PAGE.read_text(encoding="utf-8") == page(read_results(), practicecoder.__version__)


def test_every_kept_figure_belongs_to_a_proof_that_there_is() -> None:
    assert {result.proof.name for result in read_results()} <= set(PROOFS)


def test_a_promise_without_a_full_proof_is_called_not_proven() -> None:
    lines = page([], "1.0").splitlines()

    assert sum(NOT_PROVEN in line for line in lines if line.startswith("| ")) == len(PROMISES)


def test_a_proof_that_was_not_done_is_named() -> None:
    done = Result(proof=proof(name=PROOFS[0]), day="2026-03-31", version="1.0", machine={})

    text = page([done], "1.0")

    assert f"- `{PROOFS[0]}`: {NOT_PROVEN}" not in text
    assert all(f"- `{name}`: {NOT_PROVEN}" in text for name in PROOFS[1:])


def test_a_proof_of_another_release_does_not_count() -> None:
    result = Result(proof=proof(), day="2026-03-31", version="0.9", machine={"cores": "2"})

    assert "made-up claim" not in page([result], "1.0")
    assert "made-up claim" in page([result], "0.9")
    assert "states 1,234" in page([result], "0.9")


def test_a_failed_proof_says_so_on_the_page() -> None:
    result = Result(
        proof=proof(passed=False), day="2026-03-31", version="1.0", machine={"cores": "2"}
    )

    assert "**FAILED:** made-up claim" in page([result], "1.0")


def test_figures_of_proofs_done_one_at_a_time_add_up(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    first = Result.of(proof(name="first"))
    second = Result.of(proof(name="second", promise=2))
    again = Result.of(proof(name="first", figures={"states": 9}))

    keep([first], file)
    keep([second], file)
    kept = keep([again], file)

    assert kept == read_results(file)
    assert [result.proof.name for result in kept] == ["first", "second"]
    assert kept[0].proof.figures == {"states": 9}


def test_a_proof_that_crashes_is_told_and_ends_nothing_else(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run_apart("no_such_proof", Size.SHORT) == "ended with code 1 and no result"
    assert "no_such_proof" in capfd.readouterr().err
