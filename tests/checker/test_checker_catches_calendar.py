"""The checker's own eyes on slots, breaks and mornings; each rule broken by a known amount."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checker.facts import Table
from tests.checker.handmade import plan, rules, session, step

TURNS = session("10:00", step("turns"))


def pause(start: str, *ids: str, minutes: float = 5) -> Table:
    """Return a desk break."""
    first, *others = ids or ("stroll",)
    return {"start": start, "minutes": minutes, "exercise": first, "others": others}


@pytest.mark.parametrize(
    ("wakes", "conditions", "expected"),
    [
        ("09:00", [], []),
        ("09:01", [], ["waking"]),
        ("08:00", ["disc"], []),
        ("08:01", ["disc"], ["waking"]),
        (None, [], []),
    ],
)
def test_nothing_bends_far_soon_after_getting_up(
    wakes: str | None, conditions: list[str], expected: list[str]
) -> None:
    """An hour, and two with a disc herniation; the end of the hour is outside it."""
    document = plan({0: [session("10:00", step("bends"))]})

    assert rules(document, wakes_at=wakes, conditions=conditions) == expected


@pytest.mark.parametrize(("start", "expected"), [("08:59", ["waking"]), ("09:00", [])])
def test_an_unknown_waking_time_counts_until_nine(start: str, expected: list[str]) -> None:
    """A slot before 09:00 counts as inside the hour; breaks count too."""
    document = plan({0: [session(start, step("bends"), minutes=20)]})
    early = plan({0: []}, {0: [pause("08:30", "stroll", "desk-bends")]})

    slots = f"daily {start} 20 min"
    assert rules(document, wakes_at=None, availability=slots) == expected
    assert rules(early, wakes_at=None, desk="Mon-Fri 07:00-17:00") == ["waking"]


@pytest.mark.parametrize(
    ("person", "made"),
    [
        ({"availability": "daily 10:01 45 min"}, TURNS),
        ({"availability": "daily 10:00 44 min"}, TURNS),
        ({"availability": "Tue-Sun 10:00 45 min"}, TURNS),
        ({"availability": "daily 10:00 45 min (office)"}, TURNS),
        (
            {
                "availability": {
                    "slots": [{"weekday": "Mon", "start": "10:00", "minutes": 45}],
                    "days_off": ["2026-11-23"],
                }
            },
            TURNS,
        ),
        ({"timezone": "Asia/Tokyo"}, TURNS),
    ],
)
def test_a_session_outside_the_slots_is_seen(person: Table, made: Table) -> None:
    """Another minute, length, day, place, zone or a day off."""
    assert "slots" in rules(plan({0: [made]}), **person)


@pytest.mark.parametrize(
    ("start", "at", "expected"),
    [
        (date(2026, 3, 23), "02:30", ["slots"]),  # does not exist on Sunday 29 March
        (date(2026, 10, 19), "02:30", ["slots"]),  # comes twice on Sunday 25 October
        (date(2026, 10, 19), "01:59", ["slots"]),  # ends inside the doubled hour
        (date(2026, 11, 23), "02:30", []),
    ],
)
def test_no_wall_time_lies_in_a_clock_change(start: date, at: str, expected: list[str]) -> None:
    """Neither the start nor the end of a session."""
    document = plan({6: [session(at, step("circles"), minutes=20)]}, start=start)

    found = rules(document, availability=f"daily {at} 20 min", wakes_at="00:30")

    assert found == expected


def test_sessions_never_overlap() -> None:
    """The minutes of the first slot count, not only its steps."""
    pair = [session("10:00", step("circles")), session("10:44", step("turns"))]

    assert rules(plan({0: pair}), availability="daily 10:00, 10:44 45 min") == ["slots"]


@pytest.mark.parametrize(
    ("day", "pauses", "expected"),
    [
        (0, [pause("10:00"), pause("11:00"), pause("16:55")], []),
        (0, [pause("16:56")], ["desk-breaks"]),
        (0, [pause("09:59")], ["desk-breaks"]),
        (0, [pause("10:00"), pause("10:59")], ["desk-breaks"]),
        (5, [pause("10:00")], ["desk-breaks"]),
        (0, [pause("10:00", "circles")], ["desk-breaks"]),
        (0, [pause("10:00", minutes=4)], ["desk-breaks"]),
        (0, [pause("10:00", minutes=11)], ["desk-breaks"]),
    ],
)
def test_breaks_fall_inside_desk_hours_and_apart(
    day: int, pauses: list[Table], expected: list[str]
) -> None:
    """An hour after sitting down, an hour apart, over before the day at the desk is."""
    assert rules(plan({}, {day: pauses})) == expected


def test_a_break_does_not_overlap_a_session() -> None:
    """A session from 10:00 ends before a break at 11:00, not before one at 10:00."""
    document = plan({0: [TURNS]}, {0: [pause("10:00")]})

    assert rules(document) == ["desk-breaks"]


def test_days_follow_each_other() -> None:
    """A plan whose days leave a gap is seen."""
    document = plan({0: [TURNS]})
    document["plan"]["weeks"][1]["days"][0]["date"] = "2026-12-01"

    assert rules(document) == ["weeks"]
