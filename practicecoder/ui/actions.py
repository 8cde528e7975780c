"""Every action of the window with its words and shortcut, keyed by an enum."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from practicecoder.ui.languages import ACTION_WORDS, translate


class ActionGroup(StrEnum):
    """Headings of the shortcut sheet."""

    STUDY = "Study"
    PAGES = "Pages"
    VIEW = "View"
    LISTENING = "Listening"
    EVIDENCE = "Evidence and notes"
    RATING = "Rating"
    EDITING = "Editing"
    HELP = "Help"


class ActionId(StrEnum):
    """All actions."""

    OPEN_STUDY = "open_study"
    NEW_STUDY = "new_study"
    DEMONSTRATION = "demonstration"
    CLOSE_STUDY = "close_study"
    LOCK_STUDY = "lock_study"
    ENCRYPT_STUDY = "encrypt_study"
    CHANGE_PASSPHRASE = "change_passphrase"
    NEW_RECOVERY_CODE = "new_recovery_code"
    ENCRYPTION = "encryption"
    PEOPLE = "people"
    EXPORT = "export"
    EXPORT_REGISTER = "export_register"
    QUIT = "quit"
    PAGE_START = "page_start"
    PAGE_SESSIONS = "page_sessions"
    PAGE_CODING = "page_coding"
    PAGE_RELIABILITY = "page_reliability"
    PAGE_ANALYSIS = "page_analysis"
    PAGE_CONSENSUS = "page_consensus"
    PAGE_TRAINING = "page_training"
    PAGE_SUPERVISION = "page_supervision"
    PAGE_CODEBOOKS = "page_codebooks"
    FULL_SCREEN = "full_screen"
    LARGER_TEXT = "larger_text"
    SMALLER_TEXT = "smaller_text"
    NORMAL_TEXT = "normal_text"
    SCHEME_SYSTEM = "scheme_system"
    SCHEME_LIGHT = "scheme_light"
    SCHEME_DARK = "scheme_dark"
    FIND = "find"
    REFRESH = "refresh"
    COPY_TABLE = "copy_table"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"
    PALETTE = "palette"
    PREFERENCES = "preferences"
    # The coding page
    PLAY_PAUSE = "play_pause"
    BACK = "back"
    FORWARD = "forward"
    REPLAY = "replay"
    SLOWER = "slower"
    FASTER = "faster"
    SECOND_SPEED = "second_speed"
    LOOP = "loop"
    PLAY_NEXT_GAP = "play_next_gap"
    SKIP_SILENCE = "skip_silence"
    SPECTROGRAM = "spectrogram"
    TIMELINE_TABLE = "timeline_table"
    EVIDENCE = "evidence"
    EVIDENCE_SPAN = "evidence_span"
    NOTE_STAMP = "note_stamp"
    LINE_EVIDENCE = "line_evidence"
    TRANSCRIPT = "transcript"
    RAISE_CONCERN = "raise_concern"
    CARD_1 = "card_1"
    CARD_2 = "card_2"
    CARD_3 = "card_3"
    CARD_4 = "card_4"
    CARD_5 = "card_5"
    CARD_6 = "card_6"
    CARD_7 = "card_7"
    CARD_8 = "card_8"
    CARD_9 = "card_9"
    NEXT_UNRATED = "next_unrated"
    NEXT_PANEL = "next_panel"
    PREVIOUS_PANEL = "previous_panel"
    SUBMIT = "submit"
    NEXT_SESSION = "next_session"
    WORKSPACE_LISTEN = "workspace_listen"
    WORKSPACE_RATE = "workspace_rate"
    WORKSPACE_COUNT = "workspace_count"
    RESET_LAYOUT = "reset_layout"
    UNDO = "undo"
    REDO = "redo"
    SAVE = "save"
    CODEBOOK_PAGE = "codebook_page"


CARDS = tuple(ActionId(f"card_{n}") for n in range(1, 10))
"""Actions that go to the first, second ... rating card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """An action's words and keys.

    ``shortcuts`` are portable texts such as ``Ctrl+Space``, the first one shown in menus.
    ``on_mac`` stands in their place on macOS where those belong to the system. ``tip`` is a
    sentence for tooltips, without the shortcut.
    """

    text: str
    group: ActionGroup
    shortcuts: tuple[str, ...] = ()
    on_mac: tuple[str, ...] = ()
    tip: str = ""
    checkable: bool = False


def _spec(
    group: ActionGroup, text: str, *shortcuts: str, tip: str = "", checkable: bool = False
) -> ActionSpec:
    return ActionSpec(text=text, group=group, shortcuts=shortcuts, tip=tip, checkable=checkable)


_STUDY, _PAGES, _VIEW = ActionGroup.STUDY, ActionGroup.PAGES, ActionGroup.VIEW
_LISTENING, _EVIDENCE = ActionGroup.LISTENING, ActionGroup.EVIDENCE
_RATING, _EDITING, _HELP = ActionGroup.RATING, ActionGroup.EDITING, ActionGroup.HELP

ACTIONS: Mapping[ActionId, ActionSpec] = {
    ActionId.OPEN_STUDY: _spec(_STUDY, "Open study folder…", "Ctrl+O"),
    ActionId.NEW_STUDY: _spec(_STUDY, "New study…", "Ctrl+N"),
    ActionId.DEMONSTRATION: _spec(_STUDY, "Open the demonstration study"),
    ActionId.CLOSE_STUDY: _spec(_STUDY, "Close study", "Ctrl+W"),
    ActionId.LOCK_STUDY: _spec(
        _STUDY,
        "Lock now",
        "Ctrl+Shift+W",
        tip="Close the encrypted study until its passphrase is entered",
    ),
    ActionId.ENCRYPT_STUDY: _spec(_STUDY, "Encrypt this study…"),
    ActionId.CHANGE_PASSPHRASE: _spec(_STUDY, "Change passphrase…"),
    ActionId.NEW_RECOVERY_CODE: _spec(_STUDY, "New recovery code…"),
    ActionId.ENCRYPTION: _spec(_STUDY, "What “not encrypted” means…"),
    ActionId.PEOPLE: _spec(_STUDY, "People…"),
    ActionId.EXPORT: _spec(
        _STUDY,
        "Reports & export…",
        "Ctrl+E",
        tip="Write worker reports or the analysis package",
    ),
    ActionId.EXPORT_REGISTER: _spec(
        _STUDY,
        "Register of exports…",
        tip="What left the study: who, when and for what; verify a file",
    ),
    ActionId.QUIT: _spec(_STUDY, "Quit", "Ctrl+Q"),
    ActionId.PAGE_START: _spec(_PAGES, "Start", "Alt+1"),
    ActionId.PAGE_SESSIONS: _spec(_PAGES, "Sessions", "Alt+2"),
    ActionId.PAGE_CODING: _spec(_PAGES, "Coding", "Alt+3"),
    ActionId.PAGE_RELIABILITY: _spec(_PAGES, "Reliability", "Alt+4"),
    ActionId.PAGE_ANALYSIS: _spec(_PAGES, "Analysis", "Alt+5"),
    ActionId.PAGE_CONSENSUS: _spec(_PAGES, "Consensus", "Alt+6"),
    ActionId.PAGE_TRAINING: _spec(_PAGES, "Training", "Alt+7"),
    ActionId.PAGE_SUPERVISION: _spec(_PAGES, "Supervision", "Alt+8"),
    ActionId.PAGE_CODEBOOKS: _spec(_PAGES, "Codebooks", "Alt+9"),
    ActionId.FULL_SCREEN: _spec(_VIEW, "Full screen", "F11", checkable=True),
    ActionId.LARGER_TEXT: _spec(_VIEW, "Larger text", "Ctrl++", "Ctrl+="),
    ActionId.SMALLER_TEXT: _spec(_VIEW, "Smaller text", "Ctrl+-"),
    ActionId.NORMAL_TEXT: _spec(_VIEW, "Normal text size", "Ctrl+0"),
    ActionId.SCHEME_SYSTEM: _spec(_VIEW, "Colours as the system", checkable=True),
    ActionId.SCHEME_LIGHT: _spec(_VIEW, "Light colours", checkable=True),
    ActionId.SCHEME_DARK: _spec(_VIEW, "Dark colours", checkable=True),
    ActionId.FIND: _spec(_VIEW, "Find in the table", "Ctrl+F"),
    ActionId.REFRESH: _spec(_VIEW, "Compute again", "F5"),
    ActionId.COPY_TABLE: _spec(_VIEW, "Copy table", "Ctrl+Shift+C"),
    ActionId.SHORTCUTS: _spec(_HELP, "Shortcuts", "Ctrl+/"),
    ActionId.ABOUT: _spec(_HELP, "About PracticeCoder"),
    ActionId.PLAY_PAUSE: ActionSpec(
        text="Play or pause",
        group=_LISTENING,
        shortcuts=("Ctrl+Space", "F4", "Media Play", "Media Pause", "Toggle Media Play/Pause"),
        on_mac=("Alt+Space", "F4"),
    ),
    ActionId.BACK: _spec(_LISTENING, "Back", "F2", tip="Go back 5 seconds"),
    ActionId.FORWARD: _spec(_LISTENING, "Forward", "F3", tip="Go forward 5 seconds"),
    ActionId.REPLAY: _spec(_LISTENING, "Replay the last 10 seconds", "Shift+F2"),
    ActionId.SLOWER: _spec(_LISTENING, "Slower", "F7"),
    ActionId.FASTER: _spec(_LISTENING, "Faster", "F8"),
    ActionId.SECOND_SPEED: _spec(_LISTENING, "Second speed", "Shift+F7", checkable=True),
    ActionId.LOOP: _spec(_LISTENING, "Loop", "Ctrl+L", checkable=True),
    ActionId.PLAY_NEXT_GAP: _spec(
        _LISTENING,
        "Play the next gap",
        "Ctrl+G",
        tip="Go to the next stretch that was not heard yet",
    ),
    ActionId.SKIP_SILENCE: _spec(
        _LISTENING,
        "Skip silence",
        "Ctrl+Shift+S",
        tip="While playing, leave out stretches in which nobody speaks",
        checkable=True,
    ),
    ActionId.SPECTROGRAM: _spec(
        _LISTENING,
        "Spectrogram",
        "Ctrl+Shift+G",
        tip="Show the spectrogram of the visible stretch",
        checkable=True,
    ),
    ActionId.TIMELINE_TABLE: _spec(
        _LISTENING, "Timeline as a table", "Ctrl+Shift+T", tip="Everything on the timeline as rows"
    ),
    ActionId.EVIDENCE: _spec(_EVIDENCE, "Evidence at this moment", "F9"),
    ActionId.EVIDENCE_SPAN: _spec(_EVIDENCE, "Begin or end an evidence span", "Shift+F9"),
    ActionId.NOTE_STAMP: _spec(_EVIDENCE, "Time stamp into the note", "Ctrl+J"),
    ActionId.LINE_EVIDENCE: _spec(
        _EVIDENCE,
        "Evidence from the transcript",
        "Ctrl+Shift+E",
        tip="Make evidence of the selected text, or of the current line",
    ),
    ActionId.TRANSCRIPT: _spec(_EVIDENCE, "Transcript…", tip="Import or remove the transcript"),
    ActionId.RAISE_CONCERN: _spec(
        _EVIDENCE,
        "Raise a concern…",
        "Ctrl+Shift+H",
        tip="Tell the lead about possible harm that was heard",
    ),
    **{
        card: _spec(_RATING, f"Rating card {n}", f"Ctrl+{n}")
        for n, card in enumerate(CARDS, start=1)
    },
    ActionId.NEXT_UNRATED: _spec(_RATING, "Next card not yet rated", "F12"),
    ActionId.NEXT_PANEL: _spec(_RATING, "Next panel", "F6"),
    ActionId.PREVIOUS_PANEL: _spec(_RATING, "Previous panel", "Shift+F6"),
    ActionId.SUBMIT: _spec(_RATING, "Submit…", "Ctrl+Return", "Ctrl+Enter"),
    ActionId.NEXT_SESSION: _spec(
        _RATING, "Next session", "Ctrl+PgDown", tip="Open the next session of the queue"
    ),
    ActionId.WORKSPACE_LISTEN: _spec(_VIEW, "Listen workspace", "Ctrl+Shift+L", checkable=True),
    ActionId.WORKSPACE_RATE: _spec(_VIEW, "Rate workspace", "Ctrl+Shift+R", checkable=True),
    ActionId.WORKSPACE_COUNT: _spec(_VIEW, "Count workspace", "Ctrl+Shift+K", checkable=True),
    ActionId.RESET_LAYOUT: _spec(_VIEW, "Reset the layout"),
    ActionId.PALETTE: _spec(_HELP, "Find a command…", "Ctrl+Shift+P"),
    ActionId.PREFERENCES: _spec(_STUDY, "Preferences…", "Ctrl+,"),
    ActionId.UNDO: _spec(_EDITING, "Undo", "Ctrl+Z"),
    ActionId.REDO: _spec(_EDITING, "Redo", "Ctrl+Shift+Z", "Ctrl+Y"),
    ActionId.SAVE: _spec(
        _EDITING, "Saved already", "Ctrl+S", tip="Every act is saved as it is made"
    ),
    ActionId.CODEBOOK_PAGE: _spec(
        _HELP, "Codebook page", "F1", tip="Definition and levels of the current dimension"
    ),
}


def default_keys(action_id: ActionId, *, on_mac: bool | None = None) -> tuple[str, ...]:
    """Keys that an action comes with, by default those for the system this is."""
    spec = ACTIONS[action_id]
    mac = sys.platform == "darwin" if on_mac is None else on_mac
    return spec.on_mac if spec.on_mac and mac else spec.shortcuts


class ActionKeys(QObject):
    """Keys in force for every action; what shows or uses a key follows ``changed``."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: Mapping[ActionId, tuple[str, ...]] = {}

    def of(self, action_id: ActionId) -> tuple[str, ...]:
        """Keys of an action as portable texts; its own while nobody chose others."""
        return self._keys.get(action_id, default_keys(action_id))

    def put_in_force(self, keys: Mapping[ActionId, tuple[str, ...]]) -> None:
        """Give actions other keys, at once and wherever they are; the rest have their own."""
        self._keys = dict(keys)
        self.changed.emit()


@cache
def action_keys() -> ActionKeys:
    """The keys in force."""
    return ActionKeys()


def key_sequences(action_id: ActionId) -> list[QKeySequence]:
    """Keys in force for an action, the one shown in menus first."""
    portable = QKeySequence.SequenceFormat.PortableText
    return [QKeySequence.fromString(text, portable) for text in action_keys().of(action_id)]


def shortcut_text(action_id: ActionId) -> str:
    """First key of an action as this system writes it; empty if it has none."""
    keys = key_sequences(action_id)
    return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def action_text(action_id: ActionId) -> str:
    """Words of an action in the language of the window."""
    return translate(ACTION_WORDS, ACTIONS[action_id].text)


def tip_text(action_id: ActionId, *, with_key: bool = True) -> str:
    """Tooltip of an action: what it does and its first key."""
    spec = ACTIONS[action_id]
    words = translate(ACTION_WORDS, spec.tip) or action_text(action_id).rstrip("…")
    keys = shortcut_text(action_id) if with_key else ""
    return f"{words} ({keys})" if keys else words


def follow_keys(owner: QObject, show: Callable[[], object]) -> None:
    """Show something that names a key, and show it again whenever keys change.

    It ends with the owner.
    """
    _Follower(owner, show)


def show_tip(widget: QWidget, action_id: ActionId) -> None:
    """Give a widget the tooltip of an action; its key stays the one in force."""
    follow_keys(widget, lambda: widget.setToolTip(tip_text(action_id)))


class _Follower(QObject):
    """Child of what shows a key: it goes with its parent."""

    def __init__(self, owner: QObject, show: Callable[[], object]) -> None:
        super().__init__(owner)
        self._show = show
        action_keys().changed.connect(self._show_again)
        show()

    def _show_again(self) -> None:
        self._show()


def make_action(
    action_id: ActionId,
    owner: QWidget,
    triggered: Callable[[], object],
    *,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> QAction:
    """Make the action as a child of its owner, ready for menus, buttons and its shortcut.

    A hidden or disabled owner's shortcuts are silent, so pages may share keys as long as only
    one of them is shown. ``triggered`` is called without arguments.
    """
    spec = ACTIONS[action_id]
    action = QAction(action_text(action_id).replace("&", "&&"), owner)  # no letter to press
    action.setObjectName(action_id.value)
    action.setShortcutContext(context)
    follow_keys(action, lambda: _show_keys(action, action_id))
    action.setCheckable(spec.checkable)
    action.triggered.connect(lambda _checked=False: triggered())
    owner.addAction(action)
    return action


def _show_keys(action: QAction, action_id: ActionId) -> None:
    action.setShortcuts(key_sequences(action_id))
    action.setToolTip(tip_text(action_id))
