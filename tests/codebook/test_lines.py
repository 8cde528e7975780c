from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.codebook.faults import Path
from practicecoder.codebook.lines import line_of, lines_of_keys

TEXT = '''\
top = 1
"quoted key" = "a # no comment"   # a comment with [brackets] = "and quotes
site.name.full = 'x'

[table]
text = """
[not] = "a header"
with \\""" inside, and ends in quotes""""
literal = \'\'\'
[[nor]] = this
\'\'\'
after = 3.14

[[list]]
id = "first"
deep = { one = 1, two.three = [4, { five = 5 }] }
[list.sub]
key = 1
[[list.inner]]
a = 1
[[list.inner]]
a = 2

[[list]]
id = "second"
many = [
  "a",   # comment, with ] bracket
  "b",

  [ "c",
    "d" ],
]
[list.sub]
key = 2
[[list.inner]]
a = 3

[table.'odd "one"']
last = 1979-05-27T07:32:00Z
'''


def line_with(piece: str) -> int:
    assert TEXT.count(piece) == 1
    return TEXT[: TEXT.index(piece)].count("\n") + 1


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 1),
        (("quoted key",), 2),
        (("site",), 3),
        (("site", "name", "full"), 3),
        (("table",), 5),
        (("table", "text"), 6),
        (("table", "literal"), 9),
        (("table", "after"), 12),
        (("list",), 14),
        (("list", 0), 14),
        (("list", 0, "id"), 15),
        (("list", 0, "deep", "one"), 16),
        (("list", 0, "deep", "two", "three", 1, "five"), 16),
        (("list", 0, "sub"), 17),
        (("list", 0, "sub", "key"), 18),
        (("list", 0, "inner", 0, "a"), 20),
        (("list", 0, "inner", 1), 21),
        (("list", 0, "inner", 1, "a"), 22),
        (("list", 1), 24),
        (("list", 1, "id"), 25),
        (("list", 1, "many"), 26),
        (("list", 1, "many", 0), 27),
        (("list", 1, "many", 1), 28),
        (("list", 1, "many", 2), 30),
        (("list", 1, "many", 2, 1), 31),
        (("list", 1, "sub", "key"), 34),
        (("list", 1, "inner", 0, "a"), 36),
        (("table", 'odd "one"', "last"), 39),
    ],
)
def test_every_key_has_its_line(path: Path, line: int) -> None:
    tomllib.loads(TEXT)
    assert lines_of_keys(TEXT)[path] == line


def test_windows_line_ends_do_not_change_the_lines() -> None:
    assert lines_of_keys(TEXT.replace("\n", "\r\n")) == lines_of_keys(TEXT)


def test_a_missing_key_is_told_at_the_table_around_it() -> None:
    lines = lines_of_keys(TEXT)
    assert line_of(("list", 1, "label"), lines) == 24
    assert line_of(("nothing", "here"), lines) is None
    assert line_of((), lines) is None


KEYS = st.text("abc-_1", min_size=1, max_size=3)
VALUES = st.recursive(
    st.sampled_from(["1", '"x, ] = {"', "'# no'", '"""\n[a]\n"""', "2.5", "true"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: "[\n" + ",\n".join(items) + "\n]"),
    max_leaves=6,
)


@given(st.lists(st.tuples(KEYS, VALUES), max_size=6, unique_by=lambda pair: pair[0]))
def test_every_place_of_a_document_has_a_line(pairs: list[tuple[str, str]]) -> None:
    text = "".join(f"{key} = {value}  # note\n" for key, value in pairs)
    lines = lines_of_keys(text)
    rows = text.split("\n")
    for key, value in tomllib.loads(text).items():
        assert rows[lines[(key,)] - 1].startswith(f"{key} = ")
        waiting: list[tuple[Path, object]] = [((key,), value)]
        while waiting:
            path, node = waiting.pop()
            assert path in lines
            if isinstance(node, list):
                waiting.extend(((*path, i), inner) for i, inner in enumerate(node))
