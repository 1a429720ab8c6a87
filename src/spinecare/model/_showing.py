"""How values show themselves in a notebook: the one place where the model looks upwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spinecare.notebook import Showable


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
