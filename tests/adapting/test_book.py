"""The scenario book goes on: what the plan after a verdict does with the exercises, and says."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache

import pytest

from spinecare import (
    ClinicianFirst,
    Journal,
    Person,
    Plan,
    Purpose,
    Session,
    SessionPart,
    Step,
    load_catalogue,
    make_plan,
)
from spinecare.codec import from_data
from spinecare.planning.dosing import ramp_of
from spinecare.planning.timing import resolve
from spinecare.reviewing import experiences, told_on
from tests.checker.facts import Table
from tests.checker.persons import EVERYTHING
from tests.reviewing.book import CHANGE, WISHES, Expectation, Story, stories

pytestmark = pytest.mark.no_cover  # tests/README.md says why

STORIES = tuple(story for story in stories() if story.next_weeks)
WEEKS = tuple((story, day, wishes) for story in STORIES for day, wishes in story.next_weeks)
CHANGES = tuple(
    (story, one) for story in STORIES for one in story.expectations if one.kind == "Change"
)
READER: Table = {
    "timezone": "Europe/Berlin",
    "availability": "daily 18:00 40 min",
    "screening": {"others": "no"},
    "equipment": [*EVERYTHING, "cord", "cushion"],
    "wakes_at": "06:30",
    "level": "practised",
    "pain": 1,
    "tense": [],
}
"""Whoever the story is about: time and things for every exercise, and little pain."""
BEGUN = ("done", "partly", None)


@cache
def person(story: Story, on: date) -> Person:
    """Return the person of a story on a day, who wants the routines of its exercises."""
    catalogue = load_catalogue()
    told = {entry.exercise for entry in story.journal.entries} | {
        id for _, wishes in story.next_weeks for id, _ in wishes
    }
    wanted = [one.id for one in catalogue.routines if told & set(one.entries)]
    on_request = [id for id in told if id is not None and catalogue.entry(id).on_request]
    asks = READER | {"routines": wanted, "asks_for": on_request}
    asks |= {"conditions": list(story.conditions), "tried": sorted(catalogue.entry_by_id)}
    if story.pain is not None:
        asks |= {"pain": story.pain}
    if story.cleared_on is not None and on >= story.cleared_on:
        asks |= {"cleared_on": story.cleared_on.isoformat()}
    return from_data(asks, Person, what="person")


@cache
def first_plan(story: Story) -> Plan:
    """Return the plan that a story begins with, long enough for all of it."""
    first = min(entry.date for entry in story.journal.entries)
    return make_plan(
        person(story, first),
        start=first,
        weeks=_weeks_left(story, first),
        journal=Journal(),
        policy=story.policy,
    )


def plan_before(story: Story, on: date) -> Plan:
    """Return the last plan that was made before a day: on a day of the story, or at its start."""
    made = [
        day
        for day, wishes in story.next_weeks
        if day < on and all(wish != "no plan" for _, wish in wishes)
    ]
    return again(story, max(made)) if made else first_plan(story)


@cache
def again(story: Story, on: date) -> Plan:
    """Return the plan that is made again on a day, by what is known on it."""
    return _made(story, on, known_on(story, on))


def _made(story: Story, start: date, journal: Journal) -> Plan:
    return make_plan(
        person(story, start),
        start=start,
        weeks=_weeks_left(story, start),
        journal=journal,
        previous=plan_before(story, start),
        policy=story.policy,
    )


def _weeks_left(story: Story, day: date) -> int:
    return (max(one for one, _ in story.next_weeks) - day).days // 7 + 3


def last_time(story: Story, on: date, exercise: str) -> Step:
    """Return what the plan asked for on the last day that an exercise was begun and planned."""
    days = {
        one.date
        for one in experiences(story.journal, until=on)
        if one.exercise == exercise and one.outcome in BEGUN and one.date < on
    }
    for day in sorted(days, reverse=True):
        before = tuple(
            one for one in story.journal.entries if one.date < day and told_on(one) <= day
        )
        plan = _made(story, day, Journal(entries=before)) if before else first_plan(story)
        planned = _steps(plan, exercise)
        if planned:
            return planned[0][1]
    raise AssertionError(f"{exercise} was never begun")


def known_on(story: Story, day: date) -> Journal:
    """Return what a journal can tell on a day."""
    return Journal(entries=tuple(one for one in story.journal.entries if told_on(one) <= day))


def _steps(plan: Plan, exercise: str) -> list[tuple[Session, Step]]:
    return [
        (session, step)
        for session in plan.sessions
        for step in session.steps
        if step.exercise == exercise and step.purpose is Purpose.MAIN
    ]


def _dose(step: Step) -> tuple[float, ...]:
    return step.sets, step.reps, step.hold_s or 0, step.mass_kg or 0


def _rung(step: Step) -> int:
    """Return how many steps above its first dose an exercise stands."""
    entry = load_catalogue().entry(step.exercise)
    (found,) = (
        number
        for number, grade in enumerate(ramp_of(entry))
        if _dose(resolve(entry, grade)) == _dose(step)
    )
    return found


@pytest.mark.parametrize(
    ("story", "day", "wishes"),
    WEEKS,
    ids=[f"{story.name} {day.isoformat()}" for story, day, _ in WEEKS],
)
def test_the_next_week_is_what_the_story_says(
    story: Story, day: date, wishes: tuple[tuple[str, str], ...]
) -> None:
    """Each exercise that it names, in the plan made with the journal on that day."""
    if any(wish == "no plan" for _, wish in wishes):
        with pytest.raises(ClinicianFirst):
            again(story, day)
        return

    plan = again(story, day)

    for exercise, wish in wishes:
        held = _steps(plan, exercise)
        if wish == "left out":
            assert held == [], exercise
        elif wish == "relief only":
            parts = {plan.catalogue.routine(id).part for x in plan.sessions for id in x.routines}
            assert parts == {SessionPart.RELIEF}
            assert held == [] or SessionPart.RELIEF is _part(exercise), exercise
        elif wish == "untouched":
            _check_untouched(story, plan, exercise)
        elif wish.startswith("rests until "):
            back = story.day(wish.removeprefix("rests until "))
            assert held, exercise
            assert min(session.date for session, _ in held) >= back, exercise
        else:
            assert held, f"{exercise} is not planned"
            _check_dose(last_time(story, day, exercise), held[0][1], wish)


def _part(exercise: str) -> SessionPart | None:
    routines = load_catalogue().routines
    return next(one.part for one in routines if exercise in one.entries)


def _check_untouched(story: Story, plan: Plan, exercise: str) -> None:
    """Compare the steps of an exercise with those that the plan before had on the same days."""
    days = {day.date for day in plan.days}
    old = plan_before(story, plan.start)
    before = [one for one in _steps(old, exercise) if one[0].date in days]
    days = {day.date for day in old.days}
    now = [(x.id, x.date, x.start, step) for x, step in _steps(plan, exercise) if x.date in days]

    assert now == [(x.id, x.date, x.start, step) for x, step in before], exercise
    assert now, f"{exercise} is not planned"


def _check_dose(before: Step, now: Step, wish: str) -> None:
    exercise, less = now.exercise, WISHES.fullmatch(wish)
    assert less is not None
    if wish == "as before":
        assert (_dose(now), now.is_reduced) == (_dose(before), before.is_reduced), exercise
    elif wish == "gentler":
        assert now.is_reduced, exercise
        assert all(a <= b for a, b in zip(_dose(now), _dose(before), strict=True)), exercise
        assert not before.is_reduced or now.work_s < before.work_s, exercise
    elif wish == "a step more" and before.is_reduced:
        assert now.work_s > before.work_s if now.is_reduced else _rung(now) == 0, exercise
    else:
        assert not now.is_reduced, exercise
        steps = 1 if wish == "a step more" else -int(less["steps"] or 1)
        assert _rung(now) == _rung(before) + steps, exercise


@pytest.mark.parametrize(
    ("story", "expected"),
    CHANGES,
    ids=[f"{story.name}:{expected.line}" for story, expected in CHANGES],
)
def test_the_plan_says_what_changed_and_why(story: Story, expected: Expectation) -> None:
    """Each change that a story names, with words of its reason."""
    line = CHANGE.fullmatch(expected.text)
    assert line is not None
    told = {
        (one.kind.value, one.reason)
        for one in again(story, expected.on).changes
        if one.exercise == line["exercise"]
    }

    assert any(kind == line["kind"] and line["why"] in why for kind, why in told), told


def test_stories_say_how_the_plan_goes_on() -> None:
    """As many as make sense: a book about verdicts alone would be half a book."""
    assert len(STORIES) >= 60


def test_every_wish_is_at_work_where_something_happens() -> None:
    """A plan that rests nothing, ends nothing or touches neighbours fails in several stories."""
    told = [(story.name, wish) for story, _, wishes in WEEKS for _, wish in wishes]
    count = Counter("rests" if wish.startswith("rests") else wish for _, wish in told)

    assert count["rests"] >= 8
    assert count["relief only"] >= 4
    assert len({name for name, wish in told if wish == "untouched"}) >= 6
    assert count.keys() >= {"as before", "a step more", "a step less", "gentler", "left out"}
    assert count["no plan"] > 0
