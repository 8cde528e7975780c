"""What looks like a name before a colon, and names of speakers inside the talk."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.interchange.transcripts.names import looks_like_name
from practicecoder.interchange.transcripts.names_in_text import NameCover


@pytest.mark.parametrize(
    "words",
    [
        "Quill",
        "Quill Made-Up",
        "Made-Up, Quill",
        "Dr. Quill de la Wren",
        "Quill (Guest)",
        "SPEAKER_00",
        "speaker 1",
        "Unknown Speaker",
        "social worker",
        "佐藤",
        "Zoë O’Wren",
    ],
)
def test_names_look_like_names(words: str) -> None:
    assert looks_like_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "10",
        "I said",
        "And Quill",
        "so it goes",
        "What?",
        "X" * 61,
        "Well, Quill",
        "A. b. c",
    ],
)
def test_speech_does_not_look_like_a_name(words: str) -> None:
    assert not looks_like_name(words)


COVER = NameCover(
    {
        "Canary O’Wren-Made": "Worker",
        "Zoë Kestrel": "Parent 1",
        "Will Kestrel": "Parent 2",
        "Weiß, Łukasz (Guest)": "Professional",
        "mum": "Parent 3",
        "Speaker 1": "Speaker 1",
        "QW": "Child",
        "佐藤": "Speaker 2",
    }
)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Canary came.", "[Worker] came."),
        ("CANARY, canary's and (Canary)", "[Worker], [Worker]'s and ([Worker])"),
        ("Mrs O'Wren-Made, owren, MADE", "Mrs [Worker]-[Worker], [Worker], [Worker]"),
        ("Canary O'Wren Made and CanaryOWrenMade", "[Worker] and [Worker]"),
        ("Zoe, ZOË, Zoe\u0308 and Zoës", "[Parent 1], [Parent 1], [Parent 1] and Zoës"),
        ("Zoe Kestrel or a Kestrel", "[Parent 1] or a [name]"),
        ("Will will go; WILL", "[Parent 2] will go; [Parent 2]"),
        ("lukasz WEISS weiß", "[Professional] [Professional] [Professional]"),
        ("canary2 and _Canary_", "[Worker]2 and _[Worker]_"),
        ("canaries and scanary", "canaries and scanary"),
        ("mum and the guest, speaker of the house", "mum and the guest, speaker of the house"),
        ("QW said qw", "[Child] said qw"),
        ("佐藤さん", "[Speaker 2]さん"),
        ("Speaker 1 said", "Speaker 1 said"),
    ],
)
def test_names_are_covered_wherever_they_occur(text: str, covered: str) -> None:
    assert COVER.cover(text) == covered


def test_a_name_that_is_a_word_is_owned_up_to() -> None:
    assert COVER.keeps_small_letters
    assert not NameCover({"Canary": "Worker"}).keeps_small_letters


def test_without_names_nothing_is_changed() -> None:
    cover = NameCover({"Worker": "Worker", "Parent 1": "Parent"})

    assert cover.cover("Worker, a parent") == "Worker, a parent"


@settings(deadline=None)
@given(st.text(max_size=40), st.sampled_from(["canary", "CANARY", "Canary"]), st.text(max_size=40))
def test_a_name_between_other_characters_never_remains(before: str, name: str, after: str) -> None:
    covered = NameCover({"Canary Wrenfield": "Worker"}).cover(f"{before} {name}, {after}")

    assert f" {name}," not in covered
