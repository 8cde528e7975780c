"""What CACTI's files hold beside the plain case is understood, told or refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from practicecoder.interchange.foreign.byte_rates import BytePosition, fitting_rates
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.values import ForeignData, Hints, name_in_path
from tests.interchange.foreign.conftest import FORMATS, Read, Sentences

HEAD = "Audio File:\tC:\\audio\\HF-0042.wav\n"


def spans(data: ForeignData) -> list[tuple[int, int | None, str]]:
    return [(e.start_ms, e.end_ms, e.code) for e in data.recordings[0].events]


# Times


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("00:00:02.4", 2400),
        ("00:00:12,3", 12_300),
        ("00:00:60.0", 60_000),
        ("00:01:60.0", 120_000),
        ("0:00:02", 2000),
        ("1:02:03.25", 3_723_250),
    ],
)
def test_times_as_cacti_writes_them_anywhere(read: Read, text: str, ms: int) -> None:
    assert spans(read(f"{HEAD}{text}\t61\tQ\n"))[0] == (ms, None, "Q")


@pytest.mark.parametrize(
    "text", ["00:00:61.0", "00:61:00", "-0:00:01", "00:00:0٣", "", "00:01", "1:2:3:4"]
)
def test_what_is_no_time_is_a_problem(problems: Sentences, text: str) -> None:
    found = problems(f"{HEAD}00:00:01.0\t61\tQ\n{text}\t61\tQ\n")
    assert any("line 3" in sentence for sentence in found)


# Encodings and lines


def test_line_ends_of_every_system_are_alike(read: Read) -> None:
    text = f"{HEAD}00:00:02.4\t61\tQ\n00:00:03.0\t61\tQ\n"
    for end in ("\n", "\r\n", "\r"):
        assert len(spans(read(text.replace("\n", end)))) == 2


def test_a_byte_order_mark_is_no_letter(read: Read) -> None:
    assert read(b"\xef\xbb\xbf" + HEAD.encode() + b"00:00:02.4\t61\tQ\n").recordings


def test_utf_16_is_read(read: Read) -> None:
    assert spans(read(f"{HEAD}00:00:02.4\t61\tÜ\n".encode("utf-16")))[0][2] == "Ü"


def test_other_encodings_are_told(read: Read) -> None:
    data = read(f"{HEAD}00:00:02.4\t61\tÜ\n".encode("cp1252"))
    assert spans(data)[0][2] == "Ü"
    assert "Windows-1252" in data.notices[0]


def test_nul_is_refused(problems: Sentences) -> None:
    assert "NUL" in problems(f"{HEAD}00:00:02.4\t61\tQ\x00\n")[0]


@pytest.mark.parametrize(
    "path",
    [
        "C:\\Users\\Anna Quill\\HF-0042.wav",
        "/home/quill/HF-0042.wav",
        "HF-0042.wav",
        "\\\\n\\HF-0042.wav",
    ],
)
def test_of_paths_only_the_last_part_is_kept(read: Read, path: str) -> None:
    data = read(f"Audio File:\t{path}\n00:00:02.4\t61\tQ\n")
    assert data.recordings[0].session == "HF-0042"
    assert "uill" not in repr(data)


def test_name_in_path_of_nothing_is_nothing() -> None:
    assert name_in_path("") == ""


# Codes at moments


def test_rows_with_other_numbers_of_fields_are_problems(problems: Sentences) -> None:
    text = f"{HEAD}00:00:02.4\t61\tQ\n00:00:03.4\tQ\n00:00:04.4\t61\tQ\tmore\n"
    assert [sentence[:14] for sentence in problems(text)] == ["talk, line 3: ", "talk, line 4: "]


def test_codes_that_look_like_numbers_stay_texts(read: Read) -> None:
    data = read(f"{HEAD}00:00:02.4\t1\t007\n00:00:03.4\t2\t1e3\n")
    assert [code for _, _, code in spans(data)] == ["007", "1e3"]


def test_one_number_for_two_codes_is_a_problem(problems: Sentences) -> None:
    assert "'Q' in an earlier row" in problems(f"{HEAD}0:00:01.0\t61\tQ\n0:00:02.0\t61\tR\n")[0]


def test_rows_out_of_order_are_put_in_order(read: Read) -> None:
    data = read(f"{HEAD}00:00:05.0\t61\tQ\n00:00:02.0\t61\tQ\n")
    assert [start for start, _, _ in spans(data)] == [2000, 5000]


def test_a_code_list_keeps_codes_of_several_words(read: Read) -> None:
    data = read(f"{HEAD}00:00:05.0 Closed Question\n")
    assert data.format is ForeignFormat.CACTI_CODELIST
    assert spans(data) == [(5000, None, "Closed Question")]


def test_a_file_without_a_sound_is_called_as_itself(read: Read) -> None:
    data = read("Audio File:\t\n00:00:02.4\t61\tQ\n", "HF-0042.casaa")
    assert data.recordings[0].session == "HF-0042"
    assert "names no sound" in data.notices[0]


# Up to 0.20


def test_an_end_that_was_never_set_is_no_end(read: Read) -> None:
    rows = "0\t0:00:02\tnull\t64000\t-1\t61\tQ\n1\t0:00:05\t0:00:00\t160000\t0\t61\tQ\n"
    data = read(HEAD + rows)
    assert spans(data) == [(2000, None, "Q"), (5000, None, "Q")]
    assert "2 spans have no end." in data.notices


def test_coded_and_uncoded_rows_may_stand_in_one_file(read: Read) -> None:
    data = read(f"{HEAD}0\t0:00:02\t0:00:04\t1\t2\t61\tQ\n1\t0:00:05\t0:00:06\t3\t4\n")
    assert [code for _, _, code in spans(data)] == ["Q", ""]


def test_tabs_that_follow_each_other_part_once_and_are_told(read: Read) -> None:
    data = read(f"{HEAD}0\t\t0:00:02\t0:00:04\t64000\t128000\t61\tQ\n")
    assert spans(data) == [(2000, 4000, "Q")]
    assert any("several tabs" in notice for notice in data.notices)


def test_a_span_that_ends_before_it_begins_is_a_problem(problems: Sentences) -> None:
    assert "ends before" in problems(f"{HEAD}0\t0:00:05\t0:00:04\t1\t2\t61\tQ\n")[0]


def test_bytes_that_do_not_fit_the_seconds_are_refused(problems: Sentences) -> None:
    data = (FORMATS / "cacti_v010.casaa").read_bytes()
    (sentence,) = problems(data, hints=Hints(bytes_per_second=44_100))
    assert "32000 bytes a second fit all 24 times" in sentence


def test_several_rates_that_fit_are_not_offered(read: Read) -> None:
    data = read(f"{HEAD}0\t0:00:00\t0:00:01\t0\t50000\t61\tQ\n")
    assert len(data.byte_rates) > 1
    assert not any("bytes a second fit" in notice for notice in data.notices)


def test_rates_are_found_by_every_printed_second() -> None:
    assert fitting_rates([BytePosition(0, 0)]) == ()
    assert fitting_rates([BytePosition(32_000, 7)]) == ()
    assert BytePosition(1_000, 0).at_ms(16_000) == 63


# Global ratings


def test_notes_of_the_oldest_ratings_keep_their_lines(read: Read) -> None:
    text = "Global Ratings\n\nAudio File:\ta.wav\nEMPATHY:\t3\n\nNotes:\nFirst line.\n\nThird: x\n"
    data = read(text)
    assert data.version == "up to 0.20"
    assert data.recordings[0].notes[0].text == "First line.\n\nThird: x"


def test_a_rating_that_stands_twice_is_a_problem(problems: Sentences) -> None:
    text = "Global Ratings\nAudio File:\ta.wav\nEMPATHY:\t3\nEMPATHY:\t3\nx\n"
    assert [sentence[:14] for sentence in problems(text)] == ["talk, line 4: ", "talk, line 5: "]


def test_ratings_that_equal_the_default_are_told(read: Read) -> None:
    text = "Global Ratings\nAudio File:\ta.wav\nEMPATHY:\t1\nTRUST:\t3\nCLARITY:\t0\n"
    assert "2 ratings are 0 or 1" in read(text).notices[0]
    known = read(text, hints=Hints(default_rating=3))
    assert [one.item for one in known.recordings[0].ratings if one.may_be_default] == ["TRUST"]


# Databases


def database(*script: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize((FORMATS / "cacti_v080_sqlite.casaa").read_bytes())
        for line in script:
            connection.execute(line)
        connection.commit()
        return connection.serialize()


def test_names_that_became_numbers_are_told(read: Read) -> None:
    script = (
        "INSERT INTO codes VALUES (100, '007', 0)",
        "INSERT INTO codes VALUES (101, '1e3', 0)",
        "UPDATE utterances SET annotation = ' 12 ' WHERE code_id = 9",
    )
    data = read(database(*script))
    assert {code.code for code in data.codes} >= {"7", "1000"}
    assert any("3 names or notes are stored as numbers" in one for one in data.notices)


def test_a_code_that_is_not_there_is_a_problem(problems: Sentences) -> None:
    found = problems(database("UPDATE utterances SET code_id = 999 WHERE code_id = 9"))
    assert "'00010719' has a code that is not there" in found[0]


def test_links_to_nothing_are_problems(problems: Sentences) -> None:
    script = (
        "INSERT INTO utterances_ratings VALUES ('999', 1)",
        "INSERT INTO utterances_ratings VALUES ('000002461', 99)",
    )
    found = " ".join(problems(database(*script)))
    assert "utterance '999', which is not there" in found
    assert "linked to a rating that is not there" in found


def test_ratings_that_are_no_whole_numbers_are_problems(problems: Sentences) -> None:
    found = problems(database("UPDATE ratings SET response_value = 2.5 WHERE rating_id = 0"))
    assert any("'COLLABORATION' is not a whole number" in sentence for sentence in found)


def test_a_newer_database_is_read_with_a_warning(read: Read) -> None:
    assert "version 9" in read(database("PRAGMA user_version = 9")).notices[0]


def test_notes_keep_their_lines(read: Read) -> None:
    script = "UPDATE attributes SET value = 'One.\r\nTwo.' WHERE name = 'GLOBAL_NOTES'"
    assert read(database(script)).recordings[0].notes[0].text == "One.\nTwo."


# Configurations


def configuration(body: str) -> str:
    return f"<userConfiguration>{body}</userConfiguration>"


CODES = '<codes><code name="Q" value="1"/></codes>'
BUTTON = (
    '<codeControls panel="left" label="Therapist"><row><button code="Q"/></row></codeControls>'
)


def test_children_may_stand_in_any_order_and_again(read: Read) -> None:
    data = read(
        configuration(
            f'{BUTTON}<globals><global name="E" label="E" value="0"/></globals>{CODES}'
            '<codes><code name="R" value="2"/></codes><codeControls panel="right" label="Client">'
            '<group label="more"><row><spacer/><button code="R" key="r"/></row></group>'
            "</codeControls>"
        )
    )
    assert [(c.code, c.speaker) for c in data.codes] == [("Q", "Therapist"), ("R", "Client")]
    assert (data.items[0].minimum, data.items[0].maximum, data.items[0].default) == (1, 5, 1)
    assert not data.notices


@pytest.mark.parametrize(
    ("body", "notice"),
    [
        (
            '<codes>-- old --<code name="Q" value="1"/></codes>' + BUTTON,
            "Stray text among the codes",
        ),
        (CODES, "has no button"),
        (CODES + BUTTON + '<globalControls><slider global="X"/></globalControls>', "no rating"),
        (CODES + BUTTON.replace('"Q"/>', '"Q"/><button code="Z"/>'), "no code"),
    ],
)
def test_what_cacti_passes_over_is_told(read: Read, body: str, notice: str) -> None:
    data = read(configuration(body))
    assert any(notice in sentence for sentence in data.notices)
    assert not data.problems


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (CODES + BUTTON.replace("Therapist", "Worker"), "has to begin with Therapist or Client"),
        (CODES + '<codes><code name="Q" value="2"/></codes>', "is there twice"),
        (CODES + '<codes><code name="R" value="1"/></codes>', "is there twice"),
        ('<codes><code name="Q"/></codes>', "lacks its name or its whole number"),
        ('<globals><global name="E" value="0" maxRating="x"/></globals>', "not a whole number"),
        ('<globals><global name="E" value="0" defaultRating="9"/></globals>', "on its scale"),
        ("", "neither codes nor ratings"),
    ],
)
def test_faults_of_a_configuration_are_problems(
    problems: Sentences, body: str, sentence: str
) -> None:
    assert any(sentence in found for found in problems(configuration(body)))
