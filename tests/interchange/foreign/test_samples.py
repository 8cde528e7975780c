"""Every sample file gives the values of the one made-up session."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.reading import read_foreign
from practicecoder.interchange.foreign.values import CodedRecording, Hints
from tests.interchange.foreign.conftest import FORMATS, Read


@dataclass(frozen=True)
class Mark:
    start_ms: int
    end_ms: int
    code: str
    speaker: str
    note: str = ""
    item: str = ""


TABLE = (
    Mark(2400, 6100, "Q", "worker", "opening question about the week", "COLLABORATION"),
    Mark(7000, 13200, "FN", "parent"),
    Mark(14800, 19000, "SR", "worker", "", "EMPATHY"),
    Mark(20200, 26600, "CT", "parent"),
    Mark(27900, 35000, "CLARITY", "worker", "names the worry about missed nursery", "CLARITY"),
    Mark(36400, 41700, "ST", "parent"),
    Mark(42900, 50300, "CR", "worker", "", "EMPATHY"),
    Mark(52000, 57500, "CHILD", "worker", "what is a morning like for him", "CHILD_FOCUS"),
    Mark(59900, 66000, "FN", "parent"),
    Mark(67100, 72900, "GI", "worker"),
    Mark(74200, 80800, "PERSUADE", "worker", "", "AUTONOMY"),
    Mark(83000, 91500, "ST", "parent"),
)
RATINGS = {
    "COLLABORATION": "3",
    "AUTONOMY": "2",
    "EVOCATION": "0",
    "EMPATHY": "3",
    "PURPOSEFULNESS": "3",
    "CLARITY": "4",
    "CHILD_FOCUS": "4",
}
NOTES = "No behaviour change discussed; evocation not applicable (0)."
CACTI_WORDS = {"worker": "Therapist", "parent": "Client"}


def starts(one: CodedRecording) -> list[tuple[int, int | None, str]]:
    return [(event.start_ms, event.end_ms, event.code) for event in one.events]


def moments(later_ms: int = 0) -> list[tuple[int, int | None, str]]:
    return [(mark.start_ms + later_ms, None, mark.code) for mark in TABLE]


def spans(later_ms: int = 0) -> list[tuple[int, int | None, str]]:
    return [(mark.start_ms + later_ms, mark.end_ms + later_ms, mark.code) for mark in TABLE]


def ratings(one: CodedRecording) -> dict[str, str | None]:
    return {rating.item: rating.value for rating in one.ratings}


def test_cacti_database(sample: Read) -> None:
    data = sample("cacti_v080_sqlite.casaa")
    (one,) = data.recordings
    assert data.format is ForeignFormat.CASAA_SQLITE
    assert (one.session, one.coder) == ("HF-0042", None)
    assert starts(one) == moments()
    assert [event.speaker for event in one.events] == [CACTI_WORDS[m.speaker] for m in TABLE]
    assert [event.note for event in one.events] == [mark.note for mark in TABLE]
    assert [event.items for event in one.events] == [
        (mark.item,) if mark.item else () for mark in TABLE
    ]
    assert ratings(one) == RATINGS
    assert [rating.item for rating in one.ratings if rating.may_be_default] == ["EVOCATION"]
    assert [note.text for note in one.notes] == [NOTES]
    assert data.resolution_ms == 100
    assert not data.problems


def test_cacti_text(sample: Read) -> None:
    data = sample("cacti_v060_text.casaa")
    assert data.format is ForeignFormat.CASAA_TEXT
    assert starts(data.recordings[0]) == moments()
    assert {code.code: code.key for code in data.codes}["GI"] == "9"


@pytest.mark.parametrize("name", ["cacti_v060.globals", "cacti_v010.global"])
def test_cacti_globals(sample: Read, name: str) -> None:
    (one,) = sample(name).recordings
    assert one.session == "HF-0042"
    assert ratings(one) == RATINGS
    assert [note.text for note in one.notes] == [NOTES]


@pytest.mark.parametrize("name", ["cacti_v010.casaa", "cacti_v010.parse"])
def test_oldest_cacti_has_whole_seconds(sample: Read, name: str) -> None:
    data = sample(name)
    assert data.resolution_ms == 1000
    assert starts(data.recordings[0])[0][:2] == (2000, 6000)
    assert data.byte_rates == (32_000,)


def test_bytes_give_the_oldest_cacti_exact_times(sample: Read) -> None:
    data = sample("cacti_v010.casaa", Hints(bytes_per_second=32_000))
    assert starts(data.recordings[0]) == spans()
    assert data.resolution_ms == 1


def test_parse_is_uncoded(sample: Read) -> None:
    data = sample("cacti_v010.parse", Hints(bytes_per_second=32_000))
    assert starts(data.recordings[0]) == [(m.start_ms, m.end_ms, "") for m in TABLE]


def test_cacti_code_list(sample: Read) -> None:
    assert starts(sample("exported_codelist_HF-0042.txt").recordings[0]) == moments()


def test_cacti_summary_is_refused() -> None:
    with pytest.raises(ImportedDataError, match="no session in it"):
        read_foreign(FORMATS / "casaa_summary_export_20240101120000.csv")


def test_cacti_configuration(sample: Read) -> None:
    data = sample("cacti_userConfiguration.xml")
    speakers = [code.speaker for code in data.codes]
    assert (speakers.count("Therapist"), speakers.count("Client")) == (11, 3)
    assert [item.item for item in data.items] == list(RATINGS)
    assert {(item.minimum, item.maximum, item.default) for item in data.items} == {(0, 5, 0)}
    assert data.items[5].label == "Clarity about concerns"
    assert not data.recordings


def test_boris(sample: Read) -> None:
    data = sample("boris_project.boris")
    first, second = data.recordings
    assert [(one.session, one.coder) for one in data.recordings] == [
        ("HF-0042", "A"),
        ("HF-0042", "B"),
    ]
    assert starts(first) == moments()
    assert starts(second) == moments(400)
    assert [event.speaker for event in first.events] == [mark.speaker for mark in TABLE]
    assert [event.note for event in first.events] == [mark.note for mark in TABLE]
    expected = {item.casefold(): value for item, value in RATINGS.items()}
    assert ratings(first) == ratings(second) == expected
    assert first.attributes == {"office": "North", "phase": "post"}
    assert first.length_ms == 95_000
    assert data.resolution_ms == 100


def test_elan(sample: Read) -> None:
    data = sample("elan.eaf")
    (one,) = data.recordings
    assert (one.session, one.coder) == ("HF-0042", "A")
    assert starts(one) == spans()
    assert [event.speaker for event in one.events] == [mark.speaker for mark in TABLE]
    by_speaker = [code.speaker for code in data.codes]
    assert (by_speaker.count("worker"), by_speaker.count("parent")) == (11, 3)


def test_praat(sample: Read) -> None:
    data = sample("praat.TextGrid")
    (one,) = data.recordings
    assert starts(one) == spans()
    assert [event.speaker for event in one.events] == [mark.speaker for mark in TABLE]
    assert [event.note for event in one.events] == [mark.note for mark in TABLE]
    assert one.length_ms == 95_000
    assert not one.notes


def test_audacity(sample: Read) -> None:
    codes = tuple(mark.code for mark in TABLE)
    for hints in (Hints(), Hints(codes=codes)):
        (one,) = sample("audacity_labels.txt", hints).recordings
        assert starts(one) == spans()
        assert [event.note for event in one.events] == [mark.note for mark in TABLE]


@pytest.mark.parametrize("name", ["datavyu.opf", "datavyu_db.csv"])
def test_datavyu(sample: Read, name: str) -> None:
    (one,) = sample(name).recordings
    assert starts(one) == spans()
    assert [event.speaker for event in one.events] == [mark.speaker for mark in TABLE]
    assert [event.note for event in one.events] == [mark.note for mark in TABLE]


def test_label_studio(sample: Read) -> None:
    data = sample("labelstudio_export.json")
    first, second = data.recordings
    assert [(one.session, one.coder) for one in data.recordings] == [
        ("HF-0042", "1"),
        ("HF-0042", "2"),
    ]
    assert starts(first) == spans()
    assert starts(second) == spans(400)
    expected = {i.casefold(): value for i, value in RATINGS.items() if i != "EVOCATION"}
    assert ratings(first) == ratings(second) == expected
    assert first.length_ms == 95_000


def test_gseq_is_not_read() -> None:
    with pytest.raises(ImportedDataError, match="written and not read"):
        read_foreign(FORMATS / "gseq_timed.sds")
