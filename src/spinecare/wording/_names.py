"""What things are called whose catalogue is not at hand."""

from __future__ import annotations

from collections.abc import Iterable

from spinecare.model import Advice, Catalogue, Exercise, Routine
from spinecare.wording._clean import clean


def name_of(id: str, catalogues: Iterable[Catalogue]) -> str:
    """Return the name of an exercise, routine or advice.

    Args:
        id: Its id.
        catalogues: What may have it, the one to ask first at the beginning.

    Returns:
        The first name in which something can be seen, or the words of the id.
    """
    for catalogue in catalogues:
        things: tuple[Exercise | Routine | Advice, ...]
        things = (*catalogue.entries, *catalogue.routines, *catalogue.advice)
        for item in things:
            if item.id == id and clean(item.name):
                return item.name
    return words_of(id)


def words_of(id: str) -> str:
    """Return an id as words: `Neck 2 rotation`."""
    return id.replace("-", " ").capitalize()
