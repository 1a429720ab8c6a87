"""What the validators of the model's fields ask for, as keywords of JSON Schema."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable
from typing import Any, TypeAlias

from spinecare.model import _reading as reading

Keywords: TypeAlias = dict[str, Any]

WORD = "^[A-Za-z0-9-]*[A-Za-z0-9][A-Za-z0-9-]*$"
"""`word` of `spinecare.model._reading`: letters, digits and hyphens, not hyphens alone."""
_YEAR = "(19[7-9][0-9]|2[01][0-9]{2})"
assert (reading.FIRST_DAY.year, reading.LAST_DAY.year) == (1970, 2199), "write _YEAR anew"  # noqa: S101

_PLAIN: dict[Any, Keywords] = {
    reading.word: {"pattern": WORD},
    reading.words: {"items": {"pattern": WORD}, "uniqueItems": True},
    reading.zone: {"pattern": "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$"},
    reading.not_blank: {"pattern": r"\S"},
    reading.a_day: {"pattern": f"^{_YEAR}-[0-9]{{2}}-[0-9]{{2}}$"},
    reading.to_the_minute: {},  # the codec takes no other
}
"""Validators that are functions themselves."""


def keywords_of(validator: Any) -> Keywords:
    """Return what a field's validator asks for, beyond the type.

    Raises:
        LookupError: A validator that this module does not know.
    """
    if validator is None:
        return {}
    if validator in _PLAIN:
        return dict(_PLAIN[validator])
    parts = getattr(validator, "_validators", None)  # a list of validators, as attrs joins them
    if parts is not None:
        joined: Keywords = {}
        for part in parts:
            joined.update(keywords_of(part))
        return joined
    maker = getattr(validator, "__qualname__", "").partition(".")[0]
    if maker not in _MADE:
        raise LookupError(f"what does the validator {validator} ask for?")
    return _MADE[maker](inspect.getclosurevars(validator).nonlocals)


def _bounds(inside: Any) -> Keywords:
    bounds = {"minimum": inside["low"]}
    return bounds if inside["high"] == math.inf else {**bounds, "maximum": inside["high"]}


_MADE: dict[str, Callable[[Any], Keywords]] = {
    "between": _bounds,
    "whole": lambda inside: keywords_of(inside["check_bounds"]),
    "optional": lambda inside: keywords_of(inside["check"]),
    "is_a": lambda _: {},  # the type of the field says it
    "members": lambda _: {},  # likewise
}
"""Functions of `spinecare.model._reading` that make validators; each gets what its own holds."""
