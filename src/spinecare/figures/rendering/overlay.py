"""What stands over the picture: arrows and badges."""

from __future__ import annotations

from collections.abc import Sequence

from spinecare.figures.rendering import arrows, marks, svg
from spinecare.figures.rendering.axial import HEAD_BALLS
from spinecare.figures.rendering.ground import Painted
from spinecare.figures.rendering.pen import Point
from spinecare.figures.rendering.pieces import Bounds, Piece, Seen
from spinecare.figures.rendering.theme import Theme
from spinecare.figures.scene import ArrowKind, Scene

_ARROW_ROOM = 30.0  # units round an arrow's way that a badge leaves free
_HEAD_ROOM = 80.0


def overlay(scene: Scene, seen: Seen, pieces: Sequence[Piece], theme: Theme) -> Painted:
    """Return arrows and badges, none of them across the face."""
    head = [seen.ball(shape) for shape in HEAD_BALLS.values()]
    taken: list[tuple[Point, float]] = []
    bounds: list[Bounds] = []
    casing, solid, hollow = "", "", ""
    for arrow in scene.arrows:
        way = arrows.lay(arrow, seen, pieces, head)
        drawn = arrows.draw(arrow, way, theme.arrow_line)
        taken += [(point, _ARROW_ROOM) for point in arrows.along(way)]
        xs, ys = [x for x, _ in way], [y for _, y in way]
        room = arrows.HEAD_WIDE / 2 + arrows.CASING + theme.line
        bounds.append((min(xs) - room, min(ys) - room, max(xs) + room, max(ys) + room))
        if drawn.kind is ArrowKind.PUSH:
            hollow += drawn.shaft
            continue
        casing += svg.path(drawn.shaft, stroke_width=theme.arrow_line + 2 * arrows.CASING)
        casing += svg.path(drawn.heads, stroke_width=2 * arrows.CASING)
        solid += svg.path(drawn.shaft, stroke=theme.accent, stroke_width=theme.arrow_line)
        solid += svg.path(drawn.heads, fill=theme.accent)
    text = svg.group(casing, stroke=theme.paper) + solid
    text += svg.path(hollow, stroke=theme.paper, stroke_width=theme.line + 2 * arrows.CASING)
    text += svg.path(hollow, fill=theme.paper, stroke=theme.accent, stroke_width=theme.line)
    taken.append(((head[0].x, head[0].y), _HEAD_ROOM * seen.camera.scale / 1000.0))
    for item in scene.badges:
        x, y = marks.badge_at(item.landmark, seen, pieces, taken)
        taken.append(((x, y), marks.BADGE))
        room = marks.BADGE + theme.line
        bounds.append((x - room, y - room, x + room, y + room))
        text += svg.badge(item.letter, x, y, theme)
    return Painted(text, tuple(bounds))
