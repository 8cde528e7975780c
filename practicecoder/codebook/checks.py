"""What must hold between the parts of a codebook file: references, bounds, names, characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from practicecoder.codebook.characters import faults_of_characters
from practicecoder.codebook.count_checks import count_faults, slot_faults
from practicecoder.codebook.document import Table, all_texts
from practicecoder.codebook.faults import Fault, Path, quoted, unknown
from practicecoder.codebook.names import why_no_column
from practicecoder.codebook.question_checks import question_faults, reason_faults, rule_faults
from practicecoder.codebook.scale_checks import export_code_faults, scale_faults
from practicecoder.codebook.score_checks import score_faults


def check_references(file_stem: str | None, book: Table) -> Iterator[Fault]:
    """Every fault between the parts of a file, whose types may be wrong as well.

    ``file_stem`` is the file's name without ``.toml``; None if the text has no such file.
    """
    yield from _file_name_faults(file_stem, book)
    for check in _CHECKS:
        yield from check(book)


def _file_name_faults(file_stem: str | None, book: Table) -> Iterator[Fault]:
    codebook_id = book.text("id")
    if file_stem is not None and codebook_id is not None and codebook_id != file_stem:
        yield Fault(
            path=("id",),
            what=f"The id {quoted(codebook_id)} is not the file name {quoted(file_stem)}.",
            fix="Rename the file or change the id.",
        )


def _content_faults(book: Table) -> Iterator[Fault]:
    if not book.has("dimensions") and not book.has("counts"):
        yield Fault(path=("dimensions",), what="The codebook rates and counts nothing.")
    if book.entries("thresholds") and not book.has("threshold_note"):
        yield Fault(
            path=("threshold_note",),
            what="There are thresholds and no threshold_note.",
            fix="Say what the thresholds rest on.",
        )


def _repeat_faults(book: Table) -> Iterator[Fault]:
    dimensions, counts = book.entries("dimensions"), book.entries("counts")
    columns = [*dimensions, *counts, *book.entries("scores"), *book.entries("questions")]
    yield from _repeats(columns, "id")
    yield from _repeats([*dimensions, *counts], "abbr")
    yield from _repeats(counts, "key")
    yield from _repeats(book.entries("not_applicable_reasons"), "id")
    yield from _repeats(book.entries("occasions"), "id")
    yield from _repeats(book.entries("occasions"), "abbr")
    for entry in columns:
        item_id = entry.text("id")
        if item_id is not None and (why := why_no_column(item_id)):
            yield Fault(path=entry.at("id"), what=why, fix="Choose another id.")


def _group_faults(book: Table) -> Iterator[Fault]:
    groups = book.table("groups")
    known = list(groups.content) if groups else []
    for entry in [*book.entries("dimensions"), *book.entries("counts")]:
        yield from unknown(entry.at("group"), entry.text("group"), "group", known)


def _repeats(entries: Iterable[Table], key: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for entry in entries:
        value = entry.text(key)
        if value is None:
            continue
        if value in seen:
            yield Fault(path=entry.at(key), what=f"The {key} {quoted(value)} is used twice.")
        seen.add(value)


def _unit_faults(book: Table) -> Iterator[Fault]:
    unit = book.table("unit")
    if unit is None:
        return
    segments = unit.words("segments")
    default = unit.text("default_segment")
    if segments and default is not None and default not in segments:
        yield Fault(
            path=unit.at("default_segment"),
            what=f"The default {quoted(default)} is not one of the segments.",
        )
    if "random" in segments and not unit.has("random_minutes"):
        yield Fault(
            path=unit.at("random_minutes"), what="Random segments need a length in random_minutes."
        )
    if unit.text("audio") == "none" and segments not in ([], ["whole"]):
        yield Fault(path=unit.at("segments"), what='Without audio the only segment is "whole".')


def _occasion_faults(book: Table) -> Iterator[Fault]:
    occasions = book.ids("occasions")
    change = book.table("change")
    comparisons = change.content.get("comparisons") if change else None
    for at, pair in enumerate(comparisons if isinstance(comparisons, list) else []):
        path: Path = ("change", "comparisons", at)
        if not isinstance(pair, list) or len(pair) != 2:
            continue
        for side, occasion_id in enumerate(pair):
            if isinstance(occasion_id, str):
                yield from unknown((*path, side), occasion_id, "occasion", occasions)
        places = [occasions.index(side) for side in pair if side in occasions]
        if len(places) == 2 and places[0] >= places[1]:
            yield Fault(path=path, what="The earlier occasion comes first.", fix="Swap the two.")


def _character_faults(book: Table) -> Iterator[Fault]:
    for path, text in all_texts(book.content):
        for what in faults_of_characters(text):
            yield Fault(path=path, what=what)


_CHECKS: tuple[Callable[[Table], Iterator[Fault]], ...] = (
    _content_faults,
    _repeat_faults,
    scale_faults,
    _group_faults,
    reason_faults,
    question_faults,
    rule_faults,
    count_faults,
    export_code_faults,
    slot_faults,
    score_faults,
    _unit_faults,
    _occasion_faults,
    _character_faults,
)
