"""What is written is read back the same, apart from what the writer says it loses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practicecoder.interchange.foreign.formats import ForeignFormat, Holds
from practicecoder.interchange.foreign.reading import read_bytes, read_foreign
from practicecoder.interchange.foreign.values import (
    CodedRecording,
    ForeignCode,
    ForeignData,
    ForeignEvent,
    ForeignNote,
    ForeignRating,
    Medium,
)
from practicecoder.interchange.foreign.writing import parts_for, write_foreign
from practicecoder.interchange.transcripts.forms import folded
from tests.interchange.foreign.conftest import FORMATS, content_of

few = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)

CODES = ("Q", "007", "1e3", "SR+", "CT-", "Überleg", "a/b", "0", "NA", "true")
WORDS = st.text(
    st.characters(categories=("L", "N", "P", "S"), include_characters=" "), max_size=20
).map(folded)
TIMES = st.integers(0, 7_200_000)


def event(start_ms: int, length_ms: int | None, **more: object) -> ForeignEvent:
    end_ms = None if length_ms is None else start_ms + length_ms
    return replace(ForeignEvent(start_ms=start_ms, end_ms=end_ms), **more)  # type: ignore[arg-type]  # fields by name


EVENTS = st.builds(
    event,
    TIMES,
    st.none() | st.integers(0, 60_000),
    code=st.sampled_from(CODES),
    speaker=st.sampled_from(["worker", "parent", ""]),
    note=WORDS,
)


def recording(events: Sequence[ForeignEvent], **more: object) -> CodedRecording:
    in_order = tuple(sorted(events, key=lambda one: one.start_ms))
    start = CodedRecording(session="HF-0042", coder="A", media=(Medium(name="HF-0042.wav"),))
    return replace(start, events=in_order, **more)  # type: ignore[arg-type]  # fields by name


def data_of(*recordings: CodedRecording) -> ForeignData:
    return ForeignData(format=ForeignFormat.BORIS, recordings=recordings)


def there_and_back(data: ForeignData, kind: ForeignFormat) -> ForeignData:
    written = write_foreign(data, kind)
    found = read_bytes(content_of(written.data, f"HF-0042{kind.suffix}"), format=kind)
    assert not found.problems
    return found


def told(data: ForeignData, kind: ForeignFormat) -> str:
    return " ".join(write_foreign(data, kind).loses)


Fact = tuple[int, int | None, str, str, str]


def facts(events: Sequence[ForeignEvent]) -> list[Fact]:
    return sorted(
        ((e.start_ms, e.end_ms, e.code, e.speaker, e.note) for e in events),
        key=lambda fact: (fact[0], fact[2:], -1 if fact[1] is None else fact[1]),
    )


def without_length(one: ForeignEvent) -> bool:
    return one.end_ms in (None, one.start_ms)


@few
@given(st.lists(EVENTS, max_size=12))
def test_praat_keeps_all_of_marks(events: list[ForeignEvent]) -> None:
    data = data_of(recording(events))
    (back,) = there_and_back(data, ForeignFormat.TEXTGRID).recordings
    expected = [replace(e, end_ms=None) if without_length(e) else e for e in events]
    assert facts(back.events) == facts(expected)
    assert not back.notes
    has_empty = any(e.end_ms == e.start_ms for e in events)
    assert ("without length" in told(data, ForeignFormat.TEXTGRID)) is has_empty


@few
@given(st.lists(EVENTS, max_size=12))
def test_elan_keeps_spans_and_stretches_moments(events: list[ForeignEvent]) -> None:
    data = data_of(recording(events))
    (back,) = there_and_back(data, ForeignFormat.EAF).recordings if events else (recording([]),)
    keep = [replace(e, end_ms=None) if without_length(e) else e for e in events]
    short = [replace(e, end_ms=None) if _was_moment(e, keep) else e for e in back.events]
    assert facts(short) == facts(keep)
    assert back.coder == "A"
    assert back.session == "HF-0042"
    n_moments = sum(map(without_length, events))
    assert ("moment" in told(data, ForeignFormat.EAF)) is bool(n_moments)


def _was_moment(one: ForeignEvent, kept: Sequence[ForeignEvent]) -> bool:
    """Whether a span read back is at most half a second and stands where a moment stood."""
    same = [
        e.end_ms
        for e in kept
        if (e.start_ms, e.code, e.speaker, e.note)
        == (one.start_ms, one.code, one.speaker, one.note)
    ]
    assert one.end_ms is not None
    assert one.end_ms > one.start_ms
    return None in same and one.end_ms - one.start_ms <= 500 and one.end_ms not in same


@few
@given(st.lists(EVENTS, max_size=12))
def test_boris_keeps_all_of_marks(events: list[ForeignEvent]) -> None:
    data = data_of(recording(events))
    (back,) = there_and_back(data, ForeignFormat.BORIS).recordings
    states = {e.code for e in events if e.end_ms is not None}
    expected = [
        replace(e, end_ms=e.start_ms) if e.end_ms is None and e.code in states else e
        for e in events
    ]
    assert facts(back.events) == facts(expected)
    assert (back.session, back.coder, back.media) == (
        "HF-0042",
        "A",
        (Medium(name="HF-0042.wav"),),
    )


@few
@given(st.lists(EVENTS, max_size=12))
def test_audacity_keeps_times_and_says_which_labels_it_cannot_part(
    events: list[ForeignEvent],
) -> None:
    data = data_of(recording(events))
    if not events:
        return
    (back,) = there_and_back(data, ForeignFormat.AUDACITY).recordings
    expected = [replace(e, end_ms=None) if without_length(e) else e for e in events]
    times = [(e.start_ms, e.end_ms) for e in expected]
    assert sorted(times, key=str) == sorted(((e.start_ms, e.end_ms) for e in back.events), key=str)
    if "where its code ends" not in (lost := told(data, ForeignFormat.AUDACITY)) and (
        "where their codes end" not in lost
    ):
        assert facts(back.events) == facts([replace(e, speaker="") for e in expected])


@few
@given(st.lists(EVENTS, max_size=12))
def test_cacti_keeps_starts_codes_notes_and_links(events: list[ForeignEvent]) -> None:
    linked = [replace(e, items=("empathy",)) if e.note else e for e in events]
    data = data_of(
        recording(
            linked,
            ratings=(ForeignRating(item="empathy", value="4"),),
            notes=(ForeignNote(text="A note.\nIts second line."),),
        )
    )
    (back,) = there_and_back(data, ForeignFormat.CASAA_SQLITE).recordings
    first: dict[tuple[int, str], ForeignEvent] = {}
    for e in sorted(linked, key=lambda one: one.start_ms):
        first.setdefault(((e.start_ms + 50) // 100 * 100, e.code), e)
    expected = sorted((at, code, e.note, e.items) for (at, code), e in first.items())
    assert sorted((e.start_ms, e.code, e.note, e.items) for e in back.events) == expected
    assert back.ratings[0].value == "4"
    assert back.notes == (ForeignNote(text="A note.\nIts second line."),)
    lost = told(data, ForeignFormat.CASAA_SQLITE)
    assert ("tenth of a second" in lost) is (len(first) < len(events))


@few
@given(st.lists(EVENTS, max_size=12))
def test_cacti_text_keeps_starts_and_codes(events: list[ForeignEvent]) -> None:
    (back,) = there_and_back(data_of(recording(events)), ForeignFormat.CASAA_TEXT).recordings
    expected = {((e.start_ms + 50) // 100 * 100, e.code) for e in events}
    assert sorted((e.start_ms, e.code) for e in back.events) == sorted(expected)


VALUES = st.none() | st.sampled_from(["0", "1", "3", "5", "2.5", "-99", "007"])


@few
@given(st.dictionaries(st.sampled_from(["empathy", "EVOCATION", "x y"]), VALUES))
def test_boris_keeps_ratings_as_text_and_reasons(values: dict[str, str | None]) -> None:
    ratings = tuple(
        ForeignRating(item=item, value=value, reason="" if value else "no_behaviour_change")
        for item, value in values.items()
    )
    (back,) = there_and_back(
        data_of(recording([], ratings=ratings)), ForeignFormat.BORIS
    ).recordings
    assert back.ratings == ratings


@few
@given(st.dictionaries(st.sampled_from(["empathy", "EVOCATION", "x y"]), VALUES, min_size=1))
def test_cacti_globals_keep_whole_ratings(values: dict[str, str | None]) -> None:
    ratings = tuple(ForeignRating(item=item, value=value) for item, value in values.items())
    (back,) = there_and_back(
        data_of(recording([], ratings=ratings)), ForeignFormat.CACTI_GLOBALS
    ).recordings
    whole = {i: int(v) if v and re.fullmatch("-?[0-9]+", v) else 0 for i, v in values.items()}
    assert {one.item: int(one.value or "x") for one in back.ratings} == whole


def test_configuration_keeps_codes_and_items() -> None:
    data = read_foreign(FORMATS / "cacti_userConfiguration.xml")
    back = there_and_back(data, ForeignFormat.CACTI_CONFIG)
    assert back.codes == data.codes
    assert back.items == data.items


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("praat.TextGrid", ForeignFormat.TEXTGRID),
        ("audacity_labels.txt", ForeignFormat.AUDACITY),
    ],
)
def test_samples_are_written_back_byte_for_byte(name: str, kind: ForeignFormat) -> None:
    written = write_foreign(read_foreign(FORMATS / name), kind)
    assert written.data == (FORMATS / name).read_bytes()


def test_sdis_is_written_as_boris_writes_it() -> None:
    written = write_foreign(read_foreign(FORMATS / "elan.eaf"), ForeignFormat.SDIS)
    sample = (FORMATS / "gseq_timed.sds").read_bytes()
    assert written.data.split(b"\n")[1:] == sample.split(b"\n")[1:]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("elan.eaf", ForeignFormat.EAF),
        ("cacti_v080_sqlite.casaa", ForeignFormat.CASAA_SQLITE),
        ("cacti_v060_text.casaa", ForeignFormat.CASAA_TEXT),
        ("cacti_v060.globals", ForeignFormat.CACTI_GLOBALS),
        ("boris_project.boris", ForeignFormat.BORIS),
    ],
)
def test_samples_are_read_back_the_same(name: str, kind: ForeignFormat) -> None:
    data = read_foreign(FORMATS / name)
    assert there_and_back(data, kind).recordings == data.recordings
    assert write_foreign(data, kind).loses == ()


WRITTEN = [kind for kind in ForeignFormat if kind.is_written and not kind.is_talk]


@pytest.mark.parametrize("kind", WRITTEN)
def test_same_codings_give_the_same_bytes(kind: ForeignFormat) -> None:
    data = data_of(recording([event(2400, 3700, code="Q", speaker="worker")]))
    assert write_foreign(data, kind).data == write_foreign(data, kind).data


@pytest.mark.parametrize("code", ["007", "1e3", " 12", "NA", "=1+1"])
@pytest.mark.parametrize(
    "kind",
    [
        ForeignFormat.BORIS,
        ForeignFormat.EAF,
        ForeignFormat.TEXTGRID,
        ForeignFormat.AUDACITY,
        ForeignFormat.CASAA_SQLITE,
        ForeignFormat.CASAA_TEXT,
    ],
)
def test_codes_that_look_like_numbers_stay_as_they_are(code: str, kind: ForeignFormat) -> None:
    data = data_of(recording([event(2400, 3700, code=code.strip(), speaker="worker")]))
    (back,) = there_and_back(data, kind).recordings
    assert [e.code for e in back.events] == [code.strip()]


def test_two_coders_of_one_session_share_an_elan_file() -> None:
    first = recording([event(2400, 3700, code="Q", speaker="worker", note="so")])
    second = replace(first, coder="B")
    back = there_and_back(data_of(first, second), ForeignFormat.EAF)
    assert back.coders == ("A", "B")
    assert [facts(one.events) for one in back.recordings] == [facts(first.events)] * 2


def test_marks_that_overlap_go_to_further_tiers() -> None:
    events = [event(0, 1000, code="Q"), event(500, 1000, code="SR"), event(900, 50, code="CR")]
    text = write_foreign(data_of(recording(events)), ForeignFormat.TEXTGRID).data.decode()
    assert re.findall(r"name = (.*?) \n", text) == ['"codes"', '"codes#2"', '"codes#3"']


def test_notes_of_marks_that_begin_together_find_their_marks() -> None:
    events = [
        event(1000, 500, code="Q", speaker="worker", note="first"),
        event(1000, 500, code="CT", speaker="parent", note="second"),
    ]
    for kind in (ForeignFormat.EAF, ForeignFormat.TEXTGRID):
        (back,) = there_and_back(data_of(recording(events)), kind).recordings
        assert facts(back.events) == facts(events)


def test_boris_knows_the_groups_of_its_codes() -> None:
    written = write_foreign(read_foreign(FORMATS / "elan.eaf"), ForeignFormat.BORIS)
    project = json.loads(written.data)
    groups = {one["category"] for one in project["behaviors_conf"].values()}
    assert groups == set(project["behavioral_categories"]) == {"worker", "parent"}
    keys = [one["key"] for one in project["behaviors_conf"].values()]
    assert len(set(keys)) == len(keys)


def test_a_moment_in_elan_ends_where_the_next_mark_begins() -> None:
    events = [event(1000, None, code="Q"), event(1200, 400, code="SR")]
    (back,) = there_and_back(data_of(recording(events)), ForeignFormat.EAF).recordings
    assert [(e.start_ms, e.end_ms) for e in back.events] == [(1000, 1200), (1200, 1600)]


def test_speakers_whose_words_mean_something_in_tiers_are_told() -> None:
    data = data_of(recording([event(0, 10, code="Q", speaker="notes")]))
    assert "The word for 1 speaker is changed." in told(data, ForeignFormat.TEXTGRID)


def test_cacti_says_what_becomes_nought_and_names_it_in_the_notes() -> None:
    ratings = (
        ForeignRating(item="evocation", value=None, reason="no_behaviour_change"),
        ForeignRating(item="empathy", value="2.5"),
    )
    data = data_of(recording([], ratings=ratings))
    assert "no whole number" in told(data, ForeignFormat.CASAA_SQLITE)
    assert "becomes 0" in told(data, ForeignFormat.CASAA_SQLITE)
    (back,) = there_and_back(data, ForeignFormat.CASAA_SQLITE).recordings
    assert back.notes[0].text == "Not applicable: evocation (no_behaviour_change)."
    assert all(one.may_be_default for one in back.ratings)


def test_speakers_become_cactis_two_words_and_that_is_told() -> None:
    data = data_of(recording([event(0, None, code="Q", speaker="worker")]))
    (back,) = there_and_back(data, ForeignFormat.CASAA_SQLITE).recordings
    assert back.events[0].speaker == "Therapist"
    assert "becomes Therapist or Client" in told(data, ForeignFormat.CASAA_SQLITE)


def test_numbers_of_codes_are_kept_and_others_get_free_ones() -> None:
    data = replace(
        data_of(recording([event(0, None, code="Q"), event(100, None, code="new")])),
        codes=(ForeignCode(code="Q", key="61"),),
    )
    back = there_and_back(data, ForeignFormat.CASAA_SQLITE)
    assert {code.code: code.key for code in back.codes} == {"Q": "61", "new": "62"}


LOSSES: list[tuple[ForeignFormat, Callable[[CodedRecording], CodedRecording], str]] = [
    (kind, change, word)
    for kind in (ForeignFormat.EAF, ForeignFormat.TEXTGRID, ForeignFormat.AUDACITY)
    for change, word in (
        (lambda one: replace(one, ratings=(ForeignRating(item="x", value="1"),)), "rating"),
        (lambda one: replace(one, notes=(ForeignNote(text="so"),)), "note on the session"),
        (lambda one: replace(one, attributes={"office": "North"}), "detail"),
    )
]


@pytest.mark.parametrize(("kind", "change", "word"), LOSSES)
def test_what_tiers_cannot_hold_is_told(
    kind: ForeignFormat, change: Callable[[CodedRecording], CodedRecording], word: str
) -> None:
    plain = recording([event(0, 10, code="Q", speaker="worker")])
    assert word not in told(data_of(plain), kind)
    assert word in told(data_of(change(plain)), kind)


@pytest.mark.parametrize("kind", WRITTEN)
def test_codings_are_parted_into_as_many_files_as_are_needed(kind: ForeignFormat) -> None:
    one = recording([event(0, 10, code="Q")])
    data = data_of(one, replace(one, coder="B"), replace(one, session="HF-0043"))
    expected = {Holds.CODING: 3, Holds.SESSION: 2, Holds.ALL: 1}[kind.holds]
    assert len(parts_for(data, kind)) == expected


FULL = st.builds(
    lambda events, more: recording(events, **more),
    st.lists(
        st.builds(
            event,
            st.integers(0, 600).map(lambda tenths: tenths * 100),
            st.none() | st.integers(1, 6_000),
            code=st.sampled_from(["Q", "007", "SR+", ""]),
            speaker=st.sampled_from(["", "Therapist", "Client"]),
            note=st.sampled_from(["", "", "so"]),
            items=st.sampled_from([(), (), ("empathy",)]),
            attributes=st.sampled_from([{}, {}, {"tone": "warm"}]),
        ),
        max_size=4,
    ),
    st.fixed_dictionaries(
        {},
        optional={
            "coder": st.none(),
            "media": st.sampled_from(
                [
                    (),
                    (Medium(name="", length_ms=95_000),),
                    (Medium(name="HF-0042.wav", length_ms=95_000),),
                    (Medium(name="HF-0042.wav", offset_ms=50),),
                ]
            ),
            "ratings": st.sampled_from(
                [
                    (ForeignRating(item="empathy", value="3"),),
                    (ForeignRating(item="empathy", value=None, reason="too_short"),),
                    (ForeignRating(item="empathy", value="2.5"),),
                ]
            ),
            "notes": st.sampled_from(
                [(ForeignNote(text="so"),), (ForeignNote(text="so", at_ms=100),)]
            ),
            "attributes": st.just({"office": "North"}),
        },
    ),
)


def facts_of(one: CodedRecording, lost: str) -> dict[str, object]:
    """Everything that a coding holds, without what the writer said that it loses."""
    no_marks, no_spans = (
        re.search(rf"[0-9]+ {what}s? without a code (is|are) not", lost)
        for what in ("mark", "span")
    )
    kept = [e for e in one.events if e.code or not (no_marks or (no_spans and e.end_ms))]
    has_ends = not re.search("moment becomes|moments become|end of|ends of", lost)
    marks = [
        (
            e.start_ms,
            e.end_ms if has_ends else None,
            "" if "label" in lost else e.code,
            "" if "speaker" in lost else e.speaker,
            ""
            if re.search("notes? of (?:1|[0-9]+) mark|label|notes? of the mark", lost)
            else e.note,
            () if "link" in lost else e.items,
        )
        for e in kept
    ]
    return {
        "marks": []
        if re.search("tenth|[0-9] marks? (?:is|are) not", lost)
        else sorted(marks, key=str),
        "coder": None if "coder" in lost else one.coder,
        "ratings": []
        if re.search("rating", lost)
        else [(r.item, r.value, r.reason) for r in one.ratings],
        "notes": []
        if re.search("note|span.* without a code", lost)
        else sorted((n.at_ms, n.text) for n in one.notes),
        "length": None if "length" in lost else one.length_ms,
        "sound": "" if "name of" in lost else "".join(medium.name for medium in one.media),
        "details": {} if "detail" in lost else dict(one.attributes),
    }


@pytest.mark.parametrize(
    "kind",
    [
        ForeignFormat.EAF,
        ForeignFormat.TEXTGRID,
        ForeignFormat.AUDACITY,
        ForeignFormat.BORIS,
        ForeignFormat.CASAA_SQLITE,
        ForeignFormat.CASAA_TEXT,
        ForeignFormat.CACTI_GLOBALS,
    ],
)
@few
@given(one=FULL)
def test_what_is_not_told_is_not_lost(kind: ForeignFormat, one: CodedRecording) -> None:
    lost = told(data_of(one), kind)
    (back,) = there_and_back(data_of(one), kind).recordings
    expected = facts_of(one, lost)
    found = facts_of(back, lost)
    for may_be_added in (
        "length",
        "sound",
    ):  # formats that need them get the last mark, the session
        if not expected[may_be_added]:
            found[may_be_added] = expected[may_be_added]
    assert found == expected
