"""A movement as one SVG that shows its bodies one after the other, there and back.

Each body is a group of its own that is seen for its part of the time; style alone does it. Whoever
asks for less motion sees the last body, and so does everything that shows no motion.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from spinecare.figures.rendering import svg
from spinecare.figures.rendering.camera import UNITS, Camera
from spinecare.figures.rendering.card import card_for
from spinecare.figures.rendering.drawing import Sketch, sketch, union
from spinecare.figures.rendering.render import definitions, drawn
from spinecare.figures.rendering.theme import LIGHT, Theme
from spinecare.figures.scene import Scene
from spinecare.figures.skeleton import Skeleton

SECONDS: Final = 2.5
"""How long there and back takes."""
CYCLES: Final = 2
"""How often, before it stops; what moves by itself longer than 5 s needs a switch (WCAG 2.2.2)."""
_HELD: Final = 14.0  # per cent of the time at either end
_MOST: Final = 9  # bodies


def render_animation(
    scene: Scene,
    bodies: Sequence[Skeleton],
    *,
    theme: Theme = LIGHT,
    id_prefix: str = "f",
    title: str,
    description: str,
) -> str:
    """Return a movement as SVG text.

    Args:
        scene: The picture of the movement's end; its arrows and badges go with the last body.
        bodies: Two or more, from the movement's start to its end; of many, nine are shown.
        theme: Colours and line widths.
        id_prefix: What every id in it begins with.
        title: Its name, for those who do not see it.
        description: What is seen, likewise.
    """
    chosen = _chosen(bodies)
    scenes = [
        evolve(
            scene, skeleton=body, arrows=(), badges=(), ghost=None, bounds=(*bodies, *scene.bounds)
        )
        for body in chosen[:-1]
    ]
    scenes.append(evolve(scene, skeleton=chosen[-1], bounds=(*bodies, *scene.bounds)))
    sketches = _sketches(scenes, theme)
    card = card_for(union(one.bounds for one in sketches), scene.crop)
    if card.scale != 1.0:
        sketches = _sketches(scenes, theme, card.scale)
    left, top, right, bottom = union(one.bounds for one in sketches)
    drawings = [
        one.painted(f"{id_prefix}{place}-", id_prefix) for place, one in enumerate(sketches)
    ]
    x, y = round((card.width - left - right) / 2), round((card.height - top - bottom) / 2)
    last = len(drawings) - 1
    groups = "".join(
        svg.group(
            drawing.body,
            id=f"{id_prefix}b{place}",
            **({} if place == last else {"visibility": "hidden"}),
        )
        for place, drawing in enumerate(drawings)
    )
    said = {} if card.scale == 1.0 else {"data_scale": f"{card.scale:.2f}"}
    body = (
        f"<style>{_style(id_prefix, len(drawings))}</style>"
        + definitions(theme, id_prefix, *drawings)
        + drawn(groups, transform=f"translate({x} {y})", **said)
    )
    return svg.document(
        card.width, card.height, body, id_prefix=id_prefix, texts=(title, description)
    )


def _chosen(bodies: Sequence[Skeleton]) -> list[Skeleton]:
    count = min(_MOST, len(bodies))
    return [bodies[round(place * (len(bodies) - 1) / (count - 1))] for place in range(count)]


def _sketches(scenes: Sequence[Scene], theme: Theme, scale: float = 1.0) -> list[Sketch]:
    camera = Camera.of(scenes[0].view).moved(scale * UNITS, 0.0, 0.0)
    return [sketch(scene, theme, camera) for scene in scenes]


def _style(ids: str, count: int) -> str:
    """Return the rules that show each body for its part of the time."""
    rules: list[str] = []
    for place in range(count):
        marks = "".join(
            f"{_percent(at)}{{visibility:{'visible' if is_seen else 'hidden'}}}"
            for at, is_seen in _changes(place, count)
        )
        name = f"{ids}k{place}"
        rules.append(f"@keyframes {name}{{{marks}}}")
        rules.append(f"#{ids}b{place}{{animation:{name} {SECONDS}s step-end {CYCLES}}}")
    still = ",".join(f"#{ids}b{place}" for place in range(count))
    rules.append(f"@media (prefers-reduced-motion:reduce){{{still}{{animation:none}}}}")
    return "".join(rules)


def _changes(place: int, count: int) -> list[tuple[float, bool]]:
    """Return when a body of a movement appears and vanishes, in per cent of there and back.

    The first body is held at the beginning, the last one from the middle on; those between are seen
    twice.
    """
    held = _HELD if count > 2 else 50.0
    step = (50.0 - held) / max(1, count - 2)
    if place == 0:
        return [(0.0, True), (held, False)]
    if place == count - 1:
        return [(0.0, False), (50.0, True), *([(50.0 + held, False)] if count > 2 else [])]
    there, back = held + (place - 1) * step, 100.0 - place * step
    changes = [(0.0, False), (there, True), (there + step, False), (back, True)]
    return changes if place == 1 else [*changes, (back + step, False)]


def _percent(value: float) -> str:
    return f"{svg.number(round(value, 1))}%"
