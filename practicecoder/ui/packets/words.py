"""Numbers and files of packets in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from practicecoder.services.packet_shares import SUBMITTED_ALREADY, PacketPlan
from practicecoder.ui.languages import translate


def plan_in_words(plan: PacketPlan) -> str:
    """What a packet would hold: ``"12 sessions, 4 begun, 310 MB of sound."``."""
    n, begun = len(plan.sessions), sum(session.is_begun for session in plan.sessions)
    if not n:
        return _tr("Nothing to take along: every session is submitted or not to be coded.")
    parts = [_tr("1 session") if n == 1 else _tr("{} sessions").format(n)]
    if begun:
        parts.append(_tr("{} begun").format(begun))
    parts.append(_tr("{} of sound").format(size_in_words(plan.n_bytes)))
    return ", ".join(parts) + "."


def size_in_words(n_bytes: int) -> str:
    """Size of files: ``"under 1 MB"``, ``"310 MB"``."""
    if n_bytes < 1_000_000:
        return _tr("under 1 MB")
    return _tr("{:,.0f} MB").format(n_bytes / 1e6)


def left_in_words(plan: PacketPlan) -> str:
    """Why sessions are not in a packet, a line for each reason; submitted ones go unsaid."""
    reasons: dict[str, int] = {}
    for _session, reason in plan.left:
        reasons[reason] = reasons.get(reason, 0) + 1
    reasons.pop(SUBMITTED_ALREADY, None)
    return "\n".join(
        _tr("{0} not in it: {1}.").format(number, reason) for reason, number in reasons.items()
    )


def documents() -> Path:
    """Where files for other people are put unless somebody says otherwise."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()


def _tr(text: str) -> str:
    return translate("Packets", text)
