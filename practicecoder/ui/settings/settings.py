"""What the window remembers between two starts on this computer, typed over QSettings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from practicecoder.domain.ids import BlindCode, CoderId, StudyId
from practicecoder.domain.study import StudyRecord
from practicecoder.ui.settings.keys import PedalMode, Pedals, SavedKeymap, keymap_from
from practicecoder.ui.settings.limits import LOCK_AFTER_MIN, LOCK_LIMITS
from practicecoder.ui.settings.listening import PLAYBACK_LIMITS, Playback
from practicecoder.ui.settings.looks import (
    TEXT_LIMITS,
    ColourScheme,
    Contrast,
    Language,
    Looks,
    Motion,
)
from practicecoder.ui.settings.places import LastPlace, RecentStudy, SavedView, views_from
from practicecoder.ui.settings.shelf import Shelf
from practicecoder.ui.settings.stored import Stored

ORGANISATION = "practicecoder"
APPLICATION = "practicecoder"
RECENT_LIMIT = 8
"""How many recent studies are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a person chose, as a whole: to be put aside and brought back."""

    playback: Playback = field(default_factory=Playback)
    looks: Looks = field(default_factory=Looks)
    speech_model: Path | None = None
    speech_language: str = ""
    lock_after_min: int = LOCK_AFTER_MIN


class Settings(QObject):
    """Preferences and last places. Nothing here is needed to read a study."""

    playback_changed = Signal()
    looks_changed = Signal()
    lock_changed = Signal()

    def __init__(self, store: QSettings | None = None) -> None:
        super().__init__()
        self._store = store if store is not None else _user_store()
        self._stored = Stored(self._store)
        self._keys: dict[StudyId, bytes | None] = {}

    # Studies

    @property
    def recent_studies(self) -> tuple[RecentStudy, ...]:
        """Studies opened last, newest first; their folders may have gone since."""
        paths = self._stored.texts("studies/recent")
        return tuple(
            RecentStudy(
                path=Path(path),
                title=self._stored.text(f"studies/{_level(path)}/title", Path(path).name),
                study_id=StudyId(self._stored.text(f"studies/{_level(path)}/id", "")),
            )
            for path in paths
        )

    def remember_study(
        self,
        path: Path,
        record: StudyRecord,
        key: bytes | None = None,
        holder: str | None = None,
    ) -> None:
        """Put a study at the head of the recent ones.

        ``key`` is that of an encrypted study: its title is not kept, and what is remembered about
        it is encrypted and known until :meth:`forget_keys`. ``holder`` is the letter and number by
        which the key file tells whose passphrase opened it; None leaves the one of before.
        """
        others = [str(s.path) for s in self.recent_studies if s.path != path]
        self._store.setValue("studies/recent", [str(path), *others][:RECENT_LIMIT])
        level = f"studies/{_level(str(path))}"
        self._store.setValue(f"{level}/id", str(record.study_id))
        if holder is not None:
            self._store.setValue(f"{level}/holder", holder)
        if key is None:
            self._keys.pop(record.study_id, None)
            self._store.setValue(f"{level}/title", record.title)
        else:
            self._store.remove(f"{level}/title")
            self._encrypt(record.study_id, key)

    def holder(self, path: Path) -> str | None:
        """Whose passphrase opened a study last on this computer; None if that is not known."""
        return self._stored.text(f"studies/{_level(str(path))}/holder", "") or None

    def forget_keys(self) -> None:
        """Forget the keys of encrypted studies; nothing is read or kept about them after that."""
        self._keys = dict.fromkeys(self._keys)

    def _encrypt(self, study_id: StudyId, key: bytes) -> None:
        """Encrypt what was remembered about a study before it was encrypted."""
        identity, views = self.identity(study_id), self.saved_views(study_id)
        plain = Shelf(self._store, study_id, None)
        has_plain = bool(plain.text("identity") or plain.text("views"))
        self._keys[study_id] = key
        plain.forget_plain()
        if has_plain:
            self.set_identity(study_id, identity)
            self.set_saved_views(study_id, views)

    def _shelf(self, study_id: StudyId) -> Shelf | None:
        """Where things about a study are kept; None if it is encrypted, and its key forgotten."""
        key = self._keys.get(study_id)
        if key is None and study_id in self._keys:
            return None
        return Shelf(self._store, study_id, key)

    def _about(self, study_id: StudyId, name: str) -> str:
        shelf = self._shelf(study_id)
        return "" if shelf is None else shelf.text(name)

    def _keep(self, study_id: StudyId, name: str, text: str) -> None:
        shelf = self._shelf(study_id)
        if shelf is not None:
            shelf.put(name, text)

    def forget_study(self, path: Path) -> None:
        """Take a study off the list; its folder is not touched."""
        others = [str(s.path) for s in self.recent_studies if s.path != path]
        self._store.setValue("studies/recent", others)
        self._store.remove(f"studies/{_level(str(path))}")

    def identity(self, study_id: StudyId) -> CoderId | None:
        """Who last worked in the study on this computer; None if nobody chose yet."""
        text = self._about(study_id, "identity")
        return CoderId(text) if text else None

    def set_identity(self, study_id: StudyId, coder_id: CoderId | None) -> None:
        """Keep who works in the study."""
        self._keep(study_id, "identity", coder_id or "")

    def last_place(self, study_id: StudyId, coder_id: CoderId) -> LastPlace | None:
        """Where the coder stopped in the study; None if they have not listened yet."""
        prefix = f"place/{coder_id}"
        blind_code = self._about(study_id, f"{prefix}/session")
        if not blind_code:
            return None
        return LastPlace(
            blind_code=BlindCode(blind_code),
            position_ms=_whole(self._about(study_id, f"{prefix}/position_ms")),
            is_open=self._about(study_id, f"{prefix}/is_open") == "yes",
            note_id=self._about(study_id, f"{prefix}/note"),
        )

    def set_last_place(
        self, study_id: StudyId, coder_id: CoderId, place: LastPlace | None
    ) -> None:
        """Keep where the coder stopped; None forgets it."""
        kept = {"session": "", "position_ms": "", "is_open": "", "note": ""}
        if place is not None:
            kept = {
                "session": str(place.blind_code),
                "position_ms": str(place.position_ms),
                "is_open": "yes" if place.is_open else "no",
                "note": place.note_id,
            }
        for name, text in kept.items():
            self._keep(study_id, f"place/{coder_id}/{name}", text)

    def saved_views(self, study_id: StudyId) -> tuple[SavedView, ...]:
        """Views of the lead's table that were saved for the study, in the order of saving."""
        try:
            return views_from(json.loads(self._about(study_id, "views") or "null"))
        except json.JSONDecodeError:
            return ()

    def set_saved_views(self, study_id: StudyId, views: Sequence[SavedView]) -> None:
        """Keep the views of the lead's table; none forgets them."""
        text = json.dumps([asdict(view) for view in views], ensure_ascii=False, sort_keys=True)
        self._keep(study_id, "views", text if views else "")

    # Preferences

    @property
    def preferences(self) -> Preferences:
        """Everything that the preferences show, apart from the keys."""
        return Preferences(
            playback=self.playback,
            looks=self.looks,
            speech_model=self.speech_model,
            speech_language=self.speech_language,
            lock_after_min=self.lock_after_min,
        )

    @preferences.setter
    def preferences(self, preferences: Preferences) -> None:
        self.playback = preferences.playback
        self.looks = preferences.looks
        self.speech_model = preferences.speech_model
        self.speech_language = preferences.speech_language
        self.lock_after_min = preferences.lock_after_min

    @property
    def looks(self) -> Looks:
        """How the window looks, moves and speaks."""
        return Looks(
            scheme=self._stored.read("looks/colour_scheme", ColourScheme, ColourScheme.SYSTEM),
            contrast=self._stored.read("looks/contrast", Contrast, Contrast.SYSTEM),
            text_scale=TEXT_LIMITS.hold(self._stored.number("looks/text_scale", 1.0)),
            motion=self._stored.read("looks/motion", Motion, Motion.SYSTEM),
            language=self._stored.read("looks/language", Language, Language.SYSTEM),
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
            name: self._stored.bounded(f"playback/{name}", PLAYBACK_LIMITS[name], default)
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
        return keymap_from(self._stored.json("keys/keymap"))

    @keymap.setter
    def keymap(self, keymap: SavedKeymap) -> None:
        text = json.dumps(asdict(keymap), ensure_ascii=False, sort_keys=True)
        self._store.setValue("keys/keymap", text)

    @property
    def pedals(self) -> Pedals:
        """Keys that the foot pedal sends."""
        return Pedals(
            play=self._stored.text("pedals/play", ""),
            back=self._stored.text("pedals/back", ""),
            forward=self._stored.text("pedals/forward", ""),
            mode=self._stored.read("pedals/mode", PedalMode, PedalMode.HOLD),
        )

    @pedals.setter
    def pedals(self, pedals: Pedals) -> None:
        for name, value in asdict(pedals).items():
            self._store.setValue(f"pedals/{name}", str(value))

    @property
    def recent_commands(self) -> tuple[str, ...]:
        """Names of the commands found last in the palette, newest first."""
        return self._stored.texts("palette/recent")

    @recent_commands.setter
    def recent_commands(self, names: tuple[str, ...]) -> None:
        self._store.setValue("palette/recent", list(names))

    # Speech recognition

    @property
    def speech_model(self) -> Path | None:
        """Folder of the speech model; None while nobody chose one."""
        text = self._stored.text("speech/model", "")
        return Path(text) if text else None

    @speech_model.setter
    def speech_model(self, folder: Path | None) -> None:
        self._store.setValue("speech/model", "" if folder is None else str(folder))

    @property
    def speech_language(self) -> str:
        """Code of the language that is spoken, such as ``en``; empty: the model recognises it."""
        return self._stored.text("speech/language", "")

    @speech_language.setter
    def speech_language(self, language: str) -> None:
        self._store.setValue("speech/language", language)

    # Protection

    @property
    def lock_after_min(self) -> int:
        """Idle minutes after which an encrypted study is locked; 0: never."""
        return self._stored.bounded("protection/lock_after_min", LOCK_LIMITS, LOCK_AFTER_MIN)

    @lock_after_min.setter
    def lock_after_min(self, minutes: int) -> None:
        if minutes != self.lock_after_min:
            self._store.setValue("protection/lock_after_min", LOCK_LIMITS.hold(minutes))
            self.lock_changed.emit()

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


def _user_store() -> QSettings:
    scope = QSettings.Scope.UserScope
    return QSettings(QSettings.Format.IniFormat, scope, ORGANISATION, APPLICATION)


def _whole(text: str) -> int:
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return 0


def _level(path: str) -> str:
    """Path as one level of a settings key."""
    return path.replace("/", "|").replace("\\", "|")
