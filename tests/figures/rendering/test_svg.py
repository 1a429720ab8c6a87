from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from spinecare.errors import InvalidValueError
from spinecare.figures.rendering import DARK, LIGHT, PRINT, render, shared_definitions
from tests.figures.rendering.pixels import pixels
from tests.figures.rendering.scenes import SCENES, STANDING, body, both, drawn

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {
    "svg", "title", "desc", "defs", "g", "path", "circle", "use",
    "radialGradient", "stop", "clipPath",
}  # fmt: skip


@pytest.mark.parametrize("name", SCENES)
def test_a_picture_is_small_well_formed_svg_of_eleven_elements(name: str) -> None:
    """No text (fonts may be missing), no script, no style that could leak into a page."""
    svg = drawn(name)

    root = ET.fromstring(svg)  # noqa: S314  our own text
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS
    assert len(svg.encode()) < 12_000
    assert not re.search(r"nan|inf\b|None|e-\d", svg)


@pytest.mark.parametrize("name", SCENES)
def test_a_picture_has_a_name_and_a_description_for_those_who_do_not_see_it(name: str) -> None:
    """They are what the role `img` is labelled by."""
    root = ET.fromstring(drawn(name, id_prefix="p7-"))  # noqa: S314  our own text

    texts = {element.get("id"): element.text for element in root if element.tag != f"{SVG}g"}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "p7-t p7-d"
    assert texts["p7-t"] == name
    assert texts["p7-d"] == f"Shows: {name}."


@pytest.mark.parametrize("name", SCENES)
def test_ids_are_there_once_begin_with_the_prefix_and_all_references_lead_somewhere(
    name: str,
) -> None:
    """Otherwise two pictures on a page would break each other."""
    svg = drawn(name, id_prefix="q-")

    ids = re.findall(r' id="([^"]+)"', svg)
    references = re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', svg)
    assert len(ids) == len(set(ids))
    assert all(id.startswith("q-") for id in ids)
    assert {a or b for a, b in references} <= set(ids)


@pytest.mark.parametrize("name", SCENES)
def test_all_coordinates_of_paths_are_whole_numbers(name: str) -> None:
    """A unit is a thousandth of the body's height."""
    paths = re.findall(r' d="([^"]+)"', drawn(name))

    assert paths
    assert not [path for path in paths if "." in path]


@pytest.mark.parametrize("name", SCENES)
def test_everything_is_inside_the_card(name: str) -> None:
    """Of a field that is 100 units larger all round, the outer 100 are empty."""
    svg = drawn(name)
    around = re.sub(
        r'viewBox="0 0 (\d+) (\d+)"',
        lambda match: f'viewBox="-100 -100 {int(match[1]) + 200} {int(match[2]) + 200}"',
        svg,
    )

    picture = pixels(around, 160)

    outside = {
        picture.at(x, y)[3]
        for x in range(picture.width)
        for y in range(picture.height)
        if min(x, y, picture.width - 1 - x, picture.height - 1 - y) < 9  # of ten units each
    }
    assert around != svg
    assert outside == {0}


@pytest.mark.parametrize("name", SCENES)
def test_the_card_has_one_of_two_sizes(name: str) -> None:
    """So that lines are equally thick in all pictures."""
    root = ET.fromstring(drawn(name))  # noqa: S314  our own text

    assert root.get("viewBox") in {"0 0 1400 1050", "0 0 1400 700"}


def test_lying_is_drawn_on_the_low_card_and_standing_on_the_tall_one() -> None:
    """The same scale on both."""
    assert 'viewBox="0 0 1400 700"' in drawn("bridge")
    assert 'viewBox="0 0 1400 1050"' in drawn("standing, side")
    assert "data-scale" not in drawn("bridge") + drawn("standing, side")


def test_what_does_not_fit_the_card_is_drawn_smaller_and_says_so() -> None:
    """Its lines are as thick as ever."""
    reaching = evolve(SCENES["standing, side"], skeleton=body(both(sh_flex=178)))

    svg = render(reaching, title="", description="")

    (scale,) = re.findall(r'data-scale="([^"]+)"', svg)
    assert 0.75 < float(scale) < 0.9
    assert 'stroke-width="18"' in svg


def test_what_is_too_wide_is_drawn_smaller_and_may_then_fit_the_low_card() -> None:
    """Reaching overhead while lying down."""
    scene = evolve(SCENES["supine"], skeleton=body({"ty": 0.1, **both(sh_flex=178)}, "supine"))

    svg = render(scene, title="", description="")

    assert 'viewBox="0 0 1400 700"' in svg
    assert "data-scale" in svg


def test_titles_are_escaped() -> None:
    """A title of a user's own catalogue is text, not markup."""
    svg = render(SCENES["supine"], title="<b>&", description='"quoted" </desc>')

    root = ET.fromstring(svg)  # noqa: S314  our own text
    assert root[0].text == "<b>&"
    assert root[1].text == '"quoted" </desc>'


@pytest.mark.parametrize("prefix", ["", "1", "a b", 'a"', "ä", "-a", "a.b"])
def test_a_prefix_that_no_id_can_begin_with_is_refused(prefix: str) -> None:
    """It would break out of its attribute, or out of a style's selector."""
    with pytest.raises(InvalidValueError, match="id_prefix must be a letter, then") as caught:
        render(SCENES["supine"], id_prefix=prefix, title="", description="")
    with pytest.raises(InvalidValueError):
        shared_definitions(id_prefix=prefix)

    assert caught.value.field == "id_prefix"


def test_drawing_twice_gives_the_same_bytes() -> None:
    """Also in another process, whose hashes differ."""
    code = (
        "from tests.figures.rendering.scenes import SCENES, drawn;"
        "import hashlib, sys;"
        "text = ''.join(drawn(name) for name in SCENES);"
        "sys.stdout.write(hashlib.sha256(text.encode()).hexdigest())"
    )

    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1
    assert drawn("bridge") == drawn("bridge")


def test_pictures_of_one_page_can_share_their_definitions() -> None:
    """They are then smaller, and refer to what the page has once."""
    scene = SCENES["knee hugged"]
    shared = shared_definitions(LIGHT, id_prefix="all-")

    alone = render(scene, id_prefix="a", title="t", description="d")
    one = render(scene, id_prefix="a", title="t", description="d", shared="all-")

    assert len(alone) - len(one) > 900
    assert "<defs>" not in one
    given = set(re.findall(r' id="([^"]+)"', shared + one))
    assert {a or b for a, b in re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', one)} <= given
    assert ET.fromstring(shared).get("aria-hidden") == "true"  # noqa: S314  our own text


def test_shared_definitions_draw_the_same_picture() -> None:
    """Pixel by pixel."""
    scene = SCENES["bridge"]
    alone = render(scene, id_prefix="a", title="t", description="d")
    one = render(scene, id_prefix="a", title="t", description="d", shared="s")
    defs = re.search(r"<defs>.*</defs>", shared_definitions(LIGHT))
    assert defs

    together = one.replace("</desc>", f"</desc>{defs.group()}")

    assert pixels(together).rows == pixels(alone).rows


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT])
def test_every_theme_draws_every_scene(theme: object) -> None:
    """With the theme's own ink."""
    assert isinstance(theme, type(LIGHT))

    for name in SCENES:
        assert theme.ink in drawn(name, theme)


def test_a_name_of_any_characters_gives_a_document() -> None:
    """XML holds no control characters, not even escaped, and browsers show nothing instead."""
    name = '<script>alert("&")</script> \x00\x07\x1b\ud800\ufffe é 背 🧘\n\t'

    root = ET.fromstring(render(SCENES["bridge"], title=name, description=name))  # noqa: S314  ours

    expected = '<script>alert("&")</script> \ufffd\ufffd\ufffd\ufffd\ufffd é 背 🧘\n\t'
    assert [root.findtext(f"{SVG}{tag}") for tag in ("title", "desc")] == [expected, expected]
    assert not [element for element in root.iter() if element.tag.endswith("script")]


def test_nothing_but_the_body_is_drawn_without_props() -> None:
    """An empty scene has no floor."""
    scene = evolve(SCENES["standing, side"], props=())

    svg = render(scene, title="", description="")

    assert LIGHT.floor not in svg
    assert scene.skeleton == STANDING
