"""A scene as one SVG."""

from __future__ import annotations

from spinecare.figures.rendering import svg
from spinecare.figures.rendering.camera import UNITS, Camera
from spinecare.figures.rendering.card import Card, card_for
from spinecare.figures.rendering.drawing import Drawing, draw
from spinecare.figures.rendering.theme import LIGHT, Theme
from spinecare.figures.scene import Scene


def render(
    scene: Scene,
    *,
    theme: Theme = LIGHT,
    id_prefix: str = "f",
    title: str,
    description: str,
) -> str:
    """Return a picture as SVG text.

    Its lines are equally thick in all pictures: 1400 units are the width of every card, and a body's
    height is 1000 of them where it fits. What does not fit is drawn smaller, and `data-scale` on the
    picture's group says how much.

    Args:
        scene: What is shown.
        theme: Colours and line widths.
        id_prefix: What every id in it begins with; pictures on one page need different ones.
        title: Its name, for those who do not see it.
        description: What is seen, likewise.
    """
    drawing, card = laid(scene, theme, id_prefix)
    body = svg.definitions(theme, id_prefix, drawing.fades, has_target=drawing.has_target)
    body += on_card(drawing, card)
    return svg.document(
        card.width, card.height, body, id_prefix=id_prefix, texts=(title, description)
    )


def laid(scene: Scene, theme: Theme, ids: str, shared: str = "") -> tuple[Drawing, Card]:
    """Return a scene's drawing at the scale that fits its card, and the card."""
    camera = Camera.of(scene.view)
    drawing = draw(scene, theme, camera, ids, shared)
    card = card_for(drawing.bounds, scene.crop)
    if card.scale != 1.0:
        drawing = draw(scene, theme, camera.moved(UNITS * card.scale, 0.0, 0.0), ids, shared)
    return drawing, card


def on_card(drawing: Drawing, card: Card) -> str:
    """Return a drawing in the middle of its card."""
    left, top, right, bottom = drawing.bounds
    x, y = round((card.width - left - right) / 2), round((card.height - top - bottom) / 2)
    said = {} if card.scale == 1.0 else {"data_scale": f"{card.scale:.2f}"}
    return svg.group(
        drawing.body,
        transform=f"translate({x} {y})",
        fill="none",
        stroke_linecap="round",
        stroke_linejoin="round",
        **said,
    )
