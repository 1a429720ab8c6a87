"""What can be chosen of a picture: themes, PNG, names; and what is refused."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from attrs import evolve

from spinecare import (
    Plan,
    Pose,
    draw,
)
from spinecare.errors import InvalidValueError, MissingExtraError, UnknownIdError
from spinecare.figures import Theme
from spinecare.figures.rendering import LIGHT
from tests.figures.pictured import CATALOGUE, ENTRIES, ONE_SIDED


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_a_theme_changes_colours_only(theme: str) -> None:
    """The lines stay where they are."""
    shape = re.compile(r'#?f[0-9a-f]{8}|#[0-9a-f]{6}|stroke-width="[^"]*"')

    assert draw(ONE_SIDED, theme=theme).description == draw(ONE_SIDED).description  # type: ignore[arg-type]
    if theme == "dark":
        assert shape.sub("", draw(ONE_SIDED, theme=theme).svg) == shape.sub("", draw(ONE_SIDED).svg)  # type: ignore[arg-type]


def test_a_theme_of_ones_own_is_taken() -> None:
    """A theme is a value."""
    theme: Theme = evolve(LIGHT, name="mine", accent="#123456")

    assert "#123456" in draw(ONE_SIDED, theme=theme).svg


def test_a_picture_becomes_png_of_the_width_asked_for() -> None:
    """With the extra `[png]`."""
    content = draw(ONE_SIDED).png(width=472)

    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) == 472


@pytest.mark.parametrize("width", [0, 15, 8193, 4.5, True, "472"])
def test_a_width_that_is_none_is_refused(width: object) -> None:
    """By name."""
    with pytest.raises(InvalidValueError, match="width"):
        draw(ONE_SIDED).png(width=width)  # type: ignore[arg-type]


def test_png_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)

    with pytest.raises(MissingExtraError, match=r"spinecare\[png\]"):
        draw(ONE_SIDED).png()


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"form": "film"}, "form"),
        ({"side": "up"}, "side"),
        ({"side": "both"}, "side"),
        ({"theme": "sepia"}, "theme"),
        ({"theme": ["light"]}, "theme"),
    ],
)
def test_what_draw_does_not_know_is_refused_by_name(
    arguments: dict[str, object], field: str
) -> None:
    """With what it knows."""
    with pytest.raises(InvalidValueError, match=field):
        draw(ONE_SIDED, **arguments)  # type: ignore[arg-type]


def test_an_exercise_can_be_asked_for_by_its_name() -> None:
    """The name that plans print."""
    entry = CATALOGUE.entry(ONE_SIDED)

    assert draw(entry.name) == draw(entry.name.upper()) == draw(ONE_SIDED)


def test_poses_and_sessions_have_one_form(plan: Plan) -> None:
    """What would be ignored is refused."""
    with pytest.raises(InvalidValueError, match="side"):
        draw(plan.sessions[0], side="left")
    with pytest.raises(InvalidValueError, match="form"):
        draw(Pose(position="prone"), form="strip")
    with pytest.raises(InvalidValueError, match="frame"):
        draw(Pose(position="prone"), frame="start")


def test_a_catalogue_and_a_prefix_of_another_kind_are_refused() -> None:
    """By name, with what to do."""
    with pytest.raises(InvalidValueError, match="load_catalogue"):
        draw(ONE_SIDED, catalogue="mine.toml")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="id_prefix"):
        draw(ONE_SIDED, id_prefix=3)  # type: ignore[arg-type]


def test_what_cannot_be_drawn_is_refused() -> None:
    """An id of nothing, and a thing of another kind."""
    with pytest.raises(UnknownIdError, match=ONE_SIDED):
        draw("yoga-wind-relieving-poze")
    with pytest.raises(InvalidValueError, match="subject"):
        draw(42)  # type: ignore[arg-type]


def test_drawing_needs_neither_numpy_nor_resvg() -> None:
    """What is shipped is drawn with the core dependencies."""
    code = (
        "import sys; sys.modules['numpy'] = None; sys.modules['resvg_py'] = None; "
        "from spinecare import draw, load_catalogue; "
        "print(len([draw(entry, form='strip') for entry in load_catalogue().entries]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert int(done.stdout) == len(ENTRIES)
