"""A speech model with made-up weights, real files and senseless words; a little to be heard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

VISIT = Path(__file__).parents[2] / "demonstration" / "audio" / "visit-1.ogg"
"""A made-up visit of seven minutes."""
SPOKEN_SECONDS = 40
"""Longer than the 30 seconds that a model hears at once."""

WORDS = ("so", "well", "yes", " the", " week", " was", " good", ".")
_SPECIAL = (
    "<|endoftext|>",
    "<|startoftranscript|>",
    "<|en|>",
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    "<|startofprev|>",
    "<|nospeech|>",
    "<|notimestamps|>",
)
_STAMPS = tuple(f"<|{step * 0.02:.2f}|>" for step in range(1_501))
_WIDTH = 64
_MEL_BANDS, _SOUND_PLACES, _TEXT_PLACES = 80, 1_500, 448


def make_model(folder: Path) -> Path:
    """Write the model into a folder as CTranslate2 stores one."""
    from ctranslate2.specs import WhisperSpec  # type: ignore[import-untyped]  # ships no types
    from tokenizers import AddedToken, Tokenizer
    from tokenizers.models import WordLevel

    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = [*WORDS, *_SPECIAL, *_STAMPS]
    spec: Any = WhisperSpec(1, 1, 1, 1)
    _Weights().fill(spec, len(vocabulary))
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.config.lang_ids = []
    spec.config.alignment_heads = [[0, 0]]
    spec.register_vocabulary(vocabulary)
    spec.validate()
    spec.optimize()
    spec.save(str(folder))
    words = {word: number for number, word in enumerate(vocabulary)}
    tokenizer = Tokenizer(WordLevel(words, unk_token=WORDS[0]))
    tokenizer.add_special_tokens([AddedToken(word, special=True) for word in _SPECIAL])
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def write_speech(path: Path) -> Path:
    """Write the first seconds of a visit, in which people speak, as Ogg Opus."""
    with av.open(str(VISIT)) as source, av.open(str(path), "w", format="ogg") as target:
        (stream,) = source.streams.audio
        copied = target.add_stream_from_template(stream)
        for packet in source.demux(stream):
            if packet.pts is None or packet.pts * packet.time_base > SPOKEN_SECONDS:
                break
            packet.stream = copied
            target.mux(packet)
    return path


class _Weights:
    def __init__(self) -> None:
        self._chance = np.random.default_rng(1)

    def fill(self, spec: Any, n_words: int) -> None:
        encoder, decoder = spec.encoder, spec.decoder
        for layer, width in ((encoder.conv1, _MEL_BANDS), (encoder.conv2, _WIDTH)):
            layer.weight, layer.bias = self._some(_WIDTH, width, 3), self._some(_WIDTH)
        encoder.position_encodings.encodings = self._some(_SOUND_PLACES, _WIDTH)
        decoder.position_encodings.encodings = self._some(_TEXT_PLACES, _WIDTH)
        decoder.embeddings.weight = self._some(n_words, _WIDTH)
        decoder.projection.weight = decoder.embeddings.weight
        for part in (encoder, decoder):
            self._norm(part.layer_norm)
            for layer in part.layer:
                self._attention(layer.self_attention, (3, 1))
                self._norm(layer.ffn.layer_norm)
                self._linear(layer.ffn.linear_0, 2 * _WIDTH, _WIDTH)
                self._linear(layer.ffn.linear_1, _WIDTH, 2 * _WIDTH)
        for layer in decoder.layer:
            self._attention(layer.attention, (1, 2, 1))

    def _some(self, *shape: int) -> NDArray[np.float32]:
        return np.asarray(self._chance.standard_normal(shape) * 0.1, dtype=np.float32)

    def _norm(self, norm: Any) -> None:
        norm.gamma, norm.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)

    def _linear(self, linear: Any, n_out: int, n_in: int) -> None:
        linear.weight, linear.bias = self._some(n_out, n_in), self._some(n_out)

    def _attention(self, attention: Any, multiples: tuple[int, ...]) -> None:
        self._norm(attention.layer_norm)
        for linear, multiple in zip(attention.linear, multiples, strict=True):
            self._linear(linear, multiple * _WIDTH, _WIDTH)
