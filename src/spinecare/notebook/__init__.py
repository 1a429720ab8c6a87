"""What a notebook shows of a plan, week, session, exercise, routine, catalogue, journal, review.

The values' own `_repr_html_` and `_repr_markdown_` call these functions; a program that shows
values in another place may call them too. Every text of a person or a catalogue comes out as text.
"""

from __future__ import annotations

from spinecare.notebook.choosing import Showable, showing_of
from spinecare.notebook.page import page
from spinecare.notebook.prose import prose
from spinecare.wording import clean

__all__ = ["Showable", "html_of", "line_of", "markdown_of"]


def html_of(value: Showable) -> str:
    """Return a value as a piece of HTML: a table or two, with figures where there is room.

    It needs no style sheet and no script, takes its colours from the page around it, and stays
    below 60 kB where texts are of usual length.

    Args:
        value: A plan, week, session, exercise, routine, catalogue, journal or review.

    Returns:
        One `div`.

    Raises:
        InvalidValueError: Another value.
    """
    return page(showing_of(value, with_pictures=True))


def markdown_of(value: Showable) -> str:
    """Return a value as Markdown: the same as `html_of`, without figures.

    Args:
        value: A plan, week, session, exercise, routine, catalogue, journal or review.

    Returns:
        Paragraphs and tables, with a line break at the end.

    Raises:
        InvalidValueError: Another value.
    """
    return prose(showing_of(value, with_pictures=False))


def line_of(value: Showable) -> str:
    """Return a value as one line of text: what it is and its title.

    Args:
        value: A plan, week, session, exercise, routine, catalogue, journal or review.

    Returns:
        A line such as `<WeeklyPlan: Week 1, 23 to 29 Nov>`.

    Raises:
        InvalidValueError: Another value.
    """
    return f"<{type(value).__name__}: {clean(showing_of(value, with_pictures=False).title)}>"
