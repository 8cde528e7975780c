from __future__ import annotations

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.ui.coding.codebook_page import page_html
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
