"""Codes in a study until the disk refuses, and tells what was saved and how the refusal was told.

``python -m tests.trust.refused_writer STUDY TOLD [KEY]`` writes what it tells into a file, one
JSON value a line.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from benches.kill_bench import CODER, begin, now, opened
from practicecoder.domain.coding import Coding, Evidence, Rating
from practicecoder.domain.coding_changes import (
    CodingChange,
    EvidenceChange,
    RatingChange,
    applied,
)
from practicecoder.domain.ids import CodingId
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import StoreFailedError
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.study_folder import StudyStore
from practicecoder.vault.study_key import StudyKey

CODING = CodingId("refused")
MOST_ACTS = 240
TRIES = 3
NOTE = "made-up note " * 100

Tell = Callable[[str, int | float | str], None]
"""Takes what is told, and its figure: act, refused (in seconds), unfit, went on."""


def work(study: StudyFolder, tell: Tell, lift: Callable[[], None] | None = None) -> None:
    """Save acts until the disk refused some; then, if the hindrance can be lifted, one more."""
    begun = time.monotonic()
    try:
        store = opened(study)
        coding = begin(store, CODING)
    except StoreFailedError:
        tell("refused", time.monotonic() - begun)
        return
    refused, series = 0, acts(CODING)
    coding, refused = save_until_refused(store, coding, series, tell)
    if lift is not None and refused:
        lift()
        store.probe()
        number, changes = next(series)
        save(store, coding, changes)
        tell("act", number)
        tell("went on", number)


def save_until_refused(
    store: StudyStore, coding: Coding, series: Iterator[tuple[int, list[CodingChange]]], tell: Tell
) -> tuple[Coding, int]:
    """Save acts until some were refused; the coding as it is stored, and how many were refused."""
    refused = 0
    for number, changes in series:
        begun = time.monotonic()
        try:
            coding = save(store, coding, changes)
        except StoreFailedError:
            tell("refused", time.monotonic() - begun)
            refused += 1
            if refused == TRIES:
                break
        else:
            tell("act", number)
        if number >= MOST_ACTS:
            break
    return coding, refused


def save(store: StudyStore, coding: Coding, changes: list[CodingChange]) -> Coding:
    """Save one act with its history, as the program does."""
    with store.transaction() as unit:
        unit.record_changes(coding, changes, at=now(), actor=CODER)
        return unit.codings.save(
            applied(coding, changes), expected_version=coding.version, changes=changes
        )


def acts(coding_id: CodingId) -> Iterator[tuple[int, list[CodingChange]]]:
    """Acts that take room: a rating whose value is the number of the act, and a long note."""
    for number in count(1):
        piece = Evidence(
            evidence_id=f"{coding_id}-{number}",
            span=TimeSpan(number, number + 1),
            dimension_ids=("d0",),
            note=NOTE,
        )
        yield (
            number,
            [
                RatingChange(f"d{number % 7}", Rating.rated(number)),
                EvidenceChange(piece.evidence_id, piece),
            ],
        )


def told_work(study: StudyFolder, handle: int, lift: Callable[[], None] | None = None) -> None:
    """Work, telling into an open file; an error that does not tell of the disk is unfit."""

    def tell(what: str, figure: int | float | str) -> None:
        os.write(handle, f"{json.dumps([what, figure])}\n".encode())

    try:
        work(study, tell, lift)
    except Exception as error:  # noqa: BLE001 -- any but the disk's own trouble is unfit
        tell("unfit", type(error).__name__)


def main(arguments: list[str]) -> int:
    """Work in a study, telling into a file."""
    study, told, *secrets = arguments
    key = StudyKey(bytes.fromhex(secrets[0])) if secrets else None
    folder = StudyFolder(Path(study), key)
    told_work(folder, os.open(told, os.O_WRONLY | os.O_CREAT, 0o600))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
