"""What the report of a study tells of its making, and how its files are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from practicecoder.domain.allocation import AllocationPlan
from practicecoder.domain.certification import Certificate
from practicecoder.domain.coding import CodebookRef
from practicecoder.domain.ids import CoderId
from practicecoder.errors import ExportError
from practicecoder.services.agreement_scope import AgreementScope
from practicecoder.services.context import StudyServices
from practicecoder.services.ratings_report import report_of_ratings
from practicecoder.services.reliability_conduct import draw_in_words, rule_in_words
from practicecoder.services.reliability_report import ReportFiles
from tests.builders import NOW, a_laboratory

GOLDEN = Path(__file__).parents[1] / "golden" / "fsh_reliability_long.csv"
PLAN = AllocationPlan(
    plan_id="P1",
    made_at=NOW,
    made_by=CoderId("L1"),
    seed=42,
    double_share=0.3,
    coders_per_double=2,
    coders=(CoderId("A"), CoderId("B"), CoderId("C")),
    strata=("office", "behaviour_change"),
    n_sessions=12,
    n_double=4,
)


@pytest.fixture
def laboratory(tmp_path: Path) -> Iterator[StudyServices]:
    services = a_laboratory(tmp_path / "laboratory")
    yield services
    services.close()


def test_a_study_tells_its_draw_blinding_and_scope(laboratory: StudyServices) -> None:
    with laboratory.context.store.transaction() as unit:
        unit.plans.add(PLAN)

    data = laboratory.reliability_report.data()

    assert data.n_codings == 8
    assert data.made_up
    assert data.scope == ""
    assert data.conduct.draw == draw_in_words((PLAN,))
    assert "in 0 of 8 codings the coder said that blinding was lost" in data.conduct.blinding
    assert data.conduct.training == ""
    assert data.made_on == NOW.date()


def test_certificates_are_told_with_what_they_asked_for(laboratory: StudyServices) -> None:
    codebook = laboratory.codebook.ref
    with laboratory.context.store.transaction() as unit:
        unit.certificates.add(a_certificate("A", codebook))

    training = laboratory.reliability_report.data().conduct.training

    assert training.startswith("1 of 3 coders held a certificate for swim7")
    assert training.endswith("A certificate asked for: 10 recordings or more.")


def test_a_scope_is_told_and_stands_in_the_command(laboratory: StudyServices) -> None:
    scope = AgreementScope(coder_ids=frozenset({CoderId("A"), CoderId("B")}))

    data = laboratory.reliability_report.data(scope, made_on=date(2026, 11, 20))

    assert "coders A, B" in data.scope
    assert data.command == (
        "practicecoder report reliability laboratory --coder A --coder B "
        "--made-on 2026-11-20 --out reliability.pdf"
    )
    assert data.table.design.n_coders <= 2


def test_the_draw_in_words() -> None:
    assert draw_in_words(()) == ""
    assert draw_in_words([replace(PLAN, n_double=0)]) == ""
    assert draw_in_words([PLAN]) == (
        f"On {NOW.day} {NOW:%B %Y}, 4 of 12 sessions (33%) were drawn at random, balanced over "
        "office and behaviour change, to be coded by 2 of 3 coders each (seed 42)."
    )
    assert "balanced" not in draw_in_words([replace(PLAN, strata=())])


def test_rules_of_certificates_that_no_longer_hold_are_not_told() -> None:
    codebook = CodebookRef(codebook_id="swim7", version="1.0.0", digest="0")
    certificate = a_certificate("A", codebook)

    assert rule_in_words([certificate], date(2026, 6, 1))
    assert rule_in_words([certificate], date(2028, 1, 1)) == ""


def test_of_a_table_nothing_is_on_record() -> None:
    data = report_of_ratings(GOLDEN, "swim7", made_on=date(2026, 11, 20))

    assert data.from_table
    assert (data.conduct.draw, data.conduct.blinding, data.conduct.training) == ("", "", "")
    assert data.n_codings == 82
    assert data.study == "fsh_reliability_long"
    assert data.command == (
        "practicecoder report reliability fsh_reliability_long.csv --codebook swim7 "
        "--made-on 2026-11-20 --out reliability.pdf"
    )


def test_files_are_written_with_progress(laboratory: StudyServices, tmp_path: Path) -> None:
    files = ReportFiles(
        pdf=tmp_path / "a.pdf",
        docx=tmp_path / "a.docx",
        csv=tmp_path / "a.csv",
        methods=tmp_path / "a.txt",
    )
    told: list[float] = []

    written = laboratory.reliability_report.write(
        files, progress=lambda share, _: told.append(share)
    )

    assert written == files.paths
    assert all(path.stat().st_size > 100 for path in written)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_stopping_leaves_no_file(laboratory: StudyServices, tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(share: float, _: str) -> None:
        if share > 0:
            raise StoppedError

    with pytest.raises(StoppedError):
        laboratory.reliability_report.write(ReportFiles(pdf=tmp_path / "a.pdf"), progress=stop)

    assert not (tmp_path / "a.pdf").exists()


def test_a_place_that_cannot_be_written_is_told(laboratory: StudyServices, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Choose another place"):
        laboratory.reliability_report.write(ReportFiles(pdf=tmp_path / "missing" / "a.pdf"))


def a_certificate(coder: str, codebook: CodebookRef) -> Certificate:
    return Certificate(
        certificate_id=f"C-{coder}",
        coder_id=CoderId(coder),
        codebook=codebook,
        granted_on=date(2026, 1, 1),
        expires_on=date(2027, 1, 1),
        rule="10 recordings or more",
        result="within one level 97%",
        n_recordings=10,
    )
