"""Files that bend their format's rules are read as they are meant, or told, never guessed at."""

from __future__ import annotations

import io
import json

import docx
import pytest
from docx.oxml import OxmlElement

from practicecoder.interchange.transcripts.forms import TranscriptFormat as F
from tests.interchange.transcripts.conftest import Read, Refused

CUE = "00:00:02.400 --> 00:00:06.100"


def vtt(*cues: str) -> str:
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def test_two_voices_in_a_cue_become_two_turns_and_are_told(read: Read) -> None:
    found = read(vtt(f"{CUE}\n<v Quill>How was it?</v> <v.loud Wren>Not great.</v>"))

    assert [(line.speaker, line.text) for line in found.lines] == [
        ("Quill", "How was it?"),
        ("Wren", "Not great."),
    ]
    assert {(line.start_ms, line.end_ms) for line in found.lines} == {(2_400, 6_100)}
    assert any("several voices" in notice for notice in found.notices)


def test_a_voice_tag_wins_over_words_before_a_colon(read: Read) -> None:
    found = read(vtt(f"{CUE}\n<v Quill>Note: bring it", f"{CUE}\n<v Quill>Note: again"))

    assert [(line.speaker, line.text) for line in found.lines] == [
        ("Quill", "Note: bring it"),
        ("Quill", "Note: again"),
    ]


def test_entities_are_read_once_and_never_as_tags(read: Read) -> None:
    found = read(vtt(f"{CUE}\nA &lt;v Quill&gt; &amp;amp; <00:03.000>b <c.red>c</c> 1 < 2"))

    assert found.lines[0].text == "A <v Quill> &amp; b c 1 < 2"


def test_a_comma_in_webvtt_and_a_point_in_srt_are_told(read: Read) -> None:
    comma = read(vtt(f"{CUE.replace('.', ',')}\nSo."))
    point = read(f"1\n{CUE}\nSo.\n", "a.srt")

    assert comma.lines[0].start_ms == point.lines[0].start_ms == 2_400
    assert (point.format, len(comma.notices), len(point.notices)) == (F.SRT, 1, 1)


def test_a_cue_without_a_blank_line_before_it_is_read(read: Read) -> None:
    found = read(f"WEBVTT\n{CUE}\nOne.\n00:07.000 --> 00:08.000\nTwo.\n")

    assert [line.text for line in found.lines] == ["One.", "Two."]


def test_cues_without_words_are_told(read: Read) -> None:
    found = read(vtt(f"{CUE}\nOne.", CUE, f"{CUE}\n<i> </i>"))

    assert [line.text for line in found.lines] == ["One."]
    assert found.notices == ("2 cues have no words and gave no line.",)


def test_every_bad_cue_is_told_with_its_line(refused: Refused) -> None:
    found = refused(
        vtt(
            "00:61:00.000 --> 00:62:00.000\nOne.",
            "00:00:05.000 --> 00:00:04.000\nTwo.",
            "late --> later\nThree.",
            "no time\nat all\nFour.",
        )
    )

    assert [line for line, _ in found] == [3, 6, 9, 12]
    assert not any(word in text for _, text in found for word in ("One", "Two", "Three", "Four"))


def test_srt_text_after_a_blank_line_is_a_problem_and_not_dropped(refused: Refused) -> None:
    assert refused("1\n00:00:02,400 --> 00:00:06,100\nOne.\n\nstray\n")[0][0] == 5


def test_a_colon_in_speech_is_no_speaker(read: Read) -> None:
    cues = [f"{CUE}\nI said: no.", f"{CUE}\nI said: no.", f"{CUE}\nAnd then: nothing."]

    found = read(vtt(*cues))

    assert found.speakers == ()
    assert found.lines[0].text == "I said: no."


def test_a_colon_in_speech_is_no_speaker_between_real_ones(read: Read) -> None:
    found = read("Quill: Well.\nI said: no\nWren: So.\nQuill: Yes.\n")

    assert [(line.speaker, line.text) for line in found.lines] == [
        ("Quill", "Well. I said: no"),
        ("Wren", "So."),
        ("Quill", "Yes."),
    ]


def test_a_clock_time_or_an_address_is_no_speaker(read: Read) -> None:
    found = read(vtt(f"{CUE}\n10: 30", f"{CUE}\n10: 30", f"{CUE}\nhttps: //made.up"))

    assert found.speakers == ()


def test_one_lonely_name_before_a_colon_is_told_as_doubtful(read: Read) -> None:
    found = read(vtt(f"{CUE}\nOne.", f"{CUE}\nTwo.", f"{CUE}\nQuill: three."))

    assert found.speakers == ()
    assert "line 9" in found.notices[0]
    assert "Quill" not in found.notices[0]


def test_a_long_label_counts_only_if_it_comes_twice(read: Read) -> None:
    label = "Quill Made-Up " + "of the Department " * 4

    once = read(vtt(f"{CUE}\n{label}: one."))
    twice = read(vtt(f"{CUE}\n{label}: one.", f"{CUE}\n{label}: two."))

    assert (once.speakers, twice.speakers) == ((), (" ".join(label.split()),))


def test_a_speakerless_paragraph_goes_on_with_the_turn_before(read: Read) -> None:
    found = read("Worker: How was the week?\n\nShe waits.\n\nParent: Not great.\n")

    assert [line.text for line in found.lines] == ["How was the week? She waits.", "Not great."]


def test_a_timed_line_without_a_speaker_keeps_the_speaker_before(read: Read) -> None:
    found = read("[0:02] Worker: One.\n[0:03] Two.\n[0:04] Parent: Three.\n")

    assert [line.speaker for line in found.lines] == ["Worker", "Worker", "Parent"]


def test_a_labelled_line_without_a_time_has_none(read: Read) -> None:
    found = read("[0:02] Worker: One.\nParent: Two.\n[0:04] Worker: Three.\n")

    assert [line.start_ms for line in found.lines] == [2_000, None, 4_000]


def test_times_of_day_go_on_past_midnight(read: Read) -> None:
    found = read("[Quill] 23:59:58\nOne.\n[Wren] 00:00:03\nTwo.\n[Quill] 00:00:09\nThree.\n")

    assert [line.start_ms for line in found.lines] == [0, 5_000, 11_000]
    assert any("midnight" in notice for notice in found.notices)


def test_long_gaps_and_steps_back_are_told(read: Read) -> None:
    gap = read("[Quill] 14:00:00\nOne.\n[Wren] 14:06:00\nTwo.\n")
    back = read("Quill  0:09\nOne.\n\nWren  0:03\nTwo.\n")

    assert any("five minutes" in n and "line 3" in n for n in gap.notices)
    assert any("go back at line 4" in n for n in back.notices)


def test_bad_times_above_the_talk_are_all_told(refused: Refused) -> None:
    found = refused("Quill  0:05\nOne.\n\nWren  0:75\nTwo.\n\nQuill  0:99\nThree.\n")

    assert [line for line, _ in found] == [4, 7]


def test_a_time_in_the_talk_is_no_time_of_the_talk(read: Read) -> None:
    found = read("Quill: We meet when?\nWren: At\n10:30 is fine.\nQuill: Good.\n")

    assert not found.is_timed
    assert found.lines[1].text == "At 10:30 is fine."


def test_text_whose_lines_mostly_have_no_time_is_plain_and_says_so(read: Read) -> None:
    found = read("One.\nTwo.\nThree.\nQuill  0:05\nFour.\n")

    assert not found.is_timed
    assert any("Fewer than half" in notice for notice in found.notices)


def test_sounds_in_brackets_are_no_speakers(read: Read) -> None:
    found = read("(Quill)\nOne.\n(Laughs)\n(Wren)\nTwo.\n(Laughs)\n")

    assert found.speakers == ("Quill", "Wren")


def test_an_unlabelled_older_teams_turn_keeps_its_words(read: Read) -> None:
    found = read("0:0:2.4 --> 0:0:6.1\nOnly words.\n0:0:7.0 --> 0:0:8.0\nQuill\nMore.\n")

    assert [(line.speaker, line.text) for line in found.lines] == [
        ("", "Only words."),
        ("Quill", "More."),
    ]


def test_repeats_of_speech_recognition_are_kept_and_told(read: Read) -> None:
    segments = [{"start": n, "end": n + 1, "text": "Thank you."} for n in range(4)]

    found = read(json.dumps({"segments": segments}))

    assert len(found.lines) == 4
    assert "same words" in found.notices[0]


@pytest.mark.parametrize(
    ("segment", "word"),
    [
        ('{"start": -1, "end": 2, "text": "a"}', "before"),
        ('{"start": 3, "end": 2, "text": "a"}', "ends before"),
        ('{"start": "3", "end": 4, "text": "a"}', "not a number"),
        ('{"start": true, "end": 4, "text": "a"}', "not a number"),
        ('{"start": 1e99999, "end": 4, "text": "a"}', "beyond"),
        ('{"start": 3, "end": 4}', "no text"),
        ("7", "no text"),
    ],
)
def test_every_bad_segment_is_told(refused: Refused, segment: str, word: str) -> None:
    found = refused(f'{{"segments": [{segment}, {segment}]}}')

    assert len(found) == 2
    assert word in found[0][1]


def test_a_segment_without_a_time_is_read_without_one(read: Read) -> None:
    found = read('{"segments": [{"text": "a"}, {"start": 1, "end": 2, "text": "b"}]}')

    assert [line.start_ms for line in found.lines] == [None, 1_000]


@pytest.mark.parametrize(
    "text",
    [
        '{"segments": [], "segments": []}',
        '{"segments": [{"start": NaN, "end": 1, "text": "a"}]}',
        '{"segments": [{"start": Infinity, "end": 1, "text": "a"}]}',
        '{"segments": ' + "[" * 70 + "]" * 70 + "}",
        '{"segments": ' + "[" * 100_000,
        '{"segments": [{"start": ' + "9" * 5_000 + ', "text": "a"}]}',
        '{"segments": 5}',
        '{"text": "only"}',
        "[]",
    ],
)
def test_json_that_is_not_sound_is_refused(refused: Refused, text: str) -> None:
    assert len(refused(text, "a.json")) == 1


def test_a_bracket_inside_a_json_text_is_no_level(read: Read) -> None:
    text = json.dumps({"segments": [{"start": 1, "end": 2, "text": '\\" [' + "[{" * 100}]})

    assert read(text).lines[0].text.endswith("[{")


EAF = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT><HEADER TIME_UNITS="milliseconds">{media}</HEADER>
<TIME_ORDER>{slots}</TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>"""


def eaf(slots: list[int | None], tiers: str, media: str = "") -> str:
    written = "".join(
        f'<TIME_SLOT TIME_SLOT_ID="ts{n}"'
        + (f' TIME_VALUE="{time}"' if time is not None else "")
        + "/>"
        for n, time in enumerate(slots)
    )
    return EAF.format(media=media, slots=written, tiers=tiers)


def annotation(number: int, start: int, end: int, text: str) -> str:
    return (
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{number}" TIME_SLOT_REF1="ts{start}" '
        f'TIME_SLOT_REF2="ts{end}"><ANNOTATION_VALUE>{text}</ANNOTATION_VALUE>'
        "</ALIGNABLE_ANNOTATION></ANNOTATION>"
    )


def reference(number: int, to: int, text: str) -> str:
    return (
        f'<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a{number}" ANNOTATION_REF="a{to}">'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>"
    )


def test_slots_without_a_time_stand_evenly_between_their_neighbours(read: Read) -> None:
    tier = f'<TIER TIER_ID="x">{annotation(1, 0, 1, "a")}{annotation(2, 1, 3, "b")}</TIER>'

    found = read(eaf([1_000, None, None, 4_000], tier), "a.eaf")

    assert [(x.start_ms, x.end_ms) for x in found.lines] == [(1_000, 2_000), (2_000, 4_000)]
    assert "2 annotations have a time that the file leaves open" in found.notices[0]


def test_the_origin_of_the_media_is_added(read: Read) -> None:
    media = '<MEDIA_DESCRIPTOR MEDIA_URL="x" TIME_ORIGIN="500"/>'
    tier = f'<TIER TIER_ID="x" PARTICIPANT="Quill">{annotation(1, 0, 1, "a")}</TIER>'

    found = read(eaf([1_000, 2_000], tier, media))

    assert [(x.start_ms, x.end_ms, x.speaker) for x in found.lines] == [(1_500, 2_500, "Quill")]


def test_a_tier_that_repeats_another_is_left_out_and_told(read: Read) -> None:
    main = f'<TIER TIER_ID="x">{annotation(1, 0, 1, "a")}</TIER>'
    same = f'<TIER TIER_ID="y" PARENT_REF="x">{reference(2, 1, "translated")}</TIER>'

    found = read(eaf([1_000, 2_000], main + same))

    assert [line.text for line in found.lines] == ["a"]
    assert "1 tier that depends" in found.notices[0]


def test_words_of_a_tier_below_an_empty_one_take_its_times(read: Read) -> None:
    main = f'<TIER TIER_ID="x">{annotation(1, 0, 1, "")}</TIER>'
    words = f'<TIER TIER_ID="y" PARENT_REF="x">{reference(2, 1, "said")}</TIER>'

    found = read(eaf([1_000, 2_000], main + words))

    assert [(x.start_ms, x.end_ms, x.text) for x in found.lines] == [(1_000, 2_000, "said")]


def test_every_bad_annotation_is_told(refused: Refused) -> None:
    tier = (
        f'<TIER TIER_ID="x">{annotation(1, 1, 0, "a")}{annotation(2, 0, 9, "b")}'
        f"{reference(3, 8, 'c')}{reference(4, 4, 'd')}</TIER>"
    )

    assert len(refused(eaf([1_000, 2_000], tier))) == 4


def test_times_that_are_no_milliseconds_are_told(refused: Refused) -> None:
    text = eaf([1_000, 2_000], f'<TIER TIER_ID="x">{annotation(1, 0, 1, "a")}</TIER>')

    assert refused(text.replace('"1000"', '"1.5"'))
    assert refused(text.replace("milliseconds", "PAL-frames"))


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><ANNOTATION_DOCUMENT/>',
        '<!DOCTYPE a SYSTEM "file:///made-up"><ANNOTATION_DOCUMENT/>',
        "<?xml version='1.0'?><other/>",
        "<ANNOTATION_DOCUMENT>" + "<a>" * 100 + "</a>" * 100 + "</ANNOTATION_DOCUMENT>",
        "<ANNOTATION_DOCUMENT>&unknown;</ANNOTATION_DOCUMENT>",
        "<ANNOTATION_DOCUMENT></ANNOTATION_DOCUMENT>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_is_not_sound_is_refused(refused: Refused, text: str, encoding: str) -> None:
    assert len(refused(text.encode(encoding), "a.eaf")) == 1


def test_a_document_type_is_what_is_refused(refused: Refused) -> None:
    told = refused('<?xml version="1.0"?><!DOCTYPE ANNOTATION_DOCUMENT><ANNOTATION_DOCUMENT/>')

    assert "document type" in told[0][1]


def textgrid(*tiers: str) -> str:
    return f'"ooTextFile"\n"TextGrid"\n0 9\n<exists> {len(tiers)}\n' + "\n".join(tiers)


def test_comments_and_doubled_quotes_of_praat_are_read(read: Read) -> None:
    tier = (
        '! a "comment" 1 2\nclass = "IntervalTier" name = "x" xmin = 0 xmax = 9 '
        'intervals: size = 1 intervals [1]: xmin = 0 xmax = 9 text = "say ""no"" !"'
    )

    assert read(textgrid(tier)).lines[0].text == 'say "no" !'


@pytest.mark.parametrize(
    ("tier", "word"),
    [
        ('"IntervalTier" "x" 0 9 2 0 4 "a" 5 9 "b"', "hole"),
        ('"IntervalTier" "x" 0 9 2 0 4 "a" 3 9 "b"', "overlaps"),
        ('"IntervalTier" "x" 0 9 1 4 3 "a"', "ends before"),
        ('"IntervalTier" "x" 0 9 2 0 4 "a"', "ends early"),
        ('"IntervalTier" "x" 0 9 1 0 4 "a" 4 9 "b"', "more in the file"),
        ('"IntervalTier" "x" 0 9 99999999 0 4 "a"', "too many"),
        ('"IntervalTier" "x" 0 9 1 -4 4 "a"', "not a number"),
        ('"IntervalTier" "x" 0 9 1 0 4 "a', "has no end"),
        ('"OtherTier" "x" 0 9 0', "neither"),
        ('"IntervalTier" 0 9 0', "should stand"),
        ('"TextTier" "x" 0 9 1 3 "a"', "no interval"),
    ],
)
def test_a_textgrid_that_is_not_sound_is_refused(refused: Refused, tier: str, word: str) -> None:
    assert word in refused(textgrid(tier))[0][1]


def test_praat_files_of_other_kinds_are_refused_with_what_to_do(refused: Refused) -> None:
    chronological = '"Praat chronological TextGrid text file"\n0 9\n'

    assert "Save as text file" in refused(b"ooBinaryFile\x08TextGrid\x00\x01")[0][1]
    assert "Save as text file" in refused(chronological)[0][1]


def test_tracked_deletions_are_left_out_and_insertions_kept(read: Read) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Worker: How ")
    for name, text_name, words in (("w:del", "w:delText", "not "), ("w:ins", "w:t", "was it?")):
        change, run, text = OxmlElement(name), OxmlElement("w:r"), OxmlElement(text_name)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    made.add_paragraph("Parent: Not great.")
    made.add_table(1, 1).cell(0, 0).text = "in a table"
    file = io.BytesIO()
    made.save(file)

    found = read(file.getvalue())

    assert [line.text for line in found.lines] == ["How was it?", "Not great."]
    assert any("Tracked changes" in notice for notice in found.notices)
    assert any("Tables" in notice for notice in found.notices)
