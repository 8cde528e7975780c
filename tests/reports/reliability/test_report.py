"""The pages of the reliability report, in every situation that agreement knows."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.drift_tables import drift_table
from practicecoder.reports.reliability.report import reliability_report, write_reliability_report
from practicecoder.reports.styles import NORMAL_PRINT, PAGE
from practicecoder.scoring.reliability.bands import BandSource

DataOf = Callable[[str], ReliabilityReportData]
PdfOf = Callable[[str], Path]
TextOf = Callable[[Path], str]
Elements = Callable[[pikepdf.Pdf], list[pikepdf.Dictionary]]
Box = tuple[float, float, float, float]


def test_no_words_overlap_or_leave_the_page(situation: str, pdf_in: PdfOf) -> None:
    for width, height, words in _pages(pdf_in(situation)):
        for word, (left, top, right, bottom) in words:
            assert left >= PAGE.side - 1, word
            assert right <= width - PAGE.side + 1, word
            assert top >= 0, word
            assert bottom <= height, word
        for (one, box), (other, against) in combinations(words, 2):
            assert _overlap(box, against) < 0.25, (one, other)


def test_nothing_is_set_smaller_than_a_label(situation: str, pdf_in: PdfOf) -> None:
    with pikepdf.open(pdf_in(situation)) as pdf:
        sizes = {
            float(operation.operands[1])
            for page in pdf.pages
            for operation in pikepdf.parse_content_stream(page)
            if str(operation.operator) == "Tf"
        }

    assert min(sizes) >= NORMAL_PRINT.label == 8.5


def test_no_number_that_is_none(situation: str, pdf_in: PdfOf, raw_text: TextOf) -> None:
    text = raw_text(pdf_in(situation))

    assert not re.search(r"\b([Nn]a[Nn]|inf|None|null)\b", text)
    assert not any(zero in text for zero in ("-0.00", "−0.00", "−.00"))
    coefficients = re.findall(r"−?\d*\.\d\d \[(−?\d*\.\d\d), (−?\d*\.\d\d)\]", _agreement(text))
    assert all(abs(float(limit.replace("−", "-"))) <= 1 for pair in coefficients for limit in pair)


def test_fonts_are_embedded_and_no_picture_is_a_raster(situation: str, pdf_in: PdfOf) -> None:
    told = subprocess.run(
        ["pdffonts", str(pdf_in(situation))], check=True, capture_output=True, text=True
    ).stdout
    rows = told.splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)
    with pikepdf.open(pdf_in(situation)) as pdf:
        assert not any(page.get_images() for page in pdf.pages)


def test_every_page_says_made_up_and_none_says_draft(situation: str, pdf_in: PdfOf) -> None:
    pages = subprocess.run(
        ["pdftotext", "-layout", str(pdf_in(situation)), "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.split("\f")[:-1]

    assert all("Made-up data" in page for page in pages)
    assert not any("DRAFT" in page for page in pages)
    assert [f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)


def test_real_data_are_not_called_made_up(
    data_in: DataOf, raw_text: TextOf, tmp_path: Path
) -> None:
    target = tmp_path / "real.pdf"
    target.write_bytes(reliability_report(replace(data_in("few_sessions"), made_up=False)).content)

    assert "Made-up data" not in raw_text(target)


def test_same_input_same_bytes(data_in: DataOf) -> None:
    data = data_in("everything_on_record")

    first = reliability_report(data).content
    reliability_report(data_in("few_sessions"))

    assert reliability_report(data).content == first


def test_the_table_is_wide_and_the_rest_upright(pdf_in: PdfOf) -> None:
    pages = _pages(pdf_in("usual"))

    assert [width > height for width, height, _ in pages][:3] == [False, True, False]
    assert not any(width > height for width, height, _ in pages[2:])


def test_notes_that_run_over_leave_room_for_the_pictures_below_them(pdf_in: PdfOf) -> None:
    third = " ".join(word for word, _ in _pages(pdf_in("usual"))[2][2])

    assert third.index("Cautions.") < third.index("Agreement of a single coder")


def test_levels_of_coders_have_a_picture_with_their_intervals(
    pdf_in: PdfOf, elements: Elements
) -> None:
    with pikepdf.open(pdf_in("usual")) as pdf:
        told = [str(e.Alt) for e in elements(pdf) if str(e.S) == "/Figure"]

    assert "Empathy, n 28: C1 −0.12 [−0.27, 0.03]; C2 −0.08 [−0.24, 0.07]; " in "\n".join(told)


def test_timed_codes_have_tables_of_their_own_and_a_picture(
    pdf_in: PdfOf, raw_text: TextOf, elements: Elements
) -> None:
    text = raw_text(pdf_in("everything_on_record"))

    assert "Marks are linked within 3.0 s" in text
    assert "mean of pairs" in text
    assert "Open question" in text
    assert "affirm" not in text, "a code that nobody gave has no row"
    with pikepdf.open(pdf_in("everything_on_record")) as pdf:
        told = [str(e.Alt) for e in elements(pdf) if str(e.S) == "/Figure"]
    (kappas,) = [alt for alt in told if alt.startswith("Kappa including missed, 12 sessions: ")]
    assert all(f"{pair} ." in kappas for pair in ("K1 and K2", "K1 and K3", "K2 and K3"))
    assert "Timed codes" not in raw_text(pdf_in("usual"))


def test_drift_is_told_by_month_and_drawn(
    pdf_in: PdfOf, raw_text: TextOf, elements: Elements
) -> None:
    text = raw_text(pdf_in("everything_on_record"))

    assert "Coder 2026-01 2026-02 2026-03" in text
    assert "K1 −0.25 (4) 0.00 (4) 0.25 (4)" in text
    assert "K2 0.00 (4) – –" in text
    with pikepdf.open(pdf_in("everything_on_record")) as pdf:
        told = [str(e.Alt) for e in elements(pdf) if str(e.S) == "/Figure"]
    assert (
        "One, mean rating minus reference by month: K1 −0.25 in 2026-01, 0.00 in 2026-02, "
        "0.25 in 2026-03; K2 0.00 in 2026-01."
    ) in told


def test_drift_within_one_month_is_not_drawn(data_in: DataOf, tmp_path: Path) -> None:
    data = data_in("everything_on_record")
    short = tuple(
        replace(
            one,
            report=replace(
                one.report,
                coders=tuple(replace(c, months=c.months[:1]) for c in one.report.coders),
            ),
        )
        for one in data.drift
    )
    write_reliability_report(replace(data, drift=short), tmp_path / "r.pdf")
    told = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "r.pdf"), "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout

    assert "Departures month by month" in told
    assert "Departures over time" not in told
    assert "2 slopes were looked at." in " ".join(told.split())
    assert "Recordings with a reference coding, 5 January 2026 to 23 March 2026." in " ".join(
        told.split()
    )


def test_every_caution_begins_a_line(pdf_in: PdfOf) -> None:
    told = subprocess.run(
        ["pdftotext", "-layout", str(pdf_in("usual")), "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    lines = [line.strip() for line in told.splitlines()]

    assert any(line.startswith("Cautions. ") for line in lines)
    assert any(line.startswith("Empathy: Coders rank sessions alike") for line in lines)
    assert any(line.startswith("MI spirit: 10 of 13 sessions") for line in lines)


def test_no_slope_is_not_counted(data_in: DataOf, tmp_path: Path) -> None:
    data = data_in("everything_on_record")
    none = tuple(replace(one, report=replace(one.report, n_slopes=0)) for one in data.drift)
    table = drift_table(replace(data, drift=none))

    assert table is not None
    assert not [note for note in table.notes if "slopes were" in note or "verdict" in note]


def test_an_item_and_its_mean_of_coders_stand_on_one_page(pdf_in: PdfOf) -> None:
    told = subprocess.run(
        ["pdftotext", "-raw", str(pdf_in("many_items")), "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    second_page, third_page = told.split("\f")[1:3]

    assert third_page.count("mean of 2 coders") > 3
    assert third_page.index("mean of 2 coders") > third_page.index("Self care skills")
    assert "Self care skills" not in second_page


def test_a_word_that_rounding_would_change_is_explained(pdf_in: PdfOf, raw_text: TextOf) -> None:
    # Autonomy has .596 and is fair, evocation .601 and is good; both are printed as .60
    assert "Bands are read before values are rounded." in raw_text(pdf_in("usual"))
    assert "Bands are read" not in raw_text(pdf_in("perfect_agreement"))


@pytest.mark.parametrize(
    ("which", "sentence"),
    [
        ("no_variance", "Not estimable (n = 12): every coder gave 3 to every session"),
        ("perfect_agreement", "No interval: no disagreement was observed"),
        ("one_coder", "No session was coded by two or more coders"),
        ("one_double_session", "Not estimable (n = 1):"),
        ("few_sessions", "Only 3 sessions were coded by two or more"),
        ("below_chance", "coders do not agree better than chance"),
        ("unconnected_coders", "K1/K2 and K3/K4 share no session"),
        ("differ_on_applicability", "In 12 of 12 sessions coders disagreed whether the item"),
    ],
)
def test_what_cannot_be_had_is_told_in_a_sentence(
    which: str, sentence: str, pdf_in: PdfOf, raw_text: TextOf
) -> None:
    assert sentence in raw_text(pdf_in(which))


def test_of_a_table_it_is_not_claimed_that_codings_were_independent(
    data_in: DataOf, tmp_path: Path, raw_text: TextOf
) -> None:
    study, table = tmp_path / "study.pdf", tmp_path / "table.pdf"
    write_reliability_report(data_in("few_sessions"), study)
    write_reliability_report(replace(data_in("few_sessions"), from_table=True), table)

    claim = "Only independent, submitted codings are compared"
    assert claim in raw_text(study)
    assert claim not in raw_text(table)
    assert "taken from a table as they stand there" in raw_text(table)


def test_one_coder_has_neither_table_nor_picture(pdf_in: PdfOf, raw_text: TextOf) -> None:
    text = raw_text(pdf_in("one_coder"))

    assert "Agreement of coders" not in text
    assert "Severity" not in text
    assert len(_pages(pdf_in("one_coder"))) <= 2


def test_applicability_comes_before_agreement(pdf_in: PdfOf, raw_text: TextOf) -> None:
    text = raw_text(pdf_in("usual"))

    assert 0 < text.index("Does the item apply?") < text.index("Agreement of coders")


def test_average_forms_are_named_by_their_coders(pdf_in: PdfOf, raw_text: TextOf) -> None:
    text = raw_text(pdf_in("perfect_agreement"))

    assert "mean of 3 coders" in text
    assert "hold only if the analysed score is the mean of that many coders" in text


def test_coders_stand_by_code_in_tables_of_few_columns(pdf_in: PdfOf, raw_text: TextOf) -> None:
    text = raw_text(pdf_in("seven_coders"))

    first, second = (text.index(words) for words in ("Item K1 K2 K3 K4", "Item K5 K6 K7 Coder F"))
    assert 0 < first < second


def test_what_is_on_record_is_told_and_not_asked_for(pdf_in: PdfOf, raw_text: TextOf) -> None:
    known = raw_text(pdf_in("everything_on_record"))
    unknown = raw_text(pdf_in("usual"))

    assert known.count("28 of 133 sessions were drawn at random (seed 7).") == 2
    assert "84 of 90 submitted codings." in known
    assert "Against reference codings" in known
    assert "Coders were recalibrated on 4 May 2026." in known
    assert "how coders were trained" not in known
    assert "how coders were trained" in unknown
    assert "Against reference codings" not in unknown


def test_lines_and_words_are_those_of_the_named_source(
    data_in: DataOf, raw_text: TextOf, tmp_path: Path
) -> None:
    target = tmp_path / "bands.pdf"
    data = replace(data_in("usual"), bands=BandSource.KOO_LI)
    target.write_bytes(reliability_report(data).content)
    text = raw_text(target)

    assert "poor below .50, moderate from .50, good from .75, excellent from .90" in text
    assert "Cicchetti" not in text


# -- structure -----------------------------------------------------------------------------


def test_one_title_and_headings_in_order(pdf_in: PdfOf, elements: Elements) -> None:
    with pikepdf.open(pdf_in("everything_on_record")) as pdf:
        headings = [
            (str(e.S), str(e.ActualText)) for e in elements(pdf) if str(e.S) in ("/H1", "/H2")
        ]

    assert headings == [
        ("/H1", "Reliability of coders"),
        ("/H2", "Design"),
        ("/H2", "Paragraph for a methods section"),
        ("/H2", "To be added by the authors"),
        ("/H2", "Does the item apply?"),
        ("/H2", "Agreement of coders"),
        ("/H2", "Agreement of a single coder"),
        ("/H2", "Who gave which level"),
        ("/H2", "Differences between coders in scores"),
        ("/H2", "Severity"),
        ("/H2", "Levels of coders"),
        ("/H2", "Ratings of each coder"),
        ("/H2", "Where ratings differ, and what more coders would bring"),
        ("/H2", "Timed codes"),
        ("/H2", "Agreement on timed codes"),
        ("/H2", "Timed codes, code by code"),
        ("/H2", "Against reference codings"),
        ("/H2", "Departures month by month"),
        ("/H2", "Departures over time"),
        ("/H2", "Method"),
        ("/H2", "References"),
    ]


def test_every_figure_says_its_numbers_and_where_it_is(
    situation: str, pdf_in: PdfOf, elements: Elements
) -> None:
    with pikepdf.open(pdf_in(situation)) as pdf:
        figures = [e for e in elements(pdf) if str(e.S) == "/Figure"]

        assert bool(figures) is (situation != "one_coder")
        for figure in figures:
            assert str(figure.Alt).endswith(".")
            left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
            assert 0 <= left < right <= PAGE.width
            assert 0 <= bottom < top <= PAGE.height


def test_tables_have_headings_for_rows_and_columns(
    situation: str, pdf_in: PdfOf, elements: Elements
) -> None:
    with pikepdf.open(pdf_in(situation)) as pdf:
        tables = [e for e in elements(pdf) if str(e.S) == "/Table"]

        assert tables
        for table in tables:
            first, *rest = table.K
            assert {str(cell.A.Scope) for cell in first.K} == {"/Column"}
            assert all(str(row.K[0].A.Scope) == "/Row" for row in rest)


def test_everything_drawn_is_either_tagged_or_an_artifact(situation: str, pdf_in: PdfOf) -> None:
    painting = {"Tj", "TJ", "'", "f", "f*", "S", "s", "B", "b"}
    with pikepdf.open(pdf_in(situation)) as pdf:
        for page in pdf.pages:
            depth = 0
            for operation in pikepdf.parse_content_stream(page):
                name = str(operation.operator)
                if name in ("BDC", "BMC"):
                    depth += 1
                    assert depth == 1
                elif name == "EMC":
                    depth -= 1
                elif name in painting:
                    assert depth == 1, operation
            assert depth == 0


def _agreement(text: str) -> str:
    """What stands between the heading of the table and its note."""
    return text.split("Agreement of coders", 1)[-1].split("Note.", 1)[0]


def _pages(pdf: Path) -> list[tuple[float, float, list[tuple[str, Box]]]]:
    told = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
    )
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        (
            float(page.attrib["width"]),
            float(page.attrib["height"]),
            [
                (
                    word.text or "",
                    (
                        float(word.attrib["xMin"]),
                        float(word.attrib["yMin"]),
                        float(word.attrib["xMax"]),
                        float(word.attrib["yMax"]),
                    ),
                )
                for word in page.iter(f"{space}word")
            ],
        )
        for page in ElementTree.fromstring(told.stdout).iter(f"{space}page")
    ]


def _overlap(one: Box, other: Box) -> float:
    """Shared area as a share of the smaller box."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width * height / smaller if smaller else 0.0
