"""Shapes are values: equal ones have one key, and the mirror image is a shape too."""

from __future__ import annotations

from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from spinecare.figures.body import NUMBERS, SEGMENT_PLACE
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.shape import (
    At,
    Contact,
    Hint,
    On,
    Shape,
    Touch,
    Toward,
    subject,
)
from spinecare.figures.sides import other_side
from spinecare.figures.skeleton import BASES
from tests.figures.body.shapes import posture, shape

NUMBER: Final = st.integers(-500, 500).map(lambda number: number / 100)
PLACE: Final = st.tuples(*[NUMBER | st.none()] * 3)
VECTOR: Final = st.tuples(*[NUMBER] * 3)
LANDMARK: Final = st.sampled_from(sorted(LANDMARKS))
CONTACT: Final[st.SearchStrategy[Contact]] = st.one_of(
    st.builds(On, LANDMARK, NUMBER),
    st.builds(At, LANDMARK, PLACE, st.booleans()),
    st.builds(Touch, LANDMARK, LANDMARK, VECTOR),
    st.builds(Toward, st.sampled_from(sorted(SEGMENT_PLACE)), VECTOR, VECTOR),
)
HINTS: Final = st.dictionaries(
    st.sampled_from(NUMBERS[3:]), st.tuples(NUMBER, st.sampled_from([1.0, 4.0])), max_size=4
).map(lambda told: tuple(Hint(joint, *told[joint]) for joint in sorted(told)))
SHAPES: Final = st.builds(
    Shape,
    base=st.sampled_from(sorted(BASES)),
    hints=HINTS,
    contacts=st.lists(CONTACT, max_size=4).map(tuple),
    surface=st.lists(VECTOR, max_size=2).map(tuple),
)
SYMMETRIC: Final = {
    *("standing", "any", "standing-at-low-bar", "hanging", "in-water", "sitting", "supine"),
    *("hook-lying", "supine-butterfly", "supine-knees-to-chest", "prone", "quadruped", "on-ball"),
}
ONE_SIDED: Final = {"walking", "side-lying", "side-lying-curled", "lunge-kneeling"}


@given(SHAPES, st.randoms(use_true_random=False))
def test_the_order_of_contacts_does_not_change_the_key(body: Shape, chance: Any) -> None:
    """The same facts in another order are the same shape."""
    contacts = list(body.contacts)
    chance.shuffle(contacts)

    assert evolve(body, contacts=tuple(contacts)).key == body.key


@given(SHAPES, SHAPES)
def test_two_shapes_have_one_key_only_if_they_are_equal(one: Shape, two: Shape) -> None:
    """Apart from the order of contacts."""
    is_same = (
        (one.base, one.hints, one.surface) == (two.base, two.hints, two.surface)
        and sorted(map(repr, one.contacts)) == sorted(map(repr, two.contacts))
    )  # fmt: skip

    assert (one.key == two.key) == is_same


@given(SHAPES, CONTACT, st.sampled_from(NUMBERS[3:]), NUMBER)
def test_every_change_changes_the_key(
    body: Shape, contact: Contact, joint: str, number: float
) -> None:
    """A contact or hint more or less, another angle, stiffness, surface or base."""
    assume(joint not in {hint.joint for hint in body.hints})
    changes = [
        evolve(body, contacts=(*body.contacts, contact)),
        evolve(body, hints=(*body.hints, Hint(joint, number))),
        evolve(body, hints=(*body.hints, Hint(joint, number + 0.5))),
        evolve(body, hints=(*body.hints, Hint(joint, number, 7.0))),
        evolve(body, surface=(*body.surface, (number, 9.0, 9.0))),
        *(evolve(body, base=base) for base in BASES if base != body.base),
        *(
            evolve(body, contacts=body.contacts[:place] + body.contacts[place + 1 :])
            for place in range(len(body.contacts))
        ),
        *(
            evolve(body, hints=body.hints[:place] + body.hints[place + 1 :])
            for place in range(len(body.hints))
        ),
    ]

    keys = {change.key for change in changes}

    assert body.key not in keys
    assert len(keys) >= 5 + len(BASES) - 1


@given(CONTACT, CONTACT)
def test_contacts_that_differ_in_any_number_have_different_keys(one: Contact, two: Contact) -> None:
    """Their kind, names, places, offsets and directions all count."""
    keys = [Shape(base="stand", contacts=(contact,)).key for contact in (one, two)]

    assert (keys[0] == keys[1]) == (one == two)


def test_equal_numbers_written_differently_are_one_key() -> None:
    """0, -0 and 0.0 are one number; so are 20 and 20.0."""
    one = Shape(
        base="stand",
        hints=(Hint("R_knee", 20), Hint("turn", -0.0, 2)),
        contacts=(
            On("sacrum", -0.0),
            At("pelvis", (0, -0.0, None)),
            Touch("R_palm", "L_palm", (-0.0, 1, 0)),
            Toward("head", (0, 1, 0), (-0.0, 0, 1)),
        ),
        surface=((-0.0, 1, 2),),
    )
    two = Shape(
        base="stand",
        hints=(Hint("R_knee", 20.0), Hint("turn", 0.0, 2.0)),
        contacts=(
            On("sacrum", 0.0),
            At("pelvis", (0.0, 0.0, None)),
            Touch("R_palm", "L_palm", (0.0, 1.0, 0.0)),
            Toward("head", (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
        ),
        surface=((0.0, 1.0, 2.0),),
    )

    assert one == two
    assert one.key == two.key


@given(SHAPES)
def test_a_shape_mirrored_twice_is_itself(body: Shape) -> None:
    """And nothing of it is lost on the way."""
    twice = body.mirrored().mirrored()

    assert twice == body
    assert twice.key == body.key


@given(SHAPES)
def test_a_symmetric_shape_is_one_whose_mirror_image_is_symmetric(body: Shape) -> None:
    """Symmetry has no side."""
    assert body.is_symmetric == body.mirrored().is_symmetric


@pytest.mark.parametrize("name", sorted(SYMMETRIC | ONE_SIDED))
def test_a_posture_of_two_equal_sides_is_found_to_be_symmetric(name: str) -> None:
    """Then it is solved with both legs exactly parallel."""
    assert posture(name).is_symmetric == (name in SYMMETRIC)


@pytest.mark.parametrize(
    ("fields", "is_symmetric"),
    [
        ({"touch": "R_solemid L_solemid"}, True),  # said from one side, meant for both
        ({"touch": "R_solemid L_solemid 0 0 0.04"}, True),
        ({"touch": "R_palm L_shin, L_palm R_shin"}, True),  # crossed arms
        ({"touch": "R_palm L_shin"}, False),
        ({"touch": "R_palm L_palm 0.02 0 0"}, False),  # the right hand is in front
        ({"at": "pelvis 0 - 0.1"}, False),
        ({"at": "R_heel 0 0 0.1, L_heel 0 0 -0.1"}, True),
        ({"at": "R_heel 0 0 0.1, L_heel 0 0 0.1"}, False),
        ({"hints": "turn 10"}, False),
        ({"hints": "pitch 10, lum_flex 20"}, True),
        ({"hints": "lum_lat 5"}, False),
        ({"hints": "R_knee 50, L_knee 50"}, True),
        ({"hints": "R_knee 50, L_knee 50!2"}, False),
        ({"toward": "head x 0 1 0.1"}, False),
        ({"toward": "uarm x 0 1 0.1"}, True),
        ({"base": "side_R"}, False),
        ({"base": "prone", "on": "R_knee"}, False),
    ],
)
def test_symmetry_is_what_both_sides_say(fields: dict[str, str], is_symmetric: bool) -> None:
    """Hints, contacts and base are their own mirror images, however they are written."""
    assert shape(**fields).is_symmetric == is_symmetric


def test_the_mirror_image_turns_what_has_a_side() -> None:
    """Names, bends to a side, turns, and every Z; nothing else."""
    body = shape(
        base="side_R",
        hints="R_knee 20!3, lum_lat 10, nod 5, tho_rot -7, pitch 3, R_hip_rot 9",
        on="R_ankle",
        at="R_palm 0.1 f 0.2, pelvis 0 0 -",
        touch="L_palm R_shin 0.1 0.2 0.3",
        toward="R_foot z 0 0.6 0.8",
    )

    mirror = body.mirrored()

    assert mirror.base == "side_L"
    assert mirror.hints == (
        Hint("L_hip_rot", 9.0),
        Hint("L_knee", 20.0, 3.0),
        Hint("lum_lat", -10.0),
        Hint("nod", 5.0),
        Hint("pitch", 3.0),
        Hint("tho_rot", 7.0),
    )
    assert mirror.contacts == (
        On("L_ankle"),
        At("L_palm", (0.1, None, -0.2), True),
        At("pelvis", (0.0, 0.0, None)),
        Touch("R_palm", "L_shin", (0.1, 0.2, -0.3)),
        Toward("L_foot", (0.0, 0.0, -1.0), (0.0, 0.6, -0.8)),
    )


def test_names_know_their_other_side() -> None:
    """What the body has once is its own other side."""
    assert [other_side(name) for name in ("R_knee", "L_knee", "nose", "")] == [
        *("L_knee", "R_knee", "nose", "")
    ]
    assert subject(On("nose")) == "nose"
    assert subject(Toward("head", (1, 0, 0), (1, 0, 0))) == "head"
