"""Turns codings of another program into codings of a study, with what cannot be turned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook
from practicecoder.codebook.rules import SPEAKERS
from practicecoder.domain.coding import (
    CodeMark,
    CountingMode,
    Evidence,
    Note,
    Rating,
    RatingState,
)
from practicecoder.domain.coding_changes import (
    CodingChange,
    CountingChange,
    EvidenceChange,
    MarkChange,
    NoteChange,
)
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.errors import Problem
from practicecoder.interchange.cells import CellError, code
from practicecoder.interchange.codings_mapping import NOT_TAKEN, CodingsMapping, Defaults
from practicecoder.interchange.foreign.folder import FolderOfCodings
from practicecoder.interchange.foreign.values import CodedRecording, ForeignEvent, ForeignRating

_SPEAKERS = {
    **dict.fromkeys(("worker", "therapist", "counsellor", "counselor", "practitioner"), "worker"),
    **dict.fromkeys(("client", "parent", "patient", "family"), "client"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewCoding:
    """One coding as it would be stored: ``ratings`` by dimension, and its marks in time order."""

    session_id: SessionId
    coder_id: CoderId
    ratings: Mapping[str, Rating]
    marks: tuple[CodeMark, ...]
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def n_ratings(self) -> int:
        """Ratings that were given."""
        given = (r for r in self.ratings.values() if r.state is not RatingState.NOT_YET_RATED)
        return sum(1 for _ in given)


class CodingMaker:
    """Makes codings of the study out of those of another program, and notes what cannot be."""

    def __init__(
        self, codebook: Codebook, name: str, mapping: CodingsMapping, *, with_optional: bool
    ) -> None:
        self.problems: list[Problem] = []
        self._name = name
        self._mapping = mapping
        self._codebook = codebook
        self._counts = {
            count.count_id: count
            for count in codebook.counts
            if with_optional or not count.optional
        }

    def add(self, what: str, fix: str = "", key: str = "") -> None:
        """Note a problem, once."""
        problem = Problem(what=what, fix=fix, file=self._name, key=key or None)
        if problem not in self.problems:
            self.problems.append(problem)

    def check_words(self, found: FolderOfCodings) -> Iterator[Problem]:
        """Codes and items that nobody mapped, or that are mapped to nothing that is there."""
        data = found.as_data()
        for kind, words, known, told in (
            ("code", data.used_codes, self._counts, self._mapping.codes),
            ("item", data.rated_items, self._codebook.dimension_ids, self._mapping.items),
        ):
            for word in words:
                target = told.get(word)
                if target is None:
                    what = f"Nothing is said about the {kind} {word!a}."
                    fix = 'Map it to an id of the codebook, or to "" to leave it out.'
                elif target != NOT_TAKEN and target not in known:
                    what = (
                        f"The {kind} {word!a} is mapped to {target!a}, which is not in use here."
                    )
                    fix = self._advice(target)
                else:
                    continue
                yield Problem(what=what, fix=fix, file=self._name, key=f"{kind}s")

    def codings(self, found: FolderOfCodings) -> Iterator[PreviewCoding]:
        """Yield codings of all recordings that hold anything."""
        for one in found.recordings:
            coder = self._mapping.coders.get(one.coder or "", one.coder or self._mapping.coder)
            session = self._mapping.sessions.get(one.session, one.session)
            if not one.events and not one.ratings:
                continue
            if not coder:
                self.add(
                    f"Session {one.session!a} does not say who coded it.",
                    "Say the coder, or let folders name the coders.",
                    "coder",
                )
                continue
            try:
                session_id, coder_id = SessionId(code(session)), CoderId(code(coder))
            except CellError as error:
                self.add(f"Session {one.session!a}: {error}", error.fix)
                continue
            yield PreviewCoding(
                session_id=session_id,
                coder_id=coder_id,
                ratings=dict(self._ratings(one)),
                marks=tuple(self._marks(one)),
                evidence=tuple(self._evidence(one)),
                notes=tuple(Note(note_id=new_id(), text=n.text, at_ms=n.at_ms) for n in one.notes),
            )

    def check_times(self, one: PreviewCoding, length_ms: int) -> None:
        """Note marks that lie behind the end of the recording."""
        late = [m for m in one.marks if max(m.at_ms, m.end_ms or 0) > length_ms]
        if late:
            self.add(
                f"Session {one.session_id}: {len(late)} marks lie behind the end of the "
                f"recording, the first at {clock(late[0].at_ms)}.",
                "Check that the recording is the same.",
            )

    def _advice(self, target: str) -> str:
        if target in self._codebook.count_ids:
            return 'It is optional and this study does not count it. Map it to "" to leave it out.'
        return "Use an id of the codebook."

    def _marks(self, one: CodedRecording) -> Iterator[CodeMark]:
        events = sorted(one.events, key=lambda event: event.start_ms)
        for number, event in enumerate(events, start=1):
            count = self._counts.get(self._mapping.codes.get(event.code, NOT_TAKEN))
            if count is None:
                continue
            speaker = _SPEAKERS.get(event.speaker.casefold(), "")
            assert speaker in ("", *SPEAKERS)
            yield CodeMark(
                mark_id=f"{number:06d}-{new_id()}",
                count_id=count.count_id,
                at_ms=event.start_ms,
                end_ms=event.end_ms,
                speaker="" if speaker == count.speaker else speaker,
                note=event.note,
            )

    def _evidence(self, one: CodedRecording) -> Iterator[Evidence]:
        for event in one.events:
            mapped = (self._mapping.items.get(item, NOT_TAKEN) for item in event.items)
            dimensions = tuple(d for d in mapped if d in self._codebook.dimension_ids)
            if dimensions:
                yield Evidence(
                    evidence_id=new_id(),
                    span=_span(event),
                    dimension_ids=tuple(dict.fromkeys(dimensions)),
                    note=event.note,
                )

    def _ratings(self, one: CodedRecording) -> Iterator[tuple[str, Rating]]:
        for rating in one.ratings:
            item = self._mapping.items.get(rating.item, NOT_TAKEN)
            if item not in self._codebook.dimension_ids:
                continue
            found = self._rating(item, rating)
            if found is not None:
                yield item, found

    def _rating(self, item: str, rating: ForeignRating) -> Rating | None:
        text = rating.value
        reason = rating.reason
        if text is not None and text in self._mapping.missing:
            reason, text = self._mapping.missing[text], None
        if text is not None and rating.may_be_default:
            if self._mapping.defaults is None:
                self.add(
                    f"Ratings of {text} may have been filled in by the program.",
                    f"Say defaults: {' or '.join(Defaults)}.",
                    "defaults",
                )
                return None
            if self._mapping.defaults is Defaults.NOT_YET_RATED:
                return None
        if reason:
            if reason in {r.reason_id for r in self._codebook.reasons_for(item)}:
                return Rating.not_applicable(reason)
            self.add(f"The reason {reason!a} may not be given on {item}.", key="missing")
            return None
        if text is None:
            return None
        scale = self._codebook.dimension(item).scale
        value = float(text) if text.replace(".", "", 1).isdecimal() else None
        if value is None or value not in scale:
            self.add(
                f"{text!a} is no level of {item}, and nobody said what it means.",
                "Say it under missing: a reason, or an empty text for not yet rated.",
                "missing",
            )
            return None
        return Rating.rated(value)


def _span(event: ForeignEvent) -> TimeSpan:
    return TimeSpan(event.start_ms, max(event.start_ms, event.end_ms or 0))


def content_changes(one: PreviewCoding) -> tuple[CodingChange, ...]:
    """Evidence, notes and marks of a coding as changes."""
    way = (CountingChange(CountingMode.TALLY),) if one.marks else ()
    return (
        *(EvidenceChange(piece.evidence_id, piece) for piece in one.evidence),
        *(NoteChange(note.note_id, note) for note in one.notes),
        *way,
        *(MarkChange(mark.mark_id, mark) for mark in one.marks),
    )
