from __future__ import annotations

from datetime import UTC, datetime

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.services.decisions import Addendum
from practicecoder.ui.widgets.code_page import code_html
from practicecoder.ui.widgets.codebook_page import page_html
from tests.ui.coding.made_up import a_scale


@pytest.mark.parametrize("codebook", library.built_in(), ids=lambda c: c.codebook_id)
def test_the_page_holds_all_levels_and_lists(codebook: Codebook) -> None:
    for dimension in codebook.dimensions:
        html = page_html(codebook, dimension)
        for level in dimension.levels:
            assert f"<b>{level.value}</b>" in html
        assert html.count("<li>") >= len(dimension.listen_for_higher)
        assert ("◇ start" in html) is (dimension.scale.anchor is not None)


def test_the_rule_of_evocation_is_told() -> None:
    codebook = library.find("swim7")
    html = page_html(codebook, codebook.dimension("evocation"))
    assert "is answered “no”: No behaviour change was discussed" in html


def test_words_of_a_codebook_are_words_and_not_markup() -> None:
    codebook = a_scale(lowest=1, highest=3, definition="less < more & <b>so</b>")
    html = page_html(codebook, codebook.dimensions[0])
    assert "less &lt; more &amp; &lt;b&gt;so&lt;/b&gt;" in html


def addendum(item: str, text: str, day: int = 6) -> Addendum:
    at = datetime(2026, 10, day, 12, tzinfo=UTC)
    return Addendum(item=item, text=text, decided_at=at, version="1.0.0")


def test_what_the_laboratory_agreed_stands_below_latest_first_as_plain_words() -> None:
    codebook = library.find("swim7")
    dimension = codebook.dimension("empathy")
    agreed = [
        addendum("empathy", "Naming is <not> enough.", 6),
        addendum("empathy", "Second\nthought.", 9),
    ]

    html = page_html(codebook, dimension, agreed)

    assert "<b>06 October 2026</b>, version 1.0.0<br/>Naming is &lt;not&gt; enough." in html
    assert html.index("Second<br/>thought.") < html.index("Naming is")
    assert "Agreed in this laboratory" not in page_html(codebook, dimension)


def test_the_page_of_a_count_code_shows_its_addenda_too() -> None:
    codebook = library.find("miti-4.2.1")
    code = codebook.counts[0]

    html = code_html(codebook, code, [addendum(code.count_id, "Only the worker's own.")])

    assert "Only the worker&#x27;s own." in html
    assert "Agreed in this laboratory" not in code_html(codebook, code)
