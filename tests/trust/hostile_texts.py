"""Hostile texts that call themselves codebooks, tables, transcripts or codings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from practicecoder.codebook import library

Files = Iterator[tuple[str, bytes]]

BIDI = "\u202e\u2066\u200b\ufeff"
CONTROLS = "\x00\x07\x1b]0;x\x07\x7f"


def codebooks() -> Files:
    """Codebooks that are no codebooks, or far too much of one."""
    sound = library.find("swim7").text
    texts = {
        "brackets": "a = " + "[" * 20_000,
        "closed": "a = " + "[" * 20_000 + "]" * 20_000,
        "braces": "a = " + "{a = " * 20_000,
        "dotted": ".".join("a" * 20_000) + " = 1",
        "table": "[" + ".".join(["a"] * 20_000) + "]",
        "arrays": "\n".join(f"[[{'.'.join('a' * (n % 300 + 1))}]]" for n in range(2_000)),
        "keys": "\n".join(f"k{n} = {n}" for n in range(60_000)),
        "long-text": f'a = "{"x" * 990_000}"',
        "too-large": sound + "#" * 1_100_000,
        "digits": "a = " + "9" * 200_000,
        "float": "a = 1e" + "9" * 2_000,
        "nan": _with(sound, "minimum", "nan"),
        "inf": _with(sound, "maximum", "inf"),
        "date": _with(sound, "version", "2026-03-31T10:00:00Z"),
        "time": _with(sound, "title", "10:00:00"),
        "bidi": sound.replace('title = "', f'title = "{BIDI}', 1),
        "controls": sound.replace('title = "', 'title = "\\u0000\\u0007\\u001b[31m', 1),
        "raw-controls": sound.replace('title = "', f'title = "{CONTROLS}', 1),
        "surrogate": sound.replace('title = "', 'title = "\\uD800', 1),
        "repeated": sound + "\n" + sound,
        "no-utf-8": "",
        "path-id": sound.replace('id = "', 'id = "../../', 1),
        "formula": sound.replace('label = "', 'label = "=cmd|x!A1', 1),
        "markup": sound.replace('label = "', 'label = "<b onclick=x><img src=file:///x>', 1),
        "comments": "#" + "x" * 900_000,
        "lines": "\n" * 900_000,
        "quotes": 'a = """' + '"' * 5 + "x" * 400_000,
        "escape": 'a = "\\' + "\\\\" * 200_000 + '"',
    }
    yield from (
        (f"{name}.toml", text.encode(errors="surrogatepass")) for name, text in texts.items()
    )
    yield "latin.toml", b'title = "\xe9\xff"'
    yield "utf-16.toml", sound.encode("utf-16")


def _with(text: str, key: str, value: str) -> str:
    return f"{text}\n{key} = {value}\n"


def tables() -> Files:
    """Tables of text; one is larger than what it takes on the disk."""
    head = "session_id,coder_id,item,value\n"
    texts = {
        "nul": head + "V-1,A,\0,3\n",
        "line": "x" * 30_000_000,
        "columns": ",".join(f"c{n}" for n in range(200_000)) + "\n1\n",
        "rows": head + "V,A,i,1\n" * 1_200_000,
        "quote": head + '"' + "x,\n" * 2_000_000,
        "formula": head + "=HYPERLINK(1),+1,@x,-1\n" * 50,
        "bidi": head + f"{BIDI},A,i,1\n",
        "number": head + f"V,A,i,{'9' * 100_000}\n",
        "nan": head + "V,A,i,nan\nV,A,i,inf\nV,A,i,1e999\n",
        "same": "session_id,session_id,value\n1,2,3\n",
        "path": head + "../../V,A,i,1\n",
        "header": head,
        "delimiters": ";,\t|" * 90_000,
        "returns": "a,b\r" * 300_000,
    }
    yield from ((f"{name}.csv", text.encode()) for name, text in texts.items())
    yield "mixed.csv", head.encode() + b"V\xe9,A\xc3\xa9,\xff\xfe,1\n" * 200
    yield "utf-16.csv", head.encode("utf-16") + b"\0"
    yield "utf-16-odd.tsv", b"\xff\xfe" + b"\xd8" * 4_001
    yield "gzip.csv", b"\x1f\x8b\x08" + b"\0" * 500
    yield "sqlite.csv", b"SQLite format 3\0" + b"\0" * 500


def transcripts(secret: str, port: int) -> Files:
    """Transcripts; XML and JSON among them."""
    yield from _xml("ANNOTATION_DOCUMENT", secret, port, ".eaf")
    yield from _json(".json", '{"segments": [', "]}")
    times = "00:00:01.000 --> 00:00:02.000\n"
    texts = {
        "times.vtt": "WEBVTT\n\n99999999999:00:00.000 --> 99999999999:00:01.000\nx\n",
        "backwards.vtt": "WEBVTT\n\n00:00:09.000 --> 00:00:02.000\nx\n",
        "tags.vtt": f"WEBVTT\n\n{times}" + "<v A>" * 40_000,
        "style.vtt": f"WEBVTT\n\nSTYLE\n::cue {{ background: url(http://127.0.0.1:{port}) }}\n",
        "entities.vtt": f"WEBVTT\n\n{times}" + "&lt;" * 50_000 + "&#xD800;&#0;",
        "cues.vtt": "WEBVTT\n\n" + (times + "x\n\n") * 60_000,
        "arrow.vtt": "WEBVTT\n\n" + "-->" * 200_000,
        "speakers.txt": "".join(f"Speaker {n}: x\n" for n in range(5_000)),
        "colons.txt": ("A" * 60 + ": ") * 50_000,
        "spaces.txt": " " * 3_000_000,
        "numbers.srt": "9" * 100_000 + "\n00:00:01,000 --> 00:00:02,000\nx\n",
        "bidi.srt": f"1\n00:00:01,000 --> 00:00:02,000\n{BIDI}{CONTROLS[1:]}\n",
        "praat.TextGrid": 'File type = "ooTextFile"\nObject class = "TextGrid"\n' + "9" * 90_000,
        "tiers.TextGrid": 'File type = "ooTextFile"\n"TextGrid"\n0\n1\n<exists>\n99999999\n',
        "quotes.TextGrid": 'File type = "ooTextFile"\n"TextGrid"\n' + '"' * 300_001,
    }
    yield from ((name, text.encode()) for name, text in texts.items())


def codings(secret: str, port: int, golden: Path) -> Files:
    """Codings of other programs."""
    yield from _xml("ANNOTATION_DOCUMENT", secret, port, ".eaf")
    yield from _xml("userConfiguration", secret, port, ".xml")
    yield from _json(".boris", '{"behaviors_conf": {}, "observations": [', "]}")
    yield from _json(".json", "[{", "}]")
    texts = {
        "labels.txt": "1.0\t2.0\tx\n" * 300_000,
        "times.txt": "1e308\t1e309\tx\n-1\tnan\ty\n",
        "frequencies.txt": "1.0\t2.0\tx\n" + "\\\t1\t2\n" * 300_000,
        "globals.globals": "Global Ratings\n" + "x:\t9\n" * 100_000,
        "audio.casaa": "Audio File:\t" + "../" * 9_000 + "etc/passwd\n0\tx\n",
        "words.casaa": "Audio File:\ta.wav\n" + "\t".join("9" * 20_000) + "\n",
    }
    yield from ((name, text.encode()) for name, text in texts.items())
    for file in sorted(golden.glob("*")):
        content = file.read_bytes()
        yield f"cut-{file.name}", content[: len(content) // 2]
        yield f"nul-{file.name}", content[:200] + b"\0" + content[200:]


def _xml(root: str, secret: str, port: int, ending: str) -> Files:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    declared = {
        "entity-file": f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]>',
        "entity-net": f'<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:{port}/x">]>',
        "parameter": f'<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:{port}/x"> %x;]>',
        "dtd": f'<!DOCTYPE r SYSTEM "http://127.0.0.1:{port}/r.dtd">',
        "laughs": f'<!DOCTYPE r [<!ENTITY l0 "lol">{laughs}]>',
        "long-entity": f'<!DOCTYPE r [<!ENTITY x "{"y" * 100_000}">]>',
    }
    last = {"laughs": "&l11;", "long-entity": "&x;" * 30_000}
    for name, doctype in declared.items():
        text = f'<?xml version="1.0"?>{doctype}<{root}>{last.get(name, "&x;")}</{root}>'
        yield f"{name}{ending}", text.encode()
    yield (
        f"include{ending}",
        (
            f'<{root} xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="file://{secret}"/>'
            f"</{root}>"
        ).encode(),
    )
    yield (
        f"sheet{ending}",
        (f'<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:{port}/x"?><{root}/>').encode(),
    )
    yield f"deep{ending}", (f"<{root}>" + "<a>" * 200_000).encode()
    yield (
        f"wide{ending}",
        (f"<{root}" + "".join(f' a{n}="x"' for n in range(90_000)) + "/>").encode(),
    )
    yield f"encoding{ending}", f'<?xml version="1.0" encoding="rot13"?><{root}/>'.encode()
    yield f"utf-7{ending}", f'<?xml version="1.0" encoding="utf-7"?>+ADw-{root}+AD4-'.encode()
    yield f"cdata{ending}", f"<{root}><![CDATA[{'x' * 900_000}".encode()


def _json(ending: str, start: str, stop: str) -> Files:
    inner = {
        "deep-lists": "[" * 100_000,
        "deep-closed": "[" * 5_000 + "]" * 5_000,
        "deep-objects": '{"a":' * 100_000,
        "nan": '{"start": NaN, "end": Infinity, "text": "x"}',
        "digits": '{"start": ' + "9" * 400_000 + "}",
        "exponent": '{"start": 1e999999999, "end": 1e-999999999}',
        "repeated": '{"start": 1, "start": 2}',
        "surrogates": '{"text": "' + "\\ud800" * 9_000 + '"}',
        "escapes": '{"text": "' + "\\" * 300_001,
        "keys": "{" + ",".join(f'"k{n}": 1' for n in range(90_000)) + "}",
        "nothing": "null",
        "mixed": json.dumps([{"start": "1", "end": [], "text": {"x": 1}}]),
    }
    for name, content in inner.items():
        yield f"{name}{ending}", f"{start}{content}{stop}".encode()
