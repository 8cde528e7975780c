"""What columns may be taken for, in words."""

from __future__ import annotations

from collections.abc import Iterator

from practicecoder.codebook.model import Codebook
from practicecoder.interchange.column_mapping import Meaning
from practicecoder.ui.languages import Words, translate

Use = tuple[str, str]
"""A meaning and the item that belongs to it, empty if none does."""

MEANING_WORDS: Words[Meaning] = Words(
    {
        Meaning.NOTHING: "(not taken)",
        Meaning.SESSION_ID: "Session",
        Meaning.WORKER_ID: "Worker",
        Meaning.OFFICE_ID: "Office",
        Meaning.PHASE: "Phase",
        Meaning.DAYS: "Days since implementation",
        Meaning.SESSION_DATE: "Day of the session",
        Meaning.IMPLEMENTATION_DATE: "Day of implementation",
        Meaning.SESSION_TYPE: "Kind of session",
        Meaning.WORKER_ROLE: "Role of the worker",
        Meaning.PURPOSE: "Purpose",
        Meaning.AUDIO: "Recording",
        Meaning.CODER_ID: "Coder",
        Meaning.ITEM: "Dimension of the row",
        Meaning.VALUE: "Rating of the row",
        Meaning.ITEM_REASON: "Why not applicable, of the row",
        Meaning.UNSURE: "Unsure",
        Meaning.COMPLETE: "State of REDCap's form",
    }
)
"""Meanings that need no item."""


def uses(codebook: Codebook) -> Iterator[tuple[Use, str]]:
    """Yield everything that a column may be taken for, with its words."""
    for meaning, words in MEANING_WORDS.items():
        yield (meaning.value, ""), words
    for dimension in codebook.dimensions:
        use = (Meaning.RATING.value, dimension.dimension_id)
        yield use, _tr("Rating: {}").format(dimension.label)
    for dimension in codebook.dimensions:
        use = (Meaning.REASON.value, dimension.dimension_id)
        yield use, _tr("Not applicable: {}").format(dimension.label)
    for question in codebook.questions:
        use = (Meaning.ANSWER.value, question.question_id)
        yield use, _tr("Answer: {}").format(question.question_id.replace("_", " "))


def _tr(text: str) -> str:
    return translate("Importing", text)
