"""How a step is given the relaxation that its efforts ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.catalogue import load_catalogue
from spinecare.model import Dose, Exercise, Hold, Phase, Purpose
from spinecare.planning.pairing import (
    paired,
    relax_needed_s,
    runs,
)
from spinecare.planning.timing import Grade, resolve, step_at
from tests.planning.builders import CATALOGUE, effort, person, planned

entries = st.sampled_from([entry for entry in CATALOGUE.entries if entry.phases])
fractions = st.floats(0, 1)


STRICT = {  # catalogue.md §21, the last column: seconds at the low and the high end
    "wushu-foot-rotation": [165, 197],
    "wushu-knee-rotation": [160, 192],
    "wushu-pelvic-rotation": [160, 192],
    "wushu-trunk-rotation": [80, 96],
    "wushu-trunk-twist": [160, 192],
    "wushu-chest-rotation": [160, 192],
    "wushu-head-rotation": [48, 80],
    "extra-05-pelvic-tilt-mobilisation": [64, 96],
    "desk-break-bends": [120, 192],
    "fitball-exercises": [192, 288],
}


def test_the_strict_form_gives_the_strict_column_of_the_timing_table() -> None:
    """Every row that has one; no other exercise is longer in the strict form."""
    seconds = {
        entry.id: [
            paired(step_at(entry, end), entry, strict=strict)[0].duration_s
            for strict in (False, True)
            for end in (0, 1)
        ]
        for entry in CATALOGUE.entries
    }

    changed = {id: row[2:] for id, row in seconds.items() if row[2:] != row[:2]}
    assert changed == STRICT


def test_without_the_strict_form_the_data_are_paired_already() -> None:
    """No exercise of the built-in catalogue is changed or lacks a relax phase."""
    for entry in CATALOGUE.entries:
        step = step_at(entry)
        assert paired(step, entry, strict=False) == (step, 0)


def test_a_short_relax_phase_is_made_as_long_as_the_effort() -> None:
    """Each run has its phase; the longest need of a phase wins."""
    own = effort(
        phases=(
            Phase(kind="contract", cue="short", seconds=6),
            Phase(kind="relax", cue="let go", seconds=5),
            Phase(kind="contract", cue="long", seconds=20),
            Phase(kind="relax", cue="let go", seconds=5),
        )
    )

    step, missing = paired(step_at(own), own, strict=False)

    assert [phase.seconds for phase in step.phases] == [6, 6, 20, 20]
    assert missing == 0


def test_a_phase_done_twice_shares_what_is_needed() -> None:
    """Two breaths of relaxation together as long as the effort."""
    own = effort(
        phases=(
            Phase(kind="contract", cue="tense", seconds=20),
            Phase(kind="relax", cue="breathe out", seconds=5, times=2),
        )
    )

    step, _ = paired(step_at(own), own, strict=False)

    assert [phase.seconds for phase in step.phases] == [20, 10]


def test_relaxation_long_enough_is_left_as_it_is() -> None:
    """Exactly as long is enough."""
    own = effort(
        phases=(
            Phase(kind="contract", cue="tense", seconds=20),
            Phase(kind="relax", cue="let go", seconds=20),
        )
    )

    assert paired(step_at(own), own, strict=False) == (step_at(own), 0)


def test_a_short_rest_between_sets_is_made_longer_and_the_last_set_needs_more() -> None:
    """Sets of 20 s with 10 s between: 20 s each, and as much after the last."""
    own = effort(dose=Dose(sets=3, rest_s=10))

    step, missing = paired(step_at(own), own, strict=False)

    assert step.rest_s == 20
    assert missing == 20


def test_a_rest_between_sets_that_is_long_enough_stays() -> None:
    """Thirty seconds after twenty."""
    own = effort(dose=Dose(sets=3, rest_s=30))

    assert paired(step_at(own), own, strict=False)[0].rest_s == 30


def test_a_missing_relaxation_is_told_in_seconds() -> None:
    """All repetitions of one side and the other are one run."""
    assert paired(step_at(effort()), effort(), strict=False)[1] == 20
    assert paired(step_at(effort(seconds=2)), effort(seconds=2), strict=False)[1] == 5
    twice = effort(sides="left-right")
    assert paired(step_at(twice), twice, strict=False)[1] == 40


OWN_FILE = """
[[entries]]
id = "own-hold"
name = "Wall sit"
record = "exercise"
kinds = ["isometric"]
role = "stress"
start = "{position}"
sides = "both-together"
instruction = "Hold."
phases = [{{ kind = "contract", cue = "hold", seconds = 20 }}]

[[routines]]
id = "own-routine"
name = "Own"
summary = "Own exercises."
cadence = {{ kind = "times-a-day" }}
part = "effort"
entries = ["own-hold"]
"""


@pytest.mark.parametrize(
    ("position", "rest"),
    [
        ("standing", "rest-standing"),
        ("sitting", "rest-sitting"),
        ("hook-lying", "rest-supine"),
        ("prone", "rest-prone"),
        ("quadruped", "rest-kneeling"),
    ],
)
def test_the_planner_adds_the_resting_pose_that_is_missing(
    tmp_path: Path, position: str, rest: str
) -> None:
    """An exercise of a user's own file without a relax phase, in five positions."""
    file = tmp_path / "own.toml"
    file.write_text(OWN_FILE.format(position=position), encoding="utf-8")
    who = person(routines=["own-routine"])

    plan = planned(who, catalogue=load_catalogue(file))

    steps = plan.sessions[0].steps
    assert [step.exercise for step in steps[:2]] == ["own-hold", rest]
    assert steps[1].purpose is Purpose.REST
    assert steps[1].between_s == 0
    assert steps[1].duration_s == 20
    assert len(plan.sessions) == 7


@given(entry=entries, fraction=fractions, strict=st.booleans())
def test_pairing_never_shortens(entry: Exercise, fraction: float, strict: bool) -> None:
    """Neither the step nor any phase of it."""
    step = step_at(entry, fraction)

    longer, missing = paired(step, entry, strict=strict)

    assert longer.duration_s >= step.duration_s
    assert missing >= 0
    for before, after in zip(step.phases, longer.phases, strict=True):
        assert after.seconds >= before.seconds


@given(
    entry=entries,
    grade=st.builds(Grade, reps=fractions, hold=fractions, sets=fractions),
    strict=st.booleans(),
)
def test_after_pairing_every_effort_is_answered(
    entry: Exercise, grade: Grade, strict: bool
) -> None:
    """Whatever the dose: rounding never unpairs; pairing again changes nothing."""
    step, missing = paired(resolve(entry, grade), entry, strict=strict)

    for run in runs([step]):
        needed = relax_needed_s(entry, run.effort_s, strict=strict)
        assert run.relax_s >= needed or (run.relax_s == 0 and missing >= needed)
    assert paired(step, entry, strict=strict) == (step, missing)


@given(seconds=st.integers(1, 90), relax=st.integers(0, 90), sets=st.integers(1, 3))
def test_after_pairing_any_effort_of_ones_own_is_answered(
    seconds: int, relax: int, sets: int
) -> None:
    """Any contraction with any relax phase, or none."""
    letting_go = (Phase(kind="relax", cue="let go", seconds=Hold.of(relax)),) if relax else ()
    own = effort(seconds=seconds)
    own = evolve(own, phases=(*own.phases, *letting_go), dose=Dose(sets=sets, rest_s=7))

    step, missing = paired(step_at(own), own, strict=False)

    answered = [run.relax_s or missing for run in runs([step])]
    assert len(answered) == sets
    assert min(answered) >= max(seconds, 5)
