"""Checks of scales and level texts, and of the export codes that must lie outside every scale."""

from __future__ import annotations

from collections.abc import Iterator

from practicecoder.codebook.document import Table
from practicecoder.codebook.faults import Fault

MOST_LEVELS = 101
MOST_SINGLE_CODES = 3
"""SPSS takes three single missing values for a variable, or one range."""


def scale_faults(book: Table) -> Iterator[Fault]:
    """Faults of bounds, anchors, level names and level texts of every scale."""
    shared = book.table("scale")
    shared_values = _values(shared)
    if shared:
        yield from _bound_faults(shared)
        yield from _level_faults(shared, shared_values)
    for dimension in book.entries("dimensions"):
        own = dimension.table("scale")
        values = _values(own) if own else shared_values
        if own:
            yield from _bound_faults(own)
            yield from _level_faults(own, values)
        if values is not None:
            yield from _name_faults(dimension, "levels", values)
            yield from _unknown_levels(dimension, "evidence_min", values)
    evidence = book.table("evidence")
    if evidence is not None and shared_values is not None:
        yield from _unknown_levels(evidence, "min", shared_values)


def _values(scale: Table | None) -> tuple[int, ...] | None:
    """Levels of a scale, lowest first; None if the scale is not sound."""
    if scale is None or any(True for _fault in _bound_faults(scale)):
        return None
    bounds = scale.whole("min"), scale.whole("max"), scale.whole("step")
    minimum, maximum, step = bounds
    if minimum is None or maximum is None or step is None or step < 1:
        return None
    return tuple(range(minimum, maximum + 1, step))


def _bound_faults(scale: Table) -> Iterator[Fault]:
    minimum, maximum, step = scale.whole("min"), scale.whole("max"), scale.whole("step")
    if minimum is None or maximum is None:
        return
    if minimum >= maximum:
        yield Fault(path=scale.at("max"), what="The highest level must be above the lowest.")
    elif step is not None and step >= 1 and (maximum - minimum) % step:
        yield Fault(
            path=scale.at("step"), what=f"Steps of {step} from {minimum} do not reach {maximum}."
        )
    elif step is not None and step >= 1 and (maximum - minimum) // step >= MOST_LEVELS:
        yield Fault(path=scale.at("max"), what=f"A scale may have at most {MOST_LEVELS} levels.")


def _level_faults(scale: Table, values: tuple[int, ...] | None) -> Iterator[Fault]:
    if values is None:
        return
    anchor = scale.whole("anchor")
    if anchor is not None and anchor not in values:
        yield Fault(path=scale.at("anchor"), what=f"The anchor {anchor} is not a level.")
    yield from _name_faults(scale, "level_names", values)
    yield from _name_faults(scale, "levels", values)


def _name_faults(table: Table, key: str, values: tuple[int, ...]) -> Iterator[Fault]:
    """Faults of a table that must hold exactly one entry for each level."""
    texts = table.table(key)
    if texts is None:
        return
    yield from _unknown_levels(table, key, values)
    missing = [str(value) for value in values if str(value) not in texts.content]
    if missing:
        yield Fault(path=texts.path, what=f"There is no text for level {', '.join(missing)}.")
    seen: dict[object, str] = {}
    for name, text in texts.content.items():
        if isinstance(text, str) and text.split() and seen.setdefault(text, name) != name:
            yield Fault(path=texts.at(name), what=f"The text is the same as that of {seen[text]}.")


def _unknown_levels(table: Table, key: str, values: tuple[int, ...]) -> Iterator[Fault]:
    """Faults of a table whose keys must be levels."""
    by_level = table.table(key)
    if by_level is None:
        return
    expected = {str(value) for value in values}
    for name in by_level.content:
        if name not in expected:
            yield Fault(
                path=by_level.at(name),
                what=f"The scale has no level {name[:20]!a}; "
                f"its levels are {values[0]} to {values[-1]}.",
            )


def export_code_faults(book: Table) -> Iterator[Fault]:
    """Faults of the numbers that stand for not-applicable reasons in SPSS and Stata files."""
    scales = [book.table("scale"), *(d.table("scale") for d in book.entries("dimensions"))]
    bounds = [
        (low, high)
        for scale in scales
        if scale
        and (low := scale.whole("min")) is not None
        and (high := scale.whole("max")) is not None
    ]
    codes: list[int] = []
    last: Table | None = None
    for reason in book.entries("not_applicable_reasons"):
        code = reason.whole("export_code")
        if code is None:
            continue
        last = reason
        if code in codes:
            yield Fault(
                path=reason.at("export_code"), what=f"The export code {code} is used twice."
            )
        if any(low <= code <= high for low, high in bounds):
            yield Fault(
                path=reason.at("export_code"), what=f"The export code {code} lies on the scale."
            )
        codes.append(code)
    distinct = set(codes)
    if last and len(distinct) > MOST_SINGLE_CODES and not _is_unbroken(distinct):
        yield Fault(
            path=last.at("export_code"),
            what=f"{len(distinct)} export codes must form one unbroken range.",
            fix=f"SPSS takes at most {MOST_SINGLE_CODES} single codes, or one range.",
        )


def _is_unbroken(codes: set[int]) -> bool:
    return max(codes) - min(codes) == len(codes) - 1
