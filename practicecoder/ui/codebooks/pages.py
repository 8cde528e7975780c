"""Pages of a codebook besides those of dimensions and codes: about it, its scores, questions."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from practicecoder.codebook.differences import Difference, DifferenceKind
from practicecoder.codebook.model import Codebook, MissingPolicy, ScoreDefinition, ScoreFunction
from practicecoder.services.codebooks import KnownCodebook
from practicecoder.ui.languages import Words, translate

FUNCTION_WORDS = Words(
    {
        ScoreFunction.MEAN: "Mean of",
        ScoreFunction.SUM: "Sum of",
        ScoreFunction.RATIO: "Ratio of",
        ScoreFunction.PERCENT: "Percentage of",
    }
)
MISSING_WORDS = Words(
    {
        MissingPolicy.ALL_REQUIRED: "Every part is needed.",
        MissingPolicy.MIN_K: "At least {0} of the parts are needed.",
        MissingPolicy.AVAILABLE: "Made of the parts that there are.",
        MissingPolicy.UNDEFINED_IF_DENOMINATOR_ZERO: "There is none if it would be divided by 0.",
    }
)
KIND_WORDS = Words(
    {
        DifferenceKind.ADDED: "added",
        DifferenceKind.REMOVED: "removed",
        DifferenceKind.CHANGED: "changed",
    }
)


def about_html(known: KnownCodebook) -> str:
    """What the codebook is, by whom, under which licence, and what it is to the study."""
    book = known.codebook
    facts = [
        (_tr("Id and version"), f"{book.codebook_id} {book.version}"),
        (_tr("Digest"), book.digest),
        (_tr("Licence"), book.licence),
        (_tr("Codings made by it"), str(known.n_codings)),
    ]
    rows = "".join(
        f"<tr><td style='padding: 2px 16px 2px 0'><b>{escape(words)}</b></td>"
        f"<td>{escape(text)}</td></tr>"
        for words, text in facts
    )
    sources = "".join(f"<li>{escape(source)}</li>" for source in book.sources)
    return (
        f"<h2>{escape(book.title)}</h2><p>{escape(' '.join(book.wording.split()))}</p>"
        f"<table>{rows}</table>"
        + (f"<h3>{_tr('Sources')}</h3><ul>{sources}</ul>" if sources else "")
        + (f"<p><i>{escape(book.threshold_note)}</i></p>" if book.threshold_note else "")
    )


def scores_html(book: Codebook) -> str:
    """Every score with its formula in words."""
    parts = "".join(
        f"<h3>{escape(score.label)}</h3><p>{escape(formula_in_words(book, score))}</p>"
        + (f"<p><i>{escape(' '.join(score.note.split()))}</i></p>" if score.note else "")
        for score in book.scores
    )
    return f"<h2>{_tr('Scores')}</h2>{parts}"


def formula_in_words(book: Codebook, score: ScoreDefinition) -> str:
    """Formula of a score and its rule for parts that are missing, in one or two sentences."""

    def named(ids: Sequence[str]) -> str:
        return ", ".join(book.label(each) for each in ids)

    begin = FUNCTION_WORDS[score.function]
    if score.of:
        said = f"{begin} {named(score.of)}."
    else:
        said = _tr("{0} {1} to {2}.").format(
            begin, named(score.numerator), named(score.denominator)
        )
    rule = MISSING_WORDS[score.missing].format(score.min_k)
    return f"{said} {rule}"


def questions_html(book: Codebook) -> str:
    """Every question with its answers."""
    parts = "".join(
        f"<h3>{escape(' '.join(question.prompt.split()))}</h3>"
        f"<p>{escape(' '.join(question.help.split()))}</p>"
        + "".join(f"<p>· {escape(option)}</p>" for option in question.options)
        for question in book.questions
    )
    return f"<h2>{_tr('Questions')}</h2>{parts}"


def differences_html(found: Sequence[Difference], title: str) -> str:
    """Differences, those of substance first."""
    if not found:
        return f"<h2>{escape(title)}</h2><p>{_tr('Nothing differs that codings rest on.')}</p>"
    parts = [f"<h2>{escape(title)}</h2>"]
    for heading, chosen in (
        (_tr("Of substance: codings would mean different things"), True),
        (_tr("Wordings"), False),
    ):
        lines = "".join(_difference(d) for d in found if d.of_substance is chosen)
        if lines:
            parts.append(f"<h3>{heading}</h3>{lines}")
    return "".join(parts)


def _difference(found: Difference) -> str:
    head = f"<p><b>{escape(found.item)}</b>, {escape(found.part)}: {KIND_WORDS[found.kind]}</p>"
    if found.kind is not DifferenceKind.CHANGED:
        return head
    before, after = _tr("before"), _tr("after")
    return (
        f"{head}<p style='margin-left: 16px'><i>{before}:</i> {escape(found.before)}<br/>"
        f"<i>{after}:</i> {escape(found.after)}</p>"
    )


def _tr(text: str) -> str:
    return translate("Codebooks", text)
