"""The data dictionary as one page for a browser."""

from __future__ import annotations

from html import escape
from itertools import groupby

from practicecoder.export.table import Cell, Table
from practicecoder.export.writers.csv_writer import plain_text

_STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "caption{text-align:left;font-weight:600;padding:1.5rem 0 .5rem}"
    "th,td{border-bottom:1px solid #ccc;padding:.3rem .6rem .3rem 0;text-align:left;"
    "vertical-align:top}"
    "@media(prefers-color-scheme:dark){body{background:#1e1e1e;color:#f2f2f2}}"
)


def dictionary_page(dictionary: Table, *, title: str) -> str:
    """Page with a table of variables for each file; it loads nothing from elsewhere."""
    parts = [
        "<!doctype html>",
        '<html lang="en-GB"><head><meta charset="utf-8">',
        f"<title>{_text(title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{_text(title)}</h1>",
    ]
    heading = "".join(f'<th scope="col">{_text(c.label)}</th>' for c in dictionary.columns[1:])
    for file, rows in groupby(dictionary.rows, key=lambda row: row[0]):
        parts.append(f"<table><caption>{_text(file)}</caption><thead><tr>{heading}</tr></thead>")
        parts.append("<tbody>")
        for _, name, *others in rows:
            cells = "".join(f"<td>{_text(cell)}</td>" for cell in others)
            parts.append(f'<tr><th scope="row">{_text(name)}</th>{cells}</tr>')
        parts.append("</tbody></table>")
    return "\n".join([*parts, "</body></html>", ""])


def _text(cell: Cell) -> str:
    return "" if cell is None else escape(plain_text(str(cell)))
