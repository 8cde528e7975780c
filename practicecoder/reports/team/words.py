"""Numbers of the team report in words: headline, captions, how sure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from practicecoder.reports.chart_rows import number_shown
from practicecoder.reports.data import SessionNoun
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.team.data import Measure, MonthsOf, Summary, TeamReportData
from practicecoder.reports.team.sentences import TeamSay, tell
from practicecoder.reports.words import day_in_words
from practicecoder.scoring.results import Estimate, Interval, NotEstimable, Statistic
from practicecoder.scoring.run_chart import LEAST_FOR_LIMITS
from practicecoder.scoring.scores import in_sentence, listed

_SMALL = ("no", "one")


def counted(number: int, one: str, many: str) -> str:
    """Number with its noun.

    Examples
    --------
    >>> counted(1, "visit", "visits"), counted(24, "visit", "visits")
    ('one visit', '24 visits')
    """
    words = _SMALL[number] if number < len(_SMALL) else str(number)
    return f"{words} {one if number == 1 else many}"


def sessions_in_words(number: int, noun: SessionNoun) -> str:
    """So many sessions, called what they are."""
    return counted(number, noun.one, noun.many)


def workers_in_words(number: int) -> str:
    """So many workers."""
    return counted(number, "worker", "workers")


def value_shown(measure: Measure, value: float) -> str:
    """Mean or limit of a measure as it is printed."""
    return number_shown(value, measure.decimals)


def month_in_words(month: date) -> str:
    """Month and year, whatever the machine's locale.

    Examples
    --------
    >>> month_in_words(date(2026, 10, 1))
    'October 2026'
    """
    return day_in_words(month).split(" ", 1)[1]


def period_in_words(data: TeamReportData) -> str:
    """First and last day; months alone in the senior variant, where a day may be one person's."""
    if data.first_day is None or data.last_day is None:
        return tell(TeamSay.NO_PERIOD)
    shown = month_in_words if data.is_senior else day_in_words
    first, last = shown(data.first_day), shown(data.last_day)
    return first if first == last else tell(TeamSay.PERIOD, first=first, last=last)


def purpose(data: TeamReportData) -> str:
    """For whom the report is, and for what."""
    if data.is_senior:
        return tell(TeamSay.PURPOSE_SENIOR, threshold=str(data.threshold))
    return tell(
        TeamSay.PURPOSE_TEAM, visits=f"{data.noun.many} that were recorded or observed and rated"
    )


def counts_line(data: TeamReportData) -> str:
    """Team, sessions, workers, period and coders."""
    return tell(
        TeamSay.COUNTS,
        scope=data.scope,
        sessions=_capital(sessions_in_words(data.n_sessions, data.noun)),
        workers=workers_in_words(data.n_workers),
        period=period_in_words(data),
        coders=counted(data.n_coders, "coder", "coders"),
    )


def notices(data: TeamReportData) -> list[str]:
    """What has to be known before a number is read."""
    found: list[str] = []
    if data.n_training:
        sessions = _capital(sessions_in_words(data.n_training, data.noun))
        found.append(tell(TeamSay.TRAINING, sessions=f"{sessions} {_was(data.n_training)}"))
    if data.n_undated:
        sessions = _capital(sessions_in_words(data.n_undated, data.noun))
        found.append(tell(TeamSay.UNDATED, sessions=f"{sessions} {_are(data.n_undated)}"))
    for which, applies in (
        (TeamSay.SOME_TRAINING, data.some_training),
        (TeamSay.SOME_UNDATED, data.some_undated),
    ):
        if applies:
            found.append(tell(which, visits=data.noun.many))
    return found


def headline(data: TeamReportData) -> str:
    """The first measure's mean with its interval, and how it compares with before."""
    if not data.summaries:
        return tell(TeamSay.NO_SCORES)
    return " ".join(
        part
        for found in data.summaries[:1]
        for part in (_mean_sentence(found, data.noun), change_sentence(found))
        if part
    )


def further_means(data: TeamReportData) -> tuple[str, ...]:
    """The same sentence for every further measure."""
    return tuple(
        " ".join(p for p in (_mean_sentence(found, data.noun), change_sentence(found)) if p)
        for found in data.summaries[1:]
    )


def _mean_sentence(found: Summary, noun: SessionNoun) -> str:
    mean = found.mean
    if isinstance(mean, NotEstimable):
        return ""
    told = {
        "sessions": sessions_in_words(found.n_sessions, noun),
        "workers": workers_in_words(mean.n),
        "measure": in_sentence(found.measure.label),
        "mean": value_shown(found.measure, mean.value),
    }
    if not isinstance(mean.interval, Interval):
        return tell(TeamSay.HEADLINE_ONE, **told)
    return tell(
        TeamSay.HEADLINE, **told, **_limits(found.measure, on_scale(found.measure, mean.interval))
    )


def change_sentence(found: Summary) -> str:
    """Difference from the period before, and whether it can be told from chance."""
    change = found.change
    if change is None:
        return ""
    if isinstance(change, NotEstimable) or not isinstance(change.interval, Interval):
        return tell(TeamSay.CHANGE_ONE)
    limits = change.interval
    difference = value_shown(found.measure, abs(change.value))
    told = {
        "workers": workers_in_words(change.n),
        "verdict": tell(
            TeamSay.TOO_UNCERTAIN if limits.low <= 0 <= limits.high else TeamSay.BEYOND
        ),
        **_limits(found.measure, limits),
    }
    if float(difference) == 0:
        return tell(TeamSay.CHANGE_SAME, **told)
    direction = tell(TeamSay.HIGHER if change.value > 0 else TeamSay.LOWER)
    return tell(TeamSay.CHANGE, difference=difference, direction=direction, **told)


def summary_line(found: Summary, noun: SessionNoun) -> str:
    """Mean, interval and n, as beside the strip."""
    mean = found.mean
    if isinstance(mean, NotEstimable):
        return mean.reason
    told = {
        "mean": value_shown(found.measure, mean.value),
        "workers": workers_in_words(mean.n),
        "sessions": sessions_in_words(found.n_sessions, noun),
    }
    if not isinstance(mean.interval, Interval):
        return tell(TeamSay.STRIP_ONE, **told)
    return tell(
        TeamSay.STRIP, **told, **_limits(found.measure, on_scale(found.measure, mean.interval))
    )


def interval_shown(measure: Measure, found: Statistic) -> str:
    """Interval of a mean for a table."""
    if isinstance(found, NotEstimable) or not isinstance(found.interval, Interval):
        return tell(TeamSay.NO_INTERVAL)
    limits = _limits(measure, on_scale(measure, found.interval))
    return f"{limits['low']} to {limits['high']}"


def favourable(data: TeamReportData) -> str:
    """Which measures are better when low; empty if none is."""
    labels = [in_sentence(m.label) for m in data.measures if m.scale and m.scale.lower_is_better]
    return tell(TeamSay.LOWER_IS_BETTER, measures=listed(labels)) if labels else ""


def run_title(found: MonthsOf) -> str:
    """What a run chart shows, in a line."""
    chart, label = found.chart, found.measure.label
    if not chart.has_limits:
        months = counted(len(chart.points), "month", "months")
        return tell(TeamSay.RUN_FEW, measure=label, months=months, least=str(LEAST_FOR_LIMITS))
    if not chart.outside:
        return tell(TeamSay.RUN_NONE_OUTSIDE, measure=label)
    months = counted(len(chart.outside), "month", "months")
    return tell(TeamSay.RUN_OUTSIDE, measure=label, months=months)


def run_caption(data: TeamReportData) -> str:
    """What the marks of the run charts mean."""
    which = TeamSay.RUN_CAPTION_SENIOR if data.is_senior else TeamSay.RUN_CAPTION
    parts = [tell(which, visits=data.noun.many)]
    if any(found.chart.has_limits for found in data.months):
        parts.append(tell(TeamSay.RUN_LIMITS))
    if any(not found.chart.has_limits and found.chart.points for found in data.months):
        parts.append(tell(TeamSay.RUN_NO_LIMITS, least=str(LEAST_FOR_LIMITS)))
    parts.append(_go_live_outside(data))
    return all_of(parts)


def months_in_words(data: TeamReportData) -> str:
    """What the table of months says, with the centre and limits that charts would draw."""
    which = TeamSay.MONTHS_CAPTION_SENIOR if data.is_senior else TeamSay.MONTHS_CAPTION
    shown = [found for found in data.months if found.chart.points]
    parts = [tell(which, visits=data.noun.many), *(_centre(found) for found in shown)]
    if any(found.chart.has_limits for found in shown):
        parts.append(tell(TeamSay.MONTHS_HOW))
    if any(not found.chart.has_limits for found in shown):
        parts.append(tell(TeamSay.MONTHS_FEW, least=str(LEAST_FOR_LIMITS)))
    if data.go_live:
        on = month_in_words if data.is_senior else day_in_words
        days = [f"{on(one.day)} {one.office}".strip() for one in data.go_live]
        parts.append(tell(TeamSay.MONTHS_GO_LIVE, days=listed(days)))
    return all_of(parts)


def _centre(found: MonthsOf) -> str:
    chart, title = found.chart, run_title(found)
    if chart.centre is None:
        return f"{title}."
    centre = value_shown(found.measure, chart.centre)
    if chart.low is None or chart.high is None:
        return tell(TeamSay.MONTHS_CENTRE, title=title, centre=centre)
    low, high = value_shown(found.measure, chart.low), value_shown(found.measure, chart.high)
    return tell(TeamSay.MONTHS_LIMITS, title=title, centre=centre, low=low, high=high)


def _go_live_outside(data: TeamReportData) -> str:
    """Days of going live that no chart can show; empty if all are drawn."""
    months = [point.month for found in data.months for point in found.chart.points]
    missing = [
        one
        for one in data.go_live
        if months and not min(months) <= one.day.replace(day=1) <= max(months)
    ]
    days = [f"{day_in_words(one.day)} {one.office}".strip() for one in missing]
    return tell(TeamSay.GO_LIVE_OUTSIDE, days=listed(days)) if days else ""


def care(data: TeamReportData) -> str:
    """What the numbers are not."""
    return tell(TeamSay.CARE_SENIOR if data.is_senior else TeamSay.CARE_TEXT)


def method(data: TeamReportData) -> str:
    """How the numbers came about."""
    return tell(TeamSay.METHOD_TEXT, codebook=codebook_in_words(data))


def codebook_in_words(data: TeamReportData) -> str:
    """Codebook with its version; a draft is called so."""
    source = data.provenance
    words = f"{source.codebook_id} {source.codebook_version}"
    return say(Say.CODEBOOK_DRAFT, codebook=words) if source.codebook_is_draft else words


def how_sure(data: TeamReportData) -> str:
    """What two sessions have to differ by, measure by measure, or why that is not known."""
    changes: list[str] = []
    unknown: dict[str, list[str]] = {}
    for found in data.summaries:
        label = in_sentence(found.measure.label)
        if isinstance(found.smallest_change, Estimate):
            changes.append(f"{number_shown(found.smallest_change.value, 2)} in {label}")
        else:
            unknown.setdefault(found.smallest_change.reason, []).append(label)
    parts: list[str] = []
    if changes:
        told = listed(changes)
        parts.append(tell(TeamSay.SURE_CHANGE, visits=data.noun.many, changes=told))
    parts += [
        tell(
            TeamSay.SURE_UNKNOWN,
            measures=listed(labels),
            visits=data.noun.many,
            reason=reason,
        )
        for reason, labels in unknown.items()
    ]
    return " ".join(parts)


def goals_in_words(data: TeamReportData) -> str:
    """Goals agreed and looked at again, n of n."""
    found = data.goals
    if found is None:
        return tell(TeamSay.GOALS_HIDDEN if data.is_senior else TeamSay.NO_GOALS)
    agreed = tell(TeamSay.GOALS_AGREED, n=found.agreed, of=found.released)
    if found.due == "0":
        return f"{agreed} {tell(TeamSay.GOALS_REVIEWED_NONE)}"
    return f"{agreed} {tell(TeamSay.GOALS_REVIEWED, n=found.reviewed, of=found.due)}"


def footer(data: TeamReportData) -> tuple[str, str]:
    """Marking with the readers, and where the page comes from."""
    source = data.provenance
    readers = (
        tell(TeamSay.FOOTER_SENIOR, threshold=str(data.threshold))
        if data.is_senior
        else tell(TeamSay.FOOTER_TEAM)
    )
    if source.marking:
        readers = tell(TeamSay.FOOTER_MARKING, marking=source.marking, readers=readers)
    ids = tell(
        TeamSay.FOOTER_IDS,
        scope=data.scope,
        codebook=codebook_in_words(data),
        date=day_in_words(data.made_on),
        program=f"practicecoder {source.app_version}",
    )
    return readers, ids


def heading_words(which: TeamSay, noun: SessionNoun) -> str:
    """Heading that begins with what sessions are called."""
    return _capital(tell(which, visits=noun.many))


def all_of(parts: Sequence[str]) -> str:
    """Sentences one after the other, those that are empty left out."""
    return " ".join(part for part in parts if part)


def _limits(measure: Measure, limits: Interval) -> dict[str, str]:
    return {"low": value_shown(measure, limits.low), "high": value_shown(measure, limits.high)}


def on_scale(measure: Measure, limits: Interval) -> Interval:
    """Interval of a mean cut to the values that sessions can have.

    Examples
    --------
    >>> on_scale(Measure(label="", limits=(1, 5)), Interval(low=-3.2, high=4.0))
    Interval(low=1, high=4.0, level=0.95)
    """
    least, most = measure.limits
    return Interval(low=max(least, limits.low), high=min(most, limits.high), level=limits.level)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
