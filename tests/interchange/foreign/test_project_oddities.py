"""What projects of BORIS and exports of Label Studio hold beside the plain case."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest

from practicecoder.interchange.foreign.values import ForeignData
from tests.interchange.foreign.conftest import Read, Sentences

Tree = dict[str, Any]


def spans(data: ForeignData, at: int = 0) -> list[tuple[int, int | None, str]]:
    return [(e.start_ms, e.end_ms, e.code) for e in data.recordings[at].events]


# BORIS


def observation(*events: list[object], **more: object) -> Tree:
    return {
        "file": {"1": ["/home/quill/HF-0042.wav"]},
        "type": "MEDIA",
        "description": "",
        "time offset": 0.0,
        "events": list(events),
        "independent_variables": {},
        "media_info": {"length": {"/home/quill/HF-0042.wav": 95.0}},
        **more,
    }


def project(*events: list[object], name: str = "HF-0042 coder A", **more: object) -> Tree:
    return {
        "project_format_version": "7.0",
        "subjects_conf": {"0": {"key": "w", "name": "worker"}},
        "behaviors_conf": {
            "0": {"type": "Point event", "key": "q", "code": "Q"},
            "1": {"type": "State event with coding map", "key": "s", "code": "SR"},
        },
        "independent_variables": {"0": {"label": "empathy", "type": "numeric"}},
        "observations": {name: observation(*events, **more)},
    }


def test_boris_compressed(read: Read) -> None:
    data = gzip.compress(json.dumps(project([2.4, "worker", "Q", "", "so", "NA"])).encode())
    assert spans(read(data, "a.boris.gz")) == [(2400, None, "Q")]


def test_boris_states_are_pairs_of_rows_for_subject_code_and_modifiers(read: Read) -> None:
    rows = [
        [1, "worker", "SR", "", "begun", "NA"],
        [2, "worker", "SR", "loud", "", "NA"],
        [3, "parent", "SR", "", "", "NA"],
        [4, "worker", "SR", "", "over", "NA"],
        [5, "worker", "SR", "loud", "", "NA"],
        [6, "parent", "SR", "", "", "NA"],
    ]
    data = read(json.dumps(project(*reversed(rows))))
    assert spans(data) == [(1000, 4000, "SR"), (2000, 5000, "SR"), (3000, 6000, "SR")]
    events = data.recordings[0].events
    assert events[0].note == "begun\nover"
    assert events[1].attributes == {"modifiers": "loud"}


def test_boris_state_without_a_partner_is_a_problem_and_left_out(
    read: Read, problems: Sentences
) -> None:
    text = json.dumps(project([1, "", "SR", "", "", "NA"], [2, "", "Q", "", "", "NA"]))
    assert "'SR' begins at 1000 ms and does not end" in problems(text)[0]
    assert spans(read(text)) == [(2000, None, "Q")]


def test_boris_live_observations_have_rows_of_five(read: Read) -> None:
    data = read(json.dumps(project([1.5, "worker", "Q", "", "so"], type="LIVE", file={})))
    assert spans(data) == [(1500, None, "Q")]
    assert data.recordings[0].media == ()


def test_boris_images_are_refused_by_name(problems: Sentences) -> None:
    sentence = problems(json.dumps(project(type="IMAGES")))[0]
    assert "'HF-0042 coder A'" in sentence
    assert "'IMAGES'" in sentence


def test_boris_offset_is_added(read: Read, problems: Sentences) -> None:
    row = [2.4, "worker", "Q", "", "", "NA"]
    assert spans(read(json.dumps(project(row, **Tree({"time offset": 0.1}))))) == [
        (2500, None, "Q")
    ]
    before = json.dumps(project(row, **Tree({"time offset": -3})))
    assert "before the beginning" in problems(before)[0]


def test_boris_media_of_one_player_follow_each_other(read: Read) -> None:
    more: Tree = {
        "file": {"1": ["a.wav", "b.wav"]},
        "media_info": {"length": {"a.wav": 10.5, "b.wav": 5}},
    }
    one = read(json.dumps(project(**more))).recordings[0]
    assert [(m.name, m.offset_ms) for m in one.media] == [("a.wav", 0), ("b.wav", 10_500)]
    assert one.length_ms == 15_500


def test_boris_players_may_begin_before_or_after(read: Read) -> None:
    more: Tree = {
        "file": {"1": ["a.wav"], "2": ["b.wav"], "3": ["c.wav"]},
        "media_info": {"length": {}, "offset": {"1": 0.0, "2": 20.5, "3": -3}},
    }
    media = read(json.dumps(project(**more))).recordings[0].media
    assert [(m.name, m.offset_ms) for m in media] == [
        ("a.wav", 0),
        ("b.wav", 20_500),
        ("c.wav", -3000),
    ]


def test_boris_paths_are_not_kept(read: Read) -> None:
    assert "quill" not in repr(read(json.dumps(project())))


@pytest.mark.parametrize(
    ("name", "variables", "expected"),
    [
        ("HF-0042 coder A", {}, ("HF-0042", "A")),
        ("HF-0042_observer_B", {}, ("HF-0042", "B")),
        ("HF-0042", {"coder": "A"}, ("HF-0042", "A")),
        ("HF-0042 A", {"coder": "A"}, ("HF-0042", "A")),
        ("HF-0042 coder A", {"observer": "A"}, ("HF-0042", "A")),
        ("HF-0042 coder A", {"coder": "C"}, ("HF-0042 coder A", "C")),
        ("HF-0042", {}, ("HF-0042", None)),
    ],
)
def test_boris_coder_is_a_variable_or_stands_in_the_name(
    read: Read, name: str, variables: dict[str, str], expected: tuple[str, str | None]
) -> None:
    one = read(json.dumps(project(name=name, independent_variables=variables))).recordings[0]
    assert (one.session, one.coder) == expected


def test_boris_variables_are_ratings_if_numeric_or_numbers(read: Read) -> None:
    variables = {"empathy": "", "empathy_na": "too_short", "trust": "4", "office": "North"}
    one = read(json.dumps(project(independent_variables=variables))).recordings[0]
    assert [(r.item, r.value, r.reason) for r in one.ratings] == [
        ("empathy", None, "too_short"),
        ("trust", "4", ""),
    ]
    assert one.attributes == {"office": "North"}


def test_boris_tells_of_what_it_does_not_know(read: Read) -> None:
    tree = project([1, "", "Z", "", "", "NA"])
    tree |= {"project_format_version": "8.1", "new part": 1}
    told = " ".join(read(json.dumps(tree)).notices)
    assert "format 8.1" in told
    assert "1 part of the project is not known" in told
    assert "'Z' is not declared" in told


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ([1, "", "Q"], "has 3 fields"),
        ([1, "", "Q", "", "", 1, 2], "has 7 fields"),
        ([-1, "", "Q", "", ""], "before the beginning"),
        (["1.0", "", "Q", "", ""], "a number of seconds"),
        ([1, "", "", "", ""], "has no code"),
    ],
)
def test_boris_faults_are_problems(problems: Sentences, row: list[object], sentence: str) -> None:
    assert sentence in problems(json.dumps(project(row)))[0]


@pytest.mark.parametrize(
    "text",
    ['{"a": 1, "a": 2}', '{"observations": NaN}', '{"project_name": ', '{"a": Infinity}'],
)
def test_json_that_is_not_strict_is_refused(problems: Sentences, text: str) -> None:
    assert problems(text)


def test_one_coder_twice_with_one_session_is_a_problem(problems: Sentences) -> None:
    tree = project(name="HF-0042", independent_variables={"coder": "A"})
    tree["observations"]["HF-0042 coder A"] = observation()
    assert "coded twice by coder 'A'" in problems(json.dumps(tree))[0]


# Label Studio


def region(start: object, end: object, *labels: str, region_id: str = "r1") -> Tree:
    value = {"start": start, "end": end, "channel": 0, "labels": list(labels)}
    return {"id": region_id, "type": "labels", "from_name": "code", "to_name": "a", "value": value}


def answer(kind: str, name: str, value: Tree, region_id: str = "g1") -> Tree:
    return {"id": region_id, "type": kind, "from_name": name, "to_name": "a", "value": value}


def export(*results: Tree, **more: object) -> str:
    annotation = {"id": 11, "completed_by": 7, "result": list(results), **more}
    data = {"audio": "/data/upload/quill/HF-0042.wav", "ward": "W1"}
    return json.dumps([{"id": 1, "data": data, "annotations": [annotation]}])


def test_label_studio_gives_a_mark_for_each_label(read: Read) -> None:
    data = read(export(region(2.4, 6.1, "Q", "SR")))
    assert spans(data) == [(2400, 6100, "Q"), (2400, 6100, "SR")]
    assert data.recordings[0].attributes == {"ward": "W1"}


def test_label_studio_skipped_annotations_and_predictions_are_left_out_and_told(
    read: Read,
) -> None:
    tasks = json.loads(export(region(2.4, 6.1, "Q"), was_cancelled=True))
    tasks[0]["predictions"] = [{"id": 1}]
    data = read(json.dumps(tasks))
    assert not data.recordings
    assert "1 skipped annotation was left out." in data.notices
    assert "1 prediction or draft was left out." in data.notices


def test_label_studio_marks_before_uploaded_names_are_left_out(read: Read) -> None:
    text = export(region(1, 2, "Q")).replace("quill/HF-0042", "7/0a1b2c3d-HF-0042")
    data = read(text)
    assert data.sessions == ("HF-0042",)
    assert "before uploaded names" in data.notices[0]


def test_label_studio_persons_are_numbers_and_their_mail_is_not_kept(read: Read) -> None:
    person = {"id": 7, "email": "quill@example.org", "first_name": "Quill"}
    data = read(export(region(2.4, 6.1, "Q"), completed_by=person))
    assert data.coders == ("7",)
    assert "uill" not in repr(data)


def test_label_studio_answers_become_ratings_and_notes(read: Read) -> None:
    one = read(
        export(
            answer("rating", "empathy", {"rating": 3}),
            answer("number", "minutes", {"number": 2.5}, "g2"),
            answer("choices", "phase", {"choices": ["pre", "post"]}, "g3"),
            answer("textarea", "remark", {"text": ["One.", "Two."]}, "g4"),
        )
    ).recordings[0]
    assert [(r.item, r.value) for r in one.ratings] == [
        ("empathy", "3"),
        ("minutes", "2.5"),
        ("phase", "pre; post"),
    ]
    assert [note.text for note in one.notes] == ["One.", "Two."]


def test_label_studio_answers_on_a_region_belong_to_its_mark(read: Read) -> None:
    event = (
        read(
            export(
                region(2.4, 6.1, "Q"),
                answer("textarea", "remark", {"text": ["so"]}, "r1"),
                answer("choices", "tone", {"choices": ["warm"]}, "r1"),
            )
        )
        .recordings[0]
        .events[0]
    )
    assert event.note == "so"
    assert event.attributes == {"tone": "warm", "channel": "0"}


def test_label_studio_lengths_that_differ_are_told(read: Read) -> None:
    first = region(1, 2, "Q") | {"original_length": 95.0}
    second = region(3, 4, "Q", region_id="r2") | {"original_length": 90.0}
    data = read(export(first, second))
    assert data.recordings[0].length_ms == 95_000
    assert "different lengths" in data.notices[0]


def test_label_studio_two_annotations_by_one_person_are_a_problem(problems: Sentences) -> None:
    tasks = json.loads(export(region(1, 2, "Q")))
    tasks[0]["annotations"] *= 2
    assert "coded twice by coder '7'" in problems(json.dumps(tasks))[0]


@pytest.mark.parametrize(
    "text",
    [
        '[{"audio": "/a.wav", "id": 1, "code": [{"start": 1, "end": 2}], "annotator": 1}]',
        "annotation_id,annotator,audio,code\n1,1,/a.wav,x\n",
        "[{}]",
    ],
)
def test_label_studio_other_exports_are_refused_with_the_way_to_go(
    problems: Sentences, text: str
) -> None:
    assert "not JSON-MIN, not CSV" in problems(text)[0]


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (lambda: export(region(6.1, 2.4, "Q")), "ends before it begins"),
        (lambda: export(region(1, 2)), "has no label"),
        (lambda: export(region("1", 2, "Q")), "a number of seconds"),
        (lambda: export(region(1, 2, "Q"), completed_by=None), "who made it"),
        (lambda: export(answer("rating", "", {"rating": 3})), "has no name"),
    ],
)
def test_label_studio_faults_are_problems(
    problems: Sentences, made: Callable[[], str], sentence: str
) -> None:
    assert sentence in problems(made())[0]
