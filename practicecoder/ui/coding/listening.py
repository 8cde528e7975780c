"""The listening area: transport, timeline with its lanes, and how much was heard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.domain.coding import Coding
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.domain.transcripts import TranscriptLine
from practicecoder.errors import PracticeCoderError
from practicecoder.services.relinking import SoundState
from practicecoder.ui.accessibility import announce
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.heard_bar import HeardBar
from practicecoder.ui.coding.keeping import Keeping
from practicecoder.ui.coding.looping import Looping
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.playback_preferences import PlaybackPreferences
from practicecoder.ui.coding.silences import Silences
from practicecoder.ui.coding.sound_check import SoundCheck
from practicecoder.ui.coding.sound_notices import SoundNotices, Trouble
from practicecoder.ui.coding.sound_work import SoundWork, VisibleSpectrogram
from practicecoder.ui.coding.table_beside import TableBeside
from practicecoder.ui.coding.timeline_rows import TimelineContents
from practicecoder.ui.coding.transport import TransportBar
from practicecoder.ui.coding.view_bar import ViewBar
from practicecoder.ui.player import RUN_IN_MS, PlayerState, make_player
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import HALF, SPACE
from practicecoder.ui.widgets.upright import Upright
from practicecoder.ui.widgets.waveform_view import WaveformView
from practicecoder.vault.sound_file import SoundFile

SPEED_STEP = 0.1


class ListeningPanel(Upright):
    """Plays the recording of a coding and keeps what was heard."""

    position_changed = Signal(int)
    saved = Signal()
    """What was heard and the playhead's place are stored."""
    evidence_activated = Signal(str)
    """Id of a piece of evidence that was chosen in the waveform's lane."""
    mark_activated = Signal(str)
    """Id of a code mark that was chosen in its lane; it is played from."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: OpenCoding | None = None
        self._lines: tuple[TranscriptLine, ...] = ()
        self._table = TableBeside(self, self._contents)
        self._was_playing = False
        self.player = make_player(self)
        self.transport = TransportBar(self)
        self.views = ViewBar(self)
        self.transport.add(self.views)
        self.waveform = WaveformView(self)
        self.heard = HeardBar(self)
        self.looping = Looping(
            self.player, self.transport, self.waveform, lambda: self.position_ms, self
        )
        self._work = SoundWork(self)
        self._spectrogram = VisibleSpectrogram(self._work, self.waveform, self)
        self._notices = SoundNotices(self)
        self.check = SoundCheck(self)
        """Whether the recording is the one that was taken in."""
        self._silences = Silences(
            self.player, self._work, self.waveform, self.views, self._notices, self
        )
        self._preferences = PlaybackPreferences(settings, self.player, self.transport, self)
        self._keeping = Keeping(lambda: self.position_ms, self)
        self._connect()
        self._lay_out()

    # Life

    @property
    def position_ms(self) -> int:
        """Where the playhead is; without sound, where the coder stopped."""
        if self.player.state is not PlayerState.NO_RECORDING:
            return self.player.position_ms
        return 0 if self._coding is None else self._bounded(self._coding.coding.position_ms)

    @property
    def texts(self) -> tuple[str, ...]:
        """Sentences shown about the sound."""
        return self._notices.texts

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Load the recording of a coding at the second where its coder stopped; None unloads."""
        self._work.close()
        self.player.clear()
        self.check.end()
        self._coding = coding
        self._keeping.open_coding(coding)
        self.looping.forget()
        self._notices.clear()
        self.waveform.set_peaks(None)
        self._silences.forget()
        self.set_lines(())
        if coding is not None:
            self._show_desk(coding)
            if coding.desk.recording is not None:
                self._load(coding, coding.desk.recording)
        if self._spectrogram.is_on:
            self._spectrogram.refresh()
        self._table.refresh()

    def show_coding(self, coding: Coding) -> None:
        """Show evidence and marks in their lanes."""
        self.waveform.set_evidence(coding.evidence)
        counts = () if self._coding is None else self._coding.codebook.counts
        self.waveform.set_marks(
            coding.marks,
            {code.count_id: code.abbr or code.label for code in counts},
            speakers={code.count_id: code.speaker for code in counts},
        )
        self._table.refresh()

    def set_lines(self, lines: Sequence[TranscriptLine]) -> None:
        """Show the lines of the transcript in their lane; none closes it."""
        self._lines = tuple(lines)
        self.waveform.set_lines(self._lines)
        self._table.refresh()

    def show_heard(self) -> None:
        """Show how much was heard."""
        coding = self._coding
        segment = None if coding is None else coding.desk.segment
        self.heard.setVisible(segment is not None)
        if coding is not None and segment is not None:
            self.waveform.set_heard(coding.heard)
            self.heard.show_heard(coding.heard_share(), coding.unheard())
            self._table.refresh()

    def save(self) -> bool:
        """Store what was heard and where the playhead is; False if that failed."""
        return self._keeping.save()

    def close(self) -> bool:
        """Stop, and store what was heard."""
        self.player.pause()
        self._preferences.keep_speeds()
        return self.save()

    # Commands

    def act(self, action_id: ActionId) -> None:
        """Do what an action or a button of the transport asks for."""
        self._acts[action_id]()

    def small_step(self, direction: int, *, fine: bool = False) -> None:
        """Go a small or a fine step; ``direction`` is -1 or 1."""
        self.player.skip(direction * self._preferences.small_step_ms(fine=fine))

    def pause(self) -> None:
        """Pause."""
        self.player.pause()

    def play_or_faster(self) -> None:
        """Play; while playing, play faster."""
        if self.player.is_playing:
            self.change_speed(SPEED_STEP)
        else:
            self.player.play()

    def play_from(self, at_ms: int) -> None:
        """Play from a moment."""
        self.player.seek(at_ms)
        self.player.play()

    def play_next_gap(self) -> None:
        """Play the next stretch not heard yet, from here on and then from the start."""
        gaps = () if self._coding is None else self._coding.unheard()
        if not gaps:
            announce(self, self.tr("All of the segment was heard"))
            return
        later = [gap for gap in gaps if gap.start_ms >= self.position_ms]
        self.play_from((later or gaps)[0].start_ms)

    def change_speed(self, by: float) -> None:
        """Play faster or slower, in steps of a tenth."""
        self.player.set_speed(self.player.speed + by)

    def toggle_second_speed(self) -> None:
        """Change to the other speed; this one becomes the other."""
        self.player.toggle_second_speed()
        self.transport.show_speed(self.player.speed, self.player.second_speed)

    # Ways of looking at the sound

    def toggle_spectrogram(self) -> None:
        """Show or hide the spectrogram of what is in view."""
        self._spectrogram.set_on(not self._spectrogram.is_on)
        self.views.show_spectrogram(self._spectrogram.is_on)
        on, off = self.tr("Spectrogram shown"), self.tr("Spectrogram hidden")
        announce(self, on if self._spectrogram.is_on else off)

    # What the player reports

    def _moved(self, position_ms: int) -> None:
        self.waveform.set_position(position_ms)
        self.transport.time.set_time(position_ms)
        self.position_changed.emit(position_ms)

    def _state_changed(self) -> None:
        self.transport.show_playing(self.player.is_playing)
        available = self.player.state is not PlayerState.NO_RECORDING
        self.transport.set_available(available)
        self.views.set_available(available)
        was_playing, self._was_playing = self._was_playing, self.player.is_playing
        if was_playing and not self._was_playing:
            self.save()

    def _listened(self, span: TimeSpan, speed: float) -> None:
        if self._coding is not None:
            self._coding.hear(span, speed)
            self.show_heard()
            self._keeping.save_if_due()

    def _speed_changed(self, speed: float) -> None:
        self.transport.show_speed(speed, self.player.second_speed)
        announce(self, self.tr("Speed {0}").format(f"{speed:.1f}"))

    def _seek(self, at_ms: int) -> None:
        bounded = self._bounded(at_ms)
        if bounded != at_ms:
            words = self.tr("Outside the segment; the nearest moment is {0}")
            announce(self, words.format(clock(bounded)))
        self.player.seek(bounded)
        self.save()

    def _go_to_entered(self, at_ms: int) -> None:
        self._seek(at_ms)
        self.transport.time.reset(self.position_ms)

    def _bounded(self, at_ms: int) -> int:
        """Nearest moment that can be played: in the segment or its run-in."""
        limits = self._limits()
        return at_ms if limits is None else min(max(at_ms, limits.start_ms), limits.end_ms)

    def _limits(self) -> TimeSpan | None:
        segment = None if self._coding is None else self._coding.desk.segment
        if segment is None:
            return None
        return TimeSpan(max(0, segment.start_ms - RUN_IN_MS), segment.end_ms)

    def _play_mark(self, mark_id: str, at_ms: int) -> None:
        self.mark_activated.emit(mark_id)
        self.play_from(at_ms)

    # Table

    def _contents(self) -> TimelineContents | None:
        """Everything on the timeline; None without a coding."""
        coding = self._coding
        if coding is None:
            return None
        return TimelineContents(
            coding=coding.coding,
            codebook=coding.codebook,
            segment=coding.desk.segment,
            loop=self.player.loop,
            heard=coding.heard,
            unheard=coding.unheard(),
            lines=self._lines,
            speech=self._silences.speech,
        )

    def _play_gap(self, gap: TimeSpan | None) -> None:
        if gap is None:
            self.play_next_gap()
        else:
            self.play_from(gap.start_ms)

    # Trouble with the sound, told in the page; coding goes on

    def _failed(self, text: str) -> None:
        self._notices.tell(Trouble.SOUND, text)

    def _not_whole(self, state: SoundState) -> None:
        """Take a recording from the desk that is not the one that was taken in, and say so."""
        self.player.clear()
        self._work.close()
        self.waveform.set_peaks(None)
        self.waveform.show_problem(self.tr("The waveform cannot be shown."))
        self._notices.tell_not_whole(state)

    def _open_again(self) -> None:
        """Load the recording, which was found."""
        if self._coding is not None:
            self.open_coding(self._coding)

    def _output_changed(self) -> None:
        if self._coding is None or self._coding.desk.recording is None:
            return
        is_silent = self.player.is_available and not self.player.has_output
        self._notices.tell_output(is_silent=is_silent)

    def _peaks_failed(self, error: Exception) -> None:
        if not isinstance(error, PracticeCoderError):
            raise error
        no_waveform = self.tr("The waveform cannot be shown.")
        self.waveform.show_problem(no_waveform)
        self._notices.tell(Trouble.PEAKS, f"{no_waveform} {error.user_message}")

    # Opening

    def _show_desk(self, coding: OpenCoding) -> None:
        desk = coding.desk
        self.transport.show_duration(desk.duration_ms)
        self.waveform.set_duration(desk.duration_ms or 0)
        self.waveform.set_segment(desk.segment)
        self.show_coding(coding.coding)
        self.show_heard()
        limits, duration_ms = self._limits(), desk.duration_ms
        if limits is not None and duration_ms and limits.duration_ms < duration_ms:
            self.waveform.show_span(limits)
        self._moved(self._bounded(coding.coding.position_ms))
        if desk.recording is None:
            self._notices.tell_no_recording(is_deleted=desk.sound_deleted)

    def _load(self, coding: OpenCoding, recording: SoundFile) -> None:
        self.player.set_limits(coding.desk.segment)
        self.player.load(recording)
        self.player.seek(self._bounded(coding.coding.position_ms))
        self._output_changed()
        assert coding.desk.fingerprint is not None
        self._work.open(recording, coding.desk.fingerprint, coding.desk.cache)
        self._silences.look_if_wanted()
        self.check.begin(
            coding.relinking, coding.desk.fingerprint, can_be_found=coding.can_be_written
        )
        self._keeping.begin()

    # Making

    def _connect(self) -> None:
        player = self.player
        player.position_changed.connect(self._moved)
        player.state_changed.connect(self._state_changed)
        player.listened.connect(self._listened)
        player.failed.connect(self._failed)
        self.check.not_whole.connect(self._not_whole)
        self.check.found.connect(self._open_again)
        player.speed_changed.connect(self._speed_changed)
        player.loop_changed.connect(self._table.refresh)
        player.output_changed.connect(self._output_changed)
        self._acts: Mapping[ActionId, Callable[[], object]] = {
            ActionId.PLAY_PAUSE: player.toggle,
            ActionId.BACK: lambda: player.skip(-self._preferences.step_ms),
            ActionId.FORWARD: lambda: player.skip(self._preferences.step_ms),
            ActionId.REPLAY: lambda: player.replay_last(self._preferences.replay_ms),
            ActionId.SLOWER: lambda: self.change_speed(-SPEED_STEP),
            ActionId.FASTER: lambda: self.change_speed(SPEED_STEP),
            ActionId.SECOND_SPEED: self.toggle_second_speed,
            ActionId.LOOP: self.looping.toggle,
            ActionId.PLAY_NEXT_GAP: self.play_next_gap,
            ActionId.SKIP_SILENCE: self._silences.toggle,
            ActionId.SPECTROGRAM: self.toggle_spectrogram,
            ActionId.TIMELINE_TABLE: self._table.show,
        }
        self.transport.wanted.connect(self.act)
        self.views.wanted.connect(self.act)
        self.transport.time_entered.connect(self._go_to_entered)
        self._keeping.saved.connect(self.saved)
        self._silences.found.connect(self._table.refresh)
        self.transport.set_available(False)
        self.views.set_available(False)
        self.waveform.seek_requested.connect(self._seek)
        self.waveform.evidence_activated.connect(self.evidence_activated)
        self.waveform.mark_activated.connect(self._play_mark)
        self.waveform.line_activated.connect(self.play_from)
        self._work.peaks_made.connect(self.waveform.set_peaks)
        self._work.peaks_failed.connect(self._peaks_failed)
        self.heard.gap_wanted.connect(self._play_gap)
        self._table.play_wanted.connect(self.play_from)
        self.setFocusProxy(self.waveform)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HALF, HALF, HALF, HALF)  # room for the frame of the focus
        layout.setSpacing(SPACE)
        layout.addWidget(self.transport)
        layout.addWidget(self._notices)
        layout.addWidget(self.check)
        layout.addWidget(self.waveform)
        layout.addWidget(self.heard)
