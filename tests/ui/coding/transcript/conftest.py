"""The coding page with a transcript of half a minute, and files to import."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.services.context import StudyServices
from practicecoder.ui.coding.transcript.panel import TranscriptPanel
from tests.ui.coding.made_up import CODE, CODER
from tests.ui.coding.studio import Studio

NAME = "Zephyrine Quillfeather"
"""A made-up name that occurs nowhere else."""
TURNS = (
    (1_000, 4_000, "Worker", "How did that go this week?"),
    (4_500, 7_000, NAME, "Not great. The mornings are hard."),
    (8_000, 11_000, "Worker", "The mornings are hard. What happens then, Zephyrine?"),
    (12_000, 15_000, NAME, "He will not get up, and I shout."),
    (16_000, 19_000, "Worker", "You would like it to be different."),
    (20_000, 23_500, NAME, "I would. I was calmer on Friday."),
    (24_000, 27_000, "Worker", "What did you do on Friday?"),
)
"""Begin, end, the file's word for the speaker, words."""
ROLES = {"Worker": SpeakerRole.WORKER, NAME: SpeakerRole.PARENT}


def stamp(at_ms: int) -> str:
    return f"00:00:{at_ms // 1000:02}.{at_ms % 1000:03}"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The talk as WebVTT, with a name in it."""
    cues = [
        f"{stamp(start)} --> {stamp(end)}\n<v {who}>{words}</v>\n"
        for start, end, who, words in TURNS
    ]
    path = tmp_path / "talk.vtt"
    path.write_text("\n".join(["WEBVTT\n", *cues]), encoding="utf-8")
    return path


def put_transcript(services: StudyServices, file: Path, *, offset_ms: int = 0) -> None:
    """Store the talk for the session of the page."""
    coding = services.coding.open_desk(CODE, CODER).coding
    read = services.transcripts.read(file)
    preview = services.transcripts.preview(coding, read, ROLES, offset_ms=offset_ms)
    services.transcripts.add(coding, preview)


@pytest.fixture
def reader(studio: Studio, file: Path) -> Studio:
    """The page with the talk beside the recording."""
    put_transcript(studio.services, file)
    studio.page.transcript.read()
    QApplication.processEvents()
    return studio


@pytest.fixture
def panel(reader: Studio) -> TranscriptPanel:
    return reader.page.transcript
