"""Checks of where sessions and breaks lie: slots, desk hours, the first hour of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from tests.checker.breach import Breach
from tests.checker.profile import Line, clock
from tests.checker.view import View, is_doubtful, moment

LONGEST_DAY = timedelta(hours=19)
"""Nobody is awake so long: the slot comes before getting up (an hour for clock changes)."""


def weeks(view: View) -> Iterator[Breach]:
    """Weeks count from 1, days follow each other, sessions stand on their day."""
    for index, day in enumerate(view.days):
        wanted = view.start + timedelta(days=index)
        if day["date"] != wanted.isoformat():
            yield Breach("weeks", day["date"], f"day {index + 1} should be {wanted}")
        for session in day["sessions"]:
            if session["date"] != day["date"]:
                yield Breach("weeks", session["id"], f"{session['date']} stands on {day['date']}")
    numbers = [week["number"] for week in view.plan["weeks"]]
    if numbers != list(range(1, len(numbers) + 1)):
        yield Breach("weeks", "weeks", f"numbered {numbers}")


def slots(view: View) -> Iterator[Breach]:
    """Each session fills one of the person's slots, never on a day off or in a clock change."""
    zone = ZoneInfo(view.plan["timezone"])
    if zone.key != view.profile.zone.key:
        yield Breach("slots", "timezone", f"{zone.key} is not the person's zone")
    for sitting in view.sittings:
        raw = sitting.raw
        line = Line(sitting.day.weekday(), clock(raw["start"]), raw["minutes"], raw["place"])
        if line not in view.profile.lines:
            yield Breach("slots", sitting.place, f"no slot {line}")
        if sitting.day in view.profile.days_off:
            yield Breach("slots", sitting.place, "a session on a day off")
        end = sitting.ends.astimezone(zone)
        if is_doubtful(sitting.day, clock(raw["start"]), zone) or is_doubtful(
            end.date(), end.time().replace(tzinfo=None), zone
        ):
            yield Breach("slots", sitting.place, "begins or ends while the clocks change")
    ordered = sorted(view.sittings, key=lambda sitting: sitting.begins)
    for before, after in pairwise(ordered):
        if before.begins + timedelta(minutes=before.raw["minutes"]) > after.begins:
            yield Breach("slots", after.place, f"begins before {before.place} is over")


def desk_breaks(view: View) -> Iterator[Breach]:
    """Breaks fall inside desk hours, an interval of sitting apart, clear of sessions."""
    profile, zone = view.profile, view.profile.zone
    hourly = {
        id
        for routine in view.facts.routines.values()
        if routine["cadence"]["kind"] == "hourly"
        for id in routine.get("entries", [])
    }
    for day in view.days:
        on = date.fromisoformat(day["date"])
        seated = moment(on, profile.desk_start, zone)
        for pause in day["desk_breaks"]:
            place = f"{day['date']} {pause['start']} desk break"
            begins = moment(on, clock(pause["start"]), zone)
            ends = begins + timedelta(minutes=pause["minutes"])
            for sentence in _misplaced(view, on, clock(pause["start"]), pause["minutes"]):
                yield Breach("desk-breaks", place, sentence)
            if begins - seated < timedelta(minutes=profile.desk_every):
                yield Breach("desk-breaks", place, f"only {begins - seated} after sitting down")
            if any(s.begins < ends and begins < s.ends for s in view.sittings):
                yield Breach("desk-breaks", place, "overlaps a session")
            if {pause["exercise"], *pause["others"]} - hourly:
                yield Breach("desk-breaks", place, "is no exercise for a break")
            seated = begins


def _misplaced(view: View, on: date, start: time, minutes: float) -> Iterator[str]:
    profile = view.profile
    if not 5 <= minutes <= 10:  # evidence.md 7: 5-10 min
        yield f"lasts {minutes:g} min"
    if on.weekday() not in profile.desk_days:
        yield "not a desk day"
    if on in profile.days_off:
        yield "on a day off"
    end = datetime.combine(on, start) + timedelta(minutes=minutes)
    if start < profile.desk_start or end > datetime.combine(on, profile.desk_end):
        yield f"outside the desk hours {profile.desk_start}-{profile.desk_end}"
    if is_doubtful(on, start, profile.zone) or is_doubtful(on, end.time(), profile.zone):
        yield "begins or ends while the clocks change"


def waking(view: View) -> Iterator[Breach]:
    """No end-range bending soon after getting up; relief positions that open are exempt."""
    relief = view.facts.relief_positions()
    for sitting in view.sittings:
        if not is_just_awake(view, sitting.day, clock(sitting.raw["start"])):
            continue
        for step in sitting.steps:
            relieves = step.id in relief and step.purpose in ("opening", "main")
            if "flexion-end" in view.facts.tags(step.id) and not relieves:
                yield Breach("waking", step.place, "bends to the end of the range too early")
    for day in view.days:
        for pause in day["desk_breaks"]:
            if is_just_awake(view, date.fromisoformat(day["date"]), clock(pause["start"])):
                for id in (pause["exercise"], *pause["others"]):
                    if "flexion-end" in view.facts.tags(id):
                        place = f"{day['date']} {pause['start']} desk break {id}"
                        yield Breach("waking", place, "bends to the end of the range too early")


def is_just_awake(view: View, on: date, start: time) -> bool:
    """Whether a start lies in the hours after getting up, in real time, or before getting up."""
    wakes = view.profile.wakes_at
    if wakes is None:
        return start < time(9)
    day = on if start >= wakes else on - timedelta(days=1)
    begins, woke = moment(on, start, view.profile.zone), moment(day, wakes, view.profile.zone)
    awake = begins.astimezone(UTC) - woke
    return awake < timedelta(hours=view.profile.waking_hours()) or awake > LONGEST_DAY
