"""What a posed body misses: contacts, the ground, its own flesh, the hints."""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from spinecare.figures.body import (
    COUPLED,
    JOINTS,
    NUMBERS,
    PLACE,
    ROOT,
    SEGMENT_PLACE,
)
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.shape import At, On, Shape, Touch, Toward
from spinecare.figures.sides import TURNED, other_side
from spinecare.figures.solving import capsules
from spinecare.figures.solving.motion import Array, Posed

_SIDED_FLOOR: Final = (
    "shoulder", "elbow", "wrist", "fingers", "palm", "handback", "hip", "buttock", "knee",
    "kneecap", "heel", "ball", "toetip", "ankle", "blade",
)  # fmt: skip
_AXIAL_FLOOR: Final = (
    "sacrum", "tail", "belly", "pubis", "waist_back", "mid_back", "upper_back", "chest", "occiput",
    "forehead", "chin", "nose", "crown",
)  # fmt: skip
FLOOR: Final = (*_AXIAL_FLOOR, *(f"{side}_{name}" for side in "RL" for name in _SIDED_FLOOR))
"""Landmarks that may not sink into what is below them."""
_HINTED_DEG: Final = 9.0
"""How far a solution may stray from a hint, one standard deviation."""
_UP: Final = {
    "stand": "turn",
    "supine": "tilt",
    "prone": "tilt",
    "side_R": "pitch",
    "side_L": "pitch",
}
"""The turn of the pelvis that is about the vertical: unhinted, it is held."""
_RHYTHM: Final = 0.16
"""Degrees the girdle rises for each degree that the arm is raised beyond 30 (scapulohumeral
rhythm); fitted by eye."""
_DIRECTION: Final = 0.2
"""The weight of a direction beside that of a place."""
_SINK: Final = 1.5
"""How much softer ground and flesh are than contacts."""

_NONE: Final[Array] = np.zeros((0, len(NUMBERS)))
"""The slopes of nothing."""


@frozen(kw_only=True)
class Row:
    """A contact, as numbers."""

    point: int
    """Its place among the points."""
    other: int
    """The point it touches; -1 if none."""
    what: int
    """The place of the contact in the shape."""


def surface_height(shape: Shape, x: float) -> float:
    """Return how high what bears weight is, at x."""
    return max((top for start, end, top in shape.surface if start <= x <= end), default=0.0)


class Residuals:
    """The sum of squares that a solution makes least, for one shape."""

    def __init__(self, shape: Shape) -> None:
        """Prepare the points and the hints."""
        self.shape = shape
        self._segments: list[int] = []
        self._locals: list[tuple[float, float, float]] = []
        self._radii: list[float] = []
        self._rows: list[Row] = []
        for place, contact in enumerate(shape.contacts):
            if isinstance(contact, Toward):
                continue
            other = self._add(contact.other) if isinstance(contact, Touch) else -1
            self._rows.append(Row(point=self._add(contact.landmark), other=other, what=place))
        self._floor_from = len(self._segments)
        lies_on = {c.landmark for c in shape.contacts if isinstance(c, On)}
        self.watched: tuple[str, ...] = tuple(name for name in FLOOR if name not in lies_on)
        """The landmarks that may not sink; where a contact fixes the height it is told by that."""
        for name in self.watched:
            self._add(name)
        self._floor_to = len(self._segments)
        self.points: NDArray[np.intp] = np.array(
            [*self._segments, *capsules.END_SEGMENTS.tolist()], dtype=np.intp
        )
        self.locals: Array = np.vstack([np.array(self._locals), capsules.END_LOCALS])
        self._ways = [contact for contact in shape.contacts if isinstance(contact, Toward)]
        self._way_segments: NDArray[np.intp] = np.array(
            [SEGMENT_PLACE[way.segment] for way in self._ways], dtype=np.intp
        )
        self._way_axes: Array = np.array([way.axis for way in self._ways]).reshape(-1, 3)
        wanted, spread = _wanted(shape)
        low, high = _limits()
        self.wanted: Array = wanted
        self.spread: Array = spread
        self.low: Array = low
        self.high: Array = high

    def _add(self, name: str) -> int:
        landmark = LANDMARKS[name]
        self._segments.append(landmark.segment)
        self._locals.append(landmark.local)
        self._radii.append(landmark.radius)
        return len(self._segments) - 1

    def at(
        self, numbers: Array, width: float, *, with_slopes: bool = True
    ) -> tuple[Array, Array | None]:
        """Return what is missed, weighted, and how it changes with the 48 numbers.

        Args:
            numbers: Places in body heights, angles in radians.
            width: The distance that counts as much as one standard deviation of a hint.
            with_slopes: Whether the slopes are wanted.
        """
        posed = Posed(self.shape.base, numbers)
        places = posed.places(self.points, self.locals)
        slopes = posed.place_slopes(self.points, places) if with_slopes else None
        parts = (
            ((numbers - self.wanted) / self.spread, np.diag(1.0 / self.spread)),
            self._contacts(places, slopes, width),
            self._ground(places, slopes, width),
            self._flesh(places, slopes, width),
            _coupled(numbers),
            self._directions(posed, width, with_slopes=with_slopes),
        )
        missed = np.concatenate([part for part, _ in parts])
        return missed, np.vstack([steep for _, steep in parts]) if with_slopes else None

    def _contacts(self, places: Array, slopes: Array | None, width: float) -> tuple[Array, Array]:
        missed: list[float] = []
        steep: list[Array] = []
        for row in self._rows:
            for value, axis in self.contact(row, places):
                missed.append(value / width)
                if slopes is not None:
                    slope = slopes[row.point, axis]
                    if row.other >= 0:
                        slope = slope - slopes[row.other, axis]
                    steep.append(slope / width)
        return np.array(missed), np.array(steep).reshape(-1, len(NUMBERS))

    def contact(self, row: Row, places: Array) -> list[tuple[float, int]]:
        """Return by how much a contact is missed along each axis it fixes."""
        contact = self.shape.contacts[row.what]
        here = places[row.point]
        found: list[tuple[float, int]] = []
        if isinstance(contact, Touch):
            there = places[row.other]
            found = [(here[k] - there[k] - contact.offset[k], k) for k in range(3)]
        elif isinstance(contact, At):
            found = [
                (here[k] - want, k) for k, want in enumerate(contact.place) if want is not None
            ]
        if isinstance(contact, On) or (isinstance(contact, At) and contact.is_on):
            above = contact.above if isinstance(contact, On) else 0.0
            top = surface_height(self.shape, here[0]) + above + self._radii[row.point]
            found.append((here[1] - top, 1))
        return found

    def rows(self) -> list[Row]:
        """Return the contacts that fix places."""
        return self._rows

    def sunk(self, places: Array) -> Array:
        """Return how deep each watched landmark is in what is below it; 0 where it is not."""
        span = slice(self._floor_from, self._floor_to)
        below = places[span]
        tops = np.array([surface_height(self.shape, x) for x in below[:, 0]])
        depth: Array = np.maximum(0.0, tops + np.array(self._radii[span]) - below[:, 1])
        return depth

    def _ground(self, places: Array, slopes: Array | None, width: float) -> tuple[Array, Array]:
        depth = self.sunk(places)
        hit = np.nonzero(depth)[0]
        scale = _SINK * width
        steep = _NONE if slopes is None else -slopes[self._floor_from + hit, 1] / scale
        return depth[hit] / scale, steep

    def _flesh(self, places: Array, slopes: Array | None, width: float) -> tuple[Array, Array]:
        start = self._floor_to
        distance, way, s, t = capsules.nearest(places[start:])
        depth = capsules.REACH - capsules.ALLOWED - distance
        hit = np.nonzero(depth > 0)[0]
        scale = _SINK * width
        if slopes is None:
            return depth[hit] / scale, _NONE
        ends = slopes[start:]
        first, second = 2 * capsules.FIRST[hit], 2 * capsules.SECOND[hit]
        along, beside = s[hit, None, None], t[hit, None, None]
        move = (1 - along) * ends[first] + along * ends[first + 1]
        move = move - (1 - beside) * ends[second] - beside * ends[second + 1]
        return depth[hit] / scale, -np.einsum("ni,nij->nj", way[hit], move) / scale

    def _directions(self, posed: Posed, width: float, *, with_slopes: bool) -> tuple[Array, Array]:
        ways = posed.directions(self._way_segments, self._way_axes)
        wanted = np.array([way.direction for way in self._ways]).reshape(-1, 3)
        weight = _DIRECTION / width
        missed = ((ways - wanted) * weight).ravel()
        if not with_slopes:
            return missed, _NONE
        turned = posed.direction_slopes(self._way_segments, ways)
        return missed, turned.reshape(-1, len(NUMBERS)) * weight

    def overlaps(self, places: Array) -> Array:
        """Return how far each pair of parts is inside the other beyond what flesh gives."""
        distance, *_ = capsules.nearest(places[self._floor_to :])
        depth: Array = np.maximum(0.0, capsules.REACH - capsules.ALLOWED - distance)
        return depth


def _coupled(numbers: Array) -> tuple[Array, Array]:
    missed: list[float] = []
    steep: list[Array] = []
    for _, joints, low, high in COUPLED:
        where = [PLACE[joint] for joint in joints]
        total = float(np.degrees(numbers[where].sum()))
        over = max(0.0, total - high) - max(0.0, low - total)
        if over:
            slope = np.zeros(len(NUMBERS))
            slope[where] = 180 / np.pi
            missed.append(over)
            steep.append(slope)
    return np.array(missed), np.array(steep).reshape(-1, len(NUMBERS))


def _wanted(shape: Shape) -> tuple[Array, Array]:
    """Return what each number is wanted to be, and how far it may stray (one deviation)."""
    hints = {hint.joint: hint for hint in shape.hints}
    degrees = np.zeros(len(NUMBERS))
    spread = np.empty(len(NUMBERS))
    spread[:3] = (1.0, 5.0, 1.0)
    for joint in JOINTS:
        spread[PLACE[joint.name]] = joint.spread_deg
    for name in ROOT[3:]:
        spread[PLACE[name]] = 3.0 if name == _UP[shape.base] else 60.0
    for name, hint in hints.items():
        degrees[PLACE[name]] = hint.degrees
        soft = 15.0 if name in ROOT else _HINTED_DEG
        spread[PLACE[name]] = soft / hint.stiffness
    for side in "RL":
        if f"{side}_sh_elev" not in hints:
            raised = max(degrees[PLACE[f"{side}_sh_flex"]], degrees[PLACE[f"{side}_sh_abd"]])
            degrees[PLACE[f"{side}_sh_elev"]] = _RHYTHM * max(0.0, raised - 30)
    wanted = np.radians(degrees)
    wanted[:3] = (0.0, 0.53 if shape.base == "stand" else 0.1, 0.0)
    spread[3:] = np.radians(spread[3:])
    return wanted, spread


def _limits() -> tuple[Array, Array]:
    low, high = np.full(len(NUMBERS), -np.inf), np.full(len(NUMBERS), np.inf)
    for joint in JOINTS:
        low[PLACE[joint.name]] = np.radians(joint.low)
        high[PLACE[joint.name]] = np.radians(joint.high)
    return low, high


def symmetric_subspace() -> Array:
    """Return the columns that a symmetric body can move along: 48 by about half."""
    columns: list[Array] = []
    for name in NUMBERS:
        if name in TURNED or name.startswith("L_"):
            continue
        column = np.zeros(len(NUMBERS))
        column[PLACE[name]] = 1.0
        column[PLACE[other_side(name)]] = 1.0
        columns.append(column)
    return np.array(columns).T
