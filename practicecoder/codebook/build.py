"""From the checked tables of a file to the codebook that the program works with."""

from __future__ import annotations

from practicecoder.codebook.model import (
    Benchmark,
    ChangeRule,
    Codebook,
    CountCode,
    Dimension,
    EvidencePolicy,
    Level,
    NotApplicableReason,
    NotApplicableRule,
    Occasion,
    Parsing,
    PublishedReliability,
    Question,
    Scale,
    ScoreDefinition,
    Threshold,
    Unit,
)
from practicecoder.codebook.schema import (
    CodebookFile,
    CountTable,
    DimensionTable,
    ParsingTable,
    QuestionTable,
    ReasonTable,
    ScaleTable,
    ScoreTable,
)
from practicecoder.domain.coding import AnswerValue

_RULES_OF_PARSING = {
    "once_per_slot_per_volley",
    "max_codes_per_volley",
    "slot_precedence",
    "show_totals",
}


def build(file: CodebookFile, *, text: str, digest: str) -> Codebook:
    """Codebook of a file whose tables passed every check."""
    published = file.reliability_published
    return Codebook(
        codebook_id=file.codebook_id,
        version=file.version,
        digest=digest,
        status=file.status,
        title=file.title,
        language=file.language,
        licence=file.licence,
        wording=file.wording,
        unit=Unit(**{**dict(file.unit), "segments": tuple(file.unit.segments)}),
        scale=_scale(file.scale),
        dimensions=tuple(_dimension(table, file) for table in file.dimensions),
        evidence_policy=file.evidence.policy if file.evidence else EvidencePolicy.OFF,
        text=text,
        aliases=tuple(file.aliases),
        sources=tuple(file.sources),
        threshold_note=file.threshold_note,
        groups=dict(file.groups),
        reasons=tuple(_reason(table) for table in file.not_applicable_reasons),
        questions=tuple(_question(table) for table in file.questions),
        counts=tuple(_count(table) for table in file.counts),
        parsing=_parsing(file.parsing),
        scores=tuple(_score(table) for table in file.scores),
        thresholds=tuple(Threshold(**dict(table)) for table in file.thresholds),
        benchmarks=tuple(Benchmark(**dict(table)) for table in file.benchmarks),
        reliability_published=PublishedReliability(
            **{
                **dict(published),
                "krippendorff_alpha": tuple(published.krippendorff_alpha),
                "icc": tuple(published.icc),
            }
        )
        if published
        else None,
        occasions=tuple(Occasion(**dict(table)) for table in file.occasions),
        change=ChangeRule(
            comparisons=tuple((pair[0], pair[1]) for pair in file.change.comparisons),
            over=file.change.over,
            note=file.change.note,
        )
        if file.change
        else None,
    )


def _scale(table: ScaleTable) -> Scale:
    return Scale(
        minimum=table.minimum,
        maximum=table.maximum,
        step=table.step,
        better=table.better,
        anchor=table.anchor,
    )


def _dimension(table: DimensionTable, file: CodebookFile) -> Dimension:
    scale_table = table.scale or file.scale
    scale = _scale(scale_table)
    names = scale_table.level_names or {}
    texts = table.levels or scale_table.levels or {}
    rule = table.not_applicable_when
    return Dimension(
        dimension_id=table.dimension_id,
        label=table.label,
        abbr=table.abbr,
        group=table.group,
        scale=scale,
        levels=tuple(
            Level(value=value, name=names.get(str(value), ""), text=texts.get(str(value), ""))
            for value in scale.values
        ),
        origin=table.origin,
        aliases=tuple(table.aliases),
        definition=table.definition,
        listen_for_higher=tuple(table.listen_for_higher),
        listen_for_lower=tuple(table.listen_for_lower),
        not_this=table.not_this,
        not_applicable_when=NotApplicableRule(
            question_id=rule.question_id,
            equals=_answer(rule.equals),
            reason_id=rule.reason_id,
        )
        if rule
        else None,
        not_applicable_allowed=table.not_applicable_allowed,
        evidence_min=_evidence_min(table, file),
    )


def _evidence_min(table: DimensionTable, file: CodebookFile) -> dict[int, int]:
    """Least evidence by level: the dimension's own, else the codebook's."""
    if file.evidence is None or file.evidence.policy is EvidencePolicy.OFF:
        return {}
    shared = file.evidence.minimum if table.scale is None else {}
    own = table.evidence_min if table.evidence_min is not None else shared
    return {int(level): least for level, least in own.items()}


def _answer(value: object) -> AnswerValue:
    assert isinstance(value, bool | str | float)  # as the schema makes sure
    return value


def _reason(table: ReasonTable) -> NotApplicableReason:
    return NotApplicableReason(
        reason_id=table.reason_id,
        label=table.label,
        export_code=table.export_code,
        dimension_ids=None if table.dimensions is None else tuple(table.dimensions),
    )


def _question(table: QuestionTable) -> Question:
    return Question(
        question_id=table.question_id,
        prompt=table.prompt,
        answer_type=table.answer_type,
        ask=table.ask,
        help=table.help,
        options=tuple(table.options),
        required=table.required,
        required_when={key: _answer(value) for key, value in table.required_when.items()},
    )


def _count(table: CountTable) -> CountCode:
    return CountCode(
        count_id=table.count_id,
        label=table.label,
        abbr=table.abbr,
        group=table.group,
        key=table.key,
        definition=table.definition,
        includes=tuple(table.includes),
        excludes=tuple(table.excludes),
        subtypes=tuple(table.subtypes),
        volley_slot=table.volley_slot,
        gives_way_to=tuple(table.gives_way_to),
        when_unsure_use=table.when_unsure_use,
        optional=table.optional,
        speaker=table.speaker,
    )


def _parsing(table: ParsingTable) -> Parsing:
    advice: dict[str, str | bool | tuple[str, ...]] = {}
    for key, value in table:
        if key in _RULES_OF_PARSING or value is None:
            continue
        advice[key] = tuple(value) if isinstance(value, list) else value
    return Parsing(
        once_per_slot_per_volley=table.once_per_slot_per_volley,
        max_codes_per_volley=table.max_codes_per_volley,
        slot_precedence={slot: tuple(ids) for slot, ids in table.slot_precedence.items()},
        show_totals=table.show_totals,
        advice=advice,
    )


def _score(table: ScoreTable) -> ScoreDefinition:
    return ScoreDefinition(
        score_id=table.score_id,
        label=table.label,
        function=table.function,
        missing=table.missing,
        of=tuple(table.of),
        numerator=tuple(table.numerator),
        denominator=tuple(table.denominator),
        min_k=table.min_k,
        decimals=table.decimals,
        aliases=tuple(table.aliases),
        note=table.note,
    )
