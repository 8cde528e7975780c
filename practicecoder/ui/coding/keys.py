"""What the keys of the coding page do: its actions, and the commands of the bare keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from practicecoder.domain.coding import Polarity
from practicecoder.ui.actions import CARDS, ActionId
from practicecoder.ui.coding.cards import CardColumn
from practicecoder.ui.coding.evidence import EvidencePanel
from practicecoder.ui.coding.listening import ListeningPanel
from practicecoder.ui.coding.notes import NotesPanel
from practicecoder.ui.coding.questions import QuestionField
from practicecoder.ui.coding.transcript.panel import TranscriptPanel
from practicecoder.ui.keys.bare import Command
from practicecoder.ui.widgets.rating_card import RatingCard

Act = Callable[[], object]
Kind = TypeVar("Kind", bound=QWidget)

LISTENING_ACTIONS = (
    ActionId.PLAY_PAUSE,
    ActionId.BACK,
    ActionId.FORWARD,
    ActionId.REPLAY,
    ActionId.SLOWER,
    ActionId.FASTER,
    ActionId.SECOND_SPEED,
    ActionId.LOOP,
    ActionId.PLAY_NEXT_GAP,
    ActionId.SKIP_SILENCE,
    ActionId.SPECTROGRAM,
    ActionId.TIMELINE_TABLE,
)
"""Actions that the listening area carries out by itself."""


class KeyedPage(Protocol):
    """The panels and acts of a page that keys reach."""

    listening: ListeningPanel
    evidence: EvidencePanel
    transcript: TranscriptPanel
    notes: NotesPanel
    cards: CardColumn

    def make_evidence(self) -> None:
        """Note evidence at this moment."""

    def open_transcript(self) -> None:
        """Go to the transcript and what can be done with it."""

    def begin_or_end_span(self) -> None:
        """Begin or end a span of evidence."""

    def stamp_note(self) -> None:
        """Write the time into the text being typed."""

    def go_to_next_unrated(self) -> None:
        """Go to the next card not yet rated."""

    def next_panel(self, step: int) -> None:
        """Go to another panel."""

    def ask_to_submit(self) -> None:
        """Show the submit sheet."""

    def undo(self) -> None:
        """Undo the last act."""

    def redo(self) -> None:
        """Redo the act undone last."""

    def answer_save(self) -> None:
        """Say that everything is saved."""

    def show_codebook_page(self) -> None:
        """Show the codebook's page on the card used last."""


def page_actions(page: KeyedPage) -> Mapping[ActionId, Act]:
    """F- and Ctrl-keys: they act everywhere on the page, also while typing."""
    return {
        **{
            action_id: lambda a=action_id: page.listening.act(a)  # type: ignore[misc]  # bound early
            for action_id in LISTENING_ACTIONS
        },
        **{
            action_id: lambda n=number: page.cards.go_to_number(n)  # type: ignore[misc]  # as above
            for number, action_id in enumerate(CARDS, start=1)
        },
        ActionId.EVIDENCE: page.make_evidence,
        ActionId.EVIDENCE_SPAN: page.begin_or_end_span,
        ActionId.LINE_EVIDENCE: page.transcript.make_evidence,
        ActionId.TRANSCRIPT: page.open_transcript,
        ActionId.NOTE_STAMP: page.stamp_note,
        ActionId.NEXT_UNRATED: page.go_to_next_unrated,
        ActionId.NEXT_PANEL: lambda: page.next_panel(1),
        ActionId.PREVIOUS_PANEL: lambda: page.next_panel(-1),
        ActionId.SUBMIT: page.ask_to_submit,
        ActionId.UNDO: page.undo,
        ActionId.REDO: page.redo,
        ActionId.SAVE: page.answer_save,
        ActionId.CODEBOOK_PAGE: page.show_codebook_page,
    }


def bare_commands(page: KeyedPage) -> Mapping[Command, Act]:
    """Bare keys: the dispatcher says where they act."""
    listening, evidence, notes = page.listening, page.evidence, page.notes
    return {
        Command.PLAY_PAUSE: lambda: listening.act(ActionId.PLAY_PAUSE),
        Command.BACK: lambda: listening.act(ActionId.BACK),
        Command.FORWARD: lambda: listening.act(ActionId.FORWARD),
        Command.SMALL_BACK: lambda: listening.small_step(-1),
        Command.SMALL_FORWARD: lambda: listening.small_step(1),
        Command.FINE_BACK: lambda: listening.small_step(-1, fine=True),
        Command.FINE_FORWARD: lambda: listening.small_step(1, fine=True),
        Command.PAUSE: listening.pause,
        Command.PLAY_FASTER: listening.play_or_faster,
        Command.LOOP_IN: listening.looping.begin,
        Command.LOOP_OUT: listening.looping.end,
        Command.LOOP: listening.looping.toggle,
        Command.EVIDENCE: page.make_evidence,
        Command.STRENGTH: lambda: evidence.set_polarity(Polarity.STRENGTH),
        Command.TO_BUILD: lambda: evidence.set_polarity(Polarity.TO_BUILD),
        Command.PLAY: lambda: listening.player.play(),
        Command.SPAN: page.begin_or_end_span,
        **_card_commands(),
        Command.EDIT: evidence.edit_selected,
        Command.PLAY_FROM: evidence.play_selected,
        Command.REMOVE: evidence.remove_selected,
        Command.STRENGTH_OF_SELECTED: lambda: evidence.set_polarity(
            Polarity.STRENGTH, of_selected=True
        ),
        Command.TO_BUILD_OF_SELECTED: lambda: evidence.set_polarity(
            Polarity.TO_BUILD, of_selected=True
        ),
        Command.EDIT_NOTE: notes.edit_selected,
        Command.PLAY_FROM_NOTE: notes.play_selected,
        Command.REMOVE_NOTE: notes.remove_selected,
        Command.CLEAR_ANSWER: _clear_answer,
        Command.LINE_EVIDENCE: page.transcript.make_evidence,
        Command.PLAY_LINE: page.transcript.play_current,
    }


def _card_commands() -> Mapping[Command, Act]:
    def on_card(act: Callable[[RatingCard], object]) -> Act:
        def do() -> None:
            card = _around_focus(RatingCard)
            if card is not None:
                act(card)

        return do

    return {
        Command.UP: on_card(lambda card: card.move_highlight(up=True)),
        Command.DOWN: on_card(lambda card: card.move_highlight(up=False)),
        Command.RATE_AND_GO_ON: on_card(RatingCard.rate_and_go_on),
        Command.RATE: on_card(RatingCard.rate_highlighted),
        Command.NOT_APPLICABLE: on_card(RatingCard.rule_out),
        Command.UNSURE: on_card(RatingCard.toggle_unsure),
        Command.CLEAR: on_card(RatingCard.clear),
    }


def _clear_answer() -> None:
    field = _around_focus(QuestionField)
    if field is not None:
        field.clear()


def around(widget: QWidget | None, kind: type[Kind]) -> Kind | None:
    """Widget of a kind that a widget is or lies in; None if there is none."""
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget


def _around_focus(kind: type[Kind]) -> Kind | None:
    return around(QApplication.focusWidget(), kind)
