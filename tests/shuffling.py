"""Other orders of what has none, from fixed seeds."""

from __future__ import annotations

import random
from typing import Any

from attrs import evolve, fields

from spinecare.model import Catalogue

TEXTS = ("stop_signs",)
"""Lists of a catalogue whose order is their own: a reader's text."""


def lists_of(catalogue: Catalogue) -> list[str]:
    """Return the names of a catalogue's lists, but for texts."""
    return [
        field.name
        for field in fields(Catalogue)
        if isinstance(getattr(catalogue, field.name), tuple) and field.name not in TEXTS
    ]


def mixed(items: tuple[Any, ...], chance: random.Random) -> tuple[Any, ...]:
    """Return things in another order."""
    return tuple(chance.sample(items, len(items)))


def shuffled(catalogue: Catalogue, seed: int) -> Catalogue:
    """Return a catalogue with every list in another order, and nothing else changed."""
    chance = random.Random(seed)
    lists: dict[str, Any] = {
        name: mixed(getattr(catalogue, name), chance) for name in lists_of(catalogue)
    }
    return evolve(catalogue, **lists)
