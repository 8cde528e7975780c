"""Makes a codebook of its own out of a CACTI configuration: counts, dimensions, summary rules."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from practicecoder.codebook.characters import faults_of_characters
from practicecoder.codebook.names import LONGEST_ID, why_no_column
from practicecoder.errors import Problem
from practicecoder.interchange.foreign.values import ForeignCode, ForeignItem

REASON = "not_applicable"
LOWEST_RATED = 1
"""Lowest level where 0 is what a configuration shows before anything was rated."""

_MOST_KEYS = len(ascii_lowercase)
_REASON_CODE = -97
_CLIENT = frozenset({"client", "parent", "patient", "family"})
_REFLECTIONS = {
    "simple": ("sr",),
    "complex": ("cr",),
    "questions": ("q", "quo", "quc", "oq", "cq"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CactiCodebook:
    """A codebook's text, what codes and items are called in it, and what could not be taken.

    ``codes`` and ``items`` give the ids by CACTI's names. ``problems`` stand in the way.
    """

    text: str
    codes: Mapping[str, str]
    items: Mapping[str, str]
    notices: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def cacti_codebook(
    codes: Sequence[ForeignCode],
    items: Sequence[ForeignItem],
    *,
    codebook_id: str,
    title: str,
    used: Collection[str] = (),
    zero_is_unrated: bool = False,
) -> CactiCodebook:
    """Write the codebook that a configuration, or an archive's own files, describe.

    Parameters
    ----------
    codes
        Codes with their speakers; those without are the worker's.
    items
        Rated items with their scales; bounds that are not known become 1 and 5.
    codebook_id
        Letters, digits, dots and dashes.
    used
        Codes that the archive's marks have. A codebook has keys for 26 codes; of more, those that
        were never used give way.
    zero_is_unrated
        Whether 0 says that nothing was rated, where an item's scale begins at 0 as its default.

    Returns
    -------
    CactiCodebook
        The text of a valid file unless there are problems.
    """
    writer = _Writer(zero_is_unrated=zero_is_unrated)
    counts, dimensions = writer.counts(codes, used), writer.dimensions(items)
    text = "\n\n".join(
        [
            _head(codebook_id, title),
            _UNIT,
            _scale(writer.scales.most_common(1)[0][0] if writer.scales else (1, 5)),
            _table("groups", writer.groups),
            *([_REASONS] if items else []),
            *dimensions,
            *counts,
            *writer.scores(),
        ]
    )
    return CactiCodebook(
        text=text + "\n",
        codes=writer.code_ids,
        items=writer.item_ids,
        notices=tuple(writer.notices),
        problems=tuple(writer.problems),
    )


class _Writer:
    """Gives ids, abbreviations and keys, each once, and writes entries."""

    def __init__(self, *, zero_is_unrated: bool) -> None:
        self.notices: list[str] = []
        self.problems: list[Problem] = []
        self.code_ids: dict[str, str] = {}
        self.item_ids: dict[str, str] = {}
        self.groups: dict[str, str] = {}
        self.scales: Counter[tuple[int, int]] = Counter()
        self._zero_is_unrated = zero_is_unrated
        self._ids: set[str] = {REASON}
        self._abbreviations: set[str] = set()
        self._keys: set[str] = set()

    def dimensions(self, items: Sequence[ForeignItem]) -> list[str]:
        """Entries of the rated items, each with its own scale."""
        found = []
        for item in items:
            low, high = self._bounds(item)
            self.scales[low, high] += 1
            item_id = self._id(item.item, "rating")
            self.item_ids[item.item] = item_id
            self.groups.setdefault("globals", "Global ratings")
            found.append(
                _entry(
                    "dimensions",
                    id=item_id,
                    label=_line(item.label or item.item),
                    abbr=self._abbreviation(item.item, least=2),
                    group="globals",
                    aliases=[_line(item.item)],
                )
                + "\n"
                + _scale((low, high), "scale = ")
            )
        return found

    def counts(self, codes: Sequence[ForeignCode], used: Collection[str]) -> list[str]:
        """Entries of the codes, with a key each."""
        codes = self._with_keys(codes, used)
        found = []
        for code in codes:
            speaker = "client" if code.speaker.casefold() in _CLIENT else "worker"
            if not code.speaker:
                self.notices.append(f"The code {code.code!a} has no speaker: it is the worker's.")
            self.groups.setdefault(speaker, "Client" if speaker == "client" else "Worker")
            code_id = self._id(code.code, "code")
            self.code_ids[code.code] = code_id
            found.append(
                _entry(
                    "counts",
                    id=code_id,
                    label=_line(code.label or code.code),
                    abbr=self._abbreviation(code.code, least=1),
                    group=speaker,
                    key=self._key(code.code),
                    speaker=speaker,
                )
            )
        return found

    def _with_keys(
        self, codes: Sequence[ForeignCode], used: Collection[str]
    ) -> Sequence[ForeignCode]:
        """As many codes as there are keys: those that were used, then others in their order."""
        if len(codes) <= _MOST_KEYS:
            return codes
        needed = [code for code in codes if code.code in used]
        if len(needed) > _MOST_KEYS:
            what = f"{len(needed)} codes were used; a codebook has keys for {_MOST_KEYS}."
            fix = "Merge rare codes in a copy of the archive."
            self.problems.append(Problem(what=what, fix=fix, key="codes"))
        spare = [code for code in codes if code.code not in used]
        kept = {code.code for code in [*needed, *spare][:_MOST_KEYS]}
        left = [code.code for code in codes if code.code not in kept]
        self.notices.append(f"{len(left)} codes are left out for want of keys: {', '.join(left)}.")
        return [code for code in codes if code.code in kept]

    def scores(self) -> list[str]:
        """Summary rules of CACTI whose codes are there: reflections to questions, complex ones."""
        by_name = {name.casefold(): code_id for name, code_id in self.code_ids.items()}
        simple, complex_, questions = (
            [by_name[name] for name in names if name in by_name] for names in _REFLECTIONS.values()
        )
        found = []
        for wanted, score_id, label, function, numerator, denominator in (
            (
                questions and simple and complex_,
                "reflections_to_questions",
                "Reflections to questions",
                "ratio",
                [*simple, *complex_],
                questions,
            ),
            (
                simple and complex_,
                "percent_complex",
                "Complex reflections in percent",
                "percent",
                complex_,
                [*simple, *complex_],
            ),
        ):
            if wanted and score_id not in self._ids:
                found.append(
                    _entry(
                        "scores",
                        id=score_id,
                        label=label,
                        fn=function,
                        numerator=numerator,
                        denominator=denominator,
                        missing="undefined_if_denominator_zero",
                    )
                )
        return found

    def _bounds(self, item: ForeignItem) -> tuple[int, int]:
        low = 1 if item.minimum is None else item.minimum
        high = 5 if item.maximum is None else item.maximum
        if self._zero_is_unrated and low == 0 and item.default in (0, None) and high > 1:
            return LOWEST_RATED, high
        return low, high

    def _id(self, name: str, kind: str) -> str:
        plain = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
        start = (plain if plain[:1].isalpha() else f"{kind}_{plain}")[: LONGEST_ID - 4].strip("_")
        candidates = (start, f"{start}_{kind}"[:LONGEST_ID])
        return self._first_free(candidates, start, self._ids, lambda one: not why_no_column(one))

    def _abbreviation(self, name: str, *, least: int) -> str:
        letters = "".join(c for c in name if c.isascii() and c.isalnum()).upper() or "X"
        start = letters[:4].ljust(least, "X")
        return self._first_free(
            (start, letters[:3].ljust(least, "X"), letters[:2].ljust(least, "X")),
            letters[:2],
            self._abbreviations,
            lambda one: least <= len(one) <= 4,
        )

    def _key(self, name: str) -> str:
        wanted = [c for c in name.casefold() if c in ascii_lowercase]
        key: str = next(c for c in [*wanted, *ascii_lowercase] if c not in self._keys)
        self._keys.add(key)
        return key

    def _first_free(
        self,
        candidates: Iterable[str],
        start: str,
        taken: set[str],
        fits: Callable[[str], bool],
    ) -> str:
        numbered = (f"{start}{number}" for number in range(2, 1000))
        for one in (*candidates, *numbered):
            if one not in taken and fits(one):
                taken.add(one)
                return one
        raise AssertionError("there are fewer names than numbers")


_UNIT = """[unit]
audio = "optional"
segments = ["whole", "marked"]
default_segment = "whole\""""

_REASONS = f"""[[not_applicable_reasons]]
id = "{REASON}"
label = "Not applicable"
export_code = {_REASON_CODE}"""


def _head(codebook_id: str, title: str) -> str:
    return "\n".join(
        (
            'schema = "practicecoder.codebook/1"',
            f"id = {_text(codebook_id)}",
            'version = "1.0.0"',
            'status = "draft"',
            f"title = {_text(_line(title))}",
            'language = "en"',
            'licence = "Of the laboratory that made the configuration"',
            'wording = "Codes and scales of a CACTI configuration; definitions are to be added."',
            'sources = ["A configuration of CACTI"]',
        )
    )


def _scale(bounds: tuple[int, int], inline: str = "") -> str:
    low, high = bounds
    if inline:
        return f'{inline}{{ min = {low}, max = {high}, step = 1, better = "higher" }}'
    return f'[scale]\nmin = {low}\nmax = {high}\nstep = 1\nbetter = "higher"'


def _table(name: str, content: Mapping[str, str]) -> str:
    return "\n".join([f"[{name}]", *(f"{key} = {_text(value)}" for key, value in content.items())])


def _entry(name: str, **content: str | Sequence[str]) -> str:
    lines = [f"[[{name}]]"]
    for key, value in content.items():
        if isinstance(value, str):
            lines.append(f"{key} = {_text(value)}")
        else:
            lines.append(f"{key} = [{', '.join(map(_text, value))}]")
    return "\n".join(lines)


def _line(text: str) -> str:
    """Text that a codebook takes as one line."""
    shown = "".join(c if not any(faults_of_characters(c)) else " " for c in text)
    return " ".join(shown.split())[:200] or "?"


def _text(text: str) -> str:
    """Text as a basic string of TOML, which for printable text is JSON's."""
    return json.dumps(text, ensure_ascii=False)
