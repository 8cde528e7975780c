"""The words of the worker report, part by part: the same on paper and in Word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from practicecoder.domain.spans import clock
from practicecoder.reports.chart_rows import rating_shown
from practicecoder.reports.data import (
    Moment,
    Plan,
    ReportStatus,
    Strength,
    Timeline,
    ToBuild,
    WorkerReportData,
)
from practicecoder.reports.evidence_words import moment_runs
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.text import Run, Weight, runs
from practicecoder.reports.words import day_in_words, ordinal
from practicecoder.scoring.scores import in_sentence

Runs = tuple[Run | str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A label with what was entered; empty words are a line to write on."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """One row of the worker's view: whose ratings they are, and the ratings in order."""

    head: str
    ratings: tuple[str, ...]


def program_of(data: WorkerReportData) -> str:
    """Name and version of the program that made the report."""
    return f"practicecoder {data.provenance.app_version}"


def neutral_title(data: WorkerReportData) -> str:
    """Title of the file's description: codes alone."""
    return f"Feedback {data.worker} {data.provenance.session_code}"


def title(data: WorkerReportData) -> str:
    """Heading of the report, by date or, where that is not known, by code."""
    if data.session_date is None:
        code = data.provenance.session_code
        return say(Say.TITLE_WITHOUT_DATE, visit=data.noun.one, code=code)
    return say(Say.TITLE, visit=data.noun.one, date=day_in_words(data.session_date))


def notices(data: WorkerReportData) -> str:
    """What has to be said before anything else; empty if nothing has."""
    applying = (
        (Say.DRAFT_NOTICE, data.status is ReportStatus.DRAFT),
        (Say.TRAINING, data.training),
    )
    return " ".join(say(which) for which, applies in applying if applies)


def made_up_mark(data: WorkerReportData) -> str:
    """What every page of invented data says; empty for real data."""
    return say(Say.MADE_UP, visit=data.noun.one) if data.made_up else ""


def draft_mark(data: WorkerReportData) -> str:
    """What every page says until release; empty afterwards."""
    return say(Say.DRAFT) if data.status is ReportStatus.DRAFT else ""


def purpose(data: WorkerReportData) -> str:
    """Who the report is for, and that it does not grade."""
    if data.ordinal is None:
        return say(Say.PURPOSE_WITHOUT_ORDER, worker=data.worker)
    place = ordinal(data.ordinal).capitalize()
    return say(Say.PURPOSE, worker=data.worker, ordinal=place, visit=data.noun.one)


def proposed_note(data: WorkerReportData) -> str:
    """That no person has chosen yet; empty where one has, or there is nothing to choose."""
    return say(Say.PROPOSED) if data.proposed and (data.strengths or data.to_build) else ""


def strength_runs(strength: Strength) -> Runs:
    """One thing done well: behaviour, moments, and the level it belongs to."""
    found = _behaviour_runs(strength.behaviour, strength.moments)
    if strength.dimension and strength.rating is not None:
        term = Run(in_sentence(strength.dimension), Weight.TERM)
        link = runs(Say.STRENGTH_LINK, dimension=term, rating=rating_shown(strength.rating))
        found += [" ", *link]
    return tuple(found)


def to_build_runs(item: ToBuild) -> Runs:
    """One thing to build: behaviour, moments, and one concrete act."""
    found = _behaviour_runs(item.behaviour, item.moments)
    found += [" ", Run(say(Say.TRY), Weight.STRONG), " "]
    found.append(sentence(item.try_this) if item.try_this else say(Say.TRY_OPEN))
    if item.dimension:
        term = Run(in_sentence(item.dimension), Weight.TERM)
        found += [" ", *runs(Say.BUILD_LINK, dimension=term)]
    return tuple(found)


def shared_moments(data: WorkerReportData) -> tuple[Moment, ...]:
    """Moments of all dimensions, in their order."""
    return tuple(moment for dimension in data.dimensions for moment in dimension.moments)


def coded_part(data: WorkerReportData, timeline: Timeline, *, drawn: bool = True) -> str:
    """Which part of the recording was coded, and whether any moment was shared."""
    part = Say.CODED_PART if drawn else Say.CODED_PART_IN_TABLE
    coded = say(
        Say.CODED_ALL if timeline.is_coded_whole else part,
        start=clock(timeline.coded.start_ms),
        end=clock(timeline.coded.end_ms),
    )
    if shared_moments(data):
        return coded
    return f"{say(Say.NO_SHARED_MOMENTS, visit=data.noun.one)} {coded}"


def no_own_view(data: WorkerReportData) -> str:
    """Why the worker's own ratings are not there."""
    if data.own_declined:
        return say(Say.OWN_DECLINED, visit=data.noun.one)
    return say(Say.NO_OWN_RATINGS)


def own_view(data: WorkerReportData) -> tuple[OwnRow, OwnRow]:
    """The worker's ratings above the coder's, in the order of ``data.own_ratings``."""
    coder = Say.OWN_ROW_CODER if data.provenance.n_coders == 1 else Say.OWN_ROW_CODERS
    return (
        OwnRow(
            head=say(Say.OWN_ROW_YOU),
            ratings=tuple(rating_shown(own.own) for own in data.own_ratings),
        ),
        OwnRow(
            head=say(coder),
            ratings=tuple(
                say(Say.NOT_APPLICABLE) if own.coder is None else rating_shown(own.coder)
                for own in data.own_ratings
            ),
        ),
    )


def goal_review(data: WorkerReportData) -> tuple[Field, ...]:
    """What was agreed last time and what became of it; empty in the first report of a series."""
    plan = data.plan
    if data.ordinal == 1 and not plan.last_goal:
        return ()
    label = say(Say.LAST_GOAL)
    if plan.last_goal_on is not None:
        day = day_in_words(plan.last_goal_on)
        label = say(Say.LAST_GOAL_ON, visit=data.noun.one, date=day)
    return (
        Field(label, plan.last_goal),
        Field(say(Say.LAST_GOAL_OUTCOME), plan.last_goal_outcome),
    )


def plan_lines(plan: Plan) -> tuple[tuple[Field, ...], ...]:
    """What is agreed for the next time, the fields of a line together."""
    review = "" if plan.review_on is None else day_in_words(plan.review_on)
    return (
        (Field(say(Say.GOAL), plan.goal),),
        (
            Field(say(Say.WITH_WHOM), plan.with_whom),
            Field(say(Say.HELP_NEEDED), plan.help_needed),
        ),
        (Field(say(Say.HOW_WE_KNOW), plan.how_we_know), Field(say(Say.REVIEW_ON), review)),
    )


def response_day(data: WorkerReportData) -> str:
    """When the response was written down; empty where that is not known."""
    if not data.response or data.response_on is None:
        return ""
    return say(Say.RESPONSE_ON, date=day_in_words(data.response_on))


def signature_labels(data: WorkerReportData) -> tuple[str, ...]:
    """Labels of the lines to sign on; empty where nobody signs."""
    labels = (Say.SIGNED_WORKER, Say.SIGNED_SUPERVISOR, Say.SIGNED_DATE)
    return tuple(say(label) for label in labels) if data.signatures else ()


def footer_lines(data: WorkerReportData, made_on: date) -> tuple[str, str]:
    """Who may read the page, and what it was made from."""
    source = data.provenance
    codebook = f"{source.codebook_id} {source.codebook_version}"
    if source.codebook_is_draft:
        codebook = say(Say.CODEBOOK_DRAFT, codebook=codebook)
    coders = (
        say(Say.ONE_CODER)
        if source.n_coders == 1
        else say(Say.SEVERAL_CODERS, n=str(source.n_coders))
    )
    readers = Say.FOOTER_MARKING if source.marking else Say.FOOTER_READERS
    made = say(
        Say.FOOTER_IDS,
        visit=data.noun.one.capitalize(),
        code=source.session_code,
        codebook=codebook,
        coders=coders,
        date=day_in_words(made_on),
        program=program_of(data),
    )
    if source.heads and data.status is ReportStatus.RELEASED:
        whole = [head.replace(" ", "\u00a0") for head in source.heads]
        made = say(Say.FOOTER_HEADS, made=made, heads=", ".join(whole))
    return say(readers, marking=source.marking, worker=data.worker), made


def sentence(text: str) -> str:
    """Words with their full stop.

    Examples
    --------
    >>> sentence("Ask first "), sentence("Did it land?")
    ('Ask first.', 'Did it land?')
    """
    text = text.strip()
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def _behaviour_runs(behaviour: str, moments: Sequence[Moment]) -> list[Run | str]:
    found: list[Run | str] = [Run(sentence(behaviour), Weight.STRONG)]
    for number, moment in enumerate(moments):
        found += [" " if number == 0 else "; ", *moment_runs(moment)]
    if moments and not str(moments[-1].quote or moments[-1].note).rstrip().endswith((".", "?")):
        found.append(".")
    return found
