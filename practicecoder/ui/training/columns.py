"""Columns of the training page's tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from practicecoder.codebook.model import Codebook
from practicecoder.domain.certification import Recalibration
from practicecoder.domain.coding import CodingRole, Evidence
from practicecoder.domain.spans import clock
from practicecoder.scoring.results import NotEstimable, Statistic, shown
from practicecoder.services.comparing import DimensionComparison
from practicecoder.services.training import (
    CODER,
    REFERENCE,
    CertificateState,
    CoderProgress,
    TrialRow,
)
from practicecoder.services.training_recordings import SourceCoding, TrainingRecording
from practicecoder.services.training_words import kappa_in_words, share_in_words
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RIGHT, Column
from practicecoder.ui.training.words import (
    attempt_in_words,
    certificate_in_words,
    difference_in_words,
    month_in_words,
    rating_in_cell,
    signed,
    verdict_in_words,
)
from practicecoder.ui.widgets.state_words import CODING_ROLE_WORDS

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.drift import MonthlyDeparture
    from practicecoder.scoring.reliability.reference import AgainstReference

_STATES = list(CertificateState)
_STATES_TO_MIND = (CertificateState.EXPIRING, CertificateState.EXPIRED, CertificateState.ENDED)


def _overall(progress: CoderProgress) -> AgainstReference | None:
    return None if progress.attempt is None else progress.attempt.result.overall


def _value(found: Statistic | None) -> float | None:
    return None if found is None or isinstance(found, NotEstimable) else found.value


def _exact(progress: CoderProgress) -> Statistic | None:
    return None if (overall := _overall(progress)) is None else overall.exact


def _within_one(progress: CoderProgress) -> Statistic | None:
    return None if (overall := _overall(progress)) is None else overall.within_one


def _kappa(progress: CoderProgress) -> Statistic | None:
    return None if (overall := _overall(progress)) is None else overall.kappa


def _share_told(share: Statistic | None) -> str:
    return "" if share is None else share_in_words(share)


def _kappa_told(kappa: Statistic | None) -> str:
    return "" if kappa is None else kappa_in_words(kappa)


CODER_COLUMNS = (
    Column[CoderProgress](title="Coder", text=lambda p: p.coder_id),
    Column[CoderProgress](
        title="Certificate", text=certificate_in_words,
        sort_key=lambda p: (_STATES.index(p.state), certificate_in_words(p)),
        bold=lambda p: p.state in _STATES_TO_MIND,
        muted=lambda p: p.state is CertificateState.NONE,
    ),
    Column[CoderProgress](
        title="Trials", text=attempt_in_words, sort_key=lambda p: p.n_trials,
        tooltip="Recordings of the latest attempt",
    ),
    Column[CoderProgress](
        title="Exact", text=lambda p: _share_told(_exact(p)), sort_key=lambda p: _value(_exact(p)),
        alignment=RIGHT, tooltip="Share of ratings equal to the reference",
    ),
    Column[CoderProgress](
        title="Within one", text=lambda p: _share_told(_within_one(p)),
        sort_key=lambda p: _value(_within_one(p)), alignment=RIGHT,
        tooltip="Share of ratings at most one level from the reference",
    ),
    Column[CoderProgress](
        title="Kappa", text=lambda p: _kappa_told(_kappa(p)), sort_key=lambda p: _value(_kappa(p)),
        alignment=RIGHT,
        tooltip="Quadratic weighted kappa against the reference, dimensions pooled",
    ),
    Column[CoderProgress](
        title="Pass rule", text=verdict_in_words,
        bold=lambda p: p.may_be_granted,
        cell_tooltip=lambda p: "" if p.verdict is None else "\n".join(p.verdict.reasons),
    ),
)  # fmt: skip

TRIAL_COLUMNS = (
    Column[TrialRow](title="Session", text=lambda t: t.blind_code),
    Column[TrialRow](title="Submitted", text=lambda t: t.submitted_on.isoformat()),
    Column[TrialRow](
        title="Attempt", text=lambda t: str(t.attempt), sort_key=lambda t: t.attempt,
        alignment=RIGHT,
    ),
    Column[TrialRow](
        title="Exact", text=lambda t: _of(t.n_exact, t.n_compared),
        sort_key=lambda t: t.n_exact / max(t.n_compared, 1), alignment=RIGHT,
        tooltip="Of the dimensions that both rated",
    ),
    Column[TrialRow](
        title="Within one", text=lambda t: _of(t.n_within_one, t.n_compared),
        sort_key=lambda t: t.n_within_one / max(t.n_compared, 1), alignment=RIGHT,
        tooltip="Of the dimensions that both rated",
    ),
    Column[TrialRow](
        title="N/A differs", text=lambda t: str(t.n_applicability or ""),
        sort_key=lambda t: t.n_applicability, alignment=RIGHT,
        tooltip="Dimensions that one rated and the other ruled out; they are in no share",
    ),
)  # fmt: skip


def dimension_columns() -> tuple[Column[AgainstReference], ...]:
    """Columns of agreement with the reference by dimension."""
    return (
        Column(
            title="Dimension", text=lambda a: a.label or _tr("Over all"), bold=lambda a: not a.item
        ),
        Column(title="n", text=lambda a: str(a.n_ratings), alignment=RIGHT, tooltip="Ratings"),
        Column(title="Exact", text=lambda a: share_in_words(a.exact), alignment=RIGHT),
        Column(title="Within one", text=lambda a: share_in_words(a.within_one), alignment=RIGHT),
        Column(title="Kappa", text=lambda a: kappa_in_words(a.kappa), alignment=RIGHT),
        Column(
            title="Departure",
            text=lambda a: (
                "–" if isinstance(a.departure, NotEstimable) else signed(a.departure.value)
            ),
            alignment=RIGHT,
            tooltip="Mean of rating minus reference",
        ),
    )


def recording_columns() -> tuple[Column[TrainingRecording], ...]:
    """Columns of the training recordings."""
    return (
        Column(title="Session", text=lambda r: r.session_id),
        Column(title="Code", text=lambda r: r.blind_code, tooltip="Code that coders see"),
        Column(
            title="Length",
            text=lambda r: _tr("no recording") if r.duration_ms is None else clock(r.duration_ms),
            sort_key=lambda r: r.duration_ms,
            alignment=RIGHT,
        ),
        Column(
            title="Reference",
            text=lambda r: (
                f"{r.reference_by}"
                if r.is_ready
                else _tr("{0}, not submitted yet").format(r.reference_by)
            ),
            muted=lambda r: not r.is_ready,
        ),
        Column(
            title="Tried",
            text=lambda r: str(len(r.tried)),
            sort_key=lambda r: len(r.tried),
            alignment=RIGHT,
            cell_tooltip=lambda r: ", ".join(r.tried),
        ),
        Column(
            title="Submitted",
            text=lambda r: str(len(r.submitted)),
            sort_key=lambda r: len(r.submitted),
            alignment=RIGHT,
            cell_tooltip=lambda r: ", ".join(r.submitted),
        ),
    )


def candidate_columns() -> tuple[Column[TrainingRecording], ...]:
    """Columns of sessions that could be made training recordings."""
    return (
        *recording_columns()[:3],
        Column(
            title="Submitted codings",
            text=lambda r: ", ".join(source_in_words(source) for source in r.sources),
        ),
    )


def source_in_words(source: SourceCoding) -> str:
    """A coding that could be a reference."""
    role = CODING_ROLE_WORDS[source.role]
    return role if source.role is CodingRole.CONSENSUS else f"{source.coder_id} ({role})"


def month_columns() -> tuple[Column[MonthlyDeparture], ...]:
    """Columns of a coder's departures by month."""
    return (
        Column(title="Month", text=lambda m: month_in_words(m.month)),
        Column(title="n", text=lambda m: str(m.n), alignment=RIGHT, tooltip="Checks"),
        Column(
            title="Departure",
            text=lambda m: signed(m.mean),
            sort_key=lambda m: m.mean,
            alignment=RIGHT,
            tooltip="Mean of rating minus reference",
        ),
        Column(
            title="Exact",
            text=lambda m: f"{shown(100 * m.exact, 0)}%",
            sort_key=lambda m: m.exact,
            alignment=RIGHT,
        ),
        Column(
            title="Within one",
            text=lambda m: f"{shown(100 * m.within_one, 0)}%",
            sort_key=lambda m: m.within_one,
            alignment=RIGHT,
        ),
    )


RECALIBRATION_COLUMNS = (
    Column[Recalibration](title="Day", text=lambda r: r.held_on.isoformat()),
    Column[Recalibration](title="What was done", text=lambda r: r.text),
)


def comparison_columns(codebook: Codebook) -> tuple[Column[DimensionComparison], ...]:
    """Columns of a trial beside its reference."""
    places = {dimension: place for place, dimension in enumerate(codebook.dimension_ids)}

    def rating(row: DimensionComparison, label: str) -> str:
        given = row.ratings[label]
        return f"{rating_in_cell(given)}{' ?' if given.unsure else ''}"

    return (
        Column(
            title="Dimension",
            text=lambda row: row.label,
            sort_key=lambda row: places[row.dimension_id],
            bold=lambda row: not row.is_equal,
        ),
        Column(title="Trial", text=lambda row: rating(row, CODER), alignment=RIGHT),
        Column(title="Reference", text=lambda row: rating(row, REFERENCE), alignment=RIGHT),
        Column(
            title="Difference",
            text=difference_in_words,
            sort_key=lambda row: row.levels_apart,
            muted=lambda row: row.is_equal,
        ),
        Column(
            title="Evidence of the trial",
            text=lambda row: evidence_in_words(row.evidence[CODER]),
            cell_tooltip=lambda row: evidence_in_lines(row.evidence[CODER]),
        ),
        Column(
            title="Evidence of the reference",
            text=lambda row: evidence_in_words(row.evidence[REFERENCE]),
            cell_tooltip=lambda row: evidence_in_lines(row.evidence[REFERENCE]),
        ),
    )


def evidence_in_words(pieces: Sequence[Evidence]) -> str:
    """Moments of evidence in a cell, the first with its words."""
    if not pieces:
        return ""
    first = pieces[0]
    words = first.quote or first.note
    told = f"{clock(first.span.start_ms)}{f' “{words}”' if words else ''}"
    return told if len(pieces) == 1 else _tr("{0}, {1} more").format(told, len(pieces) - 1)


def _of(part: int, whole: int) -> str:
    return _tr("{0} of {1}").format(part, whole)


def evidence_in_lines(pieces: Sequence[Evidence]) -> str:
    """Every piece of evidence on a line of its own."""
    return "\n".join(
        " ".join(part for part in (clock(e.span.start_ms), e.quote, e.note) if part)
        for e in pieces
    )


def _tr(text: str) -> str:
    return translate("Training", text)
