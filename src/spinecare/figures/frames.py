"""From a drawing's texts to shapes: each frame with what it takes over from another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import evolve, frozen

from spinecare.errors import Fault, FaultyInputError
from spinecare.figures.props import surface
from spinecare.figures.reading import Reader
from spinecare.figures.scene import Prop
from spinecare.figures.shape import Shape, changed, other_side
from spinecare.figures.skeleton import BASES
from spinecare.model import Drawing, Frame

_SHAPING: Final = ("like", "base", "hints", "on", "at", "touch", "toward", "free", "props")
"""What a frame may not say beside `mirrors`."""


@frozen(kw_only=True)
class ShapedFrame:
    """A frame, read."""

    id: str
    """Its name."""
    shape: Shape
    """The body shape."""
    props: tuple[Prop, ...]
    """Things in the picture."""
    arrows: tuple[str, ...]
    """Its arrows, as written."""
    is_mirror: bool = False
    """Whether it is the mirror image of another frame of the drawing."""


def shaped(drawing: Drawing, postures: Mapping[str, Frame]) -> dict[str, ShapedFrame]:
    """Read the frames of a drawing.

    Args:
        drawing: The drawing.
        postures: The shapes that frames may begin from, by id.

    Returns:
        The frames by name, in order.

    Raises:
        FaultyInputError: With every fault of all its texts.
    """
    faults: list[Fault] = []
    extra = _read_props(drawing.props, drawing.of, "$", faults)
    found: dict[str, ShapedFrame] = {}
    for place, frame in enumerate(drawing.frames):
        reader = Reader(drawing.of, f"$.frames[{place}]")
        found[frame.id] = _shaped(frame, found, postures, extra, reader)
        faults.extend(reader.faults)
    if faults:
        raise FaultyInputError("drawing", tuple(faults))
    return found


def shaped_posture(id: str, postures: Mapping[str, Frame]) -> ShapedFrame:
    """Read one posture.

    Raises:
        FaultyInputError: With every fault of its texts.
    """
    reader = Reader(id, "$")
    found = _shaped(postures[id], {}, postures, (), reader)
    if reader.faults:
        raise FaultyInputError("posture", tuple(reader.faults))
    return found


def _shaped(
    frame: Frame,
    before: Mapping[str, ShapedFrame],
    postures: Mapping[str, Frame],
    extra: tuple[Prop, ...],
    reader: Reader,
) -> ShapedFrame:
    if frame.mirrors:
        return _mirror_image(frame, before, reader)
    start = _start(frame, before, postures, reader)
    own = reader.props(frame.props)
    props = _together((*(start.props if start else ()), *extra, *own))
    shape = changed(
        start.shape if start else Shape(base=frame.base),
        base=frame.base,
        hints=reader.hints(frame.hints),
        contacts=(
            *reader.on(frame.on),
            *reader.at(frame.at),
            *reader.touch(frame.touch),
            *reader.toward(frame.toward),
        ),
        free=reader.free(frame.free),
    )
    if shape.base not in BASES:
        if shape.base or not frame.like:
            reader.fault("base", f"must be one of {', '.join(BASES)}", shape.base, BASES)
        shape = changed(shape, base="stand")
    shape = Shape(
        base=shape.base, hints=shape.hints, contacts=shape.contacts, surface=surface(props)
    )
    return ShapedFrame(id=frame.id, shape=shape, props=props, arrows=frame.arrows)


def _mirror_image(frame: Frame, before: Mapping[str, ShapedFrame], reader: Reader) -> ShapedFrame:
    told = [name for name in _SHAPING if getattr(frame, name)]
    if told:
        reader.fault("mirrors", "must stand without what the mirror image has", ", ".join(told))
    original = before.get(frame.mirrors)
    if original is None:
        reader.fault("mirrors", "must be an earlier frame", frame.mirrors, before)
        return ShapedFrame(id=frame.id, shape=Shape(base="stand"), props=(), arrows=())
    return ShapedFrame(
        id=frame.id,
        shape=original.shape.mirrored(),
        props=tuple(evolve(prop, landmark=other_side(prop.landmark)) for prop in original.props),
        arrows=frame.arrows,
        is_mirror=True,
    )


def _start(
    frame: Frame,
    before: Mapping[str, ShapedFrame],
    postures: Mapping[str, Frame],
    reader: Reader,
) -> ShapedFrame | None:
    if frame.like in before:
        return before[frame.like]
    if frame.like in postures:
        return _shaped(postures[frame.like], {}, postures, (), reader)
    if frame.like:
        reader.fault("like", "must be a posture or an earlier frame", frame.like, postures)
    return None


def _together(props: Iterable[Prop]) -> tuple[Prop, ...]:
    """Return the props, of each name and landmark only the last."""
    return tuple({(prop.name, prop.landmark): prop for prop in props}.values())


def _read_props(
    texts: tuple[str, ...], file: str, path: str, faults: list[Fault]
) -> tuple[Prop, ...]:
    reader = Reader(file, path)
    props = reader.props(texts)
    faults.extend(reader.faults)
    return props
