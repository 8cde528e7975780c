"""Reads projects of BORIS: observations with events, and ratings as independent variables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.boris_events import EventReader
from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.json_parts import elements, members, raw, words
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    CodedRecording,
    ForeignCode,
    ForeignData,
    ForeignItem,
    ForeignNote,
    ForeignRating,
    Hints,
    Medium,
    name_in_path,
    several_lines,
)
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import folded
from practicecoder.interchange.transcripts.markup import Json, parse_json

CODER_VARIABLES = ("coder", "observer")
REASON_ENDING = "_na"
NUMERIC = "numeric"

_KNOWN_VERSION = 7
_MOST_NAMED = 5
_MOST_OFFSET_SECONDS = 999 * 3600
_KNOWN_KEYS = frozenset(
    {
        *("time_format", "project_date", "project_name", "project_description"),
        *("project_format_version", "subjects_conf", "behaviors_conf", "observations"),
        *("behavioral_categories", "behavioral_categories_config", "independent_variables"),
        *("coding_map", "behaviors_coding_map", "converters"),
    }
)
_CODER_IN_ID = re.compile(
    r"(?P<session>.*\S)[\s_-]+(?:coder|observer|rater)[\s_-]*(?P<coder>\S+)", re.IGNORECASE
)
_VERSION = re.compile(r"(?P<major>[0-9]{1,4})(?:\.[0-9]{1,4})?")


def read_boris(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read a project: a coding for each observation.

    An independent variable called ``coder`` or ``observer`` names the coder, else the words after
    "coder" in the observation's name do. Variables that BORIS calls numeric, and those whose
    value is a number, are ratings; the rest are kept under their names.

    Raises
    ------
    ImportedDataError
        If it is no project of BORIS.
    """
    del hints
    draft = Draft(content, text)
    project = members(parse_json(text.text, file=content.file))
    if "observations" not in project or "behaviors_conf" not in project:
        raise refused(content.file, "This JSON is no project of BORIS.")
    version = words(project.get("project_format_version"))
    _check_version(version, draft)
    unknown = sorted(set(project) - _KNOWN_KEYS)
    draft.tell_count(
        len(unknown),
        "1 part of the project is not known and was left out.",
        "{} parts of the project are not known and were left out.",
    )
    reader = _Reader(project, draft)
    recordings = list(reader.recordings())
    some = ", ".join(quoted(code) for code in islice(reader.undeclared, _MOST_NAMED))
    draft.tell_count(
        len(reader.undeclared),
        f"Code {some} is not declared; it was taken for moments.",
        f"{{}} codes are not declared ({some}); they were taken for moments.",
    )
    return draft.finished(
        ForeignFormat.BORIS,
        version=version,
        because="Its JSON has observations and behaviours, as a project of BORIS.",
        recordings=recordings,
        codes=reader.codes,
        items=[ForeignItem(item=name) for name in sorted(reader.items)],
    )


def _check_version(version: str, draft: Draft) -> None:
    match = _VERSION.fullmatch(version)
    if match is None:
        draft.tell("The project does not say which version of the format it has.")
    elif int(match["major"]) > _KNOWN_VERSION:
        draft.tell(
            f"The project is of format {version}; formats to {_KNOWN_VERSION} are known. Check "
            "what was read."
        )


class _Reader:
    def __init__(self, project: Mapping[str, Json], draft: Draft) -> None:
        behaviours = [members(one) for one in members(project.get("behaviors_conf")).values()]
        self.items: dict[str, None] = {}
        self.undeclared: dict[str, None] = {}
        self.codes = [
            ForeignCode(
                code=words(one.get("code")),
                key=words(one.get("key")),
                label=words(one.get("description")),
            )
            for one in behaviours
        ]
        self._states = {
            words(one.get("code")): words(one.get("type")).casefold().startswith("state")
            for one in behaviours
        }
        self._subjects = {
            words(members(one).get("name"))
            for one in members(project.get("subjects_conf")).values()
        }
        self._numeric = {
            words(members(one).get("label"))
            for one in members(project.get("independent_variables")).values()
            if words(members(one).get("type")) == NUMERIC
        }
        self._observations = members(project.get("observations"))
        self._draft = draft

    def recordings(self) -> Iterator[CodedRecording]:
        for name, value in self._observations.items():
            observation = members(value)
            kind = words(observation.get("type"))
            if kind not in ("MEDIA", "LIVE"):
                self._draft.problems.add(
                    f"The observation is of the type {quoted(kind)}, which is not read.",
                    key=quoted(name),
                    fix="Only media and live observations are read.",
                )
                continue
            yield self._recording(name, observation)

    def _recording(self, name: str, observation: Mapping[str, Json]) -> CodedRecording:
        variables = {
            folded(key): words(value)
            for key, value in members(observation.get("independent_variables")).items()
        }
        session, coder = _session_and_coder(folded(name), variables)
        ratings, attributes = self._ratings(variables)
        events = EventReader(
            observation,
            states=self._states,
            subjects=self._subjects,
            place=quoted(name),
            draft=self._draft,
        )
        marks = events.read()
        self.undeclared |= events.undeclared
        description = several_lines(raw(observation.get("description")))
        return CodedRecording(
            session=session,
            coder=coder,
            media=tuple(self._media(observation, quoted(name))),
            events=marks,
            ratings=ratings,
            notes=(ForeignNote(text=description),) if description else (),
            attributes=attributes,
        )

    def _ratings(
        self, variables: Mapping[str, str]
    ) -> tuple[tuple[ForeignRating, ...], dict[str, str]]:
        ratings: list[ForeignRating] = []
        attributes: dict[str, str] = {}
        for name, value in variables.items():
            base = name.removesuffix(REASON_ENDING)
            if name in CODER_VARIABLES or (base != name and base in variables):
                continue
            if name in self._numeric or _is_number(value):
                self.items[name] = None
                reason = variables.get(f"{name}{REASON_ENDING}", "")
                ratings.append(ForeignRating(item=name, value=value or None, reason=reason))
            elif value:
                attributes[name] = value
        return tuple(ratings), attributes

    def _media(self, observation: Mapping[str, Json], place: str) -> Iterator[Medium]:
        """Media in order of players; those of one player follow each other."""
        info = members(observation.get("media_info"))
        lengths = members(info.get("length"))
        offsets = members(info.get("offset"))
        for player, paths in members(observation.get("file")).items():
            at_ms: int | None = _signed_ms(offsets.get(player))
            for path in map(raw, elements(paths)):
                given = lengths.get(path)
                length_ms = self._draft.decimal(given, key=place) if given is not None else None
                if at_ms is None:
                    self._draft.tell("A medium follows one whose length is not known.")
                yield Medium(name=name_in_path(path), offset_ms=at_ms or 0, length_ms=length_ms)
                at_ms = None if at_ms is None or length_ms is None else at_ms + length_ms


def _session_and_coder(name: str, variables: Mapping[str, str]) -> tuple[str, str | None]:
    coder = next((variables[key] for key in CODER_VARIABLES if variables.get(key)), None)
    match = _CODER_IN_ID.fullmatch(name)
    if match is not None and coder in (None, match["coder"]):
        return match["session"], match["coder"]
    if coder is not None and name.endswith(f" {coder}"):
        return name.removesuffix(f" {coder}") or name, coder
    return name, coder


def _signed_ms(value: Json) -> int:
    """Milliseconds of an offset in seconds, which may be negative; 0 if it is none."""
    if not isinstance(value, Decimal) or abs(value) > _MOST_OFFSET_SECONDS:
        return 0
    return int((value * 1000).to_integral_value())


def _is_number(text: str) -> bool:
    try:
        return text.isascii() and Decimal(text).is_finite()
    except ArithmeticError:
        return False
