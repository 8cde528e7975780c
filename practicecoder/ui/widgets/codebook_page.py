"""The codebook's page on one dimension: definition, levels, what to listen for, what it is not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook, Dimension
from practicecoder.services.decisions import Addendum
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.languages.days import day_in_words
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE


class CodebookPage(QDialog):
    """Shows all that the codebook says about a dimension, to be read beside the coding.

    What the laboratory agreed about it stands below, as addenda.
    """

    def __init__(
        self,
        codebook: Codebook,
        dimension: Dimension,
        addenda: Sequence[Addendum],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{dimension.label} · {codebook.codebook_id} {codebook.version}")
        self.resize(620, 640)
        self._text = QTextBrowser(self)
        self._text.setOpenLinks(False)
        self._text.setHtml(page_html(codebook, dimension, addenda))
        self._text.document().setDocumentMargin(DOUBLE)
        name(self._text, self.tr("Codebook page of {0}").format(dimension.label))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._text, 1)
        layout.addWidget(buttons)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)


def page_html(codebook: Codebook, dimension: Dimension, addenda: Sequence[Addendum] = ()) -> str:
    """Everything the codebook and its addenda say about a dimension, as simple HTML."""
    parts = [
        f"<h2>{escape(dimension.label)}</h2>",
        _paragraphs(dimension.definition),
        f"<h3>{_tr('Levels')}</h3>",
        _levels(dimension),
        _list(_tr("Listen for, higher"), dimension.listen_for_higher),
        _list(_tr("Listen for, lower"), dimension.listen_for_lower),
    ]
    if dimension.not_this:
        parts += [f"<h3>{_tr('Not to be confused with')}</h3>", _paragraphs(dimension.not_this)]
    parts += [f"<h3>{_tr('Not applicable')}</h3>", _not_applicable(codebook, dimension)]
    parts.append(addenda_html(addenda))
    if dimension.origin:
        parts.append(f"<p><i>{escape(dimension.origin)}</i></p>")
    return "\n".join(part for part in parts if part)


def addenda_html(addenda: Sequence[Addendum]) -> str:
    """What the laboratory agreed about an item, latest first; empty if there is nothing."""
    if not addenda:
        return ""
    lines = "".join(
        f"<p>{_headed(addendum)}<br/>{'<br/>'.join(escape(addendum.text).splitlines())}</p>"
        for addendum in reversed(addenda)
    )
    return f"<h3>{_tr('Agreed in this laboratory')}</h3>{lines}"


def _headed(addendum: Addendum) -> str:
    day = f"<b>{day_in_words(addendum.decided_at.astimezone(), in_full=True)}</b>"
    return _tr("{0}, version {1}").format(day, escape(addendum.version))


def _paragraphs(text: str) -> str:
    blocks = text.strip().split("\n\n")
    return "".join(f"<p>{escape(' '.join(block.split()))}</p>" for block in blocks if block)


def _levels(dimension: Dimension) -> str:
    rows = []
    for level in sorted(dimension.levels, key=lambda each: -each.value):
        start = f" ◇ {_tr('start')}" if level.value == dimension.scale.anchor else ""
        head = f"<b>{level.value}</b>{start}"
        title = f"<b>{escape(level.name)}.</b> " if level.name else ""
        text = escape(" ".join(level.text.split()))
        rows.append(
            f"<tr><td style='white-space: nowrap; padding: 4px 12px 4px 0'>{head}</td>"
            f"<td style='padding: 4px 0'>{title}{text}</td></tr>"
        )
    return f"<table>{''.join(rows)}</table>"


def _list(title: str, items: Iterable[str]) -> str:
    lines = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<h3>{title}</h3><ul>{lines}</ul>" if lines else ""


def _not_applicable(codebook: Codebook, dimension: Dimension) -> str:
    rule, lines = dimension.not_applicable_when, []
    if rule is not None:
        question = codebook.question(rule.question_id)
        answer = (
            {True: _tr("yes"), False: _tr("no")}.get(rule.equals)
            if isinstance(rule.equals, bool)
            else str(rule.equals)
        )
        reason = codebook.reason(rule.reason_id).label
        lines.append(
            escape(
                _tr("If “{0}” is answered “{1}”: {2}. The dimension is then ruled out by itself.")
            ).format(escape(question.prompt), escape(str(answer)), escape(reason))
        )
    kept = None if rule is None else rule.reason_id
    lines += [
        escape(reason.label)
        for reason in codebook.reasons_for(dimension.dimension_id)
        if reason.reason_id != kept
    ]
    if not lines:
        return f"<p>{_tr('This dimension is always rated.')}</p>"
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def _tr(text: str) -> str:
    return translate("Codebook", text)
