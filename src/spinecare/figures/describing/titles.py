"""The title of a picture, and whether titles and descriptions are each used once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spinecare.figures.describing.words import say
from spinecare.model import Side

_SWAPPED = {"left": "right", "right": "left"}


def title(
    name: str,
    *,
    side: Side | None = None,
    frame: str = "",
    number: int = 0,
    of: int = 0,
    is_moving: bool = False,
) -> str:
    """Return the title of a picture.

    Args:
        name: The exercise's name.
        side: The side that works, if one does.
        frame: The frame's name: `up`, `relax-left`. Work on the left is the mirror image of what is
            written, so left and right in the name change places with it.
        number: Which picture of a strip it is, from 1; 0 for a picture by itself.
        of: How many the strip has.
        is_moving: Whether the picture shows the movement to that frame.

    Examples:
        >>> title("Half push-up", frame="up", number=2, of=3)
        'Half push-up: frame 2 of 3, up'
    """
    head = name
    if side in (Side.LEFT, Side.RIGHT):
        head = say("title-side", name=name, side=say(f"{side}-side"))
    words = frame.replace("_", "-").split("-")
    if side is Side.LEFT:
        words = [_SWAPPED.get(word, word) for word in words]
    tail = " ".join(words)
    if number and tail:
        tail = say("title-step-frame", number=str(number), of=str(of), frame=tail)
    elif number:
        tail = say("title-step", number=str(number), of=str(of))
    whole = say("title-of", head=head, tail=tail) if tail else head
    return say("title-moving", head=whole) if is_moving else whole


def repeated(labels: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the titles and descriptions that stand together more than once; empty if none do.

    Args:
        labels: Title and description of every picture of a set.
    """
    counts = Counter(labels)
    return tuple(sorted(label for label, count in counts.items() if count > 1))
