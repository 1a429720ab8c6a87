"""Laws: nothing is said that is not so, of bodies nobody has drawn."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from spinecare.catalogue import load_catalogue
from spinecare.figures.body import JOINTS, PLACE
from spinecare.figures.describing import describe
from spinecare.figures.skeleton import Skeleton
from tests.figures.describing.bodies import BODIES, framed, posture, put_down
from tests.figures.describing.oracle import untrue

POSTURES = sorted(load_catalogue().posture_by_id)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(POSTURES), st.data())
def test_what_is_said_of_a_posture_pushed_about_is_true(id: str, data: st.DataObject) -> None:
    """Joints bent otherwise than written change what is said, or it stays true."""
    frame, body = posture(id)
    numbers = list(body.numbers)
    for joint in data.draw(st.lists(st.sampled_from(JOINTS), max_size=5, unique=True)):
        numbers[PLACE[joint.name]] = data.draw(st.floats(joint.low, joint.high, width=32))
    moved = Skeleton(base=body.base, numbers=tuple(numbers))
    if not {prop.name for prop in frame.props} & {"water", "bar", "bed", "chair", "stairs"}:
        moved = put_down(moved)

    text = describe(frame, moved)

    assert (text, tuple(untrue(text, frame, moved))) == (text, ())


@settings(deadline=None, max_examples=60)
@given(BODIES)
def test_what_is_said_of_any_body_on_the_ground_is_true(body: Skeleton) -> None:
    """Even of one that stands on a hand at an odd angle."""
    frame, lying = framed(body.base), put_down(body)

    text = describe(frame, lying)

    assert (text, tuple(untrue(text, frame, lying))) == (text, ())
