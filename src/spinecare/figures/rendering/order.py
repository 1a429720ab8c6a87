"""Who is painted before whom.

Which of two parts hides the other is a question of the place where they overlap: an arm across the
trunk is in front of it there, wherever its middle is. So for every two parts that overlap the
places are found where their bones come closest on the paper, and the nearer surface there is in
front.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import hypot, sqrt

from attrs import frozen

from spinecare.figures.rendering.pieces import Capsule, Piece, lies_on, limb_of
from spinecare.figures.rendering.shapes import Ball, reach

_RELATIVES = 0.2  # how much the mean depth counts between a part and the one it hangs on
_FORCED = 1e6
_WEAK = 20.0  # units of depth that nobody sees: parts side by side


@frozen
class Order:
    """In what order to paint."""

    pieces: tuple[Piece, ...]
    """From the back to the front."""
    joints: tuple[tuple[Piece, Piece, Piece], ...]
    """The earlier and the later of two parts of one colour, and which of them is the child: after
    the later one the earlier is painted once more round the joint."""


def painted_order(
    pieces: Sequence[Piece],
    forced: Mapping[tuple[str, str], float] | None = None,
    bonds: Sequence[tuple[Piece, Piece]] = (),
) -> Order:
    """Return pieces from the back to the front, and which joints can be painted once more.

    Args:
        pieces: What is to be painted.
        forced: For two names, how much the first is in front of the second; below 0, behind.
        bonds: Parts and those they hang on, with no line between: what is painted between the two
            would be spoilt by painting their joint once more.
    """
    partners: dict[str, set[str]] = {}
    for child, parent in bonds:
        partners.setdefault(child.name, set()).add(parent.name)
        partners.setdefault(parent.name, set()).add(child.name)
    ahead = {
        (a, b): score
        for a in range(len(pieces))
        for b in range(a)
        if (score := _ahead(pieces[a], pieces[b], forced or {}))
    }
    hides: list[dict[int, float]] = [{} for _ in pieces]
    for (a, b), score in ahead.items():
        if score > 0:
            hides[a][b] = score
        else:
            hides[b][a] = -score
    left = list(range(len(pieces)))
    found: list[int] = []
    painted: set[str] = set()
    while left:
        # nobody left may be behind the next one; in a ring the least wrong one goes first
        best = min(
            left,
            key=lambda place: (
                max((hides[place][other] for other in left if other in hides[place]), default=0.0),
                partners.get(pieces[place].name, painted).isdisjoint(painted),
                _depth(pieces[place]),
            ),
        )
        left.remove(best)
        found.append(best)
        painted.add(pieces[best].name)
    places = {piece.name: place for place, piece in enumerate(pieces)}
    for child, parent in (*bonds[::-1], *bonds):  # what one bond undoes, the other way round mends
        pair = sorted((places[child.name], places[parent.name]), key=found.index)
        spoilt = {place for place, piece in enumerate(pieces) if _covers(piece, child)}
        _close_up(found, pair, spoilt, hides)
    joints: list[tuple[Piece, Piece, Piece]] = []
    for child, parent in bonds:
        first, second = sorted((places[child.name], places[parent.name]), key=found.index)
        between = found[found.index(first) + 1 : found.index(second)]
        if not any(first in hides[item] and _covers(pieces[item], child) for item in between):
            joints.append((pieces[first], pieces[second], child))
    return Order(tuple(pieces[place] for place in found), tuple(joints))


def _covers(piece: Piece, child: Piece) -> bool:
    """Tell whether a piece of another colour lies where a joint is painted once more."""
    if piece.role is child.role or piece.name == "trunk":
        return False  # the hips are painted over the trunk
    if limb_of(piece.name) == limb_of(child.name):
        return False  # hems are painted over the limb
    return lies_on(piece, *child.joint, child.merge)


def _close_up(
    order: list[int],
    pair: Sequence[int],
    spoilt: Collection[int],
    hides: Sequence[Mapping[int, float]],
) -> None:
    """Move what would be spoilt out from between two places, where hardly anything hides it there.

    What nothing hides that is painted later goes behind the second; what hides nothing that is
    painted earlier goes before the first.
    """
    first, second = pair

    def is_hidden(low: int, high: int) -> bool:
        return hides[high].get(low, 0.0) > _WEAK

    for item in order[order.index(second) - 1 : order.index(first) : -1]:
        start, end = order.index(item), order.index(second)
        later = order[start + 1 : end + 1]
        if (
            item in spoilt
            and first in hides[item]
            and not any(is_hidden(item, other) for other in later)
        ):
            order.insert(end, order.pop(start))
    for item in order[order.index(first) + 1 : order.index(second)]:
        start, end = order.index(first), order.index(item)
        earlier = order[start:end]
        if (
            item in spoilt
            and first in hides[item]
            and not any(is_hidden(other, item) for other in earlier)
        ):
            order.insert(start, order.pop(end))


def _depth(piece: Piece) -> float:
    return sum(a.z + b.z for a, b in piece.capsules) / max(1, len(piece.capsules))


def _ahead(a: Piece, b: Piece, forced: Mapping[tuple[str, str], float]) -> float:
    """Return how much one piece is in front of another; 0 where they do not overlap."""
    (l1, t1, r1, b1), (l2, t2, r2, b2) = a.bounds, b.bounds
    if l1 >= r2 or l2 >= r1 or t1 >= b2 or t2 >= b1:
        return 0.0
    if (a.name, b.name) in forced:
        return _FORCED * forced[a.name, b.name]
    if (b.name, a.name) in forced:
        return -_FORCED * forced[b.name, a.name]
    if a.parent == b.name or b.parent == a.name:
        return _RELATIVES * (_depth(a) - _depth(b)) / 2 or 1e-3
    deepest, score = 0.0, 0.0
    for one in a.capsules:
        for other in b.capsules:
            overlap, difference = _meet(one, other)
            if overlap > deepest:
                deepest, score = overlap, difference
    return score


def _meet(one: Capsule, other: Capsule) -> tuple[float, float]:
    """Return how far two capsules overlap on the paper, and how much nearer the first is."""
    s, t = _closest(one, other)
    a, b = _between(one, s), _between(other, t)
    dx, dy = b.x - a.x, b.y - a.y
    distance = hypot(dx, dy)
    ux, uy = (dx / distance, dy / distance) if distance > 1e-6 else (1.0, 0.0)
    ra, rb = reach(a, ux, uy), reach(b, ux, uy)
    overlap = ra + rb - distance
    if overlap <= 0:
        return 0.0, 0.0
    # the middle of where they overlap, from either bone
    if distance <= abs(ra - rb):
        from_a, from_b = (distance, 0.0) if ra > rb else (0.0, distance)
    else:
        from_a = (distance + ra - rb) / 2
        from_b = distance - from_a
    return overlap, _surface(a, from_a / ra) - _surface(b, from_b / rb)


def _surface(at: Ball, part: float) -> float:
    """Return how near the surface is, this far (0 to 1) from the middle to the rim."""
    return at.z + sqrt(max(0.0, at.zz * (1.0 - part * part)))


def _between(bone: Capsule, part: float) -> Ball:
    (ax, ay, az, axx, axy, ayy, azz), (bx, by, bz, bxx, bxy, byy, bzz) = bone
    return Ball(
        ax + part * (bx - ax),
        ay + part * (by - ay),
        az + part * (bz - az),
        axx + part * (bxx - axx),
        axy + part * (bxy - axy),
        ayy + part * (byy - ayy),
        azz + part * (bzz - azz),
    )


def _closest(one: Capsule, other: Capsule) -> tuple[float, float]:
    """Return where two bones come closest on the paper, as shares (0 to 1) of their lengths."""
    (a, b), (c, d) = one, other
    ux, uy, vx, vy = b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y
    wx, wy = a.x - c.x, a.y - c.y
    uu, uv, vv = ux * ux + uy * uy, ux * vx + uy * vy, vx * vx + vy * vy
    uw, vw = ux * wx + uy * wy, vx * wx + vy * wy
    cross = uu * vv - uv * uv
    s = min(1.0, max(0.0, (uv * vw - vv * uw) / cross)) if cross > 1e-9 else 0.5
    t = min(1.0, max(0.0, (uv * s + vw) / vv)) if vv > 1e-9 else 0.0
    s = min(1.0, max(0.0, (uv * t - uw) / uu)) if uu > 1e-9 else 0.0
    return s, t
