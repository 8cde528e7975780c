"""The codebook's page on one count code: what it is, what belongs to it, when unsure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook, CountCode
from practicecoder.services.decisions import Addendum
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE
from practicecoder.ui.widgets.codebook_page import addenda_html

UNSURE = Words({"other": "the other code in question", "no_code": "no code"})
"""Words of a codebook for what is coded when unsure, besides the codes themselves."""


class CodePage(QDialog):
    """Shows all that the codebook says about a count code, to be read beside the counting.

    What the laboratory agreed about it stands below, as addenda.
    """

    def __init__(
        self, codebook: Codebook, code: CountCode, addenda: Sequence[Addendum], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{code.label} · {codebook.codebook_id} {codebook.version}")
        self.resize(560, 560)
        self._text = QTextBrowser(self)
        self._text.setOpenLinks(False)
        self._text.setHtml(code_html(codebook, code, addenda))
        self._text.document().setDocumentMargin(DOUBLE)
        name(self._text, self.tr("Codebook page of {0}").format(code.label))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._text, 1)
        layout.addWidget(buttons)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)


def code_html(codebook: Codebook, code: CountCode, addenda: Sequence[Addendum] = ()) -> str:
    """Everything the codebook and its addenda say about a count code, as simple HTML."""
    parts = [
        f"<h2>{escape(code.label)}</h2>",
        f"<p><i>{escape(_place(codebook, code))}</i></p>",
        f"<p>{escape(' '.join(code.definition.split()))}</p>",
        _list(_tr("Belongs here"), code.includes),
        _list(_tr("Does not belong here"), code.excludes),
        _list(_tr("In one volley and utterance"), rules_in_words(codebook, code)),
    ]
    if code.when_unsure_use:
        words = UNSURE.get(code.when_unsure_use) or codebook.label(code.when_unsure_use)
        choose = escape(_tr("Choose {0}.").format(words))
        parts.append(f"<h3>{_tr('When unsure')}</h3><p>{choose}</p>")
    parts.append(addenda_html(addenda))
    return "\n".join(part for part in parts if part)


def rules_in_words(codebook: Codebook, code: CountCode) -> tuple[str, ...]:
    """Say what the rules of volley and utterance do to a code."""
    rules = []
    rivals = [
        other.label
        for other in codebook.counts
        if other.volley_slot and other.volley_slot == code.volley_slot and other != code
    ]
    if codebook.parsing.once_per_slot_per_volley and code.volley_slot:
        rules.append(_tr("Counts at most once in a volley."))
        if rivals:
            order = codebook.parsing.slot_precedence.get(code.volley_slot, ())
            first = codebook.label(order[0]) if order else _tr("the one marked first")
            told = _tr("Shares its slot with {0}; {1} counts.")
            rules.append(told.format(", ".join(rivals), first))
    if code.gives_way_to:
        winners = ", ".join(codebook.label(other) for other in code.gives_way_to)
        rules.append(_tr("Gives way to {0} in the same utterance.").format(winners))
    return tuple(rules)


def _place(codebook: Codebook, code: CountCode) -> str:
    group = codebook.groups.get(code.group, "")
    key = _tr("key {0}").format(code.key.upper())
    return " · ".join(part for part in (code.abbr, group, key) if part)


def _list(title: str, items: Iterable[str]) -> str:
    lines = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<h3>{title}</h3><ul>{lines}</ul>" if lines else ""


def _tr(text: str) -> str:
    return translate("Codebook", text)
