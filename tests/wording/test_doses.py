"""Sides and doses in words: no number missing, nothing said of what is not there."""

from __future__ import annotations

from typing import Any

import pytest

from spinecare.model import Default, Exercise, ExerciseId, Laterality, Pose, Step, StepPhase
from spinecare.wording import dose_parts, sides_text

EACH = {"sides": ("left", "right"), "one_side_after_other": True}
IN_TURN = {"sides": ("right", "left")}


def _exercise(sides: str = "both-together", **fields: Any) -> Exercise:
    wanted: dict[str, Any] = {
        "id": ExerciseId("an-exercise"),
        "name": "An exercise",
        "record": "exercise",
        "kinds": ["mobility"],
        "role": "stress",
        "start": Pose(position="supine"),
        "sides": sides,
        "instruction": "Do it.",
    }
    return Exercise(**{**wanted, **fields})


def _phase(kind: str, seconds: float, **fields: Any) -> StepPhase:
    role = "relax" if kind == "relax" else "stress"
    return StepPhase(kind=kind, role=role, seconds=seconds, **fields)


def _step(*phases: StepPhase, **fields: Any) -> Step:
    wanted: dict[str, Any] = {"exercise": ExerciseId("an-exercise"), "sides": ("both",)}
    return Step(**{**wanted, "phases": phases, **fields})


@pytest.mark.parametrize(
    ("fields", "laterality", "text"),
    [
        ({}, "both-together", ""),
        (EACH, "left-right", "left, then right"),
        (IN_TURN, "alternating", "starting right"),
        ({"sides": ("left",)}, "left-right", "left side"),
        ({"sides": ("left",)}, "either", "either side"),
    ],
)
def test_the_sides_are_said_in_their_order(
    fields: dict[str, Any], laterality: str, text: str
) -> None:
    """Where both move together there is nothing to say."""
    assert sides_text(_step(**fields), _exercise(laterality)) == text


def test_the_side_of_a_search_for_a_position_or_of_a_walk_is_not_said() -> None:
    """It does not matter there."""
    sitting = _exercise("either", start=Pose(position="sitting"))
    walking = _exercise("alternating", kinds=["aerobic"])

    assert sides_text(_step(sides=("left",)), sitting) == ""
    assert sides_text(_step(**IN_TURN), walking) == ""


def test_the_side_of_the_way_up_is_not_said() -> None:
    """One rolls to the side that one likes; the instruction says so."""
    assert sides_text(_step(sides=("left",), purpose="way-up"), _exercise("either")) == ""


def test_the_sides_are_said_without_the_exercise_too() -> None:
    """A plan may hold a step whose exercise its catalogue lacks."""
    assert sides_text(_step(**EACH)) == "left, then right"


@pytest.mark.parametrize(
    ("fields", "exercise", "text"),
    [
        ({"sets": 2, "reps": 10, **EACH}, _exercise("left-right"), "2 × 10 each side"),
        ({"reps": 5}, _exercise(), "5 times"),
        ({"sets": 3}, _exercise(), "3 times"),
        ({"reps": 5, **IN_TURN}, _exercise("alternating"), "5 times to each side"),
        ({"reps": 5, **IN_TURN}, _exercise("diagonal"), "5 times each diagonal"),
        (IN_TURN, _exercise("diagonal"), "once each diagonal"),
        (
            {"reps": 5},
            _exercise("four-directions"),
            "5 times in each of the four directions",
        ),
        ({"reps": 4, "reps_per": "side"}, _exercise(), "4 times each way"),
        ({"reps": 4, "reps_per": "side", **IN_TURN}, None, "4 times each side"),
        (
            {"reps": 6, "reps_per": "total", **IN_TURN},
            _exercise("alternating"),
            "6 times in all, from side to side",
        ),
        (
            {"reps": 9, "reps_per": "side", **EACH},
            _exercise(
                "left-right",
                defaults=(Default(name="reps", per="direction and foot", source="D-MOB"),),
            ),
            "9 times each direction and foot",
        ),
        (
            {"reps": 9},
            _exercise(defaults=(Default(name="reps", per="repetition", source="D-MOB"),)),
            "9 times",
        ),
        ({"reps": 2, **IN_TURN}, _exercise("alternating", kinds=["aerobic"]), "2 times"),
        ({"reps": 5}, None, "5 times"),
    ],
)
def test_repetitions_say_what_they_count(
    fields: dict[str, Any], exercise: Exercise | None, text: str
) -> None:
    """Sides, directions, diagonals, or all together."""
    assert dose_parts(_step(**fields), exercise) == (text,)


def test_one_repetition_is_not_said_as_one_time() -> None:
    """Also not where the sides follow one another: they are told by the sides."""
    hold = _phase("stretch", 15)

    assert dose_parts(_step(hold), _exercise()) == ("hold 15 s",)
    assert dose_parts(_step(hold, **EACH), _exercise("left-right")) == ("hold 15 s",)


@pytest.mark.parametrize(
    ("step", "parts"),
    [
        (_step(hold_s=20), ("hold 20 s",)),
        (_step(_phase("hold", 120), hold_s=120), ("stay 2 min",)),
        (_step(_phase("stretch", 10), _phase("stretch", 3), hold_s=10), ("hold 10 s, then 3 s",)),
        (_step(_phase("contract", 5), hold_s=5), ("hold 5 s",)),
        (_step(_phase("relax", 60)), ("rest 1 min",)),
        (_step(_phase("move", 1200)), ("for 20 min",)),
        (_step(_phase("move", 4)), ()),
        (_step(_phase("setup", 4)), ()),
        (_step(), ()),
    ],
)
def test_what_is_kept_is_said_with_its_seconds(step: Step, parts: tuple[str, ...]) -> None:
    """A hold, a rest, a walk; a short single movement needs no time."""
    assert dose_parts(step, _exercise()) == parts


@pytest.mark.parametrize(
    ("step", "laterality", "pace"),
    [
        (
            _step(_phase("move", 2), _phase("return", 2), reps=5, cycles=5),
            "both-together",
            "4 s each",
        ),
        (
            _step(_phase("move", 2, times=2), reps=5, cycles=5, reps_per="side"),
            "both-together",
            "2 s each",
        ),
        (
            _step(_phase("move", 4), _phase("move", 4), reps=5, cycles=5, **IN_TURN),
            "alternating",
            "8 s a round",
        ),
        (
            _step(_phase("move", 2), reps=10, cycles=10, **IN_TURN),  # there and back is one move
            "alternating",
            "2 s a round",
        ),
        (
            _step(
                _phase("move", 4),
                _phase("move", 8),
                reps=6,
                cycles=3,
                reps_per="total",
                **IN_TURN,
            ),
            "alternating",
            "6 s each",
        ),
    ],
)
def test_a_movement_without_a_hold_says_how_long_it_takes(
    step: Step, laterality: str, pace: str
) -> None:
    """One repetition where it is one, a round where both sides belong to it."""
    assert dose_parts(step, _exercise(laterality))[-1] == pace


@pytest.mark.parametrize(
    ("step", "laterality", "text"),
    [
        (_step(_phase("hold", 2), _phase("relax", 6), reps=5, cycles=5), "", "6 s after each"),
        (_step(_phase("hold", 2), _phase("relax", 6)), "", "6 s"),
        (_step(_phase("stretch", 9), _phase("relax", 5), **EACH), "left-right", "5 s after each"),
        (
            _step(_phase("move", 4), _phase("relax", 8), reps=5, cycles=5, **IN_TURN),
            "alternating",
            "8 s after each round",
        ),
        (
            _step(
                _phase("stretch", 3),
                _phase("relax", 5),
                _phase("stretch", 3),
                _phase("relax", 5),
                **IN_TURN,
            ),
            "alternating",
            "5 s after each",
        ),
        (
            _step(_phase("move", 4), _phase("relax", 9, each="set"), sets=2),
            "",
            "9 s after each set",
        ),
        (
            _step(_phase("move", 4), _phase("relax", 9, each="set"), **EACH),
            "left-right",
            "9 s after each side",
        ),
        (_step(_phase("move", 4), _phase("relax", 60, each="step")), "", "1 min at the end"),
    ],
)
def test_relaxation_after_effort_says_how_long_and_after_what(
    step: Step, laterality: str, text: str
) -> None:
    """After each, each round, each side, each set, or at the end; after one effort it is clear."""
    parts = dose_parts(step, _exercise(laterality or "both-together"))

    assert parts[-1] == f"let go {text}"


def test_relaxation_without_seconds_is_not_said() -> None:
    """Only the way into it takes time there."""
    step = _step(_phase("stretch", 9), _phase("relax", 0, into_s=2))

    assert dose_parts(step, _exercise()) == ("hold 9 s",)


def test_two_relaxations_without_an_effort_between_them_are_one() -> None:
    """A contraction whose stretch is left out lets go once, though it comes back between."""
    step = _step(
        _phase("contract", 5),
        _phase("relax", 1),
        _phase("return", 2),
        _phase("relax", 5),
        hold_s=5,
        reps=3,
        cycles=3,
    )

    assert dose_parts(step, _exercise()) == ("3 times", "hold 5 s", "let go 6 s after each")


def test_contract_relax_is_told_in_its_order() -> None:
    """Tension, letting go, stretch and rest, and what comes once in the end."""
    step = _step(
        _phase("setup", 2),
        _phase("contract", 5),
        _phase("relax", 1),
        _phase("stretch", 10, into_s=2),
        _phase("relax", 5),
        _phase("relax", 20, each="step"),
        reps=2,
        cycles=2,
    )

    assert dose_parts(step, _exercise()) == (
        "2 times",
        "tense 5 s, let go 1 s, stretch 10 s, let go 5 s",
        "let go 20 s at the end",
    )


def test_a_load_is_said_also_when_there_is_none_yet() -> None:
    """Nothing is said where no weight is used."""
    assert dose_parts(_step(mass_kg=1.5), None) == ("1.5 kg in each hand",)
    assert dose_parts(_step(mass_kg=0), None) == ("without weight yet",)


def test_a_rest_stands_between_sets_only() -> None:
    """One set has no rest, and hangs that are sets of one are called "them"."""
    assert dose_parts(_step(rest_s=60, reps=4)) == ("4 times",)
    assert dose_parts(_step(rest_s=60, reps=4, sets=2))[-1] == "rest 1 min between sets"
    assert dose_parts(_step(rest_s=60, sets=2))[-1] == "rest 1 min between them"


@pytest.mark.parametrize("laterality", list(Laterality))
def test_no_laterality_is_without_words_for_ten_on_each_side(laterality: Laterality) -> None:
    """Every way to use the sides can be said, with the number in it."""
    step = _step(_phase("move", 2), reps=10, cycles=10, **IN_TURN)

    assert "10 times" in dose_parts(step, _exercise(laterality.value))[0]
