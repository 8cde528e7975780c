"""Reads exports of Label Studio: tasks with annotations by persons, given as numbers or people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.json_parts import elements, members, raw, words
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    CodedRecording,
    ForeignData,
    ForeignEvent,
    ForeignItem,
    ForeignNote,
    ForeignRating,
    Hints,
    Medium,
    name_in_path,
    several_lines,
    stem,
)
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import folded
from practicecoder.interchange.transcripts.markup import Json, parse_json

RIGHT_EXPORT = "Export the project again: Export, then JSON (not JSON-MIN, not CSV)."

_SOUND_KEYS = ("audio", "video", "url")
_SESSION_KEYS = ("session", "session_id")
_UPLOADED = re.compile(r"[0-9a-f]{8}-(?=.)")
_NOTE = ""  # under no name: the note of a region


def read_label_studio(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read one coding for each task and person; the person's number is the coder.

    Labels with times are marks, one for each label. Ratings, numbers and choices without a region
    are ratings of the session, texts are notes; with a region they belong to its mark.

    Raises
    ------
    ImportedDataError
        If it is another kind of export.
    """
    del hints
    draft = Draft(content, text)
    tasks = [members(task) for task in elements(parse_json(text.text, file=content.file))]
    if not tasks or not all("annotations" in task and "data" in task for task in tasks):
        raise refused(content.file, "This JSON lacks who annotated what.", fix=RIGHT_EXPORT)
    reader = _Reader(draft)
    recordings = [one for task in tasks for one in reader.recordings(task)]
    draft.tell_count(
        reader.n_cancelled,
        "1 skipped annotation was left out.",
        "{} skipped annotations were left out.",
    )
    draft.tell_count(
        reader.n_aside,
        "1 prediction or draft was left out.",
        "{} predictions or drafts were left out.",
    )
    items = dict.fromkeys(rating.item for one in recordings for rating in one.ratings)
    return draft.finished(
        ForeignFormat.LABEL_STUDIO,
        because="Its JSON is a list of tasks with annotations, as Label Studio exports it.",
        recordings=recordings,
        items=[ForeignItem(item=item) for item in items],
    )


class _Reader:
    def __init__(self, draft: Draft) -> None:
        self.n_cancelled = 0
        self.n_aside = 0
        self._draft = draft

    def recordings(self, task: Mapping[str, Json]) -> Iterator[CodedRecording]:
        data = members(task.get("data"))
        self.n_aside += len(elements(task.get("predictions"))) + len(elements(task.get("drafts")))
        own = {folded(key): text for key, value in data.items() if (text := words(value))}
        path = next((own[key] for key in _SOUND_KEYS if key in own), "")
        sound = name_in_path(path)
        if "/upload/" in path and _UPLOADED.match(sound):
            sound = _UPLOADED.sub("", sound)
            self._draft.tell("Marks that Label Studio puts before uploaded names were left out.")
        named = next((own[key] for key in _SESSION_KEYS if key in own), "")
        session = named or stem(sound) or f"task {words(task.get('id'))}"
        kept = {k: v for k, v in own.items() if k not in (*_SOUND_KEYS, *_SESSION_KEYS)}
        for annotation in map(members, elements(task.get("annotations"))):
            if annotation.get("was_cancelled") is True:
                self.n_cancelled += 1
                continue
            yield self._recording(annotation, session, sound, kept)

    def _recording(
        self, annotation: Mapping[str, Json], session: str, sound: str, kept: dict[str, str]
    ) -> CodedRecording:
        results = [members(one) for one in elements(annotation.get("result"))]
        place = f"{quoted(session)}, annotation {quoted(words(annotation.get('id')))}"
        regions = {words(one.get("id")) for one in results if words(one.get("type")) == "labels"}
        coder = _coder(annotation.get("completed_by"))
        if coder is None:
            self._draft.problems.add("The annotation does not tell who made it.", key=place)
        about = _about_regions(results, regions)
        events: list[ForeignEvent] = []
        ratings: list[ForeignRating] = []
        notes: list[ForeignNote] = []
        for result in results:
            kind = words(result.get("type"))
            if kind == "labels":
                events += self._marks(result, about, place)
            elif words(result.get("id")) in regions:
                continue
            elif kind == "textarea":
                notes += [ForeignNote(text=text) for text in _texts(result)]
            elif kind in ("rating", "number", "choices"):
                ratings.append(self._rating(result, place))
            else:
                self._draft.tell(f"Results of the type {quoted(kind)} were left out.")
        return CodedRecording(
            session=session,
            coder=coder,
            media=self._media(sound, results, place),
            events=tuple(sorted(events, key=lambda event: event.start_ms)),
            ratings=tuple(ratings),
            notes=tuple(notes),
            attributes=kept,
        )

    def _marks(
        self, result: Mapping[str, Json], about: Mapping[str, dict[str, str]], place: str
    ) -> Iterator[ForeignEvent]:
        value = members(result.get("value"))
        start_ms, end_ms = (
            self._draft.decimal(value.get(key), key=place) for key in ("start", "end")
        )
        labels = [code for label in elements(value.get("labels")) if (code := words(label))]
        if start_ms is None or end_ms is None:
            return
        if end_ms < start_ms or not labels:
            self._draft.problems.add("A region ends before it begins, or has no label.", key=place)
            return
        more = dict(about.get(words(result.get("id")), {}))
        note = more.pop(_NOTE, "")
        if channel := words(value.get("channel")):
            more["channel"] = channel
        for code in labels:
            yield ForeignEvent(
                start_ms=start_ms,
                end_ms=end_ms,
                code=code,
                note=note,
                track=words(result.get("from_name")),
                attributes=more,
            )

    def _rating(self, result: Mapping[str, Json], place: str) -> ForeignRating:
        item = words(result.get("from_name"))
        if not item:
            self._draft.problems.add("A rating has no name.", key=place, fix=RIGHT_EXPORT)
        return ForeignRating(item=item, value=_answer(result) or None)

    def _media(
        self, sound: str, results: Sequence[Mapping[str, Json]], place: str
    ) -> tuple[Medium, ...]:
        lengths = {
            self._draft.decimal(one["original_length"], key=place)
            for one in results
            if one.get("original_length") is not None
        }
        if len(lengths) > 1:
            self._draft.tell("Regions of one recording name different lengths of it.")
        length_ms = max((one for one in lengths if one is not None), default=None)
        return (Medium(name=sound, length_ms=length_ms),) if sound or length_ms else ()


def _about_regions(
    results: Sequence[Mapping[str, Json]], regions: set[str]
) -> dict[str, dict[str, str]]:
    """What else was said of each region, under the name of the question."""
    found: dict[str, dict[str, str]] = {}
    for result in results:
        region = words(result.get("id"))
        kind = words(result.get("type"))
        if region not in regions or kind == "labels":
            continue
        about = found.setdefault(region, {})
        if kind == "textarea":
            about[_NOTE] = "\n".join(filter(None, (about.get(_NOTE, ""), *_texts(result))))
        else:
            about[words(result.get("from_name"))] = _answer(result)
    return found


def _coder(value: Json) -> str | None:
    """Number of a person; an address of electronic mail is not taken."""
    person = members(value)
    return words(person.get("id")) or None if person else words(value) or None


def _answer(result: Mapping[str, Json]) -> str:
    value = members(result.get("value"))
    choices = [words(choice) for choice in elements(value.get("choices"))]
    return "; ".join(choices) or words(value.get("rating")) or words(value.get("number"))


def _texts(result: Mapping[str, Json]) -> list[str]:
    value = members(result.get("value")).get("text")
    found = elements(value) or [value]
    return [text for one in found if (text := several_lines(raw(one)))]
