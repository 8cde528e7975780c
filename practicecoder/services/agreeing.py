"""What agreeing does to a consensus coding: ratings, the answers that go with them, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from practicecoder.codebook.model import Codebook, NotApplicableRule
from practicecoder.codebook.rules import answer_changes, check_rating
from practicecoder.domain.coding import AnswerValue, Coding, CodingRole, Note, Rating, RatingState
from practicecoder.domain.coding_changes import (
    AnswerChange,
    CodingChange,
    NoteChange,
    RatingChange,
    applied,
    old_value,
)
from practicecoder.services.comparing import DimensionComparison
from practicecoder.services.meetings import is_decided


def agreement_changes(
    codebook: Codebook, consensus: Coding, dimension_id: str, rating: Rating
) -> tuple[CodingChange, ...]:
    """Changes that agree on a rating, or with one that is not yet rated take the agreement back.

    Where an answer decides whether the dimension can be rated, the answer follows the rating; and
    so do other dimensions that hang on the same answer.

    Raises
    ------
    NotAllowedError
        If the codebook has no such level, or no such reason for the dimension.
    """
    rule = codebook.dimension(dimension_id).not_applicable_when
    changes: list[CodingChange] = []
    if rule is not None:
        answer = consensus.answers.get(rule.question_id)
        wanted = _wanted_answer(rule, rating, answer)
        if wanted != answer:
            changes = [
                change
                for change in answer_changes(codebook, consensus, rule.question_id, wanted)
                if change.item != dimension_id or isinstance(change, AnswerChange)
            ]
    check_rating(codebook, applied(consensus, changes), dimension_id, rating)
    if consensus.rating(dimension_id) != rating:
        changes.append(RatingChange(dimension_id, rating))
    return tuple(changes)


def equal_changes(
    codebook: Codebook, consensus: Coding, rows: Sequence[DimensionComparison]
) -> tuple[CodingChange, ...]:
    """Changes that take over what all coders gave alike, wherever nothing is agreed yet.

    What was agreed stays: a dimension whose answer would overturn it is passed over.
    """
    changes: list[CodingChange] = []
    reached = consensus
    for row in rows:
        if row.is_equal and not is_decided(reached.rating(row.dimension_id)):
            rating = plain(next(iter(row.ratings.values())))
            more = agreement_changes(codebook, reached, row.dimension_id, rating)
            if not _overturns(reached, row.dimension_id, more):
                changes.extend(more)
                reached = applied(reached, more)
    return tuple(changes)


def _overturns(consensus: Coding, dimension_id: str, changes: Sequence[CodingChange]) -> bool:
    return any(
        isinstance(change, RatingChange)
        and change.item != dimension_id
        and is_decided(consensus.rating(change.item))
        for change in changes
    )


def plain(rating: Rating) -> Rating:
    """Rating as it can be agreed on: without the coder's own flag and note."""
    if rating.value is not None:
        return Rating.rated(rating.value)
    if rating.na_reason is not None:
        return Rating.not_applicable(rating.na_reason)
    return Rating()


def closing_answers(
    codebook: Codebook, consensus: Coding, independent: Sequence[Coding]
) -> Iterator[AnswerChange]:
    """Answers that the meeting did not decide, as final values without it would have them.

    They are the primary coding's, as far as they do not contradict what was agreed.
    """
    primary = next((c for c in independent if c.role is CodingRole.PRIMARY), independent[0])
    for question in codebook.questions:
        answer = primary.answers.get(question.question_id)
        if answer is None or question.question_id in consensus.answers:
            continue
        if not _rules_out_agreed(codebook, consensus, question.question_id, answer):
            yield AnswerChange(question.question_id, answer)


def decision_change(consensus: Coding, item: str, text: str) -> NoteChange | None:
    """Change that notes a decision on an item, or with an empty text takes it away.

    None if that is what is noted already.
    """
    note_id = _note_id(consensus, item)
    new = Note(note_id=note_id, text=text) if text else None
    change = NoteChange(note_id, new)
    return None if old_value(consensus, change) == new else change


def decision_notes(codebook: Codebook, consensus: Coding | None) -> Mapping[str, str]:
    """Decisions noted so far by item, in the codebook's order."""
    if consensus is None:
        return {}
    noted = {note.note_id: note.text for note in consensus.notes}
    items = (*codebook.dimension_ids, *codebook.count_ids)
    return {
        item: noted[note_id] for item in items if (note_id := _note_id(consensus, item)) in noted
    }


def _note_id(consensus: Coding, item: str) -> str:
    return f"{consensus.coding_id}-{item}"


def _wanted_answer(
    rule: NotApplicableRule, rating: Rating, answer: AnswerValue | None
) -> AnswerValue | None:
    if rating.na_reason == rule.reason_id:
        return rule.equals
    if rating.state is RatingState.RATED and isinstance(rule.equals, bool):
        return not rule.equals
    return None if answer == rule.equals else answer


def _rules_out_agreed(
    codebook: Codebook, consensus: Coding, question_id: str, answer: AnswerValue
) -> bool:
    return any(
        rule is not None
        and rule.question_id == question_id
        and rule.equals == answer
        and consensus.rating(dimension.dimension_id).na_reason != rule.reason_id
        for dimension in codebook.dimensions
        if (rule := dimension.not_applicable_when) is not None
    )
