"""A plan as an iCalendar file, read back by two readers that we did not write."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from spinecare.errors import InvalidValueError
from spinecare.export import to_ical
from spinecare.model import (
    Cancelled,
    Catalogue,
    Day,
    DeskBreak,
    ExerciseId,
    Plan,
    RoutineId,
    SessionId,
    Step,
    StepPhase,
)
from tests.export.hostile_texts import HOSTILE, HOSTILE_MIXED, texts
from tests.export.plan_strategies import plans
from tests.export.sample_plans import (
    build_plan,
    desk_breaks,
    empty_plan,
    plan_over_the_change,
    plan_with_text,
    press,
    pulls,
    relief,
    revised_plan,
    rotation,
    sample_plan,
    session,
    stretch,
)

MONDAY = date(2026, 11, 23)
Instants = tuple[datetime, datetime]
WRITABLE = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=200,
).filter(lambda text: bool(text.strip()))


def _events(plan: Plan) -> list[Any]:
    """Return the events of a plan's file as the icalendar package reads them."""
    return list(icalendar.Calendar.from_ical(to_ical(plan)).walk("VEVENT"))


def _lines(plan: Plan) -> list[str]:
    """Return the unfolded lines of a plan's file."""
    return to_ical(plan).decode().replace("\r\n ", "").split("\r\n")


def _texts(plan: Plan) -> list[dict[str, str]]:
    return texts(to_ical(plan))


def _instants(event: Any) -> Instants:
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    return start.astimezone(UTC), end.astimezone(UTC)


def _expanded(event: Any) -> Iterator[Instants]:
    """Yield every occurrence of a series, as RFC 5545 counts: by wall time, less the exceptions."""
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    length = end.astimezone(UTC) - start.astimezone(UTC)
    without = event.get("EXDATE")
    out = {each.dt.replace(tzinfo=None) for each in without.dts} if without else set()
    walls = [start.replace(tzinfo=None)]
    if "RRULE" in event:
        walls = list(rrulestr(event["RRULE"].to_ical().decode(), dtstart=walls[0]))
    for wall in walls:
        if wall not in out:
            begin = wall.replace(tzinfo=start.tzinfo).astimezone(UTC)
            yield begin, begin + length


def _planned_sessions(plan: Plan) -> list[Instants]:
    zone = ZoneInfo(plan.timezone)
    planned: list[Instants] = []
    for item in plan.sessions:
        start = datetime.combine(item.date, item.start, zone).astimezone(UTC)
        minutes = max(1, -(-item.duration_s // 60))
        planned.append((start, start + timedelta(minutes=minutes)))
    return planned


def _planned_breaks(plan: Plan) -> list[Instants]:
    zone = ZoneInfo(plan.timezone)
    planned: list[Instants] = []
    for day in plan.days:
        for item in day.desk_breaks:
            start = datetime.combine(day.date, item.start, zone).astimezone(UTC)
            planned.append((start, start + timedelta(minutes=-(-item.minutes // 1))))
    return sorted(planned)


def _is_break(event: Any) -> bool:
    return [str(name) for name in event["CATEGORIES"].cats] == ["Desk break"]


def _of_sessions(events: list[Any]) -> list[Any]:
    live = [event for event in events if event["STATUS"] == "CONFIRMED"]
    return [event for event in live if not _is_break(event)]


def _of_breaks(events: list[Any]) -> list[Any]:
    live = [event for event in events if event["STATUS"] == "CONFIRMED"]
    return [event for event in live if _is_break(event)]


@given(plans())
def test_events_are_what_is_planned(plan: Plan) -> None:
    """Sessions from start to the end of their steps; breaks, series and exceptions and all."""
    events = _events(plan)

    found = sorted(instants for event in _of_breaks(events) for instants in _expanded(event))

    assert [_instants(event) for event in _of_sessions(events)] == _planned_sessions(plan)
    assert found == _planned_breaks(plan)
    assert len({str(event["UID"]) for event in events}) == len(events)


@given(plans())
def test_equal_plans_give_equal_bytes(plan: Plan) -> None:
    """No clock and no chance; the zone of the plan's moment does not matter either."""
    elsewhere = plan.updated_at.astimezone(ZoneInfo("Asia/Tokyo"))

    assert to_ical(attrs.evolve(plan, updated_at=elsewhere)) == to_ical(plan)


@given(plans())
def test_a_second_reader_sees_the_same_events(plan: Plan) -> None:
    """The stricter `ical` package takes the file whole and agrees on moments and titles."""
    theirs = IcsCalendarStream.calendar_from_ics(to_ical(plan).decode()).events

    ours = _events(plan)

    assert sorted(map(_told_by_ical, theirs)) == sorted(
        (str(event["UID"]), str(event["SUMMARY"]), *_instants(event)) for event in ours
    )


def _told_by_ical(event: Any) -> tuple[str, str, datetime, datetime]:
    """Return id, title and moments of an event as the `ical` package reads them."""
    return event.uid, event.summary, event.dtstart.astimezone(UTC), event.dtend.astimezone(UTC)


def test_a_second_reader_expands_the_breaks_alike() -> None:
    """Four weeks with a change of the clocks and a free Wednesday in them."""
    plan = plan_over_the_change()
    calendar = IcsCalendarStream.calendar_from_ics(to_ical(plan).decode())

    breaks = [item for item in calendar.timeline if item.categories == ["Desk break"]]
    found = sorted(_told_by_ical(item)[2:] for item in breaks)

    assert found == _planned_breaks(plan)


def test_equal_times_on_several_days_are_one_series() -> None:
    """Five days at 10, 11 and 14, four days at 15: four events with exceptions, no more."""
    events = _of_breaks(_events(plan_over_the_change()))

    rules = [event["RRULE"].to_ical().decode() for event in events]
    assert rules == [
        "FREQ=WEEKLY;COUNT=20;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;COUNT=20;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;COUNT=20;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;COUNT=16;BYDAY=MO,TU,WE,TH",
    ]
    assert all(event["EXDATE"].dts[0].dt.date() == date(2026, 10, 21) for event in events)


def test_a_break_that_comes_once_is_no_series() -> None:
    """A rule with one occurrence would only be noise."""
    plan = build_plan(
        lambda day: Day(date=day, desk_breaks=desk_breaks("10:00") if day == MONDAY else ())
    )

    (event,) = _events(plan)

    assert "RRULE" not in event
    assert "EXDATE" not in event


def test_breaks_with_other_things_to_do_are_series_of_their_own() -> None:
    """At the same time of day on other days: two series with two ids."""
    walk, turn = (
        DeskBreak(start=time(10), minutes=3, exercise=ExerciseId(id))
        for id in ("desk-stand-and-walk", "neck-2-rotation")
    )

    plan = build_plan(lambda day: Day(date=day, desk_breaks=(walk if day.weekday() < 3 else turn,)))

    first, second = _events(plan)
    assert str(first["SUMMARY"]) == "Desk break: Stand up and walk (3 min)"
    assert str(second["SUMMARY"]) == "Desk break: Neck rotation (3 min)"
    assert first["UID"] != second["UID"]


def test_a_break_keeps_its_id_when_a_revision_asks_for_another_thing() -> None:
    """The time of day is what a break is known by: the calendar changes the event it has."""
    walk, turn = (
        DeskBreak(start=time(10), minutes=minutes, exercise=ExerciseId(id))
        for id, minutes in (("desk-stand-and-walk", 3), ("neck-2-rotation", 5))
    )

    (before,), (after,) = (
        # mypy cannot tell the type of a lambda's default
        _events(build_plan(lambda day, item=item: Day(date=day, desk_breaks=(item,))))  # type: ignore[misc]  # binds item
        for item in (walk, turn)
    )

    assert before["UID"] == after["UID"]


def test_a_break_lets_colleagues_book_the_time_and_a_session_does_not() -> None:
    """Sessions block the calendar; breaks can wait."""
    events = _events(sample_plan())

    assert {str(event["TRANSP"]) for event in _of_sessions(events)} == {"OPAQUE"}
    assert {str(event["TRANSP"]) for event in _of_breaks(events)} == {"TRANSPARENT"}


def test_times_are_wall_times_of_a_zone_the_file_describes() -> None:
    """Neither floating nor durations."""
    lines = _lines(plan_over_the_change())

    starts = [line for line in lines if line.startswith(("DTSTART", "DTEND"))]
    in_zone = [line for line in starts if ";TZID=Europe/Berlin:" in line]
    assert len(in_zone) == len(starts) - 2  # the two observances of the zone itself
    assert lines.count("TZID:Europe/Berlin") == 1
    assert not [line for line in lines if line.startswith("DURATION")]


def test_the_file_says_what_calendars_ask_of_it() -> None:
    """Name and id; no method, no alarm, and nothing that only a subscription needs."""
    lines = _lines(sample_plan())

    for expected in (
        "VERSION:2.0",
        "PRODID:-//spinecare//spinecare 0.1.0//EN",
        "NAME:Ann's back",
        "X-WR-CALNAME:Ann's back",
    ):
        assert lines.count(expected) == 1
    for unwanted in ("METHOD", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
        assert not [line for line in lines if line.startswith(unwanted)]
    assert "BEGIN:VALARM" not in lines


def test_every_event_is_private_and_says_which_revision_it_is_of() -> None:
    """Health data; and DTSTAMP and SEQUENCE come from the plan, not from a clock."""
    plan = attrs.evolve(sample_plan(), revision=3)

    for event in _events(plan):
        assert str(event["CLASS"]) == "PRIVATE"
        assert event["SEQUENCE"] == 3
        assert event["DTSTAMP"].dt == plan.updated_at
        assert event["LAST-MODIFIED"].dt == plan.updated_at


def test_a_revision_beyond_the_format_is_written_as_the_largest_there_is() -> None:
    """A number that no calendar could read would make the whole file unreadable."""
    lines = _lines(attrs.evolve(sample_plan(), revision=10**20))

    assert {line for line in lines if line.startswith("SEQUENCE")} == {"SEQUENCE:2147483647"}


def test_a_session_keeps_its_id_when_it_moves() -> None:
    """The id depends on plan and session only, so a calendar moves the event it has."""
    day = Day(date=MONDAY, sessions=(session(MONDAY, "07:00", (rotation(),)),))
    moved = attrs.evolve(
        day, sessions=(attrs.evolve(day.sessions[0], start=time(18, 30), steps=(pulls(),)),)
    )

    ids = [
        [
            str(event["UID"])
            for event in _events(
                # mypy cannot tell the type of a lambda's default
                build_plan(lambda other, kept=kept: kept if other == MONDAY else Day(date=other))  # type: ignore[misc]  # binds kept
            )
        ]
        for kept in (day, moved)
    ]

    assert ids[0] == ids[1]


def test_another_plan_has_other_ids() -> None:
    """Two plans in one calendar must not overwrite each other."""
    plan = sample_plan()
    other = attrs.evolve(plan, id="p-other")

    ids = [{str(event["UID"]) for event in _events(item)} for item in (plan, other)]

    assert not ids[0] & ids[1]
    calendars = [icalendar.Calendar.from_ical(to_ical(item)) for item in (plan, other)]
    assert calendars[0]["UID"] != calendars[1]["UID"]


def test_ids_never_change_from_release_to_release() -> None:
    """Known values: a new algorithm would double everyone's calendar."""
    lines = _lines(sample_plan())

    uids = [line for line in lines if line.startswith("UID:")]
    assert uids[0] == "UID:4ad40925-9309-5493-969b-04d9849b0557"
    assert uids[1] == "UID:02f4c5f3-3caa-5ee6-a4db-fc05579ee535"
    assert uids[-1] == "UID:f8563a17-ef78-51c7-9b4f-103cb8bfa0bd"


def test_a_dropped_session_is_cancelled_under_the_id_it_had() -> None:
    """The calendar takes out the event it got from the revision before."""
    before = {str(event["SUMMARY"]): str(event["UID"]) for event in _events(sample_plan())[:4]}

    (cancelled,) = [event for event in _events(revised_plan()) if event["STATUS"] == "CANCELLED"]

    assert str(cancelled["UID"]) == before["Lying stretches (4 min)"]
    assert cancelled["DTSTART"].dt == datetime(
        2026, 11, 24, 19, 30, tzinfo=ZoneInfo("Europe/Berlin")
    )
    assert cancelled["DTEND"].dt - cancelled["DTSTART"].dt == timedelta(minutes=20)
    assert str(cancelled["TRANSP"]) == "TRANSPARENT"


def test_a_session_that_came_back_is_not_cancelled() -> None:
    """One id, one event: the present session wins."""
    plan = sample_plan()
    kept = plan.sessions[0]
    old = Cancelled(id=kept.id, date=kept.date, start=time(6), minutes=20)

    assert to_ical(attrs.evolve(plan, cancelled=(old,))) == to_ical(plan)


def test_a_title_says_what_and_how_long() -> None:
    """Routines by name, and the minutes of the steps, not of the slot."""
    titles = {str(event["SUMMARY"]) for event in _of_sessions(_events(sample_plan()))}

    assert titles == {
        "Neck exercises (5 min)",
        "Lying stretches (4 min)",
        "Pulse pull-ups and Neck exercises (7 min)",
    }


def test_a_long_title_names_what_a_phone_shows_and_counts_the_rest() -> None:
    """Otherwise the minutes are cut off; one name always stands there whole."""
    ids = ("neck", "lying", "pulse-pull-ups", "desk-breaks", "other")
    long = attrs.evolve(
        session(MONDAY, "07:00", (rotation(),)), routines=tuple(RoutineId(id) for id in ids)
    )
    day = Day(date=MONDAY, sessions=(long,))

    (event,) = _events(build_plan(lambda other: day if other == MONDAY else Day(date=other)))

    assert str(event["SUMMARY"]) == "Neck exercises and 4 more (2 min)"


def test_only_exercises_are_called_new() -> None:
    """Nobody tries lying down gently; what (new) means is said once, above all steps."""
    new = [attrs.evolve(step, is_new=True) for step in (relief(), stretch())]
    day = Day(date=MONDAY, sessions=(session(MONDAY, "07:00", tuple(new)),))

    (event,) = _events(build_plan(lambda other: day if other == MONDAY else Day(date=other)))

    lines = str(event["DESCRIPTION"]).split("\n")
    assert lines[1] == "New in this plan, so try it gently: what is marked (new)."
    assert [line[:2] for line in lines if line.endswith("(new)")] == ["2."]


def test_nothing_is_said_of_new_things_where_there_are_none() -> None:
    """No legend without its mark."""
    text = str(_of_sessions(_events(sample_plan()))[2]["DESCRIPTION"])

    assert "(new)" not in text


def test_a_description_names_the_things_to_have_at_hand() -> None:
    """Once each, before the steps; what an exercise can do without is not asked for."""
    told = [str(event["DESCRIPTION"]) for event in _of_sessions(_events(sample_plan()))]

    assert [line for line in told[0].split("\n") if line.startswith("You need")] == [
        "You need: chair."
    ]
    assert "You need" not in told[2]


def test_sessions_that_are_nearly_equal_are_told_apart() -> None:
    """What is told once for equal sessions is not told for those with other steps or notes."""
    sittings = (
        session(MONDAY, "07:00", (rotation(), press())),
        session(MONDAY, "08:00", (rotation(), stretch())),
        session(MONDAY, "09:00", (rotation(), press()), notes=("slowly",)),
        session(MONDAY, "10:00", (rotation(), press())),
    )
    day = Day(date=MONDAY, sessions=sittings)
    plan = build_plan(lambda other: day if other == MONDAY else Day(date=other))

    first, other, noted, again = (str(event["DESCRIPTION"]) for event in _events(plan))

    assert "Neck press" in first
    assert "Figure-four" in other
    assert "Neck press" not in other
    assert noted == f"Mind: slowly\n{first}"
    assert again == first


def test_a_row_done_again_is_told_before_it_is_done() -> None:
    """Without it a person would do the row once."""
    row = (rotation(), press())
    day = Day(date=MONDAY, sessions=(session(MONDAY, "07:00", (*row, *row, stretch(), stretch())),))

    (event,) = _events(build_plan(lambda other: day if other == MONDAY else Day(date=other)))

    lines = str(event["DESCRIPTION"]).split("\n")
    (first,) = [number for number, line in enumerate(lines) if "times in a row" in line][:1]
    assert lines[first] == "   Steps 1 to 2: 2 times in a row."
    assert first < lines.index(next(line for line in lines if line.startswith("2.")))
    assert "   Step 3: 2 times in a row." in lines


def test_a_description_tells_each_step_with_sides_and_dose() -> None:
    """What a person needs beside the mat, in order."""
    event = _of_sessions(_events(sample_plan()))[2]

    text = str(event["DESCRIPTION"])

    assert text.startswith(
        "Mind: rate pain from 0 to 10 first\n1. Figure-four stretch – right, then left, 2 "
    )
    for expected in (
        "hold 10 s",
        "\n   In the gentle form.\n   Mind: half as far, no pull at the end\n",
        "\n2. Closing: Fetal rest – either side, rest 1 min\n",
        "\n3. Way up: Rise over the side\n",
        "\n   Mind: rise slowly, dizziness passes first\n",
        "\n- numbness or weakness in an arm or leg\n",
        "\nThis plan does not diagnose and does not replace a clinician.",
    ):
        assert expected in text


def test_a_description_tells_the_rest_after_an_effort_and_what_is_new() -> None:
    """A resting pose belongs to the step before it."""
    text = str(_of_sessions(_events(sample_plan()))[0]["DESCRIPTION"])

    assert " let go 8 s after each round (new)\n" in text
    assert "\n   Then: Loose sitting – rest 10 s\n" in text


def test_a_description_names_no_finding_and_no_condition() -> None:
    """Calendars are shared: they get cautions, never reasons."""
    plan = sample_plan()

    text = "\n".join(_lines(plan))

    for finding in plan.findings:
        assert finding.reason not in text.replace("\\,", ",").replace("\\;", ";")
    assert "disc" not in text


def test_a_break_says_how_to_do_it_and_what_else_will_do() -> None:
    """The instruction stands in the event: nobody opens a sheet for three minutes."""
    event = _of_breaks(_events(sample_plan()))[0]

    assert str(event["SUMMARY"]) == "Desk break: Stand up and walk (3 min)"
    assert str(event["DESCRIPTION"]).startswith(
        "Stand up, walk to a window and look far away.\nOr instead: Neck rotation\n\nStop at once"
    )


def test_the_place_is_named_unless_it_is_home() -> None:
    """At home nobody needs an address."""
    places = [event.get("LOCATION") for event in _of_sessions(_events(sample_plan()))]

    assert [place for place in places if place is not None] == ["the park"]


def test_what_the_catalogue_does_not_know_goes_by_its_id() -> None:
    """A plan with a catalogue of nothing can still be exported."""
    plan = attrs.evolve(sample_plan(), catalogue=Catalogue())

    events = _events(plan)

    assert str(events[0]["SUMMARY"]) == "neck (5 min)"
    assert "2. neck-2-rotation – starting left" in str(events[0]["DESCRIPTION"])
    assert str(_of_breaks(events)[0]["SUMMARY"]) == "Desk break: desk-stand-and-walk (3 min)"
    assert str(_of_breaks(events)[0]["DESCRIPTION"]) == "Or instead: neck-2-rotation"


def test_a_name_that_cannot_be_shown_gives_way_to_the_id() -> None:
    """Of a name of control characters nothing is left."""
    told = _texts(plan_with_text("\x00\x01"))

    assert told[0]["SUMMARY"] == "neck (5 min)"
    assert "\n2. neck-2-rotation – starting left" in told[0]["DESCRIPTION"]
    assert "LOCATION" not in told[0]


def test_a_plan_without_a_name_or_anything_else_is_a_calendar_too() -> None:
    """An empty week is no error."""
    lines = _lines(empty_plan())

    assert "NAME:Exercises" in lines
    assert "BEGIN:VEVENT" not in lines
    assert IcsCalendarStream.calendar_from_ics("\r\n".join(lines)).events == []


def test_a_session_without_routine_and_steps_lasts_a_minute() -> None:
    """An event must end after it begins."""
    day = Day(date=MONDAY, sessions=(session(MONDAY, "07:00", ()),))

    (event,) = _events(build_plan(lambda other: day if other == MONDAY else Day(date=other)))

    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=1)
    assert str(event["SUMMARY"]) == "Exercises (1 min)"


@given(plans(), st.text(max_size=5).map(lambda text: f"x\r\nBEGIN:VEVENT\r\n{text} y"))
def test_lines_are_short_and_end_as_they_should(plan: Plan, name: str) -> None:
    """75 octets at most, CR LF at each end, no other line end and no control character."""
    data = to_ical(attrs.evolve(plan, name=name))

    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert not any((byte < 32 and byte != 9) or byte == 127 for line in lines for byte in line)
    for line in lines:
        line.decode()


def _one_routine_each(plan: Plan) -> Plan:
    """Return a plan whose titles name one routine each: of two long names one is only counted."""
    days = [
        attrs.evolve(
            day,
            sessions=tuple(attrs.evolve(s, routines=s.routines[:1]) for s in day.sessions),
        )
        for day in plan.days
    ]
    return attrs.evolve(plan, weeks=(attrs.evolve(plan.weeks[0], days=tuple(days)),))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    """Nothing breaks out: as many components as before, and the same text comes out."""
    plan, plain = (_one_routine_each(plan_with_text(words)) for words in (text, "plain"))
    shown = " ".join(
        "".join(
            " " if letter in "\t\n\v\f\r\x85\u2028\u2029" else letter
            for letter in text
            if letter not in "\x00\x07\x1b\x7f\x9f\ufeff\ud83e"
        ).split(" ")
    )
    while "  " in shown:
        shown = shown.replace("  ", " ")

    found, expected = _texts(plan), _texts(plain)

    for event, like in zip(found, expected, strict=True):
        assert list(event) == list(like)
        for name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
            assert event.get(name, "") == like.get(name, "").replace("plain", shown)
    assert [line.partition(":")[0] for line in _lines(plan) if line.startswith("BEGIN")] == [
        line.partition(":")[0] for line in _lines(plain) if line.startswith("BEGIN")
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_icalendar_reads_hostile_text_alike(text: str) -> None:
    """From version 7 on; the versions before misread a backslash before an `n`."""
    plan = plan_with_text(text)

    for event, told in zip(_events(plan), _texts(plan), strict=True):
        assert str(event["SUMMARY"]) == told["SUMMARY"]
        assert str(event["DESCRIPTION"]) == told["DESCRIPTION"]
        assert str(event.get("LOCATION", "")) == told.get("LOCATION", "")


@given(HOSTILE_MIXED.filter(lambda text: bool(text.strip())))
def test_no_text_changes_what_a_file_is_made_of(text: str) -> None:
    """In any place a person or a catalogue can fill: the same components, properties, line ends."""
    plan, plain = (_one_routine_each(plan_with_text(words)) for words in (text, "plain"))

    data = to_ical(plan)

    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any((byte < 32 and byte != 9) or byte == 127 for line in lines for byte in line)
    assert _outline(data) == _outline(to_ical(plain))


def _outline(data: bytes) -> list[str]:
    """Return begins, ends and names of properties; a place of nothing but spaces has no line."""
    unfolded = data.decode().replace("\r\n ", "").split("\r\n")
    names = [
        line if line[:4] in ("BEGI", "END:") else re.split("[:;]", line)[0] for line in unfolded
    ]
    return [name for name in names if name != "LOCATION"]


@given(WRITABLE)
def test_any_text_comes_back_as_it_went_in(text: str) -> None:
    """Whatever can be written is read back unchanged, but for doubled spaces."""
    words = " ".join(word for word in text.split(" ") if word)
    step = attrs.evolve(rotation(), notes=(text,))
    day = Day(date=MONDAY, sessions=(session(MONDAY, "07:00", (step,), place=text),))
    plan = build_plan(lambda other: day if other == MONDAY else Day(date=other))

    (told,) = _texts(plan)
    (event,) = IcsCalendarStream.calendar_from_ics(to_ical(plan).decode()).events

    if words != "home":
        assert event.location == told["LOCATION"] == words
    assert f"\n   Mind: {words}\n" in told["DESCRIPTION"]
    assert event.description == told["DESCRIPTION"]


def _one_session(zone: str, day: date, start: str, minutes: int) -> Plan:
    """Return a plan with one session of so many minutes."""
    phases = (StepPhase(kind="move", role="stress", seconds=60 * minutes),)
    step = Step(exercise=ExerciseId("neck-2-rotation"), sides=("both",), phases=phases)
    only = Day(date=day, sessions=(session(day, start, (step,)),))
    return build_plan(lambda other: only if other == day else Day(date=other), start=day, zone=zone)


def test_a_wall_time_that_the_clocks_skip_is_written_as_they_show_it() -> None:
    """02:30 does not exist on that night in Berlin: the moment is shown as 03:30."""
    lines = _lines(_one_session("Europe/Berlin", date(2027, 3, 28), "02:30", 20))

    assert "DTSTART;TZID=Europe/Berlin:20270328T033000" in lines
    assert "DTEND;TZID=Europe/Berlin:20270328T035000" in lines


def test_a_wall_time_that_comes_twice_is_the_first() -> None:
    """As RFC 5545 reads it, and as the model means it."""
    plan = _one_session("Europe/Berlin", date(2026, 10, 25), "02:30", 20)

    (event,) = _events(plan)

    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert event["DTEND"].dt.astimezone(UTC) == datetime(2026, 10, 25, 0, 50, tzinfo=UTC)


def test_an_end_in_the_doubled_hour_is_written_in_utc() -> None:
    """02:10 the second time: by wall time the event would end before it begins."""
    lines = _lines(_one_session("Europe/Berlin", date(2026, 10, 25), "02:50", 20))

    assert "DTSTART;TZID=Europe/Berlin:20261025T025000" in lines
    assert "DTEND:20261025T011000Z" in lines


def test_a_session_over_midnight_ends_on_the_next_day() -> None:
    """Also over the end of the year, where the description of the zone must reach."""
    lines = _lines(_one_session("Europe/Berlin", date(2026, 12, 31), "23:50", 20))

    assert "DTEND;TZID=Europe/Berlin:20270101T001000" in lines


@pytest.mark.parametrize("seconds", [86_401, 1e300, 1e308])
def test_a_session_longer_than_a_day_is_refused(seconds: float) -> None:
    """Doses that cannot be meant, up to those that no number holds."""
    phases = (StepPhase(kind="move", role="stress", seconds=seconds),) * 2
    step = Step(exercise=ExerciseId("neck-2-rotation"), sides=("both",), phases=phases, cycles=9)
    day = Day(date=MONDAY, sessions=(session(MONDAY, "07:00", (step,)),))

    with pytest.raises(InvalidValueError, match="session s-20261123-0700 must be no longer than"):
        to_ical(build_plan(lambda other: day if other == MONDAY else Day(date=other)))


def test_a_break_or_cancelled_session_longer_than_a_day_is_refused() -> None:
    """The same limit for everything that lasts."""
    long = Cancelled(id=SessionId("s-1"), date=MONDAY, start=time(7), minutes=1e9)
    item = DeskBreak(start=time(10), minutes=1e9, exercise=ExerciseId("desk-stand-and-walk"))

    with pytest.raises(InvalidValueError, match="cancelled session s-1 must be"):
        to_ical(attrs.evolve(sample_plan(), cancelled=(long,)))
    with pytest.raises(InvalidValueError, match="desk break at 10:00 must be"):
        to_ical(build_plan(lambda day: Day(date=day, desk_breaks=(item,))))


def test_a_plan_of_a_year_is_written_whole() -> None:
    """52 weeks: over 500 sessions, four series, one description of the zone."""
    plan = sample_plan(52)

    lines = _lines(plan)

    assert lines.count("BEGIN:VEVENT") == len(plan.sessions) + 4
    assert lines.count("BEGIN:VTIMEZONE") == 1


def test_routines_without_a_name_in_the_catalogue_do_not_break_the_title() -> None:
    """Ids are shown instead."""
    plan = sample_plan()
    day = attrs.evolve(plan.days[0], desk_breaks=())
    odd = attrs.evolve(day.sessions[0], routines=(RoutineId("neck"), RoutineId("gone")))

    (event,) = _events(
        build_plan(
            lambda other: attrs.evolve(day, sessions=(odd,)) if other == MONDAY else Day(date=other)
        )
    )

    assert str(event["SUMMARY"]) == "Neck exercises and gone (5 min)"


def test_importing_the_exporters_does_not_import_icalendar() -> None:
    """Nor pint: a program that only reads JSON does not wait for them."""
    code = (
        "import sys, spinecare.export; "
        "print(sorted({'icalendar', 'pint', 'dateutil'} & set(sys.modules)))"
    )

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"
