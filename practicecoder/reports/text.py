"""The one place where words become reportlab markup: cleaned to what can be printed, escaped."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import escape

from practicecoder.reports.sentences import Say, pieces
from practicecoder.reports.styles import Face, printable_characters

_SUBSTITUTES = {
    "\u2011": "-",  # non-breaking hyphen
    "\u202f": "\u00a0",  # narrow no-break space
    "\u200b": "",
    "\ufeff": "",
    "\u00ad": "",
    "\t": " ",
    "\u2028": "\n",
    "\u2029": "\n",
    "→": "->",
}
_UNPRINTABLE = "\ufffd"


class Weight(StrEnum):
    """How a run of words is set."""

    PLAIN = "plain"
    STRONG = "strong"
    TIME = "time"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight."""

    words: str
    weight: Weight = Weight.PLAIN


_OPEN_AND_CLOSE = {
    Weight.PLAIN: ("", ""),
    Weight.STRONG: (f'<font name="{Face.BOLD}">', "</font>"),
    Weight.TIME: (f'<font name="{Face.SEMIBOLD}">', "</font>"),
    Weight.TERM: (f'<font name="{Face.ITALIC}">', "</font>"),
}


def clean(text: str) -> str:
    r"""Text composed, on one line, without controls, every character one the fonts can print.

    Examples
    --------
    >>> clean("gw\u0302yl,  \n a \u2011 b") == "gŵyl, a - b"
    True
    """
    allowed = printable_characters()
    composed = unicodedata.normalize("NFC", text)
    swapped = "".join(_SUBSTITUTES.get(letter, letter) for letter in composed)
    lines = "".join(
        letter
        if letter in allowed or letter == "\n"
        else ("" if unicodedata.category(letter).startswith("C") else _UNPRINTABLE)
        for letter in swapped
    )
    return " ".join(word for word in lines.replace("\n", " ").split(" ") if word)


def markup(*runs: Run | str) -> str:
    """Paragraph text of reportlab: cleaned, escaped, each run in its weight."""
    parts: list[str] = []
    for run in runs:
        whole = run if isinstance(run, Run) else Run(run)
        opening, closing = _OPEN_AND_CLOSE[whole.weight]
        words = escape(clean(whole.words))
        lead = " " if whole.words[:1].isspace() else ""
        tail = " " if whole.words[-1:].isspace() else ""
        parts.append(f"{lead}{opening}{words}{closing}{tail}" if words else lead)
    return "".join(parts)


def runs(which: Say, **values: Run | str) -> tuple[Run | str, ...]:
    """Fixed text as runs, its placeholders filled with runs."""
    result: list[Run | str] = []
    for words, name in pieces(which):
        result.append(words)
        if name is not None:
            result.append(values[name])
    return tuple(result)


def first_sentences(text: str, max_words: int) -> str:
    """As many whole sentences as fit the words and fill half of them; else words; the cut marked.

    Examples
    --------
    >>> first_sentences("One two. Three four five. Six.", 5)
    'One two. Three four five. …'
    """
    words = clean(text).split()
    if len(words) <= max_words:
        return " ".join(words)
    ends = [n for n, word in enumerate(words[:max_words], 1) if word.endswith((".", "?", "!"))]
    return shortened(text, ends[-1] if ends and 2 * ends[-1] >= max_words else max_words)


def shortened(quote: str, max_words: int) -> str:
    """Words cut after so many words, the cut marked.

    Examples
    --------
    >>> shortened("one two three four", 2)
    'one two …'
    """
    words = clean(quote).split()
    return " ".join(words) if len(words) <= max_words else " ".join(words[:max_words]) + " …"
