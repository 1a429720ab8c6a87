"""Pictures inside a page, without a request."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

from spinecare.figures import Figure
from spinecare.wording import clean

_AS_IT_IS = " !$'()*+,/:;=?@[]{}|~"
"""Characters that an address of this kind keeps, so that it stays short; no double quote."""
_WORDS = re.compile(r' aria-labelledby="[^"]*"|<title.*?</title>|<desc.*?</desc>', re.DOTALL)


def encoded(figure: Figure) -> str:
    """Return a picture as an address that holds it, safe inside quotes.

    Its words are left out, since the element that shows it says them.
    """
    svg = _WORDS.sub("", figure.svg)
    if "'" not in svg:  # the shorter kind of quote, where nothing is quoted by it yet
        svg = svg.replace('"', "'")
    return f"data:image/svg+xml,{quote(svg, safe=_AS_IT_IS, errors='replace')}"


def picture(figure: Figure, *, width: int) -> str:
    """Return a picture as an element, on white: its lines are dark, whatever the page is.

    Args:
        figure: The picture.
        width: Its width in pixels.
    """
    height = round(width * figure.height / figure.width)
    text = escape(clean(figure.description))
    return (
        f'<img src="{encoded(figure)}" alt="{text}" width="{width}" height="{height}" '
        'style="background:#fff;border-radius:6px;max-width:none">'
    )
