"""What may identify people is found before words leave the study."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.domain.redaction import REMOVED, HitKind, identifying, released

NAMES = ("Anna Maria O’Testby", "Siân Ap-Invented", "Will")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He moved to AB1 2CD last week", HitKind.POSTCODE),
        ("it was ab12cd I think", HitKind.POSTCODE),
        ("SW1A 1AA", HitKind.POSTCODE),
        ("ring 01632 960001", HitKind.NUMBER),
        ("ring +44 1632 960 001", HitKind.NUMBER),
        ("ring (01632) 960-001", HitKind.NUMBER),
        ("her number is 999 000 1234", HitKind.NUMBER),
        ("case 20261006123", HitKind.NUMBER),
        ("write to some.one+x@example.org please", HitKind.EMAIL),
        ("on 06/10/2026", HitKind.DATE),
        ("on 6/10", HitKind.DATE),
        ("on 2026-10-06", HitKind.DATE),
        ("on 6.10.26", HitKind.DATE),
        ("on 6 October", HitKind.DATE),
        ("on the 6th of october 2026", HitKind.DATE),
        ("October 6th", HitKind.DATE),
        ("since March 2024", HitKind.DATE),
        ("Anna said so", HitKind.NAME),
        ("ANNA said so", HitKind.NAME),
        ("Anna's mum", HitKind.NAME),
        ("ask Testby", HitKind.NAME),
        ("Sia\u0302n said so", HitKind.NAME),
    ],
)
def test_what_identifies_is_found(text: str, kind: HitKind) -> None:
    assert kind in {hit.kind for hit in identifying(text, NAMES)}
    assert released(text, NAMES) == REMOVED


@pytest.mark.parametrize(
    "text",
    [
        "He came in hungry four times.",
        "Between 3 and 4, or 10-12 if he naps.",
        "It took 2.5 hours; 100% of it.",
        "You may march on.",
        "I will do it in may.",
        "In 2026 things will change.",
        "At 10:30, or half past 8.",
        "Bedtime is 7.30.",
        "banana annals",
        "",
    ],
)
def test_plain_talk_is_released(text: str) -> None:
    assert identifying(text, NAMES) == ()
    assert released(text, NAMES) == text


def test_a_name_is_looked_for_only_with_a_capital() -> None:
    assert released("I will ask", NAMES) == "I will ask"
    assert released("I asked Will", NAMES) == REMOVED


def test_without_a_list_no_name_is_found() -> None:
    assert identifying("Anna said so") == ()


@given(st.text(), st.text(alphabet="ABCDEFGabcdefg", min_size=2, max_size=8))
def test_a_listed_name_never_gets_through(around: str, name: str) -> None:
    name = name.capitalize()

    assert released(f"{around} {name}, {around}", [name]) == REMOVED


@given(st.text())
def test_hits_lie_in_the_text(text: str) -> None:
    for hit in identifying(text, ["Anna"]):
        assert 0 <= hit.start < hit.end <= len(unicodedata.normalize("NFC", text))
