"""Hostile zip files, workbooks, documents, databases, packets and key files."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from practicecoder.vault.container_header import MAGIC

Made = bytes | Callable[[], bytes]
"""Content of a file; the largest are made only where they are needed."""
Files = Iterator[tuple[str, Made]]
OUTSIDE = (
    "../outside",
    "../../outside",
    "..\\outside",
    "C:\\outside",
    "CON",
    "ok.txt:ads",
    "a/../../b",
)
PASSPHRASE = "four made up words"
BOMB_BYTES = 400_000_000


def workbooks(secret: str) -> Files:
    """Workbooks of Excel."""
    yield from _packed(a_workbook(), ".xlsx", "xl/worksheets/sheet1.xml", secret)
    strange = {
        "far-cell": '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "no-cell": '<row r="99999999999"><c r="ZZZZZZ1"><v>1</v></c></row>',
        "formula": '<row r="1"><c r="A1"><f>HYPERLINK("x")</f><v>1</v></c></row>',
        "string": '<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>',
        "number": f'<row r="1"><c r="A1"><v>{"9" * 400_000}</v></c></row>',
        "rows": '<row><c t="n"><v>1</v></c></row>' * 200_000,
        "nan": '<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c></row>',
        "date": '<row r="1"><c r="A1" t="d"><v>9999999-99-99</v></c></row>',
    }
    for name, rows in strange.items():
        sheet = f'<worksheet xmlns="{_SHEETS}"><sheetData>{rows}</sheetData></worksheet>'
        yield f"{name}.xlsx", _changed(a_workbook(), {"xl/worksheets/sheet1.xml": sheet.encode()})
    yield "table-200000.xlsx", partial(_table_of, 200_000)
    texts = f'<sst xmlns="{_SHEETS}">{"<si><t>x</t></si>" * 400_000}</sst>'
    yield "texts.xlsx", _changed(a_workbook(), {"xl/sharedStrings.xml": texts.encode()})


def _table_of(n_rows: int) -> bytes:
    """A sound workbook with a long table of ratings."""
    row = (
        '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>V-{0}</t></is></c><c r="B{0}" t="str">'
        '<v>A</v></c><c r="C{0}" t="str"><v>evocation</v></c><c r="D{0}"><v>3</v></c></row>'
    )
    heads = ("session_id", "coder_id", "item", "value")
    first = "".join(f'<c t="str"><v>{head}</v></c>' for head in heads)
    rows = "".join(map(row.format, range(2, n_rows + 2)))
    sheet = (
        f'<worksheet xmlns="{_SHEETS}"><sheetData><row r="1">{first}</row>{rows}</sheetData>'
        "</worksheet>"
    )
    return _changed(a_workbook(), {"xl/worksheets/sheet1.xml": sheet.encode()})


def documents(secret: str) -> Files:
    """Documents of Word."""
    made = a_document()
    yield from _packed(made, ".docx", "word/document.xml", secret)
    deep = "<w:sdt>" * 20_000
    whole = f'<w:document xmlns:w="{_WORDS}"><w:body>{{}}</w:body></w:document>'
    yield "deep.docx", _changed(made, {"word/document.xml": whole.format(deep).encode()})
    many = "<w:p><w:r><w:t>A: x</w:t></w:r></w:p>" * 100_000
    yield "many.docx", _changed(made, {"word/document.xml": whole.format(many).encode()})


def archives(secret: str) -> Files:
    """Archives of Datavyu, and gzips."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("db", "#4\nx (MATRIX,true,)-a|NOMINAL\n")
    yield from _packed(file.getvalue(), ".opf", "db", secret)
    yield "bomb.casaa", partial(gzip.compress, bytes(BOMB_BYTES), 9)
    yield "nested.casaa", gzip.compress(gzip.compress(gzip.compress(bytes(1_000_000))))
    yield "cut.casaa", gzip.compress(b"x" * 9_000)[:-9]
    yield "header.casaa", b"\x1f\x8b\x08\x1c" + b"x" * 2_000_000


def _packed(whole: bytes, ending: str, main: str, secret: str) -> Files:
    """An archive made worse in every way that archives can be."""
    yield f"bomb{ending}", partial(_bomb, whole, main)
    yield f"bomb-aside{ending}", partial(_bomb, whole, "docProps/x.xml")
    yield f"nested{ending}", _changed(whole, {main: whole, "inner.zip": whole})
    for number, name in enumerate((*OUTSIDE, secret)):
        yield f"outside-{number}{ending}", _changed(whole, {name: b"made up"})
    yield f"repeated{ending}", _changed(whole, {}, again=main)
    yield f"cut{ending}", whole[: len(whole) // 2]
    yield f"end-only{ending}", b"PK\x05\x06" + b"\0" * 18
    yield f"size-lies{ending}", _lying(whole)
    yield f"link{ending}", _changed(whole, {"link": secret.encode()}, mode=0o120_777)
    yield f"members{ending}", partial(_changed, whole, {f"m{n}": b"" for n in range(20_000)})
    yield f"nothing{ending}", _changed(whole, {main: b""})
    doctype = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]><r>&x;</r>'
    yield f"entity{ending}", _changed(whole, {main: doctype.encode()})
    yield f"entity-utf-16{ending}", _changed(whole, {main: doctype.encode("utf-16")})
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE r [<!ENTITY l0 "lol">{laughs}]><r>&l9;</r>'
    yield f"laughs{ending}", _changed(whole, {main: bomb.encode()})
    yield f"laughs-aside{ending}", _changed(whole, {"[Content_Types].xml": bomb.encode()})
    yield f"deep-xml{ending}", _changed(whole, {main: b"<a>" * 300_000})


_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def a_workbook() -> bytes:
    """A sound workbook with a small table."""
    import openpyxl

    book, file = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append(["session_id", "coder_id", "item", "value"])
    book.active.append(["V-1", "A", "x", 3])
    book.save(file)
    return file.getvalue()


def a_document() -> bytes:
    """A sound document with two lines of talk."""
    import docx

    made, file = docx.Document(), io.BytesIO()
    made.add_paragraph("Quill   0:02\nHow was the week?")
    made.add_paragraph("Wren   0:07\nNot great.")
    made.save(file)
    return file.getvalue()


def _changed(
    whole: bytes, members: dict[str, bytes], *, again: str | None = None, mode: int = 0o600
) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            if info.filename not in members:
                new.writestr(info.filename, old.read(info), zipfile.ZIP_DEFLATED)
            if info.filename == again:
                new.NameToInfo.pop(again)
                new.writestr(again, b"another", zipfile.ZIP_DEFLATED)
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, mode << 16
            new.writestr(info, content)
    return file.getvalue()


def _bomb(whole: bytes, name: str) -> bytes:
    return _changed(whole, {name: bytes(BOMB_BYTES)})


def _lying(whole: bytes) -> bytes:
    """The sizes in the directory of an archive made one, whatever the members hold."""
    lie, at = bytearray(whole), 0
    while (at := lie.find(b"PK\x01\x02", at)) >= 0:
        lie[at + 24 : at + 28] = struct.pack("<I", 1)
        at += 4
    return bytes(lie)


def databases(golden: Path) -> Files:
    """Databases that call themselves codings."""
    sound = (golden / "cacti_v080_sqlite.casaa").read_bytes()
    for at in (16, 18, 20, 28, 44, 56, 100, 105):
        yield f"byte-{at}.casaa", sound[:at] + b"\xff\xff" + sound[at + 2 :]
    yield "cut.casaa", sound[: len(sound) // 2]
    yield "header.casaa", sound[:100]
    yield "zeros.casaa", sound[:100] + bytes(len(sound) - 100)
    scripts = {
        "trigger": "CREATE TRIGGER t AFTER INSERT ON {0} BEGIN DELETE FROM {0}; END",
        "view": "DROP TABLE {0}; CREATE VIEW {0} AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
        "SELECT i + 1 FROM n) SELECT * FROM n",
        "load": "DROP TABLE {0}; CREATE VIEW {0} AS SELECT load_extension('x')",
        "write": "DROP TABLE {0}; CREATE VIEW {0} AS SELECT writefile('../outside', 'x')",
        "blob": "INSERT INTO {0} SELECT zeroblob(30000000)",
        "columns": "DROP TABLE {0}; CREATE TABLE {0} ("
        + ",".join(f"c{n}" for n in range(1_500))
        + ")",
    }
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "a"
        for name, script in scripts.items():
            file.write_bytes(sound)
            with closing(sqlite3.connect(file)) as connection:
                names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                for (table,) in names.fetchall():
                    for one in script.format(f'"{table}"').split("; C"):
                        _try(connection, one if one.startswith(("D", "C", "I")) else f"C{one}")
                connection.commit()
            yield f"{name}.casaa", file.read_bytes()


def _try(connection: sqlite3.Connection, script: str) -> None:
    try:
        connection.execute(script)
    except sqlite3.OperationalError as error:  # a table with more columns than the script names
        if "values for" not in str(error) and "columns" not in str(error):
            connection.rollback()


def packets(whole: bytes) -> Files:
    """Packets made worse; ``whole`` is a sound one."""
    n = len(MAGIC) + 4
    length = int.from_bytes(whole[len(MAGIC) : n], "big")
    header, rest = json.loads(whole[n : n + length]), whole[n + length :]
    yield "empty.pcpacket", b""
    yield "magic.pcpacket", whole[: len(MAGIC)]
    yield "cut-header.pcpacket", whole[: n + 20]
    yield "cut.pcpacket", whole[:-1]
    yield "longer.pcpacket", whole + b"\0"
    yield "header-lies.pcpacket", MAGIC + b"\xff\xff\xff\xff" + whole[n:]
    for at in (0, len(MAGIC), n + 3, n + length, n + length + 40, len(whole) - 1):
        yield f"flip-{at}.pcpacket", whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]

    def changed(change: Callable[[dict[str, object]], object]) -> bytes:
        other = json.loads(json.dumps(header))
        change(other)
        text = json.dumps(other).encode()
        return MAGIC + len(text).to_bytes(4, "big") + text + rest

    for number, name in enumerate((*OUTSIDE, "/outside", "", "a" * 900, "packet.json\0")):
        yield f"name-{number}.pcpacket", changed(partial(_member, name=name))
    for size in (-1, 0, 1, 2**31, 2**40, 2**70, 1.5, "1", None, True):
        yield f"size-{size}.pcpacket", changed(partial(_member, size=size))
    keys = {"memory_kib": 2**31, "passes": 10**9, "lanes": 10**6, "salt": "zz", "way": "none"}
    for key, value in keys.items():
        yield f"{key}.pcpacket", changed(partial(_key, name=key, value=value))
    yield "many.pcpacket", changed(_many)
    yield "digest.pcpacket", changed(partial(_member, sha256="../" * 21))
    deep = b'{"a":' * 100_000
    yield "deep.pcpacket", MAGIC + len(deep).to_bytes(4, "big") + deep
    twice = b'{"format": 1, "format": 2}'
    yield "repeated.pcpacket", MAGIC + len(twice).to_bytes(4, "big") + twice
    yield "zip.pcpacket", a_workbook()


def _member(header: dict[str, object], **values: object) -> None:
    members = header["members"]
    assert isinstance(members, list)
    members[0].update(values)


def _key(header: dict[str, object], name: str, value: object) -> None:
    key = header["key"]
    assert isinstance(key, dict)
    key[name] = value


def _many(header: dict[str, object]) -> None:
    members = header["members"]
    assert isinstance(members, list)
    header["members"] = members * 9_000


def key_files(whole: bytes) -> Files:
    """Key files made worse; ``whole`` is a sound one. Some sums are right."""
    sound = json.loads(whole)
    yield "empty.json", b""
    yield "cut.json", whole[:-40]
    yield "binary.json", zlib.compress(whole)
    yield "deep.json", b"[" * 500_000
    yield "list.json", b"[]"
    yield "nan.json", b'{"format": NaN}'
    yield "digits.json", b'{"format": ' + b"9" * 100_000 + b"}"
    yield "large.json", whole + b" " * 2_000_000
    changes: dict[str, tuple[str, object]] = {
        "memory": ("memory_kib", 2**31),
        "passes": ("passes", 10**9),
        "lanes": ("lanes", 0),
        "fraction": ("passes", 1.5),
        "salt": ("salt", "%%%"),
        "salt-short": ("salt", ""),
        "wrapped": ("wrapped", ""),
        "kind": ("kind", "other"),
        "label": ("label", 5),
    }
    for name, (key, value) in changes.items():
        other = json.loads(whole)
        other["slots"][0][key] = value
        canonical = json.dumps(
            [other["slots"], other["proof"]], sort_keys=True, separators=(",", ":")
        )
        other["sum"] = hashlib.sha256(canonical.encode()).hexdigest()
        yield f"{name}.json", json.dumps(other).encode()
    yield "slots.json", json.dumps({**sound, "slots": sound["slots"] * 2_000}).encode()
    yield "no-slots.json", json.dumps({**sound, "slots": []}).encode()
    yield "sum.json", json.dumps({**sound, "sum": "0"}).encode()
