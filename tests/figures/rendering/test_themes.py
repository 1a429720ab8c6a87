"""Colours that can be told apart, on the screen and on paper."""

from __future__ import annotations

import pytest
from attrs import evolve

from spinecare.errors import InvalidValueError
from spinecare.figures.rendering import DARK, LIGHT, PRINT, THEMES, Theme
from spinecare.figures.rendering.theme import Surface
from tests.figures.rendering.pixels import rgb


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [
        value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4
        for value in rgb(colour)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_lines_and_marks_stand_out_from_the_paper_and_from_the_mat(theme: Theme) -> None:
    """At least 3:1 (WCAG 1.4.11); the body's own lines far more."""
    for ground in (theme.paper, theme.fills[Surface.MAT]):
        assert contrast(theme.ink, ground) >= 10
        assert contrast(theme.far_ink, ground) >= 3
        assert contrast(theme.accent, ground) >= 3
        assert contrast(theme.prop_ink, ground) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_lines_stand_out_from_what_they_bound(theme: Theme) -> None:
    """Of near and of far limbs."""
    for role in (Surface.SHIRT, Surface.TROUSERS, Surface.SKIN):
        assert contrast(theme.ink, theme.fills[role]) >= 4
    assert contrast(theme.far_ink, theme.far_fills[Surface.SKIN]) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_shirt_trousers_and_skin_differ_without_colour(theme: Theme) -> None:
    """Parts then separate in grey without relying on lines."""
    greys = sorted(
        luminance(theme.fills[role]) for role in (Surface.SHIRT, Surface.TROUSERS, Surface.SKIN)
    )

    assert (greys[1] + 0.05) / (greys[0] + 0.05) >= 1.3
    assert (greys[2] + 0.05) / (greys[1] + 0.05) >= 1.3


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_the_rings_of_a_mark_stand_out_from_its_accent(theme: Theme) -> None:
    """They must survive a copy in grey."""
    assert contrast(theme.ring, theme.accent) >= 3


def test_print_has_thicker_lines_and_nothing_is_thinner_than_seven() -> None:
    """At a width of 4 cm, 9 units are 0.26 mm."""
    for theme in (LIGHT, DARK, PRINT):
        assert min(theme.line, theme.far_line) >= 7
    assert (PRINT.line, PRINT.arrow_line) == (11, 18)
    assert (LIGHT.line, LIGHT.arrow_line) == (9, 15)


def test_themes_are_found_by_name() -> None:
    """For whoever chooses one in a setting."""
    assert {"light": LIGHT, "dark": DARK, "print": PRINT} == THEMES


@pytest.mark.parametrize(
    "colour", ["#fff", "#12345678", "white", "rgb(10, 20, 30)", "hsl(9 8% 7%)"]
)
def test_a_colour_is_written_as_in_style_sheets(colour: str) -> None:
    """By number, name or function."""
    assert evolve(LIGHT, accent=colour).accent == colour


@pytest.mark.parametrize("colour", ["", "#ff", '"/><script>', "url(#x)", "red;x:y", None, 7])
def test_what_is_no_colour_is_refused_by_the_name_of_its_field(colour: object) -> None:
    """It would be written into the picture as it is."""
    with pytest.raises(InvalidValueError, match="accent must be a colour"):
        evolve(LIGHT, accent=colour)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="fills must be a colour"):
        evolve(LIGHT, fills={**LIGHT.fills, Surface.WALL: colour})  # type: ignore[dict-item]


def test_a_theme_has_a_colour_for_every_surface() -> None:
    """On the far side for those of limbs."""
    less: dict[Surface, str] = {
        role: colour for role, colour in LIGHT.fills.items() if role is not Surface.MAT
    }

    with pytest.raises(InvalidValueError, match=r"^fills must be a colour for mat"):
        evolve(LIGHT, fills=less)
    with pytest.raises(InvalidValueError, match=r"^far_fills must be a colour for skin"):
        evolve(LIGHT, far_fills={Surface.SHIRT: "red", Surface.TROUSERS: "blue"})
