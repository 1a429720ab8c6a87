"""A finished picture."""

from __future__ import annotations

from typing import cast

from attrs import field, frozen

from spinecare.errors import InvalidValueError, MissingExtraError


@frozen(kw_only=True)
class Figure:
    """A picture as SVG, with the words for those who do not see it.

    A notebook shows it by itself. Equal input gives the same bytes.
    """

    svg: str = field(repr=False)
    """The picture: one SVG element that fetches nothing and runs no script.

    Pictures of bodies have no text in them, plots have, in a font of the reader's machine.
    """
    title: str
    """What it is: exercise, side, frame."""
    description: str
    """What is seen, in words: one sentence about a body, the numbers of a plot."""
    width: int
    """The width of the view box, in units; in pictures of bodies a body's height is 1000."""
    height: int
    """The height of the view box, in units."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the view box."""
        return self.width, self.height

    def png(self, *, width: int = 700) -> bytes:
        """Return the picture as PNG, on a see-through ground.

        Words of a plot are in a font of this machine, and missing where it has none.

        Args:
            width: Width in pixels, 16 to 8192; the height follows.

        Raises:
            MissingExtraError: `resvg-py` is not installed: the extra `[png]`.
            InvalidValueError: A width that is none.
        """
        if cast("object", type(width)) is not int or not 16 <= width <= 8192:
            raise InvalidValueError.of("width", "a whole number of pixels from 16 to 8192", width)
        try:
            import resvg_py
        except ImportError as error:
            raise MissingExtraError("a picture as PNG", "resvg-py", "png") from error
        return bytes(resvg_py.svg_to_bytes(svg_string=self.svg, width=width))

    def _repr_svg_(self) -> str:
        """Return what a notebook shows."""
        return self.svg
