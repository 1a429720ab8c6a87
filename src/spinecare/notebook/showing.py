"""What is shown of a value, before any format: a title, lines, tables, figures."""

from __future__ import annotations

from attrs import frozen

from spinecare.figures import Figure


@frozen
class Cell:
    """One cell of a table."""

    text: str = ""
    """What it says; lines are told apart by line breaks."""
    is_id: bool = False
    """Whether it is an id, to be copied into code."""
    figure: Figure | None = None
    """A picture in its place."""


@frozen(kw_only=True)
class Table:
    """Rows under a head."""

    about: str
    """What it lists."""
    is_headed: bool = False
    """Whether that is said above it; else only to a reader who does not see it."""
    head: tuple[str, ...]
    """The names of its columns."""
    rows: tuple[tuple[Cell, ...], ...]
    """Its rows, as many cells in each as there are names."""


@frozen(kw_only=True)
class Showing:
    """What is shown of one value."""

    title: str
    """What it is."""
    id: str = ""
    """Its id, where it has one to be copied into code."""
    lines: tuple[str, ...] = ()
    """What to say of it first, a paragraph each."""
    figure: Figure | None = None
    """Its picture."""
    is_wide: bool = False
    """Whether the picture is a plot, as wide as the text."""
    tables: tuple[Table, ...] = ()
    """Its tables, in order."""
    notes: tuple[str, ...] = ()
    """What to say below them."""


def row(*texts: str) -> tuple[Cell, ...]:
    """Return a row of plain cells."""
    return tuple(map(Cell, texts))
