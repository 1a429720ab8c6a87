"""Programs of others read our calendars: the same events at the same instants, every text whole.

Six zones, four people, both changes of the clocks. What must be found is worked out from the plans
by the zone database; no program is asked what another one found.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import icalendar
import pytest
from dateutil.rrule import rrulestr
from ical.calendar_stream import IcsCalendarStream

from spinecare import to_ical, to_ical_files
from tests.calendars import libical
from tests.calendars.samples import (
    STARTS,
    ZONES,
    Occurrence,
    Written,
    calendars,
    occurrence,
    plan_of,
    written,
)
from tests.export.hostile_texts import HOSTILE, texts
from tests.export.sample_plans import plan_with_text, revised_plan, sample_plan
from tests.programs import NODE_FOLDER, node_package, program

pytestmark = pytest.mark.no_cover  # tests/README.md says why

FAR_FROM_HERE = "Pacific/Kiritimati"
"""The zone of the machine that reads: UTC+14, so that no local time is right by luck."""
NodeEvents: TypeAlias = dict[str, dict[str, list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def of_node(tmp_path_factory: pytest.TempPathFactory) -> NodeEvents:
    """Return what ical.js and node-ical say of all files, asked in one process."""
    for name in ("ical.js", "node-ical"):
        node_package(name)
    folder = tmp_path_factory.mktemp("calendars")
    files = {one.name: one.data for one in calendars(*ZONES)}
    files |= {f"hostile-{number}": data for number, data in enumerate(_hostile())}
    files |= {"alarms": to_ical(sample_plan(), alarm_minutes=7.5), "revised": _revised()}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return _node([folder / name for name in files])


def _node(files: list[Path]) -> NodeEvents:
    command = [program("node", "nodejs"), NODE_FOLDER / "read_calendars.mjs", *files]
    result = subprocess.run(
        command, env={**os.environ, "TZ": FAR_FROM_HERE}, capture_output=True, check=True
    )
    return {Path(file).name: found for file, found in json.loads(result.stdout).items()}


@cache
def _hostile() -> list[bytes]:
    return [to_ical(plan_with_text(text)) for text in HOSTILE]


def _revised() -> bytes:
    return to_ical(revised_plan())


def _by_icalendar(data: bytes) -> list[Occurrence]:
    """Expand what the icalendar package reads, with dateutil, by wall time."""
    found: list[Occurrence] = []
    events: list[Any] = icalendar.Calendar.from_ical(data).walk("VEVENT")
    for event in events:
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        left_out = {each.dt for each in event["EXDATE"].dts} if "EXDATE" in event else set()
        starts = [start]
        if "RRULE" in event:
            walls = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start.replace(tzinfo=None))
            starts = [wall.replace(tzinfo=start.tzinfo) for wall in walls]
        length = end.astimezone(UTC) - start.astimezone(UTC)
        found.extend(
            occurrence(str(event["UID"]), begin, begin.astimezone(UTC) + length)
            for begin in starts
            if begin not in left_out
        )
    return sorted(found)


def _by_ical(data: bytes) -> list[Occurrence]:
    timeline = IcsCalendarStream.calendar_from_ics(data.decode()).timeline
    return sorted(occurrence(str(e.uid), _moment(e.dtstart), _moment(e.dtend)) for e in timeline)


def _moment(value: object) -> datetime:
    assert isinstance(value, datetime)
    assert value.tzinfo is not None
    return value


def _by_libical(data: bytes) -> list[Occurrence]:
    return sorted(each for event in libical.read(data) for each in event.occurrences)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("reader", [_by_icalendar, _by_ical, _by_libical])
def test_a_program_finds_every_event_at_its_instant(
    reader: Callable[[bytes], list[Occurrence]], zone: str
) -> None:
    """Sessions and each single break of a series, by id, start and end; no more and no fewer."""
    for one in _calendars_in(zone):
        assert reader(one.data) == one.expected, one.name


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("reader", ["ical.js", "node-ical"])
def test_a_program_on_node_finds_every_event_at_its_instant(
    of_node: NodeEvents, reader: str, zone: str
) -> None:
    """As Thunderbird (ical.js) and many servers (node-ical) read them, far from the plan's zone."""
    for one in _calendars_in(zone):
        found = of_node[one.name][reader]

        assert sorted(_occurrences(found)) == one.expected, one.name


def _calendars_in(zone: str) -> list[Written]:
    return [one for one in calendars(*ZONES) if one.plan.timezone == zone]


def _occurrences(events: list[dict[str, Any]]) -> list[Occurrence]:
    return [Occurrence(event["uid"], *each) for event in events for each in event["occurrences"]]


@pytest.mark.parametrize("zone", ZONES)
def test_the_plans_cross_the_changes_of_the_clocks(zone: str) -> None:
    """Else agreeing would prove little: before and after each change there is something on."""
    for season in STARTS:
        of_season = [one for one in _calendars_in(zone) if season in one.name]

        offsets = {s.starts_at(zone).utcoffset() for one in of_season for s in one.plan.sessions}
        changes = zone != "Asia/Kolkata" and (zone, season) != ("Africa/Casablanca", "autumn")
        assert len(offsets) == 1 + changes


def test_a_plan_is_wall_time() -> None:
    """Kept in another zone it has the same hours by the clock and others in UTC."""
    plan = plan_of("keen", "autumn")

    here, there = (written("", plan, zone).expected for zone in ("Europe/Berlin", "Asia/Kolkata"))

    assert len(here) == len(there)
    assert not set(here) & set(there)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
@pytest.mark.parametrize("reader", ["ical.js", "node-ical", "libical"])
def test_a_program_reads_a_hostile_text_to_the_last_character(
    of_node: NodeEvents, reader: str, number: int
) -> None:
    """Titles, descriptions and places come out as the standard says they stand in the file."""
    data = _hostile()[number]
    expected: list[tuple[str, ...]] = [
        (told["SUMMARY"], told["DESCRIPTION"], told.get("LOCATION", "")) for told in texts(data)
    ]

    if reader == "libical":
        found = [(read.summary, read.description, read.location) for read in libical.read(data)]
    else:
        events = of_node[f"hostile-{number}"][reader]
        found = [(event["summary"], event["description"], event["location"]) for event in events]
    if reader == "node-ical":
        expected = [tuple(map(_as_node_ical_has_it, told)) for told in expected]

    assert found == expected


def _as_node_ical_has_it(text: str) -> str:
    """Return a text with the two faults of node-ical 0.26 that the next test proves."""
    text = re.sub(r"\\[nN]", "\\\n", text)
    return text.replace('"', "") if "TZID=" in text else text


def test_node_ical_has_two_faults_of_its_own(tmp_path: Path) -> None:
    """Shown with a file that is not ours, read as it should be by ical.js.

    It takes the `n` behind an escaped backslash for a line end, and drops all quotes of a line that
    has `TZID=` anywhere. Nothing can be written differently so that it would read it right.
    """
    node_package("node-ical")
    file = tmp_path / "minimal.ics"
    texts_in_file = ("SUMMARY:C:\\\\notes", 'DESCRIPTION:say "hi" TZID=x')
    event = ("UID:1", "DTSTAMP:20260101T000000Z", "DTSTART:20260101T000000Z", *texts_in_file)
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", *event)
    file.write_text("\r\n".join((*lines, "END:VEVENT", "END:VCALENDAR", "")), newline="")

    ((right,), (wrong,)) = _node([file])[file.name].values()

    assert (right["summary"], right["description"]) == ("C:\\notes", 'say "hi" TZID=x')
    assert (wrong["summary"], wrong["description"]) == ("C:\\\notes", "say hi TZID=x")


def test_alarms_are_understood(of_node: NodeEvents) -> None:
    """Seven and a half minutes before a session, at the start of a break; nothing else moves."""
    alarms = [event["alarms"] for event in of_node["alarms"]["ical.js"]]

    sessions = len(sample_plan().sessions)
    assert alarms == [[-450]] * sessions + [[0]] * 4
    assert _by_libical(to_ical(sample_plan(), alarm_minutes=7.5)) == _by_libical(
        to_ical(sample_plan())
    )


@pytest.mark.parametrize("reader", ["ical.js", "node-ical"])
def test_what_a_revision_drops_is_seen_as_cancelled(of_node: NodeEvents, reader: str) -> None:
    """Under the id it had; everything else is on."""
    (before, *_) = (event for event in texts(to_ical(sample_plan())) if "Lying" in event["SUMMARY"])

    cancelled = [e for e in of_node["revised"][reader] if e["status"] == "CANCELLED"]

    assert [event["uid"] for event in cancelled] == [before["UID"]]


def test_single_files_say_what_the_one_file_says() -> None:
    """Read one by one and put together: both forms may go into one calendar."""
    one = _calendars_in("America/Santiago")[0]

    files = to_ical_files(one.plan).values()

    assert sorted(each for data in files for each in _by_libical(data)) == one.expected
