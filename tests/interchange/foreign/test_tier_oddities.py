"""What files of ELAN, Praat, Audacity and Datavyu hold beside the plain case."""

from __future__ import annotations

import pytest

from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.values import ForeignData, Hints
from tests.interchange.foreign.conftest import Read, Sentences


def spans(data: ForeignData, at: int = 0) -> list[tuple[int, int | None, str]]:
    return [(e.start_ms, e.end_ms, e.code) for e in data.recordings[at].events]


# ELAN


def elan(tiers: str, *, slots: str = "", origin: str = "", types: str = "") -> str:
    default = "".join(
        f'<TIME_SLOT TIME_SLOT_ID="ts{n}" TIME_VALUE="{n * 1000}"/>' for n in range(1, 6)
    )
    return (
        '<ANNOTATION_DOCUMENT FORMAT="3.0"><HEADER TIME_UNITS="milliseconds">'
        f'<MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/a/HF-0042.wav" {origin}/></HEADER>'
        f"<TIME_ORDER>{slots or default}</TIME_ORDER>{tiers}{types}</ANNOTATION_DOCUMENT>"
    )


def tier(*texts: str, attributes: str = 'TIER_ID="worker"') -> str:
    marks = "".join(
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="{id(texts)}{n}" '
        f'TIME_SLOT_REF1="ts{n}" TIME_SLOT_REF2="ts{n + 1}"><ANNOTATION_VALUE>{text}'
        "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
        for n, text in enumerate(texts, start=1)
    )
    return f"<TIER {attributes}>{marks}</TIER>"


def test_elan_adds_the_origin_of_the_medium(read: Read) -> None:
    assert spans(read(elan(tier("Q"), origin='TIME_ORIGIN="500"'))) == [(1500, 2500, "Q")]


def test_elan_times_that_are_left_open_lie_between_their_neighbours(read: Read) -> None:
    slots = (
        '<TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts2"/>'
        '<TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="4000"/>'
    )
    data = read(elan(tier("Q", "SR"), slots=slots))
    assert spans(data) == [(1000, 2500, "Q"), (2500, 4000, "SR")]
    assert {e.attributes["time"] for e in data.recordings[0].events} == {"interpolated"}
    assert "2 marks have times that the file leaves open" in data.notices[0]


def test_elan_annotations_that_refer_to_others_take_their_times(read: Read) -> None:
    first = '<TIER TIER_ID="talk"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" '
    first += 'TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>Hello</ANNOTATION_VALUE>'
    first += "</ALIGNABLE_ANNOTATION></ANNOTATION></TIER>"
    second = '<TIER TIER_ID="code" PARENT_REF="talk" PARTICIPANT="parent"><ANNOTATION>'
    second += '<REF_ANNOTATION ANNOTATION_ID="a2" ANNOTATION_REF="a1"><ANNOTATION_VALUE>CT'
    second += "</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>"
    data = read(elan(first + second))
    assert spans(data) == [(1000, 2000, "Hello"), (1000, 2000, "CT")]
    assert [e.speaker for e in data.recordings[0].events] == ["talk", "parent"]


def test_elan_annotators_are_coders(read: Read) -> None:
    one = tier("Q", attributes='TIER_ID="w@A" ANNOTATOR="A" PARTICIPANT="worker"')
    two = tier("SR", attributes='TIER_ID="w@B" ANNOTATOR="B" PARTICIPANT="worker"')
    data = read(elan(one + two))
    assert data.coders == ("A", "B")
    assert [e.track for coding in data.recordings for e in coding.events] == ["w", "w"]


def test_elan_vocabularies_of_both_versions_are_read(read: Read) -> None:
    types = (
        '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="t" CONTROLLED_VOCABULARY_REF="cv"/>'
        '<CONTROLLED_VOCABULARY CV_ID="cv"><CV_ENTRY DESCRIPTION="x">Q</CV_ENTRY>'
        "<CV_ENTRY_ML><CVE_VALUE>SR</CVE_VALUE></CV_ENTRY_ML></CONTROLLED_VOCABULARY>"
    )
    attributes = 'TIER_ID="worker" LINGUISTIC_TYPE_REF="t" PARTICIPANT="worker"'
    data = read(elan(tier("Q", attributes=attributes), types=types))
    assert [(c.code, c.speaker) for c in data.codes] == [("Q", "worker"), ("SR", "worker")]


def test_elan_tiers_of_one_name_are_a_problem(problems: Sentences) -> None:
    assert "A tier is there twice" in problems(elan(tier("Q") + tier("SR")))[0]


def test_elan_notes_that_begin_with_no_mark_stay_notes(read: Read) -> None:
    data = read(elan(tier("Q") + tier("", "later", attributes='TIER_ID="Notes"')))
    assert [(n.at_ms, n.text) for n in data.recordings[0].notes] == [(2000, "later")]


def test_elan_addresses_of_media_are_written_for_the_web(read: Read) -> None:
    text = elan(tier("Q")).replace("HF-0042.wav", "HF%200042.wav")
    assert read(text).recordings[0].session == "HF 0042"


def test_elan_tiers_without_annotations_are_no_coder_of_their_own(read: Read) -> None:
    one = tier("Q", attributes='TIER_ID="worker" ANNOTATOR="A"')
    data = read(elan(one + '<TIER TIER_ID="empty"/>'))
    assert [coding.coder for coding in data.recordings] == ["A"]


def test_a_later_elan_is_read_with_a_warning(read: Read) -> None:
    data = read(elan(tier("Q")).replace('FORMAT="3.0"', 'FORMAT="4.1"'))
    assert "versions to 3.0 are known" in data.notices[0]


def test_a_second_lane_belongs_to_its_speaker_only_if_there_is_a_first(read: Read) -> None:
    second = tier("SR", attributes='TIER_ID="worker#2"')
    both = read(elan(tier("Q") + second)).recordings[0]
    assert {e.speaker for e in both.events} == {"worker"}
    alone = read(elan(second)).recordings[0]
    assert {e.speaker for e in alone.events} == {"worker#2"}


# Praat

SHORT = """File type = "ooTextFile"
"TextGrid"
0
3
<exists>
2
"IntervalTier" "worker" 0 3 2 0 1.5 "" 1.5 3 "Q ""so"" "
"TextTier" "moments" 0 3 2 0.5 "x" 1.2e-1s ""
"""


def test_praat_short_form(read: Read) -> None:
    assert spans(read(SHORT)) == [(120, None, ""), (500, None, "x"), (1500, 3000, 'Q "so"')]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig", "latin-1"])
def test_praat_encodings(read: Read, encoding: str) -> None:
    text = SHORT.replace("worker", "Überall")
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    data = read(mark + text.encode(encoding))
    assert "Überall" in data.speakers


def test_praat_takes_everything_free_standing_for_words_and_exclamation_for_a_note(
    read: Read,
) -> None:
    text = SHORT.replace("0\n3\n", "! 17 is a note\nxmin [5] = 0 seconds\nxmax 3\n", 1)
    assert len(spans(read(text))) == 3


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ooBinaryFile\x08TextGrid", "Save as text file"),
        ('"Praat chronological TextGrid text file"\n0 3\n', "chronological"),
        (SHORT.replace("1.5 3 ", "1.6 3 "), "tier 1, interval 2: The interval leaves a hole"),
        (SHORT.replace("1.5 3 ", "1.4 3 "), "overlaps"),
        (SHORT.replace('"worker" 0 3 2', '"worker" 0 3 3'), "Here should stand"),
        (SHORT.replace('"moments" 0 3 2', '"moments" 0 3 1'), "more in the file than its tiers"),
        (SHORT.replace("0.5 ", "-0.5 "), "not a number of seconds"),
    ],
)
def test_praat_faults_are_problems(problems: Sentences, text: str, sentence: str) -> None:
    assert sentence in problems(text)[0]


# Audacity


def test_audacity_ranges_of_frequencies_are_left_out_and_told(read: Read) -> None:
    data = read("1.000000\t2.000000\tQ\n\\\t100.000000\t2000.000000\n")
    assert spans(data) == [(1000, 2000, "Q")]
    assert data.notices == ("1 range of frequencies was left out.",)


def test_audacity_labels_may_be_moments_and_may_lack_a_text(read: Read) -> None:
    assert spans(read("1.000000\t1.000000\n2.5\t3\t\n")) == [(1000, None, ""), (2500, 3000, "")]


def test_audacity_decimal_commas_count_if_all_numbers_have_them(
    read: Read, problems: Sentences
) -> None:
    data = read("1,500000\t2,000000\tQ\n")
    assert spans(data) == [(1500, 2000, "Q")]
    assert "decimal commas" in data.notices[0]
    mixed = "1,500000\t2.000000\tQ\n"
    assert "not a number of seconds" in problems(mixed, format=ForeignFormat.AUDACITY)[0]


def test_audacity_tracks_that_follow_each_other_are_told(read: Read) -> None:
    data = read("5.0\t6.0\tQ\n1.0\t2.0\tSR\n")
    assert [code for _, _, code in spans(data)] == ["SR", "Q"]
    assert "Times go back once" in data.notices[0]


@pytest.mark.parametrize(
    ("label", "codes", "expected"),
    [
        ("Q: how", None, ("Q", "how")),
        ("Q: how", ("Q",), ("Q", "how")),
        ("Q: how", ("SR",), ("Q: how", "")),
        ("Q: a: b", ("Q",), ("Q", "a: b")),
        ("two words: how", None, ("two words: how", "")),
        ("two words: how", ("two words",), ("two words", "how")),
        ("Q: how", ("Q", "Q: how"), ("Q: how", "")),
        ("10:30", None, ("10:30", "")),
    ],
)
def test_audacity_labels_are_parted_at_known_codes(
    read: Read, label: str, codes: tuple[str, ...] | None, expected: tuple[str, str]
) -> None:
    data = read(f"1.0\t2.0\t{label}\n", hints=Hints(codes=codes))
    event = data.recordings[0].events[0]
    assert (event.code, event.note) == expected


@pytest.mark.parametrize("line", ["1.0", "1.0\tx\tQ", "2.0\t1.0\tQ", "-1.0\t1.0\tQ", "nan\t1\tQ"])
def test_audacity_faults_are_problems(problems: Sentences, line: str) -> None:
    assert "line 2" in problems(f"0.0\t1.0\tQ\n{line}\n")[0]


@pytest.mark.parametrize(
    ("text", "ms"), [("2.400000", 2400), ("0.0005", 1), ("1.1", 1100), ("0.0004", 0)]
)
def test_seconds_are_rounded_half_up(read: Read, text: str, ms: int) -> None:
    assert spans(read(f"{text}\t9.0\tQ\n"))[0][0] == ms


# Datavyu

HEAD = "#4\nworker (MATRIX,true,)-code|NOMINAL,note|NOMINAL\n"
TIMES = "00:00:02:400,00:00:06:100,"


@pytest.mark.parametrize(
    ("values", "code", "note"),
    [
        ("(Q,so)", "Q", "so"),
        ("(,)", "", ""),
        (r"(Q,one\, two\) three\\)", "Q", r"one, two) three\ ".strip()),
        (r"(CT\-,\(so\))", "CT-", "(so)"),
    ],
)
def test_datavyu_backslashes_keep_marks_in_values(
    read: Read, values: str, code: str, note: str
) -> None:
    event = read(f"{HEAD}{TIMES}{values}\n").recordings[0].events[0]
    assert (event.start_ms, event.end_ms) == (2400, 6100)
    assert (event.code, event.note) == (code, note)


def test_datavyu_hidden_columns_are_read_and_told(read: Read) -> None:
    data = read(f"{HEAD.replace('true', 'false')}{TIMES}(Q,)\n")
    assert len(spans(data)) == 1
    assert "1 column is hidden" in data.notices[0]


def test_datavyu_other_values_are_kept_under_their_names(read: Read) -> None:
    head = "#4\nworker (MATRIX,true,)-onset|NOMINAL,code|NOMINAL,who|NOMINAL\n"
    event = read(f"{head}{TIMES}(early,Q,mum)\n").recordings[0].events[0]
    assert event.code == "Q"
    assert event.attributes == {"onset": "early", "who": "mum"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (f"{HEAD}{TIMES}(Q)\n", "has 1 values; the column 'worker' has 2"),
        (f"{HEAD}{TIMES}(Q,a,b)\n", "has 3 values"),
        (f"#4\n{TIMES}(Q,)\n", "above the first column"),
        (f"{HEAD}00:00:02.400,00:00:06:100,(Q,)\n", "not a time"),
        (f"{HEAD}00:00:07:000,00:00:06:100,(Q,)\n", "ends before"),
        (f"{HEAD}what is this\n", "neither a column nor a cell"),
    ],
)
def test_datavyu_faults_are_problems(problems: Sentences, text: str, sentence: str) -> None:
    assert sentence in problems(text)[0]


def test_older_datavyu_is_refused(problems: Sentences) -> None:
    text = f"worker (MATRIX)-code|NOMINAL\n{TIMES}(Q)\n"
    assert "Save it again with Datavyu" in problems(text, format=ForeignFormat.DATAVYU)[0]


@pytest.mark.parametrize(
    "head", ["#3\nworker (MATRIX,true)-code|NOMINAL\n", "#2\nworker (MATRIX)-code|NOMINAL\n"]
)
def test_datavyu_versions_tell_less_of_columns(read: Read, head: str) -> None:
    assert spans(read(f"{head}{TIMES}(Q)\n")) == [(2400, 6100, "Q")]


@pytest.mark.parametrize("kind", ["TEXT", "NOMINAL"])
def test_datavyu_columns_of_plain_text_hold_one_value(read: Read, kind: str) -> None:
    data = read(f"#4\nworker ({kind},true,)\n{TIMES}Q\\, so\n")
    assert spans(data) == [(2400, 6100, "Q, so")]


def test_datavyu_a_backslash_at_the_end_of_a_line_carries_on(
    read: Read, problems: Sentences
) -> None:
    text = f"{HEAD}{TIMES}(Q,one\\\ntwo)\n"
    assert read(text).recordings[0].events[0].note == "one\ntwo"
    assert "line 5" in problems(f"{text}what is this\n")[0]


def test_datavyu_placeholders_are_empty(read: Read) -> None:
    event = read(f"{HEAD}{TIMES}(<code>,<note>)\n").recordings[0].events[0]
    assert (event.code, event.note) == ("", "")
