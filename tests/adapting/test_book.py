"""The scenario book goes on: what the plan after the last verdict does with the exercises."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest

from spinecare import (
    ClinicianFirst,
    Journal,
    Person,
    Plan,
    Purpose,
    SessionPart,
    Step,
    load_catalogue,
    make_plan,
)
from spinecare.codec import from_data
from spinecare.planning.dosing import ramp_of
from spinecare.reviewing import Course, experiences, review
from tests.checker.facts import Table
from tests.checker.persons import EVERYTHING
from tests.reviewing.book import Story, stories

STORIES = tuple(story for story in stories() if story.next_weeks)
WEEKS = tuple((story, day, wishes) for story in STORIES for day, wishes in story.next_weeks)
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
def person(story: Story) -> Person:
    """Return the person of a story, who wants the routines that its exercises belong to."""
    catalogue = load_catalogue()
    told = {entry.exercise for entry in story.journal.entries} | {
        id for _, wishes in story.next_weeks for id, _ in wishes
    }
    wanted = [one.id for one in catalogue.routines if told & set(one.entries)]
    on_request = [id for id in told if id is not None and catalogue.entry(id).on_request]
    asks = READER | {"routines": wanted, "asks_for": on_request}
    return from_data(asks | {"tried": sorted(catalogue.entry_by_id)}, Person, what="person")


@cache
def first_plan(story: Story) -> Plan:
    """Return the plan that a story begins with, long enough for all of it."""
    first = story.journal.entries[0].date
    weeks = (max(day for day, _ in story.next_weeks) - first).days // 7 + 3
    return make_plan(
        person(story), start=first, weeks=weeks, journal=Journal(), policy=story.policy
    )


def again(story: Story, start: date, journal: Journal) -> Plan:
    """Return the plan that is made again on a day of the story."""
    return make_plan(
        person(story),
        start=start,
        weeks=2,
        journal=journal,
        previous=first_plan(story),
        policy=story.policy,
    )


def last_day(story: Story, on: date, exercise: str) -> date:
    """Return the last day before another that an exercise was begun."""
    return max(
        one.date
        for one in experiences(story.journal, until=on)
        if one.exercise == exercise and one.outcome in BEGUN and one.date < on
    )


def last_time(story: Story, on: date, exercise: str) -> Step:
    """Return what the plan asked for on the last day that an exercise was begun."""
    day = last_day(story, on, exercise)
    before = tuple(one for one in story.journal.entries if one.date < day)
    plan = again(story, day, Journal(entries=before)) if before else first_plan(story)
    return _steps(plan, exercise)[0][1]


def known_on(story: Story, day: date) -> Journal:
    """Return what a journal tells of sessions up to a day."""
    return Journal(entries=tuple(one for one in story.journal.entries if one.date <= day))


def went_back(story: Story, on: date, exercise: str) -> bool:
    """Whether a week since the last time led all doses back (R5)."""
    weeks = review(story.journal, on=on, policy=story.policy).weeks
    since = last_day(story, on, exercise) - timedelta(days=7)
    return any(one.course is Course.BACK and one.monday > since for one in weeks)


def _steps(plan: Plan, exercise: str) -> list[tuple[date, Step]]:
    return [
        (session.date, step)
        for session in plan.sessions
        for step in session.steps
        if step.exercise == exercise and step.purpose is Purpose.MAIN
    ]


def _dose(step: Step) -> tuple[float, ...]:
    return step.sets, step.reps, step.hold_s or 0, step.mass_kg or 0


@pytest.mark.parametrize(
    ("story", "day", "wishes"),
    WEEKS,
    ids=[f"{story.name} {day.isoformat()}" for story, day, _ in WEEKS],
)
def test_the_next_week_is_what_the_story_says(
    story: Story, day: date, wishes: tuple[tuple[str, str], ...]
) -> None:
    """Each exercise that it names, in the plan made with the journal on that day."""
    journal = known_on(story, day)
    if any(wish == "no plan" for _, wish in wishes):
        with pytest.raises(ClinicianFirst):
            again(story, day, journal)
        return

    plan = again(story, day, journal)

    for exercise, wish in wishes:
        held = _steps(plan, exercise)
        if wish == "left out":
            assert held == [], exercise
        elif wish == "relief only":
            parts = {plan.catalogue.routine(id).part for x in plan.sessions for id in x.routines}
            assert parts == {SessionPart.RELIEF}
        elif wish.startswith("rests until "):
            back = story.day(wish.removeprefix("rests until "))
            assert held, exercise
            assert min(at for at, _ in held) >= back, exercise
        else:
            _check_dose(story, day, exercise, wish, held)


def _check_dose(
    story: Story, day: date, exercise: str, wish: str, held: list[tuple[date, Step]]
) -> None:
    before = last_time(story, day, exercise)
    assert held, f"{exercise} is not planned"
    now = held[0][1]
    if wish == "as before" and went_back(story, day, exercise):
        assert _dose(now) <= _dose(before), exercise
    elif wish == "as before":
        assert (_dose(now), now.is_reduced) == (_dose(before), before.is_reduced), exercise
    elif wish == "a step more":
        has_room = _has_room(exercise)
        assert _dose(now) > _dose(before) if has_room else _dose(now) == _dose(before), exercise
        assert not now.is_reduced
    else:
        assert now.is_reduced or _dose(now) < _dose(before), exercise
        assert all(a <= b for a, b in zip(_dose(now), _dose(before), strict=True)), exercise


def _has_room(exercise: str) -> bool:
    """Whether an exercise has a dose above its first at all."""
    return len(ramp_of(load_catalogue().entry(exercise))) > 1


def test_stories_say_how_the_plan_goes_on() -> None:
    """As many as make sense: a book about verdicts alone would be half a book."""
    assert len(STORIES) >= 40
