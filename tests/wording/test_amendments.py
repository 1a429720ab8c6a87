"""Changes of a plan in words."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from spinecare import Amendment, AmendmentKind, ExerciseId, SessionId
from spinecare.wording import amendments
from tests.export.sample_plans import sample_plan

MONDAY = date(2026, 11, 23)


def changed(
    *days: int, kind: str = "dropped", exercise: str | None = "neck-2-rotation"
) -> tuple[Amendment, ...]:
    """Return the same change on days counted from Monday."""
    return tuple(
        Amendment(
            kind=AmendmentKind(kind),
            session=SessionId(f"s-{day}"),
            date=MONDAY + timedelta(days=day),
            exercise=None if exercise is None else ExerciseId(exercise),
            reason="It rests.",
        )
        for day in days
    )


def test_a_change_says_what_happens_when_and_why() -> None:
    """The exercise by its name, the days as people say them."""
    plan = attrs.evolve(sample_plan(), changes=changed(0, 2))

    (told,) = amendments(plan)

    name = plan.catalogue.entry("neck-2-rotation").name
    assert told.text == f"{name} is out (Mon 23 Nov and Wed 25 Nov). It rests."


def test_many_days_are_told_by_the_first_the_last_and_their_number() -> None:
    """Nobody reads a list of twelve dates."""
    plan = attrs.evolve(sample_plan(), changes=changed(*range(6)))

    assert amendments(plan)[0].when == "6 days from Mon 23 Nov to Sat 28 Nov"


def test_changes_of_other_kinds_are_told_apart() -> None:
    """Out here, less there; a whole session has no name."""
    plan = attrs.evolve(
        sample_plan(), changes=(*changed(0), *changed(1, kind="less"), *changed(2, exercise=None))
    )

    assert [told.happens for told in amendments(plan)] == ["is out", "is less", "is out"]
    assert amendments(plan)[2].what == "The session"


def test_a_plan_made_once_has_no_changes_to_tell() -> None:
    """There was none before it."""
    assert amendments(sample_plan()) == ()
