"""What the receipt of a withdrawal says, the same on paper and as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from practicecoder.domain.withdrawal import Beyond, Item, OutOfReach, Receipt, WithdrawalChoice
from practicecoder.reports.words import day_in_words

CHOICE_WORDS: Mapping[WithdrawalChoice, str] = {
    WithdrawalChoice.NO_NEW_USE: "No new use: everything stays, and nothing uses it any more",
    WithdrawalChoice.ERASE_RECORDING: "The recording and its transcript are erased; ratings stay",
    WithdrawalChoice.DETACH_CODES: "The recording and all words are erased; ratings stay without "
    "any link to the session",
    WithdrawalChoice.ERASE_ALL: "The recording, all words and all ratings are erased",
}
ITEM_WORDS: Mapping[Item, tuple[str, str]] = {
    Item.RECORDING: ("recording", "recordings"),
    Item.CODINGS: ("coding with its ratings", "codings with their ratings"),
    Item.EVIDENCE: ("noted moment", "noted moments"),
    Item.QUOTES: ("quote or note at a moment", "quotes or notes at moments"),
    Item.NOTES: ("note of a coder", "notes of coders"),
    Item.TRANSCRIPT_LINES: ("line of the transcript", "lines of the transcript"),
    Item.FEEDBACK: ("preparation of feedback", "preparations of feedback"),
    Item.RELEASES: ("kept copy of a report", "kept copies of reports"),
    Item.CONSENTS: ("recorded answer about consent", "recorded answers about consent"),
    Item.OUTCOMES: ("outcome measure", "outcome measures"),
    Item.CONCERNS: ("concern", "concerns"),
    Item.HISTORY: ("entry of the history", "entries of the history"),
}
BEYOND_WORDS: Mapping[Beyond, str] = {
    Beyond.EXPORT: "Package of data",
    Beyond.PACKET: "Coding packet",
    Beyond.REPORT: "Feedback report",
    Beyond.TEAM_REPORT: "Team report",
    Beyond.REEL: "Sound of shared moments",
}
TITLE = "Receipt of a withdrawal"
_SHOWN_OF_HASH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with lines; ``is_list`` sets a mark before each."""

    heading: str
    lines: tuple[str, ...]
    is_list: bool = False


def counted(item: Item, n: int) -> str:
    """A count in words, such as ``"2 noted moments"``."""
    return f"{n:,} {ITEM_WORDS[item][n != 1]}"


def sections(receipt: Receipt) -> tuple[Section, ...]:
    """Everything below the title."""
    return tuple(section for section in _every(receipt) if section.lines)


def receipt_as_text(receipt: Receipt) -> str:
    """The receipt as plain text, one line a fact."""
    lines = [f"{TITLE} {receipt.number}", ""]
    for section in sections(receipt):
        lines.append(section.heading)
        mark = "- " if section.is_list else ""
        lines += [*(f"{mark}{line}" for line in section.lines), ""]
    return "\n".join(lines)


def _every(receipt: Receipt) -> Iterable[Section]:
    yield Section(heading="What was asked for", lines=tuple(_asked(receipt)))
    yield Section(
        heading="Erased",
        lines=tuple(counted(item, n) for item, n in receipt.erased) or ("Nothing.",),
        is_list=bool(receipt.erased),
    )
    yield Section(heading="How far it reached", lines=tuple(_reach(receipt)))
    yield Section(heading="What stays, and why", lines=tuple(_stays(receipt)))
    yield Section(
        heading="What left the study before and cannot be called back",
        lines=tuple(out_of_reach_line(one) for one in receipt.out_of_reach)
        or ("Nothing on record.",),
        is_list=bool(receipt.out_of_reach),
    )
    yield Section(heading="What to tell the family", lines=tuple(_to_tell(receipt)))


def out_of_reach_line(one: OutOfReach) -> str:
    """One thing that left the study: what, when, what for, and the start of its SHA-256."""
    parts = [f"{BEYOND_WORDS[one.kind]} of {day_in_words(one.at.date())}"]
    if one.purpose:
        parts.append(f"for: {one.purpose}")
    if one.sha256:
        parts.append(f"SHA-256 {one.sha256[:_SHOWN_OF_HASH]}…")
    return ", ".join(parts)


def _asked(receipt: Receipt) -> Iterable[str]:
    yield f"{CHOICE_WORDS[receipt.choice]}."
    day = day_in_words(receipt.at.date())
    yield f"Carried out on {day}, {receipt.at:%H:%M} UTC, by {receipt.by}."
    yield f"Reason: {receipt.reason}"
    if receipt.kept_in:
        yield f"The request is kept in: {receipt.kept_in}"


def _reach(receipt: Receipt) -> Iterable[str]:
    if not receipt.choice.destroys_sound:
        yield (
            "The session is out of every queue, plan, number, report and package. Nothing was "
            "erased."
        )
        return
    backups = "no backup" if not receipt.n_backups else f"{receipt.n_backups} backups"
    if receipt.n_backups == 1:
        backups = "1 backup"
    yield (
        f"Study, history, recording, waveform and {backups}. Each file was rewritten, checked and "
        "put in the place of the earlier one. A copy of the study from elsewhere is erased again "
        "when it is opened here, and the same recording is not taken in again."
    )


def _stays(receipt: Receipt) -> Iterable[str]:
    if receipt.stays:
        listed = "; ".join(counted(item, n) for item, n in receipt.stays)
        why = (
            "they are nobody’s any more and keep the study’s numbers whole"
            if receipt.choice.keeps_ratings_in_use
            else "they were not part of what was asked for, and nothing uses them any more"
        )
        yield f"{listed}: {why}."
    yield (
        "A row that counts the withdrawal and tells nothing else, and this receipt: the study "
        "must be able to show what it did."
        if receipt.choice.destroys_link
        else "The session itself, called withdrawn."
    )
    if receipt.choice.destroys_link:
        yield (
            "Of the history: when something was done, by whom of the laboratory, and which kind "
            "of act. What it said is gone."
        )


def _to_tell(receipt: Receipt) -> Iterable[str]:
    on = day_in_words(receipt.at.date())
    yield f"What they asked for was done on {on}; its number is {receipt.number}."
    if receipt.out_of_reach:
        yield (
            "What had left the study before that day is listed above. The laboratory can ask "
            "whoever holds it to delete it; the program cannot reach it."
        )
    yield (
        "Numbers that were published before stay published. Copies that the organisation’s own "
        "computers make of the study folder, and traces on the disk itself, end as its rules say."
    )
