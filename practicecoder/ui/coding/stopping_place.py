"""Where a coder stopped: kept while they code, and taken up if the program ended on the way."""

from __future__ import annotations

from PySide6.QtCore import QObject

from practicecoder.domain.ids import CoderId
from practicecoder.domain.spans import clock
from practicecoder.services.context import StudyServices
from practicecoder.ui.coding.header import Banner
from practicecoder.ui.coding.notes import NotesPanel
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.settings import LastPlace, Settings


class StoppingPlace(QObject):
    """Keeps the place in the open session; ``banner`` tells what is taken up."""

    def __init__(
        self,
        services: StudyServices,
        settings: Settings,
        notes: NotesPanel,
        banner: Banner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._settings = settings
        self._notes = notes
        self._banner = banner
        self._coding: OpenCoding | None = None
        self._coder_id: CoderId | None = None
        self._left: LastPlace | None = None

    def open_coding(self, coding: OpenCoding, coder_id: CoderId) -> None:
        """Keep the place in a coding from its opening on."""
        self._left = self._settings.last_place(self._services.study.study_id, coder_id)
        self._coding, self._coder_id = coding, coder_id

    def close(self) -> None:
        """Keep the place for the last time, as one whose session was closed."""
        self.keep(is_open=False)
        self._coding = None

    def take_up(self) -> None:
        """Go on where the program ended without closing the session, and say so."""
        left, coding = self._left, self._coding
        if left is None or coding is None or not coding.is_editable:
            return
        if not left.is_open or left.blind_code != coding.desk.blind_code:
            return
        words = self.tr("PracticeCoder ended without closing. {0} is open again at {1}.")
        if coding.desk.recording is None:
            words = self.tr("PracticeCoder ended without closing. {0} is open again.")
        if left.note_id and self._notes.take_up(left.note_id):
            words = self.tr(
                "PracticeCoder ended without closing. {0} is open again at {1}, "
                "with the note you were writing."
            )
        at_ms = coding.coding.position_ms
        self._banner.tell(words.format(left.blind_code, clock(at_ms)))

    def keep(self, *, is_open: bool = True) -> None:
        """Keep where the coder is; a submitted session is no place to go on."""
        if self._coding is None or self._coder_id is None or self._services.read_only:
            return
        coding, place = self._coding.coding, None
        if not coding.is_locked:
            place = LastPlace(
                blind_code=self._coding.desk.blind_code,
                position_ms=coding.position_ms,
                is_open=is_open,
                note_id=self._notes.open_note_id if is_open else "",
            )
        self._settings.set_last_place(self._services.study.study_id, self._coder_id, place)
