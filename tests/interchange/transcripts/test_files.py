"""Encodings, limits and files that are something else: each is read or refused with a remedy."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import docx
import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.transcripts import content, forms, reading
from practicecoder.interchange.transcripts.forms import TranscriptFormat as F
from tests.interchange.transcripts.conftest import Read, Refused

TEXT = "Worker: Wie wär’s, Zoë?\r\nParent: Naïve.\r\n"


@pytest.mark.parametrize(
    ("data", "encoding", "n_notices"),
    [
        (TEXT.encode(), "UTF-8", 0),
        (TEXT.encode("utf-8-sig"), "UTF-8", 0),
        (TEXT.encode("utf-16"), "UTF-16", 0),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16", 0),
        (TEXT.encode("cp1252"), "Windows-1252", 1),
        (TEXT.replace("\r\n", "\r").encode(), "UTF-8", 0),
    ],
)
def test_encodings_and_line_ends_give_the_same_talk(
    read: Read, data: bytes, encoding: str, n_notices: int
) -> None:
    found = read(data)

    assert [line.text for line in found.lines] == ["Wie wär’s, Zoë?", "Naïve."]
    assert (found.encoding, len(found.notices)) == (encoding, n_notices)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n\n",
        b"abc\x00def",
        b"\xff\xfe\x00",
        b"\xff\xfe\x00\xd8a\x00",
        b"\xef\xbb\xbfabc\xff",
        b"\x81\x8d\x8f",
        b"%PDF-1.7",
        b"{\\rtf1 abc}",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"RIFF\x00\x00\x00\x00WAVE",
        b"<html><body>Worker: a</body></html>",
        b"<!DOCTYPE html><html></html>",
        b"PK\x03\x04 not really",
    ],
)
def test_what_is_no_transcript_is_refused_in_a_sentence(refused: Refused, data: bytes) -> None:
    told = refused(data, "a.vtt")

    assert len(told) == 1
    assert told[0][1].endswith(".")


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.vtt"):
        with pytest.raises(ImportedDataError):
            reading.read_transcript(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are there on POSIX only")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.vtt"
    os.mkfifo(pipe)

    with pytest.raises(ImportedDataError):
        reading.read_transcript(pipe)


def test_a_file_beyond_the_limit_is_refused(
    refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "MOST_BYTES", 10)

    assert "larger" in refused(b"x" * 11)[0][1]


def test_more_speakers_than_people_can_be_are_refused(refused: Refused) -> None:
    letters = [
        f"Made{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(forms.MOST_SPEAKERS + 1)
    ]
    text = "\n".join(f"{name}: a" for name in letters)

    assert "speakers" in refused(text)[0][1]


def test_a_chosen_format_is_kept_to(read: Read, refused: Refused) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nWorker: a\n"

    assert read(text, format=F.TXT).format is F.TXT
    assert read(text, format=F.VTT).recognised_because.startswith("You chose it.")
    assert refused(text, format=F.DOCX)
    assert refused(text, format=F.EAF)
    assert refused("Worker: a", format=F.VTT)


def test_the_digest_is_that_of_the_file(read: Read) -> None:
    assert read("a").digest == ("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")


def test_names_and_words_do_not_show_in_the_representation(read: Read) -> None:
    shown = repr(read("Canary: secret words\nCanary: more of them\n"))

    assert "Canary" not in shown
    assert "secret" not in shown


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def parts_of_document() -> dict[str, bytes]:
    made = docx.Document()
    made.add_paragraph("Worker: a")
    file = io.BytesIO()
    made.save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_document_that_unpacks_a_thousandfold_is_refused(refused: Refused) -> None:
    parts = parts_of_document() | {"word/media/big.xml": b"\x00" * 40_000_000}

    assert "unpacks" in refused(packed(parts))[0][1]


def test_an_archive_that_lies_about_its_sizes_is_refused(refused: Refused) -> None:
    data = packed(parts_of_document() | {"word/big.xml": bytes(3_000_000)})
    lied = data.replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    assert lied != data
    assert len(refused(lied)) == 1


def test_a_document_of_too_many_parts_is_refused(refused: Refused) -> None:
    parts = parts_of_document() | {f"extra/{n}.bin": b"x" for n in range(64)}

    assert "64 parts" in refused(packed(parts))[0][1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_inside_a_document_is_refused(refused: Refused, encoding: str) -> None:
    parts = parts_of_document()
    body = parts["word/document.xml"].decode().split("?>", 1)[1]
    bomb = f'<?xml version="1.0" encoding="{encoding}"?>\n<!DOCTYPE a [<!ENTITY b "c">]>{body}'
    parts["word/document.xml"] = bomb.encode(encoding)

    assert "document type" in refused(packed(parts))[0][1]


@pytest.mark.parametrize("missing", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_document_without_a_needed_part_is_refused(refused: Refused, missing: str) -> None:
    parts = parts_of_document()
    del parts[missing]

    assert len(refused(packed(parts))) == 1


def test_another_archive_is_refused(refused: Refused) -> None:
    assert "Word document" in refused(packed({"a.txt": b"Worker: a"}))[0][1]
