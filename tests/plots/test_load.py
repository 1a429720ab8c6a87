"""Effort and stretching for each region and week, against the norms."""

from __future__ import annotations

import re
from datetime import date

import attrs
import pytest
from hypothesis import given, settings

from spinecare import Plan, plot_load
from spinecare.model import Day, RuleId, Step, StepPhase, Term
from spinecare.plots.counting import NO_REGION, effort_s, region_weeks, stretch_s
from spinecare.plots.load import STRENGTH_DAYS, STRETCH_LEAST_S, STRETCH_MOST_S
from tests.export.plan_strategies import plans
from tests.export.sample_plans import (
    build_plan,
    empty_plan,
    press,
    rotation,
    sample_plan,
    session,
    stretch,
)
from tests.plots.plans import real_plan
from tests.plots.seen import bars, drawn, places, points, texts


def test_the_seconds_of_stretching_are_those_of_the_planner_s_own_finding() -> None:
    """Two counts of one thing that share no code: the finding `stretch-norm` and the plot."""
    plan = real_plan(4)
    finding = next(f for f in plan.findings if f.rule == RuleId("stretch-norm"))
    told = dict(re.findall(r"([a-z ]+) (\d+\.\d)[,;]", finding.reason.split(": ")[1]))

    counted = region_weeks(plan)

    assert len(told) > 5
    for region, minutes in told.items():
        weeks = counted[_id(region.strip())]
        mean = sum(week.stretch_s for week in weeks) / len(weeks) / 60
        assert f"{mean:.1f}" == minutes, region


def _id(name: str) -> str:
    named = {
        "outer thigh": "thigh-lateral",
        "back of the thigh": "thigh-posterior",
        "front of the thigh": "thigh-anterior",
        "ankle and foot": "ankle-foot",
    }
    return named.get(name, name.replace(" ", "-"))


def test_seconds_are_counted_as_often_as_they_happen() -> None:
    """All sets, all repetitions, each side for itself; phases of a set or a step count less."""
    pressing = attrs.evolve(press(), sets=2, reps=3, cycles=3)
    once = StepPhase(kind="stretch", role="stress", seconds=7, into_s=3, each="step")
    in_set = StepPhase(kind="stretch", role="neutral", seconds=5, each="set", times=2)
    both = attrs.evolve(pressing, phases=(*pressing.phases, once, in_set))

    assert effort_s(both, None) == 2 * 3 * 10 + 7
    assert stretch_s(both, None) == 7 + 2 * 2 * 5
    assert stretch_s(stretch(), None) == 2 * 10


def test_work_on_the_sides_in_turn_counts_half_for_each() -> None:
    """The phases of both sides stand in one row."""
    plan = sample_plan()
    exercise = attrs.evolve(plan.catalogue.entry("neck-2-rotation"), sides="alternating")
    step = Step(
        exercise=exercise.id,
        sides=("left", "right"),
        cycles=4,
        phases=(StepPhase(kind="stretch", role="stress", seconds=6),),
    )

    assert stretch_s(step, exercise) == effort_s(step, exercise) == 12


@pytest.mark.parametrize("what", ["effort", "stretch"])
def test_the_height_of_a_bar_is_proportional_to_its_seconds(what: str) -> None:
    """One scale for all regions and weeks of a column, from zero."""
    plan = real_plan(4)

    shown = sorted(bars(plot_load(plan), what), key=lambda bar: (round(bar.lower), bar.left))

    rows = region_weeks(plan).values()
    seconds = [getattr(week, f"{what}_s") for weeks in rows for week in weeks]
    heights = [bar.height for bar in shown]
    unit = max(heights) / max(seconds)
    assert heights == pytest.approx([unit * value for value in seconds if value], abs=0.02)


def test_the_lines_of_the_norms_lie_at_their_seconds() -> None:
    """Two and ten minutes on the scale of the bars; these lie on the same baseline."""
    plan = real_plan(4)
    figure = plot_load(plan)
    top = next(float(text.split()[2]) for text in reversed(texts(figure)) if "scale to" in text)
    base = min(bar.lower for bar in bars(figure, "stretch"))

    levels = {y for _, y in _dashed(figure.svg) if base - 40 < y < base}

    assert sorted(levels) == pytest.approx(
        [base - 34 * norm / top for norm in (STRETCH_MOST_S, STRETCH_LEAST_S)], abs=0.02
    )


def _dashed(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'stroke-dasharray="4 3" fill="none" d="([^"]+)"', svg)
    return [points(d)[0] for d in found]


def test_bars_are_solid_only_in_weeks_with_strength_work_on_two_days() -> None:
    """The norm of days is told by the pattern, not by a colour."""
    busy = build_plan(lambda day: _pressing(day, {0, 2}))
    idle = build_plan(lambda day: _pressing(day, {0}))

    assert all("-solid)" in fill for fill in _fills(plot_load(busy).svg))
    assert all("-mobility)" in fill for fill in _fills(plot_load(idle).svg))
    assert {week.strength_days for (week,) in region_weeks(busy).values()} == {STRENGTH_DAYS}


def test_moving_without_effort_is_no_strength_work() -> None:
    """Turning the head every day is effort for the seconds, not for the norm of days."""
    plan = build_plan(
        lambda day: Day(date=day, sessions=(session(day, "07:00", (rotation(),)),)), weeks=1
    )

    weeks = [week for weeks in region_weeks(plan).values() for week in weeks]
    assert all(week.effort_s > 0 for week in weeks)
    assert {week.strength_days for week in weeks} == {0}


def _pressing(day: date, weekdays: set[int]) -> Day:
    if day.weekday() not in weekdays:
        return Day(date=day)
    twice = (session(day, "07:00", (press(),)), session(day, "19:00", (press(),)))
    return Day(date=day, sessions=twice)


def _fills(svg: str) -> list[str]:
    found = re.findall(r'data-of="effort" fill="([^"]+)"', svg)
    assert found
    return found


@settings(max_examples=15)  # each plan takes a tenth of a second to draw
@given(plan=plans())
def test_every_region_has_a_row_and_every_row_a_second(plan: Plan) -> None:
    """The fullest region comes first; what the plan's catalogue lacks has a row of its own."""
    rows = region_weeks(plan)

    totals = [sum(week.effort_s + week.stretch_s for week in weeks) for weeks in rows.values()]
    assert totals == pytest.approx(sorted(totals, reverse=True), abs=1e-5)
    assert all(totals)
    assert all(len(weeks) == len(plan.weeks) for weeks in rows.values())
    base = {bar.lower for what in ("effort", "stretch") for bar in bars(plot_load(plan), what)}
    assert len({round(lower) for lower in base}) <= len(rows)


def test_exercises_without_a_region_are_not_lost() -> None:
    """They share a row that says so."""
    plan = attrs.evolve(sample_plan(), catalogue=attrs.evolve(sample_plan().catalogue, entries=()))

    assert list(region_weeks(plan)) == [NO_REGION]
    assert "no region named" in texts(plot_load(plan))


def test_regions_have_the_names_of_the_plan_s_own_catalogue() -> None:
    """Else those of the built-in one, else the words of their ids; long ones are cut."""
    plan = sample_plan()
    named = Term(id="neck", name="a neck that is far too long for its row")
    own = attrs.evolve(plan, catalogue=attrs.evolve(plan.catalogue, regions=(named,)))

    assert "neck" in texts(plot_load(plan))
    assert "a neck that is fa…" in texts(plot_load(own))
    assert "A neck that is far too long for its row" in plot_load(own).description


def test_the_description_tells_every_week_in_numbers() -> None:
    """And the norms, for who does not see the lines."""
    plan = real_plan(4)

    description = plot_load(plan).description

    region, weeks = next(iter(region_weeks(plan).items()))
    assert description.startswith(f"{region.capitalize()}, week by week: effort ")
    assert ", ".join(f"{round(week.effort_s)}" for week in weeks) in description
    assert "strength work on 2 days or more, stretching 120 to 600 s" in description


def test_the_plot_says_that_the_norms_are_for_others_than_regions() -> None:
    """A default of the library is labelled as one, where it is shown."""
    shown = " ".join(texts(plot_load(sample_plan())))

    assert "is a default of this library" in shown
    assert "Seconds of effort have no norm" in shown


def test_a_plan_without_effort_says_so() -> None:
    """No row, no bar, and weeks that are none."""
    nothing = plot_load(empty_plan())
    no_week = plot_load(attrs.evolve(empty_plan(), weeks=()))

    assert nothing.description == "Nothing of this plan is effort or stretching."
    assert not drawn(nothing, "effort")
    assert no_week.description == nothing.description
    assert "Weeks" not in " ".join(places(no_week))
