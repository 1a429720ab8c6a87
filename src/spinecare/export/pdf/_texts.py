"""The texts of a handout, made fit to be set."""

from __future__ import annotations

import re
from typing import Any, Final

import attrs

from spinecare.handout import Handout, HandoutTicks
from spinecare.wording import is_web_address

_LONG_TITLE: Final = 48
"""Characters of a title that stand beside the period in the head of a page."""
_TOGETHER: Final = re.compile(
    r"(?<=\d) (?=(?:s|min|h|kg|cm)\b)|(?<=\b[A-Z]) (?=\d)|(?<=\bmin) (?=\d)"
)
"""The space within `5 s`, `A 3` and `1 min 20 s`, where no line should end."""
_FORBIDDEN: Final = re.compile("[\ufeff\ufffe\uffff]")
"""What no PDF/UA may hold and nobody sees: marks of byte order, and what is no character."""
_LONG_WORD: Final = re.compile(r"[A-Z@%]{11}(?=[A-Z@%])|(?:(?!://)[^\s\u200b]){24}(?=\S)")
"""So many characters without a space that a narrow column may not hold them."""


def texts_to_set(content: Handout) -> dict[str, Any]:
    """Return a handout as plain data for the template; of boxes to tick, how many a day has.

    A source has its `url` as it is to be set, and the `address` that a link leads to: empty where
    the `url` is no plain web address.
    """
    data = attrs.asdict(content, value_serializer=_to_set)
    for told, source in zip(data["sources"], content.sources, strict=True):
        told["address"] = source.url if is_web_address(source.url) else ""
    return data


def _to_set(owner: object, _: object, value: object) -> object:
    """Return a value of a field; `owner` is `None` for the members of a list."""
    if isinstance(value, str):
        text = _TOGETHER.sub("\u00a0", _FORBIDDEN.sub("", value))
        return _LONG_WORD.sub("\\g<0>\u200b", text)
    if isinstance(owner, HandoutTicks) and value is owner.days:
        return [len(day) for day in owner.days]
    return value


def shortened(title: str) -> str:
    """Return a title that fits the head of a page."""
    return title if len(title) <= _LONG_TITLE else f"{title[: _LONG_TITLE - 1].rstrip()}…"
