"""The receipt of a withdrawal as a PDF: one page that leads to nobody."""

from __future__ import annotations

from reportlab.platypus import Flowable

from practicecoder.domain.withdrawal import Receipt
from practicecoder.reports.blocks import paragraph
from practicecoder.reports.document import BuiltReport, Furniture, build_numbered
from practicecoder.reports.styles import StyleSheet, style_sheet
from practicecoder.reports.withdrawal_words import TITLE, sections
from practicecoder.reports.words import day_in_words

MARK = "– "
_FOOTER = (
    "Names no family, no worker and no session. Whoever carried it out keeps the request itself "
    "elsewhere."
)
_MADE_UP = "Made-up data: nobody withdrew"


def withdrawal_receipt(
    receipt: Receipt, *, program: str, made_up: bool = False, large_print: bool = False
) -> BuiltReport:
    """Build the receipt; the same receipt gives the same bytes on every day.

    Parameters
    ----------
    receipt
        What was done.
    program
        Name and version of the program, for the file's description.
    made_up
        Whether the study holds made-up data.
    large_print
        Whether letters are larger; it may take two pages then.
    """
    sheet = style_sheet(large_print=large_print)
    furniture = Furniture(
        title=TITLE,
        author="",
        program=program,
        footer=(f"{receipt.number}, {day_in_words(receipt.at.date())}", _FOOTER),
        made_on=receipt.at.date(),
        sizes=sheet.sizes,
        made_up=_MADE_UP if made_up else "",
    )
    return build_numbered(lambda: _story(receipt, sheet), furniture, expected=1)


def _story(receipt: Receipt, sheet: StyleSheet) -> list[Flowable]:
    story: list[Flowable] = [paragraph(sheet.title, f"{TITLE} {receipt.number}")]
    for section in sections(receipt):
        story.append(paragraph(sheet.heading, section.heading))
        story += [
            paragraph(sheet.body, f"{MARK if section.is_list else ''}{line}")
            for line in section.lines
        ]
    return story
