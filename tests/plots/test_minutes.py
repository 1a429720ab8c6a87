"""Minutes a day: bars are as high as the day is long."""

from __future__ import annotations

from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings

from spinecare import Figure, Plan, plot_minutes
from spinecare.model import Day, RoutineId, SessionPart
from spinecare.plots.counting import PARTS, day_minutes
from tests.export.plan_strategies import plans
from tests.export.sample_plans import build_plan, empty_plan, press, sample_plan, session
from tests.plots.plans import real_plan
from tests.plots.seen import Bar, bars, places, texts


def _unit(figure: Figure) -> float:
    """Return the length of a minute, from the ticks of the first axis."""
    axis = {float(text): y for text, (x, y) in places(figure).items() if x < 52 and text.isdigit()}
    return (axis[0] - axis[max(axis)]) / max(axis)


def _stacks(figure: Figure) -> dict[tuple[float, float], list[Bar]]:
    """Return the bars of each day, from the baseline up, by the place of the lowest."""
    found = [bar for part in PARTS for bar in bars(figure, part)]
    columns: dict[float, list[Bar]] = {}
    for bar in found:
        columns.setdefault(bar.left, []).append(bar)
    return {(left, column[0].lower): column for left, column in columns.items()}


@pytest.mark.parametrize("plan", [sample_plan(), real_plan(4)], ids=["sample", "real"])
def test_the_height_of_a_bar_is_proportional_to_its_minutes(plan: Plan) -> None:
    """Every bar of every part, measured by the ticks on the axis."""
    figure = plot_minutes(plan)

    unit = _unit(figure)
    for part in PARTS:
        shown = [bar.height for bar in bars(figure, part)]
        minutes = [day.minutes[part] for day in day_minutes(plan) if day.minutes[part]]
        assert shown == pytest.approx([unit * value for value in minutes], abs=0.02)


@pytest.mark.parametrize("plan", [sample_plan(), real_plan(4)], ids=["sample", "real"])
def test_the_bars_of_a_day_stand_on_one_another(plan: Plan) -> None:
    """No gap and no overlap: together they are the day."""
    unit = _unit(plot_minutes(plan))

    stacks = _stacks(plot_minutes(plan))

    busy = [day for day in day_minutes(plan) if day.total]
    assert len(stacks) == len(busy)
    for day, key in zip(busy, sorted(stacks), strict=True):
        column = stacks[key]
        for below, above in pairwise(column):
            assert above.lower == pytest.approx(below.upper, abs=0.02)
        assert key[1] - column[-1].upper == pytest.approx(unit * day.total, abs=0.05)


@settings(max_examples=15)  # each plan takes a tenth of a second to draw
@given(plan=plans())
def test_a_day_s_minutes_are_its_sessions_and_its_breaks(plan: Plan) -> None:
    """Nothing is lost and nothing counted twice, whatever the plan holds."""
    for day, counted in zip(plan.days, day_minutes(plan), strict=True):
        sessions = sum(session.duration_s for session in day.sessions) / 60
        breaks = sum(pause.minutes for pause in day.desk_breaks)

        assert counted.total == pytest.approx(sessions + breaks)
        assert counted.minutes["breaks"] == breaks


def test_a_step_counts_for_the_part_of_its_routine_and_added_rests_for_relaxation() -> None:
    """What opens a session is relief; a routine that nobody knows is other."""
    plan = sample_plan()
    bare = attrs.evolve(plan, catalogue=attrs.evolve(plan.catalogue, routines=()))

    known, unknown = day_minutes(plan)[0].minutes, day_minutes(bare)[0].minutes

    assert plan.catalogue.routine(RoutineId("neck")).part is SessionPart.MOBILITY
    assert known["relief"] == unknown["relief"] == 2
    assert known["mobility"] == pytest.approx(unknown["other"])
    assert known["mobility"] > 1
    assert known["relaxation"] == pytest.approx(10 / 60)
    assert unknown["mobility"] == known["other"] == 0


@pytest.mark.parametrize("weeks", [1, 2, 3, 4, 8, 9, 12, 17, 52])
def test_every_week_has_its_name_and_every_day_room(weeks: int) -> None:
    """From one week to a year, a day is never narrower than eight units."""
    shown = plot_minutes(_weeks(weeks))

    names = [text for text in texts(shown) if text.startswith("Week ") or ": " in text]
    assert len(names) == weeks
    widths = {bar.width for part in PARTS for bar in bars(shown, part)}
    assert len(widths) == 1
    assert min(widths) >= 8


def _weeks(weeks: int) -> Plan:
    """Return weeks that hold one short session each day."""
    return build_plan(
        lambda day: Day(date=day, sessions=(session(day, "07:00", (press(),)),)), weeks=weeks
    )


def test_the_key_names_only_what_is_there() -> None:
    """No swatch for what the plan does not hold."""
    figure = plot_minutes(_weeks(1))

    assert "mobility" in texts(figure)
    assert not {"effort", "stretching", "breaks from sitting", "other"} & set(texts(figure))


def test_the_description_tells_every_day_in_numbers() -> None:
    """Who does not see the picture reads the same."""
    plan = sample_plan()

    description = plot_minutes(plan).description

    told = [f"{round(day.total, 1):g}" for day in day_minutes(plan)]
    assert f"({', '.join(told)})" in description
    assert description.startswith("Week 1 from Mon 23 Nov: ")


def test_a_plan_without_a_session_is_an_empty_axis() -> None:
    """It says so instead of failing."""
    nothing = plot_minutes(empty_plan())
    no_week = plot_minutes(attrs.evolve(empty_plan(), weeks=()))

    assert not any(bars(nothing, part) for part in PARTS)
    assert "0 min" in nothing.description
    assert no_week.description == "No week is planned."
