"""What the window remembers between two starts on this computer, typed over QSettings."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from math import isnan
from pathlib import Path
from typing import TypeGuard, TypeVar, cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from practicecoder.domain.ids import BlindCode, CoderId, StudyId
from practicecoder.domain.study import StudyRecord

ORGANISATION = "practicecoder"
APPLICATION = "practicecoder"
RECENT_LIMIT = 8
"""How many recent studies are kept."""
SMALLEST_TEXT, LARGEST_TEXT = 0.8, 2.0
"""Limits of the text size, as a factor of the system's."""

T = TypeVar("T")
N = TypeVar("N", int, float)


@dataclass(frozen=True, slots=True)
class Limits:
    """Least and greatest value that a preference may have."""

    least: float
    most: float

    def hold(self, value: N) -> N:
        """Nearest value within the limits."""
        return type(value)(min(max(value, self.least), self.most))


TEXT_LIMITS = Limits(SMALLEST_TEXT, LARGEST_TEXT)


class ColourScheme(StrEnum):
    """Light or dark, or whatever the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """Strong contrast, the ordinary one, or whatever the system says."""

    SYSTEM = "system"
    HIGH = "high"
    NORMAL = "normal"


class Motion(StrEnum):
    """Whether things may move on the screen, or whatever the system says."""

    SYSTEM = "system"
    REDUCED = "reduced"
    FULL = "full"


class Language(StrEnum):
    """Language of the window, or the system's; what is written to files is the same in all."""

    SYSTEM = "system"
    ENGLISH = "en_GB"
    WELSH = "cy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How the window looks, moves and speaks. ``text_scale`` is a factor of the system's size."""

    scheme: ColourScheme = ColourScheme.SYSTEM
    contrast: Contrast = Contrast.SYSTEM
    text_scale: float = 1.0
    motion: Motion = Motion.SYSTEM
    language: Language = Language.SYSTEM


@dataclass(frozen=True, slots=True, kw_only=True)
class Playback:
    """Steps and speeds of listening. Times are in milliseconds, speeds in multiples of 1.0.

    ``resume_back_ms`` is the step back on resuming; ``reaction_ms`` is how far evidence is set
    back from the moment the key was pressed; ``silence_lead_ms`` is what is played of the end of
    a silence that is skipped.
    """

    step_ms: int = 5_000
    small_step_ms: int = 1_000
    fine_step_ms: int = 200
    replay_ms: int = 10_000
    resume_back_ms: int = 2_000
    reaction_ms: int = 3_000
    silence_lead_ms: int = 300
    speed: float = 1.0
    second_speed: float = 1.5
    volume: float = 1.0


PLAYBACK_LIMITS: Mapping[str, Limits] = {
    "step_ms": Limits(500, 60_000),
    "small_step_ms": Limits(100, 10_000),
    "fine_step_ms": Limits(20, 2_000),
    "replay_ms": Limits(1_000, 120_000),
    "resume_back_ms": Limits(0, 10_000),
    "reaction_ms": Limits(0, 10_000),
    "silence_lead_ms": Limits(0, 1_000),
    "speed": Limits(0.5, 2.0),
    "second_speed": Limits(0.5, 2.0),
    "volume": Limits(0.0, 1.0),
}
"""Limits of every field of :class:`Playback`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedKeymap:
    """Keys as somebody chose them: a named preset, and where they differ from it.

    ``actions`` and ``bare`` go from a command's name to its keys as portable texts; whoever reads
    them passes over names and keys that are not known. ``characters_on`` tells whether letters,
    digits and signs act without Ctrl or Alt.
    """

    preset: str = "practicecoder"
    actions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bare: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    characters_on: bool = True


class PedalMode(StrEnum):
    """What the play pedal does: play while it is held, or play and pause in turn."""

    HOLD = "hold"
    TOGGLE = "toggle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pedals:
    """Keys that a foot pedal sends, as portable texts; empty where there is no pedal."""

    play: str = ""
    back: str = ""
    forward: str = ""
    mode: PedalMode = PedalMode.HOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPlace:
    """Where a person stopped: the session, by its blind code, and the moment in it.

    ``is_open`` while the session is open, and so also after the program ended without closing
    it; ``note_id`` is the note that was being written, empty if none was.
    """

    blind_code: BlindCode
    position_ms: int
    is_open: bool = False
    note_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A way of looking at a table under a name: what is kept, which columns, in which order.

    ``columns`` and ``sorted_by`` are titles as the program declares them. Empty words, ``pick``
    and ``state`` keep every row; no columns are all of them, and no ``sorted_by`` is the order
    that rows come in. Whoever reads a view passes over what is not known.
    """

    name: str
    words: str = ""
    pick: str = ""
    state: str = ""
    columns: tuple[str, ...] = ()
    sorted_by: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentStudy:
    """A study that was open on this computer, with the title it had then."""

    path: Path
    title: str
    study_id: StudyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a person chose, as a whole: to be put aside and brought back."""

    playback: Playback = Playback()
    looks: Looks = Looks()
    speech_model: Path | None = None
    speech_language: str = ""


class Settings(QObject):
    """Preferences and last places. Nothing here is needed to read a study."""

    playback_changed = Signal()
    looks_changed = Signal()

    def __init__(self, store: QSettings | None = None) -> None:
        super().__init__()
        self._store = store if store is not None else _user_store()

    # Studies

    @property
    def recent_studies(self) -> tuple[RecentStudy, ...]:
        """Studies opened last, newest first; their folders may have gone since."""
        paths = self._texts("studies/recent")
        return tuple(
            RecentStudy(
                path=Path(path),
                title=self._text(f"studies/{_level(path)}/title", Path(path).name),
                study_id=StudyId(self._text(f"studies/{_level(path)}/id", "")),
            )
            for path in paths
        )

    def remember_study(self, path: Path, record: StudyRecord) -> None:
        """Put a study at the head of the recent ones."""
        others = [str(s.path) for s in self.recent_studies if s.path != path]
        self._store.setValue("studies/recent", [str(path), *others][:RECENT_LIMIT])
        self._store.setValue(f"studies/{_level(str(path))}/title", record.title)
        self._store.setValue(f"studies/{_level(str(path))}/id", str(record.study_id))

    def forget_study(self, path: Path) -> None:
        """Take a study off the list; its folder is not touched."""
        others = [str(s.path) for s in self.recent_studies if s.path != path]
        self._store.setValue("studies/recent", others)
        self._store.remove(f"studies/{_level(str(path))}")

    def identity(self, study_id: StudyId) -> CoderId | None:
        """Who last worked in the study on this computer; None if nobody chose yet."""
        text = self._text(f"study/{study_id}/identity", "")
        return CoderId(text) if text else None

    def set_identity(self, study_id: StudyId, coder_id: CoderId | None) -> None:
        """Keep who works in the study."""
        self._store.setValue(f"study/{study_id}/identity", coder_id or "")

    def last_place(self, study_id: StudyId, coder_id: CoderId) -> LastPlace | None:
        """Where the coder stopped in the study; None if they have not listened yet."""
        prefix = f"study/{study_id}/place/{coder_id}"
        blind_code = self._text(f"{prefix}/session", "")
        if not blind_code:
            return None
        position = self._number(f"{prefix}/position_ms", 0)
        return LastPlace(
            blind_code=BlindCode(blind_code),
            position_ms=int(position),
            is_open=self._text(f"{prefix}/is_open", "") == "yes",
            note_id=self._text(f"{prefix}/note", ""),
        )

    def set_last_place(
        self, study_id: StudyId, coder_id: CoderId, place: LastPlace | None
    ) -> None:
        """Keep where the coder stopped; None forgets it."""
        prefix = f"study/{study_id}/place/{coder_id}"
        if place is None:
            self._store.remove(prefix)
            return
        self._store.setValue(f"{prefix}/session", str(place.blind_code))
        self._store.setValue(f"{prefix}/position_ms", place.position_ms)
        self._store.setValue(f"{prefix}/is_open", "yes" if place.is_open else "no")
        self._store.setValue(f"{prefix}/note", place.note_id)

    def saved_views(self, study_id: StudyId) -> tuple[SavedView, ...]:
        """Views of the lead's table that were saved for the study, in the order of saving."""
        saved = self._json(f"study/{study_id}/views")
        return tuple(_view(one) for one in saved if _is_view(one)) if _is_list(saved) else ()

    def set_saved_views(self, study_id: StudyId, views: Sequence[SavedView]) -> None:
        """Keep the views of the lead's table; none forgets them."""
        key = f"study/{study_id}/views"
        if not views:
            self._store.remove(key)
            return
        text = json.dumps([asdict(view) for view in views], ensure_ascii=False, sort_keys=True)
        self._store.setValue(key, text)

    # Preferences

    @property
    def preferences(self) -> Preferences:
        """Everything that the preferences show, apart from the keys."""
        return Preferences(
            playback=self.playback,
            looks=self.looks,
            speech_model=self.speech_model,
            speech_language=self.speech_language,
        )

    @preferences.setter
    def preferences(self, preferences: Preferences) -> None:
        self.playback = preferences.playback
        self.looks = preferences.looks
        self.speech_model = preferences.speech_model
        self.speech_language = preferences.speech_language

    @property
    def looks(self) -> Looks:
        """How the window looks, moves and speaks."""
        return Looks(
            scheme=self._read("looks/colour_scheme", ColourScheme, ColourScheme.SYSTEM),
            contrast=self._read("looks/contrast", Contrast, Contrast.SYSTEM),
            text_scale=TEXT_LIMITS.hold(self._number("looks/text_scale", 1.0)),
            motion=self._read("looks/motion", Motion, Motion.SYSTEM),
            language=self._read("looks/language", Language, Language.SYSTEM),
        )

    @looks.setter
    def looks(self, looks: Looks) -> None:
        if looks == self.looks:
            return
        self._store.setValue("looks/colour_scheme", looks.scheme.value)
        self._store.setValue("looks/contrast", looks.contrast.value)
        self._store.setValue("looks/text_scale", TEXT_LIMITS.hold(looks.text_scale))
        self._store.setValue("looks/motion", looks.motion.value)
        self._store.setValue("looks/language", looks.language.value)
        self.looks_changed.emit()

    @property
    def text_scale(self) -> float:
        """Text size as a factor of the system's."""
        return self.looks.text_scale

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self.looks = replace(self.looks, text_scale=TEXT_LIMITS.hold(scale))

    @property
    def colour_scheme(self) -> ColourScheme:
        """Light, dark or as the system."""
        return self.looks.scheme

    @colour_scheme.setter
    def colour_scheme(self, scheme: ColourScheme) -> None:
        self.looks = replace(self.looks, scheme=scheme)

    @property
    def playback(self) -> Playback:
        """Steps and speeds of listening, each within its limits."""
        known = {
            name: self._bounded(f"playback/{name}", PLAYBACK_LIMITS[name], default)
            for name, default in asdict(Playback()).items()
        }
        return Playback(**known)

    @playback.setter
    def playback(self, playback: Playback) -> None:
        if playback == self.playback:
            return
        for name, value in asdict(playback).items():
            self._store.setValue(f"playback/{name}", PLAYBACK_LIMITS[name].hold(value))
        self.playback_changed.emit()

    # Keys

    @property
    def keymap(self) -> SavedKeymap:
        """Keys as they were chosen."""
        saved = self._json("keys/keymap")
        if not isinstance(saved, dict):
            return SavedKeymap()
        preset = saved.get("preset")
        return SavedKeymap(
            preset=preset if isinstance(preset, str) else SavedKeymap().preset,
            actions=_keys_by_name(saved.get("actions")),
            bare=_keys_by_name(saved.get("bare")),
            characters_on=saved.get("characters_on") is not False,
        )

    @keymap.setter
    def keymap(self, keymap: SavedKeymap) -> None:
        text = json.dumps(asdict(keymap), ensure_ascii=False, sort_keys=True)
        self._store.setValue("keys/keymap", text)

    @property
    def pedals(self) -> Pedals:
        """Keys that the foot pedal sends."""
        return Pedals(
            play=self._text("pedals/play", ""),
            back=self._text("pedals/back", ""),
            forward=self._text("pedals/forward", ""),
            mode=self._read("pedals/mode", PedalMode, PedalMode.HOLD),
        )

    @pedals.setter
    def pedals(self, pedals: Pedals) -> None:
        for name, value in asdict(pedals).items():
            self._store.setValue(f"pedals/{name}", str(value))

    @property
    def recent_commands(self) -> tuple[str, ...]:
        """Names of the commands found last in the palette, newest first."""
        return self._texts("palette/recent")

    @recent_commands.setter
    def recent_commands(self, names: tuple[str, ...]) -> None:
        self._store.setValue("palette/recent", list(names))

    # Speech recognition

    @property
    def speech_model(self) -> Path | None:
        """Folder of the speech model; None while nobody chose one."""
        text = self._text("speech/model", "")
        return Path(text) if text else None

    @speech_model.setter
    def speech_model(self, folder: Path | None) -> None:
        self._store.setValue("speech/model", "" if folder is None else str(folder))

    @property
    def speech_language(self) -> str:
        """Code of the language that is spoken, such as ``en``; empty: the model recognises it."""
        return self._text("speech/language", "")

    @speech_language.setter
    def speech_language(self, language: str) -> None:
        self._store.setValue("speech/language", language)

    # Windows

    def window_state(self, name: str) -> QByteArray:
        """Saved geometry, dock or splitter state by name; empty if there is none."""
        value = self._store.value(f"windows/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_window_state(self, name: str, state: QByteArray) -> None:
        """Keep a geometry, dock or splitter state; an empty one forgets it."""
        if state.isEmpty():
            self._store.remove(f"windows/{name}")
        else:
            self._store.setValue(f"windows/{name}", state)

    def save(self) -> None:
        """Write everything to disk."""
        self._store.sync()

    # Reading with care: the file may be edited by hand or come from another version

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else default

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self._store.value(key)
        if isinstance(value, str):  # QSettings writes a list of one as a plain text
            return (value,) if value else ()
        return tuple(str(item) for item in value) if isinstance(value, list) else ()

    def _json(self, key: str) -> object:
        """Value of a JSON text; None if there is none or it cannot be read."""
        try:
            return cast("object", json.loads(self._text(key, "null")))
        except json.JSONDecodeError:
            return None

    def _bounded(self, key: str, limits: Limits, default: N) -> N:
        read = self._number(key, default)
        return default if isnan(read) else type(default)(limits.hold(float(read)))

    def _number(self, key: str, default: float) -> float:
        return self._read(key, float, default)

    def _read(self, key: str, convert: Callable[[str], T], default: T) -> T:
        value = self._store.value(key)
        if value is None:
            return default
        try:
            return convert(str(value))
        except ValueError:
            return default


def _user_store() -> QSettings:
    scope = QSettings.Scope.UserScope
    return QSettings(QSettings.Format.IniFormat, scope, ORGANISATION, APPLICATION)


def _level(path: str) -> str:
    """Path as one level of a settings key."""
    return path.replace("/", "|").replace("\\", "|")


def _keys_by_name(saved: object) -> dict[str, tuple[str, ...]]:
    """Keys by the name of their command, without what is no text."""
    if not isinstance(saved, dict):
        return {}
    return {
        name: tuple(key for key in keys if isinstance(key, str))
        for name, keys in saved.items()
        if isinstance(name, str) and isinstance(keys, list)
    }


def _is_list(saved: object) -> TypeGuard[list[object]]:
    return isinstance(saved, list)


def _is_view(saved: object) -> TypeGuard[dict[str, object]]:
    return isinstance(saved, dict) and isinstance(saved.get("name"), str) and bool(saved["name"])


def _view(saved: Mapping[str, object]) -> SavedView:
    """View as it was saved, without what is not of its kind."""
    texts = {
        key: value
        for key in ("name", "words", "pick", "state", "sorted_by")
        if isinstance(value := saved.get(key), str)
    }
    columns = saved.get("columns")
    return SavedView(
        **texts,
        columns=tuple(c for c in columns if isinstance(c, str)) if _is_list(columns) else (),
        descending=saved.get("descending") is True,
    )
