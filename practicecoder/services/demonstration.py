"""Makes the demonstration study: invented visits with sound, and sessions with known totals."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.codebook.library import DEFAULT_ID, find
from practicecoder.domain.allocation import AllocationPlan, Assignment
from practicecoder.domain.coding import CodingRole, Listen, Rating
from practicecoder.domain.coding_changes import (
    AnswerChange,
    CodingChange,
    EvidenceChange,
    NoteChange,
    RatingChange,
)
from practicecoder.domain.ids import BlindCode, CoderId, SessionId, new_blind_code, new_id
from practicecoder.domain.people import Coder, Office, Worker
from practicecoder.domain.sessions import PracticeSession, Segment, SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import NotAllowedError, StudyExistsError, StudyLocationError
from practicecoder.scoring.results import shown
from practicecoder.services.context import StudyServices
from practicecoder.services.demonstration_laboratory import (
    DECISIONS,
    DemonstrationClock,
    add_laboratory_work,
)
from practicecoder.services.demonstration_material import (
    RatedSession,
    RatingsOfCodings,
    Visit,
    VisitCoding,
    independent_ratings,
    rated_sessions,
    session_ratings,
    visits,
)
from practicecoder.services.demonstration_supervision import add_supervision
from practicecoder.services.demonstration_writing import StudyWriter, TimedChange
from practicecoder.services.studies import FIRST_LEAD, create_study, open_study
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.locations import unsafe_for_writing

if TYPE_CHECKING:
    from practicecoder.audio.intake import Intake

TITLE = "Demonstration study (made-up data)"
NEWCOMER = CoderId("YOU")
"""The free identity: the visits are in its queue, and it has coded none of them."""

_MADE_AT = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
"""When the study was made, as invented as its visits."""
_QUEUE_SEED = 20261116
_AT_A_TIME = 4
"""Recordings decoded side by side, each in a process of its own."""
_REACTION = timedelta(seconds=3)
_BETWEEN_ACTS = timedelta(seconds=20)

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""


def make_demonstration(target: Path, *, progress: Progress | None = None) -> Path:
    """Make the demonstration study in a new or empty folder, and return the folder.

    It is made beside its place and gets its name when everything is in it. Six visits with sound
    are coded by D1 to D3 and wait for the newcomer; three of them are training recordings with a
    reference. 104 sessions without sound give the totals of a published evaluation; 28 of them
    were coded by C1 to C3 independently, by a plan on record, and have a consensus; meetings over
    two of them came to decisions for the codebook. Two workers have a released report, another
    report is a draft. All who coded for the study hold a certificate;
    of the two learners one earned it here, and the other is to try again.

    Raises
    ------
    StudyExistsError
        If the folder holds anything.
    StudyLocationError
        If the place is a network or synchronised folder.
    StudyError
        If the material is not installed.
    """
    report = progress if progress is not None else _say_nothing
    target = target.absolute()
    _refuse_place(target)
    recorded = visits()
    clock = DemonstrationClock(_MADE_AT)
    report(0.0, "making the study folder")
    services = create_study(
        target.with_name(f".{target.name}-{new_id()[:8]}"),
        title=TITLE,
        codebook=find(DEFAULT_ID),
        made_up=True,
        now=clock,
    )
    try:
        try:
            _fill(services.context, recorded, report)
            _add_transcripts(services, recorded)
            report(0.95, "meetings and training")
            add_laboratory_work(services, clock, _agreed_in_meetings())
            report(0.97, "feedback to workers")
            add_supervision(services, clock)
        finally:
            services.close()
        if target.is_dir():
            target.rmdir()
        services.path.rename(target)
    except BaseException:
        shutil.rmtree(services.path, ignore_errors=True)
        raise
    report(1.0, "demonstration study made")
    return target


def open_demonstration(folder: Path) -> StudyServices:
    """Open the demonstration study.

    Raises
    ------
    StudyError
        If it cannot be opened.
    NotAllowedError
        If the folder holds another study.
    """
    services = open_study(folder)
    if not services.study.made_up:
        services.close()
        raise NotAllowedError(
            f"The study in {folder} is not the demonstration. Nothing was changed. Choose a new "
            "folder."
        )
    return services


def _refuse_place(target: Path) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise StudyExistsError(target)
    why = unsafe_for_writing(target)
    if why is not None:
        raise StudyLocationError(target, why)


def _say_nothing(_share: float, _text: str) -> None:
    """Stand in for progress that nobody wants to see."""


def _fill(context: StudyContext, recorded: Sequence[Visit], report: Progress) -> None:
    rated = rated_sessions()
    with _writing(context) as writer:
        _add_people(writer, recorded, rated)
    for number, (visit, intake) in enumerate(_taken_in(context, recorded, report), 1):
        with _writing(context) as writer:
            _add_visit(writer, visit, number, intake)
    report(0.8, "adding the sessions without sound")
    with _writing(context) as writer:
        _add_rated_sessions(writer, rated, taken={visit.blind_code for visit in recorded})


def _add_transcripts(services: StudyServices, recorded: Sequence[Visit]) -> None:
    """Give the visits what was said in them, by the roles that their files name in plain words."""
    transcripts = services.transcripts
    for visit in recorded:
        read = transcripts.read(visit.transcript)
        roles = {
            s.word: s.suggested for s in transcripts.speakers(read) if s.suggested is not None
        }
        preview = transcripts.preview_for(visit.session_id, read, roles)
        transcripts.add_to_session(visit.session_id, preview, actor=FIRST_LEAD)


@contextmanager
def _writing(context: StudyContext) -> Iterator[StudyWriter]:
    with context.store.transaction() as unit:
        yield StudyWriter(unit, context.codebook, actor=FIRST_LEAD, at=_MADE_AT)


def _add_people(
    writer: StudyWriter, recorded: Sequence[Visit], rated: Sequence[RatedSession]
) -> None:
    # The office of the visits has no go-live date: its sessions have neither days nor phase, and
    # so stay out of comparisons and trends, which are about the others.
    offices = {visit.office_id: Office(office_id=visit.office_id) for visit in recorded}
    offices |= {
        s.office_id: Office(office_id=s.office_id, implementation_date=s.implementation_date)
        for s in rated
    }
    workers = {
        v.worker_id: Worker(worker_id=v.worker_id, office_id=v.office_id, role=v.worker_role)
        for v in recorded
    }
    workers |= {s.worker_id: Worker(worker_id=s.worker_id, office_id=s.office_id) for s in rated}
    coders = {coding.coder_id for visit in recorded for coding in visit.codings}
    coders |= {session.coder_id for session in rated} | {NEWCOMER}
    writer.add_people(
        offices.values(),
        workers.values(),
        (Coder(coder_id=coder_id) for coder_id in sorted(coders)),
    )


def _taken_in(
    context: StudyContext, recorded: Sequence[Visit], report: Progress
) -> Iterator[tuple[Visit, Intake]]:
    """Take every recording into the study, several at a time, and give each visit with its own."""
    from practicecoder.audio.cache import CacheKind
    from practicecoder.audio.intake import take_in
    from practicecoder.audio.peaks_cache import save_peaks

    store, cache = context.store, context.sound_cache
    with (
        tempfile.TemporaryDirectory(prefix="incoming-", dir=store.path) as work,
        ThreadPoolExecutor(max_workers=_AT_A_TIME) as pool,
    ):
        waiting = [
            pool.submit(take_in, visit.audio, Path(work), key=context.new_sound_key())
            for visit in recorded
        ]
        for number, (visit, awaited) in enumerate(zip(recorded, waiting, strict=True)):
            report(0.05 + 0.75 * number / len(recorded), f"taking in visit {number + 1}")
            intake = awaited.result()
            fingerprint = intake.recording.fingerprint
            context.keep_sound(intake.file, intake.recording)
            save_peaks(intake.peaks, cache.file(fingerprint, CacheKind.PEAKS), fingerprint)
            yield visit, intake


def _add_visit(writer: StudyWriter, visit: Visit, number: int, intake: Intake) -> None:
    whole = TimeSpan(0, intake.recording.duration_ms)
    writer.add_session(
        PracticeSession(
            session_id=visit.session_id,
            blind_code=visit.blind_code,
            worker_id=visit.worker_id,
            office_id=visit.office_id,
            session_date=visit.session_date,
            session_type=visit.session_type,
            worker_role=visit.worker_role,
            purpose=visit.purpose,
            state=SessionState.SUBMITTED,
            recording=intake.recording,
            segment=Segment(span=whole),
            made_up=True,
        )
    )
    for given in visit.codings:
        place = Assignment(
            session_id=visit.session_id,
            coder_id=given.coder_id,
            role=given.role,
            position=number,
        )
        started = datetime.combine(given.coded_on, time(9), UTC) + number * timedelta(minutes=15)
        acts = _acts(given, started, whole)
        writer.assign(place)
        writer.add_made(
            place,
            listens=[Listen(span=whole, speed=1.0, at=started)],
            acts=acts,
            submitted_at=acts[-1].at + _BETWEEN_ACTS,
        )
    writer.assign(
        Assignment(
            session_id=visit.session_id,
            coder_id=NEWCOMER,
            role=CodingRole.TRAINING,
            position=number,
        )
    )


def _acts(given: VisitCoding, started: datetime, heard: TimeSpan) -> list[TimedChange]:
    """Acts of a coder: evidence while listening, then the answers, the ratings and the note."""
    acts = [
        TimedChange(
            at=started + timedelta(milliseconds=piece.span.start_ms) + _REACTION,
            change=EvidenceChange(piece.evidence_id, piece),
        )
        for piece in sorted(given.evidence, key=lambda e: (e.span, e.evidence_id))
    ]
    afterwards: tuple[CodingChange, ...] = (
        *(AnswerChange(question, answer) for question, answer in given.answers.items()),
        *(RatingChange(dimension, rating) for dimension, rating in given.ratings.items()),
        NoteChange(given.note.note_id, given.note),
    )
    ended = started + timedelta(milliseconds=heard.end_ms)
    acts.extend(
        TimedChange(at=ended + place * _BETWEEN_ACTS, change=change)
        for place, change in enumerate(afterwards, 1)
    )
    return acts


def _add_rated_sessions(
    writer: StudyWriter, rated: Sequence[RatedSession], *, taken: set[BlindCode]
) -> None:
    """Add the sessions without sound, with their codings.

    Where several coders rated, theirs are the independent codings and the table's own values are
    the consensus, but for sessions whose meeting is yet to be held; elsewhere the table's values
    are the one coder's.
    """
    independent = _by_session(independent_ratings())
    own = _by_session(session_ratings())
    queues = _Queues(_QUEUE_SEED)
    plan = _plan(rated, independent)
    share = shown(100 * plan.n_double / plan.n_sessions, 0)
    writer.add_plan(
        plan,
        f"{plan.n_double} of {plan.n_sessions} sessions ({share}%) are coded by two or more; seed "
        f"{plan.seed}. (Made-up example of a plan.)",
    )
    for session in rated:
        session_id = session.session_id
        several = independent.get(session_id, {})
        agreed = own[session_id][session.coder_id]
        is_to_meet = session_id in DECISIONS
        state = SessionState.FINAL if several else SessionState.SUBMITTED
        if is_to_meet:
            state = SessionState.COMPARED
        writer.add_session(_without_sound(session, _unused_code(taken), state))
        codings = several or {session.coder_id: agreed}
        primary = session.coder_id if session.coder_id in codings else min(codings)
        for coder_id, ratings in codings.items():
            role = CodingRole.PRIMARY if coder_id == primary else CodingRole.DOUBLE
            writer.assign(
                Assignment(
                    session_id=session_id,
                    coder_id=coder_id,
                    role=role,
                    position=queues.next_place(coder_id),
                )
            )
            writer.add_taken_over(session_id, coder_id, role, ratings)
        if several and not is_to_meet:
            writer.add_taken_over(session_id, FIRST_LEAD, CodingRole.CONSENSUS, agreed)


def _plan(
    rated: Sequence[RatedSession], independent: Mapping[SessionId, Mapping[CoderId, object]]
) -> AllocationPlan:
    """Plan by which the rated sessions were given out, as invented as their ratings.

    Which sessions several coded is given with the set, so the seed is that of the queues alone.
    """
    coders = sorted({coder for ratings in independent.values() for coder in ratings})
    return AllocationPlan(
        plan_id=new_id(),
        made_at=_MADE_AT,
        made_by=FIRST_LEAD,
        seed=_QUEUE_SEED,
        double_share=len(independent) / len(rated),
        coders_per_double=len(coders),
        coders=tuple(coders),
        strata=(),
        n_sessions=len(rated),
        n_double=len(independent),
    )


def _agreed_in_meetings() -> dict[SessionId, Mapping[str, Rating]]:
    """Ratings of the sessions whose meeting is held, as the table has them."""
    own = _by_session(session_ratings())
    return {
        session_id: ratings for session_id in DECISIONS for ratings in own[session_id].values()
    }


class _Queues:
    """Random places in the coders' queues, none given twice."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._taken: set[tuple[CoderId, int]] = set()

    def next_place(self, coder_id: CoderId) -> int:
        """Return a free place."""
        while (place := (coder_id, self._random.randrange(1, 1000))) in self._taken:
            pass
        self._taken.add(place)
        return place[1]


def _unused_code(taken: set[BlindCode]) -> BlindCode:
    while (code := new_blind_code()) in taken:
        pass
    taken.add(code)
    return code


def _by_session(
    ratings: RatingsOfCodings,
) -> dict[SessionId, dict[CoderId, Mapping[str, Rating]]]:
    found: dict[SessionId, dict[CoderId, Mapping[str, Rating]]] = {}
    for (session_id, coder_id), given in ratings.items():
        found.setdefault(session_id, {})[coder_id] = given
    return found


def _without_sound(
    session: RatedSession, blind_code: BlindCode, state: SessionState
) -> PracticeSession:
    return PracticeSession(
        session_id=session.session_id,
        blind_code=blind_code,
        worker_id=session.worker_id,
        office_id=session.office_id,
        phase=session.phase,
        session_date=session.session_date,
        days_since_implementation=session.days_since_implementation,
        state=state,
        made_up=True,
    )
