"""The formats of codings, by the ids that the command line takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """How much one file holds."""

    CODING = "coding"
    """What one coder gave one session."""
    SESSION = "session"
    """What all coders gave one session."""
    ALL = "all"


class ForeignFormat(StrEnum):
    """Kinds of file that codings are read from and written to."""

    CACTI_CONFIG = "cacti-config"
    CASAA_SQLITE = "casaa-sqlite"
    CASAA_TEXT = "casaa-text"
    CASAA_LEGACY = "casaa-legacy"
    CACTI_GLOBALS = "cacti-globals"
    CACTI_CODELIST = "cacti-codelist"
    BORIS = "boris"
    EAF = "eaf"
    TEXTGRID = "textgrid"
    AUDACITY = "audacity"
    DATAVYU = "datavyu"
    LABEL_STUDIO = "labelstudio"
    SDIS = "sdis"
    EVENTS = "events"
    """Our own table of marks."""
    RATINGS = "ratings"
    """Our own long table of ratings."""
    TRANSCRIPT = "transcript"
    """Our own table of talk; the words stand in place of codes."""
    SHEET = "sheet"
    """A lab's own sheet of ratings."""
    REDCAP = "redcap"
    VTT = "vtt"
    SRT = "srt"

    @property
    def label(self) -> str:
        """Name of the format for a sentence."""
        return _FACTS[self].label

    @property
    def suffix(self) -> str:
        """Ending of a file that is written."""
        return _FACTS[self].suffix

    @property
    def is_talk(self) -> bool:
        """Whether such files hold what was said and no codes."""
        return self in (ForeignFormat.TRANSCRIPT, ForeignFormat.VTT, ForeignFormat.SRT)

    @property
    def takes_talk(self) -> bool:
        """Whether talk can be written into such files."""
        tiers = (ForeignFormat.EAF, ForeignFormat.TEXTGRID, ForeignFormat.AUDACITY)
        return self.is_talk or self in tiers

    @property
    def is_read(self) -> bool:
        """Whether such files are read."""
        return self is not ForeignFormat.SDIS

    @property
    def is_written(self) -> bool:
        """Whether such files are written."""
        return _FACTS[self].is_written

    @property
    def holds(self) -> Holds:
        """How much one file of this kind holds."""
        return _FACTS[self].holds


@dataclass(frozen=True, slots=True)
class _Facts:
    label: str
    suffix: str
    is_written: bool = True
    holds: Holds = Holds.CODING


_FACTS = {
    ForeignFormat.CACTI_CONFIG: _Facts("a configuration of CACTI", ".xml", holds=Holds.ALL),
    ForeignFormat.CASAA_SQLITE: _Facts("a .casaa file of CACTI 0.80 or later", ".casaa"),
    ForeignFormat.CASAA_TEXT: _Facts("a .casaa file of CACTI 0.30 to 0.60", ".casaa"),
    ForeignFormat.CASAA_LEGACY: _Facts(
        "a .casaa or .parse file of CACTI up to 0.20", ".casaa", is_written=False
    ),
    ForeignFormat.CACTI_GLOBALS: _Facts("a file of global ratings of CACTI", ".globals"),
    ForeignFormat.CACTI_CODELIST: _Facts("a code list of CACTI", ".txt", is_written=False),
    ForeignFormat.BORIS: _Facts("a project of BORIS", ".boris", holds=Holds.ALL),
    ForeignFormat.EAF: _Facts("an ELAN file", ".eaf", holds=Holds.SESSION),
    ForeignFormat.TEXTGRID: _Facts("a Praat TextGrid", ".TextGrid"),
    ForeignFormat.AUDACITY: _Facts("labels of Audacity", ".txt"),
    ForeignFormat.DATAVYU: _Facts("a Datavyu file", ".opf", is_written=False),
    ForeignFormat.LABEL_STUDIO: _Facts(
        "an export of Label Studio", ".json", is_written=False, holds=Holds.ALL
    ),
    ForeignFormat.SDIS: _Facts("timed events for GSEQ", ".sds", holds=Holds.ALL),
    ForeignFormat.EVENTS: _Facts("a table of marks", ".csv", holds=Holds.ALL),
    ForeignFormat.RATINGS: _Facts("a table of ratings", ".csv", holds=Holds.ALL),
    ForeignFormat.TRANSCRIPT: _Facts("a transcript", ".csv", holds=Holds.ALL),
    ForeignFormat.SHEET: _Facts("a lab's sheet of ratings", ".csv", is_written=False),
    ForeignFormat.REDCAP: _Facts("an export of REDCap", ".csv", is_written=False),
    ForeignFormat.VTT: _Facts("WebVTT", ".vtt"),
    ForeignFormat.SRT: _Facts("SRT", ".srt"),
}
