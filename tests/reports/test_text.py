"""Words on their way to the page: every character printable, nothing taken for markup."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph

from practicecoder.reports.sentences import TEXTS, Say
from practicecoder.reports.styles import printable_characters, style_sheet
from practicecoder.reports.text import Run, Weight, clean, markup, runs, shortened


@given(st.text())
def test_whatever_is_typed_only_printable_characters_are_left(text: str) -> None:
    assert set(clean(text)) <= printable_characters()


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(), st.sampled_from(Weight))
def test_markup_reads_back_as_the_words(text: str, weight: Weight) -> None:
    written = Paragraph(markup(Run(text, weight)), style_sheet().body).getPlainText()

    assert written.strip(" ") == clean(text)


def test_every_fixed_text_can_be_printed() -> None:
    for text in TEXTS.values():
        assert clean(text) == text


def test_welsh_greek_and_signs_are_in_the_font() -> None:
    text = "Ŵŵ Ŷŷ â ê î ô û ẁ ẃ αβγ • − – — “quote” ‘word’ …"

    assert clean(text) == text


def test_runs_fill_a_fixed_text() -> None:
    filled = runs(Say.BUILD_LINK, dimension=Run("empathy", Weight.TERM))

    assert markup(*filled) == 'This belongs to <font name="OpenSans-Italic">empathy</font>.'


def test_a_short_quote_is_left_whole() -> None:
    assert shortened("one two", 2) == "one two"
    assert shortened("", 3) == ""
