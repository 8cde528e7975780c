"""Clean working copies: the sound alone, without tags, pictures, names or dates."""

from __future__ import annotations

import tempfile
from pathlib import Path

from practicecoder.audio.decoding import decode
from practicecoder.audio.facts import AudioFacts, IsCancelled, ReportProgress
from practicecoder.audio.messages import CopyPlace
from practicecoder.audio.probe import sniff


def make_working_copy(
    source: Path,
    target: Path,
    *,
    progress: ReportProgress | None = None,
    cancelled: IsCancelled | None = None,
) -> AudioFacts:
    """Copy the sound of a file, as it is where that gives an honest file, else as FLAC.

    The suffix of ``target`` does not decide the kind; ``AudioFacts.container`` tells it. The file
    appears complete or not at all, and the same source gives the same bytes.

    Returns
    -------
    AudioFacts
        Of the copy.

    Raises
    ------
    RecordingError
        If the source cannot be used; with every problem found.
    concurrent.futures.CancelledError
        If ``cancelled`` said so.
    """
    kind = sniff(source)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".copying-") as folder:
        place = CopyPlace(folder=Path(folder))
        decoded = decode(source, kind, copy_into=place, progress=progress, cancelled=cancelled)
        assert decoded.copy is not None
        decoded.copy.path.replace(target)
    return decoded.facts
