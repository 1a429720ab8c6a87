"""Our calendars on a CalDAV server, in a folder kept in step with it, and in a terminal.

Radicale stores them, the caldav package reads them back, vdirsyncer copies them to a folder and
changes from there, khal shows the folder. All of them must find the same events at the same
instants as the plans have, and a revision must change what is there.
"""

from __future__ import annotations

import json
import os
import subprocess
import zoneinfo
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from spinecare import Plan, load_person, make_plan, to_ical, to_ical_files
from tests.calendars import libical
from tests.calendars.samples import (
    PROFILES,
    STARTS,
    Occurrence,
    Written,
    occurrences,
    plan_of,
    written,
)
from tests.calendars.server import PASSWORD, USER, Server, running
from tests.export.hostile_texts import HOSTILE, texts
from tests.export.sample_plans import plan_with_text
from tests.programs import calendar_client

pytestmark = pytest.mark.no_cover  # tests/README.md says why

ZONES_OF = {
    "desk-worker-autumn": "Europe/Berlin",
    "disc-herniation-autumn": "America/Santiago",
    "disc-herniation-spring": "Africa/Casablanca",
    "keen-autumn": "America/New_York",
    "keen-spring": "Australia/Sydney",
    "older-autumn": "Asia/Kolkata",
}
"""Everyone, and each zone once: the other readers take all pairs."""
NAMES = tuple(ZONES_OF)
TWICE = ("disc-herniation-autumn", "disc-herniation-spring")
"""Put twice: one as a whole, one event by event."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for everything."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """Run a server."""
    with running(folder) as started:
        yield started


@pytest.fixture(scope="module")
def samples() -> dict[str, Written]:
    """Return the calendars by their names."""
    found: dict[str, Written] = {}
    for name, zone in ZONES_OF.items():
        person, _, season = name.rpartition("-")
        found[name] = written(name, plan_of(person, season), zone)
    return found


@attrs.frozen
class Revision:
    """A plan, and the plan that replaces it a week later with other wishes."""

    before: Plan
    after: Plan

    @property
    def still_before(self) -> list[Occurrence]:
        """What was on before the revision begins, but for breaks: their series move as a whole."""
        first = self.after.start.isoformat()
        sessions = attrs.evolve(self.before, weeks=tuple(map(_without_breaks, self.before.weeks)))
        return [one for one in occurrences(sessions) if one.start < first]


def _without_breaks(week: Any) -> Any:
    days = tuple(attrs.evolve(day, desk_breaks=()) for day in week.days)
    return attrs.evolve(week, days=days)


@pytest.fixture(scope="module")
def revision() -> Revision:
    """Return a desk worker's plan and its revision: no Wednesdays, and shorter office hours."""
    person = load_person(PROFILES / "desk-worker.toml")
    changed = attrs.evolve(
        person,
        availability="Mon, Tue, Thu, Fri 12:30 15 min (office); Sat 10:00 30 min",
        desk="Mon, Tue, Thu, Fri 10:00-16:00",
    )
    before = plan_of("desk-worker", "autumn", weeks=4)
    start = STARTS["autumn"] + timedelta(weeks=1)
    return Revision(before, make_plan(changed, start=start, weeks=3, previous=before))


@pytest.fixture(scope="module")
def read(
    server: Server, samples: dict[str, Written], revision: Revision, folder: Path
) -> dict[str, Any]:
    """Return what the server holds after each step; one client does them all."""
    jobs: list[dict[str, str]] = []
    for name, one in samples.items():
        if one.plan.timezone == "Africa/Casablanca":  # see the fault of Radicale below
            put = _put_each(name, folder / name, to_ical_files(one.plan))
        else:
            put = _put_whole(name, folder / f"{name}.ics", one.data)
        twice = [put, put] if name in TWICE else [put]
        jobs += [*twice, {"do": "read", "calendar": name, "as": name}]
    steps = {
        "before": to_ical_files(revision.before),
        "again": to_ical_files(revision.before),
        "after": to_ical_files(revision.after, previous=revision.before),
    }
    for step, files in steps.items():
        jobs.append(_put_each("revised", folder / step, files))
        jobs.append({"do": "read", "calendar": "revised", "as": step})
    for number, plan in enumerate(_hostile()):
        jobs.append(_put_each("hostile", folder / f"hostile-{number}", to_ical_files(plan)))
    jobs.append({"do": "read", "calendar": "hostile", "as": "hostile"})
    return server.do(jobs)


def _put_whole(calendar: str, file: Path, data: bytes) -> dict[str, str]:
    file.write_bytes(data)
    return {"do": "put whole", "calendar": calendar, "file": str(file)}


def _put_each(calendar: str, folder: Path, files: dict[str, bytes]) -> dict[str, str]:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return {"do": "put each", "calendar": calendar, "folder": str(folder)}


def _hostile() -> list[Plan]:
    """Return plans of their own, so that their events may stand in one calendar."""
    return [
        attrs.evolve(plan_with_text(text), id=f"p-hostile-{number}")
        for number, text in enumerate(HOSTILE)
    ]


def _found(read: dict[str, Any], name: str) -> list[Occurrence]:
    return sorted(Occurrence(*each) for each in read[name]["occurrences"])


@pytest.mark.parametrize("name", NAMES)
def test_a_server_holds_each_event_once_however_often_it_is_put(
    read: dict[str, Any], samples: dict[str, Written], name: str
) -> None:
    """Two are put twice; every event is there at its instant, as the server expands it."""
    expected = samples[name].expected

    assert _found(read, name) == expected
    assert sorted(event["uid"] for event in read[name]["events"]) == sorted(
        {each.uid for each in expected}
    )


def test_single_files_put_twice_are_there_once(read: dict[str, Any], revision: Revision) -> None:
    """One request for each event, as programs do that change single events."""
    assert _found(read, "before") == _found(read, "again") == occurrences(revision.before)
    assert len(read["again"]["events"]) == len(to_ical_files(revision.before))


def test_a_revision_changes_in_place_and_cancels_what_went(
    read: dict[str, Any], revision: Revision
) -> None:
    """Nothing is doubled: what is on is the new plan, and the week before it as it was."""
    events = {event["uid"]: event for event in read["after"]["events"]}
    gone = {uid for uid, event in events.items() if event["status"] == "CANCELLED"}

    on = [each for each in _found(read, "after") if each.uid not in gone]

    assert len(events) == len(read["after"]["events"])
    assert on == sorted([*revision.still_before, *occurrences(revision.after)])
    kept = {each.uid for each in on}
    assert gone == {each.uid for each in occurrences(revision.before)} - kept
    assert len(gone) > 6
    assert {events[each.uid]["sequence"] for each in occurrences(revision.after)} == {1}


def test_breaks_of_hours_no_longer_worked_are_cancelled(
    read: dict[str, Any], revision: Revision
) -> None:
    """Nine and half past four are no office hours any more; what goes on is on four days a week."""
    breaks = [e for e in read["after"]["events"] if "break" in e["summary"].lower()]

    cancelled = [event for event in breaks if event["status"] == "CANCELLED"]

    times = [
        {b.start for day in p.days for b in day.desk_breaks}
        for p in (revision.before, revision.after)
    ]
    assert cancelled
    assert len(cancelled) >= len(times[0] - times[1])


def test_a_server_gives_back_hostile_texts_to_the_last_character(read: dict[str, Any]) -> None:
    """Stored by Radicale, fetched by the caldav package."""
    found = {event["uid"]: event for event in read["hostile"]["events"]}

    for plan in _hostile():
        for told in texts(to_ical(plan)):
            event = found[told["UID"]]
            assert event["summary"] == told["SUMMARY"]
            assert event["description"] == told["DESCRIPTION"]
            assert event["location"] == told.get("LOCATION", "")


@pytest.fixture(scope="module")
def synced(read: dict[str, Any], server: Server, folder: Path) -> Path:
    """Return a folder that vdirsyncer keeps in step with the server, after the first time."""
    assert read
    local = folder / "local"
    for name in (*NAMES, "hostile", "revised"):
        (local / name).mkdir(parents=True)
    collections = json.dumps([*NAMES, "hostile", "revised"])
    (folder / "vdirsyncer.conf").write_text(
        f"""
[general]
status_path = "{folder / "status"}"
[pair ours]
a = "local"
b = "remote"
collections = {collections}
[storage local]
type = "filesystem"
path = "{local}"
fileext = ".ics"
[storage remote]
type = "caldav"
url = "{server.url}"
username = "{USER}"
password = "{PASSWORD}"
""",
        encoding="utf-8",
    )
    _vdirsyncer(folder, "discover")
    _vdirsyncer(folder, "sync")
    return local


def _vdirsyncer(folder: Path, what: str) -> str:
    command = [str(calendar_client("vdirsyncer")), "-c", str(folder / "vdirsyncer.conf"), what]
    result = subprocess.run(
        command, input="", env=_environment(folder), capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout + result.stderr


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment in which a program finds nothing of this machine's user.

    khal goes by the zones' names and a database of its own, which may be of another year than the
    machine's: Morocco changed its law in 2026. Here it reads the one that Python reads.
    """
    home = str(folder / "home")
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    environment = {**os.environ, **dict.fromkeys(places, home), "TZ": "Pacific/Kiritimati"}
    databases = [path for path in zoneinfo.TZPATH if Path(path).is_dir()]
    return {**environment, "PYTZ_TZDATADIR": databases[0]} if databases else environment


def _in_folder(folder: Path) -> list[libical.Read]:
    return [event for file in folder.iterdir() for event in libical.read(file.read_bytes())]


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_in_step_with_the_server_holds_the_same(
    synced: Path, samples: dict[str, Written], name: str
) -> None:
    """Copied by vdirsyncer, one file for each event."""
    found = _in_folder(synced / name)

    assert sorted(each for event in found for each in event.occurrences) == samples[name].expected


def test_texts_survive_the_copying(synced: Path) -> None:
    """To the last character."""
    found = {event.uid: event for event in _in_folder(synced / "hostile")}

    for plan in _hostile():
        for told in texts(to_ical(plan)):
            event = found[told["UID"]]
            assert (event.summary, event.description) == (told["SUMMARY"], told["DESCRIPTION"])


def test_changes_go_both_ways_without_a_conflict(
    synced: Path, server: Server, folder: Path, samples: dict[str, Written]
) -> None:
    """A revision written into the folder reaches the server, one put there reaches the folder."""
    one, other = samples["older-autumn"], samples["keen-autumn"]
    locally = attrs.evolve(one.plan, revision=1, name="Changed here")
    remotely = attrs.evolve(other.plan, revision=1, name="Changed there")
    by_uid = _by_uid(locally)
    for file in (synced / one.name).iterdir():
        (event,) = libical.read(file.read_bytes())
        file.write_bytes(by_uid[event.uid])
    # a server that was given a whole file calls each event's own file by its id
    there = {f"{uid}.ics": data for uid, data in _by_uid(remotely).items()}
    server.do([_put_each(other.name, folder / "remotely", there)])

    said = _vdirsyncer(folder, "sync")
    again = _vdirsyncer(folder, "sync")

    read = server.do([{"do": "read", "calendar": one.name, "as": "now"}])
    assert "conflict" not in said.lower()
    assert "Copying" not in again
    assert {event["sequence"] for event in read["now"]["events"]} == {1}
    assert _found(read, "now") == one.expected
    assert len(list((synced / other.name).iterdir())) == len(to_ical_files(remotely))
    for file in (synced / other.name).iterdir():
        assert b"SEQUENCE:1" in file.read_bytes().splitlines()


def _by_uid(plan: Plan) -> dict[str, bytes]:
    return {texts(data)[0]["UID"]: data for data in to_ical_files(plan).values()}


MINIMAL = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//nobody//by hand//EN
BEGIN:VTIMEZONE
TZID:Africa/Casablanca
BEGIN:STANDARD
DTSTART:20270101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
TZNAME:+01
END:STANDARD
BEGIN:STANDARD
DTSTART:20270207T030000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:+00
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20270314T020000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:+01
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:minimal
DTSTAMP:20270101T000000Z
DTSTART;TZID=Africa/Casablanca:20270310T120000
DTEND;TZID=Africa/Casablanca:20270310T130000
END:VEVENT
END:VCALENDAR
"""
"""An event in Ramadan, written by hand."""


def test_radicale_rewrites_the_zones_of_a_whole_file(server: Server, folder: Path) -> None:
    """Its own fault (3.9, by vobject 0.9.9), which single files do not meet.

    It drops what the file says of the zone, and writes a description of its own that allows for no
    Ramadan. So the event, at noon UTC, is off for every program that believes the server.
    """
    data = MINIMAL.replace("\n", "\r\n").encode()
    jobs = [
        _put_whole("whole", folder / "minimal.ics", data),
        _put_each("alone", folder / "alone", {"minimal.ics": data}),
    ]
    jobs += [{"do": "read raw", "calendar": name, "as": name} for name in ("whole", "alone")]

    read = server.do(jobs)

    starts = {
        name: [each.start for event in libical.read(stored.encode()) for each in event.occurrences]
        for name, (stored,) in read.items()
    }
    assert starts["alone"] == ["2027-03-10T12:00:00Z"]
    assert starts["whole"] == ["2027-03-10T11:00:00Z"]


@pytest.fixture(scope="module")
def listed(synced: Path, folder: Path) -> list[dict[str, str]]:
    """Return everything that khal lists of the folders, day by day, in UTC."""
    calendars = folder / "khal.conf"
    calendars.write_text(
        f"""
[calendars]
[[ours]]
path = {synced}/*
type = discover
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder / "khal.db"}
""",
        encoding="utf-8",
    )
    fields = (
        "calendar",
        "uid",
        "start-long",
        "end-long",
        "title",
        "description",
        "location",
        "status",
    )
    options = [word for name in fields for word in ("--json", name)]
    found: list[dict[str, str]] = []
    for first in ("2026-08-30", "2027-01-31"):
        command = [calendar_client("khal"), "-c", calendars, "list", *options, first, "92d"]
        result = subprocess.run(
            command, env=_environment(folder), capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stderr
        assert not result.stderr.strip()
        found += [event for line in result.stdout.splitlines() for event in json.loads(line)]
    return found


def _as_khal_says(one: Occurrence) -> tuple[str, str, str]:
    start, end = (moment[:16].replace("T", " ") for moment in one[1:])
    return one.uid, start, end


@pytest.mark.parametrize("name", NAMES)
def test_khal_lists_every_event_at_its_time(
    listed: list[dict[str, str]], samples: dict[str, Written], name: str
) -> None:
    """In a terminal, by UTC; an event over midnight stands under both days, hence the sets."""
    found = {(e["uid"], e["start-long"], e["end-long"]) for e in listed if e["calendar"] == name}

    assert found == set(map(_as_khal_says, samples[name].expected))


def test_khal_shows_what_is_cancelled_as_such(
    listed: list[dict[str, str]], revision: Revision
) -> None:
    """It still lists it, and says so: the title begins with the word."""
    gone = {str(c.id) for c in revision.after.cancelled}

    cancelled = [event for event in listed if event["status"].strip() == "CANCELLED"]

    assert gone
    assert cancelled
    assert all(event["title"].startswith("Cancelled: ") for event in cancelled)


def test_khal_shows_hostile_texts_to_the_last_character(listed: list[dict[str, str]]) -> None:
    """Titles, descriptions and places."""
    found = {event["uid"]: event for event in listed}

    for plan in _hostile():
        for told in texts(to_ical(plan)):
            event = found[told["UID"]]
            assert event["title"] == told["SUMMARY"]
            assert event["description"] == told["DESCRIPTION"]
            assert event["location"] == told.get("LOCATION", "")
