"""Agreement on timed marks: did both mark something, and did they call it the same.

Two questions, never one number. The definitions are this program's own; alignment follows the
idea of Needleman & Wunsch as used by Quera, Bakeman & Gnisci (2007).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from practicecoder.errors import ImportedDataError, Problem
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.event_alignment import (
    DEFAULT_TOLERANCE_MS,
    LEAST_OVERLAP,
    EventStream,
)
from practicecoder.scoring.reliability.event_figures import (
    EMPTY_STREAM,
    MEAN_KEYS,
    CodeAgreement,
    Figures,
    mean_of_pairs,
)
from practicecoder.scoring.reliability.event_tables import (
    EventSums,
    SessionEvents,
    session_events,
)
from practicecoder.scoring.reliability.notes import Note
from practicecoder.scoring.reliability.time_units import TimeUnitAgreement, time_unit_agreement
from practicecoder.scoring.results import Statistic, percent_shown, shown

FEW_LINKS = "few_links"
_FEWEST_LINKS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSettings:
    """How marks were linked and intervals drawn; printed with every result."""

    tolerance_ms: int = DEFAULT_TOLERANCE_MS
    least_overlap: float = LEAST_OVERLAP
    level: float = 0.95
    seed: int = 0

    def __post_init__(self) -> None:
        if self.tolerance_ms < 0 or not 0 < self.least_overlap <= 1:
            raise ValueError("a tolerance is not negative, and an overlap between 0 and 1")

    @property
    def sentence(self) -> str:
        """The settings in words."""
        return (
            f"Marks are linked within {shown(self.tolerance_ms / 1000, 1)} s, spans that share "
            f"{percent_shown(self.least_overlap)} of the longer or more."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAgreement:
    """Two coders' marks of one session, or of all their sessions if ``session_id`` is None.

    ``table`` counts codes of the first (rows) by codes of the second (columns); its last row and
    column are "not marked". ``mean_lag_ms`` is second minus first over linked marks, None
    without any; ``sd_lag_ms`` needs two.
    """

    coders: tuple[str, str]
    session_id: str | None
    settings: EventSettings
    n_sessions: int
    n_a: int
    n_b: int
    linked: int
    only_a: int
    only_b: int
    agree: int
    unit_agreement: Statistic
    overall_agreement: Statistic
    guetzkow_u: Statistic
    kappa_linked: Statistic
    kappa_with_missed: Statistic
    mean_lag_ms: float | None
    sd_lag_ms: float | None
    by_code: tuple[CodeAgreement, ...]
    table: tuple[tuple[int, ...], ...]
    notes: tuple[Note, ...]

    @property
    def tolerance_ms(self) -> int:
        """How far two linked moments may be apart."""
        return self.settings.tolerance_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class PairEvents:
    """Two coders: all sessions both coded, each of them, and the time units of their spans.

    ``time_units`` has one entry for each group of codes in which a span was marked.
    """

    coders: tuple[str, str]
    pooled: EventAgreement
    sessions: tuple[EventAgreement, ...]
    time_units: Mapping[str, TimeUnitAgreement]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReliability:
    """Agreement on timed marks of all coders. ``mean`` holds the means over pairs by key."""

    settings: EventSettings
    codes: tuple[str, ...]
    coders: tuple[str, ...]
    n_sessions: int
    n_coded_once: int
    pairs: tuple[PairEvents, ...]
    mean: Mapping[str, Statistic]


def event_reliability(
    streams: Sequence[EventStream],
    codes: Sequence[str] | None = None,
    *,
    groups: Mapping[str, Sequence[str]] | None = None,
    settings: EventSettings | None = None,
) -> EventReliability:
    """Agreement of every pair of coders, within sessions, pooled, and the mean over pairs.

    Parameters
    ----------
    streams
        One for each coder and session that the coder went through, also where nothing was marked.
    codes
        All codes in their order; those in use, by name, if None.
    groups
        Groups of codes for time units, of which a coder has one active at a time; all codes
        together if None.
    settings
        Tolerance, overlap, level and seed.

    Raises
    ------
    ImportedDataError
        With every repeated (session, coder) and every unknown code.

    Examples
    --------
    >>> from practicecoder.scoring.reliability.event_alignment import TimedMark
    >>> one = EventStream(session_id="S1", coder_id="C1", marks=(TimedMark(1_000, "Q"),))
    >>> other = EventStream(session_id="S1", coder_id="C2", marks=(TimedMark(1_400, "Q"),))
    >>> found = event_reliability([one, other]).pairs[0].pooled
    >>> found.linked, found.unit_agreement.value, found.mean_lag_ms
    (1, 1.0, 400.0)
    """
    asked = settings or EventSettings()
    used = sorted({mark.code for stream in streams for mark in stream.marks})
    all_codes = tuple(codes) if codes is not None else tuple(used)
    problems = [*_repeated(streams), *_unknown(used, all_codes)]
    if problems:
        raise ImportedDataError(problems)
    by_session: dict[str, dict[str, EventStream]] = defaultdict(dict)
    for stream in streams:
        by_session[stream.session_id][stream.coder_id] = stream
    shared = {s: coders for s, coders in sorted(by_session.items()) if len(coders) >= 2}
    coders = tuple(sorted({coder for of_session in shared.values() for coder in of_session}))
    bootstrap = SessionBootstrap(seed=asked.seed, level=asked.level)
    compared = [
        found
        for pair in combinations(coders, 2)
        if (found := _Pair.of(pair, shared, all_codes, asked)).sessions
    ]
    grouped = groups if groups is not None else {"": all_codes}
    return EventReliability(
        settings=asked,
        codes=all_codes,
        coders=coders,
        n_sessions=len(shared),
        n_coded_once=len(by_session) - len(shared),
        pairs=tuple(pair.result(grouped, bootstrap) for pair in compared),
        mean=_means(compared, bootstrap),
    )


def _repeated(streams: Sequence[EventStream]) -> list[Problem]:
    seen: set[tuple[str, str]] = set()
    problems = []
    for stream in streams:
        key = (stream.session_id, stream.coder_id)
        if key in seen:
            problems.append(
                Problem(
                    what=f"Session {key[0]}, coder {key[1]} has more than one stream of marks.",
                    fix="Give all marks of one coder in one session together.",
                )
            )
        seen.add(key)
    return problems


def _unknown(used: Sequence[str], codes: tuple[str, ...]) -> list[Problem]:
    return [
        Problem(what=f"There is no code {code!r}.", key=code) for code in used if code not in codes
    ]


@dataclass(frozen=True, kw_only=True, eq=False)
class _Pair:
    """Two coders' shared sessions, put together; in an order that no name decides."""

    coders: tuple[str, str]
    codes: tuple[str, ...]
    settings: EventSettings
    streams: tuple[tuple[EventStream, EventStream], ...]
    sessions: tuple[SessionEvents, ...]

    @classmethod
    def of(
        cls,
        coders: tuple[str, str],
        shared: Mapping[str, Mapping[str, EventStream]],
        codes: tuple[str, ...],
        settings: EventSettings,
    ) -> _Pair:
        places = {code: place for place, code in enumerate(codes)}
        a, b = coders
        streams = tuple((s[a], s[b]) for s in shared.values() if a in s and b in s)
        return cls(
            coders=coders,
            codes=codes,
            settings=settings,
            streams=streams,
            sessions=tuple(
                session_events(
                    first,
                    second,
                    places,
                    tolerance_ms=settings.tolerance_ms,
                    least_overlap=settings.least_overlap,
                )
                for first, second in streams
            ),
        )

    def tables(self) -> Floats:
        """Tables of all sessions, in the order of what they hold."""
        flat = np.array([session.table.ravel() for session in self.sessions])
        side = len(self.codes) + 1
        return flat[np.lexsort(flat.T[::-1])].reshape(-1, side, side)

    def result(
        self, groups: Mapping[str, Sequence[str]], bootstrap: SessionBootstrap
    ) -> PairEvents:
        return PairEvents(
            coders=self.coders,
            pooled=self._agreement(self.sessions, None, bootstrap),
            sessions=tuple(
                self._agreement((session,), session.session_id, None) for session in self.sessions
            ),
            time_units=self._time_units(groups, bootstrap),
        )

    def _time_units(
        self, groups: Mapping[str, Sequence[str]], bootstrap: SessionBootstrap
    ) -> dict[str, TimeUnitAgreement]:
        in_use = {m.code for both in self.streams for stream in both for m in stream.spans}
        return {
            name: time_unit_agreement(self.streams, codes, bootstrap)
            for name, codes in groups.items()
            if not in_use.isdisjoint(codes)
        }

    def _agreement(
        self,
        sessions: Sequence[SessionEvents],
        session_id: str | None,
        bootstrap: SessionBootstrap | None,
    ) -> EventAgreement:
        table = sum((s.table for s in sessions), np.zeros_like(sessions[0].table))
        sums = EventSums.of(table[None])
        resampled = None
        if bootstrap is not None:
            drawn = bootstrap.weights(len(sessions))
            resampled = EventSums.of(np.tensordot(drawn, self.tables(), axes=1))
        told = Figures(sums, resampled, bootstrap, len(sessions))
        n_a, n_b = int(sums.first.sum()), int(sums.second.sum())
        linked, lags = int(sums.links[0]), [lag for s in sessions for lag in s.lags_ms]
        return EventAgreement(
            coders=self.coders,
            session_id=session_id,
            settings=self.settings,
            n_sessions=len(sessions),
            n_a=n_a,
            n_b=n_b,
            linked=linked,
            only_a=n_a - linked,
            only_b=n_b - linked,
            agree=int(sums.agreed[0]),
            unit_agreement=told.share("unit_agreement"),
            overall_agreement=told.share("overall_agreement"),
            guetzkow_u=told.guetzkow(),
            kappa_linked=told.kappa_linked(),
            kappa_with_missed=told.kappa_with_missed(),
            mean_lag_ms=float(np.mean(lags)) if lags else None,
            sd_lag_ms=float(np.std(lags, ddof=1)) if len(lags) > 1 else None,
            by_code=told.by_code(self.codes),
            table=tuple(tuple(int(cell) for cell in row) for row in table),
            notes=self._notes(n_a, n_b, linked, session_id is None),
        )

    def _notes(self, n_a: int, n_b: int, linked: int, pooled: bool) -> tuple[Note, ...]:
        notes = []
        if linked < _FEWEST_LINKS:
            notes.append(Note(note_id=FEW_LINKS, sentence=f"Only {_marks_were(linked)} linked."))
        where = "these sessions" if pooled else "this session"
        if (n_a == 0) != (n_b == 0):
            who = self.coders[0] if n_a == 0 else self.coders[1]
            notes.append(Note(note_id=EMPTY_STREAM, sentence=f"{who} marked nothing in {where}."))
        return tuple(notes)


def _means(pairs: Sequence[_Pair], bootstrap: SessionBootstrap) -> dict[str, Statistic]:
    """Mean of each figure over the pairs it is estimable for, sessions drawn for all at once."""
    sessions = sorted({s.session_id: None for pair in pairs for s in pair.sessions})
    rank = _ranks(pairs, sessions)
    drawn = bootstrap.weights(len(sessions)) if sessions else np.zeros((0, 0))
    at_hand, resampled = [], []
    for pair in pairs:
        tables = np.array([s.table for s in pair.sessions])
        columns = [rank[s.session_id] for s in pair.sessions]
        at_hand.append(EventSums.of(tables.sum(axis=0)[None]))
        resampled.append(EventSums.of(np.tensordot(drawn[:, columns], tables, axes=1)))
    return {
        key: mean_of_pairs(key, at_hand, resampled, len(sessions), bootstrap) for key in MEAN_KEYS
    }


def _ranks(pairs: Sequence[_Pair], sessions: Sequence[str]) -> dict[str, int]:
    """Place of each session in the order of what was marked in it."""
    held: dict[str, list[list[float]]] = {session: [] for session in sessions}
    for pair in pairs:
        for session in pair.sessions:
            held[session.session_id].append(session.table.ravel().tolist())
    ordered = sorted(sessions, key=lambda session: sorted(held[session]))
    return {session: place for place, session in enumerate(ordered)}


def _marks_were(n: int) -> str:
    return "1 mark was" if n == 1 else f"{n} marks were"
