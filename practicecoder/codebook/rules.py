"""What a codebook demands of a coding: forced N/A, allowed values, what submission waits for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from practicecoder.codebook.model import (
    AnswerType,
    AskWhen,
    Codebook,
    EvidencePolicy,
    Question,
)
from practicecoder.domain.coding import (
    NOT_YET_RATED,
    AnswerValue,
    Coding,
    Rating,
    RatingState,
)
from practicecoder.domain.coding_changes import AnswerChange, CodingChange, RatingChange
from practicecoder.errors import NotAllowedError

SPEAKERS = ("worker", "client")
"""Speakers as codebooks name them."""


class MissingKind(StrEnum):
    """What a submission can wait for."""

    QUESTION = "question"
    RATING = "rating"
    COUNTING = "counting"
    EVIDENCE = "evidence"
    LISTENING = "listening"


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingItem:
    """One thing that submission waits for. ``item`` is a question or dimension id, or empty.

    ``required`` False: it is shown before submission, and does not stand in its way.
    """

    kind: MissingKind
    item: str
    text: str
    required: bool = True


def check_rating(codebook: Codebook, coding: Coding, dimension_id: str, rating: Rating) -> None:
    """Refuse a rating that the codebook does not allow in this coding.

    Raises
    ------
    NotAllowedError
        If the value is no level of the scale, the reason may not be given there, or the answer to
        a question has ruled the dimension out.
    """
    dimension = codebook.dimension(dimension_id)
    forced = forced_reason(codebook, coding, dimension_id)
    if forced is not None and rating.na_reason != forced:
        question = codebook.question(dimension.not_applicable_when.question_id)  # type: ignore[union-attr]  # forced implies a rule
        raise NotAllowedError(
            f"{dimension.label} cannot be rated: {codebook.reason(forced).label.lower()}. "
            f"Change the answer to “{question.prompt}” first."
        )
    if rating.state is RatingState.RATED and rating.value not in dimension.scale:
        scale = dimension.scale
        raise NotAllowedError(
            f"{rating.value:g} is not a level of {dimension.label}. "
            f"Choose a level from {scale.minimum} to {scale.maximum}."
        )
    if rating.state is RatingState.NOT_APPLICABLE:
        _check_reason(codebook, dimension_id, rating.na_reason, forced)


def _check_reason(
    codebook: Codebook, dimension_id: str, reason: str | None, forced: str | None
) -> None:
    allowed = {r.reason_id for r in codebook.reasons_for(dimension_id)}
    rule = codebook.dimension(dimension_id).not_applicable_when
    if forced is None and rule is not None:
        allowed.discard(rule.reason_id)  # that reason follows from the question alone
    if reason != forced and reason not in allowed:
        raise NotAllowedError(
            f"{codebook.dimension(dimension_id).label} cannot be ruled out for that reason here."
        )


def reasons_on_offer(codebook: Codebook, coding: Coding, dimension_id: str) -> tuple[str, ...]:
    """Reason ids that the coder may choose for a dimension, given the answers."""
    forced = forced_reason(codebook, coding, dimension_id)
    if forced is not None:
        return (forced,)
    rule = codebook.dimension(dimension_id).not_applicable_when
    kept = rule.reason_id if rule is not None else None
    return tuple(r.reason_id for r in codebook.reasons_for(dimension_id) if r.reason_id != kept)


def forced_reason(codebook: Codebook, coding: Coding, dimension_id: str) -> str | None:
    """Reason that an answer forces on a dimension; None if it may be rated."""
    rule = codebook.dimension(dimension_id).not_applicable_when
    if rule is None or coding.answers.get(rule.question_id) != rule.equals:
        return None
    return rule.reason_id


def answer_changes(
    codebook: Codebook, coding: Coding, question_id: str, value: AnswerValue | None
) -> tuple[CodingChange, ...]:
    """Changes that an answer brings: the answer itself and the ratings it rules out or frees.

    A dimension that the answer rules out becomes not applicable, whatever it was; one that an
    earlier answer had ruled out goes back to not yet rated.
    """
    changes: list[CodingChange] = [AnswerChange(question_id, value)]
    for dimension in codebook.dimensions:
        rule = dimension.not_applicable_when
        if rule is None or rule.question_id != question_id:
            continue
        now = coding.rating(dimension.dimension_id)
        if value == rule.equals and now.na_reason != rule.reason_id:
            forced = Rating.not_applicable(rule.reason_id)
            changes.append(RatingChange(dimension.dimension_id, forced))
        elif value != rule.equals and now.na_reason == rule.reason_id:
            changes.append(RatingChange(dimension.dimension_id, NOT_YET_RATED))
    return tuple(changes)


def check_answer(question: Question, value: AnswerValue | None) -> None:
    """Refuse an answer of the wrong kind.

    Raises
    ------
    NotAllowedError
        If the answer does not fit the question.
    """
    if value is None:
        return
    fits = {
        AnswerType.BOOL: isinstance(value, bool),
        AnswerType.TEXT: isinstance(value, str),
        AnswerType.NUMBER: isinstance(value, int | float) and not isinstance(value, bool),
        AnswerType.CHOICE: value in question.options,
        AnswerType.MULTI_CHOICE: isinstance(value, tuple) and set(value) <= set(question.options),
    }[question.answer_type]
    if not fits:
        raise NotAllowedError(f"That is no answer to “{question.prompt}”.")


def missing_items(codebook: Codebook, coding: Coding) -> tuple[MissingItem, ...]:
    """Return what the codebook still wants before submission: questions, ratings, counting."""
    questions = tuple(
        MissingItem(
            kind=MissingKind.QUESTION,
            item=question.question_id,
            text=f"Not answered: {question.prompt}",
        )
        for question in codebook.questions
        if question.is_needed(coding.answers)
        and coding.answers.get(question.question_id) in (None, "", ())
    )
    ratings = tuple(
        MissingItem(
            kind=MissingKind.RATING,
            item=dimension.dimension_id,
            text=f"{dimension.label} is not yet rated",
        )
        for dimension in codebook.dimensions
        if coding.rating(dimension.dimension_id).state is RatingState.NOT_YET_RATED
    )
    return (
        questions
        + ratings
        + _missing_evidence(codebook, coding)
        + _missing_counting(codebook, coding)
    )


def counting_is_needed(codebook: Codebook) -> bool:
    """Whether submission waits for the counting pass: some code is not optional.

    The number of passes of the codebook's unit says how often a recording is heard, not what is
    owed; so it plays no part here.
    """
    return any(not count.optional for count in codebook.counts)


def speakers(codebook: Codebook) -> tuple[str, ...]:
    """Speakers that the count codes belong to, in the codebook's order."""
    return tuple(dict.fromkeys(count.speaker for count in codebook.counts))


def _missing_evidence(codebook: Codebook, coding: Coding) -> tuple[MissingItem, ...]:
    noted = Counter(d for piece in coding.evidence for d in piece.dimension_ids)
    lacking = []
    for dimension in codebook.dimensions:
        rating = coding.rating(dimension.dimension_id)
        wanted, found = dimension.evidence_wanted(rating.value), noted[dimension.dimension_id]
        if found < wanted:
            lacking.append(
                MissingItem(
                    kind=MissingKind.EVIDENCE,
                    item=dimension.dimension_id,
                    text=f"{dimension.label} is rated {rating.value:g} with {found} of {wanted} "
                    f"piece{'' if wanted == 1 else 's'} of evidence",
                    required=codebook.evidence_policy is EvidencePolicy.REQUIRE,
                )
            )
    return tuple(lacking)


def _missing_counting(codebook: Codebook, coding: Coding) -> tuple[MissingItem, ...]:
    begun = coding.counting is not None or bool(coding.marks)
    if begun or not counting_is_needed(codebook):
        return ()
    text = "The counting pass was not begun"
    return (MissingItem(kind=MissingKind.COUNTING, item="", text=text),)


def questions_before_listening(codebook: Codebook) -> tuple[Question, ...]:
    """Return the questions that are put before the recording is played."""
    return tuple(q for q in codebook.questions if q.ask is AskWhen.BEFORE_LISTENING)
