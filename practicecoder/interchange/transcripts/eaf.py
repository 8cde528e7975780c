"""Reads an ELAN file: its tiers as speakers, its annotations as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from practicecoder.interchange.sheet import Problems, refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.elan_tiers import ROOT, ElanTier, read_elan
from practicecoder.interchange.transcripts.forms import (
    MOST_LINES,
    RawLine,
    Understood,
    folded,
    repeated_text_notice,
)


def read_eaf(content: Content, text: Text) -> Understood:
    """Read an ELAN file; annotations of one time stay in the order of the tiers.

    A tier that depends on another is read only where that one has no words of its own: its words
    are otherwise the same talk again, or its translation.

    Raises
    ------
    ImportedDataError
        With every annotation that is not sound.
    """
    problems = Problems(content.file)
    document = read_elan(text.text, file=content.file, problems=problems)
    tiers = {tier.tier_id: tier for tier in document.tiers}
    taken = [tier for tier in document.tiers if not _repeats(tier, tiers)]
    talk = [(tier, one) for tier in taken for one in tier.annotations if folded(one.text)]
    if len(talk) > MOST_LINES:
        problems.add(f"The transcript has more than {MOST_LINES} lines.")
    problems.stop_if_any()
    if not talk:
        raise refused(content.file, "There is no annotation with words.")
    talk.sort(key=lambda entry: entry[1].start_ms)
    lines = tuple(
        RawLine(
            start_ms=one.start_ms,
            end_ms=one.end_ms,
            speaker=folded(tier.participant or tier.tier_id),
            text=folded(one.text),
        )
        for tier, one in talk
    )
    return Understood(
        lines=lines,
        because=f"Its XML begins with {ROOT}, as ELAN writes it.",
        notices=(
            *_notices(len(tiers) - len(taken), sum(one.is_guessed for _, one in talk)),
            *repeated_text_notice(lines),
        ),
        resolution_ms=1,
    )


def _repeats(tier: ElanTier, tiers: Mapping[str, ElanTier]) -> bool:
    """Whether a tier depends on one that has words of its own."""
    seen: set[str] = set()
    parent = tier.parent
    while parent is not None and parent in tiers and parent not in seen:
        seen.add(parent)
        if tiers[parent].has_text:
            return True
        parent = tiers[parent].parent
    return False


def _notices(n_left_out: int, n_guessed: int) -> Iterator[str]:
    if n_left_out:
        what = "1 tier that depends" if n_left_out == 1 else f"{n_left_out} tiers that depend"
        yield f"{what} on another one with words of its own: left out."
    if n_guessed:
        what = "1 annotation has" if n_guessed == 1 else f"{n_guessed} annotations have"
        yield f"{what} a time that the file leaves open; it was put evenly between its neighbours."
