"""The page on 28 sessions by three coders: numbers of the command, parts by clicks and keys."""

from __future__ import annotations

import csv
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLabel, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from practicecoder.cli.main import main
from practicecoder.codebook import library
from practicecoder.domain.coding import ItemRating, Rating
from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.scoring.reliability.table import reliability_table
from practicecoder.scoring.results import Estimate, Interval, NotEstimable
from practicecoder.services.agreement_scope import AgreementScope
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.services.reliability import Agreement
from practicecoder.services.studies import open_study
from practicecoder.ui.reliability.detail_panels import DecisionStudy, Distribution, Pairs
from practicecoder.ui.reliability.page import ReliabilityPage
from practicecoder.ui.reliability.planner_panel import PlannerPanel
from practicecoder.ui.reliability.words import coefficient_with_interval, in_full
from tests.builders import ANALYST, ANNA, BEN, NOW, a_session, add_coding, add_sessions, ratings_of
from tests.ui.finding import the_button
from tests.ui.reliability.study_of_28 import CODERS, N_MARKED, TABLE, study_of_28

PERSON = Coder(coder_id=ANALYST, roles=frozenset({Role.ANALYST}))
CHANGED = StudyChange(kinds=frozenset({ChangeKind.CODINGS}))
TABS = ("Items", "Forest", "Means of coders", "Coders", "Drift", "Planner", "Timed codes")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "study"
    study_of_28(folder).close()
    return folder


@pytest.fixture
def services(template: Path, tmp_path: Path) -> Iterator[StudyServices]:
    folder = Path(shutil.copytree(template, tmp_path / "study"))
    opened = open_study(folder, now=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def page(services: StudyServices, qtbot: QtBot) -> ReliabilityPage:
    page = ReliabilityPage(services)
    qtbot.addWidget(page)
    page.resize(1290, 720)
    with qtbot.waitExposed(page):
        page.show()
    page.show_person(PERSON)
    settled(page, qtbot)
    return page


def settled(page: ReliabilityPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.agreement is not None and not page.is_computing, timeout=20_000)


def words_of(page: ReliabilityPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def the_tabs(page: ReliabilityPage) -> QTabBar:
    return next(bar for bar in page.findChildren(QTabBar) if bar.tabText(0) == TABS[0])


def go_to(page: ReliabilityPage, words: str) -> None:
    bar = the_tabs(page)
    place = TABS.index(words)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
    assert bar.currentIndex() == place


def choose(page: ReliabilityPage, item: str, panel: type) -> Any:
    """Choose an item, and by a click the tab of its detail."""
    assert page.table.select_key(item)
    detail = page.items.detail
    place = next(i for i, one in enumerate(detail.panels) if isinstance(one, panel))
    rect = detail.tabs.tabRect(place)
    QTest.mouseClick(detail.tabs, Qt.MouseButton.LeftButton, pos=rect.center())
    assert detail.tabs.currentIndex() == place
    return detail.panels[place]


def from_command(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Any:
    def no_window(study: Path | None) -> int:
        raise AssertionError("no window was to be opened")

    capsys.readouterr()
    assert main([str(a) for a in (*arguments, "--json")], no_window) == 0
    return json.loads(capsys.readouterr().out)


def test_numbers_are_the_commands_to_the_last_digit(
    page: ReliabilityPage, capsys: pytest.CaptureFixture[str]
) -> None:
    told = from_command(capsys, "reliability", TABLE)
    assert page.agreement is not None
    shown = {item.item: item for item in page.table.rows_model().shown_rows}
    model = page.table.rows_model()
    tooltips = {
        item.item: str(model.index(place, 2).data(Qt.ItemDataRole.ToolTipRole))
        for place, item in enumerate(model.shown_rows)
    }

    for item in told["items"]:
        if item["kind"] == "count":
            continue
        mine = shown[item["id"]]
        for key, statistic in item["statistics"].items():
            found = mine.statistics[key]
            if statistic["value"] is None:
                assert isinstance(found, NotEstimable)
                continue
            assert isinstance(found, Estimate)
            assert found.value == statistic["value"], (item["id"], key)
            if isinstance(found.interval, Interval):
                limits = (found.interval.low, found.interval.high)
                assert limits == (statistic["ci_low"], statistic["ci_high"])
        headline = item["statistics"][item["headline"]]
        digits = f"{headline['value']!r} [{headline['ci_low']!r}, {headline['ci_high']!r}]"
        assert digits in tooltips[item["id"]]
        assert in_full(mine.headline) == digits


def test_saved_numbers_are_those_of_the_study(
    page: ReliabilityPage, services: StudyServices, tmp_path: Path
) -> None:
    page.save_as(tmp_path / "numbers.csv")

    with (tmp_path / "numbers.csv").open(encoding="utf-8", newline="") as file:
        rows = {(r["item"], r["statistic"]): r for r in csv.DictReader(file)}
    item = services.reliability.table().item("empathy")
    assert isinstance(item.headline, Estimate)
    assert rows["empathy", item.headline_key]["value"] == repr(item.headline.value)


def test_the_design_is_told_in_one_line(page: ReliabilityPage) -> None:
    words = words_of(page)
    assert (
        "28 sessions coded by two or more of 3 coders (C1, C2, C3), incomplete design; "
        "2 coded once, outside the design."
    ) in words
    assert "3 unblinded codings included." in words


def test_unblinded_codings_are_left_out_and_that_is_told(
    page: ReliabilityPage, qtbot: QtBot
) -> None:
    assert page.table.select_key("autonomy")
    box = page.findChild(QCheckBox)
    assert box is not None
    assert box.text().replace("&", "") == "Leave out unblinded codings (3)"

    QTest.keyClick(box, Qt.Key.Key_Space)

    qtbot.waitUntil(
        lambda: "81 of 84 submitted codings. 3 unblinded codings left out." in words_of(page),
        timeout=20_000,
    )
    assert [row.item for row in page.table.selected_rows()] == ["autonomy"]
    page.copy_table()
    assert "3 unblinded codings left out." in QGuiApplication.clipboard().text()


def test_days_choose_codings(page: ReliabilityPage, qtbot: QtBot) -> None:
    edit = next(e for e in page.findChildren(QDateEdit) if "First" in e.accessibleName())

    edit.setDate(QDate(2026, 9, 25))

    qtbot.waitUntil(lambda: "submitted 2026-09-25 to 2026-10-06" in words_of(page), timeout=20_000)
    assert page.agreement is not None
    assert page.agreement.table.design.n_multiple_coded == 11


def test_coders_choose_codings(page: ReliabilityPage, qtbot: QtBot) -> None:
    button = next(b for b in page.scope_bar.findChildren(QPushButton) if b.menu() is not None)
    assert button.text() == "All coders"

    button.menu().actions()[2].trigger()

    assert button.text() == "C1, C2"
    qtbot.waitUntil(
        lambda: "28 sessions coded by 2 coders (C1, C2), complete design" in words_of(page),
        timeout=20_000,
    )
    assert "coders C1, C2" in words_of(page)


def test_a_coding_that_arrives_keeps_the_choice(
    page: ReliabilityPage, services: StudyServices, qtbot: QtBot
) -> None:
    assert page.table.select_key("child_focus")
    add_sessions(services, a_session(95))
    for place, coder in enumerate(CODERS[:2]):
        ratings = ratings_of(services.codebook, [3, 4, 3, 4, 3, 4, 2 + place])
        add_coding(services, a_session(95).session_id, coder, ratings, position=200 + place)

    page.refresh(CHANGED)
    assert page.table.isVisible(), "earlier numbers stay while others are computed"
    assert "Computing…" not in words_of(page), "numbers that come soon are not announced"

    qtbot.waitUntil(lambda: "29 sessions coded by two or more" in words_of(page), timeout=20_000)
    assert [row.item for row in page.table.selected_rows()] == ["child_focus"]


def test_numbers_that_take_their_time_are_announced(
    page: ReliabilityPage, services: StudyServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    agreement = services.reliability.agreement

    def slowly(scope: AgreementScope) -> Agreement:
        may_go_on.wait(20)
        return agreement(scope)

    monkeypatch.setattr(services.reliability, "agreement", slowly)
    page.refresh(CHANGED)

    qtbot.waitUntil(lambda: "Computing…" in words_of(page), timeout=20_000)
    may_go_on.set()
    settled(page, qtbot)
    qtbot.waitUntil(lambda: "Computing…" not in words_of(page), timeout=20_000)


def test_panels_are_made_when_they_are_looked_at(page: ReliabilityPage) -> None:
    assert not page.findChildren(PlannerPanel)

    go_to(page, "Planner")

    assert page.findChildren(PlannerPanel) == [page.planner]
    assert page.planner.isVisible()


def test_a_panel_shows_the_last_numbers_that_came_while_it_was_hidden(
    page: ReliabilityPage, services: StudyServices, qtbot: QtBot
) -> None:
    go_to(page, "Coders")
    go_to(page, "Items")
    page.scope_bar.scope_chosen.emit(AgreementScope(coder_ids=frozenset(CODERS[:2])))
    settled(page, qtbot)

    go_to(page, "Coders")

    heading = page.coders.table.rows_model().tsv().splitlines()[0]
    assert "C2" in heading
    assert "C3" not in heading


def test_whether_an_item_applies_stands_before_its_agreement(page: ReliabilityPage) -> None:
    table = page.items.applicability_table
    assert table.isVisible()
    assert table.geometry().top() <= page.table.geometry().top()
    (line,) = table.rows_model().tsv().splitlines()[1:]
    cells = line.split("\t")
    assert cells[:5] == ["Evocation", "12", "3", "13", "28"]
    assert cells[6] == "S016, S059, S086"


def test_pairs_have_their_bubbles_on_the_whole_scale(page: ReliabilityPage) -> None:
    panel = choose(page, "empathy", Pairs)
    QTest.keyClick(panel.table, Qt.Key.Key_Down)

    chart = panel.figure.chart
    assert chart is not None
    assert chart.title == "Empathy: C1 and C3, 26 sessions"
    assert len(chart.points.rows) == 5
    assert sum(sum(row[1:]) for row in chart.points.rows) == 26
    the_button("Show as table", panel).click()
    assert panel.figure.findChild(type(panel.table)).isVisible()


def test_scores_have_differences_in_place_of_bubbles_and_no_levels(
    page: ReliabilityPage,
) -> None:
    choose(page, "empathy", Pairs)
    panel = choose(page, "care_engagement", Pairs)

    assert panel.figure.chart is not None
    assert panel.figure.chart.points.columns == ("mean", "difference")
    assert "Mean difference" in panel.table.rows_model().tsv()
    detail = page.items.detail
    enabled = {
        type(one): detail.tabs.isTabEnabled(place) for place, one in enumerate(detail.panels)
    }
    assert enabled[Distribution] is False
    assert enabled[DecisionStudy] is True


def test_levels_given_are_counted_by_coder(page: ReliabilityPage) -> None:
    panel = choose(page, "empathy", Distribution)

    first = panel.table.rows_model().tsv().splitlines()[1].split("\t")
    assert first[0] == "C1"
    assert first[1:] == ["16 (57%)", "6 (21%)", "6 (21%)", "0 (0%)", "0 (0%)"]
    assert panel.figure.chart is not None
    assert not panel.warning.texts


def test_a_level_that_has_nearly_all_ratings_is_warned_of(qtbot: QtBot) -> None:
    levels = [(3, 3)] * 18 + [(3, 4), (4, 3)]
    ratings = [
        ItemRating(
            session_id=SessionId(f"S{number}"),
            coder_id=coder,
            item="empathy",
            rating=Rating.rated(level),
        )
        for number, pair in enumerate(levels)
        for coder, level in zip((ANNA, BEN), pair, strict=True)
    ]
    panel = Distribution()
    qtbot.addWidget(panel)

    panel.show_item(reliability_table(library.find("swim7"), ratings).item("empathy"))

    assert len(panel.warning.texts) == 1
    assert panel.warning.texts[0].startswith("95% of ratings are 3: ")


def test_how_many_coders_would_be_enough(page: ReliabilityPage) -> None:
    panel = choose(page, "empathy", DecisionStudy)
    item = page.table.selected_rows()[0]

    rows = panel.table.rows_model().shown_rows
    assert [row.k for row in rows] == [1, 2, 3, 4, 5]
    assert rows[0].absolute == pytest.approx(item.headline.value, abs=1e-9)
    assert "lies between sessions" in words_of(page)


def test_means_of_coders_stand_apart(page: ReliabilityPage) -> None:
    assert "k coders" not in page.table.rows_model().tsv().splitlines()[0]

    go_to(page, "Means of coders")

    assert "only if the analysed score is the mean of k coders" in words_of(page)
    assert page.agreement is not None
    item = page.agreement.table.item("empathy")
    words = coefficient_with_interval(item.statistics["icc_a_khat"])
    assert words in page.means.table.rows_model().tsv()


def test_the_forest_has_a_table(page: ReliabilityPage) -> None:
    before = page.forest.chart
    assert before is None, "it is drawn when it is looked at"

    go_to(page, "Forest")

    drawn = page.forest.chart
    assert drawn is not None
    assert len(drawn.points.rows) == page.table.rows_model().rowCount()


def test_levels_of_coders_have_intervals_and_a_test(page: ReliabilityPage) -> None:
    go_to(page, "Coders")

    lines = page.coders.table.rows_model().tsv().splitlines()
    assert lines[0].startswith("Item\tC1 [95% CI]\tC2 [95% CI]\tC3 [95% CI]\t")
    first = lines[1].split("\t")
    assert first[1:] == [
        "−0.07 [−0.24, 0.10]",
        "−0.21 [−0.39, −0.04]",
        "+0.28 [0.10, 0.46]",
        "F(2, 52) = 5.52, p = .007",
    ]
    assert page.coders.figure.chart is not None
    assert not page.coders.warnings.texts


def test_the_planner_answers_both_ways(page: ReliabilityPage) -> None:
    go_to(page, "Planner")
    planner = page.planner
    assert planner.answer.text().startswith("38 sessions coded by 2 coders each")
    assert "assumes coders of equal severity" in planner.cautions.text()

    QTest.keyClick(planner.coders, Qt.Key.Key_Up)
    assert planner.answer.text().startswith("24 sessions coded by 3 coders each")

    planner.by_sessions.click()
    planner.coders.setValue(2)
    planner.sessions.setValue(38)
    assert "about .60 to .90" in planner.answer.text()
    planner.sessions.setValue(3)
    assert planner.answer.text() == (
        "3 sessions are too few to tell how wide the interval will be."
    )


def test_timed_codes_have_both_kappas_and_the_tolerance(
    page: ReliabilityPage, services: StudyServices, qtbot: QtBot
) -> None:
    go_to(page, "Timed codes")
    events = page.events
    assert events.heading.text().startswith(f"{N_MARKED} sessions. Marks are linked within 3.0 s")
    pooled = services.reliability.events().pairs[0].pooled
    cells = events.pairs.rows_model().tsv().splitlines()[1].split("\t")
    assert cells[:4] == ["C1 and C2", str(pooled.linked), str(pooled.only_a), str(pooled.only_b)]
    assert cells[5] == coefficient_with_interval(pooled.kappa_linked)
    assert cells[6] == coefficient_with_interval(pooled.kappa_with_missed)
    assert len(events.sessions.rows_model().shown_rows) == N_MARKED
    assert "Open question" in events.codes.rows_model().tsv()

    events.tolerance.setValue(0.5)

    qtbot.waitUntil(lambda: "linked within 0.5 s" in events.heading.text(), timeout=20_000)
    fewer = services.reliability.events(tolerance_ms=500).pairs[0].pooled.linked
    assert fewer < pooled.linked
    assert events.pairs.rows_model().shown_rows[0].counts.linked == fewer


def test_timed_codes_are_copied_and_saved_with_their_tolerance(
    page: ReliabilityPage, tmp_path: Path
) -> None:
    go_to(page, "Timed codes")

    the_button("Copy table", page).click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Coders\tLinked\t")
    assert "Marks are linked within 3.0 s" in text
    assert "Scope: 84 of 84 submitted codings." in text

    page.save_as(tmp_path / "marks.csv")
    with (tmp_path / "marks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["tolerance_ms"] for row in rows} == {"3000"}
    assert len({row["session_id"] for row in rows}) == N_MARKED + 1


def test_the_commands_figures_of_marks_are_the_pages(
    page: ReliabilityPage,
    services: StudyServices,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    services.close()
    told = from_command(capsys, "reliability", tmp_path / "study", "--events")

    line = page.events.pairs.rows_model().shown_rows[0]
    pair = told["pairs"][0]
    for key, found in line.figures.items():
        assert found.value == pair[key]["value"]
        assert (found.interval.low, found.interval.high) == (
            pair[key]["ci_low"],
            pair[key]["ci_high"],
        )


def test_without_marks_there_is_no_tab_of_timed_codes(tmp_path: Path, qtbot: QtBot) -> None:
    services = study_of_28(tmp_path / "unmarked", marked=False)
    page = ReliabilityPage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.show_person(PERSON)
    settled(page, qtbot)

    assert not the_tabs(page).isTabVisible(TABS.index("Timed codes"))
    assert not the_tabs(page).isTabVisible(TABS.index("Drift"))
    services.close()
