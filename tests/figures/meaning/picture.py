"""A frame of a drawing with what can be measured in it."""

from __future__ import annotations

from functools import cache

from attrs import frozen

import spinecare
from spinecare.figures.body import Vec
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.props import surface
from spinecare.figures.rendering.camera import Camera
from spinecare.figures.scene import Scene
from spinecare.figures.scenes import Drawn
from spinecare.figures.skeleton import Skeleton
from spinecare.model import Catalogue


@frozen
class Picture:
    """One frame of a drawing; it is solved once in a session, however many sayings there are."""

    drawn: Drawn
    frame: str

    @property
    def skeleton(self) -> Skeleton:
        """The body."""
        return self.drawn.skeletons[self.frame]

    @property
    def scene(self) -> Scene:
        """All that is shown."""
        return self.drawn.scene(self.frame)

    def point(self, landmark: str) -> Vec:
        """Return where a landmark is."""
        return self.skeleton.landmark(landmark)

    def seen(self, point: Vec) -> Vec:
        """Return a point as the viewer sees it: right, down, and how near, in body heights."""
        right, down, near = Camera.of(self.scene.view).project(point)
        return right / 1000, down / 1000, near / 1000

    def facing(self) -> float:
        """Return how much the face looks at the viewer: 1 straight, 0 in profile, below 0 away."""
        rows, axes = Camera.of(self.scene.view).rows, self.skeleton.axes("head")
        return sum(rows[2][row] * axes[row][0] for row in range(3))

    def above_floor(self, landmark: str) -> float:
        """Return how far a landmark's skin is above the floor, mat, chair or bed below it."""
        x, y, _ = self.point(landmark)
        strips = surface(self.drawn.frames[self.frame].props)
        top = max((height for a, b, height in strips if a <= x <= b), default=0.0)
        return y - LANDMARKS[landmark].radius - top


def body(of: str, frame: str) -> Picture:
    """Return the picture of a frame of an exercise's drawing in the bundled catalogue."""
    return Picture(_drawn(of), frame)


@cache
def _catalogue() -> Catalogue:
    return spinecare.load_catalogue()


@cache
def _drawn(of: str) -> Drawn:
    drawing = _catalogue().drawing(of)
    assert drawing is not None, f"{of} has no drawing"
    return Drawn(drawing=drawing, postures=_catalogue().posture_by_id)
