"""The team report as a file: four pages, in order of code, marked, neutral, always the same."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from practicecoder.reports.data import ReportStatus
from practicecoder.reports.styles import NORMAL_PRINT, PAGE
from practicecoder.reports.tagging import TaggedCanvas
from practicecoder.reports.team.courses import CourseGrid
from practicecoder.reports.team.data import (
    Course,
    CoursePoint,
    TeamReportData,
    WorkerCourses,
)
from practicecoder.reports.team.report import team_report
from practicecoder.reports.team.sentences import TeamSay, tell
from practicecoder.reports.team.words import care, headline
from tests.reports.team.conftest import LABELS, MADE_ON, PagesOf, TeamPdf, a_senior, a_team

TEAM, SENIOR, ONE, MANY = "team", "senior", "one worker", "forty workers"
CASES: dict[str, Callable[[], TeamReportData]] = {
    TEAM: a_team,
    SENIOR: a_senior,
    ONE: partial(a_team, 1, 1),
    MANY: partial(a_team, 40, 24),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every case as a file, written once."""
    folder = tmp_path_factory.mktemp("team")
    made = {}
    for name, case in CASES.items():
        made[name] = folder / f"{name}.pdf"
        made[name].write_bytes(team_report(case()).content)
    return made


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every case without the letters of the draft mark."""
    folder = tmp_path_factory.mktemp("released")
    made = {}
    for name, case in CASES.items():
        made[name] = folder / f"{name}.pdf"
        released = replace(case(), status=ReportStatus.RELEASED)
        made[name].write_bytes(team_report(released).content)
    return made


def test_a_usual_team_fills_four_pages_in_the_set_order(
    built: dict[str, Path], pages_of: PagesOf
) -> None:
    pages = pages_of(built[TEAM])

    heads = (TeamSay.TITLE, TeamSay.COURSES, TeamSay.BUILDS, TeamSay.OVER_TIME)
    assert len(pages) == 4
    assert [tell(head) in page for head, page in zip(heads, pages, strict=True)] == [True] * 4


def test_the_first_page_begins_with_the_finding_and_its_n(
    built: dict[str, Path], pages_of: PagesOf
) -> None:
    data = a_team()

    (front, *_) = pages_of(built[TEAM])

    assert headline(data) in front
    assert "by 9 workers, care and engagement averaged" in headline(data)
    assert front.index(headline(data)) < front.index(tell(TeamSay.MEASURES))
    assert "t over workers" in front


def test_every_strip_tells_mean_interval_and_n(built: dict[str, Path], pages_of: PagesOf) -> None:
    (front, *_) = pages_of(built[TEAM])

    assert front.count("; 9 workers, ") == len(LABELS)


def test_workers_stand_in_order_of_code(built: dict[str, Path], pages_of: PagesOf) -> None:
    text = " ".join(pages_of(built[MANY]))

    places = [text.index(f"W-{number:03d}") for number in range(1, 41)]
    assert places == sorted(places)


def test_a_high_scoring_worker_changes_no_other_panel(tmp_path: Path) -> None:
    data = replace(a_team(4), first_day=date(2026, 1, 1), last_day=date(2026, 12, 1))
    high = WorkerCourses(
        worker="W-999",
        courses=tuple(
            Course(points=(CoursePoint(day=date(2026, 6, 15), value=5.0),)) for _ in LABELS
        ),
    )

    alone, together = (
        _picture(replace(data, courses=rows), tmp_path)
        for rows in (data.courses, (*data.courses, high))
    )

    assert len(set(alone)) > 10  # something is drawn there
    assert together == alone


def test_panels_are_the_same_size_for_one_worker_and_forty() -> None:
    sizes = {
        grid.height
        for data in (a_team(1), a_team(1, seed=9))
        for grid in [_grid(data.courses)]
        if grid.wrap(PAGE.text_width, PAGE.text_height)
    }

    assert len(sizes) == 1


def test_a_course_over_pages_repeats_its_heads_as_furniture(
    built: dict[str, Path], pages_of: PagesOf
) -> None:
    pages = pages_of(built[MANY])

    assert len(pages) == 5
    assert all(LABELS[1] in page for page in pages[1:4])
    assert _structure(built[MANY]).count("Worker") == 1


def test_an_unreleased_report_says_draft_on_every_page(
    built: dict[str, Path], pages_of: PagesOf, team_pdf: TeamPdf
) -> None:
    released = replace(a_team(), status=ReportStatus.RELEASED)

    assert all("DRAFT" in page for page in pages_of(built[TEAM]))
    assert tell(TeamSay.DRAFT_NOTICE) in pages_of(built[TEAM])[0]
    assert "draft" not in " ".join(pages_of(team_pdf(released))).casefold().replace("(draft)", "")


def test_made_up_data_are_called_so_on_every_page(
    built: dict[str, Path], pages_of: PagesOf
) -> None:
    assert all("Made-up data" in page for page in pages_of(built[TEAM]))


def test_the_last_page_tells_care_certainty_and_method(
    built: dict[str, Path], pages_of: PagesOf
) -> None:
    data = a_team()
    last = pages_of(built[TEAM])[-1]

    assert care(data) in last
    assert "0.98 in care and engagement and 0.98 in good authority" in last
    assert "For MI spirit it is not known" in last
    assert "go-live" in last


def test_the_senior_report_shows_no_single_worker(
    built: dict[str, Path], pages_of: PagesOf
) -> None:
    text = " ".join(pages_of(built[SENIOR]))

    assert "W-0" not in text
    assert tell(TeamSay.COURSES) not in text
    assert tell(TeamSay.QUOTES) not in text
    assert "hidden: fewer than 5 workers" in text
    assert "hidden: could be found by subtraction" in text
    assert "No number here rests on fewer than 5 workers." in text


def test_the_senior_report_gives_no_day_of_a_visit(
    built: dict[str, Path], pages_of: PagesOf
) -> None:
    data = a_senior()
    assert data.first_day is not None

    (front, *_) = pages_of(built[SENIOR])

    assert f"{data.first_day.day} {data.first_day:%B %Y}" not in front
    assert f"{data.first_day:%B %Y} to" in front


def test_nobody_is_ranked_or_named_as_a_coder(built: dict[str, Path], pages_of: PagesOf) -> None:
    text = " ".join(pages_of(built[TEAM]))

    assert "rated by 3 coders" in text
    for word in ("best", "worst", "highest", "lowest", "rank ", "top "):
        assert word not in text.casefold()


@pytest.mark.parametrize("name", CASES)
def test_nothing_leaves_its_page_or_overlaps(name: str, handed_over: dict[str, Path]) -> None:
    for page in _words(handed_over[name]):
        for word, (left, top, right, bottom) in page:
            assert left >= PAGE.side - 1, word
            assert right <= PAGE.width - PAGE.side + 1, word
            assert top >= 0, word
            assert bottom <= PAGE.height, word
        for (one, box), (other, against) in combinations(page, 2):
            assert _overlap(box, against) < 0.25, (one, other)


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_smaller_than_a_label_and_no_picture_is_inside(
    name: str, built: dict[str, Path]
) -> None:
    with pikepdf.open(built[name]) as pdf:
        for page in pdf.pages:
            assert "/XObject" not in page.resources
            for one in pikepdf.parse_content_stream(page):
                if isinstance(one, pikepdf.ContentStreamInstruction) and str(one.operator) == "Tf":
                    assert float(one.operands[1]) >= NORMAL_PRINT.label


def test_all_fonts_are_embedded(built: dict[str, Path]) -> None:
    told = subprocess.run(
        ["pdffonts", str(built[TEAM])], check=True, capture_output=True, text=True
    )

    rows = told.stdout.splitlines()[2:]
    assert rows
    assert all("OpenSans" in row and row.split()[-5:-2] == ["yes"] * 3 for row in rows)


def test_every_picture_has_words_and_the_headings_are_in_order(built: dict[str, Path]) -> None:
    for path in built.values():
        tags: list[tuple[str, str]] = []
        with pikepdf.open(path) as pdf:
            _walk(pdf.Root.StructTreeRoot.K, tags)
        kinds = [tag for tag, _ in tags]
        assert kinds.count("/H1") == 1
        assert kinds.index("/H1") < kinds.index("/H2")
        assert all(alt for tag, alt in tags if tag == "/Figure")
        assert "/TH" in kinds


def test_read_aloud_the_pages_keep_their_order(built: dict[str, Path]) -> None:
    data = a_team()
    told = _structure(built[TEAM])

    order = [
        tell(TeamSay.TITLE),
        headline(data),
        tell(TeamSay.MEASURES),
        tell(TeamSay.COURSES),
        "W-001",
        "W-009",
        tell(TeamSay.BUILDS),
        tell(TeamSay.QUOTES),
        tell(TeamSay.GOALS),
        tell(TeamSay.OVER_TIME),
        tell(TeamSay.CARE),
        tell(TeamSay.SURE),
        tell(TeamSay.METHOD),
    ]
    assert [line for line in told if line in order] == order


def test_alternative_texts_tell_the_numbers(built: dict[str, Path]) -> None:
    tags: list[tuple[str, str]] = []
    with pikepdf.open(built[TEAM]) as pdf:
        _walk(pdf.Root.StructTreeRoot.K, tags)
    alts = [alt for tag, alt in tags if tag == "/Figure"]

    assert len(alts) == 3 + 9 * 3 + 3
    assert alts[0].startswith("Care and engagement, on a scale from 1 to 5: ")
    assert "95% CI" in alts[0]
    assert any(alt.startswith("W-004, Good authority: ") for alt in alts)


def test_a_course_is_drawn_without_mean_below_three_visits() -> None:
    course = Course(points=(CoursePoint(day=date(2026, 6, 1), value=2.0),))
    (panel,) = _panels((WorkerCourses(worker="W", courses=(course,)),), n_measures=1)
    data = a_team(9)
    with_mean = next(one.courses[0] for one in data.courses if one.courses[0].own is not None)
    (richer,) = _panels((WorkerCourses(worker="W", courses=(with_mean,)),), n_measures=1)

    assert panel.count(" re ") < richer.count(" re ")


def test_the_file_tells_nothing_but_the_callers_date(built: dict[str, Path]) -> None:
    with pikepdf.open(built[TEAM]) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}

    assert info["/Title"] == f"Team report {MADE_ON}"
    assert info["/Author"] == "Made-up study"
    assert info["/CreationDate"] == "D:20261120000000Z"
    assert info["/Subject"] == info["/Keywords"] == ""


def test_the_file_name_is_neutral() -> None:
    assert a_team().file_name == "team_2026-11-20.pdf"
    assert a_senior().file_name == "team-senior_2026-11-20.pdf"


def test_same_input_same_bytes() -> None:
    assert team_report(a_team()).content == team_report(a_team()).content


def test_hostile_words_are_printed_as_they_are(team_pdf: TeamPdf, pages_of: PagesOf) -> None:
    hostile = 'A & B < C > "D" </para><b>x</b>'
    data = replace(a_team(), quotes=(hostile,), scope=f"All workers, {hostile}")

    text = " ".join(pages_of(team_pdf(data)))

    assert text.count('A & B < C > "D" </para><b>x</b>') >= 2


def test_long_names_of_offices_and_measures_stay_inside(
    team_pdf: TeamPdf, built: dict[str, Path]
) -> None:
    long = "Gwasanaethau Cymdeithasol Rhanbarthol a’r Fro"
    data = a_team(3, 3, labels=(long, f"{long} dau", f"{long} tri", f"{long} pedwar"))

    for page in _words(team_pdf(data)):
        for word, (left, _, right, _) in page:
            assert PAGE.side - 1 <= left, word
            assert right <= PAGE.width - PAGE.side + 1, word


def test_undated_visits_leave_no_empty_axes(team_pdf: TeamPdf, pages_of: PagesOf) -> None:
    data = _undated(a_team(2))

    text = " ".join(pages_of(team_pdf(data)))

    assert "no value with a date" in text
    assert tell(TeamSay.RUN_NONE) in text
    assert tell(TeamSay.NO_PERIOD) in text


@pytest.mark.parametrize("case", [a_team, a_senior])
def test_sessions_without_any_score_still_have_a_report(
    case: Callable[[], TeamReportData], team_pdf: TeamPdf, pages_of: PagesOf
) -> None:
    data = replace(case(), summaries=(), courses=(), groups=(), months=(), evidence=())

    text = " ".join(pages_of(team_pdf(data)))

    assert tell(TeamSay.NO_SCORES) in text
    assert tell(TeamSay.RUN_NONE) in text


# -- reading the file ----------------------------------------------------------------------


def _undated(data: TeamReportData) -> TeamReportData:
    return replace(
        data,
        first_day=None,
        last_day=None,
        frequency=None,
        n_undated=data.n_sessions,
        courses=tuple(
            replace(one, courses=tuple(Course() for _ in one.courses)) for one in data.courses
        ),
        months=(),
        go_live=(),
    )


def _picture(data: TeamReportData, folder: Path) -> bytes:
    """The upper part of the second page, with the first panels, as points of grey."""
    path = folder / "report.pdf"
    path.write_bytes(team_report(data).content)
    crop = ["-x", "0", "-y", "90", "-W", "595", "-H", "160"]
    told = subprocess.run(
        ["pdftoppm", "-f", "2", "-l", "2", "-r", "72", "-gray", *crop, str(path)],
        check=True,
        capture_output=True,
    )
    return told.stdout


def _grid(rows: tuple[WorkerCourses, ...], n_measures: int = 3) -> CourseGrid:
    span = (date(2026, 4, 1), date(2026, 11, 1))
    return CourseGrid(rows, a_team(2).measures[:n_measures], span, NORMAL_PRINT)


def _panels(rows: tuple[WorkerCourses, ...], *, n_measures: int = 3) -> list[str]:
    """What is drawn in each panel, by its instructions, without the numbers of the marks."""
    canvas = TaggedCanvas(BytesIO(), pageCompression=0)
    grid = _grid(rows, n_measures)
    _, height = grid.wrap(PAGE.text_width, PAGE.text_height)
    grid.drawOn(canvas, 0, 800 - height)
    code = "\n".join(canvas._code)
    parts = code.split("/Figure <<")[1:]
    return [part.split(">> BDC", 1)[1].split("EMC", 1)[0] for part in parts]


def _walk(node: pikepdf.Object, found: list[tuple[str, str]]) -> None:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            _walk(kid, found)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        found.append((str(node.S), str(node.get("/Alt", ""))))
        _walk(node.get("/K", pikepdf.Array()), found)


def _structure(path: Path) -> list[str]:
    told = subprocess.run(
        ["pdfinfo", "-struct-text", str(path)], check=True, capture_output=True, text=True
    )
    return [line.strip().strip('"').strip() for line in told.stdout.splitlines()]


Box = tuple[float, float, float, float]


def _words(path: Path) -> list[list[tuple[str, Box]]]:
    told = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True
    )
    pages = []
    space = "{http://www.w3.org/1999/xhtml}"
    for page in ElementTree.fromstring(told.stdout).iter(f"{space}page"):
        words = []
        for word in page.iter(f"{space}word"):
            if word.text == "DRAFT":
                continue
            edges = [float(word.attrib[edge]) for edge in ("xMin", "yMin", "xMax", "yMax")]
            words.append((word.text or "", (edges[0], edges[1], edges[2], edges[3])))
        pages.append(words)
    return pages


def _overlap(one: Box, other: Box) -> float:
    """Shared area as a part of the smaller box."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return width * height / max(min(areas), 1e-9)
