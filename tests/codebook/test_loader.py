from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.codebook.loader import (
    MOST_BYTES,
    MOST_LINES,
    MOST_TOLD,
    digest,
    parse_codebook,
    read_codebook,
)
from practicecoder.codebook.model import Better, Codebook, ScoreFunction
from practicecoder.domain.coding import AnswerValue
from practicecoder.errors import CodebookError

Changed = Callable[..., str]


def one_problem(text: str) -> tuple[str, int | None]:
    with pytest.raises(CodebookError) as caught:
        parse_codebook(text, "small.toml")
    (problem,) = caught.value.problems
    return problem.what, problem.line


def test_every_table_reaches_the_codebook(small: str) -> None:
    book = parse_codebook(small, "small.toml")
    assert book.ref.codebook_id == "small"
    assert book.ref.version == "1.2.3"
    assert book.scale.values == (1, 2, 3)
    assert book.scale.anchor == 2
    assert book.dimension_ids == ("warmth", "honesty")
    assert book.count_ids == ("question", "remark", "aside")
    assert book.score_ids == ("heart_mean", "remarks_to_questions")
    assert book.dimension("warmth").level(3).text == "Warm."
    assert book.dimension("warmth").level(3).name == "high"
    assert book.dimension("honesty").level(1).text == ""
    assert book.dimension("honesty").level(1).name == "low"
    rule = book.dimension("warmth").not_applicable_when
    assert rule is not None
    assert (rule.question_id, rule.equals, rule.reason_id) == (
        "goal_discussed",
        False,
        "no_chance",
    )
    assert [r.reason_id for r in book.reasons_for("honesty")] == ["inaudible"]
    assert book.question("which_goal").required_when == {"goal_discussed": True}
    assert book.score("remarks_to_questions").function is ScoreFunction.RATIO
    assert book.parsing.slot_precedence == {"say": ("remark", "aside")}
    assert book.parsing.advice == {
        "unsure_reflection": "remark",
        "mia_ladder_low_to_high": ("aside", "remark"),
    }
    assert book.thresholds[0].at_least == 2.5
    assert book.benchmarks[0].scores == {"heart_mean": 2.1}
    assert book.reliability_published is not None
    assert book.reliability_published.icc == (0.5, 0.95)
    assert book.change is not None
    assert book.change.comparisons == (("start", "end"),)
    assert book.text == small


@pytest.mark.parametrize(
    ("bounds", "values"),
    [
        ("min = 0\nmax = 10\nstep = 1", tuple(range(11))),
        ("min = -3\nmax = 3\nstep = 1", (-3, -2, -1, 0, 1, 2, 3)),
        ("min = 0\nmax = 100\nstep = 25", (0, 25, 50, 75, 100)),
    ],
)
def test_other_scales_load(small: str, bounds: str, values: tuple[int, ...]) -> None:
    head = small[: small.index("[groups]")]
    for old, new in (
        ("min = 1\nmax = 3\nstep = 1\nanchor = 2", bounds),
        ('better = "higher"', 'better = "lower"'),
        ('\n[scale.level_names]\n1 = "low"\n2 = "middle"\n3 = "high"\n', ""),
    ):
        assert old in head
        head = head.replace(old, new)
    names = "".join(f'{value} = "level {value} in words"\n' for value in values)
    dimensions = "".join(
        f'[[dimensions]]\nid = "d{n}"\nlabel = "D{n}"\nabbr = "D{n}"\ngroup = "all_of_them"\n'
        for n in range(4)
    )
    text = f'{head}[scale.levels]\n{names}[groups]\nall_of_them = "All"\n{dimensions}'
    book = parse_codebook(text, "small.toml")
    assert len(book.dimensions) == 4
    assert book.scale.values == values
    assert book.scale.better is Better.LOWER
    assert book.scale.anchor is None
    assert [level.text for level in book.dimension("d3").levels] == [
        f"level {value} in words" for value in values
    ]


def test_a_dimension_may_have_a_scale_of_its_own(changed: Changed) -> None:
    text = changed(
        (
            'abbr = "HON"',
            (
                'abbr = "HON"\nscale = { min = -1, max = 1, step = 1, better = "higher", '
                'level_names = { -1 = "no", 0 = "so so", 1 = "yes" } }'
            ),
        ),
        ("export_code = -1", "export_code = -3"),
    )
    book = parse_codebook(text, "small.toml")
    assert [level.name for level in book.dimension("honesty").levels] == ["no", "so so", "yes"]
    assert book.dimension("warmth").scale.values == (1, 2, 3)


@pytest.mark.parametrize(
    ("value", "expected"), [("true", True), ("2", 2.0), ("0.5", 0.5), ('"x"', "x")]
)
def test_answers_keep_their_type(changed: Changed, value: str, expected: AnswerValue) -> None:
    answer_type = {bool: "bool", float: "number", str: "text"}[type(expected)]
    text = changed(
        ('type = "bool"', f'type = "{answer_type}"'),
        ("{ goal_discussed = true }", f"{{ goal_discussed = {value} }}"),
        ("not_applicable_when", "# not_applicable_when"),
    )
    answer = parse_codebook(text, "small.toml").question("which_goal").required_when
    assert answer == {"goal_discussed": expected}
    assert type(answer["goal_discussed"]) is type(expected)


def test_white_space_is_folded_and_empty_lines_make_paragraphs(changed: Changed) -> None:
    text = changed(
        (
            'wording = "Made up for tests."',
            'wording = """\n  One  line\n\tgoes on.\n\n \n  Next\n  paragraph. """',
        ),
        ('label = "Warmth"', 'label = """\n Warmth\n\n of heart"""'),
    )
    book = parse_codebook(text, "small.toml")
    assert book.wording == "One line goes on.\n\nNext paragraph."
    assert book.label("warmth") == "Warmth of heart"


def test_line_ends_and_byte_order_mark_change_neither_digest_nor_content(
    small: str, tmp_path: Path
) -> None:
    plain, windows = tmp_path / "small.toml", tmp_path / "windows" / "small.toml"
    windows.parent.mkdir()
    plain.write_bytes(small.encode())
    windows.write_bytes(b"\xef\xbb\xbf" + small.replace("\n", "\r\n").encode())
    assert read_codebook(plain).digest == hashlib.sha256(small.encode()).hexdigest()
    assert read_codebook(windows).digest == read_codebook(plain).digest
    assert digest("\ufeffa\rb") == digest("a\nb")


def test_any_other_change_is_another_digest(small: str) -> None:
    assert digest(small + "# a comment\n") != digest(small)


def test_the_stored_text_reads_back_as_the_same_codebook(small: str) -> None:
    book = parse_codebook(small, "small.toml")
    assert parse_codebook(book.text, "study") == book


def test_the_id_is_compared_with_a_toml_file_only(small: str) -> None:
    assert parse_codebook(small, "codebook of the study").codebook_id == "small"
    with pytest.raises(CodebookError, match="is not the file name 'large'"):
        parse_codebook(small, "large.toml")


def test_a_fault_of_syntax_has_its_line(small: str) -> None:
    text = small.replace('title = "A made-up scheme"', "title = A made-up scheme")
    assert one_problem(text) == ("This is not TOML: Invalid value.", 5)
    assert one_problem('a = "') == ("This is not TOML: Unterminated string.", 1)
    assert one_problem("a = 1\n\nb = [")[1] == 3


def test_a_last_line_without_an_end_is_read() -> None:
    with pytest.raises(CodebookError, match=r"line 1, nothing: There is no such key"):
        parse_codebook("nothing = 1", "small.toml")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a = " + "[" * 20_000 + "]" * 20_000, "too deep"),
        (".".join(["a"] * 20_000) + " = 1", "more than 8 parts"),
        ("x = {" + " . ".join(["'a'"] * 9) + " = 1}", "more than 8 parts"),
        ('a = "' + '\\"' * 200_000, "not TOML"),
        ('a = """' + '""\\' * 200_000, "not TOML"),
        ("a = " + "9" * 5000, "too many digits"),
        ('a = "\ud800"', "half a character"),
        ("a = [" + "1," * 501 + "]", "more than 500 entries"),
        ("#" * (MOST_BYTES + 1), "larger than 1 MB"),
        ("\n" * (MOST_LINES + 1), "lines, so it is no codebook"),
        ("a = [[[[[[[[1]]]]]]]]", "more than 8 deep"),
    ],
)
def test_hostile_texts_are_refused(text: str, what: str) -> None:
    assert what in one_problem(text)[0]


def test_very_many_faults_are_told_in_part(small: str) -> None:
    pairs = "".join(f"wrong{n} = {n}\n" for n in range(400))
    with pytest.raises(CodebookError) as caught:
        parse_codebook(pairs + small, "small.toml")
    assert len(caught.value.problems) == MOST_TOLD + 1
    assert caught.value.problems[-1].what == "There are further faults. Mend these first."


def test_files_that_cannot_be_read_are_problems(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        read_codebook(tmp_path / "nowhere.toml")
    with pytest.raises(CodebookError, match="cannot be read"):
        read_codebook(tmp_path)
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (MOST_BYTES + 1))
    with pytest.raises(CodebookError, match="larger than 1 MB"):
        read_codebook(large)
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'a = 1\ntitle = "caf\xe9"\n')
    with pytest.raises(CodebookError, match=r"latin.toml, line 2: The file is not UTF-8 text"):
        read_codebook(latin)


def message_about(text: str) -> str | None:
    """What a person is told about a text; None if it is a codebook."""
    try:
        book = parse_codebook(text, "small.toml")
    except CodebookError as error:
        return error.user_message
    assert isinstance(book, Codebook)
    return None


def assert_codebook_or_problem(text: str) -> None:
    message = message_about(text)
    if message is not None:
        assert message
        assert all(line.isprintable() for line in message.split("\n")), ascii(message)


@given(st.text(st.characters(codec=None), max_size=200))
def test_arbitrary_text_is_a_codebook_or_a_problem(text: str) -> None:
    assert_codebook_or_problem(text)


@given(data=st.data())
def test_a_damaged_codebook_is_a_codebook_or_a_problem(data: st.DataObject, small: str) -> None:
    start = data.draw(st.integers(0, len(small)))
    end = data.draw(st.integers(start, min(len(small), start + 40)))
    patch = data.draw(
        st.one_of(
            st.text(max_size=8),
            st.sampled_from(
                ["[", "]", "{}", '"', "nan", "inf", "1979-05-27", "\x00", "[[", "=", "1"]
            ),
        )
    )
    assert_codebook_or_problem(small[:start] + patch + small[end:])


@given(data=st.data())
def test_a_codebook_with_an_exchanged_value_is_a_codebook_or_a_problem(
    data: st.DataObject, small: str
) -> None:
    lines = small.split("\n")
    with_values = [n for n, line in enumerate(lines) if " = " in line]
    for n in data.draw(st.lists(st.sampled_from(with_values), min_size=1, max_size=4)):
        key = lines[n].split(" = ")[0]
        value = data.draw(
            st.sampled_from(
                [
                    "1",
                    "-1",
                    "2.5",
                    "true",
                    "nan",
                    '""',
                    '"x"',
                    "[]",
                    "[1]",
                    '["x"]',
                    "{}",
                    "{ x = 1 }",
                    "[[]]",
                    "[{}]",
                    "1979-05-27",
                    '["\\u202e"]',
                    "99999999999999999999",
                ]
            )
        )
        lines[n] = f"{key} = {value}"
    assert_codebook_or_problem("\n".join(lines))
