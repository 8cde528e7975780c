"""Taking a recording in: checked, copied clean, measured and reduced to peaks in one go."""

from __future__ import annotations

import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from practicecoder.audio.decoding import decode
from practicecoder.audio.facts import AudioFacts, IsCancelled, ReportProgress
from practicecoder.audio.messages import CopyPlace
from practicecoder.audio.peaks import Peaks
from practicecoder.audio.peaks_making import PeaksGatherer, ShowPeaks
from practicecoder.audio.probe import sniff
from practicecoder.domain.ids import Fingerprint
from practicecoder.domain.sessions import Recording
from practicecoder.vault.sound_file import SoundFile


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Intake:
    """A recording that is ready to be stored.

    ``file`` is the working copy in the work folder, named as ``recording.stored_name`` says, or
    by chance where it is encrypted; its fingerprint is that of the recording.
    ``source_fingerprint`` is that of the file as it was handed in. ``warnings`` are whole
    sentences.
    """

    recording: Recording
    file: SoundFile
    peaks: Peaks
    source_fingerprint: Fingerprint
    warnings: tuple[str, ...] = ()


def take_in(
    source: Path,
    work_dir: Path,
    *,
    key: bytes | None = None,
    progress: ReportProgress | None = None,
    cancelled: IsCancelled | None = None,
    on_partial: ShowPeaks | None = None,
) -> Intake:
    """Make the working copy of a sound file and everything the study keeps about it.

    The same source gives the same working copy, byte for byte, so that the recording's
    fingerprint also finds a file that is handed in twice. If this fails or is cancelled nothing
    is left behind.

    Parameters
    ----------
    work_dir
        Existing folder, best on the disk of the study, so that the copy can be moved and need not
        be copied again.
    key
        Key that encrypts the working copy while it is written; None: it is a plain file. Nothing
        decoded is ever written without it.

    Raises
    ------
    RecordingError
        If the file cannot be used; with every problem found.
    concurrent.futures.CancelledError
        If ``cancelled`` said so.
    """
    kind = sniff(source)
    gatherer = PeaksGatherer(on_partial=on_partial)
    with tempfile.TemporaryDirectory(dir=work_dir, prefix=".intake-") as folder:
        decoded = decode(
            source,
            kind,
            copy_into=CopyPlace(folder=Path(folder), key=key),
            on_bins=gatherer.hear,
            progress=progress,
            cancelled=cancelled,
        )
        assert decoded.copy is not None
        recording = recording_of(decoded.facts)
        peaks = gatherer.peaks(decoded.facts.sample_count)
        name = recording.stored_name if key is None else secrets.token_hex(16)
        file = SoundFile(path=decoded.copy.path.replace(work_dir / name), key=key)
    return Intake(
        recording=recording,
        file=file,
        peaks=peaks,
        source_fingerprint=decoded.source_fingerprint,
        warnings=decoded.facts.warnings,
    )


def recording_of(facts: AudioFacts) -> Recording:
    """Describe a working copy as the recording of the study that it becomes."""
    return Recording(
        fingerprint=facts.fingerprint,
        stored_name=f"{facts.fingerprint}.{facts.container.value}",
        duration_ms=facts.duration_ms,
        sample_count=facts.sample_count,
        sample_rate=facts.sample_rate,
        channels=facts.channels,
        codec=facts.codec,
        size_bytes=facts.size_bytes,
    )
