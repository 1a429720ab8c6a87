"""Stress, then relax: runs, what they ask for, and how a step is given it."""

from __future__ import annotations

import pytest

from spinecare.model import Dose, Phase
from spinecare.planning.pairing import (
    is_real_effort,
    relax_needed_s,
    runs,
)
from spinecare.planning.timing import step_at
from tests.planning.builders import CATALOGUE, effort, lasting

SHRUG = CATALOGUE.entry("neck-5-weighted-shrug")
CIRCLES = CATALOGUE.entry("wushu-knee-rotation")


def found(*steps: object) -> list[tuple[int, int, float, float, int | None]]:
    """Return the runs of steps as plain numbers."""
    return [(r.first, r.step, r.effort_s, r.relax_s, r.phase) for r in runs(steps)]  # type: ignore[arg-type]


def test_every_repetition_with_its_own_relax_phase_is_a_run() -> None:
    """Five shrugs of two seconds, each with five of rest."""
    assert found(step_at(SHRUG)) == [(0, 0, 2, 5, 3)] * 5


def test_repetitions_without_a_relax_phase_are_one_run() -> None:
    """Knee circles: ten times eight seconds, then five of rest, on its place in the phases."""
    assert found(step_at(CIRCLES)) == [(0, 0, 80, 5, 2)]


def test_getting_into_an_effort_counts_and_neutral_time_does_not() -> None:
    """One second to press, three pressed, two to return."""
    own = effort(
        phases=(
            Phase(kind="contract", cue="press", seconds=3, into_s=1),
            Phase(kind="return", cue="back", seconds=2),
            Phase(kind="relax", cue="let go", seconds=9, into_s=4),
        )
    )

    assert found(step_at(own)) == [(0, 0, 4, 9, 2)]


def test_the_longest_relax_phase_before_the_next_stress_answers() -> None:
    """One second, then a stretch, then five: five count."""
    pinch = CATALOGUE.entry("lying-06a-shoulder-blade-pinch")

    assert found(step_at(pinch)) == [(0, 0, 4, 5, 5)] * 3


def test_a_long_relaxation_is_not_undone_by_a_short_one_after_it() -> None:
    """Twenty seconds, and five: twenty answer. An effort of no length begins no run."""
    own = effort(
        phases=(
            Phase(kind="contract", cue="tense", seconds=10),
            Phase(kind="relax", cue="let go", seconds=20),
            Phase(kind="contract", cue="not under a caution", seconds=0),
            Phase(kind="relax", cue="breathe", seconds=5),
        )
    )

    assert found(step_at(own)) == [(0, 0, 10, 20, 1)]


def test_an_effort_of_no_length_does_not_end_the_relaxation_before_it() -> None:
    """Two seconds, then five after an effort that is left out: five answer."""
    own = effort(
        phases=(
            Phase(kind="contract", cue="tense", seconds=10),
            Phase(kind="relax", cue="let go", seconds=2),
            Phase(kind="contract", cue="tense not at all", seconds=0),
            Phase(kind="relax", cue="let go once more", seconds=5),
        )
    )

    assert found(step_at(own)) == [(0, 0, 10, 5, 3)]


def test_of_two_relaxations_as_long_as_each_other_the_first_answers() -> None:
    """It is the one that would be made longer."""
    own = effort(
        phases=(
            Phase(kind="contract", cue="tense", seconds=10),
            Phase(kind="relax", cue="let go", seconds=5),
            Phase(kind="relax", cue="let go more", seconds=5),
        )
    )

    assert found(step_at(own)) == [(0, 0, 10, 5, 1)]


def test_a_rest_between_sets_answers_and_has_no_phase() -> None:
    """Two sets of 20 s with 30 s between; after the second nothing follows."""
    own = effort(dose=Dose(sets=2, rest_s=30))

    assert found(step_at(own)) == [(0, 0, 20, 30, None), (0, 0, 20, 0, None)]


def test_the_rest_of_the_next_step_answers_without_a_phase_of_its_own() -> None:
    """The index of a phase counts only inside the step of the effort."""
    rest = step_at(CATALOGUE.entry("rest-standing"))
    lying = step_at(CATALOGUE.entry("lying-fetal-rest"))

    assert found(step_at(effort()), rest) == [(0, 0, 20, 5, None)]
    assert found(step_at(effort()), rest, lying, step_at(effort())) == [
        (0, 0, 20, 60, None),
        (3, 3, 20, 0, None),
    ]


def test_a_run_goes_over_several_steps_until_relaxation_comes() -> None:
    """Two efforts without rest between: it begins in the first and ends in the second."""
    bare = lasting(step_at(SHRUG), "relax", 0)

    assert found(bare, step_at(SHRUG)) == [(0, 1, 12, 5, 3), *[(1, 1, 2, 5, 3)] * 4]


def test_rest_before_any_effort_answers_nothing() -> None:
    """A session may open with rest."""
    rest = step_at(CATALOGUE.entry("yoga-corpse-pose"))

    assert found(rest) == []
    assert found(rest, step_at(effort())) == [(1, 1, 20, 0, None)]


@pytest.mark.parametrize(
    ("id", "effort_s", "strict", "needed"),
    [
        ("neck-5-weighted-shrug", 4, False, 5),  # a contraction, shorter than the least
        ("neck-5-weighted-shrug", 9, False, 9),
        ("lumbar-2-crunch-crossed-arms", 6, False, 6),
        ("wushu-knee-rotation", 80, False, 5),  # light movement
        ("wushu-knee-rotation", 80, True, 80),
        ("wushu-knee-rotation", 3, True, 5),
        ("fitball-exercises", 96, False, 5),  # it moves lightly
        ("lumbar-4-swimming", 1200, False, 60),
        ("lumbar-4-swimming", 1200, True, 60),
        ("desk-break-stairs", 40, True, 5),
    ],
)
def test_relaxation_is_as_long_as_the_effort_asks(
    id: str, effort_s: float, strict: bool, needed: float
) -> None:
    """As long as a real effort, 5 s at least; 5 s after light movement; 60 s after swimming."""
    assert relax_needed_s(CATALOGUE.entry(id), effort_s, strict=strict) == needed


def test_contracting_holding_and_carrying_are_real_efforts() -> None:
    """A hold inside a stretch is none, nor is moving."""
    hold = (Phase(kind="hold", cue="hold", seconds=5),)
    move = (Phase(kind="move", cue="move", seconds=5),)
    stretch = (*hold, Phase(kind="stretch", cue="stretch", seconds=5))

    assert is_real_effort(effort())
    assert is_real_effort(effort(phases=hold))
    assert not is_real_effort(effort(phases=move))
    assert is_real_effort(effort(phases=move, tags=("load-in-hands",)))
    assert not is_real_effort(effort(phases=stretch))
