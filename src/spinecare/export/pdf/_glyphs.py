"""Characters that no font can show: found, and told with the place where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from spinecare.errors import MissingGlyphError


def missing_glyphs(content: object, shows: Callable[[str], bool]) -> MissingGlyphError | None:
    """Return what to say of the first text that cannot be shown; `None` where all can.

    Args:
        content: Texts in lists and mappings, as the template gets them.
        shows: Whether the fonts have all of a text.
    """
    texts = [(path, text) for path, text in _texts(content) if not text.isascii()]
    letters = sorted({letter for _, text in texts for letter in text if not letter.isascii()})
    missing = tuple(letter for letter in letters if not shows(letter))
    for path, text in texts:
        if not set(missing).isdisjoint(text) or not (missing or shows(text)):
            return MissingGlyphError(path, text, missing)
    return None


def _texts(content: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text with its place: `cards[3].name`."""
    if isinstance(content, str):
        yield path, content
    elif isinstance(content, list | tuple):
        for index, item in enumerate(cast("list[object]", content)):
            yield from _texts(item, f"{path}[{index}]")
    elif isinstance(content, dict):
        for key, item in cast("dict[str, object]", content).items():
            yield from _texts(item, f"{path}.{key}" if path else key)
