"""Laws: what is said of the mirror image is the same, left and right changed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from spinecare.catalogue import load_catalogue
from spinecare.figures.describing import LONGEST, describe, mirrored_frame
from spinecare.figures.frames import ShapedFrame
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.scene import Arrow
from spinecare.figures.skeleton import Skeleton
from tests.figures.describing.bodies import BODIES, FRAMES, lowered, posture, swapped

POSTURES = sorted(load_catalogue().posture_by_id)


@settings(deadline=None, max_examples=50)
@given(FRAMES, BODIES)
def test_the_mirror_image_is_described_with_the_sides_changed(
    frame: ShapedFrame, body: Skeleton
) -> None:
    """Whatever the body does, and whatever stands around it."""
    plain = describe(frame, body)

    mirrored = describe(mirrored_frame(frame), body.mirrored())

    assert mirrored == swapped(plain)
    assert 0 < len(plain) <= LONGEST


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(POSTURES), st.data())
def test_a_posture_pushed_about_is_described_with_the_sides_changed(
    id: str, data: st.DataObject
) -> None:
    """Near the postures people take, where the sentences have the most to say."""
    frame, body = posture(id)
    numbers = list(body.numbers)
    for place in data.draw(st.lists(st.integers(3, len(numbers) - 1), max_size=4)):
        numbers[place] += data.draw(st.floats(-40, 40, width=32))
    moved = Skeleton(base=body.base, numbers=tuple(numbers))

    plain, mirrored = describe(frame, moved), describe(mirrored_frame(frame), moved.mirrored())

    assert mirrored == swapped(plain)


@settings(deadline=None, max_examples=50)
@given(
    st.sampled_from(POSTURES),
    st.sampled_from(sorted(LANDMARKS)),
    st.sampled_from(["move", "go", "push", "circle"]),
    st.tuples(*[st.integers(-3, 3)] * 3),
    st.booleans(),
)
def test_arrows_are_described_with_the_sides_changed(
    id: str, landmark: str, kind: str, way: tuple[int, int, int], is_both: bool
) -> None:
    """A move to the right is one to the left in the mirror."""
    assume(any(way))
    frame, body = posture(id)
    x, y, z = way
    numbers = {"circle": " y 0.1", "move": ""}.get(kind, f" {x} {y} {z}")
    text = f"{kind} {landmark}{numbers}"
    shown = ShapedFrame(id="x", shape=frame.shape, props=frame.props, arrows=(text,))
    arrow = Arrow(path=((0, 0, 0), (x, y, z)), is_both_ways=is_both)
    mirror = Arrow(path=((0, 0, 0), (x, y, -z)), is_both_ways=is_both)

    plain = describe(shown, body, arrows=(arrow,))
    mirrored = describe(mirrored_frame(shown), body.mirrored(), arrows=(mirror,))

    assert mirrored == swapped(plain)
    assert "; " in plain


@pytest.mark.parametrize("id", POSTURES)
def test_a_frame_mirrored_twice_is_the_frame(id: str) -> None:
    """Shape, things and arrows come back."""
    frame, _ = posture(id)
    shown = ShapedFrame(
        id="x", shape=frame.shape, props=frame.props, arrows=("go R_knee 0 1 -0.5", "move L_palm")
    )

    twice = mirrored_frame(mirrored_frame(shown))

    assert mirrored_frame(shown).arrows == ("go L_knee 0 1 0.5", "move R_palm")
    assert twice.arrows == shown.arrows
    assert twice.shape.key == shown.shape.key
    assert twice.props == shown.props


def test_lowered_bodies_stand_on_the_ground() -> None:
    """The helper of these tests puts the lowest point to 0."""
    body = lowered({"R_knee": 90}, "stand")

    assert min(body.landmark(n)[1] - m.radius for n, m in LANDMARKS.items()) == pytest.approx(0)
