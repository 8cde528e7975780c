"""Every preference with its words, default and limits, for the dialog and for the reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum

from practicecoder.ui.languages import QT_TRANSLATE_NOOP, translate
from practicecoder.ui.settings import (
    LOCK_AFTER_MIN,
    LOCK_LIMITS,
    PLAYBACK_LIMITS,
    TEXT_LIMITS,
    Contrast,
    Language,
    Limits,
    Looks,
    Motion,
    PedalMode,
    Pedals,
    Playback,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a preference is called, and what it does; both to be translated when shown."""

    title: str
    about: str = ""

    def shown(self) -> tuple[str, str]:
        """Title and explanation in the language of the window."""
        return in_language(self.title), in_language(self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the reference: where it is kept, what it may be, what it is at first."""

    key: str
    kind: str
    default: str
    limits: str
    about: str


def in_language(text: str) -> str:
    """Words of the preferences in the language of the window."""
    return translate("Preferences", text)


LISTENING: Mapping[str, Words] = {
    "step_ms": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Step back and forward"),
        about=QT_TRANSLATE_NOOP("Preferences", "How far Back and Forward go."),
    ),
    "small_step_ms": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Small step"),
        about=QT_TRANSLATE_NOOP("Preferences", "With Shift and an arrow, in the listening area."),
    ),
    "fine_step_ms": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Fine step"),
        about=QT_TRANSLATE_NOOP("Preferences", "With comma and full stop, in the listening area."),
    ),
    "replay_ms": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Replay"),
        about=QT_TRANSLATE_NOOP("Preferences", "How much Replay plays again."),
    ),
    "resume_back_ms": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Step back on resuming"),
        about=QT_TRANSLATE_NOOP("Preferences", "After a pause playing begins this much earlier."),
    ),
    "reaction_ms": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Evidence set back by"),
        about=QT_TRANSLATE_NOOP(
            "Preferences",
            "Evidence begins this much before the key was pressed, as one hears before one acts.",
        ),
    ),
    "silence_lead_ms": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Played of a skipped silence"),
        about=QT_TRANSLATE_NOOP(
            "Preferences", "The end of a silence is played, so that no first sound is cut."
        ),
    ),
    "second_speed": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Second speed"),
        about=QT_TRANSLATE_NOOP("Preferences", "The speed that one key changes to and back from."),
    ),
    "volume": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Volume"),
        about=QT_TRANSLATE_NOOP(
            "Preferences", "At 0% nothing sounds, and nothing counts as heard."
        ),
    ),
}
"""Fields of :class:`Playback` that are chosen, in the order of the page."""

LOOKS: Mapping[str, Words] = {
    "scheme": Words(title=QT_TRANSLATE_NOOP("Preferences", "Colours")),
    "contrast": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Contrast"),
        about=QT_TRANSLATE_NOOP(
            "Preferences",
            "Strong: text at 7:1 and marks at 4.5:1 or more, with thicker edges.",
        ),
    ),
    "text_scale": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Text size"),
        about=QT_TRANSLATE_NOOP("Preferences", "Of the system's text size; also Ctrl+Plus."),
    ),
    "motion": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Motion"),
        about=QT_TRANSLATE_NOOP(
            "Preferences", "Reduced: nothing moves or blinks by itself, apart from the playhead."
        ),
    ),
    "language": Words(
        title=QT_TRANSLATE_NOOP("Preferences", "Language"),
        about=QT_TRANSLATE_NOOP(
            "Preferences",
            "Takes effect at the next start. What is written to files is the same in all.",
        ),
    ),
}
"""Fields of :class:`Looks`, in the order of the page."""

LOCK_AFTER = Words(
    title=QT_TRANSLATE_NOOP("Preferences", "Lock an encrypted study after"),
    about=QT_TRANSLATE_NOOP(
        "Preferences",
        "When nothing was pressed or moved for so long; while sound plays the study stays open. "
        "Lock now, sleep and, on Linux, the lock of the screen lock it at once.",
    ),
)

CHOICES: Mapping[str, Mapping[StrEnum, str]] = {
    "contrast": {
        Contrast.SYSTEM: QT_TRANSLATE_NOOP("Preferences", "As the system"),
        Contrast.HIGH: QT_TRANSLATE_NOOP("Preferences", "Strong"),
        Contrast.NORMAL: QT_TRANSLATE_NOOP("Preferences", "Ordinary"),
    },
    "motion": {
        Motion.SYSTEM: QT_TRANSLATE_NOOP("Preferences", "As the system"),
        Motion.REDUCED: QT_TRANSLATE_NOOP("Preferences", "Reduced"),
        Motion.FULL: QT_TRANSLATE_NOOP("Preferences", "Full"),
    },
    "language": {
        Language.SYSTEM: QT_TRANSLATE_NOOP("Preferences", "As the system"),
        Language.ENGLISH: "English",
        Language.WELSH: "Cymraeg",
    },
}


def entries() -> tuple[Entry, ...]:
    """All preferences, as the reference lists them."""
    return (*_playback_entries(), *_looks_entries(), *_other_entries())


def reference_table() -> str:
    """The table of ``docs/preferences.md``."""
    lines = ["| key | type | default | limits | what it does |", "|---|---|---|---|---|"]
    lines += [
        f"| `{e.key}` | {e.kind} | {e.default} | {e.limits} | {e.about} |" for e in entries()
    ]
    return "\n".join(lines)


def _playback_entries() -> Iterable[Entry]:
    remembered = Words(title="Speed", about="Remembered from the last session; not in the dialog.")
    for name, default in asdict(Playback()).items():
        words = LISTENING.get(name, remembered)
        yield Entry(
            key=f"playback/{name}",
            kind="milliseconds" if name.endswith("_ms") else "number",
            default=f"{default:g}",
            limits=_between(PLAYBACK_LIMITS[name]),
            about=f"{words.title}. {words.about}",
        )


def _looks_entries() -> Iterable[Entry]:
    keys = {"scheme": "colour_scheme"}
    for each in fields(Looks):
        words, default = LOOKS[each.name], getattr(Looks(), each.name)
        yield Entry(
            key=f"looks/{keys.get(each.name, each.name)}",
            kind="word" if isinstance(default, StrEnum) else "number",
            default=f"{default}" if isinstance(default, StrEnum) else f"{default:g}",
            limits=_one_of(type(default))
            if isinstance(default, StrEnum)
            else _between(TEXT_LIMITS),
            about=f"{words.title}. {words.about}".strip(),
        )


def _other_entries() -> Iterable[Entry]:
    yield Entry(
        key="speech/model",
        kind="path",
        default="*empty*",
        limits="a folder with every file of a speech model",
        about="Speech model for transcripts made on this computer.",
    )
    yield Entry(
        key="speech/language",
        kind="word",
        default="*empty*",
        limits="a code such as `en`; empty: it is recognised",
        about="Language that is spoken in the recordings.",
    )
    yield Entry(
        key="protection/lock_after_min",
        kind="number",
        default=f"{LOCK_AFTER_MIN}",
        limits=f"{_between(LOCK_LIMITS)}; 0: never",
        about=f"{LOCK_AFTER.title}, in minutes. {LOCK_AFTER.about}",
    )
    yield Entry(
        key="keys/keymap",
        kind="JSON",
        default="`{}`",
        limits="unknown names and keys are passed over",
        about="Keys as differences from a preset, see [keys](keys.md).",
    )
    for pedal in ("play", "back", "forward"):
        yield Entry(
            key=f"pedals/{pedal}",
            kind="key",
            default="*empty*",
            limits="a key as Qt writes it, such as F13",
            about=f"Key that the pedal sends for {pedal}.",
        )
    yield Entry(
        key="pedals/mode",
        kind="word",
        default=str(Pedals().mode),
        limits=_one_of(PedalMode),
        about="Play while the pedal is held, or play and pause in turn.",
    )


def _between(limits: Limits) -> str:
    return f"{limits.least:g} to {limits.most:g}"


def _one_of(kind: type[StrEnum]) -> str:
    return ", ".join(f"`{each}`" for each in kind)
