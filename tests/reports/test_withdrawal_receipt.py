"""The receipt of a withdrawal: one page, the same words as text, and nobody in it."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from practicecoder.domain.ids import CoderId
from practicecoder.domain.withdrawal import Beyond, Item, OutOfReach, Receipt, WithdrawalChoice
from practicecoder.reports.withdrawal_receipt import withdrawal_receipt
from practicecoder.reports.withdrawal_words import (
    BEYOND_WORDS,
    CHOICE_WORDS,
    ITEM_WORDS,
    TITLE,
    receipt_as_text,
    sections,
)

AT = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)


def a_receipt(choice: WithdrawalChoice = WithdrawalChoice.ERASE_ALL) -> Receipt:
    export = OutOfReach(kind=Beyond.EXPORT, at=AT, purpose="analysis <b>", sha256="ab" * 32)
    return Receipt(
        withdrawal_id="3f9a22c1" + "0" * 24,
        at=AT,
        by=CoderId("L1"),
        choice=choice,
        reason="asked by letter",
        kept_in="form 12",
        erased=tuple((item, n) for n, item in enumerate(Item, start=1)),
        stays=(),
        out_of_reach=(export,) * 3,
        n_backups=11,
    )


@pytest.mark.parametrize("choice", list(WithdrawalChoice))
def test_every_choice_fits_one_page_and_says_how_far_it_went(choice: WithdrawalChoice) -> None:
    receipt = a_receipt(choice)
    assert withdrawal_receipt(receipt, program="practicecoder").n_pages == 1
    text = receipt_as_text(receipt)
    assert CHOICE_WORDS[choice] in text
    assert "W-3F9A22C1" in text
    assert "on 21 November 2026, 14:05 UTC, by L1." in text
    assert "2026-11" not in text
    assert "11 backups" in text or choice is WithdrawalChoice.NO_NEW_USE


def test_the_same_receipt_has_the_same_bytes() -> None:
    made = {withdrawal_receipt(a_receipt(), program="practicecoder").content for _ in range(2)}
    assert len(made) == 1


def test_the_page_says_what_the_text_says(tmp_path: Path) -> None:
    content = withdrawal_receipt(a_receipt(), program="practicecoder").content
    file = tmp_path / "receipt.pdf"
    file.write_bytes(content)
    told = subprocess.run(
        ["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True, text=True
    ).stdout
    page = " ".join(told.split())
    for section in sections(a_receipt()):
        for words in (section.heading, *section.lines):
            assert " ".join(words.split()) in page


def test_the_page_is_made_for_readers_aloud() -> None:
    content = withdrawal_receipt(a_receipt(), program="practicecoder").content
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.docinfo["/Title"]) == TITLE


def test_every_kind_has_its_words() -> None:
    assert set(ITEM_WORDS) == set(Item)
    assert set(BEYOND_WORDS) == set(Beyond)
    assert set(CHOICE_WORDS) == set(WithdrawalChoice)
