"""Where the viewer stands: from the world to the paper."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Final

from attrs import evolve, frozen

from spinecare.figures.body import Vec
from spinecare.figures.scene import View
from spinecare.figures.skeleton import Matrix

UNITS: Final = 1000.0
"""Units of the paper per body height, where the card is large enough."""


@frozen
class Camera:
    """A viewer who is far away: no perspective."""

    rows: Matrix
    """The world directions of the paper's right, of its down, and of the way to the viewer."""
    scale: float = UNITS
    """Units of the paper per body height."""
    x: float = 0.0
    """Where the world's origin is drawn, from the left."""
    y: float = 0.0
    """Where the world's origin is drawn, from the top."""

    @classmethod
    def of(cls, view: View) -> Camera:
        """Return the camera of a view, its origin at the paper's corner."""
        azimuth, elevation = radians(view.azimuth_deg), radians(view.elevation_deg)
        ca, sa, ce, se = cos(azimuth), sin(azimuth), cos(elevation), sin(elevation)
        return cls(((ca, 0.0, -sa), (se * sa, -ce, se * ca), (ce * sa, se, ce * ca)))

    def moved(self, scale: float, x: float, y: float) -> Camera:
        """Return this camera with another scale and another place of the origin."""
        return evolve(self, scale=scale, x=x, y=y)

    def project(self, point: Vec) -> Vec:
        """Return a world point on the paper: right, down, and how near it is to the viewer."""
        (a, b, c), (d, e, f), (g, h, i) = self.rows
        px, py, pz = point
        s = self.scale
        return (
            s * (a * px + b * py + c * pz) + self.x,
            s * (d * px + e * py + f * pz) + self.y,
            s * (g * px + h * py + i * pz),
        )

    def turned(self, axes: Matrix) -> Matrix:
        """Return a segment's axes as the viewer sees them, at the paper's scale, as columns."""
        (a0, a1, a2), (b0, b1, b2), (c0, c1, c2) = axes
        s = self.scale
        return (
            _row(self.rows[0], s, a0, b0, c0, a1, b1, c1, a2, b2, c2),
            _row(self.rows[1], s, a0, b0, c0, a1, b1, c1, a2, b2, c2),
            _row(self.rows[2], s, a0, b0, c0, a1, b1, c1, a2, b2, c2),
        )


def _row(
    row: Vec,
    s: float,
    a0: float,
    b0: float,
    c0: float,
    a1: float,
    b1: float,
    c1: float,
    a2: float,
    b2: float,
    c2: float,
) -> Vec:
    x, y, z = row
    return (
        s * (x * a0 + y * b0 + z * c0),
        s * (x * a1 + y * b1 + z * c1),
        s * (x * a2 + y * b2 + z * c2),
    )
