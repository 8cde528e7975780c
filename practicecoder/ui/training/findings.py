"""What the training page shows, read in one go away from the window."""

from __future__ import annotations

from dataclasses import dataclass

from practicecoder.domain.ids import CoderId
from practicecoder.services.calibration import Drift, DueCheck
from practicecoder.services.context import StudyServices
from practicecoder.services.training import CoderProgress
from practicecoder.services.training_recordings import TrainingRecording


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Training as a person may see it; for who is no lead there is the own progress alone."""

    own: CoderProgress
    coders: tuple[CoderProgress, ...] = ()
    recordings: tuple[TrainingRecording, ...] = ()
    due: tuple[DueCheck, ...] = ()
    drift: Drift | None = None


def read_findings(services: StudyServices, person: CoderId, *, is_lead: bool) -> Findings:
    """Read what a person may see."""
    own = services.training.progress(person)
    if not is_lead:
        return Findings(own=own)
    return Findings(
        own=own,
        coders=services.training.overview(),
        recordings=services.training_recordings.all(),
        due=services.calibration.due_checks(services.context.now().date()),
        drift=services.calibration.drift(),
    )
