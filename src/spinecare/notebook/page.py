"""A showing as HTML: inline styles only, colours of the page around it."""

from __future__ import annotations

from html import escape

from spinecare.notebook.pictures import picture
from spinecare.notebook.showing import Cell, Showing, Table
from spinecare.wording import clean

_SMALL, _LARGE = 96, 260
_SHORT = 12  # characters
_ROW = "background:transparent;border-bottom:1px solid rgba(128,128,128,.45)"
"""Lines between rows: seen on light and on dark ground, and nothing is read from them."""
_CELL = "text-align:left;padding:.3em .6em"
"""Notebooks set numbers of data frames to the right; words begin at the left."""
_CAPTION = "caption-side:top;text-align:left;color:inherit;font-weight:bold"
"""Some notebooks set captions below their tables, in grey."""


def page(showing: Showing) -> str:
    """Return a showing as one `div`."""
    id = f" <code>{_text(showing.id)}</code>" if showing.id else ""
    parts = [f"<p><strong>{_text(showing.title)}</strong>{id}</p>"]
    if showing.figure is not None:
        width = showing.figure.width if showing.is_wide else _LARGE
        parts.append(f"<p>{picture(showing.figure, width=width)}</p>")
    parts += (f"<p>{_text(line)}</p>" for line in showing.lines)
    parts += (_table(table) for table in showing.tables)
    parts += (f"<p>{_text(note)}</p>" for note in showing.notes)
    return f'<div style="max-width:60em">{"".join(parts)}</div>'


def _text(text: str) -> str:
    return escape(clean(text)) or "–"


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(name)}</th>' for name in table.head)
    rows = "".join(_row(row) for row in table.rows)
    style = 'style="border-collapse:collapse;margin:.5em 0"'
    opening = f'<table aria-label="{escape(table.about)}" {style}>'
    if table.is_headed:
        opening = f'<table {style}><caption style="{_CAPTION}">{escape(table.about)}</caption>'
    return f'{opening}<thead><tr style="{_ROW}">{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(row: tuple[Cell, ...]) -> str:
    cells = "".join(f'<td style="{_CELL}">{_cell(cell)}</td>' for cell in row)
    return f'<tr style="{_ROW}">{cells}</tr>'


def _cell(cell: Cell) -> str:
    if cell.figure is not None:
        return picture(cell.figure, width=_SMALL)
    lines = [escape(_together(clean(line))) for line in cell.text.split("\n")]
    text = "<br>".join(line for line in lines if line)
    return f'<code style="white-space:nowrap">{text}</code>' if cell.is_id else text


def _together(line: str) -> str:
    """Keep a few short words in one line, such as a date or a time."""
    return line.replace(" ", "\u00a0") if len(line) <= _SHORT else line
