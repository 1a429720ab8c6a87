"""Check that drawings belong to exercises, and that their frames are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spinecare.catalogue._breach import Breach, unknown_id
from spinecare.errors import FaultyInputError
from spinecare.model import Catalogue, Drawing, Frame


def drawing_breaches(catalogue: Catalogue, faulty_ids: frozenset[str]) -> Iterator[Breach]:
    """Yield drawings of nothing, frames that are not there, phases without a frame."""
    postures = [posture.id for posture in catalogue.postures]
    for index, posture in enumerate(catalogue.postures):
        for path, message in _frame_faults(posture, (*postures[:index], *faulty_ids), ()):
            yield Breach(field="postures", index=index, path=path, message=message)
    for index, drawing in enumerate(catalogue.drawings):
        for path, message in _faults(catalogue, drawing, postures, faulty_ids):
            yield Breach(field="drawings", index=index, path=path, message=message)


def _faults(
    catalogue: Catalogue, drawing: Drawing, postures: list[str], faulty_ids: frozenset[str]
) -> Iterator[tuple[str, str]]:
    exercise = catalogue.entry_by_id.get(drawing.of)
    if exercise is None and drawing.of not in faulty_ids:
        yield ".of", unknown_id("exercise", drawing.of, catalogue.entry_by_id)
    ids = [frame.id for frame in drawing.frames]
    for place, frame in enumerate(drawing.frames):
        if frame.id in ids[:place]:
            yield f".frames[{place}].id", f"id must be given once, got {frame.id!r} again"
        known = (*ids[:place], *postures, *faulty_ids)
        for path, message in _frame_faults(frame, known, ids[:place]):
            yield f".frames[{place}]{path}", message
    for place, id in enumerate(drawing.phases):
        if id not in ids:
            yield f".phases[{place}]", unknown_id("frame", id, ids)
    if drawing.card and drawing.card not in ids:
        yield ".card", unknown_id("frame", drawing.card, ids)
    if exercise is not None and len(drawing.phases) != len(exercise.phases):
        expected = f"phases must name a frame for each of the {len(exercise.phases)} phases"
        yield ".phases", f"{expected}, got {len(drawing.phases)}"


def _frame_faults(
    frame: Frame, known: Sequence[str], before: Sequence[str]
) -> Iterator[tuple[str, str]]:
    if frame.like and frame.like not in known:
        yield ".like", unknown_id("posture or earlier frame", frame.like, known)
    if frame.mirrors and frame.mirrors not in before:
        yield ".mirrors", unknown_id("earlier frame", frame.mirrors, before)
    if not (frame.like or frame.base or frame.mirrors):
        yield ".like", "like, base or mirrors must be given, got none of them"


def text_breaches(catalogue: Catalogue, field: str, index: int) -> Iterator[Breach]:
    """Yield what cannot be read in the texts of a drawing or a posture.

    Args:
        catalogue: The merged catalogue.
        field: `drawings` or `postures`.
        index: Which one of them.
    """
    from spinecare.figures.frames import shaped, shaped_posture

    if field == "drawings":
        drawing = catalogue.drawings[index]
        frames = {f".frames[{place}]": frame for place, frame in enumerate(drawing.frames)}
    else:
        frames = {"": catalogue.postures[index]}
    # what a frame begins from was looked at with the links
    told = {f"{place}{name}" for place in frames for name in (".like", ".mirrors")}
    told |= {f"{place}.base" for place, frame in frames.items() if not frame.base}
    try:
        if field == "drawings":
            shaped(catalogue.drawings[index], catalogue.posture_by_id)
        else:
            shaped_posture(catalogue.postures[index].id, catalogue.posture_by_id)
    except FaultyInputError as error:
        for fault in error.faults:
            path = fault.path.removeprefix("$")
            if path not in told:
                yield Breach(field=field, index=index, path=path, message=fault.message)
