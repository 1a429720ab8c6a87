"""Left and right: mirror images, letters, and work on both sides in turn."""

from __future__ import annotations

from spinecare import (
    Drawing,
    ExerciseId,
    Frame,
    Side,
    draw,
)
from spinecare.figures.scenes import Drawn, mirrored
from tests.figures.pictured import CATALOGUE, ONE_SIDED, drawn_of


def test_the_left_side_is_the_mirror_image_of_the_right_one() -> None:
    """Pose, view, arrows, marks and letter, in every frame of all one-sided work."""
    for drawing in CATALOGUE.drawings:
        drawn = Drawn(drawing=drawing, postures=CATALOGUE.posture_by_id)
        for id in drawn.frames:
            right, left = drawn.scene(id), drawn.scene(id, Side.LEFT)
            assert left == mirrored(right)
            assert mirrored(left) == right


def test_a_letter_stands_on_the_side_that_works() -> None:
    """R for the right, L for the left; what works together has none."""
    letters = {
        side: [badge.letter for badge in drawn_of(ONE_SIDED).scene("held", side).badges]
        for side in (None, Side.LEFT, Side.RIGHT)
    }

    assert letters == {None: ["R"], Side.LEFT: ["L"], Side.RIGHT: ["R"]}
    assert "right side" not in draw(ONE_SIDED).title
    assert "left side" in draw(ONE_SIDED, side="left").title
    assert draw("lumbar-1-half-push-up", side="left") == draw("lumbar-1-half-push-up")


def test_a_frame_that_is_a_mirror_image_marks_the_other_side() -> None:
    """Also the frames that begin from it."""
    frames = (
        Frame(id="right", like="walking"),
        Frame(id="left", mirrors="right"),
        Frame(id="further", like="left", hints="neck_rot 10"),
    )
    drawing = Drawing(of=ExerciseId("x"), frames=frames, badge="R_knee", targets="R_hip")
    drawn = Drawn(drawing=drawing, postures=CATALOGUE.posture_by_id)

    marks = {
        id: (drawn.scene(id).badges[0].letter, *drawn.scene(id).targets) for id in drawn.frames
    }

    assert marks == {"right": ("R", "R_hip"), "left": ("L", "L_hip"), "further": ("L", "L_hip")}


def test_work_on_both_sides_in_turn_is_shown_as_it_begins() -> None:
    """The card is that side's frame, the strip begins with it; the body is not seen from behind."""
    for id, words in (
        ("neck-2-rotation", ("right", "left")),
        ("lying-05b-neck-to-knee", ("right", "left")),
        ("lumbar-3-dry-land-swim", ("right-arm", "left-arm")),
    ):
        for side, word in zip(("right", "left"), words, strict=True):
            card = draw(id, side=side)  # type: ignore[arg-type]
            assert card.title.endswith(word.replace("-", " "))
            assert card.description == draw(id, frame=word).description
        right, left = (draw(id, form="strip", side=side).svg for side in ("right", "left"))
        assert right != left
    begun = CATALOGUE.entry("lumbar-3-dry-land-swim").first_side
    assert begun is Side.LEFT
    assert draw("lumbar-3-dry-land-swim", form="strip", side="left") == draw(
        "lumbar-3-dry-land-swim", form="strip"
    )


def test_a_movement_ends_in_the_picture_of_the_side_that_begins() -> None:
    """The way to a mirror image is the mirror image of the way."""
    it = drawn_of("neck-2-rotation")

    right, left = it.way(), it.way(id="left")

    assert right[-1] == it.skeletons["right"]
    assert left[-1] == it.skeletons["left"]
    assert left[0] == it.skeletons["level"].mirrored()
    moving = draw("neck-2-rotation", form="animation", side="left")
    assert moving.title == draw("neck-2-rotation", side="left").title + ", moving"
    assert moving.svg != draw("neck-2-rotation", form="animation", side="right").svg


def test_what_goes_to_and_fro_has_no_side() -> None:
    """Walking begins with either foot; four directions have none that begins."""
    for id in ("desk-break-walk", "wushu-trunk-twist", "neck-4-isometric-resisted"):
        assert draw(id, side="left") == draw(id)
