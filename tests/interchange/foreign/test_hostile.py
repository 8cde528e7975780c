"""Damaged and hostile files of every program give problems or codings, and nothing else."""

from __future__ import annotations

import gzip
import io
import random
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.lab_sheet import read_lab_sheet
from practicecoder.interchange.foreign.reading import read_bytes, read_foreign
from practicecoder.interchange.foreign.values import ForeignData
from practicecoder.interchange.foreign.writing import parts_for, write_foreign
from tests.interchange.foreign.conftest import FORMATS, Sentences, content_of

N_VARIANTS = 60
STEP = 64
ODD = [
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\t\t\t",
    b":" * 300,
    b"99999999999:99:99.999999999",
    b"-1",
    b"1e999999999999",
    b'"',
    b"\\",
    b"{" * 2_000,
    b"[" * 2_000,
    b"<a>" * 2_000,
    b"<!DOCTYPE a>",
    b"\r\r\n\x0b\x0c\x85\xe2\x80\xa8",
    b",()-|" * 50,
    b"\\ud800",
    b"NaN",
    "٣".encode(),
    b"%s%n{0}",
]
SHEETS = ("lab_long.csv", "lab_wide_spss.csv", "redcap_double_entry_export.csv")
SAMPLES = sorted(
    path.name
    for path in FORMATS.iterdir()
    if not path.name.startswith(("casaa_summary", "lab_", "redcap_")) and path.suffix != ".sds"
)


def variants(data: bytes, seed: str) -> Iterator[bytes]:
    """Made worse in several places: bytes changed, cut out, doubled, or something odd put in."""
    chance = random.Random(seed)
    for _ in range(N_VARIANTS):
        worse = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(worse) + 1)
            length = chance.choice([1, 1, 4, 40])
            match chance.randrange(5):
                case 0:
                    worse[at : at + length] = chance.randbytes(length)
                case 1:
                    del worse[at : at + length]
                case 2:
                    worse[at:at] = worse[at : at + length * 8]
                case 3:
                    worse[at:at] = chance.choice(ODD)
                case _:
                    worse[at : at + 1] = bytes([chance.choice(b'0123456789:.,-<>"[]{}\n\t ')])
        yield bytes(worse)


def survives(data: bytes, name: str, kind: ForeignFormat | None = None) -> None:
    """Read bytes: they give codings that can be written, or sentences."""
    try:
        found = read_bytes(content_of(data, name), format=kind)
    except ImportedDataError as error:
        told = error.problems
    else:
        told = found.problems
        check_sound(found)
    assert all(problem.what for problem in told)


def check_sound(found: ForeignData) -> None:
    for one in found.recordings:
        for event in one.events:
            assert event.start_ms >= 0
            assert event.end_ms is None or event.end_ms >= event.start_ms
    for kind in (ForeignFormat.EAF, ForeignFormat.TEXTGRID, ForeignFormat.BORIS):
        for part in parts_for(found, kind).values():
            with suppress(ImportedDataError):
                write_foreign(part, kind)


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files_give_sentences(name: str) -> None:
    data = (FORMATS / name).read_bytes()
    kind = read_bytes(content_of(data, name)).format
    for worse in variants(data, name):
        survives(worse, name)
        survives(worse, name, kind)


@pytest.mark.parametrize("name", SAMPLES)
def test_files_that_end_early_give_sentences(name: str) -> None:
    data = (FORMATS / name).read_bytes()
    step = max(STEP, len(data) // 100)
    for end in range(1, len(data), step):
        survives(data[:end], name)


@pytest.mark.parametrize("name", SHEETS)
def test_damaged_sheets_give_sentences(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    for worse in variants((FORMATS / name).read_bytes(), name):
        path.write_bytes(worse)
        try:
            told = read_lab_sheet(path).problems
        except ImportedDataError as error:
            told = error.problems
        assert all(problem.what for problem in told)


def test_empty_files_are_refused(tmp_path: Path) -> None:
    for name in ("a.boris", "a.casaa", "a.eaf", "a.opf"):
        (tmp_path / name).write_bytes(b"")
        with pytest.raises(ImportedDataError, match="empty"):
            read_foreign(tmp_path / name)


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<{root}>&b;</{root}>"
)


@pytest.mark.parametrize("root", ["ANNOTATION_DOCUMENT", "userConfiguration"])
def test_document_types_are_refused(problems: Sentences, root: str) -> None:
    kind = ForeignFormat.EAF if root.isupper() else ForeignFormat.CACTI_CONFIG
    assert "document type" in problems(BOMB.replace("{root}", root), format=kind)[0]


def packed(*members: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def test_archives_that_unpack_to_too_much_are_refused(problems: Sentences) -> None:
    bomb = b"#4\n" + b" " * 5_000_000
    assert "too much" in problems(packed(("db", bomb)))[0]
    assert "too much" in problems(gzip.compress(b"{" + b" " * 5_000_000))[0]


def test_archives_with_many_members_are_refused(problems: Sentences) -> None:
    members = [(f"m{number}", b"x") for number in range(65)]
    assert "more than 64 members" in problems(packed(*members))[0]


def test_other_archives_are_refused(problems: Sentences) -> None:
    assert "not one of Datavyu" in problems(packed(("word/document.xml", b"<a/>")))[0]
    assert "damaged" in problems(b"PK\x03\x04" + b"x" * 50)[0]


def test_names_in_archives_are_never_paths(tmp_path: Path, problems: Sentences) -> None:
    problems(packed(("../db", b"#4\n")))
    assert not list(tmp_path.parent.glob("db"))


def database(script: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize((FORMATS / "cacti_v080_sqlite.casaa").read_bytes())
        connection.executescript(script)
        connection.commit()
        return connection.serialize()


@pytest.mark.parametrize(
    ("script", "word"),
    [
        ("CREATE VIEW v AS SELECT * FROM codes", "view"),
        ("CREATE TRIGGER t AFTER INSERT ON codes BEGIN SELECT 1; END", "trigger"),
        ("CREATE VIRTUAL TABLE f USING fts5(x)", "virtual table"),
        ("DROP TABLE utterances_ratings; DROP TABLE utterances", "utterances"),
        ("ALTER TABLE codes RENAME COLUMN code_name TO named", "code_name"),
    ],
)
def test_databases_that_do_more_or_hold_less_are_refused(
    problems: Sentences, script: str, word: str
) -> None:
    assert word in problems(database(script))[0]


def test_a_database_of_another_program_is_refused(problems: Sentences) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE a (b)")
        connection.commit()
        assert "is not there" in problems(connection.serialize())[0]


def test_a_database_that_is_in_use_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.casaa"
    path.write_bytes((FORMATS / "cacti_v080_sqlite.casaa").read_bytes())
    (tmp_path / "a.casaa-journal").write_bytes(b"")
    with pytest.raises(ImportedDataError, match="in its own program"):
        read_foreign(path)


def test_a_database_last_used_with_a_log_is_read() -> None:
    data = bytearray((FORMATS / "cacti_v080_sqlite.casaa").read_bytes())
    data[18:20] = b"\x02\x02"
    assert len(read_bytes(content_of(bytes(data))).recordings[0].events) == 12


@pytest.mark.parametrize("kind", [kind for kind in ForeignFormat if kind.is_read])
def test_a_sentence_tells_when_a_file_is_not_what_it_was_called(kind: ForeignFormat) -> None:
    if kind in (ForeignFormat.EVENTS, ForeignFormat.RATINGS, ForeignFormat.TRANSCRIPT):
        return
    for data in (b"Dear all,\nplease find attached.\n", b"{}", b"[]", b"<a/>", b"0\t0\n"):
        survives(data, "a", kind)


@pytest.mark.parametrize(
    "number",
    [
        *("NaN", "Infinity", "1e400", "9" * 500, "-1", '"2.4"', "null", "[]", "1e-400"),
        *("1e9999999", "-1e9999999", "1e-9999999", "1e999999999999999999"),
    ],
)
def test_numbers_that_are_no_times_give_sentences(number: str) -> None:
    text = (FORMATS / "boris_project.boris").read_text().replace("2.4,", f"{number},", 1)
    survives(text.encode(), "a.boris")
    text = (FORMATS / "labelstudio_export.json").read_text().replace("2.4,", f"{number},", 1)
    survives(text.encode(), "a.json")


def test_too_many_labels_are_refused_before_any_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("practicecoder.interchange.foreign.draft.MOST_EVENTS", 3)
    lines = "1.0\t2.0\tx\n\\\t1\t2\n\n"
    assert len(read_bytes(content_of((lines * 3).encode(), "three.txt")).recordings[0].events) == 3

    monkeypatch.setattr("practicecoder.interchange.foreign.audacity._event", None)
    with pytest.raises(ImportedDataError, match="more than 3 marks"):
        read_bytes(content_of((lines * 4).encode(), "four.txt"))
