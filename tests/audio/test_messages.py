from __future__ import annotations

import io
from pathlib import Path

import pytest

from practicecoder.audio.facts import AudioFacts, SoundKind
from practicecoder.audio.messages import (
    AnyJob,
    BinsMade,
    BinsRestarted,
    CopyPlace,
    ExcerptJob,
    ExcerptRead,
    Finished,
    Job,
    Message,
    Progressed,
    Refused,
    SpeechHeard,
    SpeechJob,
    job_as_text,
    job_from_text,
    read_message,
    write_message,
)
from practicecoder.domain.ids import Fingerprint
from practicecoder.vault.sound_file import SoundFile

SOUND = SoundFile(Path("/a b/\u0175.wav"), b"k" * 32)
FACTS = AudioFacts(
    container=SoundKind.OGG,
    codec="opus",
    channels=1,
    sample_rate=48_000,
    sample_count=96_000,
    duration_ms=2_000,
    header_duration_ms=None,
    size_bytes=9_000,
    fingerprint=Fingerprint("0" * 64),
    warnings=("It is odd.", "It is \u201codd\u201d again."),
)
MESSAGES: list[Message] = [
    Progressed(share=0.25),
    BinsMade(sample_rate=8_000, channels=1, bins=b"\n{}\x00" * 3),
    BinsRestarted(),
    Refused(problems=(("it is empty.", "Copy it again."), ("it is long.", ""))),
    Finished(facts=FACTS, source_fingerprint=Fingerprint("1" * 64), copy_name="copy.ogg"),
    Finished(facts=FACTS, source_fingerprint=Fingerprint("1" * 64), copy_name=None),
    SpeechHeard(duration_ms=90, frame_ms=30, flags=b"\x00\x01\n"),
    SpeechHeard(duration_ms=10, frame_ms=30, flags=b""),
    ExcerptRead(sample_rate=16_000, samples=b"{}\n\x00"),
]


def test_messages_arrive_as_they_were_sent() -> None:
    stream = io.BytesIO()
    for message in MESSAGES:
        write_message(stream, message)
    stream.seek(0)
    arrived = [read_message(stream) for _ in MESSAGES]
    assert arrived == MESSAGES
    assert read_message(stream) is None


@pytest.mark.parametrize(
    "line",
    [
        b"libav says: something\n",
        b"[]\n",
        b"null\n",
        b'{"is": "Progressed"}\n',
        b'{"is": "Progressed", "payload": 0}\n',
        b'{"is": "Progressed", "payload": 0, "share": "much"}\n',
        b'{"is": "__import__", "payload": 0}\n',
        b'{"is": "BinsMade", "payload": 99999999999999, "sample_rate": 1, "channels": 1}\n',
        b'{"is": "Finished", "payload": 0, "facts": {}, "copy_name": null}\n',
        b"\xff\xfe\n",
        b"{" * 70_000,
    ],
)
def test_what_is_no_message_is_a_value_error(line: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_message(io.BytesIO(line))


@pytest.mark.parametrize(
    "job",
    [
        Job(source=SOUND, kind=SoundKind.WAVE, copy_into=None, wants_bins=True),
        Job(
            source=SoundFile(Path("/visit.mp3")),
            kind=SoundKind.MP3,
            copy_into=CopyPlace(folder=Path("/a b"), key=b"k" * 32),
            wants_bins=False,
        ),
        SpeechJob(source=SOUND, kind=SoundKind.MP3),
        ExcerptJob(source=SOUND, kind=SoundKind.OGG, start_ms=1, end_ms=9, most_rate=16_000),
    ],
)
def test_a_job_arrives_with_its_keys_which_its_repr_does_not_tell(job: AnyJob) -> None:
    assert job_from_text(job_as_text(job)) == job
    assert "kkkk" not in repr(job)
