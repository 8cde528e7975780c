"""The numbers and letters that stand for a missing rating in SPSS and Stata."""

from __future__ import annotations

from string import ascii_lowercase

from practicecoder.codebook.model import Codebook
from practicecoder.export.table import MissingCode


def missing_codes(codebook: Codebook) -> tuple[MissingCode, ...]:
    """Code and letter of each of the codebook's reasons, in its order.

    Reasons beyond the letters of Stata have none.

    Examples
    --------
    >>> from practicecoder.codebook import library
    >>> [(c.spss, c.stata) for c in missing_codes(library.find("swim7"))]
    [(-9, 'a'), (-8, 'b'), (-7, 'c'), (-6, 'd')]
    """
    return tuple(
        MissingCode(
            reason_id=reason.reason_id,
            label=reason.label,
            spss=reason.export_code,
            stata=ascii_lowercase[place] if place < len(ascii_lowercase) else "",
        )
        for place, reason in enumerate(codebook.reasons)
    )
