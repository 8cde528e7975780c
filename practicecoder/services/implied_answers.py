"""Answers to a codebook's yes/no questions that follow from ratings taken over from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Rating
from practicecoder.domain.coding_changes import AnswerChange


def implied_answers(codebook: Codebook, ratings: Mapping[str, Rating]) -> Iterator[AnswerChange]:
    """Answers that ruled a dimension out, or that must have allowed its rating."""
    for dimension in codebook.dimensions:
        rule, rating = dimension.not_applicable_when, ratings.get(dimension.dimension_id)
        if rule is None or rating is None or not isinstance(rule.equals, bool):
            continue
        if rating.na_reason == rule.reason_id:
            yield AnswerChange(rule.question_id, rule.equals)
        elif rating.value is not None:
            yield AnswerChange(rule.question_id, not rule.equals)
