"""Every body of every drawing holds what is written, by plain geometry instead of the solver."""

from __future__ import annotations

from typing import Final

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.figures.body import COUPLED, JOINTS
from spinecare.figures.cache import posed, shipped
from spinecare.figures.frames import ShapedFrame
from spinecare.figures.shape import Toward
from spinecare.figures.skeleton import Skeleton
from spinecare.figures.solving.residuals import FLOOR
from spinecare.figures.solving.shipping import faults_of, shaped_frames
from spinecare.figures.solving.solution import in_words
from tests.figures.measuring import ground_under, off, overlap

CATALOGUE: Final = load_catalogue()
FRAMES: Final[dict[str, ShapedFrame]] = {
    name: frame
    for name, frame in shaped_frames(CATALOGUE.drawings, CATALOGUE.posture_by_id)
    if not frame.is_mirror
}


@pytest.mark.parametrize("name", FRAMES)
def test_every_contact_of_a_frame_holds(name: str) -> None:
    """Within 0.005 of the height, 9 mm of 1.75 m; directions within 12 degrees."""
    shape, body = FRAMES[name].shape, _body(name)

    for contact in shape.contacts:
        most = 12 if isinstance(contact, Toward) else 0.005
        assert off(contact, body, shape) < most, in_words(contact)


@pytest.mark.parametrize("name", FRAMES)
def test_no_body_sinks_into_the_ground_or_into_itself(name: str) -> None:
    """0.005 of the height for the watched landmarks; flesh gives way by 0.025."""
    shape, body = FRAMES[name].shape, _body(name)

    sunk = {at: by for at, by in ground_under(body, shape).items() if at in FLOOR}

    assert {at: by for at, by in sunk.items() if by >= 0.005} == {}
    assert max(overlap(body).values()) < 0.0255


@pytest.mark.parametrize("name", FRAMES)
def test_no_joint_of_a_frame_is_beyond_its_limits(name: str) -> None:
    """By itself, and together with those it is coupled to."""
    body = _body(name)

    assert [j.name for j in JOINTS if not j.low <= body.angle(j.name) <= j.high] == []
    for _, joints, low, high in COUPLED:
        assert low - 1.01 <= sum(map(body.angle, joints)) <= high + 1.01


@pytest.mark.parametrize("name", FRAMES)
def test_no_frame_ends_far_from_what_its_author_meant(name: str) -> None:
    """A hinted joint within 60 degrees of its hint: else the pose is another one."""
    body = _body(name)

    strayed = {
        hint.joint: round(body.angle(hint.joint) - hint.degrees)
        for hint in FRAMES[name].shape.hints
    }

    assert {joint: by for joint, by in strayed.items() if abs(by) > 60} == {}


def test_every_frame_is_shipped_solved_and_nothing_else_is() -> None:
    """Drawing the catalogue needs no solver."""
    faults = list(faults_of(CATALOGUE.drawings, CATALOGUE.posture_by_id, shipped()))

    assert faults == []


def _body(name: str) -> Skeleton:
    return posed(FRAMES[name].shape, name)
