"""Half of the reduced form, again and again, until there is nothing left to halve."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

import pytest
from attrs import evolve

from spinecare.model import (
    Dose,
    Exercise,
    Hold,
    Phase,
    PhaseKind,
    Reps,
    Role,
    Side,
    Step,
    StepPhase,
    TagId,
)
from spinecare.planning.dosing import dosed, most_halvings
from spinecare.planning.screening import Suitability, all_tags
from spinecare.planning.timing import LOWEST, Grade
from tests.planning.builders import CATALOGUE, dosed_step, effort, outlook_of, with_entries

SWIM, SHRUG, TWIST = "lumbar-4-swimming", "neck-5-weighted-shrug", "yoga-supine-twist"
MIXED = (
    Phase(kind="setup", cue="lie down", seconds=Hold.of(6), each="step"),
    Phase(kind="contract", cue="tense", seconds=Hold.of(8)),
    Phase(kind="hold", cue="keep", seconds=Hold.of(5)),
    Phase(kind="relax", cue="let go", seconds=Hold.of(20)),
    Phase(kind="stretch", cue="stretch", seconds=Hold.of(9), into_s=4),
    Phase(kind="move", cue="move", seconds=Hold.of(7)),
    Phase(kind="breathe", cue="breathe", seconds=Hold.of(4)),
    Phase(kind="return", cue="come back", seconds=Hold.of(3)),
)
"""One phase of every kind."""


def suits(*tags: str, halvings: int = 0) -> Suitability:
    """Return the suitability of an exercise in its reduced form, halved so many times."""
    cautions = tuple(TagId(tag) for tag in tags)
    return Suitability(cautions=cautions, is_reduced=True, halvings=halvings)


def halved(entry: Exercise, halvings: int, *tags: str, first_side: Side | None = None) -> Step:
    """Return an exercise in its reduced form, halved so many times."""
    suited = suits(*tags, halvings=halvings)
    return dosed(entry, suited, CATALOGUE, grade=LOWEST, strict=False, first_side=first_side)[0]


def each_half(entry: Exercise, *tags: str) -> list[Step]:
    """Return an exercise in its reduced form, and after each halving that it bears."""
    most = most_halvings(entry, suits(*tags), CATALOGUE)
    return [halved(entry, number, *tags) for number in range(most + 1)]


def circles(reps: int, per: str = "cycle") -> Exercise:
    """Return an exercise of pure movement with so many repetitions."""
    phase = Phase(kind="move", cue="circle", seconds=Hold.of(8))
    return effort(phases=(phase,), dose=Dose(reps=Reps(low=reps, high=20, per=per)))


@pytest.mark.parametrize(
    ("reps", "per", "each"),
    [
        (5, "cycle", [5, 2, 1]),
        (8, "cycle", [8, 4, 2, 1]),
        (3, "side", [3, 1]),
        (1, "cycle", [1]),
        (6, "total", [6, 4, 2]),
        (10, "total", [10, 6, 4, 2]),
        (2, "total", [2]),
    ],
)
def test_repetitions_are_halved_down_to_one_on_each_side(
    reps: int, per: str, each: list[int]
) -> None:
    """An odd one less; where single movements of both sides count they stay even."""
    steps = each_half(circles(reps, per))

    assert [step.reps for step in steps] == each
    assert [step.cycles for step in steps] == [n // 2 if per == "total" else n for n in each]


def test_single_movements_are_one_to_each_side_before_their_seconds_are_halved() -> None:
    """Two are as few as there can be; from then on the hold of each is shorter."""
    own = effort(seconds=8, dose=Dose(reps=Reps(low=4, high=8, per="total"), hold_s=8))

    assert [(step.reps, step.phases[0].seconds) for step in each_half(own)] == [
        (4, 8),
        (2, 8),
        (2, 4),
        (2, 2),
        (2, 1),
    ]


@pytest.mark.parametrize("reps", [1, 2, 5, 6])
def test_a_movement_is_never_made_faster(reps: int) -> None:
    """Of circles that take eight seconds fewer are done, and the last one takes eight, too."""
    steps = each_half(circles(reps))

    assert {phase.seconds for step in steps for phase in step.phases} == {8}
    assert halved(circles(reps), 9) == steps[-1]


def test_seconds_are_halved_only_of_a_single_repetition() -> None:
    """First three become one; then the hold of the one."""
    own = effort(seconds=8, dose=Dose(reps=3, hold_s=8))

    steps = each_half(own)

    assert [(step.reps, step.phases[0].seconds) for step in steps] == [
        (3, 8),
        (1, 8),
        (1, 4),
        (1, 2),
        (1, 1),
    ]
    assert [step.hold_s for step in steps] == [8, 8, 4, 2, 1]


def test_what_lasts_is_halved_down_to_a_second_and_nothing_else_is_touched() -> None:
    """A contraction, a hold, a stretch; what was odd loses a half, what is short stays."""
    steps = each_half(effort(phases=MIXED, dose=Dose(hold_s=9)))

    assert [[phase.seconds for phase in step.phases] for step in steps] == [
        [6, 8, 5, 20, 9, 7, 4, 3],
        [6, 4, 2, 20, 4, 7, 4, 3],
        [6, 2, 1, 20, 2, 7, 4, 3],
        [6, 1, 1, 20, 1, 7, 4, 3],
    ]
    assert [step.hold_s for step in steps] == [9, 4, 2, 1]
    assert all(step.phases[4].into_s == 4 for step in steps)


def test_a_hold_that_lets_go_is_relaxation_and_stays_as_long() -> None:
    """Only its role makes the difference; and the hold of the dose is this one's."""
    own = effort(
        phases=(
            Phase(kind="contract", cue="tense", seconds=Hold.of(6)),
            Phase(kind="hold", cue="hang loose", seconds=Hold.of(9), role="relax"),
        ),
        dose=Dose(hold_s=9),
    )

    steps = each_half(own)

    assert [[phase.seconds for phase in step.phases] for step in steps] == [[6, 9], [3, 9], [1, 9]]
    assert [step.hold_s for step in steps] == [9, 9, 9]


@pytest.mark.parametrize(("tags", "first"), [((), 1200), (("water",), 600)])
def test_swimming_is_halved_and_the_floating_after_it_is_not(
    tags: tuple[str, ...], first: int
) -> None:
    """Under a caution for water it begins at half the time already."""
    steps = each_half(CATALOGUE.entry(SWIM), *tags)

    seconds = [step.phases[0].seconds for step in steps]
    assert seconds[:4] == [first, first // 2, first // 4, first // 8]
    assert seconds[-1] == 1
    assert {step.phases[1].seconds for step in steps} == {60}


def test_a_walk_is_halved_and_other_movement_is_not() -> None:
    """Five minutes, two and a half; neither the way back, nor a movement of another kind."""
    back = Phase(kind="return", cue="walk back", seconds=Hold.of(60))
    walk = CATALOGUE.entry("desk-break-walk")
    walk = evolve(walk, phases=(*walk.phases, back))
    sway = evolve(walk, kinds=("mobility",))

    assert halved(walk, 1).phases[0].seconds == 150
    assert halved(walk, 1).phases[-1].seconds == 60
    assert halved(sway, 1).phases[0].seconds == 300
    assert most_halvings(sway, suits(), CATALOGUE) == 0


def test_the_rest_that_must_follow_answers_what_is_left_of_the_effort() -> None:
    """Twenty seconds for twenty, ten for ten, and never less than five."""
    own = effort(seconds=20)

    missing = [
        dosed(own, suits(halvings=n), CATALOGUE, grade=LOWEST, strict=False, first_side=None)[1]
        for n in range(5)
    ]

    assert missing == [20, 10, 5, 5, 5]


def test_a_strict_person_rests_as_long_as_what_is_left() -> None:
    """Ten circles of the knees ask for 80 seconds; five of them for 40."""
    knees = CATALOGUE.entry("wushu-knee-rotation")

    whole, half = (
        dosed(knees, suits(halvings=n), CATALOGUE, grade=LOWEST, strict=True, first_side=None)[0]
        for n in (0, 1)
    )

    assert (whole.reps, whole.phases[-1].seconds) == (10, 80)
    assert (half.reps, half.phases[-1].seconds) == (5, 40)


@pytest.mark.parametrize("entry", CATALOGUE.entries, ids=attrgetter("id"))
def test_every_halving_leaves_less_of_an_exercise_and_all_of_its_relaxation(
    entry: Exercise,
) -> None:
    """Whatever the cautions; it stays the reduced form, and one repetition at the least."""
    for tags in ((), *((tag,) for tag in sorted(all_tags(entry, CATALOGUE)))):
        steps = each_half(entry, *tags)

        assert all(step.is_reduced and step.reps >= 1 for step in steps)
        assert all(step.notes == steps[0].notes for step in steps)
        assert all(relaxation(step) == relaxation(steps[0]) for step in steps)
        assert all(phase.seconds >= least for step in steps for phase, least in lasting(step))
        if entry.phases:  # what has none is done by its items: it has no time of its own
            times = [step.duration_s for step in steps]
            assert times == sorted(set(times), reverse=True)


def relaxation(step: Step) -> list[StepPhase]:
    """Return what a step has of relaxation."""
    return [phase for phase in step.phases if phase.role is Role.RELAX]


def lasting(step: Step) -> list[tuple[StepPhase, float]]:
    """Return the efforts and stretches that are left in a step, with the shortest they may be."""
    kinds = (PhaseKind.CONTRACT, PhaseKind.HOLD, PhaseKind.STRETCH)
    return [(phase, 1.0) for phase in step.phases if phase.kind in kinds and phase.seconds]


@pytest.mark.parametrize("entry", CATALOGUE.entries, ids=attrgetter("id"))
def test_the_hold_that_is_shown_is_the_one_that_is_done(entry: Exercise) -> None:
    """After every halving; where the dose speaks of no hold none is shown."""
    shown = [
        number for number, phase in enumerate(entry.phases) if phase.seconds == entry.dose.hold_s
    ]

    for step in each_half(entry):
        if entry.dose.hold_s is None:
            assert step.hold_s is None
        else:
            assert step.hold_s == step.phases[shown[0]].seconds


@pytest.mark.parametrize("entry", CATALOGUE.entries, ids=attrgetter("id"))
def test_halvings_are_counted_to_the_last_that_changes_anything(entry: Exercise) -> None:
    """The last one still takes something away; one more, or ten, take nothing."""
    most = most_halvings(entry, suits(), CATALOGUE)

    steps = [halved(entry, number) for number in range(most + 2)]

    assert all(later != earlier for earlier, later in pairwise(steps[:-1]))
    assert steps[-1] == steps[-2] == halved(entry, most + 10)


@pytest.mark.parametrize(
    ("id", "tags", "most"),
    [
        (SWIM, (), 10),  # 1200, 600, 300, 150, 75, 37, 18, 9, 4, 2, 1
        (SWIM, ("water",), 9),  # from 600
        ("yoga-corpse-pose", (), 0),  # relaxation
        ("relief-rocking-rise", (), 0),  # one movement
        ("wushu-head-rotation", (), 1),  # 3, 1
        ("extra-10-knee-rolls", (), 2),  # 6, 4, 2
        ("bar-hang", (), 2),  # 5 s, 2, 1
        ("bar-hang", ("extension-end",), 1),  # 2 s, 1
        ("lying-05a-neck-contract-relax", (), 2),  # 3 s, 1 once three have become one
    ],
)
def test_how_often_a_dose_can_be_halved(id: str, tags: tuple[str, ...], most: int) -> None:
    """Counted by hand, from the dose that the cautions leave."""
    assert most_halvings(CATALOGUE.entry(id), suits(*tags), CATALOGUE) == most


def test_how_often_it_was_halved_before_does_not_change_how_often_it_can_be() -> None:
    """The count begins with the reduced form."""
    hang = CATALOGUE.entry("bar-hang")

    assert most_halvings(hang, suits(halvings=2), CATALOGUE) == 2


def test_half_of_the_reduced_form_keeps_all_else_of_it() -> None:
    """Empty hands, its words, its sides, and the side whose turn it is."""
    shrug, twist = CATALOGUE.entry(SHRUG), CATALOGUE.entry(TWIST)

    empty = halved(shrug, 1, "load-in-hands")
    right = halved(twist, 1, "rotation-end", first_side=Side.RIGHT)

    assert empty.mass_kg == 0
    assert empty.notes == halved(shrug, 0, "load-in-hands").notes != ()
    assert right.sides == (Side.RIGHT, Side.LEFT)
    assert right.sets == halved(twist, 0, "rotation-end").sets


def test_only_the_reduced_form_is_halved() -> None:
    """Whoever gets an exercise in full gets all of it."""
    whole = Suitability(halvings=2)
    head = CATALOGUE.entry("wushu-head-rotation")

    step, _ = dosed(head, whole, CATALOGUE, grade=Grade.even(1), strict=False, first_side=None)

    assert (step.reps, step.is_reduced) == (5, False)


def test_a_person_gets_the_halved_dose_wherever_an_exercise_stands() -> None:
    """By the outlook, as any other dose."""
    entry = effort(seconds=8, dose=Dose(reps=5, hold_s=8))
    look = outlook_of(catalogue=with_entries(entry))
    eased = evolve(look, suitable={**look.suitable, entry.id: suits(halvings=1)}, doses={})

    assert (dosed_step(look, entry.id).reps, dosed_step(eased, entry.id).reps) == (5, 2)
