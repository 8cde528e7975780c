"""The reliability report by window, command and PDF: the same numbers, and what is saved."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from practicecoder.cli.main import main
from practicecoder.domain.people import Coder, Role
from practicecoder.services.agreement_scope import AgreementScope
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study
from practicecoder.ui.reliability.page import ReliabilityPage
from practicecoder.ui.reliability.report_dialog import ReliabilityReportDialog
from tests.builders import ANALYST, NOW
from tests.ui.finding import the_button
from tests.ui.reliability.study_of_28 import study_of_28

PERSON = Coder(coder_id=ANALYST, roles=frozenset({Role.ANALYST}))


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
    qtbot.waitUntil(lambda: page.agreement is not None and not page.is_computing, timeout=20_000)
    return page


@pytest.fixture
def dialog(
    page: ReliabilityPage, services: StudyServices, qtbot: QtBot
) -> ReliabilityReportDialog:
    return ready(ReliabilityReportDialog(services, page), qtbot)


def ready(dialog: ReliabilityReportDialog, qtbot: QtBot) -> ReliabilityReportDialog:
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.data is not None, timeout=20_000)
    return dialog


# -- the same numbers ----------------------------------------------------------------------


def test_screen_command_and_pdf_give_the_same_digits(
    page: ReliabilityPage,
    dialog: ReliabilityReportDialog,
    services: StudyServices,
    tmp_path: Path,
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with qtbot.waitSignal(dialog.told, timeout=20_000):
        dialog.save(tmp_path / "window.pdf")
    screen = list(csv.DictReader(io.StringIO(page.table.rows_model().tsv()), delimiter="\t"))
    services.close()
    code = main(
        [
            *("report", "reliability", str(services.path), "--json", "--made-on", "2026-10-06"),
            *("--out", str(tmp_path / "command.pdf"), "--csv", str(tmp_path / "command.csv")),
        ],
        lambda _: 1,
    )
    told: Any = json.loads(capsys.readouterr().out)
    with (tmp_path / "command.csv").open(encoding="utf-8-sig", newline="") as file:
        table = {row["Item"]: row for row in csv.DictReader(file)}

    assert code == 0
    window, command = text_of(tmp_path / "window.pdf"), text_of(tmp_path / "command.pdf")
    assert len(told["items"]) == len(screen) == 14
    for item, row in zip(told["items"], screen, strict=True):
        label = row["Item"]
        expected = expected_row(item, label)
        assert " ".join(expected) in window, expected
        assert " ".join(expected) in command, expected
        assert row["One coder ICC(A,1) [95% CI]"] == expected[2]
        assert row["SEM"] == expected[-2]
        assert row["SDC"] == expected[-1]
        assert row["Exact agreement"] == expected[-4]
        assert row["Within one level"] == expected[-3]
        assert row["Krippendorff's alpha [95% CI]"] in expected
        assert table[label]["ICC(A,1) [95% CI]"] == expected[2].replace("−", "-")
        assert table[label]["SDC"] == expected[-1]


def expected_row(item: dict[str, Any], label: str) -> list[str]:
    """The printed row, rounded here from the numbers of the command."""
    found = item["statistics"]
    by_reml = item["headline"] == "icc_a1_reml"
    alpha = "alpha_interval" if item["kind"] == "score" else "alpha_ordinal"
    band = item["band"].split(", ")
    return [
        label,
        str(item["n_sessions"]),
        with_limits(found[item["headline"]]),
        f"{band[1].split(';')[0]} ({band[2].split(' (')[0]})",
        with_limits(found["icc_c1_reml" if by_reml else "icc_c1"]),
        with_limits(found[alpha]),
        with_limits(found["kappa_quadratic"]),
        with_limits(found["ac2_quadratic"]),
        *(percent(found[key]) for key in ("exact_agreement", "within_one_agreement")),
        *(rounded(found[key]["value"], 2) for key in ("sem", "sdc")),
    ]


def with_limits(found: dict[str, Any]) -> str:
    if found["value"] is None:
        assert "not offered" in found["reason"]
        return "–"
    value, low, high = (
        rounded(found[key], 2).replace("0.", ".", 1)
        if abs(found[key]) < 0.995
        else rounded(found[key], 2)
        for key in ("value", "ci_low", "ci_high")
    )
    return f"{value} [{low}, {high}]"


def percent(found: dict[str, Any]) -> str:
    return "–" if found["value"] is None else f"{rounded(100 * found['value'], 0)}%"


def rounded(value: float, decimals: int) -> str:
    """Half up on twelve digits."""
    step = Decimal(1).scaleb(-decimals)
    text = str(Decimal(f"{value:.12g}").quantize(step, rounding=ROUND_HALF_UP))
    text = text.removeprefix("-") if Decimal(text) == 0 else text
    return text.replace("-", "−")


def text_of(pdf: Path) -> str:
    told = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
    )
    return " ".join(told.stdout.split())


# -- the dialog ----------------------------------------------------------------------------


def test_the_paragraph_is_copied(dialog: ReliabilityReportDialog) -> None:
    assert dialog.paragraph.toPlainText().startswith("Made-up data")
    assert "28 (93%) were coded by two or more of 3 coders (82 codings)" in (
        dialog.paragraph.toPlainText()
    )

    QTest.mouseClick(the_button("Copy paragraph", dialog), Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == dialog.paragraph.toPlainText()


def test_nothing_is_saved_before_the_numbers_are_there_or_without_a_form(
    page: ReliabilityPage, services: StudyServices, qtbot: QtBot
) -> None:
    made = ReliabilityReportDialog(services, page)
    assert not made.act.isEnabled()
    ready(made, qtbot)
    assert made.act.isEnabled()

    made.pdf.setChecked(False)

    assert not made.act.isEnabled()
    made.docx.setChecked(True)
    assert made.act.isEnabled()


def test_ticked_forms_are_saved_beside_each_other(
    dialog: ReliabilityReportDialog,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for box in (dialog.docx, dialog.csv, dialog.methods):
        box.setChecked(True)
    target = tmp_path / "out" / "made.pdf"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    with qtbot.waitSignal(dialog.told, timeout=20_000) as told:
        QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)

    assert told.args == ["Saved made.pdf, made.docx, made.csv, made_methods.txt"]
    assert sorted(path.name for path in target.parent.iterdir()) == [
        *("made.csv", "made.docx", "made.pdf", "made_methods.txt")
    ]
    assert not dialog.isVisible()


def test_a_file_beside_the_report_is_not_replaced_unasked(
    dialog: ReliabilityReportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.csv.setChecked(True)
    (tmp_path / "made.csv").write_text("mine", encoding="utf-8")
    no = QMessageBox.StandardButton.No
    monkeypatch.setattr(QMessageBox, "question", lambda *_: no)

    dialog.save(tmp_path / "made.pdf")

    assert (tmp_path / "made.csv").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "made.pdf").exists()
    assert dialog.isVisible()


def test_the_pages_scope_is_the_reports(
    page: ReliabilityPage, services: StudyServices, qtbot: QtBot
) -> None:
    scope = AgreementScope(leave_out_unblinded=True)

    data = ready(ReliabilityReportDialog(services, page, scope=scope), qtbot).data

    assert data is not None
    assert data.scope == "81 of 84 submitted codings. 3 unblinded codings left out."
    assert "--leave-out-unblinded" in data.command
    assert data.n_codings == 79
