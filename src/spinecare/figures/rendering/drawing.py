"""One scene on the paper, from the back to the front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot, inf
from typing import Final

from attrs import frozen

from spinecare.figures import props
from spinecare.figures.rendering import arrows, marks, svg, things
from spinecare.figures.rendering.camera import Camera
from spinecare.figures.rendering.head import face_of
from spinecare.figures.rendering.order import painted_order
from spinecare.figures.rendering.parts import HEAD_BALLS, PARTS
from spinecare.figures.rendering.pieces import Bounds, Piece, Seen, bounds_of, pieces_of
from spinecare.figures.rendering.theme import Theme
from spinecare.figures.scene import ArrowKind, Crop, Scene

_CROPPED: Final = 0.50  # of the body's height, from the crown down
_SLAB: Final = 0.010


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


def draw(scene: Scene, theme: Theme, camera: Camera, ids: str, shared: str = "") -> Drawing:
    """Return a scene before a camera.

    Args:
        scene: What is shown.
        theme: The colours.
        camera: Where the viewer stands, and the scale.
        ids: What ids begin with.
        shared: What the ids of shared definitions begin with; by default as the others.
    """
    return _Painter(scene, theme, camera, ids, shared or ids).drawing()


class _Painter:
    """Draws one scene."""

    def __init__(self, scene: Scene, theme: Theme, camera: Camera, ids: str, shared: str) -> None:
        self.scene = scene
        self.theme = theme
        self.ids = ids
        self.shared = shared
        self.seen = Seen(scene.skeleton, camera)
        self.pieces = pieces_of(self.seen, scene.fists)
        self.behind, self.among = things.pieces_of_things(scene.props, self.seen)
        self.head = [self.seen.ball(shape) for shape in HEAD_BALLS.values()]
        self.fades: set[str] = set()
        self.bounds: list[Bounds] = []

    def drawing(self) -> Drawing:
        """Return the drawing."""
        limits = self._body_bounds()
        ground = self._ground(limits)
        ghost = self._ghost()
        behind = "".join(self._thing(piece) for piece in self.behind)
        body = ground + ghost + behind + self._bodies() + self._water(limits)
        if self.scene.crop is Crop.UPPER:
            body = self._cropped(body, limits)
        over = self._arrows_and_badges()
        return Drawing(
            body=body + over,
            bounds=_union(self.bounds),
            fades=frozenset(self.fades),
            has_target=bool(self.scene.targets),
        )

    # How far it reaches ----------------------------------------------------------------------------

    def _body_bounds(self) -> Bounds:
        line = self.theme.line
        found = [piece.bounds for piece in self.pieces]
        others = (*self.scene.bounds, *((self.scene.ghost,) if self.scene.ghost else ()))
        for other in others:
            seen = Seen(other, self.seen.camera)
            found.append(
                bounds_of(
                    seen.ball(shape)
                    for part in PARTS
                    for outline in part.outlines
                    for shape in outline.balls
                )
            )
        if self.scene.crop is Crop.UPPER:
            top = min(self.seen.landmark("crown")[1], _union(found)[1])
            low = top + _CROPPED * self.seen.camera.scale
            upper = [
                piece.bounds
                for piece in self.pieces
                if "thigh" not in piece.name and "shank" not in piece.name
            ]
            left, _, right, _ = _union(upper)
            whole = (left - line, top - line, right + line, low)
            self.bounds.append(whole)
            return whole
        found += [piece.bounds for piece in (*self.behind, *self.among)]
        left, top, right, bottom = _union(found)
        whole = (left - line, top - line, right + line, bottom + line)
        self.bounds.append(whole)
        return whole

    def _cropped(self, body: str, limits: Bounds) -> str:
        left, top, right, bottom = (round(value) for value in limits)
        clip = (
            f'<clipPath id="{self.ids}crop"><path d="M{left - 400} {top - 400}H{right + 400}'
            f'V{bottom}H{left - 400}z"/></clipPath>'
        )
        return clip + svg.group(body, clip_path=f"url(#{self.ids}crop)")

    # Behind the body -------------------------------------------------------------------------------

    def _ground(self, limits: Bounds) -> str:
        kinds = {prop.name for prop in self.scene.props} & {"floor", "mat"}
        if not kinds or self.scene.crop is Crop.UPPER:
            return ""
        is_mat = "mat" in kinds
        blocks = [box for prop in self.scene.props for box in props.boxes(prop)]
        bodies = (self.scene.skeleton, *self.scene.bounds)
        ground = things.ground_of(bodies, blocks)
        theme = self.theme
        if abs(self.scene.view.elevation_deg) <= things.LEVEL:
            (x0, y), (x1, _) = things.ground_line(ground, self.seen)
            high = 9 if is_mat else 6
            y += high + 3
            self.bounds.append((x0 - high, y - high, x1 + high, y + high))
            del limits
            if is_mat:
                inner = svg.path(
                    f"M{round(x0)} {round(y)}H{round(x1)}",
                    stroke=theme.floor,
                    stroke_width=2.0 * high + 6,
                )
                return inner + svg.path(
                    f"M{round(x0)} {round(y)}H{round(x1)}",
                    stroke=svg.fill_of(theme, "mat"),
                    stroke_width=2.0 * high - 4,
                )
            return svg.path(
                f"M{round(x0)} {round(y)}H{round(x1)}", stroke=theme.floor, stroke_width=2.0 * high
            )
        d = things.ground_path(ground, self.seen, _SLAB)
        corners = [
            self.seen.camera.project((x, 0.0, z))
            for x in (ground[0], ground[2])
            for z in (ground[1], ground[3])
        ]
        xs, ys = [x for x, _, _ in corners], [y for _, y, _ in corners]
        self.bounds.append((min(xs) - 12, min(ys) - 12, max(xs) + 12, max(ys) + 16))
        fill = svg.fill_of(theme, "mat" if is_mat else "wall")
        edge = theme.floor if is_mat else fill
        return svg.path(d, fill=fill, stroke=edge, stroke_width=5 if is_mat else 14)

    def _ghost(self) -> str:
        if self.scene.ghost is None:
            return ""
        seen = Seen(self.scene.ghost, self.seen.camera)
        d = "".join(_absolute(piece.path) for piece in pieces_of(seen, self.scene.fists))
        return svg.path(d, fill=self.theme.ghost)

    def _thing(self, piece: Piece) -> str:
        return svg.path(
            piece.path,
            fill=svg.fill_of(self.theme, piece.role),
            stroke=self.theme.prop_ink,
            stroke_width=self.theme.far_line,
        ) + svg.path(piece.lines, stroke=self.theme.prop_ink, stroke_width=self.theme.far_line - 2)

    # The body --------------------------------------------------------------------------------------

    def _bodies(self) -> str:
        order = painted_order([*self.pieces, *self.among], self._forced())
        place = {piece.name: count for count, piece in enumerate(order)}
        targets = [marks.target_at(name, self.seen, self.pieces) for name in self.scene.targets]
        found: list[str] = []
        joined = [piece for piece in self.pieces if piece.merge]
        by_name = {piece.name: piece for piece in self.pieces}
        merges: dict[int, list[tuple[Piece, Piece]]] = {}
        for child in joined:
            parent = by_name[child.parent]
            if child.role is parent.role and child.is_far == parent.is_far:
                first, second = sorted((child, parent), key=lambda item: place[item.name])
                merges.setdefault(place[second.name], []).append((first, child))
        due: dict[int, list[marks.Target]] = {}
        for target in targets:
            last = place[target.piece]
            for at, pairs in merges.items():
                for first, child in pairs:
                    far = hypot(child.joint[0] - target.at[0], child.joint[1] - target.at[1])
                    if first.name == target.piece and far < child.merge + target.radius:
                        last = max(last, at)
            due.setdefault(last, []).append(target)
        for count, piece in enumerate(order):
            found.append(self._thing(piece) if piece.is_thing else self._part(piece))
            for first, child in merges.get(count, ()):
                found.append(self._merged(first, child))
            for target in due.get(count, ()):
                found.append(self._target(target))
        return "".join(found)

    def _forced(self) -> Mapping[tuple[str, str], float]:
        """Return who is in front of whom, whatever the depths say."""
        seen = self.seen
        collar = seen.frame("nec1")[1][2]
        open_collar = 0.5 * collar[0] + 0.86 * collar[1] > 0
        forced = {
            ("head", "neck"): 1.0,
            ("trunk", "neck"): -1.0 if open_collar else 1.0,
            ("pelvis", "trunk"): 1.0,
        }
        for piece in self.among:
            for side in "RL":
                hand = f"{side}_hand"
                if piece.name.endswith(f"-{side}-far"):
                    forced[hand, piece.name] = 1.0
                elif piece.name.endswith(f"-{side}-near"):
                    forced[hand, piece.name] = -1.0
        if self.scene.view.elevation_deg < 45:
            for side in "RL":
                if self._is_under_hips(side):
                    forced["pelvis", f"{side}_hand"] = 1.0
                    for thigh in ("R_thigh", "L_thigh"):
                        forced[thigh, f"{side}_hand"] = 1.0
        return forced

    def _is_under_hips(self, side: str) -> bool:
        """Tell whether a hand lies between the hips and the ground: then it is hidden by them."""
        body = self.scene.skeleton
        palm, pelvis = body.point(f"{side}_hand", (0, -0.042, 0)), body.origin("pelvis")
        across = [a - b for a, b in zip(palm, pelvis, strict=True)]
        axes = body.axes("pelvis")
        local = [sum(axes[row][axis] * across[row] for row in range(3)) for axis in range(3)]
        return abs(local[1]) < 0.11 and abs(local[2]) < 0.10 and across[1] < -0.03

    def _ink(self, piece: Piece) -> tuple[str, float]:
        theme = self.theme
        return (theme.far_ink, theme.far_line) if piece.is_far else (theme.ink, theme.line)

    def _fill(self, piece: Piece) -> str:
        return f"far-{piece.role}" if piece.is_far else piece.role

    def _part(self, piece: Piece) -> str:
        ink, width = self._ink(piece)
        id = f"{self.ids}{piece.name}"
        text = svg.group(svg.path(piece.path, id=id), stroke=ink, stroke_width=2 * width)
        text += f'<use href="#{id}" fill="{svg.fill_of(self.theme, self._fill(piece))}"/>'
        if piece.name == "head":
            text += self._face()
        return text

    def _face(self) -> str:
        face = face_of(self.seen)
        theme = self.theme
        scale = self.seen.camera.scale / 1000.0
        eye = number_of(max(5.5, 6.5 * scale))
        eyes = "".join(
            f'<circle cx="{round(x)}" cy="{round(y)}" r="{eye}" fill="{theme.ink}"/>'
            for x, y in face.eyes
        )
        return (
            svg.path(
                face.hair,
                fill=svg.fill_of(theme, "hair"),
                stroke=svg.fill_of(theme, "hair"),
                stroke_width=6,
            )
            + svg.path(
                face.ears,
                fill=svg.fill_of(theme, "skin"),
                stroke=theme.ink,
                stroke_width=theme.line - 2,
            )
            + svg.path(face.lines, stroke=theme.ink, stroke_width=theme.line - 3)
            + eyes
        )

    def _merged(self, first: Piece, child: Piece) -> str:
        """Return the earlier of two parts once more round their joint, fading: no line is left."""
        fill = self._fill(first)
        self.fades.add(fill)
        id = f"{self.ids}{child.name}-j"
        x, y = child.joint
        return (
            f'<radialGradient id="{id}" href="#{self.shared}{fill}" '
            f'gradientUnits="userSpaceOnUse" cx="{round(x)}" cy="{round(y)}" '
            f'r="{round(child.merge * 1.15)}"/>'
            f'<use href="#{self.ids}{first.name}" fill="url(#{id})"/>'
        )

    def _target(self, target: marks.Target) -> str:
        x, y = target.at
        return (
            f'<use href="#{self.shared}target" '
            f'transform="translate({round(x)} {round(y)})scale({target.radius / 100:.2f})"/>'
        )

    # Before the body -------------------------------------------------------------------------------

    def _water(self, limits: Bounds) -> str:
        height = next(
            (props.numbers_of(prop)[0] for prop in self.scene.props if prop.name == "water"), None
        )
        if height is None:
            return ""
        left, top, right, bottom = limits
        left, right = round(left - 90), round(right + 90)
        y = round(self.seen.camera.project((0.0, height, 0.0))[1])
        bottom = round(max(bottom, y + 60))
        count = max(2, round((right - left) / 110))
        step = (right - left) / count
        wave = f"M{left} {y}"
        for place in range(count):
            half = round(left + (place + 0.5) * step) - round(left + place * step)
            rest = round(left + (place + 1) * step) - round(left + (place + 0.5) * step)
            wave += f"q{half // 2}-18 {half} 0q{rest // 2} 18 {rest} 0"
        self.bounds.append((left - 9, min(top, y - 20), right + 9, bottom))
        return svg.path(
            f"{wave}V{bottom}H{left}z", fill=self.theme.water, fill_opacity=".45"
        ) + svg.path(wave, stroke=self.theme.water, stroke_width=12)

    def _arrows_and_badges(self) -> str:
        theme = self.theme
        taken: list[tuple[tuple[float, float], float]] = []
        found: list[str] = []
        casing, solid, hollow = "", "", ""
        for arrow in self.scene.arrows:
            way = arrows.lay(arrow, self.seen, self.pieces, self.head)
            drawn = arrows.draw(arrow, way, theme.arrow_line)
            taken += [(point, 30.0) for point in drawn.points]
            xs, ys = [x for x, _ in drawn.points], [y for _, y in drawn.points]
            room = arrows.HEAD_WIDE / 2 + arrows.CASING
            self.bounds.append((min(xs) - room, min(ys) - room, max(xs) + room, max(ys) + room))
            if drawn.kind is ArrowKind.PUSH:
                hollow += drawn.shaft
                continue
            wide = theme.arrow_line + 2 * arrows.CASING
            casing += svg.path(drawn.shaft, stroke_width=wide)
            casing += svg.path(drawn.heads, stroke_width=2 * arrows.CASING)
            solid += svg.path(drawn.shaft, stroke=theme.accent, stroke_width=theme.arrow_line)
            solid += svg.path(drawn.heads, fill=theme.accent)
        found.append(svg.group(casing, stroke=theme.paper) + solid)
        if hollow:
            found.append(svg.path(hollow, stroke=theme.paper, stroke_width=24))
            found.append(
                svg.path(hollow, fill=theme.paper, stroke=theme.accent, stroke_width=theme.line)
            )
        middle = self.head[0]
        taken.append(((middle.x, middle.y), 80.0 * self.seen.camera.scale / 1000.0))
        for item in self.scene.badges:
            x, y = marks.badge_at(item.landmark, self.seen, self.pieces, taken)
            taken.append(((x, y), marks.BADGE))
            reach = marks.BADGE + 6
            self.bounds.append((x - reach, y - reach, x + reach, y + reach))
            found.append(svg.badge(item.letter, x, y, theme))
        return "".join(found)


def number_of(value: float) -> str:
    """Return a length as SVG holds it."""
    return svg.number(value)


def _absolute(path: str) -> str:
    """Return a path that can follow another: its first command measured from the paper's corner."""
    return f"M{path[1:]}"


def _union(many: Sequence[Bounds]) -> Bounds:
    left = top = inf
    right = bottom = -inf
    for a, b, c, d in many:
        left, top, right, bottom = min(left, a), min(top, b), max(right, c), max(bottom, d)
    return left, top, right, bottom
