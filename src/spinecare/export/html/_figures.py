"""The pictures of a page: each exercise is drawn once and shown wherever it is named.

A picture is a `<symbol>` with the id `fig-` and the id of its exercise, drawn with the right side
working, or beginning: `<svg><use href="#fig-neck-2-rotation"/></svg>` shows it. For the left side
of one-sided work it is shown in the mirror, `transform: scaleX(-1)`, with the badge that names the
side hidden by `--fig-badge: hidden`. Colours are custom properties, so they follow light, dark and
print; nothing of a picture is an inline style.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from spinecare.drawing import draw
from spinecare.errors import SpinecareError
from spinecare.export.html._colours import TOKENS, VARIABLES, colours
from spinecare.export.html._markup import Markup, raw, tag
from spinecare.export.html._paths import GRID
from spinecare.export.html._slimming import Slimmer, rules
from spinecare.figures import Figure
from spinecare.model import Catalogue

_LOW: Final = 0.6
"""Of the width: pictures of lying bodies are lower, the others higher."""


@frozen(kw_only=True)
class Picture:
    """What a page knows of a picture."""

    description: str
    """What is seen, for those who do not see it."""
    is_low: bool
    """Whether it is half as high as wide; else three quarters."""


@frozen(kw_only=True)
class Pictures:
    """All pictures of a page."""

    symbols: Markup
    """One SVG without size that holds them."""
    css: str
    """Their paint."""
    by_id: Mapping[str, Picture]
    """What is known of each, by the id of its exercise; without those that cannot be drawn."""

    def shown(self, id: str, *, css: str = "", is_left: bool = False) -> Markup:
        """Return a picture that says nothing to a screen reader: its exercise is named beside it.

        Args:
            id: The exercise.
            css: A class for it.
            is_left: Whether it is shown in the mirror.
        """
        return self._svg(id, css, is_left, aria_hidden="true")

    def told(self, id: str, *, css: str = "") -> Markup:
        """Return a picture with its description as the text for those who do not see it."""
        known = self.by_id.get(id)
        label = known.description if known is not None else ""
        return self._svg(id, css, False, role="img", aria_label=label)

    def _svg(self, id: str, css: str, is_left: bool, **attributes: str) -> Markup:
        known = self.by_id.get(id)
        if known is None:
            return Markup("")
        names = (css, "low" if known.is_low else "", "left" if is_left else "")
        return tag(
            "svg",
            tag("use", href=f"#fig-{id}"),
            class_=" ".join(filter(None, names)),
            **attributes,
        )


def pictures(catalogue: Catalogue, ids: Iterable[str]) -> Pictures:
    """Return pictures of exercises; one that cannot be drawn is left out, its words stand.

    Args:
        catalogue: What has the exercises and their drawings.
        ids: The exercises.
    """
    slimmer = Slimmer()
    symbols: list[Markup] = []
    found: dict[str, Picture] = {}
    for id in dict.fromkeys(ids):
        figure = _drawn(catalogue, id)
        if figure is not None:
            width, height = (length // GRID for length in figure.size)
            body = raw(slimmer.body(figure.svg))
            symbols.append(tag("symbol", body, id=f"fig-{id}", viewBox=f"0 0 {width} {height}"))
            found[id] = Picture(description=figure.description, is_low=height < _LOW * width)
    shared = raw("".join(slimmer.shared.values()))
    defined = tag("defs", shared) if shared.html else shared
    return Pictures(
        symbols=tag("svg", defined, *symbols, class_="figures", aria_hidden="true"),
        css=colours() + rules(slimmer.classes, VARIABLES),
        by_id=found,
    )


def _drawn(catalogue: Catalogue, id: str) -> Figure | None:
    try:
        return draw(id, catalogue=catalogue, theme=TOKENS, id_prefix="x")
    except SpinecareError:  # a pose of one's own may need numpy, or be impossible
        return None
