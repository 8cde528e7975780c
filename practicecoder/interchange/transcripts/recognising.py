"""Tells by its content which kind of transcript a file is; its ending only suggests."""

from __future__ import annotations

import re

from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import TranscriptFormat

_ZIP = b"PK\x03\x04"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Word document or one with a password", "Save it as .docx."),
    (b"%PDF", "a PDF", "Export the transcript as .vtt, .docx or .txt."),
    (b"{\\rtf", "rich text", "Save it as .docx or .txt."),
    (b"ooBinaryFile", "a binary file of Praat", "Save it in Praat with Save as text file."),
    (b"RIFF", "a sound or film file", "Choose the transcript, not the recording."),
    (b"ID3", "a sound file", "Choose the transcript, not the recording."),
    (b"OggS", "a sound file", "Choose the transcript, not the recording."),
    (b"fLaC", "a sound file", "Choose the transcript, not the recording."),
)
_SRT_TIMES = re.compile(
    r"^[ \t]*(?:[0-9]{2,4}:)?[0-9]{2}:[0-9]{2}[,.][0-9]{1,3}[ \t]*-->[ \t]*[0-9:,.]+[ \t]*$",
    re.MULTILINE,
)
_HTML = re.compile(r"<(?:!doctype html|html)\b", re.IGNORECASE)
_ENDINGS = {
    ".vtt": TranscriptFormat.VTT,
    ".srt": TranscriptFormat.SRT,
    ".txt": TranscriptFormat.TXT,
    ".docx": TranscriptFormat.DOCX,
    ".eaf": TranscriptFormat.EAF,
    ".textgrid": TranscriptFormat.TEXTGRID,
    ".json": TranscriptFormat.WHISPER,
}
SUFFIXES = (".vtt", ".srt", ".txt", ".docx", ".eaf", ".TextGrid", ".json")
_HEAD_CHARACTERS = 4_000


def is_document(content: Content) -> bool:
    """Whether the bytes are a packed document and no text.

    Raises
    ------
    ImportedDataError
        If the bytes are of a kind that is certainly no transcript.
    """
    for signature, what, fix in _OTHERS:
        if content.data.startswith(signature):
            raise refused(content.file, f"This is {what}, not a transcript.", fix=fix)
    return content.data.startswith(_ZIP)


def recognised(content: Content, text: Text) -> TranscriptFormat:
    """Kind of a text file.

    Raises
    ------
    ImportedDataError
        If it is of a kind that is not read.
    """
    head = text.text[:_HEAD_CHARACTERS].lstrip()
    if not head:
        raise refused(content.file, "The file is empty.", fix="Export the transcript again.")
    if head.startswith("WEBVTT"):
        return TranscriptFormat.VTT
    if _HTML.match(head):
        raise refused(
            content.file, "This is a web page.", fix="Export the transcript as .vtt or .txt."
        )
    if head.startswith(("<?xml", "<ANNOTATION_DOCUMENT", "<!")):
        return TranscriptFormat.EAF
    if "ooTextFile" in head[:100] or "Praat chronological TextGrid" in head[:100]:
        return TranscriptFormat.TEXTGRID
    if re.match(r"\{\s*[\"}]", head) or _is_list(head):
        return TranscriptFormat.WHISPER
    if _SRT_TIMES.search(head):
        return TranscriptFormat.SRT
    return TranscriptFormat.TXT


def ending_notice(content: Content, found: TranscriptFormat) -> tuple[str, ...]:
    """Tell where the ending of a file's name suggests another kind than its content."""
    suggested = _ENDINGS.get(content.suffix)
    if suggested is None or suggested is found:
        return ()
    return (f"The file's name ends in {content.suffix}, but it holds {found.label}.",)


def _is_list(head: str) -> bool:
    return bool(re.match(r"\[\s*(?:\{\s*\"|\])", head))
