"""Clauses, and how what both sides do is said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from attrs import frozen

from spinecare.figures.describing.seen import LEFT, RIGHT
from spinecare.figures.describing.words import say

FIRST: Final = 0
"""Weight of what is never left out."""
PLAIN: Final = 1
"""Weight of what makes the picture."""
SMALL: Final = 2
"""Weight of what goes first where a sentence grows too long."""


@frozen(order=True)
class Trait:
    """What one limb does, without its side."""

    weight: int
    """`FIRST`, `PLAIN` or `SMALL`; of two limbs the lighter weight is said first."""
    key: str
    """The phrase."""
    at: str = ""
    """The part of the body it names besides, if any."""
    is_other: bool = False
    """Whether that part is of the other side."""
    thing: str = ""
    """The thing it names."""


@frozen
class Clause:
    """A part of the sentence."""

    text: str
    """Its words."""
    weight: int = PLAIN
    """How easily it is left out."""
    topic: str = ""
    """What it may be joined by: `drawn-R` for a knee drawn up, `hands-R` for hands on that leg."""
    is_both: bool = True
    """Whether it is of both sides."""


def paired(
    traits: Mapping[str, Trait | None], speak: Callable[[Trait, str], str]
) -> Iterable[tuple[Trait, str, str]]:
    """Yield what the limbs do: trait, sides and words; once where both do the same.

    Args:
        traits: The trait of each side; none where there is nothing to say.
        speak: The words of a trait for one side or both.
    """
    right, left = traits[RIGHT], traits[LEFT]
    if right is not None and right == left:
        yield right, RIGHT + LEFT, speak(right, RIGHT + LEFT)
        return
    found = [(trait, side) for side, trait in ((RIGHT, right), (LEFT, left)) if trait is not None]
    for trait, side in sorted(found):
        yield trait, side, speak(trait, side)


def plainly(trait: Trait, sides: str) -> str:
    """Return the words of a trait that names a thing at most."""
    return say(trait.key, sides, thing=trait.thing)
