"""The checker's own eyes on the plan as a whole; each rule broken by a known amount."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checker.facts import Table, bounds
from tests.checker.handmade import breaches, lying, plan, rules, session, step
from tests.checker.profile import lines_of

PULL = session("10:00", step("pulse-pull-up"))
TURNS = session("10:00", step("turns"))


def pause(start: str, *ids: str, minutes: float = 5) -> Table:
    """Return a desk break."""
    first, *others = ids or ("stroll",)
    return {"start": start, "minutes": minutes, "exercise": first, "others": others}


def finding(rule: str, subject: str, severity: str = "not-fitted") -> Table:
    """Return a finding."""
    return {"rule": rule, "subject": subject, "severity": severity, "reason": "No room."}


def full() -> Table:
    """Return a plan of four weeks that keeps every rule."""
    neck = session("16:00", step("turns"), minutes=20)
    complete = session("16:00", step("turns"), step("resist"), step("shrug"), minutes=20)
    floor = session(
        "10:00",
        step("circles"),
        step("bends"),
        step("leg-raise"),
        *lying(step("leg-cross"), step("press-and-cross")),
    )
    held: dict[int, list[Table]] = {day: [neck] for day in range(12)}
    held |= {14: [complete], 15: [neck], 3: [PULL, neck], 9: [floor, neck], 10: [neck]}
    held |= {
        8: [PULL, neck],
        16: [PULL],
        24: [PULL],
        20: [floor],
        21: [session("10:00", step("towel-roller-lying"))],
    }
    held[21] = [session("10:00", *lying(step("towel-roller-lying")))]
    return plan(held, {0: [pause("10:00"), pause("11:00")]})


def test_an_honest_plan_has_no_breach() -> None:
    """Four weeks with every kind of work pass every check."""
    assert breaches(full()) == []


def test_nothing_is_silently_dropped() -> None:
    """A wished routine, and each of its exercises, is there or has a finding."""
    held = {0: [session("10:00", step("circles"))]}
    told = [finding("time", "bends"), finding("time", "nod")]
    noted = [told[0], finding("time", "nod", severity="note")]

    assert rules(plan({}), routines=["morning"]) == ["completeness"]
    assert rules(plan(held), routines=["morning"]) == ["completeness"]
    assert rules(plan(held, findings=noted), routines=["morning"]) == ["completeness"]
    assert rules(plan(held, findings=told), routines=["morning"]) == []
    assert rules(plan(held, routines=["morning"], findings=told)) == []


def test_unknown_ids_and_findings_without_reason_are_seen() -> None:
    """Also an entry that the plan itself does not carry."""
    document = plan({0: [session("10:00", step("turns") | {"exercise": "moonwalk"})]})
    bare = plan({0: [TURNS]}, catalogue={"entries": []})
    mute = plan({}, findings=[finding("time", "turns") | {"reason": " "}])

    assert "ids" in rules(document)
    assert rules(bare) == ["ids"]
    assert rules(mute) == ["findings"]


def test_a_session_of_rests_alone_is_seen() -> None:
    """Openings and closings are no session, and a named routine must be done."""
    idle = session("10:00", step("ease")) | {"routines": ["neck"]}

    assert rules(plan({0: [idle]})) == ["sessions"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (10, (10, 10)),
        ([10, None], (10, None)),
        ("10-30 s", (10, 30)),
        ("10 s to 1 min", (10, 60)),
        ("1-2 min", (60, 120)),
        ("at least 20 s", (20, None)),
        ({"at_least": 20}, (20, None)),
        ({"count": {"at_least": 2}, "per": "side"}, (2, None)),
        ("8-12", (8, 12)),
        ({"count": [8, 12], "per": "side"}, (8, 12)),
    ],
)
def test_the_checker_reads_every_way_to_write_a_span(text: Any, expected: Any) -> None:
    """It must not be fooled by how a data file writes a number."""
    assert bounds(text) == expected


def test_the_checker_reads_availability_as_people_write_it() -> None:
    """Ranges over the week's end, several times, hours and places."""
    lines = lines_of("Sat-Mon 07:00, 19:30 1.5 h; Wed 6:05 20 min (office)")

    assert [line.weekday for line in lines] == [5, 5, 6, 6, 0, 0, 2]
    assert {line.minutes for line in lines} == {90, 20}
    assert lines[-1].place == "office"


@pytest.mark.parametrize(
    ("purpose", "made"),
    [
        ("opening", step("circles")),
        ("rest", step("lying-fetal-rest")),
        ("closing", step("turns")),
        ("way-up", step("turns")),
    ],
)
def test_an_effort_in_disguise_is_seen(purpose: str, made: Table) -> None:
    """What is added must be a relief, a rest or a way up."""
    other = step("turns") if made["exercise"] != "turns" else step("circles")
    document = plan({0: [session("10:00", other, made | {"purpose": purpose})]})

    assert any(f"is no {purpose}" in breach.sentence for breach in breaches(document))
