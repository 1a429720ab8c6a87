"""One scene on the paper, from the back to the front."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import Final

from attrs import frozen

from spinecare.figures.rendering import svg
from spinecare.figures.rendering.bodies import BodyPainter, thing
from spinecare.figures.rendering.camera import Camera
from spinecare.figures.rendering.ground import Painted, ground, water
from spinecare.figures.rendering.overlay import overlay
from spinecare.figures.rendering.parts import PARTS
from spinecare.figures.rendering.pieces import Bounds, Piece, Seen, bounds_of, pieces_of
from spinecare.figures.rendering.theme import Theme
from spinecare.figures.rendering.things import Things, things_of
from spinecare.figures.scene import Crop, Scene
from spinecare.figures.skeleton import Skeleton

_CROPPED: Final = 0.50  # of the body's height, from the crown down
_BEYOND: Final = 500  # units: how far beside the body a crop shows what is there


@frozen(kw_only=True)
class Drawing:
    """A scene on the paper, not yet on a card."""

    body: str
    """The SVG elements."""
    bounds: Bounds
    """How far they reach."""
    fades: frozenset[str]
    """The fading fills they refer to."""
    has_target: bool
    """Whether they refer to the target mark."""


@frozen(kw_only=True)
class Sketch:
    """A scene laid out before a camera, not yet painted: enough to know how much room it takes."""

    scene: Scene
    theme: Theme
    seen: Seen
    pieces: list[Piece]
    things: Things
    limits: Bounds
    """How far body and things reach."""
    under: Painted
    """The ground."""
    over: Painted
    """The water."""
    marks: Painted
    """Arrows and badges."""

    @property
    def bounds(self) -> Bounds:
        """How far all of it reaches."""
        return union((self.limits, *self.under.bounds, *self.over.bounds, *self.marks.bounds))

    def painted(self, ids: str, shared: str = "") -> Drawing:
        """Return the drawing.

        Args:
            ids: What ids begin with.
            shared: What the ids of shared definitions begin with; by default as the others.
        """
        scene, theme = self.scene, self.theme
        painter = BodyPainter(scene, self.seen, self.pieces, theme, ids, shared or ids)
        painted = painter.paint(self.things)
        body = (
            self.under.text
            + _ghost(scene.ghost, self.seen.camera, theme, ids)
            + "".join(thing(piece, theme) for piece in self.things.behind)
            + painted.text
            + self.over.text
        )
        if scene.crop is Crop.UPPER:
            body = _cropped(body, self.limits, ids)
        return Drawing(
            body=body + self.marks.text,
            bounds=self.bounds,
            fades=painted.fades,
            has_target=bool(scene.targets),
        )


def sketch(scene: Scene, theme: Theme, camera: Camera) -> Sketch:
    """Return a scene laid out before a camera.

    Args:
        scene: What is shown.
        theme: The colours.
        camera: Where the viewer stands, and the scale.
    """
    seen = Seen(scene.skeleton, camera)
    pieces = pieces_of(seen, scene.fists)
    things = things_of(scene.props, seen)
    is_upper = scene.crop is Crop.UPPER
    limits = (_upper if is_upper else _whole)(scene, seen, pieces, things, theme)
    return Sketch(
        scene=scene,
        theme=theme,
        seen=seen,
        pieces=pieces,
        things=things,
        limits=limits,
        under=Painted() if is_upper else ground(scene, camera, theme),
        over=water(scene, camera, theme, limits),
        marks=overlay(scene, seen, pieces, theme),
    )


def union(many: Iterable[Bounds]) -> Bounds:
    """Return the bounds of all, one or more."""
    left = top = inf
    right = bottom = -inf
    for a, b, c, d in many:
        left, top, right, bottom = min(left, a), min(top, b), max(right, c), max(bottom, d)
    return left, top, right, bottom


def _whole(scene: Scene, seen: Seen, pieces: list[Piece], things: Things, theme: Theme) -> Bounds:
    """Return how far bodies and things reach, those of the drawing's other frames among them."""
    others = (*scene.bounds, *((scene.ghost,) if scene.ghost else ()))
    left, top, right, bottom = union(
        (
            *(piece.bounds for piece in (*pieces, *things.behind, *things.among)),
            *(_reach(other, seen.camera) for other in others),
        )
    )
    line = theme.line
    return left - line, top - line, right + line, bottom + line


def _upper(scene: Scene, seen: Seen, pieces: list[Piece], things: Things, theme: Theme) -> Bounds:
    """Return how far head, trunk and arms reach, down to where the picture is cut."""
    del scene, things
    legs = ("thigh", "shank", "foot")
    left, top, right, _ = union(piece.bounds for piece in pieces if not piece.name.endswith(legs))
    low = seen.landmark("crown")[1] + _CROPPED * seen.camera.scale
    line = theme.line
    return left - line, top - line, right + line, low


def _reach(body: Skeleton, camera: Camera) -> Bounds:
    seen = Seen(body, camera)
    return bounds_of(
        seen.ball(shape) for part in PARTS for outline in part.outlines for shape in outline.balls
    )


def _cropped(body: str, limits: Bounds, ids: str) -> str:
    left, top, right, bottom = (round(value) for value in limits)
    return (
        f'<clipPath id="{ids}crop"><path d="M{left - _BEYOND} {top - _BEYOND}'
        f'H{right + _BEYOND}V{bottom}H{left - _BEYOND}z"/></clipPath>'
    ) + svg.group(body, clip_path=f"url(#{ids}crop)")


def _ghost(body: Skeleton | None, camera: Camera, theme: Theme, ids: str) -> str:
    """Return a body as one pale shape with a pale edge."""
    if body is None:
        return ""
    d = "".join(piece.path for piece in pieces_of(Seen(body, camera)))
    edge = svg.group(
        svg.path(d, id=f"{ids}ghost"), stroke=theme.ghost_edge, stroke_width=theme.far_line
    )
    return f'{edge}<use href="#{ids}ghost" fill="{theme.ghost}"/>'
