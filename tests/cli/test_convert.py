"""The command converts between formats, says what is lost, and leaves nothing half-written."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.reading import read_foreign
from tests.cli.conftest import Run

FORMATS = Path(__file__).parents[1] / "golden" / "formats"

VTT = "WEBVTT\n\n00:02.400 --> 00:06.100\n<v Worker>How was the week?\n\n"
VTT += "00:07.000 --> 00:13.200\n<v Parent>Not great.\n"


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text().splitlines()))


def test_boris_becomes_marks_that_reliability_takes(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    done = run("convert", FORMATS / "boris_project.boris", out, "--to", "events")
    assert done.code == 0, done.err
    assert rows(out)[:2] == [
        ["session_id", "coder_id", "start_ms", "end_ms", "code"],
        ["HF-0042", "A", "2400", "", "Q"],
    ]
    measured = run("reliability", out, "--events", "--json")
    assert measured.code == 0, measured.err


def test_boris_becomes_ratings(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "ratings.csv"
    done = run("convert", FORMATS / "boris_project.boris", out, "--to", "ratings")
    assert done.code == 0
    assert ["HF-0042", "A", "evocation", "0", ""] in rows(out)
    assert "24 marks are not written." in done.out


def test_it_says_why_it_took_the_file_for_what_it_is_and_what_is_lost(
    run: Run, tmp_path: Path
) -> None:
    done = run("convert", FORMATS / "cacti_v080_sqlite.casaa", tmp_path / "a.eaf", "--coder", "A")
    assert done.code == 0
    assert "Read as a .casaa file of CACTI 0.80 or later" in done.out
    assert "! 1 rating is 0 or 1, which CACTI may have filled in by itself" in done.out
    assert "- 7 ratings are not written." in done.out
    assert read_foreign(tmp_path / "a.eaf").coders == ("A",)


def test_json_tells_the_same(run: Run, tmp_path: Path) -> None:
    done = run("convert", FORMATS / "elan.eaf", tmp_path / "a.sds", "--json")
    assert done.json == {
        "from": {
            "format": "eaf",
            "version": "3.0",
            "because": "Its XML begins with ANNOTATION_DOCUMENT, as ELAN writes it.",
            "resolution_ms": 1,
        },
        "to": "sdis",
        "sessions": ["HF-0042"],
        "coders": ["A"],
        "codings": 1,
        "marks": 12,
        "ratings": 0,
        "notices": [],
        "loses": ["The name of the recording is not written."],
        "problems": [],
        "files": [str(tmp_path / "a.sds")],
    }


def test_several_codings_go_into_a_folder(run: Run, tmp_path: Path) -> None:
    source = FORMATS / "labelstudio_export.json"
    single = run("convert", source, tmp_path / "a.TextGrid")
    assert single.code == 1
    assert "Give a folder" in single.err
    done = run("convert", source, tmp_path, "--to", "textgrid")
    assert done.code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "HF-0042 1.TextGrid",
        "HF-0042 2.TextGrid",
    ]


def test_two_coders_share_an_elan_file(run: Run, tmp_path: Path) -> None:
    assert run("convert", FORMATS / "boris_project.boris", tmp_path / "a.eaf").code == 0
    assert read_foreign(tmp_path / "a.eaf").coders == ("A", "B")


def test_tables_go_back_into_programs(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "events.csv"
    table.write_text("session_id,coder_id,start_ms,end_ms,code\nHF-0042,A,2400,6100,Q\n")
    assert run("convert", table, tmp_path / "a.TextGrid").code == 0
    event = read_foreign(tmp_path / "a.TextGrid").recordings[0].events[0]
    assert (event.start_ms, event.end_ms, event.code) == (2400, 6100, "Q")
    ratings = tmp_path / "ratings.csv"
    ratings.write_text("session_id,coder_id,item,value,na_reason\nHF-0042,A,empathy,3,\n")
    assert run("convert", ratings, tmp_path / "a.globals").code == 0
    assert "empathy:\t3\n" in (tmp_path / "a.globals").read_text()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.srt", None), ("a.TextGrid", None), ("a.eaf", None), ("a.csv", "transcript")],
)
def test_talk_goes_into_other_formats_of_talk(
    run: Run, tmp_path: Path, name: str, kind: str | None
) -> None:
    (tmp_path / "talk.vtt").write_text(VTT)
    to = ("--to", kind) if kind else ()
    done = run("convert", tmp_path / "talk.vtt", tmp_path / name, *to)
    assert done.code == 0, done.err
    assert "How was the week?" in (tmp_path / name).read_text()
    back = run("convert", tmp_path / name, tmp_path / "back.vtt")
    assert back.code == 0, back.err
    assert "Not great." in (tmp_path / "back.vtt").read_text()


def test_codes_are_not_talk_and_talk_is_not_codes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.vtt").write_text(VTT)
    talk = run("convert", tmp_path / "talk.vtt", tmp_path / "a.casaa")
    assert (talk.code, "talk and no codes" in talk.err) == (1, True)
    for name in ("cacti_v060_text.casaa", "exported_codelist_HF-0042.txt", "datavyu.opf"):
        codes = run("convert", FORMATS / name, tmp_path / "a.vtt")
        assert (codes.code, "codes and no talk" in codes.err) == (1, True)


def test_faults_stop_it_and_leave_nothing(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.casaa"
    source.write_text("Audio File:\ta.wav\n00:00:02.4\t61\tQ\n00:99:00\t61\tQ\nwhat\n")
    done = run("convert", source, tmp_path / "a.sds")
    assert done.code == 1
    assert [line[:16] for line in done.err.splitlines()] == [
        "a.casaa, line 3:",
        "a.casaa, line 4:",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["a.casaa"]


def test_lenient_writes_what_was_understood_and_lists_the_rest(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.casaa"
    source.write_text("Audio File:\ta.wav\n00:00:02.4\t61\tQ\n00:99:00\t61\tQ\n")
    done = run("convert", source, tmp_path / "a.sds", "--lenient")
    assert done.code == 0
    assert "Q,2.400-2.401" in (tmp_path / "a.sds").read_text()
    assert rows(tmp_path / "problems.csv")[1][:2] == ["a.casaa", "3"]
    assert "line 3" in done.err


def test_a_coder_that_a_table_needs_has_to_be_given(run: Run, tmp_path: Path) -> None:
    source = FORMATS / "cacti_v060.globals"
    done = run("convert", source, tmp_path / "a.csv", "--to", "ratings")
    assert (done.code, "does not say who coded" in done.err) == (1, True)
    assert not list(tmp_path.iterdir())
    given = ("--coder", "A", "--session", "S1", "--default-rating", "0", "--defaults-unrated")
    assert run("convert", source, tmp_path / "a.csv", "--to", "ratings", *given).code == 0
    assert ["S1", "A", "EVOCATION", "", ""] in rows(tmp_path / "a.csv")


def test_bytes_give_exact_times(run: Run, tmp_path: Path) -> None:
    source = FORMATS / "cacti_v010.casaa"
    given = ("--to", "events", "--coder", "A", "--bytes-per-second", "32000")
    assert run("convert", source, tmp_path / "a.csv", *given).code == 0
    assert rows(tmp_path / "a.csv")[1] == ["HF-0042", "A", "2400", "6100", "Q"]


def test_speakers_can_be_called_otherwise(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.TextGrid"
    source.write_bytes((FORMATS / "praat.TextGrid").read_bytes().replace(b"parent", b"Quill"))
    wrong = run("convert", source, tmp_path / "a.casaa")
    assert (wrong.code, "no word for the speaker 'Quill'" in wrong.err) == (1, True)
    assert run("convert", source, tmp_path / "a.casaa", "--speaker", "Quill=Client").code == 0
    assert run("convert", source, tmp_path / "b.casaa", "--speaker", "Wren=Client").code == 1


def test_nothing_is_written_over_unasked(run: Run, tmp_path: Path) -> None:
    source = FORMATS / "elan.eaf"
    out = tmp_path / "a.sds"
    out.write_text("mine")
    done = run("convert", source, out)
    assert (done.code, out.read_text()) == (1, "mine")
    assert run("convert", source, out, "--overwrite").code == 0
    copy = tmp_path / "b.eaf"
    copy.write_bytes(source.read_bytes())
    assert run("convert", copy, copy, "--overwrite").code == 1
    assert copy.read_bytes() == source.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--from", "word"), "--from takes"),
        (("--to", "datavyu"), "--to takes"),
        (("--speaker", "a"), "--speaker takes"),
        (("--bytes-per-second", "0"), "--bytes-per-second"),
    ],
)
def test_wrong_usage(run: Run, tmp_path: Path, arguments: tuple[str, str], word: str) -> None:
    done = run("convert", FORMATS / "elan.eaf", tmp_path / "a.sds", *arguments)
    assert (done.code, word in done.err) == (2, True)


def test_every_written_format_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    tree = json.loads((FORMATS / "boris_project.boris").read_text())
    tree["observations"].pop("HF-0042 coder B")
    source.write_text(json.dumps(tree))
    for kind in ForeignFormat:
        if kind.is_written and not kind.is_talk:
            out = tmp_path / f"{kind}{kind.suffix}"
            done = run("convert", source, out, "--to", kind)
            assert done.code == 0, (kind, done.err)
            assert out.stat().st_size > 0


def test_a_folder_of_files_becomes_one_table(run: Run, tmp_path: Path) -> None:
    for coder in ("A", "B"):
        folder = tmp_path / "archive" / coder
        folder.mkdir(parents=True)
        for name in ("cacti_v060_text.casaa", "cacti_v060.globals"):
            text = (FORMATS / name).read_text() + ("\n" if coder == "B" else "")
            (folder / name).write_text(text)
    source, out = tmp_path / "archive", tmp_path / "events.csv"
    assert run("convert", source, out, "--to", "events", "--coder", "A").code == 1
    done = run("convert", source, out, "--to", "events", "--folders-are-coders")
    assert done.code == 0, done.err
    assert [row[1] for row in rows(out)[1:]] == ["A"] * 12 + ["B"] * 12
    both = run("convert", source, tmp_path / "a.boris", "--folders-are-coders", "--json").json
    assert (both["codings"], both["ratings"]) == (2, 14)


def test_a_labs_sheet_becomes_ratings_that_scores_take(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "ratings.csv"
    asked = run("convert", FORMATS / "lab_long.csv", out, "--to", "ratings")
    assert (asked.code, "'NA' stands in 2 rows" in asked.err) == (1, True)
    given = ("--missing", "NA=no_behaviour_change", "--item", "clarity=clarity_about_concerns")
    done = run("convert", FORMATS / "lab_long.csv", out, "--to", "ratings", *given)
    assert done.code == 0, done.err
    assert "These columns were taken for ratings: collaboration, autonomy" in done.out
    scored = run("score", out, "--codebook", "swim7", "--json")
    assert scored.code == 0, scored.err
    sessions = scored.json["sessions"]
    assert isinstance(sessions, list)
    assert [round(one["scores"]["care_engagement"]["value"], 3) for one in sessions] == [2.667] * 2


def test_only_named_columns_of_a_sheet_are_ratings(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "ratings.csv"
    given = ("--to", "ratings", "--item", "empathy", "--item", "clarity=c")
    assert run("convert", FORMATS / "lab_long.csv", out, *given).code == 0
    assert {row[2] for row in rows(out)[1:]} == {"empathy", "c"}


def test_redcap_becomes_ratings(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "ratings.csv"
    given = ("--dictionary", FORMATS / "redcap_data_dictionary.csv", "--hidden-reason", "none")
    source = FORMATS / "redcap_double_entry_export.csv"
    assert run("convert", source, out, "--to", "ratings", *given).code == 0
    assert ["HF-0042", "B", "evocation", "", "none"] in rows(out)


def test_endings_that_tell_nothing_need_words(run: Run, tmp_path: Path) -> None:
    done = run("convert", FORMATS / "elan.eaf", tmp_path / "a.dat")
    assert (done.code, "Say it with --to" in done.err) == (1, True)


def test_the_reader_can_be_chosen(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "labels.dat"
    source.write_bytes((FORMATS / "audacity_labels.txt").read_bytes())
    given = ("--from", "audacity", "--code", "Q", "--code", "CLARITY")
    assert run("convert", source, tmp_path / "a.boris", *given).code == 0
    codes = read_foreign(tmp_path / "a.boris").used_codes
    assert "Q" in codes
    assert "CHILD: what is a morning like for him" in codes


def test_options_that_help_are_named(run: Run, tmp_path: Path) -> None:
    sheet, labels = tmp_path / "sheet.csv", tmp_path / "labels.txt"
    sheet.write_text("session_id,coder_id,empathy\nS1,A,NA\nS2,A,3\n", encoding="utf-8")
    labels.write_text("1.0\t2.0\tQ: made up\n", encoding="utf-8")

    table = run("convert", sheet, tmp_path / "a.csv", "--from", "sheet", "--to", "ratings")
    marks = run("convert", labels, tmp_path / "b.csv", "--from", "audacity", "--to", "events")

    assert (table.code, marks.code) == (1, 1)
    assert '--missing "NA=REASON"' in table.err
    assert "--coder" in marks.err
