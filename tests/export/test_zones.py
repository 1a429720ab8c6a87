"""Time zones in calendar files: every zone of the database, read back by others than its writer."""

from __future__ import annotations

import io
import random
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.rrule import rrulestr
from dateutil.tz import tzical
from icalendar import Timezone

from spinecare.export.ical._components import vtimezone
from spinecare.export.ical._zones import Observance, observances

pytestmark = pytest.mark.no_cover  # tests/README.md says why

SPANS = {
    "within 2026": (datetime(2026, 2, 1, tzinfo=UTC), datetime(2026, 11, 10, tzinfo=UTC)),
    "within 2027": (datetime(2027, 1, 20, tzinfo=UTC), datetime(2027, 4, 20, tzinfo=UTC)),
    "over new year": (datetime(2026, 12, 7, tzinfo=UTC), datetime(2027, 1, 31, tzinfo=UTC)),
    "52 weeks": (datetime(2026, 11, 23, tzinfo=UTC), datetime(2027, 11, 22, tzinfo=UTC)),
    "when America changed its rules": (
        datetime(2006, 12, 1, tzinfo=UTC),
        datetime(2007, 11, 30, tzinfo=UTC),
    ),
    "when a Mexican coast moved": (
        datetime(2009, 11, 15, tzinfo=UTC),
        datetime(2010, 11, 10, tzinfo=UTC),
    ),
}
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
ZONES = sorted(available_timezones())
BATCHES = 12
BERLIN = ZoneInfo("Europe/Berlin")


def _written(name: str, first: datetime, last: datetime) -> str:
    """Return the description of a zone as it stands in a file."""
    text: bytes = vtimezone(name, observances(ZoneInfo(name), first, last)).to_ical()
    return text.decode()


def _onsets(text: str, until: datetime) -> list[tuple[datetime, timedelta, timedelta]]:
    """Interpret a VTIMEZONE as RFC 5545 says: moment, offset before and after, in order.

    This shares nothing with the library but the text; unfolding is enough, since no value of a
    zone is escaped.
    """
    found: list[tuple[datetime, timedelta, timedelta]] = []
    fields: dict[str, str] = {}
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line in ("BEGIN:STANDARD", "BEGIN:DAYLIGHT"):
            fields = {}
        elif line in ("END:STANDARD", "END:DAYLIGHT"):
            before, after = (_offset(fields[key]) for key in ("TZOFFSETFROM", "TZOFFSETTO"))
            begins = (wall.replace(tzinfo=UTC) - before for wall in _walls(fields, until))
            found.extend((begin, before, after) for begin in begins)
        else:
            assert name not in fields, f"{name} twice in one observance"
            fields[name] = value
    return sorted(found)


def _walls(fields: dict[str, str], until: datetime) -> Iterator[datetime]:
    start = datetime.strptime(fields["DTSTART"], "%Y%m%dT%H%M%S")  # noqa: DTZ007  a wall time
    if "RRULE" not in fields:
        yield start
        return
    for wall in rrulestr(fields["RRULE"], dtstart=start):
        if wall > until.replace(tzinfo=None) + 2 * DAY:
            return
        yield wall


def _offset(text: str) -> timedelta:
    seconds = int(text[5:] or 0)
    size = timedelta(hours=int(text[1:3]), minutes=int(text[3:5]), seconds=seconds)
    return -size if text[0] == "-" else size


def _changed_days(zone: tzinfo, first: datetime, last: datetime) -> list[datetime]:
    """Return the moments after which, within a day, the offset changes."""
    days = [first + DAY * number for number in range((last - first) // DAY + 2)]
    offsets = [day.astimezone(zone).utcoffset() for day in days]
    return [day for day, (now, after) in zip(days, pairwise(offsets), strict=False) if now != after]


def _moments(zone: tzinfo, first: datetime, last: datetime, chance: random.Random) -> set[datetime]:
    """Return 200 random moments and every hour of the days around each change."""
    seconds = int((last - first).total_seconds())
    moments = {first + timedelta(seconds=chance.randrange(seconds)) for _ in range(200)}
    for day in _changed_days(zone, first, last):
        moments.update(day + HOUR * number for number in range(-24, 49))
    return {moment for moment in moments if first <= moment <= last} | {first, last}


@pytest.mark.parametrize("span", SPANS, ids=[name.replace(" ", "-") for name in SPANS])
@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_zone_is_right_at_every_moment_of_a_plan(span: str, batch: int) -> None:
    """The text, interpreted anew, gives the offsets of the database, in every zone there is."""
    first, last = SPANS[span]
    chance = random.Random(batch)

    for name in ZONES[batch::BATCHES]:
        zone = ZoneInfo(name)
        onsets = _onsets(_written(name, first, last), last)
        begins = [begin for begin, _, _ in onsets]
        for moment in _moments(zone, first, last, chance):
            place = bisect_right(begins, moment) - 1
            assert place >= 0, f"{name} says nothing about {moment}"
            assert onsets[place][2] == moment.astimezone(zone).utcoffset(), f"{name} at {moment}"


YEARS = range(2026, 2039)


@cache
def _changes(name: str) -> tuple[datetime, ...]:
    """Return the first second of each new offset of a zone in the years to come."""
    zone = ZoneInfo(name)
    found: list[datetime] = []
    for day in _changed_days(zone, datetime(YEARS[0], 1, 1, tzinfo=UTC), LAST_CHANGE):
        low, high = day, day + DAY
        while high - low > timedelta(seconds=1):
            middle = low + (high - low) // 2
            middle = middle.replace(microsecond=0)
            same = middle.astimezone(zone).utcoffset() == day.astimezone(zone).utcoffset()
            low, high = (middle, high) if same else (low, middle)
        found.append(high)
    return tuple(found)


LAST_CHANGE = datetime(YEARS[-1] + 1, 1, 1, tzinfo=UTC)


def _like_none_before() -> Iterator[str]:
    """Yield the zones, of those with equal names, offsets and changes the first only."""
    seen: set[object] = set()
    for name in ZONES:
        zone = ZoneInfo(name)
        around = [
            moment.astimezone(zone)
            for change in (datetime(YEARS[0], 1, 1, tzinfo=UTC), *_changes(name))
            for moment in (change, change - timedelta(seconds=1))
        ]
        key = tuple(
            (at.replace(tzinfo=None), at.utcoffset(), at.tzname(), at.dst()) for at in around
        )
        if key not in seen:
            seen.add(key)
            yield name


def test_every_zone_is_right_to_the_second_at_every_change_of_the_years_to_come() -> None:
    """A plan of a year from each January, or each July: before and at each change in it."""
    for number, name in enumerate(_like_none_before()):
        zone = ZoneInfo(name)
        for year in YEARS[:-1]:
            first = datetime(year, 7 if number % 2 else 1, 1, tzinfo=UTC)
            last = first + 365 * DAY
            onsets = _onsets(_written(name, first, last), last)
            begins = [begin for begin, _, _ in onsets]
            inside = [change for change in _changes(name) if first < change <= last]
            assert len(inside) == len([b for b in begins if first < b <= last]), name
            for change in inside:
                place = bisect_right(begins, change) - 1
                before = (change - timedelta(seconds=1)).astimezone(zone).utcoffset()
                after = change.astimezone(zone).utcoffset()
                assert onsets[place] == (change, before, after), f"{name} at {change}"


@pytest.mark.parametrize("span", ["over new year", "52 weeks"])
def test_offsets_follow_from_each_other(span: str) -> None:
    """What an observance says about the time before it is what the one before it says."""
    first, last = SPANS[span]

    for name in ZONES:
        onsets = _onsets(_written(name, first, last), last)
        for (_, _, before), (_, stated, _) in pairwise(onsets):
            assert stated == before, name


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/New_York", "Africa/Casablanca"])
@pytest.mark.parametrize("reader", ["dateutil", "icalendar"])
def test_other_readers_agree(name: str, reader: str) -> None:
    """Two readers that we did not write see the database's offsets, by wall time."""
    first, last = SPANS["52 weeks"]
    text = _written(name, first, last)
    read = _read_by(reader, text, name)

    for moment in _moments(ZoneInfo(name), first, last, random.Random(1)):
        local = moment.astimezone(ZoneInfo(name))
        if not _is_skipped_or_doubled(local):
            assert local.replace(tzinfo=read).utcoffset() == local.utcoffset(), local


def _read_by(reader: str, text: str, name: str) -> tzinfo:
    if reader == "icalendar":
        component = Timezone.from_ical(text)
        assert isinstance(component, Timezone)
        zone: tzinfo = component.to_tz(lookup_tzid=False)
        return zone
    calendar = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{text}END:VCALENDAR\r\n"
    found = tzical(io.StringIO(calendar)).get(name)
    assert found is not None
    return found


def _is_skipped_or_doubled(local: datetime) -> bool:
    """Tell whether a wall time lies near a change, where it may mean two moments."""
    around = (local.astimezone(UTC) + HOUR * hours for hours in (-3, 3))
    return len({moment.astimezone(local.tzinfo).utcoffset() for moment in around}) > 1


def _seen(name: str, span: str = "52 weeks") -> tuple[Observance, ...]:
    return observances(ZoneInfo(name), *SPANS[span])


def test_a_zone_with_yearly_rules_is_told_by_them() -> None:
    """Wall time before the change, last Sunday: 02:00 in March, 03:00 in October."""
    text = _written("Europe/Berlin", *SPANS["52 weeks"])

    assert text == (
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"
        "BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZNAME:CEST\r\n"
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n"
        "BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZNAME:CET\r\n"
        "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
        "END:VTIMEZONE\r\n"
    )


@pytest.mark.parametrize(
    ("name", "spring", "autumn"),
    [("America/New_York", (3, 2), (11, 1)), ("Australia/Sydney", (10, 1), (4, 1))],
)
def test_a_second_sunday_is_not_taken_for_the_last(
    name: str, spring: tuple[int, int], autumn: tuple[int, int]
) -> None:
    """The rules count from the side that holds in every year."""
    rules = {
        item.is_daylight: (item.rule.month, item.rule.nth) for item in _seen(name) if item.rule
    }

    assert rules == {True: spring, False: autumn}


@pytest.mark.parametrize("name", ["UTC", "Asia/Kolkata", "America/Phoenix", "Asia/Tokyo"])
def test_a_zone_without_changes_has_one_standard_time(name: str) -> None:
    """No daylight, no rule, and it begins long before any plan."""
    (only,) = _seen(name)

    assert not only.is_daylight
    assert only.rule is None
    assert only.start.year == 1970
    assert only.offset_from == only.offset_to


@pytest.mark.parametrize("name", ["Africa/Casablanca", "Asia/Jerusalem", "Asia/Gaza"])
def test_a_zone_without_such_rules_lists_its_changes(name: str) -> None:
    """Ramadan and the like follow no rule of the format: each change stands for itself."""
    first, *changes = _seen(name)

    assert len(changes) >= 2
    assert all(item.rule is None for item in (first, *changes))
    assert first.offset_to == changes[0].offset_from


def test_half_an_hour_of_summer_time_is_kept() -> None:
    """Lord Howe Island moves its clocks by thirty minutes."""
    jumps = {abs(item.offset_to - item.offset_from) for item in _seen("Australia/Lord_Howe")}

    assert jumps == {timedelta(minutes=30)}


@pytest.mark.parametrize("name", ["Europe/Dublin", "Africa/Casablanca", "Europe/Berlin"])
def test_daylight_time_is_the_one_ahead(name: str) -> None:
    """Also where the law calls the winter or Ramadan the exception."""
    seen = _seen(name)

    ahead = {item.offset_to for item in seen if item.is_daylight}
    behind = {item.offset_to for item in seen if not item.is_daylight}

    assert min(ahead) > max(behind)


def test_a_plan_before_1970_would_still_be_inside() -> None:
    """What holds at the start begins before it, whenever that is."""
    first = datetime(1960, 6, 1, tzinfo=UTC)

    (only,) = observances(ZoneInfo("Asia/Tokyo"), first, first + DAY)

    assert only.start < first.replace(tzinfo=None)


def test_a_rule_that_ends_is_not_prolonged() -> None:
    """In 2006 the American rules were to change in 2007: no yearly rule holds over both."""
    seen = observances(
        ZoneInfo("America/New_York"),
        datetime(2006, 9, 1, tzinfo=UTC),
        datetime(2007, 6, 1, tzinfo=UTC),
    )

    assert [item.start for item in seen[1:]] == [
        datetime(2006, 10, 29, 2),  # noqa: DTZ001  wall times
        datetime(2007, 3, 11, 2),  # noqa: DTZ001
    ]
