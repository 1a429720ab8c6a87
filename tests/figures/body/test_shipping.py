"""The file of solved poses: complete, nothing too much, and remade only where something changed."""

from __future__ import annotations

import json

import pytest

from spinecare.errors import ImpossiblePoseError
from spinecare.figures.cache import Solved, stored
from spinecare.figures.frames import shaped, shaped_posture
from spinecare.figures.skeleton import Skeleton
from spinecare.figures.solving.shipping import STEPS, as_text, faults_of, shaped_frames, solved_file
from spinecare.model import Drawing, ExerciseId, Frame

LYING = Frame(id="lying", base="supine", on="sacrum, upper_back, occiput", at="pelvis 0 - 0")
POSTURES = {"lying": LYING}
NOTHING = Solved(poses={}, ways={})


def drawing(*frames: Frame) -> Drawing:
    """Return a drawing of some frames."""
    return Drawing(of=ExerciseId("neck"), frames=frames)


LEG = drawing(
    Frame(id="start", like="lying", hints="R_knee 10"),
    Frame(id="up", like="start", hints="R_hip_flex 40"),
    Frame(id="other", mirrors="up"),
    Frame(id="higher", like="up", hints="R_hip_flex 60", arrows=("move R_ankle",)),
    Frame(id="down", like="up", hints="R_hip_flex 20", arrows=("go R_ankle 0 -1 0",)),
)


@pytest.fixture(scope="module")
def made() -> Solved:
    """The poses of the posture and the drawing."""
    return solved_file([LEG], POSTURES, NOTHING)


def test_every_shape_has_a_pose_and_every_movement_its_steps(made: Solved) -> None:
    """A mirror image needs no pose of its own; a frame that nothing moves to needs no way."""
    frames = shaped(LEG, POSTURES).frames
    keys = {shaped_posture("lying", POSTURES).shape.key} | {
        frames[id].shape.key for id in ("start", "up", "higher", "down")
    }

    assert set(made.poses) == keys
    assert len(made.ways) == 2
    assert {len(way) for way in made.ways.values()} == {STEPS}
    assert list(faults_of([LEG], POSTURES, made)) == []


def test_what_is_known_is_not_solved_again(made: Solved) -> None:
    """Its numbers stay as they were reviewed."""
    key = shaped_posture("lying", POSTURES).shape.key
    mine = stored(Skeleton.of({"R_knee": 1}, "supine"))
    known = Solved(poses=made.poses | {key: mine}, ways={key: [mine] for key in made.ways})

    again = solved_file([LEG], POSTURES, known)

    assert again.poses[key] == mine
    assert list(again.ways.values()) == [[mine], [mine]]


def test_what_two_drawings_share_is_solved_once(made: Solved) -> None:
    """Poses and ways belong to shapes, not to exercises."""
    again = Drawing(of=ExerciseId("neck-2"), frames=LEG.frames)

    assert solved_file([LEG, again], POSTURES, NOTHING) == made


def test_what_is_no_longer_drawn_is_left_out(made: Solved) -> None:
    """The file does not grow for ever."""
    fewer = solved_file([], POSTURES, made)

    assert set(fewer.poses) == {shaped_posture("lying", POSTURES).shape.key}
    assert fewer.ways == {}


def test_what_is_missing_or_too_much_is_told(made: Solved) -> None:
    """With the frame's name where there is one."""
    poses = {"0" * 16: made.poses[next(iter(made.poses))]}

    told = list(faults_of([LEG], POSTURES, Solved(poses=poses, ways={"x-y": []})))

    assert told[:5] == [
        "lying: not solved",
        *(f"neck, frame {id}: not solved" for id in ("start", "up", "higher", "down")),
    ]
    assert told[5] == "a pose of no shape: " + "0" * 16
    assert [text.split(":")[0] for text in told[6:]] == [
        *["a way that is not solved"] * 2,
        "a way of no drawing",
    ]


def test_a_shipped_pose_that_does_not_hold_is_told(made: Solved) -> None:
    """The contact, and by how much."""
    key = shaped_posture("lying", POSTURES).shape.key
    floating = stored(Skeleton.of({"ty": 0.5}, "supine"))

    told = list(faults_of([], POSTURES, Solved(poses={key: floating}, ways={})))

    assert told[0].startswith("lying: sacrum on what is below it: 0.4")
    assert made.poses[key] != floating


def test_a_shape_that_cannot_be_held_is_not_shipped() -> None:
    """It is refused with its name."""
    flying = drawing(Frame(id="a", base="stand", on="heel", at="R_fingers - 1.6 -"))

    with pytest.raises(ImpossiblePoseError, match="'neck, frame a'"):
        solved_file([flying], POSTURES, NOTHING)


def test_frames_that_do_not_move_have_no_way() -> None:
    """Equal shapes, another base, a mirror image, and the first of all frames."""
    still = drawing(
        Frame(id="a", like="lying"),
        Frame(id="b", like="a", arrows=("move R_knee",)),
        Frame(id="c", base="prone", arrows=("move R_knee from a",)),
        Frame(id="d", mirrors="a", arrows=("move R_knee from a",)),
        Frame(id="e", like="d", hints="R_knee 20", arrows=("move R_knee",)),
    )

    assert solved_file([still], POSTURES, NOTHING).ways == {}


def test_the_file_has_a_pose_a_line_in_order_of_key(made: Solved) -> None:
    """A change of one pose is one line of the diff; the text is what it says."""
    text = as_text(made)

    assert json.loads(text) == {"poses": made.poses, "ways": made.ways}
    lines = [line for line in text.splitlines() if line.startswith('"')]
    assert len(lines) == len(made.poses) + len(made.ways)
    assert lines[: len(made.poses)] == sorted(lines[: len(made.poses)])
    assert as_text(NOTHING) == '{"poses": {\n\n}, "ways": {\n\n}}\n'


def test_frames_come_with_their_names() -> None:
    """Postures first, then each drawing's."""
    names = [name for name, _ in shaped_frames([LEG], POSTURES)]

    assert names[:3] == ["lying", "neck, frame start", "neck, frame up"]
