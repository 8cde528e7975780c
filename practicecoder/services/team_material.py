"""What a team's released feedback and shared moments add up to: evidence, quotes, goals."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Polarity
from practicecoder.domain.consent import Consent, ConsentUse
from practicecoder.domain.feedback import Feedback, Release, ReleaseKind
from practicecoder.domain.ids import SessionId
from practicecoder.domain.redaction import REMOVED, released
from practicecoder.reports.team.data import EvidenceCounts, Frequency, Goals
from practicecoder.scoring.disclosure.rules import DisclosureRule
from practicecoder.scoring.disclosure.tables import ALL, Unit
from practicecoder.services.feedback_series import SeriesEntry
from practicecoder.services.shared_moments import SharedMoment, shared_moments
from practicecoder.services.team_telling import counts_told

MOST_QUOTES = 3
MONTHS = 6
"""Length of the stretch that sessions of a worker are counted in."""
_POLARITIES = (Polarity.STRENGTH, Polarity.TO_BUILD, Polarity.NEUTRAL)
_OFTEN = 4
"""So many sessions and more are told as one."""
_READABLE = 12
_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What was put down about sessions.

    ``feedback`` holds that of sessions whose report was released and not taken back. ``quotable``
    are sessions whose words may be quoted beyond the worker's own report.
    """

    feedback: Mapping[SessionId, Feedback]
    quotable: frozenset[SessionId]

    @classmethod
    def of(
        cls,
        feedback: Sequence[Feedback],
        releases: Sequence[Release],
        consents: Sequence[Consent],
    ) -> Material:
        """Feedback with a release in force, and consents to quoting as they are now."""
        in_force = {
            release.session_id
            for release in releases
            if release.kind is ReleaseKind.WORKER and release.is_in_force
        }
        return cls(
            feedback={one.session_id: one for one in feedback if one.session_id in in_force},
            quotable=frozenset(
                consent.session_id
                for consent in consents
                if consent.use is ConsentUse.QUOTES and consent.given
            ),
        )


def evidence_counts(
    codebook: Codebook, entries: Sequence[SeriesEntry], rule: DisclosureRule | None
) -> tuple[EvidenceCounts, ...]:
    """Shared moments of each dimension by what they show."""
    units = [
        Unit(worker=entry.session.worker_id or "", groups=(dimension_id, moment.polarity.value))
        for entry in entries
        for moment in shared_moments(entry.source.codings)
        for dimension_id in moment.dimension_ids
        if dimension_id in codebook.dimension_ids
    ]
    if not units:
        return ()
    levels = [list(codebook.dimension_ids), [polarity.value for polarity in _POLARITIES]]
    told = counts_told(units, levels, rule, total=False)
    assert told is not None  # without a total nothing can be subtracted
    return tuple(
        EvidenceCounts(
            dimension=codebook.label(dimension_id),
            strengths=told[dimension_id, Polarity.STRENGTH.value],
            to_build=told[dimension_id, Polarity.TO_BUILD.value],
            neither=told[dimension_id, Polarity.NEUTRAL.value],
        )
        for dimension_id in codebook.dimension_ids
    )


def team_quotes(
    entries: Sequence[SeriesEntry], material: Material, names: Collection[str] = ()
) -> tuple[str, ...]:
    """Words of strengths that a person let through in a released report, one of each worker.

    Nothing says whose they are. They are taken across dimensions as far as there are any, and
    words that may identify somebody are taken out once more.
    """
    found = [
        (moment.dimension_ids, entry.session.worker_id or "", quote)
        for entry in entries
        if entry.session.session_id in material.quotable
        for moment in shared_moments(entry.source.codings)
        if (quote := _quote(moment, material.feedback.get(entry.session.session_id), names))
    ]
    chosen: list[str] = []
    told: set[str] = set()
    workers: set[str] = set()
    for fresh_only in (True, False):
        for dimension_ids, worker, quote in sorted(found, key=_by_length):
            is_fresh = told.isdisjoint(dimension_ids)
            if len(chosen) == MOST_QUOTES or worker in workers or (fresh_only and not is_fresh):
                continue
            chosen.append(quote)
            told.update(dimension_ids)
            workers.add(worker)
    return tuple(sorted(chosen))


def _by_length(found: tuple[tuple[str, ...], str, str]) -> tuple[int, str]:
    """Quotes of a readable length first, neither a word nor a speech."""
    _, _, quote = found
    return abs(len(quote.split()) - _READABLE), quote


def _quote(moment: SharedMoment, feedback: Feedback | None, names: Collection[str]) -> str:
    read = None if feedback is None else feedback.moments.get(moment.evidence_id)
    if read is None or not read.printed or moment.polarity is not Polarity.STRENGTH:
        return ""
    text = released(read.quote.strip(), names)
    return "" if text == REMOVED else text


def goals(
    entries: Sequence[SeriesEntry],
    material: Material,
    on: date,
    rule: DisclosureRule | None,
) -> Goals | None:
    """Goals of released reports of the period; None if they cannot be told.

    ``entries`` are those of the period, in order of worker and date. A goal is due if its worker
    had a later released report, or its day to look again has come by ``on``.
    """
    agreed: list[Unit] = []
    reviewed: list[Unit] = []
    for worker, own in _released_by_worker(entries, material).items():
        for place, feedback in enumerate(own):
            has_goal = bool(feedback.goal.goal.strip())
            agreed.append(Unit(worker=worker, groups=(_YES if has_goal else _NO,)))
            later = own[place + 1] if place + 1 < len(own) else None
            review_on = feedback.goal.review_on
            if not has_goal or (later is None and (review_on is None or review_on > on)):
                continue
            done = later is not None and bool(later.last_goal_outcome.strip())
            reviewed.append(Unit(worker=worker, groups=(_YES if done else _NO,)))
    if not agreed:
        return None
    first = counts_told(agreed, [[_YES, _NO]], rule, total=True)
    second = counts_told(reviewed, [[_YES, _NO]], rule if reviewed else None, total=True)
    if first is None or second is None:
        return None
    return Goals(
        released=first[ALL,], agreed=first[_YES,], due=second[ALL,], reviewed=second[_YES,]
    )


def _released_by_worker(
    entries: Sequence[SeriesEntry], material: Material
) -> Mapping[str, list[Feedback]]:
    found: defaultdict[str, list[Feedback]] = defaultdict(list)
    for entry in entries:
        feedback = material.feedback.get(entry.session.session_id)
        if feedback is not None:
            found[entry.session.worker_id or ""].append(feedback)
    return found


def frequency(
    entries: Sequence[SeriesEntry],
    workers: Collection[str],
    until: date,
    rule: DisclosureRule | None,
) -> Frequency | None:
    """How many of the workers had none, one, two ... sessions in the six months up to a day."""
    since = months_before(until, MONTHS)
    seen = Counter(
        str(entry.session.worker_id)
        for entry in entries
        if entry.session.session_date is not None and since < entry.session.session_date <= until
    )
    bands = [*(str(n) for n in range(_OFTEN)), f"{_OFTEN} or more"]
    units = [
        Unit(worker=worker, groups=(bands[min(seen[worker], _OFTEN)],))
        for worker in sorted(workers)
    ]
    told = counts_told(units, [bands], rule, total=True)
    if told is None:
        return None
    return Frequency(until=until, counts=tuple((band, told[band,]) for band in bands))


def months_before(day: date, months: int) -> date:
    """Same day so many months earlier, or that month's last.

    Examples
    --------
    >>> months_before(date(2026, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
