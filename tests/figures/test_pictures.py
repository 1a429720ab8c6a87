"""Drawings become pictures: cards, strips, movements, sheets; in themes, on sides."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date

import pytest
from attrs import evolve

from spinecare import (
    Catalogue,
    Drawing,
    Exercise,
    ExerciseId,
    Figure,
    Frame,
    Laterality,
    Person,
    Plan,
    Pose,
    Position,
    Screening,
    Side,
    draw,
    load_catalogue,
    make_plan,
)
from spinecare.errors import InvalidValueError, MissingExtraError, UnknownIdError
from spinecare.figures import Theme
from spinecare.figures.rendering import LIGHT
from spinecare.figures.scene import Crop
from spinecare.figures.scenes import Drawn, mirrored

CATALOGUE = load_catalogue()
ENTRIES = CATALOGUE.entries
ONE_SIDED = "yoga-wind-relieving-pose"
FORMS = ("card", "strip", "animation")


def ids_of(figure: Figure) -> list[str]:
    """Return every id of a picture."""
    return re.findall(r'\bid="([^"]+)"', figure.svg)


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return a week with neck work, lying work and rests."""
    person = Person(
        goals=["ease-neck", "ease-lower-back"],
        availability="Mon-Fri 19:00 20 min; Sat 10:00 45 min",
        timezone="Europe/Berlin",
        screening=Screening(others="no"),
    )
    return make_plan(person, start=date(2026, 11, 23), weeks=1)


# Everything is drawn ------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_entry_is_drawn_and_every_phase_has_its_frame(entry: Exercise) -> None:
    """51 exercises, 18 variants, 2 transitions, 7 rests and the protocols: none is left out."""
    drawing = CATALOGUE.drawing(entry.id)

    assert drawing is not None
    assert len(drawing.phases) == len(entry.phases)
    figure = draw(entry)
    assert figure.title.startswith(entry.name)
    assert len(figure.svg.encode()) < 16_000
    ET.fromstring(figure.svg)  # noqa: S314  made here


@pytest.mark.parametrize("position", Position)
def test_a_pose_of_every_position_is_drawn(position: Position) -> None:
    """A pose without an exercise is drawn as its position's posture."""
    figure = draw(Pose(position=position))

    assert figure.title
    assert figure.description


def test_titles_and_descriptions_are_unique_and_ids_never_clash() -> None:
    """The cards of all entries, both sides of what has sides, the strips: all on one page."""
    figures = [draw(entry) for entry in ENTRIES]
    figures += [draw(entry, form="strip") for entry in ENTRIES if len(entry.phases) > 2]
    figures += [
        draw(entry, side="left") for entry in ENTRIES if entry.sides is Laterality.LEFT_RIGHT
    ]

    words = Counter((figure.title, figure.description) for figure in figures)
    ids = Counter(
        id
        for figure in {figure.svg: figure for figure in figures}.values()
        for id in ids_of(figure)
    )
    assert [pair for pair, times in words.items() if times > 1 and not _is_one_frame(pair)] == []
    assert [id for id, times in ids.items() if times > 1] == []


def test_pictures_that_differ_in_words_or_colours_alone_share_no_id() -> None:
    """Or one of them would be read out by the other's title, or painted in its colours."""
    entry = CATALOGUE.entry(ONE_SIDED)
    namesake = evolve(entry, name="Another name")
    recoloured = evolve(LIGHT, ink="#000000")

    for form in FORMS:
        one = draw(entry, form=form)  # type: ignore[arg-type]
        named = draw(namesake, form=form)  # type: ignore[arg-type]
        coloured = draw(entry, form=form, theme=recoloured)  # type: ignore[arg-type]
        ids = [ids_of(figure) for figure in (one, named, coloured)]
        assert len({id for some in ids for id in some}) == sum(map(len, ids))


def test_sheets_of_equal_sessions_on_two_days_share_no_id(plan: Plan) -> None:
    """Their titles tell them apart."""
    session = plan.sessions[0]
    later = evolve(session, date=date(2026, 11, 30))

    first, second = draw(session), draw(later)

    assert first.title != second.title
    assert not set(ids_of(first)) & set(ids_of(second))


def _is_one_frame(words: tuple[str, str]) -> bool:
    """A strip of one frame is its card."""
    name = words[0].split(":")[0]
    drawings = [
        Drawn(drawing=drawing, postures=CATALOGUE.posture_by_id)
        for entry in ENTRIES
        if entry.name.startswith(name) and (drawing := CATALOGUE.drawing(entry.id))
    ]
    return any(len(drawn.strip) == 1 for drawn in drawings)


# Forms --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_is_the_same_every_time_and_a_notebook_shows_it(form: str) -> None:
    """Equal input, equal bytes."""
    one, two = draw(ONE_SIDED, form=form), draw(ONE_SIDED, form=form)  # type: ignore[arg-type]

    assert one == two
    assert one._repr_svg_() == one.svg
    assert "svg" not in repr(one)
    assert one.size == (one.width, one.height)
    assert f'viewBox="0 0 {one.width} {one.height}"' in one.svg


def test_an_animation_moves_and_stands_still_for_who_wants_no_motion() -> None:
    """Twice there and back; and the card for readers that know no motion."""
    figure = draw(ONE_SIDED, form="animation")

    assert "prefers-reduced-motion" in figure.svg
    assert "@keyframes" in figure.svg
    assert "@keyframes" not in draw(ONE_SIDED).svg


def test_what_has_one_frame_does_not_move_and_has_no_strip() -> None:
    """Resting is one picture, whatever form is asked for."""
    card = draw("rest-standing")

    assert "@keyframes" not in draw("rest-standing", form="animation").svg
    assert draw("rest-standing", form="strip").description == card.description


def test_a_strip_shows_the_frames_in_the_order_of_the_phases() -> None:
    """Its description counts them as the discs do."""
    drawing = CATALOGUE.drawing("lumbar-1-half-push-up")
    assert drawing is not None
    order = Drawn(drawing=drawing, postures=CATALOGUE.posture_by_id).strip

    strip = draw("lumbar-1-half-push-up", form="strip")

    assert all(f"{number}. " in strip.description for number in range(1, len(order) + 1))
    assert f"{len(order) + 1}. " not in strip.description


def test_another_frame_of_a_drawing_can_be_asked_for() -> None:
    """By its name; what shows several frames takes none."""
    start = draw(ONE_SIDED, frame="long")

    assert start.title.endswith("long")
    assert start.svg != draw(ONE_SIDED).svg
    with pytest.raises(UnknownIdError, match="held"):
        draw(ONE_SIDED, frame="heldd")
    with pytest.raises(InvalidValueError, match="frame"):
        draw(ONE_SIDED, frame="long", form="strip")


# Sides --------------------------------------------------------------------------------------------


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
        side: [badge.letter for badge in _drawn(ONE_SIDED).scene("held", side).badges]
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
    it = _drawn("neck-2-rotation")

    right, left = it.way(), it.way(id="left")

    assert right[-1] == it.skeletons["right"]
    assert left[-1] == it.skeletons["left"]
    assert left[0] == it.skeletons["level"].mirrored()
    moving = draw("neck-2-rotation", form="animation", side="left")
    assert moving.title == draw("neck-2-rotation", side="left").title
    assert moving.svg != draw("neck-2-rotation", form="animation", side="right").svg


def test_what_goes_to_and_fro_has_no_side() -> None:
    """Walking begins with either foot; four directions have none that begins."""
    for id in ("desk-break-walk", "wushu-trunk-twist", "neck-4-isometric-resisted"):
        assert draw(id, side="left") == draw(id)


def _drawn(id: str) -> Drawn:
    drawing = CATALOGUE.drawing(id)
    assert drawing is not None
    return Drawn(drawing=drawing, postures=CATALOGUE.posture_by_id)


def test_neck_work_is_shown_close_and_a_ghost_stands_behind_when_asked() -> None:
    """The head is what matters there."""
    assert _drawn("neck-2-rotation").scene().crop is Crop.UPPER
    assert _drawn(ONE_SIDED).scene(with_ghost=True).ghost == _drawn(ONE_SIDED).skeletons["long"]
    assert _drawn(ONE_SIDED).scene().ghost is None
    assert mirrored(_drawn(ONE_SIDED).scene(with_ghost=True)).ghost is not None


# Steps and sessions -------------------------------------------------------------------------------


def test_a_step_is_drawn_on_the_side_it_begins_with(plan: Plan) -> None:
    """Unless another one is asked for."""
    steps = [step for session in plan.sessions for step in session.steps]
    one_sided = next(
        step for step in steps if CATALOGUE.entry(step.exercise).sides is Laterality.LEFT_RIGHT
    )
    first = one_sided.sides[0]

    assert draw(one_sided) == draw(one_sided.exercise, side=first.value)  # type: ignore[arg-type]
    assert f"{first.other} side" in draw(one_sided, side=first.other).title


def test_a_session_is_drawn_as_a_sheet_of_its_steps(plan: Plan) -> None:
    """One card for each, equal ones drawn once, none of their ids twice."""
    session = plan.sessions[0]

    sheet = draw(session)

    for number, step in enumerate(session.steps, 1):
        assert f"{number}. {CATALOGUE.entry(step.exercise).name}" in sheet.description
    assert len(ids_of(sheet)) == len(set(ids_of(sheet)))
    alone = sum(len(draw(step).svg) for step in session.steps)
    assert len(sheet.svg) < alone
    assert sheet.title == "Mon 2026-11-23 19:00"


def test_a_sheet_draws_equal_steps_once(plan: Plan) -> None:
    """The same exercise twice is one drawing, used twice."""
    session = plan.sessions[0]
    twice = evolve(session, steps=(session.steps[0],) * 6)

    sheet = draw(twice)

    assert sheet.svg.count("<use ") >= 5
    assert len(sheet.svg) < 1.5 * len(draw(session.steps[0]).svg)
    assert sheet.height > draw(session.steps[0]).height  # two rows


# Catalogues of one's own --------------------------------------------------------------------------


def test_an_exercise_that_nobody_has_drawn_is_shown_as_it_starts() -> None:
    """Rather an honest start position than no picture."""
    own = evolve(CATALOGUE.entry(ONE_SIDED), id=ExerciseId("my-own"), name="My own")

    figure = draw(own, catalogue=Catalogue(entries=(own,)))

    assert figure.title == "My own"
    assert "Lying on the back" in figure.description


# Themes, PNG, refusals ----------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_a_theme_changes_colours_only(theme: str) -> None:
    """The lines stay where they are."""
    shape = re.compile(r'#?f[0-9a-f]{8}|#[0-9a-f]{6}|stroke-width="[^"]*"')

    assert draw(ONE_SIDED, theme=theme).description == draw(ONE_SIDED).description  # type: ignore[arg-type]
    if theme == "dark":
        assert shape.sub("", draw(ONE_SIDED, theme=theme).svg) == shape.sub("", draw(ONE_SIDED).svg)  # type: ignore[arg-type]


def test_a_theme_of_ones_own_is_taken() -> None:
    """A theme is a value."""
    theme: Theme = evolve(LIGHT, name="mine", accent="#123456")

    assert "#123456" in draw(ONE_SIDED, theme=theme).svg


def test_a_picture_becomes_png_of_the_width_asked_for() -> None:
    """With the extra `[png]`."""
    content = draw(ONE_SIDED).png(width=472)

    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) == 472


@pytest.mark.parametrize("width", [0, 15, 8193, 4.5, True, "472"])
def test_a_width_that_is_none_is_refused(width: object) -> None:
    """By name."""
    with pytest.raises(InvalidValueError, match="width"):
        draw(ONE_SIDED).png(width=width)  # type: ignore[arg-type]


def test_png_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)

    with pytest.raises(MissingExtraError, match=r"spinecare\[png\]"):
        draw(ONE_SIDED).png()


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"form": "film"}, "form"),
        ({"side": "up"}, "side"),
        ({"side": "both"}, "side"),
        ({"theme": "sepia"}, "theme"),
        ({"theme": ["light"]}, "theme"),
    ],
)
def test_what_draw_does_not_know_is_refused_by_name(
    arguments: dict[str, object], field: str
) -> None:
    """With what it knows."""
    with pytest.raises(InvalidValueError, match=field):
        draw(ONE_SIDED, **arguments)  # type: ignore[arg-type]


def test_an_exercise_can_be_asked_for_by_its_name() -> None:
    """The name that plans print."""
    entry = CATALOGUE.entry(ONE_SIDED)

    assert draw(entry.name) == draw(entry.name.upper()) == draw(ONE_SIDED)


def test_poses_and_sessions_have_one_form(plan: Plan) -> None:
    """What would be ignored is refused."""
    with pytest.raises(InvalidValueError, match="side"):
        draw(plan.sessions[0], side="left")
    with pytest.raises(InvalidValueError, match="form"):
        draw(Pose(position="prone"), form="strip")
    with pytest.raises(InvalidValueError, match="frame"):
        draw(Pose(position="prone"), frame="start")


def test_a_catalogue_and_a_prefix_of_another_kind_are_refused() -> None:
    """By name, with what to do."""
    with pytest.raises(InvalidValueError, match="load_catalogue"):
        draw(ONE_SIDED, catalogue="mine.toml")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="id_prefix"):
        draw(ONE_SIDED, id_prefix=3)  # type: ignore[arg-type]


def test_what_cannot_be_drawn_is_refused() -> None:
    """An id of nothing, and a thing of another kind."""
    with pytest.raises(UnknownIdError, match=ONE_SIDED):
        draw("yoga-wind-relieving-poze")
    with pytest.raises(InvalidValueError, match="subject"):
        draw(42)  # type: ignore[arg-type]


def test_drawing_needs_neither_numpy_nor_resvg() -> None:
    """What is shipped is drawn with the core dependencies."""
    code = (
        "import sys; sys.modules['numpy'] = None; sys.modules['resvg_py'] = None; "
        "from spinecare import draw, load_catalogue; "
        "print(len([draw(entry, form='strip') for entry in load_catalogue().entries]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert int(done.stdout) == len(ENTRIES)
