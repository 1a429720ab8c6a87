"""Text of people and catalogues, made fit to be shown."""

from __future__ import annotations

import re

_SPACES = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029 ]+")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAFE_URL = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*")


def clean(text: str) -> str:
    """Return text as one line: breaks are spaces, what cannot be seen or written is gone.

    Control characters and the marks that turn the direction of writing around are dropped, lone
    surrogates become U+FFFD; nothing else changes.
    """
    line = _UNSEEN.sub("", _SPACES.sub(" ", text))
    return _SURROGATE.sub("\ufffd", line).strip()


def shown(text: str) -> str:
    """Return text as `clean` does; a dash for text in which nothing can be seen."""
    return clean(text) or "–"


def sentence(text: str) -> str:
    """Return text as `clean` does, with a full stop where it ends without any."""
    line = clean(text)
    return line if line.endswith((".", "!", "?", "…", ":")) else f"{line}."


def is_web_address(text: str) -> bool:
    """Whether text is a plain web address, in nothing but characters that are safe in one."""
    return bool(_SAFE_URL.fullmatch(text))
