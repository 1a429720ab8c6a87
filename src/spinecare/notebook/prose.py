"""A showing as Markdown: the same in all readers, readable raw."""

from __future__ import annotations

from spinecare.export.markdown.text import plain, strong, table
from spinecare.notebook.showing import Cell, Showing, Table


def prose(showing: Showing) -> str:
    """Return a showing as paragraphs and tables."""
    id = f" ({plain(showing.id)})" if showing.id else ""
    parts = [f"**{plain(showing.title)}**{id}"]
    parts += map(plain, showing.lines)
    parts += map(_table, showing.tables)
    parts += map(plain, showing.notes)
    return "\n\n".join(parts) + "\n"


def _table(shown: Table) -> str:
    drawn = table(shown.head, [tuple(map(_cell, row)) for row in shown.rows])
    return f"{strong(shown.about)}\n\n{drawn}" if shown.is_headed else drawn


def _cell(cell: Cell) -> str:
    return "; ".join(plain(line) for line in cell.text.split("\n") if line.strip()) or " "
