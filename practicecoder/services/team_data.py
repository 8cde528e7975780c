"""From the sessions of a team to everything that stands in its report."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from practicecoder import __version__
from practicecoder.codebook.model import CodebookStatus
from practicecoder.domain.certification import Certificate
from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Office
from practicecoder.errors import NotAllowedError
from practicecoder.reports.data import SessionNoun
from practicecoder.reports.team.data import (
    GoLive,
    GroupRow,
    Measure,
    MonthsOf,
    Summary,
    TeamProvenance,
    TeamReportData,
)
from practicecoder.scoring.disclosure.rules import DisclosureRule, HiddenBecause
from practicecoder.scoring.run_chart import MonthPoint, monthly_medians, run_chart
from practicecoder.services.certified import was_certified
from practicecoder.services.feedback_series import SeriesEntry, refused_feedback, reportable
from practicecoder.services.final_sessions import FinalSession, final_sessions
from practicecoder.services.session_nouns import noun_of
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import certificates_required
from practicecoder.services.team_material import (
    Material,
    evidence_counts,
    frequency,
    goals,
    team_quotes,
)
from practicecoder.services.team_measures import (
    Measured,
    courses,
    measured,
    not_known_yet,
    smallest_changes,
    summary,
)
from practicecoder.services.team_scope import TeamScope, allowed_scope, of_team
from practicecoder.services.team_telling import groups_told, months_told, without_persons

NOTHING = (
    "No session of this team may be reported in this period: it needs a purpose that allows "
    "feedback, a worker and a locked coding."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What was read from the study for one report.

    ``entries`` are the team's sessions of the period, ``before`` those of the period before if
    one is compared, ``always`` those of all times. ``workers`` are all of the team.
    """

    scope: TeamScope
    sessions: tuple[FinalSession, ...]
    entries: tuple[SeriesEntry, ...]
    before: tuple[SeriesEntry, ...] | None
    always: tuple[SeriesEntry, ...]
    workers: frozenset[str]
    material: Material
    offices: tuple[Office, ...]
    certificates: tuple[Certificate, ...] | None


class TeamDataMaker:
    """Makes the data of one report for one reader.

    Raises
    ------
    NotAllowedError
        If the person may not have it, or nothing may be reported.
    """

    def __init__(self, context: StudyContext, scope: TeamScope, actor: CoderId | None) -> None:
        self._context = context
        self._read = _read(context, scope, actor)

    def data(self, made_on: date, names: Collection[str] = ()) -> TeamReportData:
        """Everything that stands in the report, as a draft.

        Raises
        ------
        NotAllowedError
            If the senior variant would tell about too few workers.
        """
        items = measured(self._context.codebook, self._read.entries)
        rule = self._read.scope.rule
        if rule is None:
            return self._for_team(self._plain(made_on), items, names)
        return self._for_senior(self._plain(made_on), items, rule)

    def _plain(self, made_on: date) -> TeamReportData:
        """What both variants begin with."""
        record, codebook, read = self._context.record, self._context.codebook, self._read
        days = [e.session.session_date for e in read.entries if e.session.session_date is not None]
        return TeamReportData(
            variant=read.scope.variant,
            provenance=TeamProvenance(
                study=record.title,
                codebook_id=codebook.codebook_id,
                codebook_version=codebook.version,
                codebook_is_draft=codebook.status is CodebookStatus.DRAFT,
                app_version=__version__,
                marking=record.settings.get("marking", ""),
            ),
            scope=read.scope.words,
            made_on=made_on,
            n_sessions=len(read.entries),
            n_workers=len({e.session.worker_id for e in read.entries}),
            n_coders=len(
                {
                    coding.coder_id
                    for e in read.entries
                    for coding in e.source.codings
                    if coding.role.is_independent
                }
            ),
            summaries=(),
            noun=_noun(read.entries),
            first_day=read.scope.first_day or min(days, default=None),
            last_day=read.scope.last_day or max(days, default=None),
            threshold=None if read.scope.rule is None else read.scope.rule.threshold,
            go_live=_go_live(read.entries, read.offices),
            n_undated=sum(e.session.session_date is None for e in read.entries),
            n_training=sum(_is_training(e, read.certificates) for e in read.entries),
            made_up=record.made_up or any(e.session.made_up for e in read.entries),
        )

    def _summaries(self, items: Sequence[Measured]) -> tuple[Summary, ...]:
        read = self._read
        known = smallest_changes(self._context, read.sessions)
        unknown = not_known_yet(read.sessions)
        return tuple(
            summary(
                self._context.codebook,
                found,
                read.before or None,
                known.get(found.item, unknown),
            )
            for found in items
        )

    # -- the two variants ------------------------------------------------------------------

    def _for_team(
        self,
        plain: TeamReportData,
        items: Sequence[Measured],
        names: Collection[str],
    ) -> TeamReportData:
        read, until = self._read, plain.last_day
        return replace(
            plain,
            summaries=self._summaries(items),
            courses=courses(items),
            evidence=evidence_counts(self._context.codebook, read.entries, None),
            quotes=team_quotes(read.entries, read.material, names),
            goals=goals(read.entries, read.material, plain.made_on, None),
            frequency=None if until is None else frequency(read.always, read.workers, until, None),
            months=tuple(
                _months(found.measure, monthly_medians(_dated(found))) for found in items
            ),
        )

    def _for_senior(
        self, plain: TeamReportData, items: Sequence[Measured], rule: DisclosureRule
    ) -> TeamReportData:
        if rule.is_few(plain.n_workers):
            raise NotAllowedError(
                f"The senior report needs at least {rule.threshold} workers, so that no number "
                "is about one of them. Choose a longer period or a larger team."
            )
        enough = [found for found in items if not rule.is_few(len(found.by_worker))]
        few = rule.reason(HiddenBecause.FEW)
        not_told = [f"{f.measure.label}: {few}." for f in items if f not in enough]
        groups: list[GroupRow] = []
        for found in enough:
            rows = groups_told(found, rule)
            if rows is None:
                not_told.append(f"{found.measure.label} by office: too few workers in an office.")
            else:
                groups += rows
        read, scope = self._read, self._read.scope
        first, last = _whole_months(plain.first_day, plain.last_day)
        until = scope.last_day or last
        agreed = goals(read.entries, read.material, plain.made_on, rule)
        often = None if until is None else frequency(read.always, read.workers, until, rule)
        shared = [
            without_persons(one, months_told(found, rule), rule)
            for one, found in zip(self._summaries(enough), enough, strict=True)
        ]
        return replace(
            plain,
            first_day=scope.first_day or first,
            last_day=until,
            summaries=tuple(one for one, _ in shared),
            groups=tuple(groups),
            evidence=evidence_counts(self._context.codebook, read.entries, rule),
            goals=agreed,
            frequency=often,
            months=tuple(_months(one.measure, points) for one, points in shared),
            not_told=tuple(not_told),
            some_undated=plain.n_undated > 0,
            some_training=plain.n_training > 0,
            n_undated=0,
            n_training=0,
        )


def _read(context: StudyContext, scope: TeamScope, actor: CoderId | None) -> _Read:
    sessions = final_sessions(context)
    with context.store.reading() as unit:
        every = reportable(sessions, refused_feedback(unit.consents.all()))
        allowed, supervised = allowed_scope(unit, scope, actor)
        material = Material.of(unit.feedback.all(), unit.releases.all(), unit.consents.all())
        offices = unit.people.offices()
        certificates = unit.certificates.all()
    entries = of_team(every, allowed, supervised)
    if not entries:
        raise NotAllowedError(NOTHING)
    earlier = allowed.period_before
    always = of_team(every, allowed.whole_time, supervised)
    needed = certificates_required(context.record)
    return _Read(
        scope=allowed,
        sessions=sessions,
        entries=entries,
        before=None if earlier is None else of_team(every, earlier, supervised),
        always=always,
        workers=frozenset(
            str(e.session.worker_id) for e in always if e.session.worker_id is not None
        )
        | frozenset(map(str, supervised or ())),
        material=material,
        offices=offices,
        certificates=certificates if certificates or needed else None,
    )


def _months(measure: Measure, points: Sequence[MonthPoint]) -> MonthsOf:
    return MonthsOf(measure=measure, chart=run_chart(points, bounds=measure.limits))


def _dated(found: Measured) -> list[tuple[date, float]]:
    return [
        (session.entry.session.session_date, session.value)
        for session in found.sessions
        if session.entry.session.session_date is not None
    ]


def _noun(entries: Sequence[SeriesEntry]) -> SessionNoun:
    nouns = {noun_of(entry.session.session_type) for entry in entries}
    return nouns.pop() if len(nouns) == 1 else SessionNoun(one="session", many="sessions")


def _go_live(entries: Sequence[SeriesEntry], offices: Sequence[Office]) -> tuple[GoLive, ...]:
    """Go-live days of the offices that the sessions are of; one without a name if all agree."""
    own = {entry.session.office_id for entry in entries}
    days = {
        office.office_id: office.implementation_date
        for office in offices
        if office.office_id in own and office.implementation_date is not None
    }
    if len(set(days.values())) == 1 and len(days) == len(own):
        return (GoLive(day=next(iter(days.values()))),)
    return tuple(GoLive(day=day, office=office) for office, day in sorted(days.items()))


def _is_training(entry: SeriesEntry, certificates: tuple[Certificate, ...] | None) -> bool:
    """Whether a coder of the session held no certificate on the day of submission."""
    return certificates is not None and not all(
        was_certified(coding, certificates)
        for coding in entry.source.codings
        if coding.role.is_independent
    )


def _whole_months(first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """First day of the first month and last of the last: a single day may be one worker's."""
    if first is None or last is None:
        return first, last
    return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
