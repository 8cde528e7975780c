"""The shape of a codebook file: which tables and keys there are, and of what type.

Only this module knows pydantic; it is imported when a codebook is read, not before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from practicecoder.codebook.faults import Fault, Path, child, near_match
from practicecoder.codebook.model import (
    AnswerType,
    AskWhen,
    AudioNeed,
    Better,
    CodebookStatus,
    EvidencePolicy,
    MissingPolicy,
    ScoreFunction,
)
from practicecoder.domain.sessions import SegmentChoice

LONGEST_LINE = 200
LONGEST_TEXT = 5000


def folded(text: str) -> str:
    """Text with runs of white space as one blank; an empty line starts a new paragraph."""
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n[^\S\n]*\n", text))
    return "\n\n".join(part for part in paragraphs if part)


def _paragraphs(text: str) -> str:
    return _fitting(folded(text), LONGEST_TEXT)


def _line(text: str) -> str:
    return _fitting(" ".join(text.split()), LONGEST_LINE)


def _fitting(text: str, longest: int) -> str:
    if not text:
        raise PydanticCustomError("blank", "The text is empty.")
    if len(text) > longest:
        raise PydanticCustomError(
            "long", "The text may have at most {longest} characters.", {"longest": longest}
        )
    return text


def _pattern(pattern: str, rule: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def checked(text: str) -> str:
        if not compiled.fullmatch(text):
            raise PydanticCustomError("pattern", "{rule}", {"rule": rule})
        return text

    return checked


def _answer(value: object) -> bool | str | float:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int | float) and abs(value) < 1e15:
        return float(value)
    raise PydanticCustomError("answer", "The value must be true, false, a text or a number.")


Text = Annotated[str, AfterValidator(_paragraphs)]
Line = Annotated[str, AfterValidator(_line)]
Id = Annotated[
    str,
    AfterValidator(
        _pattern(
            r"[a-z][a-z0-9_]{0,63}",
            "An id starts with a small letter and has small letters, digits and _ only.",
        )
    ),
]
Version = Annotated[
    str,
    AfterValidator(
        _pattern(r"\d{1,6}\.\d{1,6}\.\d{1,6}", "A version is three numbers, such as 1.0.0.")
    ),
]
BookId = Annotated[
    str,
    AfterValidator(
        _pattern(
            r"[A-Za-z0-9][A-Za-z0-9.-]{0,63}",
            "The codebook's id has letters, digits, . and - only.",
        )
    ),
]
Language = Annotated[
    str,
    AfterValidator(
        _pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "A language tag looks like en-GB.")
    ),
]
ShortAbbr = Annotated[
    str, AfterValidator(_pattern(r"[A-Za-z0-9]{1,4}", "An abbr has one to four letters."))
]
DimensionAbbr = Annotated[
    str, AfterValidator(_pattern(r"[A-Za-z0-9]{2,4}", "An abbr has two to four letters."))
]
MarkKey = Annotated[
    str, AfterValidator(_pattern(r"[a-z]", "A key for marking is one small letter."))
]
Answer = Annotated[object, AfterValidator(_answer)]
Bound = Annotated[int, Field(ge=-1000, le=1000)]
SmallCount = Annotated[int, Field(ge=1, le=1_000_000)]
EvidenceMin = dict[str, Annotated[int, Field(ge=0, le=20)]]
Range = Annotated[list[float], Field(min_length=2, max_length=2)]


class _Table(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)


class UnitTable(_Table):
    """Table ``[unit]``."""

    audio: Annotated[AudioNeed, Field(strict=False)]
    segments: Annotated[
        list[Annotated[SegmentChoice, Field(strict=False)]], Field(min_length=1, max_length=3)
    ]
    default_segment: Annotated[SegmentChoice, Field(strict=False)]
    random_minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    segment_label: Line = ""
    passes: Annotated[int, Field(ge=1, le=10)] = 1
    training_passes: Text = ""
    pausing: Text = ""


class EvidenceTable(_Table):
    """How much evidence ratings need: least pieces by level, and what their lack means."""

    policy: Annotated[EvidencePolicy, Field(strict=False)]
    minimum: EvidenceMin = Field(alias="min", default={})


class ScaleTable(_Table):
    """Table ``[scale]`` or a dimension's own ``scale``."""

    minimum: Bound = Field(alias="min")
    maximum: Bound = Field(alias="max")
    step: SmallCount
    better: Annotated[Better, Field(strict=False)]
    anchor: Bound | None = None
    level_names: dict[str, Line] | None = None
    levels: dict[str, Text] | None = None


class ReasonTable(_Table):
    """Entry of ``[[not_applicable_reasons]]``."""

    reason_id: Id = Field(alias="id")
    label: Line
    export_code: Annotated[int, Field(ge=-999_999, le=999_999)]
    dimensions: Annotated[list[Id], Field(min_length=1)] | None = None


class QuestionTable(_Table):
    """Entry of ``[[questions]]``."""

    question_id: Id = Field(alias="id")
    prompt: Text
    answer_type: Annotated[AnswerType, Field(strict=False)] = Field(alias="type")
    ask: Annotated[AskWhen, Field(strict=False)]
    help: Text = ""
    options: list[Line] = []
    required: bool = False
    required_when: dict[Id, Answer] = {}


class NotApplicableRuleTable(_Table):
    """Inline table ``not_applicable_when``."""

    question_id: Id = Field(alias="question")
    equals: Answer
    reason_id: Id = Field(alias="reason")


class DimensionTable(_Table):
    """Entry of ``[[dimensions]]``."""

    dimension_id: Id = Field(alias="id")
    label: Line
    abbr: DimensionAbbr
    group: Id
    origin: Line = ""
    aliases: list[Line] = []
    definition: Text = ""
    listen_for_higher: list[Line] = []
    listen_for_lower: list[Line] = []
    not_this: Text = ""
    scale: ScaleTable | None = None
    levels: dict[str, Text] | None = None
    evidence_min: EvidenceMin | None = None
    not_applicable_when: NotApplicableRuleTable | None = None
    not_applicable_allowed: bool = True


class CountTable(_Table):
    """Entry of ``[[counts]]``."""

    count_id: Id = Field(alias="id")
    label: Line
    abbr: ShortAbbr
    group: Id
    key: MarkKey
    definition: Text = ""
    includes: list[Line] = []
    excludes: list[Line] = []
    subtypes: list[Id] = []
    volley_slot: Id = ""
    gives_way_to: list[Id] = []
    when_unsure_use: Id = ""
    optional: bool = False
    speaker: Literal["worker", "client"] = "worker"


class ParsingTable(_Table):
    """Table ``[parsing]``; every key after the fourth is help for the coder."""

    once_per_slot_per_volley: bool = False
    max_codes_per_volley: SmallCount | None = None
    slot_precedence: dict[Id, Annotated[list[Id], Field(min_length=1)]] = {}
    show_totals: bool = False
    volley: Text | None = None
    utterance: Text | None = None
    unsure_parse: Text | None = None
    unsure_mia_vs_other: Text | None = None
    unsure_confront_vs_reflection: Text | None = None
    unsure_reflection: Id | None = None
    mia_ladder_low_to_high: list[Id] | None = None
    mina_ladder_low_to_high: list[Id] | None = None
    mia_mina_once_per_volley: bool | None = None
    stacked_questions: Text | None = None
    not_coded: list[Line] | None = None


class ScoreTable(_Table):
    """Entry of ``[[scores]]``."""

    score_id: Id = Field(alias="id")
    label: Line
    function: Annotated[ScoreFunction, Field(strict=False)] = Field(alias="fn")
    missing: Annotated[MissingPolicy, Field(strict=False)]
    of: list[Id] = []
    numerator: list[Id] = []
    denominator: list[Id] = []
    min_k: SmallCount | None = None
    decimals: Annotated[int, Field(ge=0, le=6)] = 2
    aliases: list[Line] = []
    note: Text = ""


class ThresholdTable(_Table):
    """Entry of ``[[thresholds]]``."""

    score_id: Id = Field(alias="score")
    name: Line
    at_least: float
    basis: Text = ""


class BenchmarkTable(_Table):
    """Entry of ``[[benchmarks]]``."""

    label: Line
    source: Line
    scores: Annotated[dict[Id, float], Field(min_length=1)]


class PublishedTable(_Table):
    """Table ``[reliability_published]``."""

    source: Line
    n_recordings: SmallCount
    n_coded_by_all_raters: SmallCount
    raters: SmallCount
    krippendorff_alpha: Range
    icc: Range
    note: Text = ""


class OccasionTable(_Table):
    """Entry of ``[[occasions]]``."""

    occasion_id: Id = Field(alias="id")
    label: Line
    abbr: ShortAbbr


class ChangeTable(_Table):
    """Table ``[change]``."""

    comparisons: Annotated[
        list[Annotated[list[Id], Field(min_length=2, max_length=2)]], Field(min_length=1)
    ]
    over: Literal["rated_at_both"] = "rated_at_both"
    note: Text = ""


class CodebookFile(_Table):
    """A whole file."""

    schema_name: Literal["practicecoder.codebook/1"] = Field(alias="schema")
    codebook_id: BookId = Field(alias="id")
    version: Version
    status: Annotated[CodebookStatus, Field(strict=False)]
    title: Line
    language: Language
    licence: Line
    wording: Text
    sources: list[Line]
    unit: UnitTable
    scale: ScaleTable
    evidence: EvidenceTable | None = None
    aliases: list[Line] = []
    threshold_note: Text = ""
    groups: dict[Id, Line] = {}
    not_applicable_reasons: Annotated[list[ReasonTable], Field(max_length=26)] = []
    questions: list[QuestionTable] = []
    dimensions: list[DimensionTable] = []
    counts: list[CountTable] = []
    parsing: ParsingTable = ParsingTable()
    scores: list[ScoreTable] = []
    thresholds: list[ThresholdTable] = []
    benchmarks: list[BenchmarkTable] = []
    reliability_published: PublishedTable | None = None
    occasions: list[OccasionTable] = []
    change: ChangeTable | None = None


def read_shape(document: Mapping[str, object], most: int) -> CodebookFile | tuple[Fault, ...]:
    """Document as typed tables, or the faults of its keys and types, no more than ``most``."""
    try:
        return CodebookFile.model_validate(document)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return tuple(_fault(detail, document) for detail in details[:most])


_SAYINGS = {
    "missing": "The key is missing.",
    "string_type": "The value must be a text in quotation marks.",
    "int_type": "The value must be a whole number.",
    "int_from_float": "The value must be a whole number.",
    "float_type": "The value must be a number.",
    "finite_number": "The value must be a finite number.",
    "bool_type": "The value must be true or false.",
    "list_type": "The value must be a list in square brackets.",
    "dict_type": "This must be a table.",
    "model_type": "This must be a table.",
    "enum": "The value must be {expected}.",
    "literal_error": "The value must be {expected}.",
    "too_short": "There must be at least {min_length} here, and there are {actual_length}.",
    "too_long": "There may be at most {max_length} here.",
    "greater_than_equal": "The number must be at least {ge}.",
    "less_than_equal": "The number may be at most {le}.",
}


def _fault(detail: ErrorDetails, document: Mapping[str, object]) -> Fault:
    path = _path_in(document, detail["loc"])
    if detail["type"] == "extra_forbidden":
        return Fault(
            path=path,
            what="There is no such key here.",
            fix=near_match(str(path[-1]), _keys(path)),
        )
    saying = _SAYINGS.get(detail["type"])
    what = saying.format(**detail.get("ctx", {})) if saying else detail["msg"]
    return Fault(path=path, what=what)


def _path_in(document: Mapping[str, object], loc: tuple[int | str, ...]) -> Path:
    """Part of pydantic's location that lies in the document, or the key that is missing there."""
    path: list[int | str] = []
    node: object = document
    for part in loc:
        if not (isinstance(node, list) or (isinstance(node, dict) and part in node)):
            # "[key]" stands for the name of an entry, which is in the path already.
            return (*path,) if part == "[key]" else (*path, part)
        node = child(node, part)
        path.append(part)
    return tuple(path)


def _keys(path: Path) -> list[str]:
    """Keys that the table around the end of a path may have."""
    table: type[_Table] | None = CodebookFile
    for part in path[:-1]:
        if isinstance(part, str) and table is not None:
            table = _table_in(_fields(table)[part])
    return list(_fields(table)) if table is not None else []


def _fields(table: type[_Table]) -> dict[str, object]:
    """Types of the keys of a table."""
    return {field.alias or name: field.annotation for name, field in table.model_fields.items()}


def _table_in(annotation: object) -> type[_Table] | None:
    """Table class inside an annotation such as ``list[ScoreTable]``; None if there is none."""
    if isinstance(annotation, type) and issubclass(annotation, _Table):
        return annotation
    return next(filter(None, map(_table_in, get_args(annotation))), None)
