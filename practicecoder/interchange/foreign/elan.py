"""Reads an ELAN file as codings: a coder for each annotator, a mark for each annotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import unquote

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.lanes import base_name
from practicecoder.interchange.foreign.tier_notes import (
    TierNote,
    joined,
    notes_tier,
    speaker_of_tier,
)
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    CodedRecording,
    ForeignCode,
    ForeignData,
    ForeignEvent,
    Hints,
    Medium,
    name_in_path,
    several_lines,
    stem,
)
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.elan_tiers import (
    ROOT,
    Annotation,
    ElanDocument,
    ElanTier,
    read_elan,
)
from practicecoder.interchange.transcripts.forms import folded

KNOWN_VERSIONS = ("2.", "3.0")


def read_eaf_codes(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read every tier; one called ``notes`` gives its words to the marks that begin with them.

    A second tier of a speaker, ``name#2``, counts to the first. Times that the file leaves open
    lie evenly between their neighbours, which is told and kept with each mark.

    Raises
    ------
    ImportedDataError
        If it is no ELAN file.
    """
    del hints
    draft = Draft(content, text)
    document = read_elan(text.text, file=content.file, problems=draft.problems)
    if document.version and not document.version.startswith(KNOWN_VERSIONS):
        version = quoted(document.version)
        draft.tell(f"The file is of version {version}; versions to 3.0 are known.")
    names = [name_in_path(unquote(path)) for path in document.media]
    media = tuple(Medium(name=name) for name in names if name)
    named = [tier for tier in document.tiers if tier.annotator or tier.annotations]
    by_coder: dict[str | None, list[ElanTier]] = defaultdict(list)
    for tier in named or document.tiers:
        by_coder[folded(tier.annotator) or None].append(tier)
    recordings = []
    for coder, tiers in by_coder.items():
        events, notes = joined(*_marks_and_notes(tiers))
        recordings.append(
            CodedRecording(
                session=stem(media[0].name) if media else draft.file_stem,
                coder=coder,
                media=media,
                events=events,
                notes=notes,
            )
        )
    if not any(tier.annotations for tier in document.tiers):
        draft.tell("The file has no annotations.")
    draft.resolution.see_decimals(3)
    _tell_of_guesses(document, draft)
    return draft.finished(
        ForeignFormat.EAF,
        version=document.version,
        because=f"Its XML begins with {ROOT}, as ELAN writes it.",
        recordings=recordings,
        codes=_codes(document),
    )


def _marks_and_notes(tiers: Sequence[ElanTier]) -> tuple[list[ForeignEvent], list[TierNote]]:
    names = {_name(tier) for tier in tiers}
    events: list[ForeignEvent] = []
    notes: list[TierNote] = []
    for tier in tiers:
        name = _name(tier)
        has_notes, track = notes_tier(name)
        if has_notes:
            texts = ((one.start_ms, several_lines(one.text)) for one in tier.annotations)
            notes += [TierNote(at_ms, text, track) for at_ms, text in texts if text]
        else:
            speaker = folded(tier.participant) or speaker_of_tier(base_name(name, names))
            events += [_event(one, name, speaker) for one in tier.annotations]
    return sorted(events, key=lambda event: event.start_ms), notes


def _name(tier: ElanTier) -> str:
    """Name of a tier without the annotator, who may stand behind an @."""
    return folded(tier.tier_id).removesuffix(f"@{folded(tier.annotator)}")


def _event(one: Annotation, track: str, speaker: str) -> ForeignEvent:
    attributes = {"time": "interpolated"} if one.is_guessed else {}
    return ForeignEvent(
        start_ms=one.start_ms,
        end_ms=one.end_ms,
        code=folded(one.text),
        speaker=speaker,
        track=track,
        attributes=attributes,
    )


def _codes(document: ElanDocument) -> list[ForeignCode]:
    """Entries of the vocabularies with the speakers whose tiers use them."""
    found = {
        (folded(entry), folded(tier.participant)): None
        for tier in document.tiers
        for entry in document.vocabularies.get(tier.type_id, ())
    }
    return [ForeignCode(code=code, speaker=speaker) for code, speaker in found if code]


def _tell_of_guesses(document: ElanDocument, draft: Draft) -> None:
    draft.tell_count(
        sum(one.is_guessed for tier in document.tiers for one in tier.annotations),
        "1 mark has a time that the file leaves open; it was put evenly between its neighbours.",
        "{} marks have times that the file leaves open; they were put evenly between their "
        "neighbours.",
    )
