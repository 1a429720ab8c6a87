"""A client of a CalDAV server, run by the calendar programs' own Python; the tests call it.

Reads jobs as JSON from standard input and does them in order; prints what it read as JSON, by the
names the jobs give. It knows nothing of spinecare: what it reports is what the caldav package says.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import caldav  # type: ignore[import-not-found,unused-ignore]  # lives with the programs, not here

FROM, TO = (datetime(year, 1, 1, tzinfo=UTC) for year in (2026, 2028))


def main() -> None:
    """Do the jobs."""
    given = json.load(sys.stdin)
    client = caldav.DAVClient(url=given["url"], username=given["user"], password=given["password"])
    home = client.principal()
    calendars: dict[str, Any] = {one.url.path.split("/")[-2]: one for one in home.calendars()}
    found: dict[str, Any] = {}
    for job in given["jobs"]:
        name = job["calendar"]
        if name not in calendars:
            calendars[name] = home.make_calendar(name=name, cal_id=name)
        calendar = calendars[name]
        if job["do"] == "put whole":
            _put(client, str(calendar.url), Path(job["file"]))
        elif job["do"] == "put each":
            for file in sorted(Path(job["folder"]).glob("*.ics")):
                _put(client, f"{calendar.url}{file.name}", file)
        elif job["do"] == "read raw":
            found[job["as"]] = [event.data for event in calendar.events()]
        else:
            found[job["as"]] = _read(calendar)
    json.dump(found, sys.stdout)


def _put(client: Any, url: str, file: Path) -> None:
    """Store a file as it is; the package's own `save_event` would count its SEQUENCE up."""
    headers = {"Content-Type": "text/calendar; charset=utf-8"}
    response = client.put(url, file.read_bytes().decode(), headers)
    assert response.status in (200, 201, 204), (url, response.status)


def _read(calendar: Any) -> dict[str, Any]:
    """Return the events that a server stores, and everything that is on, as it expands it."""
    stored = [event.icalendar_component for event in calendar.events()]
    expanded = calendar.search(start=FROM, end=TO, event=True, expand=True)
    return {
        "events": [
            {
                "uid": str(event["UID"]),
                "status": str(event["STATUS"]),
                "sequence": int(event["SEQUENCE"]),
                "summary": str(event.get("SUMMARY", "")),
                "description": str(event.get("DESCRIPTION", "")),
                "location": str(event.get("LOCATION", "")),
            }
            for event in stored
        ],
        "occurrences": [_occurrence(event.icalendar_component) for event in expanded],
    }


def _occurrence(event: Any) -> tuple[str, str, str]:
    start, end = (
        f"{event[name].dt.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" for name in ("DTSTART", "DTEND")
    )
    return str(event["UID"]), start, end


if __name__ == "__main__":
    main()
