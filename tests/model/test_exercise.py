"""Exercises: what their phases are in the pairing of stress with relaxation, and what they need."""

from __future__ import annotations

from typing import Any

import pytest

from spinecare.errors import InvalidValueError
from spinecare.model import (
    Amount,
    Cadence,
    Default,
    EquipmentNeed,
    Exercise,
    GuidingRule,
    Laterality,
    Phase,
    Pose,
    Position,
    Role,
    SafetyNote,
    Side,
    Source,
    Weekday,
)


def exercise(**fields: Any) -> Exercise:
    """Return an exercise with these fields and the least of all others."""
    least: dict[str, Any] = {
        "id": "a",
        "name": "A",
        "record": "exercise",
        "kinds": ["mobility"],
        "role": "mixed",
        "start": Pose(position="supine"),
        "sides": "both-together",
        "instruction": "Do it.",
    }
    return Exercise(**{**least, **fields})


@pytest.mark.parametrize(
    ("kind", "entry_role", "other_kind", "role"),
    [
        ("contract", "mixed", "relax", Role.STRESS),
        ("move", "stress", "relax", Role.STRESS),
        ("hold", "mixed", "relax", Role.STRESS),
        ("hold", "mixed", "stretch", Role.NEUTRAL),
        ("contract", "mixed", "stretch", Role.STRESS),
        ("stretch", "mixed", "relax", Role.NEUTRAL),
        ("contract", "relax", "relax", Role.NEUTRAL),
        ("move", "none", "relax", Role.NEUTRAL),
        ("relax", "relax", "move", Role.RELAX),
        ("relax", "stress", "move", Role.RELAX),
        ("setup", "stress", "move", Role.NEUTRAL),
        ("return", "stress", "move", Role.NEUTRAL),
        ("breathe", "stress", "move", Role.NEUTRAL),
    ],
)
def test_the_role_of_a_phase_follows_its_kind_and_its_entry(
    kind: str, entry_role: str, other_kind: str, role: Role
) -> None:
    """Design §5: effort is stress, but a hold inside a stretch is not."""
    phases = (Phase(kind=kind, cue="x"), Phase(kind=other_kind, cue="y"))
    entry = exercise(role=entry_role, phases=phases)

    assert entry.role_of(phases[0]) is role


def test_the_data_may_say_the_role_outright() -> None:
    """The rule holds only where they do not."""
    phase = Phase(kind="stretch", cue="x", role="stress")

    assert exercise(phases=(phase,)).role_of(phase) is Role.STRESS
    assert exercise(phases=(phase,)).has_stress
    assert not exercise(phases=(Phase(kind="stretch", cue="x"),)).has_stress


@pytest.mark.parametrize(
    ("kinds", "is_effort", "is_only_relaxation"),
    [
        (["strength"], True, False),
        (["mobility", "isometric"], True, False),
        (["pnf"], True, False),
        (["mobility"], False, False),
        (["relaxation"], False, True),
        (["relaxation", "education"], False, True),
        (["relaxation", "mobility"], False, False),
    ],
)
def test_kinds_tell_effort_from_relaxation(
    kinds: list[str], is_effort: bool, is_only_relaxation: bool
) -> None:
    """Strength, isometric and contract-relax work are effort."""
    entry = exercise(kinds=kinds)

    assert entry.is_effort is is_effort
    assert entry.is_only_relaxation is is_only_relaxation


def test_only_what_is_not_optional_is_required() -> None:
    """A mat may lie there or not."""
    needs = (
        EquipmentNeed(id="bar"),  # type: ignore[arg-type]  # ids are plain text here
        EquipmentNeed(id="mat", is_optional=True),  # type: ignore[arg-type]  # ids are plain text here
    )

    assert exercise(equipment=needs).required_equipment == ("bar",)


def test_defaults_and_amounts_are_found_by_name() -> None:
    """What is not there is `None`: the article gives the value, or nobody."""
    default = Default(name="hold_s", source="D-ACSM")
    amount = Amount(name="bar_height", text="as high as one reaches")
    entry = exercise(defaults=(default,), amounts=(amount,))

    assert entry.default("hold_s") is default
    assert entry.default("reps") is None
    assert entry.amount("bar_height") is amount
    assert entry.amount("reps") is None


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("id", "a b", "id must be an id of ASCII letters, digits and hyphens, got 'a b'"),
        ("id", "", "id must be an id of ASCII letters"),
        ("name", " ", "name must be text, got ' '"),
        ("record", "thing", "record must be one of exercise, variant"),
        ("kinds", ["thing"], "kinds must be one of mobility"),
        ("role", "thing", "role must be one of stress"),
        ("start", "supine", "start must be of type Pose, got 'supine'"),
        ("sides", "thing", "sides must be one of both-together"),
        ("phases", ["x"], "phases must be a tuple, got ['x']"),
        ("phases", ("x",), "phases must be of type Phase, got 'x'"),
        ("first_side", "up", "first_side must be one of left, right, both, got 'up'"),
        ("lines", (True,), "lines must be of type int, got True"),
        ("of", "a b", "of must be an id"),
        ("tags", ("a", "a"), "tags must be ids without repeats"),
        ("recovery", "x", "recovery must be one of pull"),
        ("confidence", "x", "confidence must be one of high"),
        ("on_request", 1, "on_request must be of type bool, got 1"),
    ],
)
def test_a_wrong_field_is_refused_by_name(field: str, value: object, message: str) -> None:
    """Nothing half-valid is ever constructed."""
    with pytest.raises(InvalidValueError) as caught:
        exercise(**{field: value})

    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("position", "is_supine", "is_prone", "is_lying", "needs_floor"),
    [
        (Position.HOOK_LYING, True, False, True, True),
        (Position.BED_EDGE_SUPINE, True, False, True, False),
        (Position.PRONE_ON_ELBOWS, False, True, True, True),
        (Position.SIDE_LYING, False, False, True, True),
        (Position.QUADRUPED, False, False, False, True),
        (Position.STANDING, False, False, False, False),
    ],
)
def test_positions_know_what_they_rest_on(
    position: Position, is_supine: bool, is_prone: bool, is_lying: bool, needs_floor: bool
) -> None:
    """A bed's edge is lying without a floor, all fours a floor without lying."""
    assert position.is_supine is is_supine
    assert position.is_prone is is_prone
    assert position.is_lying is is_lying
    assert position.needs_floor is needs_floor


def test_the_other_side_of_both_is_both() -> None:
    """Left and right change places."""
    assert [side.other for side in Side] == [Side.RIGHT, Side.LEFT, Side.BOTH]


def test_only_some_ways_of_using_sides_have_a_first_one() -> None:
    """Both together and four directions have none."""
    without = {side for side in Laterality if not side.has_starting_side}

    assert without == {Laterality.BOTH_TOGETHER, Laterality.FOUR_DIRECTIONS}


def test_weekdays_are_numbered_from_monday() -> None:
    """As `date.weekday()` does."""
    assert [day.number for day in Weekday] == list(range(7))


def test_a_note_with_sources_is_the_projects_own() -> None:
    """The article's notes name none."""
    assert SafetyNote(text="Slowly.", sources=("D-RT",)).is_caution  # type: ignore[arg-type]  # ids are plain text here
    assert not SafetyNote(text="Slowly.").is_caution


@pytest.mark.parametrize("days", [(3, None), (3,), "soon", 0])
def test_a_rules_days_of_observation_are_lowest_and_highest(days: Any) -> None:
    """An open end would never be looked at."""
    with pytest.raises(InvalidValueError, match="observe_days must be"):
        GuidingRule(id="a", name="A", instruction="Do it.", observe_days=days)


def test_the_projects_own_judgement_is_marked() -> None:
    """It must be shown as such."""
    assert Source(id="D-JUDGE", title="The project").is_own_judgement  # type: ignore[arg-type]  # ids are plain text here
    assert not Source(id="D-RT", title="ACSM").is_own_judgement  # type: ignore[arg-type]  # ids are plain text here


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": "window"}, "window_days must be given for the cadence 'window' and for no other"),
        ({"kind": "hourly"}, "every_min must be given for the cadence 'hourly' and for no other"),
        ({"kind": "times-a-day", "window_days": (5, 8)}, "window_days must be given for"),
        ({"kind": "times-a-day", "every_min": 60}, "every_min must be given for"),
        ({"kind": "window", "window_days": "5-8 kg"}, "window must be a time in days"),
    ],
)
def test_a_cadence_has_what_its_kind_counts(fields: dict[str, Any], message: str) -> None:
    """A window belongs to the window, minutes to the hourly one."""
    with pytest.raises(InvalidValueError) as caught:
        Cadence(**fields)

    assert message in str(caught.value)


def test_a_window_is_seen_in_days() -> None:
    """Text in any unit of time gives days."""
    cadence = Cadence(kind="window", window_days="120 h to 8 days")

    assert cadence.window is not None
    assert str(cadence.window.low) == "5.0 day"
    assert Cadence(kind="times-a-day").window is None
