"""Arrows, target marks and badges."""

from __future__ import annotations

import re
from math import cos, hypot, pi, sin

import pytest
from attrs import evolve

from spinecare.figures.rendering import LIGHT, PRINT, arrows, render
from spinecare.figures.rendering.axial import HEAD_BALLS
from spinecare.figures.rendering.camera import Camera
from spinecare.figures.rendering.marks import target_at
from spinecare.figures.rendering.pieces import Seen, pieces_of
from spinecare.figures.rendering.shapes import reach
from spinecare.figures.scene import Arrow, ArrowKind, Badge, Scene, View
from spinecare.figures.skeleton import Skeleton
from tests.figures.rendering.pixels import pixels
from tests.figures.rendering.scenes import (
    ALL_FOURS,
    FRONT,
    KNEE_HUGGED,
    PRONE,
    SCENES,
    SIDE,
    STANDING,
    SUPINE,
    drawn,
    way,
)

ACCENT = "#d9531e"


def _laid(arrow: Arrow, body: Skeleton, view: View = SIDE) -> tuple[tuple[float, float], ...]:
    seen = Seen(body, Camera.of(view))
    head = [seen.ball(shape) for shape in HEAD_BALLS.values()]
    return arrows.lay(arrow, seen, pieces_of(seen), head)


@pytest.mark.parametrize("is_offset", [True, False])
@pytest.mark.parametrize("turn", range(0, 360, 30))
@pytest.mark.parametrize("body", [STANDING, SUPINE, ALL_FOURS], ids=["stand", "supine", "fours"])
def test_no_arrow_crosses_the_face(body: Skeleton, turn: int, is_offset: bool) -> None:
    """Even one whose path leads right through it."""
    x, y, z = body.landmark("head")
    dx, dy = 0.15 * cos(turn * pi / 180), 0.15 * sin(turn * pi / 180)
    arrow = Arrow(
        path=tuple((x + s * dx, y + s * dy, z) for s in (-1.0, 0.0, 1.0)), is_offset=is_offset
    )

    laid = _laid(arrow, body)

    seen = Seen(body, Camera.of(SIDE))
    for shape in HEAD_BALLS.values():
        at = seen.ball(shape)
        for px, py in laid:
            far = hypot(px - at.x, py - at.y)
            assert far > reach(at, (px - at.x) / far, (py - at.y) / far) + 22


def test_a_motion_is_shown_beside_the_body_and_away_from_its_middle() -> None:
    """A knee drawn to the chest."""
    arrow = way("R_kneecap", SUPINE, KNEE_HUGGED)

    laid = _laid(arrow, KNEE_HUGGED)

    camera = Camera.of(SIDE)
    x, y, _ = camera.project(KNEE_HUGGED.landmark("pubis"))
    path = [camera.project(point) for point in arrow.path]
    tip, knee = hypot(laid[-1][0] - x, laid[-1][1] - y), hypot(path[-1][0] - x, path[-1][1] - y)
    middle, bend = laid[len(laid) // 2], path[len(path) // 2]
    assert len(laid) == 7
    assert tip > knee
    assert hypot(middle[0] - x, middle[1] - y) > hypot(bend[0] - x, bend[1] - y) + 50


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_a_motion_is_shown_on_the_outer_side_whichever_way_it_goes(sign: float) -> None:
    """A hand that goes up before the body, and one that goes down."""
    x, y, z = 0.3, 0.6, 0.0
    path = tuple((x, y + sign * 0.04 * step, z) for step in range(-4, 5))

    laid = _laid(Arrow(path=path), STANDING)

    assert min(px for px, _ in laid) > 360


def test_a_short_motion_is_drawn_long_enough_to_show_a_shaft() -> None:
    """Shorter ones are all head."""
    x, y, z = STANDING.landmark("R_fingers")

    for path in (((x, y, z), (x + 0.02, y, z)), ((x, y, z), (x + 0.01, y, z), (x + 0.02, y, z))):
        laid = _laid(Arrow(path=path), STANDING)

        assert hypot(laid[-1][0] - laid[0][0], laid[-1][1] - laid[0][1]) == pytest.approx(130)


def test_a_motion_there_and_back_is_shown_by_where_it_leads() -> None:
    """A zigzag of in-betweens says nothing."""
    x, y, z = STANDING.landmark("R_fingers")
    path = ((x, y, z), (x + 0.2, y, z), (x, y, z), (x + 0.05, y, z))

    laid = _laid(Arrow(path=path), STANDING)

    assert len(laid) == 2


def test_a_motion_of_no_length_does_not_break_the_drawing() -> None:
    """Towards the viewer."""
    x, y, z = STANDING.landmark("R_fingers")
    along = Arrow(path=((x, y, z), (x, y, z + 0.1)))
    thrice = Arrow(path=((x, y, z), (x, y, z + 0.05), (x, y, z + 0.1)))

    for arrow in (along, thrice, evolve(along, kind=ArrowKind.PUSH)):
        svg = render(Scene(skeleton=STANDING, view=SIDE, arrows=(arrow,)), title="", description="")

        assert "nan" not in svg


def test_a_straight_arrow_stays_where_it_was_put() -> None:
    """Unless the face is there."""
    x, y, z = STANDING.landmark("R_fingers")
    arrow = Arrow(path=((x + 0.1, y, z), (x + 0.3, y, z)), is_offset=False)

    laid = _laid(arrow, STANDING)

    camera = Camera.of(SIDE)
    assert laid == tuple(camera.project(point)[:2] for point in arrow.path)


def test_an_arrow_both_ways_has_two_heads_and_one_way_one() -> None:
    """Each with a casing of the paper's colour."""
    both, one = drawn("bridge"), drawn("knee hugged")

    for svg, count in ((both, 2), (one, 1)):
        heads = re.findall(rf'<path fill="{ACCENT}" d="([^"]+)"', svg)
        assert len(heads) == 1
        assert heads[0].count("z") == count
    assert f'<g stroke="{LIGHT.paper}"><path stroke-width="27"' in both


def test_a_push_is_a_hollow_block_arrow_so_that_no_hue_is_needed_to_tell_it() -> None:
    """Motion is solid."""
    svg = drawn("all fours")
    both_ways = drawn("push against the head")

    (block,) = re.findall(rf'<path fill="#ffffff" stroke="{ACCENT}"[^>]* d="([^"]+)"', svg)
    (double,) = re.findall(rf'<path fill="#ffffff" stroke="{ACCENT}"[^>]* d="([^"]+)"', both_ways)
    assert block.count("l") == 6
    assert double.count("l") == 9


def test_two_pushes_are_each_where_they_belong() -> None:
    """One path holds both."""
    x, y, z = STANDING.landmark("R_fingers")
    one, other = (
        Arrow(path=((x + dx, y, z), (x + dx + 0.1, y, z)), kind=ArrowKind.PUSH, is_offset=False)
        for dx in (0.1, 0.3)
    )

    together, first, second = (
        re.findall(r'<path fill="#ffffff" stroke="#d9531e"[^>]* d="([^"]+)"', text)
        for text in (
            render(Scene(skeleton=STANDING, view=SIDE, arrows=items), title="", description="")
            for items in ((one, other), (one,), (other,))
        )
    )

    assert together == [first[0] + second[0]]
    assert second[0].startswith("M")


def test_printed_arrows_are_thicker() -> None:
    """18 units instead of 15."""
    assert f'stroke="{LIGHT.accent}" stroke-width="15"' in drawn("bridge")
    assert f'stroke="{PRINT.accent}" stroke-width="18"' in drawn("bridge", PRINT)


@pytest.mark.parametrize(
    ("landmark", "part"),
    [
        ("waist_back", "trunk"),
        ("R_blade", "trunk"),
        ("R_shoulder_top", "trunk"),
        ("nape", "neck"),
        ("chin", "head"),
        ("sacrum", "pelvis"),
        ("R_calf", "R_shank"),
        ("L_toetip", "L_foot"),
    ],
)
def test_a_mark_is_on_the_part_of_its_landmark_and_within_it(landmark: str, part: str) -> None:
    """Moved in from the edge."""
    seen = Seen(STANDING, Camera.of(SIDE))
    pieces = pieces_of(seen)

    places = target_at(landmark, seen, pieces)

    target = places[0]
    x, y, _ = seen.landmark(landmark)
    left, top, right, bottom = next(item.bounds for item in pieces if item.name == part)
    assert target.piece == part
    assert left < target.at[0] < right
    assert top < target.at[1] < bottom
    assert 26 <= target.radius <= 54
    moved = hypot(target.at[0] - x, target.at[1] - y)
    is_skin_of_a_broad_part = landmark in ("waist_back", "sacrum")
    assert (0.6 * target.radius if is_skin_of_a_broad_part else 0) <= moved < 60


def test_a_mark_has_rings_that_survive_without_colour() -> None:
    """Seen on the trousers, in grey: a bright ring between dark ones."""
    scene = evolve(SCENES["bridge"], arrows=(), ghost=None, targets=("R_buttock",))
    svg = render(scene, title="", description="")
    place = re.search(r"translate\((-?\d+) (-?\d+)\)scale\(([\d.]+)\)", svg)
    shift = re.search(r'stroke-linejoin="round" transform="translate\((-?\d+) (-?\d+)\)"', svg)
    assert place
    assert shift

    x, y = (int(a) + int(b) for a, b in zip(shift.groups(), place.groups()[:2], strict=True))
    radius = 100 * float(place[3])
    close = re.sub(r'viewBox="[^"]+"', f'viewBox="{x - 60} {y - 60} 120 120"', svg)
    picture = pixels(close, 120)
    greys = [
        sum(picture.at(60 + round(part * radius), 60)[:3]) / 3 for part in (0, 0.36, 0.6, 0.82)
    ]

    centre, inner, between, outer = greys
    assert min(inner, outer) - max(centre, between) > 80


def test_a_mark_that_an_arm_would_hide_moves_along_its_part() -> None:
    """The back of the waist, behind a hanging forearm."""
    scene = Scene(skeleton=STANDING, view=SIDE, targets=("chest",))

    svg = render(scene, title="", description="")

    assert 'href="#ftarget"' in svg
    after = svg.index('href="#ftarget"')
    assert after > svg.index('id="ftrunk"')


def test_a_mark_that_is_hidden_everywhere_is_painted_last_but_not_if_its_limb_is_far() -> None:
    """A sliver would say nothing; on the wrong leg it would say something wrong."""
    hidden = Scene(skeleton=PRONE, view=SIDE, targets=("waist_back",))
    far = Scene(skeleton=STANDING, view=SIDE, targets=("L_knee",))

    on_top = render(hidden, title="", description="")
    behind = render(far, title="", description="")

    parts = [f'id="f{name}"' for name in ("R_fore", "R_hand", "trunk", "pelvis")]
    assert all(on_top.index('href="#ftarget"') > on_top.index(part) for part in parts)
    assert behind.index('href="#ftarget"') < behind.index('id="fR_thigh"')


def test_badges_stand_beside_hand_or_foot_free_of_the_body_and_of_each_other() -> None:
    """A letter of strokes in a circle."""
    names = ("R_toetip", "L_toetip", "R_palm", "L_palm")
    scene = Scene(
        skeleton=STANDING,
        view=FRONT,
        badges=tuple(Badge(letter=name[0], landmark=name) for name in names),
    )

    places = _badges(scene)

    camera = Camera.of(FRONT)
    pieces = pieces_of(Seen(STANDING, camera.moved(1000.0, 0.0, 0.0)))
    assert len(places) == 4
    for place, name in zip(places, names, strict=True):
        x, y, _ = camera.project(STANDING.landmark(name))
        assert hypot(place[0] - x, place[1] - y) < 130
    for one in range(4):
        for other in range(one):
            apart = hypot(places[one][0] - places[other][0], places[one][1] - places[other][1])
            assert apart >= 72
    assert pieces


def test_a_badge_makes_room_for_an_arrow() -> None:
    """It would stand just there if there were none."""
    badge = Badge(letter="R", landmark="R_toetip")
    alone = Scene(skeleton=STANDING, view=SIDE, badges=(badge,))
    (place,) = _badges(alone)
    x, y = (value / 1000 for value in place)
    arrow = Arrow(path=((x - 0.1, -y, 0.0), (x + 0.1, -y, 0.0)), is_offset=False)

    (moved,) = _badges(evolve(alone, arrows=(arrow,)))

    assert abs(moved[1] - place[1]) > 36 or abs(moved[0] - place[0]) > 136


def _badges(scene: Scene) -> list[tuple[int, int]]:
    svg = render(scene, title="", description="")
    found = re.findall(r'translate\((-?\d+) (-?\d+)\)" stroke="[^"]+"><circle r="36"', svg)
    return [(int(x), int(y)) for x, y in found]


def test_the_letters_of_badges_differ() -> None:
    """L has one stroke, R three."""
    scene = evolve(SCENES["knee hugged"], badges=(Badge(letter="L", landmark="R_toetip"),))

    left = render(scene, title="", description="")

    assert "M-7-13v26h15" in left
    assert "M-7-13v26h15" not in drawn("knee hugged")


def test_the_ghost_is_one_pale_shape_behind_the_body() -> None:
    """The pose it came from."""
    svg = drawn("bridge")

    assert svg.count(LIGHT.ghost) == 1
    assert svg.index(LIGHT.ghost) < svg.index('id="fpelvis"')
