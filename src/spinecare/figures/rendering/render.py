"""A scene as one SVG."""

from __future__ import annotations

from spinecare.figures.rendering import svg
from spinecare.figures.rendering.camera import UNITS, Camera
from spinecare.figures.rendering.card import Card, card_for
from spinecare.figures.rendering.drawing import Drawing, sketch
from spinecare.figures.rendering.theme import LIGHT, Theme
from spinecare.figures.scene import Scene


def render(
    scene: Scene,
    *,
    theme: Theme = LIGHT,
    id_prefix: str = "f",
    title: str,
    description: str,
    shared: str = "",
) -> str:
    """Return a picture as SVG text.

    Its lines are equally thick in all pictures: the width of every card is 1400 units, and a
    body's height is 1000 of them where it fits. What does not fit is drawn smaller, with lines as
    thick as ever, and `data-scale` on the picture's group says how much; so it does for the upper
    body, which is drawn larger.

    Args:
        scene: What is shown.
        theme: Colours and line widths.
        id_prefix: What every id in it begins with; pictures on one page need different ones.
        title: Its name, for those who do not see it.
        description: What is seen, likewise.
        shared: The prefix of `shared_definitions` that the page has; the picture brings its own if
            none is named.

    Raises:
        InvalidValueError: An id cannot begin with the prefix.
    """
    drawing, card = laid(scene, theme, id_prefix, shared)
    body = "" if shared else definitions(theme, id_prefix, drawing)
    return svg.document(
        card.width,
        card.height,
        body + on_card(drawing, card),
        id_prefix=id_prefix,
        texts=(title, description),
    )


def shared_definitions(theme: Theme = LIGHT, *, id_prefix: str = "s") -> str:
    """Return an SVG without size that holds what many pictures of one page refer to."""
    svg.checked(id_prefix)
    fills = [role.value for role in theme.fills if role in theme.far_fills]
    fades = frozenset((*fills, *(f"far-{fill}" for fill in fills)))
    body = svg.definitions(theme, id_prefix, fades, has_target=True)
    return (
        f'<svg xmlns="{svg.NAMESPACE}" width="0" height="0" aria-hidden="true" '
        f'style="position:absolute">{body}</svg>'
    )


def definitions(theme: Theme, ids: str, *drawings: Drawing) -> str:
    """Return what drawings refer to."""
    fades = frozenset(fade for drawing in drawings for fade in drawing.fades)
    has_target = any(drawing.has_target for drawing in drawings)
    return svg.definitions(theme, ids, fades, has_target=has_target)


def laid(scene: Scene, theme: Theme, ids: str, shared: str = "") -> tuple[Drawing, Card]:
    """Return a scene's drawing at the scale that fits its card, and the card."""
    camera = Camera.of(scene.view)
    found = sketch(scene, theme, camera)
    card = card_for(found.bounds, scene.crop)
    if card.scale != 1.0:
        found = sketch(scene, theme, camera.moved(UNITS * card.scale, 0.0, 0.0))
    return found.painted(ids, shared), card


def on_card(drawing: Drawing, card: Card) -> str:
    """Return a drawing in the middle of its card."""
    left, top, right, bottom = drawing.bounds
    x, y = (card.width - left - right) / 2, (card.height - top - bottom) / 2
    said = {} if card.scale == 1.0 else {"data_scale": f"{card.scale:.2f}"}
    return drawn(drawing.body, transform=f"translate({round(x)} {round(y)})", **said)


def drawn(body: str, **attributes: str) -> str:
    """Return a group with what all drawings take for granted about lines."""
    return svg.group(
        body, fill="none", stroke_linecap="round", stroke_linejoin="round", **attributes
    )
