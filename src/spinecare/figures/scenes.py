"""From a drawing to scenes: what each of its frames shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import evolve, frozen

from spinecare.errors import InvalidValueError
from spinecare.figures import props
from spinecare.figures.arrow_texts import told_arrow
from spinecare.figures.arrows import arrows_of, way_between
from spinecare.figures.cache import posed
from spinecare.figures.frames import ShapedDrawing, ShapedFrame, frame_before, shaped
from spinecare.figures.scene import Arrow, Badge, Scene, View
from spinecare.figures.shape import At, Touch
from spinecare.figures.sides import other_side
from spinecare.figures.skeleton import Skeleton
from spinecare.model import Drawing, Frame, Side


@frozen(kw_only=True)
class Drawn:
    """A drawing, posed: the scenes of its frames, for the right side or the left."""

    drawing: Drawing
    """What was written."""
    postures: Mapping[str, Frame]
    """The shapes its frames may begin from."""

    @cached_property
    def _shaped(self) -> ShapedDrawing:
        return shaped(self.drawing, self.postures)

    @property
    def frames(self) -> dict[str, ShapedFrame]:
        """The frames, read."""
        return self._shaped.frames

    @cached_property
    def skeletons(self) -> dict[str, Skeleton]:
        """Their bodies, working on the right side."""
        return {
            id: posed(frame.shape, f"{self.drawing.of}, frame {id}")
            for id, frame in self.frames.items()
        }

    @property
    def card(self) -> str:
        """The frame that stands for the whole."""
        return card_of(self.drawing)

    @property
    def strip(self) -> tuple[str, ...]:
        """The frames in the order that the phases show them, none twice in a row."""
        found: list[str] = []
        for id in self.drawing.phases:
            if found[-1:] != [id]:
                found.append(id)
        return tuple(found) or (self.card,)

    def scene(self, id: str = "", side: Side | None = None, *, with_ghost: bool = False) -> Scene:
        """Return what a frame shows.

        Args:
            id: The frame; the card if none is named.
            side: The side that works, for one-sided work; the right one if none is named. Work on
                the left is the mirror image, seen from the other side.
            with_ghost: Whether the frame it came from stands pale behind it.

        Raises:
            InvalidValueError: There is no such frame.
            FaultyInputError: Texts of the drawing cannot be read; all of them.
            ImpossiblePoseError: The body cannot hold a frame.
            MissingExtraError: A frame is new and numpy is not installed.
        """
        id = id or self.card
        if id not in self.frames:
            known = ", ".join(self.frames)
            raise InvalidValueError.of("frame", f"a frame of the drawing: {known}", id)
        frame = self.frames[id]
        before = self._before(id)
        badge, targets, letter = self._shaped.badge, self._shaped.targets, "R"
        if self._is_turned(id):
            letter, badge = "L", tuple(map(other_side, badge))
            targets = tuple(map(other_side, targets))
        scene = Scene(
            skeleton=self.skeletons[id],
            view=self._shaped.view,
            crop=self._shaped.crop,
            props=frame.props,
            targets=targets,
            arrows=arrows_of(frame, before, self.frames, self.skeletons),
            badges=tuple(Badge(letter=letter, landmark=name) for name in badge),
            ghost=self.skeletons[before] if with_ghost and before else None,
            fists=_fists(frame),
            bounds=tuple(self.skeletons[other] for other in self.frames if other != id),
        )
        return mirrored(scene) if side is Side.LEFT else scene

    def way(self, side: Side | None = None, id: str = "") -> tuple[Skeleton, ...]:
        """Return the bodies from the frame before a frame to it, both among them.

        Args:
            side: The side that works, for one-sided work, as in `scene`.
            id: The frame; the card if none is named. To a mirror image leads the mirror image of
                the way to what it mirrors.
        """
        id = id or self.card
        original = next(frame.mirrors for frame in self.drawing.frames if frame.id == id)
        if original:
            return tuple(body.mirrored() for body in self.way(side, original))
        before = self._before(id)
        if not before:
            return (self.skeletons[id],)
        bodies = way_between(
            self.frames[before], self.frames[id], self.skeletons[before], self.skeletons[id]
        )
        return tuple(body.mirrored() for body in bodies) if side is Side.LEFT else bodies

    def _is_turned(self, id: str) -> bool:
        """Tell whether a frame is, or begins from, the mirror image of another."""
        ids = [frame.id for frame in self.drawing.frames]
        place = ids.index(id)
        frame = self.drawing.frames[place]
        return bool(frame.mirrors) or (frame.like in ids[:place] and self._is_turned(frame.like))

    def _before(self, id: str) -> str:
        return frame_before(self.drawing, id)


def card_of(drawing: Drawing) -> str:
    """Return the frame that stands for the whole."""
    ids = [frame.id for frame in drawing.frames]
    return drawing.card or (ids[1] if len(ids) > 1 else ids[0])


def told_moves(drawing: Drawing) -> Iterator[tuple[str, str]]:
    """Yield the frames that an arrow, or the animation of the card, leads between."""
    card = card_of(drawing)
    if frame_before(drawing, card):
        yield frame_before(drawing, card), card
    for frame in drawing.frames:
        for text in frame.arrows:
            told = told_arrow(text)
            if told.kind == "move":
                yield told.start or frame_before(drawing, frame.id), frame.id


def mirrored(scene: Scene) -> Scene:
    """Return the mirror image of a scene: the other side works, seen from the other side."""
    return evolve(
        scene,
        skeleton=scene.skeleton.mirrored(),
        view=View(azimuth_deg=180 - scene.view.azimuth_deg, elevation_deg=scene.view.elevation_deg),
        targets=tuple(other_side(name) for name in scene.targets),
        props=tuple(map(props.mirrored, scene.props)),
        arrows=tuple(_mirrored_arrow(arrow) for arrow in scene.arrows),
        badges=tuple(
            Badge(letter=other_side(f"{badge.letter}_")[0], landmark=other_side(badge.landmark))
            for badge in scene.badges
        ),
        ghost=scene.ghost.mirrored() if scene.ghost else None,
        fists=tuple(other_side(f"{side}_")[0] for side in scene.fists),
        bounds=tuple(body.mirrored() for body in scene.bounds),
    )


def _mirrored_arrow(arrow: Arrow) -> Arrow:
    return evolve(arrow, path=tuple((x, y, 0.0 - z) for x, y, z in arrow.path))


def _fists(frame: ShapedFrame) -> tuple[str, ...]:
    """Return the hands that are closed round something."""
    if any(prop.name == "dumbbells" for prop in frame.props):
        return ("R", "L")
    gripping = {
        contact.landmark[0]
        for contact in frame.shape.contacts
        if isinstance(contact, At | Touch) and contact.landmark.endswith("_grip")
    }
    return tuple(side for side in "RL" if side in gripping)
