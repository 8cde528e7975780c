"""What the start page shows: recent studies and where to continue."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from practicecoder.domain.spans import clock
from practicecoder.ui.icons import Icon, Ink, icon
from practicecoder.ui.languages import translate
from practicecoder.ui.settings import RecentStudy, Settings
from practicecoder.ui.tables import Column
from practicecoder.vault.key_file import FILE_NAME, KeyFile

STUDY_FILE = "study.db"
LOCK_PX = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentRow:
    """A recent study; ``is_there`` False if its folder has gone."""

    path: Path
    title: str
    is_there: bool
    is_encrypted: bool = False

    @property
    def place(self) -> str:
        """Folder in words, the home folder shortened."""
        home = Path.home()
        shown = self.path
        text = f"~/{shown.relative_to(home)}" if shown.is_relative_to(home) else str(shown)
        if not self.is_there:
            return _tr("{0} (not found)").format(text)
        return _tr("{0} (encrypted)").format(text) if self.is_encrypted else text


RECENT_COLUMNS = (
    Column[RecentRow](
        title="Study",
        text=lambda r: r.title,
        bold=lambda r: r.is_there,
        icon=lambda r: icon(Icon.LOCK, Ink.MUTED, size=LOCK_PX) if r.is_encrypted else None,
    ),
    Column[RecentRow](title="Folder", text=lambda r: r.place, muted=lambda _: True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """Where the last work stopped, in words."""

    path: Path
    text: str


def is_study(path: Path) -> bool:
    """Whether a folder holds a study."""
    return (path / STUDY_FILE).is_file()


def recent_rows(settings: Settings) -> tuple[RecentRow, ...]:
    """Recent studies, newest first."""
    return tuple(
        RecentRow(
            path=study.path,
            title=study.title,
            is_there=is_study(study.path),
            is_encrypted=KeyFile(study.path / FILE_NAME).exists,
        )
        for study in settings.recent_studies
    )


def continuation(settings: Settings) -> Continuation | None:
    """Where to go on; None if there is no recent study that is still there."""
    recent = next((s for s in settings.recent_studies if is_study(s.path)), None)
    return (
        None if recent is None else Continuation(path=recent.path, text=_words(recent, settings))
    )


def _words(study: RecentStudy, settings: Settings) -> str:
    coder = settings.identity(study.study_id)
    place = settings.last_place(study.study_id, coder) if coder is not None else None
    if place is None:
        return study.title
    where = _tr("{0} at {1}").format(place.blind_code, clock(place.position_ms))
    return f"{study.title}  ›  {where}"


def _tr(text: str) -> str:
    return translate("Start", text)
