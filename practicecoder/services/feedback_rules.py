"""What a feedback report has to have before it may be released, said in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from practicecoder.codebook.model import Codebook
from practicecoder.domain.feedback import Feedback, OwnView, Point, PointKind
from practicecoder.domain.redaction import Hit, HitKind, identifying
from practicecoder.errors import NotAllowedError

MOST_STRENGTHS = 2
MOST_TO_BUILD = 2
OWN_VIEW_FIRST = "The worker's own view comes first. Enter it, or say that the worker declined."
LONGEST_TEXT = 2_000
"""Characters of one field; a page of the report holds about as many."""

_KIND_WORDS: Mapping[HitKind, str] = {
    HitKind.POSTCODE: "a postcode",
    HitKind.NUMBER: "a long number",
    HitKind.EMAIL: "an e-mail address",
    HitKind.DATE: "a date",
    HitKind.NAME: "a name",
}
_DATES_ALLOWED = frozenset(_KIND_WORDS) - {HitKind.DATE}


def hits_in_words(kinds: Iterable[HitKind]) -> str:
    """Kinds of finds in words, such as ``a name and a date``."""
    words = [_KIND_WORDS[kind] for kind in _KIND_WORDS if kind in set(kinds)]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def refuse_identifying(
    text: str, names: Sequence[str], where: str, *, dates_allowed: bool = False
) -> None:
    """Refuse words that may identify somebody; the sentence does not repeat them.

    Raises
    ------
    NotAllowedError
        With the kinds of words that were found in ``where``.
    """
    asked = _DATES_ALLOWED if dates_allowed else frozenset(_KIND_WORDS)
    found: list[Hit] = [hit for hit in identifying(text, names) if hit.kind in asked]
    if found:
        raise NotAllowedError(
            f"{where} may identify somebody: there is {hits_in_words(h.kind for h in found)} in "
            "it. Put a word such as [mother], [child A] or [school] in its place."
        )


def refuse_long(text: str, where: str) -> None:
    """Refuse a text that no page can hold.

    Raises
    ------
    NotAllowedError
        If the text has more than :data:`LONGEST_TEXT` characters.
    """
    if len(text) > LONGEST_TEXT:
        raise NotAllowedError(
            f"{where} has {len(text):,} characters; at most {LONGEST_TEXT:,} fit on the page. "
            "Shorten it."
        )


def refuse_wrong_points(
    codebook: Codebook, points: Sequence[Point], shared: frozenset[str]
) -> None:
    """Refuse points that cannot be printed as they are.

    Raises
    ------
    NotAllowedError
        If there are too many, one is not worded, or one names a dimension or a moment that there
        is not among ``shared``.
    """
    for kind, most, what in (
        (PointKind.STRENGTH, MOST_STRENGTHS, "strengths"),
        (PointKind.BUILD, MOST_TO_BUILD, "things to build"),
    ):
        n = sum(point.kind is kind for point in points)
        if n > most:
            raise NotAllowedError(
                f"{n} {what} were chosen; a report has {most} at most. Leave the others out."
            )
    for point in points:
        if point.dimension_id and point.dimension_id not in codebook.dimension_ids:
            raise NotAllowedError(f"The codebook has no dimension {point.dimension_id}.")
        if not set(point.evidence_ids) <= shared:
            raise NotAllowedError(
                "A point rests on a moment that is not shared with the worker any more. Choose "
                "another moment."
            )
        if point.try_this and point.kind is not PointKind.BUILD:
            raise NotAllowedError("Only a thing to build has something to try.")
        for text, where in ((point.wording, "The wording"), (point.try_this, "What to try")):
            refuse_long(text, where)


def missing_for_release(
    feedback: Feedback,
    shared: Sequence[str],
    names: Sequence[str] = (),
    codes: Iterable[str] = (),
) -> tuple[str, ...]:
    """Everything that stands between a draft and its release, one sentence each.

    Parameters
    ----------
    feedback
        What was put down.
    shared
        Ids of the moments that coders share with the worker.
    names
        Names to keep out, looked for in everything that was worded.
    codes
        Codes of coders, looked for as whole words; a single letter is no code but a word.
    """
    missing: list[str] = []
    if feedback.own_view is OwnView.OPEN:
        missing.append("The worker has neither rated the session before reading nor declined to.")
    if not feedback.strengths:
        missing.append("No strength was chosen and worded.")
    if not feedback.to_build:
        missing.append("Nothing to build next was chosen and worded.")
    missing += [
        f"A {'strength' if point.kind is PointKind.STRENGTH else 'thing to build'} has no wording."
        for point in feedback.points
        if not point.wording.strip()
    ]
    used = {evidence_id for point in feedback.points for evidence_id in point.evidence_ids}
    gone = used - set(shared)
    if gone:
        missing.append("A point rests on a moment that is not shared any more.")
    unread = [each for each in shared if each not in feedback.moments]
    if unread:
        missing.append(
            f"{len(unread)} shared moment{'' if len(unread) == 1 else 's'} nobody has read: tick "
            "each one, or leave it out."
        )
    missing += [
        f"{where} may identify somebody: {hits_in_words(kinds)}."
        for where, kinds in _found_in(feedback, names)
    ]
    written = {code for code in codes if len(code) > 1}
    missing += [
        f"{where} names a coder by code. Reports do not say who coded; take the code out."
        for where, text in (*_worded(feedback), *_ticked(feedback))
        if written.intersection(re.findall(r"[\w-]+", text))
    ]
    return tuple(missing)


def _worded(feedback: Feedback) -> tuple[tuple[str, str], ...]:
    """Everything that a person worded, each with where it stands."""
    goal = feedback.goal
    return (
        *((f"The wording of point {n}", p.wording) for n, p in enumerate(feedback.points, 1)),
        *((f"What to try in point {n}", p.try_this) for n, p in enumerate(feedback.points, 1)),
        ("The goal", goal.goal),
        ("With which family", goal.with_whom),
        ("The help needed", goal.help_needed),
        ("How it will be known", goal.how_we_know),
        ("What became of the last goal", feedback.last_goal_outcome),
        ("The family's voice", feedback.family_voice),
        ("The worker's response", feedback.response),
    )


def _ticked(feedback: Feedback) -> tuple[tuple[str, str], ...]:
    """Words of the moments that are printed, each with which moment it is."""
    return tuple(
        (f"Ticked moment {number}", f"{moment.quote}\n{moment.note}")
        for number, moment in enumerate(feedback.moments.values(), 1)
        if moment.printed
    )


def _found_in(
    feedback: Feedback, names: Sequence[str]
) -> Iterable[tuple[str, frozenset[HitKind]]]:
    for where, text in _worded(feedback):
        kinds = frozenset(hit.kind for hit in identifying(text, names)) & _DATES_ALLOWED
        if kinds:
            yield where, kinds
    for where, text in _ticked(feedback):
        kinds = frozenset(hit.kind for hit in identifying(text, names))
        if kinds:
            yield where, kinds
