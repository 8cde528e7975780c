"""What a coder does to the marks of a coding: choose how to count, mark, merge, split."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from practicecoder.codebook.model import CountCode
from practicecoder.codebook.rules import SPEAKERS
from practicecoder.domain.coding import CodeMark, Coding, CountingMode
from practicecoder.domain.coding_changes import CodingChange, CountingChange, MarkChange
from practicecoder.domain.ids import new_id
from practicecoder.domain.spans import clock
from practicecoder.errors import NotAllowedError
from practicecoder.services.coding_acts import CodingAct, CodingActs
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import counts_optional_codes

WAYS: dict[CountingMode, str] = {
    CountingMode.TALLY: "tally: every mark counts",
    CountingMode.VOLLEY: "by volley: each slot once",
}
"""The ways of counting in words."""


class CountingService:
    """Carries out acts on marks; counts follow from the marks and are never stored."""

    def __init__(self, context: StudyContext, acts: CodingActs) -> None:
        self._context = context
        self._acts = acts

    @property
    def codes(self) -> tuple[CountCode, ...]:
        """Codes that this study counts; optional ones only if its setting says so."""
        with_optional = counts_optional_codes(self._context.record)
        codes = self._context.codebook.counts
        return tuple(code for code in codes if with_optional or not code.optional)

    def choose_mode(self, coding: Coding, mode: CountingMode) -> CodingAct:
        """Choose how marks become counts, and so begin the counting pass.

        Raises
        ------
        NotAllowedError
            If the study counts nothing, or there are marks of the other way.
        """
        if not self.codes:
            raise NotAllowedError("This study counts nothing.")
        if coding.marks and coding.counting is not mode:
            raise NotAllowedError(
                "Marks made in one way of counting are not converted to the other, as their "
                "numbers cannot be compared; remove the marks first."
            )
        return self._acts.save(coding, (CountingChange(mode),), f"Count {WAYS[mode]}")

    def add_mark(  # noqa: PLR0913 - the fields of a mark
        self,
        coding: Coding,
        count_id: str,
        at_ms: int,
        *,
        end_ms: int | None = None,
        speaker: str = "",
        volley: int | None = None,
        utterance: int | None = None,
    ) -> CodingAct:
        """Give a code to a moment or span; a first mark with no way chosen decides the way.

        Raises
        ------
        NotAllowedError
            If the code or speaker is unknown, the moment lies outside the coded segment, or marks
            are tallied and it names a volley.
        """
        mark = CodeMark(
            mark_id=_next_mark_id(coding),
            count_id=count_id,
            at_ms=at_ms,
            end_ms=end_ms,
            speaker=speaker,
            volley=volley,
            utterance=utterance,
        )
        way: tuple[CodingChange, ...] = ()
        mode = coding.counting
        if mode is None:
            mode = CountingMode.TALLY if volley is None else CountingMode.VOLLEY
            way = (CountingChange(mode),)
        self._check(coding, mark, mode)
        return self._acts.save(coding, (*way, MarkChange(mark.mark_id, mark)), self._words(mark))

    def edit_mark(self, coding: Coding, mark: CodeMark) -> CodingAct:
        """Replace the mark with this id.

        Raises
        ------
        NotAllowedError
            If there is no such mark, or for the reasons of :meth:`add_mark`.
        """
        old = mark_of(coding, mark.mark_id)
        self._check(coding, mark, coding.counting)
        text = f"Edit {self._words(old)}"
        if mark.count_id != old.count_id:
            text = f"{self._label(old)} to {self._label(mark)} at {clock(mark.at_ms)}"
        return self._acts.save(coding, (MarkChange(mark.mark_id, mark),), text)

    def remove_mark(self, coding: Coding, mark_id: str) -> CodingAct:
        """Remove a mark."""
        return self.remove_marks(coding, (mark_id,))

    def remove_marks(self, coding: Coding, mark_ids: Sequence[str]) -> CodingAct:
        """Remove marks in one act."""
        marks = [mark_of(coding, mark_id) for mark_id in dict.fromkeys(mark_ids)]
        _at_least(marks, 1, "Select a mark to remove.")
        what = self._words(marks[0]) if len(marks) == 1 else f"{len(marks)} marks"
        changes = tuple(MarkChange(mark.mark_id, None) for mark in marks)
        return self._acts.save(coding, changes, f"Remove {what}")

    def merge_marks(self, coding: Coding, mark_ids: Sequence[str]) -> CodingAct:
        """Make one mark of several with the same code: from the first moment to the last.

        Raises
        ------
        NotAllowedError
            If fewer than two are named, or their codes, speakers or volleys differ.
        """
        marks = _in_time([mark_of(coding, mark_id) for mark_id in dict.fromkeys(mark_ids)])
        _at_least(marks, 2, "Select two or more marks to merge.")
        first = marks[0]
        if any((m.count_id, m.speaker, m.volley) != _kind(first) for m in marks):
            raise NotAllowedError(
                "Only marks with the same code, speaker and volley can be merged into one."
            )
        merged = replace(
            first,
            end_ms=max(m.at_ms if m.end_ms is None else m.end_ms for m in marks),
            note="; ".join(m.note for m in marks if m.note),
        )
        if merged.end_ms == merged.at_ms:
            merged = replace(merged, end_ms=None)
        changes = (
            MarkChange(first.mark_id, merged),
            *(MarkChange(mark.mark_id, None) for mark in marks[1:]),
        )
        text = f"Merge {len(marks)} marks: {self._words(first)}"
        return self._acts.save(coding, changes, text)

    def merge_volleys(self, coding: Coding, a: int, b: int) -> CodingAct:
        """Make one volley of two; the later one's utterances stay apart from the earlier one's.

        Raises
        ------
        NotAllowedError
            If marks are tallied, or one of the two has no mark, or both are the same.
        """
        first, second = _in_time(_volley(coding, a)), _in_time(_volley(coding, b))
        if a == b or not first or not second:
            raise NotAllowedError("Select marks of two volleys to merge these.")
        if second[0].at_ms < first[0].at_ms:
            first, second = second, first
        shift = _next_utterance(first)
        moved = tuple(
            replace(
                mark,
                volley=first[0].volley,
                utterance=None if mark.utterance is None else mark.utterance + shift,
            )
            for mark in second
        )
        text = f"Merge the volleys at {clock(first[0].at_ms)} and {clock(second[0].at_ms)}"
        return self._acts.save(coding, _edits(moved), text)

    def split_volley(self, coding: Coding, mark_id: str) -> CodingAct:
        """Begin a new volley with a mark and those after it in its volley.

        Raises
        ------
        NotAllowedError
            If the mark has no volley, or is the first one of its volley.
        """
        mark = mark_of(coding, mark_id)
        volley = [] if mark.volley is None else _in_time(_volley(coding, mark.volley))
        if len(volley) < 2 or volley[0].mark_id == mark_id:
            raise NotAllowedError(
                "A volley is split at its second mark or a later one; select such a mark."
            )
        place = [m.mark_id for m in volley].index(mark_id)
        moved = tuple(replace(m, volley=next_volley(coding)) for m in volley[place:])
        return self._acts.save(coding, _edits(moved), f"Split the volley at {clock(mark.at_ms)}")

    def join_utterance(self, coding: Coding, mark_ids: Sequence[str]) -> CodingAct:
        """Put marks of one volley into one utterance, that of the first.

        Raises
        ------
        NotAllowedError
            If fewer than two are named, or they are not of one volley.
        """
        marks = _in_time([mark_of(coding, mark_id) for mark_id in dict.fromkeys(mark_ids)])
        _at_least(marks, 2, "Select two or more marks of one utterance.")
        first = marks[0]
        if first.volley is None or any(m.volley != first.volley for m in marks):
            raise NotAllowedError("Only marks of one volley can be one utterance.")
        utterance = first.utterance
        if utterance is None:
            utterance = _next_utterance(_volley(coding, first.volley))
        moved = tuple(replace(mark, utterance=utterance) for mark in marks)
        return self._acts.save(coding, _edits(moved), f"One utterance at {clock(first.at_ms)}")

    # Inside

    def _check(self, coding: Coding, mark: CodeMark, mode: CountingMode | None) -> None:
        if mark.count_id not in {code.count_id for code in self.codes}:
            raise NotAllowedError(f"“{mark.count_id}” is not counted in this study.")
        if mark.speaker and mark.speaker not in SPEAKERS:
            raise NotAllowedError(f"“{mark.speaker}” is no speaker of this codebook.")
        numbered = mark.volley is not None or mark.utterance is not None
        if mode is CountingMode.TALLY and numbered:
            raise NotAllowedError("Marks are tallied in this coding, so they have no volley.")
        if any(number is not None and number < 0 for number in (mark.volley, mark.utterance)):
            raise NotAllowedError("Volleys and utterances are numbered from 0.")
        end_ms = mark.at_ms if mark.end_ms is None else mark.end_ms
        self._acts.refuse_outside(coding, mark.at_ms, end_ms)

    def _label(self, mark: CodeMark) -> str:
        return self._context.codebook.label(mark.count_id)

    def _words(self, mark: CodeMark) -> str:
        return f"{self._label(mark)} at {clock(mark.at_ms)}"


def _next_mark_id(coding: Coding) -> str:
    """Id that sorts after those of the coding's marks, so that one moment keeps its order."""
    places = (mark.mark_id.partition("-")[0] for mark in coding.marks)
    last = max((int(place) for place in places if place.isdecimal()), default=0)
    return f"{last + 1:06d}-{new_id()}"


def mark_of(coding: Coding, mark_id: str) -> CodeMark:
    """Mark of an id; NotAllowedError if it is gone."""
    for mark in coding.marks:
        if mark.mark_id == mark_id:
            return mark
    raise NotAllowedError("This mark is no longer in the coding.")


def next_volley(coding: Coding) -> int:
    """Number for a volley that is begun."""
    return max((m.volley for m in coding.marks if m.volley is not None), default=-1) + 1


def next_utterance(coding: Coding, volley: int) -> int:
    """Number for an utterance that is begun in a volley."""
    return _next_utterance(_volley(coding, volley))


def _next_utterance(marks: Iterable[CodeMark]) -> int:
    return max((m.utterance for m in marks if m.utterance is not None), default=-1) + 1


def _volley(coding: Coding, number: int) -> list[CodeMark]:
    return [mark for mark in coding.marks if mark.volley == number]


def _in_time(marks: Sequence[CodeMark]) -> list[CodeMark]:
    return sorted(marks, key=lambda mark: (mark.at_ms, mark.mark_id))


def _kind(mark: CodeMark) -> tuple[str, str, int | None]:
    return mark.count_id, mark.speaker, mark.volley


def _at_least(marks: Sequence[CodeMark], fewest: int, otherwise: str) -> None:
    if len(marks) < fewest:
        raise NotAllowedError(otherwise)


def _edits(marks: Iterable[CodeMark]) -> tuple[CodingChange, ...]:
    return tuple(MarkChange(mark.mark_id, mark) for mark in marks)
