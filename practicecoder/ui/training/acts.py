"""What a lead does in training, each act after its dialog; and comparisons, for everyone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from practicecoder.domain.certification import Certificate, Recalibration
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId
from practicecoder.services.calibration import ChecksGiven
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.training import TrialComparison
from practicecoder.services.training_recordings import TrainingRecording
from practicecoder.ui.training.comparison import ComparisonDialog
from practicecoder.ui.training.dialogs import (
    AssignTrialsDialog,
    EndCertificateDialog,
    MakeRecordingDialog,
    RecalibrateDialog,
    RemoveReferenceDialog,
)
from practicecoder.ui.widgets.acting import Acting
from practicecoder.ui.widgets.heavy_work import one_at_a_time

_CERTIFICATES = StudyChange(kinds=frozenset({ChangeKind.CERTIFICATES}))


class TrainingActs(Acting):
    """What a lead does with recordings, coders and certificates, and comparisons of trials."""

    # Trials

    def compare(self, blind_code: BlindCode, coder_id: CoderId) -> None:
        """Show a submitted trial beside its reference."""
        services, actor = self._services, self.actor

        def show(comparison: TrialComparison) -> None:
            self._open(ComparisonDialog(comparison, services.codebook, self._over))

        self._read(
            one_at_a_time(lambda: services.training.compare(blind_code, coder_id, actor=actor)),
            show,
        )

    # Recordings

    def make_recording(self, recordings: Sequence[TrainingRecording]) -> None:
        """Ask for a session and a source, and make it a training recording."""
        if self.actor is None:
            return
        lead = self.actor

        def make(session_id: SessionId, coding_id: CodingId | None) -> None:
            service = self._services.training_recordings

            def act() -> StudyChange:
                if coding_id is not None:
                    change = service.take_over(coding_id, actor=lead)
                    told = self.tr("{} is a training recording.")
                else:
                    change = service.ask_for_reference(session_id, lead, actor=lead)
                    told = self.tr("{} is in your queue to be coded as the reference.")
                self.told.emit(told.format(session_id))
                return change

            self._do(act)

        dialog = MakeRecordingDialog(recordings, lead, self._over)
        dialog.wanted.connect(make)
        self._open(dialog)

    def assign(self, recordings: Sequence[TrainingRecording], coders: Sequence[CoderId]) -> None:
        """Ask which coders are tried on recordings, and slip these into their queues."""
        ready = [recording for recording in recordings if recording.is_ready]
        if not ready:
            return

        def give(sessions: Sequence[SessionId], chosen: Sequence[CoderId]) -> None:
            self._do(
                lambda: self._services.training_recordings.assign(
                    sessions, chosen, actor=self.actor
                )
            )

        dialog = AssignTrialsDialog(ready, coders, self._over)
        dialog.wanted.connect(give)
        self._open(dialog)

    def remove_reference(self, recording: TrainingRecording) -> None:
        """Ask why, and take a mistaken reference off a session."""

        def remove(session_id: str, reason: str) -> None:
            self._do(
                lambda: self._services.training_recordings.remove_reference(
                    SessionId(session_id), actor=self.actor, reason=reason
                )
            )

        dialog = RemoveReferenceDialog(recording, self._over)
        dialog.wanted.connect(remove)
        self._open(dialog)

    def schedule(self) -> None:
        """Slip a check into the queue of every coder who is due."""

        def tell(done: ChecksGiven) -> StudyChange:
            self.told.emit(done.sentence())
            return done.change

        self._do(lambda: tell(self._services.calibration.schedule(actor=self.actor)))

    # Certificates

    def grant(self, coder_id: CoderId) -> None:
        """Grant a certificate on the latest attempt."""

        def grant() -> StudyChange:
            made = self._services.training.grant(coder_id, actor=self.actor)
            self.told.emit(self.tr("{} is certified until {}.").format(coder_id, made.expires_on))
            return _CERTIFICATES

        self._do(grant)

    def end(self, certificate: Certificate) -> None:
        """Ask why, and end a certificate."""
        dialog = EndCertificateDialog(certificate, self._over)
        dialog.wanted.connect(
            lambda which, reason: self._do(
                lambda: self._services.training.end(which, reason=reason, actor=self.actor)
            )
        )
        self._open(dialog)

    # Recalibrations

    def recalibrate(self) -> None:
        """Ask for a day and what was done, and note it."""

        def note(day: date, text: str) -> None:
            def act() -> StudyChange:
                self._services.calibration.recalibrate(day, text, actor=self.actor)
                return _CERTIFICATES

            self._do(act)

        dialog = RecalibrateDialog(self._services.context.now().date(), self._over)
        dialog.wanted.connect(note)
        self._open(dialog)

    def take_back(self, recalibration: Recalibration) -> None:
        """Remove a recalibration that was noted by mistake."""
        which = recalibration.recalibration_id
        self._do(lambda: self._services.calibration.take_back(which, actor=self.actor))
