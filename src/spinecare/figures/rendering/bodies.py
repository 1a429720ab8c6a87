"""The body and the things among its parts, painted from the back to the front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot
from typing import Final

from attrs import frozen

from spinecare.figures.rendering import svg
from spinecare.figures.rendering.beside import beside
from spinecare.figures.rendering.head import face_of
from spinecare.figures.rendering.marks import Target, target_at
from spinecare.figures.rendering.order import painted_order
from spinecare.figures.rendering.pieces import Piece, Seen, lies_on
from spinecare.figures.rendering.theme import Surface, Theme
from spinecare.figures.rendering.things import Things
from spinecare.figures.scene import Scene

_COLLAR: Final = (0.5, 0.86)  # the way the opening of the shirt faces: forward and up
_HIGH_DEG: Final = 45.0  # from here on the depths alone tell what lies under the hips
_FADE: Final = 1.22  # the fading reaches a little beyond the joint
_NEIGHBOURS: Final = {
    "trunk": ("trunk", "pelvis"),
    "neck": ("neck", "trunk", "head"),
    "pelvis": ("pelvis", "trunk"),
}


@frozen
class Body:
    """Elements of a body."""

    text: str
    fades: frozenset[str]
    """The fading fills it refers to."""


class BodyPainter:
    """Paints one body.

    Attributes:
        ids: What ids begin with.
        shared: What the ids of shared definitions begin with.
    """

    def __init__(
        self, scene: Scene, seen: Seen, pieces: Sequence[Piece], theme: Theme, ids: str, shared: str
    ) -> None:
        self.scene = scene
        self.seen = seen
        self.pieces = pieces
        self.theme = theme
        self.ids = ids
        self.shared = shared

    def paint(self, things: Things) -> Body:
        """Return the body's elements, the things' among them, and the target marks."""
        by_name = {piece.name: piece for piece in self.pieces}
        bonds = [
            (child, by_name[child.parent])
            for child in self.pieces
            if child.merge and _are_alike(child, by_name[child.parent])
        ]
        order = painted_order(
            [*self.pieces, *things.among],
            self._forced(things),
            bonds,
        )
        place = {piece.name: count for count, piece in enumerate(order.pieces)}
        merges: dict[int, list[tuple[Piece, Piece]]] = {}
        for first, second, child in order.joints:
            merges.setdefault(place[second.name], []).append((first, child))
        marks = self._marks(place, merges)
        found: list[str] = []
        fades: set[str] = set()
        for count, piece in enumerate(order.pieces):
            found.append(thing(piece, self.theme) if piece.is_thing else self._part(piece))
            for first, child in merges.get(count, ()):
                fades.add(_fill(first))
                found.append(self._merged(first, child))
            found += [self._mark(target) for target in marks.get(count, ())]
        return Body("".join(found), frozenset(fades))

    def _marks(
        self, place: Mapping[str, int], merges: Mapping[int, list[tuple[Piece, Piece]]]
    ) -> dict[int, list[Target]]:
        """Return the target marks, each after its part and the repainting that meets it."""
        found: dict[int, list[Target]] = {}
        for name in self.scene.targets:
            places = target_at(name, self.seen, self.pieces)
            # its neighbours along the body may overlap the part's end, but not the mark
            under = _NEIGHBOURS.get(places[0].piece, (places[0].piece,))
            last = max(place[part] for part in under)
            over = [piece for piece in self.pieces if place[piece.name] > last]
            free = [item for item in places if not _is_hidden(item, over)]
            target = (free or places)[0]
            if not free and not self._is_far(target.piece):
                last = len(place) - 1  # a sliver of a mark says nothing
            for at, pairs in merges.items():
                for first, child in pairs:
                    far = hypot(child.joint[0] - target.at[0], child.joint[1] - target.at[1])
                    if first.name in under and far < child.merge * _FADE + target.radius:
                        last = max(last, at)
            found.setdefault(last, []).append(target)
        return found

    def _is_far(self, part: str) -> bool:
        return any(piece.name == part and piece.is_far for piece in self.pieces)

    def _forced(self, things: Things) -> Mapping[tuple[str, str], float]:
        """Return who is in front of whom, whatever the depths say."""
        seen = self.seen
        towards = seen.frame("nec1")[1][2]
        is_open = _COLLAR[0] * towards[0] + _COLLAR[1] * towards[1] > 0
        forced = beside(things.extents, self.scene.skeleton, seen.camera)
        forced |= {
            ("head", "neck"): 1.0,
            ("neck", "trunk"): 1.0 if is_open else -1.0,
            ("pelvis", "trunk"): 1.0,
        }
        for side in "RL":
            if is_open and self._hangs(side):
                forced["neck", f"{side}_sleeve"] = 1.0
            # hems are in front of what comes out of them, unless one looks into them
            for hem, limb in (("shank", "foot"), ("sleeve", "uarm")):
                axes = seen.frame(f"{side}_{limb if hem == 'sleeve' else hem}")[1][2]
                is_into = -axes[1] > 0.6 * seen.camera.scale
                forced[f"{side}_{hem}", f"{side}_{limb}"] = -1.0 if is_into else 1.0
        forced |= things.held
        if self.scene.view.elevation_deg < _HIGH_DEG:
            for side in "RL":
                if self._is_under_hips(side):
                    for part in ("pelvis", "R_thigh", "L_thigh", "trunk"):
                        forced[part, f"{side}_hand"] = 1.0
        return forced

    def _hangs(self, side: str) -> bool:
        """Tell whether an upper arm hangs or is held out, rather than raised beside the neck."""
        body = self.scene.skeleton
        arm, chest = body.axes(f"{side}_uarm"), body.axes("tho3")
        return sum(arm[row][1] * chest[row][1] for row in range(3)) > -0.2

    def _is_under_hips(self, side: str) -> bool:
        """Tell whether a hand lies between the hips and the ground: then they hide it."""
        body = self.scene.skeleton
        palm, pelvis = body.point(f"{side}_hand", (0, -0.042, 0)), body.origin("pelvis")
        across = [a - b for a, b in zip(palm, pelvis, strict=True)]
        axes = body.axes("pelvis")
        local = [sum(axes[row][axis] * across[row] for row in range(3)) for axis in range(3)]
        return abs(local[1]) < 0.12 and abs(local[2]) < 0.10 and across[1] < -0.03

    def _part(self, piece: Piece) -> str:
        theme = self.theme
        ink, width = (theme.far_ink, theme.far_line) if piece.is_far else (theme.ink, theme.line)
        id = f"{self.ids}{piece.name}"
        text = svg.group(svg.path(piece.path, id=id), stroke=ink, stroke_width=2 * width)
        text += f'<use href="#{id}" fill="{svg.fill_of(theme, _fill(piece))}"/>'
        return text + self._face() if piece.name == "head" else text

    def _face(self) -> str:
        face = face_of(self.seen)
        theme = self.theme
        hair = svg.fill_of(theme, Surface.HAIR)
        eye = svg.number(max(5.5, 6.5 * self.seen.camera.scale / 1000.0))
        text = svg.path(face.hair, fill=hair, stroke=hair, stroke_width=10)
        text += svg.path(
            face.ears,
            fill=svg.fill_of(theme, Surface.SKIN),
            stroke=theme.ink,
            stroke_width=theme.line - 2,
        )
        text += svg.path(face.lines, stroke=theme.ink, stroke_width=theme.line - 3)
        return text + "".join(
            f'<circle cx="{round(x)}" cy="{round(y)}" r="{eye}" fill="{theme.ink}"/>'
            for x, y in face.eyes
        )

    def _merged(self, first: Piece, child: Piece) -> str:
        """Return the earlier of two parts once more round their joint, fading: no line is left."""
        id = f"{self.ids}{child.name}-j"
        x, y = child.joint
        return (
            f'<radialGradient id="{id}" href="#{self.shared}{_fill(first)}" '
            f'gradientUnits="userSpaceOnUse" cx="{round(x)}" cy="{round(y)}" '
            f'r="{round(child.merge * _FADE)}"/>'
            f'<use href="#{self.ids}{first.name}" fill="url(#{id})"/>'
        )

    def _mark(self, target: Target) -> str:
        x, y = target.at
        return (
            f'<use href="#{self.shared}target" '
            f'transform="translate({round(x)} {round(y)})scale({target.radius / 100:.2f})"/>'
        )


def thing(piece: Piece, theme: Theme) -> str:
    """Return the elements of a thing."""
    ink = theme.ink if piece.role is Surface.METAL else theme.prop_ink
    return svg.path(
        piece.path,
        fill=svg.fill_of(theme, piece.role),
        stroke=ink,
        stroke_width=theme.far_line,
    ) + svg.path(piece.lines, stroke=ink, stroke_width=theme.far_line - 2)


def _fill(piece: Piece) -> str:
    return f"far-{piece.role}" if piece.is_far else piece.role


def _are_alike(child: Piece, parent: Piece) -> bool:
    return child.role is parent.role and child.is_far == parent.is_far


def _is_hidden(target: Target, over: Sequence[Piece]) -> bool:
    """Tell whether later parts hide more than the edge of a mark."""
    return any(lies_on(piece, *target.at, 0.3 * target.radius) for piece in over)
