"""Suggests what the columns of a laboratory's table mean, each with its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from practicecoder.codebook.model import Codebook
from practicecoder.domain.sessions import Purpose
from practicecoder.interchange.column_mapping import ColumnMapping, ColumnUse, Meaning
from practicecoder.interchange.item_names import ItemNames, NamedBy, NamedItem, plain
from practicecoder.interchange.sheet import Problems, Sheet, refused
from practicecoder.interchange.sheet_files import read_sheet

DOUBLE_ENTRY = re.compile(r"(?P<session>.+)--(?P<entry>[0-9]{1,2})")
"""A session of REDCap's double data entry."""

_HEADINGS: Mapping[Meaning, tuple[str, ...]] = {
    Meaning.SESSION_ID: (
        *("sessionid", "session", "sessioncode", "recordingid", "recording", "recordid"),
        *("tapeid", "tape", "visitid", "id"),
    ),
    Meaning.WORKER_ID: (
        *("workerid", "worker", "practitionerid", "practitioner", "socialworker", "swid"),
    ),
    Meaning.OFFICE_ID: ("officeid", "office", "site", "siteid", "redcapdataaccessgroup"),
    Meaning.PHASE: ("phase", "period", "prepost"),
    Meaning.DAYS: ("dayssinceimplementation", "dayssincegolive"),
    Meaning.SESSION_DATE: ("sessiondate", "visitdate", "dateofvisit", "recordedon", "date"),
    Meaning.IMPLEMENTATION_DATE: ("implementationdate", "golivedate", "golive"),
    Meaning.SESSION_TYPE: ("sessiontype", "visittype"),
    Meaning.WORKER_ROLE: ("workerrole", "jobrole"),
    Meaning.PURPOSE: ("purpose",),
    Meaning.AUDIO: ("audio", "audiofile", "soundfile", "recordingfile", "filename"),
    Meaning.CODER_ID: ("coderid", "coder", "raterid", "rater", "observerid", "observer"),
    Meaning.ITEM: ("item", "dimension", "measure"),
    Meaning.VALUE: ("value", "rating", "level"),
    Meaning.ITEM_REASON: ("nareason",),
    Meaning.UNSURE: ("unsure",),
}
_SUFFIX = re.compile(
    r"(?P<base>.+?)[._ ]+(?P<coder>(?:coder|rater|c|r)[._ ]?[0-9]{1,2}|[0-9]{1,2}|[A-H]|"
    r"cons|consensus|final|agreed)",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"(?P<coder>[A-H]|[CR][0-9]{1,2}|coder[0-9]{1,2})[._ ](?P<base>.+)", re.I)
_AGREED = frozenset({"cons", "consensus", "final", "agreed"})
_REASON_ENDING = "_na"

_VARIABLE, _LABEL = "Variable / Field Name", "Field Label"
_LOGIC = "Branching Logic (Show field only if...)"
_CONDITION = re.compile(r"\[(?P<variable>\w+)\]\s*=\s*['\"](?P<value>[^'\"]*)['\"]")

_BY: Mapping[NamedBy, str] = {
    NamedBy.ID: "It is the id of the item.",
    NamedBy.LABEL: "It is the name of the item.",
    NamedBy.ABBREVIATION: "It is the abbreviation of the item.",
    NamedBy.ALIAS: "It is another name of the item.",
    NamedBy.BEGINNING: "The name of no other item begins like this.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """REDCap's data dictionary: words for fields, and what makes a field appear."""

    labels: Mapping[str, str]
    shown_if: Mapping[str, tuple[str, str]]


def read_dictionary(path: Path) -> Dictionary:
    """Read REDCap's data dictionary; of branching, only ``[field]='1'`` is understood.

    Raises
    ------
    ImportedDataError
        If it is no data dictionary, with every condition that is of another form.
    """
    sheet = read_sheet(path)
    if any(column not in sheet.columns for column in (_VARIABLE, _LABEL, _LOGIC)):
        raise refused(
            path.name,
            "This is no data dictionary of REDCap.",
            fix="Download it in REDCap's Designer.",
        )
    problems = Problems(path.name)
    shown_if: dict[str, tuple[str, str]] = {}
    for row in sheet.rows:
        logic = row.text(_LOGIC)
        match = _CONDITION.fullmatch(logic)
        if match is not None:
            shown_if[row.text(_VARIABLE)] = (match["variable"], match["value"])
        elif logic:
            problems.add(
                "Only branching of the form [field]='1' is understood.", line=row.line, key=_LOGIC
            )
    problems.stop_if_any()
    return Dictionary(
        labels={row.text(_VARIABLE): row.text(_LABEL) for row in sheet.rows}, shown_if=shown_if
    )


def understood(
    sheet: Sheet, codebook: Codebook, dictionary: Dictionary | None = None
) -> ColumnMapping:
    """Suggest what the columns of a table mean.

    Every column is in the result; one that is not taken says why. Nothing is decided by this.
    """
    names = ItemNames(codebook)
    labels = dictionary.labels if dictionary is not None else {}
    uses = [
        _by_content(_use(column, labels.get(column, ""), names), sheet, names)
        for column in sheet.columns
    ]
    uses = [_of_redcap(use, sheet) for use in uses]
    session = next((u.column for u in uses if u.meaning is Meaning.SESSION_ID), "")
    return ColumnMapping(
        columns=tuple(_settled(uses)),
        shown_if=dictionary.shown_if if dictionary is not None else {},
        double_entry=any(DOUBLE_ENTRY.fullmatch(row.text(session)) for row in sheet.rows),
    )


def _use(column: str, label: str, names: ItemNames) -> ColumnUse:
    for meaning, headings in _HEADINGS.items():
        if plain(column) in headings:
            words = meaning.replace("_", " ")
            return ColumnUse(column=column, meaning=meaning, because=f"Headed as {words}.")
    return (
        _answer(column, names)
        or _rating(column, names, label)
        or _score(column, names)
        or ColumnUse(column=column, because="No item of the codebook is called like this.")
    )


_EVENT = "redcap_event_name"
_OF_REDCAP = {
    "redcap_repeat_instrument": "REDCap's name of a form that is filled in several times.",
    "redcap_repeat_instance": "REDCap numbers a repeated form; each row has to be a session.",
    "redcap_survey_identifier": "REDCap's own.",
}
_BOX = "___"


def is_redcap(sheet: Sheet) -> bool:
    """Whether a table is an export of REDCap, by the columns that it adds."""
    return any(
        column == _EVENT or column in _OF_REDCAP or _BOX in column or column.endswith("_complete")
        for column in sheet.columns
    )


def _of_redcap(use: ColumnUse, sheet: Sheet) -> ColumnUse:
    """Use of a column that REDCap adds: events may be phases, boxes and repeats are not taken."""
    column = use.column
    if column == _EVENT:
        events = {row.text(column) for row in sheet.rows} - {""}
        if len(events) < 2:
            return ColumnUse(column=column, because="Every row is of the same event of REDCap.")
        return ColumnUse(
            column=column, meaning=Meaning.PHASE, because="REDCap's events: say what each is."
        )
    if column in _OF_REDCAP:
        return ColumnUse(column=column, because=_OF_REDCAP[column])
    if _BOX in column:
        why = "One box of a question with several answers; a study takes single answers."
        return ColumnUse(column=column, because=why)
    return use


def _by_content(use: ColumnUse, sheet: Sheet, names: ItemNames) -> ColumnUse:
    """Use that a column's cells allow: one headed "Purpose" may hold ratings of purposefulness."""
    if use.meaning is not Meaning.PURPOSE:
        return use
    words = sheet.labels.get(use.column, {})
    texts = [text for row in sheet.rows if (text := row.text(use.column))]
    if not texts or any(words.get(text, text).casefold() in set(Purpose) for text in texts):
        return use
    return _rating(use.column, names, "") or use


def _answer(column: str, names: ItemNames) -> ColumnUse | None:
    if plain(column).endswith("complete") and "_complete" in column:
        return ColumnUse(
            column=column, meaning=Meaning.COMPLETE, because="REDCap's state of the form."
        )
    found = names.questions.find(column)
    if found is None:
        return None
    return ColumnUse(
        column=column,
        meaning=Meaning.ANSWER,
        item=found.item,
        because="It is a question of the codebook.",
    )


def _rating(column: str, names: ItemNames, label: str) -> ColumnUse | None:
    whole = _named(column, names) or (_named(label, names) if label else None)
    if whole is not None and whole[0].by is not NamedBy.BEGINNING:
        return _rated(column, whole[0], Meaning.RATING, "", counts=whole[1])
    if column.casefold().endswith(_REASON_ENDING):
        of = _named(column[: -len(_REASON_ENDING)], names)
        if of is not None:
            return _rated(column, of[0], Meaning.REASON, "", counts=of[1])
    for pattern in (_SUFFIX, _PREFIX):
        match = pattern.fullmatch(column)
        base = _named(match["base"], names) if match is not None else None
        if match is None or base is None:
            continue
        if match["coder"].casefold() in _AGREED:
            why = "What coders agreed on is not taken: a consensus is reached in a meeting."
            return ColumnUse(column=column, because=why)
        return _rated(column, base[0], Meaning.RATING, match["coder"], counts=base[1])
    return _rated(column, whole[0], Meaning.RATING, "", counts=whole[1]) if whole else None


def _named(word: str, names: ItemNames) -> tuple[NamedItem, bool] | None:
    """Item that a word stands for, and whether it is one that is counted."""
    found = names.dimensions.find(word)
    if found is not None:
        return found, False
    counted = names.counts.find(word)
    return (counted, True) if counted is not None else None


def _rated(
    column: str, found: NamedItem, meaning: Meaning, coder: str, *, counts: bool
) -> ColumnUse:
    if counts:
        why = "A study keeps marks with their moments and takes no numbers of them."
        return ColumnUse(column=column, because=why)
    because = _BY[found.by] + (f" The rest names the coder, {coder}." if coder else "")
    return ColumnUse(column=column, meaning=meaning, item=found.item, coder=coder, because=because)


def _score(column: str, names: ItemNames) -> ColumnUse | None:
    if names.scores.find(column) is None:
        return None
    return ColumnUse(column=column, because="Scores are computed from ratings and not taken.")


def _settled(uses: Sequence[ColumnUse]) -> Sequence[ColumnUse]:
    """Uses of which none stands twice where it must not: the first one counts."""
    seen: Counter[tuple[Meaning, str, str]] = Counter()
    settled = []
    for use in uses:
        key = (use.meaning, use.item, use.coder)
        if use.meaning is not Meaning.NOTHING and seen[key]:
            why = f"Another column was taken for {use.item or use.meaning.replace('_', ' ')}."
            settled.append(ColumnUse(column=use.column, because=why))
            continue
        seen[key] += 1
        settled.append(use)
    beside = any(u.coder for u in settled if u.meaning is Meaning.RATING)
    return [
        replace(u, meaning=Meaning.NOTHING, item="", because="It does not say which coder.")
        if beside and u.meaning is Meaning.RATING and not u.coder
        else u
        for u in settled
    ]
