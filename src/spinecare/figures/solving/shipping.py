"""Making the file of solved poses that ships with the package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from spinecare.errors import ImpossiblePoseError
from spinecare.figures.cache import Solved, Stored, restored, stored, way_key
from spinecare.figures.frames import ShapedFrame, shaped, shaped_posture
from spinecare.figures.scenes import told_moves
from spinecare.figures.shape import Shape
from spinecare.figures.solving.solution import Solution, examine, in_between, solve
from spinecare.model import Drawing, Frame

STEPS: Final = 7
"""Poses between two frames, neither of them counted."""


def solved_file(
    drawings: Iterable[Drawing], postures: Mapping[str, Frame], known: Solved
) -> Solved:
    """Solve every shape that is not known yet, and leave out what is no longer used.

    Args:
        drawings: All drawings.
        postures: All postures by id.
        known: What was solved before; its poses are kept as they are.

    Raises:
        FaultyInputError: A text cannot be read.
        ImpossiblePoseError: A shape cannot be held.
    """
    poses: dict[str, Stored] = {}
    ways: dict[str, list[Stored]] = {}
    for name, frame in shaped_frames(drawings, postures):
        key = frame.shape.key
        if not frame.is_mirror and key not in poses:
            poses[key] = known.poses.get(key) or stored(_held(name, solve(frame.shape)).skeleton)
    for first, second in _moves(drawings, postures):
        key = way_key(first, second)
        if key not in ways:
            start = restored(first.base, poses[first.key])
            end = restored(second.base, poses[second.key])
            ways[key] = known.ways.get(key) or [
                stored(body) for body in in_between(start, end, _shared(first, second), STEPS)
            ]
    return Solved(poses=poses, ways=ways)


def faults_of(
    drawings: Iterable[Drawing], postures: Mapping[str, Frame], known: Solved
) -> Iterator[str]:
    """Yield what is wrong with solved poses: shapes without a pose, poses that do not hold."""
    wanted: set[str] = set()
    drawings = tuple(drawings)
    for name, frame in shaped_frames(drawings, postures):
        if frame.is_mirror:
            continue
        wanted.add(frame.shape.key)
        numbers = known.poses.get(frame.shape.key)
        if numbers is None:
            yield f"{name}: not solved"
        else:
            solution = examine(frame.shape, restored(frame.shape.base, numbers))
            yield from (f"{name}: {miss}" for miss in solution.misses)
    pairs = {way_key(first, second) for first, second in _moves(drawings, postures)}
    yield from (f"a pose of no shape: {key}" for key in sorted(known.poses.keys() - wanted))
    yield from (f"a way that is not solved: {key}" for key in sorted(pairs - known.ways.keys()))
    yield from (f"a way of no drawing: {key}" for key in sorted(known.ways.keys() - pairs))


def as_text(solved: Solved) -> str:
    """Return the file's text: one pose a line, in order of key."""
    lines = ['{"poses": {']
    lines.append(",\n".join(f'"{key}":{_line(solved.poses[key])}' for key in sorted(solved.poses)))
    lines.append('}, "ways": {')
    lines.append(",\n".join(f'"{key}":{_line(solved.ways[key])}' for key in sorted(solved.ways)))
    lines.append("}}")
    return "\n".join(lines) + "\n"


def shaped_frames(
    drawings: Iterable[Drawing], postures: Mapping[str, Frame]
) -> Iterator[tuple[str, ShapedFrame]]:
    """Yield every frame with its name: the postures', then the drawings'."""
    for id in postures:
        yield id, shaped_posture(id, postures)
    for drawing in drawings:
        for id, frame in shaped(drawing, postures).frames.items():
            yield f"{drawing.of}, frame {id}", frame


def _moves(
    drawings: Iterable[Drawing], postures: Mapping[str, Frame]
) -> Iterator[tuple[Shape, Shape]]:
    """Yield the shapes that an arrow or an animation leads between."""
    for drawing in drawings:
        frames = shaped(drawing, postures).frames
        for start, end in told_moves(drawing):
            first, second = frames[start], frames[end]
            is_told = second.is_mirror or first.is_mirror
            if (
                not is_told
                and first.shape.base == second.shape.base
                and first.shape != second.shape
            ):
                yield first.shape, second.shape


def _shared(first: Shape, second: Shape) -> Shape:
    """Return what holds all the way: the contacts of both ends."""
    return Shape(
        base=second.base,
        contacts=tuple(contact for contact in second.contacts if contact in first.contacts),
        surface=second.surface,
    )


def _held(name: str, solution: Solution) -> Solution:
    if solution.misses:
        raise ImpossiblePoseError(name, tuple(str(miss) for miss in solution.misses))
    return solution


def _line(numbers: object) -> str:
    return json.dumps(numbers, separators=(",", ":"))
