"""Checks of count codes: what they give way to, and the slots of a volley."""

from __future__ import annotations

from collections.abc import Iterator

from practicecoder.codebook.document import Table
from practicecoder.codebook.faults import Fault, quoted, unknown


def count_faults(book: Table) -> Iterator[Fault]:
    """Faults of the count ids that counts and parsing name."""
    count_ids = book.ids("counts")
    for count in book.entries("counts"):
        for path, other_id in count.texts("gives_way_to"):
            yield from unknown(path, other_id, "count", count_ids)
        known = [*count_ids, "other", "no_code"]
        path = count.at("when_unsure_use")
        yield from unknown(path, count.text("when_unsure_use"), "count", known)
    parsing = book.table("parsing")
    if parsing:
        path, unsure = parsing.at("unsure_reflection"), parsing.text("unsure_reflection")
        yield from unknown(path, unsure, "count", count_ids)
        for ladder in ("mia_ladder_low_to_high", "mina_ladder_low_to_high"):
            for path, count_id in parsing.texts(ladder):
                yield from unknown(path, count_id, "count", count_ids)
    yield from _circle_faults(book)


def _circle_faults(book: Table) -> Iterator[Fault]:
    """Faults of counts that, step by step, give way to themselves."""
    # Of such a circle no code would ever be counted.
    gives_way = {i: set(count.words("gives_way_to")) for i, count in book.by_id("counts").items()}
    for count in book.entries("counts"):
        count_id = count.text("id")
        reached: set[str] = set()
        waiting = [count_id] if count_id in gives_way else []
        while waiting:
            further = gives_way.get(waiting.pop(), set()) - reached
            reached |= further
            waiting.extend(further)
        if count_id in reached:
            yield Fault(
                path=count.at("gives_way_to"), what="The count gives way, step by step, to itself."
            )


def slot_faults(book: Table) -> Iterator[Fault]:
    """Faults of the slots of a volley and of their order."""
    slots: dict[str, list[Table]] = {}
    for count in book.entries("counts"):
        if (slot := count.text("volley_slot")) is not None:
            slots.setdefault(slot, []).append(count)
    parsing = book.table("parsing") or Table(("parsing",), {})
    precedence = parsing.table("slot_precedence") or Table(parsing.at("slot_precedence"), {})
    for slot, counts in slots.items():
        if len(counts) > 1 and not precedence.has(slot):
            yield Fault(
                path=counts[1].at("volley_slot"),
                what=f"The slot {quoted(slot)} has several counts and no order in "
                "[parsing.slot_precedence].",
            )
    for slot in precedence.content:
        yield from unknown(precedence.at(slot), slot, "slot", slots)
        listed = precedence.words(slot)
        if slot in slots and sorted(listed) != sorted(c.text("id") or "" for c in slots[slot]):
            yield Fault(
                path=precedence.at(slot),
                what=f"The order of slot {quoted(slot)} must list exactly its counts, each once.",
            )
    most = parsing.whole("max_codes_per_volley")
    if most is not None and most != len(slots):
        yield Fault(
            path=parsing.at("max_codes_per_volley"),
            what=f"There are {len(slots)} slots, and the file says {most}.",
        )
