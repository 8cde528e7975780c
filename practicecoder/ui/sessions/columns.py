"""Columns of the coder's queue and of the lead's table, and the words in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from practicecoder.domain.coding import CodingRole
from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.sessions import Phase, Purpose, SessionState
from practicecoder.domain.spans import clock
from practicecoder.services.segments import segment_sentence
from practicecoder.services.session_rows import (
    AssignedCoder,
    Flag,
    QueueRow,
    QueueState,
    SessionRow,
)
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.languages.days import day_in_words
from practicecoder.ui.sessions.words import PHASE_WORDS
from practicecoder.ui.tables import RIGHT, Column
from practicecoder.ui.widgets.due_words import due_in_words
from practicecoder.ui.widgets.state_words import QUEUE_STATE_WORDS

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
ROLE_TOLD = Words(
    {
        CodingRole.PRIMARY: "{0}: primary coding, {1}",
        CodingRole.DOUBLE: "{0}: double coding, {1}",
        CodingRole.CONSENSUS: "{0}: consensus coding, {1}",
        CodingRole.TRAINING: "{0}: training coding, {1}",
        CodingRole.REFERENCE: "{0}: reference coding, {1}",
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
    return _tr("{0} of {1}").format(line.row.n_decided, line.row.n_dimensions)


def _length(duration_ms: int | None) -> str:
    return _tr("no recording") if duration_ms is None else clock(duration_ms)


def _due_day(line: QueueLine) -> str:
    day = line.row.due_on
    return "" if day is None else _tr("Wanted by {}").format(day_in_words(day, in_full=True))


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
        title="Due", text=lambda x: due_in_words(x.row.days_left),
        sort_key=lambda x: x.row.days_left, cell_tooltip=_due_day,
        tooltip="When the lead wants it; the queue keeps its order",
        bold=lambda x: x.row.days_left is not None and x.row.days_left < 0,
    ),
    Column[QueueLine](
        title="Length", text=lambda x: _length(x.row.duration_ms),
        sort_key=lambda x: x.row.duration_ms, alignment=RIGHT,
        tooltip="Length of what is coded",
    ),
    Column[QueueLine](
        title="State", text=lambda x: QUEUE_STATE_WORDS[x.row.state],
        sort_key=lambda x: QUEUE_ORDER.index(x.row.state),
    ),
    Column[QueueLine](
        title="Decided", text=_decided, sort_key=lambda x: x.row.n_decided,
        tooltip="Dimensions rated or not applicable",
    ),
)  # fmt: skip


def queue_columns(lines: Iterable[QueueLine]) -> tuple[Column[QueueLine], ...]:
    """Columns of a queue; without due dates there is none for them."""
    has_days = any(line.row.due_on is not None for line in lines)
    return tuple(c for c in QUEUE_COLUMNS if has_days or c.title != "Due")


def _assigned(row: SessionRow) -> str:
    return ", ".join(c.coder_id for c in row.independent)


def coder_in_words(coder: AssignedCoder) -> str:
    """A coder's part in a session, for tooltips: who, in what role, how far, by when."""
    told = ROLE_TOLD[coder.role].format(coder.coder_id, QUEUE_STATE_WORDS[coder.state])
    if coder.due_on is None or coder.state is QueueState.SUBMITTED:
        return told
    return _tr("{0}, due {1}").format(told, day_in_words(coder.due_on))


FLAG_MEANING = Words(
    {
        Flag.CONCERN: "A coder raised a concern about possible harm",
        Flag.UNBLINDED: "A coder recognised someone, or learned the office or the phase",
        Flag.SHORT_LISTEN: "Submitted without hearing the whole segment, with a reason",
        Flag.UNSURE: "Ratings that coders marked as unsure",
    }
)
"""What each flag says, in the order in which flags are shown."""


FLAG_WORDS = Words(
    {
        Flag.CONCERN: "concern",
        Flag.UNBLINDED: "unblinded",
        Flag.SHORT_LISTEN: "short listen",
        Flag.UNSURE: "unsure",
    }
)


def _flags(row: SessionRow) -> str:
    words = []
    for flag in FLAG_MEANING:
        if flag in row.flags:
            number = {Flag.UNSURE: row.unsure, Flag.CONCERN: row.concerns}.get(flag, 1)
            words.append(FLAG_WORDS[flag] if number == 1 else _several(flag, number))
    return ", ".join(words)


def _several(flag: Flag, number: int) -> str:
    words = _tr("{} concerns") if flag is Flag.CONCERN else _tr("{} unsure")
    return words.format(number)


def flags_in_words(row: SessionRow) -> str:
    """What the flags of a session say, a line each, for tooltips."""
    lines = []
    for coder in row.coders:
        who, reason = coder.coder_id, coder.short_listen_reason
        if coder.unblinded:
            said = _tr("{}: recognised someone, or learned office or phase")
            lines.append(said.format(who))
        if reason:
            lines.append(_tr("{0}: heard less than all; {1}").format(who, reason))
        if coder.unsure:
            lines.append(_tr("{0}: {1} unsure").format(who, coder.unsure))
    if row.concerns:
        said = _tr("{0} raised, {1} not seen yet: see Concerns")
        lines.append(said.format(row.concerns, row.concerns_unseen))
    return "\n".join(lines)


USE_WORDS = Words(
    {
        ConsentUse.CODING: "coding",
        ConsentUse.FEEDBACK: "feedback to the worker",
        ConsentUse.TRAINING: "training of coders",
        ConsentUse.QUOTES: "quoting",
        ConsentUse.LISTENING: "listening together in supervision",
    }
)


def _consent(row: SessionRow) -> str:
    n_given = sum(row.consents.values())
    n_refused = len(row.consents) - n_given
    if n_refused:
        return _tr("{} refused").format(n_refused)
    return _tr("{} given").format(n_given) if n_given else ""


def _consent_told(row: SessionRow) -> str:
    """Each use that was asked about, a line each."""
    given, refused = _tr("{}: agreed"), _tr("{}: refused, or taken back")
    return "\n".join(
        (given if row.consents[use] else refused).format(USE_WORDS[use])
        for use in ConsentUse
        if use in row.consents
    )


def _audio(row: SessionRow) -> str:
    if row.session.recording is not None:
        length = clock(row.session.recording.duration_ms)
        return length if row.session.has_sound else _tr("{}, deleted").format(length)
    is_observed = row.session.state is SessionState.OBSERVED_ONLY
    return _tr("observed") if is_observed else _tr("none")


def _audio_told(row: SessionRow) -> str:
    session = row.session
    if session.audio_deleted_at is not None:
        day = day_in_words(session.audio_deleted_at.date(), in_full=True)
        return _tr("The sound was deleted on {}; what was coded stays").format(day)
    if session.audio_until is not None:
        return _tr("Kept until {}").format(day_in_words(session.audio_until, in_full=True))
    return ""


def _segment(row: SessionRow) -> str:
    segment = row.session.segment
    if segment is None:
        return _tr("whole") if row.session.recording is not None else ""
    return f"{clock(segment.span.start_ms)}–{clock(segment.span.end_ms)}"


def _segment_told(row: SessionRow) -> str:
    recording = row.session.recording
    if recording is None:
        return ""
    said = segment_sentence(row.session.segment, recording.duration_ms, None)
    seed = None if row.session.segment is None else row.session.segment.seed
    return said if seed is None else _tr("{0}, seed {1}").format(said, seed)


def _submitted(row: SessionRow) -> str:
    total = len(row.independent)
    return _tr("{0} of {1}").format(row.n_submitted, total) if total else ""


def _due(row: SessionRow) -> str:
    if row.due_on is None:
        return ""
    return _tr("{}, overdue").format(row.due_on) if row.is_overdue else str(row.due_on)


def _due_told(row: SessionRow) -> str:
    waiting = (c for c in row.independent if c.due_on and c.state is not QueueState.SUBMITTED)
    return "\n".join(coder_in_words(coder) for coder in waiting)


def _consensus(row: SessionRow) -> str:
    return "" if row.consensus is None else CONSENSUS_WORDS[row.consensus]


def _days(row: SessionRow) -> str:
    days = row.session.days_since_implementation
    return "" if days is None else f"{days}".replace("-", "−")


LEAD_COLUMNS = (
    Column[SessionRow](
        title="Session", text=lambda r: r.session.session_id, bold=lambda _: True,
        cell_tooltip=lambda r: _tr("Coders see {}").format(r.session.blind_code),
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
        title="Consent", text=_consent, cell_tooltip=_consent_told,
        sort_key=lambda r: (sum(not given for given in r.consents.values()), len(r.consents)),
        tooltip="Uses that were agreed to, or refused; empty where nobody was asked",
    ),
    Column[SessionRow](
        title="Audio", text=_audio, alignment=RIGHT, tooltip="Length of the recording",
        cell_tooltip=_audio_told,
        sort_key=lambda r: r.session.recording.duration_ms if r.session.recording else None,
        muted=lambda r: not r.session.has_sound,
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
        title="Due", text=_due, sort_key=lambda r: r.due_on, cell_tooltip=_due_told,
        tooltip="First day by which a coding that is not submitted is wanted",
        bold=lambda r: r.is_overdue,
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
        title="Double", text=lambda r: _tr("yes") if r.is_double_coded else "",
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
