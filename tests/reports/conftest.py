"""Made-up data of worker reports, and readers of the PDFs made from them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from practicecoder.domain.coding import Polarity, ScoreBasis
from practicecoder.domain.spans import TimeSpan
from practicecoder.reports.data import (
    Agreement,
    LikelyRange,
    Moment,
    NoRange,
    NoRangeReason,
    OwnCourse,
    OwnRating,
    Plan,
    Provenance,
    RatedDimension,
    RatingGroup,
    ReportedScore,
    ReportScale,
    ReportStatus,
    SessionNoun,
    Strength,
    TalkTurn,
    Timeline,
    ToBuild,
    WorkerReportData,
)
from practicecoder.reports.words import (
    USUAL_LEVEL_NAMES,
    level_names,
    range_in_words,
    rating_in_words,
)
from practicecoder.reports.worker import write_worker_report

MADE_ON = date(2026, 11, 20)
POPPLER = ("pdftotext", "pdfinfo", "pdffonts")
FIVE = ReportScale(minimum=1, maximum=5, anchor=3)
LEVEL_TEXT = (
    "Is trying to understand and partly succeeds; mostly stays with what was said on the "
    "surface and misses some emotional cues."
)


def moment(minute: int, second: int, polarity: Polarity, quote: str, note: str = "") -> Moment:
    at_ms = (60 * minute + second) * 1000
    return Moment(at_ms=at_ms, polarity=polarity, quote=quote, note=note)


AGENDA = moment(
    3,
    10,
    Polarity.STRENGTH,
    "I’d like us to talk about two things, and what’s on your mind first.",
)
WORRY = moment(
    20, 10, Polarity.STRENGTH, "School is worried: he came in hungry four times. Is that right?"
)
RETURN = moment(29, 35, Polarity.STRENGTH, "Shall we go back to the mornings, as you asked?")
WATCHED = moment(14, 5, Polarity.TO_BUILD, "Worn out with being watched.", "Reply: a date.")
TIRED = moment(38, 30, Polarity.TO_BUILD, "I just get so tired.", "Reply: the next appointment.")
PLAN_SET = moment(47, 20, Polarity.NEUTRAL, "", "The plan was read out by the worker.")


def dimension(
    label: str,
    value: float | None,
    *,
    earlier: tuple[float | None, ...] = (),
    moments: tuple[Moment, ...] = (),
    scale: ReportScale = FIVE,
    not_rated: str = "",
    level_text: str = LEVEL_TEXT,
) -> RatedDimension:
    names = level_names(scale, [""] * len(scale.values))
    return RatedDimension(
        label=label,
        scale=scale,
        value=value,
        not_rated=not_rated,
        words="" if value is None else rating_in_words(value, scale, names),
        level_text="" if value is None else level_text,
        earlier=earlier,
        moments=moments,
    )


def score(
    label: str, value: float, low: float, high: float, earlier: tuple[float | None, ...] = ()
) -> ReportedScore:
    limits = LikelyRange(low=low, high=high, sem=0.35, change80=0.63, n_double_coded=24)
    return ReportedScore(
        label=label,
        scale=FIVE,
        value=value,
        uncertainty=limits,
        words=range_in_words(low, high, FIVE, USUAL_LEVEL_NAMES),
        earlier=earlier,
    )


def with_course(reported: ReportedScore, course: OwnCourse) -> ReportedScore:
    return replace(reported, course=course)


def third_visit() -> WorkerReportData:
    """The full page: two earlier visits, evocation not applicable, everything agreed."""
    care = (
        dimension("Collaboration", 3, earlier=(2, 3), moments=(AGENDA, PLAN_SET)),
        dimension("Autonomy", 3, earlier=(2, 2), moments=(PLAN_SET,)),
        dimension("Empathy", 2, earlier=(2, 2), moments=(WATCHED, TIRED)),
    )
    authority = (
        dimension("Purposefulness", 4, earlier=(3, 3), moments=(AGENDA, RETURN)),
        dimension("Clarity about concerns", 3, earlier=(2, 3), moments=(WORRY,)),
        dimension("Child focus", 3, earlier=(3, 3)),
    )
    evocation = dimension(
        "Evocation", None, earlier=(None, 3), not_rated="No behaviour change was discussed"
    )
    spirit = ReportedScore(
        label="MI spirit",
        not_given=(
            "MI spirit is not shown, because evocation was not rated: no behaviour change was "
            "discussed."
        ),
    )
    return WorkerReportData(
        worker="W-014",
        session_date=date(2026, 10, 6),
        ordinal=3,
        basis=ScoreBasis.SINGLE,
        groups=(
            RatingGroup(
                score=with_course(
                    score("Care and engagement", 8 / 3, 2.22, 3.12, (2.0, 7 / 3)),
                    OwnCourse(mean=7 / 3, low=1.87, high=2.79, n=3),
                ),
                dimensions=care,
            ),
            RatingGroup(dimensions=(evocation,)),
            RatingGroup(
                score=with_course(
                    score("Good authority", 10 / 3, 2.88, 3.78, (8 / 3, 3.0)),
                    OwnCourse(mean=3.0, low=2.54, high=3.46, n=3),
                ),
                dimensions=authority,
            ),
            RatingGroup(score=spirit),
        ),
        strengths=(
            Strength(
                behaviour="You shared the agenda and came back to it",
                moments=(AGENDA,),
                dimension="Purposefulness",
                rating=4,
            ),
            Strength(
                behaviour="You named the worry plainly and checked it had landed",
                moments=(WORRY,),
                dimension="Clarity about concerns",
                rating=3,
            ),
        ),
        to_build=(
            ToBuild(
                behaviour="Stay with feeling before fact",
                moments=(WATCHED, TIRED),
                dimension="Empathy",
                try_this="one reflection of the feeling before the next question",
            ),
        ),
        timeline=Timeline(
            duration_ms=52 * 60_000, coded=TimeSpan(0, 52 * 60_000), talk=talk_of(52)
        ),
        agreement=tuple(
            Agreement(dimension=d.label, exact=0.58, within_one=0.96, n=24)
            for d in (*care, *authority)
        ),
        own_ratings=(
            OwnRating(dimension="Empathy", own=3, coder=2),
            OwnRating(dimension="Purposefulness", own=4, coder=4),
        ),
        plan=Plan(last_goal="Open with the family’s agenda", last_goal_outcome="Done twice"),
        provenance=Provenance(
            study="Made-up study",
            session_code="S-7Q4K2",
            codebook_id="swim7",
            codebook_version="1.0.0",
            codebook_is_draft=True,
            n_coders=1,
            app_version="0.1.0",
            marking="OFFICIAL-SENSITIVE",
        ),
        status=ReportStatus.RELEASED,
    )


def talk_of(minutes: int) -> tuple[TalkTurn, ...]:
    turns: list[TalkTurn] = []
    at_ms, by_worker = 0, True
    while at_ms < minutes * 60_000 - 80_000:
        length = 20_000 + (at_ms * 7919) % 70_000
        turns.append(TalkTurn(span=TimeSpan(at_ms, at_ms + length), by_worker=by_worker))
        at_ms, by_worker = at_ms + length + 1_500, not by_worker
    return tuple(turns)


def with_dimensions(
    data: WorkerReportData, change: Callable[[RatedDimension], RatedDimension]
) -> WorkerReportData:
    groups = tuple(
        replace(group, dimensions=tuple(change(d) for d in group.dimensions))
        for group in data.groups
    )
    return replace(data, groups=groups)


def no_part_rated() -> WorkerReportData:
    """Every dimension not applicable, so no score either."""
    data = with_dimensions(
        third_visit(),
        lambda d: replace(
            d, value=None, not_rated="Audio too faint to rate", words="", level_text="", moments=()
        ),
    )
    groups = tuple(
        group
        if group.score is None
        else replace(
            group,
            score=replace(
                group.score,
                value=None,
                words="",
                uncertainty=None,
                not_given=f"{group.score.label} is not shown, because no part was rated.",
            ),
        )
        for group in data.groups
    )
    return replace(data, groups=groups, strengths=(), to_build=(), own_ratings=(), agreement=())


def first_visit() -> WorkerReportData:
    """Nothing before, nothing agreed, range not known yet."""
    unknown = NoRange(reason=NoRangeReason.UNKNOWN, n_double_coded=3, n_needed=15)
    data = with_dimensions(third_visit(), lambda d: replace(d, earlier=()))
    groups = tuple(
        group
        if group.score is None or group.score.value is None
        else replace(
            group,
            score=replace(group.score, earlier=(), words="", uncertainty=unknown, course=None),
        )
        for group in data.groups
    )
    return replace(data, groups=groups, ordinal=1, plan=Plan(), own_ratings=(), agreement=())


def twelfth_visit() -> WorkerReportData:
    """Twelve visits: limits of ordinary variation for one score, a visit missing for the other."""
    earlier = (2, 2, None, 3, 3, 2, 4, 3, 3, None, 3)
    data = with_dimensions(third_visit(), lambda d: replace(d, earlier=earlier))
    whole = (2.0, 2.3, 2.0, 2.7, 3.0, 2.3, 2.7, 3.0, 2.3, 2.7, 3.0)
    courses = {
        "Care and engagement": OwnCourse(
            mean=2.56, low=2.3, high=2.82, n=12, ordinary_low=1.42, ordinary_high=3.7
        ),
        "Good authority": OwnCourse(mean=2.55, low=2.27, high=2.83, n=11),
    }
    earlier_scores = {
        "Care and engagement": whole,
        "Good authority": (*whole[:4], None, *whole[5:]),
    }
    groups = tuple(
        group
        if group.score is None or group.score.value is None
        else replace(
            group,
            score=replace(
                group.score,
                earlier=earlier_scores[group.score.label],
                course=courses[group.score.label],
            ),
        )
        for group in data.groups
    )
    return replace(data, groups=groups, ordinal=12)


def long_evidence() -> WorkerReportData:
    """Six moments a dimension, each longer than may be quoted, and long level texts."""
    words = " ".join(f"word{n}" for n in range(60))

    def many(label: str) -> tuple[Moment, ...]:
        return tuple(
            moment(5 * n, 7, Polarity.STRENGTH, f"{label} {n} {words}", f"Note {n} {words}")
            for n in range(6)
        )

    data = with_dimensions(
        third_visit(),
        lambda d: replace(
            d, moments=many(d.label), level_text=f"{LEVEL_TEXT} {LEVEL_TEXT}".strip()
        ),
    )
    return replace(
        data,
        strengths=tuple(replace(s, moments=many(s.dimension)[:1]) for s in data.strengths),
        family_voice=f"We felt heard. {LEVEL_TEXT}",
        response=f"I recognise this. {LEVEL_TEXT}",
        signatures=True,
    )


def realistic_evidence() -> WorkerReportData:
    """Eleven moments of 16 to 21 words, one of them at two dimensions, levels of 23 to 38.

    A second visit: no range can be shown and nothing has been entered by hand.
    """
    usual = (
        (
            "Regularly invites the family’s ideas on agenda, problem and plan and acts on them, "
            "so that the visit goes differently because of them; few chances missed."
        ),
        (
            "Points to real options, says plainly what is and is not negotiable, and responds to "
            "talk about control in a way that leaves the family more room to decide."
        ),
        (
            "Comes back to the family’s view again and again, gives back accurately what was "
            "said, and notices feelings that were only hinted at."
        ),
    )
    longest = (
        "The child is a vivid presence. The child’s own perspective, heard, seen or imagined "
        "with the parent, is used to understand the worry and to explore change, each child "
        "as an individual, without losing the parent."
    )
    places = {d.label: place for place, d in enumerate(third_visit().dimensions)}
    low = NoRange(reason=NoRangeReason.TOO_LOW, icc=0.691, icc_low=0.378, icc_high=0.829)

    def rated(d: RatedDimension) -> RatedDimension:
        place = places[d.label]
        told = tuple(
            moment(
                5 * place + 2 * n,
                7,
                Polarity.STRENGTH,
                f"What should we know first about {d.label.lower()}, before I start?",
                "You asked for her own view before you gave yours.",
            )
            for n in range(1 + place % 2)
        )
        if place == len(places) - 1:
            told = (WORRY, *told)
        return replace(
            d,
            value=4,
            not_rated="",
            words="heard often",
            earlier=(3,),
            level_text=longest if place == len(places) - 1 else usual[place % len(usual)],
            moments=told if place else (*told, WORRY),
        )

    data = with_dimensions(third_visit(), rated)
    groups = tuple(
        group
        if group.score is None or group.score.value is None
        else replace(group, score=replace(group.score, uncertainty=low, words=""))
        for group in data.groups
        if group.dimensions
    )
    return replace(
        data,
        groups=groups,
        ordinal=2,
        own_ratings=(),
        plan=Plan(),
        proposed=True,
    )


def dense_evidence() -> WorkerReportData:
    """As much, with a goal from last time besides: something has to be shortened."""
    return replace(realistic_evidence(), plan=Plan(last_goal="Ask about one ordinary day"))


def short_evidence() -> WorkerReportData:
    data = with_dimensions(
        third_visit(), lambda d: replace(d, moments=(), level_text="Ok." if d.value else "")
    )
    return replace(data, strengths=(Strength(behaviour="Hm"),), to_build=())


def welsh() -> WorkerReportData:
    quote = "Sut mae’r plant? Dŵr, tŷ, pêl, môr, gŵyl a Ŵyr Ŷd: beth sy’n bwysig i chi?"
    said = moment(4, 4, Polarity.STRENGTH, quote, "Gofynnodd yn glir")
    data = with_dimensions(third_visit(), lambda d: replace(d, moments=(said,)))
    return replace(
        data,
        strengths=(Strength(behaviour="Gwrando’n astud ar y teulu", moments=(said,)),),
        family_voice=quote,
    )


def four_dimensions() -> WorkerReportData:
    """A scheme with four ratings and scores that do not live on the rating scale."""
    labels = ("Cultivating change talk", "Softening sustain talk", "Partnership", "Empathy")
    scale = replace(FIVE, anchor=3)
    ratings = tuple(
        dimension(label, n + 1, scale=scale, moments=(AGENDA,)) for n, label in enumerate(labels)
    )
    percent = ReportedScore(label="% complex reflections", value=41.7, decimals=1)
    ratio = ReportedScore(
        label="Reflections to questions",
        not_given="Reflections to questions is not shown: no questions were counted.",
    )
    groups = (
        RatingGroup(score=score("Technical", 1.5, 1.0, 1.9), dimensions=ratings[:2]),
        RatingGroup(score=score("Relational", 3.5, 3.1, 3.9), dimensions=ratings[2:]),
        RatingGroup(score=percent),
        RatingGroup(score=ratio),
    )
    part = Timeline(duration_ms=47 * 60_000, coded=TimeSpan(12 * 60_000, 32 * 60_000))
    return replace(third_visit(), groups=groups, timeline=part, agreement=(), ordinal=1)


def zero_to_ten() -> WorkerReportData:
    scale = ReportScale(minimum=0, maximum=10, anchor=5)
    dimensions = tuple(
        dimension(f"Area {n}", value, scale=scale, earlier=(10 - value,))
        for n, value in enumerate((0, 3, 5, 8, 10))
    )
    total = ReportedScore(
        label="Mean of areas",
        scale=scale,
        value=5.2,
        uncertainty=NoRange(reason=NoRangeReason.TOO_LOW, icc=0.41, icc_low=0.12, icc_high=0.66),
        earlier=(4.8,),
    )
    return replace(
        third_visit(),
        groups=(RatingGroup(score=total, dimensions=dimensions),),
        noun=SessionNoun(one="meeting", many="meetings"),
        ordinal=2,
    )


def lower_is_better() -> WorkerReportData:
    """Twenty-two areas of a form, no sound, no start point, two coders' means."""
    scale = ReportScale(minimum=1, maximum=5, lower_is_better=True)
    areas = tuple(
        dimension(f"Area of family life number {n}", 1 + n % 5, scale=scale, earlier=(2.5,))
        for n in range(1, 23)
    )
    groups = tuple(
        RatingGroup(heading=heading, dimensions=areas[start : start + 8])
        for heading, start in (("Health", 0), ("Home", 8), ("Parenting", 16))
    )
    base = third_visit()
    return replace(
        base,
        groups=groups,
        timeline=None,
        basis=ScoreBasis.MEAN,
        provenance=replace(base.provenance, n_coders=2),
        agreement=(),
        ordinal=2,
    )


def long_names() -> WorkerReportData:
    """Labels of forty letters, and quotes of eighty words."""
    quote = " ".join(f"spoken{n}" for n in range(80))
    told = moment(7, 7, Polarity.STRENGTH, quote, quote)
    data = with_dimensions(
        third_visit(),
        lambda d: replace(
            d, label=f"{d.label} with a name of forty letters or"[:40], moments=(told,)
        ),
    )
    groups = tuple(
        group
        if group.score is None
        else replace(
            group,
            score=replace(group.score, label=f"{group.score.label} and what surrounds its name"),
        )
        for group in data.groups
    )
    return replace(
        data,
        worker="W-014-of-the-office-with-the-longest-name",
        groups=groups,
        own_ratings=tuple(
            OwnRating(dimension=d.label, own=3, coder=d.value) for d in data.dimensions
        ),
        strengths=tuple(replace(s, moments=(told,)) for s in data.strengths),
    )


def everything() -> WorkerReportData:
    """All parts at once, in the draft of a training coding of invented data."""
    data = twelfth_visit()
    plan = Plan(
        last_goal="Open with the family’s agenda and come back to it before I leave",
        last_goal_on=date(2026, 9, 1),
        last_goal_outcome="I did it in both visits; the second time the father added a topic",
        goal="One reflection of a feeling before each question about what happened",
        with_whom="the family of this visit and one other",
        help_needed="listen to two minutes together",
        how_we_know="we count reflections in the next recording",
        review_on=date(2026, 12, 1),
    )
    return replace(
        data,
        own_ratings=tuple(
            OwnRating(dimension=d.label, own=3 + n % 2, coder=d.value)
            for n, d in enumerate(data.dimensions)
        ),
        family_voice="You asked what I wanted first. I would have liked more time at the end.",
        plan=plan,
        response="I recognise the moment at fourteen minutes. I was in a hurry to fill it in.",
        response_on=date(2026, 12, 3),
        signatures=True,
        status=ReportStatus.DRAFT,
        made_up=True,
        training=True,
    )


def declined() -> WorkerReportData:
    """A worker who preferred not to rate, and no sound, no moments, nothing agreed."""
    data = with_dimensions(first_visit(), lambda d: replace(d, moments=()))
    return replace(data, own_declined=True, timeline=None, strengths=(), to_build=(), ordinal=None)


def consensus() -> WorkerReportData:
    agreed = NoRange(reason=NoRangeReason.CONSENSUS)
    data = third_visit()
    groups = tuple(
        group
        if group.score is None or group.score.value is None
        else replace(group, score=replace(group.score, uncertainty=agreed, words=""))
        for group in data.groups
    )
    return replace(data, groups=groups, basis=ScoreBasis.CONSENSUS)


def hostile_text() -> WorkerReportData:
    """Text that would break markup, fonts or file names."""
    text = 'A & B < C > "D" </para><b>x</b> &amp; 漢字 🙂 \x00 → ‑ w\u0302'
    said = moment(1, 1, Polarity.STRENGTH, text, text)
    data = with_dimensions(third_visit(), lambda d: replace(d, moments=(said,)))
    return replace(
        data,
        strengths=(Strength(behaviour=text, moments=(said,), dimension=text, rating=3),),
        to_build=(ToBuild(behaviour=text, dimension=text, try_this=text),),
        family_voice=text,
        response=text,
        plan=Plan(goal=text),
        session_date=None,
    )


CASES: dict[str, Callable[[], WorkerReportData]] = {
    "third_visit": third_visit,
    "no_part_rated": no_part_rated,
    "first_visit": first_visit,
    "twelfth_visit": twelfth_visit,
    "long_evidence": long_evidence,
    "realistic_evidence": realistic_evidence,
    "dense_evidence": dense_evidence,
    "short_evidence": short_evidence,
    "welsh": welsh,
    "four_dimensions": four_dimensions,
    "zero_to_ten": zero_to_ten,
    "lower_is_better": lower_is_better,
    "long_names": long_names,
    "everything": everything,
    "declined": declined,
    "consensus": consensus,
    "hostile_text": hostile_text,
}


# -- fixtures ------------------------------------------------------------------------------


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for ``case_name`` on every case."""
    if "case_name" in metafunc.fixturenames:
        metafunc.parametrize("case_name", list(CASES))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Skip a test that reads a PDF with a tool of poppler where that is not installed."""
    try:
        yield
    except FileNotFoundError as error:
        if error.filename in POPPLER:
            pytest.skip(f"{item.name} needs {error.filename}, a tool of poppler")
        raise


@pytest.fixture
def case() -> Callable[[str], WorkerReportData]:
    """Data of a named case."""
    return lambda name: CASES[name]()


@pytest.fixture(scope="session")
def report_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="session")
def case_pdf(report_folder: Path) -> Callable[[str], Path]:
    """The PDF of a named case, written once for all tests."""

    def pdf(name: str) -> Path:
        target = report_folder / f"{name}.pdf"
        if not target.exists():
            write_worker_report(CASES[name](), target, made_on=MADE_ON)
        return target

    return pdf


@pytest.fixture
def pdf_of(tmp_path: Path) -> Callable[[WorkerReportData], Path]:
    """Write a report of changed data."""

    def pdf(data: WorkerReportData) -> Path:
        target = tmp_path / "report.pdf"
        write_worker_report(data, target, made_on=MADE_ON)
        return target

    return pdf


@pytest.fixture
def pages_of() -> Callable[[Path], list[str]]:
    """Text of every page, white space evened out."""

    def pages(pdf: Path) -> list[str]:
        told = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"],
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        return [" ".join(page.split()) for page in told.stdout.split("\f")[:-1]]

    return pages
