"""Writes timed events for GSEQ in its language SDIS, as BORIS writes them."""

from __future__ import annotations

import re

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.losses import Losses, Written, seconds_text
from practicecoder.interchange.foreign.values import CodedRecording, ForeignData, ForeignEvent
from practicecoder.interchange.sheet import refused

_MEANS_SOMETHING = re.compile(r"""[\s\-/,;:<>(){}\[\]%&=*+.'"#$]""")
_NOT_IN_ID = re.compile(r"[\s<>;/%]+")
MOMENT_MS = 1
"""How long a moment is made to last."""


def write_sdis(data: ForeignData) -> Written:
    """Write all codings; blanks and marks that mean something in SDIS become low lines.

    Raises
    ------
    ImportedDataError
        If two codes would become the same.
    """
    losses = Losses(data)
    losses.media()
    losses.lengths()
    losses.ratings()
    losses.links()
    losses.session_notes()
    losses.timed_notes()
    losses.notes_of_marks()
    losses.uncoded()
    losses.attributes()
    moments = [e for one in data.recordings for e in one.events if e.end_ms in (None, e.start_ms)]
    losses.add(
        len(moments),
        f"1 moment is made to last {MOMENT_MS} ms.",
        f"{{}} moments are made to last {MOMENT_MS} ms.",
    )
    names = _names(data)
    losses.add(
        sum(name != "_".join(filter(None, key)) for key, name in names.items()),
        "1 code is written with another name.",
        "{} codes are written with other names.",
    )
    blocks = [_block(one, names) for one in data.recordings]
    return losses.written("\n".join(["% practicecoder", "Timed <seconds>;", "", *blocks, ""]))


def _names(data: ForeignData) -> dict[tuple[str, str], str]:
    """Names by speaker and code."""
    found: dict[tuple[str, str], str] = {}
    taken: dict[str, tuple[str, str]] = {}
    for event in (event for one in data.recordings for event in one.events if event.code):
        key = (event.speaker, event.code)
        name = _MEANS_SOMETHING.sub("_", "_".join(filter(None, key)))
        if taken.setdefault(name, key) != key:
            raise refused(
                "",
                f"The codes {quoted(taken[name][1])} and {quoted(event.code)} would both be "
                f"called {quoted(name)}.",
                fix="Rename one of them.",
            )
        found[key] = name
    return found


def _block(recording: CodedRecording, names: dict[tuple[str, str], str]) -> str:
    parts = [recording.session]
    if recording.coder is not None:
        parts.append(f"coder {recording.coder}")
    events = sorted(recording.events, key=lambda event: event.start_ms)
    row = "".join(
        f"{names[event.speaker, event.code]},{_span(event)} " for event in events if event.code
    )
    return f"<{_NOT_IN_ID.sub(' ', ' '.join(parts))}>\n{row}/\n"


def _span(event: ForeignEvent) -> str:
    end_ms = event.start_ms if event.end_ms is None else event.end_ms
    end_ms = max(end_ms, event.start_ms + MOMENT_MS)
    return f"{seconds_text(event.start_ms)}-{seconds_text(end_ms)}"
