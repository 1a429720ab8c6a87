"""What the planner adds to a session: relief, rests, closings, the way up."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Exercise, ExerciseId, Place, Pose, Purpose, Side
from spinecare.planning.additions import (
    Item,
    added,
    lasting,
    relief_first,
    rest_after,
    turn_to_side,
)
from spinecare.planning.timing import step_at
from tests.planning.builders import (
    CATALOGUE,
    effort,
    happened,
    opening_at,
    outlook_of,
    person,
    step_of,
    with_entries,
)

BED, SWAY, SEATED, SEARCH = (
    "relief-knees-to-chest-bed-edge",
    "relief-knees-to-chest-leg-sway",
    "relief-seated-hands-behind-head",
    "relief-position-search",
)
NECK, YOGA = CATALOGUE.routine("neck"), CATALOGUE.routine("yoga-asanas")
NOD = CATALOGUE.entry("neck-1-flexion-extension")


def relief(main: Exercise = NOD, routine: Any = NECK, place: str = "home", **changes: Any) -> Any:
    """Return the relief position that opens a session of a person, or the rule against it."""
    look = outlook_of(person(**changes))
    found = relief_first(look, opening_at(place=place), [routine], [main])
    return found if isinstance(found, str) else [item.entry.id for item in found]


@pytest.mark.parametrize(
    ("tense", "expected"),
    [
        (["lower-back"], BED),
        (["neck"], SEATED),
        (["shoulder"], SEATED),
        (["upper-back"], SEATED),
        (["chest"], SEATED),
        (["neck", "lower-back"], BED),  # the lower back decides
        (["neck", "spine"], BED),
        (["hip"], BED),
        (None, SEATED),  # unknown: where the first exercise works, here the neck
    ],
)
def test_relief_suits_the_tense_region(tense: list[str] | None, expected: str) -> None:
    """Knees to the chest for the lower back, seated for neck and upper back (article, 79-81)."""
    assert relief(tense=tense) == [expected]


def test_unknown_tension_follows_the_first_exercise() -> None:
    """For the lumbar complex it is the lower back."""
    press = CATALOGUE.entry("lumbar-1-half-push-up")

    assert relief(press, CATALOGUE.routine("lumbar"), tense=None) == [BED]


@pytest.mark.parametrize(
    ("equipment", "tense", "expected"),
    [
        ([], ["lower-back"], SWAY),
        (["chair"], ["lower-back"], SWAY),
        ([], ["neck"], SEARCH),  # searching suits a neck better than knees to the chest
        (["firm-bed-or-sofa"], ["neck"], SEARCH),
        (["chair"], ["neck"], SEATED),
    ],
)
def test_relief_is_one_that_can_be_done_here(
    equipment: list[str], tense: list[str], expected: str
) -> None:
    """Without a bed on the floor, without a chair by searching."""
    assert relief(equipment=equipment, tense=tense) == [expected]


def test_without_floor_and_things_one_searches_for_a_position() -> None:
    """Standing at the office."""
    found = relief(tense=["neck"], place="office", places=[Place(name="office")])

    assert found == [SEARCH]


def test_relief_is_due_for_gymnastics_with_discomfort_or_for_anything_with_pain() -> None:
    """Some pain is discomfort, and so is pain that is not known; above 2 all work waits for it."""
    assert relief(tense=()) == []
    assert relief(tense=(), pain=0.5) == [SEATED]
    assert relief(tense=(), pain=None) == [SEATED]
    assert relief(tense=(), pain=2.5) == [SEATED]
    assert relief(routine=YOGA, tense=["neck"]) == []
    assert relief(routine=YOGA, tense=["neck"], pain=2) == []
    assert relief(routine=YOGA, tense=["neck"], pain=3) == [SEATED]


def test_relief_positions_need_no_relief_before_them() -> None:
    """They are the routine."""
    assert relief(routine=CATALOGUE.routine("relief-positions"), tense=["neck"], pain=7) == []


def test_no_relief_that_suits_means_no_session() -> None:
    """All four left out by the person."""
    assert relief(tense=["neck"], leaves_out=[BED, SWAY, SEATED, SEARCH]) == "opening-closing"


def test_relief_never_is_one_new_thing_too_many() -> None:
    """With pain every kind but relaxation counts: the leg sway moves, the search does not."""
    look = outlook_of(person(pain=None, tense=["lower-back"], equipment=[]))
    circles = [CATALOGUE.entry(id) for id in CATALOGUE.routine("wushu-morning").entries]

    two = relief_first(look, opening_at(), [NECK], circles[:2])
    three = relief_first(look, opening_at(), [NECK], circles[:3])

    assert not isinstance(two, str)
    assert not isinstance(three, str)
    assert [item.entry.id for item in (*two, *three)] == [SWAY, SEARCH]


def test_relief_that_is_one_new_thing_too_many_says_so() -> None:
    """The search is left out, and only the leg sway is at hand, which is new."""
    who = person(pain=None, tense=["lower-back"], equipment=[], leaves_out=[SEARCH])
    circles = [CATALOGUE.entry(id) for id in CATALOGUE.routine("wushu-morning").entries]

    assert relief_first(outlook_of(who), opening_at(), [NECK], circles[:3]) == "new-things"


def test_relief_of_a_catalogue_without_the_articles_own_is_none() -> None:
    """A catalogue of one's own may have none of the four."""
    gone = (BED, SWAY, SEATED, SEARCH, "relief-before-gymnastics")
    kept = tuple(e for e in CATALOGUE.entries if e.id not in gone)
    look = outlook_of(person(tense=["neck"]), evolve(CATALOGUE, entries=kept))

    assert relief_first(look, opening_at(), [NECK], [NOD]) == "opening-closing"


def test_what_is_added_stands_at_the_low_end_with_its_purpose() -> None:
    """Its routine where it has one, ten seconds after what came before."""
    look = outlook_of()

    item = added(look, CATALOGUE.entry("yoga-corpse-pose"), Purpose.OPENING, YOGA.id)

    assert (item.purpose, item.routine, item.step.hold_s) == (Purpose.OPENING, YOGA.id, 60)
    assert item.between_s == 10
    assert item.notes == ()


def test_what_is_added_shows_its_reduced_form() -> None:
    """The notes of the caution come along."""
    look = outlook_of(person(conditions=["pregnancy"]))

    item = added(look, CATALOGUE.entry("yoga-corpse-pose"), Purpose.CLOSING)

    assert item.step.is_reduced
    assert item.notes == item.step.notes == ("at most 3 min, head and chest raised",)


FETAL = CATALOGUE.entry("lying-fetal-rest")


def test_the_side_one_lies_on_changes_and_stays_left_in_pregnancy() -> None:
    """Left, right, left; with child always left, but twists still change."""
    sides: list[tuple[Side, ...]] = []
    for who in (person(), person(conditions=["pregnancy"])):
        look = outlook_of(who)
        happened(look, opening_at(8), step_of(FETAL.id), step_of(SWAY))
        sides.append(added(look, FETAL, Purpose.CLOSING).step.sides)
        sides.append(added(look, CATALOGUE.entry(SWAY), Purpose.OPENING).step.sides)

    assert sides == [
        (Side.RIGHT,),
        (Side.RIGHT, Side.LEFT),
        (Side.LEFT,),
        (Side.RIGHT, Side.LEFT),
    ]


def test_a_rest_lasts_as_long_as_it_is_set() -> None:
    """Its longest phase and the hold that is shown; the rest of it stays."""
    corpse = Item(CATALOGUE.entry("yoga-corpse-pose"), step_at(CATALOGUE.entry("yoga-corpse-pose")))
    bare = Item(corpse.entry, evolve(corpse.step, hold_s=None))

    assert lasting(corpse, 90).step.hold_s == 90
    assert lasting(corpse, 90).step.duration_s == 90
    assert [phase.seconds for phase in lasting(corpse, 90).step.phases] == [0, 90, 0]
    assert lasting(bare, 90).step.hold_s is None


@pytest.mark.parametrize(
    ("position", "rest"),
    [
        ("standing", "rest-standing"),
        ("standing-at-low-bar", "rest-standing"),
        ("hanging", "rest-standing"),
        ("walking", "rest-standing"),
        ("any", "rest-standing"),
        ("sitting", "rest-sitting"),
        ("sitting-reclined", "rest-sitting"),
        ("on-ball", "rest-sitting"),
        ("supine", "rest-supine"),
        ("hook-lying", "rest-supine"),
        ("bed-edge-supine", "rest-supine"),
        ("prone", "rest-prone"),
        ("prone-on-elbows", "rest-prone"),
        ("side-lying", "rest-side-lying"),
        ("side-lying-curled", "rest-side-lying"),
        ("quadruped", "rest-kneeling"),
        ("lunge-kneeling", "rest-kneeling"),
        ("in-water", "rest-floating"),
    ],
)
def test_a_rest_suits_the_position_one_is_in(position: str, rest: str) -> None:
    """It follows at once and lasts as long as it must."""
    item = rest_after(outlook_of(), effort(start=Pose(position=position)), 33)

    assert item is not None
    assert item.entry.id == rest
    assert item.purpose is Purpose.REST
    assert item.step.duration_s == 33
    assert item.between_s == 0


def test_a_rest_in_the_same_position_comes_before_one_alike() -> None:
    """Half sitting, the rest that is sitting stands first in the catalogue and comes second."""
    sitting = CATALOGUE.entry("rest-sitting")
    reclined = evolve(sitting, id=ExerciseId("own-rest"), start=Pose(position="sitting-reclined"))
    look = outlook_of(catalogue=with_entries(reclined))

    item = rest_after(look, effort(start=Pose(position="sitting-reclined")), 20)

    assert item is not None
    assert item.entry.id == "own-rest"


def test_a_rest_suits_the_position_an_exercise_ends_in() -> None:
    """From standing to sitting."""
    item = rest_after(outlook_of(), effort(end=Pose(position="sitting")), 20)

    assert item is not None
    assert item.entry.id == "rest-sitting"


@pytest.mark.parametrize(
    ("position", "left_out", "rest"),
    [
        ("supine", ["rest-supine"], "rest-side-lying"),
        ("prone", ["rest-prone"], "rest-side-lying"),
        ("supine", ["rest-supine", "rest-side-lying"], None),
        ("standing", ["rest-standing"], None),
        ("sitting", ["rest-sitting"], None),
        ("quadruped", ["rest-kneeling"], None),
    ],
)
def test_a_rest_suits_the_person_or_is_none(
    position: str, left_out: list[str], rest: str | None
) -> None:
    """Whoever lies may turn to the side; nobody lies down, or gets up, only to rest."""
    look = outlook_of(person(leaves_out=left_out))

    item = rest_after(look, effort(start=Pose(position=position)), 20)

    assert (None if item is None else item.entry.id) == rest


def test_a_catalogue_without_a_fitting_rest_has_none() -> None:
    """One's own, whose only rest is on the belly."""
    kept = tuple(e for e in CATALOGUE.entries if e.record != "rest" or e.id == "rest-prone")
    look = outlook_of(catalogue=evolve(CATALOGUE, entries=kept))

    assert rest_after(look, effort(), 20) is None
    assert turn_to_side(look, 20) is None


def test_a_turn_to_the_side_is_a_rest_on_it() -> None:
    """Between two pieces of lying on the back; none for whom it does not suit."""
    item = turn_to_side(outlook_of(), 30)

    assert turn_to_side(outlook_of(person(leaves_out=["rest-side-lying"])), 30) is None
    assert item is not None
    assert (item.entry.id, item.purpose, item.step.duration_s) == (
        "rest-side-lying",
        Purpose.REST,
        30,
    )
