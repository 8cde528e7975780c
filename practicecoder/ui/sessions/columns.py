"""Columns of the coder's queue and of the lead's table, and the words in them."""

from __future__ import annotations

from dataclasses import dataclass

from practicecoder.domain.sessions import Phase, Purpose, SessionState
from practicecoder.domain.spans import clock
from practicecoder.services.segments import segment_sentence
from practicecoder.services.sessions import (
    AssignedCoder,
    Flag,
    QueueRow,
    QueueState,
    SessionRow,
)
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.sessions.words import PHASE_WORDS
from practicecoder.ui.tables import RIGHT, Column

STATE_WORDS = Words(
    {
        SessionState.RECEIVED: "received",
        SessionState.IN_CODING: "in coding",
        SessionState.SUBMITTED: "submitted",
        SessionState.COMPARED: "double-coded",
        SessionState.CONSENSUS: "consensus",
        SessionState.FINAL: "final",
        SessionState.OBSERVED_ONLY: "observed only",
        SessionState.UNUSABLE: "unusable",
        SessionState.WITHDRAWN: "withdrawn",
    }
)
PURPOSE_WORDS = Words(
    {
        Purpose.RESEARCH: "research",
        Purpose.SUPERVISION: "supervision",
        Purpose.BOTH: "both",
    }
)
CONSENSUS_WORDS = Words(
    {
        QueueState.NEW: "to begin",
        QueueState.IN_PROGRESS: "begun",
        QueueState.SUBMITTED: "agreed",
    }
)
_STATE_ORDER = list(SessionState)
QUEUE_ORDER = [QueueState.IN_PROGRESS, QueueState.NEW, QueueState.SUBMITTED]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """A row of the queue with its place in it, from 1."""

    place: int
    row: QueueRow


def _decided(line: QueueLine) -> str:
    return f"{line.row.n_decided} of {line.row.n_dimensions}"


def _length(duration_ms: int | None) -> str:
    return "no recording" if duration_ms is None else clock(duration_ms)


QUEUE_COLUMNS = (
    Column[QueueLine](
        title="", text=lambda x: str(x.place), sort_key=lambda x: x.place, alignment=RIGHT,
        tooltip="Place in your queue", muted=lambda _: True,
    ),
    Column[QueueLine](
        title="Session", text=lambda x: x.row.blind_code,
        tooltip="Random code of the session; it tells nothing about it",
        bold=lambda x: x.row.state is not QueueState.SUBMITTED,
    ),
    Column[QueueLine](
        title="Length", text=lambda x: _length(x.row.duration_ms),
        sort_key=lambda x: x.row.duration_ms, alignment=RIGHT,
        tooltip="Length of what is coded",
    ),
    Column[QueueLine](
        title="State", text=lambda x: x.row.state.value,
        sort_key=lambda x: QUEUE_ORDER.index(x.row.state),
    ),
    Column[QueueLine](
        title="Decided", text=_decided, sort_key=lambda x: x.row.n_decided,
        tooltip="Dimensions rated or not applicable",
    ),
)  # fmt: skip


def _assigned(row: SessionRow) -> str:
    return ", ".join(c.coder_id for c in row.independent)


def coder_in_words(coder: AssignedCoder) -> str:
    """A coder's part in a session, for tooltips: who, in what role, how far."""
    return f"{coder.coder_id}: {coder.role.value} coding, {coder.state.value}"


FLAG_MEANING = Words(
    {
        Flag.CONCERN: "A coder raised a concern about possible harm",
        Flag.UNBLINDED: "A coder recognised someone, or learned the office or the phase",
        Flag.SHORT_LISTEN: "Submitted without hearing the whole segment, with a reason",
        Flag.UNSURE: "Ratings that coders marked as unsure",
    }
)
"""What each flag says, in the order in which flags are shown."""


def _flags(row: SessionRow) -> str:
    words = []
    for flag in FLAG_MEANING:
        if flag in row.flags:
            number = {Flag.UNSURE: row.unsure, Flag.CONCERN: row.concerns}.get(flag, 1)
            words.append(flag.value if number == 1 else f"{number} {_plural(flag)}")
    return ", ".join(words)


def _plural(flag: Flag) -> str:
    return "concerns" if flag is Flag.CONCERN else flag.value


def flags_in_words(row: SessionRow) -> str:
    """What the flags of a session say, a line each, for tooltips."""
    lines = []
    for coder in row.coders:
        if coder.unblinded:
            lines.append(f"{coder.coder_id}: recognised someone, or learned office or phase")
        if coder.short_listen_reason:
            lines.append(f"{coder.coder_id}: heard less than all; {coder.short_listen_reason}")
        if coder.unsure:
            lines.append(f"{coder.coder_id}: {coder.unsure} unsure")
    if row.concerns:
        lines.append(f"{row.concerns} raised, {row.concerns_unseen} not seen yet: see Concerns")
    return "\n".join(lines)


def _audio(row: SessionRow) -> str:
    if row.session.recording is not None:
        return clock(row.session.recording.duration_ms)
    return "observed" if row.session.state is SessionState.OBSERVED_ONLY else "none"


def _segment(row: SessionRow) -> str:
    segment = row.session.segment
    if segment is None:
        return "whole" if row.session.recording is not None else ""
    return f"{clock(segment.span.start_ms)}–{clock(segment.span.end_ms)}"


def _segment_told(row: SessionRow) -> str:
    recording = row.session.recording
    if recording is None:
        return ""
    said = segment_sentence(row.session.segment, recording.duration_ms, None)
    seed = None if row.session.segment is None else row.session.segment.seed
    return said if seed is None else f"{said}, seed {seed}"


def _submitted(row: SessionRow) -> str:
    total = len(row.independent)
    return _tr("{0} of {1}").format(row.n_submitted, total) if total else ""


def _consensus(row: SessionRow) -> str:
    return "" if row.consensus is None else CONSENSUS_WORDS[row.consensus]


def _days(row: SessionRow) -> str:
    days = row.session.days_since_implementation
    return "" if days is None else f"{days}".replace("-", "−")


LEAD_COLUMNS = (
    Column[SessionRow](
        title="Session", text=lambda r: r.session.session_id, bold=lambda _: True,
        cell_tooltip=lambda r: f"Coders see {r.session.blind_code}",
    ),
    Column[SessionRow](title="Worker", text=lambda r: r.session.worker_id or ""),
    Column[SessionRow](title="Office", text=lambda r: r.session.office_id or ""),
    Column[SessionRow](
        title="Phase",
        text=lambda r: PHASE_WORDS[r.session.phase] if r.session.phase else "",
        sort_key=lambda r: list(Phase).index(r.session.phase) if r.session.phase else None,
        tooltip="Before or after implementation",
    ),
    Column[SessionRow](
        title="Days", text=_days, sort_key=lambda r: r.session.days_since_implementation,
        alignment=RIGHT, tooltip="Days since implementation; negative before it",
    ),
    Column[SessionRow](title="Type", text=lambda r: r.session.session_type),
    Column[SessionRow](
        title="Purpose", text=lambda r: PURPOSE_WORDS[r.session.purpose],
        tooltip="Used for research, supervision or both; feedback needs supervision",
    ),
    Column[SessionRow](
        title="Audio", text=_audio, alignment=RIGHT, tooltip="Length of the recording",
        sort_key=lambda r: r.session.recording.duration_ms if r.session.recording else None,
        muted=lambda r: r.session.recording is None,
    ),
    Column[SessionRow](
        title="Segment", text=_segment, tooltip="Stretch that is coded",
        cell_tooltip=_segment_told,
    ),
    Column[SessionRow](
        title="Assigned to", text=_assigned,
        cell_tooltip=lambda r: "\n".join(coder_in_words(c) for c in r.coders),
    ),
    Column[SessionRow](
        title="Submitted", text=_submitted, sort_key=lambda r: r.n_submitted, alignment=RIGHT,
        tooltip="Independent codings submitted, of those assigned",
    ),
    Column[SessionRow](
        title="Consensus", text=_consensus,
        sort_key=lambda r: None if r.consensus is None else QUEUE_ORDER.index(r.consensus),
        tooltip="What the coders agreed on in a meeting; it is no coding of its own",
    ),
    Column[SessionRow](
        title="State", text=lambda r: STATE_WORDS[r.session.state],
        sort_key=lambda r: _STATE_ORDER.index(r.session.state),
    ),
    Column[SessionRow](
        title="Double", text=lambda r: "yes" if r.is_double_coded else "",
        tooltip="Coded by two or more coders independently",
    ),
    Column[SessionRow](
        title="Flags", text=_flags, cell_tooltip=flags_in_words,
        tooltip="Concerns, coders no longer blind, listening cut short, ratings marked unsure",
        sort_key=lambda r: (len(r.flags), r.unsure),
    ),
)  # fmt: skip


def _tr(text: str) -> str:
    return translate("Sessions", text)
