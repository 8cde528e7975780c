"""Reads a transcript file of any known kind, with every problem of it at once."""

from __future__ import annotations

from pathlib import Path

from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text, decoded, read_content
from practicecoder.interchange.transcripts.forms import (
    MOST_SPEAKERS,
    ReadTranscript,
    TranscriptFormat,
    Understood,
    speakers_of,
)
from practicecoder.interchange.transcripts.recognising import (
    ending_notice,
    is_document,
    recognised,
)

_DOCX = TranscriptFormat.DOCX


def read_transcript(path: Path, *, format: TranscriptFormat | None = None) -> ReadTranscript:  # noqa: A002
    """Read a transcript; nothing in it is mapped to roles yet, and names still stand in it.

    Parameters
    ----------
    format
        Kind of the file; None: its content tells.

    Raises
    ------
    ImportedDataError
        If the file cannot be read as a transcript, with every problem that was found.
    """
    content = read_content(path)
    if is_document(content):
        if format not in (None, _DOCX):
            raise refused(content.file, f"This is a packed document, not {format.label}.")
        from practicecoder.interchange.transcripts.docx_text import read_docx

        understood = read_docx(content)
        because = f"It is a Word document. {understood.because}"
        return _told(content, None, _DOCX, understood, because)
    text = decoded(content)
    kind = format or recognised(content, text)
    understood = _read_text(content, text, kind)
    because = understood.because if format is None else f"You chose it. {understood.because}"
    return _told(content, text, kind, understood, because)


def _read_text(content: Content, text: Text, kind: TranscriptFormat) -> Understood:
    match kind:
        case TranscriptFormat.VTT:
            from practicecoder.interchange.transcripts.vtt import read_vtt as read
        case TranscriptFormat.SRT:
            from practicecoder.interchange.transcripts.srt import read_srt as read
        case TranscriptFormat.EAF:
            from practicecoder.interchange.transcripts.eaf import read_eaf as read
        case TranscriptFormat.TEXTGRID:
            from practicecoder.interchange.transcripts.textgrid import read_textgrid as read
        case TranscriptFormat.WHISPER:
            from practicecoder.interchange.transcripts.whisper import read_whisper as read
        case TranscriptFormat.DOCX:
            raise refused(content.file, "This is not a Word document.", fix="Save it as .docx.")
        case TranscriptFormat.TXT:
            from practicecoder.interchange.transcripts.txt import read_txt as read
    return read(content, text)


def _told(
    content: Content,
    text: Text | None,
    kind: TranscriptFormat,
    understood: Understood,
    because: str,
) -> ReadTranscript:
    told = text.notices if text is not None else ()
    speakers = speakers_of(understood.lines)
    if len(speakers) > MOST_SPEAKERS:
        raise refused(
            content.file,
            f"The transcript has more than {MOST_SPEAKERS} speakers.",
            fix="Words before colons may have been taken for names; use another export.",
        )
    return ReadTranscript(
        format=kind,
        recognised_because=because,
        encoding=text.encoding if text is not None else "UTF-8",
        lines=understood.lines,
        speakers=speakers,
        notices=(*told, *ending_notice(content, kind), *understood.notices),
        resolution_ms=understood.resolution_ms,
        digest=content.digest,
    )
