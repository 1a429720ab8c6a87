"""One place of one reason of one explanation, to be recomputed."""

from __future__ import annotations

from typing import NamedTuple

from spinecare.explanation import Explanation, Reason
from tests.explanation.book import Book

Numbers = dict[str, float]


class Case(NamedTuple):
    """What a reason says about one of its places."""

    book: Book
    why: Explanation
    reason: Reason
    place: str
    """The id of a session, a date, or nothing for the whole plan."""
