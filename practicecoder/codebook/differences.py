"""What differs between two versions of a codebook, told item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from practicecoder.codebook.model import Codebook, CountCode, Dimension, Question, ScoreDefinition

T = TypeVar("T")


class DifferenceKind(StrEnum):
    """What happened to an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs.

    ``item`` is the label of the dimension, code, score or question, ``part`` which part of it.
    ``before`` and ``after`` are its texts, empty where there was or is none. ``of_substance``:
    codings made by the two versions do not mean the same, so that it is more than other words.
    """

    item: str
    part: str
    kind: DifferenceKind
    before: str
    after: str
    of_substance: bool


def differences(before: Codebook, after: Codebook) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the codebook.

    Wordings are compared without regard to line breaks. Title, licence, sources and what is only
    shown as a reference are left out.

    Examples
    --------
    >>> from practicecoder.codebook import library
    >>> differences(library.find("swim7"), library.find("swim7"))
    ()
    """
    found: list[Difference] = []
    found += _items(
        "dimension",
        _by(before.dimensions, "dimension_id"),
        _by(after.dimensions, "dimension_id"),
        _dimension,
    )
    found += _items(
        "count code", _by(before.counts, "count_id"), _by(after.counts, "count_id"), _count
    )
    found += _items(
        "question",
        _by(before.questions, "question_id"),
        _by(after.questions, "question_id"),
        _question,
    )
    found += _items("score", _by(before.scores, "score_id"), _by(after.scores, "score_id"), _score)
    found += _parts("codebook", _whole(before), _whole(after))
    return tuple(found)


_Part = tuple[str, bool]
"""Text of a part, and whether a difference in it is of substance."""


def _by(items: Sequence[T], key: str) -> Mapping[str, T]:
    return {str(getattr(item, key)): item for item in items}


def _items(
    what: str,
    before: Mapping[str, T],
    after: Mapping[str, T],
    parts_of: Callable[[T], Mapping[str, _Part]],
) -> Iterator[Difference]:
    for item_id in dict.fromkeys((*before, *after)):
        old, new = before.get(item_id), after.get(item_id)
        label = str(getattr(new if old is None else old, "label", "") or item_id)
        if old is None or new is None:
            kind = DifferenceKind.ADDED if old is None else DifferenceKind.REMOVED
            yield Difference(
                item=label, part=what, kind=kind, before="", after="", of_substance=True
            )
        else:
            yield from _parts(label, parts_of(old), parts_of(new))


def _parts(
    label: str, before: Mapping[str, _Part], after: Mapping[str, _Part]
) -> Iterator[Difference]:
    for part in dict.fromkeys((*before, *after)):
        old, weighs = before.get(part, ("", after.get(part, ("", False))[1]))
        new, _ = after.get(part, ("", weighs))
        if old != new:
            yield Difference(
                item=label,
                part=part,
                kind=DifferenceKind.CHANGED,
                before=old,
                after=new,
                of_substance=weighs,
            )


def _dimension(dimension: Dimension) -> Mapping[str, _Part]:
    scale = dimension.scale
    rule = dimension.not_applicable_when
    levels = {
        f"level {level.value}": (_text(f"{level.name}. {level.text}"), False)
        for level in dimension.levels
    }
    return {
        "label": (dimension.label, False),
        "definition": (_text(dimension.definition), False),
        "group": (dimension.group, True),
        "scale": (
            f"{scale.minimum} to {scale.maximum} by {scale.step}, {scale.better.value} is better",
            True,
        ),
        "start of the scale": (str(scale.anchor), False),
        **levels,
        "listen for, higher": (_lines(dimension.listen_for_higher), False),
        "listen for, lower": (_lines(dimension.listen_for_lower), False),
        "not to be confused with": (_text(dimension.not_this), False),
        "not applicable": (
            f"{dimension.not_applicable_allowed}; {rule}",
            True,
        ),
        "evidence asked for": (str(dict(dimension.evidence_min)), False),
    }


def _count(code: CountCode) -> Mapping[str, _Part]:
    return {
        "label": (code.label, False),
        "definition": (_text(code.definition), False),
        "belongs here": (_lines(code.includes), False),
        "does not belong here": (_lines(code.excludes), False),
        "key": (code.key, False),
        "slot in a volley": (code.volley_slot, True),
        "gives way to": (_lines(code.gives_way_to), True),
        "when unsure": (code.when_unsure_use, True),
        "who is coded": (code.speaker, True),
    }


def _question(question: Question) -> Mapping[str, _Part]:
    return {
        "wording": (_text(question.prompt), False),
        "kind of answer": (question.answer_type.value, True),
        "options": (_lines(question.options), True),
    }


def _score(score: ScoreDefinition) -> Mapping[str, _Part]:
    formula = (
        f"{score.function.value} of {', '.join(score.of)} "
        f"{', '.join(score.numerator)} / {', '.join(score.denominator)}; "
        f"missing: {score.missing.value} {score.min_k}"
    )
    return {"label": (score.label, False), "formula": (formula, True)}


def _whole(codebook: Codebook) -> Mapping[str, _Part]:
    parsing = codebook.parsing
    rules = (
        f"{parsing.once_per_slot_per_volley} {parsing.max_codes_per_volley} "
        f"{dict(parsing.slot_precedence)}"
    )
    reasons = "; ".join(f"{r.reason_id}: {r.label}" for r in codebook.reasons)
    return {
        "reasons for not applicable": (reasons, False),
        "rules of counting": (rules, True),
        "evidence": (codebook.evidence_policy.value, False),
    }


def _text(text: str) -> str:
    return " ".join(text.split()).strip(" .")


def _lines(texts: Iterable[str]) -> str:
    return "; ".join(map(_text, texts))
