"""Files of an earlier day: they are still written alike, and still read."""

from __future__ import annotations

from collections import Counter

from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from spinecare.export import from_json
from tests.export.golden_files import FOLDER, golden_files
from tests.export.sample_plans import short_plan


def _unfolded(data: bytes) -> Counter[bytes]:
    """Return the content lines; their order inside a component is icalendar's own."""
    return Counter(data.replace(b"\r\n ", b"").split(b"\r\n"))


def test_the_json_file_is_written_and_read_alike() -> None:
    """Byte for byte; the plan in it is the sample."""
    stored = (FOLDER / "week.json").read_bytes()

    assert golden_files()["week.json"] == stored
    assert from_json(stored) == short_plan()


def test_the_calendar_file_is_written_alike() -> None:
    """Every line, whatever the version of icalendar folds and sorts."""
    stored = (FOLDER / "week.ics").read_bytes()

    assert _unfolded(golden_files()["week.ics"]) == _unfolded(stored)


def test_the_calendar_file_survives_other_programs() -> None:
    """Parsed and written back by icalendar nothing is lost; the `ical` package reads it too."""
    stored = (FOLDER / "week.ics").read_bytes()

    assert _unfolded(Calendar.from_ical(stored).to_ical()) == _unfolded(stored)
    events = IcsCalendarStream.calendar_from_ics(stored.decode()).events
    assert [event.summary for event in events] == [
        "Neck exercises (5 min)",
        "Lying stretches (4 min)",
        "Desk break: Stand up and walk (3 min)",
        "Cancelled: exercises",
    ]
