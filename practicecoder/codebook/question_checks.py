"""Checks of questions, of the rules that rest on them, and of the reasons they give."""

from __future__ import annotations

from collections.abc import Iterator

from practicecoder.codebook.document import Table
from practicecoder.codebook.faults import Fault, Path, quoted, unknown


def question_faults(book: Table) -> Iterator[Fault]:
    """Faults of options and of the answers that make a question needed."""
    questions = book.by_id("questions")
    for question in book.entries("questions"):
        yield from _option_faults(question)
        needed_when = question.table("required_when")
        for other_id, value in (needed_when.content if needed_when else {}).items():
            path = question.at("required_when", other_id)
            yield from unknown(path, other_id, "question", questions)
            if other_id == question.text("id"):
                yield Fault(path=path, what="The question waits for its own answer.")
            elif other_id in questions:
                yield from _answer_faults(path, value, questions[other_id])


def _option_faults(question: Table) -> Iterator[Fault]:
    is_choice = question.text("type") in ("choice", "multi_choice")
    options = question.words("options")
    if is_choice and len(options) < 2:
        yield Fault(path=question.at("options"), what="A choice needs at least two options.")
    if not is_choice and question.has("options") and question.has("type"):
        yield Fault(path=question.at("options"), what="Only a choice has options.")
    if len(set(options)) < len(options):
        yield Fault(path=question.at("options"), what="An option is listed twice.")


def _answer_faults(path: Path, value: object, question: Table) -> Iterator[Fault]:
    """Fault if a value can never be the answer to the question."""
    match question.text("type"):
        case "bool" if not isinstance(value, bool):
            yield Fault(path=path, what="The question is answered by true or false.")
        case "number" if not isinstance(value, int | float) or isinstance(value, bool):
            yield Fault(path=path, what="The question is answered by a number.")
        case "text" if not isinstance(value, str):
            yield Fault(path=path, what="The question is answered by a text.")
        case "choice":
            options = question.words("options")
            if not isinstance(value, str):
                yield Fault(path=path, what="The question is answered by one of its options.")
            else:
                yield from unknown(path, value, "option", options)
        case "multi_choice":
            yield Fault(path=path, what="A question with several answers cannot decide this.")


def reason_faults(book: Table) -> Iterator[Fault]:
    """Faults of the dimensions that a reason is kept for."""
    dimension_ids = book.ids("dimensions")
    for reason in book.entries("not_applicable_reasons"):
        for path, dimension_id in reason.texts("dimensions"):
            yield from unknown(path, dimension_id, "dimension", dimension_ids)


def rule_faults(book: Table) -> Iterator[Fault]:
    """Faults of the answers that make a dimension not applicable."""
    questions, reasons = book.by_id("questions"), book.by_id("not_applicable_reasons")
    for dimension in book.entries("dimensions"):
        rule = dimension.table("not_applicable_when")
        if rule is None:
            continue
        if not dimension.is_true("not_applicable_allowed", default=True):
            yield Fault(path=rule.path, what="The dimension forbids not applicable.")
        yield from _rule_question_faults(rule, questions)
        yield from _rule_reason_faults(rule, dimension.text("id"), reasons)


def _rule_question_faults(rule: Table, questions: dict[str, Table]) -> Iterator[Fault]:
    question_id = rule.text("question")
    path = rule.at("question")
    yield from unknown(path, question_id, "question", questions)
    if question_id not in questions:
        return
    question = questions[question_id]
    if not question.is_true("required"):
        yield Fault(
            path=path,
            what=f"The question {quoted(question_id)} decides whether a dimension is rated "
            "and is not required.",
            fix="Set required = true on the question.",
        )
    if rule.has("equals"):
        yield from _answer_faults(rule.at("equals"), rule.content["equals"], question)


def _rule_reason_faults(
    rule: Table, dimension_id: str | None, reasons: dict[str, Table]
) -> Iterator[Fault]:
    reason_id = rule.text("reason")
    path = rule.at("reason")
    yield from unknown(path, reason_id, "reason", reasons)
    reason = reasons.get(reason_id or "")
    if reason and reason.has("dimensions") and dimension_id not in reason.words("dimensions"):
        yield Fault(
            path=path,
            what=f"The reason {quoted(reason_id or '')} is not allowed on this dimension.",
        )
