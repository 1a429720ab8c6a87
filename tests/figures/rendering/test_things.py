"""Things in the picture."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

from spinecare.figures.body import Vec
from spinecare.figures.rendering import LIGHT, render
from spinecare.figures.rendering.camera import Camera
from spinecare.figures.rendering.pieces import Piece, Seen
from spinecare.figures.rendering.theme import Surface
from spinecare.figures.rendering.things import things_of
from spinecare.figures.scene import Crop, Prop, Scene
from tests.figures.rendering.pixels import pixels
from tests.figures.rendering.scenes import (
    ASLANT,
    FLOOR,
    FRONT,
    MAT,
    PRONE,
    SCENES,
    SIDE,
    STANDING,
    SUPINE,
    TOP,
    drawn,
)


def _piece(prop: Prop, scene: Scene = SCENES["standing, side"]) -> Piece:
    """Return the one piece of a thing."""
    (piece,) = things_of((prop,), Seen(scene.skeleton, Camera.of(scene.view))).among
    return piece


def _middle(piece: Piece) -> tuple[float, float]:
    left, top, right, bottom = piece.bounds
    return (left + right) / 2, (top + bottom) / 2


def test_the_floor_is_a_line_from_the_side_and_an_oval_from_above() -> None:
    """Without an outline; just under the feet."""
    level = drawn("standing, side")
    above = render(evolve(SCENES["standing, side"], view=ASLANT), title="", description="")

    assert f'stroke="{LIGHT.floor}" stroke-width="12"' in level
    assert LIGHT.floor not in above
    assert re.search(rf'<path fill="{LIGHT.fills[Surface.MAT]}" d="M-?\d+ ?-?\d+a', above)


def test_a_mat_is_a_slab_from_the_side_and_a_sheet_with_round_corners_from_above() -> None:
    """A broad line of its own colour rounds them."""
    level, above = drawn("supine"), drawn("supine, from above")

    assert f'stroke="{LIGHT.mat_edge}" stroke-width="20"' in level
    mat = LIGHT.fills[Surface.MAT]
    assert f'fill="{mat}" stroke="{mat}" stroke-width="18"' in above


def test_floor_and_mat_reach_under_all_frames_of_the_drawing() -> None:
    """Whatever frame is shown."""
    alone = evolve(SCENES["standing, side"], bounds=())
    lying = evolve(alone, bounds=(SUPINE,))

    widths = []
    for scene in (alone, lying):
        found = re.search(
            r'stroke="#9aa5ad"[^>]* d="M(-?\d+) -?\d+H(-?\d+)"',
            render(scene, title="", description=""),
        )
        assert found
        widths.append(int(found[2]) - int(found[1]))

    assert widths[1] > widths[0] + 500


def test_a_crop_leaves_out_the_ground_and_what_is_below_the_cut() -> None:
    """Head, trunk and arms, drawn larger."""
    scene = evolve(SCENES["push against the head"], arrows=(), props=(FLOOR,))

    svg = render(scene, title="", description="")

    assert LIGHT.floor not in svg
    assert 'clip-path="url(#fcrop)"' in svg
    assert float(re.findall(r'data-scale="([\d.]+)"', svg)[0]) > 1.4
    feet = evolve(scene, crop=Crop.WHOLE)
    whole = render(feet, title="", description="")
    assert len(pixels(svg, 140).places("#7f98ab")) < len(pixels(whole, 140).places("#7f98ab"))


@pytest.mark.parametrize(
    ("prop", "place"),
    [
        (Prop(name="towel", numbers=(0.1, 0.072)), (0.1, 0.036, 0.0)),
        (Prop(name="towel", numbers=(0.1, 0.040)), (0.1, 0.020, 0.0)),
        (Prop(name="ball", numbers=(0.2, 0.15, 0.15)), (0.2, 0.15, 0.0)),
        (Prop(name="bar", numbers=(0.1, 0.9)), (0.1, 0.9, 0.0)),
        (Prop(name="bed", numbers=(-0.3, 0.3, 0.2)), (0.0, 0.1, 0.0)),
    ],
    ids=["towel", "flat towel", "ball", "bar", "bed"],
)
def test_a_thing_is_where_its_numbers_say(prop: Prop, place: Vec) -> None:
    """From the side and from the front."""
    for view in (SIDE, FRONT):
        scene = Scene(skeleton=STANDING, view=view)

        x, y = _middle(_piece(prop, scene))

        expected = Camera.of(view).project(place)
        assert (x, y) == pytest.approx(expected[:2], abs=2)


def test_a_pillow_lies_under_its_landmark_and_in_the_hands_at_it() -> None:
    """Never below the floor."""
    x, y, _ = (1000 * value for value in SUPINE.landmark("head"))
    under = _piece(Prop(name="pillow", landmark="head"), evolve(SCENES["supine"]))
    flat = _piece(Prop(name="pillow", landmark="L_toetip"))
    palm = STANDING.landmark("R_palm")
    held = _piece(Prop(name="pillow", landmark="R_palm"))

    assert _middle(under)[0] == pytest.approx(x, abs=2)
    assert under.bounds[1] > -y
    assert flat.bounds[3] == pytest.approx(0, abs=2)
    assert _middle(held) == pytest.approx((1000 * palm[0], -1000 * palm[1]), abs=2)


def test_weights_are_in_the_fists() -> None:
    """Two plates each, the far one with the handle."""
    scene = SCENES["weights"]
    seen = Seen(scene.skeleton, Camera.of(scene.view))

    things = things_of(scene.props, seen)

    assert [piece.role for piece in things.among] == [Surface.METAL] * 4
    for side in "RL":
        x, y, _ = seen.landmark(f"{side}_grip")
        pieces = [piece for piece in things.among if f"-{side}-" in piece.name]
        places = [_middle(piece) for piece in pieces]
        assert sum(place[0] for place in places) / 2 == pytest.approx(x, abs=25)
        assert sum(place[1] for place in places) / 2 == pytest.approx(y, abs=25)


def test_a_block_shows_one_side_straight_on_and_three_aslant() -> None:
    """The edges between them meet in its nearest corner."""
    bed = Prop(name="bed")

    straight = _piece(bed)
    aslant = _piece(bed, Scene(skeleton=STANDING, view=ASLANT))

    assert straight.lines == ""
    assert aslant.lines.count("l") == 3
    assert straight.path.count("l") == 3
    assert aslant.path.count("l") == 5


def test_water_is_painted_over_what_is_below_its_surface() -> None:
    """Pale, so that the body is seen through it."""
    scene = SCENES["in water"]
    dry = evolve(scene, props=())

    wet = render(scene, title="", description="")

    assert wet.index('fill-opacity=".45"') > wet.index('id="fhead"')
    trousers = pixels(render(dry, title="", description="")).places("#7f98ab")
    assert len(pixels(wet).places("#7f98ab", spread=3)) < 0.02 * len(trousers)


def test_shallow_water_reaches_below_who_floats() -> None:
    """There is water under a swimmer."""
    scene = Scene(skeleton=PRONE, view=SIDE, props=(Prop(name="water", numbers=(0.1,)),))

    svg = render(scene, title="", description="")

    surface = re.findall(r'fill-opacity=".45" d="M-?\d+ (-?\d+)q.*?V(-?\d+)H', svg)
    assert int(surface[0][1]) - int(surface[0][0]) >= 90


def test_the_posts_of_a_bar_stand_behind_everything() -> None:
    """In the background, paler than the bar."""
    svg = drawn("hanging")

    cushion = LIGHT.fills[Surface.CUSHION]
    assert svg.count(f'fill="{cushion}"') == 2
    assert svg.rindex(f'fill="{cushion}"') < svg.index('<path id="f')


def test_a_mat_seen_straight_from_above_is_a_rectangle() -> None:
    """It does not skew."""
    scene = Scene(skeleton=SUPINE, view=TOP, props=(MAT,))

    svg = render(scene, title="", description="")

    (path,) = set(re.findall(rf'stroke="{LIGHT.mat_edge}"[^>]* d="([^"]+)"', svg))
    steps = re.findall(r"l(-?\d+) ?(-?\d+)", path)
    assert len(steps) <= 5
    assert all(min(abs(int(x)), abs(int(y))) <= 8 for x, y in steps)
