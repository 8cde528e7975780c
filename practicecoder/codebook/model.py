"""What a coding scheme is, as typed values: scale, dimensions, questions, counts, scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from practicecoder.domain.coding import AnswerValue, CodebookRef
from practicecoder.domain.sessions import SegmentChoice


class CodebookStatus(StrEnum):
    """Drafts may be edited; released files are only superseded."""

    DRAFT = "draft"
    RELEASED = "released"


class AudioNeed(StrEnum):
    """Whether a coding needs a recording."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"


class Better(StrEnum):
    """Which end of the scale is the desired one."""

    HIGHER = "higher"
    LOWER = "lower"


class AnswerType(StrEnum):
    """Kinds of answers."""

    BOOL = "bool"
    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    MULTI_CHOICE = "multi_choice"


class AskWhen(StrEnum):
    """When a question is put."""

    BEFORE_LISTENING = "before_listening"
    BEFORE_RATING = "before_rating"
    ANY_TIME = "any_time"


class ScoreFunction(StrEnum):
    """Functions over parts; nothing else is evaluated."""

    MEAN = "mean"
    SUM = "sum"
    RATIO = "ratio"
    PERCENT = "percent"


class MissingPolicy(StrEnum):
    """Which parts a score needs."""

    ALL_REQUIRED = "all_required"
    MIN_K = "min_k"
    AVAILABLE = "available"
    UNDEFINED_IF_DENOMINATOR_ZERO = "undefined_if_denominator_zero"


class EvidencePolicy(StrEnum):
    """What happens at submission where a rating has less evidence than the codebook asks for."""

    OFF = "off"
    WARN = "warn"
    REQUIRE = "require"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One point of a scale. ``name`` and ``text`` are empty where the codebook gives none."""

    value: int
    name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Lowest and highest level, step, which end is better, and the anchor if there is one."""

    minimum: int
    maximum: int
    step: int
    better: Better
    anchor: int | None = None

    @property
    def values(self) -> tuple[int, ...]:
        """All levels, lowest first."""
        return tuple(range(self.minimum, self.maximum + 1, self.step))

    def __contains__(self, value: object) -> bool:
        """Whether a coder may give this value: a whole level of the scale."""
        return isinstance(value, int | float) and float(value) in {float(v) for v in self.values}

    def admits_final(self, value: float) -> bool:
        """Whether a final value lies on the scale; it may fall between levels."""
        return self.minimum <= value <= self.maximum


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicableReason:
    """Why a dimension cannot be rated. ``dimension_ids`` None: may be given everywhere."""

    reason_id: str
    label: str
    export_code: int
    dimension_ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Asked of the coder beside the ratings.

    ``required_when``: answers of other questions under which an answer is needed, all of them.
    """

    question_id: str
    prompt: str
    answer_type: AnswerType
    ask: AskWhen
    help: str = ""
    options: tuple[str, ...] = ()
    required: bool = False
    required_when: Mapping[str, AnswerValue] = field(default_factory=dict)

    def is_needed(self, answers: Mapping[str, AnswerValue]) -> bool:
        """Whether submission waits for an answer, given the answers so far."""
        if self.required:
            return True
        return bool(self.required_when) and all(
            answers.get(question) == value for question, value in self.required_when.items()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicableRule:
    """With this answer to the question the dimension is not applicable, for this reason."""

    question_id: str
    equals: AnswerValue
    reason_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A quality of the whole segment that is rated; ``levels`` lowest first, one per value."""

    dimension_id: str
    label: str
    abbr: str
    group: str
    scale: Scale
    levels: tuple[Level, ...]
    origin: str = ""
    aliases: tuple[str, ...] = ()
    definition: str = ""
    listen_for_higher: tuple[str, ...] = ()
    listen_for_lower: tuple[str, ...] = ()
    not_this: str = ""
    not_applicable_when: NotApplicableRule | None = None
    not_applicable_allowed: bool = True
    evidence_min: Mapping[int, int] = field(default_factory=dict)
    """Least pieces of evidence by level; a level that is not in it asks for none."""

    def evidence_wanted(self, value: float | None) -> int:
        """Least pieces of evidence for a rating of this level; 0 if not rated."""
        return 0 if value is None else self.evidence_min.get(int(value), 0)

    def level(self, value: float) -> Level:
        """Level of a value; KeyError if the value is not a level."""
        for level in self.levels:
            if level.value == value:
                return level
        raise KeyError(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountCode:
    """A behaviour that is counted. ``volley_slot`` empty: no slot rule for it."""

    count_id: str
    label: str
    abbr: str
    group: str
    key: str
    definition: str = ""
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    subtypes: tuple[str, ...] = ()
    volley_slot: str = ""
    gives_way_to: tuple[str, ...] = ()
    when_unsure_use: str = ""
    optional: bool = False
    speaker: str = "worker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsing:
    """Rules of counting. ``advice`` holds the help texts by key, shown and never computed with.

    ``show_totals``: how often each code was marked is shown while counting; otherwise it is hidden
    until the lock, as totals invite fitting.
    """

    once_per_slot_per_volley: bool = False
    max_codes_per_volley: int | None = None
    slot_precedence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    show_totals: bool = False
    advice: Mapping[str, str | bool | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreDefinition:
    """A score as a named function over dimension or count ids.

    ``of`` serves mean and sum; ``numerator`` and ``denominator`` serve ratio and percent, each
    list summed first. ``decimals`` is for display only.
    """

    score_id: str
    label: str
    function: ScoreFunction
    missing: MissingPolicy
    of: tuple[str, ...] = ()
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    min_k: int | None = None
    decimals: int = 2
    aliases: tuple[str, ...] = ()
    note: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Every id the score is computed from, each once, in order."""
        return tuple(dict.fromkeys((*self.of, *self.numerator, *self.denominator)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A published reference line; display only."""

    score_id: str
    name: str
    at_least: float
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """Published mean scores of some group; display only."""

    label: str
    source: str
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReliability:
    """Agreement published for the scheme; lowest and highest coefficient over dimensions."""

    source: str
    n_recordings: int
    n_coded_by_all_raters: int
    raters: int
    krippendorff_alpha: tuple[float, float]
    icc: tuple[float, float]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A planned point of a repeated form."""

    occasion_id: str
    label: str
    abbr: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRule:
    """Which occasions are compared, earlier first; differences are later minus earlier."""

    comparisons: tuple[tuple[str, str], ...]
    over: str = "rated_at_both"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What one coding covers."""

    audio: AudioNeed
    segments: tuple[SegmentChoice, ...]
    default_segment: SegmentChoice
    random_minutes: int | None = None
    segment_label: str = ""
    passes: int = 1
    training_passes: str = ""
    pausing: str = ""


@dataclass(frozen=True, kw_only=True)
class Codebook:
    """A whole coding scheme. Order of tuples is the order of the file, screens and exports.

    ``text`` is the file itself, kept with the study so that old codings keep their codebook.
    """

    codebook_id: str
    version: str
    digest: str
    status: CodebookStatus
    title: str
    language: str
    licence: str
    wording: str
    unit: Unit
    scale: Scale
    dimensions: tuple[Dimension, ...]
    text: str = field(repr=False)
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    threshold_note: str = ""
    groups: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[NotApplicableReason, ...] = ()
    questions: tuple[Question, ...] = ()
    counts: tuple[CountCode, ...] = ()
    parsing: Parsing = field(default_factory=Parsing)
    scores: tuple[ScoreDefinition, ...] = ()
    evidence_policy: EvidencePolicy = EvidencePolicy.OFF
    thresholds: tuple[Threshold, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    reliability_published: PublishedReliability | None = None
    occasions: tuple[Occasion, ...] = ()
    change: ChangeRule | None = None

    @property
    def ref(self) -> CodebookRef:
        """Id, version and digest."""
        return CodebookRef(codebook_id=self.codebook_id, version=self.version, digest=self.digest)

    @cached_property
    def dimension_ids(self) -> tuple[str, ...]:
        """Ids of the dimensions in order."""
        return tuple(d.dimension_id for d in self.dimensions)

    @cached_property
    def count_ids(self) -> tuple[str, ...]:
        """Ids of the count codes in order."""
        return tuple(c.count_id for c in self.counts)

    @cached_property
    def score_ids(self) -> tuple[str, ...]:
        """Ids of the scores in order."""
        return tuple(s.score_id for s in self.scores)

    def dimension(self, dimension_id: str) -> Dimension:
        """Dimension of an id; KeyError if there is none."""
        return self._dimensions_by_id[dimension_id]

    def count(self, count_id: str) -> CountCode:
        """Count code of an id; KeyError if there is none."""
        return self._counts_by_id[count_id]

    def score(self, score_id: str) -> ScoreDefinition:
        """Score definition of an id; KeyError if there is none."""
        return {s.score_id: s for s in self.scores}[score_id]

    def question(self, question_id: str) -> Question:
        """Question of an id; KeyError if there is none."""
        return {q.question_id: q for q in self.questions}[question_id]

    def reason(self, reason_id: str) -> NotApplicableReason:
        """Not-applicable reason of an id; KeyError if there is none."""
        return {r.reason_id: r for r in self.reasons}[reason_id]

    def reasons_for(self, dimension_id: str) -> tuple[NotApplicableReason, ...]:
        """Reasons that may be given on a dimension; empty if it must always be rated."""
        if not self.dimension(dimension_id).not_applicable_allowed:
            return ()
        return tuple(
            r for r in self.reasons if r.dimension_ids is None or dimension_id in r.dimension_ids
        )

    def label(self, item: str) -> str:
        """Words for a dimension, count or score id; KeyError if it is none of them."""
        return self._labels[item]

    @cached_property
    def _dimensions_by_id(self) -> dict[str, Dimension]:
        return {d.dimension_id: d for d in self.dimensions}

    @cached_property
    def _counts_by_id(self) -> dict[str, CountCode]:
        return {c.count_id: c for c in self.counts}

    @cached_property
    def _labels(self) -> dict[str, str]:
        labels = {d.dimension_id: d.label for d in self.dimensions}
        labels.update({c.count_id: c.label for c in self.counts})
        labels.update({s.score_id: s.label for s in self.scores})
        return labels
