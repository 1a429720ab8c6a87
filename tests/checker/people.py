"""Random people: the table a TOML profile would hold, with a start and a number of weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.checker.facts import Table, built_in_facts
from tests.checker.profile import WEEKDAYS

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

FACTS = built_in_facts()
CONDITIONS = sorted(FACTS.conditions)
ROUTINES = sorted(FACTS.routines)
ENTRIES = sorted(FACTS.entries)
ON_REQUEST = sorted(id for id in ENTRIES if FACTS.entry(id).get("on_request", False))
THINGS = sorted({thing for id in ENTRIES for thing in FACTS.needs(id)} | {"mat", "cushion"})
FLAGS = sorted(FACTS.red_flags)
BEFORE_START = [id for id in FLAGS if FACTS.red_flags[id]["urgency"] == "before-start"]
REGIONS = sorted({region for id in ENTRIES for region in FACTS.entry(id).get("regions", [])})
GOALS = [
    "ease-neck",
    "ease-upper-back",
    "ease-lower-back",
    "move-better",
    "grow-stronger",
    "relax",
    "sit-less",
]
ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",  # the clock moves by half an hour
    "America/Santiago",  # the clock moves at midnight
    "Africa/Casablanca",  # the clock moves back in spring
    "Pacific/Chatham",
    "Asia/Kathmandu",
    "UTC",
]
STARTS = [
    date(2026, 11, 23),
    date(2026, 3, 23),  # the week of the European spring change
    date(2026, 10, 21),
    date(2026, 10, 30),  # before the American autumn change
    date(2026, 3, 30),  # the week of Lord Howe's autumn change
    date(2026, 9, 1),  # before Santiago's spring change
    date(2026, 12, 28),
    date(2028, 2, 24),
    date(2027, 2, 3),  # before Casablanca's change
]
PLACES = ["home", "home", "home", "office", "hall"]
_DAY = 24 * 60


@dataclass(frozen=True)
class Case:
    """A person and what is asked of the planner."""

    person: Table
    start: date
    weeks: int


def subset(of: list[str], most: int) -> SearchStrategy[list[str]]:
    """Draw up to so many of a list, each once, in any order."""
    return st.lists(st.sampled_from(of), max_size=most, unique=True)


def clocks(first: int = 0, last: int = 23) -> SearchStrategy[str]:
    """Draw a time of day, odd minutes too."""
    minutes = st.sampled_from([0, 30, 0, 15, 7, 59])
    return st.builds("{:02d}:{:02d}".format, st.integers(first, last), minutes)


@st.composite
def availabilities(draw: DrawFn, start: date) -> Table:
    """Draw one to three slots a day, 5 to 90 minutes, on some days, without overlaps."""
    kept: list[tuple[int, Table]] = []
    patterns = draw(
        st.lists(
            st.tuples(
                st.one_of(clocks(5, 22), clocks()),
                st.sampled_from([5, 10, 12, 15, 20, 30, 45, 60, 90]),
                st.sampled_from(["1111111", "1111100", "1010100", "0101010", "0000011", "0010000"]),
                st.sampled_from(PLACES),
            ),
            min_size=1,
            max_size=3,
        )
    )
    for at, minutes, days, place in patterns:
        for weekday in [number for number, mark in enumerate(days) if mark == "1"]:
            begins = weekday * _DAY + int(at[:2]) * 60 + int(at[3:])
            if all(_apart(begins, minutes, other, slot["minutes"]) for other, slot in kept):
                slot = {"weekday": WEEKDAYS[weekday], "start": at, "minutes": minutes}
                kept.append((begins, slot | {"place": place}))
    off = draw(st.lists(st.integers(0, 40), max_size=4, unique=True))
    return {
        "slots": [slot for _, slot in kept],
        "days_off": [(start + timedelta(days=number)).isoformat() for number in off],
    }


def _apart(first: int, length: int, second: int, other: int) -> bool:
    ahead = (second - first) % (7 * _DAY)
    return ahead >= length and 7 * _DAY - ahead >= other


@st.composite
def desks(draw: DrawFn) -> Table:
    """Draw desk hours: long ones, some shorter than one break, and nights over clock changes."""
    if draw(st.integers(0, 4)) == 0:
        night: Table = {"weekdays": list(WEEKDAYS), "start": "00:00", "end": "06:00"}
        return night | {"every_min": draw(st.sampled_from([20, 30, 60]))}
    first = draw(st.integers(0, 21))
    return {
        "weekdays": draw(st.sampled_from([list(WEEKDAYS[:5]), ["Sat"], list(WEEKDAYS)])),
        "start": f"{first:02d}:{draw(st.sampled_from([0, 30, 45])):02d}",
        "end": f"{draw(st.integers(first + 1, 23)):02d}:59",
        "every_min": draw(st.sampled_from([60, 60, 45, 20, 90, 240])),
        "place": draw(st.sampled_from(["office", "home", "nowhere"])),
    }


def screenings(healthy: bool) -> SearchStrategy[Table]:
    """Draw answers about warning signs; healthy people have none, or only cleared ones."""
    all_no = st.just({"others": "no"})
    cleared = st.builds(lambda yes: {"yes": yes, "others": "no"}, subset(BEFORE_START, 2))
    if healthy:
        return st.one_of(all_no, all_no, cleared)
    some = st.builds(lambda yes: {"yes": yes, "others": "no"}, subset(FLAGS, 2))
    partly = st.builds(lambda no: {"no": no}, subset(FLAGS, len(FLAGS)))
    return st.one_of(some, partly, st.just({}), st.just({"no": FLAGS}))


@st.composite
def cases(
    draw: DrawFn,
    *,
    healthy: bool = True,
    conditions: tuple[int, int] = (0, 4),
    weeks: tuple[int, int] = (1, 5),
    named: bool | None = None,
) -> Case:
    """Draw a person with a start and a number of weeks.

    Args:
        draw: Hypothesis' own.
        healthy: Whether every warning sign is answered and none forbids a plan.
        conditions: Fewest and most conditions.
        weeks: Fewest and most weeks.
        named: Whether routines are named, goals are, or chance decides.
    """
    start = draw(st.one_of(st.sampled_from(STARTS), st.dates(date(2026, 1, 1), date(2029, 1, 1))))
    few, many = conditions
    ill = st.lists(st.sampled_from(CONDITIONS), min_size=few, max_size=many, unique=True)
    names = draw(st.booleans()) if named is None else named
    person: Table = {
        "timezone": draw(st.sampled_from(ZONES)),
        "availability": draw(availabilities(start)),
        "screening": draw(screenings(healthy)),
        "cleared_by_clinician": True if healthy else draw(st.booleans()),
        "goals": draw(subset(GOALS, 4)),
        "routines": draw(subset(ROUTINES, 7)) if names else [],
        "conditions": draw(st.one_of(st.just([]), ill) if not few else ill),
        "equipment": draw(st.one_of(st.just(THINGS), subset(THINGS, len(THINGS)))),
        "places": draw(_places()),
        "level": draw(st.sampled_from(["beginner", "practised"])),
        "tried": draw(st.one_of(st.just([]), st.just(ENTRIES), subset(ENTRIES, 20))),
        "asks_for": draw(st.one_of(st.just([]), subset(ON_REQUEST, len(ON_REQUEST)))),
        "leaves_out": draw(st.one_of(st.just([]), subset(ENTRIES, 6))),
        "strict_relaxation": draw(st.sampled_from([False, False, True])),
    }
    unsure: dict[str, SearchStrategy[Any]] = {
        "pain": st.sampled_from([None, 0, 1.5, 2, 3, 5, 6]),
        "tense": st.one_of(st.none(), st.just([]), subset(REGIONS, 2)),
        "wakes_at": st.one_of(st.none(), clocks(4, 9), clocks()),
        "desk": st.one_of(st.none(), desks()),
    }
    for key, values in unsure.items():
        value = draw(values)
        if value is not None:  # TOML has no null: what is unknown is not written
            person[key] = value
    return Case(person=person, start=start, weeks=draw(st.integers(*weeks)))


def _places() -> SearchStrategy[list[Table]]:
    place = st.builds(
        lambda name, equipment, has_floor: {
            "name": name,
            "equipment": equipment,
            "has_floor": has_floor,
        },
        st.sampled_from(["office", "hall", "home"]),
        subset(THINGS, 5),
        st.booleans(),
    )
    return st.one_of(st.just([]), st.lists(place, max_size=2, unique_by=lambda p: str(p["name"])))
