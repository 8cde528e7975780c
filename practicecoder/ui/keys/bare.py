"""Bare keys: where they act, what they ask for, and the words of each in the shortcut sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Region(StrEnum):
    """Where bare keys act; the words stand in the shortcut sheet."""

    LISTENING = "In the listening area"
    TRANSCRIPT = "In the transcript"
    CARD = "In a rating card"
    EVIDENCE = "In the evidence table"
    NOTES = "In the list of notes"
    QUESTION = "On a question"
    MEETING = "In the table of a consensus meeting"


class Command(StrEnum):
    """What a bare key asks for."""

    PLAY_PAUSE = "play_pause"
    BACK = "back"
    FORWARD = "forward"
    SMALL_BACK = "small_back"
    SMALL_FORWARD = "small_forward"
    FINE_BACK = "fine_back"
    FINE_FORWARD = "fine_forward"
    PAUSE = "pause"
    PLAY_FASTER = "play_faster"
    LOOP_IN = "loop_in"
    LOOP_OUT = "loop_out"
    LOOP = "loop"
    EVIDENCE = "evidence"
    STRENGTH = "strength"
    TO_BUILD = "to_build"
    PLAY = "play"
    SPAN = "span"
    UP = "up"
    DOWN = "down"
    RATE_AND_GO_ON = "rate_and_go_on"
    RATE = "rate"
    NOT_APPLICABLE = "not_applicable"
    UNSURE = "unsure"
    CLEAR = "clear"
    EDIT = "edit"
    PLAY_FROM = "play_from"
    REMOVE = "remove"
    STRENGTH_OF_SELECTED = "strength_of_selected"
    TO_BUILD_OF_SELECTED = "to_build_of_selected"
    EDIT_NOTE = "edit_note"
    PLAY_FROM_NOTE = "play_from_note"
    REMOVE_NOTE = "remove_note"
    CLEAR_ANSWER = "clear_answer"
    LINE_EVIDENCE = "line_evidence"
    PLAY_LINE = "play_line"
    PLAY_FIRST = "play_first"
    PLAY_SECOND = "play_second"
    PLAY_THIRD = "play_third"
    NEXT_LINE = "next_line"
    DECISION = "decision"
    TAKE_OVER_EQUAL = "take_over_equal"


class BareId(NamedTuple):
    """A command in a region: what a bare key stands for."""

    region: Region
    command: Command

    @property
    def text(self) -> str:
        """Name in files, such as ``listening.loop``."""
        return f"{self.region.name.lower()}.{self.command.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BareKey:
    """Keys, as portable texts, that ask for something in a region. ``repeats`` while held.

    One without keys does nothing until somebody gives it a key.
    """

    region: Region
    keys: tuple[str, ...]
    command: Command
    words: str
    repeats: bool = False

    @property
    def bare_id(self) -> BareId:
        """Its name."""
        return BareId(self.region, self.command)


def _key(
    region: Region, command: Command, words: str, *keys: str, repeats: bool = False
) -> BareKey:
    return BareKey(region=region, keys=keys, command=command, words=words, repeats=repeats)


_L, _C, _E, _M = Region.LISTENING, Region.CARD, Region.EVIDENCE, Region.MEETING
_T = Region.TRANSCRIPT

BARE_KEYS: tuple[BareKey, ...] = (
    _key(_L, Command.PLAY_PAUSE, "Play or pause", "Space"),
    _key(_L, Command.BACK, "Back 5 seconds", "Left", "J", repeats=True),
    _key(_L, Command.FORWARD, "Forward 5 seconds", "Right", repeats=True),
    _key(_L, Command.SMALL_BACK, "Back 1 second", "Shift+Left", repeats=True),
    _key(_L, Command.SMALL_FORWARD, "Forward 1 second", "Shift+Right", repeats=True),
    _key(_L, Command.FINE_BACK, "Back 0.2 seconds", ",", repeats=True),
    _key(_L, Command.FINE_FORWARD, "Forward 0.2 seconds", ".", repeats=True),
    _key(_L, Command.PAUSE, "Pause", "K"),
    _key(_L, Command.PLAY_FASTER, "Play; while playing, faster", "L"),
    _key(_L, Command.LOOP_IN, "Loop begins here", "["),
    _key(_L, Command.LOOP_OUT, "Loop ends here", "]"),
    _key(_L, Command.LOOP, "Loop on or off", "\\"),
    _key(_L, Command.EVIDENCE, "Evidence at this moment", "E"),
    _key(_L, Command.STRENGTH, "Last evidence shows a strength", "S"),
    _key(_L, Command.TO_BUILD, "Last evidence is something to build", "B"),
    _key(_L, Command.PLAY, "Play"),
    _key(_L, Command.SPAN, "Begin or end an evidence span"),
    _key(_T, Command.LINE_EVIDENCE, "Evidence from the selected words, or the line", "E"),
    _key(_T, Command.STRENGTH, "Last evidence shows a strength", "S"),
    _key(_T, Command.TO_BUILD, "Last evidence is something to build", "B"),
    _key(_T, Command.PLAY_LINE, "Play from the line", "Return", "Enter"),
    _key(_T, Command.PLAY_PAUSE, "Play or pause", "Space"),
    _key(_C, Command.UP, "Look at the level above; once rated, one higher", "Up", repeats=True),
    _key(_C, Command.DOWN, "Look at the level below; once rated, one lower", "Down", repeats=True),
    _key(_C, Command.RATE_AND_GO_ON, "Rate the level looked at, next card", "Return", "Enter"),
    _key(_C, Command.RATE, "Rate the level looked at", "Space"),
    _key(_C, Command.NOT_APPLICABLE, "Not applicable, with a reason", "N"),
    _key(_C, Command.UNSURE, "Unsure, or sure again", "U"),
    _key(_C, Command.CLEAR, "Back to not yet rated", "Del", "Backspace"),
    _key(_E, Command.EDIT, "Edit the evidence", "Return", "Enter"),
    _key(_E, Command.PLAY_FROM, "Play from the evidence", "Space"),
    _key(_E, Command.STRENGTH_OF_SELECTED, "It shows a strength", "S"),
    _key(_E, Command.TO_BUILD_OF_SELECTED, "It is something to build", "B"),
    _key(_E, Command.REMOVE, "Remove the evidence", "Del", "Backspace"),
    _key(Region.NOTES, Command.EDIT_NOTE, "Edit the note", "Return", "Enter"),
    _key(Region.NOTES, Command.PLAY_FROM_NOTE, "Play from the note's moment", "Space"),
    _key(Region.NOTES, Command.REMOVE_NOTE, "Remove the note", "Del", "Backspace"),
    _key(Region.QUESTION, Command.CLEAR_ANSWER, "Take the answer back", "Del", "Backspace"),
    _key(_M, Command.PLAY_FIRST, "Play the next evidence of A", "A"),
    _key(_M, Command.PLAY_SECOND, "Play the next evidence of B", "B"),
    _key(_M, Command.PLAY_THIRD, "Play the next evidence of C", "C"),
    _key(_M, Command.PLAY_PAUSE, "Play or pause", "Space"),
    _key(_M, Command.NEXT_LINE, "Next dimension; show or fold the equal ones", "Return", "Enter"),
    _key(_M, Command.NOT_APPLICABLE, "Agree on not applicable, with a reason", "N"),
    _key(_M, Command.CLEAR, "Back to not agreed", "Del", "Backspace"),
    _key(_M, Command.DECISION, "Write down a decision", "D"),
    _key(_M, Command.TAKE_OVER_EQUAL, "Take over all equal ratings", "E"),
)
"""Every bare key. Digits and signs in a rating card type a level and are not listed here."""

BARE: Mapping[BareId, BareKey] = {bare.bare_id: bare for bare in BARE_KEYS}
"""Bare keys by name."""
