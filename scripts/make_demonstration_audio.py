"""Speaks the demonstration visits: recordings, transcripts and the exact time of every line.

Reads ``demonstration/visits/visit-*.toml``; writes ``demonstration/audio/*.ogg``,
``demonstration/transcripts/*.vtt`` and ``demonstration/visits/timing.json``. Needed only when a
conversation changes; the results are part of the repository, and the same conversations give the
same sound. Run it with

    uv run --script scripts/make_demonstration_audio.py
"""

# /// script
# requires-python = ">=3.11"
# dependencies = ["av>=15", "hibari-tts==0.2.1", "numpy>=2.2", "scipy>=1.15"]
# ///

from __future__ import annotations

import importlib
import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import av
import numpy as np
from numpy.typing import NDArray
from scipy import signal

Sound = NDArray[np.float32]

MATERIAL = Path(__file__).resolve().parents[1] / "demonstration"
SAMPLE_RATE = 24_000
BIT_RATE = 24_000
SEED = 20261121

SPEECH_LEVEL_DB = -21.0
"""Root mean square of each speaker's speech, pauses left out."""
ROOM_TONE_DB = -64.0
PEAK_LIMIT = 0.7
EDGE_MS = 1_200
"""Room tone before the first and after the last line."""
TURN_PAUSE_MS = (420, 820)
SENTENCE_PAUSE_MS = (260, 420)
ROLE_TITLES = {"worker": "Worker", "parent": "Parent", "child": "Child"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How a speaker sounds: factors on the model's pitch, its formants and its pace."""

    pitch: float
    formant: float
    pace: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One turn of the conversation. ``pause_ms`` None: the usual pause comes before it."""

    number: int
    speaker: str
    text: str
    pause_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A visit as it is to be spoken."""

    name: str
    voices: dict[str, Voice]
    lines: tuple[Line, ...]


class SpeechModel(Protocol):
    """Speaks one sentence."""

    def sentences(self, text: str) -> Sequence[str]:
        """Sentences of a text."""

    def speak(self, sentence: str, voice: Voice) -> Sound:
        """Sound of a sentence, silence at both ends included."""


class Hibari:
    """The one voice of hibari-tts, made into several by moving its pitch and its formants.

    The model gives a spectral envelope and a pitch for each frame, so that both can be changed
    before the sound is put together.
    """

    def __init__(self) -> None:
        package = importlib.import_module("hibari")
        self._dsp = importlib.import_module("hibari.dsp")
        self._model = package.Hibari(voice="heart")

    def sentences(self, text: str) -> Sequence[str]:
        """Sentences of a text."""
        found: list[str] = self._model.split_sentences(text)
        return found

    def speak(self, sentence: str, voice: Voice) -> Sound:
        """Sound of a sentence, silence at both ends included."""
        parts = [self._speak_phonemes(p, voice) for p in self._model.phonemize(sentence)]
        return np.concatenate(parts)

    def _speak_phonemes(self, phonemes: str, voice: Voice) -> Sound:
        inputs = {
            "ids": np.asarray([self._model.ids(phonemes)], np.int64),
            "speed": np.asarray([voice.pace], np.float32),
        }
        outputs = [output[0] for output in self._model.sess.run(None, inputs)]
        *frames, pitch = outputs
        moved = [_moved_formants(frame, voice.formant) for frame in frames]
        rng = np.random.default_rng(SEED)
        sound: Sound = self._dsp.synth(*moved, pitch * voice.pitch, rng)
        return sound


def _moved_formants(frames: Sound, factor: float) -> Sound:
    """Stretch spectra (frequency x time) along frequency by a factor."""
    bins = np.arange(len(frames))
    source = np.minimum(bins / factor, len(frames) - 1)
    below = np.floor(source).astype(int)
    above = np.minimum(below + 1, len(frames) - 1)
    weight = (source - below).astype(np.float32)[:, None]
    stretched: Sound = frames[below] * (1 - weight) + frames[above] * weight
    return stretched


def read_conversation(path: Path) -> Conversation:
    """Read what is needed to speak a visit."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return Conversation(
        name=path.stem,
        voices={
            role: Voice(pitch=s["pitch"], formant=s["formant"], pace=s["pace"])
            for role, s in content["speakers"].items()
        },
        lines=tuple(
            Line(
                number=line["number"],
                speaker=line["speaker"],
                text=line["text"],
                pause_ms=line.get("pause_ms"),
            )
            for line in content["lines"]
        ),
    )


def spoken_lines(conversation: Conversation, model: SpeechModel) -> dict[int, Sound]:
    """Speak every line, each speaker at the same level."""
    rng = np.random.default_rng(SEED)
    sounds: dict[int, Sound] = {}
    for line in conversation.lines:
        parts: list[Sound] = []
        for sentence in model.sentences(line.text):
            if parts:
                parts.append(_silence(int(rng.integers(*SENTENCE_PAUSE_MS))))
            parts.append(_trimmed(model.speak(sentence, conversation.voices[line.speaker])))
        sounds[line.number] = np.concatenate(parts)
    for role in conversation.voices:
        numbers = [line.number for line in conversation.lines if line.speaker == role]
        gain = _gain_to(SPEECH_LEVEL_DB, np.concatenate([sounds[n] for n in numbers]))
        for number in numbers:
            sounds[number] = sounds[number] * gain
    return sounds


def _silence(duration_ms: int) -> Sound:
    return np.zeros(duration_ms * SAMPLE_RATE // 1000, np.float32)


def _trimmed(sound: Sound, threshold_db: float = -45.0) -> Sound:
    """Sound without the silence at its ends, but for 20 ms, faded so that nothing clicks."""
    window = SAMPLE_RATE // 100
    level = np.sqrt(np.convolve(sound**2, np.ones(window) / window, mode="same"))
    loud = np.flatnonzero(level > level.max() * 10 ** (threshold_db / 20))
    margin = 2 * window
    kept = sound[max(loud[0] - margin, 0) : loud[-1] + margin].astype(np.float32)
    ramp = np.linspace(0, 1, window, dtype=np.float32)
    kept[:window] *= ramp
    kept[-window:] *= ramp[::-1]
    return kept


def _gain_to(level_db: float, sound: Sound) -> np.float32:
    """Factor that brings the speaking parts of a sound to a level."""
    window = SAMPLE_RATE // 20
    blocks = sound[: len(sound) // window * window].reshape(-1, window)
    power = (blocks.astype(np.float64) ** 2).mean(axis=1)
    speaking = power[power > power.max() * 1e-4]
    return np.float32(10 ** (level_db / 20) / np.sqrt(speaking.mean()))


def joined(
    conversation: Conversation, sounds: dict[int, Sound]
) -> tuple[Sound, dict[int, tuple[int, int]]]:
    """Lines one after the other with pauses, in a room; and the span of each in ms."""
    rng = np.random.default_rng(SEED + 1)
    pieces = [_silence(EDGE_MS)]
    spans: dict[int, tuple[int, int]] = {}
    reached = len(pieces[0])
    for line in conversation.lines:
        if spans:
            usual = int(rng.integers(*TURN_PAUSE_MS))
            pieces.append(_silence(usual if line.pause_ms is None else line.pause_ms))
            reached += len(pieces[-1])
        sound = sounds[line.number]
        spans[line.number] = (_ms(reached), _ms(reached + len(sound)))
        pieces.append(sound)
        reached += len(sound)
    pieces.append(_silence(EDGE_MS))
    return _limited(_in_a_room(_with_spread_phase(np.concatenate(pieces)))), spans


def _ms(samples: int) -> int:
    return round(samples * 1000 / SAMPLE_RATE)


def _in_a_room(dry: Sound) -> Sound:
    """Add a short reverberation and a quiet room tone, so that pauses are not dead."""
    rng = np.random.default_rng(SEED + 2)
    tail = np.arange(int(0.22 * SAMPLE_RATE)) / SAMPLE_RATE
    echo = rng.standard_normal(len(tail)) * np.exp(-tail / 0.045)
    echo[: SAMPLE_RATE // 125] = 0.0
    echo *= 10 ** (-13 / 20) / np.sqrt((echo**2).sum())
    wet = dry + signal.oaconvolve(dry, _darkened(echo, 0.6))[: len(dry)]
    tone = _darkened(rng.standard_normal(len(dry)), 0.97)
    tone *= 10 ** (ROOM_TONE_DB / 20) / np.sqrt((tone**2).mean())
    room: Sound = (wet + tone).astype(np.float32)
    return room


def _darkened(noise: NDArray[np.float64], pole: float) -> NDArray[np.float64]:
    """Noise with less treble, by a one-pole low pass."""
    darker: NDArray[np.float64] = signal.lfilter([1 - pole], [1, -pole], noise)
    return darker


def _with_spread_phase(sound: Sound) -> Sound:
    """Turn the phase around 200 Hz, as broadcasters do: low voices lose their sharp peaks."""
    angle = 2 * np.pi * 200 / SAMPLE_RATE
    width = np.sin(angle) / (2 * 0.7)
    forward = [1 - width, -2 * np.cos(angle), 1 + width]
    for _ in range(4):
        sound = signal.lfilter(forward, forward[::-1], sound)
    return sound


def _limited(sound: Sound) -> Sound:
    """Bend the rare peaks above the knee, so that no sample reaches the limit."""
    knee = 0.6 * PEAK_LIMIT
    over = np.abs(sound) - knee
    bent = knee + (PEAK_LIMIT - knee) * np.tanh(over / (PEAK_LIMIT - knee))
    limited: Sound = np.where(over > 0, np.sign(sound) * bent, sound).astype(np.float32)
    return limited


def write_opus(path: Path, sound: Sound) -> int:
    """Write mono Opus without tags; return the length in ms as decoded again."""
    with av.open(path, "w", format="ogg", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("libopus", rate=SAMPLE_RATE, layout="mono")
        stream.bit_rate = BIT_RATE
        stream.options = {"application": "audio", "flags": "+bitexact"}
        pcm = np.round(sound * 32767).astype(np.int16)[None, :]
        frame = av.AudioFrame.from_ndarray(pcm, format="s16", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with av.open(path) as written:
        frames = list(written.decode(audio=0))
    return round(sum(f.samples for f in frames) * 1000 / frames[0].sample_rate)


def transcript(conversation: Conversation, spans: dict[int, tuple[int, int]]) -> str:
    """The conversation as WebVTT, speakers by role."""
    return "\n".join(_vtt_lines(conversation, spans))


def _vtt_lines(conversation: Conversation, spans: dict[int, tuple[int, int]]) -> Iterator[str]:
    yield from ("WEBVTT", "", "NOTE Invented conversation. CC0.", "")
    for line in conversation.lines:
        start, end = spans[line.number]
        yield str(line.number)
        yield f"{_vtt_clock(start)} --> {_vtt_clock(end)}"
        yield f"<v {ROLE_TITLES[line.speaker]}>{line.text}</v>"
        yield ""


def _vtt_clock(ms: int) -> str:
    seconds, rest = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}.{rest:03d}"


def main() -> int:
    """Speak all visits."""
    model = Hibari()
    timing: dict[str, object] = {}
    for folder in ("audio", "transcripts"):
        (MATERIAL / folder).mkdir(exist_ok=True)
    for path in sorted((MATERIAL / "visits").glob("visit-*.toml")):
        conversation = read_conversation(path)
        sound, spans = joined(conversation, spoken_lines(conversation, model))
        audio = MATERIAL / "audio" / f"{conversation.name}.ogg"
        duration_ms = write_opus(audio, sound)
        (MATERIAL / "transcripts" / f"{conversation.name}.vtt").write_text(
            transcript(conversation, spans), encoding="utf-8"
        )
        timing[conversation.name] = {
            "duration_ms": duration_ms,
            "lines": {str(number): list(span) for number, span in spans.items()},
        }
        print(f"{conversation.name}: {duration_ms / 60_000:.1f} min, {audio.stat().st_size} bytes")
    (MATERIAL / "visits" / "timing.json").write_text(_timing_text(timing), encoding="utf-8")
    return 0


def _timing_text(timing: dict[str, object]) -> str:
    """JSON with one line of text for each spoken line."""
    text = json.dumps(timing, indent=1)
    return text.replace("[\n    ", "[").replace(",\n    ", ", ").replace("\n   ]", "]") + "\n"


if __name__ == "__main__":
    sys.exit(main())
