"""What must be true of real plans, one promise after the other, read from the exported JSON."""

from __future__ import annotations

import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.checker.facts import Table, built_in_facts
from tests.checker.persons import EVERYTHING, HERNIATED, KEEN, MONDAY, dates_of, sessions, steps
from tests.checker.planned import breaches_of, document_of, exported

pytestmark = pytest.mark.no_cover  # tests/README.md says why

PROFILES = Path(__file__).parents[2] / "examples" / "profiles"


def _has_two(exercise: str) -> bool:
    return built_in_facts().entry(exercise)["sides"] in ("left-right", "alternating", "diagonal")


@pytest.mark.parametrize(
    "person",
    [KEEN, HERNIATED, KEEN | {"routines": [], "goals": ["ease-neck", "grow-stronger", "relax"]}],
)
def test_a_plan_of_many_weeks_breaks_no_hard_rule(person: Table) -> None:
    """Twelve weeks over the turn of the year, seen by the independent checker."""
    assert breaches_of(person, MONDAY, 12) == []


def test_with_room_for_it_every_exercise_of_the_wished_routines_comes_up() -> None:
    """Mornings must not swallow what bends, nor lifts what the evening before has tired."""
    document = document_of(KEEN, MONDAY, 4)
    facts = built_in_facts()
    wished = {id for routine in KEEN["routines"] for id in facts.routines[routine]["entries"]}
    wished -= {id for id in wished if facts.entry(id).get("on_request")}
    wished -= {"lumbar-4-swimming", *facts.routines["desk-breaks"]["entries"]}

    missing = wished - {step["exercise"] for _, step in steps(document)}

    assert missing == set()


@pytest.mark.parametrize("profile", sorted(PROFILES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_plans_of_the_examples_break_no_hard_rule(profile: Path) -> None:
    """The people beside the example, over eight weeks of winter."""
    person = tomllib.loads(profile.read_text("utf-8"))

    assert breaches_of(person, MONDAY, 8) == []


def test_pull_ups_come_every_five_to_eight_days_over_all_week_borders() -> None:
    """Twelve weeks: enough of them, none too early, none too late."""
    days = dates_of(document_of(KEEN, MONDAY, 12), "pulse-pull-up")

    gaps = [(later - earlier).days for earlier, later in pairwise(days)]

    assert len(days) >= 10
    assert set(gaps) <= {5, 6, 7, 8}


def test_neck_four_and_five_join_in_week_three_and_not_before() -> None:
    """Two weeks of the first three come first (article, line 85)."""
    document = document_of(KEEN, MONDAY, 4)

    for exercise in ("neck-4-isometric-resisted", "neck-5-weighted-shrug"):
        first = min(dates_of(document, exercise))
        assert 14 <= (first - MONDAY).days < 21
    assert min(dates_of(document, "neck-1-flexion-extension")) == MONDAY


def test_a_session_after_which_one_lies_ends_with_rolling_to_the_side() -> None:
    """Nobody gets up sharply (article, line 55)."""
    facts = built_in_facts()
    lying = {"supine", "hook-lying", "prone", "prone-on-elbows", "supine-butterfly", "side-lying"}
    found = 0

    for session in sessions(document_of(KEEN, MONDAY, 4)):
        main = [step for step in session["steps"] if step["purpose"] == "main"]
        if facts.ends(main[-1]["exercise"]) in lying:
            found += 1
            last_two = [step["exercise"] for step in session["steps"][-2:]]
            assert last_two[1] == "transition-roll-and-rise"
            assert facts.entry(last_two[0])["kinds"] == ["relaxation"]

    assert found > 4


def test_desk_breaks_fall_inside_desk_hours_only() -> None:
    """From Monday to Friday, 09:00 to 17:00, an hour apart, and on no other day."""
    days = [day for week in document_of(KEEN, MONDAY, 2)["plan"]["weeks"] for day in week["days"]]

    for day in days:
        starts = [item["start"] for item in day.get("desk_breaks", [])]
        works = date.fromisoformat(day["date"]).weekday() < 5
        assert bool(starts) == works
        assert all("10:00" <= start <= "16:55" for start in starts)
        hours = [int(start[:2]) * 60 + int(start[3:]) for start in starts]
        assert all(later - earlier >= 60 for earlier, later in pairwise(hours))


def test_a_break_makes_room_for_a_session_at_the_desk() -> None:
    """A session from 11:55 takes the break of 12:00; the others stay."""
    person = KEEN | {"availability": "Mon-Fri 11:55 30 min"}

    document = document_of(person, MONDAY, 1)

    monday = document["plan"]["weeks"][0]["days"][0]
    assert [item["start"] for item in monday["desk_breaks"]][:3] == ["10:00", "11:00", "13:00"]
    assert len(monday["sessions"]) == 1


def test_nothing_bends_to_the_end_in_the_first_hour_of_the_day() -> None:
    """07:00 is half an hour after getting up; at 19:00 bending is there."""
    facts = built_in_facts()
    document = document_of(KEEN | {"routines": ["wushu-morning", "lying-complex"]}, MONDAY, 4)

    bending = {
        session["start"]
        for session, step in steps(document)
        if "flexion-end" in facts.tags(step["exercise"])
    }

    assert {session["start"] for session in sessions(document)} == {"07:00", "19:00"}
    assert bending == {"19:00"}


def test_the_side_that_starts_changes_from_session_to_session() -> None:
    """Each exercise for itself, over four weeks."""
    starts: dict[str, list[str]] = {}
    for session in sessions(document_of(KEEN, MONDAY, 4)):
        first = {s["exercise"]: s["sides"][0] for s in reversed(session["steps"])}
        for exercise, side in first.items():
            if side != "both" and _has_two(exercise):
                starts.setdefault(exercise, []).append(side)

    assert len(starts) > 5
    for exercise, sides in starts.items():
        assert all(one != other for one, other in pairwise(sides)), exercise


def test_the_same_person_gets_the_same_bytes_and_lists_may_be_shuffled() -> None:
    """Conditions, equipment and what was tried have no order."""
    person = KEEN | {"conditions": ["knee-pain", "glaucoma"], "tried": ["neck-2-rotation"]}
    other = person | {"conditions": ["glaucoma", "knee-pain"], "equipment": EVERYTHING[::-1]}

    assert exported(person, MONDAY, 4) == exported(person, MONDAY, 4)
    assert exported(person, MONDAY, 4) == exported(other, MONDAY, 4)
