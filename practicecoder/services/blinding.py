"""Whether a coder said that blinding was lost, by the tick or by the codebook's question."""

from __future__ import annotations

from practicecoder.codebook.model import AnswerType, Codebook
from practicecoder.domain.coding import Coding

UNBLINDED_QUESTION = "recognised"
"""Id that codebooks give to the question whether the coder recognised someone."""


def blinding_was_lost(coding: Coding) -> bool:
    """Whether the coder recognised someone, or learned the office or the phase."""
    return coding.unblinded or coding.answers.get(UNBLINDED_QUESTION) is True


def asks_about_blinding(codebook: Codebook) -> bool:
    """Whether the codebook itself asks; a tick beside its question would ask twice."""
    return any(
        question.question_id == UNBLINDED_QUESTION and question.answer_type is AnswerType.BOOL
        for question in codebook.questions
    )
