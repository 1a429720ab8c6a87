"""How values show themselves in a notebook: the one place where the model looks upwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from spinecare.notebook import Showable


class Printer(Protocol):
    """What IPython, and Hypothesis after it, print text by."""

    indentation: int
    """How deep it is inside other values."""

    def text(self, text: str, /) -> None:
        """Print text."""


class ShownInNotebooks:
    """What a notebook asks a value for; the rest of the library does without it.

    The import waits for the first notebook that asks, so that the model stays light and pure.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        from spinecare.notebook import html_of

        return html_of(cast("Showable", self))

    def _repr_markdown_(self) -> str:
        """Return what a notebook shows that has no HTML."""
        from spinecare.notebook import markdown_of

        return markdown_of(cast("Showable", self))


class ShownBriefly(ShownInNotebooks):
    """The same for values whose `repr` is long: a plan's is megabytes.

    A notebook keeps the text of a value beside its table, also where nobody sees it.
    """

    __slots__ = ()

    def __str__(self) -> str:
        """Return the table as text, as `print` shows it; `repr` has every field."""
        from spinecare.notebook import markdown_of

        return markdown_of(cast("Showable", self)).rstrip("\n")

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        """Print the table as text; inside another value one line."""
        del cycle  # a value never holds itself
        from spinecare.notebook import line_of, markdown_of

        value = cast("Showable", self)
        printer.text(line_of(value) if printer.indentation else markdown_of(value).rstrip("\n"))
