"""Words of the transcript: roles in full and abbreviated, and who talks how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from practicecoder.domain.coding import Evidence
from practicecoder.domain.transcripts import SpeakerRole, TranscriptLine, talk_share
from practicecoder.ui.coding.polarity import POLARITY_WORDS


def role_choices() -> Mapping[SpeakerRole, str]:
    """Roles as they are chosen from, in their order."""
    return {
        SpeakerRole.WORKER: _tr("Worker"),
        SpeakerRole.PARENT: _tr("Parent or carer"),
        SpeakerRole.CHILD: _tr("Child"),
        SpeakerRole.OTHER_PROFESSIONAL: _tr("Other professional"),
        SpeakerRole.UNKNOWN: _tr("Unknown"),
    }


def speaker_words(line: TranscriptLine) -> str:
    """Who speaks, as it stands beside a line; empty if that is not known."""
    if line.speaker or line.role is SpeakerRole.UNKNOWN:
        return line.speaker
    return role_choices()[line.role]


def speaker_letters(line: TranscriptLine) -> str:
    """Who speaks in a letter or two and a number, where there is no room for words.

    Examples
    --------
    >>> speaker_letters(TranscriptLine(start_ms=0, end_ms=1, text="Yes", speaker="Parent 2"))
    'P2'
    """
    words = speaker_words(line)
    letters = {
        SpeakerRole.WORKER: _tr("W"),
        SpeakerRole.PARENT: _tr("P"),
        SpeakerRole.CHILD: _tr("C"),
        SpeakerRole.OTHER_PROFESSIONAL: _tr("O"),
        SpeakerRole.UNKNOWN: words[:1].upper(),
    }[line.role]
    number = words.rsplit(" ", 1)[-1]
    return f"{letters}{number}" if words and number.isdecimal() else letters


def evidence_words(evidence: Sequence[Evidence], labels: Mapping[str, str]) -> str:
    """Evidence of a line: dimensions, and what each piece shows."""
    return ", ".join(
        f"{' + '.join(labels.get(d, d) for d in piece.dimension_ids)} "
        f"({POLARITY_WORDS[piece.polarity]})"
        for piece in evidence
    )


def talk_share_words(lines: Sequence[TranscriptLine], until_ms: int | None) -> str:
    """Who talks how much of the talking time, in whole per cent; empty where it cannot be said."""
    shares = talk_share(lines, until_ms=until_ms)
    if not shares:
        return ""
    titles = role_choices()
    told = [
        _tr("{0} {1}%").format(titles[role].lower(), round(100 * share))
        for role, share in sorted(shares.items(), key=lambda item: -item[1])
    ]
    return _tr("Talking time: {0}").format(", ".join(told))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Transcript", text)
