"""Drawings become pictures: all of them, as cards, strips and movements."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter

import pytest
from attrs import evolve

from spinecare import (
    Catalogue,
    Exercise,
    ExerciseId,
    Laterality,
    Pose,
    Position,
    draw,
)
from spinecare.errors import InvalidValueError
from spinecare.figures.rendering import LIGHT
from spinecare.figures.scene import Crop
from spinecare.figures.scenes import Drawn, mirrored
from tests.figures.pictured import CATALOGUE, ENTRIES, FORMS, ONE_SIDED, drawn_of, ids_of


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
def test_a_pose_of_every_position_isdrawn_of(position: Position) -> None:
    """A pose without an exercise is drawn as its position's posture."""
    figure = draw(Pose(position=position))

    assert figure.title
    assert figure.description


@pytest.mark.no_cover  # tests/README.md says why
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


def _is_one_frame(words: tuple[str, str]) -> bool:
    """A strip of one frame is its card."""
    name = words[0].split(":")[0]
    drawings = [
        Drawn(drawing=drawing, postures=CATALOGUE.posture_by_id)
        for entry in ENTRIES
        if entry.name.startswith(name) and (drawing := CATALOGUE.drawing(entry.id))
    ]
    return any(len(drawn.strip) == 1 for drawn in drawings)


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

    assert figure.title == f"{draw(ONE_SIDED).title}, moving"
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
    with pytest.raises(InvalidValueError, match="held"):
        draw(ONE_SIDED, frame="heldd")
    with pytest.raises(InvalidValueError, match="frame"):
        draw(ONE_SIDED, frame="long", form="strip")


def test_neck_work_is_shown_close_and_a_ghost_stands_behind_when_asked() -> None:
    """The head is what matters there."""
    assert drawn_of("neck-2-rotation").scene().crop is Crop.UPPER
    assert drawn_of(ONE_SIDED).scene(with_ghost=True).ghost == drawn_of(ONE_SIDED).skeletons["long"]
    assert drawn_of(ONE_SIDED).scene().ghost is None
    assert mirrored(drawn_of(ONE_SIDED).scene(with_ghost=True)).ghost is not None


def test_an_exercise_that_nobody_has_drawn_is_shown_as_it_starts() -> None:
    """Rather an honest start position than no picture."""
    own = evolve(CATALOGUE.entry(ONE_SIDED), id=ExerciseId("my-own"), name="My own")

    figure = draw(own, catalogue=Catalogue(entries=(own,)))

    assert figure.title == "My own"
    assert "Lying on the back" in figure.description


def test_a_card_shows_where_its_movement_comes_from_when_asked() -> None:
    """Pale, behind; a movement and a strip show it anyway."""
    assert draw(ONE_SIDED, ghost=True).svg != draw(ONE_SIDED).svg
    assert draw(ONE_SIDED, ghost=True).description == draw(ONE_SIDED).description
    assert draw(ONE_SIDED, ghost=True, form="strip") == draw(ONE_SIDED, form="strip")
