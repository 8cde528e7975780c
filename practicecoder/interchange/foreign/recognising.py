"""Tells by its content which program a file comes from; its ending only decides between equals."""

from __future__ import annotations

import re

from practicecoder.interchange.foreign import cacti_config, cacti_globals, datavyu
from practicecoder.interchange.foreign.audacity import FREQUENCIES, is_label_line
from practicecoder.interchange.foreign.cacti_text import AUDIO_FILE, cacti_text_kind
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.label_studio import RIGHT_EXPORT
from practicecoder.interchange.foreign.sqlite_file import SIGNATURE
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.elan_tiers import ROOT

_HEAD_CHARACTERS = 4_000
_ROOT_TAG = re.compile(r"<(?P<tag>[A-Za-z_][\w.-]*)")
_SUMMARY = re.compile(r"\A(?:(?:SUM|PCT|RATIO)_\w+,){2}")
_SDIS = re.compile(r"\A(?:%[^\n]*\n+)*(?:Timed|Event|State|Interval|Multievent)\b[^\n]*;")
_BORIS = re.compile(r'"behaviors_conf"\s*:')
_ANNOTATOR_LOST = re.compile(
    r"\A(?:annotation_id|audio|id),.*\bannotator\b.*\n|\A\[\s*\{\s*\"audio\""
)


def is_sqlite(content: Content) -> bool:
    """Whether the bytes are a database of SQLite."""
    return content.data.startswith(SIGNATURE)


def recognised(content: Content, text: Text) -> ForeignFormat:
    """Kind of a text file of another program.

    Raises
    ------
    ImportedDataError
        If it is none that is read; for known kinds that hold no session, with what to use.
    """
    head = text.text[:_HEAD_CHARACTERS].lstrip()
    _refuse_known(content, head)
    found = _by_beginning(head, text)
    if found is None:
        raise refused(
            content.file,
            "The file is of none of the kinds that are read.",
            fix="Say which it is, with its name.",
        )
    return found


def _by_beginning(head: str, text: Text) -> ForeignFormat | None:
    first = head.partition("\n")[0].rstrip()
    if first.startswith(AUDIO_FILE):
        return cacti_text_kind(text) or ForeignFormat.CASAA_TEXT
    if first == cacti_globals.TITLE:
        return ForeignFormat.CACTI_GLOBALS
    if first in datavyu.VERSION_LINES:
        return ForeignFormat.DATAVYU
    if "ooTextFile" in head[:100] or "chronological TextGrid" in head[:100]:
        return ForeignFormat.TEXTGRID
    if head.startswith("<"):
        tag = _ROOT_TAG.search(head)
        roots = {cacti_config.ROOT: ForeignFormat.CACTI_CONFIG, ROOT: ForeignFormat.EAF}
        return roots.get(tag["tag"]) if tag is not None else None
    if head.startswith("{"):
        return ForeignFormat.BORIS if _BORIS.search(text.text) else None
    if re.match(r"\[\s*\{", head):
        return ForeignFormat.LABEL_STUDIO
    lines = [line for line in head.split("\n") if line and not line.startswith(FREQUENCIES)]
    return ForeignFormat.AUDACITY if lines and is_label_line(lines[0]) else None


def _refuse_known(content: Content, head: str) -> None:
    if not head:
        raise refused(content.file, "The file is empty.", fix="Look for an older copy.")
    if _SUMMARY.match(head):
        raise refused(
            content.file,
            "This is CACTI's summary export: sums and shares, and no session in it.",
            fix="Use the .casaa files.",
        )
    if _SDIS.match(head):
        raise refused(content.file, "This is a file for GSEQ, which is written and not read.")
    if "ooBinaryFile" in head[:100]:
        raise refused(
            content.file,
            "This is a binary file of Praat.",
            fix="Save it in Praat with Save as text file.",
        )
    if _ANNOTATOR_LOST.match(head):
        raise refused(
            content.file, "This export of Label Studio lacks the questions.", fix=RIGHT_EXPORT
        )
