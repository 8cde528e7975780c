"""Returning a packet: what was done so far goes into a file for the lead, as often as wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from practicecoder.services.context import StudyServices
from practicecoder.services.packet_study import ENDING, ReturnWritten
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.languages import translate
from practicecoder.ui.packets.words import documents
from practicecoder.ui.tasks import run_task


def ask_to_return(
    services: StudyServices, over: QWidget, tell: Callable[[ReturnWritten], object]
) -> None:
    """Ask where the return goes, write it in the background, and tell what it holds."""
    facts = services.packet.facts
    if facts is None:
        return
    named = translate("Packets", "Return of {0} {1}").format(facts.coder_id, facts.number)
    proposed = documents() / f"{named}{ENDING}"
    chosen, _ = QFileDialog.getSaveFileName(
        over,
        translate("Packets", "Return the packet"),
        str(proposed),
        translate("Packets", "Returns (*{})").format(ENDING),
    )
    if not chosen:
        return
    out = Path(chosen)
    out = out if out.suffix.casefold() == ENDING else out.with_name(out.name + ENDING)
    run_task(
        over,
        lambda: services.packet.write_return(out),
        on_success=tell,
        on_failure=lambda error: tell_bug(over, error),
    )
